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
/// `entries`, one row of lanes each.
class LaneRosenbrock {
 public:
  using Entries = std::vector<std::pair<int, int>>;

  LaneRosenbrock(std::size_t states, std::size_t lanes, const Entries& entries,
                 const Kernels& kernels)
      : n_(states),
        lanes_(lanes),
        numbers_(states * lanes),
        kernels_(kernels),
        lu_(states, entries) {
    for (const auto& [row, column] : entries)
      entry_place_.push_back(static_cast<std::uint32_t>(
          lu_.place(static_cast<std::size_t>(row), static_cast<std::size_t>(column))));
    for (std::size_t i = 0; i < n_; ++i)
      diagonal_place_.push_back(static_cast<std::uint32_t>(lu_.place(i, i)));
    W_.resize(lu_.places() * lanes_);
    jacobian_.resize(entries.size() * lanes_);
    for (std::vector<double>* v : {&x_, &x_old_, &x_new_, &f_, &dfdt_, &c3_, &c4_})
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
    system.second(x_, jacobian_, dfdt_, t_);
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
        return;
      }
      if (!(dt_ > 0.0) || t_ + dt_ == t_)
        break;
    }
    throw std::runtime_error("step size collapsed");
  }

  /// State at t within the last step, written with `stride` numbers between states.
  void calc_state(double t, double* to, std::size_t stride) const {
    const double s = (t - t_old_) / (t_ - t_old_), r = 1.0 - s;
    for (std::size_t i = 0; i < n_; ++i)
      for (std::size_t l = 0; l < lanes_; ++l) {
        const std::size_t e = i * lanes_ + l;
        to[i * stride + l] = x_old_[e] * r + s * (x_[e] + r * (c3_[e] + s * c4_[e]));
      }
  }

 private:
  template <class System>
  double first_step(System& system) {
    system.first(x_, f_, t_);
    std::ranges::fill(error_, 0.0);
    double step = 1e30;
    for (std::size_t l = 0; l < lanes_; ++l) {
      double size = 0.0, slope = 0.0;
      for (std::size_t i = 0; i < n_; ++i) {
        const std::size_t e = i * lanes_ + l;
        const double scale = atol_[i] + rtol_ * std::abs(x_[e]);
        size += (x_[e] / scale) * (x_[e] / scale);
        slope += (f_[e] / scale) * (f_[e] / scale);
      }
      if (size > 0.0 && slope > 0.0)
        step = std::min(step, 0.01 * std::sqrt(size / slope));
    }
    return step < 1e30 ? step : 1e-3;
  }

  template <class Rhs>
  double attempt(Rhs& rhs) {
    const double h = dt_;
    kernels_.assemble(lu_.places(), lanes_, 1.0 / (k_.gamma * h), n_, diagonal_place_.data(),
                      entry_place_.size(), entry_place_.data(), jacobian_.data(), W_.data());
    const Elimination plan = lu_.plan();
    kernels_.eliminate(plan, lanes_, W_.data());

    auto& [g1, g2, g3, g4, g5, g6] = g_;
    const auto solve = [&](std::vector<double>& g) {
      kernels_.solve(plan, lanes_, W_.data(), g.data());
    };
    // g = f + h d dfdt + sum of c_j g_j / h, then solved; stage = x + sum of a_j g_j.
    const auto combine = [this](std::vector<double>& to, const std::vector<double>& from,
                                std::initializer_list<std::pair<double, const double*>> parts) {
      std::array<double, 5> factor;
      std::array<const double*, 5> part;
      std::size_t count = 0;
      for (const auto& [c, g] : parts)
        if (c != 0.0) {
          factor[count] = c;
          part[count++] = g;
        }
      kernels_.combine(numbers_, from.data(), count, factor.data(), part.data(), to.data());
    };
    const double* const d = dfdt_.data();
    rhs(x_, f_, t_);
    combine(g1, f_, {{h * k_.d1, d}});
    solve(g1);
    combine(x_new_, x_, {{k_.a21, g1.data()}});
    rhs(x_new_, f_, t_ + k_.c2 * h);
    combine(g2, f_, {{h * k_.d2, d}, {k_.c21 / h, g1.data()}});
    solve(g2);
    combine(x_new_, x_, {{k_.a31, g1.data()}, {k_.a32, g2.data()}});
    rhs(x_new_, f_, t_ + k_.c3 * h);
    combine(g3, f_, {{h * k_.d3, d}, {k_.c31 / h, g1.data()}, {k_.c32 / h, g2.data()}});
    solve(g3);
    combine(x_new_, x_, {{k_.a41, g1.data()}, {k_.a42, g2.data()}, {k_.a43, g3.data()}});
    rhs(x_new_, f_, t_ + k_.c4 * h);
    combine(g4, f_,
            {{h * k_.d4, d},
             {k_.c41 / h, g1.data()},
             {k_.c42 / h, g2.data()},
             {k_.c43 / h, g3.data()}});
    solve(g4);
    combine(x_new_, x_,
            {{k_.a51, g1.data()}, {k_.a52, g2.data()}, {k_.a53, g3.data()}, {k_.a54, g4.data()}});
    rhs(x_new_, f_, t_ + h);
    combine(g5, f_,
            {{k_.c51 / h, g1.data()},
             {k_.c52 / h, g2.data()},
             {k_.c53 / h, g3.data()},
             {k_.c54 / h, g4.data()}});
    solve(g5);
    combine(x_new_, x_new_, {{1.0, g5.data()}});
    rhs(x_new_, f_, t_ + h);
    combine(g6, f_,
            {{k_.c61 / h, g1.data()},
             {k_.c62 / h, g2.data()},
             {k_.c63 / h, g3.data()},
             {k_.c64 / h, g4.data()},
             {k_.c65 / h, g5.data()}});
    solve(g6);
    combine(x_new_, x_new_, {{1.0, g6.data()}});

    kernels_.weigh(n_, lanes_, atol_.data(), rtol_, x_.data(), x_new_.data(), g6.data(),
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
    const auto weighted = [this](const std::array<double, 5>& weight, std::vector<double>& to) {
      const std::array<const double*, 5> part{g_[0].data(), g_[1].data(), g_[2].data(),
                                              g_[3].data(), g_[4].data()};
      std::ranges::fill(to, 0.0);
      kernels_.combine(numbers_, to.data(), 5, weight.data(), part.data(), to.data());
    };
    weighted({k_.d21, k_.d22, k_.d23, k_.d24, k_.d25}, c3_);
    weighted({k_.d31, k_.d32, k_.d33, k_.d34, k_.d35}, c4_);
  }

  std::size_t n_, lanes_, numbers_;
  const Kernels& kernels_;
  SparseLu lu_;
  const boost::numeric::odeint::default_rosenbrock_coefficients<double> k_;
  double rtol_ = 1e-6, t_ = 0.0, t_old_ = 0.0, dt_ = 0.0;
  std::vector<double> atol_;
  std::vector<std::uint32_t> entry_place_, diagonal_place_;
  std::vector<double> W_, jacobian_, x_, x_old_, x_new_, f_, dfdt_, c3_, c4_, error_;
  std::array<std::vector<double>, 6> g_;
};

}  // namespace ketascope::lanes
