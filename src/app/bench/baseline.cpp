// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/baseline.hpp"

#include <Eigen/Dense>
#include <Eigen/Eigenvalues>
#include <cmath>

namespace ketascope::bench {

void plain_modes(const Problem& p, Curves& out) {
  const Kinetics& k = p.model->kinetics;
  const auto n = static_cast<Eigen::Index>(k.states);
  const std::size_t rows = p.plan.rows.size(), outputs = p.plan.outputs.size();
  std::vector<double> system(k.linear_system.output_count()),
      scratch(k.linear_system.scratch_size(1));
  std::vector<double> seen(k.output_system.output_count()),
      seen_scratch(k.output_system.scratch_size(1));
  for (std::size_t i = 0; i < p.subjects; ++i) {
    k.linear_system.run(p.set(i), system, scratch, 1);
    k.output_system.run(p.set(i), seen, seen_scratch, 1);
    Eigen::Matrix4d A = Eigen::Matrix4d::Zero();
    for (std::size_t e = 0; e < k.jacobian_entries.size(); ++e)
      A(k.jacobian_entries[e].row, k.jacobian_entries[e].col) = system[e];
    const Eigen::EigenSolver<Eigen::Matrix4d> modes(A);
    const Eigen::Matrix4d V = modes.eigenvectors().real();
    const Eigen::Vector4d rates = modes.eigenvalues().real();
    const Eigen::PartialPivLU<Eigen::Matrix4d> to_modes(V);
    Eigen::Vector4d x = Eigen::Vector4d::Zero(), b = Eigen::Vector4d::Zero();
    double clock = 0.0;
    std::size_t row = 0;
    double* const y = out.values.data() + i * rows * outputs;
    const auto stretch = [&](double to) {
      const Eigen::Vector4d c = to_modes.solve(x), d = to_modes.solve(b);
      Eigen::Matrix<double, 2, 4> start = Eigen::Matrix<double, 2, 4>::Zero();
      Eigen::Vector2d level = Eigen::Vector2d::Zero();
      Eigen::Vector4d coefficient;
      for (Eigen::Index j = 0; j < n; ++j)
        coefficient(j) = c(j) + d(j) / rates(j);
      for (std::size_t e = 0; e < k.output_entries.size(); ++e) {
        const auto& entry = k.output_entries[e];
        for (Eigen::Index j = 0; j < n; ++j) {
          start(entry.row, j) += seen[e] * V(entry.col, j) * coefficient(j);
          level(entry.row) -= seen[e] * V(entry.col, j) * d(j) / rates(j);
        }
      }
      for (; row < rows && p.plan.rows[row].time_h <= to; ++row) {
        const double t = p.plan.rows[row].time_h - clock;
        double first = level(0), second = level(1);
        for (Eigen::Index j = 0; j < n; ++j) {
          const double e = std::exp(rates(j) * t);
          first += start(0, j) * e;
          second += start(1, j) * e;
        }
        y[row] = first;
        y[rows + row] = second;
      }
      Eigen::Vector4d end;
      for (Eigen::Index j = 0; j < n; ++j)
        end(j) = coefficient(j) * std::exp(rates(j) * (to - clock)) - d(j) / rates(j);
      x = V * end;
      clock = to;
    };
    for (const TimelineOp& op : p.timeline.ops) {
      if (op.kind == TimelineOp::Kind::advance)
        stretch(op.time_h);
      else if (op.kind == TimelineOp::Kind::rate)
        b(op.cmt) = op.value;
    }
  }
}

}  // namespace ketascope::bench
