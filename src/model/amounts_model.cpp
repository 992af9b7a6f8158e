// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/model/amounts_model.hpp"

#include <fmt/format.h>

#include <memory>
#include <stdexcept>
#include <utility>

#include "model/context.hpp"

namespace ketascope {
namespace {

using model_detail::Context;

Expression parsed(const std::string& text) {
  auto expression = parse_expression(text);
  if (!expression)  // a model's texts were read when it was built
    throw std::logic_error("an expression of a built model cannot be read: " + text);
  return std::move(*expression);
}

std::optional<Expression> parsed_if_any(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(parsed(text));
}

std::string free_name(const Model& model, std::size_t number) {
  std::string name = fmt::format("outside{}", number);
  while (model.compartment_index(name) >= 0 || model.definition_index(name) >= 0 ||
         model.parameter_index(name) >= 0 || model.covariate_index(name) >= 0)
    name += '_';
  return name;
}

/// What the texts of a built model stand for.
void read_texts(Context& context) {
  const Model& model = context.model;
  for (std::size_t i = 0; i < model.definitions.size(); ++i)
    context.symbols[model.definitions[i].name] = {.kind = model_detail::SymbolKind::definition,
                                                  .index = static_cast<int>(i),
                                                  .dimension = {},
                                                  .at = {}};
  for (const Compartment& compartment : model.compartments)
    context.compartments.push_back({.F = parsed_if_any(compartment.F),
                                    .ALAG = parsed_if_any(compartment.ALAG),
                                    .D = parsed_if_any(compartment.D),
                                    .R = parsed_if_any(compartment.R),
                                    .initial = parsed_if_any(compartment.initial),
                                    .derivative = parsed_if_any(compartment.derivative)});
  for (const Flow& flow : model.flows)
    context.flows.push_back(
        {.rate = parsed_if_any(flow.rate), .amount_rate = parsed_if_any(flow.amount_rate)});
}

void add_output(Context& context, const std::string& name, Dimension dimension,
                Expression expression) {
  Output output;
  output.name = name;
  output.label = name;
  output.kind = "other";
  output.dimension = dimension;
  output.unit = Unit{1.0, dimension};
  output.unit_text = dimension.to_string();
  context.model.outputs.push_back(std::move(output));
  context.outputs.emplace_back(std::move(expression));
}

}  // namespace

AmountsModel with_amounts_observed(const Model& model) {
  static const ModelSpec no_spec;
  Context context(no_spec);
  context.model = model;
  Model& made = context.model;
  made.kinetics = {};
  made.outputs.clear();
  made.residuals.clear();
  made.checks.clear();
  read_texts(context);

  AmountsModel answer;
  answer.compartments = model.compartments.size();
  answer.flows = model.flows.size();
  std::vector<int> collectors;
  for (std::size_t f = 0; f < made.flows.size(); ++f) {
    Flow& flow = made.flows[f];
    if (flow.from >= 0 && flow.to >= 0)
      continue;
    const int inside = flow.from >= 0 ? flow.from : flow.to;
    Compartment collector;
    collector.name = free_name(made, f);
    collector.unit = made.compartments[static_cast<std::size_t>(inside)].unit;
    collector.unit_text = made.compartments[static_cast<std::size_t>(inside)].unit_text;
    const int place = static_cast<int>(made.compartments.size());
    made.compartments.push_back(std::move(collector));
    context.compartments.emplace_back();
    (flow.from < 0 ? flow.from : flow.to) = place;
    collectors.push_back(place);
    answer.outer_flows.push_back(static_cast<int>(f));
  }

  const auto held = [&](std::size_t compartment) {
    const Compartment& of = made.compartments[compartment];
    add_output(context, of.name, of.unit.dimension, symbol(of.name));
  };
  for (std::size_t i = 0; i < answer.compartments; ++i)
    held(i);
  for (std::size_t f = 0; f < made.flows.size(); ++f) {
    const Compartment& from = made.compartments[static_cast<std::size_t>(made.flows[f].from)];
    const auto& code = context.flows[f];
    add_output(context, fmt::format("flow{}", f), from.unit.dimension / dimensions::time,
               code.rate ? *code.rate * symbol(from.name) : *code.amount_rate);
  }
  for (const int collector : collectors)
    held(static_cast<std::size_t>(collector));

  compile_kinetics(context);
  answer.model = std::make_shared<const Model>(std::move(made));
  return answer;
}

}  // namespace ketascope
