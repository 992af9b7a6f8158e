// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "ketascope/population/population.hpp"

namespace ketascope {

/// A table of covariates, one row per patient, below a line of names with or without units
/// ("WT [kg]"). A column holds numbers, or words throughout: labels of categories. Every fault with
/// its place, code population.table.
void read_covariate_table(PopulationSpec& spec, const std::filesystem::path& path,
                          Diagnostics& problems);

}  // namespace ketascope
