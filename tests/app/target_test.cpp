// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/target.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "app/test_models.hpp"

namespace ketascope {
namespace {

using Quantity = TargetQuestion::Quantity;
using Vary = TargetQuestion::Vary;
using testing::codes;
using testing::holds;
using testing::model_of;
using testing::Names;
using testing::one_compartment;

constexpr double k = 0.2, CL = 10.0, V = 50.0;  // of one_compartment()

DoseSpec push(Measure amount) {
  DoseSpec dose;
  dose.route = "iv";
  dose.amount = std::move(amount);
  return dose;
}

Scenario with(const Schedule& doses) {
  Scenario scenario;
  static const ModelPtr model = model_of(one_compartment());
  scenario.model = model;
  scenario.regimen = doses;
  return scenario;
}

/// What amount between 1 and 1000 mg of the first dose is needed.
TargetQuestion question(Quantity quantity, Measure target, Measure from, Measure to = {24, "h"}) {
  TargetQuestion asked;
  asked.output = "ketamine";
  asked.quantity = quantity;
  asked.target = std::move(target);
  asked.from = std::move(from);
  asked.to = std::move(to);
  asked.low = {1, "mg"};
  asked.high = {1000, "mg"};
  return asked;
}

TEST(FindDose, ReachesAConcentrationAtATime) {
  const auto found =
      find_dose(with({push({5, "mg"})}), question(Quantity::value_at, {1000, "ng/mL"}, {4, "h"}));
  ASSERT_TRUE(found) << format(found.error());
  EXPECT_NEAR(found->value.value, V * std::exp(4 * k), 1e-3);
  EXPECT_EQ(found->dose.amount, found->value);
  EXPECT_NEAR(found->reached.value, 1000, 0.01);
  EXPECT_EQ(found->reached.unit, "ng/mL");
  EXPECT_FALSE(found->ambiguous);
}

TEST(FindDose, CountsTheOtherDosesIn) {
  DoseSpec later = push({100, "mg"});
  later.start = {2, "h"};
  const auto found = find_dose(with({push({5, "mg"}), later}),
                               question(Quantity::value_at, {3, "mg/L"}, {4, "h"}));
  ASSERT_TRUE(found) << format(found.error());
  EXPECT_NEAR(found->value.value, (3 - 2 * std::exp(-2 * k)) * V * std::exp(4 * k), 1e-2);
}

TEST(FindDose, ReachesAPeakAndTakesAmountsPerWeight) {
  TargetQuestion asked = question(Quantity::peak, {0.5, "mg/L"}, {0, "h"});
  asked.low = {0.01, "mg/kg"};
  asked.high = {10, "mg/kg"};
  const auto found = find_dose(with({push({1, "mg/kg"})}), asked);
  ASSERT_TRUE(found) << format(found.error());
  EXPECT_NEAR(found->value.value, 0.5 * V / 70, 1e-5);
  EXPECT_EQ(found->value.unit, "mg/kg");
}

TEST(FindDose, ReachesAnAverageAtSteadyState) {
  DoseSpec dose = push({5, "mg"});
  dose.steady_state = true;
  dose.interval = Measure{8, "h"};
  const auto found =
      find_dose(with({dose}), question(Quantity::average, {0.5, "mg/L"}, {0, "h"}, {8, "h"}));
  ASSERT_TRUE(found) << format(found.error());
  EXPECT_NEAR(found->value.value, 0.5 * CL * 8, 1e-2) << "clearance times average times interval";
}

TEST(FindDose, FindsTheIntervalThatKeepsATrough) {
  DoseSpec dose = push({100, "mg"});
  dose.steady_state = true;
  dose.interval = Measure{8, "h"};
  TargetQuestion asked = question(Quantity::value_at, {0.4, "mg/L"}, {0, "h"});
  asked.vary = Vary::interval;
  asked.low = {1, "h"};
  asked.high = {24, "h"};
  // Just before the next dose: C0 / (exp(k tau) - 1); at time 0 the dose has entered.
  const auto found = find_dose(with({dose}), asked);
  ASSERT_FALSE(found) << "after the dose it is never below " << 100 / V;
  EXPECT_EQ(codes(found.error()), Names{"target.out_of_reach"});
  asked.target = {2.4, "mg/L"};
  const auto above = find_dose(with({dose}), asked);
  ASSERT_TRUE(above) << format(above.error());
  EXPECT_NEAR(above->value.value, -std::log(1 - 2.0 / 2.4) / k, 1e-4);
  EXPECT_EQ(above->dose.interval, above->value);
}

TEST(FindDose, LooksAtTheLastIntervalWhateverItsLength) {
  DoseSpec dose = push({100, "mg"});
  dose.steady_state = true;
  dose.interval = Measure{8, "h"};
  dose.repeats = 2;
  TargetQuestion asked = question(Quantity::trough, {0.4, "mg/L"}, {0, "h"});
  asked.last_interval = true;
  asked.vary = Vary::interval;
  asked.low = {1, "h"};
  asked.high = {24, "h"};
  const auto found = find_dose(with({dose}), asked);
  ASSERT_TRUE(found) << format(found.error());
  // C0 / (exp(k tau) - 1) just before the dose that would follow.
  EXPECT_NEAR(found->value.value, std::log(2.0 / 0.4 + 1) / k, 1e-3);
}

TEST(FindDose, VariesARateAndKeepsTheLengthOfTheInfusion) {
  DoseSpec dose = push({100, "mg"});
  dose.rate = Measure{10, "mg/h"};
  TargetQuestion asked = question(Quantity::value_at, {1.5, "mg/L"}, {10, "h"});
  asked.vary = Vary::rate;
  asked.low = {1, "mg/h"};
  asked.high = {100, "mg/h"};
  const auto found = find_dose(with({dose}), asked);
  ASSERT_TRUE(found) << format(found.error());
  EXPECT_NEAR(found->value.value, 1.5 * CL / (1 - std::exp(-10 * k)), 1e-4);
  EXPECT_NEAR(found->dose.amount.value / found->dose.rate->value, 10.0, 1e-12);
}

TEST(FindDose, FindsTheLowestOfSeveralAnswersAndSaysSo) {
  // Within 1 to 2 mg/L: longer with more, until all of the course is spent above.
  TargetQuestion asked = question(Quantity::time_in_range, {1, "h"}, {0, "h"}, {6, "h"});
  asked.range_low = Measure{1, "mg/L"};
  asked.range_high = Measure{2, "mg/L"};
  const auto found = find_dose(with({push({5, "mg"})}), asked);
  ASSERT_TRUE(found) << format(found.error());
  EXPECT_NEAR(found->value.value, V * std::exp(k), 0.05);
  EXPECT_TRUE(found->ambiguous);
}

TEST(FindDose, SaysWhatIsInReachWhereTheTargetIsNot) {
  const auto found =
      find_dose(with({push({5, "mg"})}), question(Quantity::peak, {50, "mg/L"}, {0, "h"}));
  ASSERT_FALSE(found);
  EXPECT_EQ(codes(found.error()), Names{"target.out_of_reach"});
  EXPECT_TRUE(holds(found.error().front().message, "from 0.02 mg/L to 20 mg/L"));
}

TEST(FindDose, RefusesQuestionsThatMakeNoSense) {
  const Scenario scenario = with({push({5, "mg"})});
  const TargetQuestion sound = question(Quantity::average, {1, "mg/L"}, {0, "h"});
  const auto problem = [&](auto change) {
    TargetQuestion asked = sound;
    change(asked);
    const auto found = find_dose(scenario, asked);
    return found ? std::string("none") : found.error().front().code;
  };
  EXPECT_EQ(problem([](TargetQuestion& q) { q.output = "tea"; }), "target.output");
  EXPECT_EQ(problem([](TargetQuestion& q) { q.target.unit = "h"; }), "target.unit");
  EXPECT_EQ(problem([](TargetQuestion& q) { q.target.value = 0; }), "target.unit");
  EXPECT_EQ(problem([](TargetQuestion& q) { q.low.value = 0; }), "target.bounds");
  EXPECT_EQ(problem([](TargetQuestion& q) { q.high.value = 0.5; }), "target.bounds");
  EXPECT_EQ(problem([](TargetQuestion& q) { q.to = {0, "h"}; }), "target.window");
  EXPECT_EQ(problem([](TargetQuestion& q) { q.dose = 3; }), "target.dose");
  EXPECT_EQ(problem([](TargetQuestion& q) { q.vary = Vary::interval; }), "target.dose");
  EXPECT_EQ(problem([](TargetQuestion& q) {
              q.quantity = Quantity::time_in_range;
              q.target = {1, "h"};
            }),
            "target.window");
  EXPECT_EQ(problem([](TargetQuestion& q) { q.low.unit = q.high.unit = "h"; }), "scenario.unit");
}

TEST(FindDose, SaysHowFarItIsAndEndsWhenItIsToldTo) {
  const TargetQuestion asked = question(Quantity::peak, {1, "mg/L"}, {0, "h"});
  double last = 0.0;
  RunControl control;
  control.progress = [&](double fraction) {
    EXPECT_GE(fraction, last);
    EXPECT_LE(fraction, 1.0);
    last = fraction;
  };
  EXPECT_TRUE(find_dose(with({push({5, "mg"})}), asked, control));
  EXPECT_GT(last, 0.5);

  std::stop_source stop;
  control.stop = stop.get_token();
  control.progress = [&](double) { stop.request_stop(); };
  const auto found = find_dose(with({push({5, "mg"})}), asked, control);
  ASSERT_FALSE(found);
  EXPECT_EQ(codes(found.error()), Names{"target.cancelled"});
}

}  // namespace
}  // namespace ketascope
