// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "dosing/timeline_compiler.hpp"
#include "ketascope/units/number.hpp"

namespace ketascope {
namespace {

// At steady state more than this many infusions at a time are a mistake.
constexpr int most_implied_infusions = 10'000;

using Kind = TimelineOp::Kind;

}  // namespace

void TimelineCompiler::steady_state(std::size_t r, int cmt, int set) {
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
    out_.warn(r, "dosing.ss2_nonlinear", "SS", d.ss,
              fmt::format("model {} is not linear, so adding a steady state to what is there is "
                          "an approximation",
                          model_.id));
  turn_on(cmt, r);

  if (d.amt_mg == 0) {
    if (d.rate_mg_per_h == 0) {
      ss.kind = SteadyStateOp::Kind::endogenous;
    } else {
      ss.kind = SteadyStateOp::Kind::constant;
      ss.rate = inputs_.constant_rate(r, cmt, set);
    }
    push_steady_state(ss, r, 1.0);
    return;
  }

  const DoseInput in = inputs_.of(r, cmt, set);
  const double lag = inputs_.lag_h(r, cmt, set);
  if (!check_lag(r, lag) || !in.valid)
    return;
  const bool infused = in.takes_time(clock_);
  ss.kind = infused ? SteadyStateOp::Kind::infusion : SteadyStateOp::Kind::bolus;
  ss.amount = in.amount;
  ss.rate = infused ? in.rate : 0.0;
  ss.duration_h = infused ? in.duration_h : 0.0;
  ss.phase_h = lag > 0 ? d.ii_h - lag : 0.0;
  if (ss.duration_h > most_implied_infusions * d.ii_h) {
    out_.refuse(r, "dosing.ss_too_many", "II", d.ii_h,
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
    AuditEntry& entry = out_.audit(clock_, "bolus", cmt, r);
    entry.amt_mg = d.amt_mg;
    entry.F = in.F;
    entry.entered = in.amount / inputs_.factor(cmt);
  }
  follow_up(r, cmt, lag, d.addl);
}

bool TimelineCompiler::check_lag(std::size_t r, double lag) {
  const double ii = record(r).ii_h;
  if (lag < ii)
    return true;
  out_.refuse(r, "dosing.ss_lag", "ALAG", lag,
              fmt::format("at steady state the lag must be shorter than II ({} h)", shortest(ii)),
              "shorten the lag, or write the doses out with ADDL");
  return false;
}

void TimelineCompiler::push_steady_state(const SteadyStateOp& ss, std::size_t r, double F) {
  AuditEntry& entry =
      out_.audit(clock_, ss.keep ? "steady state added" : "steady state", ss.cmt, r);
  entry.amt_mg = record(r).amt_mg;
  entry.F = F;
  entry.rate_mg_per_h = ss.rate / inputs_.factor(ss.cmt);
  entry.duration_h = ss.duration_h;
  push({.kind = Kind::steady_state,
        .cmt = ss.cmt,
        .set = ss.set,
        .index = static_cast<int>(out_.timeline.steady_states.size()),
        .time_h = clock_});
  out_.timeline.steady_states.push_back(ss);
}

void TimelineCompiler::continue_implied_infusions(std::size_t r, int cmt, const DoseInput& in,
                                                  double lag) {
  const double ii = record(r).ii_h;
  for (int k = 1;; ++k) {
    const double left = lag + in.duration_h - k * ii;
    if (left <= 0 || same_instant(left, 0.0) || left <= 1e-9 * ii)
      break;
    AuditEntry& entry = out_.audit(clock_, fmt::format("earlier infusion {} runs on", k), cmt, r);
    entry.F = in.F;
    entry.rate_mg_per_h = in.rate / inputs_.factor(cmt);
    entry.duration_h = left;
    entry.lag_h = lag;
    running_.start({.cmt = cmt,
                    .rate = in.rate,
                    .end_h = clock_ + left,
                    .modelled = record(r).rate_mg_per_h == -1,
                    .remaining = in.rate * left,
                    .counted_h = clock_,
                    .record = r},
                   clock_);
  }
}

}  // namespace ketascope
