// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "io/event_columns.hpp"
#include "ketascope/diagnostic/diagnostic.hpp"
#include "ketascope/dosing/refusals.hpp"
#include "ketascope/io/csv.hpp"

namespace ketascope {

/// Nothing, `.` and `NA`.
bool is_missing_cell(std::string_view cell);
/// A cell in quotes, short enough for a line and without control characters.
std::string quoted_cell(std::string_view cell);
/// A finite decimal number. The many short whole numbers of a table take the quick way.
std::optional<double> number_of_cell(std::string_view cell);

/// What cells of the present row could not be read.
struct UnreadCells {
  ItemSet items = 0;
  bool covariate = false;
  bool id = false;
  bool mdv = false;
};

/// The cells of the row that the reader stands on, and everything that is wrong with them.
class EventCells {
 public:
  EventCells(const CsvReader& reader, const EventColumns& columns, std::string_view file,
             std::size_t most_problems)
      : reader_(reader), columns_(columns), file_(file), most_(most_problems) {}

  std::string_view text(int column) const {
    return trimmed_cell(reader_.fields()[static_cast<std::size_t>(column)]);
  }
  /// Empty when there is no such column.
  std::string_view text(Item item) const {
    const int column = columns_.of(item);
    return column < 0 ? std::string_view() : text(column);
  }

  /// 0 when there is no such column, nothing in it, or nothing that can be read.
  double number(Item item);
  int integer(Item item);
  std::optional<double> number(int column, std::string_view text);
  int integer(int column, std::string_view text);

  /// Refuses a cell, which then counts as unread.
  void refuse(std::string code, int column, std::string_view cell, std::string_view rule,
              std::string hint = {});
  void refuse_row(std::string code, std::string message, std::string hint = {});
  void keep(Diagnostic problem);

  /// Since the last call.
  UnreadCells take_unread();
  /// Problems so far; only the first ones are kept.
  std::size_t problem_count() const { return count_; }
  Diagnostics& problems() { return problems_; }

 private:
  void refuse_number(int column, std::string_view text);
  void note_unread(int column);

  const CsvReader& reader_;
  const EventColumns& columns_;
  std::string file_;
  std::size_t most_;
  std::size_t count_ = 0;
  Diagnostics problems_;
  UnreadCells unread_;
};

}  // namespace ketascope
