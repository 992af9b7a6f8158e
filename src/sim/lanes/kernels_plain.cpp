// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/lanes/kernels.hpp"

#define VECTOR_BYTES 16
#define KERNELS_NAME plain_kernels
#include "sim/lanes/kernels.inc"

namespace ketascope::lanes {

const Kernels& wide_kernels();

const Kernels& best_kernels() {
#if defined(__x86_64__)
  static const Kernels& best = __builtin_cpu_supports("avx2") ? wide_kernels() : plain_kernels();
  return best;
#else
  return plain_kernels();
#endif
}

}  // namespace ketascope::lanes
