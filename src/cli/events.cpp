// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/report.hpp"
#include "ketascope/app/event_run.hpp"
#include "ketascope/app/library.hpp"

namespace ketascope::cli {
namespace {

int refuse(std::string code, std::string message, std::string hint) {
  print({{Severity::error, std::move(code), std::move(message), {}, {}, std::move(hint)}});
  return exit_problems;
}

/// The scenario that is meant; null, with a message, when that is not clear.
const ScenarioSpec* choose(const ScenarioFile& document, const EventsOptions& options) {
  std::vector<std::string> names;
  const ScenarioSpec* found = nullptr;
  for (const ScenarioSpec& spec : document.scenarios) {
    const std::string& name = spec.name.empty() ? spec.model : spec.name;
    names.push_back(fmt::format("\"{}\"", name));
    if (found == nullptr && (options.scenario.empty() || options.scenario == name)) {
      found = &spec;
    }
  }
  const std::string hint = fmt::format("the file holds {}", fmt::join(names, ", "));
  if (options.scenario.empty() && document.scenarios.size() > 1) {
    refuse("events.scenario", "the file holds several scenarios, and a table holds one",
           "choose one with --scenario: " + hint);
    return nullptr;
  }
  if (found == nullptr) {
    refuse("events.scenario", fmt::format("there is no scenario \"{}\"", options.scenario), hint);
  }
  return found;
}

}  // namespace

int events_command(const EventsOptions& options) {
  OutputOptions output;
  output.out = options.out.empty() ? "-" : options.out;
  Diagnostics problems = check_output(output);
  const auto sources = load_sources(std::vector<std::string>{options.file});
  if (!sources) {
    problems.insert(problems.end(), sources.error().begin(), sources.error().end());
  }
  if (has_errors(problems)) {
    print(problems);
    return exit_problems;
  }
  const ScenarioSpec* spec = choose(sources->front().document, options);
  if (spec == nullptr) {
    return exit_problems;
  }
  const auto scenario = prepare(*spec, Library::standard(), sources->front().folder);
  if (!scenario) {
    print(scenario.error());
    return exit_problems;
  }
  const auto exported = export_events(*scenario);
  if (!exported) {
    print(exported.error());
    return exit_problems;
  }
  print(exported->warnings);
  for (const std::string& sentence : exported->not_held) {
    say("not in the table: " + sentence);
  }
  if (output.out == "-") {
    return put(exported->csv) ? exit_ok : exit_problems;
  }
  const auto written = write_file(output.out, exported->csv);
  if (!written) {
    print(written.error());
    return exit_problems;
  }
  say("wrote " + output.out);
  return exit_ok;
}

}  // namespace ketascope::cli
