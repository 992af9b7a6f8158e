// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <utility>

#include "expr/build.hpp"
#include "expr/token.hpp"
#include "ketascope/diagnostic/suggest.hpp"
#include "ketascope/units/unit.hpp"

namespace ketascope {

namespace {

using expr::make_node;
using expr::make_number;
using expr::NodePointer;
using expr::Op;
using expr::Place;
using expr::Token;
using expr::TokenKind;

constexpr std::size_t most_errors = 20;

struct Function {
  std::string_view name;
  Op op;
  std::size_t least;
  std::size_t most;  // of arguments
};

constexpr std::size_t any_number = 1000;
constexpr auto functions = std::to_array<Function>({
    {"exp", Op::exp, 1, 1},
    {"log", Op::log, 1, 1},
    {"ln", Op::log, 1, 1},
    {"log10", Op::log10, 1, 1},
    {"sqrt", Op::sqrt, 1, 1},
    {"abs", Op::abs, 1, 1},
    {"floor", Op::floor, 1, 1},
    {"inv_logit", Op::inv_logit, 1, 1},
    {"logistic", Op::inv_logit, 1, 1},
    {"pow", Op::pow, 2, 2},
    {"min", Op::min, 2, any_number},
    {"max", Op::max, 2, any_number},
    {"if", Op::select, 3, 3},
});

const Function* find_function(std::string_view name) {
  const auto* found = std::find_if(functions.begin(), functions.end(),
                                   [&](const Function& f) { return f.name == name; });
  return found == functions.end() ? nullptr : found;
}

/// Binding strength of the infix operators; 0 for what is none.
int level_of(const Token& token) {
  if (token.kind != TokenKind::op)
    return 0;
  switch (token.op) {
    case Op::logic_or:
      return 1;
    case Op::logic_and:
      return 2;
    case Op::less:
    case Op::less_equal:
    case Op::greater:
    case Op::greater_equal:
    case Op::equal:
    case Op::not_equal:
      return 4;
    case Op::add:
    case Op::sub:
      return 5;
    case Op::mul:
    case Op::div:
      return 6;
    default:
      return 0;  // ^ is read with its base, `not` is a prefix
  }
}
constexpr int not_level = 3;
constexpr int compare_level = 4;

class Parser {
 public:
  Parser(std::vector<Token> tokens, std::vector<ExprError>& errors)
      : tokens_(std::move(tokens)), errors_(errors), quiet_(!errors.empty()) {}

  NodePointer parse() {
    auto node = infix(1);
    if (!stopped_ && peek().kind != TokenKind::end)
      unexpected();
    return node;
  }

 private:
  const Token& peek(std::size_t ahead = 0) const {
    return tokens_[std::min(next_ + ahead, tokens_.size() - 1)];
  }
  const Token& take() { return tokens_[std::min(next_++, tokens_.size() - 1)]; }
  bool next_is(TokenKind kind) const { return peek().kind == kind; }
  bool next_is(Op op) const { return peek().kind == TokenKind::op && peek().op == op; }

  void report(std::string code, std::string message, Place place, std::string hint = {}) {
    errors_.push_back(
        {std::move(code), std::move(message), place.offset, place.length, std::move(hint)});
  }

  /// After a syntax error nothing that follows can be trusted. If the tokens were already
  /// wrong, this one is most likely an echo.
  NodePointer stop(std::string message, Place place, std::string hint = {}) {
    if (!stopped_ && !quiet_) {
      report("expr.syntax", std::move(message), place, std::move(hint));
    }
    stopped_ = true;
    return make_number(0.0, {});
  }

  NodePointer unexpected() {
    const Token& token = peek();
    switch (token.kind) {
      case TokenKind::end:
        return stop(next_ == 0 ? "the expression is empty"
                               : "the expression ends where a value is expected",
                    token.place);
      case TokenKind::close:
        if (open_ == 0)
          return stop("this ')' has no matching '('", token.place);
        return stop("a value is expected before ')'", token.place);
      case TokenKind::comma: {
        const bool decimal = next_ > 0 && tokens_[next_ - 1].kind == TokenKind::number &&
                             peek(1).kind == TokenKind::number;
        return stop("unexpected ','", token.place, decimal ? "use a dot in numbers" : "");
      }
      case TokenKind::op:
        return stop(fmt::format("a value is expected before '{}'", token.text), token.place);
      case TokenKind::number:
      case TokenKind::name:
      case TokenKind::open:
        break;
    }
    std::string hint;
    if (next_ > 0 && tokens_[next_ - 1].kind == TokenKind::number &&
        token.kind == TokenKind::name) {
      const auto& number = tokens_[next_ - 1].text;
      hint = number.back() != ']' && parse_unit(token.text)
                 ? fmt::format("a unit is written in brackets: {}[{}]", number, token.text)
                 : fmt::format("write {}*{}", number, token.text);
    }
    return stop(fmt::format("an operator is missing before '{}'", token.text), token.place,
                std::move(hint));
  }

  /// Counts nesting while in scope, so that hostile input cannot exhaust the stack.
  class Nesting {
   public:
    explicit Nesting(Parser& parser) : parser_(parser) {
      if (++parser_.depth_ > max_expression_depth && !parser_.stopped_) {
        parser_.report(
            "expr.too_deep",
            fmt::format("the expression is nested deeper than {} levels", max_expression_depth),
            parser_.peek().place);
        parser_.stopped_ = true;
      }
    }
    ~Nesting() { --parser_.depth_; }
    Nesting(const Nesting&) = delete;
    Nesting& operator=(const Nesting&) = delete;

   private:
    Parser& parser_;
  };

