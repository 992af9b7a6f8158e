// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <stop_token>

#include "ketascope/sim/block.hpp"

namespace ketascope::lanes {

/// One subject by the ordinary solvers, into its lane of a block's output.
Status run_alone(const BlockPlan& plan, const LaneSubject& subject, std::size_t lane,
                 std::size_t width, std::span<double> out, const std::stop_token& stop);

/// Fills a lane with NaN from row `from` on.
void blank(const BlockPlan& plan, std::size_t lane, std::size_t width, std::size_t from,
           std::span<double> out);

}  // namespace ketascope::lanes
