// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>
#include <string>
#include <vector>

#include "viewmodel/model_catalog.hpp"
#include "viewmodel/parameter_scale.hpp"
#include "viewmodel/scenario_document.hpp"
#include "viewmodel/simulation.hpp"

class QLabel;
class QLineEdit;
class QSlider;
class QToolButton;
class QVBoxLayout;

namespace ketascope {

class MeasureEdit;

/// A slider and a number for every parameter of the current scenario's model. The published value
/// and its source stay in sight; what was changed is marked and goes back with one press.
class ParameterPanel : public QWidget {
  Q_OBJECT

 public:
  ParameterPanel(ScenarioDocument* document, const ModelCatalog* catalog,
                 QWidget* parent = nullptr);

  void setScenario(int index);
  /// What was computed knows the parameters of the effects that a scenario has chosen.
  void setOutcome(const SimulationOutcome& outcome);
  /// Everything back to what was published.
  void resetAll();

  // For tests and for the keyboard; null where there is no such parameter.
  QSlider* slider(const std::string& name);
  MeasureEdit* number(const std::string& name);
  QToolButton* resetButton(const std::string& name);
  QLineEdit* filter() { return m_filter; }

 Q_SIGNALS:
  void invalid(const QString& message);

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  struct Row {
    std::string name;
    std::size_t place;  ///< among the parameters of the model
    ParameterScale scale;
    QWidget* whole;
    QLabel* title;
    QSlider* slider;
    MeasureEdit* number;
    QToolButton* reset;
  };
  const ScenarioSpec* spec() const;
  ModelPtr model() const;
  Row makeRow(const Parameter& parameter, std::size_t place);
  const Row* row(const std::string& name);
  void rebuild();
  /// Makes rows that are still missing, for so long; below zero: all of them.
  void makeRows(int milliseconds);
  void showValues();
  void showRows(std::size_t first);
  void set(const std::string& name, const std::optional<Measure>& value, const QString& merge);
  void applyFilter(std::size_t first);

  ScenarioDocument* m_document;
  const ModelCatalog* m_catalog;
  QLabel* m_head;
  QLineEdit* m_filter;
  QToolButton* m_resetAll;
  QVBoxLayout* m_list;
  QWidget* m_holder;
  std::vector<Row> m_rows;  ///< of the parameters before m_next; the rest follows
  std::size_t m_next = 0;
  QTimer m_more;
  ModelPtr m_rowsOf;
  /// A model with effects in it, and what it was made of.
  struct Composed {
    ModelPtr model;
    std::string host;
    std::vector<std::string> effects;
  };
  std::vector<Composed> m_composed;  ///< by scenario; null where there are no effects
  int m_index = -1;
  bool m_showing = false;
};

}  // namespace ketascope
