// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "io/toml_reader.hpp"
#include "ketascope/population/population.hpp"

namespace ketascope {

/// The [population] table of a scenario file. Codes: population.* and those of the fields.
PopulationSpec read_population(TomlTable table);
/// The table as text, from its header on; read_population() reads it back equal.
std::string population_text(const PopulationSpec& spec);

}  // namespace ketascope
