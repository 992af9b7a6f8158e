// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "ketascope/expr/expression.hpp"

namespace ketascope {
namespace {

namespace dim = dimensions;

const std::vector<std::string> known{"CL", "V1", "V2", "WT", "AGE", "A1", "F"};

std::optional<Dimension> lookup(std::string_view name) {
  if (name == "CL")
    return dim::clearance;
  if (name == "V1" || name == "V2")
    return dim::volume;
  if (name == "WT")
    return dim::body_mass;
  if (name == "AGE")
    return dim::time;
  if (name == "A1")
    return dim::drug_mass;
  if (name == "F")
    return dim::none;
  return {};
}

tl::expected<Dimension, std::vector<ExprError>> check(std::string_view text) {
  return dimension_of(parse_expression(text).value(), lookup, known);
}

TEST(ExpressionDimension, FollowsTheAlgebra) {
  const std::vector<std::pair<std::string, Dimension>> expected{
      {"CL/V1", dim::rate},
      {"A1/V1", dim::concentration},
      {"CL*(WT/70[kg])^0.75", dim::clearance},
      {"CL - 2.19[L/h/year]*(AGE - 40[year])", dim::clearance},
      {"V1^2/V2", dim::volume},
      {"V1^-1", dim::none / dim::volume},
      {"V1^(3 - 1)", dim::volume.pow(2)},
      {"(V1*V2)^0.5", dim::volume},
      {"sqrt(V1*V2)", dim::volume},
      {"abs(-A1)", dim::drug_mass},
      {"min(V1, V2)", dim::volume},
      {"if(WT > 70[kg], CL, 2*CL)", dim::clearance},
      {"exp(-CL/V1*2[h])", dim::none},
      {"F^F", dim::none},
      {"WT > 70[kg] and not AGE < 18[year]", dim::none},
      {"1 + (WT > 70[kg])", dim::none},
  };
  for (const auto& [text, dimension] : expected) {
    const auto got = check(text);
    ASSERT_TRUE(got) << text << ": " << got.error().at(0).message;
    EXPECT_EQ(*got, dimension) << text << " is " << got->to_string();
  }
}

TEST(ExpressionDimension, LiteralZeroFitsAnyDimension) {
  EXPECT_EQ(check("max(0, A1)").value(), dim::drug_mass);
  EXPECT_EQ(check("A1 + 0").value(), dim::drug_mass);
  EXPECT_EQ(check("if(WT > 0, 0, CL)").value(), dim::clearance);
  EXPECT_FALSE(check("A1 + 0[L]"));
  EXPECT_FALSE(check("A1 + 1"));
}

TEST(ExpressionDimension, SaysWhatDiffersAndWhere) {
  const std::vector<std::pair<std::string, ExprError>> expected{
      {"CL + V1", {"expr.dimension", "the two sides of '+' differ: L/h and L", 3, 1, ""}},
      {"A1/V1 - 1",
       {"expr.dimension", "the two sides of '-' differ: mg/L and 1 (no unit)", 6, 1, ""}},
      {"WT >= A1", {"expr.dimension", "the two sides of '>=' differ: kg and mg", 3, 2, ""}},
      {"2*max(V1, CL)", {"expr.dimension", "the arguments of 'max' differ: L and L/h", 2, 3, ""}},
      {"if(F, V1, CL)", {"expr.dimension", "the two branches of 'if' differ: L and L/h", 0, 2, ""}},
      {"if(V1, 1, 2)",
       {"expr.dimension", "the condition of 'if' must be dimensionless, but is L", 0, 2, ""}},
      {"exp(CL)",
       {"expr.dimension", "the argument of 'exp' must be dimensionless, but is L/h", 0, 3, ""}},
      {"F and V1",
       {"expr.dimension", "the right side of 'and' must be dimensionless, but is L", 2, 3, ""}},
      {"not V1",
       {"expr.dimension", "what follows 'not' must be dimensionless, but is L", 0, 3, ""}},
      {"2^V1", {"expr.dimension", "an exponent must be dimensionless, but is L", 1, 1, ""}},
      {"WT^0.75",
       {"expr.exponent", "kg can only be raised to a constant whole number, not 0.75", 2, 1,
        "divide by a reference value first, as in (WT/70[kg])^0.75"}},
      {"WT^F",
       {"expr.exponent", "kg can only be raised to a constant whole number", 2, 1,
        "divide by a reference value first, as in (WT/70[kg])^0.75"}},
      {"sqrt(V1)", {"expr.exponent", "the square root of L is no unit", 0, 4, ""}},
      {"((V1^20)^2)^2", {"expr.exponent", "the powers in this dimension are too large", 11, 1, ""}},
      {"2*V3", {"expr.unknown_symbol", "unknown symbol 'V3'", 2, 2, "did you mean 'V1'?"}},
      {"q", {"expr.unknown_symbol", "unknown symbol 'q'", 0, 1, ""}},
  };
  for (const auto& [text, error] : expected) {
    const auto got = check(text);
    ASSERT_FALSE(got) << text;
    EXPECT_EQ(got.error(), std::vector<ExprError>{error})
        << text << " -> " << got.error().at(0).message << " @" << got.error()[0].offset;
  }
}

TEST(ExpressionDimension, ReportsEveryMistakeOnceInOrderOfPlace) {
  const auto got = check("(CL + V1) * exp(WT) + (CL + V1) + xyz");
  ASSERT_FALSE(got);
  std::vector<std::size_t> offsets;
  for (const auto& e : got.error())
    offsets.push_back(e.offset);
  EXPECT_EQ(offsets, (std::vector<std::size_t>{4, 12, 26, 34}));
}

TEST(ExpressionDimension, DemandSpellsBothSidesAndTakesLiteralZero) {
  const auto demand = [](std::string_view text, Dimension d) {
    return require_dimension(parse_expression(text).value(), d, lookup, known);
  };
  EXPECT_TRUE(demand("CL/V1", dim::rate).empty());
  EXPECT_TRUE(demand("0", dim::rate).empty());
  EXPECT_EQ(demand("CL*V1", dim::rate),
            (std::vector<ExprError>{
                {"expr.dimension",
                 "the expression is L^2/h in base units, but 1/h is expected here", 2, 1, ""}}));
  EXPECT_EQ(demand("CL + V1", dim::rate).at(0).message, "the two sides of '+' differ: L/h and L");
}

TEST(ExpressionDimension, DerivativeHasTheQuotientDimension) {
  for (const char* text :
       {"CL*A1/V1", "CL*(A1/V1)/(1[mg/L] + A1/V1)*1[mg/L]", "A1^2*F", "max(0, A1 - 2[mg])*CL",
        "sqrt(A1*A1)", "abs(A1 - 1[mg])", "exp(-A1/3[mg])*A1"}) {
    const Expression e = parse_expression(text).value();
    const auto whole = dimension_of(e, lookup).value();
    const Expression d = derivative(e, "A1");
    EXPECT_TRUE(require_dimension(d, whole / dim::drug_mass, lookup).empty())
        << text << " -> " << to_text(d);
  }
}

}  // namespace
}  // namespace ketascope
