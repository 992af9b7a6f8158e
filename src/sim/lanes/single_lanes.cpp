// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/lanes/single_lanes.hpp"

#include <algorithm>
#include <limits>

#include "sim/subject_run.hpp"

namespace ketascope::lanes {

void blank(const BlockPlan& plan, std::size_t lane, std::size_t width, std::size_t from,
           std::span<double> out) {
  const std::size_t rows = plan.rows.size();
  for (std::size_t o = 0; o < plan.outputs.size(); ++o)
    for (std::size_t r = from; r < rows; ++r)
      out[(o * rows + r) * width + lane] = std::numeric_limits<double>::quiet_NaN();
}

Status run_alone(const BlockPlan& plan, const LaneSubject& subject, std::size_t lane,
                 std::size_t width, std::span<double> out, const std::stop_token& stop) {
  Timeline timeline = *subject.timeline;
  timeline.sets.assign(subject.sets.begin(), subject.sets.end());
  RowPlan rows;
  rows.records = plan.own_times;
  rows.events = !plan.own_times;
  for (const BlockRow& row : plan.rows)
    if (!plan.own_times)
      rows.grid_h.push_back(row.time_h);
  const SubjectResult result = run_subject(*plan.model, timeline, rows, plan.solver, stop);

  std::size_t at = 0, written = 0;
  const std::size_t count = plan.rows.size(), found = result.time_h.size();
  for (; written < count; ++written) {
    const BlockRow& row = plan.rows[written];
    if (plan.own_times) {
      if (written == found)
        break;
      for (std::size_t o = 0; o < plan.outputs.size(); ++o)
        out[(o * count + written) * width + lane] =
            result.column(static_cast<std::size_t>(plan.outputs[o]))[written];
      continue;
    }
    while (at < found && result.time_h[at] < row.time_h &&
           !same_instant(result.time_h[at], row.time_h))
      ++at;
    if (at == found)
      break;
    std::size_t shown = at;
    if (row.side != Side::pre)
      while (shown + 1 < found && same_instant(result.time_h[shown + 1], row.time_h))
        ++shown;
    for (std::size_t o = 0; o < plan.outputs.size(); ++o)
      out[(o * count + written) * width + lane] =
          result.column(static_cast<std::size_t>(plan.outputs[o]))[shown];
  }
  blank(plan, lane, width, written, out);
  return result.status;
}

}  // namespace ketascope::lanes
