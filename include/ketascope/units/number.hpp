// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ketascope {

/// For people: rounded to `significant_digits` (1 to 17), trailing zeros kept: 43.8 -> "43.80",
/// 12346 -> "12350" with 4 digits; scientific outside 1e-4 <= |x| < 1e7. Zero is "0". Non-finite
/// values are "nan", "inf", "-inf". Never depends on the locale.
std::string format_number(double value, int significant_digits);

/// Shortest text that reads back as the same double: 0.1 -> "0.1", 1e30 -> "1e+30".
std::string shortest(double value);

/// The whole text as one finite decimal number; nothing else (no spaces, hex, nan, inf, comma).
/// A leading '+' is allowed. Never depends on the locale.
std::optional<double> parse_number(std::string_view text);

}  // namespace ketascope
