// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodel/disagreement_table_model.hpp"

#include <QFont>
#include <QStringList>
#include <algorithm>
#include <limits>
#include <utility>

#include "viewmodel/number_text.hpp"
#include "viewmodel/table_text.hpp"
#include "viewmodel/words_in_use.hpp"

namespace ketascope {
namespace {

constexpr int digits = 4;

std::optional<double> numberOf(const ModelAnswer& answer, int column) {
  switch (column) {
    case DisagreementTableModel::Cmax:
      return answer.cmax;
    case DisagreementTableModel::Tmax:
      return answer.tmax_h;
    case DisagreementTableModel::Auc:
      return answer.auc_0_t;
    case DisagreementTableModel::HalfTime:
      return answer.half_time_h;
    default:
      return std::nullopt;
  }
}

bool isTime(int column) {
  return column == DisagreementTableModel::Tmax || column == DisagreementTableModel::HalfTime;
}

}  // namespace

void DisagreementTableModel::setFound(Disagreement found) {
  beginResetModel();
  m_found = std::move(found);
  endResetModel();
}

void DisagreementTableModel::setColours(std::function<QColor(int)> colour) {
  m_colour = std::move(colour);
  if (rowCount() > 0) {
    Q_EMIT dataChanged(index(0, Model), index(rowCount() - 1, Model));
  }
}

bool DisagreementTableModel::isReason(int row) const {
  return row >= answers() + (hasRange() ? 1 : 0) && row < rowCount();
}

bool DisagreementTableModel::isRange(int row) const {
  return hasRange() && row == answers();
}

const ExcludedModel& DisagreementTableModel::excluded(int row) const {
  return m_found.excluded[static_cast<std::size_t>(row - answers() - (hasRange() ? 1 : 0))];
}

int DisagreementTableModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid()
             ? 0
             : answers() + (hasRange() ? 1 : 0) + static_cast<int>(m_found.excluded.size());
}

int DisagreementTableModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QString DisagreementTableModel::answer(const ModelAnswer& answer, int column) const {
  switch (column) {
    case Model:
      return QString::fromStdString(answer.model);
    case Grade:
      return inWords(answer.grade);
    case Form:
      return inWords(answer.form);
    case Site:
      return inWords(answer.site);
    default:
      break;
  }
  const auto value = numberOf(answer, column);
  if (!value) {
    return QStringLiteral("–");
  }
  return isTime(column) ? durationText(*value) : numberText(*value, digits);
}

QString DisagreementTableModel::range(int column) const {
  if (column == Model) {
    return tr("lowest to highest");
  }
  double low = std::numeric_limits<double>::infinity();
  double high = -low;
  int known = 0;
  for (const ModelAnswer& one : m_found.answers) {
    if (const auto value = numberOf(one, column)) {
      low = std::min(low, *value);
      high = std::max(high, *value);
      ++known;
    }
  }
  if (known < 2) {
    return {};
  }
  const auto text = [&](double value) {
    return isTime(column) ? durationText(value) : numberText(value, 3);
  };
  if (text(low) == text(high)) {
    return text(low);
  }
  QString span = QStringLiteral("%1 – %2").arg(text(low), text(high));
  if (low > 0) {
    span += QStringLiteral("\n×%1").arg(numberText(high / low, 2));
  }
  return span;
}

QVariant DisagreementTableModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rowCount() || index.column() >= ColumnCount) {
    return {};
  }
  const bool answers_ = index.row() < answers();
  const bool reason = isReason(index.row());
  switch (role) {
    case Qt::DisplayRole:
      if (answers_) {
        return answer(m_found.answers[static_cast<std::size_t>(index.row())], index.column());
      }
      if (!reason) {
        return range(index.column());
      }
      if (index.column() == Model) {
        return QString::fromStdString(excluded(index.row()).model);
      }
      return index.column() == Grade
                 ? tr("not eligible – %1").arg(inWords(excluded(index.row()).reason))
                 : QString();
    case Qt::ToolTipRole:
      if (reason) {
        return inWords(excluded(index.row()).reason);
      }
      return answers_ && index.column() == Model
                 ? QString::fromStdString(
                       m_found.answers[static_cast<std::size_t>(index.row())].output)
                 : QVariant();
    case Qt::DecorationRole:
      return answers_ && index.column() == Model && m_colour ? QVariant(m_colour(index.row()))
                                                             : QVariant();
    case Qt::FontRole:
      if (!answers_ && !reason) {
        QFont font;
        font.setBold(true);
        return font;
      }
      return {};
    case Qt::TextAlignmentRole:
      return static_cast<int>((index.column() < Cmax || reason ? Qt::AlignLeft : Qt::AlignRight) |
                              Qt::AlignVCenter);
    default:
      return {};
  }
}

QVariant DisagreementTableModel::headerData(int section, Qt::Orientation orientation,
                                            int role) const {
  if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) {
    return QAbstractTableModel::headerData(section, orientation, role);
  }
  const std::string unit = m_found.answers.empty() ? "" : m_found.answers.front().unit;
  switch (role) {
    case Qt::TextAlignmentRole:
      return static_cast<int>((section < Cmax ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case Qt::DisplayRole: {
      static const char* const titles[]{
          QT_TR_NOOP("Model"), QT_TR_NOOP("Grade"), QT_TR_NOOP("Form"),    QT_TR_NOOP("Site"),
          QT_TR_NOOP("Cmax"),  QT_TR_NOOP("tmax"),  QT_TR_NOOP("AUC 0–t"), QT_TR_NOOP("Half-time")};
      if (section == Cmax || section == Auc) {
        return QStringLiteral("%1\n%2").arg(tr(titles[section]),
                                            unitText(section == Cmax ? unit : exposure_unit(unit)));
      }
      return section == HalfTime ? tr("Half-time\nafter input") : tr(titles[section]);
    }
    case Qt::ToolTipRole:
      return section == HalfTime
                 ? QVariant(tr("Context-sensitive half-time: from the end of the input until the "
                               "concentration has halved"))
                 : QVariant();
    default:
      return {};
  }
}

QString DisagreementTableModel::text() const {
  return tableText(*this);
}

}  // namespace ketascope
