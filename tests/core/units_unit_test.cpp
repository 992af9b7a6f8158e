// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/units/unit.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace ketascope {
namespace {

namespace dim = dimensions;

Unit unit(std::string_view text) {
  const auto parsed = parse_unit(text);
  EXPECT_TRUE(parsed) << text << ": " << (parsed ? "" : parsed.error().message);
  return parsed.value_or(Unit{});
}

UnitError error(std::string_view text) {
  const auto parsed = parse_unit(text);
  EXPECT_FALSE(parsed) << text;
  return parsed ? UnitError{} : parsed.error();
}

TEST(UnitGrammar, KnowsEveryListedUnit) {
  const std::vector<std::pair<std::string, Unit>> expected{
      {"pg", {1e-9, dim::drug_mass}},
      {"ng", {1e-6, dim::drug_mass}},
      {"ug", {1e-3, dim::drug_mass}},
      {"µg", {1e-3, dim::drug_mass}},
      {"μg", {1e-3, dim::drug_mass}},
      {"mcg", {1e-3, dim::drug_mass}},
      {"mg", {1, dim::drug_mass}},
      {"g", {1e3, dim::drug_mass}},
      {"kg", {1, dim::body_mass}},
      {"lb", {0.45359237, dim::body_mass}},
      {"st", {6.35029318, dim::body_mass}},
      {"pmol", {1e-6, dim::amount}},
      {"nmol", {1e-3, dim::amount}},
      {"umol", {1, dim::amount}},
      {"µmol", {1, dim::amount}},
      {"mmol", {1e3, dim::amount}},
      {"mol", {1e6, dim::amount}},
      {"nM", {1e-3, dim::molar_concentration}},
      {"uM", {1, dim::molar_concentration}},
      {"µM", {1, dim::molar_concentration}},
      {"mM", {1e3, dim::molar_concentration}},
      {"M", {1e6, dim::molar_concentration}},
      {"uL", {1e-6, dim::volume}},
      {"mL", {1e-3, dim::volume}},
      {"dL", {0.1, dim::volume}},
      {"L", {1, dim::volume}},
      {"l", {1, dim::volume}},
      {"s", {1.0 / 3600, dim::time}},
      {"sec", {1.0 / 3600, dim::time}},
      {"min", {1.0 / 60, dim::time}},
      {"h", {1, dim::time}},
      {"hr", {1, dim::time}},
      {"d", {24, dim::time}},
      {"day", {24, dim::time}},
      {"wk", {168, dim::time}},
      {"week", {168, dim::time}},
      {"y", {8766, dim::time}},
      {"yr", {8766, dim::time}},
      {"year", {8766, dim::time}},
      {"Hz", {3600, dim::rate}},
      {"cm", {1, dim::length}},
      {"m", {100, dim::length}},
      {"in", {2.54, dim::length}},
      {"ft", {30.48, dim::length}},
      {"%", {0.01, dim::none}},
      {"1", {1, dim::none}},
      {"", {1, dim::none}},
      {"  ", {1, dim::none}},
  };
  for (const auto& [text, value] : expected)
    EXPECT_EQ(unit(text), value) << text;
}

TEST(UnitGrammar, EveryKnownNameParses) {
  EXPECT_GT(known_units().size(), 40U);
  for (const auto& name : known_units())
    unit(name);
}

TEST(UnitGrammar, SpellsOneProductInManyWays) {
  const Unit expected{1e-3, dim::exposure};
  for (const char* text :
       {"ng*h/mL", "ng·h/mL", "ng h/mL", "ng * h / mL", "ng⋅h/mL", "h ng/mL", "(ng h)/mL",
        "ng/mL*h", "ng h mL^-1", "ng h mL⁻¹", " ng  h /mL ", "ng\u00A0h/mL", "(ng)(h)/(mL)"}) {
    EXPECT_EQ(unit(text), expected) << text;
  }
}

TEST(UnitGrammar, DivisionBindsToTheNextFactorOnly) {
  EXPECT_EQ(unit("L/h/kg").dimension, dim::clearance / dim::body_mass);
  EXPECT_EQ(unit("L/(h kg)").dimension, dim::clearance / dim::body_mass);
  EXPECT_EQ(unit("L/h kg").dimension, dim::clearance * dim::body_mass);
  EXPECT_EQ(unit("1/h").dimension, dim::rate);
}

TEST(UnitGrammar, ReadsPowersInBothForms) {
  EXPECT_EQ(unit("cm^2"), (Unit{1, dim::length.pow(2)}));
  EXPECT_EQ(unit("m²"), (Unit{1e4, dim::length.pow(2)}));
  EXPECT_EQ(unit("min^-1"), (Unit{60, dim::rate}));
  EXPECT_EQ(unit("min⁻¹"), (Unit{60, dim::rate}));
  EXPECT_EQ(unit("m³"), (Unit{1e6, dim::length.pow(3)}));
  EXPECT_EQ(unit("h^+2").dimension, dim::time.pow(2));
  EXPECT_EQ(unit("(L/h)^2").dimension, dim::clearance.pow(2));
  EXPECT_EQ(unit("h^0"), (Unit{1, dim::none}));
}

TEST(UnitGrammar, CompoundFactorsAreRoundedOnce) {
  EXPECT_EQ(unit("ng/mL").factor, 0.001);
  EXPECT_EQ(unit("mL/min").factor, 0.06);
  EXPECT_EQ(unit("ug/kg/min").factor, 0.06);
  EXPECT_EQ(unit("mL/min/kg").dimension, dim::clearance / dim::body_mass);
  EXPECT_EQ(unit("g/L").factor, 1000.0);
}

struct Refusal {
  std::string text;
  UnitError error;
};

TEST(UnitGrammar, RefusesWithPlaceReasonAndHint) {
  const std::vector<Refusal> refusals{
      {"Mg", {"unknown unit 'Mg'", 0, 2, "did you mean 'mg'?", "unit.unknown"}},
      {"ng/ML", {"unknown unit 'ML'", 3, 2, "did you mean 'mL'?", "unit.unknown"}},
      {"mgg", {"unknown unit 'mgg'", 0, 3, "did you mean 'mg'?", "unit.unknown"}},
      {"hours", {"unknown unit 'hours'", 0, 5, "did you mean 'h'?", "unit.unknown"}},
      {"banana", {"unknown unit 'banana'", 0, 6, "", "unit.unknown"}},
      {"µx", {"unknown unit 'µx'", 0, 3, "did you mean 'ug'?", "unit.unknown"}},
      {"mo",
       {"'mo' is ambiguous: months differ in length", 0, 2, "write days or weeks",
        "unit.ambiguous"}},
      {"mg/", {"the unit ends where a unit name is expected", 3, 0, "", "unit.syntax"}},
      {"/h", {"unexpected '/' in a unit", 0, 1, "", "unit.syntax"}},
      {"mg//L", {"unexpected '/' in a unit", 3, 1, "", "unit.syntax"}},
      {"mg)", {"unexpected ')' in a unit", 2, 1, "", "unit.syntax"}},
      {"mg/(L h", {"this '(' is never closed", 3, 1, "", "unit.syntax"}},
      {"()", {"unexpected ')' in a unit", 1, 1, "", "unit.syntax"}},
      {"mg^", {"a power must be a whole number", 2, 1, "as in cm^2 or h^-1", "unit.syntax"}},
      {"mg^0.5", {"a power must be a whole number", 2, 2, "as in cm^2 or h^-1", "unit.syntax"}},
      {"mg⁻", {"a power must be a whole number", 2, 3, "as in cm^2 or h^-1", "unit.syntax"}},
      {"mg^10", {"the powers in this unit are too large", 2, 3, "", "unit.too_large"}},
      {"mg^99999999999", {"the powers in this unit are too large", 2, 12, "", "unit.too_large"}},
      {"h-1",
       {"unexpected '-' in a unit", 1, 1, "a power is written with '^', as in h^-1",
        "unit.syntax"}},
      {"cm2",
       {"a unit cannot contain the number '2'", 2, 1, "a power is written with '^', as in cm^2",
        "unit.syntax"}},
      {"10 mg",
       {"a unit cannot contain the number '10'", 0, 2, "a power is written with '^', as in cm^2",
        "unit.syntax"}},
      {"mg€", {"unexpected '€' in a unit", 2, 3, "", "unit.syntax"}},
  };
  for (const auto& refusal : refusals) {
    const UnitError got = error(refusal.text);
    EXPECT_EQ(got, refusal.error) << refusal.text << " -> " << got.code << " " << got.message
                                  << " @" << got.offset << "+" << got.length << " " << got.hint;
  }
}

TEST(UnitGrammar, HostileTextIsRefusedQuickly) {
  EXPECT_EQ(error(std::string(100000, '(')).code, "unit.too_large");
  EXPECT_EQ(error(std::string(199, '(')).code, "unit.syntax");
  EXPECT_EQ(error("(((mg^9)^9)^9)^9").code, "unit.too_large");
  EXPECT_EQ(error("(((min/h)^9)^9)^9").code, "unit.too_large");
  EXPECT_EQ(error("((((%)^9)^9)^9)^9").code, "unit.too_large");
  EXPECT_EQ(error(std::string("m\0g", 3)).code, "unit.syntax");
}

TEST(UnitConvert, StaysExactBetweenPowersOfTen) {
  EXPECT_EQ(convert(1.0, unit("mg"), unit("pg")).value(), 1e9);
  EXPECT_EQ(convert(267.9, unit("ng/mL"), unit("mg/L")).value(), 267.9 / 1000);
  EXPECT_EQ(convert(0.2679, unit("mg/L"), unit("ng/mL")).value(), 0.2679 * 1000);
  EXPECT_EQ(convert(40.0, unit("min"), unit("h")).value(), 40.0 / 60.0);
  EXPECT_EQ(convert(37.5, unit("nM"), unit("nM")).value(), 37.5);
}

TEST(UnitConvert, BridgesMassAndAmountThroughTheMolarMass) {
  // 250 g/mol = 0.25 mg/umol.
  const double molar_mass = 0.25;
  EXPECT_DOUBLE_EQ(convert(1.0, unit("mg"), unit("nmol"), molar_mass).value(), 4000.0);
  EXPECT_DOUBLE_EQ(convert(4000.0, unit("nmol"), unit("mg"), molar_mass).value(), 1.0);
  EXPECT_DOUBLE_EQ(convert(50.0, unit("ng/mL"), unit("nM"), molar_mass).value(), 200.0);
  EXPECT_DOUBLE_EQ(convert(2.0, unit("umol*h/L"), unit("ng h/mL"), molar_mass).value(), 500.0);
  EXPECT_DOUBLE_EQ(convert(3.0, unit("L/umol"), unit("L/mg"), molar_mass).value(), 12.0);
  EXPECT_DOUBLE_EQ(convert(2.0, unit("mg^2"), unit("umol^2"), molar_mass).value(), 32.0);
}

TEST(UnitConvert, SaysWhenAMolarMassIsNeeded) {
  const auto missing = convert(1.0, unit("ng/mL"), unit("nM"));
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().message, "converting mg/L into umol/L needs the analyte's molar mass");
  EXPECT_EQ(missing.error().code, "unit.molar_mass");
  for (const double bad : {0.0, -1.0, std::numeric_limits<double>::quiet_NaN(),
                           std::numeric_limits<double>::infinity()}) {
    EXPECT_EQ(convert(1.0, unit("mg"), unit("umol"), bad).error().message,
              "the molar mass must be a positive number");
  }
}

TEST(UnitConvert, RefusesOtherDimensionsEvenWithAMolarMass) {
  const auto wrong = convert(1.0, unit("mg/kg"), unit("mg"), 0.25);
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().message, "cannot convert mg/kg into mg");
  EXPECT_EQ(convert(1.0, unit("kg"), unit("umol"), 0.25).error().code, "unit.mismatch");
  EXPECT_EQ(convert(1.0, unit("mg*umol"), unit("umol"), 0.25).error().code, "unit.mismatch");
}

}  // namespace
}  // namespace ketascope
