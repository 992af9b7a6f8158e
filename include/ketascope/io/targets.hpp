// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>

#include "ketascope/diagnostic/diagnostic.hpp"

namespace ketascope {

/// What can be known of files that will be written before anything is computed: a long run must not
/// end in "no such folder". Empty ones are left out, "-" is standard output. Codes file.twice
/// file.unwritable.
Diagnostics check_targets(std::span<const std::string> targets);

/// A result does not take the place of what it is computed from. Code file.input.
Diagnostics spare_inputs(std::span<const std::string> targets, std::span<const std::string> inputs);

}  // namespace ketascope
