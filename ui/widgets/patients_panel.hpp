// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <functional>
#include <memory>
#include <vector>

#include "viewmodel/background_runner.hpp"
#include "viewmodel/patients_table_model.hpp"
#include "viewmodel/scenario_document.hpp"
#include "viewmodel/simulation_runner.hpp"

class QLabel;
class QTableView;
class QToolButton;

namespace ketascope {

/// What virtual patients make of every scenario: percentiles of peak, exposure and time in bands,
/// and how many reach a target. Worked out in the background, only while somebody looks or a report
/// needs it.
class PatientsPanel : public QWidget {
  Q_OBJECT

 public:
  explicit PatientsPanel(ScenarioDocument* document, QWidget* parent = nullptr);

  void setOutcome(const OutcomePtr& outcome);
  void setColours(std::function<QColor(int)> colour) { m_model->setColours(std::move(colour)); }
  /// Calls `use` with the summary of the newest outcome, now or once it is worked out; with null
  /// where the document has no patients.
  void whenReady(std::function<void(const PatientSummary*)> use);

  PatientsTableModel* model() { return m_model; }
  QLabel* notes() { return m_notes; }
  QToolButton* saveButton() { return m_save; }
  bool isBusy() const { return m_runner.isBusy(); }
  /// Whether the table shows the newest outcome.
  bool isReady() const { return m_ready; }

 Q_SIGNALS:
  void ready();
  void saveWanted();

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  struct Answer;
  bool hasPatients() const;
  void ask();
  void take(const Answer& answer);

  ScenarioDocument* m_document;
  PatientsTableModel* m_model;
  QTableView* m_view;
  QLabel* m_notes;
  QToolButton* m_copy;
  QToolButton* m_save;
  OutcomePtr m_outcome;
  bool m_ready = false;
  std::vector<std::function<void(const PatientSummary*)>> m_waiting;
  BackgroundRunner m_runner;
};

}  // namespace ketascope
