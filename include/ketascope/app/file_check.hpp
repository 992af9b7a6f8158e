// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "ketascope/app/library.hpp"

namespace ketascope {

struct FileCheck {
  Diagnostics diagnostics;
  std::string content;  ///< "model, 6 parameters, ..." when the file was understood
};

/// Checks a file of any kind that this program reads, by what its `format` says it is. Scenarios
/// are also held against the models that they name. Code file.format when the kind is unknown.
FileCheck check_file(const std::filesystem::path& path, const Library& library);

/// The value of the `format` key before the first table of a TOML text; empty when there is none.
std::string_view declared_format(std::string_view text);

}  // namespace ketascope
