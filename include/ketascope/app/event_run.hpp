// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "ketascope/app/library.hpp"
#include "ketascope/app/summary.hpp"
#include "ketascope/io/event_table.hpp"
#include "ketascope/sim/simulate.hpp"

namespace ketascope {

/// Regular times of a grid. Errors: option.grid, unit.*.
struct Grid {
  double from_h = 0.0, to_h = 0.0, step_h = 0.0;
  std::vector<double> times_h() const;
};
/// "0:24:0.1 h", "0:480:5 min": from, to, step and the unit of all three (h without one).
tl::expected<Grid, Diagnostics> parse_grid(std::string_view text);

/// An event table that was simulated, and the columns that it hands through.
struct TableRun {
  Run run;
  std::vector<TextColumn> carried;
};

/// Simulates the event table `spec.events` (relative to the working folder): one row per row of the
/// table, and rows at spec.sampling.times_h with both sides of every jump. All problems at once.
tl::expected<TableRun, Diagnostics> run_event_table(const ScenarioSpec& spec,
                                                    const Library& library,
                                                    std::vector<std::string> carry = {},
                                                    const RunControl& control = {});

/// ID, TIME (h), EVID, the carried columns, `side` when a grid was asked for, one column per output
/// in `unit`, status. Rows that the grid adds have no EVID and no carried values. Values that were
/// not reached are NA. Comment lines (#) above.
std::string event_result_csv(const TableRun& table, std::string_view unit);

/// A scenario's doses as a NONMEM data file.
struct EventExport {
  std::string csv;
  std::vector<std::string>
      not_held;  ///< what such a file, or NONMEM, cannot hold: one sentence each
  Diagnostics warnings;
};
/// Compiles the scenario's doses and writes the records: ID, TIME, DV, EVID, CMT, AMT, RATE, DUR
/// (only when used), II, ADDL, SS, covariates. Numbers read back as the same doubles, so that
/// simulating the file gives the same digits. Errors: everything that simulate() would refuse.
tl::expected<EventExport, Diagnostics> export_events(const Scenario& scenario);

}  // namespace ketascope
