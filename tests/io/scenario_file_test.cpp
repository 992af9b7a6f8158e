// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/io/scenario_file.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <random>

#include "text_files.hpp"

namespace ketascope {
namespace {

using testing::listing;
using testing::replaced;

const std::string sound = R"(format = "ketascope-scenario 1"
title = "Four routes"
[display]
axis = "log"
unit = "umol/L"
time_unit = "min"
bands = ["analgesia"]
[[scenario]]
name = "IV 0.5 mg/kg over 40 min"
model = "kamp2020"
subject = { WT = "70 kg", RACE = "japanese", BSA = 1.8 }
parameters = { CL = "84 L/h" }
doses = [
  { route = "iv", amount = "0.5 mg/kg", duration = "40 min" },
  { route = "im", amount = "20 mg", start = "2 h", repeats = 3, interval = "8 h", form = "S", basis = "base" },
]
outputs = ["ketamine"]
until = "8 h"
step = "5 min"
points = 600
covariates = "nocb"
solver = { kind = "ode", stepper = "dopri5", rtol = 1e-6, atol = 1e-8 }
seed = 7
visible = false
[[scenario]]
name = "table"
model = "kamp2020"
events = "events/a.csv"
)";

std::string problems_of(std::string_view text) {
  const auto parsed = parse_scenario_file(text, "s.toml");
  return parsed ? "none" : listing(parsed.error());
}
std::string problems_after(std::string_view from, std::string_view to) {
  return problems_of(replaced(sound, from, to));
}
/// The first dose of the sound document with these fields added.
std::string problems_of_dose(std::string_view fields) {
  return problems_after("{ route = \"iv\", amount = \"0.5 mg/kg\", duration = \"40 min\" }",
                        fmt::format("{{ {} }}", fields));
}

TEST(ScenarioFile, ReadsEveryField) {
  const auto parsed = parse_scenario_file(sound, "s.toml");
  ASSERT_TRUE(parsed) << listing(parsed.error());
  EXPECT_EQ(parsed->title, "Four routes");
  const DisplaySpec display{
      .log_axis = true, .unit = "umol/L", .time_unit = "min", .bands = {"analgesia"}};
  EXPECT_EQ(parsed->display, display);
  ASSERT_EQ(parsed->scenarios.size(), 2u);

  ScenarioSpec expected;
  expected.name = "IV 0.5 mg/kg over 40 min";
  expected.model = "kamp2020";
  expected.subject = {{"WT", {70.0, "kg"}}, {"BSA", {1.8, ""}}};
  expected.categories = {{"RACE", "japanese"}};
  expected.parameters = {{"CL", {84.0, "L/h"}}};
  DoseSpec first;
  first.route = "iv";
  first.amount = {0.5, "mg/kg"};
  first.duration = Measure{40.0, "min"};
  DoseSpec second;
  second.route = "im";
  second.amount = {20.0, "mg"};
  second.start = {2.0, "h"};
  second.repeats = 3;
  second.interval = Measure{8.0, "h"};
  second.form = "S";
  second.basis = "base";
  expected.doses = {first, second};
  expected.sampling.until = {8.0, "h"};
  expected.sampling.step = Measure{5.0, "min"};
  expected.sampling.points = 600;
  expected.solver.kind = SolverOptions::Kind::ode;
  expected.solver.stepper = SolverOptions::Stepper::dopri5;
  expected.solver.rtol = 1e-6;
  expected.solver.atol = 1e-8;
  expected.covariates = CovariatePolicy::nocb;
  expected.seed = 7;
  expected.outputs = {"ketamine"};
  expected.visible = false;
  EXPECT_EQ(parsed->scenarios[0], expected);
  EXPECT_EQ(parsed->scenarios[1].events, "events/a.csv");
}

TEST(ScenarioFile, DosesRememberTheirPlaceWithoutDifferingByIt) {
  const auto parsed = parse_scenario_file(sound, "s.toml");
  ASSERT_TRUE(parsed);
  const auto& doses = parsed->scenarios[0].doses;
  EXPECT_EQ(doses.at(0).at, (SourceLocation{14, 3}));
  EXPECT_EQ(doses.at(1).at, (SourceLocation{15, 3}));
  DoseSpec moved = doses[0];
  moved.at = {99, 1};
  EXPECT_EQ(moved, doses[0]);
}

TEST(ScenarioFile, WhatIsNotWrittenHasTheDefaults) {
  const auto parsed = parse_scenario_file(
      "format = \"ketascope-scenario 1\"\n[[scenario]]\nmodel = \"kamp2020\"\n", "s.toml");
  ASSERT_TRUE(parsed) << listing(parsed.error());
  ScenarioSpec expected;
  expected.model = "kamp2020";
  EXPECT_EQ(parsed->scenarios.at(0), expected);
  EXPECT_EQ(parsed->display, DisplaySpec());
}

TEST(ScenarioFile, LooksAsItIsDocumented) {
  ScenarioFile document{.title = "T",
                        .description = "",
                        .written_by = "Ketascope 0.1.0",
                        .scenarios = {},
                        .display = {},
                        .population = {}};
  ScenarioSpec spec;
  spec.name = "IV";
  spec.model = "kamp2020";
  spec.subject = {{"WT", {70.0, "kg"}}, {"BSA", {1.8, ""}}};
  spec.categories = {{"RACE", "japanese"}, {"CYP2B6", "*6"}, {"GROUP", "2"}};
  DoseSpec dose;
  dose.route = "iv";
  dose.amount = {0.5, "mg/kg"};
  dose.duration = Measure{40.0, "min"};
  spec.doses = {dose};
  document.scenarios = {spec};
  EXPECT_EQ(to_toml(document), R"(format = "ketascope-scenario 1"
title = "T"
description = ""
written_by = "Ketascope 0.1.0"

[display]
axis = "linear"
unit = "ng/mL"
time_unit = "h"
time_zero = "start"
observed = false
band_edges = "hard"
bands = []

[[scenario]]
name = "IV"
model = "kamp2020"
subject = { BSA = 1.8, WT = "70 kg", CYP2B6 = "*6", GROUP = { category = "2" }, RACE = "japanese" }
doses = [
  { route = "iv", amount = "0.5 mg/kg", start = "0 h", duration = "40 min" },
]
until = "24 h"
points = 1200
covariates = "locf"
solver = { kind = "automatic", stepper = "automatic", rtol = 1e-09, atol = 1e-12 }
seed = 0
visible = true
)");
}

TEST(ScenarioFile, LoadsFromAFileAndNamesItInMessages) {
  const testing::TemporaryFolder folder;
  EXPECT_TRUE(load_scenario_file(folder.write("a.toml", sound)));
  const auto missing = load_scenario_file(folder / "none.toml");
  ASSERT_FALSE(missing);
  EXPECT_EQ(listing(missing.error()),
            "0:0 error[file.unreadable] cannot read: No such file or directory\n");
  const auto broken = load_scenario_file(folder.write("b.toml", "x"));
  ASSERT_FALSE(broken);
  EXPECT_EQ(broken.error().at(0).file, (folder / "b.toml").string());
}

// --- what is refused ---

TEST(BrokenScenario, TextsThatAreNoScenario) {
  EXPECT_EQ(problems_of(""), "0:0 error[file.empty] the file is empty\n");
  EXPECT_EQ(problems_of(std::string_view("a\0", 2)),
            "1:2 error[file.binary] not a text file: it holds NUL bytes\n");
  EXPECT_EQ(problems_of("format = \"ketascope-model 1\"\n[x]\n"),
            "1:11 error[scenario.wrong_format] expected format 'ketascope-scenario 1', found "
            "'ketascope-model 1'\n");
  EXPECT_EQ(problems_of("format = \"ketascope-scenario 12\"\n[new]\n"),
            "1:11 error[scenario.newer_format] written by a newer Ketascope: format "
            "'ketascope-scenario 12', this "
            "program reads 'ketascope-scenario 1'\n");
  EXPECT_EQ(problems_of("format = \"ketascope-scenario one\"\n"),
            "1:11 error[scenario.wrong_format] expected format 'ketascope-scenario 1', found "
            "'ketascope-scenario one'\n");
}

TEST(BrokenScenario, NoScenarioAtAll) {
  EXPECT_EQ(problems_of("format = \"ketascope-scenario 1\"\n"),
            "1:1 error[scenario.none] no [[scenario]] in this file\n");
}

TEST(ScenarioFile, AnEmptyDocumentSaysSoAndReadsBack) {
  EXPECT_EQ(problems_of("format = \"ketascope-scenario 1\"\nscenario = []\n"), "none");
  const auto back = parse_scenario_file(to_toml(ScenarioFile{}), "f.toml");
  ASSERT_TRUE(back);
  EXPECT_TRUE(back->scenarios.empty());
}

TEST(ScenarioFile, ADocumentOfTheFirstVersionOpensWithDefaultsForWhatCameLater) {
  // As version 0.1.0 wrote it before there were baselines, zeros of the time axis or interactions.
  const auto file = parse_scenario_file(
      "format = \"ketascope-scenario 1\"\ntitle = \"old\"\ndescription = \"\"\n"
      "written_by = \"ketascope 0.1.0\"\n\n[display]\naxis = \"log\"\nunit = \"umol/L\"\n"
      "time_unit = \"h\"\nbands = []\n\n[[scenario]]\nname = \"one\"\nmodel = \"kamp2020\"\n"
      "subject = { WT = \"70 kg\" }\ndoses = [\n  { route = \"iv\", amount = \"35 mg\", start = "
      "\"0 h\" },\n]\nuntil = \"8 h\"\npoints = 1200\ncovariates = \"locf\"\nsolver = { kind = "
      "\"automatic\", stepper = \"automatic\", rtol = 1e-09, atol = 1e-12 }\nseed = 0\nvisible = "
      "true\n",
      "old.toml");
  ASSERT_TRUE(file) << format(file.error());
  EXPECT_TRUE(file->display.log_axis);
  EXPECT_EQ(file->display.baseline, 0);
  EXPECT_EQ(file->written_by, "ketascope 0.1.0");
  ASSERT_EQ(file->scenarios.size(), 1U);
  EXPECT_EQ(file->scenarios[0].doses[0].amount, (Measure{35, "mg"}));
}

TEST(ScenarioFile, TheBaselineOfAComparisonIsCountedFromOne) {
  ScenarioFile file;
  file.display.baseline = 2;
  EXPECT_NE(to_toml(file).find("baseline = 3\n"), std::string::npos);
  EXPECT_EQ(parse_scenario_file(to_toml(file), "f.toml")->display.baseline, 2);
  EXPECT_EQ(problems_of("format = \"ketascope-scenario 1\"\nscenario = []\n[display]\n"
                        "baseline = 0\n"),
            "4:12 error[scenario.baseline] 'baseline' must be from 1 to 10000, not 0\n");
}

TEST(ScenarioFile, VirtualPatientsStayInAFileThatDoesNotShowThem) {
  ScenarioFile document;
  document.population = PopulationSpec();
  EXPECT_EQ(to_toml(document).find("patients = "), std::string::npos);
  document.display.patients = false;
  const auto read = parse_scenario_file(to_toml(document), "s.toml");
  ASSERT_TRUE(read) << format(read.error());
  EXPECT_EQ(*read, document);
}

TEST(BrokenScenario, NoModel) {
  EXPECT_EQ(problems_after("model = \"kamp2020\"\nsubject", "subject"),
            "8:1 error[toml.missing_field] missing field 'model' in [[scenario]]\n");
}

TEST(BrokenScenario, DosesThatNoModelCouldTake) {
  EXPECT_EQ(problems_of_dose("route = \"iv\", amount = \"-1 mg\""),
            "14:29 error[scenario.negative_dose] a dose cannot be negative: -1 mg\n");
  EXPECT_EQ(problems_of_dose("route = \"iv\", amount = \"nan mg\""),
            "14:29 error[number.not_finite] 'amount': the number must be finite\n");
  EXPECT_EQ(problems_of_dose("route = \"iv\", amount = nan"),
            "14:28 error[toml.not_finite] 'amount' must be a finite number\n");
  EXPECT_EQ(problems_of_dose("route = \"iv\""),
            "14:3 error[toml.missing_field] missing field 'amount' in 'doses'\n");
  EXPECT_EQ(problems_of_dose("route = \"iv\", amount = \"1 Mg\""),
            "14:31 error[unit.unknown] 'amount': unknown unit 'Mg' | did you mean 'mg'?\n");
  EXPECT_EQ(problems_of_dose("route = \"iv\", amount = \"1 mg\", start = \"-1 h\""),
            "14:45 error[scenario.start] a dose cannot start before time 0: -1 h\n");
  EXPECT_EQ(
      problems_of_dose("route = \"iv\", amount = \"1 mg\", start = \"1 kg\""),
      "14:45 error[unit.mismatch] 'start': '1 kg' is kg in base units, but h is expected here\n");
  EXPECT_EQ(problems_of_dose("route = \"iv\", amount = \"1 mg\", start = 1"),
            "14:44 error[unit.mismatch] 'start': '1' is 1 (no unit) in base units, but h is "
            "expected here\n");
  EXPECT_EQ(problems_of_dose("route = \"iv\", amount = \"1 mg\", duration = \"0 min\""),
            "14:48 error[scenario.duration] the duration must be above zero, not 0 min | leave it "
            "out for a dose given at once\n");
  EXPECT_EQ(problems_of_dose("route = \"iv\", amount = \"1 mg\", rate = \"0 mg/h\""),
            "14:44 error[scenario.rate] the rate must be above zero, not 0 mg/h\n");
  EXPECT_EQ(
      problems_of_dose("route = \"iv\", amount = \"1 mg\", rate = \"1 mg/h\", duration = \"1 h\""),
      "14:44 error[scenario.duration_and_rate] give a duration or a rate, not both\n");
  EXPECT_EQ(problems_of_dose("route = \"iv\", amount = \"1 mg\", repeats = 2"),
            "14:46 error[scenario.interval] a repeated dose needs an interval | for example "
            "interval = \"8 h\"\n");
  EXPECT_EQ(problems_of_dose("route = \"iv\", amount = \"1 mg\", repeats = -2"),
            "14:46 error[scenario.repeats] 'repeats' must be from 0 to 1000000, not -2\n");
  EXPECT_EQ(problems_of_dose("route = \"iv\", amount = \"1 mg\", repeats = 2.5"),
            "14:46 error[toml.type] 'repeats' must be a whole number\n");
  EXPECT_EQ(problems_of_dose("route = \"iv\", amount = \"1 mg\", steady_state = true"),
            "14:51 error[scenario.interval] a repeated dose needs an interval | for example "
            "interval = \"8 h\"\n");
  EXPECT_EQ(problems_of_dose("route = \"iv\", amount = \"1 mg\", interval = \"0 h\", repeats = 1"),
            "14:48 error[scenario.interval] the interval must be above zero, not 0 h\n");
  EXPECT_EQ(problems_of_dose("route = \"iv\", amount = \"1 mg\", durration = \"1 h\""),
            "14:36 error[toml.unknown_field] unknown field 'durration' in 'doses' | did you mean "
            "'duration'?\n");
}

TEST(ScenarioFile, ADoseMayHaveItsOwnFAndLagAndGoIntoACompartment) {
  const std::string text =
      replaced(sound, "{ route = \"iv\", amount = \"0.5 mg/kg\", duration = \"40 min\" }",
               "{ compartment = \"central\", amount = \"5 mg\", F = \"50 %\", lag = \"10 min\" }");
  const auto parsed = parse_scenario_file(text, "s.toml");
  ASSERT_TRUE(parsed) << listing(parsed.error());
  DoseSpec expected;
  expected.route = free_route("central");
  expected.amount = {5.0, "mg"};
  expected.F = Measure{50.0, "%"};
  expected.lag = Measure{10.0, "min"};
  EXPECT_EQ(parsed->scenarios[0].doses.at(0), expected);
  EXPECT_EQ(freely_dosed(expected.route), "central");
  EXPECT_NE(to_toml(*parsed).find("compartment = \"central\""), std::string::npos);
  EXPECT_EQ(parse_scenario_file(to_toml(*parsed), "s.toml").value(), *parsed);
}

TEST(ScenarioFile, HoldsTheStyleOfItsCurves) {
  const std::string text = replaced(
      sound, "outputs = [\"ketamine\"]",
      "outputs = [\"ketamine\"]\nstyle = { colour = \"#0072b2\", curves = { ketamine = { line = "
      "\"dotted\", width = 3, legend = \"Mine\" } } }");
  const auto parsed = parse_scenario_file(text, "s.toml");
  ASSERT_TRUE(parsed) << listing(parsed.error());
  ScenarioStyle expected;
  expected.colour = "#0072b2";
  expected.curves["ketamine"] = {"dotted", 3.0, "Mine"};
  EXPECT_EQ(parsed->scenarios[0].style, expected);
  EXPECT_EQ(parse_scenario_file(to_toml(*parsed), "s.toml").value(), *parsed);
}

TEST(BrokenScenario, AStyleIsChecked) {
  const auto problems = [](std::string_view style) {
    return problems_after("seed = 7", fmt::format("seed = 7\nstyle = {{ {} }}", style));
  };
  EXPECT_EQ(problems("colour = \"blue\""),
            "24:21 error[scenario.colour] 'blue' is no colour | for example \"#0072b2\"\n");
  EXPECT_NE(problems("curves = { ketamine = { line = \"wavy\" } }"), "none");
  EXPECT_NE(problems("curves = { ketamine = { width = 50 } }"), "none");
  EXPECT_NE(problems("color = \"#0072b2\""), "none");
}

TEST(ScenarioFile, RemembersWhatItGaveWithoutDifferingByIt) {
  const auto plain = parse_scenario_file(sound, "s.toml");
  ASSERT_TRUE(plain);
  ScenarioFile remembers = *plain;
  SavedState state;
  state.engine = "1.2.3";
  state.models = {{"kamp2020", "0123456789abcdef", {{"CL", {84, "L/h"}}, {"F_im", {0.93, ""}}}},
                  {"one \"two\"", "f", {}}};
  state.results = {{1, "ketamine", {123.4, "ng/mL"}, {0.75, "h"}, {200, "ng*h/mL"}}};
  remembers.saved.state = state;
  EXPECT_EQ(remembers, *plain);
  const auto again = parse_scenario_file(to_toml(remembers), "s.toml");
  ASSERT_TRUE(again) << listing(again.error());
  EXPECT_EQ(again->saved.state, state);
  EXPECT_EQ(*again, *plain);
}

TEST(BrokenScenario, WhatItRemembersIsChecked) {
  EXPECT_NE(problems_of(sound + "[saved]\nengine = \"1\"\nresults = [{ scenario = 0 }]\n"), "none");
  EXPECT_NE(problems_of(sound + "[saved]\n"), "none") << "no engine";
}

TEST(BrokenScenario, WhatADoseHasOfItsOwnIsChecked) {
  EXPECT_EQ(problems_of_dose("route = \"iv\", amount = \"1 mg\", F = -0.5"),
            "14:40 error[scenario.negative] 'F' cannot be negative: -0.5\n");
  EXPECT_EQ(
      problems_of_dose("route = \"iv\", compartment = \"central\", amount = \"1 mg\""),
      "14:14 error[scenario.route_and_compartment] give a route or a compartment, not both\n");
  EXPECT_NE(problems_of_dose("route = \"iv\", amount = \"1 mg\", lag = \"1 mg\""), "none");
  EXPECT_NE(problems_of_dose("compartment = \"central\""), "none") << "an amount is missing";
}

TEST(BrokenScenario, ANegativeDoseIsShownWithACaret) {
  const std::string text = replaced(sound, "amount = \"0.5 mg/kg\"", "amount = \"-5 mg/kg\"");
  const auto parsed = parse_scenario_file(text, "s.toml");
  ASSERT_FALSE(parsed);
  EXPECT_EQ(format(parsed.error(), text),
            "s.toml:14:29: error[scenario.negative_dose]: a dose cannot be negative: -5 mg/kg\n"
            "    14 |   { route = \"iv\", amount = \"-5 mg/kg\", duration = \"40 min\" },\n"
            "       |                             ^\n");
}

TEST(BrokenScenario, DosesAndAnEventTable) {
  EXPECT_EQ(problems_after("outputs =", "events = \"a.csv\"\noutputs ="),
            "17:11 error[scenario.doses_and_events] give doses or an event table, not both\n");
}

TEST(BrokenScenario, WordsThatAreNotKnown) {
  std::string text = replaced(sound, "covariates = \"nocb\"", "covariates = \"ncob\"");
  text = replaced(text, "axis = \"log\"", "axis = \"logarithmic\"");
  text = replaced(text, "kind = \"ode\"", "kind = \"magic\"");
  EXPECT_EQ(problems_of(text),
            "4:9 error[scenario.choice] 'axis' must be one of linear, log\n"
            "21:15 error[scenario.choice] 'covariates' must be one of locf, nocb, linear | did you "
            "mean 'nocb'?\n"
            "22:20 error[scenario.choice] 'kind' must be one of automatic, linear, ode\n");
}

TEST(BrokenScenario, UnitsOfTheDisplay) {
  std::string text = replaced(sound, "unit = \"umol/L\"", "unit = \"mg\"");
  text = replaced(text, "time_unit = \"min\"", "time_unit = \"mni\"");
  EXPECT_EQ(problems_of(text),
            "5:9 error[unit.mismatch] 'mg' is not a unit of concentration\n"
            "6:14 error[unit.unknown] unknown unit 'mni' | did you mean 'min'?\n");
}

TEST(BrokenScenario, NumbersOutOfRange) {
  std::string text = replaced(sound, "until = \"8 h\"", "until = \"0 h\"");
  text = replaced(text, "step = \"5 min\"", "step = \"-5 min\"\ntimes_h = [0, -1, inf]");
  text = replaced(text, "points = 600", "points = 1");
  text = replaced(text, "rtol = 1e-6, atol = 1e-8", "rtol = 0, atol = -1.5, max_steps = 0");
  text = replaced(text, "seed = 7", "seed = -7");
  EXPECT_EQ(
      problems_of(text),
      "18:10 error[scenario.until] 'until' must be above zero, not 0 h\n"
      "19:9 error[scenario.step] 'step' must be above zero, not -5 min\n"
      "20:15 error[scenario.times] there is no time before 0: -1\n"
      "20:19 error[toml.not_finite] 'times_h' must be a finite number\n"
      "21:10 error[scenario.points] 'points' must be from 2 to 1000000, not 1\n"
      "23:53 error[scenario.tolerance] 'rtol' must be above 0 and below 1, not 0\n"
      "23:63 error[scenario.tolerance] 'atol' must be above 0 and below 1, not -1.5\n"
      "23:81 error[scenario.max_steps] 'max_steps' must be from 1 to 2147483647, not 0\n"
      "24:8 error[scenario.seed] 'seed' must be a whole number from 0 to 18446744073709551615\n");
}

TEST(BrokenScenario, SeedsThatAreNoSeeds) {
  EXPECT_EQ(
      problems_after("seed = 7", "seed = \"18446744073709551616\""),
      "23:9 error[scenario.seed] 'seed' must be a whole number from 0 to 18446744073709551615\n");
  EXPECT_EQ(problems_after("seed = 7", "seed = 7.5"),
            "23:8 error[toml.type] 'seed' must be a whole number\n");
}

TEST(BrokenScenario, CovariatesAndParametersThatAreNoMeasures) {
  std::string text = replaced(sound, "WT = \"70 kg\"",
                              "WT = \"70 kgg\", AGE = \"nan yr\", SEX = { code = 1 }, X = true");
  text = replaced(text, "CL = \"84 L/h\"", "CL = \"fast\"");
  EXPECT_EQ(
      problems_of(text),
      "11:22 error[unit.unknown] 'WT': unknown unit 'kgg' | did you mean 'kg'?\n"
      "11:35 error[number.not_finite] 'AGE': the number must be finite\n"
      "11:50 error[toml.missing_field] missing field 'category' in 'SEX'\n"
      "11:52 error[toml.unknown_field] unknown field 'code' in 'SEX'\n"
      "11:68 error[toml.type] 'X': expected a number with its unit in quotes, found true or false\n"
      "12:22 error[number.syntax] 'CL': this does not begin with a number | write a number and its "
      "unit, as in 0.5 mg/kg\n");
}

TEST(BrokenScenario, UnknownFieldsEverywhere) {
  std::string text = replaced(sound, "title =", "titel =");
  text = replaced(text, "bands =", "band =");
  text = replaced(text, "outputs =", "output =");
  text = replaced(text, "rtol =", "rtoll =");
  EXPECT_EQ(
      problems_of(text),
      "2:1 error[toml.unknown_field] unknown field 'titel' | did you mean 'title'?\n"
      "7:1 error[toml.unknown_field] unknown field 'band' in 'display' | did you mean 'bands'?\n"
      "17:1 error[toml.unknown_field] unknown field 'output' in [[scenario]] | did you mean "
      "'outputs'?\n"
      "22:46 error[toml.unknown_field] unknown field 'rtoll' in 'solver' | did you mean 'rtol'?\n");
}

// --- round trips ---

class RandomDocument {
 public:
  explicit RandomDocument(unsigned seed) : random_(seed) {}

