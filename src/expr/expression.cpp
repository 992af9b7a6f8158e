// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/expr/expression.hpp"

#include <bit>
#include <cmath>
#include <cstdint>
#include <stdexcept>
#include <unordered_set>
#include <utility>

#include "expr/apply.hpp"
#include "expr/build.hpp"
#include "expr/walk.hpp"

namespace ketascope {

namespace expr {

NodePointer make_number(double value, Dimension dimension, Place place) {
  auto node = std::make_shared<Node>();
  node->op = Op::number;
  node->value = value;
  node->dimension = dimension;
  node->place = place;
  return node;
}

NodePointer make_symbol(std::string name, Place place) {
  auto node = std::make_shared<Node>();
  node->op = Op::symbol;
  node->name = std::move(name);
  node->place = place;
  return node;
}

NodePointer make_node(Op op, Place place, NodePointer a, NodePointer b, NodePointer c) {
  auto node = std::make_shared<Node>();
  node->op = op;
  node->place = place;
  node->args = {std::move(a), std::move(b), std::move(c)};
  return node;
}

}  // namespace expr

using expr::Node;
using expr::NodePointer;
using expr::Op;

Expression::Expression() : Expression(expr::make_number(0.0, {})) {}

Expression::Expression(std::shared_ptr<const Node> node) : node_(std::move(node)) {
  if (!node_)
    throw std::logic_error("an expression needs a node");
}

bool operator==(const Expression& a, const Expression& b) {
  struct PairHash {
    std::size_t operator()(const std::pair<const Node*, const Node*>& p) const {
      return std::hash<const void*>{}(p.first) * 31 + std::hash<const void*>{}(p.second);
    }
  };
  // Pairs already found (or being found) equal, so that shared parts are compared once.
  std::unordered_set<std::pair<const Node*, const Node*>, PairHash> seen;
  std::vector<std::pair<const Node*, const Node*>> pending{{a.node_.get(), b.node_.get()}};
  while (!pending.empty()) {
    const auto [x, y] = pending.back();
    pending.pop_back();
    if (x == y || !seen.insert({x, y}).second)
      continue;
    if (x->op != y->op || x->name != y->name || x->dimension != y->dimension ||
        std::bit_cast<std::uint64_t>(x->value) != std::bit_cast<std::uint64_t>(y->value)) {
      return false;
    }
    for (std::size_t i = 0; i < x->args.size(); ++i) {
      if (x->args[i])
        pending.emplace_back(x->args[i].get(), y->args[i].get());
    }
  }
  return true;
}

std::set<std::string> symbols(const Expression& expression) {
  std::set<std::string> names;
  for (const auto& node : expr::post_order({expression.pointer()})) {
    if (node->op == Op::symbol)
      names.insert(node->name);
  }
  return names;
}

std::optional<double> evaluate(
    const Expression& expression,
    const std::function<std::optional<double>(std::string_view)>& value_of) {
  expr::NodeMap<double> values;
  double result = 0.0;
  for (const auto& node : expr::post_order({expression.pointer()})) {
    if (node->op == Op::number) {
      result = node->value;
    } else if (node->op == Op::symbol) {
      const auto value = value_of(node->name);
      if (!value)
        return {};
      result = *value;
    } else {
      double arg[3] = {0.0, 0.0, 0.0};
      for (std::size_t i = 0; i < 3 && node->args[i]; ++i) {
        arg[i] = values.at(node->args[i].get());
      }
      result = expr::apply(node->op, arg[0], arg[1], arg[2]);
    }
    values[node.get()] = result;
  }
  return result;
}

std::optional<double> is_constant(const Expression& expression) {
  return evaluate(expression, [](std::string_view) { return std::optional<double>{}; });
}

bool is_zero(const Expression& expression) {
  return is_constant(expression) == 0.0;
}

namespace expr {

std::vector<Expression> substitute(
    const std::vector<Expression>& expressions,
    const std::function<std::optional<Expression>(std::string_view)>& replacement) {
  expr::NodeMap<NodePointer> results;
  std::vector<NodePointer> roots;
  for (const Expression& expression : expressions)
    roots.push_back(expression.pointer());
  for (const auto& node : expr::post_order(roots)) {
    NodePointer result = node;
    if (node->op == Op::symbol) {
      if (const auto found = replacement(node->name))
        result = found->pointer();
    } else if (node->op != Op::number) {
      std::array<NodePointer, 3> args;
      bool changed = false;
      for (std::size_t i = 0; i < 3 && node->args[i]; ++i) {
        args[i] = results.at(node->args[i].get());
        changed = changed || args[i] != node->args[i];
      }
      // Not simplified: what is written by hand keeps its form and its dimensions.
      if (changed)
        result = expr::make_node(node->op, node->place, args[0], args[1], args[2]);
    }
    results[node.get()] = std::move(result);
  }
  std::vector<Expression> out;
  for (const NodePointer& root : roots)
    out.push_back(Expression(results.at(root.get())));
  return out;
}

}  // namespace expr

Expression substitute(
    const Expression& expression,
    const std::function<std::optional<Expression>(std::string_view)>& replacement) {
  return expr::substitute(std::vector{expression}, replacement).front();
}

}  // namespace ketascope
