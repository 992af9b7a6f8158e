// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <functional>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "ketascope/app/patient_summary.hpp"
#include "viewmodel/background_runner.hpp"
#include "viewmodel/patients_table_model.hpp"
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
  /// Measures the patients of one run, in another thread.
  using Measure = std::function<tl::expected<PopulationResult, Diagnostics>(
      const Run&, const PopulationSpec&, std::span<const EffectBand>, const RunControl&)>;

  explicit PatientsPanel(QWidget* parent = nullptr, Measure measure = measure_patients);

  void setOutcome(const OutcomePtr& outcome);
  void setColours(std::function<QColor(int)> colour) { m_model->setColours(std::move(colour)); }
  /// Given the newest outcome and what its patients make of it; null where it has no patients.
  using Use = std::function<void(const OutcomePtr&, const PatientSummary*)>;
  /// Calls `use` now or once the summary is worked out.
  void whenReady(Use use);
  /// Those who still wait; another panel may take them over.
  std::vector<Use> takeWaiting() { return std::exchange(m_waiting, {}); }

  /// How many wait.
  std::size_t waiting() const { return m_waiting.size(); }

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
  static void answerInto(Answer& answer, const Measure& measure, const RunControl& control);
  bool hasPatients() const;
  void ask();
  void take(const Answer& answer);
  void showWhatCanBeTaken();

  Measure m_measure;
  PatientsTableModel* m_model;
  QTableView* m_view;
  QLabel* m_notes;
  QToolButton* m_copy;
  QToolButton* m_save;
  OutcomePtr m_outcome;
  bool m_ready = false;
  std::vector<Use> m_waiting;
  BackgroundRunner m_runner;
};

}  // namespace ketascope
