// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/reference.hpp"

#include <fmt/format.h>

#include <Eigen/Dense>
#include <atomic>
#include <cmath>
#include <utility>

#include "sim/parallel.hpp"

namespace ketascope::bench {
namespace {

std::size_t reference_subjects(const Model& model) {
  return model.kinetics.linear ? 200 : 100;
}

using Real = long double;
using Wide = Eigen::Matrix<Real, Eigen::Dynamic, Eigen::Dynamic>;

Wide exponential(Wide m) {
  const Real norm = m.cwiseAbs().rowwise().sum().maxCoeff();
  int halvings = 0;
  for (Real scaled = norm; scaled > 0.25L; scaled /= 2)
    ++halvings;
  m /= std::ldexp(1.0L, halvings);
  Wide term = Wide::Identity(m.rows(), m.rows()), sum = term;
  for (int i = 1; i <= 20; ++i) {
    term = (term * m / static_cast<Real>(i)).eval();
    sum += term;
  }
  for (int i = 0; i < halvings; ++i)
    sum = (sum * sum).eval();
  return sum;
}

/// The length of a stretch as meant: schedules and grids are whole millionths of a minute, which
/// binary hours only come near to.
Real meant_h(double from_h, double to_h) {
  const Real minutes = 60.0L * (static_cast<Real>(to_h) - static_cast<Real>(from_h));
  const Real whole = std::round(minutes * 1e6L) / 1e6L;
  return (std::abs(minutes - whole) < 1e-10L ? whole : minutes) / 60.0L;
}

/// A non-linear problem by the single-subject solver at a tolerance far below the error measured.
Course ode_reference(const Problem& p, std::size_t subject) {
  Scenario scenario = p.scenario;
  const std::span<const double> set = p.set(subject);
  for (std::size_t i = 0; i < p.model->parameters.size(); ++i)
    scenario.parameters[p.model->parameters[i].name] =
        Measure{set[i] / p.model->parameters[i].unit.factor, p.model->parameters[i].unit_text};
  for (const BlockRow& row : p.plan.rows)
    scenario.sampling.times_h.push_back(row.time_h);
  scenario.solver.kind = SolverOptions::Kind::ode;
  scenario.solver.stepper = SolverOptions::Stepper::dopri5;
  scenario.solver.rtol = 1e-11;
  scenario.solver.atol = 1e-14;
  Course values(p.plan.outputs.size());
  const auto result = simulate(scenario);
  if (!result)
    return values;
  const SubjectResult& run = result->subjects.front();
  for (std::size_t o = 0; o < values.size(); ++o) {
    std::size_t at = 0;
    for (const BlockRow& row : p.plan.rows) {
      while (at + 1 < run.time_h.size() &&
             (run.time_h[at + 1] <= row.time_h || same_instant(run.time_h[at + 1], row.time_h)))
        ++at;
      values[o].push_back(run.column(o)[at]);
    }
  }
  return values;
}

}  // namespace

Course linear_reference(const Problem& p, std::size_t subject) {
  const Kinetics& k = p.model->kinetics;
  const auto n = static_cast<Eigen::Index>(k.states);
  const std::vector<double> system = k.linear_system.run(p.set(subject));
  Wide A = Wide::Zero(n, n);
  for (std::size_t e = 0; e < k.jacobian_entries.size(); ++e)
    A(k.jacobian_entries[e].row, k.jacobian_entries[e].col) = static_cast<Real>(system[e]);
  const std::vector<double> outputs = k.output_system.run(p.set(subject));
  // By length and input: a grid has one length between its events.
  std::map<std::pair<Real, std::vector<Real>>, Wide> steps;
  Wide x = Wide::Zero(n + 1, 1);
  std::vector<Real> input(k.states, 0);
  x(n, 0) = 1;
  double clock = p.timeline.start_h;
  const auto go = [&](double to) {
    if (!(to > clock))
      return;
    const Real length_h = meant_h(clock, to);
    Wide& step = steps[{length_h, input}];
    if (step.size() == 0) {
      Wide m = Wide::Zero(n + 1, n + 1);
      m.topLeftCorner(n, n) = A * length_h;
      for (Eigen::Index i = 0; i < n; ++i)
        m(i, n) = input[static_cast<std::size_t>(i)] * length_h;
      step = exponential(m);
    }
    x = (step * x).eval();
    clock = to;
  };
  Course values(p.plan.outputs.size());
  std::size_t row = 0;
  const auto show = [&](double until) {
    for (; row < p.plan.rows.size() && p.plan.rows[row].time_h < until &&
           !same_instant(p.plan.rows[row].time_h, until);
         ++row) {
      go(p.plan.rows[row].time_h);
      std::vector<Real> y(values.size(), 0);
      for (std::size_t e = 0; e < k.output_entries.size(); ++e)
        y[static_cast<std::size_t>(k.output_entries[e].row)] +=
            static_cast<Real>(outputs[e]) * x(k.output_entries[e].col, 0);
      for (std::size_t o = 0; o < y.size(); ++o)
        values[o].push_back(static_cast<double>(y[o]));
    }
  };
  for (const TimelineOp& op : p.timeline.ops) {
    if (op.kind == TimelineOp::Kind::advance) {
      show(op.time_h);
      go(op.time_h);
    } else if (op.kind == TimelineOp::Kind::add) {
      x(op.cmt, 0) += static_cast<Real>(op.value);
    } else if (op.kind == TimelineOp::Kind::rate) {
      input[static_cast<std::size_t>(op.cmt)] = static_cast<Real>(op.value);
    }
  }
  show(INFINITY);
  return values;
}

std::optional<double> References::error_of(const Problem& p, const Curves& out,
                                           const RunControl& control) {
  const bool linear = p.model->kinetics.linear;
  const std::size_t count = std::min(p.subjects, reference_subjects(*p.model));
  std::vector<Course>& known = known_[fmt::format("{} {} {}", p.name, p.plan.rows.size(),
                                                  p.subjects == 1 ? "typical" : "drawn")];
  if (const std::size_t before = known.size(); before < count) {
    known.resize(count);
    std::atomic<std::size_t> done{0};
    parallel_for(count - before, 0, [&](std::size_t i) {
      if (control.stop.stop_requested())
        return;
      known[before + i] = linear ? linear_reference(p, before + i) : ode_reference(p, before + i);
      if (control.progress)
        control.progress(static_cast<double>(++done) / static_cast<double>(count - before));
    });
    if (control.stop.stop_requested()) {
      known.clear();
      return std::nullopt;
    }
  }
  double worst = 0.0;
  for (std::size_t i = 0; i < count; ++i)
    for (std::size_t o = 0; o < known[i].size(); ++o) {
      double peak = 0.0;
      for (const double v : known[i][o])
        peak = std::max(peak, std::abs(v));
      // A reference that could not be found is no agreement.
      if (known[i][o].size() != p.plan.rows.size())
        return INFINITY;
      for (std::size_t r = 0; r < known[i][o].size(); ++r) {
        const double ref = known[i][o][r];
        const double error =
            std::abs(out.at(p, i, o, r) - ref) / std::max(std::abs(ref), 1e-3 * peak);
        worst = std::isnan(error) ? INFINITY : std::max(worst, error);
      }
    }
  return worst;
}

}  // namespace ketascope::bench
