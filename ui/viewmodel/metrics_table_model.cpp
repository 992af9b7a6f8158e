// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodel/metrics_table_model.hpp"

#include <QStringList>
#include <algorithm>
#include <cmath>
#include <utility>

#include "viewmodel/number_text.hpp"
#include "viewmodel/table_text.hpp"
#include "viewmodel/words_in_use.hpp"

namespace ketascope {
namespace {

constexpr int digits = 4;

/// In at most three lines, as narrow as can be, so that a column need not be wider than its
/// numbers.
QString inNarrowLines(const QString& text) {
  const QStringList words = text.split(QLatin1Char(' '));
  const auto n = words.size();
  const auto joined = [&](qsizetype from, qsizetype to) {
    return words.mid(from, to - from).join(QLatin1Char(' '));
  };
  QString best = text;
  qsizetype width = text.size();
  for (qsizetype first = 1; first < n; ++first) {
    for (qsizetype second = first; second < n; ++second) {
      QStringList lines{joined(0, first)};
      if (second > first) {
        lines << joined(first, second);
      }
      lines << joined(second, n);
      qsizetype widest = 0;
      for (const QString& line : lines) {
        widest = std::max(widest, line.size());
      }
      if (widest < width) {
        width = widest;
        best = lines.join(QLatin1Char('\n'));
      }
    }
  }
  return best;
}

}  // namespace

void MetricsTableModel::setRows(std::vector<SummaryRow> rows, std::vector<int> scenario,
                                const std::vector<EffectBand>& bands) {
  std::vector<BandColumn> columns;
  for (const EffectBand& band : bands) {
    const std::string label = band_label(band);
    const bool used = std::ranges::any_of(rows, [&](const SummaryRow& row) {
      return std::ranges::any_of(row.in_bands, [&](const auto& in) { return in.band == label; });
    });
    if (used) {
      columns.push_back(
          {label, inWords(band.endpoint),
           inWords(label) + QLatin1Char('\n') + QString::fromStdString(band.citation)});
    }
  }
  scenario.resize(rows.size(), 0);
  const bool oneUnit = std::ranges::all_of(
      rows, [&](const SummaryRow& row) { return row.unit == rows.front().unit; });
  std::string unit = oneUnit && !rows.empty() ? rows.front().unit : std::string();
  if (unit != m_unit) {
    m_unit = std::move(unit);
    Q_EMIT headerDataChanged(Qt::Horizontal, Cmax, AucInfinity);
  }
  if (rows.size() == m_rows.size() && columns == m_bands) {
    // Same shape: selection and scroll position stay while somebody types.
    m_rows = std::move(rows);
    m_scenario = std::move(scenario);
    if (!m_rows.empty()) {
      Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
    return;
  }
  beginResetModel();
  m_rows = std::move(rows);
  m_scenario = std::move(scenario);
  m_bands = std::move(columns);
  endResetModel();
}

void MetricsTableModel::setColours(std::function<QColor(int)> colour) {
  m_colour = std::move(colour);
  if (!m_rows.empty()) {
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0));
  }
}

int MetricsTableModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int MetricsTableModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : FirstBand + static_cast<int>(m_bands.size());
}

std::optional<double> MetricsTableModel::number(const SummaryRow& row, int column) const {
  switch (column) {
    case Cmax:
      return row.cmax;
    case Tmax:
      return row.tmax_h;
    case Auc:
      return row.auc_0_t;
    case AucInfinity:
      return row.auc_0_inf;
    case HalfLife:
      return row.half_life_h;
    default:
      break;
  }
  if (column >= FirstBand) {
    const std::string& label = m_bands[static_cast<std::size_t>(column - FirstBand)].label;
    const auto in = std::ranges::find(row.in_bands, label, &SummaryRow::InBand::band);
    if (in != row.in_bands.end()) {
      return in->hours;
    }
  }
  return std::nullopt;
}

