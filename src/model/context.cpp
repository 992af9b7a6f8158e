// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/context.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "ketascope/diagnostic/suggest.hpp"

namespace ketascope::model_detail {

namespace {

bool is_name_start(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
}

bool is_name_part(char c) {
  return is_name_start(c) || (c >= '0' && c <= '9') || c == '.';
}

bool is_identifier(std::string_view name) {
  return !name.empty() && is_name_start(name.front()) && std::ranges::all_of(name, is_name_part);
}

/// Words that have a meaning of their own in expressions.
bool is_reserved(std::string_view name) {
  static constexpr std::array<std::string_view, 18> words = {
      "TIME", "DOSE", "and", "or",  "not", "if",  "exp",   "log",       "log10",
      "ln",   "sqrt", "abs", "min", "max", "pow", "floor", "inv_logit", "logistic"};
  return std::ranges::find(words, name) != words.end();
}

/// The codes of the expression room that mean the same as one of ours.
std::string model_code(const std::string& code) {
  if (code == "expr.unknown_symbol")
    return "model.unknown_symbol";
  if (code == "expr.dimension" || code == "unit.mismatch")
    return "model.dimension";
  return code;
}

}  // namespace

std::string_view to_text(SymbolKind kind) {
  switch (kind) {
    case SymbolKind::parameter:
      return "parameter";
    case SymbolKind::covariate:
      return "covariate";
    case SymbolKind::definition:
      return "definition";
    case SymbolKind::compartment:
      return "compartment";
  }
  return {};
}

std::string quoted(std::string_view text) {
  return fmt::format("'{}'", text);
}

std::string listed(const std::vector<std::string>& names) {
  if (names.empty())
    return "none";
  std::string text = names.front();
  for (std::size_t i = 1; i < names.size(); ++i) {
    text += i + 1 == names.size() ? " and " : ", ";
    text += names[i];
  }
  return text;
}

SourceLocation place(const TextAt& text, std::size_t byte_offset) {
  if (text.at.line == 0)
    return text.at;
  const SourceLocation inside = locate(text.value, byte_offset);
  if (inside.line == 1)
    return {text.at.line, text.at.column + inside.column - 1};
  return {text.at.line + inside.line - 1, inside.column};
}

SourceLocation place_or(const TextAt& text, SourceLocation at) {
  return text.at.line == 0 ? at : text.at;
}

std::size_t offset_of(std::string_view expression, std::string_view symbol) {
  std::size_t from = 0;
  while ((from = expression.find(symbol, from)) != std::string_view::npos) {
    const std::size_t end = from + symbol.size();
    const bool starts = from == 0 || !is_name_part(expression[from - 1]);
    const bool ends = end == expression.size() || !is_name_part(expression[end]);
    if (starts && ends)
      return from;
    from = end;
  }
  return 0;
}

void Context::error(std::string_view code, SourceLocation at, std::string message,
                    std::string hint) {
  diagnostics.push_back({.severity = Severity::error,
                         .code = std::string(code),
                         .message = std::move(message),
                         .file = spec.file,
                         .at = at,
                         .hint = std::move(hint)});
}

bool Context::require(const TextAt& text, std::string_view field, const std::string& owner,
                      SourceLocation at) {
  if (!text.empty())
    return true;
  error("model.missing_field", place_or(text, at), fmt::format("{} has no {}", owner, field));
  return false;
}

void Context::require_source(const TextAt& text, const std::string& owner, SourceLocation at) {
  if (!text.empty())
    return;
  error("model.no_source", place_or(text, at), fmt::format("{} has no source", owner),
        "name the table, page or equation, or write 'derived: ...' or 'assumed: ...'");
}

bool Context::finite(const std::optional<double>& number, std::string_view field,
                     const std::string& owner, SourceLocation at) {
  if (!number || std::isfinite(*number))
    return true;
  error("model.range", at, fmt::format("{}: {} is not a finite number", owner, field));
  return false;
}

bool Context::one_of(const TextAt& text, std::initializer_list<std::string_view> allowed,
                     std::string_view field, const std::string& owner, SourceLocation at) {
  if (std::ranges::find(allowed, std::string_view(text.value)) != allowed.end())
    return true;
  if (text.empty())
    return require(text, field, owner, at);
  std::vector<std::string> names;
  for (const std::string_view name : allowed) {
    if (!name.empty())
      names.emplace_back(name);
  }
  error("model.unknown_value", place_or(text, at),
        fmt::format("{}: {} '{}' is not known", owner, field, text.value),
        fmt::format("allowed: {}", fmt::join(names, ", ")));
  return false;
}

std::optional<Unit> Context::unit(const TextAt& text, const std::string& owner, SourceLocation at) {
  if (text.empty()) {
    error("model.missing_field", place_or(text, at), fmt::format("{} has no unit", owner),
          "a plain number has the unit \"1\"");
    return {};
  }
  const auto parsed = parse_unit(text.value);
  if (parsed)
    return *parsed;
  const UnitError& wrong = parsed.error();
  error(wrong.code, text.at.line == 0 ? at : place(text, wrong.offset),
        fmt::format("{}: {}", owner, wrong.message), wrong.hint);
  return {};
}

std::optional<double> Context::measure(const MeasureAt& given, Dimension expected,
                                       const std::string& owner, std::string_view mismatch_code) {
  if (!finite(given.value.value, "value", owner, given.at))
    return {};
  const auto internal = to_internal(given.value, expected);
  if (internal)
    return *internal;
  const UnitError& wrong = internal.error();
  const bool mismatch = wrong.code == "unit.mismatch";
  error(mismatch && !mismatch_code.empty() ? mismatch_code : model_code(wrong.code), given.at,
        fmt::format("{}: {}", owner, wrong.message), wrong.hint);
  return {};
}

std::optional<double> Context::measure_of_output(const MeasureAt& given, int output_index,
                                                 const std::string& owner,
                                                 std::string_view mismatch_code, Dimension extra) {
  if (!finite(given.value.value, "value", owner, given.at))
    return {};
  const Output& output = model.outputs[static_cast<std::size_t>(output_index)];
  const auto unit = parse_unit(given.value.unit);
  if (!unit) {
    error(unit.error().code, given.at, fmt::format("{}: {}", owner, unit.error().message),
          unit.error().hint);
    return {};
  }
  const Dimension expected = output.dimension * extra;
  // One rounding where no molar mass is needed.
  if (unit->dimension == expected)
    return to_internal(given.value, expected).value();
  const auto converted =
      convert(given.value.value, *unit, Unit{1.0, expected}, molar_mass(output.analyte));
  if (converted)
    return *converted;
  error(mismatch_code.empty() ? "model.dimension" : mismatch_code, given.at,
        fmt::format("{}: {} is {}, but output '{}' needs {}", owner, given.value.unit,
                    unit->dimension.to_string(), output.name, expected.to_string()));
  return {};
}

std::optional<Expression> Context::expression(const TextAt& text, std::optional<Dimension> expected,
                                              std::string_view demand, const std::string& owner,
                                              bool dose_allowed, std::optional<Dimension>* found) {
  const auto report = [&](const std::vector<ExprError>& errors, bool only_unknown) {
    for (const ExprError& wrong : errors) {
      const bool unknown = wrong.code == "expr.unknown_symbol";
      if (only_unknown && !unknown)
        continue;
      std::string hint = wrong.hint;
      if (unknown && std::string_view(text.value).substr(wrong.offset, wrong.length) == "DOSE") {
        hint = "DOSE can only be used in F, ALAG, D and R";
      }
      error(model_code(wrong.code), place(text, wrong.offset),
            fmt::format("{}: {}", owner, wrong.message), std::move(hint));
    }
  };

  auto parsed = parse_expression(text.value);
  if (!parsed) {
    report(parsed.error(), false);
    return {};
  }

  std::vector<std::string> known = {"TIME"};
  if (dose_allowed)
    known.emplace_back("DOSE");
  for (const auto& [name, symbol] : symbols)
    known.push_back(name);

  bool broken = false;  // a symbol without a dimension has been reported where it is declared
  const auto lookup = [&](std::string_view name) -> std::optional<Dimension> {
    if (name == "TIME")
      return dimensions::time;
    if (name == "DOSE" && dose_allowed)
      return dimensions::drug_mass;
    const auto symbol = symbols.find(name);
    if (symbol == symbols.end())
      return {};
    if (!symbol->second.dimension)
      broken = true;
    return symbol->second.dimension.value_or(Dimension{});
  };
  const auto dimension = dimension_of(*parsed, lookup, known);
  if (!dimension) {
    report(dimension.error(), broken);
    return {};
  }
  if (broken)
    return {};
  if (expected && !require_dimension(*parsed, *expected, lookup, known).empty()) {
    error("model.dimension", text.at,
          fmt::format("{}: {} is {}, but {} {}", owner, text.value, dimension->to_string(), demand,
                      expected->to_string()));
    return {};
  }
  if (found)
    *found = *dimension;
  return std::move(*parsed);
}

std::string Context::running_name(const Expression& expression) const {
  for (const std::string& name : ketascope::symbols(expression)) {
    if (name == "TIME")
      return name;
    const auto symbol = symbols.find(name);
    if (symbol == symbols.end())
      continue;
    if (symbol->second.kind == SymbolKind::compartment)
      return name;
    if (symbol->second.kind == SymbolKind::definition &&
        !leads_to_running[static_cast<std::size_t>(symbol->second.index)].empty()) {
      return name;
    }
  }
  return {};
}

void Context::require_constant(const Expression& expression, const TextAt& text,
                               const std::string& owner) {
  const std::string first = running_name(expression);
  if (first.empty())
    return;
  std::string way = first;
  for (auto step = symbols.find(first);
       step != symbols.end() && step->second.kind == SymbolKind::definition;) {
    const std::string& next = leads_to_running[static_cast<std::size_t>(step->second.index)];
    way += " -> " + next;
    step = symbols.find(next);
  }
  error("model.not_constant", place(text, offset_of(text.value, first)),
        fmt::format("{} may not depend on a state or TIME, but it uses {}", owner, way),
        "it is evaluated once per dose or start, from parameters and covariates");
}

void Context::declare(const TextAt& name, SourceLocation at, Symbol symbol) {
  const SourceLocation where = place_or(name, at);
  const std::string_view kind = to_text(symbol.kind);
  if (name.empty()) {
    error("model.missing_field", where, fmt::format("a {} has no name", kind));
    return;
  }
  if (is_reserved(name.value)) {
    error("model.name", where, fmt::format("{} '{}': the name is reserved", kind, name.value),
          "it has a meaning of its own in expressions");
    return;
  }
  if (!is_identifier(name.value)) {
    error("model.name", where, fmt::format("{} '{}': not a name", kind, name.value),
          "letters, digits, '_' and '.', not beginning with a digit");
    return;
  }
  symbol.at = where;
  const auto [taken, added] = symbols.try_emplace(name.value, symbol);
  if (added)
    return;
  const std::string line =
      taken->second.at.line > 0 ? fmt::format(" in line {}", taken->second.at.line) : "";
  error("model.duplicate_name", where,
        fmt::format("{} '{}': the name belongs to a {}{}", kind, name.value,
                    to_text(taken->second.kind), line));
}

int Context::find_analyte(const TextAt& id, const std::string& owner, SourceLocation at) {
  std::vector<std::string> known;
  for (std::size_t i = 0; i < model.analytes.size(); ++i) {
    if (model.analytes[i].id == id.value)
      return static_cast<int>(i);
    known.push_back(model.analytes[i].id);
  }
  error("model.unknown_analyte", place_or(id, at),
        fmt::format("{}: there is no analyte '{}'", owner, id.value),
        fmt::format("analytes: {}", listed(known)));
  return -1;
}

int Context::find_compartment(const TextAt& name, std::string_view field,
                              const std::string& owner) {
  const int index = model.compartment_index(name.value);
  if (index >= 0)
    return index;
  const std::vector<std::string> known = names_of(SymbolKind::compartment);
  std::string hint = did_you_mean(name.value, known);
  if (hint.empty())
    hint = fmt::format("compartments: {}", listed(known));
  error("model.unknown_compartment", name.at,
        fmt::format("{}: {} '{}' is not a compartment", owner, field, name.value), std::move(hint));
  return -1;
}

Dimension Context::amount_dimension() const {
  return model.molar ? dimensions::amount : dimensions::drug_mass;
}

std::optional<double> Context::molar_mass(int analyte) const {
  if (analyte < 0)
    return {};
  return model.analytes[static_cast<std::size_t>(analyte)].molar_mass;
}

std::vector<std::string> Context::names_of(SymbolKind kind) const {
  std::vector<std::string> names;
  for (const auto& [name, symbol] : symbols) {
    if (symbol.kind == kind)
      names.push_back(name);
  }
  return names;
}

}  // namespace ketascope::model_detail
