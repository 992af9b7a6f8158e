// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <boost/numeric/odeint/stepper/rosenbrock4.hpp>
#include <cmath>
#include <span>
#include <stdexcept>
#include <utility>
#include <vector>

#include "sim/lanes/sparse_lu.hpp"

namespace ketascope::lanes {

/// The L-stable Rosenbrock method of Boost.Odeint's rosenbrock4 (same coefficients, order 4 with
/// error estimate of order 3, dense output), with the interface of Odeint's dense-output steppers,
/// for many subjects at a time. A state is x[i * lanes + lane]. All lanes take the same step; the
/// error of a step is that of the worst lane, each measured by the root mean square over its
/// states.
///
/// A system is a pair (rhs(x, dxdt, t), jacobian(x, values, dfdt, t)): `values` in the order of
/// `entries`, one row of lanes each; `dfdt` is empty for a system without time. All that is handed
/// to the system stands in Shared, storage of the caller: what is tied to it needs no copy.
class LaneRosenbrock {
 public:
  using Entries = std::vector<std::pair<int, int>>;
  struct Shared {
    std::span<double> x, dxdt, jacobian, dfdt;
  };

  LaneRosenbrock(std::size_t states, std::size_t lanes, const Entries& entries,
                 const Kernels& kernels, const Shared& shared)
      : n_(states),
        lanes_(lanes),
        numbers_(states * lanes),
        stage_(shared.x),
        slope_(shared.dxdt),
        jacobian_(shared.jacobian),
        dfdt_(shared.dfdt),
        kernels_(kernels),
        lu_(states, entries) {
    for (const auto& [row, column] : entries)
      entry_place_.push_back(static_cast<std::uint32_t>(
          lu_.place(static_cast<std::size_t>(row), static_cast<std::size_t>(column))));
    for (std::size_t i = 0; i < n_; ++i)
      diagonal_place_.push_back(static_cast<std::uint32_t>(lu_.place(i, i)));
    for (std::uint32_t place = 0; place < lu_.places(); ++place)
      if (std::ranges::find(entry_place_, place) == entry_place_.end())
        empty_place_.push_back(place);
    W_.resize(lu_.places() * lanes_);
    for (std::vector<double>* v : {&x_, &x_old_, &before_, &c3_, &c4_, &zero_})
      v->assign(numbers_, 0.0);
    for (std::vector<double>& g : g_)
      g.assign(numbers_, 0.0);
    error_.resize(lanes_);
  }

  /// Relative tolerance and, per state, absolute tolerance.
  void tolerances(double rtol, std::span<const double> atol) {
    rtol_ = rtol;
    atol_.assign(atol.begin(), atol.end());
  }

  /// With dt = 0 the first step is chosen from the right-hand side.
  template <class System>
  void initialize(std::span<const double> x, double t, double dt, System& system) {
    std::ranges::copy(x, x_.begin());
    t_ = t_old_ = t;
    dt_ = dt > 0.0 ? dt : first_step(system);
  }

  std::span<const double> current_state() const { return x_; }
  double current_time() const { return t_; }
  double current_time_step() const { return dt_; }
  void shorten(double dt) { dt_ = std::min(dt_, dt); }

  /// One accepted step; the step size adapts. Throws std::runtime_error when it collapses.
  template <class System>
  void do_step(System& system) {
    std::ranges::copy(x_, stage_.begin());
    system.second(stage_, jacobian_, dfdt_, t_);
    for (int tries = 0; tries < 500; ++tries) {
      if (tries > 0)
        std::ranges::copy(x_, stage_.begin());
      system.first(stage_, slope_, t_);
      const double error = attempt(system.first);
      const double factor =
          std::isfinite(error) ? std::clamp(std::pow(error, 0.25) / 0.9, 0.2, 6.0) : 10.0;
      const double h = dt_;
      dt_ = h / factor;
      if (std::isfinite(error) && error <= 1.0) {
        t_old_ = t_;
        t_ += h;
        x_old_.swap(x_);
        std::ranges::copy(stage_, x_.begin());
        dense_ready_ = false;
        return;
      }
      if (!(dt_ > 0.0) || t_ + dt_ == t_)
        break;
    }
    throw std::runtime_error("step size collapsed");
  }

  /// State at t within the last step, written with `stride` numbers between states.
  void calc_state(double t, double* to, std::size_t stride) {
    if (!dense_ready_)
      prepare_dense_output();
    kernels_.interpolate(n_, lanes_, (t - t_old_) / (t_ - t_old_), x_old_.data(), x_.data(),
                         c3_.data(), c4_.data(), to, stride);
  }

