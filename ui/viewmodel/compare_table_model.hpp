// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QColor>
#include <functional>
#include <vector>

#include "ketascope/app/comparison.hpp"
#include "viewmodel/simulation.hpp"

namespace ketascope {

/// Scenarios side by side: one row per quantity, one column per scenario, each value with its
/// difference to the baseline.
class CompareTableModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  using QAbstractTableModel::QAbstractTableModel;

  /// `baseline` is a scenario of the document; hidden or refused, the first shown takes its place.
  void setOutcome(const SimulationOutcome& outcome, const DisplaySpec& display);
  void setColours(std::function<QColor(int)> colour);
  /// Scenario of the document that the differences refer to; -1 without any.
  int baseline() const;
  const Comparison& comparison() const { return m_comparison; }

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation,
                      int role = Qt::DisplayRole) const override;
  /// Tab separated, for the clipboard.
  QString text() const;

 private:
  QString cell(const Comparison::Row& row, std::size_t column) const;

  Comparison m_comparison;
  std::vector<int> m_scenario;  ///< of each column
  std::size_t m_baseline = 0;   ///< column
  std::function<QColor(int)> m_colour;
};

/// Name of a row for people.
QString comparedQuantity(const Comparison::Row& row);

}  // namespace ketascope
