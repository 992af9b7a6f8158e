// SPDX-License-Identifier: GPL-3.0-or-later
#include "dosing/record_check.hpp"

#include <fmt/format.h>

#include <cmath>
#include <utility>

#include "ketascope/dosing/timeline.hpp"
#include "ketascope/units/number.hpp"

namespace ketascope {

std::string record_name(const EventRecord& record) {
  return fmt::format("{} {}", record.source_name.empty() ? "row" : record.source_name,
                     record.source_row);
}

Diagnostic record_problem(const EventRecord& record, std::string_view file, Severity severity,
                          std::string code, std::string_view item, double value,
                          std::string_view rule, std::string hint) {
  Diagnostic problem;
  problem.severity = severity;
  problem.code = std::move(code);
  problem.message =
      fmt::format("{}, {} = {}: {}", record_name(record), item, shortest(value), rule);
  problem.file = file;
  problem.at.line = record.source_row;
  problem.hint = std::move(hint);
  return problem;
}

namespace {

// A record must not stand for more doses than a computer can hold.
constexpr int most_additional = 1'000'000;

class RecordChecker {
 public:
  RecordChecker(const Model& model, std::string_view file) : model_(model), file_(file) {}

  void check(const EventRecord& r, const EventRecord* previous) {
    check_finite(r);
    check_time(r, previous);
    if (r.evid < 0 || r.evid > 4)
      refuse(r, "dosing.evid", "EVID", r.evid, "EVID must be 0, 1, 2, 3 or 4");
    check_compartment(r);
    if (r.evid == 1 || r.evid == 4)
      check_dose(r);
    else if (r.evid == 0 || r.evid == 2 || r.evid == 3)
      check_no_dose_items(r);
  }

  Diagnostics take() { return std::move(found_); }

 private:
  void refuse(const EventRecord& r, std::string code, std::string_view item, double value,
              std::string_view rule, std::string hint = {}) {
    found_.push_back(record_problem(r, file_, Severity::error, std::move(code), item, value, rule,
                                    std::move(hint)));
  }

  void check_finite(const EventRecord& r) {
    const std::pair<std::string_view, double> items[] = {
        {"TIME", r.time_h}, {"AMT", r.amt_mg}, {"RATE", r.rate_mg_per_h},
        {"DUR", r.dur_h},   {"II", r.ii_h},
    };
    for (const auto& [item, value] : items)
      if (!std::isfinite(value))
        refuse(r, "dosing.not_finite", item, value, "must be a finite number");
  }

  void check_time(const EventRecord& r, const EventRecord* previous) {
    if (previous == nullptr || r.evid == 3 || r.evid == 4)
      return;
    if (r.time_h < previous->time_h && !same_instant(r.time_h, previous->time_h))
      refuse(r, "dosing.time_decreases", "TIME", r.time_h,
             fmt::format("time must not decrease within a subject ({} is at {} h)",
                         record_name(*previous), shortest(previous->time_h)),
             "only EVID 3 and 4 may move the clock back; sort the rows or use EVID 4");
  }

  void check_compartment(const EventRecord& r) {
    const int count = static_cast<int>(model_.compartments.size());
    if (r.cmt < 0 && r.evid != 2)
      refuse(r, "dosing.cmt_negative", "CMT", r.cmt,
             "a negative CMT switches a compartment off and goes with EVID 2 only");
    else if (r.cmt > count || -r.cmt > count)
      refuse(r, "dosing.cmt_unknown", "CMT", r.cmt,
             fmt::format("model {} has {} compartments", model_.id, count));
    else if ((r.evid == 1 || r.evid == 4) && r.cmt > 0 &&
             !model_.compartments[static_cast<std::size_t>(r.cmt - 1)].amount)
      refuse(r, "dosing.cmt_no_amount", "CMT", r.cmt,
             fmt::format("{} holds no drug and takes no dose",
                         model_.compartments[static_cast<std::size_t>(r.cmt - 1)].name));
  }

  void check_no_dose_items(const EventRecord& r) {
    const std::pair<std::string_view, double> items[] = {
        {"AMT", r.amt_mg}, {"RATE", r.rate_mg_per_h}, {"DUR", r.dur_h},
        {"II", r.ii_h},    {"ADDL", r.addl},          {"SS", r.ss},
    };
    for (const auto& [item, value] : items)
      if (value != 0)
        refuse(r, "dosing.item_without_dose", item, value,
               fmt::format("must be 0 or missing on a record with EVID {}", r.evid));
  }

