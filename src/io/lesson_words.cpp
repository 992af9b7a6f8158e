// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <utility>

#include "io/toml_reader.hpp"
#include "ketascope/io/lesson_file.hpp"

namespace ketascope {
namespace {

constexpr std::string_view answer_place = "{answer}";

/// Writes the translated texts over those of the lesson.
class WordsReader {
 public:
  WordsReader(TomlDocument& document, Lesson& lesson) : document_(document), lesson_(lesson) {}

  void read() {
    TomlTable root = document_.root();
    if (!document_.check_format(root, "ketascope-lesson-words", "lesson")) {
      return;
    }
    root.require({"title", "goal", "scenarios"});
    lesson_.title = root.text("title").value;
    lesson_.goal = root.text("goal").value;
    read_scenarios(root);
    auto steps = root.tables("step");
    if (steps.size() != lesson_.steps.size()) {
      root.report(
          "lesson.words",
          fmt::format("the lesson has {} steps, this file {}", lesson_.steps.size(), steps.size()),
          root.at());
    } else {
      for (std::size_t i = 0; i < steps.size(); ++i) {
        read_step(steps[i], lesson_.steps[i]);
      }
    }
    lesson_.scenarios.title = lesson_.title;
    lesson_.scenarios.description = lesson_.goal;
    root.finish();
  }

 private:
  void read_scenarios(TomlTable& root) {
    const auto names = root.texts("scenarios");
    auto& scenarios = lesson_.scenarios.scenarios;
    if (names.size() != scenarios.size()) {
      root.report("lesson.words",
                  fmt::format("the lesson has {} scenarios, 'scenarios' names {}", scenarios.size(),
                              names.size()),
                  root.at());
      return;
    }
    for (std::size_t i = 0; i < names.size(); ++i) {
      before_.push_back(std::exchange(scenarios[i].name, names[i].value));
    }
  }

  void read_step(TomlTable& table, LessonStep& step) {
    table.require({"title", "text"});
    step.title = table.text("title").value;
    step.text = table.text("text").value;
    if (step.question) {
      read_question(table, *step.question);
    }
    table.finish();
  }

  void read_question(TomlTable& table, LessonQuestion& question) {
    table.require({"ask", "reveal"});
    question.ask = table.text("ask").value;
    const std::string reveal = table.text("reveal").value;
    if (!reveal.empty() && (reveal.find(answer_place) == std::string::npos) !=
                               (question.reveal.find(answer_place) == std::string::npos)) {
      table.report("lesson.answer", "'reveal' and its translation must both hold {answer}, or none",
                   table.at());
    }
    question.reveal = reveal;
    const auto choices = table.texts("choices");
    if (choices.empty()) {
      for (std::string& choice : question.choices) {
        for (std::size_t i = 0; i < before_.size(); ++i) {
          if (choice == before_[i]) {
            choice = lesson_.scenarios.scenarios[i].name;
            break;
          }
        }
      }
    } else if (choices.size() != question.choices.size()) {
      table.report("lesson.words",
                   fmt::format("the question has {} choices, 'choices' names {}",
                               question.choices.size(), choices.size()),
                   table.at());
    } else {
      for (std::size_t i = 0; i < choices.size(); ++i) {
        question.choices[i] = choices[i].value;
      }
    }
  }

  TomlDocument& document_;
  Lesson& lesson_;
  std::vector<std::string> before_;  ///< names of the scenarios
};

}  // namespace

tl::expected<Lesson, Diagnostics> parse_lesson_words(std::string_view text, std::string_view file,
                                                     const Lesson& lesson) {
  TomlDocument document(text, file);
  Lesson translated = lesson;
  if (document.parsed()) {
    WordsReader(document, translated).read();
  }
  if (document.has_errors()) {
    return tl::make_unexpected(document.take_diagnostics());
  }
  return translated;
}

tl::expected<Lesson, Diagnostics> load_lesson_words(const std::filesystem::path& path,
                                                    const Lesson& lesson) {
  const auto text = read_text_file(path);
  if (!text) {
    return tl::make_unexpected(text.error());
  }
  return parse_lesson_words(*text, path.string(), lesson);
}

}  // namespace ketascope
