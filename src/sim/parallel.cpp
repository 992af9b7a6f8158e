// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/parallel.hpp"

#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <thread>

namespace ketascope {
namespace {

// More threads than cores buy nothing; many times as many cost memory until there is none.
constexpr int most_threads_per_core = 4;

}  // namespace

void run_on_threads(std::size_t count, int threads, void (*call)(void*, std::size_t),
                    void* context) {
  const auto cores = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
  const int wanted = std::min(threads > 0 ? threads : cores, most_threads_per_core * cores);
  tbb::task_arena arena(wanted);
  arena.execute(
      [&] { tbb::parallel_for(std::size_t{0}, count, [&](std::size_t i) { call(context, i); }); });
}

}  // namespace ketascope
