// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tables.hpp"

#include <QHeaderView>
#include <QIcon>
#include <QPainter>
#include <QPixmap>
#include <QTableView>
#include <algorithm>

namespace ketascope {
namespace {

constexpr int iconSize = 12;
constexpr int cellMargin = 10;

}  // namespace

void SwatchDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
  QStyledItemDelegate::initStyleOption(option, index);
  const auto colour = index.data(Qt::DecorationRole).value<QColor>();
  if (!colour.isValid() || !option->state.testFlag(QStyle::State_Selected)) {
    return;
  }
  const double ratio = option->widget == nullptr ? 1.0 : option->widget->devicePixelRatio();
  const QSizeF size = option->decorationSize;
  QPixmap swatch((size * ratio).toSize());
  swatch.setDevicePixelRatio(ratio);
  swatch.fill(option->palette.color(QPalette::HighlightedText));
  QPainter(&swatch).fillRect(QRectF(QPointF(), size).adjusted(1, 1, -1, -1), colour);
  option->icon = QIcon();
  for (const auto mode : {QIcon::Normal, QIcon::Selected}) {
    option->icon.addPixmap(swatch, mode);
  }
}

QTableView* newTable(QAbstractItemModel* model, const QString& name, QWidget* parent) {
  auto* table = new QTableView(parent);
  table->setModel(model);
  table->setAccessibleName(name);
  table->setSelectionBehavior(QAbstractItemView::SelectRows);
  table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  table->setAlternatingRowColors(true);
  table->setShowGrid(false);
  table->setTabKeyNavigation(false);
  table->setWordWrap(false);
  table->setIconSize(QSize(iconSize, iconSize));
  table->setItemDelegate(new SwatchDelegate(table));
  table->verticalHeader()->hide();
  table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + 8);
  table->horizontalHeader()->setHighlightSections(false);
  return table;
}

void keepFirstColumnFitting(QTableView* table, int least, int most) {
  const auto fit = [table, least, most] {
    const QHeaderView* header = table->horizontalHeader();
    if (header->count() == 0) {
      return;
    }
    const int others = header->length() - header->sectionSize(0);
    const int width = std::clamp(table->viewport()->width() - others, least, most);
    if (width != header->sectionSize(0)) {
      table->setColumnWidth(0, width);
    }
  };
  QObject::connect(table->horizontalHeader(), &QHeaderView::geometriesChanged, table, fit);
  QObject::connect(table->horizontalHeader(), &QHeaderView::sectionResized, table,
                   [fit](int section, int, int) {
                     if (section != 0) {
                       fit();
                     }
                   });
}

void fitColumns(QTableView* table, int air, Fit fit) {
  const QAbstractItemModel* model = table->model();
  for (int column = 0; column < model->columnCount(); ++column) {
    int width = table->horizontalHeader()->sectionSizeHint(column);
    for (int row = 0; row < model->rowCount(); ++row) {
      if (table->columnSpan(row, column) > 1) {
        continue;
      }
      const QModelIndex index = model->index(row, column);
      QFont font = table->font();
      if (const QVariant own = index.data(Qt::FontRole); own.isValid()) {
        font.setBold(own.value<QFont>().bold());
      }
      const int icon = index.data(Qt::DecorationRole).isValid() ? iconSize + 6 : 0;
      const QString text = index.data().toString();
      width = std::max(width, QFontMetrics(font).size(0, text).width() + icon + cellMargin);
    }
    if (fit == Fit::anew || width + air > table->columnWidth(column)) {
      table->setColumnWidth(column, width + air);
    }
  }
}

}  // namespace ketascope
