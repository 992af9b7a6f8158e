// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/toml_reader.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <cmath>
#include <unordered_set>
#include <utility>

#include "io/text_check.hpp"
#include "io/toml_guard.hpp"
#include "ketascope/diagnostic/suggest.hpp"
#include "ketascope/io/diagnostics.hpp"

namespace ketascope {

struct TomlState {
  std::string_view text;
  std::string file;
  Diagnostics diagnostics;
  toml::table root;
  bool parsed = false;
  std::vector<std::size_t> line_starts;
  std::unordered_set<int> problem_lines;
  // The last place that was looked up. Values of one line are mostly asked for from left to right,
  // and starting again at the line's begin each time would be quadratic on a file of one long line.
  SourceLocation cursor{1, 1};
  std::size_t cursor_offset = 0;

  void report(Severity severity, std::string_view code, std::string message, SourceLocation at,
              std::string hint) {
    if (severity == Severity::error) {
      problem_lines.insert(at.line);
    }
    diagnostics.push_back(
        {severity, std::string(code), std::move(message), file, at, std::move(hint)});
  }

  /// An error in a table: the lines of its headers count as places of the problem, too.
  void report_in(std::initializer_list<int> header_lines, std::string_view code,
                 std::string message, SourceLocation at, std::string hint) {
    problem_lines.insert(header_lines);
    report(Severity::error, code, std::move(message), at, std::move(hint));
  }

  std::size_t offset_of(SourceLocation at) {
    if (at.line < 1 || static_cast<std::size_t>(at.line) > line_starts.size()) {
      return text.size();
    }
    if (at.line != cursor.line || at.column < cursor.column) {
      cursor = {at.line, 1};
      cursor_offset = line_starts[static_cast<std::size_t>(at.line) - 1];
    }
    const auto continues = [this](std::size_t i) {
      return i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80;
    };
    while (cursor.column < at.column && cursor_offset < text.size()) {
      do {
        ++cursor_offset;
      } while (continues(cursor_offset));
      ++cursor.column;
    }
    return cursor_offset;
  }

