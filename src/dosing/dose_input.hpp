// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "dosing/parameter_sets.hpp"
#include "dosing/timeline_writer.hpp"

namespace ketascope {

/// What one dose puts into its compartment.
struct DoseInput {
  bool valid = false;
  double F = 1.0, amount = 0.0;         // amount after F, in the compartment's unit
  double rate = 0.0, duration_h = 0.0;  // rate 0: at once; amount/h

  /// False when it is over at the instant it begins at, so that it is given at once.
  bool takes_time(double now_h) const;
};

/// Works out F, ALAG, D and R of doses, and refuses values that these cannot have.
class DoseInputs {
 public:
  DoseInputs(const Model& model, const SubjectRecords& subject, const ParameterSets& sets,
             TimelineWriter& out)
      : model_(model), records_(subject.records), sets_(sets), out_(out) {}

  /// Amount of the compartment's unit per mg.
  double factor(int cmt) const {
    return model_.kinetics.dose_factor[static_cast<std::size_t>(cmt)];
  }
  /// Names every fault, not the first one only.
  DoseInput of(std::size_t r, int cmt, int set);
  /// 0 when it is refused.
  double lag_h(std::size_t r, int cmt, int set);
  /// Rate (amount/h) of a constant infusion at steady state.
  double constant_rate(std::size_t r, int cmt, int set);

 private:
  /// F of one compartment, of a dose whose F is set by hand; `own` is the model's.
  double part_by_hand(const EventRecord& dose, double own, int set) const;
  bool check_rate(std::size_t r, double R);

  const Model& model_;
  const std::vector<EventRecord>& records_;
  const ParameterSets& sets_;
  TimelineWriter& out_;
};

}  // namespace ketascope
