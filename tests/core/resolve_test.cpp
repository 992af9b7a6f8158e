// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/model_specs.hpp"
#include "ketascope/sim/scenario.hpp"

namespace ketascope {
namespace {

using namespace test;

/// One-compartment model with a depot, an intravenous, an oral (no infusion) and a split route.
ModelSpec with_routes() {
  ModelSpec spec = one_compartment();
  spec.parameters.push_back(parameter("ka", 1.5, "1/h"));
  spec.compartments.push_back(compartment("depot"));
  spec.flows.push_back(flow("depot", "central", "ka"));
  RouteSpec oral;
  oral.id = text("oral");
  oral.into = {text("depot")};
  RouteSpec nasal;
  nasal.id = text("nasal");
  nasal.into = {text("central"), text("depot")};
  nasal.infusion = true;
  spec.routes.push_back(oral);
  spec.routes.push_back(nasal);
  return spec;
}

Scenario scenario(Schedule doses, ModelSpec spec = with_routes()) {
  Scenario s;
  s.model = built(spec);
  s.regimen = std::move(doses);
  return s;
}

DoseSpec by_route(std::string route, double amount, std::string unit = "mg") {
  DoseSpec dose;
  dose.route = std::move(route);
  dose.amount = {amount, std::move(unit)};
  return dose;
}
DoseSpec iv(double amount, std::string unit = "mg") {
  return by_route("iv", amount, std::move(unit));
}

/// The records of the only subject, without complaints.
std::vector<EventRecord> records(const Scenario& s) {
  const ResolvedScenario resolved = resolve(s);
  EXPECT_TRUE(resolved.diagnostics.empty()) << format(resolved.diagnostics);
  EXPECT_EQ(resolved.subjects.size(), 1u);
  return resolved.subjects.at(0).records;
}

Diagnostic only_problem(const Scenario& s) {
  const ResolvedScenario resolved = resolve(s);
  EXPECT_EQ(resolved.diagnostics.size(), 1u) << format(resolved.diagnostics);
  return resolved.diagnostics.empty() ? Diagnostic{} : resolved.diagnostics.front();
}

TEST(Resolve, DoseBecomesARecordAndTheEndAnObservation) {
  const auto r = records(scenario({iv(50)}));
  ASSERT_EQ(r.size(), 2u);
  EXPECT_EQ(r[0].evid, 1);
  EXPECT_EQ(r[0].cmt, 1);
  EXPECT_EQ(r[0].amt_mg, 50.0);
  EXPECT_EQ(r[0].time_h, 0.0);
  EXPECT_EQ(r[0].source_name, "dose");
  EXPECT_EQ(r[0].source_row, 1);
  EXPECT_EQ(r[1].evid, 0);
  EXPECT_EQ(r[1].time_h, 24.0);
}

TEST(Resolve, CourseBeginsAtZeroEvenIfTheFirstDoseDoesNot) {
  DoseSpec late = iv(50);
  late.start = {90, "min"};
  const auto r = records(scenario({late}));
  ASSERT_EQ(r.size(), 3u);
  EXPECT_EQ(r[0].evid, 0);
  EXPECT_EQ(r[0].time_h, 0.0);
  EXPECT_DOUBLE_EQ(r[1].time_h, 1.5);
}

TEST(Resolve, DosesAreSortedByTimeAndKeepTheirNumbers) {
  DoseSpec late = iv(10), early = iv(20);
  late.start = {5, "h"};
  early.start = {2, "h"};
  const auto r = records(scenario({late, early}));
  EXPECT_EQ(r[1].source_row, 2);
  EXPECT_EQ(r[2].source_row, 1);
}

TEST(Resolve, AmountPerWeightIsTimesTheWeight) {
  Scenario s = scenario({iv(0.5, "mg/kg")});
  EXPECT_DOUBLE_EQ(records(s)[0].amt_mg, 35.0);  // 70 kg unless given
  s.subject.covariates["WT"] = {80, "kg"};
  EXPECT_DOUBLE_EQ(records(s)[0].amt_mg, 40.0);
}

TEST(Resolve, WeightOfTheModelCountsWhenNoneIsGiven) {
  ModelSpec spec = one_compartment();
  spec.covariates = {covariate("WT", 20.0, "kg")};
  spec.definitions = {definition("CL_i", "CL * (WT / 70[kg])", "L/h")};
  spec.flows = {flow("central", "", "CL_i / V1")};
  EXPECT_DOUBLE_EQ(records(scenario({iv(1, "mg/kg")}, spec))[0].amt_mg, 20.0);
}

TEST(Resolve, AmountInMolesUsesTheMolarMassOfTheDose) {
  ModelSpec spec = one_compartment();
  spec.dose_analyte = text("ketamine");
  EXPECT_DOUBLE_EQ(records(scenario({iv(100, "umol")}, spec))[0].amt_mg, 25.0);
}

TEST(Resolve, RatePerWeightAndTimeBecomesAnInfusion) {
  DoseSpec infusion = iv(100);
  infusion.rate = Measure{10, "ug/kg/min"};
  EXPECT_NEAR(records(scenario({infusion}))[0].rate_mg_per_h, 10e-3 * 70 * 60, 1e-12);
  infusion.rate = Measure{20, "mg/h"};
  EXPECT_DOUBLE_EQ(records(scenario({infusion}))[0].rate_mg_per_h, 20.0);
}

TEST(Resolve, DurationGivesTheRateThatDeliversTheAmount) {
  DoseSpec infusion = iv(100);
  infusion.duration = Measure{40, "min"};
  const auto r = records(scenario({infusion}));
  EXPECT_DOUBLE_EQ(r[0].rate_mg_per_h, 150.0);
  EXPECT_EQ(r[0].dur_h, 0.0);
}

TEST(Resolve, DurationStaysADurationWhereBioavailabilityIsModelled) {
  ModelSpec spec = one_compartment();
  spec.parameters.push_back(parameter("F1", 0.5, "1"));
  spec.compartments[0].F = text("F1");
  DoseSpec infusion = iv(100);
  infusion.duration = Measure{2, "h"};
  const auto r = records(scenario({infusion}, spec));
  EXPECT_EQ(r[0].rate_mg_per_h, 0.0);
  EXPECT_EQ(r[0].dur_h, 2.0);
}

TEST(Resolve, CompartmentThatModelsItsDurationGetsRateMinusTwo) {
  ModelSpec spec = one_compartment();
  spec.parameters.push_back(parameter("D1", 2.0, "h"));
  spec.compartments[0].D = text("D1");
  EXPECT_EQ(records(scenario({iv(100)}, spec))[0].rate_mg_per_h, -2.0);
  ModelSpec rate = one_compartment();
  rate.parameters.push_back(parameter("R1", 2.0, "mg/h"));
  rate.compartments[0].R = text("R1");
  EXPECT_EQ(records(scenario({iv(100)}, rate))[0].rate_mg_per_h, -1.0);
}

TEST(Resolve, RepeatsBecomeAdditionalDoses) {
  DoseSpec repeated = iv(100);
  repeated.repeats = 3;
  repeated.interval = Measure{0.5, "d"};
  const auto r = records(scenario({repeated}));
  EXPECT_EQ(r[0].addl, 3);
  EXPECT_DOUBLE_EQ(r[0].ii_h, 12.0);
  EXPECT_EQ(r[0].ss, 0);
}

TEST(Resolve, IntervalWithoutRepeatsIsDropped) {
  DoseSpec once = iv(100);
  once.interval = Measure{12, "h"};
  EXPECT_EQ(records(scenario({once}))[0].ii_h, 0.0);
}

TEST(Resolve, RouteOfSeveralEntriesGetsARecordForEach) {
  const auto r = records(scenario({by_route("nasal", 30)}));
  ASSERT_EQ(r.size(), 3u);
  EXPECT_EQ(r[0].cmt, 1);
  EXPECT_EQ(r[1].cmt, 2);
  EXPECT_EQ(r[0].amt_mg, 30.0);
  EXPECT_EQ(r[1].amt_mg, 30.0);
}

TEST(Resolve, SteadyStateOfSeveralDosesEmptiesTheBodyOnce) {
  DoseSpec morning = by_route("nasal", 30), evening = iv(10);
  morning.steady_state = evening.steady_state = true;
  morning.interval = evening.interval = Measure{24, "h"};
  evening.start = {12, "h"};
  const auto r = records(scenario({evening, morning}));
  EXPECT_EQ(r[0].ss, 1);
  EXPECT_EQ(r[1].ss, 2);
  EXPECT_EQ(r[2].ss, 2);
  EXPECT_EQ(r[2].time_h, 12.0);
}

TEST(Resolve, NothingGivenIsNoSteadyState) {
  DoseSpec nothing = iv(0);
  nothing.steady_state = true;
  nothing.interval = Measure{12, "h"};
  const auto r = records(scenario({nothing}));
  EXPECT_EQ(r[0].ss, 0);
  EXPECT_EQ(r[0].ii_h, 0.0);
}

// --- salt, base, racemate, enantiomer ---------------------------------------------------------

TEST(Resolve, HydrochlorideIsCountedAsBase) {
  DoseSpec salt = iv(100);
  salt.basis = "hydrochloride";
  EXPECT_NEAR(records(scenario({salt}))[0].amt_mg, 100.0 * 237.73 / 274.19, 1e-12);
  ModelSpec spec = one_compartment();
  spec.basis = text("hydrochloride");
  EXPECT_DOUBLE_EQ(records(scenario({salt}, spec))[0].amt_mg, 100.0);
  DoseSpec base = iv(100);
  base.basis = "base";
  EXPECT_NEAR(records(scenario({base}, spec))[0].amt_mg, 100.0 * 274.19 / 237.73, 1e-12);
}

TEST(Resolve, RateIsConvertedLikeTheAmount) {
  DoseSpec salt = iv(100);
  salt.basis = "hydrochloride";
  salt.rate = Measure{50, "mg/h"};
  const auto r = records(scenario({salt}));
  EXPECT_NEAR(r[0].amt_mg / r[0].rate_mg_per_h, 2.0, 1e-12);
}

TEST(Resolve, HalfOfARacemateGoesIntoAModelOfOneEnantiomer) {
  ModelSpec spec = one_compartment();
  spec.form = text("S");
  DoseSpec racemate = iv(100);
  racemate.form = "racemate";
  const ResolvedScenario resolved = resolve(scenario({racemate, racemate}, spec));
  EXPECT_EQ(resolved.subjects.at(0).records.at(0).amt_mg, 50.0);
  ASSERT_EQ(resolved.diagnostics.size(), 1u);
  EXPECT_EQ(resolved.diagnostics[0].code, "scenario.half_racemate");
  EXPECT_EQ(resolved.diagnostics[0].severity, Severity::warning);
}

TEST(Resolve, EnantiomerDoesNotFitAModelOfTheRacemate) {
  DoseSpec S = iv(100);
  S.form = "S";
  const Diagnostic d = only_problem(scenario({S}));
  EXPECT_EQ(d.code, "scenario.form");
  EXPECT_EQ(d.message, "model test is for racemate, not for S");
}

TEST(Resolve, UnknownFormAndBasisAreRefused) {
  DoseSpec odd = iv(100);
  odd.form = "X";
  EXPECT_EQ(only_problem(scenario({odd})).message, "'X' is no drug form");
  odd = iv(100);
  odd.basis = "sulfate";
  EXPECT_EQ(only_problem(scenario({odd})).message, "'sulfate' is no dose basis");
}

// --- what is refused, and what is warned of ---------------------------------------------------

TEST(Resolve, UnknownRouteNamesThoseThereAre) {
  DoseSpec odd = iv(100);
  odd.route = "rectal";
  odd.at = {7, 3};
  const Diagnostic d = only_problem(scenario({odd}));
  EXPECT_EQ(d.code, "scenario.route");
  EXPECT_EQ(d.message, "dose 1: model test has no route 'rectal'");
  EXPECT_EQ(d.hint, "it has iv, oral, nasal");
  EXPECT_EQ(d.at, (SourceLocation{7, 3}));
}

TEST(Resolve, UnknownParameterSuggestsTheNearest) {
  Scenario s = scenario({iv(1)});
  s.parameters["Cl"] = {1, "L/h"};
  const Diagnostic d = only_problem(s);
  EXPECT_EQ(d.code, "scenario.parameter_unknown");
  EXPECT_EQ(d.message, "model test has no parameter 'Cl'");
  EXPECT_EQ(d.hint, "did you mean 'CL'?");
}

TEST(Resolve, UnknownCovariateNamesThoseThereAre) {
  Scenario s = scenario({iv(1)});
  s.subject.covariates["HT"] = {180, "cm"};
  const Diagnostic d = only_problem(s);
  EXPECT_EQ(d.code, "scenario.covariate_unknown");
  EXPECT_EQ(d.message, "model test has no covariate 'HT'");
  EXPECT_EQ(d.hint, "it knows WT");
}

TEST(Resolve, ParameterOfTheWrongUnitIsRefused) {
  Scenario s = scenario({iv(1)});
  s.parameters["CL"] = {1, "mg"};
  EXPECT_EQ(only_problem(s).code, "scenario.unit");
}

TEST(Resolve, NegativeClearanceOrVolumeIsRefused) {
  for (const auto& [name, unit] : {std::pair{"CL", "L/h"}, std::pair{"V1", "L"}}) {
    Scenario s = scenario({iv(1)});
    s.parameters[name] = {-1, unit};
    EXPECT_EQ(only_problem(s).code, "scenario.parameter_sign") << name;
  }
}

TEST(Resolve, ParameterIsTakenInItsOwnUnit) {
  Scenario s = scenario({iv(1)});
  s.parameters["CL"] = {100, "mL/min"};
  const ResolvedScenario resolved = resolve(s);
  ASSERT_EQ(resolved.subjects.size(), 1u);
  EXPECT_NEAR(resolved.subjects[0].parameters[1], 6.0, 1e-12);
}

TEST(Resolve, CovariateOutsideItsRangeWarns) {
  ModelSpec spec = one_compartment();
  CovariateSpec weight = covariate("WT", 70.0, "kg");
  weight.low = 40;
  weight.high = 120;
  spec.covariates = {weight};
  spec.flows = {flow("central", "", "CL / V1 * (WT / 70[kg])")};
  Scenario s = scenario({iv(1)}, spec);
  s.subject.covariates["WT"] = {40, "kg"};
  EXPECT_TRUE(resolve(s).diagnostics.empty());
  s.subject.covariates["WT"] = {25, "kg"};
  const Diagnostic d = only_problem(s);
  EXPECT_EQ(d.severity, Severity::warning);
  EXPECT_EQ(d.code, "scenario.outside_range");
  EXPECT_EQ(d.message, "WT = 25 kg is outside the range that test was built on (40 to 120 kg)");
  EXPECT_EQ(resolve(s).subjects.at(0).covariates, (std::vector<double>{25}));
}

TEST(Resolve, WeightMustBePositive) {
  Scenario s = scenario({iv(1, "mg/kg")});
  s.subject.covariates["WT"] = {0, "kg"};
  EXPECT_EQ(only_problem(s).code, "scenario.weight");
}

TEST(Resolve, DoseAfterTheEndIsNotGivenAndWarns) {
  DoseSpec late = iv(100);
  late.start = {30, "h"};
  const ResolvedScenario resolved = resolve(scenario({iv(10), late}));
  ASSERT_EQ(resolved.diagnostics.size(), 1u);
  EXPECT_EQ(resolved.diagnostics[0].code, "scenario.dose_after_end");
  EXPECT_EQ(resolved.diagnostics[0].severity, Severity::warning);
  EXPECT_EQ(resolved.subjects.at(0).records.size(), 2u);
}

TEST(Resolve, DoseAtTheEndIsGiven) {
  DoseSpec late = iv(100);
  late.start = {24, "h"};
  const auto r = records(scenario({late}));
  ASSERT_EQ(r.size(), 3u);
  EXPECT_EQ(r[1].evid, 1);
  EXPECT_EQ(r[2].evid, 0);
}

TEST(Resolve, InfusionByARouteThatHasNoneIsRefused) {
  DoseSpec oral = by_route("oral", 100);
  oral.duration = Measure{1, "h"};
  const Diagnostic d = only_problem(scenario({oral}));
  EXPECT_EQ(d.code, "scenario.no_infusion");
  EXPECT_EQ(d.message, "dose 1: route 'oral' of model test is given at once, not over a time");
  EXPECT_EQ(d.hint, "leave duration and rate out, or use iv, nasal");
}

TEST(Resolve, AllProblemsOfAllDosesComeTogether) {
  DoseSpec negative = iv(-1), both = iv(10), no_interval = iv(10), zero = iv(10), unit = iv(1, "h"),
           back = iv(10);
  both.duration = Measure{1, "h"};
  both.rate = Measure{10, "mg/h"};
  no_interval.repeats = 3;
  zero.duration = Measure{0, "h"};
  back.repeats = -1;
  const ResolvedScenario resolved =
      resolve(scenario({negative, both, no_interval, zero, unit, back}));
  std::vector<std::string> codes;
  for (const Diagnostic& d : resolved.diagnostics)
    codes.push_back(d.code);
  EXPECT_EQ(codes, (std::vector<std::string>{"scenario.negative", "scenario.rate_and_duration",
                                             "scenario.interval", "scenario.duration",
                                             "scenario.unit", "scenario.repeats"}));
}

TEST(Resolve, EndMustBeAfterTheStart) {
  Scenario s = scenario({});
  s.sampling.until = {0, "h"};
  EXPECT_EQ(only_problem(s).code, "scenario.until");
}

// --- event tables -----------------------------------------------------------------------------

TEST(Resolve, TableKeepsItsRecordsAndGetsWhatItLeavesOut) {
  Scenario s = scenario({});
  SubjectRecords given, bare;
  given.id = "A";
  given.parameters = {1, 2, 3};
  bare.id = "B";
  bare.records.resize(3);
  s.regimen = EventTable{given, bare};
  s.parameters["CL"] = {7, "L/h"};
  const ResolvedScenario resolved = resolve(s);
  ASSERT_EQ(resolved.subjects.size(), 2u);
  EXPECT_EQ(resolved.subjects[0], given);
  EXPECT_EQ(resolved.subjects[1].records.size(), 3u);
  EXPECT_EQ(resolved.subjects[1].parameters, (std::vector<double>{10, 7, 1.5}));
}

}  // namespace
}  // namespace ketascope
