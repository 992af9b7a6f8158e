// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <memory>

#include "ketascope/app/words.hpp"
#include "ketascope/model/model.hpp"

namespace ketascope {

/// A model's card, ready to be shown.
struct ModelCard {
  std::string model;
  QString title, html;
  QByteArray diagram;  ///< SVG
};

/// Writes the card and has the diagram placed, which may take the time of a process.
ModelCard writeModelCard(const Model& model, const Words& words);

}  // namespace ketascope
