// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <stop_token>
#include <vector>

#include "ketascope/dosing/timeline.hpp"
#include "ketascope/model/model.hpp"
#include "ketascope/sim/result.hpp"
#include "ketascope/sim/scenario.hpp"

namespace ketascope {

/// What rows a run gives.
struct RowPlan {
  bool records = false;        ///< one row per record
  bool events = false;         ///< rows at every event, both sides of a jump
  std::vector<double> grid_h;  ///< ascending
};

/// Runs one subject's compiled timeline. `solver_name` receives the solver that was used.
SubjectResult run_subject(const Model& model, const Timeline& timeline, const RowPlan& plan,
                          const SolverOptions& options, const std::stop_token& stop,
                          std::string* solver_name = nullptr);

/// A grid for plotting: evenly spread over the timeline and denser just after every event, where
/// curves bend most.
std::vector<double> plotting_grid(const Timeline& timeline, double until_h, int points);
/// start, start + step, ... until.
std::vector<double> regular_grid(double start_h, double until_h, double step_h);

}  // namespace ketascope
