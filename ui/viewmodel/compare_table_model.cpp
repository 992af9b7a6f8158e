// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodel/compare_table_model.hpp"

#include <QPixmap>
#include <QStringList>
#include <algorithm>
#include <cmath>
#include <utility>

#include "viewmodel/number_text.hpp"
#include "viewmodel/table_text.hpp"
#include "viewmodel/words_in_use.hpp"

namespace ketascope {
namespace {

constexpr int percentDigits = 3;
constexpr int swatchSize = 12;

/// A header shows a picture only, no colour.
QPixmap swatch(const QColor& colour) {
  QPixmap picture(swatchSize, swatchSize);
  picture.fill(colour);
  return picture;
}

QString shown(const Comparison::Value& value, Comparison::Kind kind) {
  if (kind == Comparison::Kind::time) {
    return durationText(value.value);
  }
  return QStringLiteral("%1 %2").arg(numberText(value.value), unitText(value.unit)).trimmed();
}

QString sign(double value) {
  return value < 0 ? QString(QChar(0x2212)) : QStringLiteral("+");
}

QString shown(const Difference& difference, const Comparison::Value& value, Comparison::Kind kind) {
  const double size = std::abs(difference.absolute);
  const bool same =
      kind == Comparison::Kind::time ? durationText(size) == durationText(0)
      : difference.percent
          ? numberText(std::abs(*difference.percent), percentDigits) == numberText(0, percentDigits)
          : numberText(size, percentDigits) == numberText(0, percentDigits);
  if (same) {
    return CompareTableModel::tr("same");
  }
  if (kind == Comparison::Kind::time) {
    return sign(difference.absolute) + durationText(size);
  }
  if (difference.percent) {
    return QStringLiteral("%1%2 %").arg(sign(*difference.percent),
                                        numberText(std::abs(*difference.percent), percentDigits));
  }
  return sign(difference.absolute) + numberText(size, percentDigits) + QLatin1Char(' ') +
         unitText(value.unit);
}

}  // namespace

QString comparedQuantity(const Comparison::Row& row) {
  const QString detail = inWords(row.detail);
  if (row.name == "cmax") {
    return CompareTableModel::tr("Cmax");
  }
  if (row.name == "tmax") {
    return CompareTableModel::tr("tmax");
  }
  if (row.name == "auc") {
    return CompareTableModel::tr("AUC 0–t");
  }
  if (row.name == "ratio") {
    return CompareTableModel::tr("AUC ratio %1").arg(detail);
  }
  if (row.name == "band") {
    return CompareTableModel::tr("Time in %1").arg(detail);
  }
  return CompareTableModel::tr("Peak effect: %1").arg(detail);
}

void CompareTableModel::setOutcome(const SimulationOutcome& outcome, const DisplaySpec& display) {
  Comparison next = outcome.comparison;
  std::vector<int> scenario;
  for (const Comparison::Column& column : next.columns) {
    scenario.push_back(outcome.shown[column.run]);
  }
  const auto chosen = std::ranges::find(scenario, display.baseline);
  const std::size_t baseline =
      chosen == scenario.end() ? 0 : static_cast<std::size_t>(chosen - scenario.begin());
  const bool sameShape = next.columns.size() == m_comparison.columns.size() &&
                         next.rows.size() == m_comparison.rows.size();
  if (!sameShape) {
    beginResetModel();
  }
  m_comparison = std::move(next);
  m_scenario = std::move(scenario);
  m_baseline = baseline;
  if (!sameShape) {
    endResetModel();
  } else if (rowCount() > 0) {
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
  }
}

void CompareTableModel::setColours(std::function<QColor(int)> colour) {
  m_colour = std::move(colour);
  if (columnCount() > 1) {
    Q_EMIT headerDataChanged(Qt::Horizontal, 1, columnCount() - 1);
  }
}

int CompareTableModel::baseline() const {
  return m_baseline < m_scenario.size() ? m_scenario[m_baseline] : -1;
}

int CompareTableModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_comparison.rows.size());
}

int CompareTableModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : 1 + static_cast<int>(m_comparison.columns.size());
}

QString CompareTableModel::cell(const Comparison::Row& row, std::size_t column) const {
  const auto& value = row.values[column];
  if (!value) {
    return QStringLiteral("–");
  }
  const QString text = shown(*value, row.kind);
  if (column == m_baseline) {
    return text;
  }
  const auto change = difference(value, row.values[m_baseline]);
  return change ? QStringLiteral("%1   (%2)").arg(text, shown(*change, *value, row.kind)) : text;
}

QVariant CompareTableModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount()) {
    return {};
  }
  const Comparison::Row& row = m_comparison.rows[static_cast<std::size_t>(index.row())];
  if (index.column() == 0) {
    return role == Qt::DisplayRole ? QVariant(comparedQuantity(row)) : QVariant();
  }
  const auto column = static_cast<std::size_t>(index.column() - 1);
  switch (role) {
    case Qt::DisplayRole:
      return cell(row, column);
    case Qt::ToolTipRole:
      return row.values[column] ? QVariant()
                                : QVariant(tr("This does not apply to the curve of this scenario: "
                                              "another drug form, matrix or model."));
    case Qt::TextAlignmentRole:
      return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    default:
      return {};
  }
}

QVariant CompareTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
    return {};
  }
  if (role == Qt::TextAlignmentRole) {
    return static_cast<int>((section == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
  }
  if (section == 0) {
    return role == Qt::DisplayRole ? QVariant(tr("Quantity")) : QVariant();
  }
  const auto column = static_cast<std::size_t>(section - 1);
  const Comparison::Column& about = m_comparison.columns[column];
  switch (role) {
    case Qt::DisplayRole: {
      const QString name = QString::fromStdString(about.scenario);
      return column == m_baseline ? tr("%1\nbaseline").arg(name)
                                  : name + QLatin1Char('\n') + inWords(about.output);
    }
    case Qt::ToolTipRole:
      return QStringLiteral("%1\n%2: %3")
          .arg(QString::fromStdString(about.scenario), QString::fromStdString(about.model),
               inWords(about.output));
    case Qt::DecorationRole:
      return m_colour ? QVariant(swatch(m_colour(m_scenario[column]))) : QVariant();
    default:
      return {};
  }
}

QString CompareTableModel::text() const {
  return tableText(*this);
}

}  // namespace ketascope
