// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/lesson.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>
#include <utility>

#include "app/half_time.hpp"
#include "ketascope/analysis/exponential_terms.hpp"
#include "ketascope/analysis/metrics.hpp"
#include "ketascope/app/summary.hpp"
#include "ketascope/sim/simulate.hpp"
#include "ketascope/units/number.hpp"

namespace ketascope {
namespace {

using Kind = LessonQuantity::Kind;

constexpr int shown_digits = 3;

tl::unexpected<Diagnostics> refused(std::string code, std::string message) {
  return tl::unexpected(
      Diagnostics{{Severity::error, std::move(code), std::move(message), {}, {}, {}}});
}

/// A number in internal units, with what it takes to show it.
struct Reading {
  double value = 0.0;
  Dimension dimension;
  std::optional<double> molar_mass;
};

tl::expected<double, Diagnostics> slowest_half_life_h(const Scenario& scenario,
                                                      std::size_t column) {
  const auto terms = exponential_terms(scenario, column);
  if (!terms) {
    return tl::unexpected(terms.error());
  }
  for (const ExponentialTerm& term : terms->back().terms) {
    if (term.rate_per_h > 0.0) {
      return std::numbers::ln2 / term.rate_per_h;
    }
  }
  return refused("lesson.unanswerable", "the curve has no half-life");
}

tl::expected<Reading, Diagnostics> read_off(Run& run, std::size_t column,
                                            const LessonQuantity& quantity) {
  const SubjectResult& subject = run.result.subjects.front();
  const auto values = subject.column(column);
  const ColumnInfo& about = run.result.columns[column];
  const Dimension dimension = about.display.dimension;
  const CurveMetrics metrics = curve_metrics(subject.time_h, values, subject.side);
  switch (quantity.kind) {
    case Kind::cmax:
      return Reading{metrics.cmax, dimension, about.molar_mass};
    case Kind::tmax:
      return Reading{metrics.tmax_h, dimensions::time, {}};
    case Kind::auc:
      return Reading{metrics.auc_0_t, dimension * dimensions::time, about.molar_mass};
    case Kind::half_life: {
      const auto half_life_h = slowest_half_life_h(run.scenario, column);
      if (!half_life_h) {
        return tl::unexpected(half_life_h.error());
      }
      return Reading{*half_life_h, dimensions::time, {}};
    }
    case Kind::half_time: {
      const auto end_h = end_of_input_h(run.scenario);
      const auto half =
          end_h ? half_time_h(run.scenario, column, *end_h) : tl::unexpected(end_h.error());
      if (!half) {
        return refused("lesson.unanswerable", half.error());
      }
      return Reading{*half, dimensions::time, {}};
    }
    case Kind::value: {
      Scenario at = run.scenario;
      const double time_h = to_internal(*quantity.at, dimensions::time).value_or(0.0);
      at.sampling = Sampling{};
      at.sampling.until = {std::max(time_h, 1e-3), "h"};
      at.sampling.times_h = {time_h};
      const auto result = simulate(at);
      if (!result) {
        return tl::unexpected(result.error());
      }
      const SubjectResult& only = result->subjects.front();
      const auto row = std::ranges::upper_bound(only.time_h, time_h) - only.time_h.begin();
      if (row == 0) {
        return refused("lesson.unanswerable", "the curve does not reach the time asked for");
      }
      return Reading{only.column(column)[static_cast<std::size_t>(row - 1)], dimension,
                     about.molar_mass};
    }
  }
  return refused("lesson.unanswerable", "unknown quantity");
}

tl::expected<Reading, Diagnostics> read_scenario_quantity(const Lesson& lesson, int scenario,
                                                          const std::string& output,
                                                          const LessonQuantity& quantity,
                                                          const Library& library) {
  ScenarioSpec spec = lesson.scenarios.scenarios.at(static_cast<std::size_t>(scenario));
  spec.visible = true;
  auto prepared = prepare(spec, library, std::filesystem::path(lesson.file).parent_path());
  if (!prepared) {
    return tl::unexpected(std::move(prepared.error()));
  }
  auto result = simulate(*prepared);
  if (!result) {
    return tl::unexpected(std::move(result.error()));
  }
  Run run{std::move(spec), std::move(*prepared), std::move(*result)};
  std::size_t column = shown_columns(run).front();
  if (!output.empty()) {
    const int index = run.scenario.model->output_index(output);
    if (index < 0) {
      return refused("lesson.unanswerable",
                     fmt::format("model {} has no output '{}'", run.scenario.model->id, output));
    }
    column = static_cast<std::size_t>(index);
  }
  return read_off(run, column, quantity);
}

tl::expected<double, Diagnostics> in_unit(const Reading& reading, const std::string& text) {
  const auto unit = parse_unit(text);
  if (!unit) {
    return refused("lesson.unit", unit.error().message);
  }
  if (unit->dimension == reading.dimension) {
    return reading.value / unit->factor;
  }
  // Between mass and amount, where the analyte says how much a mole weighs.
  if (reading.molar_mass) {
    const Dimension as_mass = reading.dimension * dimensions::molar_mass;
    const Dimension as_moles = reading.dimension / dimensions::molar_mass;
    if (unit->dimension == as_mass) {
      return reading.value * *reading.molar_mass / unit->factor;
    }
    if (unit->dimension == as_moles) {
      return reading.value / *reading.molar_mass / unit->factor;
    }
  }
  return refused("lesson.unit", fmt::format("'{}' is no unit of what is asked for", text));
}

}  // namespace

tl::expected<LessonAnswer, Diagnostics> lesson_answer(const Lesson& lesson,
                                                      const LessonQuestion& question,
                                                      const Library& library) {
  const LessonQuantity& quantity = question.quantity;
  LessonAnswer answer;
  if (question.kind != LessonQuestion::Kind::number) {
    for (std::size_t s = 0; s < lesson.scenarios.scenarios.size(); ++s) {
      const auto reading =
          read_scenario_quantity(lesson, static_cast<int>(s), quantity.output, quantity, library);
      if (!reading) {
        return tl::unexpected(reading.error());
      }
      answer.values.push_back(reading->value);
    }
    const auto best = question.kind == LessonQuestion::Kind::largest
                          ? std::ranges::max_element(answer.values)
                          : std::ranges::min_element(answer.values);
    answer.choice = static_cast<int>(best - answer.values.begin());
    answer.value = *best;
    return answer;
  }
  const auto reading =
      read_scenario_quantity(lesson, quantity.scenario, quantity.output, quantity, library);
  if (!reading) {
    return tl::unexpected(reading.error());
  }
  if (!quantity.relative_to && quantity.relative_output.empty()) {
    const auto value = in_unit(*reading, question.unit);
    if (!value) {
      return tl::unexpected(value.error());
    }
    answer.value = *value;
    return answer;
  }
  const auto other = read_scenario_quantity(
      lesson, quantity.relative_to.value_or(quantity.scenario),
      quantity.relative_output.empty() ? quantity.output : quantity.relative_output, quantity,
      library);
  if (!other) {
    return tl::unexpected(other.error());
  }
  if (!(std::abs(other->value) > 0.0)) {
    return refused("lesson.unanswerable", "a ratio to zero");
  }
  answer.value = reading->value / other->value * (question.unit == "%" ? 100.0 : 1.0);
  return answer;
}

bool accepts(const LessonQuestion& question, const LessonAnswer& answer, double prediction) {
  if (question.kind != LessonQuestion::Kind::number) {
    return static_cast<int>(prediction) == answer.choice;
  }
  return std::abs(prediction - answer.value) <=
         question.tolerance_percent / 100.0 * std::abs(answer.value);
}

std::string revealed(const LessonQuestion& question, const LessonAnswer& answer,
                     char decimal_point) {
  std::string shown;
  if (question.kind == LessonQuestion::Kind::number) {
    shown = format_number(answer.value, shown_digits);
    std::ranges::replace(shown, '.', decimal_point);
    if (!question.unit.empty()) {
      shown += " " + question.unit;
    }
  } else {
    shown = question.choices.at(static_cast<std::size_t>(answer.choice));
  }
  std::string text = question.reveal;
  static constexpr std::string_view place = "{answer}";
  for (std::size_t at = text.find(place); at != std::string::npos;
       at = text.find(place, at + shown.size())) {
    text.replace(at, place.size(), shown);
  }
  return text;
}

/// "1-route.de.toml" holds words of a lesson, and is none itself.
static bool is_lesson_file(const std::filesystem::path& path) {
  constexpr std::size_t code_with_dot = 3;
  return path.extension() == ".toml" && path.stem().extension().string().size() != code_with_dot;
}

LessonShelf load_lessons(const Library& library, std::string_view language) {
  LessonShelf shelf;
  std::set<std::string> seen;
  for (const auto& folder : library.folders()) {
    std::error_code ignored;
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(folder / "lessons", ignored)) {
      if (is_lesson_file(entry.path())) {
        paths.push_back(entry.path());
      }
    }
    std::ranges::sort(paths);
    for (const auto& path : paths) {
      // Of a file name that several folders hold, the first counts.
      if (!seen.insert(path.filename().string()).second) {
        continue;
      }
      auto lesson = load_lesson_file(path);
      auto words = path;
      words.replace_extension(fmt::format(".{}.toml", language));
      if (lesson && std::filesystem::exists(words, ignored)) {
        if (auto translated = load_lesson_words(words, *lesson)) {
          lesson = std::move(translated);
        } else {
          shelf.diagnostics.insert(shelf.diagnostics.end(), translated.error().begin(),
                                   translated.error().end());
        }
      }
      if (lesson) {
        shelf.lessons.push_back(std::move(*lesson));
      } else {
        shelf.diagnostics.insert(shelf.diagnostics.end(), lesson.error().begin(),
                                 lesson.error().end());
      }
    }
  }
  std::ranges::stable_sort(shelf.lessons, {}, &Lesson::order);
  return shelf;
}

}  // namespace ketascope
