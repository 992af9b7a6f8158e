// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "model_specs.hpp"

namespace ketascope::test {
namespace {

/// What build_model says about `spec`, one line per problem: "line:column code: message | hint".
std::vector<std::string> problems(const ModelSpec& spec) {
  const BuiltModel built = build_model(spec);
  std::vector<std::string> out;
  for (const Diagnostic& each : built.diagnostics) {
    EXPECT_EQ(each.file, "test.toml");
    EXPECT_EQ(each.severity, Severity::error);
    std::string line = std::to_string(each.at.line) + ":" + std::to_string(each.at.column) + " " +
                       each.code + ": " + each.message;
    if (!each.hint.empty())
      line += " | " + each.hint;
    out.push_back(line);
  }
  EXPECT_EQ(built.model == nullptr, !out.empty());
  return out;
}

using Lines = std::vector<std::string>;

TEST(ModelRefusal, AFlowOfTheWrongDimensionSpellsOutBothSides) {
  ModelSpec spec = one_compartment();
  spec.flows[0].rate = text("CL/V1*V1", 12, 9);
  EXPECT_EQ(problems(spec),
            (Lines{"12:9 model.dimension: rate of flow central -> outside: CL/V1*V1 is L/h, but a "
                   "first-order rate must be 1/h"}));
}

TEST(ModelRefusal, ErrorsInsideAnExpressionPointIntoIt) {
  ModelSpec spec = one_compartment();
  spec.flows[0].rate = text("CL / V2", 12, 9);
  EXPECT_EQ(problems(spec), (Lines{"12:14 model.unknown_symbol: rate of flow central -> outside: "
                                   "unknown symbol 'V2' | did you mean 'V1'?"}));
  spec.flows[0].rate = text("1[1/h] * (CL + V1) / V1", 12, 9);
  const BuiltModel built = build_model(spec);
  ASSERT_EQ(codes(built), std::vector<std::string>{"model.dimension"});
  EXPECT_EQ(built.diagnostics[0].at.line, 12);
  EXPECT_GE(built.diagnostics[0].at.column, 9 + 10);
  spec.flows[0].rate = text("CL / (V1", 12, 9);
  EXPECT_EQ(codes(build_model(spec)), std::vector<std::string>{"expr.syntax"});
}

TEST(ModelRefusal, ColumnsCountCharactersNotBytes) {
  ModelSpec spec = one_compartment();
  spec.flows[0].rate = text("1[µg/mg/h] * XX", 3, 5);
  const BuiltModel built = build_model(spec);
  ASSERT_EQ(codes(built), std::vector<std::string>{"model.unknown_symbol"});
  EXPECT_EQ(built.diagnostics[0].at, (SourceLocation{3, 5 + 13}));
}

TEST(ModelRefusal, AllProblemsComeInOneRunInOrderOfTheFile) {
  ModelSpec spec = one_compartment();
  spec.flows[0].rate = text("CL", 30, 9);
  spec.parameters[1].source = text("");
  spec.parameters[1].at = {20, 1};
  spec.parameters[0].unit = text("Litre", 15, 9);
  spec.outputs[0].kind = text("level", 40, 9);
  spec.site = text("vein", 5, 9);
  const BuiltModel built = build_model(spec);
  EXPECT_EQ(codes(built),
            (std::vector<std::string>{"model.unknown_value", "unit.unknown", "model.no_source",
                                      "model.dimension", "model.unknown_value"}))
      << format(built.diagnostics);
  EXPECT_EQ(built.model, nullptr);
}

TEST(ModelRefusal, AWrongUnitIsReportedOnceNotWhereverTheNameIsUsed) {
  ModelSpec spec = one_compartment();
  spec.parameters[0].unit = text("Liter", 4, 9);
  spec.flows.push_back(flow("central", "", "V1 / V1 / 1[h]"));
  EXPECT_EQ(codes(build_model(spec)), std::vector<std::string>{"unit.unknown"});
  spec.flows[0].rate = text("CL / V1 * nothing");
  EXPECT_EQ(codes(build_model(spec)),
            (std::vector<std::string>{"model.unknown_symbol", "unit.unknown"}))
      << "unknown names are still found";
}

TEST(ModelRefusal, CyclesAreNamedFromTheFirstInTheFile) {
  ModelSpec spec = one_compartment();
  spec.definitions = {definition("above", "a", "1"), definition("a", "b + 1", "1"),
                      definition("b", "2 * c", "1"), definition("c", "b", "1"),
                      definition("self", "self + 1", "1")};
  spec.definitions[2].expression.at = {7, 5};
  spec.definitions[4].expression.at = {9, 5};
  EXPECT_EQ(problems(spec),
            (Lines{"7:9 model.cycle: definitions depend on each other in a circle: b -> c -> b",
                   "9:5 model.cycle: definitions depend on each other in a circle: self -> self"}));
}

TEST(ModelRefusal, NamesAreUniqueAcrossAllKindsOfSymbols) {
  ModelSpec spec = one_compartment();
  spec.parameters[1].at = {8, 1};
  spec.definitions = {definition("CL", "5[L/h]", "L/h")};
  spec.definitions[0].name.at = {11, 14};
  EXPECT_EQ(problems(spec), (Lines{"11:14 model.duplicate_name: definition 'CL': the name belongs "
                                   "to a parameter in line 8"}));
}

TEST(ModelRefusal, NamesMustBeIdentifiersAndNotReserved) {
  for (const std::string name : {"TIME", "DOSE", "exp", "ln", "if", "and", "inv_logit"}) {
    ModelSpec spec = one_compartment();
    spec.parameters.push_back(parameter(name, 1.0, "1"));
    EXPECT_EQ(problems(spec),
              (Lines{"0:0 model.name: parameter '" + name +
                     "': the name is reserved | it has a meaning of its own in expressions"}));
  }
  for (const std::string name : {"2V", "V 1", "V-1", "Vµ"}) {
    ModelSpec spec = one_compartment();
    spec.compartments.push_back(compartment(name));
    EXPECT_EQ(codes(build_model(spec)), std::vector<std::string>{"model.name"}) << name;
  }
}

TEST(ModelRefusal, OutputsRoutesAnalytesEffectsAndChecksAreUniqueEach) {
  ModelSpec spec = one_compartment();
  spec.outputs.push_back(spec.outputs[0]);
  spec.routes.push_back(spec.routes[0]);
  spec.analytes.push_back(spec.analytes[0]);
  spec.random_effects = {effect("eta", "CL", 0.1), effect("eta", "V1", 0.1)};
  spec.checks = {check("CL", 5.0, "L/h"), check("CL", 5.0, "L/h")};
  EXPECT_EQ(codes(build_model(spec)), std::vector<std::string>(5, "model.duplicate_name"));
}

TEST(ModelRefusal, EveryNumberNeedsASource) {
  ModelSpec spec = one_compartment();
  spec.definitions = {definition("k", "CL / V1", "1/h")};
  spec.random_effects = {effect("eta_CL", "CL", 0.1), effect("eta_V1", "V1", 0.1)};
  spec.covariances = {covariance("eta_CL", "eta_V1", 0.01)};
  spec.checks = {check("k", 0.5, "1/h")};
  spec.analytes[0].source = {};
  spec.parameters[0].source = {};
  spec.definitions[0].source = {};
  spec.random_effects[0].source = {};
  spec.covariances[0].source = {};
  spec.checks[0].source = {};
  const Lines found = problems(spec);
  ASSERT_EQ(found.size(), 6u);
  EXPECT_EQ(found[0],
            "0:0 model.no_source: molar mass of analyte 'ketamine' has no source | name the table, "
            "page or equation, or write 'derived: ...' or 'assumed: ...'");
  EXPECT_EQ(codes(build_model(spec)), std::vector<std::string>(6, "model.no_source"));
}

TEST(ModelRefusal, DefinitionsMustHaveTheDimensionOfTheirUnit) {
  ModelSpec spec = one_compartment();
  spec.definitions = {definition("k", "CL / V1", "L/min")};
  EXPECT_EQ(problems(spec), (Lines{"0:0 model.dimension: definition 'k': CL / V1 is 1/h, but its "
                                   "unit L/min is L/h"}));
}

TEST(ModelRefusal, BodyMassDoesNotCancelDrugMass) {
  ModelSpec spec = one_compartment();
  spec.covariates = {covariate("WT", 70.0, "kg")};
  spec.compartments[0].F = text("DOSE / WT / 1[mg/kg] * 1[mg] / WT");
  EXPECT_EQ(problems(spec), (Lines{"0:0 model.dimension: F of compartment 'central': DOSE / WT / "
                                   "1[mg/kg] * 1[mg] / WT is mg/kg, but F must be 1"}));
}

TEST(ModelRefusal, DosingItemsHaveTheirDimensions) {
  ModelSpec spec = one_compartment();
  spec.compartments[0].F = text("V1");
  spec.compartments[0].ALAG = text("CL");
  spec.compartments[0].D = text("2");
  spec.compartments[0].R = text("3[mg]");
  spec.compartments[0].initial = text("V1");
  const Lines found = problems(spec);
  ASSERT_EQ(found.size(), 5u);
  EXPECT_EQ(found[2],
            "0:0 model.dimension: D of compartment 'central': 2 is 1, but a duration must be h");
  EXPECT_EQ(found[3],
            "0:0 model.dimension: R of compartment 'central': 3[mg] is mg, but a rate of input "
            "must be mg/h");
  EXPECT_EQ(found[4],
            "0:0 model.dimension: initial value of compartment 'central': V1 is L, but "
            "it must be mg");
}

TEST(ModelRefusal, DosingMayNotDependOnStatesOrTime) {
  ModelSpec spec = one_compartment();
  spec.definitions = {definition("C", "central / V1", "mg/L"),
                      definition("f", "1[mg/L] / (1[mg/L] + C)", "1")};
  spec.compartments[0].F = text("0.9 * f", 6, 6);
  spec.compartments[0].ALAG = text("TIME", 7, 6);
  EXPECT_EQ(problems(spec),
            (Lines{"6:12 model.not_constant: F of compartment 'central' may not depend on a state "
                   "or TIME, but it uses f -> C -> central | it is evaluated once per dose or "
                   "start, from parameters and covariates",
                   "7:6 model.not_constant: ALAG of compartment 'central' may not depend on a "
                   "state or TIME, but it uses TIME | it is evaluated once per dose or start, from "
                   "parameters and covariates"}));
}

TEST(ModelRefusal, DoseIsKnownOnlyWhereADoseIs) {
  ModelSpec spec = one_compartment();
  spec.flows[0].rate = text("CL / V1 * DOSE / 1[mg]");
  EXPECT_EQ(problems(spec),
            (Lines{"0:0 model.unknown_symbol: rate of flow central -> outside: unknown symbol "
                   "'DOSE' | DOSE can only be used in F, ALAG, D and R"}));
}

TEST(ModelRefusal, FlowsNeedEndsAndOneKindOfRate) {
  ModelSpec spec = one_compartment();
  spec.flows = {flow("", "", "CL / V1"), flow("", "central", "CL / V1"),
                flow("central", "central", "CL / V1"), flow("central", "", ""),
                flow("central", "", "CL / V1")};
  spec.flows[4].amount_rate = text("1[mg/h]");
  EXPECT_EQ(
      codes(build_model(spec)),
      (std::vector<std::string>{"model.flow_from_nowhere", "model.flow_from_nowhere",
                                "model.flow_to_itself", "model.missing_field", "model.either_or"}));
}

TEST(ModelRefusal, UnknownCompartmentsComeWithTheNearestName) {
  ModelSpec spec = one_compartment();
  spec.flows[0].from = text("centrl", 9, 8);
  spec.routes[0].into = {text("depot", 20, 10)};
  EXPECT_EQ(problems(spec),
            (Lines{"9:8 model.unknown_compartment: flow centrl -> outside: from 'centrl' is not a "
                   "compartment | did you mean 'central'?",
                   "20:10 model.unknown_compartment: route 'iv': into 'depot' is not a compartment "
                   "| compartments: central"}));
}

TEST(ModelRefusal, StatesThatHoldNoDrugTakeNoFlowsAndNoDoses) {
  ModelSpec spec = one_compartment();
  spec.compartments.push_back(state("effect", "mg/L", "central / V1 / 1[h]"));
  spec.compartments[1].F = text("1");
  spec.flows.push_back(flow("central", "effect", "CL / V1"));
  spec.routes[0].into.push_back(text("effect"));
  EXPECT_EQ(codes(build_model(spec)), std::vector<std::string>(3, "model.not_an_amount"));
}

TEST(ModelRefusal, DerivativesBelongToStatesWithAUnit) {
  ModelSpec spec = one_compartment();
  spec.compartments[0].derivative = text("-CL / V1 * central");
  spec.compartments.push_back(state("effect", "mg/L", ""));
  spec.compartments.push_back(state("enzyme", "1", "enzyme * 2"));
  EXPECT_EQ(codes(build_model(spec)),
            (std::vector<std::string>{"model.derivative_of_amount", "model.missing_field",
                                      "model.dimension"}));
}

TEST(ModelRefusal, VolumesAndClearancesArePositive) {
  ModelSpec spec = one_compartment();
  spec.parameters[0].value = 0.0;
  spec.parameters[1].value = -5.0;
  spec.parameters.push_back(parameter("slope", -0.1, "L/kg"));
  spec.parameters.push_back(parameter("exponent", -0.25, "1"));
  EXPECT_EQ(problems(spec),
            (Lines{"0:0 model.negative_volume: parameter 'V1': 0 L is no volume | volumes and "
                   "clearances must be greater than 0",
                   "0:0 model.negative_volume: parameter 'CL': -5 L/h is no clearance | volumes "
                   "and clearances must be greater than 0",
                   "0:0 model.negative_volume: parameter 'slope': -0.1 L/kg is no volume | volumes "
                   "and clearances must be greater than 0"}));
}

TEST(ModelRefusal, NumbersMustBeFinite) {
  ModelSpec spec = one_compartment();
  spec.parameters[0].value = std::numeric_limits<double>::quiet_NaN();
  spec.covariates = {covariate("WT", std::numeric_limits<double>::infinity(), "kg")};
  EXPECT_EQ(problems(spec),
            (Lines{"0:0 model.range: covariate 'WT': standard is not a finite number",
                   "0:0 model.range: parameter 'V1': value is not a finite number"}));
}

TEST(ModelRefusal, ConcentrationsAndAmountsAreWhatTheirKindSays) {
  ModelSpec spec = one_compartment();
  spec.outputs = {output("a", "central", "mg"), output("b", "central / V1", "mg/L", "amount"),
                  output("c", "central / V1", "ng/kg"), output("d", "V1 / 1[L]", "1", "effect")};
  spec.outputs[3].analyte = {};
  EXPECT_EQ(problems(spec),
            (Lines{"0:0 model.output_dimension: output 'a': central is mg, but a concentration "
                   "must be mg/L or umol/L",
                   "0:0 model.output_dimension: output 'b': central / V1 is mg/L, but an amount "
                   "must be mg or umol",
                   "0:0 model.output_dimension: output 'c': central / V1 is mg/L, but its unit "
                   "ng/kg is mg/kg"}));
}

TEST(ModelRefusal, MolarDisplayNeedsTheMolarMass) {
  ModelSpec spec = one_compartment();
  spec.outputs[0].unit = text("nmol/L");
  EXPECT_EQ(problems(spec), Lines{});
  spec.analytes[0].molar_mass.reset();
  EXPECT_EQ(problems(spec),
            (Lines{"0:0 model.output_dimension: output 'ketamine': central / V1 is mg/L, but its "
                   "unit nmol/L is umol/L | the analyte's molar mass would convert one into the "
                   "other"}));
}

TEST(ModelRefusal, MolarModelsNeedTheDosedAnalytesMolarMass) {
  ModelSpec spec = one_compartment();
  spec.amount = text("molar");
  spec.outputs[0].unit = text("umol/L");
  EXPECT_EQ(problems(spec),
            (Lines{"0:0 model.missing_field: a model with molar amounts has no dose_analyte | its "
                   "molar mass turns a dose into umol"}));
  spec.dose_analyte = text("esketamine");
  EXPECT_EQ(codes(build_model(spec)), std::vector<std::string>{"model.unknown_analyte"});
  spec.dose_analyte = text("ketamine");
  spec.analytes[0].molar_mass.reset();
  EXPECT_EQ(codes(build_model(spec)), std::vector<std::string>{"model.missing_field"});
}

TEST(ModelRefusal, EnumerationsListWhatIsAllowed) {
  ModelSpec spec = one_compartment();
  spec.form = text("racemic", 2, 9);
  EXPECT_EQ(problems(spec),
            (Lines{"2:9 model.unknown_value: the model: form 'racemic' is not known | allowed: "
                   "racemate, S, R"}));
  spec = one_compartment();
  spec.grade = text("good");
  spec.basis = text("salt");
  spec.site = text("vein");
  spec.amount = text("molal");
  spec.analytes[0].enantiomer = text("L");
  spec.outputs[0].kind = text("curve");
  spec.routes[0].grade = text("guess");
  spec.random_effects = {effect("eta", "CL", 0.1, "gamma")};
  spec.random_effects[0].level = text("study");
  spec.checks = {check("CL", 5.0, "L/h")};
  spec.checks[0].kind = text("peak");
  spec.checks[0].evidence = text("hearsay");
  EXPECT_EQ(codes(build_model(spec)), std::vector<std::string>(11, "model.unknown_value"));
}

TEST(ModelRefusal, GradesBelowPublishedSayWhy) {
  for (const std::string grade : {"composite", "unverified"}) {
    ModelSpec spec = one_compartment();
    spec.population = text("nobody");
    spec.grade = text(grade);
    EXPECT_EQ(codes(build_model(spec)), std::vector<std::string>{"model.grade_reason"});
    spec.grade_reason = text("Two sources joined.");
    EXPECT_EQ(problems(spec), Lines{});
  }
}

TEST(ModelRefusal, CitationsHaveYearAndDoiOrAReason) {
  ModelSpec spec = one_compartment();
  spec.year.reset();
  spec.doi_missing = {};
  EXPECT_EQ(problems(spec),
            (Lines{"0:0 model.citation: the citation has no year",
                   "0:0 model.citation: the citation has no doi | or say why there is none: "
                   "doi_missing = \"...\""}));
}

TEST(ModelRefusal, OtherFormatsAreNotRead) {
  ModelSpec spec = one_compartment();
  spec.format = text("ketascope-model 2");
  EXPECT_EQ(problems(spec),
            (Lines{"0:0 model.format: format 'ketascope-model 2' is not supported | this program "
                   "reads 'ketascope-model 1'"}));
}

TEST(ModelRefusal, CovariateRangesHoldTheirStandard) {
  ModelSpec spec = one_compartment();
  spec.covariates = {covariate("WT", 30.0, "kg"), covariate("AGE", 40.0, "year"),
                     covariate("RACE", 2.0, "1")};
  spec.covariates[0].low = 40.0;
  spec.covariates[0].high = 120.0;
  spec.covariates[1].low = 60.0;
  spec.covariates[1].high = 18.0;
  spec.covariates[2].categories = {{"asian", 1.0}, {"caucasian", 0.0}};
  EXPECT_EQ(problems(spec),
            (Lines{"0:0 model.range: covariate 'WT': standard 30 kg lies outside 40 to 120 kg",
                   "0:0 model.range: covariate 'AGE': low 60 year is not below high 18 year",
                   "0:0 model.range: covariate 'RACE': standard 2 is not the code of a category"}));
}

TEST(ModelRefusal, WeightIsAMassAndAgeATime) {
  ModelSpec spec = one_compartment();
  spec.covariates = {covariate("WT", 70.0, "g"), covariate("AGE", 40.0, "1")};
  EXPECT_EQ(problems(spec),
            (Lines{"0:0 model.dimension: covariate 'WT': g is mg, but body weight must be kg",
                   "0:0 model.dimension: covariate 'AGE': 1 is 1, but age must be h"}));
}

TEST(ModelRefusal, LogitEffectsNeedAParameterInsideZeroAndOne) {
  ModelSpec spec = one_compartment();
  spec.parameters.push_back(parameter("F1", 45.0, "%"));
  spec.parameters.push_back(parameter("F2", 116.0, "%"));
  spec.compartments[0].F = text("F2");
  spec.random_effects = {effect("eta_F1", "F1", 0.1, "logit"), effect("eta_F2", "F2", 0.1)};
  EXPECT_EQ(problems(spec), Lines{}) << "a bioavailability above 100 % is legal";
  spec.random_effects[1].distribution = text("logit");
  EXPECT_EQ(problems(spec),
            (Lines{"0:0 model.probability: random effect 'eta_F2': a logit effect needs a "
                   "parameter between 0 and 1, but F2 is 116 %"}));
}

TEST(ModelRefusal, CovarianceMatricesArePositiveSemiDefinite) {
  ModelSpec spec = three_compartments();
  spec.random_effects = {effect("a", "CL", 0.04), effect("b", "V1", 0.09), effect("c", "V2", 0.01)};
  spec.covariances = {covariance("a", "b", 0.06)};
  EXPECT_EQ(problems(spec), Lines{}) << "full correlation is the border, and legal";
  spec.covariances = {covariance("a", "b", 0.07)};
  spec.covariances[0].at = {50, 1};
  const Lines found = problems(spec);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].substr(0, 22), "50:1 model.covariance:");
  // Each pair could be, the three together cannot.
  spec.covariances = {covariance("a", "b", 0.054), covariance("b", "c", 0.027),
                      covariance("a", "c", -0.018)};
  EXPECT_EQ(codes(build_model(spec)), std::vector<std::string>{"model.covariance"});
}

