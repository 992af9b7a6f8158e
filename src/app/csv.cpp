// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>
#include <algorithm>

#include "app/csv_text.hpp"
#include "app/display.hpp"
#include "ketascope/app/card.hpp"
#include "ketascope/app/effects.hpp"
#include "ketascope/app/export.hpp"
#include "ketascope/app/ribbons.hpp"
#include "ketascope/app/run.hpp"
#include "ketascope/units/number.hpp"
#include "ketascope/version.hpp"

namespace ketascope {
namespace {

std::string_view side_text(Side side) {
  switch (side) {
    case Side::pre:
      return "pre";
    case Side::post:
      return "post";
    case Side::both:
      break;
  }
  return "";
}

/// Columns that a run contributes: what its scenario asks for, or everything the model gives.
std::vector<std::size_t> exported_columns(const Run& run) {
  if (!run.spec.outputs.empty()) {
    auto shown = shown_columns(run);
    for (std::size_t c = 0; c < run.result.columns.size(); ++c) {
      if (is_effect_column(run, run.result.columns[c]) &&
          std::ranges::find(shown, c) == shown.end()) {
        shown.push_back(c);
      }
    }
    return shown;
  }
  std::vector<std::size_t> all(run.result.columns.size());
  for (std::size_t c = 0; c < all.size(); ++c) {
    all[c] = c;
  }
  return all;
}

/// A column of the file, and where each run keeps it (-1: not at all).
struct FileColumn {
  std::string title;
  std::vector<int> source;
  std::vector<double> factor;
};

std::vector<FileColumn> file_columns(std::span<const Run> runs, const DisplaySpec& display) {
  std::vector<FileColumn> columns;
  for (std::size_t r = 0; r < runs.size(); ++r) {
    for (const std::size_t c : exported_columns(runs[r])) {
      const ColumnInfo& info = runs[r].result.columns[c];
      const DisplayUnit unit = display_unit(info, display.unit);
      const std::string title =
          fmt::format("{} [{}]", info.name, unit.unit.empty() ? "1" : unit.unit);
      auto column = std::ranges::find(columns, title, &FileColumn::title);
      if (column == columns.end()) {
        columns.push_back(
            {title, std::vector<int>(runs.size(), -1), std::vector<double>(runs.size(), 1.0)});
        column = columns.end() - 1;
      }
      column->source[r] = static_cast<int>(c);
      column->factor[r] = unit.per_internal;
    }
  }
  return columns;
}

void write_header(CsvText& csv, std::span<const Run> runs) {
  csv.comment(fmt::format("Ketascope {}", version));
  csv.comment(quiet_statement);
  std::vector<std::string> seen;
  for (const Run& run : runs) {
    const Model& model = *run.scenario.model;
    if (std::ranges::find(seen, model.id) == seen.end()) {
      seen.push_back(model.id);
      csv.comment(fmt::format("model {}: {}; grade {}", model.id, model.citation.text,
                              to_text(model.grade)));
    }
  }
  for (const std::string& note : grade_notes(runs)) {
    csv.comment(note);
  }
  for (const Run& run : runs) {
    csv.comment(fmt::format("scenario {}: model {}, solver {}, covariates {}", scenario_name(run),
                            run.scenario.model->id, run.result.solver,
                            policy_text(run.scenario.covariates)));
  }
  for (const Diagnostic& warning : run_warnings(runs)) {
    csv.comment("warning: " + warning.message);
  }
  for (const std::string& note : incomplete_notes(runs)) {
    csv.comment("incomplete: " + note);
  }
}

/// Which values of the entry are not the model's.
std::string_view by_hand_text(const AuditEntry& entry) {
  return entry.F_by_hand ? (entry.lag_by_hand ? "F, lag" : "F") : (entry.lag_by_hand ? "lag" : "");
}

/// A level of one curve of the patients' rows.
struct LevelColumn {
  std::string title, output;
  double level = 0.0;
};

/// The percentiles of all populations, curve by curve, each once.
std::vector<LevelColumn> level_columns(std::span<const RunPatients> patients,
                                       const DisplaySpec& display) {
  std::vector<LevelColumn> columns;
  for (const RunPatients& each : patients) {
    for (const PopulationColumn& column : each.result->arms.front().columns) {
      const DisplayUnit unit = display_unit(column.info, display.unit);
      for (const double level : each.result->spec.percentiles) {
        LevelColumn next{fmt::format("{} p{} [{}]", column.info.name, shortest(level),
                                     unit.unit.empty() ? "1" : unit.unit),
                         column.info.name, level};
        if (std::ranges::find(columns, next.title, &LevelColumn::title) == columns.end()) {
          columns.push_back(std::move(next));
        }
      }
    }
  }
  return columns;
}

/// Row `row` of one level of a population, in the unit that its title states.
std::optional<double> level_value(const ArmResult& arm, const PopulationSpec& spec,
                                  const LevelColumn& wanted, std::size_t row,
                                  const DisplaySpec& display) {
  const auto column = std::ranges::find_if(
      arm.columns, [&](const PopulationColumn& each) { return each.info.name == wanted.output; });
  const auto level = std::ranges::find(spec.percentiles, wanted.level);
  if (column == arm.columns.end() || level == spec.percentiles.end()) {
    return std::nullopt;
  }
  const DisplayUnit unit = display_unit(column->info, display.unit);
  if (!wanted.title.ends_with(fmt::format("[{}]", unit.unit.empty() ? "1" : unit.unit))) {
    return std::nullopt;
  }
  const auto place = static_cast<std::size_t>(level - spec.percentiles.begin());
  return column->percentiles[place][row] * unit.per_internal;
}

void write_patients(CsvText& csv, std::span<const Run> runs, std::span<const RunPatients> patients,
                    const std::vector<LevelColumn>& levels, std::size_t other_columns,
                    const DisplaySpec& display) {
  const TimeUnit time_unit = shown_time_unit(display);
  for (const RunPatients& each : patients) {
    const ArmResult& arm = each.result->arms.front();
    const double zero_h = time_zero_h(runs[each.run], display);
    for (std::size_t i = 0; i < arm.rows.size(); ++i) {
      csv.field(scenario_name(runs[each.run]));
      csv.field(fmt::format("n = {}", arm.simulated));
      csv.field((arm.rows[i].time_h - zero_h) * time_unit.per_h);
      csv.field(side_text(arm.rows[i].side));
      for (std::size_t c = 0; c < other_columns; ++c) {
        csv.empty_field();
      }
      for (const LevelColumn& level : levels) {
        if (const auto value = level_value(arm, each.result->spec, level, i, display)) {
          csv.field(*value);
        } else {
          csv.empty_field();
        }
      }
      csv.end_row();
    }
  }
}

}  // namespace

std::string to_csv(std::span<const Run> runs, const DisplaySpec& display) {
  return to_csv(runs, display, {});
}

std::string to_csv(std::span<const Run> runs, const DisplaySpec& asked,
                   std::span<const RunPatients> patients) {
  const DisplaySpec display = with_time_unit(asked, runs);
  const auto columns = file_columns(runs, display);
  const auto levels = level_columns(patients, display);
  const TimeUnit time_unit = shown_time_unit(display);
  std::size_t rows = 0;
  for (const Run& run : runs) {
    for (const SubjectResult& subject : run.result.subjects) {
      rows += subject.time_h.size();
    }
  }
  CsvText csv(4096 + rows * (48 + 22 * columns.size()));
  write_header(csv, runs);
  for (const RunPatients& each : patients) {
    csv.comment(fmt::format("scenario {}: {}, {}", scenario_name(runs[each.run]),
                            ribbon_label(each.result->spec, each.result->arms.front().simulated),
                            patients_note(each.result->spec)));
  }
  csv.field("scenario");
  csv.field("ID");
  csv.field(time_label(display));
  csv.field("side");
  for (const FileColumn& column : columns) {
    csv.field(column.title);
  }
  for (const LevelColumn& level : levels) {
    csv.field(level.title);
  }
  csv.end_row();
  for (std::size_t r = 0; r < runs.size(); ++r) {
    const std::string name = scenario_name(runs[r]);
    const double zero_h = time_zero_h(runs[r], display);
    for (const SubjectResult& subject : runs[r].result.subjects) {
      for (std::size_t i = 0; i < subject.time_h.size(); ++i) {
        csv.field(name);
        csv.field(subject.id);
        csv.field((subject.time_h[i] - zero_h) * time_unit.per_h);
        csv.field(side_text(subject.side[i]));
        for (const FileColumn& column : columns) {
          if (column.source[r] < 0) {
            csv.empty_field();
          } else {
            const auto c = static_cast<std::size_t>(column.source[r]);
            csv.field(subject.column(c)[i] * column.factor[r]);
          }
        }
        for (std::size_t level = 0; level < levels.size(); ++level) {
          csv.empty_field();
        }
        csv.end_row();
      }
    }
  }
  write_patients(csv, runs, patients, levels, columns.size(), display);
  return csv.take();
}

std::string audit_csv(std::span<const Run> runs) {
  CsvText csv(4096);
  csv.comment(fmt::format("Ketascope {}", version));
  csv.comment(quiet_statement);
  for (const char* title :
       {"scenario", "ID", "time [h]", "event", "compartment", "amount [mg]", "F", "entered [mg]",
        "rate [mg/h]", "duration [h]", "lag [h]", "copy", "source", "cause", "set by hand"}) {
    csv.field(title);
  }
  csv.end_row();
  for (const Run& run : runs) {
    const Model& model = *run.scenario.model;
    for (const SubjectResult& subject : run.result.subjects) {
      for (const AuditEntry& entry : subject.audit) {
        csv.field(scenario_name(run));
        csv.field(subject.id);
        csv.field(entry.time_h);
        csv.field(entry.event);
        if (entry.cmt >= 0 && static_cast<std::size_t>(entry.cmt) < model.compartments.size()) {
          csv.field(model.compartments[static_cast<std::size_t>(entry.cmt)].name);
        } else {
          csv.empty_field();
        }
        csv.field(entry.amt_mg);
        csv.field(entry.F);
        csv.field(entry.entered);
        csv.field(entry.rate_mg_per_h);
        csv.field(entry.duration_h);
        csv.field(entry.lag_h);
        csv.field(static_cast<double>(entry.copy));
        csv.field(static_cast<double>(entry.source_row));
        csv.field(entry.cause);
        csv.field(by_hand_text(entry));
        csv.end_row();
      }
    }
  }
  return csv.take();
}

}  // namespace ketascope
