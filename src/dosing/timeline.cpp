// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/dosing/timeline.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include "dosing/parameter_sets.hpp"
#include "dosing/record_check.hpp"
#include "ketascope/units/number.hpp"

namespace ketascope {

bool same_instant(double a_h, double b_h) {
  if (!std::isfinite(a_h) || !std::isfinite(b_h))
    return a_h == b_h;
  return std::abs(a_h - b_h) <= std::max(1e-9, 1e-12 * std::max(std::abs(a_h), std::abs(b_h)));
}

namespace {

constexpr double never = std::numeric_limits<double>::infinity();

// An infusion shorter than this, or one that ends at the instant it begins, is given at once.
constexpr double shortest_infusion_h = 1e-12;

// At steady state more than this many infusions at a time are a mistake.
constexpr int most_implied_infusions = 10'000;

// Covariates on a straight line are held constant over this many pieces between two records.
constexpr int linear_pieces = 32;

using Kind = TimelineOp::Kind;

struct RunningInfusion {
  int cmt;
  double rate;             // amount/h
  double end_h;            // when the rate does not change
  bool modelled = false;   // RATE = -1: follows R of the interval
  double remaining = 0.0;  // amount still to come at counted_h, modelled only
  double counted_h = 0.0;
  std::size_t record = 0;
  int copy = 0;
};

// Doses of one record that are still to enter: the record's own when lagged, then its copies.
struct PendingSeries {
  std::size_t record;
  int cmt;
  int next_copy;
  int last_copy;
  double lag_h;
};

class TimelineCompiler {
 public:
  TimelineCompiler(const Model& model, const SubjectRecords& subject, CovariatePolicy policy,
                   std::string_view file)
      : model_(model),
        records_(subject.records),
        policy_(policy),
        file_(file),
        sets_(model, subject),
        input_(model.compartments.size(), 0.0),
        off_(model.compartments.size(), false) {
    out_.id = subject.id;
  }

