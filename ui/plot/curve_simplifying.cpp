// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/curve_simplifying.hpp"

#include <cmath>
#include <utility>

namespace ketascope {
namespace {

/// Marks what the piece [first, last] cannot do without, given that both ends are kept.
void markPiece(const std::vector<PlotPoint>& pixels, std::size_t first, std::size_t last,
               double tolerance, std::vector<char>& keep) {
  std::vector<std::pair<std::size_t, std::size_t>> open{{first, last}};
  while (!open.empty()) {
    const auto [begin, end] = open.back();
    open.pop_back();
    const PlotPoint& a = pixels[begin];
    const double dx = pixels[end].x - a.x;
    const double dy = pixels[end].y - a.y;
    const double length = std::hypot(dx, dy);
    double farthest = 0;
    std::size_t at = begin;
    for (std::size_t i = begin + 1; i < end; ++i) {
      const double x = pixels[i].x - a.x;
      const double y = pixels[i].y - a.y;
      const double away = length > 0 ? std::abs(x * dy - y * dx) / length : std::hypot(x, y);
      if (away > farthest) {
        farthest = away;
        at = i;
      }
    }
    if (farthest > tolerance) {
      keep[at] = 1;
      open.emplace_back(begin, at);
      open.emplace_back(at, end);
    }
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
