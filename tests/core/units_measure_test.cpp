// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/units/measure.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "ketascope/units/number.hpp"

namespace ketascope {
namespace {

namespace dim = dimensions;

TEST(Measure, ReadsANumberAndItsUnitAsTyped) {
  const std::vector<std::pair<std::string, Measure>> expected{
      {"70kg", {70, "kg"}},
      {"0.5 mg/kg", {0.5, "mg/kg"}},
      {"1e3 ng/mL", {1000, "ng/mL"}},
      {"1e3ng/mL", {1000, "ng/mL"}},
      {"0.25", {0.25, ""}},
      {"-3 h", {-3, "h"}},
      {"+3h", {3, "h"}},
      {".5 L", {0.5, "L"}},
      {" \t40  min \n", {40, "min"}},
      {"40\u00A0min", {40, "min"}},
      {"93 %", {93, "%"}},
      {"5 µg", {5, "µg"}},
      {"2 1/h", {2, "1/h"}},
      {"2d", {2, "d"}},
      {"0", {0, ""}},
  };
  for (const auto& [text, value] : expected) {
    const auto got = parse_measure(text);
    ASSERT_TRUE(got) << text << ": " << got.error().message;
    EXPECT_EQ(*got, value) << text;
  }
}

TEST(Measure, RefusesWhatIsNoPlainNumber) {
  const std::string write = "write a number and its unit, as in 0.5 mg/kg";
  const std::vector<std::pair<std::string, UnitError>> refusals{
      {"nan mg", {"the number must be finite", 0, 6, "", "number.not_finite"}},
      {"-Inf", {"the number must be finite", 0, 4, "", "number.not_finite"}},
      {"1e999 mg", {"the number is too large or too small", 0, 5, "", "number.not_finite"}},
      {"1e-999", {"the number is too large or too small", 0, 6, "", "number.not_finite"}},
      {"0x10 mg", {"hexadecimal numbers are not allowed", 0, 7, "", "number.syntax"}},
      {"0,5 mg", {"a number cannot contain a comma", 1, 1, "use a dot", "number.syntax"}},
      {"1.2.3 mg", {"a number cannot contain two dots", 3, 1, "", "number.syntax"}},
      {"", {"a number is missing", 0, 0, write, "number.syntax"}},
      {"   ", {"a number is missing", 0, 0, write, "number.syntax"}},
      {"mg", {"this does not begin with a number", 0, 2, write, "number.syntax"}},
      {"+-3 h", {"this does not begin with a number", 0, 5, write, "number.syntax"}},
      {"5 Mg", {"unknown unit 'Mg'", 2, 2, "did you mean 'mg'?", "unit.unknown"}},
      {"5 mg 3",
       {"a unit cannot contain the number '3'", 5, 1, "a power is written with '^', as in cm^2",
        "unit.syntax"}},
  };
  for (const auto& [text, expected] : refusals) {
    const auto got = parse_measure(text);
    ASSERT_FALSE(got) << text;
    const auto& e = got.error();
    EXPECT_EQ(e, expected) << "'" << text << "' -> " << e.code << " " << e.message << " @"
                           << e.offset << "+" << e.length << " " << e.hint;
  }
}

TEST(Measure, TextRoundTripsToTheBit) {
  EXPECT_EQ(to_text(Measure{0.5, "mg/kg"}), "0.5 mg/kg");
  EXPECT_EQ(to_text(Measure{0.25, ""}), "0.25");
  std::mt19937_64 random(11);
  std::uniform_real_distribution<double> exponent(-300, 300);
  for (int i = 0; i < 1000; ++i) {
    const Measure m{std::pow(10.0, exponent(random)), "ng/mL"};
    EXPECT_EQ(parse_measure(to_text(m)).value(), m);
  }
}

TEST(Measure, BecomesInternalWithOneRounding) {
  EXPECT_EQ(to_internal({40, "min"}, dim::time).value(), 40.0 / 60.0);
  EXPECT_EQ(to_internal({20, "ng/mL"}, dim::concentration).value(), 0.02);
  EXPECT_EQ(to_internal({43.8, "ng/mL"}, dim::concentration).value(), 0.0438);
  EXPECT_EQ(to_internal({22, "min"}).value(), 22.0 / 60.0);
  EXPECT_EQ(to_internal({93, "%"}, dim::none).value(), 0.93);
  EXPECT_EQ(to_internal({0.25, ""}, dim::none).value(), 0.25);
}

TEST(Measure, MismatchSpellsBothSidesInBaseUnits) {
  const auto e = to_internal({0.5, "ug/lb"}, dim::drug_mass).error();
  EXPECT_EQ(e.message, "'0.5 ug/lb' is mg/kg in base units, but mg is expected here");
  EXPECT_EQ(e.code, "unit.mismatch");
  EXPECT_EQ(to_internal({3, ""}, dim::time).error().message,
            "'3' is 1 (no unit) in base units, but h is expected here");
}

TEST(Number, FormatsForPeopleWithAFixedNumberOfDigits) {
  EXPECT_EQ(format_number(43.8, 4), "43.80");
  EXPECT_EQ(format_number(12345, 4), "12340");
  EXPECT_EQ(format_number(9.996, 3), "10.0");
  EXPECT_EQ(format_number(-0.001234, 2), "-0.0012");
  EXPECT_EQ(format_number(1234567, 3), "1230000");
  EXPECT_EQ(format_number(12345678, 3), "1.23e+07");
  EXPECT_EQ(format_number(0.00001, 2), "1.0e-05");
  EXPECT_EQ(format_number(0.0, 3), "0");
  EXPECT_EQ(format_number(-0.0, 3), "0");
  EXPECT_EQ(format_number(std::numeric_limits<double>::quiet_NaN(), 3), "nan");
  EXPECT_EQ(format_number(-std::numeric_limits<double>::infinity(), 3), "-inf");
}

TEST(Number, ParsesTheWholeTextOrNothing) {
  EXPECT_EQ(parse_number("1.5"), 1.5);
  EXPECT_EQ(parse_number("+1e3"), 1000.0);
  EXPECT_EQ(parse_number("-0.25"), -0.25);
  for (const char* bad :
       {"", "+", "+-1", "1 ", " 1", "1,5", "0x10", "nan", "inf", "1e999", "1e", "--1", "1_000"}) {
    EXPECT_FALSE(parse_number(bad)) << bad;
  }
}

TEST(Number, ShortestReadsBackAsTheSameDouble) {
  EXPECT_EQ(shortest(0.1), "0.1");
  EXPECT_EQ(shortest(1e30), "1e+30");
  EXPECT_EQ(shortest(70.0), "70");
  std::mt19937_64 random(3);
  std::uniform_real_distribution<double> value(-1e3, 1e3);
  for (int i = 0; i < 1000; ++i) {
    const double x = value(random);
    EXPECT_EQ(parse_number(shortest(x)), x);
  }
}

}  // namespace
}  // namespace ketascope
