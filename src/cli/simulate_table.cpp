// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/simulate_table.hpp"

#include <fmt/format.h>

#include "cli/console.hpp"
#include "cli/report.hpp"
#include "cli/run_watch.hpp"
#include "ketascope/app/event_run.hpp"
#include "ketascope/app/export.hpp"
#include "ketascope/app/run.hpp"
#include "ketascope/io/targets.hpp"

namespace ketascope::cli {
namespace {

/// "A,B" and "C" -> A, B, C.
std::vector<std::string> column_names(const std::vector<std::string>& texts) {
  std::vector<std::string> names;
  for (const std::string& text : texts) {
    for (std::size_t begin = 0; begin <= text.size();) {
      const std::size_t end = std::min(text.find(',', begin), text.size());
      if (end > begin) {
        names.push_back(text.substr(begin, end - begin));
      }
      begin = end + 1;
    }
  }
  return names;
}

bool deliver(const std::string& target, const std::string& content, bool quiet) {
  if (target == "-") {
    return put(content);
  }
  const auto written = write_file(target, content);
  if (!written) {
    print(written.error());
  } else if (!quiet) {
    say("wrote " + target);
  }
  return written.has_value();
}

}  // namespace

int simulate_table(const ScenarioSpec& spec, const SimulateOptions& options) {
  OutputOptions output = options.output;
  if (output.out.empty() && output.audit != "-") {
    output.out.assign(1, '-');
  }
  Diagnostics problems = check_output(output);
  const Diagnostics replaced =
      spare_inputs(std::vector{output.out, output.audit}, std::vector{spec.events, spec.model});
  problems.insert(problems.end(), replaced.begin(), replaced.end());
  ScenarioSpec wanted = spec;
  if (options.grid) {
    if (const auto grid = parse_grid(*options.grid)) {
      wanted.sampling.times_h = grid->times_h();
    } else {
      problems.insert(problems.end(), grid.error().begin(), grid.error().end());
    }
  }
  if (has_errors(problems)) {
    print(problems);
    return exit_problems;
  }

  // Until all is written: Ctrl-C leaves no file half done.
  RunWatch watch;
  RunControl control = watch.control();
  control.audit = !output.audit.empty();
  const auto table =
      run_event_table(wanted, Library::standard(), column_names(options.carry), control);
  watch.clear_line();
  if (!table) {
    print(table.error());
    return exit_problems;
  }
  const std::span<const Run> runs(&table->run, 1);
  print(run_warnings(runs));
  if (!output.quiet) {
    for (const std::string& note : grade_notes(runs)) {
      say("note: " + note);
    }
  }
  const auto incomplete = incomplete_notes(runs);
  for (const std::string& note : incomplete) {
    say("incomplete: " + note);
  }
  const std::string unit = output.unit.value_or(DisplaySpec().unit);
  const bool written =
      (output.out.empty() || deliver(output.out, event_result_csv(*table, unit), output.quiet)) &&
      (output.audit.empty() || deliver(output.audit, audit_csv(runs), output.quiet));
  return written && incomplete.empty() ? exit_ok : exit_problems;
}

}  // namespace ketascope::cli