TEST(ModelRefusal, RandomEffectsAreWellFormed) {
  ModelSpec spec = one_compartment();
  spec.random_effects = {effect("a", "C", 0.1), effect("b", "CL", 0.1), effect("c", "CL", 0.1),
                         effect("d", "V1", -0.1)};
  spec.random_effects[1].cv_percent = 10.0;
  spec.covariances = {covariance("a", "x", 0.1), covariance("b", "b", 0.1)};
  EXPECT_EQ(
      codes(build_model(spec)),
      (std::vector<std::string>{"model.unknown_symbol", "model.either_or", "model.duplicate_name",
                                "model.range", "model.unknown_symbol", "model.covariance"}));
}

TEST(ModelRefusal, ResidualsNameAnOutputAndASize) {
  ModelSpec spec = one_compartment();
  ResidualSpec residual;
  residual.source = text("invented for the test");
  residual.output = text("norketamine");
  residual.proportional_sd = -0.1;
  spec.residuals.push_back(residual);
  residual.output = text("ketamine");
  residual.proportional_sd.reset();
  spec.residuals.push_back(residual);
  spec.residuals[0].at = {1, 1};
  spec.residuals[1].at = {2, 1};
  EXPECT_EQ(
      codes(build_model(spec)),
      (std::vector<std::string>{"model.unknown_output", "model.range", "model.missing_field"}));
}

