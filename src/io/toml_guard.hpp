// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace ketascope {

/// What the TOML parser must not be given.
struct TomlGuardProblem {
  std::string code;  ///< toml.deep, toml.syntax
  std::string message;
  std::size_t offset = 0;
};

/// One pass over the tokens, without understanding them. Finds nesting and dotted keys so deep that
/// a recursive parser or destructor could run out of stack, and letters outside quotes that are not
/// ASCII, which toml++ 3.3 does not handle in a defined way. Never finds fault with sane TOML.
std::optional<TomlGuardProblem> guard_toml(std::string_view text);

}  // namespace ketascope
