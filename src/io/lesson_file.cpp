// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/io/lesson_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "io/scenario_reader.hpp"
#include "io/scenario_text.hpp"
#include "ketascope/diagnostic/suggest.hpp"

namespace ketascope {
namespace {

using scenario_text::Word;

constexpr std::string_view format_kind = "ketascope-lesson";

constexpr Word<LessonQuantity::Kind> quantities[] = {
    {"cmax", LessonQuantity::Kind::cmax},
    {"tmax", LessonQuantity::Kind::tmax},
    {"auc", LessonQuantity::Kind::auc},
    {"half-life", LessonQuantity::Kind::half_life},
    {"half-time", LessonQuantity::Kind::half_time},
    {"value", LessonQuantity::Kind::value},
};
constexpr Word<LessonQuestion::Kind> questions[] = {
    {"number", LessonQuestion::Kind::number},
    {"largest", LessonQuestion::Kind::largest},
    {"smallest", LessonQuestion::Kind::smallest},
};

class LessonReader {
 public:
  explicit LessonReader(TomlDocument& document) : document_(document) {}

  void read(Lesson& lesson) {
    TomlTable root = document_.root();
    if (!document_.check_format(root, format_kind, "lesson")) {
      return;
    }
    root.require({"id", "title", "goal"});
    lesson.id = root.text("id").value;
    lesson.title = root.text("title").value;
    lesson.goal = root.text("goal").value;
    lesson.order = static_cast<int>(root.integer("order").value_or(0));
    read_scenarios(root, lesson.scenarios);
    lesson.scenarios.title = lesson.title;
    lesson.scenarios.description = lesson.goal;
    count_ = static_cast<int>(lesson.scenarios.scenarios.size());
    for (const ScenarioSpec& spec : lesson.scenarios.scenarios) {
      for (const auto& [name, value] : spec.subject) {
        controls_.push_back(name);
      }
      for (const auto& [name, value] : spec.categories) {
        controls_.push_back(name);
      }
    }
    controls_.insert(controls_.end(), std::begin(lesson_controls), std::end(lesson_controls));
    for (TomlTable& step : root.tables("step")) {
      lesson.steps.push_back(read_step(std::move(step)));
    }
    if (lesson.steps.empty()) {
      root.report("lesson.steps", "a lesson needs at least one [[step]]", root.at());
    }
    root.finish();
  }

 private:
  template <typename T, std::size_t N>
  void read_word(const TomlField& field, const Word<T> (&words)[N], T& value) {
    if (!field || field.kind() != TomlKind::text) {
      (void)field.text();
      return;
    }
    const std::string typed = field.text().value;
    std::vector<std::string> known;
    for (const auto& [text, meaning] : words) {
      if (text == typed) {
        value = meaning;
        return;
      }
      known.emplace_back(text);
    }
    field.report("lesson.choice",
                 fmt::format("'{}' must be one of {}", field.name().value, fmt::join(known, ", ")),
                 did_you_mean(typed, known));
  }

  /// A scenario by its number from 1, kept from 0.
  int scenario_of(const TomlField& field, std::optional<std::int64_t> number) {
    if (number && *number >= 1 && *number <= count_) {
      return static_cast<int>(*number) - 1;
    }
    if (number) {
      field.report(
          "lesson.scenario",
          fmt::format("the lesson has {} scenarios; there is no number {}", count_, *number));
    }
    return 0;
  }

  std::vector<int> scenarios_of(const TomlField& list) {
    std::vector<int> found;
    for (const TomlField& item : list.items()) {
      found.push_back(scenario_of(item, item.integer()));
    }
    return found;
  }

