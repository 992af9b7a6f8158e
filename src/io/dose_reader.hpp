// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "io/toml_reader.hpp"
#include "ketascope/model/dose_spec.hpp"

namespace ketascope {

/// A list of doses, `[ { route = "iv", amount = "20 mg", duration = "20 min" }, ... ]`, as in
/// scenarios and in the checks of models. Refuses what no model could make sense of; codes are
/// <prefix>.negative_dose, .start, .duration, .rate, .duration_and_rate, .interval, .repeats.
/// Leaves out doses that are wrong. `before_start`: a dose may be given before time 0.
std::vector<DoseSpec> read_doses(const TomlField& list, std::string_view prefix,
                                 bool before_start = false);

}  // namespace ketascope
