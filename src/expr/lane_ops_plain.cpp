// SPDX-License-Identifier: GPL-3.0-or-later
#include "expr/lane_ops.hpp"

#define VECTOR_BYTES 16
#define LANE_OPS_NAME plain_lane_ops
#include "expr/lane_ops.inc"

namespace ketascope::expr {

const LaneOps& wide_lane_ops();

const LaneOps& lane_ops() {
#if defined(__x86_64__)
  static const LaneOps& best = __builtin_cpu_supports("avx2") ? wide_lane_ops() : plain_lane_ops();
  return best;
#else
  return plain_lane_ops();
#endif
}

}  // namespace ketascope::expr
