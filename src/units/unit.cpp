// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/units/unit.hpp"

#include <fmt/format.h>

#include <cmath>

#include "units/unit_scale.hpp"

namespace ketascope {

tl::expected<Unit, UnitError> parse_unit(std::string_view text) {
  return parse_unit_scale(text).map([](const UnitScale& scale) {
    return Unit{.factor = scale.apply(1.0), .dimension = scale.dimension};
  });
}

namespace {

/// value / factor. 1e-9 is not a double but 1e9 is: dividing by the nearest double to 1e-9 would
/// print 999999999.9999999, so a factor whose reciprocal is whole is multiplied instead.
double divide_by_factor(double value, double factor) {
  const double reciprocal = std::round(1.0 / factor);
  if (reciprocal > 1.0 && reciprocal < 1e15 && 1.0 / reciprocal == factor) {
    return value * reciprocal;
  }
  return value / factor;
}

double multiply_by_factor(double value, double factor) {
  const double reciprocal = std::round(1.0 / factor);
  if (reciprocal > 1.0 && reciprocal < 1e15 && 1.0 / reciprocal == factor) {
    return value / reciprocal;
  }
  return value * factor;
}

}  // namespace

tl::expected<double, UnitError> convert(double value, const Unit& from, const Unit& to,
                                        std::optional<double> molar_mass_mg_per_umol) {
  if (from.dimension == to.dimension) {
    if (from.factor == to.factor)
      return value;
    return divide_by_factor(multiply_by_factor(value, from.factor), to.factor);
  }
  // Each mg that becomes a umol divides by the molar mass; everything else must stay.
  const int gained_mass = to.dimension.drug_mass - from.dimension.drug_mass;
  Dimension bridged = from.dimension;
  bridged.drug_mass = to.dimension.drug_mass;
  bridged.molar = detail::clamp_exponent(from.dimension.molar - gained_mass);
  if (bridged != to.dimension) {
    return tl::unexpected(
        UnitError{.message = fmt::format("cannot convert {} into {}", from.dimension.to_string(),
                                         to.dimension.to_string()),
                  .code = "unit.mismatch"});
  }
  if (!molar_mass_mg_per_umol) {
    return tl::unexpected(
        UnitError{.message = fmt::format("converting {} into {} needs the analyte's molar mass",
                                         from.dimension.to_string(), to.dimension.to_string()),
                  .code = "unit.molar_mass"});
  }
  const double molar_mass = *molar_mass_mg_per_umol;
  if (!(molar_mass > 0.0) || !std::isfinite(molar_mass)) {
    return tl::unexpected(UnitError{.message = "the molar mass must be a positive number",
                                    .code = "unit.molar_mass"});
  }
  double internal = multiply_by_factor(value, from.factor);
  for (int i = 0; i < gained_mass; ++i)
    internal *= molar_mass;
  for (int i = 0; i > gained_mass; --i)
    internal /= molar_mass;
  return divide_by_factor(internal, to.factor);
}

std::string exposure_unit(std::string_view concentration_unit) {
  const auto slash = concentration_unit.find('/');
  if (slash == std::string_view::npos)
    return std::string(concentration_unit) + "*h";
  return fmt::format("{}*h{}", concentration_unit.substr(0, slash),
                     concentration_unit.substr(slash));
}

}  // namespace ketascope
