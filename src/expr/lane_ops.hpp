// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

#include "ketascope/expr/instruction.hpp"

namespace ketascope::expr {

/// The arithmetic of a Program over its lanes. Compiled for every processor and twice more for wide
/// vectors; all round alike, and so do any two numbers of lanes.
struct LaneOps {
  /// Runs the instructions from `at` to `end`, or to the first Form::other, and returns where it
  /// stopped.
  const Bound* (*run)(const Bound* at, const Bound* end, std::size_t lanes);
};

/// Whether instructions over this many lanes hand values on without memory (Instruction::passed).
constexpr bool passes_values(std::size_t lanes) {
  return lanes == 1 || lanes == 4 || lanes == 8 || lanes == 16;
}

/// Those for vectors of this width, at most vector_bytes().
const LaneOps& lane_ops(std::size_t vector_bytes);

}  // namespace ketascope::expr
