// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/expr/node.hpp"

#include <cstdint>
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

namespace {

/// A set of nodes in one array: reading a large model asks it millions of times, and a set with a
/// piece of memory per node took a fifth of the program's start.
class SeenNodes {
 public:
  /// False when the node was there.
  bool insert(const Node* node) {
    if (2 * count_ >= slots_.size())
      grow();
    const Node*& slot = find(node);
    if (slot != nullptr)
      return false;
    slot = node;
    ++count_;
    return true;
  }

 private:
  const Node*& find(const Node* node) {
    const std::size_t mask = slots_.size() - 1;
    // Nodes lie at multiples of 16; the product spreads what is left.
    std::size_t at = (reinterpret_cast<std::uintptr_t>(node) >> 4) * 0x9e3779b97f4a7c15u >> 32;
    for (at &= mask; slots_[at] != nullptr && slots_[at] != node; at = (at + 1) & mask) {
    }
    return slots_[at];
  }
  void grow() {
    std::vector<const Node*> former(2 * slots_.size(), nullptr);
    former.swap(slots_);
    for (const Node* node : former)
      if (node != nullptr)
        find(node) = node;
  }

  std::vector<const Node*> slots_ = std::vector<const Node*>(32, nullptr);
  std::size_t count_ = 0;
};

}  // namespace

std::vector<NodePointer> post_order(const std::vector<NodePointer>& roots) {
  std::vector<NodePointer> out;
  SeenNodes seen;
  struct Frame {
    NodePointer node;
    std::size_t next = 0;
  };
  std::vector<Frame> stack;
  for (const auto& root : roots) {
    if (!seen.insert(root.get()))
      continue;
    stack.push_back({root});
    while (!stack.empty()) {
      Frame& top = stack.back();
      if (top.next < top.node->args.size() && top.node->args[top.next]) {
        const NodePointer& child = top.node->args[top.next++];
        if (seen.insert(child.get()))
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
