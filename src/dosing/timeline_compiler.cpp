// SPDX-License-Identifier: GPL-3.0-or-later
#include "dosing/timeline_compiler.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace ketascope {
namespace {

constexpr double never = std::numeric_limits<double>::infinity();

// Covariates on a straight line are held constant over this many pieces between two records.
constexpr int linear_pieces = 32;

using Kind = TimelineOp::Kind;

}  // namespace

TimelineCompiler::TimelineCompiler(const Model& model, const SubjectRecords& subject,
                                   CovariatePolicy policy, std::string_view file,
                                   const RecordCheck& check, Wanted wanted)
    : model_(model),
      records_(subject.records),
      policy_(policy),
      check_(check),
      sets_(model, subject),
      out_(subject, file, wanted),
      inputs_(model, subject, sets_, out_),
      running_(model, subject, sets_, out_),
      off_(model.compartments.size(), false) {}

void TimelineCompiler::run() {
  if (records_.empty())
    return;
  clock_ = out_.timeline.start_h = records_.front().time_h;
  for (std::size_t r = 0; r < records_.size(); ++r) {
    const EventRecord& record = records_[r];
    const bool resets = record.evid == 3 || record.evid == 4;
    if (resets)
      reset(r);
    else if (r > 0)
      advance_to_record(r);
    if (check_.is_faulty(r)) {
      pass_over(r);
      continue;
    }
    if (record.evid == 2)
      switch_compartment(r);
    if (record.evid == 1 || record.evid == 4)
      dose(r);
    push({.kind = Kind::observe,
          .set = sets_.of_record(r),
          .index = static_cast<int>(r),
          .time_h = clock_});
  }
}

void TimelineCompiler::run_on(double until_h) {
  if (records_.empty() || until_h <= clock_ || same_instant(until_h, clock_))
    return;
  const int set = sets_.of_record(records_.size() - 1);
  advance(until_h, set, set);
}

CompiledTimeline TimelineCompiler::take() {
  out_.timeline.width = sets_.width();
  out_.timeline.sets = sets_.take();
  return {std::move(out_.timeline), std::move(out_.problems)};
}

void TimelineCompiler::advance_to_record(std::size_t r) {
  const double from = clock_, to = std::max(record(r).time_h, clock_);
  if (policy_ != CovariatePolicy::linear || sets_.same(r - 1, r) || !(to > from)) {
    const bool back = policy_ == CovariatePolicy::nocb;
    advance(to, sets_.of_record(back ? r : r - 1), sets_.of_record(r));
    return;
  }
  line_ = {.record = r, .from_h = from, .to_h = to};
  for (int piece = 0; piece < linear_pieces; ++piece) {
    const bool last = piece + 1 == linear_pieces;
    const double end = last ? to : from + (to - from) * (piece + 1) / linear_pieces;
    const int set = sets_.between(r - 1, r, (piece + 0.5) / linear_pieces);
    advance(end, set, last ? sets_.of_record(r) : set);
  }
  line_.reset();
}

int TimelineCompiler::set_on_line(double at_h) {
  if (at_h == line_->to_h)
    return sets_.of_record(line_->record);
  return sets_.between(line_->record - 1, line_->record,
                       (at_h - line_->from_h) / (line_->to_h - line_->from_h));
}

void TimelineCompiler::advance(double end, int set, int set_at_end) {
  running_.follow_modelled_rates(set, clock_);
  while (true) {
    const double ends = running_.next_end_h(), enters = next_entry();
    double next = std::min(ends, enters);
    if (next > end && !same_instant(next, end))
      break;
    if (same_instant(next, end))
      next = end;
    if (next < clock_ || same_instant(next, clock_))
      next = clock_;
    move_clock(next, set);
    // Ends come before entries at one instant, entries in order of creation.
    if (same_instant(ends, next) || ends <= next)
      running_.end_due(next);
    else
      enter_pending(next, line_ ? set_on_line(next) : next == end ? set_at_end : set);
  }
  move_clock(end, set);
}

void TimelineCompiler::move_clock(double to, int set) {
  if (to <= clock_)
    return;
  push({.kind = Kind::advance, .set = set, .time_h = to});
  running_.count_down(to);
  clock_ = to;
}

double TimelineCompiler::entry_time(const PendingSeries& s) const {
  return record(s.record).time_h + s.next_copy * record(s.record).ii_h + s.lag_h;
}

double TimelineCompiler::next_entry() const {
  double next = never;
  for (const PendingSeries& s : pending_)
    next = std::min(next, entry_time(s));
  return next;
}

void TimelineCompiler::enter_pending(double now, int set) {
  for (std::size_t i = 0; i < pending_.size(); ++i) {
    const double at = entry_time(pending_[i]);
    if (at > now && !same_instant(at, now))
      continue;
    const PendingSeries s = pending_[i];
    if (s.next_copy == s.last_copy)
      pending_.erase(pending_.begin() + static_cast<std::ptrdiff_t>(i));
    else
      ++pending_[i].next_copy;
    enter(s.record, s.cmt, set, s.next_copy, s.lag_h);
    return;
  }
}

