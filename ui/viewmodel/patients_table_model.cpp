// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodel/patients_table_model.hpp"

#include <QLocale>
#include <utility>

#include "ketascope/units/number.hpp"
#include "viewmodel/number_text.hpp"
#include "viewmodel/table_text.hpp"
#include "viewmodel/words_in_use.hpp"

namespace ketascope {
namespace {

using Kind = PatientRow::Kind;

constexpr int percentDigits = 3;

int levelCount() {
  return static_cast<int>(summary_levels().size());
}

QString levelText(int column) {
  const double level =
      summary_levels()[static_cast<std::size_t>(column - PatientsTableModel::FirstLevel)];
  return QLocale().toString(level, 'g', 4);
}

QString quantity(const PatientRow& row) {
  const QString detail = inWords(row.detail);
  switch (row.kind) {
    case Kind::cmax:
      return PatientsTableModel::tr("Cmax, %1").arg(unitText(row.unit));
    case Kind::tmax:
      return PatientsTableModel::tr("tmax");
    case Kind::auc:
      return PatientsTableModel::tr("AUC 0–t, %1").arg(unitText(row.unit));
    case Kind::band:
      return PatientsTableModel::tr("Time in %1").arg(detail);
    case Kind::target:
      return PatientsTableModel::tr("Target: %1").arg(detail);
  }
  return {};
}

QString number(const PatientRow& row, double value) {
  return row.kind == Kind::tmax || row.kind == Kind::band ? durationText(value) : numberText(value);
}

}  // namespace

void PatientsTableModel::setSummary(PatientSummary summary, std::vector<int> scenario) {
  const bool sameShape = summary.rows.size() == m_summary.rows.size();
  if (!sameShape) {
    beginResetModel();
  }
  m_summary = std::move(summary);
  m_scenario = std::move(scenario);
  if (!sameShape) {
    endResetModel();
  } else if (rowCount() > 0) {
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
  }
}

void PatientsTableModel::setColours(std::function<QColor(int)> colour) {
  m_colour = std::move(colour);
  if (rowCount() > 0) {
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0));
  }
}

int PatientsTableModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_summary.rows.size());
}

int PatientsTableModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : FirstLevel + levelCount();
}

QString PatientsTableModel::cell(const PatientRow& row, int column) const {
  const QString none = QStringLiteral("–");
  switch (column) {
    case Scenario:
      return QString::fromStdString(row.scenario);
    case Curve:
      return inWords(row.output);
    case Quantity:
      return quantity(row);
    case Reached:
      return row.reached ? tr("%1 %").arg(numberText(100.0 * *row.reached, percentDigits)) : none;
    case Mean:
      return row.percentiles.empty() ? none : number(row, row.mean);
    default: {
      const auto level = static_cast<std::size_t>(column - FirstLevel);
      return level < row.percentiles.size() ? number(row, row.percentiles[level]) : none;
    }
  }
}

QString PatientsTableModel::toolTip(const PatientRow& row, int column) const {
  const QString counted = tr("%1 patients").arg(QLocale().toString(qulonglong{row.count}));
  if (column == Reached && row.reached) {
    return (row.kind == Kind::band ? tr("Patients who are in the band at all; of %1")
                                   : tr("Patients who reach the target; of %1"))
        .arg(counted);
  }
  return column <= Quantity ? cell(row, column) : counted;
}

QVariant PatientsTableModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount()) {
    return {};
  }
  const PatientRow& row = m_summary.rows[static_cast<std::size_t>(index.row())];
  switch (role) {
    case Qt::DisplayRole:
      return cell(row, index.column());
    case Qt::ToolTipRole:
      return toolTip(row, index.column());
    case Qt::DecorationRole:
      return index.column() == Scenario && m_colour && row.run < m_scenario.size()
                 ? QVariant(m_colour(m_scenario[row.run]))
                 : QVariant();
    case Qt::TextAlignmentRole:
      return static_cast<int>((index.column() <= Quantity ? Qt::AlignLeft : Qt::AlignRight) |
                              Qt::AlignVCenter);
    default:
      return {};
  }
}

QVariant PatientsTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
    return QAbstractTableModel::headerData(section, orientation, role);
  }
  if (role == Qt::TextAlignmentRole) {
    return static_cast<int>((section <= Quantity ? Qt::AlignLeft : Qt::AlignRight) |
                            Qt::AlignVCenter);
  }
  if (section >= FirstLevel) {
    return role == Qt::DisplayRole ? QVariant(tr("%1 %").arg(levelText(section)))
           : role == Qt::ToolTipRole
               ? QVariant(tr("%1 % of the patients have no more than this").arg(levelText(section)))
               : QVariant();
  }
  static const char* const titles[]{QT_TR_NOOP("Scenario"), QT_TR_NOOP("Curve"),
                                    QT_TR_NOOP("Quantity"), QT_TR_NOOP("Reached by"),
                                    QT_TR_NOOP("Mean")};
  static const char* const toolTips[]{
      QT_TR_NOOP("Name of the scenario"), QT_TR_NOOP("What was computed"),
      QT_TR_NOOP("What is measured of every patient"),
      QT_TR_NOOP("Part of the patients who are in the band at all, or reach the target"),
      QT_TR_NOOP("Mean over all patients")};
  return role == Qt::DisplayRole   ? QVariant(tr(titles[section]))
         : role == Qt::ToolTipRole ? QVariant(tr(toolTips[section]))
                                   : QVariant();
}

QString PatientsTableModel::text() const {
  return tableText(*this);
}

}  // namespace ketascope
