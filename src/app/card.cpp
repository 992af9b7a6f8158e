// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/card.hpp"

#include <fmt/format.h>

#include "app/card_content.hpp"
#include "ketascope/app/table.hpp"

namespace ketascope {
namespace {

std::string escaped(std::string_view text) {
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

std::string html_table(const CardSection& section) {
  std::string out = "<table>\n<tr>";
  for (const std::string& title : section.header) {
    out += "<th>" + escaped(title) + "</th>";
  }
  out += "</tr>\n";
  for (const auto& row : section.rows) {
    out += "<tr>";
    for (const std::string& cell : row) {
      out += "<td>" + escaped(cell) + "</td>";
    }
    out += "</tr>\n";
  }
  return out + "</table>\n";
}

/// Columns in which no row says anything are noise in a text of limited width.
std::string text_table(const CardSection& section) {
  std::vector<std::size_t> kept;
  std::vector<TextTable::Column> columns;
  for (std::size_t c = 0; c < section.header.size(); ++c) {
    for (const auto& row : section.rows) {
      if (!row[c].empty()) {
        kept.push_back(c);
        columns.push_back({section.header[c]});
        break;
      }
    }
  }
  TextTable table(std::move(columns));
  for (const auto& row : section.rows) {
    std::vector<std::string> cells;
    for (const std::size_t c : kept) {
      cells.push_back(row[c]);
    }
    table.add_row(std::move(cells));
  }
  return table.text();
}

constexpr std::string_view style = R"(
body { font: 11pt/1.4 "DejaVu Sans", sans-serif; color: #222; max-width: 62em; margin: 2em auto;
       padding: 0 1em; }
h1 { font-size: 1.5em; margin-bottom: 0.2em; }
h2 { font-size: 1.1em; border-bottom: 1px solid #999; margin-top: 1.6em; }
table { border-collapse: collapse; width: 100%; font-size: 0.85em; }
th, td { text-align: left; vertical-align: top; padding: 0.2em 0.6em 0.2em 0; }
th { border-bottom: 1px solid #ccc; }
tr { break-inside: avoid; }
dt { font-weight: bold; float: left; clear: left; width: 11em; }
dd { margin-left: 11.5em; }
.statement { color: #555; }
@media print { body { margin: 0; max-width: none; font-size: 9pt; } }
)";

}  // namespace

std::string model_card_text(const Model& model) {
  std::string out = model.title + "\n" + std::string(shown_width(model.title), '=') + "\n";
  for (const CardSection& section : card_sections(model)) {
    out += "\n" + section.title + "\n" + std::string(shown_width(section.title), '-') + "\n";
    std::size_t width = 0;
    for (const auto& [name, value] : section.facts) {
      width = std::max(width, shown_width(name));
    }
    for (const auto& [name, value] : section.facts) {
      out += name + ":" + std::string(width - shown_width(name) + 1, ' ') + value + "\n";
    }
    for (const std::string& point : section.points) {
      out += "* " + point + "\n";
    }
    if (!section.rows.empty()) {
      out += text_table(section);
    }
  }
  return out + "\n" + quiet_statement + "\n";
}

std::string model_card_html(const Model& model) {
  std::string out = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n<h1>{}</h1>\n"
      "<p class=\"statement\">{}</p>\n",
      escaped(model.title), style, escaped(model.title), escaped(quiet_statement));
  for (const CardSection& section : card_sections(model)) {
    out += "<h2>" + escaped(section.title) + "</h2>\n";
    if (!section.facts.empty()) {
      out += "<dl>\n";
      for (const auto& [name, value] : section.facts) {
        out += fmt::format("<dt>{}</dt><dd>{}</dd>\n", escaped(name), escaped(value));
      }
      out += "</dl>\n";
    }
    if (!section.points.empty()) {
      out += "<ul>\n";
      for (const std::string& point : section.points) {
        out += "<li>" + escaped(point) + "</li>\n";
      }
      out += "</ul>\n";
    }
    if (!section.rows.empty()) {
      out += html_table(section);
    }
  }
  return out + "</body>\n</html>\n";
}

}  // namespace ketascope
