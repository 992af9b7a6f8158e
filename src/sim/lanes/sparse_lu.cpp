// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/lanes/sparse_lu.hpp"

#include <limits>

namespace ketascope::lanes {

SparseLu::SparseLu(std::size_t rows, const std::vector<std::pair<int, int>>& entries)
    : rows_(rows), place_(rows * rows, -1) {
  const auto put = [&](std::size_t r, std::size_t c) {
    int& place = place_[r * rows_ + c];
    if (place < 0)
      place = static_cast<int>(places_++);
    return static_cast<std::uint32_t>(place);
  };
  const auto has = [&](std::size_t r, std::size_t c) { return place_[r * rows_ + c] >= 0; };
  for (std::size_t i = 0; i < rows; ++i)
    put(i, i);
  for (const auto& [r, c] : entries)
    put(static_cast<std::size_t>(r), static_cast<std::size_t>(c));

  std::vector<char> done(rows, 0);
  lower_begin_.push_back(0);
  update_begin_.push_back(0);
  left_begin_.push_back(0);
  right_begin_.push_back(0);
  for (std::size_t step = 0; step < rows; ++step) {
    std::size_t best = 0, fewest = std::numeric_limits<std::size_t>::max();
    for (std::size_t p = 0; p < rows; ++p) {
      if (done[p])
        continue;
      std::size_t fill = 0, work = 0;
      for (std::size_t i = 0; i < rows; ++i)
        for (std::size_t j = 0; j < rows; ++j)
          if (i != p && j != p && !done[i] && !done[j] && has(i, p) && has(p, j)) {
            fill += has(i, j) ? 0 : 1;
            ++work;
          }
      const std::size_t cost = fill * 1000 + work;
      if (cost < fewest) {
        fewest = cost;
        best = p;
      }
    }
    const std::size_t p = best;
    done[p] = 1;
    row_.push_back(static_cast<std::uint32_t>(p));
    diagonal_.push_back(put(p, p));
    for (std::size_t earlier = 0; earlier < step; ++earlier)
      if (const std::size_t j = row_[earlier]; has(p, j)) {
        left_.push_back(put(p, j));
        left_row_.push_back(static_cast<std::uint32_t>(j));
      }
    left_begin_.push_back(static_cast<std::uint32_t>(left_.size()));
    for (std::size_t j = 0; j < rows; ++j)
      if (!done[j] && has(p, j)) {
        right_.push_back(put(p, j));
        right_row_.push_back(static_cast<std::uint32_t>(j));
      }
    right_begin_.push_back(static_cast<std::uint32_t>(right_.size()));
    for (std::size_t i = 0; i < rows; ++i) {
      if (done[i] || !has(i, p))
        continue;
      lower_.push_back(put(i, p));
      for (std::size_t j = 0; j < rows; ++j)
        if (!done[j] && has(p, j)) {
          target_.push_back(put(i, j));
          source_.push_back(put(p, j));
        }
      update_begin_.push_back(static_cast<std::uint32_t>(target_.size()));
    }
    lower_begin_.push_back(static_cast<std::uint32_t>(lower_.size()));
  }
}

Elimination SparseLu::plan() const {
  return {rows_,          diagonal_.data(),     lower_begin_.data(),
          lower_.data(),  update_begin_.data(), target_.data(),
          source_.data(), row_.data(),          left_begin_.data(),
          left_.data(),   left_row_.data(),     right_begin_.data(),
          right_.data(),  right_row_.data()};
}

}  // namespace ketascope::lanes
