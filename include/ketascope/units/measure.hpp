// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "ketascope/units/dimension.hpp"
#include "ketascope/units/unit.hpp"

namespace ketascope {

/// A number with its unit as the user typed it, e.g. {0.5, "mg/kg"}; "" is dimensionless. Kept
/// in this form so that a file is written back as it was read.
struct Measure {
  double value = 0.0;
  std::string unit{};
  bool operator==(const Measure&) const = default;
};

/// "70kg", "0.5 mg/kg", "1e3 ng/mL", "0.25", "-3 h". The unit is checked. Rejects nan, inf,
/// hexadecimal, decimal commas, and numbers that a double cannot hold.
tl::expected<Measure, UnitError> parse_measure(std::string_view text);

/// Shortest number that reads back as the same double, a space, the unit.
std::string to_text(const Measure& measure);

/// The value in internal units (mg, L, h, kg, umol, cm). One rounding where the unit's factor is
/// a ratio: "40 min" is 40.0 / 60.0, "20 ng/mL" is 0.02. Error offsets count from the start of
/// `measure.unit`. Errors: those of parse_unit, unit.mismatch (both sides in base units).
tl::expected<double, UnitError> to_internal(const Measure& measure, Dimension expected);

/// The same without an expectation; the dimension is that of parse_unit(measure.unit).
tl::expected<double, UnitError> to_internal(const Measure& measure);

}  // namespace ketascope
