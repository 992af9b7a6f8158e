// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/units/measure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <system_error>
#include <utility>

#include "ketascope/units/number.hpp"
#include "units/unit_scale.hpp"

namespace ketascope {

namespace {

constexpr std::array<std::string_view, 7> blanks{" ",        "\t",           "\r",          "\n",
                                                 "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89"};

std::size_t leading_blanks(std::string_view text) {
  std::size_t n = 0;
  for (bool found = true; found;) {
    found = false;
    for (const auto blank : blanks) {
      if (text.substr(n).starts_with(blank)) {
        n += blank.size();
        found = true;
      }
    }
  }
  return n;
}

std::string_view without_trailing_blanks(std::string_view text) {
  for (bool found = true; found;) {
    found = false;
    for (const auto blank : blanks) {
      if (text.ends_with(blank)) {
        text.remove_suffix(blank.size());
        found = true;
      }
    }
  }
  return text;
}

bool starts_with_word(std::string_view text, std::string_view word) {
  return text.size() >= word.size() &&
         std::equal(word.begin(), word.end(), text.begin(), [](char w, char c) {
           return w == c || (c >= 'A' && c <= 'Z' && w == c - 'A' + 'a');
         });
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

tl::unexpected<UnitError> fail(std::string code, std::string message, std::size_t offset,
                               std::size_t length, std::string hint = {}) {
  return tl::unexpected(
      UnitError{std::move(message), offset, length, std::move(hint), std::move(code)});
}

}  // namespace

tl::expected<Measure, UnitError> parse_measure(std::string_view text) {
  text = without_trailing_blanks(text);
  const std::size_t start = leading_blanks(text);
  std::size_t digits = start;
  if (digits < text.size() && (text[digits] == '+' || text[digits] == '-'))
    ++digits;
  const std::string_view unsigned_text = text.substr(digits);
  if (starts_with_word(unsigned_text, "nan") || starts_with_word(unsigned_text, "inf")) {
    return fail("number.not_finite", "the number must be finite", start, text.size() - start);
  }
  if (starts_with_word(unsigned_text, "0x")) {
    return fail("number.syntax", "hexadecimal numbers are not allowed", start, text.size() - start);
  }
  // The sign was taken off by hand, and from_chars would take a second one.
  const bool has_number =
      !unsigned_text.empty() && (is_digit(unsigned_text[0]) || unsigned_text[0] == '.');
  double magnitude = 0.0;
  const char* end = text.data() + text.size();
  const auto read = has_number ? std::from_chars(unsigned_text.data(), end, magnitude)
                               : std::from_chars_result{end, std::errc::invalid_argument};
  if (read.ec == std::errc::invalid_argument) {
    return fail("number.syntax",
                start == text.size() ? "a number is missing" : "this does not begin with a number",
                start, text.size() - start, "write a number and its unit, as in 0.5 mg/kg");
  }
  const auto number_end = static_cast<std::size_t>(read.ptr - text.data());
  if (read.ec != std::errc{}) {
    return fail("number.not_finite", "the number is too large or too small", start,
                number_end - start);
  }
  if (number_end + 1 < text.size() && is_digit(text[number_end + 1])) {
    if (text[number_end] == ',') {
      return fail("number.syntax", "a number cannot contain a comma", number_end, 1, "use a dot");
    }
    if (text[number_end] == '.') {
      return fail("number.syntax", "a number cannot contain two dots", number_end, 1);
    }
  }
  const std::size_t unit_start = number_end + leading_blanks(text.substr(number_end));
  const std::string_view unit = text.substr(unit_start);
  if (auto scale = parse_unit_scale(unit); !scale) {
    UnitError error = std::move(scale).error();
    error.offset += unit_start;
    return tl::unexpected(std::move(error));
  }
  return Measure{.value = text[start] == '-' ? -magnitude : magnitude, .unit = std::string(unit)};
}

std::string to_text(const Measure& measure) {
  std::string out = shortest(measure.value);
  if (!measure.unit.empty())
    out += ' ' + measure.unit;
  return out;
}

tl::expected<double, UnitError> to_internal(const Measure& measure) {
  return parse_unit_scale(measure.unit).map([&](const UnitScale& scale) {
    return scale.apply(measure.value);
  });
}

tl::expected<double, UnitError> to_internal(const Measure& measure, Dimension expected) {
  const auto scale = parse_unit_scale(measure.unit);
  if (!scale)
    return tl::unexpected(scale.error());
  if (scale->dimension != expected) {
    const auto spell = [](const Dimension& d) {
      return d.is_dimensionless() ? std::string("1 (no unit)") : d.to_string();
    };
    return fail("unit.mismatch",
                fmt::format("'{}' is {} in base units, but {} is expected here", to_text(measure),
                            spell(scale->dimension), spell(expected)),
                0, measure.unit.size());
  }
  return scale->apply(measure.value);
}

}  // namespace ketascope
