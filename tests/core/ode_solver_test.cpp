// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "core/model_specs.hpp"
#include "ketascope/sim/simulate.hpp"
#include "sim/solver.hpp"

namespace ketascope {
namespace {

using namespace test;
using Stepper = SolverOptions::Stepper;

struct Point {
  double time_h;
  std::vector<double> state;
};

/// A model under its typical values, from `start`, with the rows asked for.
struct Course {
  Status status = Status::completed;
  std::vector<Point> shown;
  std::vector<double> end;
};

struct Problem {
  ModelPtr model;
  std::vector<double> start, input;
  SolverOptions options{};
  std::stop_token stop{};
};

Course integrate(const Problem& problem, double until_h, const std::vector<double>& times,
                 const std::function<void()>& at_each = {}) {
  const std::vector<double> individual = typical(*problem.model);
  const auto solver = make_ode_solver(*problem.model, problem.options, 100.0, until_h);
  solver->use_set(individual);
  solver->state = problem.start;
  if (!problem.input.empty())
    solver->input = problem.input;
  solver->stop = problem.stop;
  Course run;
  run.status = solver->advance(0.0, until_h, times, [&](double t, std::span<const double> x) {
    run.shown.push_back({t, {x.begin(), x.end()}});
    if (at_each)
      at_each();
  });
  run.end = solver->state;
  return run;
}

/// depot -> central -> out
ModelPtr absorption(double ka) {
  ModelSpec spec = one_compartment();
  spec.parameters.push_back(parameter("ka", ka, "1/h"));
  spec.compartments.insert(spec.compartments.begin(), compartment("depot"));
  spec.flows.push_back(flow("depot", "central", "ka"));
  return built(spec);
}

double central_after_depot(double ka, double t) {
  const double k = 0.5;
  return 100.0 * ka / (ka - k) * (std::exp(-k * t) - std::exp(-ka * t));
}

class OdeSolverTest : public testing::TestWithParam<Stepper> {
 protected:
  SolverOptions options(double rtol = 1e-9) const {
    SolverOptions o;
    o.stepper = GetParam();
    o.rtol = rtol;
    return o;
  }
};

INSTANTIATE_TEST_SUITE_P(Both, OdeSolverTest,
                         testing::Values(Stepper::dopri5, Stepper::rosenbrock4),
                         [](const auto& param_info) {
                           return param_info.param == Stepper::dopri5 ? "dopri5" : "rosenbrock4";
                         });

TEST_P(OdeSolverTest, NonStiffProblemMeetsTheClosedForm) {
  const std::vector<double> times{0.1, 1, 2.5, 7, 12};
  const Course run = integrate({absorption(1.5), {100, 0}, {}, options()}, 12, times);
  ASSERT_EQ(run.status, Status::completed);
  ASSERT_EQ(run.shown.size(), times.size());
  for (std::size_t i = 0; i < times.size(); ++i) {
    EXPECT_EQ(run.shown[i].time_h, times[i]);
    EXPECT_NEAR(run.shown[i].state[1], central_after_depot(1.5, times[i]), 1e-6);
  }
}

TEST_P(OdeSolverTest, StiffProblemMeetsTheClosedForm) {
  const std::vector<double> times{0.01, 1, 5};
  const Course run = integrate({absorption(2e4), {100, 0}, {}, options()}, 5, times);
  ASSERT_EQ(run.status, Status::completed);
  for (std::size_t i = 0; i < times.size(); ++i)
    EXPECT_NEAR(run.shown[i].state[1], central_after_depot(2e4, times[i]), 1e-6);
}

TEST_P(OdeSolverTest, InfusionMeetsTheClosedForm) {
  const Course run = integrate({built(one_compartment()), {0}, {20.0}, options()}, 4, {2, 4});
  EXPECT_NEAR(run.shown[0].state[0], 40.0 * -std::expm1(-1.0), 1e-6);
  EXPECT_NEAR(run.end[0], 40.0 * -std::expm1(-2.0), 1e-6);
}

TEST_P(OdeSolverTest, ErrorFollowsTheTolerance) {
  double last = INFINITY;
  for (const double rtol : {1e-4, 1e-6, 1e-8, 1e-10}) {
    const Course run = integrate({absorption(1.5), {100, 0}, {}, options(rtol)}, 6, {});
    const double error = std::abs(run.end[1] - central_after_depot(1.5, 6));
    EXPECT_LT(error, 100.0 * 100.0 * rtol);
    EXPECT_LT(error, last);
    last = error;
  }
}

TEST_P(OdeSolverTest, LookingMoreOftenChangesNoDigit) {
  const Problem problem{absorption(1.5), {100, 0}, {}, options()};
  const Course few = integrate(problem, 12, {6.0});
  std::vector<double> many;
  for (int i = 1; i <= 1200; ++i)
    many.push_back(0.01 * i);
  many[599] = 6.0;
  const Course often = integrate(problem, 12, many);
  EXPECT_EQ(often.end, few.end);
  EXPECT_EQ(often.shown[599].state, few.shown[0].state);
}

TEST_P(OdeSolverTest, DenseOutputBetweenStepsIsAsGoodAsTheSteps) {
  std::vector<double> times;
  for (int i = 1; i < 400; ++i)
    times.push_back(0.03 * i);
  const Course run = integrate({absorption(1.5), {100, 0}, {}, options()}, 12, times);
  for (const Point& p : run.shown)
    ASSERT_NEAR(p.state[1], central_after_depot(1.5, p.time_h), 1e-5) << p.time_h;
}

TEST_P(OdeSolverTest, TooFewStepsAreAStatus) {
  SolverOptions few = options();
  few.max_steps = 3;
  EXPECT_EQ(integrate({absorption(1.5), {100, 0}, {}, few}, 12, {}).status, Status::step_limit);
}

TEST_P(OdeSolverTest, ValueThatIsNoNumberIsAStatus) {
  ModelSpec spec = one_compartment();
  spec.compartments.push_back(test::state("z", "1", "ln(z) / 1[h]"));
  const Course run = integrate({built(spec), {0, -1}, {}, options()}, 12, {});
  EXPECT_EQ(run.status, Status::non_finite);
}

TEST_P(OdeSolverTest, CancelsBeforeTheFirstStep) {
  std::stop_source source;
  source.request_stop();
  const Course run =
      integrate({absorption(1.5), {100, 0}, {}, options(), source.get_token()}, 12, {1});
  EXPECT_EQ(run.status, Status::cancelled);
  EXPECT_TRUE(run.shown.empty());
}

TEST_P(OdeSolverTest, CancelsOnTheWay) {
  std::stop_source source;
  std::vector<double> times;
  for (int i = 1; i <= 100; ++i)
    times.push_back(i);
  const Course run = integrate({absorption(1.5), {100, 0}, {}, options(), source.get_token()}, 100,
                               times, [&] { source.request_stop(); });
  EXPECT_EQ(run.status, Status::cancelled);
  EXPECT_LT(run.shown.size(), times.size());
}

/// Km ln(C0/C) + C0 - C = Vmax/V t, solved by Newton in extended precision: mg in central.
double michaelis_menten_amount(double start_mg, double t) {
  const long double Vmax = 8, Km = 2, V = 10, c0 = start_mg / V;
  long double log_c = std::log(c0);
  for (int i = 0; i < 200; ++i) {
    const long double c = std::exp(log_c);
    const long double f = Km * (std::log(c0) - log_c) + c0 - c - Vmax / V * t;
    log_c += f / (Km + c);
  }
  return static_cast<double>(V * std::exp(log_c));
}

TEST_P(OdeSolverTest, SaturableEliminationMeetsTheImplicitSolution) {
  const std::vector<double> times{0.5, 2, 8, 15, 30};
  const Course run = integrate({built(michaelis_menten()), {100}, {}, options()}, 30, times);
  ASSERT_EQ(run.status, Status::completed);
  for (std::size_t i = 0; i < times.size(); ++i) {
    const double want = michaelis_menten_amount(100, times[i]);
    EXPECT_NEAR(run.shown[i].state[0], want, 1e-6 * want + 1e-8) << times[i];
  }
}

TEST(OdeStepper, IsChosenByStiffness) {
  const auto name_for = [](double ka) {
    Scenario s;
    s.model = absorption(ka);
    SubjectRecords subject;
    subject.records.resize(2);
    subject.records[0].evid = 1;
    subject.records[0].cmt = 1;
    subject.records[0].amt_mg = 100;
    subject.records[1].time_h = 24;
    s.regimen = EventTable{subject};
    s.solver.kind = SolverOptions::Kind::ode;
    return simulate(s).value().solver;
  };
  EXPECT_EQ(name_for(1.5), "ode (dopri5)");
  EXPECT_EQ(name_for(1e6), "ode (rosenbrock4)");
}

// --- steady state of non-linear models -----------------------------------------------------------

SubjectResult steady(const ModelPtr& model, EventRecord dose, double until_h = 0.0,
                     Diagnostics* warnings = nullptr) {
  Scenario s;
  s.model = model;
  SubjectRecords subject;
  dose.evid = 1;
  dose.source_row = 1;
  if (dose.ss == 0)
    dose.ss = 1;
  EventRecord look;
  look.time_h = until_h;
  look.source_row = 2;
  subject.records = {dose, look};
  s.regimen = EventTable{subject};
  s.solver.kind = SolverOptions::Kind::ode;
  const Result result = simulate(s).value();
  if (warnings != nullptr)
    *warnings = result.warnings;
  return result.subjects.at(0);
}

TEST(OdeSteadyState, OfRepeatedBolusMeetsTheClosedForm) {
  for (const double dose_mg : {20.0, 60.0, 90.0, 95.0}) {
    EventRecord dose;
    dose.amt_mg = dose_mg;
    dose.ii_h = 12;
    const SubjectResult r = steady(built(michaelis_menten()), dose);
    ASSERT_EQ(r.status, Status::completed) << dose_mg;
    // ln(peak / trough) = (Vmax II - dose) / (V Km), peak - trough = dose / V.
    const double trough = dose_mg / std::expm1((8.0 * 12.0 - dose_mg) / 20.0);
    EXPECT_NEAR(r.final_state[0], trough + dose_mg, 1e-6 * (trough + dose_mg)) << dose_mg;
    EXPECT_GT(r.steady_state_cycles, 0);
  }
}

TEST(OdeSteadyState, OfAConstantInfusionMeetsTheClosedForm) {
  EventRecord infusion;
  infusion.rate_mg_per_h = 5;
  const SubjectResult r = steady(built(michaelis_menten()), infusion);
  ASSERT_EQ(r.status, Status::completed);
  EXPECT_NEAR(r.final_state[0], 10.0 * 2.0 * 5.0 / 3.0, 1e-6);
}

TEST(OdeSteadyState, OfAnInfusionRepeatsItself) {
  EventRecord infusion;
  infusion.amt_mg = 60;
  infusion.rate_mg_per_h = 20;
  infusion.ii_h = 12;
  infusion.addl = 4;
  const ModelPtr model = built(michaelis_menten());
  const double at_start = steady(model, infusion).final_state[0];
  for (const double t : {12.0, 24.0, 48.0})
    EXPECT_NEAR(steady(model, infusion, t).final_state[0], at_start, 1e-6 * at_start) << t;
  EXPECT_GT(at_start, 1.0);
}

TEST(OdeSteadyState, MoreThanCanBeEliminatedHasNone) {
  const ModelPtr model = built(michaelis_menten());
  for (const double dose_mg : {96.0, 97.0, 100.0, 1000.0}) {
    EventRecord dose;
    dose.amt_mg = dose_mg;
    dose.ii_h = 12;
    EXPECT_EQ(steady(model, dose).status, Status::no_steady_state) << dose_mg;
  }
  EventRecord infusion;
  infusion.rate_mg_per_h = 9;
  EXPECT_EQ(steady(model, infusion).status, Status::no_steady_state);
}

TEST(OdeSteadyState, AddedToANonLinearModelWarns) {
  EventRecord dose;
  dose.amt_mg = 20;
  dose.ii_h = 12;
  dose.ss = 2;
  Diagnostics warnings;
  steady(built(michaelis_menten()), dose, 0.0, &warnings);
  ASSERT_EQ(warnings.size(), 1u);
  EXPECT_EQ(warnings[0].code, "dosing.ss2_nonlinear");
  EXPECT_EQ(warnings[0].severity, Severity::warning);
  EXPECT_EQ(warnings[0].at.line, 1);
}

TEST(OdeSteadyState, BaselineIsNotAddedTwice) {
  // A state with a production of its own beside the drug; SS = 2 adds the drug's part only.
  ModelSpec spec = one_compartment();
  spec.parameters.push_back(parameter("kin", 3.0, "1/h"));
  spec.parameters.push_back(parameter("kout", 0.5, "1/h"));
  CompartmentSpec baseline = test::state("R", "1", "kin - kout * R");
  baseline.initial = text("kin / kout");
  spec.compartments.push_back(baseline);
  EventRecord dose;
  dose.amt_mg = 20;
  dose.ii_h = 12;
  dose.ss = 2;
  const SubjectResult r = steady(built(spec), dose);
  ASSERT_EQ(r.status, Status::completed);
  EXPECT_NEAR(r.final_state[1], 6.0, 1e-6);
  EXPECT_NEAR(r.final_state[0], 20.0 / -std::expm1(-6.0), 1e-5);
}

}  // namespace
}  // namespace ketascope
