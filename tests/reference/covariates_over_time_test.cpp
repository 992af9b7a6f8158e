// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <boost/math/quadrature/gauss_kronrod.hpp>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "ketascope/io/model_file.hpp"
#include "ketascope/sim/simulate.hpp"
#include "random_tables.hpp"

// Covariates that change from record to record. Above all on straight lines between them (policy
// `linear`): curves against closed forms and against quadrature in long double, and how the error
// falls when the lines are cut more finely.

namespace ketascope {
namespace {

using Kind = SolverOptions::Kind;
using Real = long double;

constexpr double V = 20.0;

ModelPtr ramp_model() {
  static const ModelPtr model = [] {
    const BuiltModel built =
        load_model(std::string(KETASCOPE_SOURCE_DIR) + "/tests/reference/ramp.toml");
    EXPECT_TRUE(built.model) << format(built.diagnostics);
    return built.model;
  }();
  return model;
}

/// Covariates at a time; between knots they are on straight lines.
struct Knot {
  double t, CL = 1.0, WT = 70.0, F = 1.0, R = 1.0, GROUP = 0.0;
};

struct Dose {
  double t, amt, rate = 0.0;
  double ii = 0.0;
  int addl = 0;
};

Knot between(const Knot& a, const Knot& b, double t) {
  const double f = (t - a.t) / (b.t - a.t);
  const auto mix = [f](double x, double y) { return x + f * (y - x); };
  return {t, mix(a.CL, b.CL), mix(a.WT, b.WT), mix(a.F, b.F), mix(a.R, b.R), a.GROUP};
}

Knot at(const std::vector<Knot>& knots, double t) {
  for (std::size_t i = 1; i < knots.size(); ++i)
    if (t <= knots[i].t)
      return t == knots[i].t ? knots[i] : between(knots[i - 1], knots[i], t);
  return knots.back();
}

/// mg in central at every record.
std::vector<double> amounts(const SubjectRecords& subject, CovariatePolicy policy, Kind kind) {
  Scenario s;
  s.model = ramp_model();
  s.regimen = EventTable{subject};
  s.covariates = policy;
  s.solver.kind = kind;
  if (kind == Kind::ode) {
    s.solver.rtol = 1e-11;
    s.solver.atol = 1e-14;
  }
  const auto result = simulate(s);
  if (!result) {
    ADD_FAILURE() << format(result.error());
    return {0.0};
  }
  const auto column = result->subjects.at(0).column(0);
  return {column.begin(), column.end()};
}

/// mg in central at the last knot. `cuts` records stand on every line instead of one at its end.
double last_amount(const std::vector<Knot>& knots, const std::vector<Dose>& doses, int cuts,
                   Kind kind = Kind::linear) {
  std::vector<double> times{knots.front().t};
  for (std::size_t i = 1; i < knots.size(); ++i)
    for (int c = 1; c <= cuts; ++c)
      times.push_back(c == cuts ? knots[i].t
                                : knots[i - 1].t + (knots[i].t - knots[i - 1].t) * c / cuts);
  SubjectRecords subject;
  std::size_t next = 0;
  const auto put = [&](EventRecord r) {
    r.source_row = static_cast<int>(subject.records.size()) + 1;
    subject.records.push_back(r);
    const Knot k = at(knots, r.time_h);
    subject.covariates.insert(subject.covariates.end(), {k.CL, k.WT, k.F, k.R, k.GROUP});
  };
  for (const double t : times) {
    for (; next < doses.size() && doses[next].t <= t; ++next) {
      EventRecord r;
      r.time_h = doses[next].t;
      r.evid = 1;
      r.amt_mg = doses[next].amt;
      r.rate_mg_per_h = doses[next].rate;
      r.ii_h = doses[next].ii;
      r.addl = doses[next].addl;
      put(r);
    }
    EventRecord look;
    look.time_h = t;
    put(look);
  }
  return amounts(subject, CovariatePolicy::linear, kind).back();
}

/// Integral of CL / V from a to b; CL is on straight lines, so that trapezia are exact.
Real decay(const std::vector<Knot>& knots, Real a, Real b) {
  Real sum = 0;
  for (std::size_t i = 1; i < knots.size(); ++i) {
    const Real t0 = knots[i - 1].t, t1 = knots[i].t;
    const Real from = std::max(a, t0), to = std::min(b, t1);
    if (from >= to)
      continue;
    const Real slope = (static_cast<Real>(knots[i].CL) - knots[i - 1].CL) / (t1 - t0);
    const Real middle = knots[i - 1].CL + slope * ((from + to) / 2 - t0);
    sum += middle * (to - from);
  }
  return sum / V;
}

/// What is left at `end` of an infusion from `from` to `to`: quadrature, knot by knot.
Real left_of_infusion(const std::vector<Knot>& knots, Real rate, Real from, Real to, Real end) {
  std::vector<Real> stops{from, to};
  for (const Knot& k : knots)
    if (k.t > from && k.t < to)
      stops.push_back(k.t);
  std::ranges::sort(stops);
  Real sum = 0;
  for (std::size_t i = 1; i < stops.size(); ++i)
    sum += boost::math::quadrature::gauss_kronrod<Real, 61>::integrate(
        [&](Real s) { return std::exp(-decay(knots, s, end)); }, stops[i - 1], stops[i], 12,
        1e-17L);
  return rate * sum;
}

/// The error falls to a quarter whenever the pieces are halved. Returns that of the coarsest one,
/// with `first_cuts` records on each line: dose records must not cut it further.
double expect_second_order(const std::vector<Knot>& knots, const std::vector<Dose>& doses,
                           double want, int first_cuts = 1) {
  std::vector<double> errors;
  for (int cuts = first_cuts; cuts <= 8 * first_cuts; cuts *= 2)
    errors.push_back(std::abs(last_amount(knots, doses, cuts) - want) / want);
  for (std::size_t i = 1; i < errors.size(); ++i) {
    const double order = std::log2(errors[i - 1] / errors[i]);
    EXPECT_NEAR(order, 2.0, 0.02) << "from " << errors[i - 1] << " to " << errors[i];
  }
  testing::Test::RecordProperty("relative_error", std::to_string(errors[0] * 1e9) + "e-9");
  return errors[0];
}

TEST(LinearCovariates, BolusUnderALinearClearanceMeetsItsClosedForm) {
  const std::vector<Knot> knots{{.t = 0, .CL = 0.5}, {.t = 10, .CL = 3.0}, {.t = 24, .CL = 1.0}};
  // A(24) = 100 exp(-(mean clearance x time) / V), line by line.
  const double want = 100.0 * std::exp(-(1.75 * 10 + 2.0 * 14) / V);
  for (const Kind kind : {Kind::linear, Kind::ode})
    EXPECT_NEAR(last_amount(knots, {{.t = 0, .amt = 100}}, 1, kind), want, 1e-9 * want);
  EXPECT_NEAR(last_amount(knots, {{.t = 0, .amt = 100}}, 1), want, 1e-13 * want);
}

TEST(LinearCovariates, RepeatedBolusesMeetTheirClosedForm) {
  const std::vector<Knot> knots{{.t = 0, .CL = 0.5}, {.t = 24, .CL = 2.9}};
  // Doses at 0, 5.3, 10.6 and 15.9 h: they do not fall on the ends of pieces, whose steps of the
  // clearance are averaged exactly over whole pieces only.
  double want = 0.0;
  for (int k = 0; k <= 3; ++k)
    want += 100.0 * static_cast<double>(std::exp(-decay(knots, 5.3L * k, 24.0L)));
  const double error =
      std::abs(last_amount(knots, {{.t = 0, .amt = 100, .ii = 5.3, .addl = 3}}, 1) - want) / want;
  EXPECT_LT(error, 1.6e-4);
  RecordProperty("relative_error", std::to_string(error * 1e9) + "e-9");
  // With a record at each of them they do.
  std::vector<Dose> written;
  for (int k = 0; k <= 3; ++k)
    written.push_back({.t = 5.3 * k, .amt = 100});
  EXPECT_NEAR(last_amount(knots, written, 1), want, 1e-13 * want);
}

TEST(LinearCovariates, OneInfusionConvergesWithTheSquareOfThePiece) {
  const std::vector<Knot> knots{{.t = 0, .CL = 0.5}, {.t = 24, .CL = 2.9}};
  const auto want = static_cast<double>(left_of_infusion(knots, 10, 0, 24, 24));
  EXPECT_LT(expect_second_order(knots, {{.t = 0, .amt = 240, .rate = 10}}, want), 2.4e-4);
}

TEST(LinearCovariates, TwoInfusionsConvergeWithTheSquareOfThePiece) {
  // The second begins before the first has ended, both within the line.
  const std::vector<Knot> knots{{.t = 0, .CL = 3.0}, {.t = 12, .CL = 0.6}, {.t = 24, .CL = 0.6}};
  const std::vector<Dose> doses{{.t = 0, .amt = 90, .rate = 10}, {.t = 6, .amt = 60, .rate = 20}};
  const auto want = static_cast<double>(left_of_infusion(knots, 10, 0, 9, 24) +
                                        left_of_infusion(knots, 20, 6, 9, 24));
  EXPECT_LT(expect_second_order(knots, doses, want, 2), 3e-5);
}

TEST(LinearCovariates, ChangeInsideAnInfusionConvergesWithTheSquareOfThePiece) {
  // Clearance is constant, begins to rise in mid-infusion, falls again, and is constant.
  const std::vector<Knot> knots{{.t = 0, .CL = 1.0},
                                {.t = 4, .CL = 1.0},
                                {.t = 8, .CL = 4.0},
                                {.t = 14, .CL = 2.0},
                                {.t = 20, .CL = 2.0}};
  const auto want = static_cast<double>(left_of_infusion(knots, 8, 0, 16, 20));
  EXPECT_LT(expect_second_order(knots, {{.t = 0, .amt = 128, .rate = 8}}, want), 2e-5);
}

TEST(LinearCovariates, ExponentOfACovariateConvergesWithTheSquareOfThePiece) {
  // CL = 2 (WT / 70)^0.75 with WT from 40 to 100 kg over 24 h: the exponent of the decay is
  // 2/20 * integral of (w/70)^0.75 = 2/20 * 70 * 24/60 * [ (w/70)^1.75 / 1.75 ].
  const std::vector<Knot> knots{{.t = 0, .CL = 2.0, .WT = 40}, {.t = 24, .CL = 2.0, .WT = 100}};
  const Real integral =
      (std::pow(100.0L / 70, 1.75L) - std::pow(40.0L / 70, 1.75L)) / 1.75L * 70 * 24 / 60;
  const auto want = static_cast<double>(100 * std::exp(-integral * 2 / V));
  EXPECT_LT(expect_second_order(knots, {{.t = 0, .amt = 100}}, want), 2e-5);
}

TEST(LinearCovariates, ModelledRateOnALineConvergesWithTheSquareOfThePiece) {
  // R from 4 to 16 mg/h over 16 h delivers 4 t + 0.375 t^2: 90 mg at t = (sqrt(151) - 4) / 0.75.
  const std::vector<Knot> knots{{.t = 0, .R = 4}, {.t = 16, .R = 16}, {.t = 20, .R = 16}};
  const Real end = (std::sqrt(151.0L) - 4) / 0.75L;
  const Real want = boost::math::quadrature::gauss_kronrod<Real, 61>::integrate(
      [](Real s) { return (4 + 0.75L * s) * std::exp(-(20 - s) / V); }, Real{0}, end, 12, 1e-17L);
  const double got = last_amount(knots, {{.t = 0, .amt = 90, .rate = -1}}, 1);
  EXPECT_NEAR(got, static_cast<double>(want), 1e-4 * static_cast<double>(want));
  const double fine = last_amount(knots, {{.t = 0, .amt = 90, .rate = -1}}, 16);
  EXPECT_LT(std::abs(fine - static_cast<double>(want)),
            std::abs(got - static_cast<double>(want)) / 100.0);
}

TEST(LinearCovariates, BioavailabilityOfACopyIsThatOfItsInstant) {
  // F from 1 to 0.4 over 24 h; clearance is constant. Copies at 5.3, 10.6 and 15.9 h.
  const std::vector<Knot> knots{{.t = 0, .F = 1.0}, {.t = 24, .F = 0.4}};
  double want = 0.0;
  for (int k = 0; k <= 3; ++k)
    want += 100.0 * (1.0 - 0.6 * 5.3 * k / 24.0) * std::exp(-(24.0 - 5.3 * k) / V);
  EXPECT_NEAR(last_amount(knots, {{.t = 0, .amt = 100, .ii = 5.3, .addl = 3}}, 1), want,
              1e-12 * want);
}

TEST(LinearCovariates, CategoriesHoldUntilTheNextRecord) {
  const std::vector<Knot> knots{
      {.t = 0, .GROUP = 0}, {.t = 5, .GROUP = 1}, {.t = 8, .GROUP = 0}, {.t = 20, .GROUP = 0}};
  const double want = 100.0 * std::exp(-(5.0 + 2.0 * 3.0 + 12.0) / V);
  EXPECT_NEAR(last_amount(knots, {{.t = 0, .amt = 100}}, 1), want, 1e-12 * want);
}

TEST(LinearCovariates, BothSolversFollowTheSamePieces) {
  const std::vector<Knot> knots{{.t = 0, .CL = 3.0, .WT = 50, .R = 5},
                                {.t = 12, .CL = 0.6, .WT = 90, .R = 20},
                                {.t = 24, .CL = 1.6, .WT = 60, .R = 8}};
  const std::vector<Dose> doses{{.t = 0, .amt = 90, .rate = 10, .ii = 5.5, .addl = 2},
                                {.t = 6, .amt = 60, .rate = -1}};
  const double exact = last_amount(knots, doses, 1);
  EXPECT_NEAR(last_amount(knots, doses, 1, Kind::ode), exact, 1e-9 * exact);
}

TEST(StepwiseCovariates, RandomWeightsActBackwardsOrForwards) {
  // A weight of its own on every row, CL = (WT / 70)^0.75, doses at 0, 24, 48 and 72 h as copies.
  // Between rows the decay is one exponential; which row's weight it has is the policy's.
  schedules::Draws draws(2001);
  SubjectRecords subject;
  std::vector<double> weights;
  for (const double t :
       {0.0, 0.0, 3.5, 12.0, 24.0, 30.0, 47.0, 48.0, 60.0, 71.5, 72.0, 90.0, 120.0}) {
    EventRecord r;
    r.time_h = t;
    r.source_row = static_cast<int>(subject.records.size()) + 1;
    if (subject.records.empty()) {
      r.evid = 1;
      r.amt_mg = 100;
      r.ii_h = 24;
      r.addl = 3;
    }
    subject.records.push_back(r);
    weights.push_back(draws.between(40, 120));
    subject.covariates.insert(subject.covariates.end(), {1.0, weights.back(), 1.0, 1.0, 0.0});
  }
  for (const CovariatePolicy policy : {CovariatePolicy::nocb, CovariatePolicy::locf}) {
    std::vector<double> want{100.0};
    for (std::size_t i = 1; i < weights.size(); ++i) {
      const double t = subject.records[i].time_h, before = subject.records[i - 1].time_h;
      const double weight = weights[policy == CovariatePolicy::nocb ? i : i - 1];
      double left = want.back() * std::exp(-std::pow(weight / 70.0, 0.75) / V * (t - before));
      if (t > before && (t == 24.0 || t == 48.0 || t == 72.0))
        left += 100.0;
      want.push_back(left);
    }
    for (const Kind kind : {Kind::linear, Kind::ode}) {
      const std::vector<double> got = amounts(subject, policy, kind);
      ASSERT_EQ(got.size(), want.size());
      for (std::size_t i = 0; i < got.size(); ++i)
        EXPECT_NEAR(got[i], want[i], (kind == Kind::linear ? 1e-12 : 1e-8) * want[i]) << i;
    }
  }
}

}  // namespace
}  // namespace ketascope
