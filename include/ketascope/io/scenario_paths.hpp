// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "ketascope/io/scenario_file.hpp"

namespace ketascope {

/// The document as it has to be written into the folder `to` when its relative paths are meant from
/// the folder `from`: event tables, the table of covariates, and files of models, effects and
/// perpetrators stay the same files. An empty folder is the working directory. Absolute paths and
/// ids of the library are left alone, and so is everything when both folders are one.
[[nodiscard]] ScenarioFile with_paths_from(ScenarioFile document, const std::filesystem::path& from,
                                           const std::filesystem::path& to);

}  // namespace ketascope
