// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/verify.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <tl/expected.hpp>

#include "app/half_time.hpp"
#include "app/individual.hpp"
#include "app/output_curve.hpp"
#include "ketascope/analysis/metrics.hpp"
#include "ketascope/app/card.hpp"
#include "ketascope/sim/simulate.hpp"
#include "ketascope/units/number.hpp"

namespace ketascope {
namespace {

template <typename T>
using OrProblem = tl::expected<T, std::string>;

/// A value in internal units with what is needed to show it in another unit.
struct Obtained {
  double value = 0.0;
  Dimension dimension;
  std::optional<double> molar_mass;
};

/// One check on its way: the model treated as the check says.
class Trial {
 public:
  static OrProblem<Trial> make(const ModelPtr& model, const CheckSpec& check) {
    Trial trial;
    trial.scenario_.model = model;
    trial.scenario_.subject.covariates = check.covariates;
    trial.scenario_.regimen = check.doses;
    trial.output_ = check.output.empty() && model->outputs.size() == 1
                        ? 0
                        : model->output_index(check.output.value);
    if (trial.output_ < 0) {
      return tl::unexpected(fmt::format("no output '{}'", check.output.value));
    }
    return trial;
  }

  Obtained concentration(double value, Dimension per = dimensions::none) const {
    const Model& model = *scenario_.model;
    const Output& output = model.outputs[static_cast<std::size_t>(output_)];
    Obtained obtained{value, output.unit.dimension * per, {}};
    if (output.analyte >= 0) {
      obtained.molar_mass = model.analytes[static_cast<std::size_t>(output.analyte)].molar_mass;
    }
    return obtained;
  }

  /// The output on the grid of `points` up to a time.
  OrProblem<OutputCurve> on_grid(double until_h, int points) const {
    return output_on_grid(scenario_, output(), until_h, points);
  }

  /// The output at exactly these times, besides the jumps.
  OrProblem<OutputCurve> at_times(std::vector<double> times_h) const {
    return output_at_times(scenario_, output(), std::move(times_h));
  }

  const Scenario& scenario() const { return scenario_; }
  std::size_t output() const { return static_cast<std::size_t>(output_); }

