// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "dosing/parameter_sets.hpp"
#include "dosing/timeline_writer.hpp"

namespace ketascope {

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

/// All infusions that run at one time, and the input rate of each compartment that they add up to.
class RunningInfusions {
 public:
  RunningInfusions(const Model& model, const SubjectRecords& subject, const ParameterSets& sets,
                   TimelineWriter& out)
      : model_(model),
        records_(subject.records),
        sets_(sets),
        out_(out),
        input_(model.compartments.size(), 0.0) {}

  std::size_t size() const { return running_.size(); }
  /// Infinity when none runs.
  double next_end_h() const;
  /// False when it is refused, because too many run.
  bool start(const RunningInfusion& infusion, double now_h);
  void end_due(double now_h);
  /// R of the interval that begins now, under `set`.
  void follow_modelled_rates(int set, double now_h);
  /// Time goes on: what enters at a modelled rate until `to_h` has entered.
  void count_down(double to_h);
  void discard(double now_h);
  void discard_into(int cmt, double now_h);
  /// As discard, where the solver's own reset stops all input.
  void forget();

 private:
  void update_input(int cmt, double now_h);

  const Model& model_;
  const std::vector<EventRecord>& records_;
  const ParameterSets& sets_;
  TimelineWriter& out_;
  std::vector<RunningInfusion> running_;
  std::vector<double> input_;
};

}  // namespace ketascope
