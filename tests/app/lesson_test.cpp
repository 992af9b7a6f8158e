// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/lesson.hpp"

#include <gtest/gtest.h>

#include <algorithm>

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

TEST(Lessons, EveryQuestionHidesTheTablesUnlessItsTextSendsTheReaderThere) {
  for (const Lesson& lesson : load_lessons(library()).lessons) {
    for (const LessonStep& step : lesson.steps) {
      if (!step.question || step.text.find("Summary table") != std::string::npos) {
        continue;
      }
      for (const char* page : {"summary", "compare", "disagreement"}) {
        EXPECT_NE(std::ranges::find(step.hide, page), step.hide.end())
            << lesson.id << ", " << step.title << ": " << page;
      }
      // What the cursor tells of a scenario that is shown is the answer.
      const LessonQuestion& question = *step.question;
      if (question.kind == LessonQuestion::Kind::number && !question.quantity.relative_to &&
          question.quantity.kind == LessonQuantity::Kind::value) {
        EXPECT_NE(std::ranges::find(step.hide, "cursor"), step.hide.end())
            << lesson.id << ", " << step.title;
      }
    }
  }
}

TEST(Lessons, AnAnswerIsShownWithTheReadersDecimalSign) {
  LessonQuestion question;
  question.unit = "h";
  question.reveal = "It takes {answer}, yes, {answer}.";
  LessonAnswer answer;
  answer.value = 3.0478;
  EXPECT_EQ(revealed(question, answer, ','), "It takes 3,05 h, yes, 3,05 h.");
}

TEST(LessonTranslations, AreThereForEveryLessonInEveryLanguage) {
  const auto english = load_lessons(library()).lessons;
  for (const char* language : {"de", "fr", "es", "pl"}) {
    const LessonShelf shelf = load_lessons(library(), language);
    EXPECT_TRUE(shelf.diagnostics.empty()) << format(shelf.diagnostics);
    ASSERT_EQ(shelf.lessons.size(), english.size());
    for (std::size_t i = 0; i < english.size(); ++i) {
      const Lesson& ours = english[i];
      const Lesson& theirs = shelf.lessons[i];
      EXPECT_EQ(theirs.id, ours.id);
      EXPECT_NE(theirs.title, ours.title) << language << ": " << ours.id;
      EXPECT_NE(theirs.goal, ours.goal) << language << ": " << ours.id;
      EXPECT_EQ(theirs.scenarios.title, theirs.title);
      ASSERT_EQ(theirs.steps.size(), ours.steps.size()) << language << ": " << ours.id;
      for (std::size_t k = 0; k < ours.steps.size(); ++k) {
        const LessonStep& step = theirs.steps[k];
        EXPECT_NE(step.text, ours.steps[k].text) << language << ": " << step.title;
        EXPECT_EQ(step.free, ours.steps[k].free);
        EXPECT_EQ(step.show, ours.steps[k].show);
        ASSERT_EQ(step.question.has_value(), ours.steps[k].question.has_value());
        if (!step.question) {
          continue;
        }
        const LessonQuestion& question = *step.question;
        EXPECT_NE(question.ask, ours.steps[k].question->ask) << language << ": " << step.title;
        EXPECT_NE(question.reveal, ours.steps[k].question->reveal);
        EXPECT_EQ(question.expected, ours.steps[k].question->expected);
        EXPECT_EQ(question.unit, ours.steps[k].question->unit);
        ASSERT_EQ(question.choices.size(), ours.steps[k].question->choices.size());
        for (std::size_t c = 0; c < question.choices.size(); ++c) {
          EXPECT_EQ(question.choices[c], theirs.scenarios.scenarios[c].name)
              << "a choice is called as its curve";
        }
      }
    }
  }
}

constexpr std::string_view small_lesson = R"(
format = "ketascope-lesson 1"
id = "small"
title = "Small"
goal = "Little."
[[scenario]]
name = "a"
model = "kamp2020"
doses = [{ route = "iv", amount = "1 mg" }]
until = "1 h"
[[step]]
title = "One"
text = "Text."
[step.question]
ask = "Which?"
kind = "largest"
of = "cmax"
choices = ["a"]
expected = 1
reveal = "{answer}."
)";

std::string codes_of_words(std::string_view words) {
  const Lesson lesson = parse_lesson_file(small_lesson, "small.toml").value();
  const auto translated = parse_lesson_words(words, "small.de.toml", lesson);
  std::string all;
  for (const Diagnostic& problem : translated ? Diagnostics{} : translated.error()) {
    all += (all.empty() ? "" : " ") + problem.code;
  }
  return all;
}

TEST(LessonTranslations, AreRefusedWhereTheyHaveNotTheTextsOfTheLesson) {
  const std::string head =
      "format = \"ketascope-lesson-words 1\"\ntitle = \"Klein\"\ngoal = \"Wenig.\"\n";
  const std::string step = "[[step]]\ntitle = \"Eins\"\ntext = \"Text\"\nask = \"Was?\"\n";
  const std::string names = "scenarios = [\"A\"]\n";
  EXPECT_EQ(codes_of_words(head + names + step + "reveal = \"{answer}!\"\n"), "");
  EXPECT_EQ(codes_of_words(head + names), "lesson.words") << "a step is missing";
  EXPECT_EQ(codes_of_words(head + "scenarios = []\n" + step + "reveal = \"{answer}!\"\n"),
            "lesson.words");
  EXPECT_EQ(codes_of_words(head + names + step + "reveal = \"So.\"\n"), "lesson.answer");
  EXPECT_EQ(
      codes_of_words(head + names + step + "reveal = \"{answer}\"\nchoices = [\"A\", \"B\"]\n"),
      "lesson.words");
  EXPECT_EQ(codes_of_words(head + names + step), "toml.missing_field");
  EXPECT_EQ(codes_of_words("format = \"ketascope-lesson 1\"\n"), "lesson.wrong_format");
}

}  // namespace
}  // namespace ketascope
