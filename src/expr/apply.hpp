// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <stdexcept>

#include "ketascope/expr/node.hpp"

namespace ketascope::expr {

/// Whole powers up to this size are products; beyond it the library's pow is more accurate.
inline constexpr int largest_product_power = 16;

/// The order of the products is that of Program's expansion, so that both give the same bits.
inline double whole_power(double base, int n) {
  if (n == 0)
    return 1.0;
  if (n < 0)
    return 1.0 / whole_power(base, -n);
  if (n == 1)
    return base;
  if (n % 2 == 1)
    return whole_power(base, n - 1) * base;
  const double half = whole_power(base, n / 2);
  return half * half;
}

inline bool is_product_power(double exponent) {
  return std::abs(exponent) <= largest_product_power && std::trunc(exponent) == exponent;
}

inline double power(double base, double exponent) {
  if (is_product_power(exponent))
    return whole_power(base, static_cast<int>(exponent));
  if (exponent == 0.5)
    return std::sqrt(base);
  return std::pow(base, exponent);
}

inline double inv_logit(double x) {
  return 1.0 / (1.0 + std::exp(-x));
}

/// The one definition of what every operation computes on one lane.
inline double apply(Op op, double a, double b = 0.0, double c = 0.0) {
  switch (op) {
    case Op::add:
      return a + b;
    case Op::sub:
      return a - b;
    case Op::mul:
      return a * b;
    case Op::div:
      return a / b;
    case Op::neg:
      return -a;
    case Op::pow:
      return power(a, b);
    case Op::less:
      return a < b ? 1.0 : 0.0;
    case Op::less_equal:
      return a <= b ? 1.0 : 0.0;
    case Op::greater:
      return a > b ? 1.0 : 0.0;
    case Op::greater_equal:
      return a >= b ? 1.0 : 0.0;
    case Op::equal:
      return a == b ? 1.0 : 0.0;
    case Op::not_equal:
      return a != b ? 1.0 : 0.0;
    case Op::logic_and:
      return a != 0.0 && b != 0.0 ? 1.0 : 0.0;
    case Op::logic_or:
      return a != 0.0 || b != 0.0 ? 1.0 : 0.0;
    case Op::logic_not:
      return a != 0.0 ? 0.0 : 1.0;
    case Op::exp:
      return std::exp(a);
    case Op::log:
      return std::log(a);
    case Op::log10:
      return std::log10(a);
    case Op::sqrt:
      return std::sqrt(a);
    case Op::abs:
      return std::abs(a);
    case Op::floor:
      return std::floor(a);
    case Op::inv_logit:
      return inv_logit(a);
    // A NaN must not be hidden by its neighbour: comparisons alone would drop one of the two.
    case Op::min:
      return a <= b || a != a ? a : b;
    case Op::max:
      return a >= b || a != a ? a : b;
    case Op::select:
      return a != 0.0 ? b : c;
    case Op::number:
    case Op::symbol:
      break;
  }
  throw std::logic_error("a leaf cannot be applied");
}

}  // namespace ketascope::expr
