// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/gather.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <random>

#include "ketascope/expr/program.hpp"
#include "model/hoist.hpp"

namespace ketascope::model_detail {
namespace {

const std::set<std::string, std::less<>> running{"x", "y", "TIME"};
const std::vector<std::string> names{"a", "b", "c", "x", "y", "TIME"};

Expression parsed(std::string_view text) {
  return parse_expression(text).value();
}

double value_at(const Expression& expression, const std::array<double, 6>& at) {
  return evaluate(expression,
                  [&](std::string_view name) -> std::optional<double> {
                    for (std::size_t i = 0; i < names.size(); ++i)
                      if (names[i] == name)
                        return at[i];
                    return {};
                  })
      .value();
}

std::string random_text(std::mt19937_64& generator, int depth) {
  const auto pick = [&](int n) { return static_cast<int>(generator() % static_cast<unsigned>(n)); };
  if (depth == 0 || pick(6) == 0) {
    if (pick(4) == 0)
      return std::to_string(1 + pick(5));
    return names[static_cast<std::size_t>(pick(5))];
  }
  const std::string a = random_text(generator, depth - 1), b = random_text(generator, depth - 1);
  switch (pick(8)) {
    case 0:
      return "(" + a + " + " + b + ")";
    case 1:
      return "(" + a + " - " + b + ")";
    case 2:
      return "(" + a + " / " + b + ")";
    case 3:
      return "(-" + a + ")";
    case 4:
      return "(" + a + ")^2";
    case 5:
      return "exp(-" + a + "/9)";
    case 6:
      return "if(" + a + " < " + b + ", " + a + ", " + b + ")";
    default:
      return "(" + a + " * " + b + ")";
  }
}

TEST(Gather, KeepsTheValueOfRandomExpressions) {
  std::mt19937_64 generator(17);
  std::uniform_real_distribution<double> draw(0.5, 2.0);
  int compared = 0;
  for (int i = 0; i < 2'000; ++i) {
    const std::string text = random_text(generator, 5);
    const Expression expression = parsed(text);
    Gather gather(running);
    const Expression gathered = gather(expression);
    for (int k = 0; k < 3; ++k) {
      std::array<double, 6> at{};
      double largest = 0.0;
      for (double& value : at)
        value = draw(generator);
      const double wanted = value_at(expression, at), got = value_at(gathered, at);
      // Differences that cancel have no digits of their own to lose.
      largest = std::abs(wanted);
      if (!std::isfinite(wanted) || largest < 1e-3 || largest > 1e6)
        continue;
      ++compared;
      EXPECT_NEAR(got, wanted, 1e-9 * largest) << text << "\nas " << to_text(gathered);
    }
  }
  EXPECT_GT(compared, 2'000);
}

TEST(Gather, LeavesTheInnerLoopTheLeastToDo) {
  const auto steps = [](std::string_view text) {
    Gather gather(running);
    Hoist hoist(running);
    const Expression inner = hoist(gather(parsed(text)));
    std::vector<std::string> inputs = hoist.names();
    inputs.insert(inputs.end(), {"x", "y", "TIME"});
    return Program::compile(std::vector{inner}, inputs).value().instruction_count();
  };
  EXPECT_EQ(steps("x*a/b"), 1U);
  EXPECT_EQ(steps("a*x/b + b*y/c"), 2U);
  EXPECT_EQ(steps("-(a*x) - b*x - c*x"), 1U);
  EXPECT_EQ(steps("a*(x/b + y/c)"), 2U);
}

TEST(Gather, DividesByADenominatorOnce) {
  Gather gather(running);
  Hoist hoist(running);
  std::vector<Expression> inner;
  for (const char* text : {"a*x/(b + y)", "c*y/(b + y)", "a*b/(b + y)^2"})
    inner.push_back(hoist(gather(parsed(text))));
  std::vector<std::string> inputs = hoist.names();
  inputs.insert(inputs.end(), {"x", "y", "TIME"});
  // b + y, one over it; x and y times that, times their constants; its square and its constant.
  EXPECT_EQ(Program::compile(inner, inputs).value().instruction_count(), 8U);
}

TEST(Gather, WhatDoesNotRunStaysAsItIs) {
  Gather gather(running);
  const Expression constant = parsed("a*b/c - 3*a");
  EXPECT_EQ(gather(constant), constant);
  EXPECT_EQ(to_text(gather(parsed("x - x"))), "0");
}

}  // namespace
}  // namespace ketascope::model_detail
