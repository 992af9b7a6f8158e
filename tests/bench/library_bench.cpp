// SPDX-License-Identifier: GPL-3.0-or-later
#include <benchmark/benchmark.h>

#include <filesystem>

#include "ketascope/app/library.hpp"
#include "ketascope/app/observations.hpp"

namespace {

using ketascope::Library;

/// Every model, effect, band and observation, read, checked and built from nothing: what the window
/// does before its first curve. The files are in the page cache, the library is not.
void WholeLibrary(benchmark::State& state) {
  for (auto _ : state) {
    const Library library({std::filesystem::path(KETASCOPE_MODELS_DIR)});
    std::size_t read = 0;
    for (const auto& id : library.model_ids()) {
      read += library.model(id).has_value() ? 1 : 0;
    }
    for (const auto& id : library.effect_ids()) {
      read += library.effect(id).has_value() ? 1 : 0;
    }
    const auto bands = library.bands();
    const auto observations = ketascope::load_observations(library);
    if (!bands || !observations ||
        read != library.model_ids().size() + library.effect_ids().size()) {
      state.SkipWithError("a file of the library has errors");
      break;
    }
    state.counters["models and effects"] = static_cast<double>(read);
    state.counters["observations"] = static_cast<double>(observations->size());
  }
}

void ObservationsOnly(benchmark::State& state) {
  const Library library({std::filesystem::path(KETASCOPE_MODELS_DIR)});
  for (auto _ : state) {
    benchmark::DoNotOptimize(ketascope::load_observations(library));
  }
}

}  // namespace

BENCHMARK(WholeLibrary)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(ObservationsOnly)->Unit(benchmark::kMillisecond)->UseRealTime();