void TimelineCompiler::enter(std::size_t r, int cmt, int set, int copy, double lag_h) {
  const DoseInput in = inputs_.of(r, cmt, set);
  if (!in.valid)
    return;
  turn_on(cmt, r);
  const double factor = inputs_.factor(cmt);
  const bool infused = in.takes_time(clock_);
  AuditEntry& entry = out_.audit(clock_, infused ? "infusion starts" : "bolus", cmt, r, copy);
  entry.amt_mg = record(r).amt_mg;
  entry.F = in.F;
  entry.entered = in.amount / factor;
  entry.lag_h = lag_h;
  if (infused) {
    entry.rate_mg_per_h = in.rate / factor;
    entry.duration_h = in.duration_h;
    const bool started = running_.start({.cmt = cmt,
                                         .rate = in.rate,
                                         .end_h = clock_ + in.duration_h,
                                         .modelled = record(r).rate_mg_per_h == -1,
                                         .remaining = in.amount,
                                         .counted_h = clock_,
                                         .record = r,
                                         .copy = copy},
                                        clock_);
    if (!started)
      std::erase_if(pending_, [r](const PendingSeries& s) { return s.record == r; });
    return;
  }
  if (in.rate > 0 && in.amount > 0)
    out_.warn(r, "dosing.short_infusion", "duration", in.duration_h,
              "so short that the dose is given at once");
  if (in.amount > 0)
    push({.kind = Kind::add, .cmt = cmt, .set = set, .time_h = clock_, .value = in.amount});
}

void TimelineCompiler::dose(std::size_t r) {
  const EventRecord& d = record(r);
  const int cmt = compartment_of(d);
  const int set = sets_.of_record(r);
  if (d.ss > 0) {
    steady_state(r, cmt, set);
    return;
  }
  const double lag = inputs_.lag_h(r, cmt, set);
  if (lag == 0)
    enter(r, cmt, set, 0, 0.0);
  follow_up(r, cmt, lag, d.addl);
}

void TimelineCompiler::follow_up(std::size_t r, int cmt, double lag, int addl) {
  const int first = lag > 0 ? 0 : 1;
  if (addl >= first)
    pending_.push_back(
        {.record = r, .cmt = cmt, .next_copy = first, .last_copy = addl, .lag_h = lag});
}

int TimelineCompiler::compartment_of(const EventRecord& d) const {
  if (d.cmt > 0)
    return d.cmt - 1;
  if (!model_.routes.empty() && !model_.routes.front().into.empty())
    return model_.routes.front().into.front();
  const auto first = std::ranges::find_if(model_.compartments, &Compartment::amount);
  return first == model_.compartments.end() ? 0
                                            : static_cast<int>(first - model_.compartments.begin());
}

void TimelineCompiler::drop_everything_running(std::size_t r) {
  if (const std::size_t discarded = running_.size() + pending_.size(); discarded > 0)
    out_.audit(clock_, fmt::format("{} running or pending discarded", discarded), -1, r);
  pending_.clear();
  running_.discard(clock_);
}

void TimelineCompiler::reset(std::size_t r) {
  AuditEntry& entry = out_.audit(record(r).time_h, "reset", -1, r);
  const std::size_t discarded = running_.size() + pending_.size();
  if (discarded > 0)
    entry.event += fmt::format(" ({} running or pending discarded)", discarded);
  running_.forget();
  pending_.clear();
  std::fill(off_.begin(), off_.end(), false);
  clock_ = record(r).time_h;
  push({.kind = Kind::reset, .set = sets_.of_record(r), .time_h = clock_});
}

void TimelineCompiler::turn_on(int cmt, std::size_t r) {
  if (!off_[static_cast<std::size_t>(cmt)])
    return;
  off_[static_cast<std::size_t>(cmt)] = false;
  out_.audit(clock_, "compartment on", cmt, r);
  push({.kind = Kind::switch_on, .cmt = cmt, .time_h = clock_});
}

void TimelineCompiler::switch_compartment(std::size_t r) {
  const int cmt = std::abs(record(r).cmt) - 1;
  if (cmt < 0)
    return;
  if (record(r).cmt > 0) {
    turn_on(cmt, r);
    return;
  }
  off_[static_cast<std::size_t>(cmt)] = true;
  std::erase_if(pending_, [&](const PendingSeries& s) { return s.cmt == cmt; });
  running_.discard_into(cmt, clock_);
  out_.audit(clock_, "compartment off", cmt, r);
  push({.kind = Kind::switch_off, .cmt = cmt, .time_h = clock_});
}

}  // namespace ketascope
