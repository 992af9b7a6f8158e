// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <string>
#include <utility>

#include "units/unit_scale.hpp"

namespace ketascope {

namespace {

constexpr std::size_t longest_unit_bytes = 200;
constexpr int largest_power = 9;      // in the text
constexpr int largest_exponent = 30;  // of a base dimension, after multiplying out
constexpr int largest_power_of_ten = 200;
constexpr double largest_ratio = 1e100;

double power_of_ten(int n) {
  double out = 1.0;
  for (int i = 0; i < n; ++i)
    out *= 10.0;
  return out;
}

double power(double base, int n) {
  double out = 1.0;
  for (int i = 0; i < n; ++i)
    out *= base;
  return out;
}

UnitScale product(const UnitScale& a, const UnitScale& b) {
  return {a.numerator * b.numerator, a.denominator * b.denominator, a.power_of_ten + b.power_of_ten,
          a.dimension * b.dimension};
}

UnitScale raised(const UnitScale& a, int n) {
  const int m = std::abs(n);
  const UnitScale up{power(a.numerator, m), power(a.denominator, m), a.power_of_ten * m,
                     a.dimension.pow(m)};
  if (n >= 0)
    return up;
  return {up.denominator, up.numerator, -up.power_of_ten, up.dimension.pow(-1)};
}

bool within_limits(const UnitScale& s) {
  const auto& d = s.dimension;
  for (const int e : {int{d.drug_mass}, int{d.volume}, int{d.time}, int{d.body_mass}, int{d.molar},
                      int{d.length}}) {
    if (std::abs(e) > largest_exponent)
      return false;
  }
  return std::abs(s.power_of_ten) <= largest_power_of_ten && s.numerator <= largest_ratio &&
         s.denominator <= largest_ratio;
}

struct Spelling {
  std::string_view text;
  std::string_view meaning;
};

// Longer code points that stand for something we know in ASCII.
constexpr std::array spaces{Spelling{"\xC2\xA0", " "}, Spelling{"\xE2\x80\xAF", " "},
                            Spelling{"\xE2\x80\x89", " "}};
constexpr std::array micros{Spelling{"\xC2\xB5", "u"}, Spelling{"\xCE\xBC", "u"}};
constexpr std::array dots{Spelling{"\xC2\xB7", "*"}, Spelling{"\xE2\x8B\x85", "*"}};
constexpr std::array superscripts{
    Spelling{"\xE2\x81\xBB", "-"}, Spelling{"\xE2\x81\xB0", "0"}, Spelling{"\xC2\xB9", "1"},
    Spelling{"\xC2\xB2", "2"},     Spelling{"\xC2\xB3", "3"},     Spelling{"\xE2\x81\xB4", "4"},
    Spelling{"\xE2\x81\xB5", "5"}, Spelling{"\xE2\x81\xB6", "6"}, Spelling{"\xE2\x81\xB7", "7"},
    Spelling{"\xE2\x81\xB8", "8"}, Spelling{"\xE2\x81\xB9", "9"}};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  tl::expected<UnitScale, UnitError> parse() {
    if (text_.size() > longest_unit_bytes) {
      return tl::unexpected(fail("unit.too_large", "the unit is too long", 0, text_.size()));
    }
    skip_space();
    if (at_end())
      return UnitScale{};
    auto scale = parse_product();
    if (!scale)
      return scale;
    if (!at_end())
      return tl::unexpected(unexpected_here());
    return scale;
  }

 private:
  using Result = tl::expected<UnitScale, UnitError>;

  bool at_end() const { return position_ >= text_.size(); }
  bool next_is(char c) const { return !at_end() && text_[position_] == c; }

  template <std::size_t N>
  std::string_view match(const std::array<Spelling, N>& spellings) {
    for (const auto& spelling : spellings) {
      if (text_.substr(position_).starts_with(spelling.text)) {
        position_ += spelling.text.size();
        return spelling.meaning;
      }
    }
    return {};
  }

  bool skip_space() {
    const std::size_t before = position_;
    while (next_is(' ') || next_is('\t'))
      ++position_;
    while (!match(spaces).empty() || next_is(' ')) {
      if (next_is(' '))
        ++position_;
    }
    return position_ != before;
  }

  static UnitError fail(std::string code, std::string message, std::size_t offset,
                        std::size_t length, std::string hint = {}) {
    return {std::move(message), offset, length, std::move(hint), std::move(code)};
  }

  UnitError unexpected_here() const {
    if (at_end()) {
      return fail("unit.syntax", "the unit ends where a unit name is expected", text_.size(), 0);
    }
    const char c = text_[position_];
    if (is_digit(c)) {
      std::size_t end = position_;
      while (end < text_.size() && (is_digit(text_[end]) || text_[end] == '.'))
        ++end;
      const auto number = text_.substr(position_, end - position_);
      return fail("unit.syntax", fmt::format("a unit cannot contain the number '{}'", number),
                  position_, number.size(), "a power is written with '^', as in cm^2");
    }
    std::size_t length = 1;
    while (position_ + length < text_.size() &&
           (static_cast<unsigned char>(text_[position_ + length]) & 0xC0) == 0x80) {
      ++length;
    }
    return fail("unit.syntax",
                fmt::format("unexpected '{}' in a unit", text_.substr(position_, length)),
                position_, length, c == '-' ? "a power is written with '^', as in h^-1" : "");
  }

