// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ketascope/diagnostic/diagnostic.hpp"
#include "ketascope/units/measure.hpp"

namespace ketascope {

/// A dose straight into a compartment has this before the compartment's name as its route.
inline constexpr std::string_view free_route_prefix = "compartment:";

/// Route id of a dose straight into a compartment.
std::string free_route(std::string_view compartment);
/// The compartment that such a route id names; nothing for a route of the model.
std::optional<std::string_view> freely_dosed(std::string_view route);

/// One line of a schedule as a person types it: an amount by a route, at a time, perhaps repeated.
/// Amounts may be per body weight ("0.5 mg/kg"); they are resolved against the subject.
struct DoseSpec {
  std::string route;                ///< route id of the model, e.g. "iv", or free_route()
  Measure amount;                   ///< mg, mg/kg, umol ...
  Measure start{0.0, "h"};          ///< time after the start of the scenario
  std::optional<Measure> duration;  ///< infusion by duration
  std::optional<Measure> rate;  ///< infusion by rate (mg/h, mg/kg/h, ug/kg/min); not with duration
  int repeats = 0;              ///< further doses after the first (ADDL)
  std::optional<Measure> interval;  ///< needed when repeats > 0 or steady_state
  bool steady_state = false;        ///< the schedule has been running for ever (SS = 1)
  std::string form;                 ///< "", "racemate", "S", "R": empty = as the model's doses
  std::string basis;                ///< "", "base", "hydrochloride": empty = as the model's doses
  std::optional<Measure> F;         ///< part of the dose that enters, instead of the model's
  std::optional<Measure> lag;       ///< before it enters, instead of the model's ALAG
  SourceLocation at;                ///< where it was typed, for the audit trail

  /// The same dose, wherever it was typed.
  bool operator==(const DoseSpec& other) const {
    return route == other.route && amount == other.amount && start == other.start &&
           duration == other.duration && rate == other.rate && repeats == other.repeats &&
           interval == other.interval && steady_state == other.steady_state && form == other.form &&
           basis == other.basis && F == other.F && lag == other.lag;
  }
};

}  // namespace ketascope
