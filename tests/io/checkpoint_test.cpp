// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/io/checkpoint.hpp"

#include <gtest/gtest.h>

#include "io/text_files.hpp"

namespace ketascope {
namespace {

using testing::TemporaryFolder;

Checkpoint example() {
  return {0x123456789abcdef0u, 7, 5000, {{0, 512}, {1024, 2048}}, {1, 2, ~std::uint64_t{0}}};
}

TEST(Checkpoint, ComesBackAsItWasWritten) {
  const TemporaryFolder folder;
  ASSERT_TRUE(write_checkpoint(folder / "a", example()));
  const auto read = read_checkpoint(folder / "a");
  ASSERT_TRUE(read) << testing::listing(read.error());
  EXPECT_EQ(*read, example());
}

TEST(Checkpoint, EveryChangedByteAndEveryCutIsFound) {
  const TemporaryFolder folder;
  ASSERT_TRUE(write_checkpoint(folder / "a", example()));
  const std::string bytes = TemporaryFolder::read(folder / "a");
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::string changed = bytes;
    changed[i] = static_cast<char>(changed[i] ^ 0x10);
    EXPECT_FALSE(read_checkpoint(folder.write("b", changed))) << i;
    EXPECT_FALSE(read_checkpoint(folder.write("b", bytes.substr(0, i)))) << i;
  }
}

TEST(Checkpoint, WhatIsMissingIsWhatNobodyFinished) {
  using Ranges = std::vector<PatientRange>;
  EXPECT_EQ(missing_ranges(3000, {{1024, 512}, {0, 512}, {1536, 100}}),
            (Ranges{{512, 512}, {1636, 1364}}));
  EXPECT_EQ(missing_ranges(10, {}), (Ranges{{0, 10}}));
  EXPECT_EQ(missing_ranges(10, {{0, 4}, {4, 6}}), Ranges{});
  EXPECT_EQ(joined({{4, 6}, {0, 4}, {20, 1}}), (Ranges{{0, 10}, {20, 1}}));
}

}  // namespace
}  // namespace ketascope
