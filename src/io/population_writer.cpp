// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "io/population_text.hpp"
#include "io/toml_writer.hpp"

namespace ketascope {
namespace {

using Kind = CovariateDistribution::Kind;

std::string measure(double value, const std::string& unit) {
  return toml_measure({value, unit == "1" ? "" : unit});
}

std::string spread(const CovariateDistribution& covariate, double middle, double sd) {
  if (covariate.kind == Kind::lognormal)
    return fmt::format("median = {}, log_sd = {}", measure(middle, covariate.unit),
                       toml_number(sd));
  return fmt::format("mean = {}, sd = {}", measure(middle, covariate.unit),
                     measure(sd, covariate.unit));
}

std::string covariate_text(const CovariateDistribution& covariate) {
  static constexpr const char* words[] = {"normal", "lognormal", "uniform", "categories"};
  std::string text = fmt::format("{} = {{ distribution = \"{}\"", toml_key(covariate.name),
                                 words[static_cast<std::size_t>(covariate.kind)]);
  if (covariate.kind == Kind::categories) {
    std::string list;
    for (const auto& [label, probability] : covariate.probabilities)
      list += fmt::format("{}{} = {}", list.empty() ? "" : ", ", toml_key(label),
                          toml_number(probability));
    return text + fmt::format(", probabilities = {{ {} }} }}\n", list);
  }
  if (!covariate.by.empty()) {
    std::string list;
    for (const auto& [label, group] : covariate.groups)
      list += fmt::format("{}{} = {{ {} }}", list.empty() ? "" : ", ", toml_key(label),
                          spread(covariate, group.first, group.second));
    text += fmt::format(", by = {}, groups = {{ {} }}", toml_text(covariate.by), list);
  } else if (covariate.kind != Kind::uniform) {
    text += ", " + spread(covariate, covariate.mean, covariate.sd);
  }
  if (covariate.low)
    text += ", low = " + measure(*covariate.low, covariate.unit);
  if (covariate.high)
    text += ", high = " + measure(*covariate.high, covariate.unit);
  return text + " }\n";
}

}  // namespace

std::string population_text(const PopulationSpec& spec) {
  const PopulationSpec standard;
  std::string text = "[population]\n";
  const auto line = [&](std::string_view name, std::string_view value) {
    text += fmt::format("{} = {}\n", name, value);
  };
  const auto flag = [&](std::string_view name, bool value, bool usual) {
    if (value != usual)
      line(name, value ? "true" : "false");
  };
  const auto numbers = [](const auto& values, auto&& show) {
    std::string list;
    for (const auto& value : values)
      list += (list.empty() ? "" : ", ") + show(value);
    return "[" + list + "]";
  };
  line("n", fmt::to_string(spec.count));
  line("seed", toml_seed(spec.seed));
  line("percentiles", numbers(spec.percentiles, [](double p) { return toml_number(p); }));
  flag("between_subjects", spec.between_subjects, true);
  flag("between_occasions", spec.between_occasions, true);
  flag("residual", spec.residual, false);
  flag("uncertainty", spec.uncertainty, false);
  flag("patients", spec.patients, false);
  if (!spec.occasions.empty())
    line("occasions", numbers(spec.occasions, [](const Measure& m) { return toml_measure(m); }));
  if (!spec.covariate_table.empty())
    line("table", toml_text(spec.covariate_table));
  if (!spec.curves.empty())
    line("curves", numbers(spec.curves, [](std::uint64_t i) { return fmt::to_string(i + 1); }));
  if (spec.relative_error != standard.relative_error)
    line("relative_error", toml_number(spec.relative_error));
  if (spec.memory_mb != standard.memory_mb)
    line("memory_mb", toml_number(spec.memory_mb));
  if (!spec.covariates.empty()) {
    text += "\n[population.covariates]\n";
    for (const CovariateDistribution& covariate : spec.covariates)
      text += covariate_text(covariate);
  }
  for (const CovariateCorrelation& pair : spec.correlations)
    text +=
        fmt::format("\n[[population.correlations]]\nbetween = [{}, {}]\ncorrelation = {}\n",
                    toml_text(pair.first), toml_text(pair.second), toml_number(pair.correlation));
  for (const PopulationTarget& target : spec.targets) {
    text +=
        fmt::format("\n[[population.targets]]\nname = {}\noutput = {}\nmetric = {}\n{} = {}\n",
                    toml_text(target.name), toml_text(target.output), toml_text(target.metric),
                    target.above ? "above" : "below", toml_measure({target.value, target.unit}));
    if (target.level)
      text += fmt::format("level = {}\n", toml_measure(*target.level));
  }
  return text;
}

}  // namespace ketascope
