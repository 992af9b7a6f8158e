// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include <tl/expected.hpp>

#include "ketascope/diagnostic/diagnostic.hpp"
#include "ketascope/sim/scenario.hpp"
#include "ketascope/sim/simulate.hpp"

namespace ketascope {

/// What a curve is to reach, and what of one dose may change for it.
struct TargetQuestion {
  enum class Quantity { peak, trough, average, time_in_range, value_at };
  enum class Vary { amount, rate, interval };

  std::string output;  ///< of the model
  Quantity quantity = Quantity::peak;
  Measure target;                                ///< of the output, or a time for time_in_range
  std::optional<Measure> range_low, range_high;  ///< of time_in_range; one may be absent
  Measure from{0.0, "h"}, to{24.0, "h"};         ///< where it is looked for; value_at: at `from`
  /// Instead: from the last of the dose's repeats to when the next would follow, whatever varies.
  bool last_interval = false;
  std::size_t dose = 0;  ///< of the schedule, from 0
  Vary vary = Vary::amount;
  Measure low, high;  ///< values that are tried
  bool operator==(const TargetQuestion&) const = default;
};

struct TargetAnswer {
  DoseSpec dose;           ///< the dose of the question with the value found
  Measure value;           ///< in the unit of the question's `low`, six digits
  Measure reached;         ///< with exactly this value, in the target's unit
  bool ambiguous = false;  ///< other values between the bounds reach it as well; this is the lowest
};

/// The dose with what varies set to `value`. A rate keeps how long the infusion lasts.
DoseSpec with_value(DoseSpec dose, TargetQuestion::Vary vary, const Measure& value);

/// The value between the bounds with which the target is reached. Codes: target.output
/// target.unit target.bounds target.window target.dose target.out_of_reach target.jump
/// target.cancelled, and those of simulate().
tl::expected<TargetAnswer, Diagnostics> find_dose(const Scenario& scenario,
                                                  const TargetQuestion& question,
                                                  const RunControl& control = {});

}  // namespace ketascope
