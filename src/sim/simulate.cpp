// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/sim/simulate.hpp"

#include <algorithm>
#include <atomic>
#include <optional>
#include <string>
#include <utility>

#include "ketascope/sim/columns.hpp"
#include "ketascope/units/measure.hpp"
#include "sim/parallel.hpp"
#include "sim/subject_run.hpp"

namespace ketascope {

std::string_view to_text(Status status) {
  switch (status) {
    case Status::completed:
      return "completed";
    case Status::cancelled:
      return "cancelled";
    case Status::step_limit:
      return "step_limit";
    case Status::non_finite:
      return "non_finite";
    case Status::no_steady_state:
      return "no_steady_state";
  }
  return "unknown";
}

std::vector<ColumnInfo> columns_of(const Model& model) {
  std::vector<ColumnInfo> columns;
  for (const Output& output : model.outputs) {
    ColumnInfo column;
    column.name = output.name;
    column.label = output.label;
    column.matrix = output.matrix;
    column.site = output.site;
    column.kind = output.kind;
    column.unit = output.unit_text;
    column.display = output.unit;
    if (output.analyte >= 0) {
      const Analyte& analyte = model.analytes[static_cast<std::size_t>(output.analyte)];
      column.analyte = analyte.id;
      column.enantiomer = analyte.enantiomer;
      column.molar_mass = analyte.molar_mass;
    }
    columns.push_back(std::move(column));
  }
  return columns;
}

namespace {

RowPlan row_plan(const Scenario& scenario, const Timeline& timeline) {
  RowPlan plan;
  const Sampling& sampling = scenario.sampling;
  const bool table = std::holds_alternative<EventTable>(scenario.regimen);
  plan.records = table;
  plan.events = !table || sampling.step.has_value() || !sampling.times_h.empty();
  const double until = to_internal(sampling.until).value_or(0.0);
  if (!sampling.times_h.empty()) {
    plan.grid_h = sampling.times_h;
    std::ranges::sort(plan.grid_h);
  } else if (sampling.step) {
    const double step = to_internal(*sampling.step).value_or(0.0);
    plan.grid_h = regular_grid(timeline.start_h, until, step);
  } else if (!table) {
    plan.grid_h = plotting_grid(timeline, until, sampling.points);
  }
  return plan;
}

/// A table ends with its last record, unless rows are asked for after it.
std::optional<double> run_on_until(const Scenario& scenario) {
  const Sampling& sampling = scenario.sampling;
  if (!std::holds_alternative<EventTable>(scenario.regimen))
    return std::nullopt;
  if (!sampling.times_h.empty())
    return std::ranges::max(sampling.times_h);
  if (sampling.step)
    return to_internal(sampling.until).value_or(0.0);
  return std::nullopt;
}

Diagnostics check_sampling(const Scenario& scenario) {
  Diagnostics problems;
  const auto refuse = [&](std::string message, std::string hint = {}) {
    problems.push_back(
        {Severity::error, "scenario.step", std::move(message), {}, {}, std::move(hint)});
  };
  constexpr double most_points = 10'000'000.0;
  if (!scenario.sampling.step)
    return problems;
  const auto step = to_internal(*scenario.sampling.step, dimensions::time);
  if (!step)
    refuse("step '" + to_text(*scenario.sampling.step) + "': " + step.error().message,
           step.error().hint);
  else if (!(*step > 0.0))
    refuse("step = " + to_text(*scenario.sampling.step) + ": must be above 0");
  else if (const auto until = to_internal(scenario.sampling.until, dimensions::time);
           until && *until / *step > most_points)
    refuse("step = " + to_text(*scenario.sampling.step) + " gives more than ten million points",
           "use a longer step");
  return problems;
}

}  // namespace

tl::expected<Result, Diagnostics> simulate(const Scenario& scenario, const RunControl& control) {
  const Model& model = *scenario.model;
  ResolvedScenario resolved = resolve(scenario);
  Diagnostics problems = std::move(resolved.diagnostics);
  for (Diagnostic& d : check_sampling(scenario))
    problems.push_back(std::move(d));
  if (scenario.solver.kind == SolverOptions::Kind::linear && !model.kinetics.linear)
    problems.push_back({Severity::error,
                        "scenario.solver",
                        "model " + model.id + " is not linear and needs the ODE solver",
                        {},
                        {},
                        "use solver = automatic"});
  if (has_errors(problems))
    return tl::unexpected(std::move(problems));

  Result result;
  result.scenario = scenario.name;
  result.model = scenario.model;
  result.columns = columns_of(model);

  // Subjects are compiled where they are run, so that only few timelines are held at a time. When
  // one is refused, the others are still compiled: one run names everything that is wrong.
  const std::size_t count = resolved.subjects.size();
  const std::optional<double> until_h = run_on_until(scenario);
  result.subjects.resize(count);
  std::vector<Diagnostics> found(count);
  std::atomic<bool> refused{false};
  const auto run_one = [&](std::size_t i, std::string* solver_name) {
    CompiledTimeline compiled = compile_timeline(model, resolved.subjects[i], scenario.covariates,
                                                 scenario.events_file, until_h);
    found[i] = std::move(compiled.diagnostics);
    resolved.subjects[i].records = {};
    if (has_errors(found[i]))
      refused = true;
    if (refused)
      return;
    if (control.stop.stop_requested() && count > 1) {
      result.subjects[i].id = resolved.subjects[i].id;
      result.subjects[i].status = Status::cancelled;
      return;
    }
    const RowPlan plan = row_plan(scenario, compiled.timeline);
    result.subjects[i] =
        run_subject(model, compiled.timeline, plan, scenario.solver, control.stop, solver_name);
    if (!control.audit)
      result.subjects[i].audit = {};
  };
  if (count == 1) {
    run_one(0, &result.solver);
    if (control.progress)
      control.progress(1.0);
  } else {
    std::atomic<std::size_t> done{0};
    parallel_for(count, control.threads, [&](std::size_t i) {
      run_one(i, i == 0 ? &result.solver : nullptr);
      if (control.progress)
        control.progress(static_cast<double>(++done) / static_cast<double>(count));
    });
  }
  problems.insert(problems.end(), scenario.notices.begin(), scenario.notices.end());
  for (const Diagnostics& some : found)
    problems.insert(problems.end(), some.begin(), some.end());
  if (has_errors(problems))
    return tl::unexpected(std::move(problems));
  result.warnings = std::move(problems);
  return result;
}

}  // namespace ketascope
