// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <tl/expected.hpp>

#include "ketascope/app/library.hpp"
#include "ketascope/population/population.hpp"
#include "ketascope/sim/simulate.hpp"

namespace ketascope {

struct BenchOptions {
  int threads = 1;
  std::size_t subjects = 10'000;  ///< of P1, P2 and the population; P3 has a tenth
  int repeats = 3;                ///< the median counts
  std::vector<std::string> only;  ///< of bench_names(); empty = all
};

/// One line of the table: how long a problem took, and how wrong the result is.
struct BenchRow {
  std::string problem, solver;
  std::size_t subjects = 0, rows = 0, outputs = 0;
  int threads = 1;
  double wall_s = 0.0, cpu_s = 0.0;
  /// Wall time over that of the plain scalar P1 in the same run, both as if for 10,000 subjects
  /// (P3: 1,000); of one subject and of the replay as they are.
  std::optional<double> to_baseline;
  std::optional<double> speed_up;   ///< over one thread, measured in turn with it
  std::optional<double> memory_mb;  ///< largest resident set while it ran
  /// Largest |y - ref| / max(|ref|, 0.001 peak) over the reference subjects.
  std::optional<double> error;
};

struct BenchResult {
  std::vector<BenchRow> rows;
  bool complete = true;  ///< false after a stop: the rows are those finished by then
};

/// P1 P2 P3 P4 replay slider threads sizes population.
const std::vector<std::string>& bench_names();

/// The problems P1 to P4 of docs/performance.md, the replay of 15,396 irregular segments, a move of
/// a slider, P1 to P3 on two threads, P1 for more and fewer subjects and a population of ketamine
/// by four routes, after the plain scalar baseline and one after the other in one process. Their
/// models are ordinary files; patients are drawn by the population engine's draws. Error
/// bench.unknown: no such name.
tl::expected<BenchResult, Diagnostics> run_bench(const Library& library,
                                                 const BenchOptions& options,
                                                 const RunControl& control = {});
std::string bench_table(const BenchResult& result);

/// What a slider moves: one subject, five models, 24 h, the plotting grid of 1,200 points.
tl::expected<std::vector<Scenario>, Diagnostics> slider_scenarios(const Library& library);

/// Ketamine by four routes one after the other, parent and two metabolites, 24 h at 1 min,
/// percentiles 5, 50 and 95.
tl::expected<std::pair<Scenario, PopulationSpec>, Diagnostics> four_routes_population(
    const Library& library, std::uint64_t patients);

}  // namespace ketascope
