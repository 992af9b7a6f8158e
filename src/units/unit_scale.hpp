// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <tl/expected.hpp>

#include "ketascope/units/unit.hpp"

namespace ketascope {

/// A unit before its factor is rounded: numerator / denominator * 10^power_of_ten, all small
/// integers, so that "40 min" can be 40 / 60 with a single rounding.
struct UnitScale {
  double numerator = 1.0;
  double denominator = 1.0;
  int power_of_ten = 0;
  Dimension dimension{};

  double apply(double value) const;
};

tl::expected<UnitScale, UnitError> parse_unit_scale(std::string_view text);

/// The scale of one unit name (ASCII spelling), or nullptr.
const UnitScale* find_unit(std::string_view name);

/// What to write instead of a name that parse_unit does not know.
UnitError unknown_unit(std::string_view shown, std::string_view ascii);

}  // namespace ketascope