CheckSpec curve_check(std::string kind, double expected, std::string unit) {
  CheckSpec spec = check("x", expected, std::move(unit));
  spec.kind = text(std::move(kind));
  spec.definition = {};
  spec.output = text("ketamine");
  spec.until = Measure{6.0, "h"};
  DoseSpec dose;
  dose.route = "iv";
  dose.amount = {20.0, "mg"};
  spec.doses = {dose};
  return spec;
}

TEST(ModelRefusal, ChecksNameWhatExists) {
  ModelSpec spec = one_compartment();
  spec.checks = {curve_check("cmax", 100.0, "ng/mL")};
  EXPECT_EQ(problems(spec), Lines{});
  spec.checks[0].at = {60, 1};
  spec.checks[0].output = text("norketamine", 61, 11);
  spec.checks[0].doses[0].route = "im";
  spec.checks[0].covariates = {{"AGE", {40.0, "year"}}, {"WT", {70.0, "kg"}}};
  EXPECT_EQ(problems(spec),
            (Lines{"60:1 model.check: check 'check-x': there is no covariate 'AGE'",
                   "60:1 model.check: check 'check-x': there is no route 'im' | routes: iv",
                   "61:11 model.check: check 'check-x': there is no output 'norketamine' | "
                   "outputs: ketamine"}));
  spec.checks = {check("CLi", 5.0, "L/h")};
  EXPECT_EQ(problems(spec), (Lines{"0:0 model.check: check 'check-CLi': 'CLi' is neither a "
                                   "definition nor a parameter | did you mean 'CL'?"}));
}

