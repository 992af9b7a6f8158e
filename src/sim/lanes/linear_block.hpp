// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "ketascope/sim/block.hpp"
#include "sim/lanes/kernels.hpp"

namespace ketascope::lanes {

/// Where the numbers of a sparse square matrix stand.
struct Sparse {
  std::vector<std::uint32_t> row_begin{0};
  std::vector<std::uint16_t> column;

  std::size_t rows() const { return row_begin.size() - 1; }
  std::size_t entries() const { return column.size(); }
  Pattern pattern() const { return {rows(), row_begin.data(), column.data()}; }
};

std::unique_ptr<BlockSolver> make_linear_block(const BlockPlan& plan, const Timeline& typical);

}  // namespace ketascope::lanes
