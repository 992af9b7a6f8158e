// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/legend_names.hpp"

#include <algorithm>

namespace ketascope {
namespace {

constexpr qsizetype leastShared = 4;  ///< less is not worth an ellipsis
constexpr double leastScenario = 3;   ///< of a scenario is left, in widths of the ellipsis
const QChar ellipsis(0x2026);

}  // namespace

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
                      const QFontMetricsF& metrics) {
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
      return metrics.elidedText(own.left(colon), Qt::ElideMiddle, room) + output;
    }
  }
  return metrics.elidedText(own, Qt::ElideMiddle, width);
}

}  // namespace ketascope
