// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "ketascope/app/file_check.hpp"

namespace ketascope::cli {

int check_command(const CheckOptions& options) {
  const Library library = Library::standard();
  bool failed = false;
  for (const std::string& file : options.files) {
    const FileCheck check = check_file(file, library);
    print(check.diagnostics);
    std::size_t errors = 0;
    std::size_t warnings = 0;
    for (const Diagnostic& diagnostic : check.diagnostics) {
      errors += diagnostic.severity == Severity::error ? 1U : 0U;
      warnings += diagnostic.severity == Severity::warning ? 1U : 0U;
    }
    const std::string count =
        warnings == 0 ? "" : fmt::format(", {} warning{}", warnings, warnings == 1 ? "" : "s");
    if (errors > 0) {
      failed = true;
      put(fmt::format("{}: {} error{}{}\n", file, errors, errors == 1 ? "" : "s", count));
    } else {
      put(fmt::format("{}: ok, {}{}\n", file, check.content, count));
    }
  }
  return failed ? exit_problems : exit_ok;
}

}  // namespace ketascope::cli
