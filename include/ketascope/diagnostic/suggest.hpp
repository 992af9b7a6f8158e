// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace ketascope {

/// The known name nearest to `name` by edit distance (a change of case counts less than a change
/// of letter), or an empty string when nothing is near enough to be worth a hint. Ties go to the
/// earlier name.
std::string nearest_name(std::string_view name, std::span<const std::string> known);

/// "did you mean 'x'?" for the nearest known name, or an empty string.
std::string did_you_mean(std::string_view name, std::span<const std::string> known);

}  // namespace ketascope
