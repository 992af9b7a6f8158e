// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include <tl/expected.hpp>

#include "ketascope/diagnostic/diagnostic.hpp"

namespace ketascope {

/// A function of the figure plug-in, by its name. Code figure.no_plugin.
tl::expected<void*, Diagnostics> figure_function(const char* name);

/// Lets `paint` write a temporary file with the ending of `path` and renames it. `paint` returns 0,
/// or another number and a message. Codes figure.format, file.unwritable.
tl::expected<void, Diagnostics> paint_file(
    const std::filesystem::path& path,
    const std::function<int(const char* temporary, std::string& message)>& paint);

}  // namespace ketascope
