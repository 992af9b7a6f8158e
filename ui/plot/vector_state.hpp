// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#if defined(__x86_64__)
#  include <immintrin.h>
#endif

namespace ketascope {

#if defined(__x86_64__)
__attribute__((target("avx"))) inline void zeroUpperHalves() {
  _mm256_zeroupper();
}
#endif

/// Painting leaves the upper halves of the vector registers in use (xgetbv says so after every
/// paint event of Qt 6.4). While they are, each call of a function such as std::log, which the
/// library has in the newer encoding of instructions, costs ten times as much: the processor keeps
/// halves that nobody wants. Before long calculations in a thread that paints.
inline void releaseUpperHalves() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx")) {
    zeroUpperHalves();
  }
#endif
}

}  // namespace ketascope
