// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <future>
#include <set>
#include <stdexcept>

#include <fmt/format.h>

#include "expr/walk.hpp"
#include "model/context.hpp"
#include "model/gather.hpp"
#include "model/hoist.hpp"

namespace ketascope::model_detail {

namespace {

using Names = std::set<std::string, std::less<>>;
using Expressions = std::vector<Expression>;

/// The equations of a model in full: every definition replaced by what it stands for.
class Equations {
 public:
  explicit Equations(Context& context) {
    inline_definitions(context);
    for (const Compartment& compartment : context.model.compartments) {
      states_.push_back(compartment.name);
      running_.insert(compartment.name);
    }
    running_.insert("TIME");
    collect_rhs(context);
    for (const auto& output : context.outputs)
      outputs_.push_back(in_full(context, *output));
  }

  const std::vector<std::string>& states() const { return states_; }
  const Names& running() const { return running_; }
  const Expressions& rhs() const { return rhs_; }
  const Expressions& outputs() const { return outputs_; }

  static Expression in_full(const Context& context, const Expression& expression) {
    return substitute(expression, [&](std::string_view name) -> std::optional<Expression> {
      const auto symbol = context.symbols.find(name);
      if (symbol == context.symbols.end() || symbol->second.kind != SymbolKind::definition) {
        return {};
      }
      return context.model.definitions[static_cast<std::size_t>(symbol->second.index)].expression;
    });
  }

 private:
  static void inline_definitions(Context& context) {
    for (const int index : context.definition_order) {
      const auto i = static_cast<std::size_t>(index);
      context.model.definitions[i].expression = in_full(context, *context.definitions[i]);
    }
  }

  void collect_rhs(const Context& context) {
    rhs_.assign(states_.size(), Expression());
    for (std::size_t i = 0; i < context.flows.size(); ++i) {
      const Flow& flow = context.model.flows[i];
      const FlowCode& code = context.flows[i];
      const Expression moved = code.rate ? in_full(context, *code.rate) *
                                               symbol(states_[static_cast<std::size_t>(flow.from)])
                                         : in_full(context, *code.amount_rate);
      if (flow.from >= 0) {
        Expression& from = rhs_[static_cast<std::size_t>(flow.from)];
        from = from - moved;
      }
      if (flow.to >= 0) {
        Expression& to = rhs_[static_cast<std::size_t>(flow.to)];
        to = to + moved;
      }
    }
    for (std::size_t i = 0; i < states_.size(); ++i) {
      const auto& derivative = context.compartments[i].derivative;
      if (derivative)
        rhs_[i] = rhs_[i] + in_full(context, *derivative);
    }
  }

