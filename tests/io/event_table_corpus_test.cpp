// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "../fuzz/event_table_target.hpp"

namespace ketascope {
namespace {

// The fuzzer itself needs clang; what it has found is looked at with every build.
TEST(EventTableCorpus, KeepsEveryPromiseForEveryFile) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(
           std::filesystem::path(KETASCOPE_SOURCE_DIR) / "tests/fuzz/corpus/event_table")) {
    files.push_back(entry.path());
  }
  std::ranges::sort(files);
  EXPECT_GT(files.size(), 20u);
  for (const auto& path : files) {
    std::ifstream file(path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    EXPECT_FALSE(text.empty()) << path;
    EXPECT_EQ(fuzz::event_table_fault(text), "") << path;
    // Cut off anywhere it keeps them too.
    for (std::size_t length = 0; length < text.size(); length += 7) {
      EXPECT_EQ(fuzz::event_table_fault(std::string_view(text).substr(0, length)), "") << path;
    }
  }
}

}  // namespace
}  // namespace ketascope
