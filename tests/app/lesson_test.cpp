// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/lesson.hpp"

#include <gtest/gtest.h>

#include <set>

#include "ketascope/app/run.hpp"

namespace ketascope {
namespace {

Library library() {
  return Library({std::filesystem::path(KETASCOPE_MODELS_DIR)});
}

TEST(Lessons, AllOfTheShelfCanBeReadAndTheSixNamedOnesAreThere) {
  const LessonShelf shelf = load_lessons(library());
  EXPECT_TRUE(shelf.diagnostics.empty()) << format(shelf.diagnostics);
  std::set<std::string> ids;
  for (const Lesson& lesson : shelf.lessons) {
    EXPECT_TRUE(ids.insert(lesson.id).second) << lesson.id;
  }
  for (const char* id :
       {"route-and-bioavailability", "first-pass-and-norketamine", "infusion-and-steady-state",
        "context-sensitive-half-time", "inhibitor-and-genotype", "why-models-disagree"}) {
    EXPECT_TRUE(ids.contains(id)) << id;
  }
}

TEST(Lessons, EveryScenarioIsSoundWithoutAWarning) {
  for (const Lesson& lesson : load_lessons(library()).lessons) {
    const Diagnostics problems = check_document(lesson.scenarios, library());
    for (const Diagnostic& problem : problems) {
      EXPECT_NE(problem.severity, Severity::error) << lesson.id << ": " << problem.message;
    }
  }
}

TEST(Lessons, TheEngineFindsEveryAnswerThatTheAuthorExpected) {
  int questions = 0;
  for (const Lesson& lesson : load_lessons(library()).lessons) {
    for (const LessonStep& step : lesson.steps) {
      if (!step.question) {
        continue;
      }
      ++questions;
      const LessonQuestion& question = *step.question;
      const auto answer = lesson_answer(lesson, question, library());
      ASSERT_TRUE(answer) << lesson.id << ", " << step.title << ": " << format(answer.error());
      if (question.kind == LessonQuestion::Kind::number) {
        EXPECT_NEAR(answer->value, question.expected, 0.005 * question.expected)
            << lesson.id << ", " << step.title;
        EXPECT_TRUE(accepts(question, *answer, question.expected));
        const double wrong = answer->value * (1 + 2 * question.tolerance_percent / 100.0);
        EXPECT_FALSE(accepts(question, *answer, wrong));
      } else {
        EXPECT_EQ(answer->choice, static_cast<int>(question.expected) - 1)
            << lesson.id << ", " << step.title;
        EXPECT_FALSE(accepts(question, *answer, answer->choice + 1));
      }
      EXPECT_EQ(revealed(question, *answer).find("{answer}"), std::string::npos);
    }
  }
  EXPECT_GE(questions, 16);
}

TEST(Lessons, AnAnswerIsShownWithTheReadersDecimalSign) {
  LessonQuestion question;
  question.unit = "h";
  question.reveal = "It takes {answer}, yes, {answer}.";
  LessonAnswer answer;
  answer.value = 3.0478;
  EXPECT_EQ(revealed(question, answer, ','), "It takes 3,05 h, yes, 3,05 h.");
}

}  // namespace
}  // namespace ketascope
