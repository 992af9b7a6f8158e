// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

#include "ketascope/model/model.hpp"
#include "ketascope/units/measure.hpp"

namespace ketascope {

/// Body weight that doses per kg refer to: as typed, else the model's standard, else 70 kg. So too
/// without a model (null), and while what is typed is no weight.
double dose_weight_kg(const std::map<std::string, Measure>& covariates, const Model* model);

}  // namespace ketascope
