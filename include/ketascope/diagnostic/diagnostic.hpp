// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <vector>

namespace ketascope {

enum class Severity { error, warning, note };

/// Place in a text: 1-based line and column, 0 = unknown. Columns count code points, not bytes.
struct SourceLocation {
  int line = 0;
  int column = 0;
  auto operator<=>(const SourceLocation&) const = default;
};

/// One problem found in some input. `code` is stable and documented ("unit.unknown",
/// "expr.syntax", "model.cycle"); messages may be reworded, codes may not.
struct Diagnostic {
  Severity severity = Severity::error;
  std::string code{};
  std::string message{};
  std::string file{};
  SourceLocation at{};
  std::string hint{};
  bool operator==(const Diagnostic&) const = default;
};

using Diagnostics = std::vector<Diagnostic>;

/// True if at least one entry is an error; warnings and notes alone do not stop anything.
bool has_errors(const Diagnostics& diagnostics);

/// "file:line:col: error[code]: message", then the offending line with a caret, then the hint.
///
///     kamp2020.toml:12:5: error[unit.unknown]: unknown unit 'Mg'
///         12 | a = "1 Mg"
///            |        ^
///       hint: did you mean 'mg'?
///
/// No newline at the end. `source_text` is the whole text that `at` points into; when it is empty
/// or too short there is no excerpt. Tabs show as one space, control and invalid bytes as U+FFFD;
/// long lines are cut to a window round the caret.
std::string format(const Diagnostic& diagnostic, std::string_view source_text = {});

/// Every diagnostic through `format`, in the given order, each ended by a newline.
std::string format(const Diagnostics& diagnostics, std::string_view source_text = {});

/// Line and column of a byte offset in `text`; an offset past the end gives the place of the end.
SourceLocation locate(std::string_view text, std::size_t byte_offset);

}  // namespace ketascope
