// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodel/simulation.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <exception>
#include <map>
#include <sstream>
#include <utility>

#include "ketascope/app/observations.hpp"
#include "ketascope/app/run.hpp"
#include "viewmodel/defect.hpp"
#include "viewmodel/patients.hpp"

namespace ketascope {
namespace {

/// What the curves depend on; name, visibility and style do not count.
bool sameInput(ScenarioSpec a, const ScenarioSpec& b) {
  a.name = b.name;
  a.visible = b.visible;
  a.outputs = b.outputs;
  a.style = b.style;
  return a == b;
}

/// What `previous` has of a scenario that is unchanged since; null: nothing.
const ScenarioOutcome* known(const ScenarioSpec& spec, const Scenario& scenario,
                             const SimulationOutcome* previous) {
  if (previous == nullptr) {
    return nullptr;
  }
  const auto found = std::ranges::find_if(previous->scenarios, [&](const ScenarioOutcome& old) {
    return old.run && old.run->scenario.model == scenario.model && sameInput(old.spec, spec);
  });
  return found == previous->scenarios.end() ? nullptr : &*found;
}

std::shared_ptr<const Run> renamed(const Run& old, const ScenarioSpec& spec,
                                   const Scenario& scenario) {
  Run run = old;
  run.spec = spec;
  run.scenario.name = scenario.name;
  run.result.scenario = scenario.name;
  return std::make_shared<const Run>(std::move(run));
}

/// `written` as the document has it; its curves bear the name that the list shows.
ScenarioOutcome simulateOne(const ScenarioSpec& written, const std::string& title,
                            const SimulationRequest& request, const RunControl& control,
                            const SimulationOutcome* previous) {
  ScenarioOutcome outcome;
  outcome.spec = written;
  ScenarioSpec spec = written;
  if (spec.name.empty()) {
    spec.name = title;
  }
  auto scenario = prepare(spec, request.library, request.folder);
  if (!scenario) {
    outcome.diagnostics = std::move(scenario.error());
    return outcome;
  }
  if (!spec.visible) {
    outcome.diagnostics = resolve(*scenario).diagnostics;
    return outcome;
  }
  if (spec.events.empty()) {  // an event table may have changed on disk
    if (const ScenarioOutcome* old = known(spec, *scenario, previous)) {
      outcome.run = old->run->spec == spec && old->run->scenario.name == scenario->name
                        ? old->run
                        : renamed(*old->run, spec, *scenario);
      outcome.diagnostics = outcome.run->result.warnings;
      return outcome;
    }
  }
  auto result = simulate(*scenario, control);
  if (!result) {
    outcome.diagnostics = std::move(result.error());
    return outcome;
  }
  outcome.diagnostics = result->warnings;
  outcome.run = std::make_shared<const Run>(Run{spec, std::move(*scenario), std::move(*result)});
  return outcome;
}

/// Takes over the ribbon of a scenario that is as it was. False where it has to be computed.
bool knownPatients(ScenarioOutcome& outcome, const PopulationSpec& spec,
                   const SimulationOutcome* previous) {
  using NoRibbon = ScenarioOutcome::NoRibbon;
  if (!patients_differ(*outcome.run->scenario.model, spec)) {
    outcome.noRibbon = NoRibbon::noVariability;
    return true;
  }
  const ScenarioOutcome* old = known(outcome.spec, outcome.run->scenario, previous);
  // A table may have changed on disk.
  const bool sameDoses =
      outcome.spec.events.empty() ||
      (old != nullptr && old->run->scenario.regimen == outcome.run->scenario.regimen);
  if (old != nullptr && sameDoses && old->patients && previous->patientSpec == spec &&
      old->spec.outputs == outcome.spec.outputs) {
    outcome.patients = old->patients;
    return true;
  }
  return false;
}

/// Scenarios whose ribbons have to be computed; those that are known are taken over.
std::vector<int> withoutRibbon(SimulationOutcome& outcome, const SimulationRequest& request,
                               const SimulationOutcome* previous) {
  auto spec = read_patients(*request.document.population, request.folder);
  if (!spec) {
    outcome.diagnostics.insert(outcome.diagnostics.end(), spec.error().begin(), spec.error().end());
    return {};
  }
  outcome.patientSpec = std::move(*spec);
  std::vector<int> missing;
  for (const int index : outcome.shown) {
    if (!knownPatients(outcome.scenarios[static_cast<std::size_t>(index)], *outcome.patientSpec,
                       previous)) {
      missing.push_back(index);
    }
  }
  return missing;
}

/// Gives those scenarios to the document's virtual patients.
void addPatients(SimulationOutcome& outcome, const std::vector<int>& missing,
                 const RunControl& control) {
  Diagnostics problems;
  for (std::size_t i = 0; i < missing.size(); ++i) {
    ScenarioOutcome& scenario = outcome.scenarios[static_cast<std::size_t>(missing[i])];
    RunControl one = control;
    one.progress = [&control, i, count = static_cast<double>(missing.size())](double fraction) {
      control.progress((static_cast<double>(i) + fraction) / count);
    };
    auto result = simulate_patients(*scenario.run, *outcome.patientSpec, one);
    if (control.stop.stop_requested()) {
      return;
    }
    if (result) {
      scenario.patients = std::make_shared<const PopulationResult>(std::move(*result));
    } else {
      scenario.noRibbon = ScenarioOutcome::NoRibbon::refused;
      problems.insert(problems.end(), result.error().begin(), result.error().end());
    }
  }
  for (Diagnostic& problem : problems) {  // of the patients, so that each scenario has the same
    if (std::ranges::find(outcome.diagnostics, problem) == outcome.diagnostics.end()) {
      outcome.diagnostics.push_back(std::move(problem));
    }
  }
}

/// What ribbons and observed points have added to the figure, in the reader's language.
/// `said` is how much of the footnote is so already.
void reword(SimulationOutcome& outcome, std::size_t said, const Words& words) {
  std::istringstream lines(outcome.figure.footnote.substr(said));
  outcome.figure.footnote.resize(said);
  for (std::string line; std::getline(lines, line);) {
    if (!line.empty()) {
      outcome.figure.footnote += "\n" + words(line);
    }
  }
  for (Figure::Point& point : outcome.figure.points) {
    point.label = words(point.label);
  }
  for (std::string& note : outcome.observed) {
    note = words(note);
  }
}

/// Part of the progress that the curves make where virtual patients follow.
constexpr double curvesPart = 0.1;

RunControl partOf(const RunControl& control, double from, double to) {
  RunControl part = control;
  if (control.progress) {
    part.progress = [&control, from, to](double fraction) {
      control.progress(from + fraction * (to - from));
    };
  }
  return part;
}

void simulateScenarios(SimulationOutcome& outcome, const SimulationRequest& request,
                       const RunControl& control, const SimulationOutcome* previous) {
  const auto& scenarios = request.document.scenarios;
  const auto count = static_cast<double>(std::max<std::size_t>(scenarios.size(), 1));
  for (std::size_t i = 0; i < scenarios.size() && !control.stop.stop_requested(); ++i) {
    const auto place = static_cast<double>(i);
    const RunControl one = partOf(control, place / count, (place + 1) / count);
    outcome.scenarios.push_back(
        simulateOne(scenarios[i], i < request.titles.size() ? request.titles[i] : std::string(),
                    request, one, previous));
    if (outcome.scenarios.back().run) {
      outcome.shown.push_back(static_cast<int>(i));
    }
  }
}

/// Tables and the curves of the figure: all that virtual patients change nothing of.
void describe(SimulationOutcome& outcome, const std::vector<Run>& runs,
              const SimulationRequest& request) {
  const DisplaySpec& display = request.document.display;
  if (auto bands = choose_bands(request.bands, display)) {
    outcome.bands = std::move(*bands);
  } else {
    outcome.diagnostics.insert(outcome.diagnostics.end(), bands.error().begin(),
                               bands.error().end());
  }
  outcome.summary = summarise(runs, outcome.bands, display);
  outcome.comparison = compare_runs(runs, outcome.bands, display);
  outcome.figure =
      build_figure(runs, outcome.bands, display, request.document.title, request.words);
  for (const std::string& note : grade_notes(runs)) {
    outcome.notes.push_back(request.words(note));
  }
  for (const std::string& note : incomplete_notes(runs)) {
    outcome.notes.push_back(request.words(note));
  }
  for (std::size_t r = 0; r < runs.size(); ++r) {
    const std::size_t rows = runs[r].result.subjects.size() * shown_columns(runs[r]).size();
    outcome.rowScenario.insert(outcome.rowScenario.end(), rows, outcome.shown[r]);
  }
  outcome.rowScenario.resize(outcome.summary.size(), 0);
}

/// A scenario keeps its colour when another one is hidden.
void recolour(SimulationOutcome& outcome) {
  const auto own = [&](int& run) {
    if (run >= 0 && static_cast<std::size_t>(run) < outcome.shown.size()) {
      run = outcome.shown[static_cast<std::size_t>(run)];
    }
  };
  std::map<int, std::string> colours;
  for (const auto& [run, colour] : outcome.figure.colours) {
    int scenario = run;
    own(scenario);
    colours[scenario] = colour;
  }
  outcome.figure.colours = std::move(colours);
  for (auto& curve : outcome.figure.curves) {
    own(curve.colour);
  }
  for (auto& ribbon : outcome.figure.ribbons) {
    own(ribbon.colour);
  }
  for (auto& dose : outcome.figure.doses) {
    own(dose.colour);
    own(dose.scenario);
  }
  for (auto& point : outcome.figure.points) {
    own(point.colour);
  }
  for (auto& pane : outcome.figure.panes) {
    for (auto& curve : pane.curves) {
      own(curve.colour);
    }
    for (auto& ribbon : pane.ribbons) {
      own(ribbon.colour);
    }
  }
}

/// What stands around the curves: the ribbons that are there, and what was observed.
void dress(SimulationOutcome& outcome, const std::vector<Run>& runs,
           const SimulationRequest& request) {
  const DisplaySpec& display = request.document.display;
  const std::size_t said = outcome.figure.footnote.size();
  add_ribbons(outcome.figure, runs, outcome.patients(), display);
  if (display.observed && request.observations) {
    const ObservedData observed = observed_data(runs, *request.observations, display);
    add_observed(outcome.figure, observed);
    outcome.observed = observed.notes;
    outcome.observedWanted = true;
    outcome.observedFound = !observed.points.empty();
  }
  reword(outcome, said, request.words);
  recolour(outcome);
}

/// Computes the ribbons that are missing; hands the curves out when that takes long.
void addPatients(SimulationOutcome& outcome, const std::vector<int>& missing,
                 const std::vector<Run>& runs, const SimulationRequest& request,
                 const RunControl& control) {
  const auto begin = std::chrono::steady_clock::now();
  const auto elapsedMs = [begin] {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
        .count();
  };
  // A copy, because workers hand it out while the outcome goes on.
  SimulationOutcome curves;
  std::atomic<bool> handed = !request.early;
  const auto handOut = [&] {
    if (elapsedMs() >= request.earlyAfterMs && !handed.exchange(true)) {
      dress(curves, runs, request);
      request.early(std::move(curves));
    }
  };
  if (!handed) {
    curves = outcome;
    curves.ribbonsPending = true;
    handOut();
  }
  RunControl watched = control;
  watched.progress = [&](double fraction) {
    handOut();
    if (control.progress) {
      control.progress(fraction);
    }
  };
  addPatients(outcome, missing, watched);
  outcome.ribbonsMs = elapsedMs();
}

}  // namespace

std::vector<RunPatients> SimulationOutcome::patients() const {
  std::vector<RunPatients> all;
  for (std::size_t r = 0; r < shown.size(); ++r) {
    const ScenarioOutcome& scenario = scenarios[static_cast<std::size_t>(shown[r])];
    if (scenario.patients) {
      all.push_back({r, scenario.patients});
    }
  }
  return all;
}

std::vector<Run> SimulationOutcome::runs() const {
  std::vector<Run> all;
  for (const int index : shown) {
    all.push_back(*scenarios[static_cast<std::size_t>(index)].run);
  }
  return all;
}

SimulationOutcome simulateDocument(const SimulationRequest& request, const RunControl& control,
                                   const SimulationOutcome* previous) {
  SimulationOutcome outcome;
  outcome.document = request.document;
  try {
    const bool wanted = showsPatients(request.document);
    const double curvesEnd = wanted ? curvesPart : 1.0;
    simulateScenarios(outcome, request, partOf(control, 0.0, curvesEnd), previous);
    if (control.stop.stop_requested()) {
      outcome.cancelled = true;
      return outcome;
    }
    const std::vector<int> missing =
        wanted ? withoutRibbon(outcome, request, previous) : std::vector<int>();
    const std::vector<Run> runs = outcome.runs();
    describe(outcome, runs, request);
    if (!missing.empty()) {
      addPatients(outcome, missing, runs, request, partOf(control, curvesEnd, 1.0));
    }
    if (control.stop.stop_requested()) {
      outcome.cancelled = true;
      return outcome;
    }
    dress(outcome, runs, request);
  } catch (const std::exception& problem) {
    outcome.diagnostics.push_back(defect(problem));
  }
  return outcome;
}

}  // namespace ketascope
