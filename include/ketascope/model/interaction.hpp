// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "ketascope/diagnostic/diagnostic.hpp"
#include "ketascope/model/model_spec.hpp"

namespace ketascope {

/// What a perpetrator does to one enzyme, as expressions over its own names. Empty = it does not.
struct ActSpec {
  TextAt on;            ///< name of an enzyme of the model
  TextAt inhibition;    ///< reversible: I/Ki; the activity is divided by 1 + I/Ki
  TextAt inactivation;  ///< mechanism-based: further first-order loss of enzyme, 1/time
  TextAt induction;     ///< further synthesis, as a part of that at baseline
  TextAt source;
  SourceLocation at;
};

/// A way in which a perpetrator is commonly taken. Doses may begin before time 0.
struct RegimenSpec {
  TextAt id, label, source;
  std::vector<DoseSpec> doses;
  SourceLocation at;
};

/// Another drug, juice or herb as its file states it: pieces of a model (parameters, definitions,
/// compartments, flows, routes) with names of its own, and what it does to enzymes.
struct PerpetratorSpec {
  ModelSpec pieces;
  std::vector<ActSpec> acts;
  std::vector<RegimenSpec> regimens;
};

/// Name of a perpetrator's route in the model that it has been put into.
std::string interaction_route(std::string_view perpetrator, std::string_view route);

/// A model with perpetrators in it. Every enzyme that one of them acts on becomes a state, with
///   d(level)/dt = turnover * (1 + inductions) - (turnover + inactivations) * level,
///   activity    = level / (1 + inhibitions),
/// or, where all act reversibly, activity = 1 / (1 + inhibitions). With id "a-b" the perpetrator's
/// names begin with a_b_, its routes are those of interaction_route(); every enzyme acted on gives
/// an output "<enzyme> activity".
struct InteractionModel {
  ModelSpec spec;
  Diagnostics notices;  ///< actions left out because the model has no such enzyme; grades
};

/// Codes: interaction.twice, interaction.no_enzyme (a warning), interaction.no_effect (the model
/// has none of the enzymes that a perpetrator acts on).
tl::expected<InteractionModel, Diagnostics> with_interactions(
    ModelSpec host, std::span<const PerpetratorSpec> perpetrators);

/// All that can be found wrong in a perpetrator without a model: its expressions, units and
/// dimensions, with places in its file.
Diagnostics check_perpetrator(const PerpetratorSpec& perpetrator);

}  // namespace ketascope
