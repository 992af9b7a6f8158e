// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dose_amount.hpp"

#include "ketascope/sim/dose_weight.hpp"

namespace ketascope {

double dose_weight_kg(const Scenario& scenario) {
  return dose_weight_kg(scenario.subject.covariates, scenario.model.get());
}

double typed_amount_mg(const DoseSpec& dose, const Scenario& scenario) {
  const auto unit = parse_unit(dose.amount.unit);
  if (!unit) {
    return 0.0;
  }
  const Model& model = *scenario.model;
  std::optional<double> molar_mass;
  if (model.dose_analyte >= 0) {
    molar_mass = model.analytes[static_cast<std::size_t>(model.dose_analyte)].molar_mass;
  }
  const bool per_weight = unit->dimension.body_mass == -1;
  const Unit target{1.0, per_weight ? dimensions::mass_per_body_mass : dimensions::drug_mass};
  const double amount = convert(dose.amount.value, *unit, target, molar_mass).value_or(0.0);
  return per_weight ? amount * dose_weight_kg(scenario) : amount;
}

double typed_duration_h(const DoseSpec& dose, const Scenario& scenario, double amount_mg) {
  if (dose.duration) {
    return to_internal(*dose.duration, dimensions::time).value_or(0.0);
  }
  if (dose.rate) {
    const auto rate = to_internal(*dose.rate);
    const auto unit = parse_unit(dose.rate->unit);
    if (rate && unit && *rate > 0.0) {
      const double mg_per_h =
          unit->dimension.body_mass == -1 ? *rate * dose_weight_kg(scenario) : *rate;
      return amount_mg / mg_per_h;
    }
  }
  return 0.0;
}

}  // namespace ketascope