  ScenarioFile make() {
    ScenarioFile document;
    document.title = text();
    document.description = text();
    document.written_by = text();
    document.display.log_axis = chance();
    document.display.unit = pick({"ng/mL", "ug/L", "umol/L", "nmol/mL"});
    document.display.time_unit = pick({"h", "min", "d"});
    document.display.bands = texts();
    for (std::size_t n = 1 + below(4); n > 0; --n) {
      document.scenarios.push_back(scenario());
    }
    return document;
  }

 private:
  std::size_t below(std::size_t n) {
    return std::uniform_int_distribution<std::size_t>(0, n - 1)(random_);
  }
  bool chance() { return below(2) == 0; }
  std::string pick(std::vector<std::string> words) { return words[below(words.size())]; }

  std::string text() {
    static const std::vector<std::string> pieces = {
        "a",        "Z",   "0",      "70 kg", " ",       "\"", "'", "\\",   "\n",
        "\r\n",     "\t",  "\x01",   "\x7F",  "#",       "=",  "[", "]]",   "{",
        ".",        ",",   "\"\"\"", "'''",   "\\u0041", "µ",  "ü", "日本", "\xF0\x9F\x92\x89",
        "\xC2\x85", "nan", "-",      "1e3"};
    std::string out;
    for (std::size_t n = below(7); n > 0; --n) {
      out += pick(pieces);
    }
    return out;
  }
  std::vector<std::string> texts() {
    std::vector<std::string> out(below(4));
    std::generate(out.begin(), out.end(), [this] { return text(); });
    return out;
  }

