// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ketascope/analysis/exponential_terms.hpp"
#include "ketascope/app/summary.hpp"

namespace ketascope {

/// What stands behind one curve.
struct CurveMaths {
  std::string scenario, model, output;
  std::string unit;                           ///< of coefficients and constants
  std::vector<ExponentialStretch> stretches;  ///< coefficients in `unit`
  std::string not_written;                    ///< why there are none
  std::vector<double> half_lives_h;           ///< of everything that the terms hold, slowest first

  /// Exposure over one interval once the doses have gone on for ever, to that after the first dose.
  struct Accumulation {
    double interval_h = 0, ratio = 0;
  };
  std::optional<Accumulation> accumulation;  ///< of the first dose that is repeated
  std::string no_accumulation;

  /// Time in which the concentration halves after a constant infusion of this length.
  struct HalfTime {
    double infusion_h = 0, half_time_h = 0;
  };
  std::vector<HalfTime> half_times;
  std::string half_time_route;  ///< the infusion's
  std::string half_time_dose;   ///< whose rate was taken, where the rate matters; else empty
  std::string no_half_times;    ///< why there are none
};

/// The mathematics of a column of a run. Nothing in it is an estimate: it is computed from the same
/// equations, parameters and subject as the curve.
CurveMaths curve_maths(const Run& run, std::size_t column, const DisplaySpec& display);

}  // namespace ketascope
