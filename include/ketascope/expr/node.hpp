// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "ketascope/units/dimension.hpp"

namespace ketascope::expr {

enum class Op : std::uint8_t {
  number,
  symbol,
  add,
  sub,
  mul,
  div,
  neg,
  pow,
  less,
  less_equal,
  greater,
  greater_equal,
  equal,
  not_equal,
  logic_and,
  logic_or,
  logic_not,
  exp,
  log,
  log10,
  sqrt,
  abs,
  floor,
  inv_logit,
  min,
  max,
  select,  // if(condition, then, otherwise)
};

/// Number of arguments of an operation.
int arity(Op op);

/// The operator or function as written: "+", "<=", "and", "exp", "if".
std::string_view spelling(Op op);

/// Where the operator, function name, number or symbol stood, in bytes; for messages only.
struct Place {
  std::size_t offset = 0;
  std::size_t length = 0;
};

struct Node;
using NodePointer = std::shared_ptr<const Node>;

/// One node of an Expression. Never changed after it is built; nodes may be shared.
struct Node {
  Op op = Op::number;
  double value = 0.0;     // number: in internal units
  Dimension dimension{};  // number
  std::string name{};     // symbol
  Place place{};
  std::array<NodePointer, 3> args{};

  Node() = default;
  Node(const Node&) = delete;
  Node& operator=(const Node&) = delete;
  ~Node();
};

}  // namespace ketascope::expr
