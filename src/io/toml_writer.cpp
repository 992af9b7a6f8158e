// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/toml_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <limits>

#include "ketascope/units/number.hpp"

namespace ketascope {

std::string toml_text(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\t':
        out += "\\t";
        break;
      case '\r':
        out += "\\r";
        break;
      default:
        if (byte < 0x20 || byte == 0x7F) {
          out += fmt::format("\\u{:04X}", byte);
        } else {
          out += c;
        }
    }
  }
  out += '"';
  return out;
}

std::string toml_key(std::string_view name) {
  const bool bare = !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-';
  });
  return bare ? std::string(name) : toml_text(name);
}

std::string toml_number(double value) {
  std::string text = shortest(value);
  // An integer in TOML has 64 bits; and -0 would lose its sign as one.
  const bool long_integer = text.size() > 15 || text == "-0";
  if (long_integer && text.find_first_of(".e") == std::string::npos) {
    text += ".0";
  }
  return text;
}

std::string toml_seed(std::uint64_t seed) {
  const bool fits = seed <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
  return fits ? fmt::to_string(seed) : toml_text(fmt::to_string(seed));
}

std::string toml_measure(const Measure& value) {
  return value.unit.empty() ? toml_number(value.value) : toml_text(to_text(value));
}

std::string toml_list(const std::vector<std::string>& texts) {
  std::vector<std::string> parts;
  parts.reserve(texts.size());
  std::transform(texts.begin(), texts.end(), std::back_inserter(parts),
                 [](const std::string& text) { return toml_text(text); });
  return fmt::format("[{}]", fmt::join(parts, ", "));
}

}  // namespace ketascope
