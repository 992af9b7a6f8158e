// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/event_cells.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "ketascope/units/number.hpp"

namespace ketascope {
namespace {

constexpr double largest_integer = 1e9;
constexpr std::size_t longest_shown = 40;

bool beyond_double(std::string_view text) {
  double value = 0.0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  return stop == end && error == std::errc::result_out_of_range;
}

/// ID and MDV are no items of a record.
constexpr std::array<std::pair<Item, ItemSet>, 9> record_items = {{
    {Item::time, record_item::time},
    {Item::evid, record_item::evid},
    {Item::cmt, record_item::cmt},
    {Item::amt, record_item::amt},
    {Item::rate, record_item::rate},
    {Item::dur, record_item::dur},
    {Item::ii, record_item::ii},
    {Item::addl, record_item::addl},
    {Item::ss, record_item::ss},
}};

}  // namespace

bool is_missing_cell(std::string_view cell) {
  return cell.empty() || cell == "." || cell == "NA";
}

std::string quoted_cell(std::string_view cell) {
  std::string shown(cell.substr(0, longest_shown));
  for (char& c : shown) {
    if (static_cast<unsigned char>(c) < 0x20) {
      c = ' ';
    }
  }
  // Not in the middle of a character.
  while (cell.size() > longest_shown && !shown.empty() && (shown.back() & 0x80) != 0) {
    shown.pop_back();
  }
  return fmt::format("'{}{}'", shown, cell.size() > longest_shown ? "..." : "");
}

std::optional<double> number_of_cell(std::string_view cell) {
  if (!cell.empty() && cell.size() <= 9) {
    int value = 0;
    bool digits = true;
    for (const char c : cell) {
      digits = digits && c >= '0' && c <= '9';
      if (!digits) {
        break;
      }
      value = value * 10 + (c - '0');
    }
    if (digits) {
      return value;
    }
  }
  return parse_number(cell);
}

double EventCells::number(Item item) {
  const std::string_view cell = text(item);
  return is_missing_cell(cell) ? 0.0 : number(columns_.of(item), cell).value_or(0.0);
}

int EventCells::integer(Item item) {
  const std::string_view cell = text(item);
  return is_missing_cell(cell) ? 0 : integer(columns_.of(item), cell);
}

std::optional<double> EventCells::number(int column, std::string_view text) {
  const auto value = number_of_cell(text);
  if (!value) {
    refuse_number(column, text);
  }
  return value;
}

int EventCells::integer(int column, std::string_view text) {
  const auto value = number(column, text);
  if (!value) {
    return 0;
  }
  if (*value != std::floor(*value) || std::abs(*value) > largest_integer) {
    refuse("events.integer", column, text, "must be a whole number");
    return 0;
  }
  return static_cast<int>(*value);
}

void EventCells::refuse_number(int column, std::string_view text) {
  std::string with_point(text);
  std::ranges::replace(with_point, ',', '.');
  std::string upper = upper_case(text);
  if (upper.starts_with('+') || upper.starts_with('-')) {
    upper.erase(0, 1);
  }
  if (upper == "INF" || upper == "INFINITY" || upper == "NAN") {
    refuse("events.not_finite", column, text, "must be a finite number");
  } else if (text.find(',') != std::string_view::npos && parse_number(with_point)) {
    refuse("events.decimal_comma", column, text, "numbers have a decimal point, not a comma",
           "write " + with_point);
  } else if (column == columns_.of(Item::time) && text.find(':') != std::string_view::npos) {
    refuse("events.number", column, text, "must be a number",
           "clock times are not read: give hours, for example 1.5");
  } else if (beyond_double(text)) {
    refuse("events.not_finite", column, text, "is larger or smaller than a number can be");
  } else {
    refuse("events.number", column, text, "must be a number",
           "nothing, . or NA stands for a missing value");
  }
}

void EventCells::refuse(std::string code, int column, std::string_view cell, std::string_view rule,
                        std::string hint) {
  const auto index = static_cast<std::size_t>(column);
  note_unread(column);
  keep({Severity::error, std::move(code),
        fmt::format("row {}, {} = {}: {}", reader_.line(), columns_.names[index], quoted_cell(cell),
                    rule),
        file_, reader_.field_at(index), std::move(hint)});
}

void EventCells::refuse_row(std::string code, std::string message, std::string hint) {
  keep({Severity::error,
        std::move(code),
        std::move(message),
        file_,
        {reader_.line(), 0},
        std::move(hint)});
}

void EventCells::keep(Diagnostic problem) {
  ++count_;
  if (problems_.size() < most_) {
    problems_.push_back(std::move(problem));
  }
}

void EventCells::note_unread(int column) {
  for (const auto& [item, bit] : record_items) {
    if (columns_.of(item) == column) {
      unread_.items = static_cast<ItemSet>(unread_.items | bit);
      return;
    }
  }
  unread_.id = unread_.id || columns_.of(Item::id) == column;
  unread_.mdv = unread_.mdv || columns_.of(Item::mdv) == column;
  unread_.covariate = unread_.covariate ||
                      std::ranges::find(columns_.covariates, column) != columns_.covariates.end();
}

UnreadCells EventCells::take_unread() {
  return std::exchange(unread_, {});
}

}  // namespace ketascope
