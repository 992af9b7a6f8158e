// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <iterator>
#include <utility>

#include "app/csv_text.hpp"
#include "app/display.hpp"
#include "app/event_input.hpp"
#include "ketascope/app/event_run.hpp"
#include "ketascope/units/number.hpp"

namespace ketascope {
namespace {

// NONMEM follows this many dosing records with additional doses at a time.
constexpr std::size_t most_active = 10;
constexpr std::size_t longest_name = 20;

/// A name that NM-TRAN takes as a data item of the user's own.
bool nonmem_name(std::string_view name) {
  if (name.empty() || name.size() > longest_name) {
    return false;
  }
  if (std::isalpha(static_cast<unsigned char>(name.front())) == 0) {
    return false;
  }
  // S1, F2, R1, D1, ALAG1: parameters of the compartments.
  const auto digits = name.find_first_of("0123456789");
  if (digits != std::string_view::npos && digits > 0 &&
      name.find_first_not_of("0123456789", digits) == std::string_view::npos) {
    const std::string_view stem = name.substr(0, digits);
    if (stem == "S" || stem == "F" || stem == "R" || stem == "D" || stem == "ALAG") {
      return false;
    }
  }
  return std::ranges::all_of(name,
                             [](unsigned char c) { return std::isalnum(c) != 0 || c == '_'; });
}

std::string joined(const std::vector<std::string>& names) {
  return fmt::format("{}", fmt::join(names, ", "));
}

class Exporter {
 public:
  Exporter(const Scenario& scenario, const EventTable& subjects)
      : scenario_(scenario), model_(*scenario.model), subjects_(subjects) {}

  EventExport run() {
    write();
    say_what_is_lost();
    return std::move(out_);
  }

 private:
  void write() {
    for (const SubjectRecords& subject : subjects_) {
      with_dur_ = with_dur_ || std::ranges::any_of(subject.records, [](const EventRecord& r) {
                    return r.dur_h != 0.0;
                  });
    }
    CsvText csv(4096);
    for (const char* name : {"ID", "TIME", "DV", "EVID", "CMT", "AMT", "RATE"}) {
      csv.field(name);
    }
    if (with_dur_) {
      csv.field("DUR");
    }
    for (const char* name : {"II", "ADDL", "SS"}) {
      csv.field(name);
    }
    for (const Covariate& covariate : model_.covariates) {
      csv.field(covariate.name);
    }
    csv.end_row();
    for (const SubjectRecords& subject : subjects_) {
      for (std::size_t r = 0; r < subject.records.size(); ++r) {
        write_record(csv, subject, r);
      }
    }
    out_.csv = csv.take();
  }

  void write_record(CsvText& csv, const SubjectRecords& subject, std::size_t r) {
    const EventRecord& record = subject.records[r];
    csv.field(subject.id);
    csv.field(record.time_h);
    csv.field(".");
    csv.field(static_cast<double>(record.evid));
    csv.field(static_cast<double>(record.cmt));
    csv.field(record.amt_mg);
    csv.field(record.rate_mg_per_h);
    if (with_dur_) {
      csv.field(record.dur_h);
    }
    csv.field(record.ii_h);
    csv.field(static_cast<double>(record.addl));
    csv.field(static_cast<double>(record.ss));
    const std::size_t count = model_.covariates.size();
    const std::size_t row = subject.covariates.size() == count ? 0 : r * count;
    for (std::size_t i = 0; i < count; ++i) {
      const double internal = subject.covariates[row + i];
      const double written = covariate_for_table(model_.covariates[i], internal);
      if (covariate_from_table(model_.covariates[i], written) != internal) {
        add_once(inexact_, model_.covariates[i].name);
      }
      csv.field(written);
    }
    csv.end_row();
  }

  static void add_once(std::vector<std::string>& names, const std::string& name) {
    if (std::ranges::find(names, name) == names.end()) {
      names.push_back(name);
    }
  }

  void lost(std::string sentence) { out_.not_held.push_back(std::move(sentence)); }

