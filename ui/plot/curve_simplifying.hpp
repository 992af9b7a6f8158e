// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "plot/curve_thinning.hpp"

namespace ketascope {

/// The line with as few of its points as leave it where it is, to `tolerance` pixels on an area of
/// width by height pixels that shows `view`. What is wider apart than that is kept: corners, jumps,
/// peaks. Pieces stay divided by NaN. Drawing goes with the number of points. (One walk with a cone
/// of directions, Williams 1978: the time goes with the number of points, whatever they look like.)
std::vector<PlotPoint> simplifyCurve(std::span<const PlotPoint> points, const PlotView& view,
                                     double width, double height, double tolerance);

}  // namespace ketascope
