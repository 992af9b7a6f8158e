// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/axis_ticks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace ketascope {
namespace {

bool isMultiple(double value, double step) {
  return std::abs(value / step - std::round(value / step)) < 1e-6;
}

/// digit * 10^exponent as the nearest double: 0.3, not 0.30000000000000004.
double decimal(int digit, int exponent) {
  const double power = std::pow(10.0, std::abs(exponent));
  return exponent < 0 ? digit / power : digit * power;
}

}  // namespace

double hoursPer(AxisTimeUnit unit) {
  switch (unit) {
    case AxisTimeUnit::minutes:
      return 1.0 / 60.0;
    case AxisTimeUnit::days:
      return 24.0;
    case AxisTimeUnit::hours:
      break;
  }
  return 1.0;
}

AxisTimeUnit timeUnitOf(std::string_view axisLabel) {
  const auto open = axisLabel.find_last_of("[(");
  const auto unit = open == std::string_view::npos ? axisLabel : axisLabel.substr(open + 1);
  if (unit.starts_with("min")) {
    return AxisTimeUnit::minutes;
  }
  if (unit.starts_with("d]") || unit.starts_with("d)") || unit.starts_with("day")) {
    return AxisTimeUnit::days;
  }
  return AxisTimeUnit::hours;
}

double timeStep(double low, double high, int count, AxisTimeUnit unit) {
  static constexpr std::array stepsInHours{
      1.0 / 3600, 5.0 / 3600, 15.0 / 3600, 30.0 / 3600, 1.0 / 60, 2.0 / 60, 5.0 / 60, 10.0 / 60,
      0.25,       0.5,        1.0,         2.0,         3.0,      4.0,      6.0,      8.0,
      12.0,       24.0,       48.0,        96.0,        168.0,    336.0,    672.0};
  const double hours = (high - low) * hoursPer(unit);
  for (const double step : stepsInHours) {
    if (hours / step <= std::max(count, 1)) {
      return step / hoursPer(unit);
    }
  }
  return std::ceil(hours / std::max(count, 1) / 672.0) * 672.0 / hoursPer(unit);
}

std::string timeLabel(double at, double step, AxisTimeUnit unit) {
  if (std::abs(at) < step * 1e-6) {
    return "0";
  }
  if (unit != AxisTimeUnit::hours) {
    return plainNumber(std::round(at * 1e6) / 1e6);
  }
  if (step > 23.9) {
    return fmt::format("{} d", plainNumber(std::round(at / 24.0 * 1e6) / 1e6));
  }
  if (!isMultiple(step, 0.25)) {
    const char* sign = at < 0 ? "-" : "";
    const double seconds = std::round(std::abs(at) * 3600.0);
    const auto whole = static_cast<long long>(seconds);
    if (isMultiple(step * 60.0, 1.0)) {
      return fmt::format("{}{}:{:02}", sign, whole / 3600, whole / 60 % 60);
    }
    return fmt::format("{}{}:{:02}:{:02}", sign, whole / 3600, whole / 60 % 60, whole % 60);
  }
  static constexpr std::array<std::string_view, 4> fractions{"", "¼", "½", "¾"};
  const auto quarters = static_cast<long long>(std::llround(std::abs(at) * 4.0));
  const long long whole = quarters / 4;
  return fmt::format("{}{}{}", at < 0 ? "-" : "",
                     whole == 0 && quarters % 4 != 0 ? "" : fmt::format("{}", whole),
                     fractions[static_cast<std::size_t>(quarters % 4)]);
}

LogTicks logTicks(double low, double high, int count) {
  LogTicks ticks;
  if (!(low > 0.0) || !(high > low)) {
    return ticks;
  }
  const int first = static_cast<int>(std::floor(std::log10(low)));
  const int last = static_cast<int>(std::ceil(std::log10(high)));
  const double decades = std::log10(high / low);
  const bool fine = decades < 1.0;
  const bool halves = decades * 3 <= count;
  const int stride = std::max(1, static_cast<int>(std::ceil(decades / std::max(count, 1))));
  for (int exponent = first; exponent <= last; ++exponent) {
    for (int digit = 1; digit <= 9; ++digit) {
      const double at = decimal(digit, exponent);
      if (at < low * (1 - 1e-12) || at > high * (1 + 1e-12)) {
        continue;
      }
      const bool labelled =
          (digit == 1 && exponent % stride == 0) || ((digit == 2 || digit == 5) && halves) || fine;
      (labelled ? ticks.major : ticks.minor).push_back(at);
    }
  }
  return ticks;
}

std::string plainNumber(double value) {
  if (value == 0.0) {
    return "0";
  }
  const int digits =
      std::clamp(5 - static_cast<int>(std::floor(std::log10(std::abs(value)))), 0, 15);
  std::string text = fmt::format("{:.{}f}", value, digits);
  if (text.find('.') != std::string::npos) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') {
      text.pop_back();
    }
  }
  return text;
}

}  // namespace ketascope
