// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <future>
#include <utility>
#include <vector>

#include "ketascope/expr/program.hpp"

namespace ketascope {

/// What a solver of differential equations goes through again and again. Input vectors as in
/// Kinetics; `constants` are those of this system.
struct OdeSystem {
  std::size_t states = 0, constant_count = 0;
  Program constants;  ///< individual -> constants
  Program rhs;        ///< running -> d(state)/dt, without dose input
  Program jacobian;   ///< running -> one value per jacobian_entries, then, if rhs_uses_time,
                      ///< d(rhs)/dTIME (states)

  std::size_t running_inputs() const { return constant_count + 1 + states; }
};

/// The compiled equations of a model. Two kinds of input vector:
///   individual = [parameters..., covariates..., DOSE]     DOSE = AMT of the dose record, mg
///   running    = [constants..., TIME, states...]          constants = hoisted by `constants`
/// Everything is in internal units (mg or umol, L, h, kg).
struct Kinetics {
  struct Entry {
    int row, col;
    bool operator==(const Entry&) const = default;
  };

  std::size_t states = 0, parameters = 0, covariates = 0, outputs = 0, constant_count = 0;

  Program constants;  ///< individual -> constants: all state- and time-independent sub-expressions
  Program definitions;  ///< individual -> the definitions with constant_between_events, in order
  Program dosing;   ///< individual -> [F, ALAG, D, R] per compartment (4*states; defaults 1 0 0 1)
  Program initial;  ///< individual -> states
  Program observe;  ///< running -> outputs
  std::vector<Entry> jacobian_entries;  ///< places of d(rhs)/d(state) that can be other than zero

  /// Compiled when it is first asked for, by any thread: a linear model is solved without.
  const OdeSystem& ode() const { return deferred_ode.get(); }
  std::shared_future<OdeSystem> deferred_ode;

  bool linear = false;    ///< rhs = A x + b with A, b constant between events
  Program linear_system;  ///< individual -> one value per jacobian_entries (A), then b (states)
  bool outputs_linear = false;  ///< every output = C x + c, constant between events
  std::vector<Entry> output_entries;
  Program output_system;  ///< individual -> one value per output_entries (C), then c (outputs)
  bool outputs_use_time = false, rhs_uses_time = false;

  std::vector<double> dose_factor;  ///< mg of dose -> amount in that compartment (1 or umol/mg)

  std::size_t individual_inputs() const { return parameters + covariates + 1; }
  std::size_t running_inputs() const { return constant_count + 1 + states; }
};

}  // namespace ketascope
