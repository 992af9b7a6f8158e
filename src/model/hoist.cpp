// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/hoist.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "expr/build.hpp"
#include "expr/walk.hpp"

namespace ketascope::model_detail {

namespace {

using expr::Node;
using expr::NodePointer;
using expr::Op;

bool jumps(Op op) {
  switch (op) {
    case Op::floor:
    case Op::less:
    case Op::less_equal:
    case Op::greater:
    case Op::greater_equal:
    case Op::equal:
    case Op::not_equal:
    case Op::logic_and:
    case Op::logic_or:
    case Op::logic_not:
      return true;
    default:
      return false;
  }
}

/// Which nodes below `root` use one of `names`.
expr::NodeMap<bool> users(const std::vector<NodePointer>& order,
                          const std::set<std::string, std::less<>>& names) {
  expr::NodeMap<bool> uses;
  for (const NodePointer& node : order) {
    bool found = node->op == Op::symbol && names.contains(node->name);
    for (const NodePointer& argument : node->args) {
      if (argument)
        found = found || uses.at(argument.get());
    }
    uses[node.get()] = found;
  }
  return uses;
}

std::vector<NodePointer> pointers(const std::vector<Expression>& expressions) {
  std::vector<NodePointer> roots;
  for (const Expression& expression : expressions)
    roots.push_back(expression.pointer());
  return roots;
}

}  // namespace

Expression Hoist::operator()(const Expression& expression) {
  const auto order = expr::post_order({expression.pointer()});
  const auto running = users(order, running_);
  expr::NodeMap<NodePointer> hoisted;  // lazily for parts free of running symbols: maximal only
  const auto replaced = [&](const NodePointer& node) -> NodePointer {
    if (!node || node->op == Op::number)
      return node;
    if (running.at(node.get()))
      return hoisted.at(node.get());
    return constant(Expression(node)).pointer();
  };
  for (const NodePointer& node : order) {
    if (!running.at(node.get()))
      continue;
    const auto& [a, b, c] = node->args;
    hoisted[node.get()] =
        node->op == Op::symbol
            ? node
            : expr::make_node(node->op, node->place, replaced(a), replaced(b), replaced(c));
  }
  return Expression(replaced(expression.pointer()));
}

Expression Hoist::constant(const Expression& part) {
  // A part without symbols is a number already, or one that only the program's folding will see.
  if (is_constant(part))
    return part;
  std::string text = to_text(part);
  const auto [begin, end] = known_.equal_range(text);
  for (auto it = begin; it != end; ++it) {
    if (constants_[it->second] == part)
      return symbol(names_[it->second]);
  }
  known_.emplace(std::move(text), constants_.size());
  constants_.push_back(part);
  names_.push_back(fmt::format("#{}", names_.size()));
  return symbol(names_.back());
}

bool jumps_with(const std::vector<Expression>& expressions,
                const std::set<std::string, std::less<>>& running) {
  const auto order = expr::post_order(pointers(expressions));
  const auto uses = users(order, running);
  return std::ranges::any_of(
      order, [&](const NodePointer& node) { return jumps(node->op) && uses.at(node.get()); });
}

bool uses_any(const std::vector<Expression>& expressions,
              const std::set<std::string, std::less<>>& names) {
  return std::ranges::any_of(expr::post_order(pointers(expressions)), [&](const auto& node) {
    return node->op == Op::symbol && names.contains(node->name);
  });
}

}  // namespace ketascope::model_detail
