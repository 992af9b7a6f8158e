// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/replay.hpp"

#include <algorithm>
#include <cmath>

#include "app/bench/reference.hpp"
#include "app/bench/runner.hpp"
#include "ketascope/population/draws.hpp"

namespace ketascope::bench {
namespace {

struct Replay {
  Problem problem;
  std::vector<Timeline> timelines;
  std::size_t segments = 0;
};

Replay make_replay(Problem base) {
  constexpr std::size_t subjects = 1'031, segments = 15'396;
  Replay replay;
  replay.problem = std::move(base);
  replay.problem.subjects = subjects;
  Problem& p = replay.problem;
  const int central = p.model->compartment_index("A1");
  const Draws draws(15396);
  for (std::size_t i = 0; i < subjects; ++i) {
    const std::size_t own = segments * (i + 1) / subjects - segments * i / subjects;
    Timeline timeline;
    timeline.width = p.timeline.width;
    timeline.sets.assign(p.set(i).begin(), p.set(i).end());
    double clock = 0.0;
    for (std::size_t s = 0; s < own; ++s) {
      const double minutes = 0.5 + 20.0 * draws.uniform(i, 2 * s);
      const double rate = s % 3 == 2 ? 0.0 : 120.0 * draws.uniform(i, 2 * s + 1);
      timeline.ops.push_back(
          {.kind = TimelineOp::Kind::rate, .cmt = central, .time_h = clock, .value = rate});
      clock += minutes / 60.0;
      timeline.ops.push_back({.kind = TimelineOp::Kind::advance, .time_h = clock});
      timeline.ops.push_back(
          {.kind = TimelineOp::Kind::observe, .index = static_cast<int>(s), .time_h = clock});
    }
    replay.segments += own;
    replay.timelines.push_back(std::move(timeline));
  }
  p.plan.own_times = true;
  p.plan.outputs = {0};
  p.plan.rows.assign(15, {});
  for (const Timeline& t : replay.timelines)
    p.plan.rows.resize(std::max(p.plan.rows.size(), t.ops.size() / 3));
  return replay;
}

}  // namespace

tl::expected<BenchRow, Diagnostics> run_replay(const Library& library, const BenchOptions& options,
                                               const RunControl& control) {
  auto base = load_problem(library, "P1", 1'031, 500);
  if (!base)
    return tl::unexpected(std::move(base.error()));
  Replay replay = make_replay(std::move(*base));
  const Problem& p = replay.problem;
  const auto solver = make_block_solver(p.plan, replay.timelines.front());
  const std::size_t lanes = solver->width(), rows = p.plan.rows.size();
  const std::size_t blocks = (p.subjects + lanes - 1) / lanes;
  Curves out;
  out.lanes = lanes;
  out.values.resize(blocks * lanes * rows);
  std::vector<LaneSubject> subjects(lanes);
  std::vector<Status> status(lanes);
  const auto run = [&] {
    for (std::size_t b = 0; b < blocks; ++b) {
      const std::size_t count = std::min(lanes, p.subjects - b * lanes);
      for (std::size_t i = 0; i < count; ++i)
        subjects[i] = {&replay.timelines[b * lanes + i], replay.timelines[b * lanes + i].sets};
      solver->run(std::span(subjects).first(count),
                  std::span(out.values).subspan(b * lanes * rows, lanes * rows), status, {});
    }
  };
  run();
  const Times times = timed(std::max(options.repeats, 9), control.stop, run);
  BenchRow row;
  row.problem = "replay";
  row.solver = solver->name();
  row.subjects = p.subjects;
  row.rows = replay.segments;
  row.outputs = 1;
  row.wall_s = times.wall_s;
  row.cpu_s = times.cpu_s;
  double worst = 0.0;
  for (std::size_t i = 0; i < 100 && !control.stop.stop_requested(); ++i) {
    Problem one;
    one.model = p.model;
    one.timeline = replay.timelines[i];
    one.sets = one.timeline.sets;
    one.plan.outputs = {0, 1};
    for (const TimelineOp& op : one.timeline.ops)
      if (op.kind == TimelineOp::Kind::observe)
        one.plan.rows.push_back({op.time_h, Side::both});
    const auto reference = linear_reference(one, 0);
    double peak = 0.0;
    for (const double v : reference[0])
      peak = std::max(peak, v);
    for (std::size_t r = 0; r < reference[0].size(); ++r)
      worst = std::max(worst, std::abs(out.at(p, i, 0, r) - reference[0][r]) /
                                  std::max(reference[0][r], 1e-3 * peak));
  }
  row.error = worst;
  return row;
}

}  // namespace ketascope::bench
