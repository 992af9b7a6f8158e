// SPDX-License-Identifier: GPL-3.0-or-later
#include "dosing/record_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
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

constexpr std::array<std::string_view, 9> item_names = {"TIME", "EVID", "CMT",  "AMT", "RATE",
                                                        "DUR",  "II",   "ADDL", "SS"};

namespace item = record_item;

/// One record against the rules. A rule that reads an item which is not known is left out.
class RecordRules {
 public:
  RecordRules(const Model& model, std::string_view file, const EventRecord& record, ItemSet unread,
              Diagnostics& found)
      : model_(model), file_(file), r_(record), unread_(unread), unsound_(unread), found_(found) {}

  /// The items that cannot be trusted: unread ones, and those that break a rule.
  ItemSet check(const EventRecord* previous) {
    check_finite();
    check_time(previous);
    if (r_.evid < 0 || r_.evid > 4)
      refuse(item::evid, r_.evid, 0, "dosing.evid", "EVID must be 0, 1, 2, 3 or 4");
    check_compartment();
    if (is_dose())
      check_dose();
    else if (r_.evid == 0 || r_.evid == 2 || r_.evid == 3)
      check_no_dose_items();
    return unsound_;
  }

 private:
  bool is_dose() const { return r_.evid == 1 || r_.evid == 4; }

  /// `also` are the items besides `named` that the rule reads.
  void refuse(ItemSet named, double value, ItemSet also, std::string code, std::string_view rule,
              std::string hint = {}) {
    if ((unread_ & (named | also)) != 0)
      return;
    unsound_ |= named;
    const auto name = item_names[static_cast<std::size_t>(std::countr_zero(named))];
    found_.push_back(record_problem(r_, file_, Severity::error, std::move(code), name, value, rule,
                                    std::move(hint)));
  }
  /// A rule of dose records.
  void refuse_dose(ItemSet named, double value, ItemSet also, std::string code,
                   std::string_view rule, std::string hint = {}) {
    refuse(named, value, static_cast<ItemSet>(also | item::evid), std::move(code), rule,
           std::move(hint));
  }

  void warn_ignored_ii(std::string_view rule) {
    found_.push_back(
        record_problem(r_, file_, Severity::warning, "dosing.ii_ignored", "II", r_.ii_h, rule));
  }

  void check_finite() {
    const std::pair<ItemSet, double> items[] = {
        {item::time, r_.time_h}, {item::amt, r_.amt_mg}, {item::rate, r_.rate_mg_per_h},
        {item::dur, r_.dur_h},   {item::ii, r_.ii_h},
    };
    for (const auto& [named, value] : items)
      if (!std::isfinite(value))
        refuse(named, value, 0, "dosing.not_finite", "must be a finite number");
  }

  void check_time(const EventRecord* previous) {
    if (previous == nullptr || r_.evid == 3 || r_.evid == 4 || r_.evid < 0 || r_.evid > 4)
      return;
    if (r_.time_h < previous->time_h && !same_instant(r_.time_h, previous->time_h))
      refuse(item::time, r_.time_h, item::evid, "dosing.time_decreases",
             fmt::format("time must not decrease within a subject ({} is at {} h)",
                         record_name(*previous), shortest(previous->time_h)),
             "only EVID 3 and 4 may move the clock back; sort the rows or use EVID 4");
  }

  void check_compartment() {
    const int count = static_cast<int>(model_.compartments.size());
    if (r_.cmt > count || -r_.cmt > count)
      refuse(item::cmt, r_.cmt, 0, "dosing.cmt_unknown",
             fmt::format("model {} has {} compartment{}", model_.id, count, count == 1 ? "" : "s"));
    else if (r_.cmt < 0 && r_.evid != 2)
      refuse(item::cmt, r_.cmt, item::evid, "dosing.cmt_negative",
             "a negative CMT switches a compartment off and goes with EVID 2 only");
    else if (is_dose() && r_.cmt > 0 &&
             !model_.compartments[static_cast<std::size_t>(r_.cmt - 1)].amount)
      refuse_dose(item::cmt, r_.cmt, 0, "dosing.cmt_no_amount",
                  fmt::format("{} holds no drug and takes no dose",
                              model_.compartments[static_cast<std::size_t>(r_.cmt - 1)].name));
  }

  void check_no_dose_items() {
    const std::pair<ItemSet, double> items[] = {
        {item::amt, r_.amt_mg}, {item::rate, r_.rate_mg_per_h}, {item::dur, r_.dur_h},
        {item::ii, r_.ii_h},    {item::addl, r_.addl},          {item::ss, r_.ss},
    };
    for (const auto& [named, value] : items)
      if (value != 0)
        refuse_dose(named, value, 0, "dosing.item_without_dose",
                    fmt::format("must be 0 or missing on a record with EVID {}", r_.evid));
  }