  /// From the opening quote to the first character of the content.
  SourceLocation inside_quotes(SourceLocation at) {
    const std::size_t offset = offset_of(at);
    const std::string_view rest = text.substr(std::min(offset, text.size()));
    if (rest.starts_with("\"\"\"") || rest.starts_with("'''")) {
      // A line break directly after the quotes is not part of the text.
      if (rest.substr(3).starts_with('\n') || rest.substr(3).starts_with("\r\n")) {
        return {at.line + 1, 1};
      }
      return {at.line, at.column + 3};
    }
    if (rest.starts_with('"') || rest.starts_with('\'')) {
      return {at.line, at.column + 1};
    }
    return at;
  }
};

namespace {

SourceLocation location(const toml::source_position& position) {
  return {static_cast<int>(position.line), static_cast<int>(position.column)};
}

const toml::node& as_node(const void* node) {
  return *static_cast<const toml::node*>(node);
}
const toml::key& as_key(const void* key) {
  return *static_cast<const toml::key*>(key);
}
const toml::table& as_table(const void* node) {
  return *static_cast<const toml::table*>(node);
}

std::string_view words(TomlKind kind) {
  switch (kind) {
    case TomlKind::absent:
      return "nothing";
    case TomlKind::text:
      return "text";
    case TomlKind::number:
      return "a number";
    case TomlKind::flag:
      return "true or false";
    case TomlKind::date:
      return "a date";
    case TomlKind::list:
      return "a list";
    case TomlKind::table:
      return "a table";
  }
  return "nothing";
}

SourceLocation advanced(SourceLocation at, std::string_view text, std::size_t offset) {
  const auto part = text.substr(0, offset);
  const auto code_points = std::count_if(part.begin(), part.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  });
  return {at.line, at.column + static_cast<int>(code_points)};
}

std::vector<std::size_t> find_line_starts(std::string_view text) {
  std::vector<std::size_t> starts{0};
  for (auto i = text.find('\n'); i != std::string_view::npos; i = text.find('\n', i + 1)) {
    starts.push_back(i + 1);
  }
  return starts;
}

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

// --- TomlField ---------------------------------------------------------------------------------

TomlField::TomlField(TomlState* state, const TomlTable& owner, const void* key, const void* node)
    : state_(state),
      key_(key),
      node_(node),
      owner_at_(owner.at_),
      header_line_(owner.header_line_),
      outer_line_(owner.outer_line_) {}

TomlKind TomlField::kind() const {
  if (node_ == nullptr) {
    return TomlKind::absent;
  }
  switch (as_node(node_).type()) {
    case toml::node_type::string:
      return TomlKind::text;
    case toml::node_type::integer:
    case toml::node_type::floating_point:
      return TomlKind::number;
    case toml::node_type::boolean:
      return TomlKind::flag;
    case toml::node_type::date:
    case toml::node_type::time:
    case toml::node_type::date_time:
      return TomlKind::date;
    case toml::node_type::array:
      return TomlKind::list;
    case toml::node_type::table:
      return TomlKind::table;
    case toml::node_type::none:
      break;
  }
  return TomlKind::absent;
}

TextAt TomlField::name() const {
  if (key_ == nullptr) {
    return {std::string(list_name_), at()};
  }
  const toml::key& key = as_key(key_);
  return {std::string(key.str()), state_->inside_quotes(location(key.source().begin))};
}

SourceLocation TomlField::at() const {
  if (node_ == nullptr) {
    return owner_at_;
  }
  const SourceLocation begin = location(as_node(node_).source().begin);
  return kind() == TomlKind::text ? state_->inside_quotes(begin) : begin;
}

void TomlField::report(std::string_view code, std::string message, std::string hint) const {
  state_->report_in({header_line_, outer_line_}, code, std::move(message), at(), std::move(hint));
}

void TomlField::report_type(std::string_view expected) const {
  report("toml.type",
         fmt::format("'{}': expected {}, found {}", shown_name(), expected, words(kind())));
}

std::string_view TomlField::shown_name() const {
  return key_ != nullptr ? as_key(key_).str() : list_name_;
}

TextAt TomlField::text() const {
  if (node_ == nullptr) {
    return {"", owner_at_};
  }
  if (const auto* value = as_node(node_).as_string()) {
    return {value->get(), at()};
  }
  report_type("text in quotes");
  return {"", at()};
}

std::optional<double> TomlField::number() const {
  if (node_ == nullptr) {
    return std::nullopt;
  }
  if (const auto* integer = as_node(node_).as_integer()) {
    return static_cast<double>(integer->get());
  }
  if (const auto* value = as_node(node_).as_floating_point()) {
    if (std::isfinite(value->get())) {
      return value->get();
    }
    report("toml.not_finite", fmt::format("'{}' must be a finite number", shown_name()));
    return std::nullopt;
  }
  report_type("a number");
  return std::nullopt;
}

std::optional<std::int64_t> TomlField::integer() const {
  if (node_ == nullptr) {
    return std::nullopt;
  }
  if (const auto* value = as_node(node_).as_integer()) {
    return value->get();
  }
  if (as_node(node_).is_floating_point()) {
    report("toml.type", fmt::format("'{}' must be a whole number", shown_name()));
    return std::nullopt;
  }
  report_type("a whole number");
  return std::nullopt;
}

std::optional<int> TomlField::integer_between(int low, int high, std::string_view code) const {
  const auto value = integer();
  if (!value) {
    return std::nullopt;
  }
  if (*value < low || *value > high) {
    report(code,
           fmt::format("'{}' must be from {} to {}, not {}", shown_name(), low, high, *value));
    return std::nullopt;
  }
  return static_cast<int>(*value);
}

std::optional<bool> TomlField::flag() const {
  if (node_ == nullptr) {
    return std::nullopt;
  }
  if (const auto* value = as_node(node_).as_boolean()) {
    return value->get();
  }
  report_type("true or false");
  return std::nullopt;
}

std::vector<TomlField> TomlField::items() const {
  std::vector<TomlField> result;
  if (node_ == nullptr) {
    return result;
  }
  const auto* list = as_node(node_).as_array();
  if (list == nullptr) {
    report_type("a list");
    return result;
  }
  result.reserve(list->size());
  for (const toml::node& item : *list) {
    TomlField field = *this;
    field.list_name_ = shown_name();
    field.key_ = nullptr;
    field.node_ = &item;
    result.push_back(field);
  }
  return result;
}

std::vector<TextAt> TomlField::texts() const {
  std::vector<TextAt> result;
  for (const TomlField& item : items()) {
    if (item.kind() == TomlKind::text) {
      result.push_back(item.text());
    } else {
      item.report_type("text in quotes");
    }
  }
  return result;
}

std::vector<double> TomlField::numbers() const {
  std::vector<double> result;
  for (const TomlField& item : items()) {
    if (const auto value = item.number()) {
      result.push_back(*value);
    }
  }
  return result;
}

TomlTable TomlField::table() const {
  TomlTable result;
  result.state_ = state_;
  result.at_ = owner_at_;
  if (node_ == nullptr) {
    return result;
  }
  const auto* table = as_node(node_).as_table();
  if (table == nullptr) {
    report_type("a table");
    return result;
  }
  result.node_ = table;
  result.at_ = at();
  result.header_line_ = result.at_.line;
  result.outer_line_ = header_line_;
  result.name_ = name();
  result.title_ = fmt::format("'{}'", result.name_.value);
  return result;
}

std::optional<MeasureAt> TomlField::measure() const {
  switch (kind()) {
    case TomlKind::absent:
      return std::nullopt;
    case TomlKind::number:
      if (const auto value = number()) {
        return MeasureAt{{*value, ""}, at()};
      }
      return std::nullopt;
    case TomlKind::text:
      break;
    default:
      report_type("a number with its unit in quotes");
      return std::nullopt;
  }
  const TextAt typed = text();
  auto parsed = parse_measure(typed.value);
  if (!parsed) {
    const UnitError& error = parsed.error();
    state_->report_in({header_line_, outer_line_}, error.code,
                      fmt::format("'{}': {}", shown_name(), error.message),
                      advanced(typed.at, typed.value, error.offset), error.hint);
    return std::nullopt;
  }
  return MeasureAt{std::move(*parsed), typed.at};
}

std::optional<MeasureAt> TomlField::measure_of(Dimension dimension) const {
  auto typed = measure();
  if (!typed) {
    return std::nullopt;
  }
  if (const auto internal = to_internal(typed->value, dimension); !internal) {
    const UnitError& error = internal.error();
    report(error.code, fmt::format("'{}': {}", shown_name(), error.message), error.hint);
    return std::nullopt;
  }
  return typed;
}

// --- TomlTable ---------------------------------------------------------------------------------

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
  for (auto&& [key, node] : table) {
    const std::string_view name = key.str();
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
           state_->inside_quotes(location(key.source().begin)), std::move(hint));
  }
}

