// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "ketascope/sim/scenario.hpp"

namespace ketascope {

/// One output of one subject, internal units. Jumps have both sides.
struct OutputCurve {
  std::vector<double> time_h, value;
};

/// The first error of a list in words.
std::string first_message(const Diagnostics& problems);

/// An output of the first subject of a scenario. The error says why the run did not complete.
tl::expected<OutputCurve, std::string> output_curve(const Scenario& scenario, std::size_t output);

/// The same on a grid of `points` up to a time.
tl::expected<OutputCurve, std::string> output_on_grid(Scenario scenario, std::size_t output,
                                                      double until_h, int points);

/// The same at exactly these times, besides the jumps; a run that would end at its start has a row
/// more.
tl::expected<OutputCurve, std::string> output_at_times(Scenario scenario, std::size_t output,
                                                       std::vector<double> times_h);

/// `count` times from the first to the last.
std::vector<double> evenly(double from, double to, int count);

/// Value of the last row at or before a time: after a dose given at that time.
double value_after(const OutputCurve& curve, double time_h);

}  // namespace ketascope
