// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/runner.hpp"

#include <atomic>

#include "sim/parallel.hpp"

namespace ketascope::bench {

Runner::Runner(const Problem& problem, int threads, std::size_t kept_subjects)
    : problem_(problem), threads_(static_cast<std::size_t>(std::max(threads, 1))) {
  for (std::size_t t = 0; t < threads_; ++t)
    solvers_.push_back(make_block_solver(problem.plan, problem.timeline));
  out.lanes = solvers_.front()->width();
  const std::size_t kept = std::min(problem.subjects, kept_subjects);
  kept_blocks_ = (kept + out.lanes - 1) / out.lanes;
  out.values.resize(kept_blocks_ * out.lanes * problem.plan.rows.size() *
                    problem.plan.outputs.size());
}

void Runner::run(const std::stop_token& stop) {
  const std::size_t lanes = out.lanes, blocks = (problem_.subjects + lanes - 1) / lanes;
  const std::size_t size = lanes * problem_.plan.rows.size() * problem_.plan.outputs.size();
  std::atomic<std::size_t> done{0};
  parallel_for(threads_, static_cast<int>(threads_), [&](std::size_t t) {
    std::vector<LaneSubject> subjects(lanes);
    std::vector<Status> status(lanes);
    for (std::size_t n = done++; n < blocks && !stop.stop_requested(); n = done++) {
      // The first subjects last: their results are the ones that stay.
      const std::size_t b = blocks - 1 - n;
      const std::size_t count = std::min(lanes, problem_.subjects - b * lanes);
      for (std::size_t i = 0; i < count; ++i)
        subjects[i] = {&problem_.timeline, problem_.set(b * lanes + i)};
      solvers_[t]->run(std::span(subjects).first(count),
                       std::span(out.values).subspan((b % kept_blocks_) * size, size), status, {});
    }
  });
}

}  // namespace ketascope::bench