void TomlTable::report(std::string_view code, std::string message, SourceLocation where,
                       std::string hint) {
  state_->report_in({header_line_, outer_line_}, code, std::move(message), where, std::move(hint));
}

// --- TomlDocument ------------------------------------------------------------------------------

TomlDocument::TomlDocument(std::string_view text, std::string_view file)
    : state_(std::make_unique<TomlState>()) {
  TomlState& state = *state_;
  state.text = without_byte_order_mark(text);
  state.file = file;
  if (auto problem = find_text_problem(text, file, max_text_file_bytes)) {
    state.diagnostics.push_back(std::move(*problem));
    return;
  }
  if (state.text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    state.report(Severity::error, "file.empty", "the file is empty", {}, {});
    return;
  }
  if (auto problem = guard_toml(state.text)) {
    state.report(Severity::error, problem->code, std::move(problem->message),
                 locate(state.text, problem->offset), {});
    return;
  }
  state.line_starts = find_line_starts(state.text);
  try {
    state.root = toml::parse(state.text);
    state.parsed = true;
  } catch (const toml::parse_error& error) {
    std::string message(error.description());
    constexpr std::string_view preamble = "Error while parsing ";
    if (message.starts_with(preamble)) {
      message.replace(0, preamble.size(), "in ");
    }
    const bool duplicate = message.find("cannot redefine") != std::string::npos;
    state.report(Severity::error, duplicate ? "toml.duplicate" : "toml.syntax", std::move(message),
                 location(error.source().begin), {});
  }
}

TomlDocument::~TomlDocument() = default;

bool TomlDocument::parsed() const {
  return state_->parsed;
}

TomlTable TomlDocument::root() {
  TomlTable result;
  result.state_ = state_.get();
  result.node_ = &state_->root;
  result.at_ = {1, 1};
  return result;
}

void TomlDocument::report(Severity severity, std::string_view code, std::string message,
                          SourceLocation at, std::string hint) {
  state_->report(severity, code, std::move(message), at, std::move(hint));
}

bool TomlDocument::check_format(TomlTable& root, std::string_view kind, std::string_view prefix) {
  if (!root.field("format")) {
    // Not through report(): that there is no format says nothing about line 1.
    state_->diagnostics.push_back(
        {Severity::error,
         "toml.missing_field",
         "missing field 'format'",
         state_->file,
         {1, 1},
         fmt::format("this kind of file begins with: format = \"{} 1\"", kind)});
    return true;
  }
  const TomlField field = root.field("format");
  const TextAt format = field.text();
  if (field.kind() != TomlKind::text) {
    return false;
  }
  if (format.value == fmt::format("{} 1", kind)) {
    return true;
  }
  const std::string_view value = format.value;
  const bool same_kind = value.starts_with(kind) && value.substr(kind.size()).starts_with(' ');
  const std::string_view version = same_kind ? value.substr(kind.size() + 1) : std::string_view();
  const bool is_number = !version.empty() && version.front() >= '1' && version.front() <= '9' &&
                         version.find_first_not_of("0123456789") == std::string_view::npos;
  if (is_number) {
    root.report(fmt::format("{}.newer_format", prefix),
                fmt::format("written by a newer Ketascope: format '{}', this program reads '{} 1'",
                            value, kind),
                format.at);
  } else {
    root.report(fmt::format("{}.wrong_format", prefix),
                fmt::format("expected format '{} 1', found '{}'", kind,
                            value.size() <= 64 ? value : "something else"),
                format.at);
  }
  return false;
}

bool TomlDocument::problem_at_line(int line) const {
  return line > 0 && state_->problem_lines.contains(line);
}

bool TomlDocument::has_errors() const {
  return ketascope::has_errors(state_->diagnostics);
}

Diagnostics TomlDocument::take_diagnostics() {
  sort_by_place(state_->diagnostics);
  return std::exchange(state_->diagnostics, {});
}

void sort_by_place(Diagnostics& diagnostics) {
  std::stable_sort(diagnostics.begin(), diagnostics.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.at < b.at; });
}

}  // namespace ketascope
