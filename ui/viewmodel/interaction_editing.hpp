// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <set>
#include <string>
#include <vector>

#include "viewmodel/model_catalog.hpp"

namespace ketascope {

/// A perpetrator as a choice for a model.
struct InteractionChoice {
  std::string id;
  QString label;
  bool available = false;
  QString about;  ///< what it does, its grade and sources; why not, where the model has no enzyme
  QString note;   ///< the same in short, to stand beside it
  const PerpetratorSpec* perpetrator = nullptr;  ///< of the catalog
};

/// All perpetrators of the library, in its order.
std::vector<InteractionChoice> interactionChoices(const Model& model, const Catalog& catalog);

/// Ids of the models that something in the library acts on; what most acts on is first.
QStringList modelsWithInteractions(const Catalog& catalog);

/// The interaction that `spec` has with a perpetrator; null: none.
const InteractionSpec* interactionWith(const ScenarioSpec& spec, const std::string& perpetrator);

/// A perpetrator with the first regimen of its file.
InteractionSpec firstRegimen(const PerpetratorSpec& perpetrator);

/// The doses that an interaction stands for: its own, or those of its regimen.
std::vector<DoseSpec> dosesOf(const InteractionSpec& interaction,
                              const PerpetratorSpec& perpetrator);

/// Takes the interactions away that change nothing in `model`.
void dropIdleInteractions(ScenarioSpec& spec, const Model& model, const Catalog& catalog);

/// The scenario twice: as it is and, below, without interactions; named after what they take. The
/// second is the baseline.
ScenarioFile withAndWithout(ScenarioFile file, int scenario, const Catalog& catalog);

/// Covariates that can change a curve of the scenario: those that its doses meet on their way
/// through the model.
std::set<std::string> actingCovariates(const Model& model, const ScenarioSpec& spec);
/// All of a scenario that the answer depends on: working it out takes too long for every step of a
/// slider.
std::string actingKey(const ScenarioSpec& spec);

}  // namespace ketascope
