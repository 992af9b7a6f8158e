// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <vector>

#include "ketascope/app/summary.hpp"

namespace ketascope {

/// Drug in a volume of a solution: 0.35 mL of 100 mg/mL is 35 mg; a volume per body weight gives
/// an amount per body weight. Errors: unit.mismatch, and those of parse_unit.
tl::expected<Measure, UnitError> amount_in_volume(const Measure& volume, const Measure& strength);

/// "35 mg hydrochloride = 30.3 mg base": one sentence per dose that its model counts on another
/// basis or as another form, each once.
std::vector<std::string> conversion_notes(std::span<const Run> runs);

}  // namespace ketascope
