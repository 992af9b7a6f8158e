// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>
#include <functional>
#include <optional>

#include "ketascope/diagnostic/diagnostic.hpp"
#include "ketascope/units/measure.hpp"

class QComboBox;
class QLineEdit;

namespace ketascope {

/// A number with its unit. Numbers are read as plainNumber() has it; a unit may be typed behind the
/// number. Up and down step it; choosing another unit converts it.
class MeasureEdit : public QWidget {
  Q_OBJECT

 public:
  explicit MeasureEdit(const QStringList& units, QWidget* parent = nullptr);

  void setUnits(const QStringList& units);
  /// Shows a value without reporting it. Text that is being typed and means the same is left alone.
  void setMeasure(const std::optional<Measure>& measure);
  std::optional<Measure> measure() const { return m_measure; }
  /// An empty field is an answer, too; `meaning` says which.
  void setOptional(const QString& meaning);
  /// Zero is no value either.
  void setAboveZero();
  /// Values below zero are values, too: a time before the start.
  void setSigned() { m_signed = true; }
  /// What the field is, for those who listen to it, and its explanation.
  void setDescription(const QString& name, const QString& toolTip);
  /// Marks the field, with the reason as tool tip; an empty message clears it.
  void setProblem(const QString& message, Severity severity = Severity::error);
  QString problem() const { return m_problem; }
  /// For units that are not multiples of each other (mg/kg and mg).
  void setConverter(std::function<std::optional<double>(const Measure&, const QString&)> convert);

  /// Greys the units for which `problem` says why they cannot be chosen.
  void greyUnits(const std::function<QString(const QString& unit)>& problem);
  /// Whether what stands in the field is what measure() says.
  bool isReadable() const { return m_unreadable.isEmpty(); }

  QLineEdit* lineEdit() { return m_line; }
  QComboBox* unitBox() { return m_unit; }

 Q_SIGNALS:
  void edited(const std::optional<ketascope::Measure>& measure);
  /// What is typed cannot be read; nothing is reported until it can.
  void invalid(const QString& message);
  void left();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void addUnit(const QString& unit);
  void read();
  void chooseUnit();
  void step(double direction);
  void show();
  void mark();

  QLineEdit* m_line;
  QComboBox* m_unit;
  std::optional<Measure> m_measure;
  std::function<std::optional<double>(const Measure&, const QString&)> m_convert;
  QString m_name, m_toolTip, m_problem, m_unreadable;
  Severity m_severity = Severity::error;
  bool m_optional = false;
  bool m_aboveZero = false;
  bool m_signed = false;
};

}  // namespace ketascope
