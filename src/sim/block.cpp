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
  using Kind = TimelineOp::Kind;
  std::vector<BlockRow> rows;
  for (const double t : grid_h)
    rows.push_back({t, Side::both});
  const auto take_out = [&](double t) {
    std::erase_if(rows, [&](const BlockRow& row) { return same_instant(row.time_h, t); });
  };
  for (const TimelineOp& op : typical.ops) {
    if (op.kind == Kind::rate) {
      // The end of an infusion is where its curve is highest.
      if (std::ranges::none_of(
              rows, [&](const BlockRow& row) { return same_instant(row.time_h, op.time_h); }))
        rows.push_back({op.time_h, Side::both});
      continue;
    }
    if (op.kind != Kind::add && op.kind != Kind::reset && op.kind != Kind::steady_state &&
        op.kind != Kind::switch_off)
      continue;
    take_out(op.time_h);
    if (!same_instant(op.time_h, typical.start_h))
      rows.push_back({op.time_h, Side::pre});
    rows.push_back({op.time_h, Side::post});
  }
  std::ranges::stable_sort(rows, [](const BlockRow& a, const BlockRow& b) {
    return a.time_h < b.time_h && !same_instant(a.time_h, b.time_h);
  });
  return rows;
}

}  // namespace ketascope
