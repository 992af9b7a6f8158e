// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "ketascope/io/diagnostics.hpp"
#include "ketascope/units/measure.hpp"

namespace ketascope {

/// A range of concentrations that a study ties to an effect. The endpoint is always named.
struct EffectBand {
  std::string id, endpoint, drug, matrix, context, citation, doi, doi_missing, file;
  Measure low, high;                 ///< same dimension (mass or molar concentration)
  std::string analyte;               ///< "ketamine", "S-norketamine", ...: whose concentration
  std::optional<double> molar_mass;  ///< mg/umol, to draw it on the other kind of axis
  bool standard = false;             ///< drawn unless something else is chosen
  bool operator==(const EffectBand&) const = default;
};

/// models/bands/*.toml, [[band]] tables. Refuses low >= high, a missing unit, endpoint or source.
tl::expected<std::vector<EffectBand>, Diagnostics> parse_band_file(std::string_view text,
                                                                   std::string_view file);

}  // namespace ketascope
