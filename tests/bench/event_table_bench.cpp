// SPDX-License-Identifier: GPL-3.0-or-later
#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <sys/resource.h>

#include <cstdlib>
#include <iterator>
#include <string>

#include "ketascope/dosing/timeline.hpp"
#include "ketascope/io/event_table.hpp"
#include "ketascope/io/model_file.hpp"
#include "ketascope/sim/simulate.hpp"

namespace ketascope {
namespace {

constexpr int subjects = 10'000, rows = 100;

ModelPtr kamp2020() {
  static const ModelPtr model =
      load_model(std::string(KETASCOPE_MODELS_DIR) + "/kamp2020.toml").model;
  return model;
}

/// 10,000 subjects of 100 rows: every tenth row is a dose (bolus and infusion in turn), the others
/// look. Each subject has its own weight, or each row when `moving`.
std::string table_text(bool moving) {
  std::string text = "ID,TIME,EVID,CMT,AMT,RATE,II,ADDL,SS,WT\n";
  text.reserve(std::size_t{subjects} * rows * 40);
  for (int s = 0; s < subjects; ++s) {
    for (int r = 0; r < rows; ++r) {
      const bool dose = r % 10 == 0;
      const double weight = 50.0 + s % 50 + (moving ? 0.01 * r : 0.0);
      fmt::format_to(std::back_inserter(text), "{},{},{},1,{},{},0,0,0,{}\n", s + 1, 0.25 * r,
                     dose ? 1 : 0, dose ? 35 : 0, r % 20 == 10 ? 70 : 0, weight);
    }
  }
  return text;
}

const std::string& table_text_once(bool moving) {
  static const std::string fixed = table_text(false), changing = table_text(true);
  return moving ? changing : fixed;
}

double peak_mib() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

EventTableFile parsed(bool moving) {
  auto table = parse_event_table(table_text_once(moving), "bench.csv", *kamp2020());
  if (!table) {
    std::abort();
  }
  return std::move(*table);
}

void parse_million_rows(benchmark::State& state) {
  const bool moving = state.range(0) != 0;
  benchmark::DoNotOptimize(table_text_once(moving).data());  // written before the clock starts
  for (auto _ : state) {
    benchmark::DoNotOptimize(parsed(moving));
  }
  state.counters["rows"] = subjects * rows;
  state.counters["peak_MiB"] = peak_mib();
}

void compile_million_rows(benchmark::State& state) {
  const EventTableFile table = parsed(state.range(0) != 0);
  for (auto _ : state) {
    for (const SubjectRecords& subject : table.subjects) {
      benchmark::DoNotOptimize(compile_timeline(*kamp2020(), subject, CovariatePolicy::nocb));
    }
  }
  state.counters["peak_MiB"] = peak_mib();
}

void simulate_million_rows(benchmark::State& state) {
  Scenario scenario;
  scenario.model = kamp2020();
  scenario.covariates = CovariatePolicy::nocb;
  scenario.regimen = parsed(state.range(0) != 0).subjects;
  RunControl control;
  control.threads = 1;
  control.audit = false;
  for (auto _ : state) {
    const auto result = simulate(scenario, control);
    if (!result) {
      std::abort();
    }
    benchmark::DoNotOptimize(result->subjects.back().values.back());
  }
  state.counters["peak_MiB"] = peak_mib();
}

// Argument: 0 = one weight per subject, 1 = the weight changes from row to row.
BENCHMARK(parse_million_rows)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);
BENCHMARK(compile_million_rows)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);
BENCHMARK(simulate_million_rows)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace ketascope
