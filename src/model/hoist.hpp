// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "ketascope/expr/expression.hpp"

namespace ketascope::model_detail {

/// Takes out of expressions whatever does not change between events, so that the solver's inner
/// loop does not compute it again and again. Equal parts get one name.
class Hoist {
 public:
  /// `running`: the symbols that do change, the states and TIME.
  explicit Hoist(std::set<std::string, std::less<>> running) : running_(std::move(running)) {}

  /// The expression with each maximal part that is free of running symbols replaced by the symbol
  /// of a constant; numbers stay.
  Expression operator()(const Expression& expression);

  /// What the constants stand for, in the order in which they were met.
  const std::vector<Expression>& constants() const { return constants_; }
  /// Their symbols; no expression that was read from a text can hold one.
  const std::vector<std::string>& names() const { return names_; }

 private:
  Expression constant(const Expression& part);

  std::set<std::string, std::less<>> running_;
  std::vector<Expression> constants_;
  std::vector<std::string> names_;
  std::multimap<std::string, std::size_t, std::less<>> known_;  // by text
};

/// True if one of them jumps with a running symbol (floor, a comparison): its derivative is then
/// blind to the dependence.
bool jumps_with(const std::vector<Expression>& expressions,
                const std::set<std::string, std::less<>>& running);

/// True if one of `names` stands in one of them.
bool uses_any(const std::vector<Expression>& expressions,
              const std::set<std::string, std::less<>>& names);

}  // namespace ketascope::model_detail
