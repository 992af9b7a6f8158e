// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodel/route_comparison.hpp"

#include <algorithm>
#include <tuple>

#include "viewmodel/interaction_editing.hpp"
#include "viewmodel/scenario_editing.hpp"

namespace ketascope {
namespace {

bool isPublished(const Model& model, const Route& route) {
  return route.grade.empty() ? model.grade == Grade::published : route.grade == "published";
}

/// The model to take for a route: `own` if it has it.
const Model* modelFor(const std::string& route, const Model& own, const Catalog& catalog) {
  if (own.route(route) != nullptr) {
    return &own;
  }
  const Model* best = nullptr;
  const auto rank = [&](const Model& model) {
    return std::tuple(model.form != own.form, !isPublished(model, *model.route(route)));
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

std::vector<ScenarioSpec> byEveryOtherRoute(const ScenarioSpec& spec, std::size_t dose,
                                            const Catalog& catalog) {
  const Model* own = catalog.find(spec.model);
  if (own == nullptr || dose >= spec.doses.size()) {
    return {};
  }
  std::vector<ScenarioSpec> found;
  for (const RouteChoice& choice : routeChoices(*own, catalog)) {
    const Model* model = modelFor(choice.id, *own, catalog);
    if (choice.id == spec.doses[dose].route || model == nullptr) {
      continue;
    }
    ScenarioSpec next = model == own ? spec : adaptToModel(spec, *model);
    dropIdleInteractions(next, *model, catalog);
    DoseSpec one = spec.doses[dose];
    one.route = choice.id;
    one.repeats = 0;
    one.interval.reset();
    one.steady_state = false;
    one.form.clear();
    if (!model->route(choice.id)->infusion) {
      one.duration.reset();
      one.rate.reset();
    }
    next.doses = {one};
    next.effects.clear();
    next.outputs = drugOnly(*model);
    next.visible = true;
    next.name = QStringLiteral("%1 (%2)")
                    .arg(QString::fromStdString(choice.label), QString::fromStdString(model->id))
                    .toStdString();
    found.push_back(std::move(next));
  }
  return found;
}

}  // namespace ketascope
