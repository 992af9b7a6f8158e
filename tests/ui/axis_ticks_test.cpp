// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/axis_ticks.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace ketascope {
namespace {

TEST(TimeTicks, StepsAreThoseOfTheClinic) {
  EXPECT_DOUBLE_EQ(timeStep(0, 2, 10, AxisTimeUnit::hours), 0.25);
  EXPECT_DOUBLE_EQ(timeStep(0, 8, 10, AxisTimeUnit::hours), 1);
  EXPECT_DOUBLE_EQ(timeStep(0, 24, 10, AxisTimeUnit::hours), 3);
  EXPECT_DOUBLE_EQ(timeStep(0, 24, 5, AxisTimeUnit::hours), 6);
  EXPECT_DOUBLE_EQ(timeStep(0, 168, 10, AxisTimeUnit::hours), 24);
  EXPECT_DOUBLE_EQ(timeStep(0, 480, 10, AxisTimeUnit::minutes), 60);
}

TEST(TimeTicks, QuartersReadAsFractionsAndDaysAsDays) {
  EXPECT_EQ(timeLabel(0, 0.25, AxisTimeUnit::hours), "0");
  EXPECT_EQ(timeLabel(0.25, 0.25, AxisTimeUnit::hours), "¼");
  EXPECT_EQ(timeLabel(1.5, 0.5, AxisTimeUnit::hours), "1½");
  EXPECT_EQ(timeLabel(12, 3, AxisTimeUnit::hours), "12");
  EXPECT_EQ(timeLabel(48, 24, AxisTimeUnit::hours), "2 d");
  EXPECT_EQ(timeLabel(1.0 / 6, 1.0 / 12, AxisTimeUnit::hours), "0:10");
  EXPECT_EQ(timeLabel(90, 30, AxisTimeUnit::minutes), "90");
}

TEST(TimeTicks, TheUnitIsReadFromTheAxisLabel) {
  EXPECT_EQ(timeUnitOf("time [h]"), AxisTimeUnit::hours);
  EXPECT_EQ(timeUnitOf("time [min]"), AxisTimeUnit::minutes);
  EXPECT_EQ(timeUnitOf("time (days)"), AxisTimeUnit::days);
  EXPECT_EQ(timeUnitOf(""), AxisTimeUnit::hours);
}

TEST(LogTicks, DecadesAreLabelledAndOnAShortAxisTwoAndFiveToo) {
  EXPECT_EQ(logTicks(0.05, 2000, 6).major, (std::vector<double>{0.1, 1, 10, 100, 1000}));
  EXPECT_EQ(logTicks(5, 300, 8).major, (std::vector<double>{5, 10, 20, 50, 100, 200}));
  EXPECT_EQ(logTicks(20, 90, 8).major, (std::vector<double>{20, 30, 40, 50, 60, 70, 80, 90}));
}

TEST(LogTicks, NothingIsAskedOfANonPositiveAxis) {
  EXPECT_TRUE(logTicks(0, 100, 8).major.empty());
  EXPECT_TRUE(logTicks(-3, 100, 8).major.empty());
}

TEST(PlainNumber, HasNeitherExponentNorTrailingZeros) {
  EXPECT_EQ(plainNumber(0), "0");
  EXPECT_EQ(plainNumber(0.001), "0.001");
  EXPECT_EQ(plainNumber(0.3), "0.3");
  EXPECT_EQ(plainNumber(20), "20");
  EXPECT_EQ(plainNumber(1'000'000), "1000000");
  EXPECT_EQ(plainNumber(-2.5), "-2.5");
}

}  // namespace
}  // namespace ketascope
