// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <string_view>

#include "ketascope/units/measure.hpp"
#include "population/refuse.hpp"

namespace ketascope {
namespace {

using Kind = CovariateDistribution::Kind;

constexpr std::array<std::string_view, 6> metric_names{"cmax", "tmax", "auc",
                                                       "cmin", "last", "time_above"};

class Check {
 public:
  explicit Check(const PopulationSpec& spec) : spec_(spec) {}

  Diagnostics all() {
    numbers();
    for (const CovariateDistribution& covariate : spec_.covariates)
      check(covariate);
    for (const CovariateCorrelation& pair : spec_.correlations)
      check(pair);
    for (std::size_t t = 0; t < spec_.targets.size(); ++t)
      check(t);
    return std::move(problems_);
  }

 private:
  void refuse_field(std::string_view field, std::string code, std::string message,
                    std::string hint = {}) {
    auto place = spec_.places.of.find(field);
    if (place == spec_.places.of.end())
      place = spec_.places.of.find("");
    refuse(problems_, place == spec_.places.of.end() ? SpecPlace{} : place->second, std::move(code),
           std::move(message), std::move(hint));
  }

  void numbers() {
    if (spec_.count == 0)
      refuse_field("n", "population.count", "a population needs at least one patient");
    if (spec_.count > most_patients)
      refuse_field("n", "population.count",
                   "a population has at most four thousand million patients");
    if (spec_.percentiles.empty())
      refuse_field("percentiles", "population.percentiles", "at least one percentile is needed");
    for (const double p : spec_.percentiles)
      if (!(p > 0.0 && p < 100.0))
        refuse_field("percentiles", "population.percentiles",
                     fmt::format("percentile {}: must lie between 0 and 100", p));
    if (!std::ranges::is_sorted(spec_.percentiles, std::less_equal<>{}))
      refuse_field("percentiles", "population.percentiles", "percentiles must ascend, each once");
    if (!(spec_.relative_error >= 1e-6 && spec_.relative_error <= 0.5))
      refuse_field("relative_error", "population.relative_error",
                   "the relative error of percentiles lies between 1e-6 and 0.5");
    if (!(spec_.memory_mb >= 0.0))
      refuse_field("memory_mb", "population.memory", "memory_mb must not be negative",
                   "0 counts from the beginning");
    std::vector<double> starts_h;
    for (const Measure& start : spec_.occasions) {
      const auto h = to_internal(start, dimensions::time);
      if (!h || !(*h > 0.0))
        refuse_field("occasions", "population.occasion",
                     fmt::format("occasion '{}': must be a time after the start", to_text(start)));
      else if (std::ranges::find_if(starts_h, [&](double t) { return same_instant(t, *h); }) !=
               starts_h.end())
        refuse_field("occasions", "population.occasion",
                     fmt::format("occasion '{}': another begins at the same time", to_text(start)));
      else
        starts_h.push_back(*h);
    }
  }

  static std::string named(const CovariateDistribution& covariate) {
    return fmt::format("covariate '{}'", covariate.name);
  }

