// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/bench.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/run_watch.hpp"
#include "ketascope/io/diagnostics.hpp"

namespace ketascope::cli {

int bench_command(const BenchCommandOptions& options) {
  BenchOptions bench;
  bench.threads = options.threads;
  bench.subjects = options.subjects;
  bench.repeats = options.repeats;
  bench.only = options.only;
  const auto result = [&] {
    RunWatch watch;
    return run_bench(Library::standard(), bench, watch.control());
  }();
  if (!result) {
    print(result.error());
    return exit_problems;
  }
  return put(bench_table(*result)) && result->complete ? exit_ok : exit_problems;
}

}  // namespace ketascope::cli
