// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>
#include <cctype>

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/option_reader.hpp"
#include "cli/report.hpp"
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

void read_run_options(const SimulateOptions& options, OptionReader& reader, ScenarioSpec& spec) {
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
  say(fmt::format("ketascope simulate: {}", message));
  say("`ketascope simulate --help` shows examples.");
  return exit_usage;
}

bool describes_a_dose(const SimulateOptions& options) {
  return !options.model.empty() || !options.route.empty() || !options.dose.empty() ||
         options.duration || options.rate || options.start || options.interval || options.weight ||
         options.age || !options.form.empty() || !options.basis.empty() || options.repeats != 0 ||
         options.steady_state || !options.parameters.empty() || !options.covariates.empty();
}

}  // namespace

int simulate_command(const SimulateOptions& options) {
  OptionReader reader;
  if (!options.files.empty()) {
    if (describes_a_dose(options)) {
      return usage("give scenario files, or a model and a dose, not both");
    }
    auto sources = load_sources(options.files);
    if (!sources) {
      print(sources.error());
      return exit_problems;
    }
    for (Source& source : *sources) {
      for (ScenarioSpec& spec : source.document.scenarios) {
        read_run_options(options, reader, spec);
      }
    }
    if (!reader.problems().empty()) {
      print({reader.problems().front()}, reader.typed());
      return exit_problems;
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
  return run_and_report(std::move(sources), Library::standard(), options.output);
}

}  // namespace ketascope::cli
