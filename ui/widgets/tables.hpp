// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QAbstractItemModel;
class QTableView;
class QWidget;

namespace ketascope {

/// A quiet table to read: whole rows, no editing, Tab leaves it.
QTableView* newTable(QAbstractItemModel* model, const QString& name, QWidget* parent);

/// Columns as wide as their contents and `air` more. Cells that span several columns do not count.
void fitColumns(QTableView* table, int air);

/// The first column takes the room that the others leave, between `least` and `most`; from now on,
/// whenever that room changes.
void keepFirstColumnFitting(QTableView* table, int least, int most);

}  // namespace ketascope
