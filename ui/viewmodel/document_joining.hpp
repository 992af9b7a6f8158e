// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include "ketascope/io/scenario_file.hpp"

namespace ketascope {

/// Several documents as one: all their scenarios in order, their titles and descriptions one after
/// the other, the display of the first, the virtual patients of the first that has any.
ScenarioFile joinDocuments(const std::vector<ScenarioFile>& files);

/// Whether joining loses virtual patients: two of the documents state different ones.
bool patientsDisagree(const std::vector<ScenarioFile>& files);

/// Event tables, tables of covariates and model files that a document names relative to `folder`,
/// by their whole paths: for a document that moves elsewhere.
void makePathsAbsolute(ScenarioFile& file, const std::filesystem::path& folder);

}  // namespace ketascope