  void run() {
    if (records_.empty())
      return;
    clock_ = out_.start_h = records_.front().time_h;
    for (std::size_t r = 0; r < records_.size(); ++r) {
      const EventRecord& record = records_[r];
      const bool resets = record.evid == 3 || record.evid == 4;
      if (resets)
        reset(r);
      else if (r > 0)
        advance_to_record(r);
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

  /// On beyond the last record, under what holds there, without a row of its own.
  void run_on(double until_h) {
    if (records_.empty() || until_h <= clock_ || same_instant(until_h, clock_))
      return;
    const int set = sets_.of_record(records_.size() - 1);
    advance(until_h, set, set);
  }

  CompiledTimeline take() {
    out_.width = sets_.width();
    out_.sets = sets_.take();
    return {std::move(out_), std::move(problems_)};
  }

 private:
  const EventRecord& record(std::size_t r) const { return records_[r]; }
  double dose_factor(int cmt) const {
    return model_.kinetics.dose_factor[static_cast<std::size_t>(cmt)];
  }
  void push(TimelineOp op) { out_.ops.push_back(op); }

  void refuse(std::size_t r, std::string code, std::string_view item, double value,
              std::string_view rule, std::string hint = {}) {
    // A series or a long table would repeat one and the same fault.
    for (const auto& seen : refused_)
      if (seen.first == r && seen.second == code)
        return;
    refused_.emplace_back(r, code);
    problems_.push_back(record_problem(record(r), file_, Severity::error, std::move(code), item,
                                       value, rule, std::move(hint)));
  }

  AuditEntry& audit(double time_h, std::string event, int cmt, std::size_t r, int copy = 0) {
    AuditEntry entry;
    entry.time_h = time_h;
    entry.event = std::move(event);
    entry.cmt = cmt;
    entry.copy = copy;
    entry.source_row = record(r).source_row;
    entry.cause = record_name(record(r));
    if (copy > 0)
      entry.cause += fmt::format(", additional dose {}", copy);
    out_.audit.push_back(std::move(entry));
    return out_.audit.back();
  }

  // --- time ---------------------------------------------------------------------------------

  /// Interval (clock, t of record r], with the parameters that the covariate policy puts there.
  void advance_to_record(std::size_t r) {
    const double from = clock_, to = std::max(record(r).time_h, clock_);
    if (policy_ == CovariatePolicy::linear && !sets_.same(r - 1, r) && to > from) {
      for (int piece = 0; piece < linear_pieces; ++piece) {
        const double f = (piece + 0.5) / linear_pieces;
        const double end =
            piece + 1 == linear_pieces ? to : from + (to - from) * (piece + 1) / linear_pieces;
        const int set = sets_.between(r - 1, r, f);
        advance(end, set, piece + 1 == linear_pieces ? sets_.of_record(r) : set);
      }
      return;
    }
    const bool back = policy_ == CovariatePolicy::nocb;
    advance(to, sets_.of_record(back ? r : r - 1), sets_.of_record(r));
  }

  /// To `end` under `set`, through every generated event up to and including that instant; events
  /// at the instant itself use `set_at_end`.
  void advance(double end, int set, int set_at_end) {
    follow_modelled_rates(set);
    while (true) {
      const double ends = next_infusion_end(), enters = next_entry();
      double next = std::min(ends, enters);
      if (next > end && !same_instant(next, end))
        break;
      if (same_instant(next, end))
        next = end;
      if (next < clock_ || same_instant(next, clock_))
        next = clock_;
      move_clock(next, set);
      const int set_here = next == end ? set_at_end : set;
      // Ends come before entries at one instant, entries in order of creation.
      if (same_instant(ends, next) || ends <= next)
        end_infusions(next);
      else
        enter_pending(next, set_here);
    }
    move_clock(end, set);
  }

  void move_clock(double to, int set) {
    if (to <= clock_)
      return;
    push({.kind = Kind::advance, .set = set, .time_h = to});
    for (RunningInfusion& i : running_)
      if (i.modelled) {
        i.remaining -= i.rate * (to - i.counted_h);
        i.counted_h = to;
      }
    clock_ = to;
  }

  double next_infusion_end() const {
    double next = never;
    for (const RunningInfusion& i : running_)
      next = std::min(next, i.end_h);
    return next;
  }

  double entry_time(const PendingSeries& s) const {
    return record(s.record).time_h + s.next_copy * record(s.record).ii_h + s.lag_h;
  }

  double next_entry() const {
    double next = never;
    for (const PendingSeries& s : pending_)
      next = std::min(next, entry_time(s));
    return next;
  }

  // --- infusions ----------------------------------------------------------------------------

  /// Input rate of a compartment from all that runs into it: summed anew, so that no rounding stays
  /// behind when the last one ends.
  void update_input(int cmt) {
    double total = 0.0;
    for (const RunningInfusion& i : running_)
      if (i.cmt == cmt)
        total += i.rate;
    double& current = input_[static_cast<std::size_t>(cmt)];
    if (total == current)
      return;
    current = total;
    push({.kind = Kind::rate, .cmt = cmt, .time_h = clock_, .value = total});
  }

  void end_infusions(double now) {
    for (std::size_t i = 0; i < running_.size();) {
      if (running_[i].end_h > now && !same_instant(running_[i].end_h, now)) {
        ++i;
        continue;
      }
      const RunningInfusion ended = running_[i];
      running_.erase(running_.begin() + static_cast<std::ptrdiff_t>(i));
      audit(now, "infusion ends", ended.cmt, ended.record, ended.copy);
      update_input(ended.cmt);
    }
  }

  void follow_modelled_rates(int set) {
    for (RunningInfusion& i : running_) {
      if (!i.modelled)
        continue;
      const double R = sets_.dose_values(set, i.cmt, record(i.record).amt_mg).R;
      if (!(R > 0)) {
        refuse(i.record, "dosing.modelled_rate", "R", R, "a modelled rate must be positive");
        continue;
      }
      const double rate = R * dose_factor(i.cmt);
      i.end_h = i.counted_h + i.remaining / rate;
      if (rate == i.rate)
        continue;
      i.rate = rate;
      audit(clock_, "infusion rate changes", i.cmt, i.record, i.copy).rate_mg_per_h = R;
      update_input(i.cmt);
    }
  }

  void start_infusion(RunningInfusion infusion) {
    running_.push_back(infusion);
    update_input(infusion.cmt);
  }

  // --- doses --------------------------------------------------------------------------------

  void enter_pending(double now, int set) {
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

  struct Input {
    bool valid = false;
    double F = 1.0, amount = 0.0;         // amount after F, in the compartment's unit
    double rate = 0.0, duration_h = 0.0;  // rate 0: at once
  };

  /// What one dose of record r puts into `cmt` under `set`.
  Input work_out(std::size_t r, int cmt, int set) {
    const EventRecord& dose = record(r);
    const DoseValues v = sets_.dose_values(set, cmt, dose.amt_mg);
    Input in;
    in.F = v.F;
    if (!(v.F >= 0) || !std::isfinite(v.F)) {
      refuse(r, "dosing.bioavailability", "F", v.F, "bioavailability must not be negative");
      return in;
    }
    in.amount = v.F * dose.amt_mg * dose_factor(cmt);
    in.valid = true;
    if (dose.rate_mg_per_h > 0) {
      in.rate = dose.rate_mg_per_h * dose_factor(cmt);
      in.duration_h = v.F * dose.amt_mg / dose.rate_mg_per_h;
    } else if (dose.rate_mg_per_h == -1) {
      in.valid = v.R > 0 && std::isfinite(v.R);
      if (!in.valid)
        refuse(r, "dosing.modelled_rate", "R", v.R, "a modelled rate must be positive");
      in.rate = v.R * dose_factor(cmt);
      in.duration_h = v.F * dose.amt_mg / v.R;
    } else if (dose.rate_mg_per_h == -2 || dose.dur_h > 0) {
      in.duration_h = dose.dur_h > 0 ? dose.dur_h : v.D;
      in.valid = in.duration_h > 0 && std::isfinite(in.duration_h);
      if (!in.valid)
        refuse(r, "dosing.modelled_duration", "D", v.D,
               fmt::format("a modelled duration must be positive (RATE = -2 into {})",
                           model_.compartments[static_cast<std::size_t>(cmt)].name));
      in.rate = in.amount / in.duration_h;
    }
    return in;
  }

  bool takes_time(const Input& in) const {
    return in.rate > 0 && in.duration_h >= shortest_infusion_h &&
           !same_instant(clock_, clock_ + in.duration_h);
  }

  void enter(std::size_t r, int cmt, int set, int copy, double lag_h) {
    const Input in = work_out(r, cmt, set);
    if (!in.valid)
      return;
    turn_on(cmt, r);
    const double factor = dose_factor(cmt);
    const bool infused = takes_time(in);
    AuditEntry& entry = audit(clock_, infused ? "infusion starts" : "bolus", cmt, r, copy);
    entry.amt_mg = record(r).amt_mg;
    entry.F = in.F;
    entry.entered = in.amount / factor;
    entry.lag_h = lag_h;
    if (infused) {
      entry.rate_mg_per_h = in.rate / factor;
      entry.duration_h = in.duration_h;
      start_infusion({.cmt = cmt,
                      .rate = in.rate,
                      .end_h = clock_ + in.duration_h,
                      .modelled = record(r).rate_mg_per_h == -1,
                      .remaining = in.amount,
                      .counted_h = clock_,
                      .record = r,
                      .copy = copy});
      return;
    }
    if (in.rate > 0 && in.amount > 0)
      problems_.push_back(record_problem(record(r), file_, Severity::warning,
                                         "dosing.short_infusion", "duration", in.duration_h,
                                         "so short that the dose is given at once"));
    if (in.amount > 0)
      push({.kind = Kind::add, .cmt = cmt, .set = set, .time_h = clock_, .value = in.amount});
  }

  void dose(std::size_t r) {
    const EventRecord& d = record(r);
    const int cmt = d.cmt > 0 ? d.cmt - 1 : default_compartment();
    const int set = sets_.of_record(r);
    if (d.ss > 0) {
      steady_state(r, cmt, set);
      return;
    }
    const double lag = lag_of(r, cmt, set);
    if (lag == 0)
      enter(r, cmt, set, 0, 0.0);
    follow_up(r, cmt, lag, d.addl);
  }

  double lag_of(std::size_t r, int cmt, int set) {
    const double lag = sets_.dose_values(set, cmt, record(r).amt_mg).ALAG;
    if (lag >= 0 && std::isfinite(lag))
      return lag;
    refuse(r, "dosing.lag", "ALAG", lag, "a lag time must not be negative");
    return 0.0;
  }

  /// Queues what enters later: the dose itself when it is lagged, and `addl` copies.
  void follow_up(std::size_t r, int cmt, double lag, int addl) {
    const int first = lag > 0 ? 0 : 1;
    if (addl >= first)
      pending_.push_back(
          {.record = r, .cmt = cmt, .next_copy = first, .last_copy = addl, .lag_h = lag});
  }

  int default_compartment() const {
    if (!model_.routes.empty() && !model_.routes.front().into.empty())
      return model_.routes.front().into.front();
    const auto first = std::ranges::find_if(model_.compartments, &Compartment::amount);
    return first == model_.compartments.end()
               ? 0
               : static_cast<int>(first - model_.compartments.begin());
  }

  // --- steady state -------------------------------------------------------------------------

  void steady_state(std::size_t r, int cmt, int set) {
    const EventRecord& d = record(r);
    const bool keep = d.ss == 2;
    SteadyStateOp ss;
    ss.cmt = cmt;
    ss.set = set;
    ss.keep = keep;
    ss.ii_h = d.ii_h;
    ss.record = static_cast<int>(r);
    if (!keep)
      drop_everything_running(r);
    if (keep && !model_.kinetics.linear)
      problems_.push_back(record_problem(
          d, file_, Severity::warning, "dosing.ss2_nonlinear", "SS", d.ss,
          fmt::format("model {} is not linear, so adding a steady state to what is there is an "
                      "approximation",
                      model_.id)));
    turn_on(cmt, r);

    if (d.amt_mg == 0) {
      if (d.rate_mg_per_h == 0) {
        ss.kind = SteadyStateOp::Kind::endogenous;
      } else {
        ss.kind = SteadyStateOp::Kind::constant;
        const double R = sets_.dose_values(set, cmt, 0.0).R;
        ss.rate = (d.rate_mg_per_h > 0 ? d.rate_mg_per_h : R) * dose_factor(cmt);
        if (!(ss.rate > 0) || !std::isfinite(ss.rate))
          refuse(r, "dosing.modelled_rate", "R", R, "a modelled rate must be positive");
      }
      push_steady_state(ss, r, 1.0);
      return;
    }

    const Input in = work_out(r, cmt, set);
    const double lag = lag_of(r, cmt, set);
    if (lag >= d.ii_h) {
      refuse(
          r, "dosing.ss_lag", "ALAG", lag,
          fmt::format("at steady state the lag must be shorter than II ({} h)", shortest(d.ii_h)),
          "shorten the lag, or write the doses out with ADDL");
      return;
    }
    if (!in.valid)
      return;
    const bool infused = takes_time(in);
    ss.kind = infused ? SteadyStateOp::Kind::infusion : SteadyStateOp::Kind::bolus;
    ss.amount = in.amount;
    ss.rate = infused ? in.rate : 0.0;
    ss.duration_h = infused ? in.duration_h : 0.0;
    ss.phase_h = lag > 0 ? d.ii_h - lag : 0.0;
    if (ss.duration_h > most_implied_infusions * d.ii_h) {
      refuse(r, "dosing.ss_too_many", "II", d.ii_h,
             fmt::format("infusions of {} h would run {} or more at a time",
                         shortest(ss.duration_h), most_implied_infusions));
      return;
    }
    push_steady_state(ss, r, in.F);
    if (infused)
      continue_implied_infusions(r, cmt, in, lag);

    if (lag == 0 && infused)
      enter(r, cmt, set, 0, 0.0);
    if (lag == 0 && !infused) {
      AuditEntry& entry = audit(clock_, "bolus", cmt, r);
      entry.amt_mg = d.amt_mg;
      entry.F = in.F;
      entry.entered = in.amount / dose_factor(cmt);
    }
    follow_up(r, cmt, lag, d.addl);
  }

  void push_steady_state(const SteadyStateOp& ss, std::size_t r, double F) {
    AuditEntry& entry = audit(clock_, ss.keep ? "steady state added" : "steady state", ss.cmt, r);
    entry.amt_mg = record(r).amt_mg;
    entry.F = F;
    entry.rate_mg_per_h = ss.rate / dose_factor(ss.cmt);
    entry.duration_h = ss.duration_h;
    push({.kind = Kind::steady_state,
          .cmt = ss.cmt,
          .set = ss.set,
          .index = static_cast<int>(out_.steady_states.size()),
          .time_h = clock_});
    out_.steady_states.push_back(ss);
  }

  /// Infusions of the imagined past that still run at the record: the k-th last one entered at
  /// t + lag - k*II.
  void continue_implied_infusions(std::size_t r, int cmt, const Input& in, double lag) {
    const double ii = record(r).ii_h;
    for (int k = 1;; ++k) {
      const double left = lag + in.duration_h - k * ii;
      if (left <= 0 || same_instant(left, 0.0) || left <= 1e-9 * ii)
        break;
      AuditEntry& entry = audit(clock_, fmt::format("earlier infusion {} runs on", k), cmt, r);
      entry.F = in.F;
      entry.rate_mg_per_h = in.rate / dose_factor(cmt);
      entry.duration_h = left;
      entry.lag_h = lag;
      start_infusion({.cmt = cmt,
                      .rate = in.rate,
                      .end_h = clock_ + left,
                      .modelled = record(r).rate_mg_per_h == -1,
                      .remaining = in.rate * left,
                      .counted_h = clock_,
                      .record = r});
    }
  }

  // --- resets and switches ------------------------------------------------------------------

  void drop_everything_running(std::size_t r) {
    if (const std::size_t discarded = running_.size() + pending_.size(); discarded > 0)
      audit(clock_, fmt::format("{} running or pending discarded", discarded), -1, r);
    std::vector<int> touched;
    for (const RunningInfusion& i : running_)
      touched.push_back(i.cmt);
    running_.clear();
    pending_.clear();
    for (int cmt : touched)
      update_input(cmt);
  }

  void reset(std::size_t r) {
    AuditEntry& entry = audit(record(r).time_h, "reset", -1, r);
    const std::size_t discarded = running_.size() + pending_.size();
    if (discarded > 0)
      entry.event += fmt::format(" ({} running or pending discarded)", discarded);
    running_.clear();
    pending_.clear();
    std::ranges::fill(input_, 0.0);
    std::fill(off_.begin(), off_.end(), false);
    clock_ = record(r).time_h;
    push({.kind = Kind::reset, .set = sets_.of_record(r), .time_h = clock_});
  }

  void turn_on(int cmt, std::size_t r) {
    if (!off_[static_cast<std::size_t>(cmt)])
      return;
    off_[static_cast<std::size_t>(cmt)] = false;
    audit(clock_, "compartment on", cmt, r);
    push({.kind = Kind::switch_on, .cmt = cmt, .time_h = clock_});
  }

  void switch_compartment(std::size_t r) {
    const int cmt = std::abs(record(r).cmt) - 1;
    if (cmt < 0)
      return;
    if (record(r).cmt > 0) {
      turn_on(cmt, r);
      return;
    }
    off_[static_cast<std::size_t>(cmt)] = true;
    std::erase_if(running_, [&](const RunningInfusion& i) { return i.cmt == cmt; });
    std::erase_if(pending_, [&](const PendingSeries& s) { return s.cmt == cmt; });
    update_input(cmt);
    audit(clock_, "compartment off", cmt, r);
    push({.kind = Kind::switch_off, .cmt = cmt, .time_h = clock_});
  }

  const Model& model_;
  const std::vector<EventRecord>& records_;
  CovariatePolicy policy_;
  std::string_view file_;
  ParameterSets sets_;
  Timeline out_;
  Diagnostics problems_;
  std::vector<std::pair<std::size_t, std::string>> refused_;
  double clock_ = 0.0;
  std::vector<RunningInfusion> running_;
  std::vector<PendingSeries> pending_;
  std::vector<double> input_;
  std::vector<bool> off_;
};

}  // namespace

CompiledTimeline compile_timeline(const Model& model, const SubjectRecords& subject,
                                  CovariatePolicy policy, std::string_view file,
                                  std::optional<double> until_h) {
  Diagnostics problems = check_records(model, subject, file);
  if (has_errors(problems))
    return {{}, std::move(problems)};
  TimelineCompiler compiler(model, subject, policy, file);
  compiler.run();
  if (until_h)
    compiler.run_on(*until_h);
  CompiledTimeline compiled = compiler.take();
  compiled.diagnostics.insert(compiled.diagnostics.begin(), problems.begin(), problems.end());
  return compiled;
}

}  // namespace ketascope