  /// Above zero: from denormal to huge, whole numbers too.
  double positive() {
    const double mantissa = std::uniform_real_distribution<double>(0.1, 10.0)(random_);
    switch (below(6)) {
      case 0:
        return static_cast<double>(1 + below(100));
      case 1:
        return mantissa * 1e300;
      case 2:
        return mantissa * 1e-320;
      case 3:
        return std::floor(mantissa * 1e18);
      case 4:
        return mantissa * 1e22;
      default:
        return mantissa;
    }
  }
  Measure measure(std::vector<std::string> units) { return {positive(), pick(std::move(units))}; }
  Measure time() { return measure({"h", "min", "s", "d"}); }

  DoseSpec dose() {
    DoseSpec dose;
    dose.route = text();
    dose.amount = measure({"mg", "mg/kg", "umol", ""});
    if (chance()) {
      dose.amount.value = 0.0;
    }
    if (chance()) {
      dose.start = time();
    }
    if (chance()) {
      dose.duration = time();
    } else if (chance()) {
      dose.rate = measure({"mg/h", "mg/kg/h", "ug/kg/min"});
    }
    dose.repeats = static_cast<int>(below(3));
    dose.steady_state = chance();
    if (dose.repeats > 0 || dose.steady_state || chance()) {
      dose.interval = time();
    }
    dose.form = text();
    dose.basis = text();
    if (chance()) {
      dose.route = free_route(text());
    }
    if (chance()) {
      dose.F = measure({"", "%"});
    }
    if (chance()) {
      dose.lag = time();
    }
    dose.at = {static_cast<int>(below(100)), 1};
    return dose;
  }

