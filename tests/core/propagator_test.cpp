// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/propagator.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace ketascope {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;
using Real = long double;
using Wide = Eigen::Matrix<Real, Eigen::Dynamic, Eigen::Dynamic>;

/// x(t) of x' = A x + b by scaling and squaring a Taylor series in extended precision.
VectorXd reference(const MatrixXd& A, const VectorXd& x0, const VectorXd& b, double t) {
  const Index n = A.rows();
  Wide m = Wide::Zero(n + 1, n + 1);
  m.topLeftCorner(n, n) = A.cast<Real>() * static_cast<Real>(t);
  m.topRightCorner(n, 1) = b.cast<Real>() * static_cast<Real>(t);
  const Real norm = m.cwiseAbs().rowwise().sum().maxCoeff();
  int halvings = 0;
  for (Real scaled = norm; scaled > 0.25L; scaled /= 2)
    ++halvings;
  m /= std::pow(2.0L, static_cast<Real>(halvings));
  Wide term = Wide::Identity(n + 1, n + 1), sum = term;
  for (int i = 1; i <= 24; ++i) {
    term = (term * m / static_cast<Real>(i)).eval();
    sum += term;
  }
  for (int i = 0; i < halvings; ++i)
    sum = (sum * sum).eval();
  Wide start(n + 1, 1);
  start.topRows(n) = x0.cast<Real>();
  start(n, 0) = 1;
  return (sum * start).topRows(n).cast<double>();
}

VectorXd state(const MatrixXd& A, const VectorXd& x0, const VectorXd& b, double t) {
  Propagator propagator;
  propagator.use(A);
  VectorXd x = x0;
  propagator.step(t, b, x);
  return x;
}

VectorXd zeros(Index n) {
  return VectorXd::Zero(n);
}
VectorXd unit(Index n, double size = 100.0) {
  return size * VectorXd::Unit(n, 0);
}

/// A chain 0 -> 1 -> ... -> out with the given rates.
MatrixXd chain(const std::vector<double>& rates) {
  const auto n = static_cast<Index>(rates.size());
  MatrixXd A = MatrixXd::Zero(n, n);
  for (Index i = 0; i < n; ++i) {
    A(i, i) = -rates[static_cast<std::size_t>(i)];
    if (i + 1 < n)
      A(i + 1, i) = rates[static_cast<std::size_t>(i)];
  }
  return A;
}

void expect_near_reference(const MatrixXd& A, const VectorXd& x0, const VectorXd& b,
                           const std::vector<double>& times) {
  for (const double t : times) {
    const VectorXd got = state(A, x0, b, t), want = reference(A, x0, b, t);
    const double scale = std::max(x0.cwiseAbs().maxCoeff(), b.cwiseAbs().maxCoeff());
    for (Index i = 0; i < A.rows(); ++i)
      EXPECT_NEAR(got(i), want(i), 1e-10 * std::abs(want(i)) + 1e-15 * scale)
          << "state " << i << " at " << t;
  }
}

const std::vector<double> hours{0.05, 0.5, 1, 3, 10, 30};

TEST(Propagator, AbsorptionRateNearEliminationRateIsAccurate) {
  const double k = 0.3;
  for (const double sign : {-1.0, 1.0})
    for (const double distance : {1e-2, 3e-3, 1e-3, 5e-4, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10,
                                  1e-11, 1e-12, 1e-13, 1e-14, 1e-15, 0.0}) {
      const double ka = k * (1.0 + sign * distance);
      for (const double t : hours) {
        const Real gap = static_cast<Real>(ka) - k;
        const Real bend = gap == 0 ? t : -std::expm1(-gap * t) / gap;
        const auto want =
            static_cast<double>(100.0L * ka * std::exp(-static_cast<Real>(k) * t) * bend);
        const VectorXd x = state(chain({ka, k}), unit(2), zeros(2), t);
        EXPECT_TRUE(x.allFinite());
        EXPECT_NEAR(x(1), want, 1e-10 * want) << distance << " at " << t;
      }
    }
}

