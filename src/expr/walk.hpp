// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ketascope/expr/expression.hpp"
#include "ketascope/expr/node.hpp"

namespace ketascope::expr {

/// Every distinct node below `roots`, arguments before users, first argument first. Iterative, so
/// that a long chain of additions cannot exhaust the stack; each shared node comes once.
std::vector<NodePointer> post_order(const std::vector<NodePointer>& roots);

/// Results per node, for walks along post_order.
template <class T>
using NodeMap = std::unordered_map<const Node*, T>;

/// substitute() in all of them, in one walk: what they share is replaced once and stays shared.
std::vector<Expression> substitute(
    const std::vector<Expression>& expressions,
    const std::function<std::optional<Expression>(std::string_view)>& replacement);

}  // namespace ketascope::expr
