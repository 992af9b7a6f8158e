// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/analysis/metrics.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <limits>
#include <numbers>
#include <stdexcept>

namespace ketascope {
namespace {

struct Curve {
  std::vector<double> t, y;
  std::vector<Side> side;

  void add(double time_h, double value, Side at = Side::both) {
    t.push_back(time_h);
    y.push_back(value);
    side.push_back(at);
  }
  CurveMetrics metrics() const { return curve_metrics(t, y, side); }
};

Curve sampled(const std::function<double(double)>& f, double from_h, double to_h, int points) {
  Curve curve;
  for (int i = 0; i < points; ++i) {
    const double time_h = from_h + (to_h - from_h) * i / (points - 1);
    curve.add(time_h, f(time_h));
  }
  return curve;
}

constexpr double k = 0.3;
constexpr double ka = 1.7;

double bolus(double t) {
  return 8.0 * std::exp(-k * t);
}
double oral(double t) {
  return 5.0 * (std::exp(-k * t) - std::exp(-ka * t));
}
/// One compartment, infused for 2 h.
double infused(double t) {
  return t <= 2.0 ? 10.0 * (1.0 - std::exp(-k * t))
                  : 10.0 * (1.0 - std::exp(-k * 2.0)) * std::exp(-k * (t - 2.0));
}

/// The same with the end of the infusion as a grid point, as the engine gives it.
Curve infused_curve() {
  Curve curve = sampled(infused, 0.0, 2.0, 200);
  const Curve after = sampled(infused, 2.0, 24.0, 1001);
  for (std::size_t i = 1; i < after.t.size(); ++i) {
    curve.add(after.t[i], after.y[i]);
  }
  return curve;
}

TEST(CurveMetrics, AreExactForAnExponentialWhateverTheGrid) {
  for (const int points : {5, 50, 1200}) {
    const CurveMetrics metrics = sampled(bolus, 0.0, 24.0, points).metrics();
    EXPECT_EQ(metrics.cmax, 8.0);
    EXPECT_EQ(metrics.tmax_h, 0.0);
    const double auc = 8.0 / k * -std::expm1(-k * 24.0);
    EXPECT_NEAR(metrics.auc_0_t, auc, 1e-12 * auc);
    if (points > 5) {
      ASSERT_TRUE(metrics.half_life_h && metrics.auc_0_inf);
      EXPECT_NEAR(*metrics.half_life_h, std::numbers::ln2 / k, 1e-11);
      EXPECT_NEAR(*metrics.auc_0_inf, 8.0 / k, 1e-10);
    }
  }
}

TEST(CurveMetrics, RefineASmoothPeakFarBelowTheGridStep) {
  const CurveMetrics metrics = sampled(oral, 0.0, 24.0, 1200).metrics();
  const double tmax = std::log(ka / k) / (ka - k);
  // What a parabola through three points of step h leaves: f'''/f'' h^2/6 in time, and at most
  // f''' h^3/(9 sqrt 3) in height. At the peak of this curve f''' = -(k + ka) f''.
  const double h = 24.0 / 1199.0;
  const double second = 5.0 * (k * k * std::exp(-k * tmax) - ka * ka * std::exp(-ka * tmax));
  EXPECT_NEAR(metrics.tmax_h, tmax, 1.02 * (k + ka) * h * h / 6.0);
  EXPECT_NEAR(metrics.cmax, oral(tmax),
              (k + ka) * std::abs(second) * h * h * h / (9.0 * std::sqrt(3.0)));
  const double auc = 5.0 * (1.0 / k - 1.0 / ka);
  ASSERT_TRUE(metrics.auc_0_inf);
  // The trapezium's share while the curve still bends.
  EXPECT_NEAR(*metrics.auc_0_inf, auc, 3e-5 * auc);
}

TEST(CurveMetrics, PeakRefinementHoldsOnAnUnevenGrid) {
  Curve curve;
  for (double time_h = 0.0; time_h < 10.0; time_h = time_h * 1.01 + 0.005) {
    curve.add(time_h, oral(time_h));
  }
  const double tmax = std::log(ka / k) / (ka - k);
  EXPECT_NEAR(curve.metrics().tmax_h, tmax, 1e-4);
}

TEST(CurveMetrics, PeakAtTheEndOfAnInfusionIsThatSampleAndNotAboveIt) {
  const CurveMetrics metrics = infused_curve().metrics();
  EXPECT_EQ(metrics.cmax, infused(2.0));
  EXPECT_EQ(metrics.tmax_h, 2.0);
}

TEST(CurveMetrics, AreaOfAnInfusionMatchesDoseOverClearance) {
  const CurveMetrics metrics = infused_curve().metrics();
  const double plateau_area = 10.0 * 2.0;  // rate/CL times duration
  ASSERT_TRUE(metrics.auc_0_inf);
  // 200 points of a trapezium below a curve that bends by k*h: (k*h)^2/12 of the rise.
  EXPECT_NEAR(*metrics.auc_0_inf, plateau_area, 5e-6 * plateau_area);
}

TEST(CurveMetrics, PeakBesideAJumpIsNotRefinedAcrossIt) {
  Curve curve = sampled(bolus, 0.0, 4.0, 41);
  curve.side.back() = Side::pre;
  const double before = curve.y.back();
  for (int i = 0; i < 41; ++i) {
    const double dt_h = 0.1 * i;
    curve.add(4.0 + dt_h, (before + 8.0) * std::exp(-k * dt_h), i == 0 ? Side::post : Side::both);
  }
  const CurveMetrics metrics = curve.metrics();
  EXPECT_EQ(metrics.cmax, before + 8.0);
  EXPECT_EQ(metrics.tmax_h, 4.0);
  ASSERT_TRUE(metrics.half_life_h);
  EXPECT_NEAR(*metrics.half_life_h, std::numbers::ln2 / k, 1e-10);
}

TEST(CurveMetrics, HalfLifeOfTwoPhasesIsTheTerminalOne) {
  const auto two_phases = [](double t) { return 10.0 * std::exp(-3.0 * t) + std::exp(-0.1 * t); };
  const CurveMetrics metrics = sampled(two_phases, 0.0, 24.0, 1200).metrics();
  ASSERT_TRUE(metrics.half_life_h);
  EXPECT_NEAR(*metrics.half_life_h, std::numbers::ln2 / 0.1, 1e-9);
}

TEST(CurveMetrics, GiveNoAreaToInfinityWhereTheTailAddsMoreThanHalf) {
  const CurveMetrics metrics = sampled(bolus, 0.0, 3.0, 300).metrics();
  EXPECT_TRUE(metrics.half_life_h);
  EXPECT_FALSE(metrics.auc_0_inf);
}

TEST(CurveMetrics, GiveNoAreaToInfinityWhereTheTailIsStillBending) {
  const auto bending = [](double t) { return std::exp(-std::sqrt(40.0 * t)); };
  const CurveMetrics metrics = sampled(bending, 0.0, 2.0, 800).metrics();
  EXPECT_TRUE(metrics.half_life_h);
  EXPECT_FALSE(metrics.auc_0_inf);
}

TEST(CurveMetrics, GiveNoHalfLifeToARisingOrConstantCurve) {
  EXPECT_FALSE(sampled([](double t) { return t; }, 0.0, 1.0, 20).metrics().half_life_h);
  EXPECT_FALSE(sampled([](double) { return 3.0; }, 0.0, 1.0, 20).metrics().half_life_h);
  EXPECT_FALSE(sampled([](double) { return 0.0; }, 0.0, 1.0, 20).metrics().half_life_h);
}

TEST(CurveMetrics, EndAtTheFirstValueThatIsNotANumber) {
  Curve curve = sampled(bolus, 0.0, 4.0, 41);
  const double whole = curve.metrics().auc_0_t;
  curve.add(5.0, std::numeric_limits<double>::quiet_NaN());
  curve.add(6.0, 1e9);
  EXPECT_EQ(curve.metrics().auc_0_t, whole);
  EXPECT_EQ(curve.metrics().cmax, 8.0);
}

TEST(CurveMetrics, OfNothingAreZero) {
  const CurveMetrics metrics = curve_metrics({}, {}, {});
  EXPECT_EQ(metrics.cmax, 0.0);
  EXPECT_EQ(metrics.auc_0_t, 0.0);
  EXPECT_FALSE(metrics.half_life_h);
}

TEST(CurveMetrics, RefuseListsOfDifferentLength) {
  const std::vector<double> two{0.0, 1.0};
  const std::vector<double> one{1.0};
  const std::vector<Side> sides{Side::both, Side::both};
  EXPECT_THROW(curve_metrics(two, one, sides), std::logic_error);
  EXPECT_THROW(time_in_band_h(two, one, {}, {}), std::logic_error);
  EXPECT_THROW(auc_between(two, one, 0.0, 1.0), std::logic_error);
}

TEST(TimeInBand, OfAnExponentialIsExactWhateverTheGrid) {
  for (const int points : {3, 30, 1200}) {
    const Curve curve = sampled(bolus, 0.0, 24.0, points);
    EXPECT_NEAR(time_in_band_h(curve.t, curve.y, 2.0, 4.0), std::numbers::ln2 / k, 1e-10);
  }
}

TEST(TimeInBand, CountsTheWayUpAndTheWayDown) {
  Curve curve;
  curve.add(0.0, 0.0);
  curve.add(2.0, 4.0);
  curve.add(4.0, 1.0);
  // Up: 1..2 within 0.5 h; down from 4 to 1: 2..1 takes half of the 2 h.
  EXPECT_NEAR(time_in_band_h(curve.t, curve.y, 1.0, 2.0), 0.5 + 1.0, 1e-12);
}

TEST(TimeInBand, IsOpenWhereALimitIsAbsent) {
  const Curve curve = sampled(bolus, 0.0, 10.0, 100);
  const double crossing_h = std::log(8.0 / 3.0) / k;
  EXPECT_NEAR(time_in_band_h(curve.t, curve.y, 3.0, {}), crossing_h, 1e-10);
  EXPECT_NEAR(time_in_band_h(curve.t, curve.y, {}, 3.0), 10.0 - crossing_h, 1e-10);
  EXPECT_NEAR(time_in_band_h(curve.t, curve.y, {}, {}), 10.0, 1e-12);
}

TEST(TimeInBand, IsZeroForACurveThatJumpsOverTheBand) {
  Curve curve;
  curve.add(0.0, 1.0);
  curve.add(1.0, 1.0, Side::pre);
  curve.add(1.0, 9.0, Side::post);
  curve.add(2.0, 9.0);
  EXPECT_EQ(time_in_band_h(curve.t, curve.y, 4.0, 5.0), 0.0);
  EXPECT_EQ(time_in_band_h(curve.t, curve.y, 0.5, 5.0), 1.0);
}

TEST(TimeInBand, HoldsForAConstantCurveInside) {
  const Curve curve = sampled([](double) { return 2.0; }, 0.0, 5.0, 11);
  EXPECT_NEAR(time_in_band_h(curve.t, curve.y, 1.0, 3.0), 5.0, 1e-12);
  EXPECT_EQ(time_in_band_h(curve.t, curve.y, 2.5, 3.0), 0.0);
}

TEST(AucBetween, IsExactForAPartOfAnExponential) {
  const Curve curve = sampled(bolus, 0.0, 24.0, 17);
  const double expected = 8.0 / k * (std::exp(-k * 1.23) - std::exp(-k * 7.89));
  EXPECT_NEAR(auc_between(curve.t, curve.y, 1.23, 7.89), expected, 1e-12 * expected);
}

TEST(AucBetween, PartsAddUpToTheWhole) {
  const Curve curve = sampled(oral, 0.0, 24.0, 100);
  const double whole = auc_between(curve.t, curve.y, 0.0, 24.0);
  const double parts =
      auc_between(curve.t, curve.y, 0.0, 0.7) + auc_between(curve.t, curve.y, 0.7, 24.0);
  EXPECT_NEAR(parts, whole, 1e-12 * whole);
  EXPECT_NEAR(curve.metrics().auc_0_t, whole, 1e-12 * whole);
}

TEST(Exposure, IsWhatCurveMetricsSayWithoutTheTail) {
  const Curve curve = sampled(oral, 0.0, 24.0, 2401);
  const CurveMetrics seen = exposure(curve.t, curve.y, curve.side), all = curve.metrics();
  const double peak_h = std::log(ka / k) / (ka - k);
  EXPECT_NEAR(seen.tmax_h, peak_h, 0.01);
  EXPECT_NEAR(seen.cmax, oral(peak_h), 1e-3 * oral(peak_h));
  const double area = 5.0 * ((1.0 - std::exp(-k * 24.0)) / k - (1.0 - std::exp(-ka * 24.0)) / ka);
  EXPECT_NEAR(seen.auc_0_t, area, 1e-4 * area);
  EXPECT_DOUBLE_EQ(seen.last, oral(24.0));
  EXPECT_EQ(seen.cmax, all.cmax);
  EXPECT_EQ(seen.tmax_h, all.tmax_h);
  EXPECT_EQ(seen.auc_0_t, all.auc_0_t);
  EXPECT_EQ(seen.last, all.last);
  EXPECT_TRUE(all.half_life_h);
  EXPECT_FALSE(seen.half_life_h);
}

TEST(AucBetween, CountsNothingOutsideTheWindow) {
  const Curve curve = sampled(bolus, 0.0, 4.0, 41);
  EXPECT_EQ(auc_between(curve.t, curve.y, 5.0, 9.0), 0.0);
  EXPECT_EQ(auc_between(curve.t, curve.y, -3.0, 0.0), 0.0);
}

}  // namespace
}  // namespace ketascope
