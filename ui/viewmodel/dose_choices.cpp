// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodel/dose_choices.hpp"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>
#include <algorithm>
#include <utility>

#include "ketascope/model/salt.hpp"
#include "ketascope/units/number.hpp"
#include "viewmodel/number_text.hpp"

namespace ketascope {
namespace {

constexpr int digits = 3;

QString tr(const char* text) {
  return QCoreApplication::translate("ketascope", text);
}

QString ofModel(const Model& model) {
  return QString::fromStdString(model.id);
}

/// mg that the model counts of a mg that is typed.
double countedPart(const DoseSpec& dose, const Model& model) {
  double part = 1.0;
  if (!dose.basis.empty() && dose.basis != to_text(model.basis)) {
    part = dose.basis == "hydrochloride" ? base_per_hydrochloride : 1.0 / base_per_hydrochloride;
  }
  return dose.form == "racemate" && model.form != DrugForm::racemate ? part / 2 : part;
}

std::optional<double> molarMassOf(const Model* model) {
  return model == nullptr || model->dose_analyte < 0
             ? std::nullopt
             : std::optional<double>(
                   model->analytes[static_cast<std::size_t>(model->dose_analyte)].molar_mass);
}

}  // namespace

QString formName(std::string_view form) {
  return form == "S"          ? tr("S-ketamine")
         : form == "R"        ? tr("R-ketamine")
         : form == "racemate" ? tr("racemate")
                              : QString::fromUtf8(form.data(), static_cast<qsizetype>(form.size()));
}

QString basisName(std::string_view basis) {
  return basis == "hydrochloride" ? tr("hydrochloride")
         : basis == "base"        ? tr("base")
                           : QString::fromUtf8(basis.data(), static_cast<qsizetype>(basis.size()));
}

bool takesForm(const Model& model, std::string_view form) {
  return form.empty() || form == to_text(model.form) || form == "racemate" ||
         (model.enantiomers_apart && (form == "S" || form == "R"));
}

std::vector<DoseChoice> formChoices(const Model& model) {
  const std::string_view own = to_text(model.form);
  std::vector<DoseChoice> choices{
      {"", tr("As the model: %1").arg(formName(own)), true, tr("What the model counts doses in")}};
  for (const char* form : {"racemate", "S", "R"}) {
    if (form == own) {
      continue;
    }
    DoseChoice choice{form, formName(form), takesForm(model, form), {}};
    if (!choice.available) {
      choice.about = tr("%1 is a model of %2. Choose a model of that form, or one that holds the "
                        "enantiomers apart.")
                         .arg(ofModel(model), formName(own));
    } else if (choice.id == "racemate") {
      choice.about =
          tr("Half of it is %1; %2 shows that half only.").arg(formName(own), ofModel(model));
    } else {
      choice.about = tr("All of it enters as %1.").arg(choice.label);
    }
    choices.push_back(std::move(choice));
  }
  return choices;
}

std::vector<DoseChoice> basisChoices(const Model& model) {
  const std::string_view own = to_text(model.basis);
  std::vector<DoseChoice> choices{
      {"", tr("As the model: %1").arg(basisName(own)), true, tr("What the model counts doses in")}};
  for (const char* basis : {"base", "hydrochloride"}) {
    if (basis != own) {
      choices.push_back({basis, basisName(basis), true,
                         tr("1 mg of the hydrochloride holds %1 mg of the base.")
                             .arg(numberText(base_per_hydrochloride, digits))});
    }
  }
  return choices;
}

QString steadyStateReason(const ScenarioSpec& spec, std::size_t dose, const Model& model) {
  if (dose >= spec.doses.size()) {
    return tr("There is no dose.");
  }
  if (!spec.interactions.empty()) {
    return tr(
        "What is taken beside begins at a time of its own; with it there is no schedule that "
        "has been running for ever.");
  }
  const bool earlier =
      std::any_of(spec.doses.begin(), spec.doses.begin() + static_cast<std::ptrdiff_t>(dose),
                  [](const DoseSpec& each) { return each.steady_state; });
  if (earlier && !model.kinetics.linear) {
    return tr("%1 is not linear, so that the steady states of two doses do not add up.")
        .arg(ofModel(model));
  }
  return {};
}

std::optional<double> amountIn(const Measure& amount, const QString& unit, const Model* model,
                               double weightKg) {
  auto from = parse_unit(amount.unit);
  auto to = parse_unit(unit.toStdString());
  if (!from || !to) {
    return std::nullopt;
  }
  const int fromPer = std::exchange(from->dimension.body_mass, 0);
  const int toPer = std::exchange(to->dimension.body_mass, 0);
  const auto total = convert(amount.value, *from, *to, molarMassOf(model));
  if (!total || fromPer < -1 || fromPer > 0 || toPer < -1 || toPer > 0) {
    return std::nullopt;
  }
  return fromPer == toPer ? *total : fromPer < toPer ? *total * weightKg : *total / weightKg;
}

QString doseUnitProblem(const QString& from, const QString& to, const Model* model) {
  const auto was = parse_unit(from.toStdString());
  const auto becomes = parse_unit(to.toStdString());
  if (!was || !becomes || was->dimension.molar == becomes->dimension.molar || molarMassOf(model)) {
    return {};
  }
  return tr(
      "The model states no molar mass of the drug, which a conversion between mass and "
      "moles needs.");
}

QString amountBeside(const DoseSpec& dose, const Model& model, double weightKg) {
  const auto unit = parse_unit(dose.amount.unit);
  if (!unit || !(weightKg > 0)) {
    return {};
  }
  const auto amount = amountIn(dose.amount, QStringLiteral("mg"), &model, weightKg);
  if (!amount) {
    return {};
  }
  const double mg = *amount;
  QString text = tr("%1 mg = %2 mg/kg at %3 kg")
                     .arg(numberText(mg, digits), numberText(mg / weightKg, digits),
                          exactNumberText(weightKg));
  if (const double part = countedPart(dose, model); part != 1.0) {
    text +=
        tr("; the model counts %1 mg %2")
            .arg(numberText(mg * part, digits),
                 QStringList{formName(to_text(model.form)), basisName(to_text(model.basis))}.join(
                     QLatin1Char(' ')));
  }
  return text;
}

}  // namespace ketascope