  LessonStep read_step(TomlTable table) {
    LessonStep step;
    table.require({"title", "text"});
    step.title = table.text("title").value;
    step.text = table.text("text").value;
    const TomlField free = table.field("free");
    for (const TomlField& item : free.items()) {
      std::string name = item.text().value;
      if (item.kind() == TomlKind::text && std::ranges::find(controls_, name) == controls_.end()) {
        item.report("lesson.control", fmt::format("there is no control '{}'", name),
                    did_you_mean(name, controls_));
      }
      step.free.push_back(std::move(name));
    }
    const std::vector<std::string> pages(std::begin(lesson_pages), std::end(lesson_pages));
    const TomlField hide = table.field("hide");
    for (const TomlField& item : hide.items()) {
      std::string name = item.text().value;
      if (item.kind() == TomlKind::text && std::ranges::find(pages, name) == pages.end()) {
        item.report("lesson.hide", fmt::format("there is no page '{}'", name),
                    did_you_mean(name, pages));
      }
      step.hide.push_back(std::move(name));
    }
    if (hide && !table.field("question")) {
      hide.report("lesson.hide", "nothing would bring the pages back: the step has no question");
    }
    step.show = scenarios_of(table.field("show"));
    step.reveal_show = scenarios_of(table.field("reveal_show"));
    if (const TomlField question = table.field("question")) {
      step.question = read_question(question.table());
    }
    table.finish();
    return step;
  }

  LessonQuestion read_question(TomlTable table) {
    LessonQuestion question;
    table.require({"ask", "kind", "of", "expected", "reveal"});
    question.ask = table.text("ask").value;
    question.reveal = table.text("reveal").value;
    read_word(table.field("kind"), questions, question.kind);
    read_word(table.field("of"), quantities, question.quantity.kind);
    if (const TomlField scenario = table.field("scenario")) {
      question.quantity.scenario = scenario_of(scenario, scenario.integer());
    }
    question.quantity.output = table.text("output").value;
    question.quantity.relative_output = table.text("relative_output").value;
    if (const TomlField other = table.field("relative_to")) {
      question.quantity.relative_to = scenario_of(other, other.integer());
    }
    const TomlField at = table.field("at");
    if (auto measure = at.measure_of(dimensions::time)) {
      question.quantity.at = std::move(measure->value);
    } else if (question.quantity.kind == LessonQuantity::Kind::value && !at) {
      table.report("lesson.at", "of = \"value\" needs the time 'at'", table.at(),
                   "for example at = \"4 h\"");
    }
    read_unit(table, question);
    question.expected = table.number("expected").value_or(0.0);
    question.tolerance_percent = table.number("tolerance_percent").value_or(10.0);
    for (const TextAt& choice : table.texts("choices")) {
      question.choices.push_back(choice.value);
    }
    if (question.kind != LessonQuestion::Kind::number &&
        static_cast<int>(question.choices.size()) != count_) {
      table.report("lesson.choice",
                   fmt::format("'choices' must name all {} scenarios in order", count_),
                   table.at());
    }
    table.finish();
    return question;
  }

  void read_unit(TomlTable& table, LessonQuestion& question) {
    const TomlField field = table.field("unit");
    question.unit = field.text().value;
    const bool ratio = question.quantity.relative_to || !question.quantity.relative_output.empty();
    if (question.kind != LessonQuestion::Kind::number) {
      return;
    }
    if (ratio) {
      if (!question.unit.empty() && question.unit != "%") {
        field.report("lesson.unit", "a ratio has no unit but \"%\"");
      }
    } else if (!parse_unit(question.unit) || question.unit.empty()) {
      table.report("lesson.unit", "a number needs its unit", table.at(),
                   "for example unit = \"ng/mL\"");
    }
  }

  TomlDocument& document_;
  std::vector<std::string> controls_;
  int count_ = 0;
};

}  // namespace

tl::expected<Lesson, Diagnostics> parse_lesson_file(std::string_view text, std::string_view file) {
  TomlDocument document(text, file);
  Lesson lesson;
  lesson.file = file;
  if (document.parsed()) {
    LessonReader(document).read(lesson);
  }
  if (document.has_errors()) {
    return tl::make_unexpected(document.take_diagnostics());
  }
  return lesson;
}

tl::expected<Lesson, Diagnostics> load_lesson_file(const std::filesystem::path& path) {
  const auto text = read_text_file(path);
  if (!text) {
    return tl::make_unexpected(text.error());
  }
  return parse_lesson_file(*text, path.string());
}

}  // namespace ketascope
