// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QColor>
#include <functional>

#include "viewmodel/model_catalog.hpp"
#include "viewmodel/scenario_document.hpp"

namespace ketascope {

/// The scenarios of a document: named, shown or hidden, in their colours. Edits go through the
/// document.
class ScenarioListModel : public QAbstractListModel {
  Q_OBJECT

 public:
  ScenarioListModel(ScenarioDocument* document, const ModelCatalog* catalog,
                    QObject* parent = nullptr);

  /// Colour of the scenario's curves; asked again by refresh().
  void setColours(std::function<QColor(int)> colour);
  void refresh();

  /// A lesson keeps what is shown while its question is open, and names that it speaks of.
  void setLocked(bool ticks, bool names);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;

  /// Each gives the row that should be current afterwards, or -1. A new scenario takes the model of
  /// the current one.
  int add(int current);
  int duplicate(int row);
  int remove(int row);

 private:
  void follow();

  ScenarioDocument* m_document;
  const ModelCatalog* m_catalog;
  std::function<QColor(int)> m_colour;
  int m_count = 0;
  bool m_ticksLocked = false;
  bool m_namesLocked = false;
};

}  // namespace ketascope
