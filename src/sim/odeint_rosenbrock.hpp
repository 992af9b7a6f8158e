// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Dense>
#include <algorithm>
#include <array>
#include <boost/numeric/odeint/stepper/rosenbrock4.hpp>
#include <cmath>
#include <stdexcept>
#include <utility>
#include <vector>

namespace ketascope {

/// L-stable Rosenbrock method of order 4 with error estimate of order 3 and dense output, with the
/// coefficients of Boost.Odeint's rosenbrock4, as one of its dense-output steppers.
/// (Odeint's own is bound to uBLAS, which Boost 1.74 cannot compile as C++20.)
///
/// A system is a pair (rhs(x, dxdt, t), jacobian(x, J, t, dfdt)), J an Eigen::MatrixXd.
class RosenbrockDenseOutput {
 public:
  using State = std::vector<double>;
  using state_type = State;
  using deriv_type = State;
  using value_type = double;
  using time_type = double;
  using stepper_category = boost::numeric::odeint::dense_output_stepper_tag;

  RosenbrockDenseOutput(double atol, double rtol) : atol_(atol), rtol_(rtol) {}

  void initialize(const State& x, double t, double dt) {
    const auto n = static_cast<Eigen::Index>(x.size());
    x_ = x;
    t_ = t_old_ = t;
    dt_ = dt;
    x_old_ = x;
    x_new_.resize(x.size());
    f_.resize(x.size());
    J_.resize(n, n);
    for (Eigen::VectorXd* v : {&dfdt_, &g_[0], &g_[1], &g_[2], &g_[3], &g_[4], &g_[5], &c3_, &c4_})
      v->setZero(n);
  }

  const State& current_state() const { return x_; }
  const State& previous_state() const { return x_old_; }
  double current_time() const { return t_; }
  double previous_time() const { return t_old_; }
  double current_time_step() const { return dt_; }

  /// One accepted step, from where and to where; the step size adapts. Throws std::runtime_error
  /// when it collapses.
  template <class System>
  std::pair<double, double> do_step(System system) {
    system.second(x_, J_, t_, dfdt_);
    for (int tries = 0; tries < 500; ++tries) {
      const double error = attempt(system.first);
      const double factor =
          std::isfinite(error) ? std::clamp(std::pow(error, 0.25) / 0.9, 0.2, 6.0) : 10.0;
      const double h = dt_;
      dt_ = h / factor;
      if (std::isfinite(error) && error <= 1.0) {
        prepare_dense_output();
        t_old_ = t_;
        t_ += h;
        x_old_.swap(x_);
        x_.swap(x_new_);
        return {t_old_, t_};
      }
      if (!(dt_ > 0.0) || t_ + dt_ == t_)
        break;
    }
    throw std::runtime_error("step size collapsed");
  }

  /// State at t within the last step.
  void calc_state(double t, State& x) const {
    const double s = (t - t_old_) / (t_ - t_old_), r = 1.0 - s;
    for (std::size_t i = 0; i < x_.size(); ++i) {
      const auto e = static_cast<Eigen::Index>(i);
      x[i] = x_old_[i] * r + s * (x_[i] + r * (c3_(e) + s * c4_(e)));
    }
  }

 private:
  using Vector = Eigen::Map<Eigen::VectorXd>;
  using ConstVector = Eigen::Map<const Eigen::VectorXd>;

  template <class Rhs>
  double attempt(Rhs& rhs) {
    const auto n = static_cast<Eigen::Index>(x_.size());
    const double h = dt_;
    Eigen::MatrixXd& W = W_;
    W = -J_;
    W.diagonal().array() += 1.0 / (k_.gamma * h);
    lu_.compute(W);
    const ConstVector x(x_.data(), n);
    Vector stage(x_new_.data(), n);
    Vector f(f_.data(), n);
    auto& [g1, g2, g3, g4, g5, g6] = g_;
    rhs(x_, f_, t_);
    g1 = lu_.solve(f + h * by_time_[0] * dfdt_);
    stage = x + k_.a21 * g1;
    rhs(x_new_, f_, t_ + k_.c2 * h);
    g2 = lu_.solve(f + h * by_time_[1] * dfdt_ + (k_.c21 / h) * g1);
    stage = x + k_.a31 * g1 + k_.a32 * g2;
    rhs(x_new_, f_, t_ + k_.c3 * h);
    g3 = lu_.solve(f + h * by_time_[2] * dfdt_ + (k_.c31 * g1 + k_.c32 * g2) / h);
    stage = x + k_.a41 * g1 + k_.a42 * g2 + k_.a43 * g3;
    rhs(x_new_, f_, t_ + k_.c4 * h);
    g4 = lu_.solve(f + h * by_time_[3] * dfdt_ + (k_.c41 * g1 + k_.c42 * g2 + k_.c43 * g3) / h);
    stage = x + k_.a51 * g1 + k_.a52 * g2 + k_.a53 * g3 + k_.a54 * g4;
    rhs(x_new_, f_, t_ + h);
    g5 = lu_.solve(f + (k_.c51 * g1 + k_.c52 * g2 + k_.c53 * g3 + k_.c54 * g4) / h);
    stage += g5;
    rhs(x_new_, f_, t_ + h);
    g6 = lu_.solve(f + (k_.c61 * g1 + k_.c62 * g2 + k_.c63 * g3 + k_.c64 * g4 + k_.c65 * g5) / h);
    stage += g6;
    double sum = 0.0;
    for (Eigen::Index i = 0; i < n; ++i) {
      const double scale = atol_ + rtol_ * std::max(std::abs(x(i)), std::abs(stage(i)));
      sum += g6(i) * g6(i) / (scale * scale);
    }
    return std::sqrt(sum / static_cast<double>(std::max<Eigen::Index>(n, 1)));
  }

  void prepare_dense_output() {
    const auto& g = g_;
    c3_ = k_.d21 * g[0] + k_.d22 * g[1] + k_.d23 * g[2] + k_.d24 * g[3] + k_.d25 * g[4];
    c4_ = k_.d31 * g[0] + k_.d32 * g[1] + k_.d33 * g[2] + k_.d34 * g[3] + k_.d35 * g[4];
  }

  /// What the derivative by time gives to each stage follows from the other coefficients: it is the
  /// stage of a state T with T' = 1. (Boost 1.74 has the fourth of them with the wrong sign, which
  /// makes a method of order 1 for equations in which time stands; of the last two nothing is
  /// left.)
  std::array<double, 4> stages_of_time() const {
    const double d1 = k_.gamma, d2 = k_.gamma * (1.0 + k_.c21 * d1);
    const double d3 = k_.gamma * (1.0 + k_.c31 * d1 + k_.c32 * d2);
    return {d1, d2, d3, k_.gamma * (1.0 + k_.c41 * d1 + k_.c42 * d2 + k_.c43 * d3)};
  }

  const boost::numeric::odeint::default_rosenbrock_coefficients<double> k_;
  const std::array<double, 4> by_time_ = stages_of_time();
  double atol_, rtol_, t_ = 0.0, t_old_ = 0.0, dt_ = 0.0;
  State x_, x_old_, x_new_, f_;
  Eigen::MatrixXd J_, W_;
  Eigen::PartialPivLU<Eigen::MatrixXd> lu_;
  Eigen::VectorXd dfdt_, c3_, c4_;
  std::array<Eigen::VectorXd, 6> g_;
};

}  // namespace ketascope
