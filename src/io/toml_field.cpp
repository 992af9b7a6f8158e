// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <cmath>

#include "io/toml_state.hpp"

namespace ketascope {
namespace {

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

}  // namespace

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

}  // namespace ketascope