  ScenarioSpec scenario() {
    ScenarioSpec spec;
    spec.name = text();
    spec.model = text();
    for (std::size_t n = below(3); n > 0; --n) {
      const double sign = chance() ? -1.0 : 1.0;
      spec.subject["m" + text()] = {sign * positive(), pick({"kg", "", "yr", "cm"})};
      spec.categories["c" + text()] = text();
      spec.parameters[text()] = {sign * positive(), pick({"L/h", "", "1/h"})};
    }
    if (chance()) {
      spec.events = "e" + text();
    } else {
      for (std::size_t n = below(4); n > 0; --n) {
        spec.doses.push_back(dose());
      }
    }
    spec.sampling.until = time();
    if (chance()) {
      spec.sampling.step = time();
    }
    spec.sampling.points = static_cast<int>(2 + below(5000));
    for (std::size_t n = below(4); n > 0; --n) {
      spec.sampling.times_h.push_back(chance() ? 0.0 : positive());
    }
    spec.solver.kind = static_cast<SolverOptions::Kind>(below(3));
    spec.solver.stepper = static_cast<SolverOptions::Stepper>(below(3));
    spec.solver.rtol = std::uniform_real_distribution<double>(1e-15, 0.99)(random_);
    spec.solver.atol = std::uniform_real_distribution<double>(1e-300, 1e-290)(random_);
    spec.solver.max_steps = chance() ? spec.solver.max_steps : static_cast<int>(1 + below(1000));
    spec.covariates = static_cast<CovariatePolicy>(below(3));
    spec.seed = chance() ? random_() : below(100);
    if (chance()) {
      spec.style.colour = "#12aBcd";
    }
    if (chance()) {
      spec.style.curves[text()] = {std::string(line_patterns[below(6)]), chance() ? 2.5 : 0.0,
                                   text()};
    }
    spec.outputs = texts();
    spec.visible = chance();
    return spec;
  }

