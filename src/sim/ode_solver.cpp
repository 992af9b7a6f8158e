// SPDX-License-Identifier: GPL-3.0-or-later
// clang-format off: first, because Boost 1.74 forgets to include it
#include <boost/numeric/odeint/util/unwrap_reference.hpp>
// clang-format on
#include <Eigen/Dense>
#include <algorithm>
#include <boost/numeric/odeint/stepper/dense_output_runge_kutta.hpp>
#include <boost/numeric/odeint/stepper/generation.hpp>
#include <boost/numeric/odeint/stepper/runge_kutta_dopri5.hpp>
#include <cmath>
#include <functional>
#include <stdexcept>

#include "sim/odeint_rosenbrock.hpp"
#include "sim/solver.hpp"

namespace ketascope {
namespace {

namespace odeint = boost::numeric::odeint;

using State = std::vector<double>;

// Explicit steps that stability alone would force before the implicit stepper is the better choice.
constexpr double stiff_step_count = 20'000.0;

/// The right-hand side and its Jacobian under the parameters, inputs and switches in force.
class Equations {
 public:
  explicit Equations(const Model& model)
      : k_(model.kinetics),
        ode_(k_.ode()),
        running_(ode_.running_inputs()),
        slope_(k_.states),
        jacobian_values_(ode_.jacobian.output_count()),
        scratch_(std::max({ode_.constants.scratch_size(1), ode_.rhs.scratch_size(1),
                           ode_.jacobian.scratch_size(1)})),
        rhs_(ode_.rhs, running_, slope_, scratch_, 1),
        jacobian_(ode_.jacobian, running_, jacobian_values_, scratch_, 1) {}
  Equations(const Equations&) = delete;  // the programs are tied to the numbers
  Equations& operator=(const Equations&) = delete;

  void use_parameters(std::span<const double> individual) {
    ode_.constants.run(individual, std::span(running_).first(ode_.constant_count), scratch_, 1);
  }

  void rhs(const double* x, double* dxdt, double t, const std::vector<double>& input,
           const std::vector<char>& off) {
    load(x, t);
    rhs_.run();
    for (std::size_t i = 0; i < k_.states; ++i)
      dxdt[i] = off[i] ? 0.0 : slope_[i] + input[i];
  }

  /// Calls entry(row, col, value) for the structural non-zeros, then time(row, value).
  template <class EntryFunction, class TimeFunction>
  void jacobian(const double* x, double t, const std::vector<char>& off, EntryFunction&& entry,
                TimeFunction&& time) {
    load(x, t);
    jacobian_.run();
    const std::size_t entries = k_.jacobian_entries.size();
    for (std::size_t e = 0; e < entries; ++e) {
      const auto row = static_cast<std::size_t>(k_.jacobian_entries[e].row);
      if (!off[row])
        entry(row, static_cast<std::size_t>(k_.jacobian_entries[e].col), jacobian_values_[e]);
    }
    for (std::size_t i = 0; i < k_.states; ++i)
      time(i, off[i] || !k_.rhs_uses_time ? 0.0 : jacobian_values_[entries + i]);
  }

 private:
  void load(const double* x, double t) {
    running_[ode_.constant_count] = t;
    std::copy(x, x + k_.states,
              running_.begin() + static_cast<std::ptrdiff_t>(ode_.constant_count) + 1);
  }