  void check_dose() {
    if (r_.amt_mg < 0)
      refuse_dose(item::amt, r_.amt_mg, 0, "dosing.amt_negative", "an amount must not be negative");
    if (r_.rate_mg_per_h < 0 && r_.rate_mg_per_h != -1 && r_.rate_mg_per_h != -2)
      refuse_dose(
          item::rate, r_.rate_mg_per_h, 0, "dosing.rate_negative",
          "a rate must be positive, 0 (bolus), -1 (modelled rate) or -2 (modelled duration)");
    if (r_.dur_h < 0)
      refuse_dose(item::dur, r_.dur_h, 0, "dosing.dur_negative", "a duration must not be negative");
    if (r_.dur_h != 0 && r_.rate_mg_per_h != 0)
      refuse_dose(item::dur, r_.dur_h, item::rate, "dosing.rate_and_dur",
                  "RATE and DUR must not both be given on one record");
    if (r_.ss < 0 || r_.ss > 3)
      refuse_dose(item::ss, r_.ss, 0, "dosing.ss", "SS must be 0, 1, 2 or 3");
    else if (r_.ss == 0)
      check_transient();
    else
      check_steady_state();
    if (r_.ii_h < 0)
      refuse_dose(item::ii, r_.ii_h, 0, "dosing.ii_negative", "an interval must be positive");
    if (r_.addl < 0)
      refuse_dose(item::addl, r_.addl, 0, "dosing.addl_negative",
                  "the number of additional doses must not be negative",
                  "for a steady state reached by repeated doses use SS = 1 with II");
    if (r_.addl > most_additional)
      refuse_dose(item::addl, r_.addl, 0, "dosing.addl_too_many",
                  fmt::format("at most {} additional doses on one record", most_additional));
    if (r_.ii_h > 0 && same_instant(r_.ii_h, 0.0))
      refuse_dose(item::ii, r_.ii_h, 0, "dosing.ii_too_short", "times this close are one instant");
  }

  void check_transient() {
    if (r_.amt_mg == 0 && r_.rate_mg_per_h != 0)
      refuse_dose(
          item::amt, r_.amt_mg, item::rate | item::ss, "dosing.infusion_without_amount",
          "an infusion without an amount has no end; only SS = 1 may have AMT 0 with a RATE");
    if (r_.addl > 0 && r_.ii_h == 0)
      refuse_dose(item::addl, r_.addl, item::ii, "dosing.addl_without_ii",
                  "additional doses need II > 0");
    if (r_.addl == 0 && r_.ii_h > 0)
      warn_ignored_ii("ignored, because ADDL and SS are 0");
  }

  void check_steady_state() {
    const bool continuous = r_.amt_mg == 0;
    if (r_.amt_mg > 0 && r_.ii_h == 0)
      refuse_dose(item::ss, r_.ss, item::amt | item::ii, "dosing.ss_without_ii",
                  "a steady state of repeated doses needs II > 0");
    if (continuous && r_.rate_mg_per_h != 0 && r_.ii_h > 0)
      refuse_dose(item::ii, r_.ii_h, item::amt | item::rate | item::ss,
                  "dosing.ss_constant_with_ii",
                  "a constant infusion at steady state (AMT 0) has no interval");
    if (continuous && r_.rate_mg_per_h == 0 && r_.dur_h == 0 && r_.ii_h > 0)
      warn_ignored_ii("ignored, because AMT is 0");
    if (continuous && (r_.rate_mg_per_h == -2 || r_.dur_h > 0))
      refuse_dose(r_.dur_h > 0 ? item::dur : item::rate, r_.dur_h > 0 ? r_.dur_h : r_.rate_mg_per_h,
                  item::amt | item::ss, "dosing.ss_constant_rate",
                  "a constant infusion at steady state (AMT 0) needs RATE > 0 or -1");
    if (continuous && r_.addl > 0)
      refuse_dose(item::addl, r_.addl, item::amt | item::ss, "dosing.ss_constant_with_addl",
                  "a constant infusion at steady state has no additional doses");
  }

  const Model& model_;
  std::string_view file_;
  const EventRecord& r_;
  ItemSet unread_, unsound_;
  Diagnostics& found_;
};

}  // namespace

bool RecordCheck::is_faulty(std::size_t r) const {
  return !is_sound(r, item::all);
}

bool RecordCheck::is_sound(std::size_t r, ItemSet items) const {
  const auto at = std::ranges::lower_bound(faulty, r, {}, &std::pair<std::size_t, ItemSet>::first);
  return at == faulty.end() || at->first != r || (at->second & items) == 0;
}

RecordCheck check_records(const Model& model, const SubjectRecords& subject, std::string_view file,
                          std::span<const ItemSet> unread) {
  RecordCheck check;
  // The last record whose TIME is known, unless the clock may have been moved since.
  const EventRecord* previous = nullptr;
  for (std::size_t r = 0; r < subject.records.size(); ++r) {
    const EventRecord& record = subject.records[r];
    const ItemSet unknown = unread.empty() ? ItemSet{0} : unread[r];
    const ItemSet unsound =
        RecordRules(model, file, record, unknown, check.problems).check(previous);
    if (unsound != 0)
      check.faulty.emplace_back(r, unsound);
    const bool time_known = (unknown & item::time) == 0 && std::isfinite(record.time_h);
    check.can_be_followed = check.can_be_followed && time_known;
    if (time_known)
      previous = &record;
    else if ((unsound & item::evid) != 0 || record.evid == 3 || record.evid == 4)
      previous = nullptr;
  }
  return check;
}

}  // namespace ketascope
