// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string_view>

#include <tl/expected.hpp>

#include "ketascope/io/diagnostics.hpp"
#include "ketascope/model/interaction.hpp"

namespace ketascope {

/// models/perpetrators/*.toml: docs/interactions.md. All problems at once.
///
/// Codes: perpetrator.unknown_value citation no_acts act no_regimen route; those of build_model();
/// toml.* unit.*
tl::expected<PerpetratorSpec, Diagnostics> parse_perpetrator_file(std::string_view text,
                                                                  std::string_view file);
tl::expected<PerpetratorSpec, Diagnostics> load_perpetrator_file(const std::filesystem::path& path);

}  // namespace ketascope
