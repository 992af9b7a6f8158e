// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodel/route_comparison.hpp"

#include <QCoreApplication>
#include <algorithm>
#include <string_view>
#include <tuple>

#include "viewmodel/dose_choices.hpp"
#include "viewmodel/interaction_editing.hpp"
#include "viewmodel/scenario_editing.hpp"

namespace ketascope {
namespace {

bool isPublished(const Model& model, const Route& route) {
  return route.grade.empty() ? model.grade == Grade::published : route.grade == "published";
}

/// The model to take for a route: `own` if it has it, else one that takes the drug form.
const Model* modelFor(const std::string& route, std::string_view form, const Model& own,
                      const Catalog& catalog) {
  if (own.route(route) != nullptr) {
    return &own;
  }
  const Model* best = nullptr;
  const auto rank = [&](const Model& model) {
    return std::tuple(!takesForm(model, form), model.form != own.form,
                      !isPublished(model, *model.route(route)));
  };
  for (const CatalogEntry& entry : catalog.entries) {
    if (entry.model && entry.model->route(route) != nullptr &&
        (best == nullptr || rank(*entry.model) < rank(*best))) {
      best = entry.model.get();
    }
  }
  return best;
}

/// The drug's own concentration: the first that the model computes.
std::vector<std::string> drugOnly(const Model& model) {
  for (const Output& output : model.outputs) {
    if (output.kind == "concentration" || output.kind.empty()) {
      return {output.name};
    }
  }
  return {};
}

}  // namespace

std::optional<ScenarioSpec> doseAlone(const ScenarioSpec& spec, std::size_t dose,
                                      const Catalog& catalog) {
  if (dose >= spec.doses.size() || spec.doses.size() == 1) {
    return std::nullopt;
  }
  ScenarioSpec alone = spec;
  alone.doses = {spec.doses[dose]};
  alone.visible = true;
  alone.name = QCoreApplication::translate("ketascope", "%1, dose %2 alone")
                   .arg(scenarioTitle(spec, catalog.find(spec.model)))
                   .arg(dose + 1)
                   .toStdString();
  return alone;
}

std::vector<ScenarioSpec> byEveryOtherRoute(const ScenarioSpec& spec, std::size_t dose,
                                            const Catalog& catalog) {
  const Model* own = catalog.find(spec.model);
  if (own == nullptr || dose >= spec.doses.size()) {
    return {};
  }
  std::vector<ScenarioSpec> found;
  for (const RouteChoice& choice : routeChoices(*own, catalog)) {
    const std::string& typed = spec.doses[dose].form;
    const Model* model =
        modelFor(choice.id, typed.empty() ? to_text(own->form) : typed, *own, catalog);
    if (choice.id == spec.doses[dose].route || model == nullptr) {
      continue;
    }
    ScenarioSpec next = model == own ? spec : adaptToModel(spec, *model, own);
    dropIdleInteractions(next, *model, catalog);
    DoseSpec one = spec.doses[dose];
    one.route = choice.id;
    one.F.reset();  // meant for its own route
    one.lag.reset();
    one.form = next.doses[dose].form;
    one.basis = next.doses[dose].basis;
    if (!model->route(choice.id)->infusion) {
      one.duration.reset();
      one.rate.reset();
    }
    next.doses = {one};
    next.effects.clear();
    next.style = {};  // two curves that look alike are no comparison
    next.outputs = drugOnly(*model);
    next.visible = true;
    ScenarioSpec asked = spec;
    asked.doses = {spec.doses[dose]};
    const bool other = model != own && !changedDrug(asked, *model, own).isEmpty();
    const QString of = QString::fromStdString(model->id);
    next.name = QStringLiteral("%1 (%2)")
                    .arg(QString::fromStdString(choice.label),
                         other ? QCoreApplication::translate("ketascope", "%1, as %2")
                                     .arg(of, formName(to_text(model->form)))
                               : of)
                    .toStdString();
    found.push_back(std::move(next));
  }
  return found;
}

}  // namespace ketascope
