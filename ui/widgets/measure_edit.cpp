// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/measure_edit.hpp"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <QToolTip>
#include <cmath>
#include <utility>

#include "ketascope/units/number.hpp"
#include "viewmodel/number_text.hpp"
#include "widgets/form_parts.hpp"

namespace ketascope {
namespace {

/// Six digits are more than anybody types; they hide what a conversion adds at the end.
double rounded(double value) {
  if (value == 0.0 || !std::isfinite(value)) {
    return value;
  }
  const double scale = std::pow(10.0, 5.0 - std::floor(std::log10(std::abs(value))));
  return std::round(value * scale) / scale;
}

}  // namespace

MeasureEdit::MeasureEdit(const QStringList& units, QWidget* parent)
    : QWidget(parent), m_line(new QLineEdit(this)), m_unit(new QComboBox(this)) {
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(4);
  layout->addWidget(m_line, 1);
  layout->addWidget(m_unit);
  m_line->setMinimumWidth(56);
  m_unit->setMinimumContentsLength(5);
  m_unit->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  setFocusProxy(m_line);
  setUnits(units);
  m_line->installEventFilter(this);
  m_unit->installEventFilter(this);
  connect(m_line, &QLineEdit::textEdited, this, &MeasureEdit::read);
  connect(m_line, &QLineEdit::editingFinished, this, [this] {
    if (m_unreadable.isEmpty()) {
      show();
    }
    Q_EMIT left();
  });
  connect(m_unit, &QComboBox::activated, this, &MeasureEdit::chooseUnit);
}

void MeasureEdit::setUnits(const QStringList& units) {
  const QSignalBlocker quiet(m_unit);
  const QString current = m_unit->currentData().toString();
  m_unit->clear();
  for (const QString& unit : units) {
    addUnit(unit);
  }
  // A plain number has none to show.
  const bool plain =
      units.isEmpty() || units.first().isEmpty() || units.first() == QLatin1String("1");
  m_unit->setVisible(units.size() > 1 || !plain);
  m_unit->setCurrentIndex(std::max(0, m_unit->findData(current)));
}

/// Shown in the reader's language where it is a word, kept as it is written in files.
void MeasureEdit::addUnit(const QString& unit) {
  QString shown = unit;
  for (const char* word : {QT_TR_NOOP("year"), QT_TR_NOOP("month"), QT_TR_NOOP("week")}) {
    shown = unit == QLatin1String(word) ? tr(word) : shown;
  }
  m_unit->addItem(shown, unit);
}

void MeasureEdit::setMeasure(const std::optional<Measure>& measure) {
  const bool same = measure == m_measure;
  m_measure = measure;
  if (same && m_line->hasFocus()) {
    return;
  }
  m_unreadable.clear();
  show();
  mark();
}

void MeasureEdit::setOptional(const QString& meaning) {
  m_optional = true;
  m_line->setPlaceholderText(meaning);
}

void MeasureEdit::setAboveZero() {
  m_aboveZero = true;
}

void MeasureEdit::setDescription(const QString& name, const QString& toolTip) {
  m_name = name;
  m_toolTip = toolTip;
  m_line->setAccessibleName(name);
  m_unit->setAccessibleName(tr("Unit of %1").arg(name));
  m_unit->setToolTip(tr("Choosing another unit converts the number."));
  mark();
}

void MeasureEdit::setProblem(const QString& message, Severity severity) {
  m_problem = message;
  m_severity = severity;
  mark();
}

void MeasureEdit::setConverter(
    std::function<std::optional<double>(const Measure&, const QString&)> convert) {
  m_convert = std::move(convert);
}

void MeasureEdit::greyUnits(const std::function<QString(const QString&)>& problem) {
  auto* items = qobject_cast<QStandardItemModel*>(m_unit->model());
  for (int row = 0; items != nullptr && row < m_unit->count(); ++row) {
    const QString reason = problem(m_unit->itemData(row).toString());
    items->item(row)->setEnabled(reason.isEmpty());
    m_unit->setItemData(row, reason, Qt::ToolTipRole);
    m_unit->setItemData(row, reason, Qt::AccessibleDescriptionRole);
  }
}

void MeasureEdit::mark() {
  const QString message = m_unreadable.isEmpty() ? m_problem : m_unreadable;
  const bool error = !m_unreadable.isEmpty() || m_severity == Severity::error;
  QString style;
  if (!message.isEmpty()) {
    style = QStringLiteral("QLineEdit { border: 2px solid %1; border-radius: 3px; padding: 1px; }")
                .arg(error ? QStringLiteral("#d1242f") : QStringLiteral("#bf8700"));
  }
  if (m_line->styleSheet() != style) {
    m_line->setStyleSheet(style);
  }
  const QString& said = message.isEmpty() ? m_toolTip : message;
  if (m_line->toolTip() != said) {
    m_line->setToolTip(said);
    m_line->setAccessibleDescription(said);
  }
}

void MeasureEdit::show() {
  const QSignalBlocker quietLine(m_line);
  const QSignalBlocker quietUnit(m_unit);
  if (!m_measure) {
    m_line->clear();
    return;
  }
  const QString unit = QString::fromStdString(m_measure->unit);
  if (m_unit->findData(unit) < 0) {
    addUnit(unit);
  }
  m_unit->setCurrentIndex(m_unit->findData(unit));
  const QString text = exactNumberText(m_measure->value);
  if (m_line->text() != text) {
    m_line->setText(text);
  }
}

void MeasureEdit::read() {
  if (m_line->text().trimmed().isEmpty() && m_optional) {
    m_unreadable.clear();
    m_measure.reset();
    mark();
    Q_EMIT edited(m_measure);
    return;
  }
  const auto refuse = [this](const QString& why) {
    m_unreadable = why;
    mark();
    Q_EMIT invalid(m_unreadable);
  };
  const auto text = plainNumber(m_line->text());
  if (!text) {
    refuse(howToWriteNumbers());
    return;
  }
  // Amounts, times and weights are never below zero: a document with one could not be read again.
  const auto plain = parse_number(*text);
  const auto whole = plain ? std::nullopt : std::optional(parse_measure(*text));
  const auto fits = [this](double value) {
    return m_signed || (m_aboveZero ? value > 0.0 : value >= 0.0);
  };
  const bool outside = plain ? !fits(*plain) : (*whole && !fits((*whole)->value));
  if (outside) {
    refuse(m_aboveZero ? tr("The number must be above zero.")
                       : tr("This is no number. Write it like 0.5; the unit stands beside."));
    return;
  }
  if (plain) {
    m_measure = Measure{*plain, m_unit->currentData().toString().toStdString()};
  } else if (*whole && m_unit->findData(QString::fromStdString((*whole)->unit)) >= 0) {
    m_measure = **whole;
    const QSignalBlocker quiet(m_unit);
    m_unit->setCurrentIndex(m_unit->findData(QString::fromStdString(m_measure->unit)));
  } else {
    refuse(text->empty() ? tr("Type a number.")
                         : tr("This is no number. Write it like 0.5; the unit stands beside."));
    return;
  }
  m_unreadable.clear();
  mark();
  Q_EMIT edited(m_measure);
}

void MeasureEdit::chooseUnit() {
  const QString unit = m_unit->currentData().toString();
  if (!m_measure || m_measure->unit == unit.toStdString()) {
    return;
  }
  std::optional<double> value = m_convert ? m_convert(*m_measure, unit) : std::nullopt;
  if (m_convert && !value) {  // the number alone would be another amount
    show();
    return;
  }
  if (!value) {
    const auto from = parse_unit(m_measure->unit);
    const auto to = parse_unit(unit.toStdString());
    if (from && to) {
      if (const auto converted = convert(m_measure->value, *from, *to)) {
        value = *converted;
      }
    }
  }
  m_measure = Measure{rounded(value.value_or(m_measure->value)), unit.toStdString()};
  m_unreadable.clear();
  show();
  mark();
  Q_EMIT edited(m_measure);
  Q_EMIT left();
}

void MeasureEdit::step(double direction) {
  if (!m_measure || !m_unreadable.isEmpty()) {
    return;
  }
  const double value = m_measure->value;
  double size = 1.0;
  if (value != 0.0) {
    const double decade = std::pow(10.0, std::floor(std::log10(std::abs(value)) + 1e-9));
    const double mantissa = std::abs(value) / decade;
    size = decade / (mantissa < 2 ? 10 : mantissa < 5 ? 5 : 2);
  }
  const double next = rounded(value + direction * size);
  if (m_aboveZero && next <= 0.0) {
    return;
  }
  m_measure->value = m_signed ? next : std::max(0.0, next);
  show();
  Q_EMIT edited(m_measure);
}

bool MeasureEdit::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_line && event->type() == QEvent::KeyPress) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Up || key == Qt::Key_Down) {
      step(key == Qt::Key_Up ? 1 : -1);
      return true;
    }
  }
  // What is typed is a change of the document already, which the window undoes; only what cannot be
  // read is not.
  if (watched == m_line && m_unreadable.isEmpty() && isUndoOrRedo(event)) {
    event->ignore();
    return true;
  }
  // Why the whole field is greyed counts more than what its parts are for.
  if (event->type() == QEvent::ToolTip && !isEnabled() && !toolTip().isEmpty()) {
    QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), toolTip(), this);
    return true;
  }
  // A wheel that scrolls the form must not change units on its way.
  if (watched == m_unit && event->type() == QEvent::Wheel && !m_unit->hasFocus()) {
    event->ignore();
    return true;
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace ketascope
