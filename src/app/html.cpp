// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/html.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "ketascope/app/card.hpp"

namespace ketascope {
namespace {

constexpr std::string_view style = R"(
body { font: 11pt/1.4 "DejaVu Sans", sans-serif; color: #222; background: #fff; max-width: 62em;
       margin: 2em auto; padding: 0 1em; }
h1 { font-size: 1.5em; margin-bottom: 0.2em; }
h2 { font-size: 1.1em; border-bottom: 1px solid #999; margin-top: 1.6em; break-after: avoid; }
h3 { font-size: 1em; margin: 1.4em 0 0.3em; break-after: avoid; }
h3 + p { margin: 0.3em 0; }
table { border-collapse: collapse; width: 100%; font-size: 0.85em; }
th, td { text-align: left; vertical-align: top; padding: 0.2em 0.6em 0.2em 0;
         overflow-wrap: break-word; }
th { border-bottom: 1px solid #ccc; overflow-wrap: normal; }
tr { break-inside: avoid; }
dt { font-weight: bold; float: left; clear: left; width: 11em; }
dd { margin-left: 11.5em; }
figure { margin: 0.8em 0; break-inside: avoid; }
figure svg { max-width: 100%; height: auto; }
.pair { display: flex; flex-wrap: wrap; gap: 0 1.5em; }
.pair figure { flex: 1 1 24em; max-width: 28em; }
figcaption { color: #555; font-size: 0.85em; }
.statement { color: #555; }
.number { text-align: right; white-space: nowrap; padding-right: 1.2em; }
.fail { font-weight: bold; color: #a00; }
@media print { body { margin: 0; max-width: none; font-size: 9pt; } }
)";

/// "1.25", "98 %", "-3e-5".
bool is_number(std::string cell) {
  std::ranges::replace(cell, ',', '.');  // of the reader's language
  if (cell.ends_with(" %")) {
    cell.resize(cell.size() - 2);
  }
  double value = 0.0;
  const char* const end = cell.data() + cell.size();
  const auto [stop, error] = std::from_chars(cell.data(), end, value);
  return error == std::errc() && stop == end;
}

/// At least one number, and nothing but numbers or their absence.
bool holds_numbers(const std::vector<std::vector<std::string>>& rows, std::size_t column) {
  bool any = false;
  for (const auto& row : rows) {
    if (column >= row.size() || row[column].empty() || row[column] == "-") {
      continue;
    }
    if (!is_number(row[column])) {
      return false;
    }
    any = true;
  }
  return any;
}

}  // namespace

std::string html_escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string html_page_begin(std::string_view title, const Words& words) {
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{3}\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<title>{0}</title>\n<style>{1}</style>\n</head>\n<body>\n<h1>{0}</h1>\n"
      "<p class=\"statement\">{2}</p>\n",
      html_escaped(title), style, html_escaped(words(quiet_statement)), words.language());
}

std::string html_page_end() {
  return "</body>\n</html>\n";
}

std::string html_table(const std::vector<std::string>& header,
                       const std::vector<std::vector<std::string>>& rows,
                       std::string_view alarming) {
  std::vector<std::string_view> look(header.size());
  for (std::size_t c = 0; c < header.size(); ++c) {
    look[c] = holds_numbers(rows, c) ? " class=\"number\"" : "";
  }
  std::string out = "<table>\n<tr>";
  for (std::size_t c = 0; c < header.size(); ++c) {
    out += fmt::format("<th{}>{}</th>", look[c], html_escaped(header[c]));
  }
  out += "</tr>\n";
  for (const auto& row : rows) {
    out += "<tr>";
    for (std::size_t c = 0; c < row.size(); ++c) {
      const bool alarm = !alarming.empty() && row[c] == alarming;
      const std::string_view own = alarm ? " class=\"fail\"" : c < look.size() ? look[c] : "";
      out += fmt::format("<td{}>{}</td>", own, html_escaped(row[c]));
    }
    out += "</tr>\n";
  }
  return out + "</table>\n";
}

std::string_view palette_colour(int index) {
  // Okabe and Ito's, without black and yellow.
  static constexpr std::array<std::string_view, 6> colours{"#0072b2", "#d55e00", "#009e73",
                                                           "#cc79a7", "#e69f00", "#56b4e9"};
  return colours[static_cast<std::size_t>(index) % colours.size()];
}

}  // namespace ketascope
