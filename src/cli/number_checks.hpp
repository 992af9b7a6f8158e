// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace ketascope::cli {

template <class Number>
bool is_all_of(const std::string& text, Number& value) {
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  return error == std::errc() && stop == end && !text.empty();
}

/// Read before the number is: "-1" would become a large one, and what is too large the largest.
inline CLI::Validator whole(std::uint64_t low = 0,
                            std::uint64_t high = std::numeric_limits<std::uint64_t>::max()) {
  return CLI::Validator(
      [low, high](std::string& text) {
        std::uint64_t value = 0;
        return is_all_of(text, value) && low <= value && value <= high
                   ? std::string()
                   : fmt::format("'{}' is no whole number from {} to {}", text, low, high);
      },
      "", "whole number");
}

/// A finite number that is not negative.
inline CLI::Validator not_negative() {
  return CLI::Validator(
      [](std::string& text) {
        double value = 0.0;
        return is_all_of(text, value) && std::isfinite(value) && value >= 0.0
                   ? std::string()
                   : fmt::format("'{}' is no number of at least 0", text);
      },
      "", "not negative");
}

/// "5,50,95": numbers between 0 and 100.
inline CLI::Validator percentile_list() {
  return CLI::Validator(
      [](std::string& text) {
        std::string rest = text + ",";
        for (auto comma = rest.find(','); comma != std::string::npos; comma = rest.find(',')) {
          double value = 0.0;
          if (!is_all_of(rest.substr(0, comma), value) || !(value > 0.0 && value < 100.0)) {
            return fmt::format("'{}' is no list of numbers between 0 and 100, such as 5,50,95",
                               text);
          }
          rest.erase(0, comma + 1);
        }
        return std::string();
      },
      "", "percentiles");
}

/// "5,50,95", checked already; ascending afterwards, each once.
inline std::vector<double> read_percentiles(std::string_view text) {
  std::vector<double> numbers;
  while (!text.empty()) {
    const auto end = std::min(text.find(','), text.size());
    std::from_chars(text.data(), text.data() + end, numbers.emplace_back());
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  std::ranges::sort(numbers);
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  return numbers;
}

}  // namespace ketascope::cli
