// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ketascope/expr/expression.hpp"
#include "ketascope/expr/node.hpp"

namespace ketascope::expr {

/// A node exactly as asked for.
NodePointer make_number(double value, Dimension dimension, Place place = {});
NodePointer make_symbol(std::string name, Place place = {});
NodePointer make_node(Op op, Place place, NodePointer a, NodePointer b = {}, NodePointer c = {});

/// A node after folding constants and dropping 0 and 1 where that cannot change a finite value.
NodePointer simplified(Op op, Place place, NodePointer a, NodePointer b = {}, NodePointer c = {});

/// The bare number 0, which fits any dimension.
inline bool is_bare_zero(const Node& node) {
  return node.op == Op::number && node.value == 0.0 && node.dimension.is_dimensionless();
}

}  // namespace ketascope::expr
