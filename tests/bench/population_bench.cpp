// SPDX-License-Identifier: GPL-3.0-or-later
#include <benchmark/benchmark.h>

#include "ketascope/app/bench.hpp"
#include "ketascope/app/library.hpp"
#include "ketascope/population/population.hpp"

namespace {

using namespace ketascope;

/// A problem of `ketascope bench`, with its error as a counter.
void Problem(benchmark::State& state, const char* name, int threads) {
  BenchOptions options;
  options.only = {name};
  options.threads = threads;
  options.repeats = 1;
  std::vector<BenchRow> rows;
  for (auto _ : state) {
    rows = run_bench(Library({KETASCOPE_MODELS_DIR}), options).value();
    state.SetIterationTime(rows.back().wall_s);
  }
  state.counters["error"] = rows.back().error;
  state.counters["of_baseline"] = rows.back().to_baseline;
}
BENCHMARK_CAPTURE(Problem, P1, "P1", 1)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(Problem, P1_two_threads, "P1", 2)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(Problem, P2, "P2", 1)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(Problem, P2_two_threads, "P2", 2)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(Problem, P3, "P3", 1)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(Problem, P3_two_threads, "P3", 2)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(Problem, Replay, "replay", 1)->UseManualTime()->Unit(benchmark::kMillisecond);

/// Ketamine by four routes one after the other, parent and two metabolites, 24 h at 1 min,
/// percentiles 5, 50 and 95: patients, threads.
void FourRoutesPopulation(benchmark::State& state) {
  Scenario scenario;
  scenario.model = Library({KETASCOPE_MODELS_DIR}).model("ketascope-reference").value();
  Schedule doses;
  for (const auto& [route, start] :
       {std::pair{"im", 0.0}, {"oral", 6.0}, {"iv", 12.0}, {"intranasal", 18.0}}) {
    DoseSpec dose;
    dose.route = route;
    dose.amount = {0.5, "mg/kg"};
    dose.start = {start, "h"};
    if (std::string_view(route) == "iv")
      dose.duration = Measure{40.0, "min"};
    doses.push_back(dose);
  }
  scenario.regimen = doses;
  scenario.sampling.until = {24.0, "h"};
  scenario.sampling.step = Measure{1.0, "min"};
  PopulationSpec spec;
  spec.count = static_cast<std::uint64_t>(state.range(0));
  spec.outputs = {"ketamine", "norketamine", "hydroxynorketamine"};
  CovariateDistribution weight;
  weight.name = "WT";
  weight.unit = "kg";
  weight.mean = 70;
  weight.sd = 10;
  weight.low = 45;
  weight.high = 110;
  spec.covariates = {weight};
  RunControl control;
  control.threads = static_cast<int>(state.range(1));
  for (auto _ : state)
    benchmark::DoNotOptimize(simulate_population({scenario}, spec, {}, control));
}
BENCHMARK(FourRoutesPopulation)
    ->Args({1'000, 1})
    ->Args({1'000, 2})
    ->Args({10'000, 1})
    ->Args({10'000, 2})
    ->Args({100'000, 2})
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

}  // namespace
