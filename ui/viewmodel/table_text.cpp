// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodel/table_text.hpp"

#include <QAbstractItemModel>
#include <QStringList>

namespace ketascope {

QString tableText(const QAbstractItemModel& model) {
  QStringList lines;
  QStringList cells;
  for (int column = 0; column < model.columnCount(); ++column) {
    cells << model.headerData(column, Qt::Horizontal)
                 .toString()
                 .replace(QLatin1Char('\n'), QLatin1Char(' '));
  }
  lines << cells.join(QLatin1Char('\t'));
  for (int row = 0; row < model.rowCount(); ++row) {
    cells.clear();
    for (int column = 0; column < model.columnCount(); ++column) {
      cells << model.index(row, column)
                   .data()
                   .toString()
                   .replace(QLatin1Char('\n'), QLatin1Char(' '));
    }
    lines << cells.join(QLatin1Char('\t'));
  }
  return lines.join(QLatin1Char('\n'));
}

}  // namespace ketascope
