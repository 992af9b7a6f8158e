// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/studies.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <system_error>

#include "app/dose_amount.hpp"
#include "app/study_rows.hpp"
#include "ketascope/analysis/metrics.hpp"
#include "ketascope/app/observations.hpp"

namespace ketascope {
namespace {

namespace fs = std::filesystem;

// Long enough for the slowest half-life that the models have, so that an area is complete.
constexpr double whole_course_h = 120.0;

Diagnostic error(std::string code, std::string message, std::string hint = {}) {
  return {Severity::error, std::move(code), std::move(message), {}, {}, std::move(hint)};
}

double hours(const Measure& measure) {
  return to_internal(measure, dimensions::time).value_or(0.0);
}

/// Dense while things happen, wide apart later; every time that somebody observed.
std::vector<double> sampling_times(double until_h, const std::vector<StudyRow>& rows,
                                   const std::vector<DoseSpec>& doses, bool whole_course) {
  std::set<double> times{0.0};
  std::vector<double> events;
  for (const DoseSpec& dose : doses) {
    const double start_h = hours(dose.start);
    events.push_back(start_h);
    if (dose.duration) {
      events.push_back(start_h + hours(*dose.duration));
    }
  }
  for (const double event_h : events) {
    for (double after_h = 0.01; after_h < 1.5; after_h *= 1.15) {
      times.insert(event_h + after_h);
    }
  }
  for (double t = 0.0; t < until_h; t += std::max(0.05, until_h / 300.0)) {
    times.insert(t);
  }
  times.insert(until_h);
  for (const StudyRow& row : rows) {
    if (row.observation.time_min) {
      times.insert(*row.observation.time_min / 60.0);
    }
  }
  if (whole_course) {
    for (double t = until_h; t < whole_course_h; t *= 1.03) {
      times.insert(t);
    }
    times.insert(whole_course_h);
  }
  return {times.begin(), times.end()};
}

ScenarioSpec scenario_of(const StudyPlan& plan, const std::vector<DoseSpec>& doses,
                         const std::map<std::string, Measure>& subject,
                         const std::map<std::string, std::string>& categories,
                         const std::vector<InteractionSpec>& interactions) {
  ScenarioSpec spec;
  spec.model = plan.model;
  spec.doses = doses;
  spec.subject = subject;
  spec.categories = categories;
  spec.interactions = interactions;
  return spec;
}

void finish_sampling(Scenario& scenario, std::vector<double> times) {
  scenario.sampling.until = {times.back(), "h"};
  scenario.sampling.times_h = std::move(times);
}

/// The first dose by vein, at once.
std::vector<DoseSpec> intravenous(const std::vector<DoseSpec>& doses) {
  DoseSpec dose = doses.front();
  dose.route = "iv";
  dose.start = {0.0, "h"};
  dose.duration.reset();
  dose.rate.reset();
  return {dose};
}

tl::expected<StudyArm, Diagnostics> make_arm(const StudyPlan& plan, const PlanArm& planned,
                                             const Model& model,
                                             const std::vector<Observation>& observations,
                                             const Library& library) {
  StudyArm arm;
  arm.plan = planned;
  arm.route = planned.doses.front().route;
  auto scenario =
      prepare(scenario_of(plan, planned.doses, planned.subject, planned.categories, {}), library);
  if (!scenario) {
    return tl::unexpected(std::move(scenario.error()));
  }
  arm.scenario = std::move(*scenario);
  bool whole = false, relative = false;
  for (const Observation& observation : observations) {
    if (observation.id != planned.id) {
      continue;
    }
    arm.citation = observation.citation;
    if (auto row = study_row(observation, model)) {
      whole = whole || observation.metric == "f" || observation.metric == "cl";
      relative = relative || observation.metric == "f";
      for (const PlanStage& stage : plan.stages) {
        const bool arm_in = std::ranges::find(stage.arms, planned.id) != stage.arms.end();
        const bool metric_in =
            std::ranges::find(stage.metrics, observation.metric) != stage.metrics.end();
        row->used = row->used || (arm_in && metric_in && row->scored);
        arm.fitted = arm.fitted || row->used;
      }
      arm.rows.push_back(std::move(*row));
    }
  }
  arm.first_dose_mg = typed_amount_mg(planned.doses.front(), arm.scenario);
  for (const DoseSpec& dose : planned.doses) {
    arm.dose_mg += typed_amount_mg(dose, arm.scenario);
  }
  finish_sampling(arm.scenario,
                  sampling_times(hours(planned.until), arm.rows, planned.doses, whole));
  if (relative) {
    const std::vector<DoseSpec> doses = intravenous(planned.doses);
    auto reference =
        prepare(scenario_of(plan, doses, planned.subject, planned.categories, {}), library);
    if (!reference) {
      return tl::unexpected(std::move(reference.error()));
    }
    finish_sampling(*reference, sampling_times(hours(planned.until), {}, doses, true));
    arm.intravenous = std::move(*reference);
  }
  return arm;
}

tl::expected<StudyRatio, Diagnostics> make_ratio(const StudyPlan& plan, const PlanRatio& planned,
                                                 const Library& library) {
  StudyRatio ratio;
  ratio.plan = planned;
  for (const PlanStage& stage : plan.stages) {
    ratio.fitted =
        ratio.fitted || std::ranges::find(stage.ratios, planned.id) != stage.ratios.end();
  }
  auto with = prepare(
      scenario_of(plan, planned.doses, planned.subject, planned.categories, planned.interactions),
      library);
  // What is compared with the arm that is changed: the same people, without the change.
  std::map<std::string, Measure> plain_subject;
  for (const auto& [name, value] : planned.subject) {
    if (name == "WT" || name == "DEVICES") {
      plain_subject[name] = value;
    }
  }
  auto without = prepare(scenario_of(plan, planned.doses, plain_subject, {}, {}), library);
  if (!with || !without) {
    return tl::unexpected(std::move(with ? without.error() : with.error()));
  }
  ratio.with = std::move(*with);
  ratio.without = std::move(*without);
  for (Scenario* scenario : {&ratio.with, &ratio.without}) {
    finish_sampling(*scenario, sampling_times(24.0, {}, planned.doses, true));
  }
  const auto find = [&](const std::string& name) { return ratio.with.model->output_index(name); };
  const int output = find(planned.output), over = planned.over.empty() ? 0 : find(planned.over);
  if (output < 0 || over < 0) {
    return tl::unexpected(Diagnostics{error(
        "study.unknown_output", fmt::format("ratio {}: the model has no output '{}'", planned.id,
                                            output < 0 ? planned.output : planned.over))});
  }
  ratio.output = static_cast<std::size_t>(output);
  if (!planned.over.empty()) {
    ratio.over = static_cast<std::size_t>(over);
  }
  return ratio;
}

std::optional<Result> run(Scenario scenario, const ParameterValues& values) {
  scenario.parameters.insert(values.begin(), values.end());
  RunControl control;
  control.audit = false;
  control.threads = 1;
  auto result = simulate(scenario, control);
  if (!result || result->subjects.size() != 1 ||
      result->subjects.front().status != Status::completed) {
    return std::nullopt;
  }
  return std::move(*result);
}

double area(const SubjectResult& subject, std::size_t column, double until_h) {
  return auc_between(subject.time_h, subject.column(column), 0.0, until_h);
}

}  // namespace

tl::expected<Studies, Diagnostics> load_studies(const Library& library, std::string_view id) {
  Studies studies;
  fs::path file;
  for (const fs::path& folder : library.folders()) {
    const fs::path candidate = folder / "studies" / (std::string(id) + ".toml");
    std::error_code ignored;
    if (fs::is_regular_file(candidate, ignored)) {
      file = candidate;
      break;
    }
  }
  if (file.empty()) {
    return tl::unexpected(Diagnostics{
        error("study.no_plan", fmt::format("there is no plan of studies for the model '{}'", id),
              "plans are in models/studies")});
  }
  auto plan = load_study_plan(file);
  if (!plan) {
    return tl::unexpected(std::move(plan.error()));
  }
  studies.plan = std::move(*plan);
  auto model = library.model(studies.plan.model);
  auto observations = load_observations(library);
  if (!model || !observations) {
    return tl::unexpected(std::move(model ? observations.error() : model.error()));
  }
  studies.model = *model;
  Diagnostics problems;
  for (const PlanStage& stage : studies.plan.stages) {
    for (const PlanParameter& parameter : stage.parameters) {
      if (studies.model->parameter_index(parameter.name) < 0) {
        problems.push_back(error("study.unknown_parameter",
                                 fmt::format("stage {}: model {} has no parameter '{}'", stage.id,
                                             studies.model->id, parameter.name)));
      }
    }
  }
  const auto keep = [&problems](auto made, auto& list) {
    if (made) {
      list.push_back(std::move(*made));
    } else {
      problems.insert(problems.end(), made.error().begin(), made.error().end());
    }
  };
  for (const PlanArm& arm : studies.plan.arms) {
    keep(make_arm(studies.plan, arm, *studies.model, *observations, library), studies.arms);
  }
  for (const PlanRatio& ratio : studies.plan.ratios) {
    keep(make_ratio(studies.plan, ratio, library), studies.ratios);
  }
  if (!problems.empty()) {
    return tl::unexpected(std::move(problems));
  }
  return studies;
}

std::vector<std::optional<double>> predict(const StudyArm& arm, const ParameterValues& values) {
  std::vector<std::optional<double>> predicted(arm.rows.size());
  const auto result = run(arm.scenario, values);
  if (!result) {
    return predicted;
  }
  std::optional<Result> reference;
  if (arm.intravenous) {
    reference = run(*arm.intravenous, values);
  }
  const StudyContext context{arm, *result, reference ? &*reference : nullptr, hours(arm.plan.until),
                             whole_course_h};
  for (std::size_t i = 0; i < arm.rows.size(); ++i) {
    predicted[i] = predicted_row(context, arm.rows[i]);
  }
  return predicted;
}

std::optional<double> predict(const StudyRatio& ratio, const ParameterValues& values) {
  const auto with = run(ratio.with, values), without = run(ratio.without, values);
  if (!with || !without) {
    return std::nullopt;
  }
  const auto exposure = [&](const Result& result, std::size_t column) {
    const SubjectResult& subject = result.subjects.front();
    return ratio.plan.metric == "cmax"
               ? curve_metrics(subject.time_h, subject.column(column), subject.side).cmax
               : area(subject, column, whole_course_h);
  };
  const auto measure = [&](const Result& result) {
    const double value = exposure(result, ratio.output);
    return ratio.over ? value / exposure(result, *ratio.over) : value;
  };
  const double below = measure(*without);
  return below > 0.0 ? std::optional(measure(*with) / below) : std::nullopt;
}

}  // namespace ketascope
