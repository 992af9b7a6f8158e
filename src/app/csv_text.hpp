// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charconv>
#include <cmath>
#include <string>
#include <string_view>

namespace ketascope {

/// Builds CSV text: commas, '\n', a field in quotes only where it needs them (RFC 4180).
class CsvText {
 public:
  explicit CsvText(std::size_t expected_bytes = 0) { text_.reserve(expected_bytes); }

  /// "# ..." on one line, whatever line breaks the text holds.
  void comment(std::string_view text) {
    text_ += "# ";
    for (const char c : text) {
      text_ += c == '\n' || c == '\r' ? ' ' : c;
    }
    text_ += '\n';
  }
  void field(std::string_view text) {
    separate();
    if (text.find_first_of(",\"\n\r") == std::string_view::npos) {
      text_ += text;
      return;
    }
    text_ += '"';
    for (const char c : text) {
      text_ += c;
      if (c == '"') {
        text_ += '"';
      }
    }
    text_ += '"';
  }
  /// Shortest text that reads back as the same double, counts in digits alone (100000, not 1e+05);
  /// NA where it is not finite.
  void field(double value) {
    separate();
    if (!std::isfinite(value)) {
      text_ += "NA";
      return;
    }
    char digits[32];
    const bool count = std::abs(value) < 1e15 && value == std::trunc(value) && value != 0.0;
    const auto end =
        count ? std::to_chars(digits, digits + sizeof digits, static_cast<long long>(value)).ptr
              : std::to_chars(digits, digits + sizeof digits, value).ptr;
    text_.append(digits, end);
  }
  void empty_field() { separate(); }
  void end_row() {
    text_ += '\n';
    first_ = true;
  }
  std::string take() { return std::move(text_); }

 private:
  void separate() {
    if (!first_) {
      text_ += ',';
    }
    first_ = false;
  }

  std::string text_;
  bool first_ = true;
};

}  // namespace ketascope
