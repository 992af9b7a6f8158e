// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStyledItemDelegate>

class QAbstractItemModel;
class QTableView;
class QWidget;

namespace ketascope {

/// Shows the colour of a curve as it is also where its row is chosen, within a frame: a highlight
/// would tint it.
class SwatchDelegate : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

 protected:
  void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
};

/// A quiet table to read: whole rows, no editing, Tab leaves it.
QTableView* newTable(QAbstractItemModel* model, const QString& name, QWidget* parent);

/// Whether a column may become narrower, too.
enum class Fit { anew, wider };
/// Columns as wide as their contents and `air` more. Cells that span several columns do not count.
void fitColumns(QTableView* table, int air, Fit fit = Fit::anew);

/// The first column takes the room that the others leave, between `least` and `most`; from now on,
/// whenever that room changes.
void keepFirstColumnFitting(QTableView* table, int least, int most);

}  // namespace ketascope
