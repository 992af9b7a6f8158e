// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "ketascope/diagnostic/diagnostic.hpp"
#include "ketascope/dosing/event.hpp"
#include "ketascope/model/dose_spec.hpp"
#include "ketascope/model/model.hpp"
#include "ketascope/units/measure.hpp"

namespace ketascope {

/// Who is treated: covariates by name, as typed ("WT" -> 70 kg). WT is used for doses per kg even
/// when the model does not need it (then 70 kg unless given).
struct Subject {
  std::map<std::string, Measure> covariates;
  bool operator==(const Subject&) const = default;
};

struct Sampling {
  Measure until{24.0, "h"};
  std::optional<Measure> step;  ///< regular grid; without it a dense grid made for plotting
  int points = 1200;            ///< of the plotting grid
  std::vector<double> times_h;  ///< instead of a grid: exactly these (plus both sides at jumps)
  bool operator==(const Sampling&) const = default;
};

struct SolverOptions {
  enum class Kind { automatic, linear, ode };
  enum class Stepper { automatic, dopri5, rosenbrock4 };
  Kind kind = Kind::automatic;
  Stepper stepper = Stepper::automatic;
  double rtol = 1e-9;
  double atol = 1e-12;        ///< relative to the largest dose (amounts), absolute otherwise
  int max_steps = 1'000'000;  ///< between two events
  bool operator==(const SolverOptions&) const = default;
};

using Schedule = std::vector<DoseSpec>;          ///< typed by a person
using EventTable = std::vector<SubjectRecords>;  ///< read from NONMEM-style records

/// Everything a simulation depends on. On the same build the result is the same to the last bit.
struct Scenario {
  std::string name;
  ModelPtr model;
  std::map<std::string, Measure> parameters;  ///< overrides of the model's values
  Subject subject;
  std::variant<Schedule, EventTable> regimen;
  Sampling sampling;
  SolverOptions solver;
  CovariatePolicy covariates = CovariatePolicy::locf;
  std::uint64_t seed = 0;
  std::string events_file;  ///< where an event table was read; named in messages
  Diagnostics notices;      ///< of reading it; handed on in Result::warnings
};

/// The dosing records that a schedule stands for: one record per dose and entry compartment of its
/// route, amounts resolved against the subject. Problems name the dose and say what is possible.
struct ResolvedScenario {
  EventTable subjects;
  Diagnostics diagnostics;  ///< errors: nothing may be simulated; warnings: to be shown
};
ResolvedScenario resolve(const Scenario& scenario);

}  // namespace ketascope
