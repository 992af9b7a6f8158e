// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/io/effect_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "io/effect_judge.hpp"
#include "io/toml_reader.hpp"
#include "ketascope/units/number.hpp"

namespace ketascope {
namespace {

constexpr std::string_view format_kind = "ketascope-effect";
constexpr int first_year = 1900;
constexpr int last_year = 2200;

std::vector<std::string> values(const std::vector<TextAt>& texts) {
  std::vector<std::string> out;
  for (const TextAt& text : texts) {
    out.push_back(text.value);
  }
  return out;
}

/// One of a few words; anything else is reported. Empty when it is absent.
std::string word(const TomlField& field, std::initializer_list<std::string_view> allowed) {
  if (!field) {
    return {};
  }
  const std::string value = field.text().value;
  if (!value.empty() && std::find(allowed.begin(), allowed.end(), value) == allowed.end()) {
    field.report("effect.unknown_value",
                 fmt::format("'{}' cannot be '{}'", field.name().value, value),
                 fmt::format("one of: {}", fmt::join(allowed, ", ")));
  }
  return value;
}

std::optional<Unit> unit_of(const TomlField& field) {
  if (!field) {
    return std::nullopt;
  }
  const auto unit = parse_unit(field.text().value);
  if (!unit) {
    field.report(unit.error().code, unit.error().message, unit.error().hint);
    return std::nullopt;
  }
  return *unit;
}

EffectParameter read_parameter(TomlTable table) {
  EffectParameter parameter;
  parameter.name = table.name().value;
  table.require({"value", "unit"});
  parameter.value = table.number("value").value_or(1.0);
  const TomlField unit = table.field("unit");
  unit_of(unit);
  parameter.unit = unit.text().value;
  parameter.source = table.text("source").value;
  if (parameter.source.empty()) {
    table.report("effect.no_source", fmt::format("parameter '{}' has no source", parameter.name),
                 table.at(), "table, page, equation; or \"derived: ...\", \"assumed: ...\"");
  }
  parameter.description = table.text("description").value;
  parameter.rse_percent = table.number("rse_percent");
  parameter.cv_percent = table.number("cv_percent");
  if (const auto error = table.number("standard_error"); error && parameter.value != 0.0) {
    parameter.rse_percent = 100.0 * *error / parameter.value;
  }
  const TomlField range = table.field("ci95");
  parameter.ci95 = range.numbers();
  if (range && (parameter.ci95.size() != 2 || !(parameter.ci95[0] <= parameter.value) ||
                !(parameter.value <= parameter.ci95[1]))) {
    range.report("effect.range", "'ci95' must be two numbers around the value");
  }
  table.finish();
  return parameter;
}

EffectDriver read_driver(TomlTable table) {
  EffectDriver driver;
  table.require({"analyte", "enantiomer", "matrix", "site", "unit"});
  driver.name = table.text("name").value;
  driver.analyte = table.text("analyte").value;
  driver.enantiomer = word(table.field("enantiomer"), {"racemate", "S", "R"});
  driver.matrix = table.text("matrix").value;
  driver.site = word(table.field("site"), {"arterial", "venous", "unknown"});
  const TomlField unit = table.field("unit");
  driver.unit = unit.text().value;
  if (const auto known = unit_of(unit); known && known->dimension != dimensions::concentration &&
                                        known->dimension != dimensions::molar_concentration) {
    unit.report("unit.mismatch", fmt::format("'{}' is not a unit of concentration", driver.unit));
  }
  if (const auto mass = table.value_with_unit("molar_mass")) {
    if (const auto value = to_internal(mass->value, dimensions::molar_mass); value && *value > 0) {
      driver.molar_mass = *value;
    } else {
      table.report("effect.range", "'molar_mass' must be a positive molar mass", mass->at);
    }
  }
  driver.half_of_racemate = table.text("half_of_racemate").value;
  driver.no_delay = table.text("no_delay").value;
  table.finish();
  return driver;
}

EffectCheck read_check(TomlTable table) {
  EffectCheck check;
  table.require({"id", "kind", "source", "evidence", "expected"});
  check.id = table.text("id").value;
  check.kind = word(table.field("kind"), {"half_time", "ke0", "effect"});
  check.source = table.text("source").value;
  check.evidence = word(table.field("evidence"), {"published", "derived"});
  check.driver = table.text("driver").value;
  for (const TomlField& field : table.table("at").fields()) {
    if (auto measure = field.measure()) {
      check.at.emplace(field.name().value, std::move(measure->value));
    }
  }
  if (auto expected = table.value_with_unit("expected")) {
    check.expected = std::move(expected->value);
  }
  check.tolerance_percent = table.number("tolerance_percent");
  if (auto tolerance = table.value_with_unit("tolerance")) {
    check.tolerance = std::move(tolerance->value);
  }
  if (check.tolerance_percent.has_value() == check.tolerance.has_value()) {
    table.report("effect.check",
                 fmt::format("check '{}' needs tolerance_percent or tolerance", check.id),
                 table.at());
  }
  table.finish();
  return check;
}

void read_citation(TomlTable table, EffectSpec& spec) {
  table.require({"text"});
  spec.citation = table.text("text").value;
  spec.doi = table.text("doi").value;
  spec.doi_missing = table.text("doi_missing").value;
  if (const TomlField year = table.field("year")) {
    spec.year = year.integer_between(first_year, last_year, "effect.year");
  } else if (table) {
    table.report("effect.citation", "the citation has no year", table.at());
  }
  if (table && spec.doi.empty() && spec.doi_missing.empty()) {
    table.report("effect.citation", "the citation has no doi", table.at(),
                 "or say why there is none: doi_missing = \"...\"");
  }
  table.finish();
}

void read_effect(TomlTable& root, EffectSpec& spec, EffectPlaces& places) {
  root.require({"id", "title", "endpoint", "grade", "estimated_with", "link", "direction",
                "citation", "parameters"});
  places.root = root.at();
  const TomlField id = root.field("id");
  places.root = id ? id.at() : places.root;
  spec.id = id.text().value;
  spec.title = root.text("title").value;
  spec.endpoint = root.text("endpoint").value;
  spec.population = root.text("population").value;
  const TomlField grade = root.field("grade");
  spec.grade = word(grade, {"published", "composite", "unverified"});
  spec.grade_reason = root.text("grade_reason").value;
  if ((spec.grade == "composite" || spec.grade == "unverified") && spec.grade_reason.empty()) {
    grade.report("effect.grade_reason", fmt::format("grade '{}' needs a grade_reason", spec.grade),
                 "one sentence; it is shown wherever the effect is used");
  }
  spec.estimated_with = root.text("estimated_with").value;
  spec.link = word(root.field("link"),
                   {"none", "ratio", "linear", "emax", "sigmoid", "inhibitory_sigmoid", "custom"});
  spec.direction = word(root.field("direction"), {"increase", "decrease", "mixed"});
  spec.fractional = root.flag("fractional").value_or(false);
  const TomlField unit = root.field("unit");
  unit_of(unit);
  spec.unit = unit ? unit.text().value : "";
  spec.label = root.text("label").value;
  if (spec.label.empty()) {
    spec.label = spec.endpoint;
  }
  const TextAt expression = root.text("expression");
  spec.expression = expression.value;
  places.expression = expression.at;
  spec.left_out = values(root.texts("left_out"));
  spec.notes = values(root.texts("notes"));
  read_citation(root.table("citation"), spec);
  if (TomlTable driver = root.table("driver")) {
    places.drivers[""] = driver.at();
    spec.drivers.push_back(read_driver(std::move(driver)));
  }
  for (TomlTable& driver : root.tables("drivers")) {
    const SourceLocation at = driver.at();
    spec.drivers.push_back(read_driver(std::move(driver)));
    places.drivers.emplace(spec.drivers.back().name, at);
  }
  for (TomlTable& parameter : root.named_tables("parameters")) {
    places.parameters[parameter.name().value] = parameter.at();
    spec.parameters.push_back(read_parameter(std::move(parameter)));
  }
  for (TomlTable& check : root.tables("checks")) {
    const SourceLocation at = check.at();
    spec.checks.push_back(read_check(std::move(check)));
    places.checks[spec.checks.back().id] = at;
  }
  root.finish();
}

}  // namespace

tl::expected<EffectSpec, Diagnostics> parse_effect_file(std::string_view text,
                                                        std::string_view file) {
  TomlDocument document(text, file);
  EffectSpec spec;
  spec.file = file;
  if (document.parsed()) {
    TomlTable root = document.root();
    if (document.check_format(root, format_kind, "effect")) {
      EffectPlaces places;
      read_effect(root, spec, places);
      if (!document.has_errors()) {
        judge_effect(document, spec, places);
      }
    }
  }
  if (document.has_errors()) {
    return tl::make_unexpected(document.take_diagnostics());
  }
  return spec;
}

tl::expected<EffectSpec, Diagnostics> load_effect_file(const std::filesystem::path& path) {
  const auto text = read_text_file(path);
  if (!text) {
    return tl::make_unexpected(text.error());
  }
  return parse_effect_file(*text, path.string());
}

}  // namespace ketascope
