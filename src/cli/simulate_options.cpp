// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_options.hpp"

#include "cli/number_checks.hpp"
#include "ketascope/population/population.hpp"

namespace ketascope::cli {
namespace {

/// No machine has more; the engine takes as many as there are cores at most.
constexpr std::uint64_t most_threads = 100'000;

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

/// Of single subjects only.
void add_single_outputs(CLI::App& command, OutputOptions& options) {
  const auto group = "Output";
  command.add_option("--json", options.json, "Summary and curves as JSON")
      ->group(group)
      ->type_name("FILE");
  command.add_option("--audit", options.audit, "Every dose event and its cause, as CSV")
      ->group(group)
      ->type_name("FILE");
}

void add_output_options(CLI::App& command, OutputOptions& options, const char* out) {
  const auto group = "Output";
  command.add_option("--out", options.out, out)->group(group)->type_name("FILE");
  command.add_option("--plot", options.plot, "Figure; the ending chooses png, svg or pdf")
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

void add_save(CLI::App& command, OutputOptions& options, const char* help) {
  command.add_option("--save", options.save, help)->group("Output")->type_name("FILE");
}

void add_people_options(CLI::App& command, PeopleOptions& options, const char* n) {
  add_who_options(command, options, n);
  const auto group = "Virtual patients";
  command.add_flag("--residual", options.residual, "Add residual error to the curves")
      ->group(group);
  const auto file = [&](const char* name, std::string& target, const char* help) {
    command.add_option(name, target, help)->group(group)->type_name("FILE");
  };
  file("--metrics", options.metrics,
       "Mean and percentiles of Cmax, tmax, AUC and time in bands, and targets reached");
  file("--patients", options.patients, "A row per patient: covariates, parameters, metrics");
  file("--curves", options.curves,
       "Curves of single patients (those of the file, else the first 20)");
  file("--netcdf", options.netcdf,
       "Curves of all patients as NetCDF-4, written while they are computed");
}

void add_run_options(CLI::App& command, SimulateOptions& options) {
  const auto run = "Run";
  command
      .add_option("--effect", options.effects,
                  "Effect by id (see `ketascope effects`); may be repeated")
      ->group(run)
      ->type_name("ID,ID")
      ->allow_extra_args(false);
  command
      .add_option(
          "--with", options.with,
          "Interacting drug (see `ketascope perpetrators`), e.g. rifampicin; may be repeated")
      ->group(run)
      ->type_name("ID[:REGIMEN]")
      ->allow_extra_args(false);
  command.add_option("--until", options.until, "End of the simulation (24 h)")
      ->group(run)
      ->type_name("TIME");
  command.add_option("--step", options.step, "Regular grid with this step, besides the events")
      ->group(run)
      ->type_name("TIME");
  command.add_option("--solver", options.solver, "automatic, linear or ode")
      ->group(run)
      ->type_name("NAME");
}

}  // namespace

void add_who_options(CLI::App& command, PeopleOptions& options, const char* n) {
  const auto group = "Virtual patients";
  command.add_option("--n", options.n, n)
      ->group(group)
      ->type_name("N")
      ->check(whole(1, most_patients));
  command.add_option("--seed", options.seed, "Of all draws")
      ->group(group)
      ->type_name("N")
      ->check(whole());
  command.add_option("--percentiles", options.percentiles, "Such as 5,50,95")
      ->group(group)
      ->type_name("P,P")
      ->check(percentile_list());
  command
      .add_flag("--uncertainty", options.uncertainty,
                "Draw the estimates from their standard errors too")
      ->group(group);
  command
      .add_option("--memory", options.memory_mb,
                  "Keep all values up to this; beyond it percentiles are counted (64)")
      ->group(group)
      ->type_name("MB")
      ->check(not_negative());
  command.add_option("--threads", options.threads, "Threads; 0 = all cores")
      ->group(group)
      ->type_name("N")
      ->check(whole(0, most_threads));
}

void population_options(CLI::App& command, SimulateOptions& options) {
  command.footer(
      "\nketascope population models/examples/population.toml --n 10000 --plot ribbon.png\n"
      "ketascope population mine.toml --seed 7 --out percentiles.csv --patients patients.csv");
  command.add_option("scenario", options.files, "Scenario files; [population] says who")
      ->required()
      ->type_name("FILE");
  add_people_options(command, options.people, "Patients per scenario");
  add_run_options(command, options);
  add_output_options(command, options.output, "Percentiles over time as CSV");
  add_save(command, options.output, "What was run as a scenario file");
}

void simulate_options(CLI::App& command, SimulateOptions& options) {
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
  add_people_options(command, options.people, "Give the doses to so many virtual patients");
  add_run_options(command, options);
  add_output_options(command, options.output, "Curves, or percentiles of patients, as CSV");
  add_single_outputs(command, options.output);
  add_save(command, options.output, "The simulated scenario as a scenario file");
}

void compare_options(CLI::App& command, CompareOptions& options) {
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
  add_output_options(command, options.output, "Curves as CSV");
  add_single_outputs(command, options.output);
}

}  // namespace ketascope::cli
