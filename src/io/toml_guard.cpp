// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/toml_guard.hpp"

#include <fmt/format.h>

namespace ketascope {
namespace {

constexpr int max_depth = 32;

/// Offset just past the string that begins at `begin`. A single-line string ends at the line's end
/// at the latest, so that an unclosed one does not swallow the file; the parser will complain about
/// it.
std::size_t skip_string(std::string_view text, std::size_t begin) {
  const char quote = text[begin];
  const bool escapes = quote == '"';
  const bool multi_line = text.substr(begin, 3) == (escapes ? "\"\"\"" : "'''");
  std::size_t i = begin + (multi_line ? 3 : 1);
  while (i < text.size()) {
    const char c = text[i];
    if (escapes && c == '\\') {
      i += 2;
    } else if (!multi_line && (c == quote || c == '\n')) {
      return i + 1;
    } else if (multi_line && c == quote && text.substr(i, 3) == text.substr(begin, 3)) {
      i += 3;
      // Up to two quotes may stand directly before the closing ones.
      for (int extra = 0; extra < 2 && i < text.size() && text[i] == quote; ++extra) {
        ++i;
      }
      return i;
    } else {
      ++i;
    }
  }
  return text.size();
}

}  // namespace

std::optional<TomlGuardProblem> guard_toml(std::string_view text) {
  int depth = 0;
  int dots = 0;
  std::size_t i = 0;
  while (i < text.size()) {
    const char c = text[i];
    switch (c) {
      case '"':
      case '\'':
        i = skip_string(text, i);
        continue;
      case '#':
        i = text.find('\n', i);
        if (i == std::string_view::npos) {
          return std::nullopt;
        }
        continue;
      case '[':
      case '{':
        ++depth;
        dots = 0;
        break;
      case ']':
      case '}':
        depth = depth > 0 ? depth - 1 : 0;
        dots = 0;
        break;
      case '.':
        ++dots;
        break;
      case ',':
      case '=':
      case '\n':
        dots = 0;
        break;
      default:
        if (static_cast<unsigned char>(c) >= 0x80) {
          return TomlGuardProblem{"toml.syntax", "letters outside ASCII must stand in quotes", i};
        }
    }
    if (depth > max_depth || dots > max_depth) {
      return TomlGuardProblem{"toml.deep", fmt::format("nested deeper than {} levels", max_depth),
                              i};
    }
    ++i;
  }
  return std::nullopt;
}

}  // namespace ketascope
