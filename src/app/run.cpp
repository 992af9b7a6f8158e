// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/run.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <cctype>

#include "app/display.hpp"
#include "app/event_input.hpp"
#include "ketascope/units/number.hpp"

namespace ketascope {
namespace {

/// A document with one nameless scenario needs no name in its messages.
void append_named(Diagnostics& all, Diagnostics found, const std::string& scenario) {
  for (Diagnostic& diagnostic : found) {
    if (!scenario.empty()) {
      diagnostic.message = fmt::format("scenario '{}': {}", scenario, diagnostic.message);
    }
    all.push_back(std::move(diagnostic));
  }
}

std::string grade_sentence(const std::string& what, std::string_view grade,
                           const std::string& reason) {
  if (reason.empty()) {
    return fmt::format("{}: {}", what, grade);
  }
  // Many reasons begin with the grade itself; it is said once.
  const bool said = std::ranges::equal(reason.substr(0, grade.size()), grade, {}, [](char c) {
    return std::tolower(static_cast<unsigned char>(c));
  });
  return said ? fmt::format("{}: {}", what, reason)
              : fmt::format("{}: {}. {}", what, grade, reason);
}

std::vector<std::string> used_routes(const Scenario& scenario) {
  std::vector<std::string> ids;
  if (const auto* schedule = std::get_if<Schedule>(&scenario.regimen)) {
    for (const DoseSpec& dose : *schedule) {
      if (std::ranges::find(ids, dose.route) == ids.end()) {
        ids.push_back(dose.route);
      }
    }
  }
  return ids;
}

/// What the doses have that is not the model's.
std::vector<std::string> by_hand_notes(const Run& run) {
  std::vector<std::string> notes;
  if (const auto* schedule = std::get_if<Schedule>(&run.scenario.regimen)) {
    for (std::size_t i = 0; i < schedule->size(); ++i) {
      for (const std::string& value : set_by_hand((*schedule)[i])) {
        notes.push_back(
            fmt::format("{}, dose {}: {} (set by hand)", scenario_name(run), i + 1, value));
      }
    }
  }
  return notes;
}

/// What an effect has to say for itself is no warning: grade_notes() says it.
bool is_effect_note(const Diagnostic& diagnostic) {
  return diagnostic.severity == Severity::note &&
         (diagnostic.code.starts_with("effect.") || diagnostic.code.starts_with("interaction."));
}

void add_once(std::vector<std::string>& notes, std::string note) {
  if (std::ranges::find(notes, note) == notes.end()) {
    notes.push_back(std::move(note));
  }
}

/// Dosing intervals that the slowest steady state of the ODE solver took; 0 = there was none.
int most_cycles(const Result& result) {
  int most = 0;
  for (const SubjectResult& subject : result.subjects) {
    most = std::max(most, subject.steady_state_cycles);
  }
  return most;
}

Diagnostic cycles_note(int cycles) {
  return {Severity::note,
          "steady_state.cycles",
          fmt::format("steady state: the ODE solver followed {} dosing interval{} to find it",
                      cycles, cycles == 1 ? "" : "s"),
          {},
          {},
          {}};
}

}  // namespace

tl::expected<std::vector<Run>, Diagnostics> run_document(const ScenarioFile& document,
                                                         const Library& library,
                                                         const std::filesystem::path& folder,
                                                         const RunControl& control) {
  std::vector<Run> runs;
  Diagnostics problems;
  const bool named = document.scenarios.size() > 1;
  for (const ScenarioSpec& spec : document.scenarios) {
    if (!spec.visible) {
      continue;
    }
    auto scenario = prepare(spec, library, folder);
    if (!scenario) {
      append_named(problems, std::move(scenario.error()), named ? spec.name : "");
      continue;
    }
    runs.push_back({spec, std::move(*scenario), {}});
  }
  if (!problems.empty()) {
    // The sound scenarios may have problems that only show in their doses: say them all at once.
    for (const Run& run : runs) {
      Diagnostics found = dosing_problems(run.scenario);
      std::erase_if(found, [](const Diagnostic& d) { return d.severity != Severity::error; });
      append_named(problems, std::move(found), named ? run.spec.name : "");
    }
    return tl::unexpected(std::move(problems));
  }
  const auto count = static_cast<double>(runs.size());
  for (std::size_t i = 0; i < runs.size(); ++i) {
    RunControl one = control;
    if (control.progress) {
      one.progress = [&control, i, count](double fraction) {
        control.progress((static_cast<double>(i) + fraction) / count);
      };
    }
    auto result = simulate(runs[i].scenario, one);
    if (!result) {
      locate_in_events(result.error(), runs[i].scenario);
      append_named(problems, std::move(result.error()), named ? runs[i].spec.name : "");
      continue;
    }
    runs[i].result = std::move(*result);
    limit_listing(runs[i].result.warnings);
  }
  if (!problems.empty()) {
    return tl::unexpected(std::move(problems));
  }
  return runs;
}

Diagnostics check_document(const ScenarioFile& document, const Library& library,
                           const std::filesystem::path& folder) {
  Diagnostics problems;
  const bool named = document.scenarios.size() > 1;
  for (const ScenarioSpec& spec : document.scenarios) {
    auto scenario = prepare(spec, library, folder);
    append_named(problems, scenario ? dosing_problems(*scenario) : std::move(scenario.error()),
                 named ? spec.name : "");
  }
  return problems;
}

Diagnostics run_warnings(std::span<const Run> runs) {
  Diagnostics warnings;
  for (const Run& run : runs) {
    Diagnostics found;
    append_named(found, run.result.warnings, runs.size() > 1 ? run.spec.name : "");
    std::erase_if(found, is_effect_note);
    if (const int cycles = most_cycles(run.result); cycles > 0) {
      append_named(found, {cycles_note(cycles)}, runs.size() > 1 ? run.spec.name : "");
    }
    for (Diagnostic& warning : found) {
      if (std::ranges::find(warnings, warning) == warnings.end()) {
        warnings.push_back(std::move(warning));
      }
    }
  }
  return warnings;
}

std::vector<std::string> grade_notes(std::span<const Run> runs) {
  std::vector<std::string> notes;
  for (const Run& run : runs) {
    const Model& model = *run.scenario.model;
    if (model.grade != Grade::published && model.grade != Grade::reference) {
      add_once(notes, grade_sentence(model.id, to_text(model.grade), model.grade_reason));
    }
    for (const Diagnostic& notice : run.scenario.notices) {
      if (is_effect_note(notice)) {
        add_once(notes, notice.message);
      }
    }
    for (const std::string& note : by_hand_notes(run)) {
      add_once(notes, note);
    }
    for (const std::string& id : used_routes(run.scenario)) {
      const Route* route = model.route(id);
      if (route == nullptr) {
        continue;
      }
      const std::string what =
          fmt::format("{}, {}", model.id, route->label.empty() ? route->id : route->label);
      if (!route->grade.empty() && route->grade != to_text(model.grade)) {
        add_once(notes, grade_sentence(what, route->grade, route->note));
      } else if (!route->note.empty()) {
        add_once(notes, fmt::format("{}: {}", what, route->note));
      }
    }
  }
  return notes;
}

std::vector<std::string> incomplete_notes(std::span<const Run> runs) {
  std::vector<std::string> notes;
  for (const Run& run : runs) {
    const std::string name = run.spec.name.empty() ? run.spec.model : run.spec.name;
    const std::vector<SubjectResult>& subjects = run.result.subjects;
    const auto never_began = [](const SubjectResult& subject) {
      return subject.status == Status::cancelled && subject.time_h.empty();
    };
    for (const SubjectResult& subject : subjects) {
      if (subject.status != Status::completed && !never_began(subject)) {
        notes.push_back(fmt::format("{}, ID {}: {} at {} h; what is shown ends there", name,
                                    subject.id, to_text(subject.status),
                                    format_number(subject.reached_h, 4)));
      }
    }
    if (const auto never = std::ranges::count_if(subjects, never_began); never > 0) {
      notes.push_back(fmt::format("{}: {} of {} IDs were not begun before the stop", name, never,
                                  subjects.size()));
    }
  }
  return notes;
}

}  // namespace ketascope
