// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/units/dimension.hpp"

#include <gtest/gtest.h>

#include <random>
#include <type_traits>

#include "ketascope/units/quantity.hpp"
#include "ketascope/units/unit.hpp"

namespace ketascope {
namespace {

namespace dim = dimensions;

TEST(Dimension, IsWrittenInBaseUnits) {
  EXPECT_EQ(dim::none.to_string(), "1");
  EXPECT_EQ(dim::concentration.to_string(), "mg/L");
  EXPECT_EQ(dim::rate.to_string(), "1/h");
  EXPECT_EQ((dim::clearance / dim::body_mass).to_string(), "L/h/kg");
  EXPECT_EQ(dim::exposure.to_string(), "mg*h/L");
  EXPECT_EQ(dim::length.pow(2).to_string(), "cm^2");
  EXPECT_EQ((dim::volume / dim::time.pow(2)).to_string(), "L/h^2");
  EXPECT_EQ(dim::molar_concentration.to_string(), "umol/L");
}

TEST(Dimension, DrugMassNeverCancelsBodyMass) {
  EXPECT_FALSE(dim::mass_per_body_mass.is_dimensionless());
  EXPECT_NE(dim::drug_mass, dim::body_mass);
  EXPECT_TRUE((dim::mass_per_body_mass * dim::body_mass / dim::drug_mass).is_dimensionless());
}

TEST(Dimension, TextOfAnyDimensionParsesBackWithFactorOne) {
  std::mt19937 random(7);
  std::uniform_int_distribution<int> exponent(-3, 3);
  for (int i = 0; i < 500; ++i) {
    Dimension d;
    for (auto* e : {&d.drug_mass, &d.volume, &d.time, &d.body_mass, &d.molar, &d.length}) {
      *e = static_cast<std::int8_t>(exponent(random));
    }
    const auto unit = parse_unit(d.to_string());
    ASSERT_TRUE(unit) << d.to_string();
    EXPECT_EQ(*unit, (Unit{1.0, d})) << d.to_string();
  }
}

TEST(Dimension, AlgebraIsThatOfExponents) {
  static_assert(dim::clearance / dim::volume == dim::rate);
  static_assert(dim::concentration * dim::volume == dim::drug_mass);
  static_assert(dim::clearance.pow(-1) == dim::time / dim::volume);
  static_assert(dim::clearance.pow(0).is_dimensionless());
  EXPECT_EQ(dim::time.pow(2) * dim::time.pow(-2), dim::none);
}

TEST(Dimension, HugePowersSaturateInsteadOfWrapping) {
  EXPECT_EQ(dim::time.pow(256).time, 127);
  EXPECT_EQ(dim::time.pow(-2000000000).time, -127);
  EXPECT_EQ((dim::time.pow(100) * dim::time.pow(100)).time, 127);
}

TEST(Quantity, ProductsAndQuotientsCarryTheirDimension) {
  static_assert(std::is_same_v<decltype(Clearance(6.0) / Volume(3.0)), Rate>);
  static_assert(std::is_same_v<decltype(Concentration(2.0) * Volume(3.0)), DrugMass>);
  static_assert(std::is_same_v<decltype(1.0 / Time(2.0)), Rate>);
  static_assert(!std::is_convertible_v<double, Time>);
  static_assert(!std::is_same_v<DrugMass, BodyMass>);
  EXPECT_EQ((Clearance(6.0) / Volume(3.0)).canonical(), 2.0);
  EXPECT_EQ((1.0 / Time(2.0)).canonical(), 0.5);
}

TEST(Quantity, AddsComparesAndScales) {
  EXPECT_EQ(Time(1.0) + Time(0.5) - Time(0.25), Time(1.25));
  EXPECT_EQ(2.0 * Time(3.0) / 4.0, Time(1.5));
  EXPECT_LT(-Time(1.0), Time(0.0));
}

TEST(Quantity, TakesAMeasureOfItsOwnDimensionOnly) {
  EXPECT_EQ(from_measure<dim::time>({90, "min"}).value(), Time(1.5));
  EXPECT_EQ(from_measure<dim::drug_mass>({0.5, "mg/kg"}).error().code, "unit.mismatch");
}

}  // namespace
}  // namespace ketascope