  NodePointer infix(int least_level) {
    auto left = next_is(Op::logic_not) ? negation(least_level) : prefix();
    while (!stopped_) {
      const int level = level_of(peek());
      if (level == 0 || level < least_level)
        break;
      const Token& op = take();
      auto right = infix(level + 1);
      left = make_node(op.op, op.place, std::move(left), std::move(right));
      if (level == compare_level && level_of(peek()) == compare_level) {
        stop("comparisons cannot be chained", peek().place, "write (a < b) and (b < c)");
      }
    }
    return left;
  }

  NodePointer negation(int least_level) {
    const Nesting nesting(*this);
    if (stopped_)
      return make_number(0.0, {});
    if (least_level > not_level) {
      return stop("'not' must stand in parentheses here", peek().place);
    }
    const Token& op = take();
    return make_node(Op::logic_not, op.place, infix(not_level));
  }

  NodePointer prefix() {
    const bool minus = next_is(Op::sub);
    if (!minus && !next_is(Op::add))
      return power();
    const Nesting nesting(*this);
    if (stopped_)
      return make_number(0.0, {});
    const Token& sign = take();
    if (!minus)
      return prefix();
    const bool literal =
        next_is(TokenKind::number) && !(peek(1).kind == TokenKind::op && peek(1).op == Op::pow);
    if (literal) {
      const Token& number = take();
      const Place place{sign.place.offset,
                        number.place.offset + number.place.length - sign.place.offset};
      return make_number(-number.value, number.dimension, place);
    }
    return make_node(Op::neg, sign.place, prefix());
  }

  NodePointer power() {
    auto base = primary();
    if (stopped_ || !next_is(Op::pow))
      return base;
    const Nesting nesting(*this);
    if (stopped_)
      return base;
    const Token& op = take();
    return make_node(Op::pow, op.place, std::move(base), prefix());
  }

  NodePointer primary() {
    if (stopped_)
      return make_number(0.0, {});
    switch (peek().kind) {
      case TokenKind::number: {
        const Token& token = take();
        return make_number(token.value, token.dimension, token.place);
      }
      case TokenKind::name: {
        const Token& token = take();
        if (next_is(TokenKind::open))
          return call(token);
        if (find_function(token.text) != nullptr) {
          return stop(fmt::format("'{}' is a function", token.text), token.place,
                      fmt::format("write {}(...)", token.text));
        }
        return expr::make_symbol(std::string(token.text), token.place);
      }
      case TokenKind::open: {
        const Nesting nesting(*this);
        const Token& open = take();
        ++open_;
        auto inner = infix(1);
        close(open);
        return inner;
      }
      case TokenKind::op:
      case TokenKind::close:
      case TokenKind::comma:
      case TokenKind::end:
        break;
    }
    return unexpected();
  }

  void close(const Token& open) {
    --open_;
    if (stopped_)
      return;
    if (next_is(TokenKind::close)) {
      take();
    } else if (next_is(TokenKind::end)) {
      stop("this '(' is never closed", open.place);
    } else {
      unexpected();
    }
  }

  NodePointer call(const Token& name) {
    const Nesting nesting(*this);
    const Token& open = take();
    ++open_;
    std::vector<NodePointer> args;
    if (!next_is(TokenKind::close)) {
      args.push_back(infix(1));
      while (!stopped_ && next_is(TokenKind::comma)) {
        take();
        args.push_back(infix(1));
      }
    }
    close(open);
    if (stopped_)
      return make_number(0.0, {});

    const Function* function = find_function(name.text);
    if (function == nullptr) {
      std::vector<std::string> known;
      for (const auto& f : functions)
        known.emplace_back(f.name);
      report("expr.unknown_function", fmt::format("unknown function '{}'", name.text), name.place,
             did_you_mean(name.text, known));
      return make_number(0.0, {});
    }
    if (args.size() < function->least || args.size() > function->most) {
      report("expr.arity",
             fmt::format("'{}' takes {}{} argument{}, not {}", name.text,
                         function->most == any_number ? "at least " : "", function->least,
                         function->least == 1 ? "" : "s", args.size()),
             name.place);
      return make_number(0.0, {});
    }
    if (function->op == Op::min || function->op == Op::max) {
      auto node = std::move(args[0]);
      for (std::size_t i = 1; i < args.size(); ++i) {
        node = make_node(function->op, name.place, std::move(node), std::move(args[i]));
      }
      return node;
    }
    args.resize(3);
    return make_node(function->op, name.place, args[0], args[1], args[2]);
  }

  std::vector<Token> tokens_;
  std::vector<ExprError>& errors_;
  std::size_t next_ = 0;
  int depth_ = 0;
  int open_ = 0;
  bool stopped_ = false;
  bool quiet_ = false;
};

}  // namespace

tl::expected<Expression, std::vector<ExprError>> parse_expression(std::string_view text) {
  if (text.size() > max_expression_bytes) {
    return tl::unexpected(std::vector<ExprError>{
        {"expr.too_long",
         fmt::format("the expression is longer than {} bytes", max_expression_bytes),
         max_expression_bytes,
         text.size() - max_expression_bytes,
         {}}});
  }
  std::vector<ExprError> errors;
  auto tokens = expr::tokenize(text, errors);
  auto node = Parser(std::move(tokens), errors).parse();
  if (errors.empty())
    return Expression(std::move(node));
  std::stable_sort(errors.begin(), errors.end(),
                   [](const ExprError& a, const ExprError& b) { return a.offset < b.offset; });
  if (errors.size() > most_errors)
    errors.resize(most_errors);
  return tl::unexpected(std::move(errors));
}

}  // namespace ketascope
