// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/workloads.hpp"

#include <malloc.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <string>

#include "app/bench/runner.hpp"
#include "ketascope/sim/columns.hpp"

namespace ketascope {
namespace {

/// The largest resident set of this process since watch() was called.
class PeakMemory {
 public:
  /// False where the system does not tell.
  static bool watch() {
    malloc_trim(0);
    std::ofstream clear("/proc/self/clear_refs");
    clear << '5' << std::flush;
    return clear.good();
  }
  static std::optional<double> mb() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
      if (double kb = 0.0; std::sscanf(line.c_str(), "VmHWM: %lf kB", &kb) == 1)
        return kb * 1024e-6;
    return std::nullopt;
  }
};

void move_slider(std::vector<Scenario>& scenarios, double weight_kg) {
  for (Scenario& scenario : scenarios)
    scenario.subject.covariates["WT"] = {weight_kg, "kg"};
}

/// Largest deviation of two results on the same rows, as `ketascope bench` measures errors.
double deviation(const SubjectResult& found, const SubjectResult& reference, std::size_t columns) {
  if (found.time_h.size() != reference.time_h.size())
    return INFINITY;
  double worst = 0.0;
  for (std::size_t c = 0; c < columns; ++c) {
    double peak = 0.0;
    for (const double v : reference.column(c))
      peak = std::max(peak, std::abs(v));
    if (!(peak > 0.0))
      continue;
    for (std::size_t r = 0; r < reference.time_h.size(); ++r) {
      const double ref = reference.column(c)[r];
      worst = std::max(worst,
                       std::abs(found.column(c)[r] - ref) / std::max(std::abs(ref), 1e-3 * peak));
    }
  }
  return worst;
}

/// Largest relative difference of the percentiles of two runs of the same patients.
double percentile_error(const PopulationResult& counted, const PopulationResult& exact) {
  double worst = 0.0;
  for (std::size_t c = 0; c < exact.arms.front().columns.size(); ++c) {
    const PopulationColumn &a = counted.arms.front().columns[c], &b = exact.arms.front().columns[c];
    for (std::size_t p = 0; p < b.percentiles.size(); ++p)
      for (std::size_t r = 0; r < b.percentiles[p].size(); ++r)
        if (b.percentiles[p][r] != 0.0)
          worst = std::max(worst, std::abs(a.percentiles[p][r] / b.percentiles[p][r] - 1.0));
  }
  return worst;
}

}  // namespace

tl::expected<std::vector<Scenario>, Diagnostics> slider_scenarios(const Library& library) {
  struct Given {
    const char *model, *route;
    Measure amount;
    std::optional<Measure> duration;
  };
  const Measure infusion{40.0, "min"};
  std::vector<Scenario> scenarios;
  for (const Given& given : {Given{"kamp2020", "iv", {0.5, "mg/kg"}, infusion},
                             {"domino1984", "iv", {0.5, "mg/kg"}, infusion},
                             {"simons2022", "sublingual", {50.0, "mg"}, {}},
                             {"perezruixo2021", "intranasal", {56.0, "mg"}, {}},
                             {"ashraf2018", "oral", {0.5, "mg/kg"}, {}}}) {
    auto model = library.model(given.model);
    if (!model)
      return tl::unexpected(std::move(model.error()));
    DoseSpec dose;
    dose.route = given.route;
    dose.amount = given.amount;
    dose.duration = given.duration;
    Scenario scenario;
    scenario.model = std::move(*model);
    scenario.regimen = Schedule{dose};
    scenario.sampling.until = {24.0, "h"};
    scenarios.push_back(std::move(scenario));
  }
  return scenarios;
}

tl::expected<std::pair<Scenario, PopulationSpec>, Diagnostics> four_routes_population(
    const Library& library, std::uint64_t patients) {
  auto model = library.model("ketascope-reference");
  if (!model)
    return tl::unexpected(std::move(model.error()));
  Scenario scenario;
  scenario.model = std::move(*model);
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
  spec.count = patients;
  spec.outputs = {"ketamine", "norketamine", "hydroxynorketamine"};
  CovariateDistribution weight;
  weight.name = "WT";
  weight.unit = "kg";
  weight.mean = 70;
  weight.sd = 10;
  weight.low = 45;
  weight.high = 110;
  spec.covariates = {weight};
  return std::pair{std::move(scenario), std::move(spec)};
}

