// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ketascope/app/bench.hpp"

namespace ketascope::bench {

/// One move of a slider; its error is that to the other solver at a tolerance of 1e-11.
tl::expected<BenchRow, Diagnostics> run_slider(const Library& library, const BenchOptions& options,
                                               const RunControl& control);

/// The population by four routes on so many threads, with the largest memory in use. Its error is
/// what counting adds to percentiles, seen where all values of a tenth of the patients are kept.
tl::expected<BenchRow, Diagnostics> run_four_routes(const Library& library,
                                                    const BenchOptions& options, int threads,
                                                    const RunControl& control);

}  // namespace ketascope::bench
