// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "ketascope/app/library.hpp"
#include "ketascope/io/lesson_file.hpp"

namespace ketascope {

/// What the engine answers to a question.
struct LessonAnswer {
  double value = 0.0;          ///< in the question's unit; of the choice, when one is asked for
  int choice = -1;             ///< scenario from 0, when one is asked for
  std::vector<double> values;  ///< of every scenario, then (internal units)
};

/// Computes the answer from the lesson's scenarios as the file states them, whatever the learner
/// has moved since. Errors: those of the scenarios; lesson.unit, lesson.unanswerable.
tl::expected<LessonAnswer, Diagnostics> lesson_answer(const Lesson& lesson,
                                                      const LessonQuestion& question,
                                                      const Library& library);

/// Whether a prediction (a number in the question's unit, or a choice from 0) is right.
bool accepts(const LessonQuestion& question, const LessonAnswer& answer, double prediction);

/// The explanation with the computed answer in it. `decimal_point` is the reader's.
std::string revealed(const LessonQuestion& question, const LessonAnswer& answer,
                     char decimal_point = '.');

/// The lessons in the folder lessons/ of the library, in their order; what cannot be read is
/// reported and left out. Texts are in `language` ("de") where <lesson>.<language>.toml stands
/// beside the lesson, else as its author wrote them.
struct LessonShelf {
  std::vector<Lesson> lessons;
  Diagnostics diagnostics;
};
LessonShelf load_lessons(const Library& library, std::string_view language = "en");

}  // namespace ketascope
