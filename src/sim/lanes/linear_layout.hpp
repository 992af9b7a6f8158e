// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "ketascope/sim/block.hpp"
#include "sim/lanes/kernels.hpp"

namespace ketascope::lanes {

/// Where the numbers of a sparse matrix stand.
struct Sparse {
  std::vector<std::uint32_t> row_begin{0};
  std::vector<std::uint16_t> column;

  std::size_t rows() const { return row_begin.size() - 1; }
  std::size_t entries() const { return column.size(); }
  Pattern pattern() const { return {rows(), row_begin.data(), column.data()}; }
};

/// The sums that make a product A B of two sparse matrices, as Kernels::product takes them.
struct Product {
  std::vector<std::uint32_t> term_begin{0};
  std::vector<std::uint16_t> first, second;
};

/// Which numbers a block of a linear model has and where they stand: of the states that an output
/// wanted depends on, of the inputs that run into them, and of what the model produces by itself
/// (both are states that do not change). Worked out once per plan, from the typical subject.
class LinearLayout {
 public:
  LinearLayout(const BlockPlan& plan, const Timeline& typical);

  static constexpr int none = -1;
  static constexpr int from_input = -1;
  /// Rows that are read off one state: those up to the next event, and no more than this.
  static constexpr std::size_t most_rows = 8;
  static constexpr int row_levels = 3;  ///< 2^3 = most_rows

  struct Group {
    std::size_t first, rows;  ///< of the plan; `first` stands one step after the row before it
  };

  std::vector<std::size_t> kept;        ///< state of each place
  std::vector<int> place, input_place;  ///< of each state, or none
  int production_place = none;
  std::size_t size = 0;                    ///< places
  double input_scale = 1.0;                ///< rate of an input state of 1 [1/h]
  Sparse rates;                            ///< A
  std::vector<int> rate_source;            ///< entry of Kinetics::linear_system, or from_input
  Sparse steps;                            ///< exp(A h): wherever anything can get to
  Product squares;                         ///< exp(A h) exp(A h)
  Sparse seen;                             ///< C: a row per output wanted
  std::vector<std::size_t> seen_source;    ///< entry of Kinetics::output_system
  Sparse seen_later;                       ///< C exp(A h)
  std::vector<std::uint16_t> seen_place;   ///< of each entry of `seen` in `seen_later`
  Product later;                           ///< (C exp(A h)) exp(A h)
  double step_h = 1.0, base_step_h = 1.0;  ///< of the grid, and 2^-halvings of it
  int halvings = 0;
  std::vector<Group> groups;  ///< in order, without overlap

  bool needs(int state) const { return place[static_cast<std::size_t>(state)] != none; }
  bool has_production(std::size_t place_of_state) const;
  /// The grid's own times differ by rounding only.
  bool whole(double h, double clock_h) const;

 private:
  void place_states(const BlockPlan& plan, const Timeline& typical,
                    const std::vector<double>& system);
  void place_rates(const std::vector<double>& system);
  void place_steps();
  void place_outputs(const BlockPlan& plan);
  void choose_steps(const BlockPlan& plan, const Timeline& typical,
                    const std::vector<double>& system);
  void group_rows(const BlockPlan& plan, const Timeline& typical);

  const Kinetics& k_;
};

}  // namespace ketascope::lanes
