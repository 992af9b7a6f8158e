// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/curve_thinning.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace ketascope {
namespace {

constexpr double columnsPerBucket = 2.0;
constexpr double gap = std::numeric_limits<double>::quiet_NaN();

/// Marks first, last, lowest and highest of the finite points in [begin, end).
void markBucket(std::span<const double> y, std::size_t begin, std::size_t end,
                std::vector<char>& keep) {
  if (begin >= end) {
    return;
  }
  std::size_t lowest = end;
  std::size_t highest = end;
  for (std::size_t i = begin; i < end; ++i) {
    if (!std::isfinite(y[i])) {
      continue;
    }
    if (lowest == end || y[i] < y[lowest]) {
      lowest = i;
    }
    if (highest == end || y[i] > y[highest]) {
      highest = i;
    }
  }
  keep[begin] = keep[end - 1] = 1;
  if (lowest != end) {
    keep[lowest] = keep[highest] = 1;
  }
}

/// Cuts the segment to the box [0, 1] x [0, 1]; the parameters where it enters and leaves.
std::optional<std::pair<double, double>> clipUnit(double x0, double y0, double x1, double y1) {
  double enter = 0.0;
  double leave = 1.0;
  const auto side = [&](double direction, double room) {
    if (direction == 0.0) {
      return room >= 0.0;
    }
    const double at = room / direction;
    if (direction < 0.0) {
      enter = std::max(enter, at);
    } else {
      leave = std::min(leave, at);
    }
    return enter <= leave;
  };
  const double dx = x1 - x0;
  const double dy = y1 - y0;
  if (side(-dx, x0) && side(dx, 1.0 - x0) && side(-dy, y0) && side(dy, 1.0 - y0)) {
    return std::pair{enter, leave};
  }
  return std::nullopt;
}

}  // namespace

std::vector<PlotPoint> thinCurve(std::span<const double> x, std::span<const double> y, double xLow,
                                 double xHigh, int pixels, std::span<const double> events) {
  const std::size_t n = std::min(x.size(), y.size());
  x = x.first(n);
  auto begin = static_cast<std::size_t>(std::ranges::lower_bound(x, xLow) - x.begin());
  auto end = static_cast<std::size_t>(std::ranges::upper_bound(x, xHigh) - x.begin());
  begin -= begin > 0 ? 1 : 0;
  end += end < n ? 1 : 0;
  std::vector<PlotPoint> result;
  if (begin >= end) {
    return result;
  }
  std::vector<char> keep(end, 1);
  if (end - begin > 2 * static_cast<std::size_t>(std::max(pixels, 1))) {
    std::ranges::fill(keep, char{0});
    const double width = (xHigh - xLow) / std::max(pixels, 1) * columnsPerBucket;
    std::size_t start = begin;
    for (std::size_t i = begin; i <= end; ++i) {
      if (i == end || std::floor((x[i] - xLow) / width) != std::floor((x[start] - xLow) / width)) {
        markBucket(y, start, i, keep);
        start = i;
      }
    }
    for (std::size_t i = begin; i < end; ++i) {
      const bool jump = i + 1 < end && x[i] == x[i + 1];
      if (jump || !std::isfinite(y[i])) {
        keep[i] = 1;
        if (i + 1 < end) {
          keep[i + 1] = 1;
        }
        if (i > begin && !jump) {
          keep[i - 1] = 1;
        }
      }
    }
    for (const double event : events) {
      for (auto i = static_cast<std::size_t>(std::ranges::lower_bound(x, event) - x.begin());
           i < end && x[i] == event; ++i) {
        keep[i] = 1;
      }
    }
  }
  bool inGap = false;
  for (std::size_t i = begin; i < end; ++i) {
    if (keep[i] == 0) {
      continue;
    }
    const bool finite = std::isfinite(y[i]);
    if (finite || !inGap) {
      result.push_back({x[i], finite ? y[i] : gap});
    }
    inGap = !finite;
  }
  return result;
}

std::vector<PlotPoint> clipCurve(std::span<const PlotPoint> points, const PlotView& view) {
  const auto scale = [&](double y) { return view.logY ? std::log(y) : y; };
  const double yLow = scale(view.yLow);
  const double yHeight = scale(view.yHigh) - yLow;
  const double xWidth = view.xHigh - view.xLow;
  std::vector<PlotPoint> result;
  if (!(xWidth > 0.0) || !(yHeight > 0.0) || !std::isfinite(yHeight)) {
    return result;
  }
  // In units of the view. A point that cannot be drawn has no number there.
  std::vector<PlotPoint> units;
  units.reserve(points.size());
  for (const PlotPoint& p : points) {
    const bool drawable = std::isfinite(p.y) && (!view.logY || p.y > 0.0);
    units.push_back({(p.x - view.xLow) / xWidth, drawable ? (scale(p.y) - yLow) / yHeight : gap});
  }
  const auto inSight = [](const PlotPoint& p) {
    return p.x >= 0.0 && p.x <= 1.0 && p.y >= 0.0 && p.y <= 1.0;
  };
  result.reserve(points.size());
  bool open = false;  // the last point of `result` is where the next segment starts
  for (std::size_t i = 0; i + 1 < points.size(); ++i) {
    const PlotPoint& a = units[i];
    const PlotPoint& b = units[i + 1];
    if (std::isnan(a.y) || std::isnan(b.y)) {
      open = false;
      continue;
    }
    const auto inside = inSight(a) && inSight(b) ? std::optional(std::pair{0.0, 1.0})
                                                 : clipUnit(a.x, a.y, b.x, b.y);
    if (!inside) {
      open = false;
      continue;
    }
    const auto at = [&](double t) {
      if (t == 0.0) {
        return points[i];
      }
      if (t == 1.0) {
        return points[i + 1];
      }
      const double y = yLow + yHeight * (a.y + t * (b.y - a.y));
      return PlotPoint{view.xLow + xWidth * (a.x + t * (b.x - a.x)), view.logY ? std::exp(y) : y};
    };
    if (!open || inside->first > 0.0) {
      const PlotPoint start = at(inside->first);
      if (!result.empty()) {
        result.push_back({start.x, gap});
      }
      result.push_back(start);
    }
    result.push_back(at(inside->second));
    open = inside->second == 1.0;
  }
  return result;
}

std::optional<double> curveValueAt(std::span<const double> x, std::span<const double> y, double at,
                                   bool logY) {
  const std::size_t n = std::min(x.size(), y.size());
  if (n == 0 || !(at >= x[0]) || !(at <= x[n - 1])) {
    return std::nullopt;
  }
  const auto next = static_cast<std::size_t>(std::ranges::upper_bound(x.first(n), at) - x.begin());
  const std::size_t i = next - 1;
  if (x[i] == at || next == n) {
    return std::isfinite(y[i]) ? std::optional(y[i]) : std::nullopt;
  }
  if (!std::isfinite(y[i]) || !std::isfinite(y[next])) {
    return std::nullopt;
  }
  const double t = (at - x[i]) / (x[next] - x[i]);
  if (logY && y[i] > 0.0 && y[next] > 0.0) {
    return y[i] * std::pow(y[next] / y[i], t);
  }
  return y[i] + t * (y[next] - y[i]);
}

}  // namespace ketascope
