// SPDX-License-Identifier: GPL-3.0-or-later
//
// Compiled for processors with AVX-512 (src/CMakeLists.txt); entered only after asking the
// processor.
#include "sim/lanes/kernels.hpp"

#define VECTOR_BYTES 64
#define KERNELS_NAME widest_kernels
#include "sim/lanes/kernels.inc"
