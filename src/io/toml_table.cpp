// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "io/toml_state.hpp"
#include "ketascope/diagnostic/suggest.hpp"

namespace ketascope {
namespace {

std::pair<const toml::key*, const toml::node*> find_entry(const toml::table& table,
                                                          std::string_view name) {
  const auto entry = table.find(name);
  if (entry == table.end()) {
    return {nullptr, nullptr};
  }
  return {&entry->first, &entry->second};
}

/// toml++ keeps tables sorted by name; people expect the order of the file.
std::vector<std::pair<const toml::key*, const toml::node*>> in_file_order(
    const toml::table& table) {
  std::vector<std::pair<const toml::key*, const toml::node*>> entries;
  entries.reserve(table.size());
  for (auto&& [key, node] : table) {
    entries.emplace_back(&key, &node);
  }
  std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) {
    return location(a.first->source().begin) < location(b.first->source().begin);
  });
  return entries;
}

}  // namespace

TomlField TomlTable::field(std::string_view name) {
  known_.push_back(name);
  if (node_ == nullptr) {
    return {state_, *this, nullptr, nullptr};
  }
  const auto [key, node] = find_entry(as_table(node_), name);
  return {state_, *this, key, node};
}

std::vector<TomlTable> TomlTable::tables(std::string_view name) {
  std::vector<TomlTable> result;
  const TomlField list = field(name);
  if (!list) {
    return result;
  }
  if (list.kind() != TomlKind::list) {
    list.report_type(fmt::format("a list of tables, [[{}]]", name));
    return result;
  }
  const std::string title = fmt::format("[[{}]]", name);
  for (const TomlField& item : list.items()) {
    if (TomlTable table = item.table()) {
      table.title_ = title;
      table.outer_line_ = header_line_;
      result.push_back(std::move(table));
    }
  }
  return result;
}

std::vector<TomlTable> TomlTable::named_tables(std::string_view name) {
  std::vector<TomlTable> result;
  TomlTable group = table(name);
  for (const TomlField& entry : group.fields()) {
    if (TomlTable table = entry.table()) {
      table.title_ = fmt::format("[{}.{}]", name, table.name_.value);
      table.outer_line_ = header_line_;  // toml++ places [a] on the line of the first [a.b]
      result.push_back(std::move(table));
    }
  }
  return result;
}

std::vector<TomlField> TomlTable::fields() {
  std::vector<TomlField> result;
  if (node_ == nullptr) {
    return result;
  }
  for (const auto& [key, node] : in_file_order(as_table(node_))) {
    known_.push_back(key->str());
    result.push_back(TomlField(state_, *this, key, node));
  }
  return result;
}

std::optional<MeasureAt> TomlTable::value_with_unit(std::string_view name) {
  TomlTable inner = table(name);
  if (!inner) {
    return std::nullopt;
  }
  const bool complete = inner.require({"value", "unit"});
  const auto value = inner.number("value");
  const TomlField unit_field = inner.field("unit");
  const TextAt unit = unit_field.text();
  inner.finish();
  if (!complete || !value || unit_field.kind() != TomlKind::text) {
    return std::nullopt;
  }
  return MeasureAt{{*value, unit.value}, unit.at};
}

bool TomlTable::require(std::initializer_list<std::string_view> names) {
  if (node_ == nullptr) {
    return false;
  }
  bool complete = true;
  for (const std::string_view name : names) {
    if (find_entry(as_table(node_), name).second == nullptr) {
      report("toml.missing_field",
             title_.empty() ? fmt::format("missing field '{}'", name)
                            : fmt::format("missing field '{}' in {}", name, title_),
             at_);
      complete = false;
    }
  }
  return complete;
}

void TomlTable::finish() {
  if (node_ == nullptr) {
    return;
  }
  const toml::table& table = as_table(node_);
  std::vector<std::string> known;  // made only when something is wrong
  for (const auto& [key, node] : in_file_order(table)) {
    const std::string_view name = key->str();
    if (std::find(known_.begin(), known_.end(), name) != known_.end()) {
      continue;
    }
    if (known.empty()) {
      known.assign(known_.begin(), known_.end());
    }
    // Comparing costs time; no real name is that long.
    std::string hint = name.size() <= 64 ? did_you_mean(name, known) : std::string();
    report("toml.unknown_field",
           title_.empty() ? fmt::format("unknown field '{}'", name)
                          : fmt::format("unknown field '{}' in {}", name, title_),
           state_->inside_quotes(location(key->source().begin)), std::move(hint));
  }
}

std::string_view TomlTable::file() const {
  return state_ == nullptr ? std::string_view() : state_->file;
}

bool TomlTable::problem_at_line(int line) const {
  return state_ != nullptr && line > 0 && state_->problem_lines.contains(line);
}

void TomlTable::report(std::string_view code, std::string message, SourceLocation where,
                       std::string hint) {
  state_->report_in({header_line_, outer_line_}, code, std::move(message), where, std::move(hint));
}

}  // namespace ketascope
