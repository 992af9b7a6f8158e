// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace ketascope {

namespace detail {
/// Exponents saturate, so that hostile input cannot wrap one dimension into another.
constexpr std::int8_t clamp_exponent(int exponent) {
  if (exponent > 127)
    return 127;
  if (exponent < -127)
    return -127;
  return static_cast<std::int8_t>(exponent);
}
}  // namespace detail

/// Exponents of the six base dimensions. Drug mass and body mass are separate, so mg/kg never
/// cancels; amount of substance is separate from drug mass, so a molar mass is always visible.
/// A structural type: usable as a template argument.
struct Dimension {
  std::int8_t drug_mass = 0;  // mg
  std::int8_t volume = 0;     // L
  std::int8_t time = 0;       // h
  std::int8_t body_mass = 0;  // kg
  std::int8_t molar = 0;      // umol
  std::int8_t length = 0;     // cm

  bool operator==(const Dimension&) const = default;

  constexpr bool is_dimensionless() const { return *this == Dimension{}; }

  /// In the base units mg L h kg umol cm: "mg/L", "1/h", "1", "L/h/kg", "mg*h/L", "cm^2".
  /// The text parses back as a unit with factor 1.
  std::string to_string() const;

  constexpr Dimension pow(int n) const {
    // A huge n saturates as well; clamping first keeps the products inside int.
    const int m = n > 1000 ? 1000 : (n < -1000 ? -1000 : n);
    return {detail::clamp_exponent(drug_mass * m), detail::clamp_exponent(volume * m),
            detail::clamp_exponent(time * m),      detail::clamp_exponent(body_mass * m),
            detail::clamp_exponent(molar * m),     detail::clamp_exponent(length * m)};
  }

  friend constexpr Dimension operator*(const Dimension& a, const Dimension& b) {
    return {detail::clamp_exponent(a.drug_mass + b.drug_mass),
            detail::clamp_exponent(a.volume + b.volume),
            detail::clamp_exponent(a.time + b.time),
            detail::clamp_exponent(a.body_mass + b.body_mass),
            detail::clamp_exponent(a.molar + b.molar),
            detail::clamp_exponent(a.length + b.length)};
  }
  friend constexpr Dimension operator/(const Dimension& a, const Dimension& b) {
    return a * b.pow(-1);
  }
};

namespace dimensions {
inline constexpr Dimension none{};
inline constexpr Dimension drug_mass{.drug_mass = 1};
inline constexpr Dimension volume{.volume = 1};
inline constexpr Dimension time{.time = 1};
inline constexpr Dimension body_mass{.body_mass = 1};
inline constexpr Dimension amount{.molar = 1};
inline constexpr Dimension length{.length = 1};
inline constexpr Dimension rate = none / time;                          // 1/h
inline constexpr Dimension clearance = volume / time;                   // L/h
inline constexpr Dimension mass_rate = drug_mass / time;                // mg/h
inline constexpr Dimension concentration = drug_mass / volume;          // mg/L
inline constexpr Dimension molar_concentration = amount / volume;       // umol/L
inline constexpr Dimension exposure = drug_mass * time / volume;        // mg*h/L
inline constexpr Dimension mass_per_body_mass = drug_mass / body_mass;  // mg/kg
inline constexpr Dimension molar_mass = drug_mass / amount;             // mg/umol
}  // namespace dimensions

}  // namespace ketascope
