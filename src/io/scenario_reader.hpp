// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/toml_reader.hpp"
#include "ketascope/io/scenario_file.hpp"

namespace ketascope {

/// The [display] table and the [[scenario]] tables of a file, whatever else it holds. At least an
/// empty list of scenarios must be there (scenario.none).
void read_scenarios(TomlTable& root, ScenarioFile& file);

}  // namespace ketascope
