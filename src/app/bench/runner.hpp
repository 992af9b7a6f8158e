// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <ctime>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "app/bench/problem.hpp"

namespace ketascope::bench {

struct Times {
  double wall_s = 0.0, cpu_s = 0.0;
};

class Stopwatch {
 public:
  Times read() const {
    return {std::chrono::duration<double>(std::chrono::steady_clock::now() - wall_).count(),
            static_cast<double>(std::clock() - cpu_) / CLOCKS_PER_SEC};
  }

 private:
  std::chrono::steady_clock::time_point wall_ = std::chrono::steady_clock::now();
  std::clock_t cpu_ = std::clock();
};

inline Times median(std::vector<Times> all) {
  std::ranges::sort(all, {}, &Times::wall_s);
  return all.empty() ? Times{} : all[all.size() / 2];
}

/// Median of some repeats of `work`, the last of which is the one in hand when a stop is asked for.
template <class Work>
Times timed(int repeats, const std::stop_token& stop, Work&& work) {
  std::vector<Times> all;
  for (int i = 0; i < std::max(repeats, 1) && !stop.stop_requested(); ++i) {
    const Stopwatch watch;
    work();
    all.push_back(watch.read());
  }
  return median(std::move(all));
}

/// Results of all subjects, block after block.
struct Curves {
  std::size_t lanes = 1;
  LaneNumbers values;
  double at(const Problem& p, std::size_t subject, std::size_t output, std::size_t row) const {
    const std::size_t rows = p.plan.rows.size(), block = rows * p.plan.outputs.size() * lanes;
    return values[(subject / lanes) * block + (output * rows + row) * lanes + subject % lanes];
  }
};

/// One solver per thread, kept from run to run as a program keeps them.
class Runner {
 public:
  /// Results of no more than `kept_subjects` are held at a time; more go round and round in that
  /// memory, and at the end of a run it holds the first ones.
  Runner(const Problem& problem, int threads, std::size_t kept_subjects = ~std::size_t{0});

  void run(const std::stop_token& stop = {});
  std::string solver() const { return solvers_.front()->name(); }

  Curves out;

 private:
  const Problem& problem_;
  std::size_t threads_;
  std::size_t kept_blocks_ = 0;
  std::vector<std::unique_ptr<BlockSolver>> solvers_;
};

}  // namespace ketascope::bench
