// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodel/model_card.hpp"

#include "ketascope/app/card.hpp"
#include "ketascope/app/diagram.hpp"

namespace ketascope {
namespace {

/// The page in the subset of HTML that Qt's text knows: no floats, no lists of terms, sizes of its
/// own.
QString forTextBrowser(QString html) {
  const auto from = html.indexOf(QLatin1String("<style>"));
  const auto to = html.indexOf(QLatin1String("</style>"));
  if (from >= 0 && to > from) {
    html.replace(from, to - from,
                 QStringLiteral("<style>h1 { font-size: large; } h2 { font-size: medium; "
                                "margin-top: 12px; } .statement, figcaption { color: gray; } "
                                "td, th { padding: 2px 8px 2px 0px; text-align: left; }"));
  }
  html.replace(QLatin1String("<dl>"), QLatin1String("<table>"));
  html.replace(QLatin1String("</dl>"), QLatin1String("</table>"));
  html.replace(QLatin1String("<dt>"), QLatin1String("<tr><td><b>"));
  html.replace(QLatin1String("</dt><dd>"), QLatin1String("</b></td><td>"));
  html.replace(QLatin1String("</dd>"), QLatin1String("</td></tr>"));
  return html;
}

}  // namespace

ModelCard writeModelCard(const Model& model, const Words& words) {
  ModelCard card;
  card.model = model.id;
  card.title = QString::fromStdString(words(model.title));
  card.html = forTextBrowser(QString::fromStdString(model_card_html(model, {}, words)));
  card.diagram = QByteArray::fromStdString(model_diagram_svg(model));
  return card;
}

}  // namespace ketascope
