// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/model_pieces.hpp"

namespace ketascope {

ParameterSpec read_parameter(TomlTable table) {
  ParameterSpec spec;
  spec.name = table.name();
  spec.value = table.number("value");
  spec.unit = table.text("unit");
  spec.source = table.text("source");
  spec.description = table.text("description");
  spec.rse_percent = table.number("rse_percent");
  spec.standard_error = table.number("standard_error");
  spec.estimate = table.text("estimate");
  spec.at = table.at();
  table.finish();
  return spec;
}

DefinitionSpec read_definition(TomlTable table) {
  DefinitionSpec spec;
  spec.name = table.name();
  spec.expression = table.text("expression");
  spec.unit = table.text("unit");
  spec.source = table.text("source");
  spec.description = table.text("description");
  spec.at = table.at();
  table.finish();
  return spec;
}

CompartmentSpec read_compartment(TomlTable table) {
  CompartmentSpec spec;
  spec.name = table.name();
  spec.description = table.text("description");
  spec.analyte = table.text("analyte");
  spec.unit = table.text("unit");
  spec.initial = table.text("initial");
  spec.derivative = table.text("derivative");
  spec.F = table.text("F");
  spec.ALAG = table.text("ALAG");
  spec.D = table.text("D");
  spec.R = table.text("R");
  spec.amount = table.text("amount");
  spec.source = table.text("source");
  spec.at = table.at();
  table.finish();
  return spec;
}

FlowSpec read_flow(TomlTable table) {
  FlowSpec spec;
  spec.from = table.text("from");
  spec.to = table.text("to");
  spec.rate = table.text("rate");
  spec.amount_rate = table.text("amount_rate");
  spec.label = table.text("label");
  spec.source = table.text("source");
  spec.at = table.at();
  table.finish();
  return spec;
}

RouteSpec read_route(TomlTable table) {
  RouteSpec spec;
  spec.id = table.text("id");
  spec.label = table.text("label");
  spec.note = table.text("note");
  spec.source = table.text("source");
  spec.grade = table.text("grade");
  spec.into = table.texts("into");
  spec.infusion = table.flag("infusion").value_or(false);
  spec.at = table.at();
  table.finish();
  return spec;
}

}  // namespace ketascope
