// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include <fmt/format.h>

#include "model/context.hpp"

namespace ketascope::model_detail {

namespace {

void check_kind(Context& context, const OutputSpec& spec, const Dimension& dimension,
                const std::string& owner) {
  const std::string& kind = spec.kind.value;
  if (kind == "concentration" && dimension != dimensions::concentration &&
      dimension != dimensions::molar_concentration) {
    context.error("model.output_dimension", spec.expression.at,
                  fmt::format("{}: {} is {}, but a concentration must be {} or {}", owner,
                              spec.expression.value, dimension.to_string(),
                              dimensions::concentration.to_string(),
                              dimensions::molar_concentration.to_string()));
  }
  if (kind == "amount" && dimension != dimensions::drug_mass && dimension != dimensions::amount) {
    context.error("model.output_dimension", spec.expression.at,
                  fmt::format("{}: {} is {}, but an amount must be {} or {}", owner,
                              spec.expression.value, dimension.to_string(),
                              dimensions::drug_mass.to_string(), dimensions::amount.to_string()));
  }
}

/// An output has the dimension of its unit; where the equation gives the molar one instead (or the
/// other way round), the analyte's molar mass converts once, here.
void fit_to_unit(Context& context, const OutputSpec& spec, Output& output,
                 std::optional<Expression>& expression, const Unit& unit,
                 const std::string& owner) {
  if (unit.dimension == output.dimension)
    return;
  const auto molar_mass = context.molar_mass(output.analyte);
  const auto factor =
      convert(1.0, Unit{1.0, output.dimension}, Unit{1.0, unit.dimension}, molar_mass);
  if (factor) {
    if (expression)
      expression = *expression * number(*factor, unit.dimension / output.dimension);
    output.dimension = unit.dimension;
    return;
  }
  const bool needs_molar_mass = factor.error().code == "unit.molar_mass";
  std::string hint;
  if (needs_molar_mass)
    hint = "the analyte's molar mass would convert one into the other";
  context.error(
      "model.output_dimension", place_or(spec.unit, spec.at),
      fmt::format("{}: {} is {}, but its unit {} is {}", owner, spec.expression.value,
                  output.dimension.to_string(), spec.unit.value, unit.dimension.to_string()),
      std::move(hint));
}

}  // namespace

void check_outputs(Context& context) {
  const auto& specs = context.spec.outputs;
  if (specs.empty())
    context.error("model.missing_field", {}, "the model has no outputs");
  context.outputs.resize(specs.size());
  std::set<std::string> names;
  for (std::size_t i = 0; i < specs.size(); ++i) {
    const OutputSpec& spec = specs[i];
    const std::string owner = fmt::format("output '{}'", spec.name.value);
    if (context.require(spec.name, "name", "an output", spec.at) &&
        !names.insert(spec.name.value).second) {
      context.error("model.duplicate_name", place_or(spec.name, spec.at),
                    owner + " is there twice");
    }
    const bool kind_known = context.one_of(
        spec.kind, {"concentration", "amount", "effect", "other"}, "kind", owner, spec.at);
    context.one_of(spec.site, {"", "arterial", "venous", "unknown"}, "site", owner, spec.at);

    Output built{.name = spec.name.value,
                 .label = spec.label.empty() ? spec.name.value : spec.label.value,
                 .matrix = spec.matrix.empty() ? context.model.matrix : spec.matrix.value,
                 .site = spec.site.empty() ? context.model.site : spec.site.value,
                 .unit_text = spec.unit.value,
                 .text = spec.expression.value,
                 .kind = spec.kind.value,
                 .analyte = -1,
                 .unit = {},
                 .dimension = {},
                 .shown = spec.shown.value_or(true)};
    const bool of_drug = spec.kind.value == "concentration" || spec.kind.value == "amount";
    if (!spec.analyte.empty()) {
      built.analyte = context.find_analyte(spec.analyte, owner, spec.at);
    } else if (kind_known && of_drug) {
      context.require(spec.analyte, "analyte", owner, spec.at);
    }

    const auto unit = context.unit(spec.unit, owner, spec.at);
    std::optional<Dimension> dimension;
    if (context.require(spec.expression, "expression", owner, spec.at)) {
      context.outputs[i] = context.expression(spec.expression, {}, {}, owner, false, &dimension);
    }
    built.unit = unit.value_or(Unit{});
    built.dimension = dimension.value_or(built.unit.dimension);
    if (dimension) {
      check_kind(context, spec, *dimension, owner);
      if (unit)
        fit_to_unit(context, spec, built, context.outputs[i], *unit, owner);
    }
    context.model.outputs.push_back(std::move(built));
  }
}

}  // namespace ketascope::model_detail
