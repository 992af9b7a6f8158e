// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "ketascope/units/dimension.hpp"

namespace ketascope {

/// A parsed unit: value_in_internal = value * factor, internal units being mg, L, h, kg (body
/// mass), umol, cm.
struct Unit {
  double factor = 1.0;
  Dimension dimension{};
  bool operator==(const Unit&) const = default;
};

/// What is wrong with a unit or a measure. `offset` and `length` are bytes in the parsed text.
/// Codes: unit.syntax, unit.unknown, unit.ambiguous, unit.too_large, unit.mismatch,
/// unit.molar_mass, number.syntax, number.not_finite.
struct UnitError {
  std::string message{};
  std::size_t offset = 0;
  std::size_t length = 0;
  std::string hint{};
  std::string code{};
  bool operator==(const UnitError&) const = default;
};

/// Reads unit text: products with `*`, `·` or a space, `/`, integer powers with `^` or as
/// superscripts, parentheses, `1` and `%`. `/` binds to the next factor only: "L/h/kg" and
/// "L/h kg" are different. An empty text is dimensionless. Case matters.
///
/// kg, lb and st are body mass; g and smaller are drug mass.
tl::expected<Unit, UnitError> parse_unit(std::string_view text);

/// "ng*h/mL" for "ng/mL": of an area under a curve.
std::string exposure_unit(std::string_view concentration_unit);

/// Names that parse_unit knows (ASCII spellings), for hints and completion.
const std::vector<std::string>& known_units();

/// `value` in unit `from`, expressed in unit `to`. Drug mass and amount of substance are converted
/// into each other through the molar mass of the analyte (mg/umol = kg/mol; 1000 times smaller
/// than g/mol), wherever they stand: mg <-> umol, mg/L <-> umol/L, mg*h/L <-> umol*h/L.
/// Errors: unit.mismatch, unit.molar_mass (needed but absent or not positive).
tl::expected<double, UnitError> convert(double value, const Unit& from, const Unit& to,
                                        std::optional<double> molar_mass_mg_per_umol = {});

}  // namespace ketascope
