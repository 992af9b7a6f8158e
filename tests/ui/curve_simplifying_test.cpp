// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/curve_simplifying.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace ketascope {
namespace {

constexpr double width = 900;
constexpr double height = 500;
constexpr double tolerance = 0.05;

std::vector<PlotPoint> decay(int count) {
  std::vector<PlotPoint> points;
  for (int i = 0; i <= count; ++i) {
    const double t = 24.0 * i / count;
    points.push_back({t, 300 * t * std::exp(-1.2 * t)});
  }
  return points;
}

TEST(CurveSimplifying, FewPointsLeaveTheLineWhereItIs) {
  const PlotView view{0, 24, 0, 100, false};
  const auto points = decay(1800);
  const auto few = simplifyCurve(points, view, width, height, tolerance);
  EXPECT_LT(few.size(), 250U);
  std::vector<double> x;
  std::vector<double> y;
  for (const PlotPoint& point : few) {
    x.push_back(point.x);
    y.push_back(point.y);
  }
  for (const PlotPoint& point : points) {
    // Up and down it may be farther than across the line; the steepest part is 45 to 1 here.
    const double off = std::abs(*curveValueAt(x, y, point.x) - point.y) / 100 * height;
    const double slope =
        300 * (1 - 1.2 * point.x) * std::exp(-1.2 * point.x) / 100 * height / (width / 24);
    EXPECT_LE(off, 1.3 * tolerance * std::hypot(1.0, slope) + 1e-9) << point.x;
  }
}

TEST(CurveSimplifying, ALogarithmicAxisIsMeasuredAsItIsDrawn) {
  std::vector<PlotPoint> straight;
  for (int i = 0; i <= 1000; ++i) {
    straight.push_back({i * 0.024, 100 * std::exp(-0.2 * i * 0.024)});
  }
  EXPECT_EQ(simplifyCurve(straight, {0, 24, 0.1, 100, true}, width, height, tolerance).size(), 2U);
  EXPECT_GT(simplifyCurve(straight, {0, 24, 0, 100, false}, width, height, tolerance).size(), 10U);
}

TEST(CurveSimplifying, CornersJumpsAndGapsStay) {
  const double gap = std::numeric_limits<double>::quiet_NaN();
  const std::vector<PlotPoint> points{{0, 0},  {1, 0},  {2, 0},   {2, 50}, {3, 50},      {4, 50},
                                      {5, 90}, {6, 50}, {6, gap}, {7, 10}, {8, 10.0001}, {9, 10}};
  const std::vector<PlotPoint> kept{{0, 0},  {2, 0},  {2, 50}, {4, 50},
                                    {5, 90}, {6, 50}, {7, 10}, {9, 10}};
  std::vector<PlotPoint> found;
  int gaps = 0;
  for (const PlotPoint& point :
       simplifyCurve(points, {0, 10, 0, 100, false}, width, height, tolerance)) {
    if (std::isfinite(point.y)) {
      found.push_back(point);
    } else {
      ++gaps;
    }
  }
  EXPECT_EQ(found, kept);
  EXPECT_EQ(gaps, 1);
}

TEST(CurveSimplifying, APieceThatComesBackToItsStartIsKept) {
  const std::vector<PlotPoint> points{{1, 10}, {1, 90}, {1, 10}};
  EXPECT_EQ(simplifyCurve(points, {0, 2, 0, 100, false}, width, height, tolerance).size(), 3U);
  EXPECT_TRUE(simplifyCurve({}, {0, 2, 0, 100, false}, width, height, tolerance).empty());
}

}  // namespace
}  // namespace ketascope
