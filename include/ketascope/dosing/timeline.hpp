// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "ketascope/diagnostic/diagnostic.hpp"
#include "ketascope/dosing/event.hpp"
#include "ketascope/model/model.hpp"

namespace ketascope {

/// Two times closer than this are one instant (dosing round-off never splits or reorders events).
bool same_instant(double a_h, double b_h);

/// What happens to a subject, in order: the compiled form of its dosing record. The solver only
/// advances between operations and applies them; every NONMEM rule has been worked out before.
struct TimelineOp {
  enum class Kind {
    advance,       ///< integrate to time_h with parameter set `set` and the input rates in force
    add,           ///< amount into compartment cmt at once
    rate,          ///< input rate of compartment cmt becomes `value`
    reset,         ///< clock to time_h, states to their initial values (of `set`), no input, all on
    steady_state,  ///< apply steady_states[index]
    switch_off,    ///< compartment cmt off: state 0, inputs lost, no elimination
    switch_on,
    observe,  ///< emit record `index`
  };
  Kind kind = Kind::advance;
  int cmt = -1;    ///< 0-based
  int set = 0;     ///< parameter set (row of `sets`)
  int index = -1;  ///< record or steady state index
  double time_h = 0.0;
  double value = 0.0;  ///< amount (mg or umol, after F) or input rate (amount/h)
};

/// Steady state to be solved at a record: periodic bolus or infusion, or a constant infusion.
struct SteadyStateOp {
  enum class Kind { bolus, infusion, constant, endogenous };
  Kind kind = Kind::bolus;
  int cmt = -1;
  int set = 0;
  bool keep = false;  ///< SS = 2: added to the present state
  double ii_h = 0.0;
  double amount = 0.0;      ///< amount per interval after F
  double rate = 0.0;        ///< amount/h
  double duration_h = 0.0;  ///< of one infusion; may exceed ii_h
  double phase_h = 0.0;     ///< the state wanted is the periodic one this long after a dose enters
  int record = -1;
};

/// One line of the audit trail: everything that entered, began, ended or was discarded, and why.
struct AuditEntry {
  double time_h = 0.0;
  std::string event;  ///< "bolus", "infusion starts", "infusion ends", "reset", "steady state", ...
  int cmt = -1;
  double amt_mg = 0.0;  ///< amount of the record
  double F = 1.0;
  double entered = 0.0;  ///< amount that enters (mg), F applied
  double rate_mg_per_h = 0.0;
  double duration_h = 0.0;
  double lag_h = 0.0;
  bool F_by_hand = false, lag_by_hand = false;  ///< not the model's
  int copy = 0;                                 ///< 0 = the record itself, k = k-th additional dose
  int source_row = 0;
  std::string cause;  ///< "row 3", "line 12", "row 3, additional dose 2"
};

struct Timeline {
  std::string id;
  double start_h = 0.0;
  std::vector<TimelineOp> ops;
  std::vector<SteadyStateOp> steady_states;
  /// Parameter sets: individual inputs [parameters..., covariates..., DOSE] of each distinct set,
  /// sets[s * width + i].
  std::vector<double> sets;
  std::size_t width = 0;
  std::vector<AuditEntry> audit;

  std::span<const double> set(int s) const {
    return std::span(sets).subspan(static_cast<std::size_t>(s) * width, width);
  }
};

/// Compiles a subject's records for `model`. All rules of docs/dosing.md; all refusals in one run,
/// each naming row, item, value and rule. With `until_h` the course runs on to that time after the
/// last record; otherwise the last record is its end.
struct CompiledTimeline {
  Timeline timeline;
  Diagnostics diagnostics;
};
CompiledTimeline compile_timeline(const Model& model, const SubjectRecords& subject,
                                  CovariatePolicy policy, std::string_view file = {},
                                  std::optional<double> until_h = std::nullopt);

}  // namespace ketascope
