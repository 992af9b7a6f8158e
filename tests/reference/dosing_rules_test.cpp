// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "depot_curves.hpp"

// Rules of docs/dosing.md that neither the 29 schedules nor the edge cases E1 to E17 tell apart.

namespace ketascope {
namespace {

using namespace schedules;
using Kind = SolverOptions::Kind;

/// ug/L in central at `t` after an infusion of 1 mg/h that began at 0 and lasts `duration`.
double after_infusion(double t, double duration) {
  if (t <= 0)
    return 0.0;
  const double on = std::min(t, duration);
  return 1000.0 / 1.1 * -std::expm1(-k * on) * std::exp(-k * (t - on));
}

class DosingRules : public testing::TestWithParam<Kind> {
 protected:
  void expect_close(double got, double want) {
    const double tolerance = GetParam() == Kind::linear ? 1e-7 : 1e-6;
    EXPECT_NEAR(got, want, tolerance * std::max(std::abs(want), 1.0));
  }
  void expect_all(const std::vector<double>& got, const std::vector<double>& want) {
    ASSERT_EQ(got.size(), want.size());
    for (std::size_t i = 0; i < got.size(); ++i) {
      SCOPED_TRACE(i);
      expect_close(got[i], want[i]);
    }
  }
};

INSTANTIATE_TEST_SUITE_P(Both, DosingRules, testing::Values(Kind::linear, Kind::ode),
                         [](const auto& param_info) {
                           return param_info.param == Kind::linear ? "exact" : "ode";
                         });

// --- records and events -------------------------------------------------------------------

TEST_P(DosingRules, TimesMayBeNegative) {
  expect_all(observed(rows({{.t = -7, .amt = 100}}, {-8, -7, -3, 2}), GetParam()),
             {0, 5000, 100 * after_bolus(4), 100 * after_bolus(9)});
}

TEST_P(DosingRules, CompartmentZeroIsTheEntryOfTheFirstRoute) {
  expect_all(observed(rows({{.amt = 100, .cmt = 0}}, {2}), GetParam()), {100 * after_depot(2)});
}

TEST_P(DosingRules, ResetMayMoveTheClockBackAndForth) {
  const auto got = observed({{record({.amt = 100})},
                             {observation(10)},
                             {reset_record(2)},
                             {observation(2)},
                             {record({.t = 3, .amt = 60})},
                             {observation(5)},
                             {reset_record(100)},
                             {record({.t = 101, .amt = 40})},
                             {observation(102)}},
                            GetParam());
  expect_all(got, {100 * after_bolus(10), 0, 60 * after_bolus(2), 40 * after_bolus(1)});
}

TEST_P(DosingRules, OtherEventIsAnObservationThatMovesCovariates) {
  // R of a running infusion changes at a record of EVID 2 as it does at an observation.
  const auto with = [&](int evid) {
    EventRecord middle = observation(4);
    middle.evid = evid;
    return run({{record({.amt = 100, .rate = -1}), {.R = 5}},
                {middle, {.R = 5}},
                {observation(8), {.R = 12}}},
               GetParam());
  };
  EXPECT_EQ(with(2), with(0));
  expect_close(with(2).back(), 5 * after_infusion(8, 4) + 12 * after_infusion(4, 4));
}

TEST_P(DosingRules, DoseThatBringsNothingStillTurnsItsCompartmentOn) {
  // Off from 1 h to 2 h: what flows out of the depot meanwhile is lost.
  for (const auto& [dose, F] :
       {std::pair(Dose{.t = 2, .amt = 50}, 0.0), std::pair(Dose{.t = 2, .amt = 0}, 1.0)}) {
    const auto got = observed({{record({.amt = 100, .cmt = 1})},
                               {switch_record(1, -2)},
                               {record(dose), {.F = F}},
                               {observation(2)},
                               {observation(5)}},
                              GetParam());
    expect_all(got, {0, 100 * std::exp(-ka * 2) * after_depot(3)});
  }
}

// --- kinds of doses -----------------------------------------------------------------------

TEST_P(DosingRules, SimultaneousModelledRatesHaveTheFullRateEach) {
  // 40 mg and 60 mg at 10 mg/h each: until 4 h and until 6 h.
  const auto all = rows({{.amt = 40, .rate = -1}, {.amt = 60, .rate = -1}}, {3, 5, 9}, {.R = 10});
  const auto want = [](double t) { return 10 * after_infusion(t, 4) + 10 * after_infusion(t, 6); };
  expect_all(observed(all, GetParam()), {want(3), want(5), want(9)});
}

TEST_P(DosingRules, ModelledRateEndsWhenItsAmountHasEntered) {
  const auto all = rows({{.amt = 100, .rate = -1}}, {4, 10}, {.F = 0.5, .R = 10});
  expect_all(observed(all, GetParam()), {10 * after_infusion(4, 5), 10 * after_infusion(10, 5)});
}

TEST_P(DosingRules, ModelledRateIsOneWithoutAModel) {
  // The depot has no R of its own: 6 mg at 1 mg/h.
  const auto modelled = observed(rows({{.amt = 6, .cmt = 1, .rate = -1}}, {2, 8}), GetParam());
  const auto given = observed(rows({{.amt = 6, .cmt = 1, .rate = 1}}, {2, 8}), GetParam());
  EXPECT_EQ(modelled, given);
  EXPECT_GT(modelled[0], 0.0);
}

TEST_P(DosingRules, ModelledDurationIsFixedWhenTheInfusionBegins) {
  const Covariates first{.F = 0.5, .D = 10}, later{.F = 0.9, .D = 2};
  const auto got = observed({{record({.amt = 100, .rate = -2}), first},
                             {observation(4), later},
                             {observation(12), later}},
                            GetParam());
  expect_all(got, {5 * after_infusion(4, 10), 5 * after_infusion(12, 10)});
}

TEST_P(DosingRules, GivenDurationIsKeptAndBioavailabilityThinsIt) {
  EventRecord dose = record({.amt = 100});
  dose.dur_h = 8;
  const Covariates half{.F = 0.5, .D = 3};
  const auto got =
      observed({{dose, half}, {observation(4), half}, {observation(12), half}}, GetParam());
  expect_all(got, {6.25 * after_infusion(4, 8), 6.25 * after_infusion(12, 8)});
}

TEST_P(DosingRules, OverlappingInfusionsAdd) {
  const auto got = observed(
      rows({{.amt = 80, .rate = 10}, {.t = 3, .amt = 40, .rate = 20}}, {0, 4, 8, 12}), GetParam());
  const auto want = [](double t) {
    return 10 * after_infusion(t, 8) + 20 * after_infusion(t - 3, 2);
  };
  expect_all(got, {0, want(4), want(8), want(12)});
}

// --- lags and copies ----------------------------------------------------------------------

TEST_P(DosingRules, LagMayExceedTheIntervalOfTransientDoses) {
  const auto got =
      observed(rows({{.amt = 100, .ii = 4, .addl = 2}}, {9, 10, 14, 20}, {.ALAG = 10}), GetParam());
  const auto want = [](double t) {
    return 100 * (after_bolus(t - 10) + after_bolus(t - 14) + after_bolus(t - 18));
  };
  expect_all(got, {0, want(10), want(14), want(20)});
}

TEST_P(DosingRules, BioavailabilityOfADoseWithoutLagIsThatOfItsRecord) {
  // Not that of the records around it, although nocb puts the next one's values in between.
  const auto got = observed({{observation(0), {.F = 0.1}},
                             {record({.t = 2, .amt = 100}), {.F = 0.5}},
                             {observation(4), {.F = 0.9}}},
                            GetParam());
  expect_all(got, {0, 50 * after_bolus(2)});
}

TEST_P(DosingRules, CopiesReadBioavailabilityAndDurationAnew) {
  // Copies at 10 h (between records at 0 and 15 h) and at 20 h (at its own record).
  const auto with_rate = [&](double rate) {
    return observed({{record({.amt = 100, .rate = rate, .ii = 10, .addl = 2}), {.F = 1.0, .D = 5}},
                     {observation(15), {.F = 0.5, .D = 4}},
                     {observation(20), {.F = 0.2, .D = 2}},
                     {observation(29), {.F = 0.7, .D = 9}}},
                    GetParam());
  };
  // Rate given: F changes the duration. 10 h, 5 h, 2 h at 10 mg/h.
  expect_all(with_rate(10),
             {10 * (after_infusion(15, 10) + after_infusion(5, 5)),
              10 * (after_infusion(20, 10) + after_infusion(10, 5)),
              10 * (after_infusion(29, 10) + after_infusion(19, 5) + after_infusion(9, 2))});
  // Duration modelled: F changes the rate. 20 mg/h over 5 h, 12.5 over 4 h, 10 over 2 h.
  expect_all(with_rate(-2), {20 * after_infusion(15, 5) + 12.5 * after_infusion(5, 4),
                             20 * after_infusion(20, 5) + 12.5 * after_infusion(10, 4),
                             20 * after_infusion(29, 5) + 12.5 * after_infusion(19, 4) +
                                 10 * after_infusion(9, 2)});
}

TEST_P(DosingRules, AnyNumberOfSeriesRunsAtOnce) {
  std::vector<Dose> doses;
  double want = 0.0;
  for (int i = 0; i < 25; ++i) {
    doses.push_back({.t = 0.5 * i, .amt = 1.0 + i, .ii = 12, .addl = 3});
    for (int copy = 0; copy <= 3; ++copy)
      want += (1.0 + i) * after_bolus(50 - 0.5 * i - 12.0 * copy);
  }
  expect_all(observed(rows(doses, {50}), GetParam()), {want});
}

// --- steady state -------------------------------------------------------------------------

/// ug/L at `t` after a dose of 1 mg at steady state of boluses every `ii`.
double steady_bolus(double t, double ii) {
  return after_bolus(std::fmod(t, ii)) / -std::expm1(-k * ii);
}

TEST_P(DosingRules, SteadyStateThreeIsReadAsOne) {
  const auto with = [&](int ss) {
    return run(rows({{.amt = 30, .cmt = 1}, {.t = 5, .amt = 100, .rate = 25, .ii = 8, .ss = ss}},
                    {4, 5, 9, 13}),
               GetParam());
  };
  EXPECT_EQ(with(3), with(1));
  EXPECT_NE(with(3), with(2));
}

TEST_P(DosingRules, SteadyStateOfAModelledRateIsThatOfTheGivenOne) {
  const auto with = [&](double rate) {
    return observed(rows({{.amt = 100, .rate = rate, .ii = 8, .addl = 1, .ss = 1}}, {0, 3, 12, 30},
                         {.F = 0.8, .R = 7}),
                    GetParam());
  };
  expect_all(with(-1), with(7));
  const auto constant = [&](double rate) {
    return observed(rows({{.amt = 0, .rate = rate, .ss = 1}}, {0, 3}, {.R = 7}), GetParam());
  };
  EXPECT_EQ(constant(-1), constant(7));
  expect_close(constant(-1)[0], 7000.0 / 1.1);
}

TEST_P(DosingRules, ConstantSteadyStateMayBeAdded) {
  const auto got = observed(
      rows({{.amt = 100}, {.t = 6, .amt = 0, .rate = 10, .ss = 2}}, {5, 6, 10}), GetParam());
  expect_all(got, {100 * after_bolus(5), 100 * after_bolus(6) + 1e4 / 1.1,
                   100 * after_bolus(10) + 1e4 / 1.1 * std::exp(-k * 4)});
}

TEST_P(DosingRules, SteadyStateOfNothingIsAnEmptyBody) {
  const auto got =
      observed(rows({{.amt = 100, .ii = 5, .addl = 9}, {.t = 6, .amt = 0, .ss = 1}}, {5, 6, 30}),
               GetParam());
  expect_all(got, {100 * (after_bolus(5) + after_bolus(0)), 0, 0});
}

TEST_P(DosingRules, SteadyStateLeavesSwitchesAndClockAlone) {
  // The depot is off and stays off: a flow from it would show after the second dose.
  const auto got = observed({{record({.amt = 100, .cmt = 1})},
                             {switch_record(1, -1)},
                             {record({.t = 3, .amt = 60, .ii = 12, .ss = 1})},
                             {observation(3)},
                             {observation(7)}},
                            GetParam());
  expect_all(got, {60 * steady_bolus(0, 12), 60 * steady_bolus(4, 12)});
}

TEST_P(DosingRules, SteadyStateIntoACompartmentThatIsOffTurnsItOn) {
  const auto got = observed({{switch_record(0, -2)},
                             {record({.t = 3, .amt = 60, .ii = 12, .ss = 1})},
                             {observation(3)},
                             {observation(7)}},
                            GetParam());
  expect_all(got, {60 * steady_bolus(0, 12), 60 * steady_bolus(4, 12)});
}

TEST_P(DosingRules, AddedSteadyStateMayHaveALag) {
  const auto got = observed(
      rows({{.amt = 100}, {.t = 6, .amt = 60, .ii = 12, .ss = 2}}, {6, 9, 10, 11}, {.ALAG = 4}),
      GetParam());
  // The first dose enters at 4 h. Periodic at phase 12 - 4 = 8 h at the record; the dose at 10 h.
  const double before = 60 * steady_bolus(8, 12);
  expect_all(got, {100 * after_bolus(2) + before, 100 * after_bolus(5) + before * std::exp(-k * 3),
                   100 * after_bolus(6) + 60 * steady_bolus(0, 12),
                   100 * after_bolus(7) + 60 * steady_bolus(1, 12)});
}

TEST_P(DosingRules, MorningAndEveningDosesAreOneSteadyStateAddedToAnother) {
  // 100 mg in the morning, 40 mg 10 h later, every day: against 80 days written out.
  const auto got = observed(rows({{.t = 0, .amt = 100, .ii = 24, .addl = 3, .ss = 1},
                                  {.t = 10, .amt = 40, .ii = 24, .addl = 3, .ss = 2}},
                                 {12, 24, 30, 36, 60}),
                            GetParam());
  const auto want = [](double t) {
    double sum = 0.0;
    for (int day = -80; day <= 3; ++day)
      sum += 100 * after_bolus(t - 24 * day) + 40 * after_bolus(t - 10 - 24 * day);
    return sum;
  };
  expect_all(got, {want(12), want(24), want(30), want(36), want(60)});
}

TEST_P(DosingRules, SteadyStateUsesTheValuesOfItsOwnRecord) {
  // F of the record for all of the past; later values act on later copies only.
  const auto got =
      observed({{observation(0), {.F = 0.1}},
                {record({.t = 2, .amt = 100, .ii = 12, .addl = 1, .ss = 1}), {.F = 0.5}},
                {observation(2), {.F = 0.9}},
                {observation(16), {.F = 0.25}}},
               GetParam());
  const double at_record = 50 * steady_bolus(0, 12);
  expect_all(got, {0, at_record, at_record * std::exp(-k * 14) + 25 * after_bolus(2)});
}

TEST_P(DosingRules, ParametersThatChangeBeforeALaggedDoseLeaveSteadyState) {
  // The imagined past had F = 0.5; the newest dose enters at 5 h under F = 1.
  const Covariates first{.F = 0.5, .ALAG = 5}, later{.F = 1, .ALAG = 5};
  const auto got = observed({{record({.amt = 100, .ii = 12, .ss = 1}), first},
                             {observation(0), first},
                             {observation(4), later},
                             {observation(6), later}},
                            GetParam());
  const double at_record = 50 * steady_bolus(7, 12);
  expect_all(got, {at_record, at_record * std::exp(-k * 4),
                   at_record * std::exp(-k * 6) + 100 * after_bolus(1)});
}

// --- one instant --------------------------------------------------------------------------

TEST(DosingInstants, AreAsWideAsTheRuleSays) {
  EXPECT_TRUE(same_instant(0.0, 1e-9));
  EXPECT_FALSE(same_instant(0.0, 1.01e-9));
  EXPECT_TRUE(same_instant(0.1 + 0.2, 0.3));
  EXPECT_TRUE(same_instant(1e6, 1e6 + 0.9e-6));
  EXPECT_FALSE(same_instant(1e6, 1e6 + 1.1e-6));
  EXPECT_TRUE(same_instant(-1e6, -1e6 - 0.9e-6));
  EXPECT_FALSE(same_instant(-1.0, 1.0));
}

TEST_P(DosingRules, RoundOffOfManyCopiesDoesNotMoveThemPastRecords) {
  // 0.1 h added 1000 times misses whole hours in the last bits.
  const auto got = observed(rows({{.amt = 1, .ii = 0.1, .addl = 1000}}, {33, 67, 100}), GetParam());
  const auto want = [](int tenths) {
    double sum = 0.0;
    for (int copy = 0; copy <= tenths; ++copy)
      sum += after_bolus(0.1 * (tenths - copy));
    return sum;
  };
  expect_all(got, {want(330), want(670), want(1000)});
}

}  // namespace
}  // namespace ketascope
