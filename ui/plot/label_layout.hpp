// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace ketascope {

/// A label that would like to be centred at `centre`.
struct LabelWish {
  double centre = 0, height = 0;
};

/// Top of each label between `low` and `high`: as near to the wishes as can be (least squares)
/// without overlap, in the order of the wished centres. Empty when they do not all fit.
std::optional<std::vector<double>> layoutLabels(std::span<const LabelWish> wishes, double low,
                                                double high, double spacing = 2.0);

/// For each interval the first lane in which it touches no earlier one.
struct Interval {
  double low = 0, high = 0;
};
std::vector<int> assignLanes(std::span<const Interval> intervals);

}  // namespace ketascope
