// SPDX-License-Identifier: GPL-3.0-or-later
//
// Compiled for processors with AVX-512 (src/CMakeLists.txt); entered only after asking the
// processor.
#include "expr/lane_ops.hpp"

#define VECTOR_BYTES 64
#define LANE_OPS_NAME widest_lane_ops
#include "expr/lane_ops.inc"
