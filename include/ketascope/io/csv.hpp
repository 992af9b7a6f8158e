// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ketascope/diagnostic/diagnostic.hpp"

namespace ketascope {

/// Appends one field as RFC 4180 wants it: in quotes when it holds the delimiter, a quote, a line
/// break or a space at an end.
void append_csv_field(std::string& out, std::string_view field, char delimiter = ',');
/// Appends a whole row, ended by "\n".
void append_csv_row(std::string& out, std::span<const std::string> fields, char delimiter = ',');

struct CsvOptions {
  char delimiter = '\0';  ///< '\0': comma, semicolon or tab, found out from the first row
  char comment = '\0';    ///< lines that begin with it are skipped; '\0': there are none
  std::size_t max_row_bytes = 64 * 1024;  ///< longer rows are skipped with a diagnostic
  std::string file;                       ///< named in diagnostics
};

/// Rows of delimited text, one after the other, without copying: fields are views into the text, or
/// into a buffer of the reader where doubled quotes had to be undone. They hold until the next call
/// of next().
///
/// Reads LF, CRLF and CR line ends, a byte order mark, and quoted fields with line breaks inside.
/// Empty lines are skipped; a '"' inside an unquoted field is an ordinary character.
class CsvReader {
 public:
  /// `text` must outlive the reader.
  explicit CsvReader(std::string_view text, CsvOptions options = {});

  /// Steps to the next row. False at the end.
  bool next();
  std::span<const std::string_view> fields() const { return fields_; }
  /// Line on which the row begins, counted from 1.
  int line() const { return row_line_; }
  /// Where a field of this row begins in the text (for a quoted one: inside the quotes).
  SourceLocation field_at(std::size_t index) const;
  char delimiter() const { return delimiter_; }

  /// So far: csv.quote (text after a closing quote), csv.unclosed_quote, csv.long_row. Rows that
  /// cannot be trusted are left out.
  const Diagnostics& diagnostics() const { return diagnostics_; }

 private:
  struct Field {
    std::size_t begin = 0, end = 0;  // of the content, in text_
    int line = 0;
    bool doubled = false;  // holds doubled quotes
  };

  bool read_row();
  bool read_quoted(Field& field);
  void read_unquoted(Field& field);
  void skip_row();
  void end_line();
  void make_fields();
  SourceLocation place(std::size_t offset, int line) const;
  void report(std::string_view code, std::string message, std::size_t offset, int line);

  std::string_view text_;
  CsvOptions options_;
  char delimiter_;
  std::size_t position_ = 0;
  int line_ = 1;
  int row_line_ = 0;
  std::size_t row_begin_ = 0;
  std::vector<Field> raw_;
  std::vector<std::string_view> fields_;
  std::string unescaped_;
  Diagnostics diagnostics_;
};

}  // namespace ketascope
