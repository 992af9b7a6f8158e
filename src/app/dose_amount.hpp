// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ketascope/sim/scenario.hpp"

/// Typed doses in mg and hours, before any conversion to what the model counts.
namespace ketascope {

/// Body weight that doses per kg refer to.
double dose_weight_kg(const Scenario& scenario);

/// mg of a dose as typed; an amount of substance goes through the molar mass of the dosed analyte.
double typed_amount_mg(const DoseSpec& dose, const Scenario& scenario);

/// How long a dose of `amount_mg` lasts as typed; 0 when it is given at once.
double typed_duration_h(const DoseSpec& dose, const Scenario& scenario, double amount_mg);

}  // namespace ketascope
