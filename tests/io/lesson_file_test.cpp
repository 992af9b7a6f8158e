// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/io/lesson_file.hpp"

#include <gtest/gtest.h>

#include <string>

namespace ketascope {
namespace {

constexpr const char* whole = R"(format = "ketascope-lesson 1"
id = "x"
title = "A lesson"
goal = "To know"
order = 3

[[scenario]]
name = "first"
model = "kamp2020"
subject = { WT = "70 kg" }
doses = [{ route = "iv", amount = "35 mg" }]
[[scenario]]
name = "second"
model = "kamp2020"
doses = [{ route = "im", amount = "35 mg" }]

[[step]]
title = "One"
text = "Look."
show = [1]
free = ["amount", "WT"]

[[step]]
title = "Two"
text = "Predict."
reveal_show = [1, 2]
[step.question]
ask = "How much?"
kind = "number"
of = "value"
at = "2 h"
scenario = 2
relative_to = 1
unit = "%"
tolerance_percent = 5
expected = 50
reveal = "It is {answer}."
)";

std::string changed(const std::string& from, const std::string& to) {
  std::string text = whole;
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

std::string codes(const std::string& text) {
  const auto lesson = parse_lesson_file(text, "l.toml");
  std::string found;
  if (!lesson) {
    for (const Diagnostic& problem : lesson.error()) {
      found += problem.code + " ";
    }
  }
  return found;
}

TEST(LessonFile, IsReadWhole) {
  const auto lesson = parse_lesson_file(whole, "l.toml");
  ASSERT_TRUE(lesson) << format(lesson.error());
  EXPECT_EQ(lesson->id, "x");
  EXPECT_EQ(lesson->order, 3);
  EXPECT_EQ(lesson->scenarios.title, "A lesson");
  ASSERT_EQ(lesson->scenarios.scenarios.size(), 2U);
  ASSERT_EQ(lesson->steps.size(), 2U);
  EXPECT_EQ(lesson->steps[0].show, std::vector<int>{0});
  EXPECT_EQ(lesson->steps[0].free, (std::vector<std::string>{"amount", "WT"}));
  EXPECT_FALSE(lesson->steps[0].question);
  const LessonQuestion& question = *lesson->steps[1].question;
  EXPECT_EQ(question.quantity.kind, LessonQuantity::Kind::value);
  EXPECT_EQ(question.quantity.scenario, 1);
  EXPECT_EQ(question.quantity.relative_to, 0);
  EXPECT_EQ(question.quantity.at, (Measure{2, "h"}));
  EXPECT_EQ(question.unit, "%");
}

TEST(LessonFile, SaysWhatIsWrong) {
  EXPECT_EQ(codes(changed("ketascope-lesson 1", "ketascope-lesson 2")), "lesson.newer_format ");
  EXPECT_EQ(codes(changed("ketascope-lesson 1", "ketascope-scenario 1")), "lesson.wrong_format ");
  EXPECT_EQ(codes(changed("show = [1]", "show = [3]")), "lesson.scenario ");
  EXPECT_EQ(codes(changed("\"amount\", ", "\"amuont\", ")), "lesson.control ");
  EXPECT_EQ(codes(changed("reveal_show = ", "hide = [\"maths\"]\nreveal_show = ")), "");
  EXPECT_EQ(codes(changed("reveal_show = ", "hide = [\"math\"]\nreveal_show = ")), "lesson.hide ");
  EXPECT_EQ(codes(changed("free = ", "hide = [\"maths\"]\nfree = ")), "lesson.hide ")
      << "without a question they would not come back";
  EXPECT_EQ(codes(changed("\"number\"", "\"numbers\"")), "lesson.choice ");
  EXPECT_EQ(codes(changed("at = \"2 h\"\n", "")), "lesson.at ");
  EXPECT_EQ(codes(changed("at = \"2 h\"", "at = \"2 kg\"")), "unit.mismatch ");
  EXPECT_EQ(codes(changed("unit = \"%\"", "unit = \"mg\"")), "lesson.unit ");
  EXPECT_EQ(codes(changed("kind = \"number\"", "kind = \"largest\"")), "lesson.choice ");
  EXPECT_EQ(codes(changed("ask = ", "aks = ")), "toml.missing_field toml.unknown_field ");
  EXPECT_EQ(codes("format = \"ketascope-lesson 1\"\nid = \"x\"\ntitle = \"t\"\ngoal = \"g\"\n"
                  "scenario = []\n"),
            "lesson.steps ");
}

}  // namespace
}  // namespace ketascope
