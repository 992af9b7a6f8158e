// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/label_layout.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace ketascope {
namespace {

TEST(LayoutLabels, LabelsWithRoomStandWhereTheyWish) {
  const std::vector<LabelWish> wishes{{20, 10}, {60, 10}};
  const auto tops = layoutLabels(wishes, 0, 100);
  ASSERT_TRUE(tops);
  EXPECT_DOUBLE_EQ((*tops)[0], 15);
  EXPECT_DOUBLE_EQ((*tops)[1], 55);
}

TEST(LayoutLabels, CrowdedLabelsNeitherOverlapNorLeaveTheViewNorChangePlaces) {
  const std::vector<LabelWish> wishes{{95, 14}, {96, 28}, {50, 14}, {97, 14}, {3, 14}, {51, 14}};
  const auto tops = layoutLabels(wishes, 0, 110, 2);
  ASSERT_TRUE(tops);
  const std::vector<std::size_t> downwards{4, 2, 5, 0, 1, 3};
  double previous = -2;
  for (const std::size_t i : downwards) {
    EXPECT_GE((*tops)[i], previous + 2 - 1e-9) << "label " << i;
    previous = (*tops)[i] + wishes[i].height;
  }
  EXPECT_GE((*tops)[4], 0);
  EXPECT_LE(previous, 110 + 1e-9);
}

TEST(LayoutLabels, TwoLabelsForOnePlaceShareTheWay) {
  const std::vector<LabelWish> wishes{{50, 10}, {50, 10}};
  const auto tops = layoutLabels(wishes, 0, 100, 0);
  ASSERT_TRUE(tops);
  EXPECT_DOUBLE_EQ((*tops)[0], 40);
  EXPECT_DOUBLE_EQ((*tops)[1], 50);
}

TEST(LayoutLabels, SaysWhenTheyDoNotFit) {
  const std::vector<LabelWish> wishes{{10, 30}, {20, 30}};
  EXPECT_FALSE(layoutLabels(wishes, 0, 59));
  EXPECT_TRUE(layoutLabels(wishes, 0, 62));
}

TEST(AssignLanes, OnlyIntervalsThatTouchGetDifferentLanes) {
  const std::vector<Interval> intervals{{0, 10}, {5, 15}, {10, 20}, {12, 14}};
  EXPECT_EQ(assignLanes(intervals), (std::vector<int>{0, 1, 0, 2}));
}

}  // namespace
}  // namespace ketascope
