// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ketascope {

/// A plain text table: columns two spaces apart, padded by the characters shown, not by bytes.
class TextTable {
 public:
  enum class Align { left, right };
  struct Column {
    std::string title;
    Align align = Align::left;
  };

  explicit TextTable(std::vector<Column> columns);

  /// One cell per column; missing ones are empty.
  void add_row(std::vector<std::string> cells);
  bool empty() const { return rows_.empty(); }
  /// Title line, a rule, one line per row; every line ends with a newline and has no trailing
  /// spaces.
  std::string text() const;

 private:
  std::vector<Column> columns_;
  std::vector<std::vector<std::string>> rows_;
};

/// Code points in UTF-8 text that take a place on the line.
std::size_t shown_width(std::string_view text);

}  // namespace ketascope
