// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace ketascope {

struct PlotPoint {
  double x = 0, y = 0;
  bool operator==(const PlotPoint&) const = default;
};

/// The visible part of the plane, in axis units.
struct PlotView {
  double xLow = 0, xHigh = 1, yLow = 0, yHigh = 1;
  bool logY = false;
};

/// What is worth drawing of a curve on `pixels` columns between xLow and xHigh: every two columns
/// keep first, lowest, highest and last point, so that no more than about two points per pixel
/// remain. Always kept: both sides of a jump (two points at one x), points at `events`, the
/// neighbours of a gap (NaN), and one point beyond either end. `x` does not decrease; a curve that
/// is thin enough comes back whole.
std::vector<PlotPoint> thinCurve(std::span<const double> x, std::span<const double> y, double xLow,
                                 double xHigh, int pixels, std::span<const double> events = {});

/// The part of the line that lies inside the view, pieces divided by NaN. Vector files have no
/// other clipping. On a logarithmic axis values <= 0 are gaps, so the line starts at its first
/// positive value.
std::vector<PlotPoint> clipCurve(std::span<const PlotPoint> points, const PlotView& view);

/// Value of the curve at `at`, straight between points (on the scale drawn); after a jump at `at`
/// itself. Absent outside the curve and in gaps.
std::optional<double> curveValueAt(std::span<const double> x, std::span<const double> y, double at,
                                   bool logY = false);

}  // namespace ketascope
