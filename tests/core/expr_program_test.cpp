// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/expr/program.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include "ketascope/expr/expression.hpp"
#include "ketascope/expr/node.hpp"

namespace ketascope {
namespace {

const std::vector<std::string> names{"x", "y", "z"};

/// Random expression text over x, y, z in (0.5, 2). `smooth` leaves out what has jumps or joints.
class RandomText {
 public:
  RandomText(std::uint32_t seed, bool smooth) : random_(seed), smooth_(smooth) {}

  std::string make(int depth) {
    if (depth == 0 || pick(8) == 0)
      return leaf();
    const auto sub = [&] { return "(" + make(depth - 1) + ")"; };
    switch (pick(smooth_ ? 12 : 22)) {
      case 0:
        return sub() + "+" + sub();
      case 1:
        return sub() + "-" + sub();
      case 2:
      case 3:
        return sub() + "*" + sub();
      case 4:
        return sub() + "/(1.5+abs" + sub() + "^2)";
      case 5:
        return "exp(-abs" + sub() + ")";
      case 6:
        return "log(2+" + sub() + "^2)";
      case 7:
        return "sqrt(1+" + sub() + "^2)";
      case 8:
        return "inv_logit" + sub();
      case 9:
        return "(1.1+" + sub() + "^2)^" + leaf();
      case 10:
        return sub() + "^" + std::to_string(pick(5));
      case 11:
        return "log10(1+" + sub() + "^2)";
      case 12:
        return "min(" + make(depth - 1) + "," + make(depth - 1) + ")";
      case 13:
        return "max(" + make(depth - 1) + "," + make(depth - 1) + ")";
      case 14:
        return "if(" + sub() + "<" + sub() + "," + sub() + "," + sub() + ")";
      case 15:
        return "(" + sub() + ">=" + sub() + ")";
      case 16:
        return "(" + sub() + ">1 and not " + sub() + "<=1)";
      case 17:
        return "floor" + sub();
      case 18:
        return "-" + sub();
      case 19:
        return sub() + "^-" + std::to_string(1 + pick(3));
      case 20:
        return sub() + "^0.5";
      default:
        return "(" + sub() + "==" + sub() + " or " + sub() + "!=1)";
    }
  }

  double uniform(double low, double high) {
    return std::uniform_real_distribution<double>(low, high)(random_);
  }

 private:
  int pick(int n) { return std::uniform_int_distribution<int>(0, n - 1)(random_); }
  std::string leaf() {
    const int which = pick(5);
    return which < 3 ? names[static_cast<std::size_t>(which)] : std::to_string(1 + pick(5)) + ".25";
  }

