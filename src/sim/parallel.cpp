// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/parallel.hpp"

#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <thread>

namespace ketascope {

int threads_used(int asked) {
  const auto cores = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
  return asked > 0 ? std::min(asked, cores) : cores;
}

void run_on_threads(std::size_t count, int threads, void (*call)(void*, std::size_t),
                    void* context) {
  tbb::task_arena arena(threads_used(threads));
  arena.execute(
      [&] { tbb::parallel_for(std::size_t{0}, count, [&](std::size_t i) { call(context, i); }); });
}

}  // namespace ketascope
