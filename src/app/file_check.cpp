// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/file_check.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ketascope/app/population.hpp"
#include "ketascope/app/run.hpp"
#include "ketascope/app/sweep.hpp"
#include "ketascope/io/lesson_file.hpp"
#include "ketascope/io/perpetrator_file.hpp"
#include "ketascope/io/study_plan.hpp"
#include "ketascope/io/sweep_file.hpp"
#include "ketascope/io/words_file.hpp"
#include "ketascope/population/layout.hpp"

namespace ketascope {
namespace {

std::string counted(std::size_t n, std::string_view what) {
  return fmt::format("{} {}{}", n, what, n == 1 ? "" : "s");
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) {
    return {};
  }
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

FileCheck check_model(std::string_view text, const std::string& file) {
  BuiltModel built = parse_model(text, file);
  FileCheck check{std::move(built.diagnostics), {}};
  if (built.model) {
    const Model& model = *built.model;
    check.content = fmt::format(
        "model {}: {}, {}, {}, {}", model.id, counted(model.parameters.size(), "parameter"),
        counted(model.compartments.size(), "compartment"), counted(model.routes.size(), "route"),
        counted(model.checks.size(), "check"));
  }
  return check;
}

FileCheck check_bands(std::string_view text, const std::string& file) {
  auto bands = parse_band_file(text, file);
  if (!bands) {
    return {std::move(bands.error()), {}};
  }
  return {{}, counted(bands->size(), "band")};
}

FileCheck check_effect(std::string_view text, const std::string& file) {
  auto effect = parse_effect_file(text, file);
  if (!effect) {
    return {std::move(effect.error()), {}};
  }
  return {
      {},
      fmt::format("effect {}: {}, {}", effect->id, counted(effect->parameters.size(), "parameter"),
                  counted(effect->checks.size(), "check"))};
}

FileCheck check_perpetrator_file(std::string_view text, const std::string& file) {
  auto found = parse_perpetrator_file(text, file);
  if (!found) {
    return {std::move(found.error()), {}};
  }
  return {{},
          fmt::format("perpetrator {}: {}, {}, {}", found->pieces.id.value,
                      counted(found->pieces.parameters.size(), "parameter"),
                      counted(found->acts.size(), "action"),
                      counted(found->regimens.size(), "regimen"))};
}

FileCheck check_missing(std::string_view text, const std::string& file) {
  auto entries = parse_missing_file(text, file);
  if (!entries) {
    return {std::move(entries.error()), {}};
  }
  return {{}, counted(entries->size(), "missing model")};
}

/// What the virtual patients add to what is wrong with the scenarios as such.
void add_population(const ScenarioFile& document, const Library& library,
                    const std::filesystem::path& folder, Diagnostics& problems) {
  const auto prepared = prepare_population(document, library, folder);
  Diagnostics found = prepared ? prepared->warnings : prepared.error();
  if (prepared) {
    const Diagnostics more = population_problems(prepared->arms, prepared->spec, prepared->bands);
    found.insert(found.end(), more.begin(), more.end());
  }
  for (Diagnostic& problem : found) {
    const bool of_patients = problem.code.starts_with("population.") ||
                             problem.code.starts_with("file.") || problem.code.starts_with("csv.");
    if (of_patients && std::ranges::find(problems, problem) == problems.end()) {
      problems.push_back(std::move(problem));
    }
  }
}

FileCheck check_scenarios(std::string_view text, const std::filesystem::path& path,
                          const Library& library) {
  auto document = parse_scenario_file(text, path.string());
  if (!document) {
    return {std::move(document.error()), {}};
  }
  FileCheck check{check_document(*document, library, path.parent_path()),
                  counted(document->scenarios.size(), "scenario")};
  if (document->population) {
    add_population(*document, library, path.parent_path(), check.diagnostics);
  }
  for (Diagnostic& diagnostic : check.diagnostics) {
    if (diagnostic.file.empty()) {
      diagnostic.file = path.string();
    }
  }
  return check;
}

/// Words of a lesson are held against the lesson that stands beside them: 1-route.toml for
/// 1-route.de.toml.
FileCheck check_lesson_words(const std::filesystem::path& path) {
  auto beside = path;
  beside.replace_extension();
  beside.replace_extension(".toml");
  auto lesson = load_lesson_file(beside);
  if (lesson) {
    lesson = load_lesson_words(path, *lesson);
  }
  return lesson ? FileCheck{{}, "words of a lesson"} : FileCheck{std::move(lesson.error()), {}};
}

}  // namespace

std::string_view declared_format(std::string_view text) {
  while (!text.empty()) {
    const auto end = text.find('\n');
    std::string_view line = trimmed(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.starts_with('[')) {
      break;
    }
    if (!line.starts_with("format")) {
      continue;
    }
    line = trimmed(line.substr(6));
    if (!line.starts_with('=')) {
      continue;
    }
    line = trimmed(line.substr(1));
    if (line.empty() || (line.front() != '"' && line.front() != '\'')) {
      return {};
    }
    const auto close = line.find(line.front(), 1);
    return close == std::string_view::npos ? std::string_view{} : line.substr(1, close - 1);
  }
  return {};
}

FileCheck check_file(const std::filesystem::path& path, const Library& library) {
  const auto text = read_text_file(path);
  if (!text) {
    return {text.error(), {}};
  }
  const std::string_view format = declared_format(*text);
  if (format.starts_with("ketascope-model")) {
    return check_model(*text, path.string());
  }
  if (format.starts_with("ketascope-band")) {
    return check_bands(*text, path.string());
  }
  if (format.starts_with("ketascope-effect")) {
    return check_effect(*text, path.string());
  }
  if (format.starts_with("ketascope-perpetrator")) {
    return check_perpetrator_file(*text, path.string());
  }
  if (format.starts_with("ketascope-missing")) {
    return check_missing(*text, path.string());
  }
  if (format.starts_with("ketascope-scenario")) {
    return check_scenarios(*text, path, library);
  }
  if (format.starts_with("ketascope-lesson-words")) {
    return check_lesson_words(path);
  }
  if (format.starts_with("ketascope-words")) {
    auto words = parse_words_file(*text, path.string());
    return words ? FileCheck{{}, fmt::format("words, {}", counted(words->size(), "text"))}
                 : FileCheck{std::move(words.error()), {}};
  }
  if (format.starts_with("ketascope-lesson")) {
    auto lesson = parse_lesson_file(*text, path.string());
    return lesson ? FileCheck{{}, "lesson"} : FileCheck{std::move(lesson.error()), {}};
  }
  if (format.starts_with("ketascope-sweep")) {
    auto sweep = parse_sweep_file(*text, path.string());
    return sweep ? FileCheck{check_sweep(*sweep, library), "sweep"}
                 : FileCheck{std::move(sweep.error()), {}};
  }
  if (format.starts_with("ketascope-study-plan")) {
    auto plan = load_study_plan(path);
    return plan ? FileCheck{{}, "study plan"} : FileCheck{std::move(plan.error()), {}};
  }
  const std::string message =
      format.empty() ? "the file does not say what it is"
                     : fmt::format("'{}' is no format that this program reads", format);
  return {{{Severity::error,
            "file.format",
            message,
            path.string(),
            {},
            "the first line says it, for example: format = \"ketascope-model 1\" (or "
            "ketascope-scenario, ketascope-bands)"}},
          {}};
}

}  // namespace ketascope
