// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>

#include "ketascope/app/summary.hpp"
#include "ketascope/app/verify.hpp"

namespace ketascope {

/// Curves as CSV: comment lines (#) with program version, models, citations, units and the quiet
/// statement; columns scenario, ID, time, side, one per output with its unit in the header.
std::string to_csv(std::span<const Run> runs, const DisplaySpec& display);
/// The same with the summary and everything that the scenario states, for programs. Values that are
/// not finite are null.
std::string to_json(std::span<const Run> runs, std::span<const SummaryRow> summary,
                    const DisplaySpec& display);

/// The audit trail of all runs as CSV: every event that entered, began, ended or was discarded, and
/// why.
std::string audit_csv(std::span<const Run> runs);

/// Models and check outcomes for programs: JSON arrays.
std::string models_json(std::span<const ModelPtr> models);
std::string checks_json(std::span<const CheckOutcome> outcomes);

}  // namespace ketascope
