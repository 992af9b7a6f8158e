// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/diagnostic/diagnostic.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "ketascope/diagnostic/suggest.hpp"

namespace ketascope {
namespace {

Diagnostic at(int line, int column) {
  return {.severity = Severity::error,
          .code = "unit.unknown",
          .message = "unknown unit 'Mg'",
          .file = "a.toml",
          .at = {line, column}};
}

TEST(Diagnostic, ShowsPlaceMessageLineCaretAndHint) {
  Diagnostic d = at(2, 8);
  d.hint = "did you mean 'mg'?";
  EXPECT_EQ(format(d, "x = 1\na = \"1 Mg\"\n"),
            "a.toml:2:8: error[unit.unknown]: unknown unit 'Mg'\n"
            "     2 | a = \"1 Mg\"\n"
            "       |        ^\n"
            "  hint: did you mean 'mg'?");
}

TEST(Diagnostic, LeavesOutWhatIsUnknown) {
  EXPECT_EQ(format(at(2, 8), ""), "a.toml:2:8: error[unit.unknown]: unknown unit 'Mg'");
  EXPECT_EQ(format(at(0, 0), "text"), "a.toml: error[unit.unknown]: unknown unit 'Mg'");
  EXPECT_EQ(format(at(9, 1), "one line"), "a.toml:9:1: error[unit.unknown]: unknown unit 'Mg'");
  EXPECT_EQ(format({.severity = Severity::warning, .message = "odd"}), "warning: odd");
  EXPECT_EQ(format({.severity = Severity::note, .code = "a.b", .message = "m", .at = {3, 0}}),
            "3: note[a.b]: m");
}

TEST(Diagnostic, CaretCountsCodePointsAndTabsAsOneColumn) {
  EXPECT_EQ(format(at(1, 4), "\tµg x\r\n"),
            "a.toml:1:4: error[unit.unknown]: unknown unit 'Mg'\n"
            "     1 |  µg x\n"
            "       |    ^");
}

TEST(Diagnostic, CaretMayStandPastTheEndOfTheLineButNotFurther) {
  const std::string expected = "error[unit.unknown]: unknown unit 'Mg'\n     1 | ab\n       |   ^";
  EXPECT_EQ(format(at(1, 3), "ab\n").substr(12), expected);
  EXPECT_EQ(format(at(1, 99), "ab\n").substr(13), expected);
}

TEST(Diagnostic, WindowsLongLinesRoundTheCaret) {
  std::string line(500, 'a');
  line[299] = 'X';
  const std::string text = format(at(1, 300), line);
  const std::string row = "…" + std::string(50, 'a') + "X" + std::string(49, 'a') + "…";
  EXPECT_EQ(text, "a.toml:1:300: error[unit.unknown]: unknown unit 'Mg'\n     1 | " + row +
                      "\n       | " + std::string(51, ' ') + "^");
}

TEST(Diagnostic, NeverPassesControlOrInvalidBytesToTheTerminal) {
  const std::string text = format(at(1, 1), "\x1b[31m\xff\xc2\x9bz");
  EXPECT_NE(text.find("     1 | \uFFFD[31m\uFFFD\uFFFDz"), std::string::npos) << text;
}

TEST(Diagnostic, WarningsAloneAreNoErrors) {
  const Diagnostic warning{.severity = Severity::warning, .message = "w"};
  EXPECT_FALSE(has_errors({}));
  EXPECT_FALSE(has_errors({warning}));
  EXPECT_TRUE(has_errors({warning, at(1, 1)}));
}

TEST(Diagnostic, LocateCountsLinesAndCodePoints) {
  const std::string text = "ab\nµ=1\n";
  EXPECT_EQ(locate(text, 0), (SourceLocation{1, 1}));
  EXPECT_EQ(locate(text, 2), (SourceLocation{1, 3}));
  EXPECT_EQ(locate(text, 5), (SourceLocation{2, 2}));
  EXPECT_EQ(locate(text, 99), (SourceLocation{3, 1}));
}

TEST(Suggest, PrefersAChangeOfCaseToAChangeOfLetter) {
  const std::vector<std::string> known{"ng", "mg", "kg"};
  EXPECT_EQ(nearest_name("Mg", known), "mg");
}

TEST(Suggest, FindsSwappedMissingAndExtraLetters) {
  const std::vector<std::string> known{"clearance", "volume"};
  EXPECT_EQ(nearest_name("claerance", known), "clearance");
  EXPECT_EQ(nearest_name("volme", known), "volume");
  EXPECT_EQ(did_you_mean("volumee", known), "did you mean 'volume'?");
}

TEST(Suggest, IsSilentWhenNothingIsNear) {
  const std::vector<std::string> known{"mg", "h"};
  EXPECT_EQ(nearest_name("banana", known), "");
  EXPECT_EQ(nearest_name("x", known), "");
  EXPECT_EQ(did_you_mean("", known), "");
}

}  // namespace
}  // namespace ketascope
