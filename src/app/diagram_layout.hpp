// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "app/diagram_graph.hpp"

namespace ketascope::diagram {

struct Point {
  double x = 0.0, y = 0.0;
};

/// Where everything is; y counts downwards.
struct Layout {
  double width = 0.0, height = 0.0;
  std::vector<Point> boxes;                ///< centres
  std::vector<Point> labels;               ///< centres, per arrow
  std::vector<std::vector<Point>> curves;  ///< per arrow: Bezier points, then the tip
};

enum class Direction { left_to_right, top_to_bottom };

/// Placed by the program `dot` where it is installed, else by lay_out_plainly().
Layout lay_out(const Graph& graph, Direction direction);

/// Boxes in layers, each after those that lead to it, with few crossings: what `dot` does, simpler.
Layout lay_out_plainly(const Graph& graph, Direction direction);

}  // namespace ketascope::diagram
