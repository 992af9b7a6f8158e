// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "ketascope/diagnostic/diagnostic.hpp"
#include "ketascope/sim/scenario.hpp"

namespace ketascope {

/// coefficient * exp(-rate_per_h * (t - from_h)), in internal units of the output.
struct ExponentialTerm {
  double coefficient = 0.0;
  double rate_per_h = 0.0;  ///< 0: what stays, or has not begun to leave
};

/// A piece of a curve between two events, written out:
/// y(t) = constant + sum of the terms, from_h <= t <= to_h.
struct ExponentialStretch {
  double from_h = 0.0, to_h = 0.0;
  double constant = 0.0;               ///< what the curve would settle at
  std::vector<ExponentialTerm> terms;  ///< slowest first; those that vanish are left out
  std::string unwritten;               ///< why it is no plain sum; then there are no terms
};

/// The pieces of exactly one curve of a scenario (first subject), in order; pieces of no length are
/// left out. Rates that are equal or nearly so, and oscillations, are no plain sum of exponentials;
/// such a piece says so.
/// Errors: those of resolve() and compile_timeline(); terms.not_linear.
tl::expected<std::vector<ExponentialStretch>, Diagnostics> exponential_terms(
    const Scenario& scenario, std::size_t output);

}  // namespace ketascope
