// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "ketascope/sim/result.hpp"

namespace ketascope {

/// Exposure of one curve over the window it was simulated for. Internal units.
struct CurveMetrics {
  double cmax = 0.0;  ///< refined by a parabola through the three highest points
  double tmax_h = 0.0;
  double auc_0_t = 0.0;               ///< linear up, logarithmic down
  std::optional<double> auc_0_inf;    ///< only where the tail is log-linear and adds at most 50 %
  std::optional<double> half_life_h;  ///< log-linear fit over the last third of the falling window
  double last = 0.0;
};

/// What is seen of the curve: all but its tail (half-life and the area beyond the end), which costs
/// more than the rest together. `time_h`, `value`, `side` have equal length.
CurveMetrics exposure(std::span<const double> time_h, std::span<const double> value,
                      std::span<const Side> side);
/// exposure() and the tail.
CurveMetrics curve_metrics(std::span<const double> time_h, std::span<const double> value,
                           std::span<const Side> side);

/// Hours that the curve spends within [low, high]; open-ended when one is absent. Crossings are
/// interpolated.
double time_in_band_h(std::span<const double> time_h, std::span<const double> value,
                      std::optional<double> low, std::optional<double> high);

/// Area under the curve between two times of the window.
double auc_between(std::span<const double> time_h, std::span<const double> value, double from_h,
                   double to_h);

}  // namespace ketascope
