// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/table.hpp"

#include <algorithm>

namespace ketascope {

std::size_t shown_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    // Combining accents U+0300 to U+036F (0xCC 0x80 to 0xCD 0xAF) sit on the character before.
    const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0U;
    const bool combining = byte == 0xCC || (byte == 0xCD && next < 0xB0);
    if ((byte & 0xC0U) != 0x80U && !combining) {
      ++width;
    }
  }
  return width;
}

TextTable::TextTable(std::vector<Column> columns) : columns_(std::move(columns)) {}

void TextTable::add_row(std::vector<std::string> cells) {
  cells.resize(columns_.size());
  for (std::string& cell : cells) {
    // A cell is one line, whatever a file put into a name.
    std::ranges::replace_if(
        cell, [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  }
  rows_.push_back(std::move(cells));
}

std::string TextTable::text() const {
  std::vector<std::size_t> widths;
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    std::size_t width = shown_width(columns_[c].title);
    for (const auto& row : rows_) {
      width = std::max(width, shown_width(row[c]));
    }
    widths.push_back(width);
  }
  std::string out;
  const auto end_line = [&] {
    while (!out.empty() && out.back() == ' ') {
      out.pop_back();
    }
    out += '\n';
  };
  const auto put = [&](std::size_t c, std::string_view cell) {
    const std::string padding(widths[c] - shown_width(cell), ' ');
    out += c == 0 ? "" : "  ";
    out += columns_[c].align == Align::right ? padding + std::string(cell)
                                             : std::string(cell) + padding;
  };
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    put(c, columns_[c].title);
  }
  end_line();
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    put(c, std::string(widths[c], '-'));
  }
  end_line();
  for (const auto& row : rows_) {
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      put(c, row[c]);
    }
    end_line();
  }
  return out;
}

}  // namespace ketascope
