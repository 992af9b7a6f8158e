// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "ketascope/app/library.hpp"
#include "ketascope/io/perpetrator_file.hpp"

namespace ketascope {

/// Perpetrators in the folder perpetrators/, sorted by id; from file names, nothing is read.
std::vector<std::string> perpetrator_ids(const Library& library);

/// By id, or by path when it ends in .toml. Errors: interaction.not_found (with the nearest id), or
/// the file's.
tl::expected<PerpetratorSpec, Diagnostics> find_perpetrator(const Library& library,
                                                            std::string_view id_or_path);

/// "clarithromycin" or "clarithromycin:twice-daily": id and, after a colon, one of its regimens.
InteractionSpec parse_interaction(std::string_view text);

/// A model with a scenario's interactions, and the doses that they bring.
struct InteractingModel {
  ModelSpec spec;
  std::vector<PerpetratorSpec> perpetrators;
  Schedule doses;       ///< of the perpetrators, by the routes that they have in the model
  Diagnostics notices;  ///< grades, and what the model has no enzyme for
};

/// Codes: interaction.not_found interaction.regimen interaction.route; those of
/// with_interactions().
tl::expected<InteractingModel, Diagnostics> interacting_model(
    ModelSpec host, const std::vector<InteractionSpec>& interactions, const Library& library,
    const std::filesystem::path& folder = {});

/// The doses alone, of perpetrators read before. Codes: interaction.regimen interaction.route.
tl::expected<Schedule, Diagnostics> interaction_doses(
    const std::vector<InteractionSpec>& interactions,
    const std::vector<PerpetratorSpec>& perpetrators);

/// What the program can say of a perpetrator: what it does, its regimens, what is missing.
std::string perpetrator_card_text(const PerpetratorSpec& perpetrator);
/// Plain text table of all.
std::string perpetrator_list(const std::vector<PerpetratorSpec>& perpetrators);

}  // namespace ketascope
