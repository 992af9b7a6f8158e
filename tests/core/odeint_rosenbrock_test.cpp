// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/lanes/odeint_lane_rosenbrock.hpp"

#include <gtest/gtest.h>

#include <boost/numeric/odeint/integrate/integrate_times.hpp>
#include <cmath>
#include <functional>
#include <utility>

#include "sim/lanes/kernels.hpp"
#include "sim/odeint_rosenbrock.hpp"

namespace ketascope::lanes {
namespace {

constexpr std::size_t lanes = 4;
constexpr double anything_goes = 1e30;

/// x' = -x + y^2, y' = -2 y, z' = -2 t z^2 in four lanes, of which the last has another x(0).
struct Equations {
  LaneNumbers x = LaneNumbers(3 * lanes), slope = x, values = LaneNumbers(4 * lanes), by_time = x;
  LaneRosenbrock::Entries entries{{0, 0}, {0, 1}, {1, 1}, {2, 2}};
  LaneRosenbrock stepper{3, lanes, entries, best_kernels(lanes), {x, slope, values, by_time}};

  static double& at(std::span<double> numbers, std::size_t row, std::size_t lane) {
    return numbers[row * lanes + lane];
  }
  auto system() {
    return std::make_pair(
        [](std::span<double> s, std::span<double> dxdt, double t) {
          for (std::size_t l = 0; l < lanes; ++l) {
            at(dxdt, 0, l) = -at(s, 0, l) + at(s, 1, l) * at(s, 1, l);
            at(dxdt, 1, l) = -2.0 * at(s, 1, l);
            at(dxdt, 2, l) = -2.0 * t * at(s, 2, l) * at(s, 2, l);
          }
        },
        [](std::span<double> s, std::span<double> jacobian, std::span<double> dfdt, double t) {
          for (std::size_t l = 0; l < lanes; ++l) {
            at(jacobian, 0, l) = -1.0;
            at(jacobian, 1, l) = 2.0 * at(s, 1, l);
            at(jacobian, 2, l) = -2.0;
            at(jacobian, 3, l) = -4.0 * t * at(s, 2, l);
            at(dfdt, 0, l) = at(dfdt, 1, l) = 0.0;
            at(dfdt, 2, l) = -2.0 * at(s, 2, l) * at(s, 2, l);
          }
        });
  }
  LaneNumbers start() const {
    LaneNumbers state(3 * lanes, 1.0);
    state[lanes - 1] = 2.0;
    return state;
  }
  static double exact(std::size_t row, std::size_t lane, double t) {
    if (row == 0)
      return (lane + 1 == lanes ? 7.0 : 4.0) / 3.0 * std::exp(-t) - std::exp(-4.0 * t) / 3.0;
    return row == 1 ? std::exp(-2.0 * t) : 1.0 / (1.0 + t * t);
  }
  static double error(std::span<const double> state, double t) {
    double worst = 0.0;
    for (std::size_t row = 0; row < 3; ++row)
      for (std::size_t l = 0; l < lanes; ++l)
        worst = std::max(worst, std::abs(state[row * lanes + l] - exact(row, l, t)));
    return worst;
  }
};

/// Error at t = 1 after so many steps of one length.
double error_after(int steps) {
  Equations equations;
  auto system = equations.system();
  const LaneNumbers atol(3, anything_goes);
  equations.stepper.tolerances(0.0, atol);
  LaneNumbers state = equations.start();
  for (int i = 0; i < steps; ++i) {
    equations.stepper.initialize(state, static_cast<double>(i) / steps, 1.0 / steps);
    equations.stepper.do_step(system);
    std::ranges::copy(equations.stepper.current_state(), state.begin());
  }
  return Equations::error(state, 1.0);
}

TEST(LaneRosenbrock, IsOfOrderFive) {
  const double coarse = error_after(10), middle = error_after(20), fine = error_after(40);
  EXPECT_LT(middle, 1e-6);
  EXPECT_NEAR(std::log2(coarse / middle), 5.0, 0.4);
  EXPECT_NEAR(std::log2(middle / fine), 5.0, 0.3);
}

/// Largest error within one step of length h from t = 0.5.
double error_within(double h) {
  Equations equations;
  auto system = equations.system();
  const LaneNumbers atol(3, anything_goes);
  equations.stepper.tolerances(0.0, atol);
  LaneNumbers state(3 * lanes);
  for (std::size_t row = 0; row < 3; ++row)
    for (std::size_t l = 0; l < lanes; ++l)
      state[row * lanes + l] = Equations::exact(row, l, 0.5);
  equations.stepper.initialize(state, 0.5, h);
  equations.stepper.do_step(system);
  double worst = 0.0;
  for (const double part : {0.0, 0.1, 0.35, 0.5, 0.8, 1.0}) {
    equations.stepper.calc_state(0.5 + part * h, state.data(), lanes);
    worst = std::max(worst, Equations::error(state, 0.5 + part * h));
  }
  return worst;
}

TEST(LaneRosenbrock, IsOfOrderFourBetweenSteps) {
  // The error of one step of a formula of order p goes with h^(p + 1).
  const double coarse = error_within(0.2), middle = error_within(0.1), fine = error_within(0.05);
  EXPECT_LT(middle, 1e-7);
  EXPECT_GT(std::log2(coarse / middle), 4.6);
  EXPECT_GT(std::log2(middle / fine), 4.6);
}

TEST(LaneRosenbrock, ErrorsFollowTheTolerance) {
  for (const double tolerance : {1e-4, 1e-6, 1e-8}) {
    Equations equations;
    auto system = equations.system();
    const LaneNumbers atol(3, tolerance);
    equations.stepper.tolerances(tolerance, atol);
    equations.stepper.initialize(equations.start(), 0.0, system);
    while (equations.stepper.current_time() < 3.0) {
      equations.stepper.shorten(3.0 - equations.stepper.current_time());
      equations.stepper.do_step(system);
    }
    const double error = Equations::error(equations.stepper.current_state(), 3.0);
    EXPECT_LT(error, 3.0 * tolerance);
    EXPECT_GT(error, 1e-4 * tolerance) << "no smaller steps than asked for";
  }
}

std::vector<double> when() {
  std::vector<double> times;
  for (int i = 0; i <= 24; ++i)
    times.push_back(0.125 * i);
  return times;
}

TEST(LaneRosenbrock, OdeintIntegratesWithIt) {
  Equations equations;
  const LaneNumbers atol(3, 1e-8);
  equations.stepper.tolerances(1e-8, atol);
  LaneNumbers state = equations.start();
  const std::vector<double> times = when();
  std::size_t seen = 0;
  double worst = 0.0;
  boost::numeric::odeint::integrate_times(std::ref(equations.stepper), equations.system(), state,
                                          times.begin(), times.end(), 0.125,
                                          [&](const LaneNumbers& x, double t) {
                                            ++seen;
                                            worst = std::max(worst, Equations::error(x, t));
                                          });
  EXPECT_EQ(seen, times.size());
  EXPECT_LT(worst, 1e-7);
  EXPECT_GT(worst, 0.0);
}

/// y' = -y^2 t, y(0) = 2: y = 2 / (1 + t^2).
const auto with_time = std::make_pair(
    [](const std::vector<double>& y, std::vector<double>& dydt, double t) {
      dydt[0] = -y[0] * y[0] * t;
    },
    [](const std::vector<double>& y, Eigen::MatrixXd& J, double t, Eigen::VectorXd& dfdt) {
      J(0, 0) = -2.0 * y[0] * t;
      dfdt(0) = -y[0] * y[0];
    });

TEST(SingleRosenbrock, IsOfOrderFourWhereTimeStandsInTheEquations) {
  const auto error_after = [](int steps) {
    RosenbrockDenseOutput stepper(anything_goes, anything_goes);
    std::vector<double> state{2.0};
    for (int i = 0; i < steps; ++i) {
      stepper.initialize(state, 3.0 * i / steps, 3.0 / steps);
      stepper.do_step(with_time);
      state = stepper.current_state();
    }
    return std::abs(state[0] - 0.2);
  };
  const double coarse = error_after(20), middle = error_after(40), fine = error_after(80);
  EXPECT_LT(fine, 1e-8);
  EXPECT_GT(std::log2(coarse / middle), 3.8);
  EXPECT_GT(std::log2(middle / fine), 3.8);
}

TEST(SingleRosenbrock, OdeintIntegratesWithIt) {
  std::vector<double> state{2.0};
  const std::vector<double> times = when();
  double worst = 0.0;
  boost::numeric::odeint::integrate_times(
      RosenbrockDenseOutput(1e-9, 1e-9), with_time, state, times.begin(), times.end(), 0.125,
      [&](const std::vector<double>& y, double t) {
        worst = std::max(worst, std::abs(y[0] - 2.0 / (1.0 + t * t)));
      });
  EXPECT_NEAR(state[0], 0.2, 1e-7);
  EXPECT_LT(worst, 1e-4) << "between steps it is of order 3 only";
}

TEST(LaneRosenbrock, StiffSystemsAreSteppedOver) {
  // y' = -1e6 (y - cos t) - sin t: explicit steps would have to be some millionths long.
  LaneNumbers x(lanes), slope(lanes), values(lanes), by_time(lanes);
  LaneRosenbrock stepper(1, lanes, {{0, 0}}, best_kernels(lanes), {x, slope, values, by_time});
  auto system = std::make_pair(
      [](std::span<double> y, std::span<double> dydt, double t) {
        for (std::size_t l = 0; l < lanes; ++l)
          dydt[l] = -1e6 * (y[l] - std::cos(t)) - std::sin(t);
      },
      [](std::span<double>, std::span<double> jacobian, std::span<double> dfdt, double t) {
        for (std::size_t l = 0; l < lanes; ++l) {
          jacobian[l] = -1e6;
          dfdt[l] = -1e6 * std::sin(t) - std::cos(t);
        }
      });
  const LaneNumbers atol(1, anything_goes);
  stepper.tolerances(0.0, atol);
  stepper.initialize(LaneNumbers(lanes, 1.5), 0.0, 0.1);
  stepper.do_step(system);
  EXPECT_NEAR(stepper.current_state()[0], std::cos(0.1), 1e-4) << "what was off is gone at once";
}

}  // namespace
}  // namespace ketascope::lanes
