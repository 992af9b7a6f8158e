// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "viewmodel/model_catalog.hpp"

namespace ketascope {

/// One dose of `spec`, as often as it is given there, by every other route that the library
/// describes: by its own model where that has the route, else by the one that stands nearest (same
/// drug form, then a published route). Each scenario shows the drug's curve and is named after its
/// route and model.
std::vector<ScenarioSpec> byEveryOtherRoute(const ScenarioSpec& spec, std::size_t dose,
                                            const Catalog& catalog);

/// What those are compared with: `spec` with this dose and no other. None where it has no other.
std::optional<ScenarioSpec> doseAlone(const ScenarioSpec& spec, std::size_t dose,
                                      const Catalog& catalog);

}  // namespace ketascope
