// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/lanes/kernels.hpp"

#include <algorithm>

#include "expr/vector_width.hpp"

#define VECTOR_BYTES 16
#define KERNELS_NAME plain_kernels
#include "sim/lanes/kernels.inc"

namespace ketascope::lanes {

const Kernels& wide_kernels();
const Kernels& widest_kernels();

const Kernels& kernels(std::size_t vector_bytes) {
  return vector_bytes >= 64   ? widest_kernels()
         : vector_bytes >= 32 ? wide_kernels()
                              : plain_kernels();
}

const Kernels& best_kernels(std::size_t lanes) {
  return kernels(std::min(expr::vector_bytes(), lanes * sizeof(double)));
}

}  // namespace ketascope::lanes
