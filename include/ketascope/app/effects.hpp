// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "ketascope/app/summary.hpp"
#include "ketascope/app/verify.hpp"
#include "ketascope/io/effect_file.hpp"
#include "ketascope/model/model.hpp"

namespace ketascope {

/// A model with effects in it, and what has to be said of them: the grade of each that is not
/// published (notes), and every use with another model than its own (warnings).
struct EffectModel {
  ModelPtr model;
  Diagnostics notices;
};

/// Adds effects to a model as ordinary pieces. With id "a-b" (names of symbols: a_b):
///   parameters  a_b_<name>
///   state       a_b_site, or a_b_<driver>_site of several drivers: d/dt = ke0 * (C - site)
///   outputs     a-b_site (concentration, matrix "effect site"), a-b (kind effect)
/// A driver without delay has no state and no site: the effect follows its concentration.
///
/// Codes: effect.twice, effect.driver (the model gives no such concentration), effect.enantiomer
/// (only a racemate's, of which the file takes no half), effect.molar_mass; warnings
/// effect.other_model, effect.site; notes effect.grade, effect.no_delay, effect.half; those of
/// build_model().
tl::expected<EffectModel, Diagnostics> with_effects(const ModelSpec& pk,
                                                    std::span<const EffectSpec> effects);

/// What with_effects() would say of one effect in a model, without building it: errors when the
/// effect cannot be used there.
Diagnostics effect_notices(const Model& model, const EffectSpec& effect);

/// Runs every [[checks]] entry of an effect. CheckOutcome::model is the effect's id.
std::vector<CheckOutcome> verify(const EffectSpec& effect);

/// How far an effect went in a run. Values in the effect's unit.
struct EffectRow {
  std::string scenario, effect, label, unit;
  double first = 0, lowest = 0, lowest_at_h = 0, highest = 0, highest_at_h = 0;
};
/// One row per subject and effect column.
std::vector<EffectRow> summarise_effects(std::span<const Run> runs);
/// Plain text table for a terminal; empty without rows.
std::string effect_table(std::span<const EffectRow> rows);

/// True for the columns that a scenario's effects add.
bool is_effect_column(const Run& run, const ColumnInfo& column);

/// Effect sites and effects, which have diagrams of their own below the concentrations: whatever a
/// scenario's effects add, and what the model itself computes of the kind. Who asks for an effect
/// wants to see it, so that these are shown whatever outputs the scenario names.
std::vector<std::size_t> columns_below(const Run& run);

/// One sentence per use of an effect with another model than its own, or of another site.
std::vector<std::string> effects_of_other_models(std::span<const Run> runs);

std::string effect_card_text(const EffectSpec& effect);
/// Plain text table of effects.
std::string effect_list(std::span<const EffectSpec> effects);

}  // namespace ketascope