  Result parse_product() {
    auto scale = parse_power();
    while (scale) {
      const std::size_t start = position_;
      bool spaced = skip_space();
      bool divide = false;
      bool explicit_operator = true;
      if (next_is('*')) {
        ++position_;
      } else if (next_is('/')) {
        ++position_;
        divide = true;
      } else if (match(dots).empty()) {
        explicit_operator = false;
      }
      if (!explicit_operator) {
        if (at_end() || next_is(')'))
          break;
        // Without a space two names would have been read as one, so only "(" gets here.
        if (!spaced && !next_is('('))
          return tl::unexpected(unexpected_here());
      }
      skip_space();
      auto factor = parse_power();
      if (!factor)
        return factor;
      scale = product(*scale, divide ? raised(*factor, -1) : *factor);
      if (!within_limits(*scale))
        return tl::unexpected(too_large(start));
    }
    return scale;
  }

  UnitError too_large(std::size_t start) const {
    return fail("unit.too_large", "the powers in this unit are too large", start,
                position_ - start);
  }

  Result parse_power() {
    const std::size_t start = position_;
    auto scale = parse_primary();
    if (!scale)
      return scale;
    std::string digits;
    const std::size_t power_start = position_;
    if (next_is('^')) {
      ++position_;
      if (next_is('-') || next_is('+')) {
        if (next_is('-'))
          digits += '-';
        ++position_;
      }
      while (!at_end() && is_digit(text_[position_]))
        digits += text_[position_++];
      if (next_is('.'))
        return tl::unexpected(bad_power(power_start));
    } else {
      for (auto c = match(superscripts); !c.empty(); c = match(superscripts))
        digits += c;
      if (digits.empty())
        return scale;
    }
    int n = 0;
    const auto* end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, n);
    if (read.ec == std::errc::result_out_of_range || std::abs(n) > largest_power) {
      return tl::unexpected(too_large(power_start));
    }
    if (read.ec != std::errc{} || read.ptr != end) {
      return tl::unexpected(bad_power(power_start));
    }
    scale = raised(*scale, n);
    if (!within_limits(*scale))
      return tl::unexpected(too_large(start));
    return scale;
  }

  UnitError bad_power(std::size_t start) const {
    return fail("unit.syntax", "a power must be a whole number", start, position_ - start,
                "as in cm^2 or h^-1");
  }

  Result parse_primary() {
    if (next_is('('))
      return parse_parentheses();
    if (next_is('1') && (position_ + 1 == text_.size() ||
                         (!is_digit(text_[position_ + 1]) && text_[position_ + 1] != '.'))) {
      ++position_;
      return UnitScale{};
    }
    const std::size_t start = position_;
    std::string ascii;
    if (next_is('%')) {
      ascii = "%";
      ++position_;
    } else {
      while (!at_end()) {
        if (is_letter(text_[position_])) {
          ascii += text_[position_++];
        } else if (const auto micro = match(micros); !micro.empty()) {
          ascii += micro;
        } else {
          break;
        }
      }
    }
    if (ascii.empty())
      return tl::unexpected(unexpected_here());
    if (const UnitScale* known = find_unit(ascii))
      return *known;
    const auto shown = text_.substr(start, position_ - start);
    UnitError error = unknown_unit(shown, ascii);
    error.offset = start;
    error.length = shown.size();
    return tl::unexpected(std::move(error));
  }

  Result parse_parentheses() {
    const std::size_t open = position_++;
    skip_space();
    auto scale = parse_product();
    if (!scale)
      return scale;
    if (!next_is(')')) {
      if (!at_end())
        return tl::unexpected(unexpected_here());
      return tl::unexpected(fail("unit.syntax", "this '(' is never closed", open, 1));
    }
    ++position_;
    return scale;
  }

  std::string_view text_;
  std::size_t position_ = 0;
};

}  // namespace

double UnitScale::apply(double value) const {
  double up = numerator;
  double down = denominator;
  if (power_of_ten >= 0) {
    up *= ketascope::power_of_ten(power_of_ten);
  } else {
    down *= ketascope::power_of_ten(-power_of_ten);
  }
  // Both are small integers for any sane unit; taking out what they share leaves one of them 1.
  if (up >= down && std::fmod(up, down) == 0.0) {
    up /= down;
    down = 1.0;
  } else if (down > up && std::fmod(down, up) == 0.0) {
    down /= up;
    up = 1.0;
  }
  return value * up / down;
}

tl::expected<UnitScale, UnitError> parse_unit_scale(std::string_view text) {
  return Parser(text).parse();
}

}  // namespace ketascope
