// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/sweep.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <mutex>
#include <set>
#include <utility>

#include "ketascope/app/ribbons.hpp"
#include "ketascope/app/run.hpp"
#include "ketascope/sim/columns.hpp"
#include "ketascope/units/number.hpp"
#include "sim/parallel.hpp"

namespace ketascope {
namespace {

// Points that are prepared, run and forgotten together: enough to keep all cores busy.
constexpr std::size_t batch_points = 512;
constexpr std::string_view target_prefix = "target:";

std::string shown(const SweepValue& value) {
  return value.word.empty() ? to_text(value.number) : value.word;
}

ScenarioFile document_of(const ScenarioSpec& scenario, const SweepSpec& spec) {
  ScenarioFile document = spec.base;
  document.scenarios = {scenario};
  return document;
}

/// Errors of one scenario: what preparing it, a look at its doses, and its patients find.
Diagnostics problems_of(const ScenarioSpec& scenario, const SweepSpec& spec,
                        const Library& library) {
  const ScenarioFile document = document_of(scenario, spec);
  Diagnostics found = check_document(document, library, spec.base_folder);
  if (document.population && !has_errors(found)) {
    if (auto prepared = prepare_population(document, library, spec.base_folder); !prepared) {
      found.insert(found.end(), prepared.error().begin(), prepared.error().end());
    }
  }
  std::erase_if(found, [](const Diagnostic& d) { return d.severity != Severity::error; });
  return found;
}

/// A route need not be one of every model, nor a model know every route: it is enough that one
/// value of the other axis goes with it. Points that do not fit are told in their rows.
bool somewhere_sound(const SweepSpec& spec, const SweepAxis& axis, const ScenarioSpec& scenario,
                     const Library& library) {
  using What = SweepAxis::What;
  if (axis.what != What::model && axis.what != What::route) {
    return false;
  }
  const What partner = axis.what == What::model ? What::route : What::model;
  return std::ranges::any_of(spec.axes, [&](const SweepAxis& other) {
    return other.what == partner && std::ranges::any_of(other.words, [&](const std::string& word) {
             ScenarioSpec both = scenario;
             apply(other, {{}, word}, both);
             return problems_of(both, spec, library).empty();
           });
  });
}

/// Every axis is moved alone. An axis of models is tried first: what another axis varies may only
/// be there in one of its models.
Diagnostics find_problems(const SweepSpec& spec, const std::vector<SweepPoint>& points,
                          const Library& library) {
  Diagnostics problems;
  std::set<std::string> said;
  const auto report = [&](Diagnostics found, const SweepAxis* axis, const SweepValue* value) {
    for (Diagnostic& d : found) {
      if (!said.insert(d.code + d.message).second) {
        continue;
      }
      if (axis != nullptr && d.file.empty()) {
        d.message = fmt::format("{} = {}: {}", axis->vary, shown(*value), d.message);
        d.file = spec.file;
        d.at = axis->at;
      }
      problems.push_back(std::move(d));
    }
  };
  const ScenarioSpec& base = spec.base.scenarios.front();
  const bool models_vary = std::ranges::any_of(
      spec.axes, [](const SweepAxis& axis) { return axis.what == SweepAxis::What::model; });
  if (!models_vary) {
    report(problems_of(base, spec, library), nullptr, nullptr);
  }
  // The ends of an axis stand for what lies between; words are tried one by one.
  for (std::size_t a = 0; a < spec.axes.size(); ++a) {
    const SweepAxis& axis = spec.axes[a];
    std::vector<SweepValue> values;
    for (const std::string& word : axis.words) {
      values.push_back({{}, word});
    }
    for (const Measure& value : axis.values) {
      values.push_back({value, {}});
    }
    if (axis.from) {
      values.push_back({*axis.from, {}});
      values.push_back({*axis.to, {}});
    }
    for (const SweepValue& value : values) {
      ScenarioSpec scenario =
          models_vary && !points.empty() ? at_point(spec, points.front()) : base;
      apply(axis, value, scenario);
      Diagnostics found = problems_of(scenario, spec, library);
      if (!found.empty() && somewhere_sound(spec, axis, scenario, library)) {
        continue;
      }
      report(std::move(found), &axis, &value);
    }
  }
  return problems;
}

/// What is drawn for every patient is not what an axis says.
Diagnostics find_drawn_axes(const SweepSpec& spec) {
  Diagnostics problems;
  if (!spec.base.population) {
    return problems;
  }
  const PopulationSpec& people = *spec.base.population;
  for (const SweepAxis& axis : spec.axes) {
    const bool drawn =
        axis.what == SweepAxis::What::covariate &&
        (std::ranges::find(people.covariates, axis.name, &CovariateDistribution::name) !=
             people.covariates.end() ||
         std::ranges::find(people.table_names, axis.name) != people.table_names.end());
    if (drawn) {
      problems.push_back(
          {Severity::error, "sweep.drawn",
           fmt::format("{}: every virtual patient has a {} of his own", axis.vary, axis.name),
           spec.file, axis.at, "vary something else, or take it out of [population]"});
    }
  }
  return problems;
}

/// Whether the figure's metric is one of single subjects, or of patients.
Diagnostics find_metric_problems(const SweepSpec& spec) {
  const auto report = [&](const char* code, std::string message, std::string hint) {
    return Diagnostics{
        {Severity::error, code, std::move(message), spec.file, spec.metric_at, std::move(hint)}};
  };
  const bool of_target = spec.metric.starts_with(target_prefix);
  if (!spec.base.population) {
    return of_target ? report("sweep.metric",
                              fmt::format("[plot]: '{}' is one of virtual patients", spec.metric),
                              "[population] or --n says how many there are")
                     : Diagnostics{};
  }
  if (spec.metric == "auc_inf" || spec.metric == "half_life") {
    return report("sweep.metric",
                  fmt::format("[plot]: '{}' is not one of virtual patients", spec.metric),
                  "cmax, tmax, auc, time_in_band:ID or target:NAME");
  }
  if (of_target) {
    std::vector<std::string> names;
    for (const PopulationTarget& target : spec.base.population->targets) {
      names.push_back(target.name);
    }
    const std::string wanted = spec.metric.substr(target_prefix.size());
    if (std::ranges::find(names, wanted) == names.end()) {
      return report("sweep.target_unknown",
                    fmt::format("[plot]: the population has no target '{}'", wanted),
                    names.empty() ? std::string("[[population.targets]] says what they are")
                                  : fmt::format("targets: {}", fmt::join(names, ", ")));
    }
  }
  return {};
}

/// What [plot] names must be in some row of the table.
Diagnostics find_plot_problems(const SweepSpec& spec, const std::vector<SweepPoint>& points,
                               const Library& library, std::span<const EffectBand> bands) {
  Diagnostics problems;
  const auto report = [&](const char* code, std::string message, SourceLocation at,
                          std::string hint) {
    problems.push_back({Severity::error, code, std::move(message), spec.file, at, std::move(hint)});
  };
  constexpr std::string_view band_prefix = "time_in_band:";
  if (spec.metric.starts_with(band_prefix)) {
    const std::string id = spec.metric.substr(band_prefix.size());
    std::vector<std::string> ids;
    for (const EffectBand& band : bands) {
      ids.push_back(band.id);
    }
    if (std::ranges::find(ids, id) == ids.end()) {
      report("sweep.band_unknown", fmt::format("[plot]: no time is counted in a band '{}'", id),
             spec.metric_at, fmt::format("bands in the table: {}", fmt::join(ids, ", ")));
    }
  }
  if (spec.output.empty() || points.empty()) {
    return problems;
  }
  std::vector<std::string> models{at_point(spec, points.front()).model};
  for (const SweepAxis& axis : spec.axes) {
    if (axis.what == SweepAxis::What::model) {
      models = axis.words;
    }
  }
  std::vector<std::string> outputs;
  for (const std::string& model : models) {
    ScenarioSpec scenario = at_point(spec, points.front());
    scenario.model = model;
    const auto prepared = prepare(scenario, library, spec.base_folder);
    if (!prepared) {
      return problems;  // told with its axis; what it would have is not known
    }
    for (const ColumnInfo& column : columns_of(*prepared->model)) {
      if (std::ranges::find(outputs, column.name) == outputs.end()) {
        outputs.push_back(column.name);
      }
    }
  }
  if (std::ranges::find(outputs, spec.output) == outputs.end()) {
    report("sweep.output_unknown", fmt::format("[plot]: there is no output '{}'", spec.output),
           spec.output_at, fmt::format("there are {}", fmt::join(outputs, ", ")));
  }
  return problems;
}

SweepOutcome outcome_of(const ScenarioSpec& spec, const Scenario& scenario, const SweepSpec& sweep,
                        std::span<const EffectBand> bands, const std::stop_token& stop) {
  SweepOutcome outcome;
  RunControl one;
  one.stop = stop;
  one.threads = 1;
  one.audit = false;
  auto result = simulate(scenario, one);
  if (!result) {
    outcome.trouble = result.error().empty() ? "refused" : result.error().front().message;
    return outcome;
  }
  for (const SubjectResult& subject : result->subjects) {
    if (subject.status != Status::completed) {
      outcome.trouble =
          fmt::format("{} at {} h", to_text(subject.status), format_number(subject.reached_h, 4));
      return outcome;
    }
  }
  const Run run{spec, scenario, std::move(*result)};
  outcome.rows = summarise({&run, 1}, bands, sweep.base.display);
  // Columns are found by the band's id; its label may say the range in another unit.
  for (SummaryRow& row : outcome.rows) {
    for (SummaryRow::InBand& in : row.in_bands) {
      const auto band = std::ranges::find_if(
          bands, [&](const EffectBand& each) { return band_label(each) == in.band; });
      in.band = band == bands.end() ? in.band : band->id;
    }
  }
  return outcome;
}

Diagnostics all_problems(const SweepSpec& spec, const std::vector<SweepPoint>& points,
                         const Library& library, std::vector<EffectBand>& bands) {
  Diagnostics problems = find_problems(spec, points, library);
  for (Diagnostics& more : std::array{find_drawn_axes(spec), find_metric_problems(spec)}) {
    problems.insert(problems.end(), more.begin(), more.end());
  }
  if (const auto all = library.bands(); !all) {
    problems.insert(problems.end(), all.error().begin(), all.error().end());
  } else if (auto chosen = choose_bands(*all, spec.base.display); !chosen) {
    problems.insert(problems.end(), chosen.error().begin(), chosen.error().end());
  } else {
    bands = std::move(*chosen);
    const Diagnostics of_plot = find_plot_problems(spec, points, library, bands);
    problems.insert(problems.end(), of_plot.begin(), of_plot.end());
  }
  return problems;
}

/// A point that is ready to run, or the reason why it is not.
struct PointRun {
  std::optional<Scenario> scenario;
  std::optional<PreparedPopulation> patients;
  ScenarioSpec spec;
  SweepOutcome outcome;
  Diagnostics warnings;
  bool reached = false;
};

PointRun prepare_point(const SweepResult& sweep, std::size_t point, const Library& library) {
  PointRun run;
  const auto refused = [&](const Diagnostics& reasons) {
    run.outcome.trouble = reasons.empty() ? "refused" : reasons.front().message;
  };
  if (sweep.of_patients()) {
    if (auto prepared = patients_at(sweep.spec, sweep.points[point], library)) {
      run.warnings = prepared->warnings;
      run.patients = std::move(*prepared);
    } else {
      refused(prepared.error());
    }
    return run;
  }
  run.spec = at_point(sweep.spec, sweep.points[point]);
  if (auto scenario = prepare(run.spec, library, sweep.spec.base_folder)) {
    run.scenario = std::move(*scenario);
  } else {
    refused(scenario.error());
  }
  return run;
}

/// A run that was cut off is no result of its point.
void run_point(PointRun& point, const SweepResult& sweep, const RunControl& control) {
  if (point.patients) {
    auto result = simulate_population(point.patients->arms, point.patients->spec,
                                      point.patients->bands, control);
    if (!result) {
      point.outcome.trouble = result.error().empty() ? "refused" : result.error().front().message;
    } else if (!result->complete) {
      return;
    } else {
      point.warnings.insert(point.warnings.end(), result->warnings.begin(), result->warnings.end());
      point.outcome = outcome_of_patients(*point.patients, *result);
    }
  } else if (point.scenario) {
    point.outcome = outcome_of(point.spec, *point.scenario, sweep.spec, sweep.bands, control.stop);
  }
  point.reached = !control.stop.stop_requested() || !point.outcome.rows.empty() ||
                  !point.outcome.patients.empty();
}

/// How far all points are together; called by any thread.
class SweepProgress {
 public:
  SweepProgress(std::size_t points, const std::function<void(double)>& tell)
      : parts_(points), tell_(tell) {}
  void at(std::size_t point, double part) {
    if (!tell_) {
      return;
    }
    const std::lock_guard lock(lock_);
    done_ += std::max(part - parts_[point], 0.0);
    parts_[point] = std::max(part, parts_[point]);
    tell_(std::min(done_ / static_cast<double>(parts_.size()), 1.0));
  }

