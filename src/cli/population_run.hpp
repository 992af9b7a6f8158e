// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "cli/report.hpp"

namespace ketascope::cli {

/// What is given as an option takes the place of what the file says.
void apply(const PeopleOptions& people, PopulationSpec& spec);

/// The options given that say something about virtual patients besides how many there are.
std::string only_of_people(const PeopleOptions& options);

/// The document's scenarios given to its virtual patients, and everything written that the options
/// name. Returns the exit code.
int run_population(Source source, const PeopleOptions& people, const OutputOptions& output);

/// Whether any of these documents has virtual patients.
bool describes_population(std::span<const Source> sources);

/// What `population`, `simulate` and `compare` do with documents that have virtual patients: all
/// their scenarios are arms of one population. Two different populations, and outputs of a single
/// subject, are refused.
int run_sources_as_population(std::vector<Source> sources, const OutputOptions& output,
                              const PeopleOptions& people, std::string_view command);

}  // namespace ketascope::cli
