// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "ketascope/app/library.hpp"

namespace ketascope {

struct BenchOptions {
  int threads = 1;
  std::size_t subjects = 10'000;  ///< of P1 and P2; P3 has a tenth
  int repeats = 3;                ///< the median counts
  std::vector<std::string> only;  ///< names of rows; empty = all
};

/// One line of the table: how long a problem took, and how wrong the result is.
struct BenchRow {
  std::string problem, solver;
  std::size_t subjects = 0, rows = 0, outputs = 0;
  double wall_s = 0.0, cpu_s = 0.0;
  double to_baseline = 0.0;  ///< wall time over that of the plain scalar P1 in the same run
  double error = 0.0;  ///< largest |y - ref| / max(|ref|, 0.001 peak) over the reference subjects
};

/// The problems P1 to P4 of docs/performance.md, the replay of 15,396 irregular segments and the
/// plain scalar baseline, one after the other in one process. Their models are ordinary files
/// (models/bench); patients are drawn by the population engine's draws.
tl::expected<std::vector<BenchRow>, Diagnostics> run_bench(const Library& library,
                                                           const BenchOptions& options);
std::string bench_table(const std::vector<BenchRow>& rows);

}  // namespace ketascope
