// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <toml++/toml.h>

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "io/toml_reader.hpp"

/// What the parts of the TOML reader share; the only place that includes toml++.
namespace ketascope {

struct TomlState {
  std::string_view text;
  std::string file;
  Diagnostics diagnostics;
  toml::table root;
  bool parsed = false;
  std::vector<std::size_t> line_starts;
  std::unordered_set<int> problem_lines;
  // The last place that was looked up. The next one is mostly near, and starting again at the
  // line's begin each time would be quadratic on a file of one long line.
  SourceLocation cursor{1, 1};
  std::size_t cursor_offset = 0;

  void report(Severity severity, std::string_view code, std::string message, SourceLocation at,
              std::string hint) {
    if (severity == Severity::error) {
      problem_lines.insert(at.line);
    }
    diagnostics.push_back(
        {severity, std::string(code), std::move(message), file, at, std::move(hint)});
  }

  /// An error in a table: the lines of its headers count as places of the problem, too.
  void report_in(std::initializer_list<int> header_lines, std::string_view code,
                 std::string message, SourceLocation at, std::string hint) {
    problem_lines.insert(header_lines);
    report(Severity::error, code, std::move(message), at, std::move(hint));
  }

  std::size_t offset_of(SourceLocation at) {
    if (at.line < 1 || static_cast<std::size_t>(at.line) > line_starts.size()) {
      return text.size();
    }
    if (at.line != cursor.line || at.column < cursor.column / 2) {
      cursor = {at.line, 1};
      cursor_offset = line_starts[static_cast<std::size_t>(at.line) - 1];
    }
    const auto continues = [this](std::size_t i) {
      return i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80;
    };
    for (; cursor.column > at.column; --cursor.column) {
      do {
        --cursor_offset;
      } while (continues(cursor_offset));
    }
    while (cursor.column < at.column && cursor_offset < text.size()) {
      do {
        ++cursor_offset;
      } while (continues(cursor_offset));
      ++cursor.column;
    }
    return cursor_offset;
  }

  /// From the opening quote to the first character of the content.
  SourceLocation inside_quotes(SourceLocation at) {
    const std::size_t offset = offset_of(at);
    const std::string_view rest = text.substr(std::min(offset, text.size()));
    if (rest.starts_with("\"\"\"") || rest.starts_with("'''")) {
      // A line break directly after the quotes is not part of the text.
      if (rest.substr(3).starts_with('\n') || rest.substr(3).starts_with("\r\n")) {
        return {at.line + 1, 1};
      }
      return {at.line, at.column + 3};
    }
    if (rest.starts_with('"') || rest.starts_with('\'')) {
      return {at.line, at.column + 1};
    }
    return at;
  }
};

inline SourceLocation location(const toml::source_position& position) {
  return {static_cast<int>(position.line), static_cast<int>(position.column)};
}

inline const toml::node& as_node(const void* node) {
  return *static_cast<const toml::node*>(node);
}
inline const toml::key& as_key(const void* key) {
  return *static_cast<const toml::key*>(key);
}
inline const toml::table& as_table(const void* node) {
  return *static_cast<const toml::table*>(node);
}

}  // namespace ketascope
