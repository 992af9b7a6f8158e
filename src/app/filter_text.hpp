// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <tl/expected.hpp>

namespace ketascope {

struct FilterProblem {
  bool not_found = false;  ///< there is no such program on the PATH
  std::string message;
};

/// What the program `command` (found on the PATH) writes to standard output when it reads `text`
/// and has the one argument `argument`. What it says on standard error is dropped.
tl::expected<std::string, FilterProblem> filter_text(const std::string& text,
                                                     const std::string& command,
                                                     const std::string& argument);

}  // namespace ketascope
