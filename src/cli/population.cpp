// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/number_checks.hpp"
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

std::array<std::string, 7> targets_of(const PeopleOptions& people, const OutputOptions& output) {
  return {output.out,    people.metrics, people.patients, people.curves,
          people.netcdf, output.plot,    output.save};
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
          const OutputOptions& options) {
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

void apply(const PeopleOptions& people, PopulationSpec& spec) {
  spec.count = people.n.value_or(spec.count);
  spec.seed = people.seed.value_or(spec.seed);
  spec.memory_mb = people.memory_mb.value_or(spec.memory_mb);
  spec.residual = spec.residual || people.residual;
  spec.uncertainty = spec.uncertainty || people.uncertainty;
  spec.patients = spec.patients || !people.patients.empty();
  if (!people.percentiles.empty())
    spec.percentiles = read_percentiles(people.percentiles);
}

std::string only_of_people(const PeopleOptions& options) {
  std::string names;
  const auto add = [&](bool given, const char* name) {
    if (given) {
      names += (names.empty() ? "" : ", ") + std::string(name);
    }
  };
  add(!options.percentiles.empty(), "--percentiles");
  add(options.residual, "--residual");
  add(options.uncertainty, "--uncertainty");
  add(options.memory_mb.has_value(), "--memory");
  add(options.threads != 0, "--threads");
  add(!options.metrics.empty(), "--metrics");
  add(!options.patients.empty(), "--patients");
  add(!options.curves.empty(), "--curves");
  add(!options.netcdf.empty(), "--netcdf");
  return names;
}

int run_population(Source source, const PeopleOptions& people, const OutputOptions& output) {
  ScenarioFile& document = source.document;
  PopulationSpec spec = document.population.value_or(PopulationSpec{});
  apply(people, spec);
  if (!people.curves.empty() && spec.curves.empty())
    for (std::uint64_t i = 0; i < std::min<std::uint64_t>(spec.count, 20); ++i)
      spec.curves.push_back(i);
  document.population = spec;

  Diagnostics problems = check_targets(targets_of(people, output));
  const auto append = [&](const Diagnostics& more) {
    problems.insert(problems.end(), more.begin(), more.end());
  };
  append(spare_inputs(std::vector{output.out, people.metrics, people.patients, people.curves,
                                  people.netcdf, output.plot},
                      files_read(source)));
  if (people.netcdf == "-")
    append({{Severity::error,
             "netcdf.stdout",
             "a NetCDF file cannot go to standard output",
             {},
             {},
             "give it a name"}});
  append(check_display(document.display));
  if (!output.plot.empty())
    if (const auto known = check_figure_path(output.plot); !known)
      append(known.error());
  const Library library = Library::standard();
  std::vector<Observation> observations;
  if (document.display.observed) {
    if (auto rows = load_observations(library); rows)
      observations = std::move(*rows);
    else
      append(rows.error());
  }
  auto prepared = prepare_population(document, library, source.folder);
  if (!prepared)
    append(prepared.error());
  if (has_errors(problems)) {
    print(problems);
    return exit_problems;
  }
  RunWatch watch;
  RunControl control = watch.control();
  control.threads = people.threads;
  Diagnostics file_problems;
  auto run = people.netcdf.empty()
                 ? simulate_population(prepared->arms, prepared->spec, prepared->bands, control)
                 : simulate_population_to_netcdf(*prepared, people.netcdf, file_problems, control);
  watch.clear_line();
  if (!run) {
    print(run.error());
    return exit_problems;
  }
  const PopulationResult& result = *run;
  Diagnostics warnings = prepared->warnings;
  warnings.insert(warnings.end(), result.warnings.begin(), result.warnings.end());
  print(warnings);
  print(file_problems);
  if (!output.quiet)
    say_notes(*prepared);
  const bool empty = say_empty_arms(result);
  if (!result.complete)
    for (const ArmResult& arm : result.arms)
      say(fmt::format("incomplete: {} of {} patients{}", arm.simulated, spec.count,
                      arm.name.empty() ? "" : " of " + arm.name));

  // A file that cannot be written takes none of the others with it.
  bool good = !has_errors(file_problems);
  if (good && !people.netcdf.empty() && !output.quiet)
    say("wrote " + people.netcdf);
  const auto table = [&](const std::string& target, auto&& content) {
    if (!target.empty())
      good = deliver(target, content(), output.quiet) && good;
  };
  table(output.out, [&] { return population_csv(*prepared, result); });
  table(people.metrics, [&] { return population_metrics_csv(*prepared, result); });
  table(people.patients, [&] { return patients_csv(*prepared, result); });
  table(people.curves, [&] { return patient_curves_csv(*prepared, result); });
  if (!output.plot.empty())
    good = draw(*prepared, result, library, observations, output) && good;
  table(output.save, [&] {
    document.written_by = std::string(version);
    return to_toml(document_for(source, output.save));
  });
  const auto targets = targets_of(people, output);
  const bool stdout_taken = std::ranges::find(targets, "-") != targets.end();
  if (!output.quiet && !stdout_taken && good)
    put(population_table(*prepared, result) + "\n" + quiet_statement + "\n");
  return good && !empty && result.complete ? exit_ok : exit_problems;
}

}  // namespace ketascope::cli