namespace bench {

tl::expected<BenchRow, Diagnostics> run_slider(const Library& library, const BenchOptions& options,
                                               const RunControl& control) {
  auto made = slider_scenarios(library);
  if (!made)
    return tl::unexpected(std::move(made.error()));
  std::vector<Scenario>& scenarios = *made;
  BenchRow row;
  row.problem = "slider";
  row.solver = "five models, one each";
  row.subjects = 1;
  double weight_kg = 60.0, worst = 0.0;
  // Also warms up: the first move finds the models' pages.
  for (Scenario scenario : scenarios) {
    if (control.stop.stop_requested())
      return row;
    const auto found = simulate(scenario);
    scenario.solver.kind = SolverOptions::Kind::ode;
    scenario.solver.stepper = SolverOptions::Stepper::dopri5;
    scenario.solver.rtol = 1e-11;
    scenario.solver.atol = 1e-14;
    const auto reference = simulate(scenario);
    if (!found || !reference)
      return tl::unexpected(found ? reference.error() : found.error());
    const std::size_t columns = columns_of(*scenario.model).size();
    row.rows = std::max(row.rows, found->subjects.front().time_h.size());
    row.outputs += columns;
    worst =
        std::max(worst, deviation(found->subjects.front(), reference->subjects.front(), columns));
  }
  row.error = worst;
  const Times times = timed(std::max(options.repeats, 101), control.stop, [&] {
    weight_kg = weight_kg < 80.0 ? weight_kg + 0.1 : 60.0;
    move_slider(scenarios, weight_kg);
    for (const Scenario& scenario : scenarios)
      if (!simulate(scenario))
        row.error = INFINITY;
  });
  row.wall_s = times.wall_s;
  row.cpu_s = times.cpu_s;
  return row;
}

tl::expected<BenchRow, Diagnostics> run_four_routes(const Library& library,
                                                    const BenchOptions& options, int threads,
                                                    const RunControl& control) {
  auto made = four_routes_population(library, options.subjects);
  if (!made)
    return tl::unexpected(std::move(made.error()));
  auto& [scenario, spec] = *made;
  BenchRow row;
  row.problem = "population";
  row.subjects = options.subjects;
  row.threads = threads;
  row.outputs = spec.outputs.size();
  RunControl own = control;
  own.threads = threads;
  const double runs = static_cast<double>(std::max(options.repeats, 1)) + 0.2;
  double before = 0.0;
  own.progress = [&](double fraction) {
    if (control.progress)
      control.progress((before + fraction) / runs);
  };
  Diagnostics problems;
  const bool watched = PeakMemory::watch();
  const Times times = timed(options.repeats, control.stop, [&] {
    auto result = simulate_population({scenario}, spec, {}, own);
    before += 1.0;
    if (!result) {
      problems = std::move(result.error());
      return;
    }
    row.solver = result->arms.front().solver;
    row.rows = result->arms.front().rows.size();
  });
  if (has_errors(problems))
    return tl::unexpected(std::move(problems));
  if (watched)
    row.memory_mb = PeakMemory::mb();
  row.wall_s = times.wall_s;
  row.cpu_s = times.cpu_s;
  PopulationSpec few = spec;
  few.count = std::max<std::uint64_t>(spec.count / 10, 1);
  few.memory_mb = 0.0;
  RunControl quiet = control;
  quiet.progress = nullptr;
  const auto counted = simulate_population({scenario}, few, {}, quiet);
  few.memory_mb = 1e6;
  const auto exact = simulate_population({scenario}, few, {}, quiet);
  if (counted && exact && counted->complete && exact->complete)
    row.error = percentile_error(*counted, *exact);
  return row;
}

}  // namespace bench
}  // namespace ketascope
