// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "ketascope/expr/node.hpp"

namespace ketascope::expr {

/// Where a row of values stands; `constant` is one value for all lanes.
enum class Where : std::uint8_t { none, constant, input, scratch, output };

struct Operand {
  Where where = Where::none;
  std::uint32_t index = 0;
  bool operator==(const Operand&) const = default;
};

/// What the arithmetic over lanes (expr/lane_ops.hpp) can do by itself; a product that serves one
/// sum or difference only is done together with it, rounded on its own as before.
enum class Form : std::uint8_t {
  copy,     // a
  neg,      // -a
  add,      // a + b
  sub,      // a - b
  mul,      // a b
  div,      // a / b
  mul_add,  // a b + c
  mul_sub,  // a b - c
  sub_mul,  // c - a b
  other,    // `op` of a, b, c
};

/// One step of a Program.
struct Instruction {
  Form form = Form::copy;
  Op op = Op::number;
  Operand to, a, b, c;
  /// The argument (1, 2, 3 for a, b, c) that the instruction before has just computed: it may be
  /// taken from where that left it, without a look into memory. 0: none.
  std::uint8_t passed = 0;
  /// Somebody other than the next instruction needs the value, too.
  bool kept = true;
};

/// An Instruction whose rows are found. `kept` and `passed` as there.
struct Bound {
  Form form = Form::copy;
  Op op = Op::number;
  std::uint8_t passed = 0;
  bool kept = true;
  double* to = nullptr;
  const double *a = nullptr, *b = nullptr, *c = nullptr;
};

}  // namespace ketascope::expr
