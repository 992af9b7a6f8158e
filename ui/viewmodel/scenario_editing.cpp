// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodel/scenario_editing.hpp"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "ketascope/sim/dose_weight.hpp"
#include "ketascope/units/measure.hpp"
#include "viewmodel/dose_choices.hpp"
#include "viewmodel/words_in_use.hpp"

namespace ketascope {
namespace {

QString tr(const char* text) {
  return QCoreApplication::translate("ketascope", text);
}

/// Form of a dose that was meant for `from`; empty where nobody says.
std::string formOf(const DoseSpec& dose, const Model* from) {
  return !dose.form.empty() || from == nullptr ? dose.form : std::string(to_text(from->form));
}

void keepDrug(DoseSpec& dose, const Model& model, const Model* from) {
  const std::string form = formOf(dose, from);
  const std::string basis =
      !dose.basis.empty() || from == nullptr ? dose.basis : std::string(to_text(from->basis));
  dose.form = takesForm(model, form) && form != to_text(model.form) ? form : std::string();
  dose.basis = basis != to_text(model.basis) ? basis : std::string();
}

QString copyName(const QString& name, int k) {
  return k == 1 ? tr("%1 (copy)").arg(name) : tr("%1 (copy %2)").arg(name).arg(k);
}

}  // namespace

ScenarioSpec defaultScenario(const Model& model) {
  ScenarioSpec spec;
  spec.model = model.id;
  spec.subject["WT"] = {dose_weight_kg({}, &model), "kg"};
  spec.sampling.until = {8.0, "h"};
  DoseSpec dose;
  dose.amount = {0.5, "mg/kg"};
  if (!model.routes.empty()) {
    const Route& route = model.routes.front();
    dose.route = route.id;
    if (route.infusion) {
      dose.duration = Measure{40.0, "min"};
    }
  }
  spec.doses.push_back(dose);
  return spec;
}

void giveBy(DoseSpec& dose, const Route& route) {
  if (dose.route != route.id) {  // what was set by hand was meant for the other route
    dose.F.reset();
    dose.lag.reset();
  }
  dose.route = route.id;
  if (!route.infusion) {
    dose.duration.reset();
    dose.rate.reset();
  }
}

ScenarioSpec adaptToModel(ScenarioSpec spec, const Model& model, const Model* from) {
  spec.model = model.id;
  spec.parameters.clear();
  std::erase_if(spec.outputs,
                [&](const std::string& name) { return model.output_index(name) < 0; });
  std::erase_if(spec.style.curves,
                [&](const auto& curve) { return model.output_index(curve.first) < 0; });
  std::erase_if(spec.subject, [&](const auto& entry) {
    return entry.first != "WT" && model.covariate_index(entry.first) < 0;
  });
  std::erase_if(spec.categories, [&](const auto& entry) {
    const int index = model.covariate_index(entry.first);
    return index < 0 ||
           !model.covariates[static_cast<std::size_t>(index)].categories.contains(entry.second);
  });
  for (DoseSpec& dose : spec.doses) {
    const Route* route = model.route(dose.route);
    if (route == nullptr && !model.routes.empty()) {
      route = &model.routes.front();
    }
    if (route != nullptr) {
      giveBy(dose, *route);
    }
    keepDrug(dose, model, from);
  }
  return spec;
}

std::string effectPrefix(std::string_view id) {
  std::string prefix(id);
  std::ranges::replace(prefix, '-', '_');
  return prefix + '_';
}

void chooseEffects(ScenarioSpec& spec, const std::vector<std::string>& ids) {
  for (const std::string& old : spec.effects) {
    if (std::ranges::find(ids, old) == ids.end()) {
      std::erase_if(spec.parameters, [prefix = effectPrefix(old)](const auto& parameter) {
        return parameter.first.starts_with(prefix);
      });
    }
  }
  spec.effects = ids;
}

QString changedDrug(const ScenarioSpec& spec, const Model& model, const Model* from) {
  for (const DoseSpec& dose : spec.doses) {
    const std::string form = formOf(dose, from);
    if (!takesForm(model, form)) {
      return tr("%1 takes %2 only: the same amounts, until now %3, count as that.")
          .arg(QString::fromStdString(model.id), formName(to_text(model.form)), formName(form));
    }
  }
  return {};
}

DoseSpec nextDose(const ScenarioSpec& spec, const Model& model) {
  if (spec.doses.empty()) {
    return defaultScenario(model).doses.front();
  }
  DoseSpec dose = spec.doses.back();
  const auto start_h = to_internal(dose.start, dimensions::time);
  dose.start = {start_h.value_or(0.0) + 2.0, "h"};
  return dose;
}

namespace {

/// Of one dose, whether it is given over a time or at a rate.
double lastsH(const DoseSpec& dose, const Model& model, double weightKg) {
  if (dose.duration) {
    return to_internal(*dose.duration, dimensions::time).value_or(0.0);
  }
  const auto rate = dose.rate ? parse_unit(dose.rate->unit) : parse_unit("?");
  if (!rate || !(dose.rate->value > 0.0)) {
    return 0.0;
  }
  // The amount in the rate's own mass, per body weight or not.
  const auto perHour = parse_unit(rate->dimension.body_mass < 0 ? "mg/kg/h" : "mg/h");
  const auto amount = amountIn(
      dose.amount, rate->dimension.body_mass < 0 ? QStringLiteral("mg/kg") : QStringLiteral("mg"),
      &model, weightKg);
  const auto given = convert(dose.rate->value, *rate, *perHour);
  return amount && given ? *amount / *given : 0.0;
}

}  // namespace

tl::expected<DoseSpec, QString> infusionAfter(const ScenarioSpec& spec, std::size_t dose,
                                              const Model& model) {
  if (dose >= spec.doses.size()) {
    return tl::unexpected(tr("Choose a dose in the table first."));
  }
  const DoseSpec& first = spec.doses[dose];
  if (first.steady_state) {
    return tl::unexpected(tr("A dose at steady state goes on for ever."));
  }
  const Route* own = model.route(first.route);
  const auto takes = [](const Route& route) { return route.infusion && route.interaction.empty(); };
  const auto other = std::ranges::find_if(model.routes, takes);
  const Route* route = own != nullptr && takes(*own) ? own
                       : other == model.routes.end() ? nullptr
                                                     : &*other;
  if (route == nullptr) {
    return tl::unexpected(tr("The model has no route that takes an infusion."));
  }
  const auto hours = [](const Measure& measure) {
    return to_internal(measure, dimensions::time).value_or(0.0);
  };
  const double end = hours(first.start) +
                     (first.interval ? first.repeats * hours(*first.interval) : 0.0) +
                     lastsH(first, model, dose_weight_kg(spec.subject, &model));
  DoseSpec next = first;
  giveBy(next, *route);
  next.repeats = 0;
  next.interval.reset();
  next.rate.reset();
  next.duration = Measure{60.0, "min"};
  // Whole minutes are written as such: a third of an hour has no end in hours.
  const double minutes = std::round(end * 60.0 * 1000.0) / 1000.0;
  next.start =
      std::fmod(minutes, 60.0) == 0.0 ? Measure{minutes / 60.0, "h"} : Measure{minutes, "min"};
  return next;
}

QString scenarioTitle(const ScenarioSpec& spec, const Model* model) {
  if (!spec.name.empty()) {
    return QString::fromStdString(spec.name);
  }
  if (!spec.events.empty()) {
    return QString::fromStdString(spec.model + ": " + spec.events);
  }
  if (spec.doses.empty()) {
    return QString::fromStdString(spec.model);
  }
  const DoseSpec& dose = spec.doses.front();
  const Route* route = model == nullptr ? nullptr : model->route(dose.route);
  QString amount = inWords(to_text(dose.amount));
  if (!dose.form.empty()) {
    amount += QLatin1Char(' ') + formName(dose.form);
  }
  if (!dose.basis.empty()) {
    amount += QLatin1Char(' ') + basisName(dose.basis).toLower();
  }
  QString title =
      QStringLiteral("%1: %2 %3")
          .arg(QString::fromStdString(spec.model), amount,
               inWords(route != nullptr && !route->label.empty() ? route->label : dose.route));
  if (dose.duration) {
    title = tr("%1 over %2").arg(title, inWords(to_text(*dose.duration)));
  }
  if (dose.repeats > 0 && dose.interval) {
    title = tr("%1, %2 doses every %3")
                .arg(title)
                .arg(dose.repeats + 1)
                .arg(inWords(to_text(*dose.interval)));
  }
  if (spec.doses.size() > 1) {
    title = tr("%1 and more").arg(title);
  }
  QStringList beside;
  for (const InteractionSpec& interaction : spec.interactions) {
    beside << QString::fromStdString(interaction.perpetrator);
  }
  if (!beside.isEmpty()) {
    title = tr("%1, with %2").arg(title, beside.join(QStringLiteral(" + ")));
  }
  return title;
}

std::string freeCopyName(const ScenarioFile& document, const QString& name) {
  for (int k = 1;; ++k) {
    const std::string wanted = copyName(name, k).toStdString();
    if (std::ranges::find(document.scenarios, wanted, &ScenarioSpec::name) ==
        document.scenarios.end()) {
      return wanted;
    }
  }
}

QStringList doseUnits(bool perWeight) {
  QStringList units{QStringLiteral("mg"), QStringLiteral("ug"), QStringLiteral("umol")};
  if (perWeight) {
    units = QStringList{QStringLiteral("mg/kg"), QStringLiteral("ug/kg")} + units;
  }
  return units;
}

QStringList timeUnits() {
  return {QStringLiteral("min"), QStringLiteral("h"), QStringLiteral("day")};
}

QStringList weightUnits() {
  return {QStringLiteral("kg"), QStringLiteral("lb"), QStringLiteral("st")};
}

QStringList unitsFor(const Covariate& covariate) {
  if (covariate.unit.dimension == dimensions::body_mass) {
    return weightUnits();
  }
  QStringList units{QString::fromStdString(covariate.unit_text)};
  if (covariate.unit.dimension == dimensions::length) {
    units << QStringLiteral("cm") << QStringLiteral("m");
  }
  if (covariate.unit.dimension == dimensions::time) {
    units << QStringLiteral("year") << QStringLiteral("month") << QStringLiteral("week");
  }
  units.removeIf(
      [](const QString& unit) { return !unit.isEmpty() && !parse_unit(unit.toStdString()); });
  units.removeDuplicates();
  return units;
}

std::string fieldOf(const Diagnostic& diagnostic, const Model* model) {
  using Pair = std::pair<std::string_view, std::string_view>;
  static constexpr std::array codes{Pair{"scenario.weight", "WT"},
                                    Pair{"scenario.until", "until"},
                                    Pair{"scenario.dose_after_end", "until"},
                                    Pair{"scenario.route", "route"},
                                    Pair{"scenario.negative", "amount"},
                                    Pair{"scenario.F", "F"},
                                    Pair{"scenario.duration", "duration"},
                                    Pair{"scenario.no_infusion", "duration"},
                                    Pair{"scenario.rate", "duration"},
                                    Pair{"scenario.rate_and_duration", "duration"},
                                    Pair{"scenario.repeats", "repeats"},
                                    Pair{"scenario.interval", "interval"},
                                    Pair{"model.not_found", "model"}};
  for (const auto& [code, field] : codes) {
    if (diagnostic.code == code) {
      return std::string(field);
    }
  }
  // The others name the quantity: "AGE = 130 year: ...".
  const auto named = [&](std::string_view name) {
    const std::size_t at = diagnostic.message.find(std::string(name) + " ");
    return at != std::string::npos && (at == 0 || diagnostic.message[at - 1] == ' ');
  };
  if (model != nullptr) {
    for (const Covariate& covariate : model->covariates) {
      if (named(covariate.name)) {
        return covariate.name;
      }
    }
  }
  for (const std::string_view field : {"WT", "amount", "duration", "interval", "start", "until"}) {
    if (named(field)) {
      return std::string(field);
    }
  }
  return {};
}

}  // namespace ketascope
