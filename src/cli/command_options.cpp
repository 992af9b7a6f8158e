// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_options.hpp"

#include "cli/number_checks.hpp"

#include "ketascope/population/population.hpp"

namespace ketascope::cli {

void models_options(CLI::App& command, ModelsOptions& options) {
  command.add_flag("--json", options.json, "As JSON");
  command.add_flag("--missing", options.missing, "Published models that lack numbers, and which");
}

void show_options(CLI::App& command, ShowOptions& options) {
  command.add_option("model", options.model, "Model id or file")->required()->type_name("ID");
  command.add_option("--html", options.html, "As a page to print, to this file")->type_name("FILE");
}

void new_model_options(CLI::App& command, NewModelOptions& options) {
  command.add_option("id", options.id, "Id of the new model (my-model)")->type_name("ID");
  command.add_option("--out", options.out, "The file; ID.toml when left out")->type_name("FILE");
}

void events_options(CLI::App& command, EventsOptions& options) {
  command.add_option("scenario", options.file, "Scenario file (.toml)")
      ->required()
      ->type_name("FILE");
  command.add_option("--scenario", options.scenario, "Which one, where the file holds several")
      ->type_name("NAME");
  command.add_option("--out", options.out, "The table; standard output when left out")
      ->type_name("FILE");
}

void check_options(CLI::App& command, CheckOptions& options) {
  command.add_option("file", options.files, "Files")->required()->type_name("FILE");
}

void verify_options(CLI::App& command, VerifyOptions& options) {
  command.add_option("model", options.models, "Model ids; all when none is given")->type_name("ID");
  command.add_flag("--json", options.json, "As JSON");
  command.add_option("--html", options.html, "Also as a page to print, to this file")
      ->type_name("FILE");
}

void effect_options(CLI::App& command, EffectsOptions& options) {
  command.add_option("effect", options.show, "Effect id or file")->required()->type_name("ID");
}

void perpetrator_options(CLI::App& command, PerpetratorsOptions& options) {
  command.add_option("perpetrator", options.show, "Id or file")->required()->type_name("ID");
}

void calibrate_options(CLI::App& command, CalibrateOptions& options) {
  command.add_option("model", options.model, "Model with a plan in models/studies")
      ->type_name("ID");
  command.add_option("--stage", options.stages, "Only this stage; may be repeated")
      ->type_name("ID")
      ->allow_extra_args(false);
  command.add_option("--rounds", options.rounds, "Times that the stages are gone through")
      ->type_name("N");
  command.add_option("--iterations", options.iterations, "Most steps of one stage")->type_name("N");
  command
      .add_option("--out", options.out,
                  "Folder for values, standard errors, correlations and the fit")
      ->type_name("FOLDER");
  command.add_option("--write", options.write, "The model file with the values in it")
      ->type_name("FILE");
}

void validate_options(CLI::App& command, ValidateOptions& options) {
  command.add_option("model", options.model, "Model with a plan in models/studies")
      ->type_name("ID");
  command.add_option("--html", options.html, "The whole report as a page")->type_name("FILE");
  command.add_option("--csv", options.csv, "Every row as CSV")->type_name("FILE");
}

void bench_options(CLI::App& command, BenchCommandOptions& options) {
  command
      .add_option("problem", options.only,
                  "P1 P2 P3 P4 replay slider threads sizes population; all when none is given")
      ->type_name("NAME");
  command.add_option("--threads", options.threads, "Threads (1)")
      ->type_name("N")
      ->check(whole(1, 100'000));
  command
      .add_option("--subjects", options.subjects, "Subjects of P1, P2 and the population (10000)")
      ->type_name("N")
      ->check(whole(10, 1'000'000));
  command.add_option("--repeats", options.repeats, "Repeats, of which the median counts (3)")
      ->type_name("N")
      ->check(whole(1, 1'000'000'000));
}

void sweep_options(CLI::App& command, SweepOptions& options) {
  command.footer(
      "\nketascope sweep models/examples/sweeps/dose-weight.toml --plot map.png\n"
      "ketascope sweep models/examples/sweeps/dose-target.toml --n 1000 --plot reached.png");
  command.add_option("sweep", options.file, "Sweep file")->required()->type_name("FILE");
  command.add_option("--out", options.out, "The table as CSV")->type_name("FILE");
  command.add_option("--plot", options.plot, "Line or heat map as PNG, SVG or PDF")
      ->type_name("FILE");
  command.add_flag("--quiet,-q", options.quiet, "Warnings and errors only");
  add_who_options(command, options.people, "Virtual patients at every point");
}

}  // namespace ketascope::cli
