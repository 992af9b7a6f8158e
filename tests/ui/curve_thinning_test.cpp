// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/curve_thinning.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace ketascope {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

struct Line {
  std::vector<double> x, y;
  void add(double at, double value) {
    x.push_back(at);
    y.push_back(value);
  }
};

Line wave(int n) {
  Line line;
  for (int i = 0; i < n; ++i) {
    const double t = 10.0 * i / (n - 1);
    line.add(t, 50.0 + 40.0 * std::sin(37.0 * t) * std::exp(-0.1 * t));
  }
  return line;
}

bool holds(const std::vector<PlotPoint>& points, double x, double y) {
  return std::ranges::find(points, PlotPoint{x, y}) != points.end();
}

TEST(ThinCurve, AShortCurveComesBackWhole) {
  const Line line = wave(500);
  const auto thin = thinCurve(line.x, line.y, 0, 10, 400);
  ASSERT_EQ(thin.size(), 500U);
  EXPECT_EQ(thin[123], (PlotPoint{line.x[123], line.y[123]}));
}

TEST(ThinCurve, LeavesAtMostTwoPointsPerPixel) {
  const Line line = wave(200'000);
  const auto thin = thinCurve(line.x, line.y, 0, 10, 600);
  EXPECT_LE(thin.size(), 2U * 600U + 4U);
  EXPECT_GE(thin.size(), 600U);
}

TEST(ThinCurve, KeepsHighestAndLowestPoint) {
  Line line = wave(100'000);
  line.y[31'415] = 999.0;
  line.y[77'777] = -5.0;
  const auto thin = thinCurve(line.x, line.y, 0, 10, 300);
  EXPECT_TRUE(holds(thin, line.x[31'415], 999.0));
  EXPECT_TRUE(holds(thin, line.x[77'777], -5.0));
}

TEST(ThinCurve, KeepsBothSidesOfAJump) {
  Line line;
  for (int i = 0; i < 50'000; ++i) {
    line.add(i * 1e-4, 10.0);
  }
  line.add(5.0, 10.0);
  line.add(5.0, 80.0);
  for (int i = 1; i < 50'000; ++i) {
    line.add(5.0 + i * 1e-4, 80.0 - i * 1e-4);
  }
  const auto thin = thinCurve(line.x, line.y, 0, 10, 200);
  const auto pre = std::ranges::find(thin, PlotPoint{5.0, 10.0});
  ASSERT_NE(pre, thin.end());
  EXPECT_EQ(*(pre + 1), (PlotPoint{5.0, 80.0}));
}

TEST(ThinCurve, KeepsPointsAtEvents) {
  const Line line = wave(100'000);
  const std::vector<double> events{line.x[12'345], line.x[65'432]};
  const auto thin = thinCurve(line.x, line.y, 0, 10, 100, events);
  EXPECT_TRUE(holds(thin, line.x[12'345], line.y[12'345]));
  EXPECT_TRUE(holds(thin, line.x[65'432], line.y[65'432]));
}

TEST(ThinCurve, KeepsOnePointBeyondEitherEndOfTheView) {
  const Line line = wave(1001);  // every 0.01
  const auto thin = thinCurve(line.x, line.y, 2.005, 2.995, 1000);
  EXPECT_DOUBLE_EQ(thin.front().x, line.x[200]);
  EXPECT_DOUBLE_EQ(thin.back().x, line.x[300]);
}

TEST(ThinCurve, KeepsGapsAndTheirNeighbours) {
  Line line = wave(100'000);
  line.y[40'000] = nan;
  line.y[40'001] = nan;
  const auto thin = thinCurve(line.x, line.y, 0, 10, 100);
  const auto gap = std::ranges::find_if(thin, [](const PlotPoint& p) { return std::isnan(p.y); });
  ASSERT_NE(gap, thin.end());
  EXPECT_EQ(*(gap - 1), (PlotPoint{line.x[39'999], line.y[39'999]}));
  EXPECT_EQ(*(gap + 1), (PlotPoint{line.x[40'002], line.y[40'002]}));
}

TEST(ThinCurve, PointsStayInOrder) {
  const Line line = wave(50'000);
  const auto thin = thinCurve(line.x, line.y, 0, 10, 250);
  EXPECT_TRUE(std::ranges::is_sorted(thin, {}, &PlotPoint::x));
}

TEST(ThinCurve, AnEmptyCurveAndAViewBesideTheCurveGiveNothingToDraw) {
  EXPECT_TRUE(thinCurve({}, {}, 0, 1, 100).empty());
  const Line line = wave(100);
  EXPECT_TRUE(clipCurve(thinCurve(line.x, line.y, 20, 30, 100), {20, 30, 0, 100, false}).empty());
}

TEST(ClipCurve, CutsTheLineAtTheEdgeOfTheView) {
  const std::vector<PlotPoint> line{{0, 0}, {10, 100}};
  const auto cut = clipCurve(line, {2, 8, 0, 50, false});
  ASSERT_EQ(cut.size(), 2U);
  EXPECT_DOUBLE_EQ(cut[0].x, 2);
  EXPECT_DOUBLE_EQ(cut[0].y, 20);
  EXPECT_DOUBLE_EQ(cut[1].x, 5);
  EXPECT_DOUBLE_EQ(cut[1].y, 50);
}

TEST(ClipCurve, ALineThatLeavesAndReturnsIsInTwoPieces) {
  const std::vector<PlotPoint> line{{0, 10}, {5, 100}, {10, 10}};
  const auto cut = clipCurve(line, {0, 10, 0, 55, false});
  ASSERT_EQ(cut.size(), 5U);
  EXPECT_DOUBLE_EQ(cut[1].x, 2.5);
  EXPECT_TRUE(std::isnan(cut[2].y));
  EXPECT_DOUBLE_EQ(cut[3].x, 7.5);
  EXPECT_DOUBLE_EQ(cut[4].y, 10);
}

TEST(ClipCurve, NothingLeavesTheView) {
  const Line line = wave(5000);
  const PlotView view{1, 9, 30, 70, true};
  for (const PlotPoint& point : clipCurve(thinCurve(line.x, line.y, 1, 9, 800), view)) {
    if (!std::isnan(point.y)) {
      EXPECT_GE(point.x, view.xLow - 1e-12);
      EXPECT_LE(point.x, view.xHigh + 1e-12);
      EXPECT_GE(point.y, view.yLow * (1 - 1e-12));
      EXPECT_LE(point.y, view.yHigh * (1 + 1e-12));
    }
  }
}

TEST(ClipCurve, OnALogarithmicAxisTheLineStartsAtItsFirstPositiveValue) {
  const std::vector<PlotPoint> line{{0, 0}, {1, 4}, {2, 8}, {3, 0}};
  const auto cut = clipCurve(line, {0, 3, 0.1, 100, true});
  ASSERT_EQ(cut.size(), 2U);
  EXPECT_EQ(cut[0], (PlotPoint{1, 4}));
  EXPECT_EQ(cut[1], (PlotPoint{2, 8}));
}

TEST(ClipCurve, CutsAlongStraightLinesOfTheLogarithmicAxis) {
  const std::vector<PlotPoint> line{{0, 1}, {4, 10'000}};
  const auto cut = clipCurve(line, {0, 4, 1, 100, true});
  ASSERT_EQ(cut.size(), 2U);
  EXPECT_NEAR(cut[1].x, 2, 1e-12);
  EXPECT_NEAR(cut[1].y, 100, 1e-9);
}

TEST(CurveValueAt, ReadsBetweenPointsAndAfterJumps) {
  const std::vector<double> x{0, 1, 1, 3};
  const std::vector<double> y{0, 10, 40, 20};
  EXPECT_DOUBLE_EQ(*curveValueAt(x, y, 0.5), 5);
  EXPECT_DOUBLE_EQ(*curveValueAt(x, y, 1), 40);
  EXPECT_DOUBLE_EQ(*curveValueAt(x, y, 2), 30);
  EXPECT_DOUBLE_EQ(*curveValueAt(x, y, 3), 20);
  EXPECT_FALSE(curveValueAt(x, y, 3.1));
  EXPECT_FALSE(curveValueAt(x, y, -0.1));
}

TEST(CurveValueAt, HasNoValueInAGap) {
  const std::vector<double> x{0, 1, 2};
  const std::vector<double> y{1, nan, 3};
  EXPECT_FALSE(curveValueAt(x, y, 0.5));
  EXPECT_FALSE(curveValueAt(x, y, 1));
  EXPECT_DOUBLE_EQ(*curveValueAt(x, y, 2), 3);
}

}  // namespace
}  // namespace ketascope
