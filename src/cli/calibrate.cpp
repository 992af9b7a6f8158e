// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/calibrate.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <system_error>

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/run_watch.hpp"
#include "ketascope/io/diagnostics.hpp"

namespace ketascope::cli {

int calibrate_command(const CalibrateOptions& options) {
  const Library library = Library::standard();
  auto studies = load_studies(library, options.model);
  if (!studies) {
    print(studies.error());
    return exit_problems;
  }
  CalibrationOptions settings;
  settings.stages = options.stages;
  if (options.rounds > 0) {
    settings.rounds = options.rounds;
  }
  if (options.iterations > 0) {
    settings.most_iterations = options.iterations;
  }
  // Before the fit: a minute's work should not be lost to a name.
  if (!options.out.empty()) {
    std::error_code failed;
    std::filesystem::create_directories(options.out, failed);
    if (failed) {
      print({{Severity::error,
              "file.unwritable",
              "cannot make the folder: " + failed.message(),
              options.out,
              {},
              {}}});
      return exit_problems;
    }
  }
  const auto calibration = [&] {
    RunWatch watch;
    return calibrate(*studies, settings, watch.control());
  }();
  if (!calibration) {
    print(calibration.error());
    return exit_problems;
  }
  bool written = true;
  const auto write = [&written](const std::filesystem::path& path, const std::string& text) {
    const auto done = write_file(path, text);
    if (!done) {
      print(done.error());
      written = false;
    } else {
      say(fmt::format("wrote {}", path.string()));
    }
  };
  if (!options.out.empty()) {
    const std::filesystem::path folder(options.out);
    write(folder / "parameters.csv", fitted_parameters_csv(*calibration));
    write(folder / "correlations.csv", fitted_correlations_csv(*calibration));
    write(folder / "fit.csv", fitted_rows_csv(*calibration));
    write(folder / "report.txt", calibration_text(*calibration));
  }
  if (!options.write.empty() && calibration->stopped) {
    say(fmt::format("{} is not written: the fit is incomplete", options.write));
  } else if (!options.write.empty()) {
    const auto text = read_text_file(studies->model->file);
    if (!text) {
      print(text.error());
      return exit_problems;
    }
    write(options.write, with_fitted_values(*text, *calibration));
  }
  const bool said = put(calibration_text(*calibration));
  return said && written && !calibration->stopped ? exit_ok : exit_problems;
}

}  // namespace ketascope::cli
