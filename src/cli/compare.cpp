// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/report.hpp"

namespace ketascope::cli {

int compare_command(const CompareOptions& options) {
  auto sources = load_sources(options.files);
  if (!sources) {
    print(sources.error());
    return exit_problems;
  }
  return run_and_report(std::move(*sources), Library::standard(), options.output);
}

}  // namespace ketascope::cli
