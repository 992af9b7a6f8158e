// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/gather.hpp"

#include <algorithm>
#include <utility>

#include "expr/build.hpp"

namespace ketascope::model_detail {

using expr::Node;
using expr::NodePointer;
using expr::Op;

namespace {

const Expression& one() {
  static const Expression value = number(1.0);
  return value;
}

bool is_one_over(const Node& node) {
  return node.op == Op::div && node.args[0]->op == Op::number && node.args[0]->value == 1.0;
}

/// n of a small whole power x^n, else 0.
int small_power(const Node& node) {
  if (node.op != Op::pow || node.args[1]->op != Op::number)
    return 0;
  for (int n = 2; n <= 4; ++n)
    if (node.args[1]->value == n)
      return n;
  return 0;
}

}  // namespace

Expression Gather::operator()(const Expression& expression) {
  const NodePointer root = canonical(expression.pointer());
  sums_.clear();
  for (const NodePointer& node : expr::post_order({root})) {
    const bool running =
        node->op == Op::symbol
            ? running_.contains(node->name)
            : std::ranges::any_of(node->args, [&](const NodePointer& a) { return a && runs(a); });
    if (running)
      sums_.emplace(node.get(), gathered(node));
  }
  return runs(root) ? Expression(written_out(sums_.at(root.get()))) : expression;
}

Gather::Sum Gather::gathered(const NodePointer& node) {
  const auto& [a, b, c] = node->args;
  Sum sum;
  const auto take = [&](const NodePointer& part, bool negative) {
    if (!runs(part))
      return add(sum, {Expression(part), {}}, negative);
    for (const Term& term : sums_.at(part.get()))
      add(sum, term, negative);
  };
  switch (node->op) {
    case Op::symbol:
      return {{one(), {node}}};
    case Op::add:
    case Op::sub:
      take(a, false);
      take(b, node->op == Op::sub);
      return sum;
    case Op::neg:
      take(a, true);
      return sum;
    case Op::mul:
      return product(a, b);
    case Op::div:
      return quotient(a, b);
    default: {
      const auto argument = [&](const NodePointer& part) {
        return part && runs(part) ? written_out(sums_.at(part.get())) : part;
      };
      return {{one(), {intern(make_node(node->op, {}, argument(a), argument(b), argument(c)))}}};
    }
  }
}

Gather::Sum Gather::product(const NodePointer& a, const NodePointer& b) {
  if (!runs(a))
    return scaled(b, Expression(a));
  if (!runs(b))
    return scaled(a, Expression(b));
  Term term = as_term(a);
  const Term other = as_term(b);
  term.constant = term.constant * other.constant;
  return {multiplied(std::move(term), other.factors)};
}

Gather::Sum Gather::quotient(const NodePointer& above, const NodePointer& below) {
  if (!runs(below))
    return scaled(above, one() / Expression(below));
  Term term = runs(above) ? as_term(above) : Term{Expression(above), {}};
  const Term divisor = as_term(below);
  term.constant = term.constant / divisor.constant;
  for (const NodePointer& factor : divisor.factors)
    term = multiplied(std::move(term), inverse(factor));
  return {std::move(term)};
}

/// A constant goes to every term, where it costs nothing.
Gather::Sum Gather::scaled(const NodePointer& node, const Expression& by) const {
  Sum sum;
  for (const Term& term : sums_.at(node.get()))
    add(sum, {term.constant * by, term.factors}, false);
  return sum;
}

/// A sum of several terms counts as one factor.
Gather::Term Gather::as_term(const NodePointer& node) {
  const Sum& sum = sums_.at(node.get());
  return sum.size() == 1 ? sum.front() : Term{one(), {written_out(sum)}};
}

Gather::Term Gather::multiplied(Term term, std::vector<NodePointer> by) const {
  term.factors.insert(term.factors.end(), by.begin(), by.end());
  std::ranges::stable_sort(term.factors, {},
                           [&](const NodePointer& f) { return numbers_.at(f.get()); });
  return term;
}

std::vector<NodePointer> Gather::inverse(const NodePointer& factor) {
  if (is_one_over(*factor))
    return {factor->args[1]};
  if (const int n = small_power(*factor)) {
    const std::vector<NodePointer> once = inverse(factor->args[0]);
    std::vector<NodePointer> all;
    for (int i = 0; i < n; ++i)
      all.insert(all.end(), once.begin(), once.end());
    return all;
  }
  return {intern(expr::make_node(Op::div, {}, canonical(one().pointer()), factor))};
}

void Gather::add(Sum& sum, const Term& term, bool negative) {
  const auto same = std::ranges::find(sum, term.factors, &Term::factors);
  if (same == sum.end()) {
    sum.push_back({negative ? -term.constant : term.constant, term.factors});
    return;
  }
  same->constant = negative ? same->constant - term.constant : same->constant + term.constant;
}

NodePointer Gather::written_out(const Sum& sum) {
  NodePointer all;
  const auto append = [&](const Term& term, bool minus) {
    NodePointer product;
    for (const NodePointer& factor : term.factors)
      product = product ? intern(expr::make_node(Op::mul, {}, product, factor)) : factor;
    const Expression size = minus ? -term.constant : term.constant;
    if (!product)
      product = canonical(size.pointer());
    else if (size != one())
      product = intern(expr::make_node(Op::mul, {}, canonical(size.pointer()), product));
    all = !all ? product : intern(expr::make_node(minus ? Op::sub : Op::add, {}, all, product));
  };
  // A minus in front of a constant is taken off where a subtraction can stand for it.
  const auto negative = [](const Term& term) {
    const Node& node = term.constant.node();
    return node.op == Op::neg || (node.op == Op::number && node.value < 0.0);
  };
  for (const bool minus : {false, true})
    for (const Term& term : sum)
      if (negative(term) == minus && !is_zero(term.constant))
        append(term, minus && all);
  return all ? all : canonical(number(0.0).pointer());
}

/// The same expression of interned nodes: equal parts are one node.
NodePointer Gather::canonical(const NodePointer& root) {
  expr::NodeMap<NodePointer> interned;
  for (const NodePointer& node : expr::post_order({root})) {
    const auto argument = [&](const NodePointer& part) {
      return part ? interned.at(part.get()) : part;
    };
    const auto& [a, b, c] = node->args;
    const bool leaf = node->op == Op::number || node->op == Op::symbol;
    interned[node.get()] =
        intern(leaf ? node : expr::make_node(node->op, {}, argument(a), argument(b), argument(c)));
  }
  return interned.at(root.get());
}

NodePointer Gather::intern(NodePointer node) {
  Key key{node->op,   node->args[0].get(), node->args[1].get(), node->args[2].get(),
          node->name, node->value};
  const auto [found, added] = interned_.try_emplace(std::move(key), node);
  if (added)
    numbers_.emplace(found->second.get(), numbers_.size());
  return found->second;
}

}  // namespace ketascope::model_detail
