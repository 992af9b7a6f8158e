// SPDX-License-Identifier: GPL-3.0-or-later
#include "expr/build.hpp"

#include <cmath>
#include <stdexcept>
#include <utility>

#include "expr/apply.hpp"

namespace ketascope {

namespace expr {

namespace {

bool is_number(const NodePointer& node) {
  return node && node->op == Op::number;
}

/// Exactly this bare number.
bool is_bare(const NodePointer& node, double value) {
  return is_number(node) && node->value == value && node->dimension.is_dimensionless();
}

/// The dimension of op over numbers; nothing if it does not fit, and then nothing is folded.
std::optional<Dimension> folded_dimension(Op op, const Node& a, const Node* b) {
  switch (op) {
    case Op::add:
    case Op::sub:
    case Op::min:
    case Op::max:
      if (a.dimension == b->dimension || is_bare_zero(*b))
        return a.dimension;
      if (is_bare_zero(a))
        return b->dimension;
      return {};
    case Op::mul:
      return a.dimension * b->dimension;
    case Op::div:
      return a.dimension / b->dimension;
    case Op::neg:
    case Op::abs:
      return a.dimension;
    default:
      if (!a.dimension.is_dimensionless())
        return {};
      if (b != nullptr && !b->dimension.is_dimensionless())
        return {};
      return Dimension{};
  }
}

NodePointer fold(Op op, Place place, const NodePointer& a, const NodePointer& b) {
  if (op == Op::select || !is_number(a) || (b && !is_number(b)))
    return {};
  const auto dimension = folded_dimension(op, *a, b.get());
  if (!dimension)
    return {};
  const double value = apply(op, a->value, b ? b->value : 0.0);
  // An infinity or NaN could not be written down again; leave the operation as it is.
  if (!std::isfinite(value))
    return {};
  return make_number(value, *dimension, place);
}

NodePointer simplified_select(const NodePointer& a, const NodePointer& b, const NodePointer& c) {
  if (is_number(a))
    return a->value != 0.0 ? b : c;
  if (b == c)
    return b;
  if (is_number(b) && is_number(c) && b->value == c->value && b->dimension == c->dimension) {
    return b;
  }
  return {};
}

}  // namespace

NodePointer simplified(Op op, Place place, NodePointer a, NodePointer b, NodePointer c) {
  if (auto folded = fold(op, place, a, b))
    return folded;
  switch (op) {
    case Op::add:
      if (is_bare(a, 0.0))
        return b;
      if (is_bare(b, 0.0))
        return a;
      if (b->op == Op::neg)
        return simplified(Op::sub, place, a, b->args[0]);
      break;
    case Op::sub:
      if (is_bare(b, 0.0))
        return a;
      if (is_bare(a, 0.0))
        return simplified(Op::neg, place, b);
      if (b->op == Op::neg)
        return simplified(Op::add, place, a, b->args[0]);
      break;
    case Op::mul:
      if (is_number(a) && a->value == 0.0)
        return make_number(0.0, {}, place);
      if (is_number(b) && b->value == 0.0)
        return make_number(0.0, {}, place);
      if (is_bare(a, 1.0))
        return b;
      if (is_bare(b, 1.0))
        return a;
      if (is_bare(a, -1.0))
        return simplified(Op::neg, place, b);
      if (is_bare(b, -1.0))
        return simplified(Op::neg, place, a);
      break;
    case Op::div:
      if (is_number(a) && a->value == 0.0)
        return make_number(0.0, {}, place);
      if (is_bare(b, 1.0))
        return a;
      break;
    case Op::neg:
      if (a->op == Op::neg)
        return a->args[0];
      break;
    case Op::pow:
      if (is_bare(b, 1.0))
        return a;
      if (is_bare(b, 0.0))
        return make_number(1.0, {}, place);
      break;
    case Op::select:
      if (auto branch = simplified_select(a, b, c))
        return branch;
      break;
    default:
      break;
  }
  return make_node(op, place, std::move(a), std::move(b), std::move(c));
}

}  // namespace expr

using expr::Op;

Expression number(double value_internal, Dimension dimension) {
  if (!std::isfinite(value_internal))
    throw std::logic_error("a constant must be finite");
  return Expression(expr::make_number(value_internal, dimension));
}

Expression symbol(std::string name) {
  return Expression(expr::make_symbol(std::move(name)));
}

Expression operator+(const Expression& a, const Expression& b) {
  return Expression(expr::simplified(Op::add, {}, a.pointer(), b.pointer()));
}
Expression operator-(const Expression& a, const Expression& b) {
  return Expression(expr::simplified(Op::sub, {}, a.pointer(), b.pointer()));
}
Expression operator*(const Expression& a, const Expression& b) {
  return Expression(expr::simplified(Op::mul, {}, a.pointer(), b.pointer()));
}
Expression operator/(const Expression& a, const Expression& b) {
  return Expression(expr::simplified(Op::div, {}, a.pointer(), b.pointer()));
}
Expression operator-(const Expression& a) {
  return Expression(expr::simplified(Op::neg, {}, a.pointer()));
}
Expression pow(const Expression& base, const Expression& exponent) {
  return Expression(expr::simplified(Op::pow, {}, base.pointer(), exponent.pointer()));
}

}  // namespace ketascope