 private:
  Scenario scenario_;
  int output_ = -1;
};

constexpr int grid_points = 5000;

OrProblem<double> hours(const std::optional<Measure>& measure, std::string_view what,
                        std::optional<double> otherwise = {}) {
  if (!measure) {
    if (otherwise) {
      return *otherwise;
    }
    return tl::unexpected(fmt::format("the check needs '{}'", what));
  }
  const auto value = to_internal(*measure, dimensions::time);
  if (!value) {
    return tl::unexpected(fmt::format("{}: {}", what, value.error().message));
  }
  return *value;
}

struct Peak {
  double value = 0.0;
  double time_h = 0.0;
};

/// The highest point of the output, looked at more and more closely.
OrProblem<Peak> find_peak(const Trial& trial, double until_h) {
  auto curve = trial.on_grid(until_h, grid_points);
  if (!curve) {
    return tl::unexpected(curve.error());
  }
  Peak peak;
  double low_h = 0.0;
  double high_h = until_h;
  for (int round = 0; round < 12; ++round) {
    const auto top =
        static_cast<std::size_t>(std::ranges::max_element(curve->value) - curve->value.begin());
    const double time_h = curve->time_h[top];
    peak = {curve->value[top], time_h};
    const auto below = std::ranges::lower_bound(curve->time_h, time_h);
    const auto above = std::ranges::upper_bound(curve->time_h, time_h);
    low_h = below == curve->time_h.begin() ? time_h : *(below - 1);
    high_h = above == curve->time_h.end() ? time_h : *above;
    if (!(high_h - low_h > 1e-7 * std::max(high_h, 1e-3))) {
      break;
    }
    curve = trial.at_times(evenly(low_h, high_h, 33));
    if (!curve) {
      return tl::unexpected(curve.error());
    }
  }
  return peak;
}

OrProblem<std::vector<double>> covariate_values(const Model& model, const CheckSpec& check) {
  std::vector<double> values;
  for (const Covariate& covariate : model.covariates) {
    const auto given = check.covariates.find(covariate.name);
    if (given == check.covariates.end()) {
      values.push_back(covariate.standard);
      continue;
    }
    const auto value = to_internal(given->second, covariate.unit.dimension);
    if (!value) {
      return tl::unexpected(fmt::format("{}: {}", covariate.name, value.error().message));
    }
    values.push_back(*value);
  }
  return values;
}

OrProblem<Obtained> check_half_life(const Model& model, const CheckSpec& check) {
  std::vector<int> compartments;
  for (const TextAt& name : check.compartments) {
    compartments.push_back(model.compartment_index(name.value));
    if (compartments.back() < 0) {
      return tl::unexpected(fmt::format("no compartment '{}'", name.value));
    }
  }
  const auto covariates = covariate_values(model, check);
  if (!covariates) {
    return tl::unexpected(covariates.error());
  }
  const auto found = half_lives_h(model, compartments, *covariates);
  if (check.phase < 1 || static_cast<std::size_t>(check.phase) > found.size()) {
    return tl::unexpected(
        fmt::format("there is no phase {}: {} half-lives", check.phase, found.size()));
  }
  return Obtained{found[static_cast<std::size_t>(check.phase - 1)], dimensions::time, {}};
}

OrProblem<Obtained> check_definition(const ModelPtr& model, const CheckSpec& check) {
  std::optional<double> molar_mass;
  if (model->dose_analyte >= 0) {
    molar_mass = model->analytes[static_cast<std::size_t>(model->dose_analyte)].molar_mass;
  }
  const std::string& name = check.definition.value;
  if (const int index = model->parameter_index(name); index >= 0) {
    const Parameter& parameter = model->parameters[static_cast<std::size_t>(index)];
    return Obtained{parameter.value, parameter.unit.dimension, molar_mass};
  }
  const int index = model->definition_index(name);
  if (index < 0) {
    return tl::unexpected(fmt::format("no definition or parameter '{}'", name));
  }
  const auto place = static_cast<std::size_t>(index);
  if (!model->definitions[place].constant_between_events) {
    return tl::unexpected(fmt::format("'{}' changes with time or state", name));
  }
  const auto covariates = covariate_values(*model, check);
  if (!covariates) {
    return tl::unexpected(covariates.error());
  }
  double dose_mg = 0.0;
  if (!check.doses.empty()) {
    Scenario scenario;
    scenario.model = model;
    scenario.subject.covariates = check.covariates;
    scenario.regimen = check.doses;
    const ResolvedScenario resolved = resolve(scenario);
    if (has_errors(resolved.diagnostics)) {
      return tl::unexpected(first_message(resolved.diagnostics));
    }
    for (const SubjectRecords& subject : resolved.subjects) {
      for (const EventRecord& record : subject.records) {
        dose_mg = std::max(dose_mg, record.amt_mg);
      }
    }
  }
  const auto values =
      model->kinetics.definitions.run(individual_inputs(*model, *covariates, dose_mg));
  const auto before = std::count_if(
      model->definitions.begin(), model->definitions.begin() + index,
      [](const Definition& definition) { return definition.constant_between_events; });
  return Obtained{values[static_cast<std::size_t>(before)],
                  model->definitions[place].unit.dimension, molar_mass};
}

OrProblem<Obtained> check_curve(const ModelPtr& model, const CheckSpec& check) {
  auto trial = Trial::make(model, check);
  if (!trial) {
    return tl::unexpected(trial.error());
  }
  const std::string& kind = check.kind.value;
  if (kind == "csht") {
    const auto end_h = end_of_input_h(trial->scenario());
    const auto time_h = end_h.and_then(
        [&](double end) { return half_time_h(trial->scenario(), trial->output(), end); });
    return time_h.map([](double value) { return Obtained{value, dimensions::time, {}}; });
  }
  if (kind == "value") {
    const auto at_h = hours(check.at_time, "at");
    if (at_h && *at_h < 0.0) {
      return tl::unexpected(
          fmt::format("at: {} is before the start of the run", to_text(*check.at_time)));
    }
    const auto curve = at_h.and_then([&](double time) { return trial->at_times({time}); });
    return curve.map(
        [&](const OutputCurve& found) { return trial->concentration(value_after(found, *at_h)); });
  }
  if (kind == "auc") {
    const auto until_h = hours(check.until, "until");
    const auto from_h = hours(check.from, "from", 0.0);
    if (!until_h || !from_h) {
      return tl::unexpected(until_h ? from_h.error() : until_h.error());
    }
    const auto curve = trial->on_grid(*until_h, grid_points);
    return curve.map([&](const OutputCurve& found) {
      return trial->concentration(auc_between(found.time_h, found.value, *from_h, *until_h),
                                  dimensions::time);
    });
  }
  const auto until_h = hours(check.until, "until", 24.0);
  const auto peak = until_h.and_then([&](double until) { return find_peak(*trial, until); });
  if (!peak) {
    return tl::unexpected(peak.error());
  }
  return kind == "cmax" ? trial->concentration(peak->value)
                        : Obtained{peak->time_h, dimensions::time, {}};
}

OrProblem<Obtained> obtain(const ModelPtr& model, const CheckSpec& check) {
  const std::string& kind = check.kind.value;
  if (kind == "half_life") {
    return check_half_life(*model, check);
  }
  if (kind == "definition") {
    return check_definition(model, check);
  }
  if (kind == "cmax" || kind == "tmax" || kind == "auc" || kind == "value" || kind == "csht") {
    return check_curve(model, check);
  }
  return tl::unexpected(fmt::format("unknown kind of check '{}'", kind));
}

/// Tolerance in the unit of the expected value.
OrProblem<double> tolerance_of(const CheckSpec& check, const Unit& unit,
                               std::optional<double> molar_mass) {
  if (check.tolerance_percent) {
    return std::abs(check.expected->value.value) * *check.tolerance_percent / 100.0;
  }
  if (!check.tolerance) {
    return tl::unexpected(std::string("the check has no tolerance"));
  }
  const auto own = parse_unit(check.tolerance->value.unit);
  if (!own) {
    return tl::unexpected("tolerance: " + own.error().message);
  }
  const auto value = convert(check.tolerance->value.value, *own, unit, molar_mass);
  if (!value) {
    return tl::unexpected("tolerance: " + value.error().message);
  }
  return *value;
}

OrProblem<void> judge(const ModelPtr& model, const CheckSpec& check, CheckOutcome& outcome) {
  if (!check.expected) {
    return tl::unexpected(std::string("the check has no expected value"));
  }
  outcome.unit = check.expected->value.unit;
  outcome.expected = check.expected->value.value;
  const auto unit = parse_unit(outcome.unit);
  if (!unit) {
    return tl::unexpected("expected: " + unit.error().message);
  }
  const auto obtained = obtain(model, check);
  if (!obtained) {
    return tl::unexpected(obtained.error());
  }
  const auto shown =
      convert(obtained->value, Unit{1.0, obtained->dimension}, *unit, obtained->molar_mass);
  if (!shown) {
    return tl::unexpected("expected: " + shown.error().message);
  }
  outcome.obtained = *shown;
  const auto tolerance = tolerance_of(check, *unit, obtained->molar_mass);
  if (!tolerance) {
    return tl::unexpected(tolerance.error());
  }
  outcome.tolerance = *tolerance;
  outcome.passed = std::abs(outcome.obtained - outcome.expected) <= outcome.tolerance;
  return {};
}

}  // namespace

bool passes_all_checks(const ModelPtr& model) {
  return std::ranges::all_of(model->checks, [&](const CheckSpec& check) {
    CheckOutcome outcome;
    return judge(model, check, outcome).has_value() && outcome.passed;
  });
}

std::vector<CheckOutcome> verify(const ModelPtr& model, const RunControl& control) {
  std::vector<CheckOutcome> outcomes;
  for (const CheckSpec& check : model->checks) {
    if (control.stop.stop_requested()) {
      break;
    }
    CheckOutcome outcome;
    outcome.model = model->id;
    outcome.check = check.id.value;
    outcome.kind = check.kind.value;
    outcome.source = check.source.value;
    outcome.evidence = check.evidence.value;
    if (const auto judged = judge(model, check, outcome); !judged) {
      outcome.problem = judged.error();
    }
    outcomes.push_back(std::move(outcome));
    if (control.progress) {
      control.progress(static_cast<double>(outcomes.size()) /
                       static_cast<double>(model->checks.size()));
    }
  }
  return outcomes;
}

}  // namespace ketascope
