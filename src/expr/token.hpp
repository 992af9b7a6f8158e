// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "ketascope/expr/expression.hpp"
#include "ketascope/expr/node.hpp"

namespace ketascope::expr {

enum class TokenKind : std::uint8_t { number, name, op, open, close, comma, end };

struct Token {
  TokenKind kind = TokenKind::end;
  Op op = Op::number;     // op: sub stands for both minus signs
  double value = 0.0;     // number: in internal units
  Dimension dimension{};  // number
  Place place{};
  std::string_view text{};
};

/// Cuts the text into tokens, ended by one of kind `end`. What cannot be a token is reported and
/// replaced by what was most likely meant, so that the parser need not stumble over it again.
std::vector<Token> tokenize(std::string_view text, std::vector<ExprError>& errors);

}  // namespace ketascope::expr
