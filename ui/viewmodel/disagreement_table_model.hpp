// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QColor>
#include <functional>

#include "viewmodel/disagreement.hpp"

namespace ketascope {

/// What every model says of one dose: a row per model that answers, the range of the answers, then
/// the models that are not eligible with the reason, which has the whole row to itself.
class DisagreementTableModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column { Model, Grade, Form, Site, Cmax, Tmax, Auc, HalfTime, ColumnCount };

  using QAbstractTableModel::QAbstractTableModel;

  void setFound(Disagreement found);
  void setColours(std::function<QColor(int)> colour);
  /// Whether the second cell of a row has its whole width.
  bool isReason(int row) const;
  /// Whether it is that from the lowest to the highest.
  bool isRange(int row) const;

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation,
                      int role = Qt::DisplayRole) const override;
  /// Tab-separated with header, for the clipboard.
  QString text() const;

 private:
  int answers() const { return static_cast<int>(m_found.answers.size()); }
  bool hasRange() const { return m_found.answers.size() > 1; }
  QString answer(const ModelAnswer& answer, int column) const;
  QString range(int column) const;
  const ExcludedModel& excluded(int row) const;

  Disagreement m_found;
  std::function<QColor(int)> m_colour;
};

}  // namespace ketascope
