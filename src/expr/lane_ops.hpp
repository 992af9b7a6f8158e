// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

#include "ketascope/expr/instruction.hpp"

namespace ketascope::expr {

/// The arithmetic of a Program over its lanes. Compiled for every processor and once more for wide
/// vectors; both round alike, and so do any two numbers of lanes.
struct LaneOps {
  /// Runs code[at], code[at + 1] ... up to `end` or the first Form::other, and returns where it
  /// stopped. Row i of a place stands at base[place] + i * lanes, a constant at base[place] + i.
  std::size_t (*run)(const Instruction* code, std::size_t at, std::size_t end, double* const* base,
                     std::size_t lanes);
};

/// The fastest that this processor can run.
const LaneOps& lane_ops();

}  // namespace ketascope::expr
