// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "ketascope/diagnostic/diagnostic.hpp"

namespace ketascope {

/// A commented model file to begin with: a complete, made-up one-compartment model that passes
/// every check of the format, and its own. Code model.name when the id cannot be a file's name.
tl::expected<std::string, Diagnostics> model_template(std::string_view id);

}  // namespace ketascope
