// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ketascope/io/scenario_file.hpp"
#include "ketascope/model/model.hpp"

namespace ketascope {

/// A value of a dose that a box offers: what the model can take, and for the rest the reason.
struct DoseChoice {
  std::string id;  ///< as in the file; empty = as the model counts its doses
  QString label;
  bool available = false;
  QString about;  ///< why not, or what follows from it
};

/// "racemate", "S-ketamine", "R-ketamine".
QString formName(std::string_view form);
/// "base", "hydrochloride".
QString basisName(std::string_view basis);

/// Whether doses of a form ("" = the model's own) can be given in a model.
bool takesForm(const Model& model, std::string_view form);

std::vector<DoseChoice> formChoices(const Model& model);
std::vector<DoseChoice> basisChoices(const Model& model);

/// Why a dose of this scenario cannot be at steady state; empty where it can.
QString steadyStateReason(const ScenarioSpec& spec, std::size_t dose, const Model& model);

/// An amount in another unit of amounts: mass or moles, total or per body weight; nothing where one
/// of them is no such unit, or where moles are asked for and the model states no molar mass.
std::optional<double> amountIn(const Measure& amount, const QString& unit, const Model* model,
                               double weightKg);
/// Why an amount in `from` cannot be converted to `to`; empty where it can.
QString doseUnitProblem(const QString& from, const QString& to, const Model* model);

/// "35 mg = 0.5 mg/kg at 70 kg", and what the model counts of it where that is another number;
/// empty where the amount cannot be read.
QString amountBeside(const DoseSpec& dose, const Model& model, double weightKg);

}  // namespace ketascope
