// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/analysis/exponential_terms.hpp"

#include <Eigen/Dense>
#include <Eigen/Eigenvalues>
#include <algorithm>
#include <cmath>
#include <utility>

#include "ketascope/dosing/timeline.hpp"
#include "sim/solver.hpp"

namespace ketascope {
namespace {

using Eigen::Index;
using Kind = TimelineOp::Kind;

constexpr double real_to_rounding = 1e-9;  // imaginary part, relative to the fastest rate
constexpr double most_cancelling = 1e6;    // terms this much larger than their sum mean nothing
constexpr double vanishing = 1e-12;

/// One output of a linear model under one parameter set, reduced to the states that it depends on.
struct OutputSystem {
  std::vector<Index> states;
  Eigen::MatrixXd A;
  Eigen::VectorXd b;
  Eigen::RowVectorXd C;
  double c = 0.0;
};

OutputSystem output_system(const Kinetics& k, std::span<const double> individual,
                           std::size_t output, const std::vector<double>& input) {
  const auto n = static_cast<Index>(k.states);
  const std::vector<double> linear = k.linear_system.run(individual);
  Eigen::MatrixXd A = Eigen::MatrixXd::Zero(n, n);
  for (std::size_t e = 0; e < k.jacobian_entries.size(); ++e)
    A(k.jacobian_entries[e].row, k.jacobian_entries[e].col) = linear[e];
  Eigen::VectorXd b(n);
  for (Index i = 0; i < n; ++i)
    b(i) = linear[k.jacobian_entries.size() + static_cast<std::size_t>(i)] +
           input[static_cast<std::size_t>(i)];
  const std::vector<double> observed = k.output_system.run(individual);
  Eigen::RowVectorXd C = Eigen::RowVectorXd::Zero(n);
  for (std::size_t e = 0; e < k.output_entries.size(); ++e)
    if (k.output_entries[e].row == static_cast<int>(output))
      C(k.output_entries[e].col) = observed[e];

  OutputSystem system;
  std::vector<char> seen(k.states, 0);
  const auto reach = [&](Index i) {
    if (!std::exchange(seen[static_cast<std::size_t>(i)], char{1}))
      system.states.push_back(i);
  };
  for (Index i = 0; i < n; ++i)
    if (C(i) != 0.0)
      reach(i);
  for (std::size_t next = 0; next < system.states.size(); ++next)
    for (Index j = 0; j < n; ++j)
      if (A(system.states[next], j) != 0.0)
        reach(j);
  system.A = A(system.states, system.states);
  system.b = b(system.states);
  system.C = C(system.states);
  system.c = observed[k.output_entries.size() + output];
  return system;
}

void write_out(const OutputSystem& system, const std::vector<double>& state,
               ExponentialStretch& stretch) {
  const auto n = static_cast<Index>(system.states.size());
  if (n == 0) {
    stretch.constant = system.c;
    return;
  }
  Eigen::VectorXd settled = Eigen::VectorXd::Zero(n);
  if (system.b.cwiseAbs().maxCoeff() > 0.0) {
    const Eigen::PartialPivLU<Eigen::MatrixXd> lu(system.A);
    if (!(lu.rcond() > 1e-13)) {
      stretch.unwritten = "what comes in never leaves, so that the curve rises in a straight line";
      return;
    }
    settled = lu.solve(-system.b);
  }
  Eigen::VectorXd start(n);
  for (Index i = 0; i < n; ++i)
    start(i) = state[static_cast<std::size_t>(system.states[static_cast<std::size_t>(i)])];
  const Eigen::EigenSolver<Eigen::MatrixXd> modes(system.A);
  const double fastest = modes.eigenvalues().cwiseAbs().maxCoeff();
  if (modes.eigenvalues().imag().cwiseAbs().maxCoeff() > real_to_rounding * fastest) {
    stretch.unwritten = "it oscillates, or holds rate constants that are equal";
    return;
  }
  const Eigen::MatrixXcd V = modes.eigenvectors();
  const Eigen::VectorXcd weights =
      V.partialPivLu().solve((start - settled).cast<std::complex<double>>());
  std::vector<ExponentialTerm> terms;
  double sum = 0.0, largest = 0.0;
  for (Index i = 0; i < n; ++i) {
    const double rate = -modes.eigenvalues()(i).real();
    const double coefficient =
        ((system.C.cast<std::complex<double>>() * V.col(i))(0) * weights(i)).real();
    terms.push_back({coefficient, std::abs(rate) <= 1e-12 * fastest ? 0.0 : rate});
    sum += std::abs(coefficient);
    largest = std::max(largest, std::abs(coefficient));
  }
  const double scale =
      std::max((system.C.cwiseAbs() * (start.cwiseAbs() + settled.cwiseAbs()))(0), system.c);
  if (!std::isfinite(sum) || sum > most_cancelling * scale + vanishing) {
    stretch.unwritten = "rate constants are equal or nearly so, so that its terms hold powers of t";
    return;
  }
  std::erase_if(terms, [&](const ExponentialTerm& term) {
    return !(std::abs(term.coefficient) > vanishing * largest);
  });
  std::ranges::sort(terms, {}, &ExponentialTerm::rate_per_h);
  stretch.constant = (system.C * settled)(0) + system.c;
  stretch.terms = std::move(terms);
}

/// Walks the timeline as a run does and writes out every stretch between two events.
class Walk {
 public:
  Walk(const Model& model, const Timeline& timeline, std::size_t output)
      : model_(model),
        timeline_(timeline),
        output_(output),
        solver_(make_linear_solver(model)),
        clock_(timeline.start_h) {}

