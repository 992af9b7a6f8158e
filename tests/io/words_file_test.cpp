// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/io/words_file.hpp"

#include <gtest/gtest.h>

namespace ketascope {
namespace {

std::string codes(std::string_view text) {
  std::string all;
  const auto words = parse_words_file(text, "de.toml");
  for (const Diagnostic& problem : words ? Diagnostics{} : words.error()) {
    all += (all.empty() ? "" : " ") + problem.code;
  }
  return all;
}

constexpr std::string_view head = "format = \"ketascope-words 1\"\n";

TEST(WordsFile, HoldsTextsInTablesThatOnlyPutThemInOrder) {
  const auto words = parse_words_file(std::string(head) +
                                          "[routes]\n\"nasal spray\" = \"Nasenspray\"\n[outputs]\n"
                                          "\"{0} (plasma)\" = \"{0} (Plasma)\"\n",
                                      "de.toml");
  ASSERT_TRUE(words) << format(words.error());
  EXPECT_EQ(*words, (WordTable{{"nasal spray", "Nasenspray"}, {"{0} (plasma)", "{0} (Plasma)"}}));
}

TEST(WordsFile, RefusesWhatWouldShowNothingOrTheWrongThing) {
  const std::string start(head);
  EXPECT_EQ(codes(start + "[a]\nx = \"\"\n"), "words.empty");
  EXPECT_EQ(codes(start + "[a]\n\"{0} x\" = \"y\"\n"), "words.place");
  EXPECT_EQ(codes(start + "[a]\nx = \"y {0}\"\n"), "words.place");
  EXPECT_EQ(codes(start + "[a]\nx = \"y\"\n[b]\nx = \"z\"\n"), "words.twice");
  EXPECT_EQ(codes(start + "[a]\nx = 1\n"), "toml.type");
  EXPECT_EQ(codes("format = \"ketascope-bands 1\"\n"), "words.wrong_format");
}

}  // namespace
}  // namespace ketascope
