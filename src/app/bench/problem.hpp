// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "ketascope/app/library.hpp"
#include "ketascope/sim/block.hpp"
#include "ketascope/sim/scenario.hpp"

namespace ketascope::bench {

/// A problem made ready: doses known, model compiled, every subject's parameters drawn.
struct Problem {
  std::string name;
  ModelPtr model;
  Scenario scenario;
  BlockPlan plan;
  Timeline timeline;
  std::size_t subjects = 0;
  std::vector<double> sets;  ///< one parameter set per subject

  std::span<const double> set(std::size_t subject) const {
    return std::span(sets).subspan(subject * timeline.width, timeline.width);
  }
};

/// P1, P2 or P3 with as many observations over its horizon; one subject is the typical one.
tl::expected<Problem, Diagnostics> load_problem(const Library& library, std::string_view name,
                                                std::size_t subjects, int observations);

}  // namespace ketascope::bench
