// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ketascope/app/bench.hpp"
#include "ketascope/sim/simulate.hpp"

namespace ketascope::bench {

/// 1,031 subjects with 15,396 stretches of constant input in all, every one of its own length, on
/// the three compartments of P1; plasma at the end of each.
tl::expected<BenchRow, Diagnostics> run_replay(const Library& library, const BenchOptions& options,
                                               const RunControl& control);

}  // namespace ketascope::bench
