// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "expr/build.hpp"
#include "expr/walk.hpp"
#include "ketascope/diagnostic/suggest.hpp"
#include "ketascope/units/number.hpp"

namespace ketascope {

namespace {

using expr::Node;
using expr::NodePointer;
using expr::Op;

/// Base dimensions above this power mean a slip, and would soon leave the exponents' range.
constexpr int largest_exponent = 60;

std::string spell(const Dimension& d) {
  return d.is_dimensionless() ? "1 (no unit)" : d.to_string();
}

struct Outcome {
  Dimension dimension{};
  bool any = false;     // the literal 0
  bool broken = false;  // already reported; what uses it keeps silent
};

bool all_exponents(const Dimension& d, auto&& holds) {
  return holds(d.drug_mass) && holds(d.volume) && holds(d.time) && holds(d.body_mass) &&
         holds(d.molar) && holds(d.length);
}

class Checker {
 public:
  Checker(const DimensionLookup& lookup, std::span<const std::string> known)
      : lookup_(lookup), known_(known) {}

  Outcome check(const Expression& expression) {
    for (const auto& node : expr::post_order({expression.pointer()})) {
      Outcome outcome = check_node(*node);
      if (!outcome.broken && !all_exponents(outcome.dimension, [](int e) {
            return std::abs(e) <= largest_exponent;
          })) {
        outcome = broken("expr.exponent", "the powers in this dimension are too large", *node);
      }
      outcomes_[node.get()] = outcome;
    }
    return outcomes_.at(expression.pointer().get());
  }

  std::vector<ExprError> errors;

 private:
  Outcome broken(std::string code, std::string message, const Node& node, std::string hint = {}) {
    errors.push_back({std::move(code), std::move(message), node.place.offset, node.place.length,
                      std::move(hint)});
    return {.broken = true};
  }

  const Outcome& of(const Node& node, std::size_t i) const {
    return outcomes_.at(node.args[i].get());
  }

  Outcome check_node(const Node& node) {
    switch (node.op) {
      case Op::number:
        return {.dimension = node.dimension, .any = expr::is_bare_zero(node)};
      case Op::symbol:
        return check_symbol(node);
      case Op::add:
      case Op::sub:
        return check_equal(node, 0, fmt::format("the two sides of '{}'", expr::spelling(node.op)));
      case Op::min:
      case Op::max:
        return check_equal(node, 0, fmt::format("the arguments of '{}'", expr::spelling(node.op)));
      case Op::less:
      case Op::less_equal:
      case Op::greater:
      case Op::greater_equal:
      case Op::equal:
      case Op::not_equal: {
        const auto sides =
            check_equal(node, 0, fmt::format("the two sides of '{}'", expr::spelling(node.op)));
        return {.broken = sides.broken};
      }
      case Op::select:
        return check_select(node);
      case Op::neg:
      case Op::abs:
        return of(node, 0);
      case Op::mul:
      case Op::div:
        return check_product(node);
      case Op::pow:
        return check_power(node);
      case Op::sqrt:
        return check_root(node);
      case Op::logic_and:
      case Op::logic_or:
        for (const std::size_t i : {0U, 1U}) {
          const auto outcome =
              check_plain(node, i,
                          fmt::format("the {} side of '{}'", i == 0 ? "left" : "right",
                                      expr::spelling(node.op)));
          if (outcome.broken)
            return outcome;
        }
        return {};
      case Op::logic_not:
        return check_plain(node, 0, "what follows 'not'");
      case Op::exp:
      case Op::log:
      case Op::log10:
      case Op::floor:
      case Op::inv_logit:
        return check_plain(node, 0, fmt::format("the argument of '{}'", expr::spelling(node.op)));
    }
    return {};
  }

  Outcome check_symbol(const Node& node) {
    if (const auto dimension = lookup_(node.name))
      return {.dimension = *dimension};
    return broken("expr.unknown_symbol", fmt::format("unknown symbol '{}'", node.name), node,
                  did_you_mean(node.name, known_));
  }

