// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "io/population_text.hpp"
#include "io/scenario_reader.hpp"

namespace ketascope {
namespace {

using Kind = CovariateDistribution::Kind;

/// A measure in the unit of the covariate, which the first one read decides.
std::optional<double> in_unit(const TomlField& field, CovariateDistribution& covariate) {
  if (!field)
    return std::nullopt;
  const auto measure = field.measure();
  if (!measure)
    return std::nullopt;
  if (covariate.unit.empty())
    covariate.unit = measure->value.unit.empty() ? "1" : measure->value.unit;
  const auto from = parse_unit(measure->value.unit.empty() ? "1" : measure->value.unit);
  const auto to = parse_unit(covariate.unit);
  if (!from || !to || !(from->dimension == to->dimension)) {
    field.report("unit.mismatch",
                 fmt::format("'{}': all values of a covariate have one dimension, here that of {}",
                             field.name().value, covariate.unit));
    return std::nullopt;
  }
  return from->factor == to->factor ? measure->value.value
                                    : measure->value.value * from->factor / to->factor;
}

void read_spread(TomlTable& table, CovariateDistribution& covariate, double& middle, double& sd) {
  const bool lognormal = covariate.kind == Kind::lognormal;
  const TomlField mean = table.field(lognormal ? "median" : "mean");
  if (const auto value = in_unit(mean, covariate))
    middle = *value;
  else if (!mean)
    table.report("toml.missing_field",
                 fmt::format("{} needs '{}'", table.name().value, lognormal ? "median" : "mean"),
                 table.at());
  if (!lognormal) {
    const TomlField spread = table.field("sd");
    if (const auto value = in_unit(spread, covariate))
      sd = *value;
    else if (!spread)
      table.report("toml.missing_field", fmt::format("{} needs 'sd'", table.name().value),
                   table.at());
    return;
  }
  const TomlField log_sd = table.field("log_sd"), cv = table.field("cv_percent");
  if (static_cast<bool>(log_sd) == static_cast<bool>(cv)) {
    table.report("population.either_or",
                 fmt::format("{}: give one of 'log_sd' and 'cv_percent'", table.name().value),
                 table.at());
    return;
  }
  if (const auto value = log_sd.number())
    sd = *value;
  if (const auto value = cv.number()) {
    if (*value < 0.0)
      cv.report("population.sd", "'cv_percent' must not be negative");
    sd = std::sqrt(std::log1p(*value * *value * 1e-4));
  }
}

CovariateDistribution read_covariate(TomlTable table) {
  CovariateDistribution covariate;
  covariate.name = table.name().value;
  covariate.place.at = table.name().at;
  const TextAt word = table.text("distribution");
  static const std::vector<std::string> words{"fixed", "normal", "lognormal", "uniform",
                                              "categories"};
  if (std::ranges::find(words, word.value) == words.end()) {
    table.report("population.distribution",
                 fmt::format("{}: '{}' is no distribution", covariate.name, word.value), word.at,
                 "use fixed, normal, lognormal, uniform or categories");
    return covariate;
  }
  if (word.value == "fixed") {
    if (const auto value = in_unit(table.field("value"), covariate))
      covariate.mean = *value;
    else
      table.require({"value"});
    table.finish();
    return covariate;
  }
  covariate.kind = word.value == "normal"      ? Kind::normal
                   : word.value == "lognormal" ? Kind::lognormal
                   : word.value == "uniform"   ? Kind::uniform
                                               : Kind::categories;
  if (covariate.kind == Kind::categories) {
    table.require({"probabilities"});
    for (const TomlField& field : table.table("probabilities").fields())
      covariate.probabilities[field.name().value] = field.number().value_or(0.0);
    table.finish();
    return covariate;
  }
  if (covariate.kind != Kind::uniform) {
    covariate.by = table.text("by").value;
    if (covariate.by.empty()) {
      read_spread(table, covariate, covariate.mean, covariate.sd);
    } else {
      table.require({"groups"});
      for (TomlTable& group : table.named_tables("groups")) {
        auto& [mean, sd] = covariate.groups[group.name().value];
        read_spread(group, covariate, mean, sd);
        group.finish();
      }
    }
  } else {
    table.require({"low", "high"});
  }
  covariate.low = in_unit(table.field("low"), covariate);
  covariate.high = in_unit(table.field("high"), covariate);
  table.finish();
  return covariate;
}

CovariateCorrelation read_correlation(TomlTable table) {
  CovariateCorrelation pair;
  pair.place.at = table.at();
  table.require({"between", "correlation"});
  const TomlField between = table.field("between");
  const std::vector<TextAt> names = between.texts();
  if (names.size() == 2) {
    pair.first = names[0].value;
    pair.second = names[1].value;
  } else {
    between.report("population.correlation", "'between' names two covariates");
  }
  pair.correlation = table.number("correlation").value_or(0.0);
  table.finish();
  return pair;
}

PopulationTarget read_target(TomlTable table) {
  PopulationTarget target;
  target.place.at = table.at();
  table.require({"output", "metric"});
  target.name = table.text("name").value;
  target.output = table.text("output").value;
  target.metric = table.text("metric").value;
  const TomlField above = table.field("above"), below = table.field("below");
  if (static_cast<bool>(above) == static_cast<bool>(below))
    table.report("population.either_or", "a target is 'above' or 'below' a value", table.at());
  target.above = static_cast<bool>(above);
  if (const auto value = (above ? above : below).measure()) {
    target.value = value->value.value;
    target.unit = value->value.unit;
  }
  if (const auto level = table.measure("level"))
    target.level = level->value;
  if (target.name.empty())
    target.name =
        fmt::format("{} {}{} {} {}", target.output, target.metric,
                    target.level ? " " + to_text(*target.level) : std::string(),
                    target.above ? "above" : "below", to_text(Measure{target.value, target.unit}));
  table.finish();
  return target;
}

void name_file(PopulationSpec& spec, std::string_view file) {
  for (auto& [name, place] : spec.places.of)
    place.file = file;
  for (CovariateDistribution& covariate : spec.covariates)
    covariate.place.file = file;
  for (CovariateCorrelation& pair : spec.correlations)
    pair.place.file = file;
  for (PopulationTarget& target : spec.targets)
    target.place.file = file;
}

}  // namespace

PopulationSpec read_population(TomlTable table) {
  PopulationSpec spec;
  spec.places.of[""].at = table.at();
  for (const char* name :
       {"n", "percentiles", "relative_error", "memory_mb", "occasions", "curves"})
    if (const TomlField field = table.field(name))
      spec.places.of[name].at = field.at();
  if (const TomlField field = table.field("n"); const auto value = field.integer()) {
    if (*value < 1)
      field.report("population.whole_number", "'n' must be a whole number from 1");
    else
      spec.count = static_cast<std::uint64_t>(*value);
  }
  if (const TomlField field = table.field("seed"))
    spec.seed = read_seed(field);
  spec.between_subjects = table.flag("between_subjects").value_or(spec.between_subjects);
  spec.between_occasions = table.flag("between_occasions").value_or(spec.between_occasions);
  spec.residual = table.flag("residual").value_or(false);
  spec.uncertainty = table.flag("uncertainty").value_or(false);
  spec.patients = table.flag("patients").value_or(false);
  for (const TomlField& item : table.field("occasions").items())
    if (const auto start = item.measure_of(dimensions::time)) {
      if (!(to_internal(start->value).value_or(0.0) > 0.0))
        item.report("population.occasion", fmt::format("occasion '{}': must be a time after the "
                                                       "start",
                                                       to_text(start->value)));
      else
        spec.occasions.push_back(start->value);
    }
  spec.covariate_table = table.text("table").value;
  if (const TomlField field = table.field("percentiles"))
    spec.percentiles = field.numbers();
  // Ribbons pair them from the ends.
  std::ranges::sort(spec.percentiles);
  spec.percentiles.erase(std::ranges::unique(spec.percentiles).begin(), spec.percentiles.end());
  if (const auto value = table.number("relative_error"))
    spec.relative_error = *value;
  if (const auto value = table.number("memory_mb"))
    spec.memory_mb = *value;
  for (const TomlField& item : table.field("curves").items())
    if (const auto patient = item.integer()) {
      if (*patient < 1)
        item.report("population.whole_number", "patients are numbered from 1");
      else
        spec.curves.push_back(static_cast<std::uint64_t>(*patient - 1));
    }
  for (TomlTable& covariate : table.named_tables("covariates"))
    spec.covariates.push_back(read_covariate(std::move(covariate)));
  // Whatever chooses between groups comes before what is chosen by it.
  std::ranges::stable_partition(
      spec.covariates, [](const CovariateDistribution& c) { return c.kind == Kind::categories; });
  for (TomlTable& pair : table.tables("correlations"))
    spec.correlations.push_back(read_correlation(std::move(pair)));
  for (TomlTable& target : table.tables("targets"))
    spec.targets.push_back(read_target(std::move(target)));
  table.finish();
  name_file(spec, table.file());
  // What was not understood has been told, and would only be told again as missing.
  Diagnostics problems = check_population(spec);
  std::erase_if(problems,
                [&](const Diagnostic& problem) { return table.problem_at_line(problem.at.line); });
  for (const Diagnostic& problem : problems)
    table.report(problem.code, problem.message, problem.at, problem.hint);
  return spec;
}

}  // namespace ketascope