  std::mt19937_64 random_;
};

TEST(ScenarioFileProperty, WhatIsWrittenIsReadBackEqual) {
  for (unsigned seed = 1; seed <= 500; ++seed) {
    const ScenarioFile document = RandomDocument(seed).make();
    const std::string text = to_toml(document);
    const auto parsed = parse_scenario_file(text, "s.toml");
    ASSERT_TRUE(parsed) << "seed " << seed << "\n" << format(parsed.error(), text) << text;
    ASSERT_EQ(*parsed, document) << "seed " << seed << "\n" << text;
    ASSERT_EQ(to_toml(*parsed), text) << "seed " << seed;
  }
}

TEST(ScenarioFile, ExtremeSeedsSurvive) {
  for (const std::uint64_t seed :
       {std::uint64_t{0}, std::uint64_t{1} << 63, (std::uint64_t{1} << 63) - 1,
        std::numeric_limits<std::uint64_t>::max()}) {
    ScenarioFile document;
    document.scenarios.resize(1);
    document.scenarios[0].seed = seed;
    const auto parsed = parse_scenario_file(to_toml(document), "s.toml");
    ASSERT_TRUE(parsed) << listing(parsed.error());
    EXPECT_EQ(parsed->scenarios[0].seed, seed);
  }
}

}  // namespace
}  // namespace ketascope
