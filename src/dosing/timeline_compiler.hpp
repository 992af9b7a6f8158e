// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "dosing/dose_input.hpp"
#include "dosing/parameter_sets.hpp"
#include "dosing/record_check.hpp"
#include "dosing/running_infusions.hpp"
#include "dosing/timeline_writer.hpp"

namespace ketascope {

/// Doses of one record that are still to enter: the record's own when lagged, then its copies.
struct PendingSeries {
  std::size_t record;
  int cmt;
  int next_copy;
  int last_copy;
  double lag_h;
};

/// Covariates on a straight line from the record before to `record`.
struct CovariateLine {
  std::size_t record;
  double from_h, to_h;
};

/// Follows the records of one subject in time. Records that break a rule are passed over.
class TimelineCompiler {
 public:
  TimelineCompiler(const Model& model, const SubjectRecords& subject, CovariatePolicy policy,
                   std::string_view file, const RecordCheck& check, Wanted wanted);

  void run();
  /// On beyond the last record, under what holds there, without a row of its own.
  void run_on(double until_h);
  CompiledTimeline take();

 private:
  const EventRecord& record(std::size_t r) const { return records_[r]; }
  void push(TimelineOp op) { out_.push(op); }
  /// Interval (clock, t of record r], with the parameters that the covariate policy puts there.
  void advance_to_record(std::size_t r);
  /// To `end` under `set`, through every generated event up to and including that instant; events
  /// at the instant itself use `set_at_end`.
  void advance(double end, int set, int set_at_end);
  /// Parameters at an instant of the straight line between two records.
  int set_on_line(double at_h);
  void move_clock(double to, int set);
  double entry_time(const PendingSeries& s) const;
  double next_entry() const;
  void enter_pending(double now, int set);
  void enter(std::size_t r, int cmt, int set, int copy, double lag_h);
  void dose(std::size_t r);
  /// Queues what enters later: the dose itself when it is lagged, and `addl` copies.
  void follow_up(std::size_t r, int cmt, double lag, int addl);
  /// Where a dose goes: CMT 0 is the entry of the model's first route.
  int compartment_of(const EventRecord& d) const;
  /// Gives no dose, but names what else is wrong with it.
  void pass_over(std::size_t r);
  /// True when the record, once mended, might end doses before it: no fault of those is certain.
  bool may_end_doses(std::size_t r) const;
  void steady_state(std::size_t r, int cmt, int set);
  bool check_lag(std::size_t r, double lag);
  void push_steady_state(const SteadyStateOp& ss, std::size_t r, double F);
  /// Infusions of the imagined past that still run at the record: the k-th last one entered at
  /// t + lag - k*II.
  void continue_implied_infusions(std::size_t r, int cmt, const DoseInput& in, double lag);
  void drop_everything_running(std::size_t r);
  void reset(std::size_t r);
  void turn_on(int cmt, std::size_t r);
  void switch_compartment(std::size_t r);

  const Model& model_;
  const std::vector<EventRecord>& records_;
  CovariatePolicy policy_;
  const RecordCheck& check_;
  ParameterSets sets_;
  TimelineWriter out_;
  DoseInputs inputs_;
  RunningInfusions running_;
  double clock_ = 0.0;
  std::optional<CovariateLine> line_;
  std::vector<PendingSeries> pending_;
  std::vector<bool> off_;
};

}  // namespace ketascope
