// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <exception>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cli/command_options.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"

namespace ketascope::cli {
namespace {

/// For a command whose options are all those of the commands inside it.
template <class Options>
void no_options(CLI::App&, Options&) {}

/// A line of the table: a command in what, and what it does. `add` gives the call that runs it with
/// the options that were read.
struct Entry {
  std::string parent, name, help;
  std::function<std::function<int()>(CLI::App&)> add;
};

template <class Options>
Entry entry(std::string parent, std::string name, std::string help,
            void (*read)(CLI::App&, Options&), int (*run)(const Options&)) {
  return {std::move(parent), std::move(name), std::move(help), [read, run](CLI::App& command) {
            const auto options = std::make_shared<Options>();
            read(command, *options);
            return [options, run] { return run(*options); };
          }};
}

Entry entry(std::string parent, std::string name, std::string help, int (*run)()) {
  return {std::move(parent), std::move(name), std::move(help), [run](CLI::App&) { return run; }};
}

/// In the order of the help. What is inside of another command stands after it.
std::vector<Entry> commands() {
  return {
      entry("", "simulate",
            "Simulate scenario files, or one dose of one model, and summarise the curves",
            simulate_options, simulate_command),
      entry("", "compare",
            "Several scenario files, or one dose by many models, on one plot and in one table",
            compare_options, compare_command),
      entry("", "models", "List the models, or show one", models_options, models_command),
      entry("models", "show", "The card of one model", show_options, show_command),
      entry("models", "new", "Write a commented model file to begin with", new_model_options,
            new_model_command),
      entry("", "events", "Write the doses of a scenario as an event table that NONMEM reads",
            events_options, events_command),
      entry("", "check", "Check model, scenario and band files and explain what is wrong",
            check_options, check_command),
      entry("", "verify", "Run the models' checks against published and derived numbers",
            verify_options, verify_command),
      entry("", "effects", "List the effects, or show one", no_options<EffectsOptions>,
            effects_command),
      entry("effects", "show", "The card of one effect", effect_options, effects_command),
      entry("", "perpetrators", "List the drugs that act on enzymes, or show one",
            no_options<PerpetratorsOptions>, perpetrators_command),
      entry("perpetrators", "show", "The card of one", perpetrator_options, perpetrators_command),
      entry("", "calibrate", "Fit the free parameters of a model to the studies in its plan",
            calibrate_options, calibrate_command),
      entry("", "validate", "Compare a model with every usable study, fitted and held out",
            validate_options, validate_command),
      entry("", "population",
            "Give the scenarios of a file to virtual patients: percentiles over time",
            population_options, population_command),
      entry("", "bench",
            "How fast this machine runs the benchmark problems, and how exactly (about a minute)",
            bench_options, bench_command),
      entry("", "sweep",
            "Vary doses, covariates, parameters or models: a table of metrics, a heat map",
            sweep_options, sweep_command),
      entry("", "bands", "List the effect bands", bands_command),
      entry("", "version", "Show the version", version_command),
  };
}

int run(int argc, char** argv) {
  CLI::App app{
      "Ketascope: pharmacokinetics of ketamine from published models.\n"
      "For teaching and research. Not for dosing decisions.",
      "ketascope"};
  app.require_subcommand(1);
  app.set_version_flag("--version", [] {
    version_command();
    return std::string();
  });
  app.footer("\n`ketascope simulate --help` shows examples.");

  std::vector<std::pair<CLI::App*, std::function<int()>>> known;
  for (const Entry& entry : commands()) {
    CLI::App& parent = entry.parent.empty() ? app : *app.get_subcommand(entry.parent);
    CLI::App& command = *parent.add_subcommand(entry.name, entry.help);
    known.emplace_back(&command, entry.add(command));
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForVersion&) {
    return exit_ok;
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? exit_ok : exit_usage;
  }
  // From the end: `models show` is `models` too.
  for (auto one = known.rbegin(); one != known.rend(); ++one) {
    if (one->first->parsed()) {
      return one->second();
    }
  }
  return exit_usage;
}

}  // namespace
}  // namespace ketascope::cli

int main(int argc, char** argv) {
  try {
    return ketascope::cli::run(argc, argv);
  } catch (const std::bad_alloc&) {
    ketascope::cli::say("error: there is not enough memory for this");
  } catch (const std::exception& error) {
    // A broken promise inside the program, not bad input: bad input never throws.
    ketascope::cli::say(std::string("internal error: ") + error.what());
  }
  return ketascope::cli::exit_problems;
}
