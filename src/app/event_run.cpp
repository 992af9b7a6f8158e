// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/event_run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/csv_text.hpp"
#include "app/display.hpp"
#include "app/event_input.hpp"
#include "ketascope/app/card.hpp"
#include "ketascope/app/run.hpp"
#include "ketascope/version.hpp"

namespace ketascope {
namespace {

constexpr double most_grid_points = 1e6;

tl::unexpected<Diagnostics> bad_grid(std::string_view text, std::string_view message,
                                     std::string code = "option.grid", std::string hint = {}) {
  if (hint.empty()) {
    hint = "from, to and step with their unit, for example \"0:24:0.1 h\"";
  }
  return tl::make_unexpected(Diagnostics{{Severity::error,
                                          std::move(code),
                                          fmt::format("grid '{}': {}", text, message),
                                          {},
                                          {},
                                          std::move(hint)}});
}

std::string_view policy_sentence(CovariatePolicy policy) {
  switch (policy) {
    case CovariatePolicy::nocb:
      return "a row's values hold since the row before";
    case CovariatePolicy::locf:
      return "a row's values hold until the next row";
    case CovariatePolicy::linear:
      break;
  }
  return "on a straight line between rows";
}

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

class ResultWriter {
 public:
  ResultWriter(const TableRun& table, std::string_view unit)
      : table_(table),
        result_(table.run.result),
        subjects_(std::get<EventTable>(table.run.scenario.regimen)),
        with_side_(!table.run.scenario.sampling.times_h.empty()) {
    for (const std::size_t c : columns()) {
      const DisplayUnit shown = display_unit(result_.columns[c], unit);
      columns_.push_back(
          {c, shown.per_internal,
           fmt::format("{} [{}]", result_.columns[c].name, shown.unit.empty() ? "1" : shown.unit)});
    }
  }

  std::string run() {
    std::size_t rows = 0;
    for (const SubjectResult& subject : result_.subjects) {
      rows += subject.time_h.size();
    }
    csv_ = CsvText(4096 + rows * (24 + 20 * (columns_.size() + table_.carried.size())));
    write_header();
    std::size_t first_row = 0;
    for (std::size_t s = 0; s < result_.subjects.size(); ++s) {
      write_subject(result_.subjects[s], subjects_[s], first_row);
      first_row += subjects_[s].records.size();
    }
    return csv_.take();
  }

 private:
  struct Column {
    std::size_t index;
    double per_internal;
    std::string title;
  };

  std::vector<std::size_t> columns() const {
    if (!table_.run.spec.outputs.empty()) {
      return shown_columns(table_.run);
    }
    std::vector<std::size_t> all(result_.columns.size());
    for (std::size_t c = 0; c < all.size(); ++c) {
      all[c] = c;
    }
    return all;
  }

  void write_header() {
    const Run& run = table_.run;
    const Model& model = *run.scenario.model;
    const std::span<const Run> runs(&run, 1);
    csv_.comment(fmt::format("Ketascope {}", version));
    csv_.comment(quiet_statement);
    csv_.comment(
        fmt::format("model {}: {}; grade {}", model.id, model.citation.text, to_text(model.grade)));
    for (const std::string& note : grade_notes(runs)) {
      csv_.comment(note);
    }
    csv_.comment(fmt::format("events {}, solver {}", run.spec.events, result_.solver));
    csv_.comment(fmt::format("covariates {}: {}", policy_text(run.scenario.covariates),
                             policy_sentence(run.scenario.covariates)));
    csv_.comment(fmt::format("TIME in h; AMT was read as mg of {} {}", to_text(model.form),
                             to_text(model.basis)));
    for (const Diagnostic& warning : run_warnings(runs)) {
      csv_.comment((warning.severity == Severity::note ? "note: " : "warning: ") + warning.message);
    }
    csv_.field("ID");
    csv_.field("TIME");
    csv_.field("EVID");
    for (const TextColumn& column : table_.carried) {
      csv_.field(column.name());
    }
    if (with_side_) {
      csv_.field("side");
    }
    for (const Column& column : columns_) {
      csv_.field(column.title);
    }
    csv_.field("status");
    csv_.end_row();
  }

