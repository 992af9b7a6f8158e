// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/diagnostic/suggest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <vector>

namespace ketascope {

namespace {

constexpr std::size_t longest_worth_comparing = 64;

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Edit distance in half steps: a change of case is 1; insert, delete, replace and swapping two
/// neighbours are 2.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i)
    d[i][0] = 2 * i;
  for (std::size_t j = 0; j <= b.size(); ++j)
    d[0][j] = 2 * j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const char x = a[i - 1];
      const char y = b[j - 1];
      const std::size_t change = x == y ? 0U : (lower(x) == lower(y) ? 1U : 2U);
      d[i][j] = std::min({d[i - 1][j - 1] + change, d[i - 1][j] + 2, d[i][j - 1] + 2});
      if (i > 1 && j > 1 && x == b[j - 2] && a[i - 2] == y) {
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 2);
      }
    }
  }
  return d[a.size()][b.size()];
}

}  // namespace

std::string nearest_name(std::string_view name, std::span<const std::string> known) {
  if (name.empty() || name.size() > longest_worth_comparing)
    return {};
  // One slip in a short name, a third of the letters in a long one. A one-letter name with
  // another letter is not a slip but a different name.
  const std::size_t allowed = name.size() == 1 ? 1 : 2 * std::max<std::size_t>(1, name.size() / 3);
  std::size_t best = std::numeric_limits<std::size_t>::max();
  std::string_view nearest;
  for (const auto& candidate : known) {
    if (candidate.size() > longest_worth_comparing || candidate == name)
      continue;
    const std::size_t cost = distance(name, candidate);
    if (cost < best) {
      best = cost;
      nearest = candidate;
    }
  }
  return best <= allowed ? std::string(nearest) : std::string{};
}

std::string did_you_mean(std::string_view name, std::span<const std::string> known) {
  const std::string nearest = nearest_name(name, known);
  return nearest.empty() ? std::string{} : fmt::format("did you mean '{}'?", nearest);
}

}  // namespace ketascope
