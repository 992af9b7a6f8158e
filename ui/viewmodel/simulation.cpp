// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodel/simulation.hpp"

#include <algorithm>
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

ScenarioOutcome simulateOne(const ScenarioSpec& spec, const SimulationRequest& request,
                            const RunControl& control, const SimulationOutcome* previous) {
  ScenarioOutcome outcome;
  outcome.spec = spec;
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

/// Gives one scenario to the document's virtual patients.
void addPatients(ScenarioOutcome& outcome, const PopulationSpec& spec, const RunControl& control,
                 const SimulationOutcome* previous, Diagnostics& problems) {
  using NoRibbon = ScenarioOutcome::NoRibbon;
  if (!patients_differ(*outcome.run->scenario.model, spec)) {
    outcome.noRibbon = NoRibbon::noVariability;
    return;
  }
  const ScenarioOutcome* old = known(outcome.spec, outcome.run->scenario, previous);
  // A table may have changed on disk.
  const bool sameDoses =
      outcome.spec.events.empty() ||
      (old != nullptr && old->run->scenario.regimen == outcome.run->scenario.regimen);
  if (old != nullptr && sameDoses && old->patients && previous->patientSpec == spec &&
      old->spec.outputs == outcome.spec.outputs) {
    outcome.patients = old->patients;
    return;
  }
  auto result = simulate_patients(*outcome.run, spec, control);
  if (!result) {
    outcome.noRibbon = NoRibbon::refused;
    problems.insert(problems.end(), result.error().begin(), result.error().end());
    return;
  }
  outcome.patients = std::make_shared<const PopulationResult>(std::move(*result));
}

void addPatients(SimulationOutcome& outcome, const SimulationRequest& request,
                 const RunControl& control, const SimulationOutcome* previous) {
  auto spec = read_patients(*request.document.population, request.folder);
  if (!spec) {
    outcome.diagnostics.insert(outcome.diagnostics.end(), spec.error().begin(), spec.error().end());
    return;
  }
  outcome.patientSpec = *spec;
  Diagnostics problems;
  for (const int index : outcome.shown) {
    ScenarioOutcome& scenario = outcome.scenarios[static_cast<std::size_t>(index)];
    addPatients(scenario, *spec, control, previous, problems);
    if (control.stop.stop_requested()) {
      return;
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
    const auto count =
        static_cast<double>(std::max<std::size_t>(request.document.scenarios.size(), 1));
    for (std::size_t i = 0; i < request.document.scenarios.size(); ++i) {
      RunControl one = control;
      if (control.progress) {
        one.progress = [&control, i, count](double fraction) {
          control.progress((static_cast<double>(i) + fraction) / count);
        };
      }
      outcome.scenarios.push_back(
          simulateOne(request.document.scenarios[i], request, one, previous));
      if (outcome.scenarios.back().run) {
        outcome.shown.push_back(static_cast<int>(i));
      }
      if (control.stop.stop_requested()) {
        outcome.cancelled = true;
        return outcome;
      }
    }
    if (showsPatients(request.document)) {
      addPatients(outcome, request, control, previous);
      if (control.stop.stop_requested()) {
        outcome.cancelled = true;
        return outcome;
      }
    }
    const DisplaySpec& display = request.document.display;
    if (auto bands = choose_bands(request.bands, display)) {
      outcome.bands = std::move(*bands);
    } else {
      outcome.diagnostics.insert(outcome.diagnostics.end(), bands.error().begin(),
                                 bands.error().end());
    }
    const std::vector<Run> runs = outcome.runs();
    outcome.summary = summarise(runs, outcome.bands, display);
    outcome.comparison = compare_runs(runs, outcome.bands, display);
    outcome.figure =
        build_figure(runs, outcome.bands, display, request.document.title, request.words);
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
    // A scenario keeps its colour when another one is hidden.
    const auto own = [&](int run) {
      return run >= 0 && static_cast<std::size_t>(run) < outcome.shown.size()
                 ? outcome.shown[static_cast<std::size_t>(run)]
                 : run;
    };
    std::map<int, std::string> colours;
    for (auto& [run, colour] : outcome.figure.colours) {
      colours[own(run)] = std::move(colour);
    }
    outcome.figure.colours = std::move(colours);
    for (auto& curve : outcome.figure.curves) {
      curve.colour = own(curve.colour);
    }
    for (auto& ribbon : outcome.figure.ribbons) {
      ribbon.colour = own(ribbon.colour);
    }
    for (auto& dose : outcome.figure.doses) {
      dose.colour = own(dose.colour);
      dose.scenario = own(dose.scenario);
    }
    for (auto& point : outcome.figure.points) {
      point.colour = own(point.colour);
    }
    for (auto& pane : outcome.figure.panes) {
      for (auto& curve : pane.curves) {
        curve.colour = own(curve.colour);
      }
      for (auto& ribbon : pane.ribbons) {
        ribbon.colour = own(ribbon.colour);
      }
    }
  } catch (const std::exception& problem) {
    outcome.diagnostics.push_back(defect(problem));
  }
  return outcome;
}

}  // namespace ketascope
