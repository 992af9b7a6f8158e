// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/sim/simulate.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <stop_token>
#include <vector>

#include "core/model_specs.hpp"

namespace ketascope {
namespace {

using namespace test;

EventRecord dose(double t, double amt) {
  EventRecord r;
  r.time_h = t;
  r.evid = 1;
  r.cmt = 1;
  r.amt_mg = amt;
  return r;
}

EventRecord look(double t) {
  EventRecord r;
  r.time_h = t;
  return r;
}

Scenario with_table(const ModelPtr& model, EventTable table,
                    SolverOptions::Kind kind = SolverOptions::Kind::automatic) {
  Scenario s;
  s.model = model;
  s.regimen = std::move(table);
  s.solver.kind = kind;
  return s;
}

DoseSpec iv(double amount_mg) {
  DoseSpec typed;
  typed.route = "iv";
  typed.amount = {amount_mg, "mg"};
  return typed;
}

/// Subjects of different weight with infusions of different length.
EventTable subjects(int count) {
  EventTable table;
  for (int i = 0; i < count; ++i) {
    SubjectRecords s;
    s.id = std::to_string(i + 1);
    s.covariates = {50.0 + i};
    EventRecord infusion = dose(0, 100 + 7 * i);
    infusion.rate_mg_per_h = 20 + i;
    infusion.ii_h = 8;
    infusion.addl = 3;
    s.records = {infusion, look(1), look(7), look(30)};
    table.push_back(s);
  }
  return table;
}

void expect_same_bits(const Result& a, const Result& b) {
  ASSERT_EQ(a.subjects.size(), b.subjects.size());
  EXPECT_EQ(a.solver, b.solver);
  for (std::size_t i = 0; i < a.subjects.size(); ++i) {
    EXPECT_EQ(a.subjects[i].id, b.subjects[i].id);
    EXPECT_EQ(a.subjects[i].values, b.subjects[i].values);
    EXPECT_EQ(a.subjects[i].final_state, b.subjects[i].final_state);
  }
}

TEST(RunControl, NumberOfThreadsChangesNoBit) {
  const ModelPtr model = built(three_compartments());
  for (const auto kind : {SolverOptions::Kind::linear, SolverOptions::Kind::ode}) {
    const Scenario s = with_table(model, subjects(40), kind);
    RunControl control;
    control.threads = 1;
    const Result alone = simulate(s, control).value();
    for (const int threads : {2, 4, 0}) {
      control.threads = threads;
      expect_same_bits(simulate(s, control).value(), alone);
    }
  }
}

TEST(RunControl, ProgressReachesOneAndIsCalledOncePerSubject) {
  std::atomic<int> calls{0};
  std::atomic<bool> whole{false};
  RunControl control;
  control.threads = 4;
  control.progress = [&](double fraction) {
    ++calls;
    if (fraction < 0.0 || fraction > 1.0)
      calls = -1000;
    if (fraction == 1.0)
      whole = true;
  };
  ASSERT_TRUE(simulate(with_table(built(three_compartments()), subjects(25)), control));
  EXPECT_EQ(calls, 25);
  EXPECT_TRUE(whole);
}

TEST(RunControl, StoppedRunSaysSoForEverySubjectNotDone) {
  std::stop_source source;
  std::atomic<int> done{0};
  RunControl control;
  control.threads = 2;
  control.stop = source.get_token();
  control.progress = [&](double) {
    if (++done == 5)
      source.request_stop();
  };
  const Result result =
      simulate(with_table(built(three_compartments()), subjects(200)), control).value();
  const auto cancelled =
      std::ranges::count(result.subjects, Status::cancelled, &SubjectResult::status);
  EXPECT_GE(cancelled, 100);
  for (const SubjectResult& s : result.subjects)
    EXPECT_TRUE(s.status == Status::cancelled || s.status == Status::completed);
}

TEST(RunControl, StoppedBeforeTheStartRunsNothing) {
  std::stop_source source;
  source.request_stop();
  RunControl control;
  control.stop = source.get_token();
  const Result result =
      simulate(with_table(built(one_compartment()), {subjects(1)[0]}), control).value();
  EXPECT_EQ(result.subjects.at(0).status, Status::cancelled);
}

TEST(Simulate, TableGivesOneRowPerRecord) {
  SubjectRecords s;
  s.records = {look(0), dose(0, 100), look(2), look(4)};
  const Result result = simulate(with_table(built(one_compartment()), {s})).value();
  const SubjectResult& r = result.subjects.at(0);
  EXPECT_EQ(r.record, (std::vector<int>{0, 1, 2, 3}));
  EXPECT_EQ(r.time_h, (std::vector<double>{0, 0, 2, 4}));
  EXPECT_EQ(r.column(0)[0], 0.0);
  EXPECT_NEAR(r.column(0)[1], 10.0, 1e-12);
  EXPECT_NEAR(r.column(0)[2], 10.0 * std::exp(-1.0), 1e-12);
  EXPECT_EQ(r.input, 100.0);
}

TEST(Simulate, ScheduleShowsBothSidesOfADose) {
  Scenario s;
  s.model = built(one_compartment());
  DoseSpec second = iv(50);
  second.start = {3, "h"};
  s.regimen = Schedule{iv(100), second};
  s.sampling.until = {6, "h"};
  const SubjectResult r = simulate(s).value().subjects.at(0);
  double pre = -1, post = -1;
  for (std::size_t i = 0; i < r.time_h.size(); ++i) {
    if (r.time_h[i] != 3.0)
      continue;
    if (r.side[i] == Side::pre)
      pre = r.column(0)[i];
    if (r.side[i] == Side::post)
      post = r.column(0)[i];
  }
  EXPECT_NEAR(pre, 10.0 * std::exp(-1.5), 1e-12);
  EXPECT_NEAR(post - pre, 5.0, 1e-12);
  EXPECT_EQ(r.time_h.front(), 0.0);
  EXPECT_EQ(r.time_h.back(), 6.0);
  EXPECT_TRUE(std::ranges::is_sorted(r.time_h));
}

TEST(Simulate, StepGivesARegularGrid) {
  Scenario s;
  s.model = built(one_compartment());
  s.regimen = Schedule{iv(100)};
  s.sampling.until = {1, "h"};
  s.sampling.step = Measure{6, "min"};
  const SubjectResult r = simulate(s).value().subjects.at(0);
  ASSERT_EQ(r.time_h.size(), 12u);  // 0 twice
  for (std::size_t i = 1; i < r.time_h.size(); ++i)
    EXPECT_NEAR(r.time_h[i], 0.1 * static_cast<double>(i - 1), 1e-12);
}

TEST(Simulate, TimesAskedForAreAllThere) {
  SubjectRecords s;
  s.records = {dose(0, 100), dose(4, 100), look(5)};
  Scenario scenario = with_table(built(one_compartment()), {s});
  scenario.sampling.times_h = {0, 1, 4, 4.5, 9};
  const SubjectResult r = simulate(scenario).value().subjects.at(0);
  for (const double t : scenario.sampling.times_h) {
    int there = 0;
    for (std::size_t i = 0; i < r.time_h.size(); ++i)
      there += r.time_h[i] == t && r.record[i] < 0;
    EXPECT_GE(there, 1) << t;
  }
}

TEST(Simulate, LinearSolverRefusesAModelThatIsNotLinear) {
  SubjectRecords s;
  s.records = {dose(0, 100), look(5)};
  const auto result =
      simulate(with_table(built(michaelis_menten()), {s}, SolverOptions::Kind::linear));
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().at(0).code, "scenario.solver");
}

TEST(Simulate, StepMustBePositiveAndNotTooFine) {
  Scenario s;
  s.model = built(one_compartment());
  s.regimen = Schedule{};
  for (const Measure& step :
       {Measure{0, "h"}, Measure{-1, "h"}, Measure{1, "mg"}, Measure{1e-9, "h"}}) {
    s.sampling.step = step;
    const auto result = simulate(s);
    ASSERT_FALSE(result) << to_text(step);
    EXPECT_EQ(result.error().at(0).code, "scenario.step");
  }
}

TEST(Simulate, CovariatesOnAStraightLineAreFollowed) {
  // CL follows weight without an exponent here, so that the exponent of the decay is a plain
  // integral.
  ModelSpec spec = one_compartment();
  spec.covariates = {covariate("WT", 70.0, "kg")};
  spec.flows = {flow("central", "", "CL / V1 * (WT / 70[kg])")};
  SubjectRecords s;
  s.records = {dose(0, 100), look(8)};
  s.covariates = {70.0, 140.0};
  Scenario scenario = with_table(built(spec), {s});
  const auto last = [&](CovariatePolicy policy) {
    scenario.covariates = policy;
    return simulate(scenario).value().subjects.at(0).column(0)[1];
  };
  EXPECT_NEAR(last(CovariatePolicy::nocb), 10.0 * std::exp(-0.5 * 2.0 * 8), 1e-12);
  EXPECT_NEAR(last(CovariatePolicy::locf), 10.0 * std::exp(-0.5 * 1.0 * 8), 1e-12);
  EXPECT_NEAR(last(CovariatePolicy::linear), 10.0 * std::exp(-0.5 * 1.5 * 8), 1e-12);
}

TEST(Simulate, SteadyStateLeavesAccumulatorsOut) {
  ModelSpec spec = one_compartment();
  spec.compartments.push_back(compartment("urine"));
  spec.flows = {flow("central", "urine", "CL / V1")};
  SubjectRecords s;
  EventRecord first = dose(0, 100);
  first.ii_h = 6;
  first.ss = 1;
  s.records = {first, look(6)};
  for (const auto kind : {SolverOptions::Kind::linear, SolverOptions::Kind::ode}) {
    const SubjectResult r = simulate(with_table(built(spec), {s}, kind)).value().subjects.at(0);
    ASSERT_EQ(r.status, Status::completed);
    const double peak = 100.0 / -std::expm1(-3.0);
    EXPECT_NEAR(r.final_state[0], peak * std::exp(-3.0), 1e-6 * peak);
    EXPECT_NEAR(r.final_state[1], peak - r.final_state[0], 1e-6 * peak);
  }
}

TEST(Simulate, DrugThatNeverLeavesHasNoSteadyState) {
  ModelSpec spec = one_compartment();
  spec.parameters.push_back(parameter("Q", 3.0, "L/h"));
  spec.compartments.push_back(compartment("tissue"));
  spec.flows = {flow("central", "tissue", "Q / V1"), flow("tissue", "central", "CL / V1")};
  SubjectRecords s;
  EventRecord first = dose(0, 100);
  first.ii_h = 6;
  first.ss = 1;
  s.records = {first, look(6)};
  EventRecord constant = dose(0, 0);
  constant.rate_mg_per_h = 10;
  constant.ss = 1;
  SubjectRecords c;
  c.records = {constant, look(6)};
  for (const auto kind : {SolverOptions::Kind::linear, SolverOptions::Kind::ode}) {
    const Result result = simulate(with_table(built(spec), {s, c}, kind)).value();
    EXPECT_EQ(result.subjects[0].status, Status::no_steady_state);
    EXPECT_EQ(result.subjects[1].status, Status::no_steady_state);
  }
}

TEST(Simulate, ClosedPartThatNoDrugReachesDoesNotPreventASteadyState) {
  ModelSpec spec = one_compartment();
  spec.parameters.push_back(parameter("Q", 3.0, "L/h"));
  spec.compartments.push_back(compartment("a"));
  spec.compartments.push_back(compartment("b"));
  spec.flows.push_back(flow("a", "b", "Q / V1"));
  spec.flows.push_back(flow("b", "a", "CL / V1"));
  SubjectRecords s;
  EventRecord first = dose(0, 100);
  first.ii_h = 6;
  first.ss = 1;
  s.records = {first, look(0)};
  for (const auto kind : {SolverOptions::Kind::linear, SolverOptions::Kind::ode}) {
    const SubjectResult r = simulate(with_table(built(spec), {s}, kind)).value().subjects.at(0);
    ASSERT_EQ(r.status, Status::completed);
    EXPECT_NEAR(r.final_state[0], 100.0 / -std::expm1(-3.0), 1e-5);
    EXPECT_EQ(r.final_state[1], 0.0);
  }
}

TEST(Simulate, EndogenousSteadyStateIsProductionOverLoss) {
  ModelSpec spec = one_compartment();
  spec.parameters.push_back(parameter("kin", 3.0, "1/h"));
  spec.parameters.push_back(parameter("kout", 0.5, "1/h"));
  spec.compartments.push_back(test::state("R", "1", "kin - kout * R"));
  EventRecord endogenous = dose(0, 0);
  endogenous.ss = 1;
  SubjectRecords s;
  s.records = {endogenous, look(10)};
  for (const auto kind : {SolverOptions::Kind::linear, SolverOptions::Kind::ode}) {
    const SubjectResult r = simulate(with_table(built(spec), {s}, kind)).value().subjects.at(0);
    ASSERT_EQ(r.status, Status::completed);
    EXPECT_NEAR(r.final_state[1], 6.0, 1e-7);
  }
}

TEST(Simulate, ResetBringsBackTheInitialValueOfItsOwnCovariates) {
  ModelSpec spec = one_compartment();
  spec.covariates = {covariate("BASE", 1.0, "1")};
  CompartmentSpec baseline = test::state("R", "1", "0[1/h] * R");
  baseline.initial = text("BASE");
  spec.compartments.push_back(baseline);
  EventRecord reset = look(4);
  reset.evid = 3;
  SubjectRecords s;
  s.records = {look(0), look(2), reset, look(6)};
  s.covariates = {5, 5, 9, 9};
  const SubjectResult r = simulate(with_table(built(spec), {s})).value().subjects.at(0);
  EXPECT_EQ(r.final_state[1], 9.0);
}

}  // namespace
}  // namespace ketascope
