// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "event_table_target.hpp"

/// Any bytes: refusals, or one record per row, which compile without a throw.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (!ketascope::fuzz::event_table_fault(text).empty()) {
    std::abort();
  }
  return 0;
}
