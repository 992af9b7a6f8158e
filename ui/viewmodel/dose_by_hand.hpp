// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "ketascope/io/scenario_file.hpp"
#include "ketascope/model/model.hpp"
#include "viewmodel/dose_choices.hpp"

namespace ketascope {

/// What the model has where nothing is set by hand for a dose.
struct ModelsOwn {
  double F = 1.0;      ///< of the whole dose
  double lag_h = 0.0;  ///< of the entry that begins first
  QString about;       ///< entry by entry, with the sources
};

/// For dose `dose` of a scenario; nothing where the dose is refused.
std::optional<ModelsOwn> modelsOwn(const ScenarioSpec& spec, std::size_t dose,
                                   const ModelPtr& model);

/// The compartments that take a dose, by the ids of their routes. All are available.
std::vector<DoseChoice> compartmentChoices(const Model& model);

/// Whether any dose has its own F or lag.
bool anySetByHand(const ScenarioSpec& spec);

}  // namespace ketascope
