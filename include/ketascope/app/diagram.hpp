// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "ketascope/app/words.hpp"
#include "ketascope/model/model.hpp"

namespace ketascope {

/// How to read the drawing.
inline constexpr const char* diagram_caption =
    "Solid arrows: drug moves, with the rate; an arrow that ends in the open: elimination. Dashed: "
    "where the dose of a route enters. Dotted: what an output or another state is computed from. "
    "Colours: analytes.";

/// The model as boxes and arrows, made from its compartments, flows, routes and outputs: an <svg>
/// element that can stand in an HTML page. The same model gives the same text. Graphviz places the
/// boxes where the program `dot` is on the PATH; without it they are placed more simply. Names of
/// compartments and expressions stay as they are.
std::string model_diagram_svg(const Model& model, const Words& words = {});

}  // namespace ketascope
