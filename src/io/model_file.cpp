// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/io/model_file.hpp"

#include <fmt/format.h>

#include <iterator>
#include <limits>
#include <utility>

#include "io/dose_reader.hpp"
#include "io/model_pieces.hpp"
#include "io/toml_reader.hpp"
#include "ketascope/diagnostic/suggest.hpp"

namespace ketascope {
namespace {

constexpr std::string_view format_kind = "ketascope-model";

std::optional<int> int_field(TomlTable& table, std::string_view name) {
  return table.field(name).integer_between(std::numeric_limits<int>::min(),
                                           std::numeric_limits<int>::max(), "model.range");
}

void read_citation(TomlTable table, ModelSpec& spec) {
  spec.citation = table.text("text");
  spec.authors = table.text("authors");
  spec.journal = table.text("journal");
  spec.year = int_field(table, "year");
  spec.doi = table.text("doi");
  spec.doi_missing = table.text("doi_missing");
  table.finish();
}

void read_population(TomlTable table, ModelSpec& spec) {
  spec.population = table.text("description");
  spec.population_n = int_field(table, "n");
  spec.population_age = table.text("age");
  spec.population_weight = table.text("weight");
  table.finish();
}

AnalyteSpec read_analyte(TomlTable table) {
  AnalyteSpec spec;
  spec.id = table.name();
  spec.name = table.text("name");
  spec.enantiomer = table.text("enantiomer");
  spec.molar_mass = table.value_with_unit("molar_mass");
  spec.source = table.text("source");
  table.finish();
  return spec;
}

CovariateSpec read_covariate(TomlTable table) {
  CovariateSpec spec;
  spec.name = table.name();
  spec.description = table.text("description");
  spec.unit = table.text("unit");
  spec.source = table.text("source");
  spec.standard = table.number("standard");
  spec.low = table.number("low");
  spec.high = table.number("high");
  for (const TomlField& category : table.table("categories").fields()) {
    if (const auto code = category.number()) {
      spec.categories.emplace(category.name().value, *code);
    }
  }
  spec.at = table.at();
  table.finish();
  return spec;
}

OutputSpec read_output(TomlTable table) {
  OutputSpec spec;
  spec.name = table.text("name");
  spec.label = table.text("label");
  spec.analyte = table.text("analyte");
  spec.matrix = table.text("matrix");
  spec.site = table.text("site");
  spec.expression = table.text("expression");
  spec.unit = table.text("unit");
  spec.kind = table.text("kind");
  spec.shown = table.flag("shown");
  spec.at = table.at();
  table.finish();
  return spec;
}

EnzymeSpec read_enzyme(TomlTable table) {
  EnzymeSpec spec;
  spec.name = table.name();
  spec.turnover = table.text("turnover");
  spec.description = table.text("description");
  spec.source = table.text("source");
  spec.at = table.at();
  table.finish();
  return spec;
}

RandomEffectSpec read_random_effect(TomlTable table) {
  RandomEffectSpec spec;
  spec.name = table.text("name");
  spec.parameter = table.text("parameter");
  spec.distribution = table.text("distribution");
  spec.level = table.text("level");
  spec.source = table.text("source");
  spec.variance = table.number("variance");
  spec.cv_percent = table.number("cv_percent");
  spec.variance_rse_percent = table.number("variance_rse_percent");
  spec.sd_rse_percent = table.number("sd_rse_percent");
  spec.note = table.text("note");
  spec.at = table.at();
  table.finish();
  return spec;
}

CovarianceSpec read_covariance(TomlTable table) {
  CovarianceSpec spec;
  spec.first.at = spec.second.at = table.at();
  const TomlField between = table.field("between");
  auto names = between.texts();
  if (names.size() == 2) {
    spec.first = std::move(names[0]);
    spec.second = std::move(names[1]);
  } else if (between.kind() == TomlKind::list && between.items().size() != 2) {
    between.report("model.between", "'between' must name two random effects");
  }
  spec.source = table.text("source");
  spec.covariance = table.number("covariance");
  spec.correlation = table.number("correlation");
  spec.at = table.at();
  table.finish();
  return spec;
}

/// Of one pair (`between` with `correlation` or `covariance`), or of several parameters (`of`) with
/// the rows below the diagonal (`correlations` or `covariances`).
EstimateCorrelationSpec read_estimate_correlation(TomlTable table) {
  EstimateCorrelationSpec spec;
  spec.at = table.at();
  const TomlField pair = table.field("between"), several = table.field("of");
  const TomlField names = several ? several : pair;
  spec.of = names.texts();
  if (static_cast<bool>(pair) == static_cast<bool>(several)) {
    table.report("model.either_or", "give 'between' two parameters, or 'of' several", spec.at);
  } else if (names.kind() == TomlKind::list &&
             (pair ? names.items().size() != 2 : names.items().size() < 2)) {
    names.report("model.between", pair ? "'between' must name two parameters"
                                       : "'of' must name at least two parameters");
  }
  const TomlField correlation = table.field(several ? "correlations" : "correlation");
  const TomlField covariance = table.field(several ? "covariances" : "covariance");
  if (static_cast<bool>(correlation) == static_cast<bool>(covariance)) {
    table.report("model.either_or",
                 fmt::format("give one of '{}' and '{}'", several ? "correlations" : "correlation",
                             several ? "covariances" : "covariance"),
                 spec.at);
  }
  spec.covariance = static_cast<bool>(covariance);
  const TomlField values = covariance ? covariance : correlation;
  if (several) {
    for (const TomlField& row : values.items()) {
      const std::vector<double> numbers = row.numbers();
      spec.lower.insert(spec.lower.end(), numbers.begin(), numbers.end());
    }
  } else if (const auto value = values.number()) {
    spec.lower.push_back(*value);
  }
  spec.source = table.text("source");
  table.finish();
  return spec;
}

ResidualSpec read_residual(TomlTable table) {
  ResidualSpec spec;
  spec.output = table.text("output");
  spec.source = table.text("source");
  spec.note = table.text("note");
  spec.proportional_sd = table.number("proportional_sd");
  spec.log_sd = table.number("log_sd");
  spec.additive_sd = table.value_with_unit("additive_sd");
  spec.sd_rse_percent = table.number("sd_rse_percent");
  spec.at = table.at();
  table.finish();
  return spec;
}

/// A covariate of a check: a measure, a number, or the label of a category.
std::optional<Measure> read_covariate_value(const TomlField& field,
                                            const std::vector<CovariateSpec>& covariates) {
  const std::string name = field.name().value;
  for (const CovariateSpec& covariate : covariates) {
    if (covariate.name.value != name || covariate.categories.empty() ||
        field.kind() != TomlKind::text) {
      continue;
    }
    const std::string label = field.text().value;
    if (const auto category = covariate.categories.find(label);
        category != covariate.categories.end()) {
      return Measure{category->second, ""};
    }
    if (auto measure = parse_measure(label)) {
      return std::move(*measure);
    }
    std::vector<std::string> labels;
    for (const auto& [known, code] : covariate.categories) {
      labels.push_back(known);
    }
    std::string hint = did_you_mean(label, labels);
    field.report(
        "model.unknown_category", fmt::format("'{}' is no category of {}", label, name),
        hint.empty() ? fmt::format("categories: {}", fmt::join(labels, ", ")) : std::move(hint));
    return std::nullopt;
  }
  auto measure = field.measure();
  return measure ? std::optional(std::move(measure->value)) : std::nullopt;
}

std::optional<Measure> read_time(TomlTable& table, std::string_view name) {
  auto measure = table.field(name).measure_of(dimensions::time);
  return measure ? std::optional(std::move(measure->value)) : std::nullopt;
}

CheckSpec read_check(TomlTable table, const std::vector<CovariateSpec>& covariates) {
  CheckSpec spec;
  spec.id = table.text("id");
  spec.kind = table.text("kind");
  spec.source = table.text("source");
  spec.evidence = table.text("evidence");
  spec.expected = table.value_with_unit("expected");
  spec.tolerance_percent = table.number("tolerance_percent");
  spec.tolerance = table.value_with_unit("tolerance");
  spec.doses = read_doses(table.field("doses"), "model");
  for (const TomlField& field : table.table("covariates").fields()) {
    if (auto value = read_covariate_value(field, covariates)) {
      spec.covariates.emplace(field.name().value, std::move(*value));
    }
  }
  spec.output = table.text("output");
  spec.at_time = read_time(table, "at");
  spec.from = read_time(table, "from");
  spec.until = read_time(table, "until");
  spec.definition = table.text("definition");
  spec.compartments = table.texts("compartments");
  spec.phase = int_field(table, "phase").value_or(1);
  spec.at = table.at();
  table.finish();
  return spec;
}

void read_model(TomlTable root, ModelSpec& spec) {
  spec.id = root.text("id");
  spec.title = root.text("title");
  spec.summary = root.text("summary");
  spec.grade = root.text("grade");
  spec.grade_reason = root.text("grade_reason");
  spec.form = root.text("form");
  spec.basis = root.text("basis");
  spec.matrix = root.text("matrix");
  spec.site = root.text("site");
  spec.amount = root.text("amount");
  spec.dose_analyte = root.text("dose_analyte");
  spec.enantiomers = root.text("enantiomers");
  spec.left_out = root.texts("left_out");
  spec.conflicts = root.texts("conflicts");
  spec.notes = root.texts("notes");
  read_citation(root.table("citation"), spec);
  read_population(root.table("population"), spec);
  const auto read_named = [&root](std::string_view name, auto& list, auto&& read) {
    for (TomlTable& table : root.named_tables(name)) {
      list.push_back(read(std::move(table)));
    }
  };
  const auto read_list = [&root](std::string_view name, auto& list, auto&& read) {
    for (TomlTable& table : root.tables(name)) {
      list.push_back(read(std::move(table)));
    }
  };
  read_named("analytes", spec.analytes, read_analyte);
  read_named("covariates", spec.covariates, read_covariate);
  read_named("parameters", spec.parameters, read_parameter);
  read_named("definitions", spec.definitions, read_definition);
  read_named("enzymes", spec.enzymes, read_enzyme);
  read_named("compartments", spec.compartments, read_compartment);
  read_list("flows", spec.flows, read_flow);
  read_list("outputs", spec.outputs, read_output);
  read_list("routes", spec.routes, read_route);
  read_list("random_effects", spec.random_effects, read_random_effect);
  read_list("covariances", spec.covariances, read_covariance);
  read_list("estimate_correlations", spec.estimate_correlations, read_estimate_correlation);
  read_list("residuals", spec.residuals, read_residual);
  read_list("checks", spec.checks,
            [&spec](TomlTable table) { return read_check(std::move(table), spec.covariates); });
  root.finish();
}

/// False if the text says nothing that could be checked further.
bool parse_into(TomlDocument& document, ModelSpec& spec) {
  if (!document.parsed()) {
    return false;
  }
  TomlTable root = document.root();
  if (!document.check_format(root, format_kind, "model")) {
    return false;
  }
  spec.format = root.text("format");
  if (spec.format.empty()) {
    spec.format.value = fmt::format("{} 1", format_kind);  // reported; once is enough
  }
  read_model(std::move(root), spec);
  const std::filesystem::path path(spec.file);
  if (path.extension() == ".toml" && !spec.id.empty() && path.stem() != spec.id.value) {
    document.report(
        Severity::warning, "model.id_differs",
        fmt::format("the id '{}' is not the file's name '{}'", spec.id.value, path.stem().string()),
        spec.id.at, "models are found by the name of their file");
  }
  return true;
}

}  // namespace

ParsedModel parse_model_spec(std::string_view text, std::string_view file) {
  TomlDocument document(text, file);
  ParsedModel result;
  result.spec.file = file;
  parse_into(document, result.spec);
  result.diagnostics = document.take_diagnostics();
  return result;
}

BuiltModel parse_model(std::string_view text, std::string_view file) {
  TomlDocument document(text, file);
  ModelSpec spec;
  spec.file = file;
  if (!parse_into(document, spec)) {
    return {nullptr, document.take_diagnostics()};
  }
  BuiltModel built = build_model(spec);
  if (document.has_errors()) {
    built.model = nullptr;
    // A field that could not be read looks like a missing one to build_model().
    std::erase_if(built.diagnostics,
                  [&document](const Diagnostic& d) { return document.problem_at_line(d.at.line); });
  }
  Diagnostics all = document.take_diagnostics();
  all.insert(all.end(), std::make_move_iterator(built.diagnostics.begin()),
             std::make_move_iterator(built.diagnostics.end()));
  sort_by_place(all);
  built.diagnostics = std::move(all);
  return built;
}

BuiltModel load_model(const std::filesystem::path& path) {
  const auto text = read_text_file(path);
  if (!text) {
    return {nullptr, text.error()};
  }
  return parse_model(*text, path.string());
}

}  // namespace ketascope
