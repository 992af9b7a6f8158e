// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <stop_token>

#include <tl/expected.hpp>

#include "ketascope/diagnostic/diagnostic.hpp"
#include "ketascope/sim/result.hpp"
#include "ketascope/sim/scenario.hpp"

namespace ketascope {

/// How a run is watched and ended, and on how many threads. Never changes a digit of the result.
struct RunControl {
  std::stop_token stop;
  std::function<void(double)>
      progress;     ///< called with a fraction in [0,1], from any thread, at most once per subject
  int threads = 0;  ///< 0 = all cores
  bool audit = true;  ///< false: no audit trail is kept, which takes less memory
};

/// Runs a scenario. Bad input comes back as diagnostics; numerical trouble is a status per subject.
tl::expected<Result, Diagnostics> simulate(const Scenario& scenario,
                                           const RunControl& control = {});

}  // namespace ketascope