  const Kinetics& k_;
  const OdeSystem& ode_;
  std::vector<double> running_, slope_, jacobian_values_, scratch_;
  BoundProgram rhs_, jacobian_;
};

/// One smooth stretch with a dense-output stepper: shows the states asked for and ends with a true
/// step exactly at to_h.
template <class Stepper, class System>
Status integrate(Stepper& stepper, System system, State& x, double from_h, double to_h,
                 std::span<const double> times, const Solver::Visit& visit, int max_steps,
                 double first_step_h, const std::stop_token& stop) {
  std::size_t next = 0;
  State shown = x;
  stepper.initialize(x, from_h, std::min(first_step_h, to_h - from_h));
  for (int steps = 0; stepper.current_time() < to_h; ++steps) {
    if (steps >= max_steps)
      return Status::step_limit;
    if (stop.stop_requested())
      return Status::cancelled;
    const double left = to_h - stepper.current_time();
    if (stepper.current_time_step() > left) {
      const State here = stepper.current_state();
      stepper.initialize(here, stepper.current_time(), left);
    }
    try {
      stepper.do_step(system);
    } catch (const std::runtime_error&) {
      return Status::non_finite;  // the step size collapsed
    }
    if (to_h - stepper.current_time() < 1e-15 * std::abs(to_h))
      break;
    for (; next < times.size() && times[next] < to_h && times[next] <= stepper.current_time();
         ++next) {
      stepper.calc_state(times[next], shown);
      visit(times[next], shown);
    }
  }
  for (; next < times.size() && times[next] < to_h; ++next) {
    stepper.calc_state(times[next], shown);
    visit(times[next], shown);
  }
  x = stepper.current_state();
  for (; next < times.size(); ++next)
    visit(times[next], x);
  return Status::completed;
}

class OdeSolver final : public Solver {
 public:
  OdeSolver(const Model& model, const SolverOptions& options, double largest_dose, double horizon_h)
      : Solver(model),
        equations_(model),
        options_(options),
        atol_(options.atol * std::max(largest_dose, 1.0)),
        horizon_h_(horizon_h) {}

  std::string name() const override { return stiff_ ? "ode (rosenbrock4)" : "ode (dopri5)"; }

  Status advance(double from_h, double to_h, std::span<const double> times,
                 const Visit& visit) override {
    if (!chosen_)
      choose_stepper(from_h);
    return run(state, from_h, to_h, times, visit);
  }

  Status steady_state(const SteadyStateOp& ss, double time_h, std::vector<double>& result,
                      int& cycles) override;

 private:
  void parameters_changed() override { equations_.use_parameters(individual_); }

  /// The largest row sum of the Jacobian bounds the fastest rate.
  void choose_stepper(double t) {
    chosen_ = true;
    using Stepper = SolverOptions::Stepper;
    if (options_.stepper != Stepper::automatic) {
      stiff_ = options_.stepper == Stepper::rosenbrock4;
      return;
    }
    std::vector<double> row_sum(state.size(), 0.0);
    equations_.jacobian(
        state.data(), t, off,
        [&](std::size_t row, std::size_t, double v) { row_sum[row] += std::abs(v); },
        [](std::size_t, double) {});
    const double fastest = state.empty() ? 0.0 : std::ranges::max(row_sum);
    stiff_ = fastest * horizon_h_ / 3.3 > stiff_step_count;
  }

  Status run(State& x, double from_h, double to_h, std::span<const double> times,
             const Visit& visit) {
    const Status status = stiff_ ? run_rosenbrock(x, from_h, to_h, times, visit)
                                 : run_dopri5(x, from_h, to_h, times, visit);
    if (status != Status::completed)
      return status;
    return std::ranges::all_of(x, [](double v) { return std::isfinite(v); }) ? Status::completed
                                                                             : Status::non_finite;
  }

  double model_time(double t) const { return frozen_ ? frozen_time_h_ : t; }

  Status run_dopri5(State& x, double from_h, double to_h, std::span<const double> times,
                    const Visit& visit) {
    auto stepper =
        odeint::make_dense_output(atol_, options_.rtol, odeint::runge_kutta_dopri5<State>());
    const auto system = [this](const State& s, State& dxdt, double t) {
      equations_.rhs(s.data(), dxdt.data(), model_time(t), input, off);
    };
    return integrate(stepper, system, x, from_h, to_h, times, visit, options_.max_steps,
                     first_step(from_h, to_h), stop);
  }

  Status run_rosenbrock(State& x, double from_h, double to_h, std::span<const double> times,
                        const Visit& visit) {
    RosenbrockDenseOutput stepper(atol_, options_.rtol);
    const auto rhs = [this](const State& s, State& dxdt, double t) {
      equations_.rhs(s.data(), dxdt.data(), model_time(t), input, off);
    };
    const auto jacobian = [this](const State& s, Eigen::MatrixXd& J, double t,
                                 Eigen::VectorXd& dfdt) {
      J.setZero();
      const auto at = [](std::size_t i) { return static_cast<Eigen::Index>(i); };
      equations_.jacobian(
          s.data(), model_time(t), off,
          [&](std::size_t r, std::size_t c, double v) { J(at(r), at(c)) = v; },
          [&](std::size_t r, double v) { dfdt(at(r)) = frozen_ ? 0.0 : v; });
    };
    return integrate(stepper, std::make_pair(rhs, jacobian), x, from_h, to_h, times, visit,
                     options_.max_steps, first_step(from_h, to_h), stop);
  }

