// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/card.hpp"

#include <fmt/format.h>

#include "app/card_content.hpp"
#include "app/html.hpp"
#include "ketascope/app/diagram.hpp"
#include "ketascope/app/table.hpp"

namespace ketascope {
namespace {

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

std::string model_card_html(const Model& model, std::string_view structure, const Words& words) {
  std::string out = html_page_begin(words(model.title), words);
  bool placed = structure.empty();
  for (const CardSection& section : card_sections(model, words)) {
    // Who reads from top to bottom sees the structure before the tables that spell it out.
    if (!placed && !section.rows.empty()) {
      out += fmt::format("<h2>{}</h2>\n{}\n", html_escaped(words("Structure")), structure);
      placed = true;
    }
    out += "<h2>" + html_escaped(section.title) + "</h2>\n";
    if (!section.facts.empty()) {
      out += "<dl>\n";
      for (const auto& [name, value] : section.facts) {
        out += fmt::format("<dt>{}</dt><dd>{}</dd>\n", html_escaped(name), html_escaped(value));
      }
      out += "</dl>\n";
    }
    if (!section.points.empty()) {
      out += "<ul>\n";
      for (const std::string& point : section.points) {
        out += "<li>" + html_escaped(point) + "</li>\n";
      }
      out += "</ul>\n";
    }
    if (!section.rows.empty()) {
      out += html_table(section.header, section.rows);
    }
  }
  return out + html_page_end();
}

std::string model_card_page(const Model& model) {
  return model_card_html(model,
                         fmt::format("<figure>\n{}<figcaption>{}</figcaption>\n</figure>",
                                     model_diagram_svg(model), html_escaped(diagram_caption)));
}

}  // namespace ketascope
