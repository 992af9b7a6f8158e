// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <boost/numeric/odeint/stepper/stepper_categories.hpp>
#include <cmath>
#include <span>
#include <stdexcept>
#include <utility>
#include <vector>

#include "ketascope/sim/block.hpp"
#include "sim/lanes/kernels.hpp"
#include "sim/lanes/rodas5p.hpp"
#include "sim/lanes/sparse_lu.hpp"

namespace ketascope::lanes {

/// Rodas5P as a dense-output stepper of Odeint, for many subjects at a time. A state is x[i * lanes
/// + lane]. All lanes take the same step; the error of a step is that of the worst lane, each
/// measured by the root mean square over its states.
///
/// A system is a pair (rhs(x, dxdt, t), jacobian(x, values, dfdt, t)): `values` in the order of
/// `entries`, one row of lanes each; `dfdt` is empty for a system without time. All that is handed
/// to the system stands in Shared, storage of the caller: what is tied to it needs no copy.
class LaneRosenbrock {
 public:
  using state_type = LaneNumbers;
  using deriv_type = LaneNumbers;
  using value_type = double;
  using time_type = double;
  using stepper_category = boost::numeric::odeint::dense_output_stepper_tag;
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
    for (LaneNumbers* v : {&x_, &x_old_, &before_, &zero_})
      v->assign(numbers_, 0.0);
    for (LaneNumbers& g : g_)
      g.assign(numbers_, 0.0);
    for (LaneNumbers& part : dense_)
      part.assign(numbers_, 0.0);
    error_.resize(lanes_);
  }

  /// Relative tolerance and, per state, absolute tolerance.
  void tolerances(double rtol, std::span<const double> atol) {
    rtol_ = rtol;
    atol_.assign(atol.begin(), atol.end());
  }

  void initialize(std::span<const double> x, double t, double dt) {
    std::ranges::copy(x, x_.begin());
    t_ = t_old_ = t;
    dt_ = dt;
  }
  /// The first step is chosen from the right-hand side.
  template <class System>
  void initialize(std::span<const double> x, double t, System& system) {
    initialize(x, t, 0.0);
    dt_ = first_step(system);
  }

  const LaneNumbers& current_state() const { return x_; }
  const LaneNumbers& previous_state() const { return x_old_; }
  double current_time() const { return t_; }
  double previous_time() const { return t_old_; }
  double current_time_step() const { return dt_; }
  void shorten(double dt) { dt_ = std::min(dt_, dt); }

  /// One accepted step, from where and to where; the step size adapts. Throws std::runtime_error
  /// when it collapses.
  template <class System>
  std::pair<double, double> do_step(System& system) {
    std::ranges::copy(x_, stage_.begin());
    system.second(stage_, jacobian_, dfdt_, t_);
    for (int tries = 0; tries < 500; ++tries) {
      if (tries > 0)
        std::ranges::copy(x_, stage_.begin());
      system.first(stage_, slope_, t_);
      const double error = attempt(system.first);
      const double factor =
          std::isfinite(error) ? std::clamp(std::pow(error, 0.2) / 0.9, 0.2, 6.0) : 10.0;
      const double h = dt_;
      dt_ = h / factor;
      if (std::isfinite(error) && error <= 1.0) {
        t_old_ = t_;
        t_ += h;
        x_old_.swap(x_);
        std::ranges::copy(stage_, x_.begin());
        dense_ready_ = false;
        return {t_old_, t_};
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
                         dense_[0].data(), dense_[1].data(), dense_[2].data(), to, stride);
  }
  void calc_state(double t, LaneNumbers& to) { calc_state(t, to.data(), lanes_); }

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
    kernels_.assemble(lanes_, 1.0 / (Rodas5P::gamma * h), n_, diagonal_place_.data(),
                      entry_place_.size(), entry_place_.data(), jacobian_.data(),
                      empty_place_.size(), empty_place_.data(), W_.data());
    const Elimination plan = lu_.plan();
    kernels_.eliminate(plan, lanes_, W_.data());

    std::array<const double*, Rodas5P::stages> g;
    for (std::size_t i = 0; i < g.size(); ++i)
      g[i] = g_[i].data();
    const double once = 1.0;
    for (std::size_t i = 0; i < g.size(); ++i) {
      std::array<double, Rodas5P::stages> c;
      for (std::size_t j = 0; j < i; ++j)
        c[j] = Rodas5P::c[i][j] / h;
      // Where the stage stands, and what the stages before give to it.
      if (i > 0 && i < std::size(Rodas5P::a)) {
        kernels_.combine_two(numbers_, x_.data(), i, Rodas5P::a[i], c.data(), g.data(),
                             stage_.data(), before_.data());
      } else if (i > 0) {
        kernels_.combine(numbers_, stage_.data(), 1, &once, &g[i - 1], stage_.data());
        kernels_.combine(numbers_, zero_.data(), i, c.data(), g.data(), before_.data());
      }
      if (i > 0)
        rhs(stage_, slope_, t_ + Rodas5P::alpha[i] * h);
      if (!dfdt_.empty() && Rodas5P::d[i] != 0.0) {
        const double by_time = h * Rodas5P::d[i];
        const double* const dfdt = dfdt_.data();
        kernels_.combine(numbers_, slope_.data(), 1, &by_time, &dfdt, slope_.data());
      }
      kernels_.solve(plan, lanes_, W_.data(), slope_.data(), i > 0 ? before_.data() : zero_.data(),
                     g_[i].data());
    }
    kernels_.combine(numbers_, stage_.data(), 1, &once, &g.back(), stage_.data());

    kernels_.weigh(n_, lanes_, atol_.data(), rtol_, x_.data(), stage_.data(), g.back(),
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
    std::array<const double*, Rodas5P::stages> g;
    for (std::size_t i = 0; i < g.size(); ++i)
      g[i] = g_[i].data();
    kernels_.combine_two(numbers_, zero_.data(), g.size(), Rodas5P::dense[0], Rodas5P::dense[1],
                         g.data(), dense_[0].data(), dense_[1].data());
    kernels_.combine(numbers_, zero_.data(), g.size(), Rodas5P::dense[2], g.data(),
                     dense_[2].data());
    dense_ready_ = true;
  }

  std::size_t n_, lanes_, numbers_;
  bool dense_ready_ = false;
  std::span<double> stage_, slope_, jacobian_, dfdt_;
  const Kernels& kernels_;
  SparseLu lu_;
  double rtol_ = 1e-6, t_ = 0.0, t_old_ = 0.0, dt_ = 0.0;
  std::vector<double> atol_;
  std::vector<std::uint32_t> entry_place_, empty_place_, diagonal_place_;
  LaneNumbers W_, x_, x_old_, before_, zero_, error_;
  std::array<LaneNumbers, Rodas5P::stages> g_;
  std::array<LaneNumbers, 3> dense_;
};

}  // namespace ketascope::lanes
