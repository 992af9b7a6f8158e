// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>
#include <algorithm>
#include <cctype>

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/option_reader.hpp"
#include "cli/population_run.hpp"
#include "cli/report.hpp"
#include "cli/simulate_table.hpp"
#include "ketascope/app/interactions.hpp"
#include "ketascope/version.hpp"

namespace ketascope::cli {
namespace {

bool starts_like_a_number(std::string_view text) {
  if (!text.empty() && (text.front() == '+' || text.front() == '-' || text.front() == '.')) {
    text.remove_prefix(1);
  }
  return !text.empty() && std::isdigit(static_cast<unsigned char>(text.front())) != 0;
}

std::optional<SolverOptions::Kind> solver_kind(std::string_view name) {
  if (name == "automatic") {
    return SolverOptions::Kind::automatic;
  }
  if (name == "linear") {
    return SolverOptions::Kind::linear;
  }
  if (name == "ode") {
    return SolverOptions::Kind::ode;
  }
  return std::nullopt;
}

void read_effects(const SimulateOptions& options, ScenarioSpec& spec);

void read_run_options(const SimulateOptions& options, OptionReader& reader, ScenarioSpec& spec) {
  read_effects(options, spec);
  for (const std::string& text : options.with) {
    spec.interactions.push_back(parse_interaction(text));
  }
  if (options.until) {
    spec.sampling.until = reader.measure("--until", *options.until, dimensions::time);
  }
  if (options.step) {
    spec.sampling.step = reader.measure("--step", *options.step, dimensions::time);
  }
  if (options.solver) {
    if (const auto kind = solver_kind(*options.solver)) {
      spec.solver.kind = *kind;
    } else {
      reader.fail("--solver", *options.solver, "option.solver", "there is no such solver",
                  "automatic, linear or ode", 0);
    }
  }
}

void read_subject(const SimulateOptions& options, OptionReader& reader, ScenarioSpec& spec) {
  if (options.weight) {
    spec.subject["WT"] = reader.measure("--weight", *options.weight, dimensions::body_mass);
  }
  if (options.age) {
    spec.subject["AGE"] = reader.measure("--age", *options.age, dimensions::time);
  }
  for (const std::string& text : options.covariates) {
    if (const auto given = reader.assignment("--cov", text)) {
      if (!starts_like_a_number(given->second)) {
        spec.categories[given->first] = given->second;
      } else if (const auto measure = reader.any_measure("--cov", given->second)) {
        spec.subject[given->first] = *measure;
      }
    }
  }
  for (const std::string& text : options.parameters) {
    if (const auto given = reader.assignment("--set", text)) {
      if (const auto measure = reader.any_measure("--set", given->second)) {
        spec.parameters[given->first] = *measure;
      }
    }
  }
}

/// --effect A,B --effect C; what a scenario file names stays.
void read_effects(const SimulateOptions& options, ScenarioSpec& spec) {
  for (const std::string& text : options.effects) {
    std::string_view rest = text;
    while (!rest.empty()) {
      const auto end = std::min(rest.find(','), rest.size());
      const std::string id(rest.substr(0, end));
      if (!id.empty() && std::ranges::find(spec.effects, id) == spec.effects.end()) {
        spec.effects.push_back(id);
      }
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
}

DoseSpec read_dose(const SimulateOptions& options, OptionReader& reader) {
  DoseSpec dose;
  dose.route = options.route;
  dose.amount = reader.amount(options.dose, options.strength);
  dose.start = reader.optional_measure("--start", options.start, dimensions::time)
                   .value_or(Measure{0.0, "h"});
  dose.duration = reader.optional_measure("--duration", options.duration, dimensions::time);
  if (options.rate) {
    dose.rate = reader.any_measure("--rate", *options.rate);
  }
  dose.interval = reader.optional_measure("--interval", options.interval, dimensions::time);
  dose.repeats = options.repeats;
  dose.steady_state = options.steady_state;
  dose.form = options.form;
  dose.basis = options.basis;
  return dose;
}

std::string name_of(const SimulateOptions& options) {
  std::string name = fmt::format("{} {} {}", options.model, options.route, options.dose);
  if (options.strength) {
    name += " of " + *options.strength;
  }
  if (options.duration) {
    name += " over " + *options.duration;
  }
  if (options.rate) {
    name += " at " + *options.rate;
  }
  return name;
}

int usage(std::string_view message) {
  return cli::usage("simulate", message);
}

bool describes_a_dose(const SimulateOptions& options) {
  return !options.model.empty() || !options.route.empty() || !options.dose.empty() ||
         options.duration || options.rate || options.start || options.interval || options.weight ||
         options.age || options.strength || !options.form.empty() || !options.basis.empty() ||
         options.repeats != 0 || options.steady_state || !options.parameters.empty() ||
         !options.covariates.empty();
}

std::optional<CovariatePolicy> covariate_policy(std::string_view name) {
  if (name == "nocb") {
    return CovariatePolicy::nocb;
  }
  if (name == "locf") {
    return CovariatePolicy::locf;
  }
  if (name == "linear") {
    return CovariatePolicy::linear;
  }
  return std::nullopt;
}

/// Options that say something about a dose or a curve, which a table says itself or does not have.
std::string unfit_for_a_table(const SimulateOptions& options) {
  std::string names;
  const auto add = [&](bool given, const char* name) {
    if (given) {
      names += (names.empty() ? "" : ", ") + std::string(name);
    }
  };
  add(!options.files.empty(), "scenario files");
  add(!options.route.empty(), "--route");
  add(!options.dose.empty(), "--dose");
  add(options.duration.has_value(), "--duration");
  add(options.rate.has_value(), "--rate");
  add(options.start.has_value(), "--start");
  add(options.interval.has_value(), "--interval");
  add(options.repeats != 0, "--repeats");
  add(options.steady_state, "--steady-state");
  add(options.strength.has_value(), "--strength");
  add(!options.form.empty(), "--form");
  add(!options.basis.empty(), "--basis");
  add(options.until.has_value(), "--until");
  add(options.step.has_value(), "--step");
  add(!options.output.json.empty(), "--json");
  add(!options.output.plot.empty(), "--plot");
  add(!options.output.save.empty(), "--save");
  add(options.output.log, "--log");
  add(!options.output.bands.empty(), "--band");
  add(options.output.observed, "--observed");
  add(options.people.n.has_value(), "--n");
  add(options.people.seed.has_value(), "--seed");
  const std::string of_people = only_of_people(options.people);
  add(!of_people.empty(), of_people.c_str());
  return names;
}

bool wants_population(const SimulateOptions& options) {
  return options.people.n || options.people.seed;
}

/// Nothing that was asked for is left out in silence.
bool fits_one_subject(const SimulateOptions& options) {
  const std::string of_people = only_of_people(options.people);
  if (!of_people.empty()) {
    usage("of virtual patients only: " + of_people +
          "; --n says how many, or a file with [population]");
  }
  return of_people.empty();
}

int table_command(const SimulateOptions& options) {
  if (const std::string unfit = unfit_for_a_table(options); !unfit.empty()) {
    return usage("not with --data: " + unfit);
  }
  if (options.model.empty()) {
    return usage("also needed: --model");
  }
  OptionReader reader;
  ScenarioSpec spec;
  spec.model = options.model;
  spec.events = options.data;
  spec.covariates = CovariatePolicy::nocb;
  if (options.policy) {
    if (const auto policy = covariate_policy(*options.policy)) {
      spec.covariates = *policy;
    } else {
      reader.fail("--covariates", *options.policy, "option.covariates", "there is no such rule",
                  "nocb, locf or linear", 0);
    }
  }
  read_run_options(options, reader, spec);
  read_subject(options, reader, spec);
  if (!reader.problems().empty()) {
    print(reader.problems(), reader.typed());
    return exit_problems;
  }
  return simulate_table(spec, options);
}

/// The files with what the options say about the run; none, and the problems told, where something
/// is wrong.
std::optional<std::vector<Source>> sources_of(const SimulateOptions& options,
                                              OptionReader& reader) {
  auto sources = load_sources(options.files);
  if (!sources) {
    print(sources.error());
    return std::nullopt;
  }
  for (Source& source : *sources) {
    for (ScenarioSpec& spec : source.document.scenarios) {
      read_run_options(options, reader, spec);
    }
  }
  if (!reader.problems().empty()) {
    print({reader.problems().front()}, reader.typed());
    return std::nullopt;
  }
  return std::move(*sources);
}

}  // namespace

int population_command(const SimulateOptions& options) {
  OptionReader reader;
  auto sources = sources_of(options, reader);
  if (!sources) {
    return exit_problems;
  }
  return run_sources_as_population(std::move(*sources), options.output, options.people,
                                   "population");
}

int simulate_command(const SimulateOptions& options) {
  if (!options.data.empty()) {
    return table_command(options);
  }
  if (options.grid || options.policy || !options.carry.empty()) {
    return usage("--grid, --carry and --covariates go with --data");
  }
  OptionReader reader;
  if (!options.files.empty()) {
    if (describes_a_dose(options)) {
      return usage("give scenario files, or a model and a dose, not both");
    }
    auto sources = sources_of(options, reader);
    if (!sources) {
      return exit_problems;
    }
    // A file with a population is a population, whichever command it is given to.
    if (wants_population(options) || describes_population(*sources)) {
      return run_sources_as_population(std::move(*sources), options.output, options.people,
                                       "simulate");
    }
    if (!fits_one_subject(options)) {
      return exit_usage;
    }
    return run_and_report(std::move(*sources), Library::standard(), options.output);
  }

  std::string missing;
  for (const auto& [name, value] :
       {std::pair("--model", &options.model), std::pair("--route", &options.route),
        std::pair("--dose", &options.dose)}) {
    if (value->empty()) {
      missing += (missing.empty() ? "" : ", ") + std::string(name);
    }
  }
  if (!missing.empty()) {
    return usage(describes_a_dose(options)
                     ? "also needed: " + missing
                     : "give a scenario file, or --model, --route and --dose");
  }
  ScenarioSpec spec;
  spec.name = name_of(options);
  spec.model = options.model;
  read_run_options(options, reader, spec);
  read_subject(options, reader, spec);
  spec.doses.push_back(read_dose(options, reader));
  if (!reader.problems().empty()) {
    print(reader.problems(), reader.typed());
    return exit_problems;
  }
  if (options.strength && !options.output.quiet) {
    say(strength_note(options.dose, *options.strength, spec.doses.back().amount));
  }
  Source source;
  source.document.title = spec.name;
  source.document.scenarios.push_back(std::move(spec));
  std::vector<Source> sources;
  sources.push_back(std::move(source));
  if (wants_population(options)) {
    return run_sources_as_population(std::move(sources), options.output, options.people,
                                     "simulate");
  }
  if (!fits_one_subject(options)) {
    return exit_usage;
  }
  return run_and_report(std::move(sources), Library::standard(), options.output);
}

}  // namespace ketascope::cli
