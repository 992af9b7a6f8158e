// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace ketascope {

/// Lines over time for a printed page. The window's plot is another thing: it needs Qt.
struct CurveChart {
  struct Curve {
    std::string label;
    std::vector<double> x, y;
  };
  /// What a check expects: a point, or only one of its places (a line across the chart then).
  struct Mark {
    double x = 0.0, y = 0.0;
    bool has_x = true, has_y = true;
    int curve = 0;
    std::string label;  ///< said when the pointer rests on it
  };
  std::string title, x_label, y_label;
  std::vector<Curve> curves;
  std::vector<Mark> marks;
};

/// An <svg> element with axes from zero, ticks and a legend. The same chart gives the same text.
std::string curve_chart_svg(const CurveChart& chart);

}  // namespace ketascope
