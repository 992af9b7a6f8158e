// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <tl/expected.hpp>

#include "ketascope/model/model.hpp"

namespace ketascope {

/// How to read the drawing.
inline constexpr const char* diagram_caption =
    "Solid arrows: drug moves, with the rate; an arrow that ends in the open: elimination. Dashed: "
    "where the dose of a route enters. Dotted: what an output or another state is computed from. "
    "Colours: analytes.";

/// The model as boxes and arrows, made from its compartments, flows, routes and outputs: an <svg>
/// element that can stand in an HTML page. The same model gives the same text. Graphviz places the
/// boxes; the program `dot` must be on the PATH.
/// Codes: diagram.no_graphviz when it is not there, diagram.layout when it fails.
tl::expected<std::string, Diagnostics> model_diagram_svg(const Model& model);

}  // namespace ketascope
