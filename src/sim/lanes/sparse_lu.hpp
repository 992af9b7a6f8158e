// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "sim/lanes/kernels.hpp"

namespace ketascope::lanes {

/// The order of elimination for a sparse matrix with a full diagonal, and where it fills in. Pivots
/// are taken from the diagonal, the one with the fewest fill-ins first; that is safe for
/// I/(gamma h) - J with the step h that the error control allows.
class SparseLu {
 public:
  SparseLu() = default;
  /// `entries` are the (row, column) of the non-zeros beside the diagonal.
  SparseLu(std::size_t rows, const std::vector<std::pair<int, int>>& entries);

  /// Places in all, fill-in included.
  std::size_t places() const { return places_; }
  /// Where element (row, column) stands; it must be one of those given, or on the diagonal.
  std::size_t place(std::size_t row, std::size_t column) const {
    return static_cast<std::size_t>(place_[row * rows_ + column]);
  }
  Elimination plan() const;

 private:
  std::size_t rows_ = 0, places_ = 0;
  std::vector<int> place_;
  std::vector<std::uint32_t> diagonal_, lower_begin_, lower_, update_begin_, target_, source_, row_,
      left_begin_, left_, left_row_, right_begin_, right_, right_row_;
};

}  // namespace ketascope::lanes
