// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <utility>

#include "expr/build.hpp"
#include "expr/walk.hpp"

namespace ketascope {

namespace {

using expr::NodePointer;
using expr::Op;

NodePointer n(double value) {
  return expr::make_number(value, {});
}
NodePointer make(Op op, const NodePointer& a, const NodePointer& b = {},
                 const NodePointer& c = {}) {
  return expr::simplified(op, {}, a, b, c);
}

/// d(a^b) = b a^(b-1) a' + a^b log(a) b', each part only where it is needed: log(a) must not
/// appear when the exponent is fixed, since a may be negative.
NodePointer power_rule(const NodePointer& node, const NodePointer& da, const NodePointer& db) {
  const auto& a = node->args[0];
  const auto& b = node->args[1];
  NodePointer out = n(0.0);
  if (!expr::is_bare_zero(*da)) {
    const auto lowered = make(Op::pow, a, make(Op::sub, b, n(1.0)));
    out = make(Op::mul, make(Op::mul, b, lowered), da);
  }
  if (!expr::is_bare_zero(*db)) {
    out = make(Op::add, out, make(Op::mul, make(Op::mul, node, make(Op::log, a)), db));
  }
  return out;
}

/// The derivative of one node from those of its arguments.
NodePointer rule(const NodePointer& node, const std::array<NodePointer, 3>& d) {
  const auto& a = node->args[0];
  const auto& b = node->args[1];
  switch (node->op) {
    case Op::add:
    case Op::sub:
      return make(node->op, d[0], d[1]);
    case Op::neg:
      return make(Op::neg, d[0]);
    case Op::mul:
      return make(Op::add, make(Op::mul, d[0], b), make(Op::mul, a, d[1]));
    case Op::div:
      if (expr::is_bare_zero(*d[1]))
        return make(Op::div, d[0], b);
      // a'/b - a b'/b^2
      return make(Op::sub, make(Op::div, d[0], b),
                  make(Op::div, make(Op::mul, a, d[1]), make(Op::pow, b, n(2.0))));
    case Op::pow:
      return power_rule(node, d[0], d[1]);
    case Op::exp:
      return make(Op::mul, node, d[0]);
    case Op::log:
      return make(Op::div, d[0], a);
    case Op::log10:
      return make(Op::div, d[0], make(Op::mul, a, make(Op::log, n(10.0))));
    case Op::sqrt:
      return make(Op::div, d[0], make(Op::mul, n(2.0), node));
    case Op::inv_logit:
      return make(Op::mul, make(Op::mul, node, make(Op::sub, n(1.0), node)), d[0]);
    case Op::abs:
      return make(Op::select, make(Op::greater_equal, a, n(0.0)), d[0], make(Op::neg, d[0]));
    case Op::min:
      return make(Op::select, make(Op::less_equal, a, b), d[0], d[1]);
    case Op::max:
      return make(Op::select, make(Op::greater_equal, a, b), d[0], d[1]);
    case Op::select:
      return make(Op::select, a, d[1], d[2]);
    default:
      return n(0.0);  // comparisons, logic and floor are flat between their jumps
  }
}

}  // namespace

std::vector<std::pair<std::size_t, Expression>> derivatives(const Expression& expression,
                                                            std::span<const std::string> symbols) {
  const NodePointer zero = n(0.0);
  // Of each node, those that are not zero, in the order of symbols.
  using Some = std::vector<std::pair<std::size_t, NodePointer>>;
  expr::NodeMap<Some> known;
  for (const auto& node : expr::post_order({expression.pointer()})) {
    Some own;
    if (node->op == Op::symbol) {
      for (std::size_t i = 0; i < symbols.size(); ++i)
        if (symbols[i] == node->name)
          own.emplace_back(i, n(1.0));
    } else {
      std::array<const Some*, 3> of_argument{};
      std::array<std::size_t, 3> at{};
      for (std::size_t i = 0; i < 3 && node->args[i]; ++i)
        if (const auto found = known.find(node->args[i].get()); found != known.end())
          of_argument[i] = &found->second;
      for (;;) {
        std::size_t which = symbols.size();
        for (std::size_t i = 0; i < 3; ++i)
          if (of_argument[i] && at[i] < of_argument[i]->size())
            which = std::min(which, (*of_argument[i])[at[i]].first);
        if (which == symbols.size())
          break;
        std::array<NodePointer, 3> d{zero, zero, zero};
        for (std::size_t i = 0; i < 3; ++i)
          if (of_argument[i] && at[i] < of_argument[i]->size() &&
              (*of_argument[i])[at[i]].first == which)
            d[i] = (*of_argument[i])[at[i]++].second;
        if (NodePointer result = rule(node, d); !expr::is_bare_zero(*result))
          own.emplace_back(which, std::move(result));
      }
    }
    if (!own.empty())
      known[node.get()] = std::move(own);
  }
  std::vector<std::pair<std::size_t, Expression>> out;
  if (const auto found = known.find(expression.pointer().get()); found != known.end())
    for (auto& [which, node] : found->second)
      out.emplace_back(which, Expression(node));
  return out;
}

Expression derivative(const Expression& expression, std::string_view symbol) {
  const std::string symbols[] = {std::string(symbol)};
  const auto some = derivatives(expression, symbols);
  return some.empty() ? Expression(n(0.0)) : some.front().second;
}

}  // namespace ketascope
