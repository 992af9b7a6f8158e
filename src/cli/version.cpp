// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/version.hpp"

#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "ketascope/app/card.hpp"

namespace ketascope::cli {

int version_command() {
  const std::string build = git_description.empty() ? "" : fmt::format(" ({})", git_description);
  return put(fmt::format("Ketascope {}{}\n{}\n", version, build, quiet_statement)) ? exit_ok
                                                                                   : exit_problems;
}

}  // namespace ketascope::cli
