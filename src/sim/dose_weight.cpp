// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/sim/dose_weight.hpp"

namespace ketascope {

// An adult, where neither scenario nor model gives a weight.
constexpr double standard_weight_kg = 70.0;

double dose_weight_kg(const std::map<std::string, Measure>& covariates, const Model* model) {
  if (const auto typed = covariates.find("WT"); typed != covariates.end()) {
    const auto kg = to_internal(typed->second, dimensions::body_mass);
    if (kg && *kg > 0.0)
      return *kg;
  }
  const int index = model == nullptr ? -1 : model->covariate_index("WT");
  return index < 0 ? standard_weight_kg
                   : model->covariates[static_cast<std::size_t>(index)].standard;
}

}  // namespace ketascope
