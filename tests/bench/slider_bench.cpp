// SPDX-License-Identifier: GPL-3.0-or-later
#include <benchmark/benchmark.h>

#include <vector>

#include "ketascope/app/bench.hpp"
#include "ketascope/app/library.hpp"
#include "ketascope/sim/simulate.hpp"

namespace {

using namespace ketascope;

/// What a slider costs the engine; the row `slider` of `ketascope bench`.
void FiveModelsOneSubject(benchmark::State& state) {
  std::vector<Scenario> scenarios = slider_scenarios(Library({KETASCOPE_MODELS_DIR})).value();
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
