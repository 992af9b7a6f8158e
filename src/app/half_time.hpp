// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>

#include <tl/expected.hpp>

#include "ketascope/sim/scenario.hpp"

namespace ketascope {

/// Start of the first dose of a scenario. The error says why there is none.
tl::expected<double, std::string> first_dose_h(const Scenario& scenario);

/// End of the last input that the doses of a scenario make. The error says why there is none.
tl::expected<double, std::string> end_of_input_h(const Scenario& scenario);

/// Time after `end_h` until an output is half of what it is at `end_h`: the context-sensitive
/// half-time when the input ends there. The sampling of `scenario` does not matter.
/// \param horizon_h how long after `end_h` it is looked for
/// \param tolerance of the half-time, as a part of it; 0: as exact as numbers of this size are
tl::expected<double, std::string> half_time_h(const Scenario& scenario, std::size_t output,
                                              double end_h, double horizon_h = 1e4,
                                              double tolerance = 0.0);

}  // namespace ketascope
