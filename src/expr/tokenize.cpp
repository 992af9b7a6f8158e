// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>
#include <system_error>
#include <utility>

#include "expr/token.hpp"
#include "ketascope/units/measure.hpp"
#include "ketascope/units/unit.hpp"

namespace ketascope::expr {

namespace {

struct Symbol {
  std::string_view text;
  TokenKind kind;
  Op op;
  std::string_view instead = {};  // not ours: say what to write instead
};

// Longer ones first.
constexpr auto symbols_table = std::to_array<Symbol>({
    {"<=", TokenKind::op, Op::less_equal},
    {">=", TokenKind::op, Op::greater_equal},
    {"==", TokenKind::op, Op::equal},
    {"!=", TokenKind::op, Op::not_equal},
    {"**", TokenKind::op, Op::pow, "^"},
    {"&&", TokenKind::op, Op::logic_and, "and"},
    {"||", TokenKind::op, Op::logic_or, "or"},
    {"<", TokenKind::op, Op::less},
    {">", TokenKind::op, Op::greater},
    {"+", TokenKind::op, Op::add},
    {"-", TokenKind::op, Op::sub},
    {"*", TokenKind::op, Op::mul},
    {"/", TokenKind::op, Op::div},
    {"^", TokenKind::op, Op::pow},
    {"(", TokenKind::open, Op::number},
    {")", TokenKind::close, Op::number},
    {",", TokenKind::comma, Op::number},
    {"=", TokenKind::op, Op::equal, "=="},
    {"!", TokenKind::op, Op::logic_not, "not"},
    {"\xE2\x88\x92", TokenKind::op, Op::sub, "-"},            // minus sign
    {"\xC3\x97", TokenKind::op, Op::mul, "*"},                // multiplication sign
    {"\xC2\xB7", TokenKind::op, Op::mul, "*"},                // middle dot
    {"\xE2\x89\xA4", TokenKind::op, Op::less_equal, "<="},    // less-than or equal to
    {"\xE2\x89\xA5", TokenKind::op, Op::greater_equal, ">="}  // greater-than or equal to
});

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_name_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool is_name_part(char c) {
  return is_name_start(c) || is_digit(c) || c == '.';
}
bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

class Tokenizer {
 public:
  Tokenizer(std::string_view text, std::vector<ExprError>& errors) : text_(text), errors_(errors) {}

  std::vector<Token> run() {
    for (;;) {
      while (position_ < text_.size() && is_space(text_[position_]))
        ++position_;
      if (position_ >= text_.size())
        break;
      const char c = text_[position_];
      if (is_digit(c) ||
          (c == '.' && position_ + 1 < text_.size() && is_digit(text_[position_ + 1]))) {
        number();
      } else if (is_name_start(c)) {
        name();
      } else if (!symbol()) {
        stray();
      }
    }
    tokens_.push_back({.place = {text_.size(), 0}});
    return std::move(tokens_);
  }

 private:
  void report(std::string code, std::string message, std::size_t offset, std::size_t length,
              std::string hint = {}) {
    errors_.push_back({std::move(code), std::move(message), offset, length, std::move(hint)});
  }

  Token& push(TokenKind kind, std::size_t start) {
    return tokens_.emplace_back(Token{.kind = kind,
                                      .place = {start, position_ - start},
                                      .text = text_.substr(start, position_ - start)});
  }

  void number() {
    const std::size_t start = position_;
    double value = 0.0;
    const auto read = std::from_chars(text_.data() + start, text_.data() + text_.size(), value);
    position_ = static_cast<std::size_t>(read.ptr - text_.data());
    if (read.ec != std::errc{}) {
      report("number.not_finite", "the number is too large or too small", start, position_ - start);
      value = 1.0;
    }
    std::size_t bracket = position_;
    while (bracket < text_.size() && is_space(text_[bracket]))
      ++bracket;
    Dimension dimension;
    if (bracket < text_.size() && text_[bracket] == '[') {
      position_ = bracket;
      if (const auto unit = unit_text())
        dimension = apply_unit(*unit, start, value);
    }
    Token& token = push(TokenKind::number, start);
    token.value = value;
    token.dimension = dimension;
  }

  /// The text between the brackets at the current position, which moves past them.
  std::optional<std::string_view> unit_text() {
    const std::size_t open = position_;
    const std::size_t close = text_.find(']', open);
    if (close == std::string_view::npos) {
      report("expr.syntax", "this '[' is never closed", open, 1);
      position_ = text_.size();
      return {};
    }
    position_ = close + 1;
    return text_.substr(open + 1, close - open - 1);
  }

  Dimension apply_unit(std::string_view unit_name, std::size_t start, double& value) {
    const auto inside = static_cast<std::size_t>(unit_name.data() - text_.data());
    const auto unit = parse_unit(unit_name);
    if (!unit) {
      const auto& e = unit.error();
      report(e.code, e.message, inside + e.offset, e.length, e.hint);
      return {};
    }
    const double internal = to_internal({value, std::string(unit_name)}).value_or(0.0);
    if (!std::isfinite(internal) || (internal == 0.0 && value != 0.0)) {
      report("number.not_finite", "the number is too large or too small", start, position_ - start);
    } else {
      value = internal;
    }
    return unit->dimension;
  }

  void name() {
    const std::size_t start = position_;
    while (position_ < text_.size() && is_name_part(text_[position_]))
      ++position_;
    Token& token = push(TokenKind::name, start);
    constexpr std::array words{Op::logic_and, Op::logic_or, Op::logic_not};
    for (const Op op : words) {
      if (token.text == spelling(op)) {
        token.kind = TokenKind::op;
        token.op = op;
      }
    }
  }

  bool symbol() {
    const std::string_view rest = text_.substr(position_);
    const auto* found = std::find_if(symbols_table.begin(), symbols_table.end(),
                                     [&](const Symbol& s) { return rest.starts_with(s.text); });
    if (found == symbols_table.end())
      return false;
    const std::size_t start = position_;
    position_ += found->text.size();
    push(found->kind, start).op = found->op;
    if (!found->instead.empty()) {
      report("expr.syntax", fmt::format("unexpected '{}'", found->text), start, found->text.size(),
             fmt::format("write '{}'", found->instead));
    }
    return true;
  }

  void stray() {
    const std::size_t start = position_;
    if (text_[start] == '[') {
      unit_text();
      report("expr.syntax", "a unit in brackets may only follow a number", start,
             position_ - start);
      return;
    }
    // One report for a whole run of bytes that are no part of the language.
    while (position_ < text_.size() && static_cast<unsigned char>(text_[position_]) >= 0x80) {
      ++position_;
    }
    if (position_ == start)
      ++position_;
    const auto shown = text_.substr(start, position_ - start);
    const bool printable = shown.size() > 1 || (shown[0] > ' ' && shown[0] < 0x7F);
    report("expr.syntax",
           printable ? fmt::format("unexpected '{}'", shown.substr(0, 60))
                     : std::string("unexpected control character"),
           start, shown.size());
  }

  std::string_view text_;
  std::vector<ExprError>& errors_;
  std::vector<Token> tokens_;
  std::size_t position_ = 0;
};

}  // namespace

std::vector<Token> tokenize(std::string_view text, std::vector<ExprError>& errors) {
  return Tokenizer(text, errors).run();
}

}  // namespace ketascope::expr