  void check_dose(const EventRecord& r) {
    if (r.amt_mg < 0)
      refuse(r, "dosing.amt_negative", "AMT", r.amt_mg, "an amount must not be negative");
    if (r.rate_mg_per_h < 0 && r.rate_mg_per_h != -1 && r.rate_mg_per_h != -2)
      refuse(r, "dosing.rate_negative", "RATE", r.rate_mg_per_h,
             "a rate must be positive, 0 (bolus), -1 (modelled rate) or -2 (modelled duration)");
    if (r.dur_h < 0)
      refuse(r, "dosing.dur_negative", "DUR", r.dur_h, "a duration must not be negative");
    if (r.dur_h != 0 && r.rate_mg_per_h != 0)
      refuse(r, "dosing.rate_and_dur", "DUR", r.dur_h,
             "RATE and DUR must not both be given on one record");
    if (r.ss < 0 || r.ss > 3)
      refuse(r, "dosing.ss", "SS", r.ss, "SS must be 0, 1, 2 or 3");
    else if (r.ss == 0)
      check_transient(r);
    else
      check_steady_state(r);
    if (r.ii_h < 0)
      refuse(r, "dosing.ii_negative", "II", r.ii_h, "an interval must be positive");
    if (r.addl < 0)
      refuse(r, "dosing.addl_negative", "ADDL", r.addl,
             "the number of additional doses must not be negative",
             "for a steady state reached by repeated doses use SS = 1 with II");
    if (r.addl > most_additional)
      refuse(r, "dosing.addl_too_many", "ADDL", r.addl,
             fmt::format("at most {} additional doses on one record", most_additional));
    if (r.ii_h > 0 && same_instant(r.ii_h, 0.0))
      refuse(r, "dosing.ii_too_short", "II", r.ii_h, "times this close are one instant");
  }

  void check_transient(const EventRecord& r) {
    if (r.amt_mg == 0 && r.rate_mg_per_h != 0)
      refuse(r, "dosing.infusion_without_amount", "AMT", r.amt_mg,
             "an infusion without an amount has no end; only SS = 1 may have AMT 0 with a RATE");
    if (r.addl > 0 && r.ii_h == 0)
      refuse(r, "dosing.addl_without_ii", "ADDL", r.addl, "additional doses need II > 0");
    if (r.addl == 0 && r.ii_h > 0)
      found_.push_back(record_problem(r, file_, Severity::warning, "dosing.ii_ignored", "II",
                                      r.ii_h, "ignored, because ADDL and SS are 0"));
  }

  void check_steady_state(const EventRecord& r) {
    const bool continuous = r.amt_mg == 0;
    if (r.amt_mg > 0 && r.ii_h == 0)
      refuse(r, "dosing.ss_without_ii", "SS", r.ss,
             "a steady state of repeated doses needs II > 0");
    if (continuous && r.rate_mg_per_h != 0 && r.ii_h > 0)
      refuse(r, "dosing.ss_constant_with_ii", "II", r.ii_h,
             "a constant infusion at steady state (AMT 0) has no interval");
    if (continuous && r.rate_mg_per_h == 0 && r.dur_h == 0 && r.ii_h > 0)
      found_.push_back(record_problem(r, file_, Severity::warning, "dosing.ii_ignored", "II",
                                      r.ii_h, "ignored, because AMT is 0"));
    if (continuous && (r.rate_mg_per_h == -2 || r.dur_h > 0))
      refuse(r, "dosing.ss_constant_rate", r.dur_h > 0 ? "DUR" : "RATE",
             r.dur_h > 0 ? r.dur_h : r.rate_mg_per_h,
             "a constant infusion at steady state (AMT 0) needs RATE > 0 or -1");
    if (continuous && r.addl > 0)
      refuse(r, "dosing.ss_constant_with_addl", "ADDL", r.addl,
             "a constant infusion at steady state has no additional doses");
  }

  const Model& model_;
  std::string_view file_;
  Diagnostics found_;
};

}  // namespace

Diagnostics check_records(const Model& model, const SubjectRecords& subject,
                          std::string_view file) {
  RecordChecker checker(model, file);
  const EventRecord* previous = nullptr;
  for (const EventRecord& record : subject.records) {
    checker.check(record, previous);
    previous = &record;
  }
  return checker.take();
}

}  // namespace ketascope
