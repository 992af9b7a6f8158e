// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "ketascope/app/amounts.hpp"

namespace ketascope {

/// The structure of a run's model, placed for somebody who draws what is in it at one time. Sizes
/// in points, y counts downwards.
struct FlowDiagram {
  struct Point {
    double x = 0, y = 0;
  };
  struct Box {
    int compartment = -1;  ///< or
    std::string route{};   ///< a route that is used; both empty: outside
    std::string name{};
    int analyte = -1;
    Point centre{};
    double width = 0, height = 0;
    bool amount = true;  ///< false: another state, with a unit of its own
  };
  struct Arrow {
    enum class Kind { flow, dose, computed };
    Kind kind = Kind::flow;
    int from = 0, to = 0;        ///< boxes
    std::vector<int> flows{};    ///< all between the same two boxes; of a dose: none
    std::vector<Point> curve{};  ///< Bezier points, then the tip
    Point label{};               ///< centre
    bool labelled = false;       ///< there is room for a number
  };
  double width = 0, height = 0;
  std::vector<Box> boxes;
  std::vector<Arrow> arrows;
  std::vector<std::string> left_out;  ///< compartments that stay empty, by name
};

enum class DiagramShape { wide, high };

/// Compartments that hold something at any time, the flows between them, and the routes of the
/// doses given. Where nothing is ever held, all are shown.
FlowDiagram flow_diagram(const Amounts& amounts, DiagramShape shape);

/// True when both show the same boxes and arrows, so that one layout serves for both.
bool same_structure(const Amounts& a, const Amounts& b);

}  // namespace ketascope
