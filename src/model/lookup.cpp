// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <stdexcept>

#include "ketascope/model/model.hpp"

namespace ketascope {

namespace {

template <class Item>
int index_by_name(const std::vector<Item>& items, std::string_view name) {
  const auto found = std::ranges::find(items, name, &Item::name);
  return found == items.end() ? -1 : static_cast<int>(found - items.begin());
}

}  // namespace

int Model::compartment_index(std::string_view name) const {
  return index_by_name(compartments, name);
}

int Model::output_index(std::string_view name) const {
  return index_by_name(outputs, name);
}

int Model::parameter_index(std::string_view name) const {
  return index_by_name(parameters, name);
}

int Model::covariate_index(std::string_view name) const {
  return index_by_name(covariates, name);
}

int Model::definition_index(std::string_view name) const {
  return index_by_name(definitions, name);
}

const Route* Model::route(std::string_view route_id) const {
  const std::vector<Route>& among = freely_dosed(route_id) ? free_routes : routes;
  const auto found = std::ranges::find(among, route_id, &Route::id);
  return found == among.end() ? nullptr : &*found;
}

std::string free_route(std::string_view compartment) {
  return std::string(free_route_prefix).append(compartment);
}

std::optional<std::string_view> freely_dosed(std::string_view route) {
  if (!route.starts_with(free_route_prefix))
    return std::nullopt;
  return route.substr(free_route_prefix.size());
}

std::string_view to_text(Grade grade) {
  switch (grade) {
    case Grade::published:
      return "published";
    case Grade::composite:
      return "composite";
    case Grade::unverified:
      return "unverified";
    case Grade::reference:
      return "reference";
    case Grade::user:
      return "user";
  }
  throw std::logic_error("to_text: no such grade");
}

std::string_view to_text(DrugForm form) {
  switch (form) {
    case DrugForm::racemate:
      return "racemate";
    case DrugForm::S:
      return "S";
    case DrugForm::R:
      return "R";
  }
  throw std::logic_error("to_text: no such drug form");
}

std::string_view to_text(DoseBasis basis) {
  switch (basis) {
    case DoseBasis::base:
      return "base";
    case DoseBasis::hydrochloride:
      return "hydrochloride";
  }
  throw std::logic_error("to_text: no such dose basis");
}

}  // namespace ketascope