  void write_subject(const SubjectResult& subject, const SubjectRecords& records,
                     std::size_t first_row) {
    std::vector<std::span<const double>> values;
    for (const Column& column : columns_) {
      values.push_back(subject.column(column.index));
    }
    std::size_t next_record = 0;
    for (std::size_t i = 0; i < subject.time_h.size(); ++i) {
      const int record = subject.record[i];
      begin_row(records, first_row, record, subject.time_h[i], subject.side[i]);
      for (std::size_t c = 0; c < columns_.size(); ++c) {
        csv_.field(values[c][i] * columns_[c].per_internal);
      }
      end_row(subject.status);
      if (record >= 0) {
        next_record = static_cast<std::size_t>(record) + 1;
      }
    }
    // What the run did not get to.
    for (; next_record < records.records.size(); ++next_record) {
      begin_row(records, first_row, static_cast<int>(next_record),
                records.records[next_record].time_h, Side::both);
      for (std::size_t c = 0; c < columns_.size(); ++c) {
        csv_.field("NA");
      }
      end_row(subject.status);
    }
  }

  void begin_row(const SubjectRecords& records, std::size_t first_row, int record, double time_h,
                 Side side) {
    csv_.field(records.id);
    if (record < 0) {
      csv_.field(time_h);
      csv_.empty_field();
      for (std::size_t c = 0; c < table_.carried.size(); ++c) {
        csv_.empty_field();
      }
    } else {
      const auto r = static_cast<std::size_t>(record);
      csv_.field(records.records[r].time_h);
      csv_.field(static_cast<double>(records.records[r].evid));
      for (const TextColumn& column : table_.carried) {
        csv_.field(column.at(first_row + r));
      }
    }
    if (with_side_) {
      csv_.field(side_text(side));
    }
  }

  void end_row(Status status) {
    csv_.field(to_text(status));
    csv_.end_row();
  }

  const TableRun& table_;
  const Result& result_;
  const EventTable& subjects_;
  bool with_side_;
  std::vector<Column> columns_;
  CsvText csv_;
};

}  // namespace

std::vector<double> Grid::times_h() const {
  std::vector<double> times;
  const double count = std::floor((to_h - from_h) / step_h * (1.0 + 1e-12));
  for (double k = 0.0; k <= count; ++k) {
    times.push_back(from_h + k * step_h);
  }
  return times;
}

tl::expected<Grid, Diagnostics> parse_grid(std::string_view text) {
  std::vector<std::string_view> parts;
  std::string_view rest = text;
  for (std::size_t colon = rest.find(':'); colon != std::string_view::npos;
       colon = rest.find(':')) {
    parts.push_back(rest.substr(0, colon));
    rest.remove_prefix(colon + 1);
  }
  parts.push_back(rest);
  if (parts.size() != 3) {
    return bad_grid(text, "three numbers with colons between them are needed");
  }
  const auto last = parse_measure(parts[2]);
  if (!last) {
    return bad_grid(text, last.error().message, last.error().code, last.error().hint);
  }
  const std::string unit = last->unit.empty() ? "h" : last->unit;
  double values[3] = {};
  for (std::size_t i = 0; i < 3; ++i) {
    auto measure = parse_measure(parts[i]);
    if (!measure) {
      return bad_grid(text, measure.error().message, measure.error().code, measure.error().hint);
    }
    if (measure->unit.empty()) {
      measure->unit = unit;
    }
    const auto value = to_internal(*measure, dimensions::time);
    if (!value) {
      return bad_grid(text, value.error().message, value.error().code, value.error().hint);
    }
    values[i] = *value;
  }
  const Grid grid{values[0], values[1], values[2]};
  if (!(grid.step_h > 0.0)) {
    return bad_grid(text, "the step must be above 0");
  }
  if (!(grid.to_h >= grid.from_h)) {
    return bad_grid(text, "the end must not come before the beginning");
  }
  if ((grid.to_h - grid.from_h) / grid.step_h > most_grid_points) {
    return bad_grid(text, "this is more than a million points", "option.grid", "use a longer step");
  }
  return grid;
}

tl::expected<TableRun, Diagnostics> run_event_table(const ScenarioSpec& spec,
                                                    const Library& library,
                                                    std::vector<std::string> carry,
                                                    const RunControl& control) {
  TableReading reading;
  reading.carry = std::move(carry);
  reading.curve = false;
  auto scenario = prepare(spec, library, {}, reading);
  if (!scenario) {
    return tl::make_unexpected(std::move(scenario.error()));
  }
  TableRun table{{spec, std::move(*scenario), {}}, std::move(reading.carried)};
  auto result = simulate(table.run.scenario, control);
  if (!result) {
    locate_in_events(result.error(), table.run.scenario);
    return tl::make_unexpected(std::move(result.error()));
  }
  table.run.result = std::move(*result);
  limit_listing(table.run.result.warnings);
  return table;
}

std::string event_result_csv(const TableRun& table, std::string_view unit) {
  return ResultWriter(table, unit).run();
}

}  // namespace ketascope