TEST(Propagator, ThreeNearlyEqualRatesAreAccurate) {
  for (const double d : {0.0, 1e-15, 1e-12, 1e-9, 1e-6, 1e-4, 1e-3, 1e-2, 3e-2, 1e-1}) {
    SCOPED_TRACE(d);
    expect_near_reference(chain({0.5, 0.5 * (1 + d), 0.5 * (1 - d)}), unit(3), zeros(3), hours);
    expect_near_reference(chain({0.5, 0.5 * (1 + d), 2.0, 0.5 * (1 - d)}), unit(4), zeros(4),
                          hours);
  }
}

TEST(Propagator, TwoClustersOfEqualRatesAreAccurate) {
  expect_near_reference(chain({2, 0.3, 2, 0.3, 2, 0.3}), unit(6), zeros(6), hours);
}

TEST(Propagator, TransitChainOfEqualRatesIsAPoissonSum) {
  for (const Index n : {2, 3, 5, 8, 12, 20}) {
    const double k = 1.7;
    for (const double t : hours) {
      const VectorXd x =
          state(chain(std::vector<double>(static_cast<std::size_t>(n), k)), unit(n), zeros(n), t);
      Real want = 100.0L * std::exp(-static_cast<Real>(k) * t);
      for (Index j = 0; j < n; ++j) {
        EXPECT_NEAR(x(j), static_cast<double>(want), 1e-10 * static_cast<double>(want) + 1e-13)
            << n << " compartments, state " << j << " at " << t;
        want *= static_cast<Real>(k) * t / static_cast<Real>(j + 1);
      }
    }
  }
}

TEST(Propagator, OscillatingSystemIsAccurate) {
  MatrixXd A(3, 3);
  A << -0.2, 3.0, 0.0, -3.0, -0.2, 0.0, 0.5, 0.0, -0.7;
  expect_near_reference(A, unit(3), zeros(3), hours);
  expect_near_reference(A, unit(3), VectorXd::Constant(3, 2.0), hours);
  // A cycle of three: one real rate and a complex pair.
  MatrixXd ring(3, 3);
  ring << -1, 0, 1, 1, -1, 0, 0, 1, -1.1;
  expect_near_reference(ring, unit(3), zeros(3), hours);
}

TEST(Propagator, AccumulatorsGrowWithTheirInput) {
  // central -> eliminated, and a second accumulator behind another way out.
  MatrixXd A = MatrixXd::Zero(3, 3);
  A << -0.5, 0, 0, 0.3, 0, 0, 0.2, 0, 0;
  expect_near_reference(A, unit(3), zeros(3), hours);
  const VectorXd input = 7.0 * VectorXd::Unit(3, 0);
  expect_near_reference(A, unit(3), input, hours);
  const VectorXd x = state(A, unit(3), input, 10.0);
  EXPECT_NEAR(x.sum(), 170.0, 1e-11);
}

TEST(Propagator, InputIntoAnAccumulatorIsAStraightLine) {
  MatrixXd A = MatrixXd::Zero(2, 2);
  A(1, 0) = 0.25;  // an integrator of an integrator
  const VectorXd x = state(A, zeros(2), 3.0 * VectorXd::Unit(2, 0), 4.0);
  EXPECT_DOUBLE_EQ(x(0), 12.0);
  EXPECT_NEAR(x(1), 0.25 * 3.0 * 8.0, 1e-13);
}

TEST(Propagator, InfusionsAreAccurateForEqualAndDistinctRates) {
  for (const double d : {0.0, 1e-12, 1e-6, 1e-3, 1.0}) {
    SCOPED_TRACE(d);
    expect_near_reference(chain({0.5, 0.5 * (1 + d)}), zeros(2), 10.0 * VectorXd::Unit(2, 0),
                          hours);
    expect_near_reference(chain({0.5, 0.5 * (1 + d)}), unit(2), 10.0 * VectorXd::Unit(2, 1), hours);
  }
}