  void say_what_is_lost() {
    for (const SubjectRecords& subject : subjects_) {
      note_active_series(subject);
    }
    if (with_dur_) {
      lost(
          "NONMEM has no item DUR (the duration stays as given while bioavailability scales the "
          "rate): use RATE = -2 and D there");
    }
    note_set_by_hand();
    note_covariates();
    note_names();
    if (!scenario_.parameters.empty()) {
      std::vector<std::string> set;
      for (const auto& [name, measure] : scenario_.parameters) {
        set.push_back(fmt::format("{} = {}", name, to_text(measure)));
      }
      lost(fmt::format("parameters are no part of the table: {}", joined(set)));
    }
    if (scenario_.solver != SolverOptions{}) {
      lost("the solver's settings are no part of the table");
    }
  }

  /// How many records have additional doses still to come at the same time.
  void note_active_series(const SubjectRecords& subject) {
    std::vector<double> ends;
    std::size_t most = 0;
    double when = 0.0;
    int row = 0;
    for (const EventRecord& record : subject.records) {
      const bool clears = record.evid == 3 || record.evid == 4 || record.ss == 1 || record.ss == 3;
      if (clears) {
        ends.clear();
      }
      std::erase_if(ends, [&](double end) { return end < record.time_h; });
      if (record.addl > 0) {
        ends.push_back(record.time_h + record.addl * record.ii_h);
      }
      if (ends.size() > most) {
        most = ends.size();
        when = record.time_h;
        row = record.source_row;
      }
    }
    if (most > most_active) {
      lost(fmt::format(
          "ID {}: {} series of additional doses are active at {} h ({} {}); NONMEM "
          "follows {} at a time",
          subject.id, most, shortest(when),
          subject.records.front().source_name == "row" ? "row" : "dose", row, most_active));
    }
  }

  void note_set_by_hand() {
    const auto* schedule = std::get_if<Schedule>(&scenario_.regimen);
    if (schedule == nullptr) {
      return;
    }
    std::vector<std::string> set;
    for (std::size_t i = 0; i < schedule->size(); ++i) {
      for (const std::string& value : set_by_hand((*schedule)[i])) {
        set.push_back(fmt::format("dose {}: {}", i + 1, value));
      }
    }
    if (!set.empty()) {
      lost("what is set by hand for a dose is no part of the table: " + joined(set));
    }
  }

  void note_covariates() {
    const bool vary = std::ranges::any_of(subjects_, [&](const SubjectRecords& s) {
      return s.covariates.size() > model_.covariates.size();
    });
    if (scenario_.covariates != CovariatePolicy::nocb && vary) {
      lost(
          fmt::format("covariates change over time and are read as {} here; NONMEM reads nocb, so "
                      "use --covariates {} to simulate the table",
                      policy_text(scenario_.covariates), policy_text(scenario_.covariates)));
    }
    if (!inexact_.empty()) {
      lost(fmt::format("no decimal number stands for exactly this value in the column's unit: {}",
                       joined(inexact_)));
    }
  }

  void note_names() {
    std::vector<std::string> columns, ids;
    for (const Covariate& covariate : model_.covariates) {
      if (!nonmem_name(covariate.name)) {
        columns.push_back(covariate.name);
      }
    }
    for (const SubjectRecords& subject : subjects_) {
      if (!parse_number(subject.id)) {
        add_once(ids, subject.id);
      }
    }
    if (!columns.empty()) {
      lost("NONMEM does not take these column names: " + joined(columns));
    }
    if (!ids.empty()) {
      constexpr std::size_t most_named = 10;
      const bool more = ids.size() > most_named;
      ids.resize(std::min(ids.size(), most_named));
      lost(fmt::format("NONMEM does not take these ID, which are no numbers: {}{}", joined(ids),
                       more ? " ..." : ""));
    }
  }

  const Scenario& scenario_;
  const Model& model_;
  const EventTable& subjects_;
  EventExport out_;
  bool with_dur_ = false;
  std::vector<std::string> inexact_;
};

}  // namespace

tl::expected<EventExport, Diagnostics> export_events(const Scenario& scenario) {
  Diagnostics problems = dosing_problems(scenario);
  if (has_errors(problems)) {
    return tl::make_unexpected(std::move(problems));
  }
  const ResolvedScenario resolved = resolve(scenario);
  EventExport exported = Exporter(scenario, resolved.subjects).run();
  exported.warnings = std::move(problems);
  return exported;
}

}  // namespace ketascope
