// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "ketascope/units/dimension.hpp"

namespace ketascope {

namespace expr {
struct Node;  // expr/node.hpp
}

/// An immutable expression over named symbols: a shared tree, cheap to copy, safe to read from
/// several threads. Comparisons and `and or not` give 1 or 0; `if` takes any non-zero as true.
class Expression {
 public:
  /// The number 0.
  Expression();
  explicit Expression(std::shared_ptr<const expr::Node> node);

  const expr::Node& node() const { return *node_; }
  const std::shared_ptr<const expr::Node>& pointer() const { return node_; }

  /// Same structure, names and values; places in the source do not count.
  friend bool operator==(const Expression& a, const Expression& b);

 private:
  std::shared_ptr<const expr::Node> node_;
};

/// `offset` and `length` are bytes in the text that was parsed.
/// Codes: expr.syntax, expr.too_long, expr.too_deep, expr.unknown_function, expr.arity,
/// expr.unknown_symbol, expr.dimension, expr.exponent, and the unit.* codes for unit literals.
struct ExprError {
  std::string code{};
  std::string message{};
  std::size_t offset = 0;
  std::size_t length = 0;
  std::string hint{};
  bool operator==(const ExprError&) const = default;
};

inline constexpr std::size_t max_expression_bytes = 64 * 1024;
inline constexpr int max_expression_depth = 200;

/// Reads an expression:
///   or, and, not; < <= > >= == != (not chained); + -; * /; unary - +; ^ (right associative, binds
///   tighter than unary minus); parentheses;
///   numbers, numbers with a unit in brackets: 70[kg], 2.19[L/h/year] (kept in internal units);
///   symbols [A-Za-z_][A-Za-z0-9_.]*;
///   functions exp log log10 sqrt abs floor min max pow if inv_logit (= logistic).
/// Reports as many errors as it can tell apart, in order of place.
tl::expected<Expression, std::vector<ExprError>> parse_expression(std::string_view text);

/// Text that parses back to the same expression (numbers shortest round-trip, in base units).
/// Text beyond 1 MiB, which only heavily shared expressions reach, is replaced by "...".
std::string to_text(const Expression& expression);

/// All names used.
std::set<std::string> symbols(const Expression& expression);

using DimensionLookup = std::function<std::optional<Dimension>(std::string_view)>;

/// The dimension of the value, or everything that does not fit. A bare literal 0 fits any
/// dimension (and counts as dimensionless if nothing tells more). `known` feeds the hints for
/// unknown symbols.
tl::expected<Dimension, std::vector<ExprError>> dimension_of(
    const Expression& expression, const DimensionLookup& lookup,
    std::span<const std::string> known = {});

/// dimension_of plus the demand that the value is of dimension `expected` (literal 0 is). Empty
/// when all is well.
std::vector<ExprError> require_dimension(const Expression& expression, Dimension expected,
                                         const DimensionLookup& lookup,
                                         std::span<const std::string> known = {});

/// Symbolic partial derivative, simplified. Exact where differentiable; at the joints of if, min,
/// max and abs it is that of the branch which the expression itself takes; floor counts as flat.
Expression derivative(const Expression& expression, std::string_view symbol);
/// The same by each of `symbols` that has one other than zero, in their order: which, and the
/// derivative. One walk for all of them.
std::vector<std::pair<std::size_t, Expression>> derivatives(const Expression& expression,
                                                            std::span<const std::string> symbols);

/// Replaces symbols for which `replacement` gives an expression (once: replacements are not
/// searched again). Shared parts stay shared.
Expression substitute(
    const Expression& expression,
    const std::function<std::optional<Expression>(std::string_view)>& replacement);

/// Builders. The operators fold constants and drop 0 and 1.
Expression number(double value_internal, Dimension dimension = {});
Expression symbol(std::string name);
Expression operator+(const Expression& a, const Expression& b);
Expression operator-(const Expression& a, const Expression& b);
Expression operator*(const Expression& a, const Expression& b);
Expression operator/(const Expression& a, const Expression& b);
Expression operator-(const Expression& a);
Expression pow(const Expression& base, const Expression& exponent);

/// True for an expression without symbols whose value is 0.
bool is_zero(const Expression& expression);

/// The value (internal units) of an expression without symbols; nothing if it has symbols.
std::optional<double> is_constant(const Expression& expression);

/// The value for given symbol values (internal units), walking the tree: for one-off questions.
/// Nothing if a symbol has no value. Program is the fast way.
std::optional<double> evaluate(
    const Expression& expression,
    const std::function<std::optional<double>(std::string_view)>& value_of);

}  // namespace ketascope