QString MetricsTableModel::cell(const SummaryRow& row, int column) const {
  if (column == Scenario) {
    return QString::fromStdString(row.scenario);
  }
  if (column == Curve) {
    return inWords(row.output);
  }
  const auto value = number(row, column);
  if (!value) {
    return QStringLiteral("–");
  }
  const QString text = numberText(*value, digits);
  if (column == Tmax || column == HalfLife || column >= FirstBand) {
    return durationText(*value);
  }
  const std::string unit = column == Cmax ? row.unit : exposure_unit(row.unit);
  return m_unit.empty() ? QStringLiteral("%1 %2").arg(text, unitText(unit)) : text;
}

QVariant MetricsTableModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount()) {
    return {};
  }
  const SummaryRow& row = m_rows[static_cast<std::size_t>(index.row())];
  switch (role) {
    case Qt::DisplayRole:
      return cell(row, index.column());
    case Qt::ToolTipRole:
      if (index.column() == Scenario) {
        return QStringLiteral("%1\n%2").arg(QString::fromStdString(row.scenario),
                                            QString::fromStdString(row.model));
      }
      if (index.column() > Curve && !number(row, index.column())) {
        return index.column() >= FirstBand
                   ? tr("The band belongs to another drug form or matrix than this curve.")
                   : tr("The curve does not end in a straight line on the logarithmic axis; "
                        "let it run for longer.");
      }
      return {};
    case Qt::DecorationRole:
      return index.column() == Scenario && m_colour
                 ? QVariant(m_colour(m_scenario[static_cast<std::size_t>(index.row())]))
                 : QVariant();
    case Qt::TextAlignmentRole:
      return static_cast<int>(index.column() <= Curve ? Qt::AlignLeft | Qt::AlignVCenter
                                                      : Qt::AlignRight | Qt::AlignVCenter);
    case NumberRole:
      if (const auto value = number(row, index.column())) {
        return *value;
      }
      return {};
    default:
      return {};
  }
}

QVariant MetricsTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole) {
    return static_cast<int>((section <= Curve ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
  }
  if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
    return QAbstractTableModel::headerData(section, orientation, role);
  }
  static const char* const titles[]{QT_TR_NOOP("Scenario"),
                                    QT_TR_NOOP("Curve"),
                                    QT_TR_NOOP("Cmax"),
                                    QT_TR_NOOP("tmax"),
                                    QT_TR_NOOP("AUC 0–t"),
                                    QT_TR_NOOP("AUC 0–∞"),
                                    QT_TR_NOOP("Half-life (fitted)")};
  static const char* const toolTips[]{
      QT_TR_NOOP("Name of the scenario"),
      QT_TR_NOOP("What was computed"),
      QT_TR_NOOP("Highest concentration in the time shown"),
      QT_TR_NOOP("Time of the highest concentration"),
      QT_TR_NOOP("Area under the curve over the time shown"),
      QT_TR_NOOP("Area under the curve with the tail extrapolated, where the tail allows it"),
      QT_TR_NOOP("Half-life of a line fitted to the last third of the falling part that is shown; "
                 "the tab Maths has those of the model")};
  if (section >= FirstBand) {
    const BandColumn& band = m_bands[static_cast<std::size_t>(section - FirstBand)];
    if (role == Qt::DisplayRole) {
      return inNarrowLines(tr("In %1").arg(band.title));
    }
    return role == Qt::ToolTipRole ? QVariant(tr("Time in the band: %1").arg(band.toolTip))
                                   : QVariant();
  }
  if (role == Qt::DisplayRole) {
    const bool exposure = section == Auc || section == AucInfinity;
    if (m_unit.empty() || (section != Cmax && !exposure)) {
      return section == HalfLife ? inNarrowLines(tr(titles[section])) : tr(titles[section]);
    }
    return QStringLiteral("%1\n%2").arg(tr(titles[section]),
                                        unitText(exposure ? exposure_unit(m_unit) : m_unit));
  }
  return role == Qt::ToolTipRole ? QVariant(tr(toolTips[section])) : QVariant();
}

QString MetricsTableModel::text() const {
  return tableText(*this);
}

}  // namespace ketascope
