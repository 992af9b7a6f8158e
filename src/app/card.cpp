// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/card.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/card_content.hpp"
#include "app/html.hpp"
#include "ketascope/app/diagram.hpp"
#include "ketascope/app/table.hpp"

namespace ketascope {
namespace {

/// Columns in which no row says anything are noise where width is limited.
std::vector<std::size_t> telling_columns(const CardSection& section) {
  std::vector<std::size_t> kept;
  for (std::size_t c = 0; c < section.header.size(); ++c) {
    if (std::ranges::any_of(section.rows, [c](const auto& row) { return !row[c].empty(); })) {
      kept.push_back(c);
    }
  }
  return kept;
}

std::vector<std::string> picked(const std::vector<std::string>& cells,
                                const std::vector<std::size_t>& columns) {
  std::vector<std::string> out;
  for (const std::size_t c : columns) {
    out.push_back(cells[c]);
  }
  return out;
}

std::string text_table(const CardSection& section) {
  const std::vector<std::size_t> kept = telling_columns(section);
  std::vector<TextTable::Column> columns;
  for (const std::size_t c : kept) {
    columns.push_back({section.header[c]});
  }
  TextTable table(std::move(columns));
  for (const auto& row : section.rows) {
    table.add_row(picked(row, kept));
  }
  return table.text();
}

std::string html_rows(const CardSection& section) {
  const std::vector<std::size_t> kept = telling_columns(section);
  std::vector<std::vector<std::string>> rows;
  for (const auto& row : section.rows) {
    rows.push_back(picked(row, kept));
  }
  return html_table(picked(section.header, kept), rows);
}

std::string sections_html(const Model& model, std::string_view structure, std::string_view heading,
                          const Words& words) {
  const auto headed = [heading](std::string_view text) {
    return fmt::format("<{0}>{1}</{0}>\n", heading, html_escaped(text));
  };
  std::string out;
  bool placed = structure.empty();
  for (const CardSection& section : card_sections(model, words)) {
    // Who reads from top to bottom sees the structure before the tables that spell it out.
    if (!placed && !section.rows.empty()) {
      out += headed(words("Structure")) + std::string(structure) + "\n";
      placed = true;
    }
    out += headed(section.title);
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
      out += html_rows(section);
    }
  }
  return out;
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
  return html_page_begin(words(model.title), words) + sections_html(model, structure, "h2", words) +
         html_page_end();
}

std::string model_card_sections_html(const Model& model, const Words& words) {
  return sections_html(model, {}, "h3", words);
}

std::string model_card_page(const Model& model) {
  return model_card_html(model,
                         fmt::format("<figure>\n{}<figcaption>{}</figcaption>\n</figure>",
                                     model_diagram_svg(model), html_escaped(diagram_caption)));
}

}  // namespace ketascope