 private:
  template <class System>
  double first_step(System& system) {
    std::ranges::copy(x_, stage_.begin());
    system.first(stage_, slope_, t_);
    double step = 1e30;
    for (std::size_t l = 0; l < lanes_; ++l) {
      double size = 0.0, slope = 0.0;
      for (std::size_t i = 0; i < n_; ++i) {
        const std::size_t e = i * lanes_ + l;
        const double scale = atol_[i] + rtol_ * std::abs(x_[e]);
        size += (x_[e] / scale) * (x_[e] / scale);
        slope += (slope_[e] / scale) * (slope_[e] / scale);
      }
      if (size > 0.0 && slope > 0.0)
        step = std::min(step, 0.01 * std::sqrt(size / slope));
    }
    return step < 1e30 ? step : 1e-3;
  }

  template <class Rhs>
  double attempt(Rhs& rhs) {
    const double h = dt_;
    kernels_.assemble(lanes_, 1.0 / (k_.gamma * h), n_, diagonal_place_.data(), entry_place_.size(),
                      entry_place_.data(), jacobian_.data(), empty_place_.size(),
                      empty_place_.data(), W_.data());
    const Elimination plan = lu_.plan();
    kernels_.eliminate(plan, lanes_, W_.data());

    // For each stage: where it is, x + sum of a_j g_j, and what the stages before give to
    // g = W^-1 (f + h d dfdt + sum of c_j g_j / h). Sums over the same g are made in one go.
    const double* const parts[] = {g_[0].data(), g_[1].data(), g_[2].data(), g_[3].data(),
                                   g_[4].data()};
    const auto solve = [&](std::size_t stage, double d, const double* before) {
      const double* slope = slope_.data();
      if (!dfdt_.empty() && d != 0.0) {
        const double by_time = h * d;
        const double* const dfdt = dfdt_.data();
        kernels_.combine(numbers_, slope, 1, &by_time, &dfdt, slope_.data());
      }
      kernels_.solve(plan, lanes_, W_.data(), slope, before, g_[stage].data());
    };
    const auto stage = [&](std::size_t count, std::array<double, 4> a, std::array<double, 4> c,
                           double at, double d) {
      for (double& factor : c)
        factor /= h;
      kernels_.combine_two(numbers_, x_.data(), count, a.data(), c.data(), parts, stage_.data(),
                           before_.data());
      rhs(stage_, slope_, t_ + at * h);
      solve(count, d, before_.data());
    };
    solve(0, k_.d1, zero_.data());
    stage(1, {k_.a21}, {k_.c21}, k_.c2, k_.d2);
    stage(2, {k_.a31, k_.a32}, {k_.c31, k_.c32}, k_.c3, k_.d3);
    stage(3, {k_.a41, k_.a42, k_.a43}, {k_.c41, k_.c42, k_.c43}, k_.c4, k_.d4);
    stage(4, {k_.a51, k_.a52, k_.a53, k_.a54}, {k_.c51, k_.c52, k_.c53, k_.c54}, 1.0, 0.0);

    // The last stage stands where the fifth ends; its g is the correction and the error.
    const double once = 1.0;
    const double last[] = {k_.c61 / h, k_.c62 / h, k_.c63 / h, k_.c64 / h, k_.c65 / h};
    kernels_.combine(numbers_, stage_.data(), 1, &once, &parts[4], stage_.data());
    rhs(stage_, slope_, t_ + h);
    kernels_.combine(numbers_, slope_.data(), 5, last, parts, slope_.data());
    solve(5, 0.0, zero_.data());
    const std::vector<double>& g6 = g_[5];
    const double* const correction = g6.data();
    kernels_.combine(numbers_, stage_.data(), 1, &once, &correction, stage_.data());

    kernels_.weigh(n_, lanes_, atol_.data(), rtol_, x_.data(), stage_.data(), g6.data(),
                   error_.data());
    double worst = 0.0;
    for (const double sum : error_) {
      if (!std::isfinite(sum))
        return sum;
      worst = std::max(worst, sum);
    }
    return std::sqrt(worst / static_cast<double>(std::max<std::size_t>(n_, 1)));
  }

  void prepare_dense_output() {
    const double third[] = {k_.d21, k_.d22, k_.d23, k_.d24, k_.d25};
    const double fourth[] = {k_.d31, k_.d32, k_.d33, k_.d34, k_.d35};
    const double* const parts[] = {g_[0].data(), g_[1].data(), g_[2].data(), g_[3].data(),
                                   g_[4].data()};
    kernels_.combine_two(numbers_, zero_.data(), 5, third, fourth, parts, c3_.data(), c4_.data());
    dense_ready_ = true;
  }

  std::size_t n_, lanes_, numbers_;
  bool dense_ready_ = false;
  std::span<double> stage_, slope_, jacobian_, dfdt_;
  const Kernels& kernels_;
  SparseLu lu_;
  const boost::numeric::odeint::default_rosenbrock_coefficients<double> k_;
  double rtol_ = 1e-6, t_ = 0.0, t_old_ = 0.0, dt_ = 0.0;
  std::vector<double> atol_;
  std::vector<std::uint32_t> entry_place_, empty_place_, diagonal_place_;
  std::vector<double> W_, x_, x_old_, before_, c3_, c4_, zero_, error_;
  std::array<std::vector<double>, 6> g_;
};

}  // namespace ketascope::lanes
