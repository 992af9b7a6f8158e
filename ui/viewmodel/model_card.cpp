// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodel/model_card.hpp"

#include <QRegularExpression>
#include <algorithm>
#include <utility>
#include <vector>

#include "ketascope/app/card.hpp"
#include "ketascope/app/diagram.hpp"
#include "viewmodel/qt_html.hpp"

namespace ketascope {
namespace {

constexpr const char* style =
    "h1 { font-size: large; } h2 { font-size: medium; margin-top: 12px; } "
    ".statement, figcaption { color: gray; } "
    "td, th { padding: 2px 8px 2px 0px; text-align: left; } "
    ".below { padding: 0px 8px 6px 12px; }";

/// Longer cells are sentences.
constexpr qsizetype longestEntry = 24;

struct Cell {
  QString kind, look, text;
};

std::vector<Cell> cellsOf(const QString& row) {
  static const QRegularExpression cell(QStringLiteral("<(t[hd])([^>]*)>(.*?)</t[hd]>"),
                                       QRegularExpression::DotMatchesEverythingOption);
  std::vector<Cell> cells;
  for (auto found = cell.globalMatch(row); found.hasNext();) {
    const QRegularExpressionMatch match = found.next();
    cells.push_back({match.captured(1), match.captured(2), match.captured(3)});
  }
  return cells;
}

/// A table in which columns that hold sentences (sources, descriptions) stand on lines of their own
/// below each row: beside five others they would be narrower than their words.
QString withSentencesBelow(const QString& table) {
  std::vector<std::vector<Cell>> rows;
  for (const QString& row : table.split(QStringLiteral("</tr>"))) {
    if (auto cells = cellsOf(row); !cells.empty()) {
      rows.push_back(std::move(cells));
    }
  }
  if (rows.size() < 2 || rows.front().front().kind != QStringLiteral("th")) {
    return table;
  }
  const std::vector<Cell> header = rows.front();
  std::vector<bool> below(header.size(), false);
  for (std::size_t row = 1; row < rows.size(); ++row) {
    for (std::size_t c = 1; c < std::min(header.size(), rows[row].size()); ++c) {
      below[c] = below[c] || rows[row][c].text.size() > longestEntry;
    }
  }
  const auto beside = static_cast<int>(std::ranges::count(below, false));
  QString out = QStringLiteral("<table>");
  for (std::size_t row = 0; row < rows.size(); ++row) {
    QString entries, sentences;
    for (std::size_t c = 0; c < rows[row].size(); ++c) {
      const Cell& cell = rows[row][c];
      if (c >= below.size() || !below[c]) {
        entries += QStringLiteral("<%1%2>%3</%1>").arg(cell.kind, cell.look, cell.text);
      } else if (row > 0 && !cell.text.isEmpty()) {
        sentences += QStringLiteral("%1<i>%2:</i> %3")
                         .arg(sentences.isEmpty() ? QString() : QStringLiteral("<br>"),
                              header[c].text, cell.text);
      }
    }
    out += QStringLiteral("<tr>%1</tr>\n").arg(entries);
    if (!sentences.isEmpty()) {
      out += QStringLiteral("<tr><td colspan=\"%1\" class=\"below\">%2</td></tr>\n")
                 .arg(beside)
                 .arg(sentences);
    }
  }
  return out + QStringLiteral("</table>");
}

QString tablesWithSentencesBelow(const QString& html) {
  static const QRegularExpression table(QStringLiteral("<table>.*?</table>"),
                                        QRegularExpression::DotMatchesEverythingOption);
  QString out;
  qsizetype at = 0;
  for (auto found = table.globalMatch(html); found.hasNext();) {
    const QRegularExpressionMatch match = found.next();
    out += html.mid(at, match.capturedStart() - at) + withSentencesBelow(match.captured());
    at = match.capturedEnd();
  }
  return out + html.mid(at);
}

}  // namespace

ModelCard writeModelCard(const Model& model, const Words& words) {
  ModelCard card;
  card.model = model.id;
  card.title = QString::fromStdString(words(model.title));
  const QString page = QString::fromStdString(model_card_html(model, {}, words));
  card.html = qtHtml(tablesWithSentencesBelow(page), QString::fromLatin1(style));
  card.diagram = QByteArray::fromStdString(model_diagram_svg(model, words));
  return card;
}

}  // namespace ketascope
