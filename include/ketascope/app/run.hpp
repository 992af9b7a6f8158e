// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "ketascope/app/library.hpp"
#include "ketascope/app/summary.hpp"
#include "ketascope/sim/simulate.hpp"

namespace ketascope {

/// Prepares every visible scenario of a document, and only when all of them are sound, simulates
/// them in order. Problems of all scenarios come in one answer, each naming its scenario. A stop
/// request gives the runs so far, the last one with the status `cancelled`.
tl::expected<std::vector<Run>, Diagnostics> run_document(const ScenarioFile& document,
                                                         const Library& library,
                                                         const std::filesystem::path& folder = {},
                                                         const RunControl& control = {});

/// Everything about a document that can be found without simulating it: models, covariates,
/// parameters, routes, doses. Errors and warnings.
Diagnostics check_document(const ScenarioFile& document, const Library& library,
                           const std::filesystem::path& folder = {});

/// Warnings of all runs, those of one scenario named after it, each once.
Diagnostics run_warnings(std::span<const Run> runs);

/// One sentence per model or route in use that is not graded `published`, and the notes of the
/// routes: what has to stand wherever the result is shown.
std::vector<std::string> grade_notes(std::span<const Run> runs);

/// "stopped after 2.5 h" for every subject that did not complete; empty when all did.
std::vector<std::string> incomplete_notes(std::span<const Run> runs);

}  // namespace ketascope
