// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <memory>
#include <string>
#include <vector>

#include "ketascope/app/disagreement.hpp"
#include "ketascope/io/observation_file.hpp"

namespace ketascope {

/// One dose for every model, with how it is to be shown; by value.
struct DisagreementRequest {
  ModelQuestion question;
  DisplaySpec display;
  Library library{{}};
  std::vector<EffectBand> bands;
  std::shared_ptr<const std::vector<Observation>> observations;  ///< null = none are drawn
  Words words;
  std::string title;
  std::vector<std::string> notes;  ///< what the question leaves out of the scenario
};

struct DisagreementOutcome {
  Disagreement found;  ///< empty when nothing answers
  Figure figure;
  std::vector<std::string> notes;  ///< what was assumed, grades with reasons, sources
  Diagnostics diagnostics;         ///< why there is no answer
};

/// Asks every model. Never throws.
DisagreementOutcome askEveryModel(const DisagreementRequest& request, const RunControl& control);

/// The question that one dose of a scenario asks: its amount, route, weight, age and time shown.
/// With `ownForms` every model takes the dose as its own drug form, else as that of `model`.
DisagreementRequest questionOf(const ScenarioSpec& spec, std::size_t dose, const Model& model,
                               bool ownForms);

/// "0.5 mg/kg racemate, intravenous over 40 min, 70 kg".
QString questionText(const ModelQuestion& question, const Model& model);

}  // namespace ketascope
