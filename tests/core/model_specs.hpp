// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "ketascope/model/model.hpp"

/// Model specs made in code, for tests. Their numbers are invented for round results.
namespace ketascope::test {

inline TextAt text(std::string value, int line = 0, int column = 0) {
  return {std::move(value), {line, column}};
}

inline ParameterSpec parameter(std::string name, double value, std::string unit) {
  ParameterSpec spec;
  spec.name = text(std::move(name));
  spec.value = value;
  spec.unit = text(std::move(unit));
  spec.source = text("invented for the test");
  return spec;
}

inline CovariateSpec covariate(std::string name, double standard, std::string unit) {
  CovariateSpec spec;
  spec.name = text(std::move(name));
  spec.standard = standard;
  spec.unit = text(std::move(unit));
  return spec;
}

inline DefinitionSpec definition(std::string name, std::string expression, std::string unit) {
  DefinitionSpec spec;
  spec.name = text(std::move(name));
  spec.expression = text(std::move(expression));
  spec.unit = text(std::move(unit));
  spec.source = text("invented for the test");
  return spec;
}

inline CompartmentSpec compartment(std::string name) {
  CompartmentSpec spec;
  spec.name = text(std::move(name));
  spec.analyte = text("ketamine");
  return spec;
}

inline CompartmentSpec state(std::string name, std::string unit, std::string derivative) {
  CompartmentSpec spec;
  spec.name = text(std::move(name));
  spec.unit = text(std::move(unit));
  spec.derivative = text(std::move(derivative));
  return spec;
}

inline FlowSpec flow(std::string from, std::string to, std::string rate) {
  FlowSpec spec;
  spec.from = text(std::move(from));
  spec.to = text(std::move(to));
  spec.rate = text(std::move(rate));
  return spec;
}

inline FlowSpec amount_flow(std::string from, std::string to, std::string amount_rate) {
  FlowSpec spec;
  spec.from = text(std::move(from));
  spec.to = text(std::move(to));
  spec.amount_rate = text(std::move(amount_rate));
  return spec;
}

inline OutputSpec output(std::string name, std::string expression, std::string unit,
                         std::string kind = "concentration") {
  OutputSpec spec;
  spec.name = text(std::move(name));
  spec.analyte = text("ketamine");
  spec.expression = text(std::move(expression));
  spec.unit = text(std::move(unit));
  spec.kind = text(std::move(kind));
  return spec;
}

inline RandomEffectSpec effect(std::string name, std::string of, double variance,
                               std::string distribution = "lognormal") {
  RandomEffectSpec spec;
  spec.name = text(std::move(name));
  spec.parameter = text(std::move(of));
  spec.distribution = text(std::move(distribution));
  spec.level = text("subject");
  spec.variance = variance;
  spec.source = text("invented for the test");
  return spec;
}

inline CovarianceSpec covariance(std::string first, std::string second, double value) {
  CovarianceSpec spec;
  spec.first = text(std::move(first));
  spec.second = text(std::move(second));
  spec.covariance = value;
  spec.source = text("invented for the test");
  return spec;
}

/// A check of the definition or parameter `name`.
inline CheckSpec check(std::string name, double expected, std::string unit) {
  CheckSpec spec;
  spec.id = text("check-" + name);
  spec.kind = text("definition");
  spec.definition = text(std::move(name));
  spec.source = text("invented for the test");
  spec.evidence = text("derived");
  spec.expected = MeasureAt{{expected, std::move(unit)}, {}};
  spec.tolerance_percent = 0.1;
  return spec;
}

/// Everything but the equations.
inline ModelSpec frame() {
  ModelSpec spec;
  spec.file = "test.toml";
  spec.format = text("ketascope-model 1");
  spec.id = text("test");
  spec.title = text("A model for tests");
  spec.grade = text("reference");
  spec.citation = text("Nobody. Nowhere 2000.");
  spec.year = 2000;
  spec.doi_missing = text("invented");
  spec.form = text("racemate");
  spec.basis = text("base");
  spec.matrix = text("plasma");
  spec.site = text("arterial");
  spec.amount = text("mass");
  AnalyteSpec ketamine;
  ketamine.id = text("ketamine");
  ketamine.enantiomer = text("racemate");
  ketamine.molar_mass = MeasureAt{{250.0, "g/mol"}, {}};
  ketamine.source = text("invented for the test");
  spec.analytes.push_back(ketamine);
  return spec;
}

/// V1 = 10 L, CL = 5 L/h, intravenous route.
inline ModelSpec one_compartment() {
  ModelSpec spec = frame();
  spec.parameters = {parameter("V1", 10.0, "L"), parameter("CL", 5.0, "L/h")};
  spec.compartments = {compartment("central")};
  spec.flows = {flow("central", "", "CL / V1")};
  spec.outputs = {output("ketamine", "central / V1", "ng/mL")};
  RouteSpec iv;
  iv.id = text("iv");
  iv.into = {text("central")};
  iv.infusion = true;
  spec.routes = {iv};
  return spec;
}

/// Allometric clearance, two peripheral compartments.
inline ModelSpec three_compartments() {
  ModelSpec spec = one_compartment();
  spec.covariates = {covariate("WT", 70.0, "kg")};
  spec.parameters.push_back(parameter("V2", 20.0, "L"));
  spec.parameters.push_back(parameter("V3", 100.0, "L"));
  spec.parameters.push_back(parameter("Q2", 30.0, "L/h"));
  spec.parameters.push_back(parameter("Q3", 8.0, "L/h"));
  spec.definitions = {definition("CL_i", "CL * size", "L/h"),
                      definition("size", "(WT / 70[kg])^0.75", "1")};
  spec.compartments.push_back(compartment("peripheral1"));
  spec.compartments.push_back(compartment("peripheral2"));
  spec.flows = {flow("central", "", "CL_i / V1"), flow("central", "peripheral1", "Q2 / V1"),
                flow("peripheral1", "central", "Q2 / V2"),
                flow("central", "peripheral2", "Q3 / V1"),
                flow("peripheral2", "central", "Q3 / V3")};
  return spec;
}

/// One compartment with saturable elimination, C as a definition.
inline ModelSpec michaelis_menten() {
  ModelSpec spec = one_compartment();
  spec.parameters = {parameter("V1", 10.0, "L"), parameter("Vmax", 8.0, "mg/h"),
                     parameter("Km", 2.0, "mg/L")};
  spec.definitions = {definition("C", "central / V1", "mg/L")};
  spec.flows = {amount_flow("central", "", "Vmax * C / (Km + C)")};
  return spec;
}

/// Individual inputs at the typical values and standard covariates.
inline std::vector<double> typical(const Model& model, double dose_mg = 0.0) {
  std::vector<double> inputs;
  for (const Parameter& each : model.parameters)
    inputs.push_back(each.value);
  for (const Covariate& each : model.covariates)
    inputs.push_back(each.standard);
  inputs.push_back(dose_mg);
  return inputs;
}

/// Running inputs of the differential equations for the given states.
inline std::vector<double> running(const Model& model, double time_h,
                                   const std::vector<double>& states) {
  std::vector<double> inputs = model.kinetics.ode().constants.run(typical(model));
  inputs.push_back(time_h);
  inputs.insert(inputs.end(), states.begin(), states.end());
  return inputs;
}

inline std::vector<std::string> codes(const BuiltModel& built) {
  std::vector<std::string> out;
  for (const Diagnostic& each : built.diagnostics)
    out.push_back(each.code);
  return out;
}

/// The model of a spec that is expected to be right; otherwise throws with what is wrong.
inline ModelPtr built(const ModelSpec& spec) {
  BuiltModel result = build_model(spec);
  if (!result.diagnostics.empty())
    throw std::runtime_error(format(result.diagnostics));
  return result.model;
}

}  // namespace ketascope::test
