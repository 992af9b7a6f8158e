// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/toml_reader.hpp"
#include "ketascope/model/model_spec.hpp"

/// The pieces that models and perpetrators are both made of.
namespace ketascope {

ParameterSpec read_parameter(TomlTable table);
DefinitionSpec read_definition(TomlTable table);
CompartmentSpec read_compartment(TomlTable table);
FlowSpec read_flow(TomlTable table);
RouteSpec read_route(TomlTable table);

}  // namespace ketascope
