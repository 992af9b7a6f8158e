// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "viewmodel/model_catalog.hpp"

namespace ketascope {

/// A first scenario for a model: its first route with a dose that fits, its typical patient, eight
/// hours.
ScenarioSpec defaultScenario(const Model& model);

/// `spec` moved to another model: keeps what the new one understands; a route that it lacks becomes
/// its first, an infusion where there is none becomes a single dose, covariates it does not know
/// go. Doses stay the same drug where the new model can take it: what was unsaid because it was the
/// form and salt of `from`, the model that they were meant for, is said where the new one differs.
ScenarioSpec adaptToModel(ScenarioSpec spec, const Model& model, const Model* from = nullptr);
/// Gives a dose by a route: what was set by hand for another one goes, and so does an infusion that
/// the route does not take.
void giveBy(DoseSpec& dose, const Route& route);

/// What becomes of doses that the new model cannot take as the drug that they were; empty where it
/// takes all of them.
QString changedDrug(const ScenarioSpec& spec, const Model& model, const Model* from);

/// What the parameters of an effect begin with in a model that it was put into: "olofsen2022_".
std::string effectPrefix(std::string_view id);
/// Other effects; what was set for those that go goes with them.
void chooseEffects(ScenarioSpec& spec, const std::vector<std::string>& ids);

/// A dose to add to a schedule: the last one once more, two hours after its start.
DoseSpec nextDose(const ScenarioSpec& spec, const Model& model);

/// An infusion that begins where a dose of the schedule ends (its last repeat, where it has any),
/// of the same amount; or why there can be none.
tl::expected<DoseSpec, QString> infusionAfter(const ScenarioSpec& spec, std::size_t dose,
                                              const Model& model);

/// The name as given, or one made of the dose: "0.5 mg/kg intravenous over 40 min".
QString scenarioTitle(const ScenarioSpec& spec, const Model* model);

/// A name that no scenario of the document bears yet: "x (copy)", "x (copy 2)".
std::string freeCopyName(const ScenarioFile& document, const QString& name);

/// Units offered for a quantity, the model's own first.
QStringList doseUnits(bool perWeight = true);
QStringList timeUnits();
QStringList weightUnits();
QStringList unitsFor(const Covariate& covariate);

/// What a field of the form is called in diagnostics: "model", "route", "amount", "duration",
/// "repeats", "interval", "start", "until", "WT" or another covariate; empty when it concerns none
/// of them.
std::string fieldOf(const Diagnostic& diagnostic, const Model* model);

}  // namespace ketascope