TEST(ModelRefusal, ChecksStateAnExpectationAndATolerance) {
  ModelSpec spec = one_compartment();
  spec.checks = {curve_check("cmax", 100.0, "ng/mL")};
  spec.checks[0].expected.reset();
  spec.checks[0].tolerance_percent.reset();
  EXPECT_EQ(problems(spec),
            (Lines{"0:0 model.check: check 'check-x': expected is missing",
                   "0:0 model.check: check 'check-x': tolerance is missing | tolerance_percent, or "
                   "tolerance with a unit"}));
  spec.checks = {curve_check("cmax", 100.0, "ng/mL")};
  spec.checks[0].tolerance = MeasureAt{{1.0, "ng/mL"}, {}};
  EXPECT_EQ(codes(build_model(spec)), std::vector<std::string>{"model.check"}) << "both";
  spec.checks[0].tolerance_percent = 0.0;
  spec.checks[0].tolerance.reset();
  EXPECT_EQ(codes(build_model(spec)), std::vector<std::string>{"model.check"}) << "zero";
}

TEST(ModelRefusal, ChecksExpectTheUnitOfTheirKind) {
  const std::pair<const char*, const char*> wrong[] = {
      {"cmax", "h"}, {"tmax", "ng/mL"}, {"auc", "ng/mL"}, {"csht", "mg"}, {"value", "L"}};
  for (const auto& [kind, unit] : wrong) {
    ModelSpec spec = one_compartment();
    spec.checks = {curve_check(kind, 1.0, unit)};
    spec.checks[0].at_time = Measure{1.0, "h"};
    EXPECT_EQ(codes(build_model(spec)), std::vector<std::string>{"model.check"}) << kind;
  }
  const std::pair<const char*, const char*> right[] = {
      {"cmax", "umol/L"}, {"tmax", "min"}, {"auc", "ng*h/mL"}, {"csht", "min"}, {"value", "mg/L"}};
  for (const auto& [kind, unit] : right) {
    ModelSpec spec = one_compartment();
    spec.checks = {curve_check(kind, 1.0, unit)};
    spec.checks[0].at_time = Measure{1.0, "h"};
    EXPECT_EQ(problems(spec), Lines{}) << kind;
  }
}

TEST(ModelRefusal, HalfLifeChecksNameAPhaseOfASubSystem) {
  ModelSpec spec = three_compartments();
  CheckSpec half_life = check("x", 2.0, "h");
  half_life.kind = text("half_life");
  half_life.definition = {};
  half_life.phase = 3;
  spec.checks = {half_life};
  EXPECT_EQ(problems(spec), Lines{});
  spec.checks[0].compartments = {text("central"), text("peripheral1")};
  EXPECT_EQ(problems(spec),
            (Lines{"0:0 model.check: check 'check-x': phase 3 of 2 | 1 is the slowest"}));
}

TEST(ModelRefusal, AnEmptySpecIsRefusedWithoutACrash) {
  const BuiltModel built = build_model({});
  EXPECT_EQ(built.model, nullptr);
  EXPECT_GE(built.diagnostics.size(), 10u);
}

}  // namespace
}  // namespace ketascope::test
