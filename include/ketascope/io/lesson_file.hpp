// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "ketascope/io/diagnostics.hpp"
#include "ketascope/io/scenario_file.hpp"

namespace ketascope {

/// A number that the engine reads off a scenario of a lesson.
struct LessonQuantity {
  enum class Kind {
    cmax,
    tmax,
    auc,        ///< over the time shown
    half_life,  ///< of the slowest term of the curve
    half_time,  ///< context-sensitive, from the end of the last input
    value,      ///< concentration at a time
  };
  Kind kind = Kind::cmax;
  int scenario = 0;                ///< from 0
  std::string output;              ///< empty: the first concentration that the scenario shows
  std::optional<int> relative_to;  ///< divided by the same of another scenario
  std::string relative_output;     ///< divided by the same of another output (same scenario)
  std::optional<Measure> at;       ///< Kind::value
};

/// A question whose answer is hidden until the learner has predicted it. Answers are never
/// written down: the engine computes them from the lesson's own scenarios.
struct LessonQuestion {
  enum class Kind {
    number,    ///< the quantity itself
    largest,   ///< which of the choices (scenarios in order) has most of it
    smallest,  ///< ... and least
  };
  Kind kind = Kind::number;
  std::string ask;
  LessonQuantity quantity;
  std::string unit;                  ///< of the answer, for numbers; empty or "%" for ratios
  double tolerance_percent = 10.0;   ///< how far a prediction may be off
  std::vector<std::string> choices;  ///< one per scenario
  double expected = 0.0;             ///< what the author found: number, or choice from 1
  std::string reveal;                ///< explanation; "{answer}" stands for the computed one
};

struct LessonStep {
  std::string title, text;
  std::vector<std::string> free;  ///< controls that may be moved; the others are locked
  std::vector<int> show;          ///< scenarios shown, from 0; empty: as before
  std::vector<int> reveal_show;   ///< and once the question is answered
  std::vector<std::string> hide;  ///< pages out of sight until the question is answered
  std::optional<LessonQuestion> question;
};

/// A lesson: scenarios, and steps that show them one after the other.
struct Lesson {
  std::string id, title, goal, file;
  int order = 0;
  ScenarioFile scenarios;
  std::vector<LessonStep> steps;
};

/// Names that a step's `free` may hold besides covariates: what the window calls its controls.
inline constexpr std::string_view lesson_controls[] = {
    "model",        "schedule", "route",   "amount", "duration",   "start",
    "repeats",      "interval", "until",   "WT",     "parameters", "scenarios",
    "interactions", "curves",   "effects", "form",   "lag",        "F"};

/// Names that a step's `hide` may hold: pages below the plot, that of other models beside it, and
/// the numbers at its cursor.
inline constexpr std::string_view lesson_pages[] = {"summary", "compare", "schedule",     "audit",
                                                    "maths",   "diagram", "disagreement", "cursor"};

/// Reads a lesson; all problems at once. Codes: lesson.wrong_format, lesson.newer_format,
/// lesson.steps, lesson.scenario (a number that no scenario has), lesson.control, lesson.hide,
/// lesson.choice, lesson.unit, lesson.at, toml.*, scenario.*.
tl::expected<Lesson, Diagnostics> parse_lesson_file(std::string_view text, std::string_view file);
tl::expected<Lesson, Diagnostics> load_lesson_file(const std::filesystem::path& path);

/// The lesson with its texts in another language: title, goal, scenarios' names, and per step
/// title, text, ask, reveal and choices, in the order of the lesson. Everything else stays. Choices
/// that are left out follow the names of the scenarios. Codes: lesson.wrong_format,
/// lesson.newer_format, lesson.words (more or fewer texts than the lesson has), lesson.answer (an
/// "{answer}" that is lost), toml.*.
tl::expected<Lesson, Diagnostics> parse_lesson_words(std::string_view text, std::string_view file,
                                                     const Lesson& lesson);
tl::expected<Lesson, Diagnostics> load_lesson_words(const std::filesystem::path& path,
                                                    const Lesson& lesson);

}  // namespace ketascope
