// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/toml_reader.hpp"
#include "ketascope/io/scenario_file.hpp"

namespace ketascope {

/// A seed as a number or, where TOML's 63 bits do not hold it, as text. Code scenario.seed.
std::uint64_t read_seed(const TomlField& field);

/// The [display] table and the [[scenario]] tables of a file, whatever else it holds. At least an
/// empty list of scenarios must be there (scenario.none).
void read_scenarios(TomlTable& root, ScenarioFile& file);

}  // namespace ketascope
