// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "ketascope/model/model.hpp"
#include "ketascope/sim/simulate.hpp"

namespace ketascope {

struct CheckOutcome {
  std::string model, check, kind, source, evidence, unit;
  double expected = 0, obtained = 0, tolerance = 0;  ///< in `unit`; tolerance absolute
  bool passed = false;
  std::string problem;  ///< why it could not be run, else empty
};

/// Runs every [[checks]] entry of a model; after a stop, those up to there.
std::vector<CheckOutcome> verify(const ModelPtr& model, const RunControl& control = {});

/// Whether every check passes; stops at the first that does not.
bool passes_all_checks(const ModelPtr& model);

}  // namespace ketascope
