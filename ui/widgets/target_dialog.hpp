// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <optional>
#include <set>
#include <string>

#include "ketascope/app/library.hpp"
#include "ketascope/app/target.hpp"
#include "viewmodel/background_runner.hpp"
#include "viewmodel/model_catalog.hpp"
#include "viewmodel/scenario_document.hpp"

class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;

namespace ketascope {

class BusyLine;
class MeasureEdit;

/// Asks what a curve is to reach and what of one dose may change for it, looks for the value in the
/// background, and puts it into the schedule as one step.
class TargetDialog : public QDialog {
  Q_OBJECT

 public:
  TargetDialog(ScenarioDocument* document, const ModelCatalog* catalog, const Library& library,
               int scenario, std::size_t dose, QWidget* parent = nullptr);
  ~TargetDialog() override;

  /// What may change of the dose (in lessons); nothing = all of it.
  void setFree(std::optional<std::set<std::string>> controls);

  QComboBox* doseBox() { return m_dose; }
  QComboBox* varyBox() { return m_vary; }
  QComboBox* outputBox() { return m_output; }
  QComboBox* quantityBox() { return m_quantity; }
  MeasureEdit* low() { return m_low; }
  MeasureEdit* high() { return m_high; }
  MeasureEdit* target() { return m_target; }
  MeasureEdit* time() { return m_time; }
  MeasureEdit* rangeLow() { return m_rangeLow; }
  MeasureEdit* rangeHigh() { return m_rangeHigh; }
  QComboBox* whenBox() { return m_when; }
  MeasureEdit* from() { return m_from; }
  MeasureEdit* to() { return m_to; }
  QPushButton* findButton() { return m_find; }
  QPushButton* useButton() { return m_use; }
  QLabel* result() { return m_result; }
  BackgroundRunner* runner() { return &m_runner; }

 public Q_SLOTS:
  void find();
  /// Puts the value found into the schedule.
  void use();

 private:
  void build();
  MeasureEdit* measure(const QString& label, const QString& toolTip, const QStringList& units);
  void showDose();
  void showVary();
  void showOutput();
  void showQuantity();
  void showReady();
  bool isWhole() const;
  TargetQuestion question() const;
  TargetQuestion::Quantity quantity() const;
  TargetQuestion::Vary vary() const;
  const DoseSpec& dose() const;
  void showAnswer(const tl::expected<TargetAnswer, Diagnostics>& answer);

  ScenarioDocument* m_document;
  const Library m_library;
  const int m_scenario;
  const ScenarioSpec m_spec;
  const ModelPtr m_model;
  BackgroundRunner m_runner;
  std::optional<TargetAnswer> m_answer;
  std::optional<std::set<std::string>> m_free;
  QFormLayout* m_form = nullptr;
  QComboBox* m_dose = nullptr;
  QComboBox* m_vary = nullptr;
  MeasureEdit* m_low = nullptr;
  MeasureEdit* m_high = nullptr;
  QComboBox* m_output = nullptr;
  QComboBox* m_quantity = nullptr;
  MeasureEdit* m_target = nullptr;
  MeasureEdit* m_time = nullptr;
  MeasureEdit* m_rangeLow = nullptr;
  MeasureEdit* m_rangeHigh = nullptr;
  QComboBox* m_when = nullptr;
  MeasureEdit* m_from = nullptr;
  MeasureEdit* m_to = nullptr;
  QLabel* m_result = nullptr;
  QPushButton* m_find = nullptr;
  QPushButton* m_use = nullptr;
};

}  // namespace ketascope
