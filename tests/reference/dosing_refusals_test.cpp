// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <string>
#include <string_view>

#include "depot_curves.hpp"
#include "ketascope/dosing/refusals.hpp"

namespace ketascope {
namespace {

using namespace schedules;
using Kind = SolverOptions::Kind;

struct Refusal {
  std::string_view name;
  EventRecord event;
  std::string_view code, message;
  Covariates covariates{};
};

EventRecord with(EventRecord event, auto&& change) {
  change(event);
  return event;
}

const std::vector<Refusal>& refusals() {
  static const std::vector<Refusal> all = {
      {"NegativeAmount", record({.t = 1, .amt = -5}), "dosing.amt_negative",
       "row 2, AMT = -5: an amount must not be negative"},
      {"RateBelowMinusTwo", record({.t = 1, .amt = 5, .rate = -3}), "dosing.rate_negative",
       "row 2, RATE = -3: a rate must be positive, 0 (bolus), -1 (modelled rate) or -2 (modelled "
       "duration)"},
      {"InfusionWithoutAmount", record({.t = 1, .rate = 7}), "dosing.infusion_without_amount",
       "row 2, AMT = 0: an infusion without an amount has no end; only SS = 1 may have AMT 0 with "
       "a "
       "RATE"},
      {"AddlWithoutIi", record({.t = 1, .amt = 5, .addl = 3}), "dosing.addl_without_ii",
       "row 2, ADDL = 3: additional doses need II > 0"},
      {"NegativeAddl", record({.t = 1, .amt = 5, .ii = 12, .addl = -1}), "dosing.addl_negative",
       "row 2, ADDL = -1: the number of additional doses must not be negative"},
      {"NegativeIi", record({.t = 1, .amt = 5, .ii = -12}), "dosing.ii_negative",
       "row 2, II = -12: an interval must be positive"},
      {"SteadyStateWithoutIi", record({.t = 1, .amt = 5, .ss = 1}), "dosing.ss_without_ii",
       "row 2, SS = 1: a steady state of repeated doses needs II > 0"},
      {"ConstantWithIi", record({.t = 1, .rate = 5, .ii = 12, .ss = 1}),
       "dosing.ss_constant_with_ii",
       "row 2, II = 12: a constant infusion at steady state (AMT 0) has no interval"},
      {"ConstantWithAddl", record({.t = 1, .rate = 5, .addl = 2, .ss = 1}),
       "dosing.ss_constant_with_addl",
       "row 2, ADDL = 2: a constant infusion at steady state has no additional doses"},
      {"ConstantOfModelledDuration", record({.t = 1, .rate = -2, .ss = 1}),
       "dosing.ss_constant_rate",
       "row 2, RATE = -2: a constant infusion at steady state (AMT 0) needs RATE > 0 or -1"},
      {"UnknownSs", record({.t = 1, .amt = 5, .ii = 12, .ss = 4}), "dosing.ss",
       "row 2, SS = 4: SS must be 0, 1, 2 or 3"},
      {"UnknownEvid", record({.t = 1, .amt = 5, .evid = 7}), "dosing.evid",
       "row 2, EVID = 7: EVID must be 0, 1, 2, 3 or 4"},
      {"RateAndDuration",
       with(record({.t = 1, .amt = 5, .rate = 2}), [](EventRecord& r) { r.dur_h = 3; }),
       "dosing.rate_and_dur", "row 2, DUR = 3: RATE and DUR must not both be given on one record"},
      {"NegativeDuration", with(record({.t = 1, .amt = 5}), [](EventRecord& r) { r.dur_h = -3; }),
       "dosing.dur_negative", "row 2, DUR = -3: a duration must not be negative"},
      {"NegativeCompartment", record({.t = 1, .amt = 5, .cmt = -1}), "dosing.cmt_negative",
       "row 2, CMT = -1: a negative CMT switches a compartment off and goes with EVID 2 only"},
      {"UnknownCompartment", record({.t = 1, .amt = 5, .cmt = 3}), "dosing.cmt_unknown",
       "row 2, CMT = 3: model depot has 2 compartments"},
      {"AmountOnObservation", with(observation(1), [](EventRecord& r) { r.amt_mg = 3; }),
       "dosing.item_without_dose", "row 2, AMT = 3: must be 0 or missing on a record with EVID 0"},
      {"RateOnOther", with(switch_record(1, 1), [](EventRecord& r) { r.rate_mg_per_h = -1; }),
       "dosing.item_without_dose",
       "row 2, RATE = -1: must be 0 or missing on a record with EVID 2"},
      {"SteadyStateOnReset", with(reset_record(1), [](EventRecord& r) { r.ss = 1; }),
       "dosing.item_without_dose", "row 2, SS = 1: must be 0 or missing on a record with EVID 3"},
      {"IiOnObservation", with(observation(1), [](EventRecord& r) { r.ii_h = 12; }),
       "dosing.item_without_dose", "row 2, II = 12: must be 0 or missing on a record with EVID 0"},
      {"AddlOnObservation", with(observation(1), [](EventRecord& r) { r.addl = 2; }),
       "dosing.item_without_dose", "row 2, ADDL = 2: must be 0 or missing on a record with EVID 0"},
      {"UnknownCompartmentToSwitchOff", switch_record(1, -3), "dosing.cmt_unknown",
       "row 2, CMT = -3: model depot has 2 compartments"},
      {"AmountOnReset", with(reset_record(1), [](EventRecord& r) { r.amt_mg = 5; }),
       "dosing.item_without_dose", "row 2, AMT = 5: must be 0 or missing on a record with EVID 3"},
      {"DurationOnObservation", with(observation(1), [](EventRecord& r) { r.dur_h = 2; }),
       "dosing.item_without_dose", "row 2, DUR = 2: must be 0 or missing on a record with EVID 0"},
      {"TooManyCopies", record({.t = 1, .amt = 5, .ii = 12, .addl = 1'000'001}),
       "dosing.addl_too_many",
       "row 2, ADDL = 1000001: at most 1000000 additional doses on one record"},
      {"IntervalWithinOneInstant", record({.t = 1, .amt = 5, .ii = 1e-10, .addl = 2}),
       "dosing.ii_too_short", "row 2, II = 1e-10: times this close are one instant"},
      {"NegativeIiAtSteadyState", record({.t = 1, .amt = 5, .ii = -12, .ss = 1}),
       "dosing.ii_negative", "row 2, II = -12: an interval must be positive"},
      {"TooManyImpliedInfusions", record({.t = 1, .amt = 5, .rate = 1e-6, .ii = 1, .ss = 1}),
       "dosing.ss_too_many",
       "row 2, II = 1: infusions of 5e+06 h would run 10000 or more at a time"},
      {"TimeGoesBack", observation(-1), "dosing.time_decreases",
       "row 2, TIME = -1: time must not decrease within a subject (row 1 is at 0 h)"},
      {"TimeIsNoNumber", observation(std::nan("")), "dosing.not_finite",
       "row 2, TIME = nan: must be a finite number"},
      {"NegativeBioavailability",
       record({.t = 1, .amt = 5}),
       "dosing.bioavailability",
       "row 2, F = -0.5: bioavailability must not be negative",
       {.F = -0.5}},
      {"NegativeLag",
       record({.t = 1, .amt = 5}),
       "dosing.lag",
       "row 2, ALAG = -2: a lag time must not be negative",
       {.ALAG = -2}},
      {"ModelledDurationZero",
       record({.t = 1, .amt = 5, .rate = -2}),
       "dosing.modelled_duration",
       "row 2, D = 0: a modelled duration must be positive (RATE = -2 into central)",
       {.D = 0}},
      {"ModelledDurationWithoutModel", record({.t = 1, .amt = 5, .cmt = 1, .rate = -2}),
       "dosing.modelled_duration",
       "row 2, D = 0: a modelled duration must be positive (RATE = -2 into depot)"},
      {"ModelledRateZero",
       record({.t = 1, .amt = 5, .rate = -1}),
       "dosing.modelled_rate",
       "row 2, R = 0: a modelled rate must be positive",
       {.R = 0}},
      {"ModelledRateOfAConstantInfusion",
       record({.t = 1, .rate = -1, .ss = 1}),
       "dosing.modelled_rate",
       "row 2, R = -3: a modelled rate must be positive",
       {.R = -3}},
      {"E12LagNotBelowTheInterval",
       record({.t = 1, .amt = 5, .ii = 12, .ss = 1}),
       "dosing.ss_lag",
       "row 2, ALAG = 12: at steady state the lag must be shorter than II (12 h)",
       {.ALAG = 12}},
      {"E12LagNotBelowTheIntervalAdded",
       record({.t = 1, .amt = 5, .rate = 5, .ii = 8, .ss = 2}),
       "dosing.ss_lag",
       "row 2, ALAG = 9: at steady state the lag must be shorter than II (8 h)",
       {.ALAG = 9}},
  };
  return all;
}

class DosingRefusals : public testing::TestWithParam<Refusal> {};

TEST_P(DosingRefusals, NamesRowItemValueAndRule) {
  const Refusal& wanted = GetParam();
  const auto result = simulate(scenario(
      {{observation(0)}, {wanted.event, wanted.covariates}, {observation(30), wanted.covariates}},
      Kind::linear));
  ASSERT_FALSE(result);
  ASSERT_EQ(result.error().size(), 1u) << format(result.error());
  const Diagnostic& problem = result.error().front();
  EXPECT_EQ(problem.severity, Severity::error);
  EXPECT_EQ(problem.code, wanted.code);
  EXPECT_EQ(problem.message, wanted.message);
  EXPECT_EQ(problem.at.line, 2);
}

INSTANTIATE_TEST_SUITE_P(All, DosingRefusals, testing::ValuesIn(refusals()),
                         [](const auto& param_info) { return std::string(param_info.param.name); });

using Listed = std::vector<std::pair<std::string, std::string>>;

Listed listed(const Diagnostics& problems) {
  Listed all;
  for (const Diagnostic& d : problems)
    all.emplace_back(d.code, d.message);
  return all;
}

Listed refused(const std::vector<Row>& all) {
  const auto result = simulate(scenario(all, Kind::linear));
  return result ? Listed{{"no refusal", ""}} : listed(result.error());
}

TEST(DosingRefusalList, AllRulesComeInOneRunInTheOrderOfTheRows) {
  std::vector<Row> all{{observation(0)}};
  Listed wanted;
  for (const Refusal& r : refusals()) {
    // A TIME that is no number leaves nothing to follow; one that goes back has its own test.
    if (r.code == "dosing.not_finite" || r.code == "dosing.time_decreases")
      continue;
    all.push_back({r.event, r.covariates});
    std::string message(r.message);
    message.replace(0, message.find(','), "row " + std::to_string(all.size()));
    wanted.emplace_back(r.code, message);
  }
  EXPECT_EQ(refused(all), wanted);
  EXPECT_GT(wanted.size(), 35u);
}

TEST(DosingRefusalList, ARecordNamesAllItsFaults) {
  const Covariates wrong{.F = -1, .ALAG = -2, .D = -3, .R = -4};
  EXPECT_EQ(
      refused({{record({.amt = 5, .addl = 2}), wrong},
               {record({.amt = 5, .rate = -1}), wrong},
               {record({.t = 1, .amt = 5, .cmt = 1, .rate = -2, .ii = -6, .ss = 9}), wrong},
               {record({.t = 1, .amt = 5, .rate = -2, .ss = 1}), wrong},
               {record({.t = 1, .rate = -1, .addl = 3, .ss = 1}), wrong},
               {record({.t = 1, .amt = -5, .rate = -3}), wrong},
               {observation(3), wrong}}),
      (Listed{
          {"dosing.addl_without_ii", "row 1, ADDL = 2: additional doses need II > 0"},
          {"dosing.lag", "row 1, ALAG = -2: a lag time must not be negative"},
          {"dosing.bioavailability", "row 1, F = -1: bioavailability must not be negative"},
          {"dosing.lag", "row 2, ALAG = -2: a lag time must not be negative"},
          {"dosing.bioavailability", "row 2, F = -1: bioavailability must not be negative"},
          {"dosing.modelled_rate", "row 2, R = -4: a modelled rate must be positive"},
          {"dosing.ss", "row 3, SS = 9: SS must be 0, 1, 2 or 3"},
          {"dosing.ii_negative", "row 3, II = -6: an interval must be positive"},
          {"dosing.modelled_duration",
           "row 3, D = 0: a modelled duration must be positive (RATE = -2 into depot)"},
          {"dosing.ss_without_ii", "row 4, SS = 1: a steady state of repeated doses needs II > 0"},
          {"dosing.lag", "row 4, ALAG = -2: a lag time must not be negative"},
          {"dosing.bioavailability", "row 4, F = -1: bioavailability must not be negative"},
          {"dosing.modelled_duration",
           "row 4, D = -3: a modelled duration must be positive (RATE = -2 into central)"},
          {"dosing.ss_constant_with_addl",
           "row 5, ADDL = 3: a constant infusion at steady state has no additional doses"},
          {"dosing.modelled_rate", "row 5, R = -4: a modelled rate must be positive"},
          {"dosing.amt_negative", "row 6, AMT = -5: an amount must not be negative"},
          {"dosing.rate_negative",
           "row 6, RATE = -3: a rate must be positive, 0 (bolus), -1 (modelled rate) or -2 "
           "(modelled duration)"},
      }));
}

TEST(DosingRefusalList, FaultsOfCopiesAreNamedBesideFaultyRecords) {
  // The copies of row 1 enter under the F of row 4; the lag of row 3 is wrong as well.
  EXPECT_EQ(refused({{record({.amt = 100, .ii = 12, .addl = 3})},
                     {record({.t = 1, .amt = 5, .rate = -7})},
                     {record({.t = 2, .amt = 5}), {.ALAG = -1}},
                     {observation(30), {.F = -0.5}}}),
            (Listed{
                {"dosing.bioavailability", "row 1, F = -0.5: bioavailability must not be negative"},
                {"dosing.rate_negative",
                 "row 2, RATE = -7: a rate must be positive, 0 (bolus), -1 (modelled rate) or -2 "
                 "(modelled duration)"},
                {"dosing.lag", "row 3, ALAG = -1: a lag time must not be negative"},
            }));
}

TEST(DosingRefusalList, NothingIsNamedThatTheMendedTableWouldNotShow) {
  // Mended, each of these second rows ends the copies before they meet the negative F.
  for (const EventRecord& second :
       {record({.t = 1, .amt = 5, .ii = 6, .addl = -1, .ss = 1}),
        record({.t = 1, .amt = -5, .evid = 4}),
        with(reset_record(1), [](EventRecord& r) { r.amt_mg = 5; }),
        with(switch_record(1, -2), [](EventRecord& r) { r.amt_mg = 5; }),
        record({.t = 1, .amt = 5, .evid = 7}), record({.t = 1, .amt = 5, .ss = 7})}) {
    const Listed found = refused(
        {{record({.amt = 100, .ii = 12, .addl = 3})}, {second}, {observation(30), {.F = -0.5}}});
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].second.substr(0, 5), "row 2") << found[0].second;
  }
}

