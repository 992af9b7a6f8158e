// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include <fmt/format.h>

#include "model/context.hpp"

namespace ketascope::model_detail {

namespace {

struct DosingText {
  const TextAt& text;
  std::string_view name, demand;
  Dimension dimension;
  std::optional<Expression>& code;
};

void check_dosing(Context& context, const CompartmentSpec& spec, CompartmentCode& code,
                  const std::string& owner) {
  const DosingText texts[] = {
      {spec.F, "F", "F must be", dimensions::none, code.F},
      {spec.ALAG, "ALAG", "a lag must be", dimensions::time, code.ALAG},
      {spec.D, "D", "a duration must be", dimensions::time, code.D},
      {spec.R, "R", "a rate of input must be", dimensions::mass_rate, code.R}};
  for (const DosingText& item : texts) {
    if (item.text.empty())
      continue;
    const std::string whose = fmt::format("{} of {}", item.name, owner);
    if (!spec.unit.empty()) {
      context.error(
          "model.not_an_amount", item.text.at,
          fmt::format("{} has a unit, so it holds no drug and takes no {}", owner, item.name));
      continue;
    }
    item.code = context.expression(item.text, item.dimension, item.demand, whose, true);
    if (item.code)
      context.require_constant(*item.code, item.text, whose);
  }
}

void check_state(Context& context, std::size_t index, const CompartmentSpec& spec,
                 CompartmentCode& code, const std::string& owner) {
  const Compartment& compartment = context.model.compartments[index];
  const bool unit_known = compartment.amount || parse_unit(spec.unit.value).has_value();
  const Dimension dimension = compartment.unit.dimension;
  const auto if_known = [&](Dimension needed) {
    return unit_known ? std::optional(needed) : std::nullopt;
  };
  if (!spec.initial.empty()) {
    const std::string whose = "initial value of " + owner;
    code.initial = context.expression(spec.initial, if_known(dimension), "it must be", whose);
    if (code.initial)
      context.require_constant(*code.initial, spec.initial, whose);
  }
  if (compartment.amount) {
    if (!spec.derivative.empty()) {
      context.error("model.derivative_of_amount", spec.derivative.at,
                    owner + " is an amount of drug, so it has no derivative",
                    "move drug by [[flows]]; a state that is no amount has a unit");
    }
  } else if (context.require(spec.derivative, "derivative", owner, spec.at)) {
    code.derivative = context.expression(spec.derivative, if_known(dimension / dimensions::time),
                                         "it must be", "derivative of " + owner);
  }
}

/// The end of a flow, -1 when it is outside or wrong.
int flow_end(Context& context, const TextAt& name, std::string_view field,
             const std::string& owner) {
  if (name.empty())
    return -1;
  const int index = context.find_compartment(name, field, owner);
  if (index >= 0 && !context.model.compartments[static_cast<std::size_t>(index)].amount) {
    context.error("model.not_an_amount", name.at,
                  fmt::format("{}: '{}' holds no drug, so nothing flows there", owner, name.value),
                  "a state with a unit changes by its derivative");
  }
  return index;
}

void check_flow_rate(Context& context, const FlowSpec& spec, FlowCode& code,
                     const std::string& owner) {
  if (spec.rate.empty() == spec.amount_rate.empty()) {
    context.error(
        spec.rate.empty() ? "model.missing_field" : "model.either_or", spec.at,
        fmt::format("{} has {} rate {} amount_rate", owner, spec.rate.empty() ? "neither" : "both",
                    spec.rate.empty() ? "nor" : "and"),
        "rate is per time (first order), amount_rate is amount per time");
  }
  if (!spec.rate.empty()) {
    code.rate = context.expression(spec.rate, dimensions::rate, "a first-order rate must be",
                                   "rate of " + owner);
    if (spec.from.empty()) {
      context.error("model.flow_from_nowhere", place_or(spec.rate, spec.at),
                    owner + ": a first-order rate needs a compartment to come from",
                    "name it in `from`, or give amount_rate");
    }
  }
  if (!spec.amount_rate.empty()) {
    code.amount_rate =
        context.expression(spec.amount_rate, context.amount_dimension() / dimensions::time,
                           "an amount_rate must be", "amount_rate of " + owner);
  }
}

}  // namespace

void check_compartments(Context& context) {
  const auto& specs = context.spec.compartments;
  if (specs.empty()) {
    context.error("model.missing_field", {}, "the model has no compartments");
  }
  context.compartments.resize(specs.size());
  for (std::size_t i = 0; i < specs.size(); ++i) {
    const std::string owner = fmt::format("compartment '{}'", specs[i].name.value);
    check_dosing(context, specs[i], context.compartments[i], owner);
    check_state(context, i, specs[i], context.compartments[i], owner);
  }
}

void check_flows(Context& context) {
  const auto& specs = context.spec.flows;
  context.flows.resize(specs.size());
  for (std::size_t i = 0; i < specs.size(); ++i) {
    const FlowSpec& spec = specs[i];
    const std::string owner =
        fmt::format("flow {} -> {}", spec.from.empty() ? "outside" : spec.from.value,
                    spec.to.empty() ? "outside" : spec.to.value);
    if (spec.from.empty() && spec.to.empty()) {
      context.error("model.flow_from_nowhere", spec.at, "a flow has neither from nor to");
    } else if (spec.from.value == spec.to.value) {
      context.error("model.flow_to_itself", spec.at, owner + " leads where it comes from");
    }
    const int from = flow_end(context, spec.from, "from", owner);
    const int to = flow_end(context, spec.to, "to", owner);
    const bool nowhere = spec.from.empty() && spec.to.empty();
    if (!nowhere)
      check_flow_rate(context, spec, context.flows[i], owner);
    context.model.flows.push_back({.from = from,
                                   .to = to,
                                   .rate = spec.rate.value,
                                   .amount_rate = spec.amount_rate.value,
                                   .label = spec.label.value,
                                   .source = spec.source.value});
  }
}

namespace {

void add_free_routes(Model& model) {
  for (std::size_t i = 0; i < model.compartments.size(); ++i) {
    const Compartment& compartment = model.compartments[i];
    if (compartment.amount) {
      model.free_routes.push_back(
          {.id = free_route(compartment.name),
           .label = fmt::format("into {} (free dosing)", compartment.name),
           .note = fmt::format("The dose enters {} as it is, and no study gives it so",
                               compartment.name),
           .source = {},
           .grade = {},
           .into = {static_cast<int>(i)},
           .infusion = true,
           .interaction = {},
           .free = true});
    }
  }
}

}  // namespace

void check_routes(Context& context) {
  std::set<std::string> ids;
  for (const RouteSpec& spec : context.spec.routes) {
    const std::string owner = fmt::format("route '{}'", spec.id.value);
    if (context.require(spec.id, "id", "a route", spec.at) && !ids.insert(spec.id.value).second) {
      context.error("model.duplicate_name", place_or(spec.id, spec.at), owner + " is there twice");
    }
    context.one_of(spec.grade, {"", "published", "composite", "unverified", "reference", "user"},
                   "grade", owner, spec.at);
    if (spec.into.empty()) {
      context.error("model.missing_field", spec.at, owner + " enters no compartment",
                    "into = [\"central\"]");
    }
    Route built{.id = spec.id.value,
                .label = spec.label.empty() ? spec.id.value : spec.label.value,
                .note = spec.note.value,
                .source = spec.source.value,
                .grade = spec.grade.value,
                .into = {},
                .infusion = spec.infusion,
                .interaction = spec.interaction.value};
    std::set<std::string> entered;
    for (const TextAt& name : spec.into) {
      const int index = context.find_compartment(name, "into", owner);
      if (index < 0)
        continue;
      if (!context.model.compartments[static_cast<std::size_t>(index)].amount) {
        context.error("model.not_an_amount", name.at,
                      fmt::format("{}: '{}' holds no drug", owner, name.value));
      } else if (!entered.insert(name.value).second) {
        context.error("model.duplicate_name", name.at,
                      fmt::format("{} enters '{}' twice", owner, name.value));
      }
      built.into.push_back(index);
    }
    context.model.routes.push_back(std::move(built));
  }
  add_free_routes(context.model);
}

}  // namespace ketascope::model_detail
