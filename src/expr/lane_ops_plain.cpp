// SPDX-License-Identifier: GPL-3.0-or-later
#include "expr/lane_ops.hpp"

#define VECTOR_BYTES 16
#define LANE_OPS_NAME plain_lane_ops
#include "expr/lane_ops.inc"

namespace ketascope::expr {

const LaneOps& wide_lane_ops();
const LaneOps& widest_lane_ops();

const LaneOps& lane_ops(std::size_t vector_bytes) {
  return vector_bytes >= 64   ? widest_lane_ops()
         : vector_bytes >= 32 ? wide_lane_ops()
                              : plain_lane_ops();
}

}  // namespace ketascope::expr
