// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <string_view>

#include "depot_curves.hpp"

namespace ketascope {
namespace {

using namespace schedules;
using Kind = SolverOptions::Kind;

/// Half a unit in the last digit that `printed` shows, or 1e-7 of it, whichever is more.
void expect_printed(double got, const std::string& printed, double relative = 1e-7) {
  const double want = std::atof(printed.c_str());
  const std::size_t point = printed.find('.');
  const auto decimals = point == std::string::npos ? 0 : printed.size() - point - 1;
  const double half_unit = 0.5000001 * std::pow(10.0, -static_cast<double>(decimals));
  EXPECT_NEAR(got, want, std::max(half_unit, relative * std::abs(want))) << printed;
}

class DosingEdgeCases : public testing::TestWithParam<Kind> {
 protected:
  double tolerance() const { return GetParam() == Kind::linear ? 1e-7 : 1e-6; }
  void expect_all(const std::vector<Row>& all, const std::vector<std::string>& printed) {
    const std::vector<double> got = observed(all, GetParam());
    ASSERT_EQ(got.size(), printed.size());
    for (std::size_t i = 0; i < got.size(); ++i)
      expect_printed(got[i], printed[i], tolerance());
  }
  void expect_close(double got, double want) {
    EXPECT_NEAR(got, want, tolerance() * std::max(std::abs(want), 1.0));
  }
};

INSTANTIATE_TEST_SUITE_P(Both, DosingEdgeCases, testing::Values(Kind::linear, Kind::ode),
                         [](const auto& param_info) {
                           return param_info.param == Kind::linear ? "exact" : "ode";
                         });

TEST_P(DosingEdgeCases, E1RowsOfOneTimeKeepTheOrderOfTheTable) {
  const std::vector<double> got = run({{observation(0)}, {record({.amt = 100})}}, GetParam());
  EXPECT_EQ(got[0], 0.0);
  expect_close(got[1], 5000.0);
}

TEST_P(DosingEdgeCases, E2SteadyStateOfABolus) {
  expect_all(rows({{.amt = 100, .ii = 24, .ss = 1}}, {0, 24}), {"6822.542", "1822.542"});
}

TEST_P(DosingEdgeCases, E3InfusionOfTheImaginedPastRunsOnWithLag) {
  expect_all(
      rows({{.amt = 100, .rate = 10, .ii = 12, .ss = 1}}, {0, 3, 5, 12, 15, 20}, {.ALAG = 5}),
      {"7757.23849", "7960.09818", "7130.92767", "7757.23849", "7960.09818", "6046.26868"});
}

TEST_P(DosingEdgeCases, E4SteadyStateAddedToARunningInfusion) {
  expect_all(
      rows({{.amt = 100, .rate = 5}, {.t = 6, .amt = 50, .ii = 12, .ss = 2}}, {6, 12, 20, 30}),
      {"6452.01017", "5916.12264", "5428.21472", "3131.80745"});
}

TEST_P(DosingEdgeCases, E5ConstantInfusionStopsAtItsRecord) {
  const auto all = rows({{.amt = 0, .rate = 10, .ss = 1}}, {0, 7, 40});
  const auto got = observed(all, GetParam());
  expect_printed(got[0], "9090.909", tolerance());
  expect_close(got[1], 1e5 / 11.0 * std::exp(-k * 7));
  expect_close(got[2], 1e5 / 11.0 * std::exp(-k * 40));
}

TEST_P(DosingEdgeCases, E5BioavailabilityAndLagDoNotTouchAConstantInfusion) {
  const auto got =
      observed(rows({{.amt = 0, .rate = 10, .ss = 1}}, {0, 7}, {.F = 0.3, .ALAG = 5}), GetParam());
  expect_close(got[0], 1e5 / 11.0);
  expect_close(got[1], 1e5 / 11.0 * std::exp(-k * 7));
}

TEST_P(DosingEdgeCases, E6BioavailabilityOfALaggedDoseIsThatOfTheNextRecord) {
  expect_all({{record({.amt = 100}), {.F = 1, .ALAG = 5}},
              {observation(4), {.F = 0.5, .ALAG = 5}},
              {observation(6), {.F = 0.25, .ALAG = 5}},
              {observation(10), {.F = 0.25, .ALAG = 5}}},
             {"0", "1183.106", "949.4652"});
}

TEST_P(DosingEdgeCases, E7ModelledRateChangesInMidInfusion) {
  const Covariates slow{.R = 10}, fast{.R = 20};
  expect_all({{record({.amt = 100, .rate = -1}), slow},
              {observation(2), slow},
              {observation(4), slow},
              {observation(6), fast},
              {observation(7), fast},
              {observation(8), fast},
              {observation(12), fast}},
             {"946.9624", "1795.284", "3502.201", "4287.779", "4058.319", "3256.877"});
}

TEST_P(DosingEdgeCases, E8ModelledDurationOfALaggedDoseIsThatOfTheNextRecord) {
  const Covariates first{.ALAG = 5, .D = 10}, later{.ALAG = 5, .D = 4};
  expect_all({{record({.amt = 100, .rate = -2}), first},
              {observation(6), later},
              {observation(9), later},
              {observation(12), later}},
             {"1216.247", "4488.209", "3805.524"});
}

TEST_P(DosingEdgeCases, E9LagIsKeptFromTheDoseRecord) {
  std::vector<Row> all{{record({.amt = 100, .ii = 12, .addl = 3}), {.ALAG = 2}}};
  const std::vector<double> times{1.9, 2, 13.9, 14, 26, 38, 50};
  for (const double t : times)
    all.push_back({observation(t), {.ALAG = 6}});
  const auto got = observed(all, GetParam());
  for (std::size_t i = 0; i < times.size(); ++i) {
    double want = 0.0;
    for (int copy = 0; copy <= 3; ++copy)
      want += 100.0 * after_bolus(times[i] - 2.0 - 12.0 * copy);
    expect_close(got[i], want);
  }
}

TEST_P(DosingEdgeCases, E10SteadyStateEndsTheSeriesBeforeIt) {
  const auto got =
      observed(rows({{.amt = 100, .ii = 12, .addl = 9}, {.t = 30, .amt = 100, .ii = 24, .ss = 1}},
                    {29, 30, 36, 48, 60}),
               GetParam());
  const double peak = 100.0 * after_bolus(0) / (1.0 - std::exp(-k * 24));
  for (std::size_t i = 1; i < got.size(); ++i) {
    const double t = std::array{29.0, 30.0, 36.0, 48.0, 60.0}[i];
    expect_close(got[i], peak * std::exp(-k * (t - 30)));
  }
}

TEST_P(DosingEdgeCases, E11ResetDiscardsALaggedDose) {
  const Covariates lag{.ALAG = 10};
  std::vector<Row> all{{record({.amt = 100}), lag}, {reset_record(5), lag}};
  for (const double t : {5.0, 10.0, 20.0})
    all.push_back({observation(t), lag});
  EXPECT_EQ(observed(all, GetParam()), (std::vector<double>{0, 0, 0}));
}

TEST_P(DosingEdgeCases, E11ResetAtTheInstantOfAnEntryWins) {
  const Covariates lag{.ALAG = 10};
  std::vector<Row> all{{record({.amt = 100}), lag}, {reset_record(10), lag}};
  for (const double t : {10.0, 20.0})
    all.push_back({observation(t), lag});
  EXPECT_EQ(observed(all, GetParam()), (std::vector<double>{0, 0}));
}

TEST_P(DosingEdgeCases, E13EqualRateConstantsGiveTheLimit) {
  const std::vector<double> times{0.5, 1, 5, 20, 60, 120};
  for (int decade = 1; decade <= 15; ++decade) {
    const double distance = decade == 1 ? 0.0 : std::pow(10.0, -decade);
    Scenario s = scenario(rows({{.amt = 100, .cmt = 1}}, times), GetParam());
    const double absorption = k * (1.0 + distance);
    s.parameters["ka"] = {absorption, "1/h"};
    const auto result = simulate(s);
    ASSERT_TRUE(result) << format(result.error());
    const auto values = result->subjects.at(0).column(0);
    for (std::size_t i = 0; i < times.size(); ++i) {
      const long double t = times[i], gap = static_cast<long double>(absorption) - k;
      const long double bend = gap == 0 ? t : -std::expm1(-gap * t) / gap;
      const auto want = static_cast<double>(100.0L / 20.0L * absorption * std::exp(-k * t) * bend);
      const double near = GetParam() == Kind::linear ? 1e-10 : 1e-7;
      EXPECT_NEAR(values[i + 1], want, near * want) << distance << " at " << times[i];
    }
  }
}

TEST_P(DosingEdgeCases, E14RoundOffInTimesIsOneInstant) {
  const double end = 0.1 + 0.2;
  ASSERT_NE(end, 0.3);
  // Infusion end and entry at 0.30000000000000004, record at 0.3.
  const std::vector<Row> infused = rows({{.amt = 3, .rate = 3 / end}}, {0.3, 1});
  const CompiledTimeline compiled =
      compile_timeline(*depot_model(), subject(infused), CovariatePolicy::nocb);
  std::vector<double> stops;
  for (const TimelineOp& op : compiled.timeline.ops)
    if (op.kind == TimelineOp::Kind::advance)
      stops.push_back(op.time_h);
  EXPECT_EQ(stops, (std::vector<double>{0.3, 1}));
  const auto lagged = observed(rows({{.amt = 100}}, {0.3}, {.ALAG = end}), GetParam());
  expect_close(lagged[0], 5000.0);
}

TEST_P(DosingEdgeCases, E15StackedSegmentEqualsAFreshSubject) {
  std::vector<Row> all, fresh;
  all.push_back({record({.amt = 70, .rate = 9, .ii = 10, .addl = 9}), {.ALAG = 3}});
  for (int t = 0; t <= 24; t += 3)
    all.push_back({observation(t), {.ALAG = 3}});
  fresh.push_back({record({.amt = 100, .cmt = 1, .evid = 4})});
  for (int t = 0; t <= 24; t += 3)
    fresh.push_back({observation(t)});
  const std::size_t first = all.size();
  all.insert(all.end(), fresh.begin(), fresh.end());
  const auto stacked = run(all, GetParam()), alone = run(fresh, GetParam());
  for (std::size_t i = 0; i < alone.size(); ++i)
    EXPECT_EQ(stacked[first + i], alone[i]) << i;
}

TEST_P(DosingEdgeCases, E16BioavailabilityZeroAtSteadyStateIsAnEmptyBody) {
  const auto got = observed(rows({{.amt = 100, .ii = 12, .ss = 1}}, {0, 6}, {.F = 0}), GetParam());
  EXPECT_EQ(got, (std::vector<double>{0, 0}));
}

TEST_P(DosingEdgeCases, E17DoseTurnsItsCompartmentOn) {
  const std::vector<Row> all{
      {record({.amt = 100, .cmt = 1})},        {switch_record(2, -1)}, {observation(3)},
      {record({.t = 4, .amt = 60, .cmt = 1})}, {observation(6)},       {observation(20)}};
  const auto got = observed(all, GetParam());
  const double at_off = 100.0 * after_depot(2);
  expect_close(got[0], at_off * std::exp(-k * 1));
  expect_close(got[1], at_off * std::exp(-k * 4) + 60.0 * after_depot(2));
  expect_close(got[2], at_off * std::exp(-k * 18) + 60.0 * after_depot(16));
}

TEST_P(DosingEdgeCases, SwitchingOffLosesRunningAndPendingInput) {
  const std::vector<Row> all{{record({.amt = 100, .rate = 10, .ii = 6, .addl = 5})},
                             {observation(3)},
                             {switch_record(4, -2)},
                             {observation(4)},
                             {observation(9)},
                             {switch_record(10, 2)},
                             {observation(30)}};
  const auto got = observed(all, GetParam());
  EXPECT_GT(got[0], 0.0);
  EXPECT_EQ(got[1], 0.0);
  EXPECT_EQ(got[2], 0.0);
  EXPECT_NEAR(got[3], 0.0, 1e-12);
}

TEST_P(DosingEdgeCases, WhatFlowsIntoACompartmentThatIsOffIsLost) {
  const std::vector<Row> all{{record({.amt = 100, .cmt = 1})},
                             {switch_record(0, -2)},
                             {switch_record(2, 2)},
                             {observation(2)},
                             {observation(5)}};
  const auto got = observed(all, GetParam());
  EXPECT_EQ(got[0], 0.0);
  expect_close(got[1], 100.0 * std::exp(-ka * 2) * after_depot(3));
}

TEST_P(DosingEdgeCases, LagShiftsTheStartOfAnInfusionToo) {
  const auto got = observed(rows({{.amt = 100, .rate = 10}}, {5, 9}, {.ALAG = 5}), GetParam());
  EXPECT_EQ(got[0], 0.0);
  expect_close(got[1], 10.0 * 1000.0 / 1.1 * -std::expm1(-k * 4));
}

TEST_P(DosingEdgeCases, VeryShortInfusionLosesNoDrug) {
  for (const double duration : {1e-13, 1e-11, 1e-9, 2e-9, 1e-7, 1e-3}) {
    const auto got =
        observed(rows({{.t = 1, .amt = 100, .rate = 100 / duration}}, {2}), GetParam());
    // Given over a while it is on average half of that later.
    EXPECT_NEAR(got[0], 100.0 * after_bolus(1), (k * duration + tolerance()) * got[0]) << duration;
  }
}

TEST_P(DosingEdgeCases, InfusionOfAnExactMultipleOfTheIntervalIsFlat) {
  // Three at a time; after the record the earlier ones end at 10 and 20 h, the newest at 30 h.
  const auto got = observed(
      rows({{.amt = 300, .rate = 10, .ii = 10, .ss = 1}}, {0, 10, 20, 30, 40}), GetParam());
  const double one = 10.0 * 1000.0 / 1.1, decay = std::exp(-k * 10);
  double level = 3 * one;
  expect_close(got[0], level);
  for (std::size_t i = 1; i <= 4; ++i) {
    const double in = i == 1 ? 3 * one : i == 2 ? 2 * one : i == 3 ? one : 0.0;
    level = in + (level - in) * decay;
    expect_close(got[i], level);
  }
}

TEST_P(DosingEdgeCases, CovariatePoliciesPutParametersWhereTheySay) {
  // F of a lagged dose that enters at 5, between records at 4 and 8.
  const auto value = [&](CovariatePolicy policy) {
    const std::vector<Row> all{{record({.amt = 100}), {.F = 1.0, .ALAG = 5}},
                               {observation(4), {.F = 0.8, .ALAG = 5}},
                               {observation(8), {.F = 0.4, .ALAG = 5}}};
    return run(all, GetParam(), policy).back() / (100.0 * after_bolus(3));
  };
  EXPECT_NEAR(value(CovariatePolicy::nocb), 0.4, 1e-6);
  EXPECT_NEAR(value(CovariatePolicy::locf), 0.8, 1e-6);
  // A quarter of the way.
  EXPECT_NEAR(value(CovariatePolicy::linear), 0.7, 1e-6);
}

// --- ties
// -----------------------------------------------------------------------------------------

std::vector<TimelineOp::Kind> kinds_at(const Timeline& timeline, double time_h) {
  std::vector<TimelineOp::Kind> kinds;
  double clock = timeline.start_h;
  for (const TimelineOp& op : timeline.ops) {
    if (op.kind == TimelineOp::Kind::advance)
      clock = op.time_h;
    else if (clock == time_h)
      kinds.push_back(op.kind);
  }
  return kinds;
}

TEST(DosingTies, EndsThenEntriesInOrderOfCreationThenTheRecord) {
  using Op = TimelineOp::Kind;
  // At 10 h: the infusion ends, the second row's copy and the third row's copy enter, then a
  // record.
  const CompiledTimeline compiled =
      compile_timeline(*depot_model(),
                       subject(rows({{.amt = 100, .rate = 10},
                                     {.amt = 1, .cmt = 1, .ii = 10, .addl = 1},
                                     {.t = 5, .amt = 2, .ii = 5, .addl = 1}},
                                    {5, 10})),
                       CovariatePolicy::nocb);
  ASSERT_TRUE(compiled.diagnostics.empty()) << format(compiled.diagnostics);
  EXPECT_EQ(kinds_at(compiled.timeline, 10.0),
            (std::vector{Op::rate, Op::add, Op::add, Op::observe}));
  std::vector<double> amounts;
  for (const TimelineOp& op : compiled.timeline.ops)
    if (op.kind == Op::add && op.time_h == 10.0)
      amounts.push_back(op.value);
  EXPECT_EQ(amounts, (std::vector{1.0, 2.0}));
}

TEST(DosingTies, CopyEntersBeforeARecordThatStandsAboveItsDose) {
  // The observation at 12 comes after the copy at 12 although the file never mentions that time
  // twice.
  const auto got = run(rows({{.amt = 100, .ii = 12, .addl = 1}}, {12}), Kind::linear);
  EXPECT_NEAR(got.back(), 100.0 * (after_bolus(12) + after_bolus(0)), 1e-9);
}

Diagnostics warnings_of(const std::vector<Row>& all) {
  const auto result = simulate(scenario(all, Kind::linear));
  EXPECT_TRUE(result);
  return result ? result->warnings : Diagnostics{};
}

TEST(DosingDiagnostics, IntervalWithoutCopiesWarnsAndIsIgnored) {
  const auto warnings = warnings_of(rows({{.amt = 100, .ii = 12}}, {0, 24}));
  ASSERT_EQ(warnings.size(), 1u);
  EXPECT_EQ(warnings[0].severity, Severity::warning);
  EXPECT_EQ(warnings[0].code, "dosing.ii_ignored");
  EXPECT_EQ(warnings[0].message, "row 1, II = 12: ignored, because ADDL and SS are 0");
  const auto with_ii = run(rows({{.amt = 100, .ii = 12}}, {0, 24}), Kind::linear);
  EXPECT_EQ(with_ii, run(rows({{.amt = 100}}, {0, 24}), Kind::linear));
}

TEST(DosingDiagnostics, InfusionTooShortToBeOneWarns) {
  const auto warnings = warnings_of(rows({{.amt = 1, .rate = 1e13}}, {0, 24}));
  ASSERT_EQ(warnings.size(), 1u);
  EXPECT_EQ(warnings[0].code, "dosing.short_infusion");
  EXPECT_EQ(warnings[0].at.line, 1);
}

TEST(DosingDiagnostics, SoundTableHasNoWarning) {
  EXPECT_TRUE(
      warnings_of(rows({{.amt = 100, .rate = 10, .ii = 12, .addl = 2, .ss = 1}}, {0, 24})).empty());
}

// --- audit trail
// ----------------------------------------------------------------------------------

TEST(DosingAudit, SaysWhatEnteredWhenAndWhy) {
  const auto result = simulate(scenario(
      rows({{.amt = 100, .rate = 10, .ii = 24, .addl = 1}}, {0, 40}, {.F = 0.5, .ALAG = 2}),
      Kind::linear));
  ASSERT_TRUE(result);
  const std::vector<AuditEntry>& audit = result->subjects.at(0).audit;
  ASSERT_EQ(audit.size(), 4u);
  EXPECT_EQ(audit[0].event, "infusion starts");
  EXPECT_EQ(audit[0].time_h, 2.0);
  EXPECT_EQ(audit[0].amt_mg, 100.0);
  EXPECT_EQ(audit[0].F, 0.5);
  EXPECT_EQ(audit[0].entered, 50.0);
  EXPECT_EQ(audit[0].rate_mg_per_h, 10.0);
  EXPECT_EQ(audit[0].duration_h, 5.0);
  EXPECT_EQ(audit[0].lag_h, 2.0);
  EXPECT_EQ(audit[0].cause, "row 1");
  EXPECT_EQ(audit[1].event, "infusion ends");
  EXPECT_EQ(audit[1].time_h, 7.0);
  EXPECT_EQ(audit[2].time_h, 26.0);
  EXPECT_EQ(audit[2].copy, 1);
  EXPECT_EQ(audit[2].cause, "row 1, additional dose 1");
  EXPECT_EQ(audit[3].time_h, 31.0);
}

TEST(DosingAudit, SteadyStateTellsWhatItDiscards) {
  const auto result = simulate(scenario(
      rows({{.amt = 100, .rate = 5, .ii = 8, .addl = 5}, {.t = 10, .amt = 50, .ii = 12, .ss = 1}},
           {0, 12}),
      Kind::linear));
  ASSERT_TRUE(result);
  const std::vector<AuditEntry>& audit = result->subjects.at(0).audit;
  // Two infusions running, one series pending.
  EXPECT_EQ(
      std::ranges::count(audit, std::string("3 running or pending discarded"), &AuditEntry::event),
      1);
}

// --- rows beyond the records
// ----------------------------------------------------------------------

Result with_grid(const std::vector<Row>& all, double until, double step,
                 CovariatePolicy policy = CovariatePolicy::nocb) {
  Scenario s = scenario(all, Kind::linear, policy);
  s.sampling.until = {until, "h"};
  s.sampling.step = Measure{step, "h"};
  return simulate(s).value();
}

TEST(DosingGrid, ShowsBothSidesOfADose) {
  const Result result =
      with_grid({{record({.amt = 100, .ii = 4, .addl = 1})}, {observation(8)}}, 8, 2);
  const SubjectResult& s = result.subjects.at(0);
  std::vector<double> pre, post;
  for (std::size_t i = 0; i < s.time_h.size(); ++i)
    if (s.time_h[i] == 4.0)
      (s.side[i] == Side::pre ? pre : post).push_back(s.column(0)[i]);
  ASSERT_EQ(pre.size(), 1u);
  ASSERT_EQ(post.size(), 1u);
  EXPECT_NEAR(post[0] - pre[0], 5.0, 1e-12);
}

TEST(DosingGrid, RunsOnAfterTheLastRecord) {
  const Result result = with_grid({{record({.amt = 100, .ii = 10, .addl = 2})}}, 30, 5);
  const SubjectResult& s = result.subjects.at(0);
  EXPECT_EQ(s.time_h.back(), 30.0);
  EXPECT_NEAR(1000.0 * s.column(0).back(),
              100.0 * (after_bolus(30) + after_bolus(20) + after_bolus(10)), 1e-8);
}

TEST(DosingGrid, KeepsEveryPointWhereParametersChange) {
  for (const CovariatePolicy policy :
       {CovariatePolicy::nocb, CovariatePolicy::locf, CovariatePolicy::linear}) {
    const Result result = with_grid({{record({.amt = 100}), {.R = 1}},
                                     {observation(16), {.R = 2}},
                                     {observation(32), {.R = 3}}},
                                    32, 1, policy);
    const SubjectResult& s = result.subjects.at(0);
    for (int t = 0; t <= 32; ++t) {
      int rows_there = 0;
      for (std::size_t i = 0; i < s.time_h.size(); ++i)
        rows_there += s.time_h[i] == t && s.record[i] < 0;
      EXPECT_GE(rows_there, 1) << t;
    }
  }
}

}  // namespace
}  // namespace ketascope
