// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/legend_names.hpp"

#include <QSet>

#include <algorithm>

namespace ketascope {
namespace {

constexpr qsizetype leastShared = 4;  ///< less is not worth an ellipsis
constexpr double leastScenario = 3;   ///< of a scenario is left, in widths of the ellipsis
const QChar ellipsis(0x2026);

/// Number of characters that all names begin with, up to the end of a word; 0 for a single name.
qsizetype sharedBeginning(const QStringList& names) {
  if (names.size() < 2) {
    return 0;
  }
  const auto [first, last] = std::minmax_element(names.begin(), names.end());
  qsizetype shared = 0;
  while (shared < first->size() && shared < last->size() && (*first)[shared] == (*last)[shared]) {
    ++shared;
  }
  const qsizetype word = first->left(shared).lastIndexOf(QLatin1Char(' ')) + 1;
  return word < leastShared ? 0 : word;
}

QString shortenedName(const QString& name, qsizetype shared, double width,
                      const QFontMetricsF& metrics, Qt::TextElideMode from) {
  if (metrics.horizontalAdvance(name) <= width) {
    return name;
  }
  const QString own = shared > 0 ? ellipsis + name.mid(shared) : name;
  const double needed = metrics.horizontalAdvance(own);
  if (needed <= width) {
    return own;
  }
  const qsizetype colon = own.lastIndexOf(QLatin1String(": "));
  if (colon > 0) {
    const QString output = own.mid(colon);
    const double room = width - metrics.horizontalAdvance(output);
    if (room >= leastScenario * metrics.horizontalAdvance(ellipsis)) {
      return metrics.elidedText(own.left(colon), from, room) + output;
    }
  }
  return metrics.elidedText(own, from, width);
}

}  // namespace

QStringList shortenedNames(const QStringList& names, const QVector<double>& widths,
                           const QFontMetricsF& metrics) {
  const qsizetype shared = sharedBeginning(names);
  const auto different = [](const QStringList& texts) {
    return QSet<QString>(texts.begin(), texts.end()).size();
  };
  QStringList best;
  for (const Qt::TextElideMode from : {Qt::ElideMiddle, Qt::ElideRight, Qt::ElideLeft}) {
    QStringList texts;
    for (qsizetype i = 0; i < names.size(); ++i) {
      texts << shortenedName(names[i], shared, widths[i], metrics, from);
    }
    if (best.isEmpty() || different(texts) > different(best)) {
      best = texts;
    }
  }
  return best;
}

}  // namespace ketascope
