// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace ketascope::expr {

/// Bytes of the widest vectors that this processor computes with: 16, 32 (AVX2) or 64 (AVX-512).
inline std::size_t vector_bytes() {
#if defined(__x86_64__)
  static const std::size_t bytes = __builtin_cpu_supports("avx512f") &&
                                           __builtin_cpu_supports("avx512dq") &&
                                           __builtin_cpu_supports("avx512vl")
                                       ? 64
                                   : __builtin_cpu_supports("avx2") ? 32
                                                                    : 16;
  return bytes;
#else
  return 16;
#endif
}

}  // namespace ketascope::expr
