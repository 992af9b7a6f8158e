// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <tl/expected.hpp>

#include "ketascope/units/dimension.hpp"
#include "ketascope/units/measure.hpp"

namespace ketascope {

/// A double that knows its dimension at compile time; for the rim of the engine, where a mg taken
/// for a mg/kg would be a disaster. Held in internal units (mg, L, h, kg, umol, cm).
template <Dimension D>
class Quantity {
 public:
  static constexpr Dimension dimension = D;

  constexpr Quantity() = default;
  constexpr explicit Quantity(double canonical) : value_(canonical) {}

  /// The value in internal units.
  constexpr double canonical() const { return value_; }

  auto operator<=>(const Quantity&) const = default;

  constexpr Quantity operator-() const { return Quantity(-value_); }
  constexpr Quantity& operator+=(Quantity other) { return *this = *this + other; }
  constexpr Quantity& operator-=(Quantity other) { return *this = *this - other; }
  friend constexpr Quantity operator+(Quantity a, Quantity b) {
    return Quantity(a.value_ + b.value_);
  }
  friend constexpr Quantity operator-(Quantity a, Quantity b) {
    return Quantity(a.value_ - b.value_);
  }
  friend constexpr Quantity operator*(Quantity a, double s) { return Quantity(a.value_ * s); }
  friend constexpr Quantity operator*(double s, Quantity a) { return Quantity(s * a.value_); }
  friend constexpr Quantity operator/(Quantity a, double s) { return Quantity(a.value_ / s); }

 private:
  double value_ = 0.0;
};

template <Dimension A, Dimension B>
constexpr Quantity<A * B> operator*(Quantity<A> a, Quantity<B> b) {
  return Quantity<A * B>(a.canonical() * b.canonical());
}
template <Dimension A, Dimension B>
constexpr Quantity<A / B> operator/(Quantity<A> a, Quantity<B> b) {
  return Quantity<A / B>(a.canonical() / b.canonical());
}
template <Dimension B>
constexpr Quantity<Dimension{} / B> operator/(double s, Quantity<B> b) {
  return Quantity<Dimension{} / B>(s / b.canonical());
}

using DrugMass = Quantity<dimensions::drug_mass>;
using Volume = Quantity<dimensions::volume>;
using Time = Quantity<dimensions::time>;
using BodyMass = Quantity<dimensions::body_mass>;
using Amount = Quantity<dimensions::amount>;
using Length = Quantity<dimensions::length>;
using Concentration = Quantity<dimensions::concentration>;
using MolarConcentration = Quantity<dimensions::molar_concentration>;
using Clearance = Quantity<dimensions::clearance>;
using Rate = Quantity<dimensions::rate>;
using MassRate = Quantity<dimensions::mass_rate>;
using Exposure = Quantity<dimensions::exposure>;
using MassPerBodyMass = Quantity<dimensions::mass_per_body_mass>;

/// A typed measure as a quantity of dimension D; unit.mismatch when it is of another dimension.
template <Dimension D>
tl::expected<Quantity<D>, UnitError> from_measure(const Measure& measure) {
  return to_internal(measure, D).map([](double value) { return Quantity<D>(value); });
}

}  // namespace ketascope
