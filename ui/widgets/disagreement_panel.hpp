// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <functional>
#include <memory>
#include <optional>

#include "viewmodel/background_runner.hpp"
#include "viewmodel/disagreement.hpp"
#include "viewmodel/disagreement_table_model.hpp"

class QCheckBox;
class QLabel;
class QTableView;
class QTabWidget;

namespace ketascope {

class ConcentrationPlot;

/// One dose by every model that may answer: the curves, the room between them, the numbers, and who
/// is left out and why. Computed in the background, when the panel is in sight.
class DisagreementPanel : public QWidget {
  Q_OBJECT

 public:
  /// What is asked; none while there is no dose to ask about.
  using Question = std::function<std::optional<DisagreementRequest>(bool ownForms)>;

  explicit DisagreementPanel(Question question, QWidget* parent = nullptr);

  /// The dose or what the answer depends on has changed.
  void refresh();
  void setColours(std::function<QColor(int)> colour);

  // The parts, for tests and for export.
  ConcentrationPlot* plot() { return m_plot; }
  DisagreementTableModel* answers() { return m_answers; }
  QTableView* table() { return m_table; }
  QCheckBox* ownForms() { return m_ownForms; }
  QLabel* notes() { return m_notes; }
  BackgroundRunner* runner() { return &m_runner; }

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  void ask();
  void showOutcome(const DisagreementOutcome& outcome);

  Question m_question;
  BackgroundRunner m_runner;
  DisagreementTableModel* m_answers;
  ConcentrationPlot* m_plot;
  QTableView* m_table;
  QTabWidget* m_tabs;
  QLabel* m_notes;
  QLabel* m_busy;
  QCheckBox* m_ownForms;
  bool m_stale = true;
};

}  // namespace ketascope
