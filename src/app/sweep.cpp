// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/sweep.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <set>
#include <utility>

#include "ketascope/app/run.hpp"
#include "ketascope/sim/columns.hpp"
#include "ketascope/units/number.hpp"
#include "sim/parallel.hpp"

namespace ketascope {
namespace {

// Points that are prepared, run and forgotten together: enough to keep all cores busy.
constexpr std::size_t batch_points = 512;

std::string shown(const SweepValue& value) {
  return value.word.empty() ? to_text(value.number) : value.word;
}

/// Errors of one scenario: what preparing it and a look at its doses find.
Diagnostics problems_of(const ScenarioSpec& scenario, const SweepSpec& spec,
                        const Library& library) {
  ScenarioFile document = spec.base;
  document.scenarios = {scenario};
  Diagnostics found = check_document(document, library, spec.base_folder);
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

}  // namespace

Diagnostics check_sweep(const SweepSpec& spec, const Library& library) {
  std::vector<EffectBand> bands;
  return all_problems(spec, sweep_points(spec), library, bands);
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

tl::expected<SweepResult, Diagnostics> run_sweep(const SweepSpec& spec, const Library& library,
                                                 const RunControl& control) {
  SweepResult result;
  result.spec = spec;
  result.points = sweep_points(spec);
  std::vector<EffectBand> bands;
  Diagnostics problems = all_problems(spec, result.points, library, bands);
  if (has_errors(problems)) {
    return tl::unexpected(std::move(problems));
  }
  for (const EffectBand& band : bands) {
    result.bands.push_back(band.id);
  }
  if (spec.base.population) {
    const auto place = spec.base.population->places.of.find("");
    const SpecPlace at =
        place == spec.base.population->places.of.end() ? SpecPlace{} : place->second;
    result.warnings.push_back({Severity::warning, "sweep.population",
                               "a sweep runs single subjects: [population] is left alone", at.file,
                               at.at, "`ketascope population` runs virtual patients"});
  }

  const std::size_t count = result.points.size();
  std::atomic<std::size_t> finished{0};
  for (std::size_t first = 0; first < count && result.complete; first += batch_points) {
    const std::size_t size = std::min(batch_points, count - first);
    std::vector<ScenarioSpec> specs(size);
    std::vector<std::optional<Scenario>> scenarios(size);
    std::vector<SweepOutcome> outcomes(size);
    // The library keeps models that it has read and is not made for several threads.
    for (std::size_t i = 0; i < size; ++i) {
      specs[i] = at_point(spec, result.points[first + i]);
      auto scenario = prepare(specs[i], library, spec.base_folder);
      if (scenario) {
        scenarios[i] = std::move(*scenario);
      } else {
        outcomes[i].trouble =
            scenario.error().empty() ? "refused" : scenario.error().front().message;
      }
    }
    std::vector<char> reached(size, 0);
    parallel_for(size, control.threads, [&](std::size_t i) {
      if (control.stop.stop_requested()) {
        return;
      }
      if (scenarios[i]) {
        outcomes[i] = outcome_of(specs[i], *scenarios[i], spec, bands, control.stop);
      }
      // A run that was cut off is no result of its point.
      reached[i] = control.stop.stop_requested() && outcomes[i].rows.empty() ? 0 : 1;
      const std::size_t done = ++finished;
      if (control.progress) {
        control.progress(static_cast<double>(done) / static_cast<double>(count));
      }
    });
    for (std::size_t i = 0; i < size && result.complete; ++i) {
      if (reached[i] == 0) {
        result.complete = false;
      } else {
        result.outcomes.push_back(std::move(outcomes[i]));
      }
    }
  }
  const auto troubled = static_cast<std::size_t>(std::ranges::count_if(
      result.outcomes, [](const SweepOutcome& outcome) { return !outcome.trouble.empty(); }));
  if (troubled > 0) {
    const auto first = std::ranges::find_if(
        result.outcomes, [](const SweepOutcome& outcome) { return !outcome.trouble.empty(); });
    result.warnings.push_back(
        {Severity::warning,
         "sweep.points_without_result",
         fmt::format("{} of {} points have no result; point {}: {}", troubled, count,
                     first - result.outcomes.begin() + 1, first->trouble),
         {},
         {},
         {}});
  }
  return result;
}

}  // namespace ketascope
