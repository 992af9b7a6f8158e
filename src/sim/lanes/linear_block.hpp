// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "ketascope/sim/block.hpp"

namespace ketascope::lanes {

std::unique_ptr<BlockSolver> make_linear_block(const BlockPlan& plan, const Timeline& typical);

}  // namespace ketascope::lanes