  static double first_step(double from_h, double to_h) { return std::min(1e-3, to_h - from_h); }

  /// One interval of the periodic input, from a dose to the state just before the next (bolus) or
  /// to the same phase (infusion), then optionally on to `phase`.
  Status cycle(const SteadyStateOp& ss, State& x, double until_h);
  Status newton_periodic(const SteadyStateOp& ss, State& x, bool& converged, int& cycles);
  Status newton_constant(const SteadyStateOp& ss, State& x, double t, bool& converged);
  Status newton(const SteadyStateOp& ss, State& x, double t, bool& converged, int& cycles);
  bool settled(const State& before, const State& after, double input_per_cycle) const;
  bool makes_something(double time_h);

  Equations equations_;
  SolverOptions options_;
  double atol_, horizon_h_;
  bool chosen_ = false, stiff_ = false, frozen_ = false;
  double frozen_time_h_ = 0.0;
};

// Steady state of a non-linear model: Newton on the period map, then repeated cycles.
constexpr int first_cycles = 3;
constexpr int newton_rounds = 12;
constexpr int most_cycles = 10'000;
constexpr double settled_rtol = 1e-8, settled_atol = 1e-10;
// What a cycle leaves behind must also be small beside what it brings: where input exceeds the
// greatest elimination an absurdly large amount would otherwise pass for steady.
constexpr double settled_input_part = 1e-6;

bool OdeSolver::settled(const State& before, const State& after, double input_per_cycle) const {
  for (std::size_t i = 0; i < after.size(); ++i) {
    if (terminal()[i])
      continue;
    const double change = std::abs(after[i] - before[i]);
    if (!(change <= settled_rtol * std::abs(after[i]) + settled_atol))
      return false;
    if (input_per_cycle > 0.0 && model_.compartments[i].amount &&
        change > settled_input_part * input_per_cycle + settled_atol)
      return false;
  }
  return true;
}

/// Whether the model produces anything without drug, so that its states have a steady state of
/// their own.
bool OdeSolver::makes_something(double time_h) {
  const State nothing(state.size(), 0.0), no_input(state.size(), 0.0);
  State dxdt(state.size());
  equations_.rhs(nothing.data(), dxdt.data(), time_h, no_input, off);
  return std::ranges::any_of(dxdt, [](double v) { return v != 0.0; });
}

Status OdeSolver::cycle(const SteadyStateOp& ss, State& x, double until_h) {
  const Visit nobody = [](double, std::span<const double>) {};
  const auto cmt = static_cast<std::size_t>(ss.cmt);
  const auto stretch = [&](double from, double to, double rate) {
    to = std::min(to, until_h);
    if (to <= from)
      return Status::completed;
    input[cmt] = rate;
    return run(x, from, to, {}, nobody);
  };
  if (ss.kind == SteadyStateOp::Kind::bolus)
    return stretch(0.0, ss.ii_h, 0.0);
  double running = std::floor(ss.duration_h / ss.ii_h);
  double rest = ss.duration_h - running * ss.ii_h;
  if (rest > ss.ii_h * (1.0 - 1e-9)) {
    running += 1.0;
    rest = 0.0;
  }
  if (rest <= 1e-9 * ss.ii_h)
    return stretch(0.0, ss.ii_h, running * ss.rate);
  const Status first = stretch(0.0, rest, (running + 1.0) * ss.rate);
  return first == Status::completed ? stretch(rest, ss.ii_h, running * ss.rate) : first;
}

Status OdeSolver::newton_periodic(const SteadyStateOp& ss, State& x, bool& converged, int& cycles) {
  const std::size_t n = x.size();
  const double bolus = ss.kind == SteadyStateOp::Kind::bolus ? ss.amount : 0.0;
  const auto map = [&](const State& from, State& to) {
    to = from;
    const Status status = cycle(ss, to, ss.ii_h);
    to[static_cast<std::size_t>(ss.cmt)] += bolus;
    ++cycles;
    return status;
  };
  std::vector<std::size_t> kept;
  for (std::size_t i = 0; i < n; ++i)
    if (!terminal()[i] && !off[i])
      kept.push_back(i);
  const auto m = static_cast<Eigen::Index>(kept.size());
  State gx(n), shifted(n), gs(n);
  for (int round = 0; round < newton_rounds; ++round) {
    if (const Status s = map(x, gx); s != Status::completed)
      return s;
    if (settled(x, gx, ss.amount)) {
      converged = true;
      x = gx;
      return Status::completed;
    }
    Eigen::MatrixXd J(m, m);
    Eigen::VectorXd residual(m);
    for (Eigen::Index j = 0; j < m; ++j) {
      const std::size_t column = kept[static_cast<std::size_t>(j)];
      shifted = x;
      const double h = 1e-5 * std::max(std::abs(x[column]), 1e-3 * std::max(ss.amount, 1e-3));
      shifted[column] += h;
      if (const Status s = map(shifted, gs); s != Status::completed)
        return s;
      for (Eigen::Index i = 0; i < m; ++i) {
        const std::size_t row = kept[static_cast<std::size_t>(i)];
        J(i, j) = (gs[row] - gx[row]) / h - (i == j ? 1.0 : 0.0);
      }
    }
    for (Eigen::Index i = 0; i < m; ++i) {
      const std::size_t row = kept[static_cast<std::size_t>(i)];
      residual(i) = gx[row] - x[row];
    }
    const Eigen::VectorXd step = J.partialPivLu().solve(-residual);
    if (!step.allFinite())
      break;
    x = gx;
    bool negative = false;
    for (Eigen::Index i = 0; i < m; ++i) {
      const std::size_t row = kept[static_cast<std::size_t>(i)];
      // gx is x + residual; Newton's point is x + step.
      const double proposed = gx[row] - residual(i) + step(i);
      negative = negative || (model_.compartments[row].amount && proposed < -settled_atol);
      x[row] = proposed;
    }
    if (negative)
      x = gx;  // outside what can be: go on with the plain cycle
  }
  return Status::completed;
}

Status OdeSolver::newton_constant(const SteadyStateOp& ss, State& x, double t, bool& converged) {
  const std::size_t n = x.size();
  std::vector<std::size_t> kept;
  std::vector<Eigen::Index> place(n, -1);
  for (std::size_t i = 0; i < n; ++i)
    if (!terminal()[i] && !off[i]) {
      place[i] = static_cast<Eigen::Index>(kept.size());
      kept.push_back(i);
    }
  const auto m = static_cast<Eigen::Index>(kept.size());
  input[static_cast<std::size_t>(ss.cmt)] =
      ss.kind == SteadyStateOp::Kind::constant ? ss.rate : 0.0;
  State dxdt(n);
  for (int round = 0; round < 50; ++round) {
    equations_.rhs(x.data(), dxdt.data(), t, input, off);
    Eigen::MatrixXd J = Eigen::MatrixXd::Zero(m, m);
    Eigen::VectorXd f(m);
    for (Eigen::Index i = 0; i < m; ++i)
      f(i) = dxdt[kept[static_cast<std::size_t>(i)]];
    equations_.jacobian(
        x.data(), t, off,
        [&](std::size_t r, std::size_t c, double v) {
          if (place[r] >= 0 && place[c] >= 0)
            J(place[r], place[c]) = v;
        },
        [](std::size_t, double) {});
    const Eigen::VectorXd step = J.partialPivLu().solve(-f);
    if (!step.allFinite())
      return Status::completed;
    State next = x;
    for (Eigen::Index i = 0; i < m; ++i) {
      const std::size_t row = kept[static_cast<std::size_t>(i)];
      next[row] = x[row] + step(i);
      if (model_.compartments[row].amount && next[row] < 0.0)
        next[row] = 0.5 * x[row];
    }
    converged = settled(x, next, 0.0);
    x = next;
    if (converged)
      return Status::completed;
  }
  return Status::completed;
}

/// Newton from x; where it does not converge x is as before.
Status OdeSolver::newton(const SteadyStateOp& ss, State& x, double t, bool& converged,
                         int& cycles) {
  const bool constant =
      ss.kind == SteadyStateOp::Kind::constant || ss.kind == SteadyStateOp::Kind::endogenous;
  State found = x;
  const Status status = constant ? newton_constant(ss, found, t, converged)
                                 : newton_periodic(ss, found, converged, cycles);
  if (status == Status::cancelled)
    return status;
  // A wild step is no news about the model: the plain cycles decide.
  converged = converged && status == Status::completed;
  if (converged)
    x = found;
  return Status::completed;
}

Status OdeSolver::steady_state(const SteadyStateOp& ss, double time_h, std::vector<double>& result,
                               int& cycles) {
  if (!chosen_)
    choose_stepper(time_h);
  if (ss.keep && makes_something(time_h)) {
    // What the model makes by itself is in the state already: only the drug's part is added.
    SteadyStateOp all = ss, own = ss;
    all.keep = own.keep = false;
    own.kind = SteadyStateOp::Kind::endogenous;
    std::vector<double> without;
    int own_cycles = 0;
    Status status = steady_state(own, time_h, without, own_cycles);
    if (status == Status::completed)
      status = steady_state(all, time_h, result, cycles);
    cycles = std::max(cycles, own_cycles);
    if (status != Status::completed)
      return status;
    std::ranges::transform(result, without, result.begin(), std::minus<>());
    return status;
  }
  const std::vector<double> input_before = input;
  std::ranges::fill(input, 0.0);
  frozen_ = true;
  frozen_time_h_ = time_h;
  cycles = 0;

  const bool constant =
      ss.kind == SteadyStateOp::Kind::constant || ss.kind == SteadyStateOp::Kind::endogenous;
  const double bolus = ss.kind == SteadyStateOp::Kind::bolus ? ss.amount : 0.0;
  State x = model_.kinetics.initial.run(individual_);
  for (std::size_t i = 0; i < x.size(); ++i)
    if (off[i] || terminal()[i])
      x[i] = 0.0;
  Status status = Status::completed;
  bool converged = false;
  SteadyStateOp periodic = ss;
  if (constant) {
    // A first guess from a long infusion brings Newton into the right basin.
    periodic.kind = SteadyStateOp::Kind::infusion;
    periodic.ii_h = 24.0;
    periodic.duration_h = 24.0;
    periodic.rate = ss.kind == SteadyStateOp::Kind::constant ? ss.rate : 0.0;
    periodic.amount = periodic.rate * periodic.ii_h;
  }
  x[static_cast<std::size_t>(ss.cmt)] += bolus;
  for (int i = 0; i < first_cycles && status == Status::completed; ++i, ++cycles) {
    status = cycle(periodic, x, periodic.ii_h);
    x[static_cast<std::size_t>(ss.cmt)] += bolus;
  }
  if (status == Status::completed)
    status = newton(ss, x, time_h, converged, cycles);
  for (; status == Status::completed && !converged && cycles < most_cycles; ++cycles) {
    State next = x;
    status = cycle(periodic, next, periodic.ii_h);
    next[static_cast<std::size_t>(ss.cmt)] += bolus;
    converged = settled(x, next, periodic.amount);
    x = next;
    if (stop.stop_requested())
      status = Status::cancelled;
  }
  if (status == Status::completed && converged && ss.phase_h > 0.0)
    status = cycle(ss, x, ss.phase_h);
  frozen_ = false;
  input = input_before;
  for (std::size_t i = 0; i < x.size(); ++i)
    if (terminal()[i])
      x[i] = 0.0;
  result = x;
  if (status != Status::completed)
    return status;
  return converged ? Status::completed : Status::no_steady_state;
}

}  // namespace

std::unique_ptr<Solver> make_ode_solver(const Model& model, const SolverOptions& options,
                                        double largest_dose, double horizon_h) {
  return std::make_unique<OdeSolver>(model, options, largest_dose, horizon_h);
}

}  // namespace ketascope
