// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "ketascope/io/scenario_file.hpp"

namespace ketascope {

/// The document as it has to be written into the folder `to` when its relative paths are meant from
/// the folder `from`: event tables, the table of covariates, and files of models, effects and
/// perpetrators stay the same files. An empty folder is the working directory. Absolute paths and
/// ids of the library are left alone, and so is everything when both folders are one.
[[nodiscard]] ScenarioFile with_paths_from(ScenarioFile document, const std::filesystem::path& from,
                                           const std::filesystem::path& to);

/// The files of the user's own that a document in `folder` leads to: event tables, the table of
/// covariates, models, effects and perpetrators that are no ids of the library.
std::vector<std::string> files_of(const ScenarioFile& document,
                                  const std::filesystem::path& folder);

}  // namespace ketascope
