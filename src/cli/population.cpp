// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/report.hpp"
#include "cli/run_watch.hpp"
#include "ketascope/app/card.hpp"
#include "ketascope/app/population.hpp"
#include "ketascope/app/population_netcdf.hpp"
#include "ketascope/io/diagnostics.hpp"

namespace ketascope::cli {
namespace {

int usage(std::string_view message) {
  say(fmt::format("ketascope population: {}", message));
  say("`ketascope population --help` shows examples.");
  return exit_usage;
}

/// "5,50,95"
bool read_numbers(std::string_view text, std::vector<double>& numbers) {
  numbers.clear();
  while (!text.empty()) {
    const auto end = std::min(text.find(','), text.size());
    double value = 0.0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + end, value);
    if (error != std::errc() || stop != text.data() + end)
      return false;
    numbers.push_back(value);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return !numbers.empty();
}

bool deliver(const std::string& target, const std::string& content, bool quiet) {
  if (target.empty())
    return true;
  if (target == "-")
    return put(content);
  if (const auto written = write_file(target, content); !written) {
    print(written.error());
    return false;
  }
  if (!quiet)
    say("wrote " + target);
  return true;
}

}  // namespace

int population_command(const PopulationOptions& options) {
  auto sources = load_sources({&options.file, 1});
  if (!sources) {
    print(sources.error());
    return exit_problems;
  }
  ScenarioFile document = std::move(sources->front().document);
  PopulationSpec spec = document.population.value_or(PopulationSpec{});
  if (options.n)
    spec.count = *options.n;
  if (options.seed)
    spec.seed = *options.seed;
  if (options.memory_mb)
    spec.memory_mb = *options.memory_mb;
  if (options.residual)
    spec.residual = true;
  if (options.uncertainty)
    spec.uncertainty = true;
  if (!options.patients.empty())
    spec.patients = true;
  if (!options.percentiles.empty() && !read_numbers(options.percentiles, spec.percentiles))
    return usage("--percentiles is a list of numbers, such as 5,50,95");
  if (!options.curves.empty() && spec.curves.empty())
    for (std::uint64_t i = 0; i < std::min<std::uint64_t>(spec.count, 20); ++i)
      spec.curves.push_back(i);
  if (!options.plot.empty())
    if (const auto known = check_figure_path(options.plot); !known) {
      print(known.error());
      return exit_problems;
    }
  document.population = spec;

  const Library library = Library::standard();
  auto prepared = prepare_population(document, library, sources->front().folder);
  if (!prepared) {
    print(prepared.error());
    return exit_problems;
  }
  std::optional<tl::expected<PopulationResult, Diagnostics>> run;
  {
    RunWatch watch;
    RunControl control = watch.control();
    control.threads = options.threads;
    run = options.netcdf.empty()
              ? simulate_population(prepared->arms, prepared->spec, prepared->bands, control)
              : simulate_population_to_netcdf(*prepared, options.netcdf, control);
  }
  if (!*run) {
    print(run->error());
    return exit_problems;
  }
  const PopulationResult& result = **run;
  print(result.warnings);
  if (!result.complete)
    for (const ArmResult& arm : result.arms)
      say(fmt::format("incomplete: {} of {} patients{}", arm.simulated, spec.count,
                      arm.name.empty() ? "" : " of " + arm.name));

  bool good = true;
  if (!options.netcdf.empty() && !options.quiet)
    say("wrote " + options.netcdf);
  if (!options.plot.empty()) {
    std::vector<EffectBand> bands;
    if (const auto all = library.bands(); all)
      if (auto chosen = choose_bands(*all, document.display))
        bands = std::move(*chosen);
    if (const auto written =
            write_figure(population_figure(*prepared, result, bands), options.plot);
        !written) {
      print(written.error());
      good = false;
    } else if (!options.quiet) {
      say("wrote " + options.plot);
    }
  }
  good = deliver(options.out, population_csv(*prepared, result), options.quiet) && good;
  if (!options.patients.empty())
    good = deliver(options.patients, patients_csv(*prepared, result), options.quiet) && good;
  if (!options.curves.empty())
    good = deliver(options.curves, patient_curves_csv(*prepared, result), options.quiet) && good;
  const bool stdout_taken = options.out == "-" || options.patients == "-" || options.curves == "-";
  if (!options.quiet && !stdout_taken && good)
    put(population_table(*prepared, result) + "\n" + quiet_statement + "\n");
  return good && result.complete ? exit_ok : exit_problems;
}

}  // namespace ketascope::cli