  std::mt19937 random_;
  bool smooth_;
};

/// The meaning of an expression, written once more and as plainly as possible.
double direct(const expr::Node& n, const std::vector<double>& at) {
  using expr::Op;
  const auto arg = [&](std::size_t i) { return direct(*n.args[i], at); };
  switch (n.op) {
    case Op::number:
      return n.value;
    case Op::symbol:
      return at[static_cast<std::size_t>(n.name[0] - 'x')];
    case Op::add:
      return arg(0) + arg(1);
    case Op::sub:
      return arg(0) - arg(1);
    case Op::mul:
      return arg(0) * arg(1);
    case Op::div:
      return arg(0) / arg(1);
    case Op::neg:
      return -arg(0);
    case Op::pow:
      return std::pow(arg(0), arg(1));
    case Op::less:
      return arg(0) < arg(1);
    case Op::less_equal:
      return arg(0) <= arg(1);
    case Op::greater:
      return arg(0) > arg(1);
    case Op::greater_equal:
      return arg(0) >= arg(1);
    case Op::equal:
      return arg(0) == arg(1);
    case Op::not_equal:
      return arg(0) != arg(1);
    case Op::logic_and:
      return arg(0) != 0 && arg(1) != 0;
    case Op::logic_or:
      return arg(0) != 0 || arg(1) != 0;
    case Op::logic_not:
      return arg(0) == 0;
    case Op::exp:
      return std::exp(arg(0));
    case Op::log:
      return std::log(arg(0));
    case Op::log10:
      return std::log10(arg(0));
    case Op::sqrt:
      return std::sqrt(arg(0));
    case Op::abs:
      return std::fabs(arg(0));
    case Op::floor:
      return std::floor(arg(0));
    case Op::inv_logit:
      return 1 / (1 + std::exp(-arg(0)));
    case Op::min:
      return std::fmin(arg(0), arg(1));
    case Op::max:
      return std::fmax(arg(0), arg(1));
    case Op::select:
      return arg(0) != 0 ? arg(1) : arg(2);
  }
  return 0;
}

std::optional<double> tree_value(const Expression& e, const std::vector<double>& at) {
  return evaluate(e, [&](std::string_view name) {
    return std::optional(at[static_cast<std::size_t>(name[0] - 'x')]);
  });
}

std::uint64_t bits(double x) {
  // Which of several NaNs comes out is not promised.
  return std::isnan(x) ? 0 : std::bit_cast<std::uint64_t>(x);
}

Program compile(const std::vector<std::string>& texts) {
  std::vector<Expression> outputs;
  for (const auto& text : texts)
    outputs.push_back(parse_expression(text).value());
  return Program::compile(outputs, names).value();
}

TEST(Program, AgreesWithDirectEvaluationOnRandomExpressions) {
  RandomText random(20, true);
  for (int i = 0; i < 600; ++i) {
    const std::string text = random.make(4);
    const Expression e = parse_expression(text).value();
    const std::vector<double> at{random.uniform(0.5, 2), random.uniform(0.5, 2),
                                 random.uniform(0.5, 2)};
    const double expected = direct(e.node(), at);
    const double got = compile({text}).run(at).at(0);
    if (!std::isfinite(expected))
      continue;
    // Cancellation may magnify the last digit of a power computed as products.
    EXPECT_NEAR(got, expected, 1e-11 * std::max(1.0, std::abs(expected))) << text;
  }
}

TEST(Program, GivesTheBitsOfTheTreeWithJumpsAndAll) {
  RandomText random(21, false);
  for (int i = 0; i < 1500; ++i) {
    const std::string text = random.make(4);
    const Expression e = parse_expression(text).value();
    const std::vector<double> at{random.uniform(0.5, 2), random.uniform(-2, 2),
                                 random.uniform(0.5, 2)};
    EXPECT_EQ(bits(compile({text}).run(at).at(0)), bits(tree_value(e, at).value())) << text;
  }
}

TEST(Program, LaneResultsDoNotDependOnTheNumberOfLanes) {
  RandomText random(22, false);
  for (int i = 0; i < 300; ++i) {
    const std::vector<std::string> texts{random.make(4), random.make(3), random.make(4)};
    const Program program = compile(texts);
    for (const std::size_t lanes : {1U, 2U, 3U, 4U, 5U, 7U, 8U, 13U, 16U, 64U, 67U}) {
      std::vector<double> inputs(3 * lanes);
      for (auto& value : inputs)
        value = random.uniform(-2, 2);
      std::vector<double> outputs(3 * lanes);
      std::vector<double> scratch(program.scratch_size(lanes));
      program.run(inputs, outputs, scratch, lanes);
      for (std::size_t lane = 0; lane < lanes; ++lane) {
        const std::vector<double> one{inputs[lane], inputs[lanes + lane], inputs[2 * lanes + lane]};
        const auto alone = program.run(one);
        for (std::size_t o = 0; o < 3; ++o) {
          ASSERT_EQ(bits(outputs[o * lanes + lane]), bits(alone[o]))
              << texts[o] << " lane " << lane << " of " << lanes;
        }
      }
    }
  }
}

TEST(Program, ProductThatServesOneSumGoesWithItAndIsRoundedOnItsOwn) {
  EXPECT_EQ(compile({"x*y + z"}).instruction_count(), 1U);
  EXPECT_EQ(compile({"z + x*y"}).instruction_count(), 1U);
  EXPECT_EQ(compile({"x*y - z"}).instruction_count(), 1U);
  EXPECT_EQ(compile({"z - x*y"}).instruction_count(), 1U);
  EXPECT_EQ(compile({"x*y + z", "x*y"}).instruction_count(), 2U);
  // (1 + e)(1 - e) - 1 is -e^2 exactly; rounded after the product it is 0.
  const double e = 0x1p-30;
  for (const std::size_t lanes : {1U, 3U, 4U, 16U, 17U}) {
    const Program program = compile({"x*y - z", "z - x*y", "x*y + z"});
    std::vector<double> inputs(3 * lanes, 1.0), outputs(3 * lanes),
        scratch(program.scratch_size(lanes));
    std::fill_n(inputs.begin(), lanes, 1.0 + e);
    std::fill_n(inputs.begin() + static_cast<std::ptrdiff_t>(lanes), lanes, 1.0 - e);
    program.run(inputs, outputs, scratch, lanes);
    for (std::size_t i = 0; i < lanes; ++i) {
      EXPECT_EQ(outputs[i], 0.0);
      EXPECT_EQ(outputs[lanes + i], 0.0);
      EXPECT_EQ(outputs[2 * lanes + i], 2.0);
    }
  }
}

TEST(Program, ComputesCommonPartsOnce) {
  EXPECT_EQ(compile({"exp(x*y) + exp(y*x)"}).instruction_count(), 3U);
  EXPECT_EQ(compile({"exp(x*y)", "exp(x*y)*2"}).instruction_count(), 3U);
  EXPECT_EQ(compile({"x^4"}).instruction_count(), 2U);
  EXPECT_EQ(compile({"x^0.5", "sqrt(x)*y"}).instruction_count(), 2U);
}

TEST(Program, FoldsConstantsAndDropsWhatNobodyNeeds) {
  EXPECT_EQ(compile({"x*(2*3 - 5)"}).instruction_count(), 1U);  // a copy of x
  EXPECT_EQ(compile({"if(1 < 2, x + y, exp(z))"}).instruction_count(), 1U);
  EXPECT_EQ(compile({"2^10"}).run(std::vector<double>{0, 0, 0}).at(0), 1024);
}

TEST(Program, ReusesRegistersOfAChain) {
  std::string chain = "x";
  for (int i = 0; i < 200; ++i)
    chain += "*y + z";
  EXPECT_LE(compile({chain}).scratch_size(1), 3U);
}

TEST(Program, HandlesInputsConstantsAndRepeatsAsOutputs) {
  const Program program = compile({"y", "7", "x + y", "x + y", "(x + y)*2"});
  EXPECT_EQ(program.input_count(), 3U);
  EXPECT_EQ(program.output_count(), 5U);
  EXPECT_EQ(program.run(std::vector<double>{1, 2, 3}), (std::vector<double>{2, 7, 3, 3, 6}));
  EXPECT_EQ(Program{}.output_count(), 0U);
}

TEST(Program, NotANumberIsNotHiddenByMinAndMax) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const Program program = compile({"min(x, y)", "min(y, x)", "max(x, y)", "max(y, x)"});
  for (const double got : program.run(std::vector<double>{nan, 1, 0})) {
    EXPECT_TRUE(std::isnan(got));
  }
}

TEST(Program, AnUntakenBranchCannotSpoilTheTakenOne) {
  const Program program = compile({"if(x > 0, log(x), 0)"});
  EXPECT_EQ(program.run(std::vector<double>{-1, 0, 0}).at(0), 0.0);
  EXPECT_EQ(program.run(std::vector<double>{1, 0, 0}).at(0), 0.0);
}

TEST(Program, UnknownSymbolsAreErrorsEachOnce) {
  const std::vector<Expression> outputs{parse_expression("x + CL*2").value(),
                                        parse_expression("V1/CL").value()};
  const auto got = Program::compile(outputs, names);
  ASSERT_FALSE(got);
  ASSERT_EQ(got.error().size(), 2U);
  EXPECT_EQ(got.error()[0], (ExprError{"expr.unknown_symbol", "unknown symbol 'CL'", 4, 2, ""}));
  EXPECT_EQ(got.error()[1].message, "unknown symbol 'V1'");
}

TEST(Program, TooFewInputsBreakTheContract) {
  EXPECT_THROW(compile({"x"}).run(std::vector<double>{1}), std::logic_error);
}

TEST(Derivative, AgreesWithCentralDifferencesOnRandomExpressions) {
  RandomText random(23, true);
  int compared = 0;
  for (int i = 0; i < 800; ++i) {
    const std::string text = random.make(3);
    const Expression e = parse_expression(text).value();
    std::vector<double> at{random.uniform(0.7, 1.8), random.uniform(0.7, 1.8),
                           random.uniform(0.7, 1.8)};
    for (std::size_t v = 0; v < 3; ++v) {
      const auto exact = tree_value(derivative(e, names[v]), at).value();
      const auto slope = [&](double h) {
        auto low = at;
        auto high = at;
        low[v] -= h;
        high[v] += h;
        return (direct(e.node(), high) - direct(e.node(), low)) / (high[v] - low[v]);
      };
      // Two step widths, extrapolated: the error falls with the fourth power of the step.
      const double h = 1e-3;
      const double estimate = (4 * slope(h / 2) - slope(h)) / 3;
      const double trust = std::abs(slope(h / 2) - slope(h));
      const double scale = std::max({1.0, std::abs(exact), std::abs(direct(e.node(), at))});
      // A joint of abs inside the step shows as disagreement between the widths.
      if (!std::isfinite(estimate) || trust > 1e-4 * scale)
        continue;
      ++compared;
      EXPECT_NEAR(exact, estimate, 1e-7 * scale) << "d/d" << names[v] << " " << text;
    }
  }
  EXPECT_GT(compared, 2000);
}

std::string d_dx(std::string_view text) {
  return to_text(derivative(parse_expression(text).value(), "x"));
}

TEST(Derivative, ComesOutSimplified) {
  EXPECT_EQ(d_dx("y"), "0");
  EXPECT_EQ(d_dx("x"), "1");
  EXPECT_EQ(d_dx("3*x + y"), "3");
  EXPECT_EQ(d_dx("y*x/z"), "y/z");
  EXPECT_EQ(d_dx("x^2"), "2*x");
  EXPECT_EQ(d_dx("x^3"), "3*x^2");
  EXPECT_EQ(d_dx("y - x"), "-1");
  EXPECT_EQ(d_dx("exp(-x)"), "-exp(-x)");
  EXPECT_EQ(d_dx("log(x)"), "1/x");
  EXPECT_EQ(d_dx("y/x"), "-(y/x^2)");
  EXPECT_EQ(d_dx("floor(x) + (x < y)"), "0");
}

TEST(Derivative, JointsFollowTheBranchThatIsTaken) {
  EXPECT_EQ(d_dx("if(x < y, x^2, 3*x)"), "if(x < y, 2*x, 3)");
  EXPECT_EQ(d_dx("min(x, y)"), "if(x <= y, 1, 0)");
  EXPECT_EQ(d_dx("max(x, y)"), "if(x >= y, 1, 0)");
  EXPECT_EQ(d_dx("abs(x)"), "if(x >= 0, 1, -1)");
}

TEST(Derivative, FixedExponentNeedsNoLogarithmOfANegativeBase) {
  const auto d = derivative(parse_expression("(x - 3)^3").value(), "x");
  EXPECT_EQ(tree_value(d, {1, 0, 0}).value(), 12.0);
}

}  // namespace
}  // namespace ketascope
