// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/validate.hpp"

#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/run_watch.hpp"

namespace ketascope::cli {

int validate_command(const ValidateOptions& options) {
  const Library library = Library::standard();
  auto studies = load_studies(library, options.model);
  if (!studies) {
    print(studies.error());
    return exit_problems;
  }
  const Validation validation = [&] {
    RunWatch watch;
    return validate(*studies, library, watch.control());
  }();
  bool sound = true;
  const auto write = [&sound](const std::string& path, const std::string& text) {
    if (path.empty()) {
      return;
    }
    if (const auto written = write_file(path, text); !written) {
      print(written.error());
      sound = false;
    } else {
      say(fmt::format("wrote {}", path));
    }
  };
  write(options.html, validation_html(validation));
  write(options.csv, validation_csv(validation));
  if (validation.stopped) {
    say(fmt::format("incomplete: {} of {} arms and ratios", validation.arms_run,
                    validation.arms_wanted));
  }
  return put(validation_text(validation)) && sound && !validation.stopped ? exit_ok : exit_problems;
}

}  // namespace ketascope::cli
