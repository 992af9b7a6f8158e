// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QColor>
#include <functional>
#include <vector>

#include "ketascope/app/summary.hpp"

namespace ketascope {

/// Peak, exposure, half-life and time in each effect band: one row per curve.
class MetricsTableModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column { Scenario, Curve, Cmax, Tmax, Auc, AucInfinity, HalfLife, FirstBand };
  /// Role that gives the number of a cell itself (double), for sorting and export.
  static constexpr int NumberRole = Qt::UserRole;

  using QAbstractTableModel::QAbstractTableModel;

  /// `scenario` is the scenario of each row, for its colour.
  void setRows(std::vector<SummaryRow> rows, std::vector<int> scenario,
               const std::vector<EffectBand>& bands);
  void setColours(std::function<QColor(int)> colour);
  /// The table as text with tabs, for the clipboard.
  QString text() const;

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation,
                      int role = Qt::DisplayRole) const override;

 private:
  struct BandColumn {
    std::string label;  ///< endpoint and range, as the rows say it
    QString title, toolTip;
    bool operator==(const BandColumn&) const = default;
  };
  std::optional<double> number(const SummaryRow& row, int column) const;
  QString cell(const SummaryRow& row, int column) const;

  std::vector<SummaryRow> m_rows;
  std::vector<int> m_scenario;
  std::vector<BandColumn> m_bands;
  std::string m_unit;  ///< of all rows, then it stands in the header; empty when they differ
  std::function<QColor(int)> m_colour;
};

}  // namespace ketascope
