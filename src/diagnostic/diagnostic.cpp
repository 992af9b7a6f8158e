// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/diagnostic/diagnostic.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

namespace ketascope {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD
constexpr std::string_view ellipsis = "\xE2\x80\xA6";     // U+2026
constexpr std::size_t window = 100;                       // code points of a line that are shown

/// Bytes of the well-formed code point at the start of `text`; 0 if it is not well formed.
std::size_t code_point_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(0);
  std::size_t length = 0;
  if (lead < 0x80) {
    length = 1;
  } else if (lead >= 0xC2 && lead <= 0xDF) {
    length = 2;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    length = 3;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    length = 4;
  }
  if (length == 0 || length > text.size())
    return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0) != 0x80)
      return 0;
  }
  if (lead == 0xE0 && byte(1) < 0xA0)
    return 0;
  if (lead == 0xED && byte(1) > 0x9F)
    return 0;
  if (lead == 0xF0 && byte(1) < 0x90)
    return 0;
  if (lead == 0xF4 && byte(1) > 0x8F)
    return 0;
  return length;
}

/// The line as printable cells, one per code point (an invalid byte counts as one).
std::vector<std::string_view> cells_of(std::string_view line) {
  std::vector<std::string_view> cells;
  while (!line.empty()) {
    const std::size_t length = code_point_length(line);
    const auto lead = static_cast<unsigned char>(line[0]);
    if (length == 0) {
      cells.push_back(replacement);
      line.remove_prefix(1);
      continue;
    }
    if (lead == '\t') {
      cells.push_back(" ");
    } else if (lead < 0x20 || lead == 0x7F ||
               (lead == 0xC2 && static_cast<unsigned char>(line[1]) < 0xA0)) {
      cells.push_back(replacement);  // C0 and C1 controls could rewrite the terminal
    } else {
      cells.push_back(line.substr(0, length));
    }
    line.remove_prefix(length);
  }
  return cells;
}

/// Line number `number` (1-based) without its end, or nothing if the text is shorter.
bool find_line(std::string_view text, int number, std::string_view& line) {
  for (int current = 1;; ++current) {
    const std::size_t end = text.find('\n');
    if (current == number) {
      line = text.substr(0, end);
      if (!line.empty() && line.back() == '\r')
        line.remove_suffix(1);
      return true;
    }
    if (end == std::string_view::npos)
      return false;
    text.remove_prefix(end + 1);
  }
}

std::string excerpt(std::string_view source_text, SourceLocation at) {
  std::string_view line;
  if (source_text.empty() || at.line <= 0 || !find_line(source_text, at.line, line))
    return {};
  const auto cells = cells_of(line);
  // The caret may stand one past the end ("something is missing here").
  const std::size_t caret =
      std::min(static_cast<std::size_t>(std::max(at.column - 1, 0)), cells.size());

  std::size_t begin = 0;
  std::size_t end = cells.size();
  if (cells.size() > window) {
    begin = caret > window / 2 ? caret - window / 2 : 0;
    begin = std::min(begin, cells.size() - window);
    end = begin + window;
  }
  std::string shown = begin > 0 ? std::string(ellipsis) : std::string{};
  for (std::size_t i = begin; i < end; ++i)
    shown += cells[i];
  if (end < cells.size())
    shown += ellipsis;

  std::string out = fmt::format("\n{:>6} | {}", at.line, shown);
  if (at.column > 0) {
    const std::size_t indent = caret - begin + (begin > 0 ? 1 : 0);
    out += fmt::format("\n{:>6} | {}^", "", std::string(indent, ' '));
  }
  return out;
}

std::string_view name_of(Severity severity) {
  switch (severity) {
    case Severity::warning:
      return "warning";
    case Severity::note:
      return "note";
    case Severity::error:
      break;
  }
  return "error";
}

}  // namespace

bool has_errors(const Diagnostics& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& d) { return d.severity == Severity::error; });
}

std::string format(const Diagnostic& diagnostic, std::string_view source_text) {
  std::string place = diagnostic.file;
  const auto append = [&place](int n) {
    if (!place.empty())
      place += ':';
    place += fmt::format("{}", n);
  };
  if (diagnostic.at.line > 0) {
    append(diagnostic.at.line);
    if (diagnostic.at.column > 0)
      append(diagnostic.at.column);
  }
  std::string out = place.empty() ? std::string{} : place + ": ";
  out += name_of(diagnostic.severity);
  if (!diagnostic.code.empty())
    out += fmt::format("[{}]", diagnostic.code);
  out += ": " + diagnostic.message;
  out += excerpt(source_text, diagnostic.at);
  if (!diagnostic.hint.empty())
    out += "\n  hint: " + diagnostic.hint;
  return out;
}

std::string format(const Diagnostics& diagnostics, std::string_view source_text) {
  std::string out;
  for (const auto& diagnostic : diagnostics)
    out += format(diagnostic, source_text) + '\n';
  return out;
}

SourceLocation locate(std::string_view text, std::size_t byte_offset) {
  const std::string_view before = text.substr(0, std::min(byte_offset, text.size()));
  const std::size_t last_end = before.rfind('\n');
  const std::size_t line_start = last_end == std::string_view::npos ? 0 : last_end + 1;
  const auto lines = std::count(before.begin(), before.end(), '\n');
  const auto columns = cells_of(before.substr(line_start)).size();
  return {.line = static_cast<int>(lines) + 1, .column = static_cast<int>(columns) + 1};
}

}  // namespace ketascope
