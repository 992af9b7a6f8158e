// SPDX-License-Identifier: GPL-3.0-or-later
#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "ketascope/app/library.hpp"
#include "ketascope/sim/simulate.hpp"

namespace {

using namespace ketascope;

Scenario scenario_of(const Library& library, const std::string& id, const std::string& route,
                     const Measure& amount, const std::optional<Measure>& duration) {
  DoseSpec dose;
  dose.route = route;
  dose.amount = amount;
  dose.duration = duration;
  Scenario scenario;
  scenario.model = library.model(id).value();
  scenario.regimen = Schedule{dose};
  scenario.sampling.until = {24.0, "h"};
  return scenario;
}

/// What a slider costs the engine: five models, one subject each, 24 h, the 1,200 point plotting
/// grid.
void FiveModelsOneSubject(benchmark::State& state) {
  const Library library({KETASCOPE_MODELS_DIR});
  const Measure infusion{40.0, "min"};
  std::vector<Scenario> scenarios = {
      scenario_of(library, "kamp2020", "iv", {0.5, "mg/kg"}, infusion),
      scenario_of(library, "domino1984", "iv", {0.5, "mg/kg"}, infusion),
      scenario_of(library, "simons2022", "sublingual", {50.0, "mg"}, {}),
      scenario_of(library, "perezruixo2021", "intranasal", {56.0, "mg"}, {}),
      scenario_of(library, "ashraf2018", "oral", {0.5, "mg/kg"}, {}),
  };
  double weight = 60.0;
  for (auto _ : state) {
    weight = weight < 80.0 ? weight + 0.1 : 60.0;
    for (Scenario& scenario : scenarios) {
      scenario.subject.covariates["WT"] = {weight, "kg"};
      benchmark::DoNotOptimize(simulate(scenario));
    }
  }
}
BENCHMARK(FiveModelsOneSubject)->Unit(benchmark::kMillisecond);

}  // namespace