  std::vector<ExponentialStretch> run() {
    use_set(timeline_.ops.empty() ? 0 : timeline_.ops.front().set);
    solver_->state = model_.kinetics.initial.run(timeline_.set(set_));
    for (const TimelineOp& op : timeline_.ops)
      if (!apply(op))
        break;
    return std::move(stretches_);
  }

 private:
  void use_set(int set) {
    if (set != std::exchange(set_, set))
      solver_->use_set(timeline_.set(set));
  }

  bool apply(const TimelineOp& op) {
    const auto cmt = static_cast<std::size_t>(std::max(op.cmt, 0));
    switch (op.kind) {
      case Kind::advance:
        use_set(op.set);
        return advance(op.time_h);
      case Kind::add:
        solver_->state[cmt] += op.value;
        event_ = true;
        break;
      case Kind::rate:
        solver_->input[cmt] = op.value;
        event_ = true;
        break;
      case Kind::reset:
        clock_ = op.time_h;
        use_set(op.set);
        solver_->state = model_.kinetics.initial.run(timeline_.set(set_));
        std::ranges::fill(solver_->input, 0.0);
        std::ranges::fill(solver_->off, char{0});
        event_ = true;
        break;
      case Kind::steady_state: {
        use_set(op.set);
        const auto& ss = timeline_.steady_states[static_cast<std::size_t>(op.index)];
        std::vector<double> reached;
        int cycles = 0;
        if (solver_->steady_state(ss, clock_, reached, cycles) != Status::completed)
          return false;
        for (std::size_t i = 0; i < reached.size(); ++i)
          solver_->state[i] = ss.keep ? solver_->state[i] + reached[i] : reached[i];
        event_ = true;
        break;
      }
      case Kind::switch_off:
        solver_->off[cmt] = 1;
        solver_->state[cmt] = 0.0;
        event_ = true;
        break;
      case Kind::switch_on:
        solver_->off[cmt] = 0;
        event_ = true;
        break;
      case Kind::observe:
        break;
    }
    return true;
  }

  bool advance(double to_h) {
    const double from_h = std::exchange(clock_, to_h);
    if (same_instant(from_h, to_h))
      return true;
    // A record that only looks divides no curve.
    if (!stretches_.empty() && !event_ && set_ == written_set_) {
      stretches_.back().to_h = to_h;
    } else {
      ExponentialStretch stretch;
      stretch.from_h = from_h;
      stretch.to_h = to_h;
      if (std::ranges::any_of(solver_->off, [](char off) { return off != 0; }))
        stretch.unwritten = "a compartment is switched off";
      else
        write_out(output_system(model_.kinetics, timeline_.set(set_), output_, solver_->input),
                  solver_->state, stretch);
      stretches_.push_back(std::move(stretch));
      written_set_ = set_;
      event_ = false;
    }
    const std::vector<double> none;
    return solver_->advance(from_h, to_h, none, [](double, std::span<const double>) {}) ==
           Status::completed;
  }

  const Model& model_;
  const Timeline& timeline_;
  std::size_t output_;
  std::unique_ptr<Solver> solver_;
  std::vector<ExponentialStretch> stretches_;
  double clock_;
  int set_ = -1;
  int written_set_ = -1;
  bool event_ = false;
};

}  // namespace

tl::expected<std::vector<ExponentialStretch>, Diagnostics> exponential_terms(
    const Scenario& scenario, std::size_t output) {
  const Model& model = *scenario.model;
  if (!model.kinetics.linear || !model.kinetics.outputs_linear || model.kinetics.outputs_use_time)
    return tl::unexpected(
        Diagnostics{{Severity::error,
                     "terms.not_linear",
                     "the equations of " + model.id +
                         " are not linear with constant coefficients; its curves are no sums of "
                         "exponentials",
                     {},
                     {},
                     {}}});
  ResolvedScenario resolved = resolve(scenario);
  if (has_errors(resolved.diagnostics) || resolved.subjects.empty())
    return tl::unexpected(std::move(resolved.diagnostics));
  CompiledTimeline compiled =
      compile_timeline(model, resolved.subjects.front(), scenario.covariates);
  if (has_errors(compiled.diagnostics))
    return tl::unexpected(std::move(compiled.diagnostics));
  return Walk(model, compiled.timeline, output).run();
}

}  // namespace ketascope