  std::vector<std::string> states_;
  Names running_;
  Expressions rhs_, outputs_;
};

/// The non-zero partial derivatives with respect to the states.
struct Partials {
  std::vector<Kinetics::Entry> entries;
  Expressions values;
};

Partials partials(const Expressions& functions, const std::vector<std::string>& states) {
  Partials out;
  for (std::size_t row = 0; row < functions.size(); ++row)
    for (auto& [col, value] : derivatives(functions[row], states)) {
      if (is_zero(value))
        continue;
      out.entries.push_back({static_cast<int>(row), static_cast<int>(col)});
      out.values.push_back(std::move(value));
    }
  return out;
}

/// True if the functions are M x + c with M and c free of states and TIME.
bool is_linear(const Expressions& functions, const Partials& by_state, const Names& running) {
  return !uses_any(by_state.values, running) && !uses_any(functions, {"TIME"}) &&
         !jumps_with(functions, running);
}

/// What remains of linear functions when every state is zero.
Expressions offsets(const Expressions& functions, const std::vector<std::string>& states) {
  const std::set<std::string_view> zero(states.begin(), states.end());
  return expr::substitute(functions, [&](std::string_view name) -> std::optional<Expression> {
    if (!zero.contains(name))
      return {};
    return number(0.0);
  });
}

Program compiled(const Expressions& outputs, const std::vector<std::string>& inputs) {
  auto program = Program::compile(outputs, inputs);
  if (program)
    return std::move(*program);
  // Every symbol has been checked before.
  throw std::logic_error("model equations do not compile: " + program.error().front().message);
}

std::vector<std::string> individual_inputs(const Model& model) {
  std::vector<std::string> inputs;
  for (const Parameter& parameter : model.parameters)
    inputs.push_back(parameter.name);
  for (const Covariate& covariate : model.covariates)
    inputs.push_back(covariate.name);
  inputs.emplace_back("DOSE");
  return inputs;
}

void compile_individual(const Context& context, const std::vector<std::string>& inputs,
                        Kinetics& kinetics) {
  const auto in_full_or = [&](const std::optional<Expression>& expression, double otherwise) {
    return expression ? Equations::in_full(context, *expression) : number(otherwise);
  };
  Expressions definitions, dosing, initial;
  for (const Definition& definition : context.model.definitions) {
    if (definition.constant_between_events)
      definitions.push_back(definition.expression);
  }
  for (const CompartmentCode& code : context.compartments) {
    dosing.push_back(in_full_or(code.F, 1.0));
    dosing.push_back(in_full_or(code.ALAG, 0.0));
    dosing.push_back(in_full_or(code.D, 0.0));
    dosing.push_back(in_full_or(code.R, 1.0));
    initial.push_back(in_full_or(code.initial, 0.0));
  }
  kinetics.definitions = compiled(definitions, inputs);
  kinetics.dosing = compiled(dosing, inputs);
  kinetics.initial = compiled(initial, inputs);
}

bool use_time(const Expressions& expressions) {
  return uses_any(expressions, {"TIME"});
}

/// Constants of `hoist`, TIME and the states.
std::vector<std::string> running_inputs(const Hoist& hoist,
                                        const std::vector<std::string>& states) {
  std::vector<std::string> inputs = hoist.names();
  inputs.emplace_back("TIME");
  inputs.insert(inputs.end(), states.begin(), states.end());
  return inputs;
}

void compile_observe(const Equations& equations, const std::vector<std::string>& inputs,
                     Kinetics& kinetics) {
  // As they are written: an output of a linear model has to be exact to rounding.
  Hoist hoist(equations.running());
  Expressions observe;
  for (const Expression& output : equations.outputs())
    observe.push_back(hoist(output));
  kinetics.constant_count = hoist.constants().size();
  kinetics.constants = compiled(hoist.constants(), inputs);
  kinetics.observe = compiled(observe, running_inputs(hoist, equations.states()));
}

OdeSystem compile_ode(const Equations& equations, const Expressions& jacobian,
                      const std::vector<std::string>& inputs, bool linear) {
  Expressions jacobian_outputs = jacobian;
  if (use_time(equations.rhs()))
    for (const Expression& rhs : equations.rhs())
      jacobian_outputs.push_back(derivative(rhs, "TIME"));

  Gather gather(equations.running());
  Hoist hoist(equations.running());
  // Only a solver of non-linear models goes through these again and again.
  const auto gathered = [&](const Expressions& expressions) {
    Expressions out;
    for (const Expression& expression : expressions)
      out.push_back(hoist(linear ? expression : gather(expression)));
    return out;
  };
  const Expressions rhs = gathered(equations.rhs());
  jacobian_outputs = gathered(jacobian_outputs);

  const std::vector<std::string> running = running_inputs(hoist, equations.states());
  OdeSystem system;
  system.states = equations.states().size();
  system.constant_count = hoist.constants().size();
  system.constants = compiled(hoist.constants(), inputs);
  system.rhs = compiled(rhs, running);
  system.jacobian = compiled(jacobian_outputs, running);
  return system;
}

void compile_linear(const Equations& equations, const Partials& jacobian,
                    const std::vector<std::string>& inputs, Kinetics& kinetics) {
  const auto system = [&](const Expressions& functions, const Partials& by_state) {
    Expressions values = by_state.values;
    const Expressions rest = offsets(functions, equations.states());
    values.insert(values.end(), rest.begin(), rest.end());
    return compiled(values, inputs);
  };
  kinetics.linear = is_linear(equations.rhs(), jacobian, equations.running());
  if (kinetics.linear)
    kinetics.linear_system = system(equations.rhs(), jacobian);

  Partials outputs = partials(equations.outputs(), equations.states());
  kinetics.outputs_linear = is_linear(equations.outputs(), outputs, equations.running());
  if (kinetics.outputs_linear)
    kinetics.output_system = system(equations.outputs(), outputs);
  kinetics.output_entries = std::move(outputs.entries);
  kinetics.outputs_use_time = use_time(equations.outputs());
}

}  // namespace

void compile_kinetics(Context& context) {
  const Equations equations(context);
  Model& model = context.model;
  Kinetics& kinetics = model.kinetics;
  kinetics.states = model.compartments.size();
  kinetics.parameters = model.parameters.size();
  kinetics.covariates = model.covariates.size();
  kinetics.outputs = model.outputs.size();

  const std::vector<std::string> inputs = individual_inputs(model);
  Partials jacobian = partials(equations.rhs(), equations.states());
  kinetics.jacobian_entries = jacobian.entries;
  compile_individual(context, inputs, kinetics);
  compile_linear(equations, jacobian, inputs, kinetics);
  compile_observe(equations, inputs, kinetics);
  kinetics.rhs_uses_time = use_time(equations.rhs());
  kinetics.deferred_ode =
      std::async(std::launch::deferred, [equations, jacobian = std::move(jacobian.values), inputs,
                                         linear = kinetics.linear] {
        return compile_ode(equations, jacobian, inputs, linear);
      }).share();

  const double factor = model.molar ? 1.0 / context.molar_mass(model.dose_analyte).value() : 1.0;
  for (const Compartment& compartment : model.compartments) {
    const bool mass = compartment.unit.dimension == dimensions::drug_mass;
    kinetics.dose_factor.push_back(mass ? 1.0 : factor);
  }
}

}  // namespace ketascope::model_detail
