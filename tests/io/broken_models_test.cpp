// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "ketascope/io/model_file.hpp"

/// The catalogue in broken_models/: NAME.toml has one fault, NAME.expected what is said about it,
/// as it is shown to people. Both are compared as whole texts.
namespace ketascope {
namespace {

namespace fs = std::filesystem;

fs::path catalogue() {
  return fs::path(KETASCOPE_SOURCE_DIR) / "tests/io/broken_models";
}

std::vector<std::string> names(std::string_view ending) {
  std::vector<std::string> found;
  for (const auto& entry : fs::directory_iterator(catalogue())) {
    if (entry.path().extension() == ending) {
      found.push_back(entry.path().stem().string());
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::string text_of(const std::string& file) {
  const auto text = read_text_file(catalogue() / file);
  EXPECT_TRUE(text.has_value()) << file;
  return text.value_or("");
}

class BrokenModel : public testing::TestWithParam<std::string> {};

TEST_P(BrokenModel, IsRefusedWithExactlyTheseWords) {
  const std::string text = text_of(GetParam() + ".toml");
  const BuiltModel built = parse_model(text, GetParam() + ".toml");
  EXPECT_EQ(built.model, nullptr);
  EXPECT_EQ(format(built.diagnostics, text), text_of(GetParam() + ".expected"));
}

INSTANTIATE_TEST_SUITE_P(Catalogue, BrokenModel, testing::ValuesIn(names(".toml")),
                         [](const auto& tested) { return tested.param; });

TEST(BrokenModels, AreAtLeastSixtyAndEachHasItsExpectation) {
  const std::vector<std::string> models = names(".toml");
  EXPECT_GE(models.size(), 60U);
  EXPECT_EQ(models, names(".expected"));
}

}  // namespace
}  // namespace ketascope
