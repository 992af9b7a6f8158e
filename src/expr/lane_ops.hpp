// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace ketascope::expr {

/// Arithmetic over many lanes, for what a row of values and a row (or one value for all) give.
/// Compiled for every processor and once more for wide vectors; both round alike.
struct LaneOps {
  using RowRow = void (*)(const double* a, const double* b, double* to, std::size_t lanes);
  using RowOne = void (*)(const double* a, double b, double* to, std::size_t lanes);
  RowRow add, sub, mul, div;
  RowOne add_one, sub_one, one_sub, mul_one, div_one, one_div;  ///< one_sub: b - a
};

/// The fastest that this processor can run.
const LaneOps& lane_ops();

}  // namespace ketascope::expr