TEST(DosingRefusalList, TimeThatGoesBackDoesNotHideWhatFollows) {
  EXPECT_EQ(
      refused({{record({.t = 5, .amt = 100})},
               {observation(3)},
               {observation(4)},
               {record({.t = 6, .amt = 100}), {.F = -1}}}),
      (Listed{{"dosing.time_decreases",
               "row 2, TIME = 3: time must not decrease within a subject (row 1 is at 5 h)"},
              {"dosing.bioavailability", "row 4, F = -1: bioavailability must not be negative"}}));
}

TEST(DosingRefusalList, AFaultThatSeriesRepeatIsNamedOnce) {
  EXPECT_EQ(
      refused(
          {{record({.amt = 100, .ii = 1, .addl = 500}), {.F = -1}}, {observation(600), {.F = -1}}}),
      (Listed{{"dosing.bioavailability", "row 1, F = -1: bioavailability must not be negative"}}));
}

TEST(DosingRefusalList, CopiesOfAnInfusionThatOutlastsItsIntervalHaveALimit) {
  EXPECT_EQ(refused({{record({.amt = 1e6, .rate = 1, .ii = 0.01, .addl = 1'000'000})},
                     {observation(101)},
                     {observation(9e3)}}),
            (Listed{{"dosing.too_many_infusions",
                     "row 1, AMT = 1e+06: more than 10000 infusions would run at a time"}}));
}

