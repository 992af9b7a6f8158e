// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "ketascope/io/model_file.hpp"

/// Any bytes: a model, or at least one error with a place to show it at, and never a crash.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const ketascope::BuiltModel built = ketascope::parse_model(text, "fuzz.toml");
  if ((built.model == nullptr) != ketascope::has_errors(built.diagnostics)) {
    std::abort();
  }
  static_cast<void>(ketascope::format(built.diagnostics, text));
  return 0;
}
