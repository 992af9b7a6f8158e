// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/label_layout.hpp"

#include <algorithm>
#include <numeric>

namespace ketascope {

std::optional<std::vector<double>> layoutLabels(std::span<const LabelWish> wishes, double low,
                                                double high, double spacing) {
  std::vector<std::size_t> order(wishes.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(
      order, [&](std::size_t a, std::size_t b) { return wishes[a].centre < wishes[b].centre; });

  // With each label moved up by the heights before it, "no overlap" reads "not decreasing", and the
  // nearest such sequence is found by pooling neighbours that are out of order (isotonic
  // regression).
  struct Pool {
    double sum = 0;
    std::size_t count = 0;
    double mean() const { return sum / static_cast<double>(count); }
  };
  std::vector<Pool> pools;
  std::vector<double> before(wishes.size());
  double total = 0;
  for (std::size_t k = 0; k < order.size(); ++k) {
    const LabelWish& wish = wishes[order[k]];
    before[k] = total;
    total += wish.height + (k + 1 < order.size() ? spacing : 0.0);
    pools.push_back({wish.centre - wish.height / 2 - before[k], 1});
    while (pools.size() > 1 && pools[pools.size() - 2].mean() > pools.back().mean()) {
      const Pool last = pools.back();
      pools.pop_back();
      pools.back().sum += last.sum;
      pools.back().count += last.count;
    }
  }
  if (total > high - low) {
    return std::nullopt;
  }
  std::vector<double> tops(wishes.size());
  std::size_t k = 0;
  for (const Pool& pool : pools) {
    const double start = std::clamp(pool.mean(), low, high - total);
    for (std::size_t i = 0; i < pool.count; ++i, ++k) {
      tops[order[k]] = start + before[k];
    }
  }
  return tops;
}

std::vector<int> assignLanes(std::span<const Interval> intervals) {
  std::vector<int> lanes;
  for (std::size_t i = 0; i < intervals.size(); ++i) {
    int lane = 0;
    for (bool free = false; !free; lane += free ? 0 : 1) {
      free = true;
      for (std::size_t j = 0; j < i && free; ++j) {
        free = lanes[j] != lane || intervals[j].high <= intervals[i].low ||
               intervals[j].low >= intervals[i].high;
      }
    }
    lanes.push_back(lane);
  }
  return lanes;
}

}  // namespace ketascope
