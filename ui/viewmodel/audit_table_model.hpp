// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QColor>
#include <functional>
#include <vector>

#include "viewmodel/simulation.hpp"

namespace ketascope {

/// The audit trail of all scenarios shown: what entered, began, ended or was discarded, when and
/// why.
class AuditTableModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column {
    Scenario,
    Time,
    Event,
    Compartment,
    Amount,
    Bioavailability,
    Entered,
    Rate,
    Duration,
    Lag,
    Cause,
    ColumnCount
  };

  using QAbstractTableModel::QAbstractTableModel;

  void setOutcome(const SimulationOutcome& outcome);
  void setColours(std::function<QColor(int)> colour);

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation,
                      int role = Qt::DisplayRole) const override;

 private:
  struct Row {
    int scenario = 0;
    QString name, compartment;
    AuditEntry entry;
    bool operator==(const Row& other) const;
  };
  static QString labelOf(const Run& run, const SubjectResult& subject);
  static QString cell(const Row& row, int column);
  static QString byHand(const QString& text, bool set);

  std::vector<Row> m_rows;
  std::function<QColor(int)> m_colour;
};

}  // namespace ketascope