 private:
  std::mutex lock_;
  std::vector<double> parts_;
  double done_ = 0.0;
  const std::function<void(double)>& tell_;
};

/// Many points say the same: each kind of warning once, with the first point that has it.
class WarningsOfPoints {
 public:
  void add(std::size_t point, const Diagnostics& warnings) {
    std::set<std::string> here;
    for (const Diagnostic& warning : warnings) {
      if (!here.insert(warning.code).second) {
        continue;
      }
      const auto [known, fresh] = kinds_.try_emplace(warning.code, Kind{point, 0, warning});
      ++known->second.points;
    }
  }
  Diagnostics take(std::size_t points) {
    Diagnostics all;
    for (auto& [code, kind] : kinds_) {
      if (points > 1) {
        kind.first.message = kind.points == points
                                 ? fmt::format("all points: {}", kind.first.message)
                                 : fmt::format("{} of {} points, first {}: {}", kind.points, points,
                                               kind.point + 1, kind.first.message);
      }
      all.push_back(std::move(kind.first));
    }
    return all;
  }

 private:
  struct Kind {
    std::size_t point = 0, points = 0;
    Diagnostic first;
  };
  std::map<std::string, Kind> kinds_;
};

}  // namespace

Diagnostics check_sweep(const SweepSpec& spec, const Library& library) {
  auto begun = begin_sweep(spec, library);
  return begun ? Diagnostics{} : std::move(begun.error());
}

Diagnostics check_sweep_axes(const SweepSpec& spec) {
  return spec.axes.size() <= 2
             ? Diagnostics{}
             : Diagnostics{{Severity::error,
                            "sweep.plot_axes",
                            "a figure shows one axis or two",
                            {},
                            {},
                            "the table holds everything; draw it with another program"}};
}

tl::expected<SweepResult, Diagnostics> begin_sweep(const SweepSpec& spec, const Library& library) {
  SweepResult result;
  result.spec = spec;
  if (auto& people = result.spec.base.population) {
    auto read = read_patients(*people, spec.base_folder);
    if (!read) {
      return tl::unexpected(std::move(read.error()));
    }
    people = std::move(*read);
    people->covariate_table.clear();  // read once, not at every point
    people->curve_summaries = false;
    people->curves.clear();
    people->patients = false;
    people->residual = false;  // is in no metric
  }
  result.points = sweep_points(spec);
  Diagnostics problems = all_problems(result.spec, result.points, library, result.bands);
  if (has_errors(problems)) {
    return tl::unexpected(std::move(problems));
  }
  return result;
}

tl::expected<PreparedPopulation, Diagnostics> patients_at(const SweepSpec& spec,
                                                          const SweepPoint& point,
                                                          const Library& library) {
  ScenarioSpec scenario = at_point(spec, point);
  scenario.visible = true;
  return prepare_population(document_of(scenario, spec), library, spec.base_folder);
}

SweepOutcome outcome_of_patients(const PreparedPopulation& prepared,
                                 const PopulationResult& result) {
  SweepOutcome outcome;
  const ArmResult& arm = result.arms.front();
  const auto done = arm.statuses.find(Status::completed);
  if (done == arm.statuses.end() || done->second == 0) {
    outcome.trouble = arm.statuses.empty() ? std::string("nobody was simulated")
                                           : fmt::format("{} for all patients",
                                                         to_text(arm.statuses.begin()->first));
    return outcome;
  }
  outcome.patients = population_rows(prepared, arm);
  outcome.relative_error = arm.exact ? 0.0 : arm.relative_error;
  return outcome;
}

void note_points_without_result(SweepResult& result) {
  const auto troubled = [](const SweepOutcome& outcome) { return !outcome.trouble.empty(); };
  const auto count = std::ranges::count_if(result.outcomes, troubled);
  if (count == 0) {
    return;
  }
  const auto first = std::ranges::find_if(result.outcomes, troubled);
  result.warnings.push_back(
      {Severity::warning,
       "sweep.points_without_result",
       fmt::format("{} of {} points have no result; point {}: {}", count, result.points.size(),
                   first - result.outcomes.begin() + 1, first->trouble),
       {},
       {},
       {}});
}

tl::expected<SweepResult, Diagnostics> run_sweep(const SweepSpec& spec, const Library& library,
                                                 const RunControl& control) {
  auto begun = begin_sweep(spec, library);
  if (!begun) {
    return begun;
  }
  SweepResult& result = *begun;
  const std::size_t count = result.points.size();
  SweepProgress progress(count, control.progress);
  WarningsOfPoints warnings;
  for (std::size_t first = 0; first < count && result.complete; first += batch_points) {
    const std::size_t size = std::min(batch_points, count - first);
    std::vector<PointRun> runs(size);
    // The library keeps models that it has read and is not made for several threads.
    for (std::size_t i = 0; i < size; ++i) {
      runs[i] = prepare_point(result, first + i, library);
    }
    parallel_for(size, control.threads, [&](std::size_t i) {
      if (control.stop.stop_requested()) {
        return;
      }
      RunControl own = control;
      own.progress = [&](double part) { progress.at(first + i, part); };
      run_point(runs[i], result, own);
      progress.at(first + i, 1.0);
      runs[i].patients.reset();
      runs[i].scenario.reset();
    });
    for (std::size_t i = 0; i < size && result.complete; ++i) {
      if (!runs[i].reached) {
        result.complete = false;
      } else {
        warnings.add(first + i, runs[i].warnings);
        result.outcomes.push_back(std::move(runs[i].outcome));
      }
    }
  }
  result.warnings = warnings.take(count);
  note_points_without_result(result);
  return begun;
}

}  // namespace ketascope
