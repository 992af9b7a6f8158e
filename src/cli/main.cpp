// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <exception>

#include "cli/commands.hpp"
#include "cli/console.hpp"

namespace ketascope::cli {
namespace {

constexpr const char* simulate_examples = R"(
Examples:
  ketascope simulate --model kamp2020 --route iv --dose "0.5 mg/kg" --duration "40 min" \
                     --weight 70kg --until 8h
  ketascope simulate --model kamp2020 --route iv --dose 35mg --repeats 2 --interval 8h \
                     --out curve.csv --plot curve.png
  ketascope simulate --model kamp2020 --route iv --dose "0.5 mg/kg" --set CL="90 L/h" \
                     --save my.toml
  ketascope simulate my.toml --log --unit umol/L
  ketascope simulate --model kamp2020 --data events.csv --grid "0:24:0.1 h" --out result.csv

Numbers come with their unit: "0.5 mg/kg", 70kg, "40 min". A path of - is standard output.)";

void add_output_options(CLI::App& command, OutputOptions& options) {
  const auto group = "Output";
  command.add_option("--out", options.out, "Curves as CSV")->group(group)->type_name("FILE");
  command.add_option("--json", options.json, "Summary and curves as JSON")
      ->group(group)
      ->type_name("FILE");
  command.add_option("--plot", options.plot, "Figure; the ending chooses png, svg or pdf")
      ->group(group)
      ->type_name("FILE");
  command.add_option("--audit", options.audit, "Every dose event and its cause, as CSV")
      ->group(group)
      ->type_name("FILE");
  command.add_option("--unit", options.unit, "Unit of concentrations: ng/mL, umol/L, ...")
      ->group(group)
      ->type_name("UNIT");
  command.add_flag("--log", options.log, "Logarithmic axis of the figure")->group(group);
  command.add_option("--band", options.bands, "Effect band by id, or none; may be repeated")
      ->group(group)
      ->type_name("ID")
      ->allow_extra_args(false);
  command
      .add_flag("--observed", options.observed,
                "Published data of the same dose, route and form over the curves")
      ->group(group);
  command.add_flag("--quiet,-q", options.quiet, "No table and no notes; warnings and errors only")
      ->group(group);
}

void add_simulate(CLI::App& app, SimulateOptions& options) {
  CLI::App& command = *app.add_subcommand(
      "simulate", "Simulate scenario files, or one dose of one model, and summarise the curves");
  command.footer(simulate_examples);
  command.add_option("scenario", options.files, "Scenario files (.toml)")->type_name("FILE");
  const auto dose = "Model and dose";
  const auto text = [&](const char* name, auto& value, const char* help, const char* type) {
    command.add_option(name, value, help)->group(dose)->type_name(type);
  };
  text("--model", options.model, "Model id (see `ketascope models`) or a model file", "ID");
  text("--route", options.route, "Route that the model supports: iv, im, oral, ...", "ROUTE");
  text("--dose", options.dose, "Amount, e.g. 35mg or \"0.5 mg/kg\"", "AMOUNT");
  text("--duration", options.duration, "Infusion over this time", "TIME");
  text("--rate", options.rate, "Infusion at this rate, e.g. \"0.3 mg/kg/h\"", "RATE");
  text("--start", options.start, "When the first dose is given (0 h)", "TIME");
  text("--repeats", options.repeats, "Further doses after the first", "N");
  text("--interval", options.interval, "Time between doses", "TIME");
  command
      .add_flag("--steady-state", options.steady_state,
                "The schedule has been running for ever; needs --interval")
      ->group(dose);
  text("--form", options.form, "What the dose is: racemate, S or R (as the model's doses)", "FORM");
  text("--basis", options.basis, "What the amount counts: base or hydrochloride", "BASIS");
  text("--strength", options.strength, "Of the solution, when the dose is a volume: \"100 mg/mL\"",
       "STRENGTH");
  const auto subject = "Subject and parameters";
  command.add_option("--weight", options.weight, "Body weight, e.g. 70kg")
      ->group(subject)
      ->type_name("WEIGHT");
  command.add_option("--age", options.age, "Age, e.g. 45y")->group(subject)->type_name("TIME");
  command.add_option("--cov", options.covariates, "Covariate, e.g. RACE=japanese; may be repeated")
      ->group(subject)
      ->type_name("NAME=VALUE")
      ->allow_extra_args(false);
  command
      .add_option("--set", options.parameters,
                  "Parameter instead of the model's, e.g. CL=\"90 L/h\"; may be repeated")
      ->group(subject)
      ->type_name("NAME=VALUE")
      ->allow_extra_args(false);
  command
      .add_option("--effect", options.effects,
                  "Effect by id (see `ketascope effects`); may be repeated")
      ->group("Run")
      ->type_name("ID,ID")
      ->allow_extra_args(false);
  command
      .add_option(
          "--with", options.with,
          "Interacting drug (see `ketascope perpetrators`), e.g. rifampicin; may be repeated")
      ->group("Run")
      ->type_name("ID[:REGIMEN]")
      ->allow_extra_args(false);
  const auto table = "Event table";
  command
      .add_option("--data", options.data,
                  "NONMEM-style table of events instead of a dose; needs --model")
      ->group(table)
      ->type_name("FILE");
  command.add_option("--grid", options.grid, "Rows at regular times too, e.g. \"0:24:0.1 h\"")
      ->group(table)
      ->type_name("FROM:TO:STEP");
  command
      .add_option("--carry", options.carry, "Columns to hand through to the result, e.g. DV,ARM")
      ->group(table)
      ->type_name("COL,COL")
      ->allow_extra_args(false);
  command
      .add_option("--covariates", options.policy,
                  "How covariates hold between rows: nocb (as NONMEM), locf or linear")
      ->group(table)
      ->type_name("RULE");
  const auto run = "Run";
  command.add_option("--until", options.until, "End of the simulation (24 h)")
      ->group(run)
      ->type_name("TIME");
  command.add_option("--step", options.step, "Regular grid with this step, besides the events")
      ->group(run)
      ->type_name("TIME");
  command.add_option("--solver", options.solver, "automatic, linear or ode")
      ->group(run)
      ->type_name("NAME");
  add_output_options(command, options.output);
  command.add_option("--save", options.output.save, "The simulated scenario as a scenario file")
      ->group("Output")
      ->type_name("FILE");
}

CLI::App& add_compare(CLI::App& app, CompareOptions& options) {
  CLI::App& command = *app.add_subcommand(
      "compare",
      "Several scenario files, or one dose by many models, on one plot and in one table");
  command.footer(
      "\nExamples:\n  ketascope compare a.toml b.toml --plot both.png\n"
      "  ketascope compare --models all --route iv --dose \"0.5 mg/kg\" --duration \"40 min\" \\\n"
      "                    --form S --plot models.png --observed");
  command.add_option("scenario", options.files, "Scenario files (.toml)")->type_name("FILE");
  const auto text = [&](const char* name, auto& value, const char* help, const char* type) {
    command.add_option(name, value, help)->group("One dose by many models")->type_name(type);
  };
  text("--models", options.models, "all, or model ids divided by commas", "IDS");
  text("--route", options.route, "Route: iv, im, oral, ...", "ROUTE");
  text("--dose", options.dose, "Amount, e.g. 35mg or \"0.5 mg/kg\"", "AMOUNT");
  text("--duration", options.duration, "Infusion over this time", "TIME");
  text("--rate", options.rate, "Infusion at this rate, e.g. \"0.3 mg/kg/h\"", "RATE");
  text("--form", options.form, "What the dose is: racemate, S or R (each model's own)", "FORM");
  text("--basis", options.basis, "What the amount counts: base or hydrochloride", "BASIS");
  text("--strength", options.strength, "Of the solution, when the dose is a volume: \"100 mg/mL\"",
       "STRENGTH");
  text("--weight", options.weight, "Body weight (70 kg)", "WEIGHT");
  text("--age", options.age, "Age, e.g. 45y (an adult)", "TIME");
  text("--until", options.until, "End of the curves (24 h)", "TIME");
  add_output_options(command, options.output);
  return command;
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

  SimulateOptions simulate;
  add_simulate(app, simulate);

  CompareOptions compare;
  CLI::App& compare_app = add_compare(app, compare);

  ModelsOptions models;
  CLI::App& models_app = *app.add_subcommand("models", "List the models, or show one");
  models_app.add_flag("--json", models.json, "As JSON");
  models_app.add_flag("--missing", models.missing, "Published models that lack numbers, and which");
  ShowOptions show;
  CLI::App& show_app = *models_app.add_subcommand("show", "The card of one model");
  show_app.add_option("model", show.model, "Model id or file")->required()->type_name("ID");
  show_app.add_option("--html", show.html, "As a page to print, to this file")->type_name("FILE");
  NewModelOptions new_model;
  CLI::App& new_app =
      *models_app.add_subcommand("new", "Write a commented model file to begin with");
  new_app.add_option("id", new_model.id, "Id of the new model (my-model)")->type_name("ID");
  new_app.add_option("--out", new_model.out, "The file; ID.toml when left out")->type_name("FILE");

  EventsOptions events;
  CLI::App& events_app = *app.add_subcommand(
      "events", "Write the doses of a scenario as an event table that NONMEM reads");
  events_app.add_option("scenario", events.file, "Scenario file (.toml)")
      ->required()
      ->type_name("FILE");
  events_app.add_option("--scenario", events.scenario, "Which one, where the file holds several")
      ->type_name("NAME");
  events_app.add_option("--out", events.out, "The table; standard output when left out")
      ->type_name("FILE");

  CheckOptions check;
  CLI::App& check_app = *app.add_subcommand(
      "check", "Check model, scenario and band files and explain what is wrong");
  check_app.add_option("file", check.files, "Files")->required()->type_name("FILE");

  VerifyOptions verify;
  CLI::App& verify_app =
      *app.add_subcommand("verify", "Run the models' checks against published and derived numbers");
  verify_app.add_option("model", verify.models, "Model ids; all when none is given")
      ->type_name("ID");
  verify_app.add_flag("--json", verify.json, "As JSON");
  verify_app.add_option("--html", verify.html, "Also as a page to print, to this file")
      ->type_name("FILE");

  EffectsOptions effects;
  CLI::App& effects_app = *app.add_subcommand("effects", "List the effects, or show one");
  CLI::App& effect_app = *effects_app.add_subcommand("show", "The card of one effect");
  effect_app.add_option("effect", effects.show, "Effect id or file")->required()->type_name("ID");

  PerpetratorsOptions perpetrators;
  CLI::App& perpetrators_app =
      *app.add_subcommand("perpetrators", "List the drugs that act on enzymes, or show one");
  CLI::App& perpetrator_app = *perpetrators_app.add_subcommand("show", "The card of one");
  perpetrator_app.add_option("perpetrator", perpetrators.show, "Id or file")
      ->required()
      ->type_name("ID");

  CalibrateOptions calibrate;
  CLI::App& calibrate_app = *app.add_subcommand(
      "calibrate", "Fit the free parameters of a model to the studies in its plan");
  calibrate_app.add_option("model", calibrate.model, "Model with a plan in models/studies")
      ->type_name("ID");
  calibrate_app.add_option("--stage", calibrate.stages, "Only this stage; may be repeated")
      ->type_name("ID")
      ->allow_extra_args(false);
  calibrate_app.add_option("--rounds", calibrate.rounds, "Times that the stages are gone through")
      ->type_name("N");
  calibrate_app.add_option("--iterations", calibrate.iterations, "Most steps of one stage")
      ->type_name("N");
  calibrate_app
      .add_option("--out", calibrate.out,
                  "Folder for values, standard errors, correlations and the fit")
      ->type_name("FOLDER");
  calibrate_app.add_option("--write", calibrate.write, "The model file with the values in it")
      ->type_name("FILE");

  ValidateOptions validate;
  CLI::App& validate_app = *app.add_subcommand(
      "validate", "Compare a model with every usable study, fitted and held out");
  validate_app.add_option("model", validate.model, "Model with a plan in models/studies")
      ->type_name("ID");
  validate_app.add_option("--html", validate.html, "The whole report as a page")->type_name("FILE");
  validate_app.add_option("--csv", validate.csv, "Every row as CSV")->type_name("FILE");

  PopulationOptions population;
  CLI::App& population_app = *app.add_subcommand(
      "population", "Give the scenarios of a file to virtual patients: percentiles over time");
  population_app.footer(
      "\nketascope population models/examples/population.toml --n 10000 --plot ribbon.png\n"
      "ketascope population mine.toml --seed 7 --out percentiles.csv --patients patients.csv");
  population_app.add_option("scenario", population.file, "Scenario file; [population] says who")
      ->required()
      ->type_name("FILE");
  population_app.add_option("--n", population.n, "Patients per scenario")
      ->type_name("N")
      ->check(CLI::PositiveNumber);
  population_app.add_option("--seed", population.seed, "Of all draws")->type_name("N");
  population_app.add_option("--percentiles", population.percentiles, "Such as 5,50,95")
      ->type_name("P,P");
  population_app.add_flag("--residual", population.residual, "Add residual error to the curves");
  population_app.add_flag("--uncertainty", population.uncertainty,
                          "Draw the estimates from their standard errors too");
  population_app
      .add_option("--memory", population.memory_mb,
                  "Keep all values up to this; beyond it percentiles are counted (64)")
      ->type_name("MB")
      ->check(CLI::NonNegativeNumber);
  population_app.add_option("--threads", population.threads, "Threads; 0 = all cores")
      ->type_name("N")
      ->check(CLI::NonNegativeNumber);
  population_app.add_option("--out", population.out, "Percentiles over time as CSV")
      ->type_name("FILE");
  population_app
      .add_option("--patients", population.patients,
                  "A row per patient: covariates, parameters, metrics")
      ->type_name("FILE");
  population_app
      .add_option("--curves", population.curves,
                  "Curves of single patients (those of the file, else the first 20)")
      ->type_name("FILE");
  population_app
      .add_option("--netcdf", population.netcdf,
                  "Curves of all patients as NetCDF-4, written while they are computed")
      ->type_name("FILE");
  population_app.add_option("--plot", population.plot, "Figure as PNG, SVG or PDF")
      ->type_name("FILE");
  population_app.add_flag("--quiet", population.quiet, "No table, no notes");

  BenchCommandOptions bench;
  CLI::App& bench_app = *app.add_subcommand(
      "bench", "How fast this machine runs the benchmark problems, and how exactly");
  bench_app.add_option("problem", bench.only, "P1, P2, P3, P4 or replay; all when none is given")
      ->type_name("NAME");
  bench_app.add_option("--threads", bench.threads, "Threads (1)")
      ->type_name("N")
      ->check(CLI::PositiveNumber);
  bench_app.add_option("--subjects", bench.subjects, "Subjects of P1 and P2 (10000)")
      ->type_name("N")
      ->check(CLI::Range(10, 1'000'000));
  bench_app.add_option("--repeats", bench.repeats, "Repeats, of which the median counts (3)")
      ->type_name("N")
      ->check(CLI::PositiveNumber);

  SweepOptions sweep;
  CLI::App& sweep_app = *app.add_subcommand(
      "sweep", "Vary doses, covariates, parameters or models: a table of metrics, a heat map");
  sweep_app.footer("\nketascope sweep models/examples/sweeps/dose-weight.toml --plot map.png");
  sweep_app.add_option("sweep", sweep.file, "Sweep file")->required()->type_name("FILE");
  sweep_app.add_option("--out", sweep.out, "The table as CSV")->type_name("FILE");
  sweep_app.add_option("--plot", sweep.plot, "Line or heat map as PNG, SVG or PDF")
      ->type_name("FILE");
  sweep_app.add_option("--threads", sweep.threads, "Threads; 0 = all cores")->type_name("N");
  sweep_app.add_flag("--quiet,-q", sweep.quiet, "Warnings and errors only");

  CLI::App& bands_app = *app.add_subcommand("bands", "List the effect bands");
  CLI::App& version_app = *app.add_subcommand("version", "Show the version");
  app.footer("\n`ketascope simulate --help` shows examples.");

  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForVersion&) {
    return exit_ok;
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? exit_ok : exit_usage;
  }
  if (app.got_subcommand("simulate")) {
    return simulate_command(simulate);
  }
  if (compare_app) {
    return compare_command(compare);
  }
  if (show_app) {
    return show_command(show);
  }
  if (new_app) {
    return new_model_command(new_model);
  }
  if (models_app) {
    return models_command(models);
  }
  if (events_app) {
    return events_command(events);
  }
  if (check_app) {
    return check_command(check);
  }
  if (verify_app) {
    return verify_command(verify);
  }
  if (effects_app) {
    return effects_command(effects);
  }
  if (calibrate_app) {
    return calibrate_command(calibrate);
  }
  if (validate_app) {
    return validate_command(validate);
  }
  if (perpetrators_app) {
    return perpetrators_command(perpetrators);
  }
  if (population_app) {
    return population_command(population);
  }
  if (bench_app) {
    return bench_command(bench);
  }
  if (sweep_app) {
    return sweep_command(sweep);
  }
  if (bands_app) {
    return bands_command();
  }
  return version_app ? version_command() : exit_usage;
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
