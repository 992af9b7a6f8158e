// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/align/aligned_allocator.hpp>
#include <cstddef>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "ketascope/dosing/timeline.hpp"
#include "ketascope/model/model.hpp"
#include "ketascope/sim/result.hpp"
#include "ketascope/sim/scenario.hpp"

namespace ketascope {

/// Numbers of several subjects side by side. They start where a line of the cache does: a vector
/// that lies across two lines costs two loads.
using LaneNumbers = std::vector<double, boost::alignment::aligned_allocator<double, 64>>;

/// A time at which curves are wanted: before what happens at that instant (`pre`), or after it.
struct BlockRow {
  double time_h = 0.0;
  Side side = Side::both;
  bool operator==(const BlockRow&) const = default;
};

/// What a block of subjects is asked for. Rows ascend; `pre` stands before `post` of one instant.
struct BlockPlan {
  ModelPtr model;
  std::vector<BlockRow> rows;
  /// Instead of common times: row r of a subject is the r-th observation of its own timeline, and
  /// rows.size() is the largest number of them. For linear models.
  bool own_times = false;
  std::vector<int> outputs;  ///< indices into Model::outputs
  /// How many there will be; a handful may be laid out more narrowly.
  std::size_t subjects = 1'000'000;
  SolverOptions solver;
};

/// One subject of a block. Many may share a timeline while each has its own parameter sets.
struct LaneSubject {
  const Timeline* timeline = nullptr;
  std::span<const double> sets;  ///< as Timeline::sets, of the same length
};

/// Runs subjects side by side, as lanes of contiguous arrays. A subject's numbers depend on its
/// neighbours in the block only where the solver steps all of them together (ODE), and then only on
/// who they are: the same block gives the same bits on any thread. Not for use by two threads at a
/// time; buffers are kept, so that a second block allocates nothing.
class BlockSolver {
 public:
  virtual ~BlockSolver() = default;
  virtual std::string name() const = 0;
  /// Subjects per block.
  virtual std::size_t width() const = 0;
  /// Runs up to width() subjects. `out` should be part of LaneNumbers. out[(o * rows + r) * width +
  /// lane] receives output o at row r, in internal units; NaN after a subject stopped. status has
  /// one entry per subject.
  virtual void run(std::span<const LaneSubject> subjects, std::span<double> out,
                   std::span<Status> status, const std::stop_token& stop) = 0;
};

/// `typical` is the timeline of a typical subject: steps and storage are laid out for it. Subjects
/// that do not fit (other inputs, much faster rates, compartments switched) are run one by one.
/// For linear models lanes are exact and independent of each other.
std::unique_ptr<BlockSolver> make_block_solver(const BlockPlan& plan, const Timeline& typical);

/// Rows of a population: the grid, both sides of every jump in `typical`, starts and ends of its
/// infusions.
std::vector<BlockRow> block_rows(std::span<const double> grid_h, const Timeline& typical);

}  // namespace ketascope