TEST(Propagator, FastAndSlowRatesTogetherAreAccurate) {
  // Three compartments, half-lives from minutes to days.
  const double k10 = 2.0, k12 = 6.0, k21 = 3.0, k13 = 0.8, k31 = 0.02;
  MatrixXd A(3, 3);
  A << -(k10 + k12 + k13), k21, k31, k12, -k21, 0, k13, 0, -k31;
  expect_near_reference(A, unit(3), zeros(3), {0.01, 0.1, 1, 10, 100});
  expect_near_reference(A, zeros(3), unit(3), {0.01, 0.1, 1, 10, 100});
}

TEST(Propagator, LongChainOfSimilarRatesIsAccurate) {
  // Rates 12 % apart: their eigenvectors are all but parallel.
  std::vector<double> rates;
  for (int i = 0; i < 14; ++i)
    rates.push_back(std::pow(1.12, i));
  const auto n = static_cast<Index>(rates.size());
  expect_near_reference(chain(rates), unit(n), zeros(n), {0.5, 1.0, 3.0, 10.0});
  expect_near_reference(chain(rates), unit(n), unit(n, 2.0), {0.5, 1.0, 3.0, 10.0});
}

TEST(Propagator, RecurringStepsGiveWhatSingleStepsGive) {
  const MatrixXd A = chain({1.3, 0.2, 0.2, 4.0});
  const VectorXd b = unit(4, 3.0);
  for (const double h : {0.013, 0.25, 1.0, 7.7}) {
    Propagator propagator;
    propagator.use(A);
    VectorXd x = unit(4);
    for (int step = 1; step <= 60; ++step) {
      propagator.step(h, b, x);
      const VectorXd want = reference(A, unit(4), b, h * step);
      for (Index i = 0; i < 4; ++i)
        EXPECT_NEAR(x(i), want(i), 1e-12 * want(i)) << h << ", step " << step << ", state " << i;
    }
  }
}

TEST(Propagator, ANewMatrixForgetsTheOldOne) {
  Propagator propagator;
  VectorXd x = unit(2);
  propagator.use(chain({1.0, 0.5}));
  for (int i = 0; i < 5; ++i)
    propagator.step(0.7, zeros(2), x);
  const MatrixXd other = chain({0.1, 0.9});
  propagator.use(other);
  for (int i = 0; i < 3; ++i) {
    const VectorXd want = reference(other, x, zeros(2), 0.7);
    propagator.step(0.7, zeros(2), x);
    EXPECT_NEAR(x(1), want(1), 1e-13 * want(1));
  }
}

TEST(Propagator, MatrixIsWhatUnitVectorsBecome) {
  const MatrixXd A = chain({1.3, 0.2, 2.0});
  Propagator propagator;
  propagator.use(A);
  MatrixXd E;
  propagator.matrix(3.3, E);
  for (Index j = 0; j < 3; ++j) {
    const VectorXd want = reference(A, VectorXd::Unit(3, j), zeros(3), 3.3);
    EXPECT_LT((E.col(j) - want).cwiseAbs().maxCoeff(), 1e-14);
  }
}

TEST(Propagator, NoTimeGivesTheStartBackUnchanged) {
  const VectorXd x0 = (VectorXd(2) << 1.0 / 3.0, 0.1).finished();
  EXPECT_EQ(state(chain({1, 2}), x0, zeros(2), 0.0), x0);
}

TEST(Propagator, MatrixThatIsNotFiniteGivesNoNumbers) {
  MatrixXd A = chain({1, 2});
  A(0, 0) = std::nan("");
  EXPECT_FALSE(state(A, unit(2), zeros(2), 1.0).allFinite());
}

}  // namespace
}  // namespace ketascope
