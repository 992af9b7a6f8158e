// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstddef>
#include <type_traits>

namespace ketascope {

/// How many threads work when so many are asked for (0 = all cores): never more than there are
/// cores, which would buy nothing.
int threads_used(int asked);

/// Calls call(context, i) once for each i below count, on up to `threads` threads (0 = all cores).
/// Ends when all calls have.
void run_on_threads(std::size_t count, int threads, void (*call)(void*, std::size_t),
                    void* context);

/// body(i) once for each i below count, in no order, on up to `threads` threads (0 = all cores).
/// What the caller did before is seen by every call, and what the calls did by the caller after.
/// The thread library gives that order too, but where no checker can see it (it is compiled without
/// instrumentation), so it is stated here as well.
template <class Body>
void parallel_for(std::size_t count, int threads, Body&& body) {
  struct Work {
    std::remove_reference_t<Body>& body;
    std::atomic<bool> begun{false};
    std::atomic<std::size_t> ended{0};
  } work{body};
  work.begun.store(true, std::memory_order_release);
  run_on_threads(
      count, threads,
      [](void* context, std::size_t i) {
        Work& mine = *static_cast<Work*>(context);
        (void)mine.begun.load(std::memory_order_acquire);
        mine.body(i);
        mine.ended.fetch_add(1, std::memory_order_release);
      },
      &work);
  (void)work.ended.load(std::memory_order_acquire);
}

}  // namespace ketascope
