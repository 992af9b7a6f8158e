// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/sim/block.hpp"

#include <algorithm>

#include "sim/lanes/linear_block.hpp"
#include "sim/lanes/ode_block.hpp"

namespace ketascope {

std::unique_ptr<BlockSolver> make_block_solver(const BlockPlan& plan, const Timeline& typical) {
  const Kinetics& k = plan.model->kinetics;
  const bool linear = plan.solver.kind != SolverOptions::Kind::ode && k.linear && k.outputs_linear;
  return linear ? lanes::make_linear_block(plan, typical) : lanes::make_ode_block(plan, typical);
}

std::vector<BlockRow> block_rows(std::span<const double> grid_h, const Timeline& typical) {
  std::vector<double> jumps;
  for (const TimelineOp& op : typical.ops)
    if (op.kind == TimelineOp::Kind::add || op.kind == TimelineOp::Kind::reset ||
        op.kind == TimelineOp::Kind::steady_state || op.kind == TimelineOp::Kind::switch_off)
      jumps.push_back(op.time_h);
  std::vector<BlockRow> rows;
  for (const double t : grid_h)
    rows.push_back({t, Side::both});
  for (const double t : jumps) {
    std::erase_if(rows, [&](const BlockRow& row) { return same_instant(row.time_h, t); });
    if (!same_instant(t, typical.start_h))
      rows.push_back({t, Side::pre});
    rows.push_back({t, Side::post});
  }
  std::ranges::stable_sort(rows, [](const BlockRow& a, const BlockRow& b) {
    return a.time_h < b.time_h && !same_instant(a.time_h, b.time_h);
  });
  return rows;
}

}  // namespace ketascope
