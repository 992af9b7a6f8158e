// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/units/number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <system_error>

namespace ketascope {

std::string shortest(double value) {
  std::array<char, 32> buffer{};
  const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  return {buffer.data(), result.ptr};
}

std::string format_number(double value, int significant_digits) {
  if (!std::isfinite(value))
    return shortest(value);
  if (value == 0.0)
    return "0";
  const int digits = std::clamp(significant_digits, 1, 17);
  // Round once, in scientific form, and only then choose the notation: 9.996 with three digits
  // is 10.0, not 10.00.
  const std::string scientific = fmt::format("{:.{}e}", value, digits - 1);
  const auto parts = scientific.find('e');
  int exponent = 0;
  const char* exponent_text = scientific.data() + parts + 1;
  if (*exponent_text == '+')
    ++exponent_text;
  std::from_chars(exponent_text, scientific.data() + scientific.size(), exponent);
  if (exponent < -4 || exponent >= 7)
    return scientific;
  const int decimals = digits - 1 - exponent;
  if (decimals >= 0)
    return fmt::format("{:.{}f}", value, decimals);
  const double rounded = parse_number(scientific).value_or(value);
  return fmt::format("{:.0f}", rounded);
}

std::optional<double> parse_number(std::string_view text) {
  if (!text.empty() && text.front() == '+') {
    text.remove_prefix(1);
    if (!text.empty() && text.front() == '-')
      return {};
  }
  double value = 0.0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
  if (result.ec != std::errc{} || result.ptr != text.data() + text.size())
    return {};
  if (!std::isfinite(value))
    return {};
  return value;
}

}  // namespace ketascope
