// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/bench/runner.hpp"

namespace ketascope::bench {

/// P1 as one would write it first: eigenvalues and vectors of each subject's matrix, and one
/// std::exp per mode and output time.
void plain_modes(const Problem& problem, Curves& out);

}  // namespace ketascope::bench
