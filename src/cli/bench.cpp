// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/bench.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "ketascope/io/diagnostics.hpp"

namespace ketascope::cli {

int bench_command(const BenchCommandOptions& options) {
  BenchOptions bench;
  bench.threads = options.threads;
  bench.subjects = options.subjects;
  bench.repeats = options.repeats;
  bench.only = options.only;
  const auto rows = run_bench(Library::standard(), bench);
  if (!rows) {
    print(rows.error());
    return exit_problems;
  }
  return put(bench_table(*rows)) ? exit_ok : exit_problems;
}

}  // namespace ketascope::cli
