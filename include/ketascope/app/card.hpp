// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ketascope/app/words.hpp"
#include "ketascope/model/model.hpp"

namespace ketascope {

inline constexpr const char* quiet_statement =
    "For teaching and research. Not for dosing decisions.";

/// The model card as plain text: citation, population, form, basis, matrix, site, routes,
/// structure, parameters with units and sources, grade and reason, validity ranges, what was left
/// out, conflicts.
std::string model_card_text(const Model& model);
/// The same as HTML. `structure` is HTML (a drawing) to put before the tables of the structure; the
/// window shows the card without one.
std::string model_card_html(const Model& model, std::string_view structure = {},
                            const Words& words = {});
/// Its sections alone, for a page that holds more: headings one step lower, and no column in which
/// no row says anything.
std::string model_card_sections_html(const Model& model, const Words& words = {});
/// The same as a page to print, complete in itself, with the model drawn; where the drawing cannot
/// be made it says why.
std::string model_card_page(const Model& model);

/// Half-lives (h, slowest first) of the linear system, or of the sub-system of `compartments`, at
/// the typical values and the given covariates (internal units, model order; empty = standard).
/// Empty when the model is not linear.
std::vector<double> half_lives_h(const Model& model, std::span<const int> compartments = {},
                                 std::span<const double> covariates = {});

}  // namespace ketascope
