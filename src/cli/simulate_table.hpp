// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/commands.hpp"
#include "ketascope/io/scenario_file.hpp"

namespace ketascope::cli {

/// `simulate --data`: simulates the event table of `spec` and delivers one row per row of it.
/// Nothing is written when anything is wrong. Returns the exit code.
int simulate_table(const ScenarioSpec& spec, const SimulateOptions& options);

}  // namespace ketascope::cli