  void check(const CovariateDistribution& c) {
    const std::string owner = named(c);
    const auto wrong = [&](const char* code, std::string message, std::string hint = {}) {
      refuse(problems_, c.place, code, owner + ": " + std::move(message), std::move(hint));
    };
    if (c.kind == Kind::categories) {
      check_probabilities(c);
      return;
    }
    // What has a unit is a weight, a length, an age, a concentration: none is below nothing.
    const bool has_unit = !c.unit.empty() && c.unit != "1";
    const auto of = [&](const std::string& group) {
      return group.empty() ? std::string() : fmt::format("{} = '{}': ", c.by, group);
    };
    const auto spread = [&](double middle, double sd, const std::string& group) {
      if (!(sd >= 0.0))
        wrong("population.sd", of(group) + "sd must not be negative");
      if (c.kind == Kind::lognormal && !(middle > 0.0))
        wrong("population.median", of(group) + "a log-normal one needs a median above 0");
      else if (c.kind == Kind::normal && c.name == "WT" && !(middle > 0.0))
        wrong("population.mean", of(group) + "a weight must be above 0");
      else if (c.kind == Kind::normal && has_unit && middle < 0.0)
        wrong("population.mean", of(group) + "the mean must not be negative");
    };
    if (c.kind == Kind::uniform) {
      if (!(c.low && c.high && *c.low < *c.high))
        wrong("population.range", "a uniform one needs low below high");
    } else if (c.low && c.high && !(*c.low < *c.high)) {
      wrong("population.range", "low must be below high");
    }
    if (has_unit && c.kind == Kind::uniform && c.low && *c.low < 0.0)
      wrong("population.range", "low must not be negative");
    if (c.by.empty()) {
      if (c.kind != Kind::uniform)
        spread(c.mean, c.sd, {});
      return;
    }
    for (const auto& [label, group] : c.groups)
      spread(group.first, group.second, label);
    const auto chooser = std::ranges::find(spec_.covariates, c.by, &CovariateDistribution::name);
    if (chooser == spec_.covariates.end() || chooser->kind != Kind::categories) {
      wrong("population.by",
            fmt::format("'{}' must be a covariate with categories, given before it", c.by));
      return;
    }
    for (const auto& [label, probability] : chooser->probabilities)
      if (!c.groups.contains(label))
        wrong("population.by", fmt::format("mean and sd for {} = '{}' are missing", c.by, label));
    for (const auto& [label, group] : c.groups)
      if (!chooser->probabilities.contains(label))
        wrong("population.by", fmt::format("{} is never '{}'", c.by, label));
  }

  void check_probabilities(const CovariateDistribution& c) {
    double sum = 0.0;
    for (const auto& [label, probability] : c.probabilities) {
      if (!(probability >= 0.0))
        refuse(problems_, c.place, "population.probability",
               fmt::format("{}: the probability of '{}' must not be negative", named(c), label));
      sum += probability;
    }
    if (c.probabilities.empty() || std::abs(sum - 1.0) > 1e-6)
      refuse(problems_, c.place, "population.probability",
             fmt::format("{}: probabilities must add up to 1, not {:.6g}", named(c), sum));
  }

  void check(const CovariateCorrelation& pair) {
    const std::string owner = fmt::format("correlation of '{}' and '{}'", pair.first, pair.second);
    const auto drawn = [&](const std::string& name) {
      return std::ranges::find(spec_.covariates, name, &CovariateDistribution::name) !=
             spec_.covariates.end();
    };
    if (!drawn(pair.first) || !drawn(pair.second) || pair.first == pair.second)
      refuse(problems_, pair.place, "population.correlation",
             owner + ": both must be covariates drawn here");
    if (!(std::abs(pair.correlation) <= 1.0))
      refuse(problems_, pair.place, "population.correlation",
             fmt::format("{}: {} does not lie between -1 and 1", owner, pair.correlation));
  }

  void check(std::size_t t) {
    const PopulationTarget& target = spec_.targets[t];
    const std::string owner = fmt::format("target '{}'", target.name);
    for (std::size_t earlier = 0; earlier < t; ++earlier)
      if (spec_.targets[earlier].name == target.name) {
        refuse(problems_, target.place, "population.target",
               owner + ": another target has the same name", "give each a name of its own");
        break;
      }
    if (std::ranges::find(metric_names, target.metric) == metric_names.end())
      refuse(problems_, target.place, "population.metric",
             fmt::format("{}: '{}' is no metric", owner, target.metric),
             "use cmax, tmax, auc, cmin, last or time_above");
    if (target.metric == "time_above" && !target.level)
      refuse(problems_, target.place, "population.level",
             fmt::format("{}: time_above needs a level of '{}'", owner, target.output));
  }

  const PopulationSpec& spec_;
  Diagnostics problems_;
};

}  // namespace

Diagnostics check_population(const PopulationSpec& spec) {
  return Check(spec).all();
}

}  // namespace ketascope
