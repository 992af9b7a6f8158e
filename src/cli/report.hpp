// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "ketascope/app/library.hpp"
#include "ketascope/app/observations.hpp"
#include "ketascope/app/run.hpp"

namespace ketascope::cli {

/// A scenario document with the folder that its relative paths refer to.
struct Source {
  ScenarioFile document;
  std::filesystem::path folder;
  std::vector<std::string> files;  ///< that it was read from
};

/// Every file of one's own that the source is read from: scenarios, event tables, covariates,
/// models.
std::vector<std::string> files_read(const Source& source);

/// Loads scenario files; all problems of all files at once.
tl::expected<std::vector<Source>, Diagnostics> load_sources(std::span<const std::string> files);

/// What can be known to go wrong with the targets and the unit before anything is computed.
Diagnostics check_output(const OutputOptions& options);

/// The names that tell curves apart in the table, the plot and the CSV file.
void make_names_unique(std::vector<Source>& sources);

/// The source's document for the file `target` (or "-"): relative paths lead to the same files from
/// there.
ScenarioFile document_for(const Source& source, const std::string& target);

/// A unit that is none of a concentration.
Diagnostics check_display(const DisplaySpec& display);

/// Sources and sampling sites of observed data, or that there are none.
void say_observed(const ObservedData& observed);

/// Simulates every scenario of every source and delivers tables, files and figure as the options
/// say. Nothing is written when anything is wrong. Returns the exit code.
int run_and_report(std::vector<Source> sources, const Library& library,
                   const OutputOptions& options);

}  // namespace ketascope::cli
