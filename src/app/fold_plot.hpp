// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace ketascope {

/// Predicted against observed, both axes logarithmic, with the lines of 1, 1.25 and 2-fold.
struct FoldPlot {
  struct Point {
    double observed = 0.0, predicted = 0.0;
    std::string group;    ///< tells the colour
    bool filled = false;  ///< fitted
    std::string label;    ///< said when the pointer rests on it
  };
  std::string title, unit;
  std::vector<std::string> groups;  ///< all there are: each has the same colour in every plot
  std::vector<Point> points;
};

/// An <svg> element. The same plot gives the same text.
std::string fold_plot_svg(const FoldPlot& plot);

}  // namespace ketascope
