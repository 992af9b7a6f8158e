// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodel/model_card.hpp"

#include "ketascope/app/card.hpp"
#include "ketascope/app/diagram.hpp"
#include "viewmodel/qt_html.hpp"

namespace ketascope {
namespace {

constexpr const char* style =
    "h1 { font-size: large; } h2 { font-size: medium; margin-top: 12px; } "
    ".statement, figcaption { color: gray; } "
    "td, th { padding: 2px 8px 2px 0px; text-align: left; }";

}  // namespace

ModelCard writeModelCard(const Model& model, const Words& words) {
  ModelCard card;
  card.model = model.id;
  card.title = QString::fromStdString(words(model.title));
  card.html =
      qtHtml(QString::fromStdString(model_card_html(model, {}, words)), QString::fromLatin1(style));
  card.diagram = QByteArray::fromStdString(model_diagram_svg(model));
  return card;
}

}  // namespace ketascope
