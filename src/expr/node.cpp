// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/expr/node.hpp"

#include <unordered_set>
#include <utility>
#include <vector>

#include "expr/walk.hpp"

namespace ketascope::expr {

int arity(Op op) {
  switch (op) {
    case Op::number:
    case Op::symbol:
      return 0;
    case Op::neg:
    case Op::logic_not:
    case Op::exp:
    case Op::log:
    case Op::log10:
    case Op::sqrt:
    case Op::abs:
    case Op::floor:
    case Op::inv_logit:
      return 1;
    case Op::select:
      return 3;
    default:
      return 2;
  }
}

std::string_view spelling(Op op) {
  switch (op) {
    case Op::number:
      return "number";
    case Op::symbol:
      return "symbol";
    case Op::add:
      return "+";
    case Op::sub:
    case Op::neg:
      return "-";
    case Op::mul:
      return "*";
    case Op::div:
      return "/";
    case Op::pow:
      return "^";
    case Op::less:
      return "<";
    case Op::less_equal:
      return "<=";
    case Op::greater:
      return ">";
    case Op::greater_equal:
      return ">=";
    case Op::equal:
      return "==";
    case Op::not_equal:
      return "!=";
    case Op::logic_and:
      return "and";
    case Op::logic_or:
      return "or";
    case Op::logic_not:
      return "not";
    case Op::exp:
      return "exp";
    case Op::log:
      return "log";
    case Op::log10:
      return "log10";
    case Op::sqrt:
      return "sqrt";
    case Op::abs:
      return "abs";
    case Op::floor:
      return "floor";
    case Op::inv_logit:
      return "inv_logit";
    case Op::min:
      return "min";
    case Op::max:
      return "max";
    case Op::select:
      return "if";
  }
  return "";
}

Node::~Node() {
  // The default would recurse once per level and overflow on a long chain. A node that only we
  // hold hands its arguments to this loop before it dies.
  std::vector<NodePointer> pending;
  const auto take = [&pending](std::array<NodePointer, 3>& from) {
    for (auto& arg : from) {
      if (arg)
        pending.push_back(std::move(arg));
    }
  };
  take(args);
  while (!pending.empty()) {
    const NodePointer node = std::move(pending.back());
    pending.pop_back();
    // Nodes are created as non-const objects; a sole owner may take them apart.
    if (node.use_count() == 1)
      take(const_cast<Node&>(*node).args);
  }
}

std::vector<NodePointer> post_order(const std::vector<NodePointer>& roots) {
  std::vector<NodePointer> out;
  std::unordered_set<const Node*> seen;
  struct Frame {
    NodePointer node;
    std::size_t next = 0;
  };
  std::vector<Frame> stack;
  for (const auto& root : roots) {
    if (!seen.insert(root.get()).second)
      continue;
    stack.push_back({root});
    while (!stack.empty()) {
      Frame& top = stack.back();
      if (top.next < top.node->args.size() && top.node->args[top.next]) {
        const NodePointer& child = top.node->args[top.next++];
        if (seen.insert(child.get()).second)
          stack.push_back({child});
      } else {
        out.push_back(std::move(top.node));
        stack.pop_back();
      }
    }
  }
  return out;
}

}  // namespace ketascope::expr
