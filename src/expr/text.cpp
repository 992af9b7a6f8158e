// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <string>
#include <unordered_map>

#include "expr/walk.hpp"
#include "ketascope/expr/expression.hpp"
#include "ketascope/units/number.hpp"

namespace ketascope {

namespace {

using expr::Node;
using expr::Op;

constexpr std::size_t longest_text = 1024 * 1024;

/// How tightly the printed form holds together; larger is tighter.
enum Binding {
  or_level = 1,
  and_level,
  not_level,
  compare_level,
  sum_level,
  product_level,
  sign_level,
  power_level,
  primary_level
};

Binding binding_of(const Node& node) {
  switch (node.op) {
    case Op::logic_or:
      return or_level;
    case Op::logic_and:
      return and_level;
    case Op::logic_not:
      return not_level;
    case Op::less:
    case Op::less_equal:
    case Op::greater:
    case Op::greater_equal:
    case Op::equal:
    case Op::not_equal:
      return compare_level;
    case Op::add:
    case Op::sub:
      return sum_level;
    case Op::mul:
    case Op::div:
      return product_level;
    case Op::neg:
      return sign_level;
    case Op::pow:
      return power_level;
    case Op::number:
      return std::signbit(node.value) ? sign_level : primary_level;
    default:
      return primary_level;
  }
}

std::string number_text(const Node& node) {
  std::string out = shortest(node.value);
  if (!node.dimension.is_dimensionless())
    out += '[' + node.dimension.to_string() + ']';
  return out;
}

class Printer {
 public:
  std::string print(const Node& node) {
    switch (binding_of(node)) {
      case or_level:
      case and_level:
        return infix(node, " ", binding_of(node), next(binding_of(node)));
      case compare_level:
        return infix(node, " ", sum_level, sum_level);
      case sum_level:
        return infix(node, " ", sum_level, product_level);
      case product_level:
        return infix(node, "", product_level, sign_level);
      case power_level:
        return infix(node, "", primary_level, sign_level);
      case not_level:
        return "not " + child(*node.args[0], not_level);
      default:
        break;
    }
    if (node.op == Op::number)
      return number_text(node);
    if (node.op == Op::symbol)
      return node.name;
    if (node.op == Op::neg) {
      // "-2" would be read as the number -2.
      const bool literal = node.args[0]->op == Op::number;
      return "-" + child(*node.args[0], literal ? Binding(primary_level + 1) : sign_level);
    }
    std::string out{expr::spelling(node.op)};
    for (std::size_t i = 0; i < 3 && node.args[i]; ++i) {
      out += (i == 0 ? "(" : ", ") + texts_.at(node.args[i].get());
    }
    return out + ")";
  }

  void keep(const Node& node, std::string text) {
    if (text.size() > longest_text)
      text = "...";
    texts_[&node] = std::move(text);
  }

  const std::string& text(const Node& node) const { return texts_.at(&node); }

 private:
  static Binding next(Binding b) { return Binding(b + 1); }

  std::string child(const Node& node, Binding needed) const {
    const std::string& inner = texts_.at(&node);
    return binding_of(node) >= needed ? inner : "(" + inner + ")";
  }

  std::string infix(const Node& node, const char* gap, Binding left, Binding right) const {
    return child(*node.args[0], left) + gap + std::string(expr::spelling(node.op)) + gap +
           child(*node.args[1], right);
  }

  std::unordered_map<const Node*, std::string> texts_;
};

}  // namespace

std::string to_text(const Expression& expression) {
  Printer printer;
  for (const auto& node : expr::post_order({expression.pointer()})) {
    printer.keep(*node, printer.print(*node));
  }
  return printer.text(expression.node());
}

}  // namespace ketascope
