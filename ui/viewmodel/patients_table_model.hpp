// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QColor>
#include <functional>
#include <vector>

#include "ketascope/app/patient_summary.hpp"

namespace ketascope {

/// How the patients of each scenario differ: one row per quantity of a curve, and per target.
class PatientsTableModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column { Scenario, Curve, Quantity, Reached, Mean, FirstLevel };

  using QAbstractTableModel::QAbstractTableModel;

  /// `scenario` is the scenario of each run, for its colour.
  void setSummary(PatientSummary summary, std::vector<int> scenario);
  void setColours(std::function<QColor(int)> colour);
  const PatientSummary& summary() const { return m_summary; }
  /// The table as text with tabs, for the clipboard.
  QString text() const;

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation,
                      int role = Qt::DisplayRole) const override;

 private:
  QString cell(const PatientRow& row, int column) const;
  QString toolTip(const PatientRow& row, int column) const;

  PatientSummary m_summary;
  std::vector<int> m_scenario;
  std::function<QColor(int)> m_colour;
};

}  // namespace ketascope
