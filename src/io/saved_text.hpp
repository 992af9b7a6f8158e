// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "io/toml_reader.hpp"
#include "ketascope/io/saved_state.hpp"

namespace ketascope {

/// The [saved] table of a scenario file. Codes: scenario.saved and those of the fields.
SavedState read_saved(TomlTable table);
/// The table as text, from its header on; read_saved() reads it back equal.
std::string saved_text(const SavedState& state);

}  // namespace ketascope
