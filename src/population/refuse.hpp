// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>

#include "ketascope/diagnostic/diagnostic.hpp"
#include "ketascope/population/population.hpp"

namespace ketascope {

/// An error that has no place in a file.
inline void refuse(Diagnostics& problems, std::string code, std::string message,
                   std::string hint = {}) {
  problems.push_back(
      {Severity::error, std::move(code), std::move(message), {}, {}, std::move(hint)});
}

/// The same where it was read.
inline void refuse(Diagnostics& problems, const SpecPlace& place, std::string code,
                   std::string message, std::string hint = {}) {
  problems.push_back({Severity::error, std::move(code), std::move(message), place.file, place.at,
                      std::move(hint)});
}

}  // namespace ketascope
