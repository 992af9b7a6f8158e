// SPDX-License-Identifier: GPL-3.0-or-later
//
// Compiled for processors with AVX2 (src/CMakeLists.txt); entered only after asking the processor.
#include "sim/lanes/kernels.hpp"

#define VECTOR_BYTES 32
#define KERNELS_NAME wide_kernels
#include "sim/lanes/kernels.inc"