  /// Arguments `first` and `first + 1` must agree; the result is their dimension.
  Outcome check_equal(const Node& node, std::size_t first, const std::string& what) {
    const Outcome& a = of(node, first);
    const Outcome& b = of(node, first + 1);
    if (a.broken || b.broken)
      return {.broken = true};
    if (a.any)
      return b;
    if (b.any || a.dimension == b.dimension)
      return a;
    return broken("expr.dimension",
                  fmt::format("{} differ: {} and {}", what, spell(a.dimension), spell(b.dimension)),
                  node);
  }

  Outcome check_plain(const Node& node, std::size_t i, const std::string& what) {
    const Outcome& a = of(node, i);
    if (a.broken)
      return a;
    if (a.dimension.is_dimensionless())
      return {};
    return broken("expr.dimension",
                  fmt::format("{} must be dimensionless, but is {}", what, spell(a.dimension)),
                  node);
  }

  Outcome check_select(const Node& node) {
    const auto condition = check_plain(node, 0, "the condition of 'if'");
    const auto branches = check_equal(node, 1, "the two branches of 'if'");
    return condition.broken ? condition : branches;
  }

  Outcome check_product(const Node& node) {
    const Outcome& a = of(node, 0);
    const Outcome& b = of(node, 1);
    if (a.broken || b.broken)
      return {.broken = true};
    return {.dimension =
                node.op == Op::mul ? a.dimension * b.dimension : a.dimension / b.dimension};
  }

  Outcome check_power(const Node& node) {
    const Outcome exponent = check_plain(node, 1, "an exponent");
    const Outcome& base = of(node, 0);
    if (exponent.broken || base.broken)
      return {.broken = true};
    if (base.dimension.is_dimensionless())
      return {};
    const auto value = is_constant(Expression(node.args[1]));
    if (value && std::trunc(*value) == *value && std::abs(*value) <= largest_exponent) {
      return {.dimension = base.dimension.pow(static_cast<int>(*value))};
    }
    if (value == 0.5) {
      if (const auto root = half(base.dimension))
        return {.dimension = *root};
    }
    return broken(
        "expr.exponent",
        fmt::format("{} can only be raised to a constant whole number{}", spell(base.dimension),
                    value ? fmt::format(", not {}", shortest(*value)) : ""),
        node, "divide by a reference value first, as in (WT/70[kg])^0.75");
  }

  Outcome check_root(const Node& node) {
    const Outcome& a = of(node, 0);
    if (a.broken || a.any)
      return a;
    if (const auto root = half(a.dimension))
      return {.dimension = *root};
    return broken("expr.exponent",
                  fmt::format("the square root of {} is no unit", spell(a.dimension)), node);
  }

  static std::optional<Dimension> half(const Dimension& d) {
    if (!all_exponents(d, [](int e) { return e % 2 == 0; }))
      return {};
    const auto h = [](int e) { return static_cast<std::int8_t>(e / 2); };
    return Dimension{h(d.drug_mass), h(d.volume), h(d.time),
                     h(d.body_mass), h(d.molar),  h(d.length)};
  }

  const DimensionLookup& lookup_;
  std::span<const std::string> known_;
  expr::NodeMap<Outcome> outcomes_;
};

std::vector<ExprError> sorted(std::vector<ExprError> errors) {
  std::stable_sort(errors.begin(), errors.end(),
                   [](const ExprError& a, const ExprError& b) { return a.offset < b.offset; });
  return errors;
}

}  // namespace

tl::expected<Dimension, std::vector<ExprError>> dimension_of(const Expression& expression,
                                                             const DimensionLookup& lookup,
                                                             std::span<const std::string> known) {
  Checker checker(lookup, known);
  const Outcome outcome = checker.check(expression);
  if (checker.errors.empty())
    return outcome.dimension;
  return tl::unexpected(sorted(std::move(checker.errors)));
}

std::vector<ExprError> require_dimension(const Expression& expression, Dimension expected,
                                         const DimensionLookup& lookup,
                                         std::span<const std::string> known) {
  Checker checker(lookup, known);
  const Outcome outcome = checker.check(expression);
  if (!checker.errors.empty())
    return sorted(std::move(checker.errors));
  if (outcome.any || outcome.dimension == expected)
    return {};
  const auto& place = expression.node().place;
  return {{"expr.dimension",
           fmt::format("the expression is {} in base units, but {} is expected here",
                       spell(outcome.dimension), spell(expected)),
           place.offset,
           place.length,
           {}}};
}

}  // namespace ketascope
