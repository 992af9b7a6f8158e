// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "ketascope/app/validate.hpp"

namespace ketascope {

/// What a mechanistic model of ketamine has to give whatever its numbers: ratios of metabolites by
/// route, recovery in urine, bioavailability by route. What the model has no output or route for is
/// left out.
std::vector<StructuralCheck> structural_checks(const Studies& studies, const Library& library);

}  // namespace ketascope
