// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/curve_simplifying.hpp"

#include <algorithm>
#include <cmath>

namespace ketascope {
namespace {

/// Marks what the piece [first, last] cannot do without, given that both ends are kept. One walk:
/// from the last point kept, every point on the way allows the directions that pass it closely
/// enough, and a point that lies in none of those that all allow begins the next line.
void markPiece(const std::vector<PlotPoint>& pixels, std::size_t first, std::size_t last,
               double tolerance, std::vector<char>& keep) {
  std::size_t anchor = first;
  PlotPoint low{}, high{};  // the directions allowed lie between; none yet where `bound` is false
  bool bound = false;
  double farthest = 0;
  for (std::size_t i = first + 1; i <= last; ++i) {
    const double x = pixels[i].x - pixels[anchor].x;
    const double y = pixels[i].y - pixels[anchor].y;
    const double away = std::sqrt(x * x + y * y);
    const bool allowed = !bound || (low.x * y - low.y * x >= 0 && x * high.y - y * high.x >= 0 &&
                                    low.x * x + low.y * y > 0);
    if (!allowed || away < farthest - tolerance) {
      anchor = i - 1;
      keep[anchor] = 1;
      bound = false;
      farthest = 0;
      --i;  // seen from there
      continue;
    }
    farthest = std::max(farthest, away);
    if (away <= tolerance) {
      continue;  // passed by any line
    }
    const double sine = tolerance / away;
    const double cosine = std::sqrt(1 - sine * sine);
    const PlotPoint lower{x * cosine + y * sine, y * cosine - x * sine};
    const PlotPoint upper{x * cosine - y * sine, y * cosine + x * sine};
    low = !bound || low.x * lower.y - low.y * lower.x > 0 ? lower : low;
    high = !bound || upper.x * high.y - upper.y * high.x > 0 ? upper : high;
    bound = true;
  }
}

}  // namespace

std::vector<PlotPoint> simplifyCurve(std::span<const PlotPoint> points, const PlotView& view,
                                     double width, double height, double tolerance) {
  const auto scale = [&](double y) { return view.logY ? std::log(y) : y; };
  const double yLow = scale(view.yLow);
  const double perX = width / (view.xHigh - view.xLow);
  const double perY = height / (scale(view.yHigh) - yLow);
  std::vector<PlotPoint> pixels;
  pixels.reserve(points.size());
  for (const PlotPoint& point : points) {
    pixels.push_back({(point.x - view.xLow) * perX, (scale(point.y) - yLow) * perY});
  }
  std::vector<char> keep(points.size(), 0);
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (!std::isfinite(points[i].y)) {
      keep[i] = 1;
      continue;
    }
    const std::size_t first = i;
    while (i + 1 < points.size() && std::isfinite(points[i + 1].y)) {
      ++i;
    }
    keep[first] = keep[i] = 1;
    markPiece(pixels, first, i, tolerance, keep);
  }
  std::vector<PlotPoint> result;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (keep[i] != 0) {
      result.push_back(points[i]);
    }
  }
  return result;
}

}  // namespace ketascope
