// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/population_run.hpp"
#include "cli/report.hpp"
#include "cli/run_watch.hpp"
#include "ketascope/app/card.hpp"
#include "ketascope/app/dose_conversion.hpp"
#include "ketascope/app/population.hpp"
#include "ketascope/app/population_netcdf.hpp"
#include "ketascope/io/diagnostics.hpp"
#include "ketascope/io/targets.hpp"
#include "ketascope/version.hpp"

namespace ketascope::cli {
namespace {

int usage(std::string_view message) {
  say(fmt::format("ketascope population: {}", message));
  say("`ketascope population --help` shows examples.");
  return exit_usage;
}

/// "5,50,95"; ascending afterwards.
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
  std::ranges::sort(numbers);
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  return !numbers.empty();
}

std::array<std::string, 7> targets_of(const PopulationOptions& options) {
  return {options.out,    options.metrics, options.patients, options.curves,
          options.netcdf, options.plot,    options.save};
}

/// What single runs of the same scenarios would say about models and doses.
void say_notes(const PreparedPopulation& prepared) {
  std::vector<Run> runs;
  for (std::size_t a = 0; a < prepared.arms.size(); ++a) {
    runs.push_back({prepared.specs[a], prepared.arms[a], {}});
    runs.back().result.warnings = prepared.arms[a].notices;
  }
  for (const std::string& note : grade_notes(runs))
    say("note: " + note);
  for (const std::string& note : conversion_notes(runs))
    say("note: " + note);
}

/// Arms of which nothing came: every patient failed.
bool say_empty_arms(const PopulationResult& result) {
  bool empty = false;
  for (const ArmResult& arm : result.arms) {
    const auto completed = arm.statuses.find(Status::completed);
    if (arm.simulated == 0 || (completed != arm.statuses.end() && completed->second > 0))
      continue;
    empty = true;
    print({{Severity::error,
            "population.no_result",
            fmt::format("{}none of {} patients has a result",
                        arm.name.empty() ? "" : arm.name + ": ", arm.simulated),
            {},
            {},
            {}}});
  }
  return empty;
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

bool draw(const PreparedPopulation& prepared, const PopulationResult& result,
          const Library& library, std::span<const Observation> observations,
          const PopulationOptions& options) {
  const DisplaySpec& display = prepared.document.display;
  std::vector<EffectBand> bands;
  if (const auto all = library.bands(); all)
    if (auto chosen = choose_bands(*all, display))
      bands = std::move(*chosen);
  const std::vector<Run> typical = typical_runs(prepared);
  Figure figure = population_figure(prepared, typical, result, bands);
  if (display.observed) {
    const ObservedData observed = observed_data(typical, observations, display);
    if (!options.quiet)
      say_observed(observed);
    add_observed(figure, observed);
  }
  if (const auto written = write_figure(figure, options.plot); !written) {
    print(written.error());
    return false;
  }
  if (!options.quiet)
    say("wrote " + options.plot);
  return true;
}

}  // namespace

int run_population(Source source, const PopulationOptions& options) {
  ScenarioFile& document = source.document;
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
  document.population = spec;

  Diagnostics problems = check_targets(targets_of(options));
  const Diagnostics display = check_display(document.display);
  problems.insert(problems.end(), display.begin(), display.end());
  if (!options.plot.empty())
    if (const auto known = check_figure_path(options.plot); !known)
      problems.insert(problems.end(), known.error().begin(), known.error().end());
  const Library library = Library::standard();
  std::vector<Observation> observations;
  if (document.display.observed) {
    if (auto rows = load_observations(library); rows)
      observations = std::move(*rows);
    else
      problems.insert(problems.end(), rows.error().begin(), rows.error().end());
  }
  auto prepared = prepare_population(document, library, source.folder);
  if (!prepared)
    problems.insert(problems.end(), prepared.error().begin(), prepared.error().end());
  if (has_errors(problems)) {
    print(problems);
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
  Diagnostics warnings = prepared->warnings;
  warnings.insert(warnings.end(), result.warnings.begin(), result.warnings.end());
  print(warnings);
  if (!options.quiet)
    say_notes(*prepared);
  const bool empty = say_empty_arms(result);
  if (!result.complete)
    for (const ArmResult& arm : result.arms)
      say(fmt::format("incomplete: {} of {} patients{}", arm.simulated, spec.count,
                      arm.name.empty() ? "" : " of " + arm.name));

  bool good = true;
  if (!options.netcdf.empty() && !options.quiet)
    say("wrote " + options.netcdf);
  if (!options.plot.empty())
    good = draw(*prepared, result, library, observations, options);
  good = deliver(options.out, population_csv(*prepared, result), options.quiet) && good;
  if (!options.metrics.empty())
    good =
        deliver(options.metrics, population_metrics_csv(*prepared, result), options.quiet) && good;
  if (!options.patients.empty())
    good = deliver(options.patients, patients_csv(*prepared, result), options.quiet) && good;
  if (!options.curves.empty())
    good = deliver(options.curves, patient_curves_csv(*prepared, result), options.quiet) && good;
  if (!options.save.empty()) {
    document.written_by = std::string(version);
    good =
        deliver(options.save, to_toml(document_for(source, options.save)), options.quiet) && good;
  }
  const auto targets = targets_of(options);
  const bool stdout_taken = std::ranges::find(targets, "-") != targets.end();
  if (!options.quiet && !stdout_taken && good)
    put(population_table(*prepared, result) + "\n" + quiet_statement + "\n");
  return good && !empty && result.complete ? exit_ok : exit_problems;
}

int population_command(const PopulationOptions& options) {
  auto sources = load_sources({&options.file, 1});
  if (!sources) {
    print(sources.error());
    return exit_problems;
  }
  return run_population(std::move(sources->front()), options);
}

}  // namespace ketascope::cli
