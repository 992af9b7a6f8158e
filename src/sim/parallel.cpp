// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/parallel.hpp"

#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

namespace ketascope {

void run_on_threads(std::size_t count, int threads, void (*call)(void*, std::size_t),
                    void* context) {
  tbb::task_arena arena(threads > 0 ? threads : tbb::task_arena::automatic);
  arena.execute(
      [&] { tbb::parallel_for(std::size_t{0}, count, [&](std::size_t i) { call(context, i); }); });
}

}  // namespace ketascope
