// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "expr/walk.hpp"
#include "ketascope/expr/expression.hpp"

namespace ketascope::model_detail {

/// Puts sums and products in the order that leaves the solver's inner loop the least to do:
/// factors that do not change between events stand together, terms that differ only by such a
/// factor become one, and a denominator is divided by once, whoever needs it. The value is the
/// same but for rounding.
class Gather {
 public:
  /// `running`: the symbols that do change, the states and TIME.
  explicit Gather(std::set<std::string, std::less<>> running) : running_(std::move(running)) {}

  Expression operator()(const Expression& expression);

 private:
  /// constant * product of factors; factors are interned and in the order of their numbers.
  struct Term {
    Expression constant;
    std::vector<expr::NodePointer> factors;
  };
  using Sum = std::vector<Term>;

  bool runs(const expr::NodePointer& node) const { return sums_.contains(node.get()); }
  Sum gathered(const expr::NodePointer& node);
  Sum product(const expr::NodePointer& a, const expr::NodePointer& b);
  Sum quotient(const expr::NodePointer& above, const expr::NodePointer& below);
  Sum scaled(const expr::NodePointer& node, const Expression& by) const;
  Term as_term(const expr::NodePointer& node);
  Term multiplied(Term term, std::vector<expr::NodePointer> by) const;
  std::vector<expr::NodePointer> inverse(const expr::NodePointer& factor);
  expr::NodePointer written_out(const Sum& sum);
  expr::NodePointer canonical(const expr::NodePointer& node);
  expr::NodePointer intern(expr::NodePointer node);
  static void add(Sum& sum, const Term& term, bool negative);

  std::set<std::string, std::less<>> running_;
  expr::NodeMap<Sum> sums_;  ///< of the running nodes of the expression at hand
  using Key = std::tuple<expr::Op, const expr::Node*, const expr::Node*, const expr::Node*,
                         std::string, double>;
  std::map<Key, expr::NodePointer> interned_;
  expr::NodeMap<std::size_t> numbers_;
};

}  // namespace ketascope::model_detail
