// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "ketascope/io/scenario_file.hpp"

/// Any bytes: errors, or a document that is written and read back unchanged.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto document = ketascope::parse_scenario_file(text, "fuzz.toml");
  if (document) {
    const auto again = ketascope::parse_scenario_file(ketascope::to_toml(*document), "again.toml");
    if (!again || *again != *document) {
      std::abort();
    }
  }
  return 0;
}
