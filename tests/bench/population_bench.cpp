// SPDX-License-Identifier: GPL-3.0-or-later
#include <benchmark/benchmark.h>

#include <cmath>

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
    rows = run_bench(Library({KETASCOPE_MODELS_DIR}), options).value().rows;
    state.SetIterationTime(rows.back().wall_s);
  }
  state.counters["error"] = rows.back().error.value_or(INFINITY);
  state.counters["of_baseline"] = rows.back().to_baseline.value_or(0.0);
}
BENCHMARK_CAPTURE(Problem, P1, "P1", 1)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(Problem, P1_two_threads, "P1", 2)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(Problem, P2, "P2", 1)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(Problem, P2_two_threads, "P2", 2)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(Problem, P3, "P3", 1)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(Problem, P3_two_threads, "P3", 2)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(Problem, Replay, "replay", 1)->UseManualTime()->Unit(benchmark::kMillisecond);

/// The rows `population` of `ketascope bench`: patients, threads.
void FourRoutesPopulation(benchmark::State& state) {
  const auto [scenario, spec] = four_routes_population(Library({KETASCOPE_MODELS_DIR}),
                                                       static_cast<std::uint64_t>(state.range(0)))
                                    .value();
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
