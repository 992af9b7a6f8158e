// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodel/audit_table_model.hpp"

#include <tuple>
#include <utility>

#include "viewmodel/number_text.hpp"
#include "viewmodel/words_in_use.hpp"

namespace ketascope {
namespace {

constexpr int digits = 5;

QString rounded(double value) {
  return numberText(value, digits);
}

/// Nothing where a quantity has no part in the event.
QString unlessZero(double value) {
  return value == 0.0 ? QString() : rounded(value);
}

bool holdsText(int column) {
  return column == AuditTableModel::Scenario || column == AuditTableModel::Event ||
         column == AuditTableModel::Compartment || column == AuditTableModel::Cause;
}

}  // namespace

bool AuditTableModel::Row::operator==(const Row& other) const {
  const auto key = [](const Row& row) {
    const AuditEntry& e = row.entry;
    return std::tie(row.scenario, row.name, row.compartment, e.time_h, e.event, e.amt_mg, e.F,
                    e.entered, e.rate_mg_per_h, e.duration_h, e.lag_h, e.cause, e.F_by_hand,
                    e.lag_by_hand);
  };
  return key(*this) == key(other);
}

/// As the summary calls it.
QString AuditTableModel::labelOf(const Run& run, const SubjectResult& subject) {
  const QString name =
      QString::fromStdString(run.spec.name.empty() ? run.spec.model : run.spec.name);
  return run.result.subjects.size() > 1
             ? QStringLiteral("%1 (ID %2)").arg(name, QString::fromStdString(subject.id))
             : name;
}

void AuditTableModel::setOutcome(const SimulationOutcome& outcome) {
  std::vector<Row> rows;
  for (const int scenario : outcome.shown) {
    const ScenarioOutcome& one = outcome.scenarios.at(static_cast<std::size_t>(scenario));
    if (!one.run) {
      continue;
    }
    const Model& model = *one.run->result.model;
    for (const SubjectResult& subject : one.run->result.subjects) {
      const QString name = labelOf(*one.run, subject);
      for (const AuditEntry& entry : subject.audit) {
        QString compartment;
        if (entry.cmt >= 0) {
          compartment = QString::fromStdString(
              model.compartments.at(static_cast<std::size_t>(entry.cmt)).name);
        }
        rows.push_back({scenario, name, compartment, entry});
      }
    }
  }
  if (rows == m_rows) {
    return;
  }
  beginResetModel();
  m_rows = std::move(rows);
  endResetModel();
}

void AuditTableModel::setColours(std::function<QColor(int)> colour) {
  m_colour = std::move(colour);
  if (!m_rows.empty()) {
    Q_EMIT dataChanged(index(0, Scenario), index(rowCount() - 1, Scenario), {Qt::DecorationRole});
  }
}

int AuditTableModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int AuditTableModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QString AuditTableModel::byHand(const QString& text, bool set) {
  return set ? tr("%1 (set by hand)").arg(text) : text;
}

QString AuditTableModel::cell(const Row& row, int column) {
  const AuditEntry& entry = row.entry;
  const bool enters = entry.amt_mg > 0.0;
  switch (column) {
    case Scenario:
      return row.name;
    case Time:
      return rounded(entry.time_h);
    case Event:
      return inWords(entry.event);
    case Compartment:
      return row.compartment;
    case Amount:
      return unlessZero(entry.amt_mg);
    case Bioavailability:
      return enters ? byHand(rounded(entry.F), entry.F_by_hand) : QString();
    case Entered:
      return enters ? rounded(entry.entered) : QString();
    case Rate:
      return unlessZero(entry.rate_mg_per_h);
    case Duration:
      return unlessZero(entry.duration_h);
    case Lag:
      return byHand(unlessZero(entry.lag_h), entry.lag_by_hand && entry.lag_h > 0.0);
    case Cause:
      return inWords(entry.cause);
    default:
      return {};
  }
}

QVariant AuditTableModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rowCount()) {
    return {};
  }
  const Row& row = m_rows[static_cast<std::size_t>(index.row())];
  const int column = index.column();
  const bool text = holdsText(column);
  if (role == Qt::DisplayRole) {
    return cell(row, column);
  }
  if (role == Qt::TextAlignmentRole && !text) {
    return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
  }
  if (role == Qt::DecorationRole && column == Scenario && m_colour) {
    return m_colour(row.scenario);
  }
  return {};
}

QVariant AuditTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) {
    return QAbstractTableModel::headerData(section, orientation, role);
  }
  if (role == Qt::TextAlignmentRole) {
    return QVariant::fromValue(
        Qt::Alignment((holdsText(section) ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
  }
  if (role != Qt::DisplayRole) {
    return {};
  }
  switch (section) {
    case Scenario:
      return tr("Scenario");
    case Time:
      return tr("Time\nh");
    case Event:
      return tr("Event");
    case Compartment:
      return tr("Compartment");
    case Amount:
      return tr("Amount\nmg");
    case Bioavailability:
      return tr("F");
    case Entered:
      return tr("Entered\nmg");
    case Rate:
      return tr("Rate\nmg/h");
    case Duration:
      return tr("Duration\nh");
    case Lag:
      return tr("Lag\nh");
    case Cause:
      return tr("Cause");
    default:
      return {};
  }
}

}  // namespace ketascope
