// SPDX-License-Identifier: GPL-3.0-or-later
#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "sim/propagator.hpp"
#include "sim/solver.hpp"

namespace ketascope {
namespace {

using Eigen::Index;

class LinearSolver final : public Solver {
 public:
  explicit LinearSolver(const Model& model)
      : Solver(model),
        n_(static_cast<Index>(model.kinetics.states)),
        system_(model.kinetics.linear_system.output_count()),
        scratch_(model.kinetics.linear_system.scratch_size(1)),
        b_(n_),
        all_(static_cast<std::size_t>(n_), 0.0) {}

  std::string name() const override { return "linear (exact)"; }

  Status advance(double from_h, double to_h, std::span<const double> times,
                 const Visit& visit) override {
    prepare();
    bool none = true;
    for (Index i = 0; i < n_; ++i) {
      const auto at = static_cast<std::size_t>(i);
      b_(i) = off[at] ? 0.0 : constant_(i) + input[at];
      none = none && b_(i) == 0.0;
    }
    keep_what_is_reached();
    if (!none)
      kept_b_ = b_(kept_);
    const Eigen::VectorXd& b = none ? nothing_ : kept_b_;
    const auto begin = [&] { x_ = Eigen::Map<const Eigen::VectorXd>(state.data(), n_)(kept_); };
    const auto spread = [&](std::vector<double>& to) {
      for (std::size_t i = 0; i < kept_.size(); ++i)
        to[static_cast<std::size_t>(kept_[i])] = x_(static_cast<Index>(i));
    };
    begin();
    std::ranges::fill(all_, 0.0);
    double clock = from_h;
    for (const double t : times) {
      if (stop.stop_requested())
        return Status::cancelled;
      propagator_.step(t - clock, b, x_);
      clock = t;
      spread(all_);
      visit(t, all_);
    }
    // The course itself takes the whole stretch in one step, so that looking changes no digit of
    // it.
    if (times.size() != 1 || times.front() != to_h) {
      begin();
      propagator_.step(to_h - from_h, b, x_);
    }
    if (!x_.allFinite())
      return Status::non_finite;
    spread(state);
    return Status::completed;
  }

  Status steady_state(const SteadyStateOp& ss, double, std::vector<double>& result,
                      int& cycles) override {
    cycles = 0;
    prepare();
    const std::vector<Index> kept = reached_by(ss);
    result.assign(static_cast<std::size_t>(n_), 0.0);
    if (kept.empty())
      return Status::completed;
    const Eigen::MatrixXd A = A_(kept, kept);
    // What the model makes by itself is in the state already when SS amounts are only added.
    Eigen::VectorXd b = ss.keep ? Eigen::VectorXd::Zero(static_cast<Index>(kept.size())).eval()
                                : constant_(kept).eval();
    Eigen::VectorXd dose = Eigen::VectorXd::Zero(static_cast<Index>(kept.size()));
    for (std::size_t i = 0; i < kept.size(); ++i)
      if (kept[i] == ss.cmt)
        dose(static_cast<Index>(i)) = 1.0;

    Eigen::VectorXd x;
    if (ss.kind == SteadyStateOp::Kind::constant || ss.kind == SteadyStateOp::Kind::endogenous)
      x = solve(A, -(b + ss.rate * dose));
    else
      x = periodic(A, b, dose, ss);
    if (!x.allFinite())
      return Status::no_steady_state;
    for (std::size_t i = 0; i < kept.size(); ++i)
      result[static_cast<std::size_t>(kept[i])] = x(static_cast<Index>(i));
    return Status::completed;
  }

 private:
  /// The states that `found` holds and those that they get to, in ascending order, without those
  /// that `seen` has already.
  std::vector<Index> closure(std::vector<Index> found, std::vector<char> seen) const {
    const auto taken = [&](Index i) {
      return std::exchange(seen[static_cast<std::size_t>(i)], char{1}) != 0;
    };
    std::erase_if(found, taken);
    for (std::size_t next = 0; next < found.size(); ++next)
      for (Index i = 0; i < n_; ++i)
        if (A_(i, found[next]) != 0.0 && !taken(i))
          found.push_back(i);
    std::ranges::sort(found);
    return found;
  }

  /// What is empty and gets nothing stays empty: after a dose into a vein no step need carry the
  /// gut. States are added as doses reach them; none is dropped before the rates change.
  void keep_what_is_reached() {
    bool more = stale_propagator_;
    const auto missing = [&](Index i) {
      const auto at = static_cast<std::size_t>(i);
      return !kept_already_[at] && (state[at] != 0.0 || b_(i) != 0.0);
    };
    for (Index i = 0; i < n_; ++i)
      more = more || missing(i);
    if (!more)
      return;
    std::vector<Index> filled = std::move(kept_);
    if (stale_propagator_)
      filled.clear();
    for (Index i = 0; i < n_; ++i)
      if (missing(i))
        filled.push_back(i);
    kept_ = closure(std::move(filled), std::vector<char>(static_cast<std::size_t>(n_), 0));
    for (const Index i : kept_)
      kept_already_[static_cast<std::size_t>(i)] = 1;
    propagator_.use(A_(kept_, kept_));
    stale_propagator_ = false;
  }

