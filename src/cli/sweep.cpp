// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/population_run.hpp"
#include "cli/run_watch.hpp"
#include "ketascope/app/sweep.hpp"
#include "ketascope/io/diagnostics.hpp"
#include "ketascope/io/targets.hpp"

namespace ketascope::cli {

int sweep_command(const SweepOptions& options) {
  Diagnostics unfit = check_targets(std::vector{options.out, options.plot});
  if (!options.plot.empty()) {
    if (const auto known = check_figure_path(options.plot); !known) {
      unfit.insert(unfit.end(), known.error().begin(), known.error().end());
    }
  }
  if (!unfit.empty()) {
    print(unfit);
    return exit_problems;
  }
  auto spec = load_sweep_file(options.file);
  if (!spec) {
    print(spec.error());
    return exit_problems;
  }
  auto& population = spec->base.population;
  if (options.people.n && !population) {
    population.emplace();
  }
  if (population) {
    apply(options.people, *population);
  } else {
    PeopleOptions people = options.people;
    people.threads = 0;
    std::string names = people.seed ? "--seed" : "";
    if (const std::string more = only_of_people(people); !more.empty()) {
      names += (names.empty() ? "" : ", ") + more;
    }
    if (!names.empty()) {
      return usage("sweep", fmt::format("of virtual patients only: {}; --n says how many, or a "
                                        "file with [population]",
                                        names));
    }
  }
  std::vector<std::string> inputs = files_of(*spec);
  inputs.push_back(options.file);
  unfit = spare_inputs(std::vector{options.out, options.plot}, inputs);
  if (!options.plot.empty()) {
    const Diagnostics axes = check_sweep_axes(*spec);
    unfit.insert(unfit.end(), axes.begin(), axes.end());
  }
  if (!unfit.empty()) {
    print(unfit);
    return exit_problems;
  }
  // Until all is written: Ctrl-C leaves no file half done.
  RunWatch watch;
  RunControl control = watch.control();
  control.threads = options.people.threads;
  const auto run = run_sweep(*spec, Library::standard(), control);
  watch.clear_line();
  if (!run) {
    print(run.error());
    return exit_problems;
  }
  const SweepResult& result = *run;
  print(result.warnings);
  if (!result.complete) {
    say(fmt::format("incomplete: {} of {} points", result.outcomes.size(), result.points.size()));
  }
  bool good = true;
  const std::string csv = sweep_csv(result);
  if (options.out.empty() || options.out == "-") {
    if (options.plot.empty() || options.out == "-") {
      good = put(csv);
    }
  } else if (const auto written = write_file(options.out, csv); !written) {
    print(written.error());
    good = false;
  } else if (!options.quiet) {
    say("wrote " + options.out);
  }
  if (!options.plot.empty()) {
    const auto figure = sweep_figure(result);
    const auto written = figure ? write_sweep_figure(*figure, options.plot)
                                : tl::expected<void, Diagnostics>(tl::unexpected(figure.error()));
    if (!written) {
      print(written.error());
      good = false;
      // Hours of work are not thrown away for a figure.
      if (options.out.empty()) {
        put(csv);
      }
    } else if (!options.quiet) {
      say("wrote " + options.plot);
    }
  }
  return good && result.complete ? exit_ok : exit_problems;
}

}  // namespace ketascope::cli