TEST(DosingRefusalList, ItemsThatAreNotKnownBreakNoRule) {
  const auto found = [](const EventRecord& second, ItemSet unread, bool covariates = false) {
    const std::vector<Row> all{{observation(5)}, {second, {.F = -1}}, {observation(6), {.F = -1}}};
    return listed(find_refusals(*depot_model(), subject(all), CovariatePolicy::nocb, "",
                                {{0, unread, 0}, covariates}));
  };
  namespace item = record_item;
  const EventRecord dose = record({.t = 5, .amt = 5, .addl = 2});
  const std::pair<std::string, std::string> addl{"dosing.addl_without_ii",
                                                 "row 2, ADDL = 2: additional doses need II > 0"},
      F{"dosing.bioavailability", "row 2, F = -1: bioavailability must not be negative"};
  EXPECT_EQ(found(dose, 0), (Listed{addl, F}));
  EXPECT_EQ(found(dose, item::ii), (Listed{F}));
  EXPECT_EQ(found(dose, item::amt), (Listed{addl}));
  EXPECT_EQ(found(dose, item::time), (Listed{addl}));
  EXPECT_EQ(found(dose, item::evid), Listed{});
  EXPECT_EQ(found(dose, item::cmt), (Listed{addl}));
  EXPECT_EQ(found(dose, item::addl | item::rate), (Listed{F}));
  EXPECT_EQ(found(dose, 0, true), (Listed{addl}));
  // TIME 3 after 5 is wrong unless EVID might say otherwise.
  EXPECT_EQ(found(observation(3), item::evid), Listed{});
  EXPECT_EQ(found(observation(3), item::amt).size(), 1u);
}