  /// States that the steady state has anything in: those that the input or the model's own
  /// production gets to, without accumulators (nothing would stop them) and without what is
  /// switched off.
  std::vector<Index> reached_by(const SteadyStateOp& ss) const {
    std::vector<Index> seeds;
    if (ss.kind != SteadyStateOp::Kind::endogenous)
      seeds.push_back(ss.cmt);
    for (Index i = 0; i < n_ && !ss.keep; ++i)
      if (constant_(i) != 0.0)
        seeds.push_back(i);
    std::vector<char> without(static_cast<std::size_t>(n_), 0);
    for (std::size_t i = 0; i < without.size(); ++i)
      without[i] = terminal()[i] || off[i];
    return closure(std::move(seeds), std::move(without));
  }

  /// Solution of m x = rhs, or NaN where m is singular to rounding: what comes in never leaves.
  static Eigen::VectorXd solve(const Eigen::MatrixXd& m, const Eigen::VectorXd& rhs) {
    const Eigen::PartialPivLU<Eigen::MatrixXd> lu(m);
    if (!(lu.rcond() > 1e-13))
      return Eigen::VectorXd::Constant(rhs.size(), std::nan(""));
    return lu.solve(rhs);
  }

  struct Stretch {
    double duration_h;
    double rate;
  };

  /// Input over one interval, counted from the entry of a dose.
  static std::vector<Stretch> cycle(const SteadyStateOp& ss) {
    if (ss.kind == SteadyStateOp::Kind::bolus)
      return {{ss.ii_h, 0.0}};
    double running = std::floor(ss.duration_h / ss.ii_h);
    double rest = ss.duration_h - running * ss.ii_h;
    if (rest > ss.ii_h * (1.0 - 1e-9)) {
      running += 1.0;
      rest = 0.0;
    }
    // An exact multiple of the interval is a flat input: no event inside the cycle.
    if (rest <= 1e-9 * ss.ii_h)
      return {{ss.ii_h, running * ss.rate}};
    return {{rest, (running + 1.0) * ss.rate}, {ss.ii_h - rest, running * ss.rate}};
  }

  static Eigen::VectorXd through(Propagator& propagator, Eigen::VectorXd x,
                                 const Eigen::VectorXd& b, const Eigen::VectorXd& dose,
                                 const std::vector<Stretch>& stretches, double until_h) {
    for (const Stretch& s : stretches) {
      const double h = std::min(s.duration_h, until_h);
      if (h <= 0.0)
        break;
      propagator.step(h, b + s.rate * dose, x);
      until_h -= h;
    }
    return x;
  }

  /// x(0) = Phi x(0) + q over one interval; then on to the phase that is wanted.
  static Eigen::VectorXd periodic(const Eigen::MatrixXd& A, const Eigen::VectorXd& b,
                                  const Eigen::VectorXd& dose, const SteadyStateOp& ss) {
    const Index n = A.rows();
    Propagator propagator;
    propagator.use(A);
    const std::vector<Stretch> stretches = cycle(ss);
    const Eigen::VectorXd none = Eigen::VectorXd::Zero(n);
    const bool bolus = ss.kind == SteadyStateOp::Kind::bolus;
    Eigen::VectorXd q = through(propagator, none, b, dose, stretches, ss.ii_h);
    if (bolus)
      q += ss.amount * dose;
    Eigen::MatrixXd phi(n, n);
    propagator.matrix(ss.ii_h, phi);
    const Eigen::MatrixXd system = Eigen::MatrixXd::Identity(n, n) - phi;
    // For a bolus the unknown is the state just after the dose: x = Phi x + integral + dose.
    const Eigen::VectorXd x0 = solve(system, q);
    if (!x0.allFinite())
      return x0;
    return through(propagator, x0, b, dose, stretches, ss.phase_h);
  }

  void parameters_changed() override { stale_ = true; }

  /// The rates for the present parameters and switches.
  void prepare() {
    if (!stale_ && off_then_ == off)
      return;
    const Kinetics& k = model_.kinetics;
    k.linear_system.run(individual_, system_, scratch_, 1);
    A_.setZero(n_, n_);
    constant_.setZero(n_);
    for (std::size_t e = 0; e < k.jacobian_entries.size(); ++e)
      A_(k.jacobian_entries[e].row, k.jacobian_entries[e].col) = system_[e];
    for (Index i = 0; i < n_; ++i)
      constant_(i) = system_[k.jacobian_entries.size() + static_cast<std::size_t>(i)];
    for (Index i = 0; i < n_; ++i)
      if (off[static_cast<std::size_t>(i)]) {
        A_.row(i).setZero();
        constant_(i) = 0.0;
      }
    off_then_ = off;
    kept_already_.assign(static_cast<std::size_t>(n_), 0);
    stale_propagator_ = true;
    stale_ = false;
  }

  Index n_;
  std::vector<double> system_, scratch_;
  Eigen::MatrixXd A_;
  Eigen::VectorXd constant_, b_, nothing_;
  std::vector<Index> kept_;  ///< states that steps are taken for
  std::vector<char> kept_already_;
  Eigen::VectorXd x_, kept_b_;  ///< of these
  std::vector<double> all_;     ///< of every state
  Propagator propagator_;       ///< of A_ at kept_
  bool stale_ = true, stale_propagator_ = true;
  std::vector<char> off_then_;
};

}  // namespace

std::unique_ptr<Solver> make_linear_solver(const Model& model) {
  return std::make_unique<LinearSolver>(model);
}

}  // namespace ketascope
