// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <memory>
#include <utility>

#include "ketascope/model/model.hpp"
#include "model/context.hpp"

namespace ketascope {

namespace {

/// An enzyme is two definitions: its activity, 1 as long as nothing acts on it, and its turnover.
ModelSpec with_enzymes_defined(ModelSpec spec) {
  for (const EnzymeSpec& enzyme : spec.enzymes) {
    DefinitionSpec activity;
    activity.name = enzyme.name;
    activity.expression.value = "1";
    activity.unit.value = "1";
    activity.source = enzyme.source;
    activity.description = enzyme.description;
    activity.at = enzyme.at;
    DefinitionSpec turnover = activity;
    turnover.name.value += "_turnover";
    turnover.expression = enzyme.turnover;
    turnover.unit.value = "1/h";
    turnover.description.value = "turnover of " + enzyme.name.value;
    spec.definitions.push_back(std::move(activity));
    spec.definitions.push_back(std::move(turnover));
  }
  return spec;
}

BuiltModel build(const ModelSpec& spec);

}  // namespace

BuiltModel build_model(const ModelSpec& spec) {
  return spec.enzymes.empty() ? build(spec) : build(with_enzymes_defined(spec));
}

namespace {

BuiltModel build(const ModelSpec& spec) {
  using namespace model_detail;
  Context context(spec);
  for (const EnzymeSpec& enzyme : spec.enzymes) {
    context.model.enzymes.push_back(
        {enzyme.name.value, enzyme.turnover.value, enzyme.description.value, enzyme.source.value});
  }
  check_header(context);
  declare_symbols(context);
  check_definitions(context);
  check_compartments(context);
  check_flows(context);
  check_outputs(context);
  check_routes(context);
  check_statistics(context);
  check_estimates(context);
  check_checks(context);
  if (!has_errors(context.diagnostics))
    compile_kinetics(context);

  BuiltModel built;
  built.diagnostics = std::move(context.diagnostics);
  std::ranges::stable_sort(built.diagnostics, {}, &Diagnostic::at);
  if (!has_errors(built.diagnostics)) {
    built.model = std::make_shared<const Model>(std::move(context.model));
  }
  return built;
}

}  // namespace

}  // namespace ketascope
