// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string_view>

#include "ketascope/io/diagnostics.hpp"
#include "ketascope/model/model.hpp"

namespace ketascope {

/// TOML text -> ModelSpec: syntax, unknown fields, wrong types, missing fields. All problems at
/// once.
struct ParsedModel {
  ModelSpec spec;
  Diagnostics diagnostics;
};
ParsedModel parse_model_spec(std::string_view text, std::string_view file);

/// parse_model_spec() and build_model(); diagnostics of both, in file order.
BuiltModel parse_model(std::string_view text, std::string_view file);
BuiltModel load_model(const std::filesystem::path& path);

}  // namespace ketascope