TEST(DosingRefusalList, TimeIsComparedWithTheLastThatIsKnown) {
  const std::vector<Row> back{{observation(5)}, {observation(0)}, {observation(4)}};
  const auto with_reset = [&](int evid, ItemSet unread) {
    std::vector<Row> all = back;
    all[1].event.evid = evid;
    return listed(find_refusals(*depot_model(), subject(all), CovariatePolicy::nocb, "",
                                {{0, unread, 0}, false}));
  };
  namespace item = record_item;
  EXPECT_EQ(
      with_reset(0, item::time),
      (Listed{{"dosing.time_decreases",
               "row 3, TIME = 4: time must not decrease within a subject (row 1 is at 5 h)"}}));
  EXPECT_EQ(with_reset(3, item::time), Listed{});
  EXPECT_EQ(with_reset(0, item::time | item::evid), Listed{});
}

TEST(DosingRefusalList, EveryHintSaysWhatToDo) {
  const auto result =
      simulate(scenario({{record({.amt = 5, .ii = 12, .addl = -1})},
                         {record({.t = 1, .amt = 5, .ii = 6, .ss = 1}), {.ALAG = 7}},
                         {observation(0.5)}},
                        Kind::linear));
  ASSERT_FALSE(result);
  ASSERT_EQ(result.error().size(), 3u);
  EXPECT_EQ(result.error()[0].hint,
            "for a steady state reached by repeated doses use SS = 1 with II");
  EXPECT_EQ(result.error()[1].hint, "shorten the lag, or write the doses out with ADDL");
  EXPECT_EQ(result.error()[2].hint,
            "only EVID 3 and 4 may move the clock back; sort the rows or use EVID 4");
}

}  // namespace
}  // namespace ketascope
