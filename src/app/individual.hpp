// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "ketascope/model/model.hpp"

namespace ketascope {

/// Input of the programs in Kinetics that take an individual: typical parameters, covariates (the
/// standard ones when none are given), DOSE.
std::vector<double> individual_inputs(const Model& model, std::span<const double> covariates,
                                      double dose_mg);

}  // namespace ketascope
