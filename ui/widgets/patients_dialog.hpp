// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "viewmodel/model_catalog.hpp"
#include "viewmodel/scenario_document.hpp"

class QCheckBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace ketascope {

/// Who the virtual patients of a document are: number, seed and what they differ in, changed as one
/// step. What no model shown states is greyed with the reason.
class PatientsDialog : public QDialog {
  Q_OBJECT

 public:
  PatientsDialog(ScenarioDocument* document, const ModelCatalog* catalog,
                 QWidget* parent = nullptr);

  void accept() override;

  QSpinBox* count() { return m_count; }
  QLineEdit* seed() { return m_seed; }
  QCheckBox* betweenSubjects() { return m_subjects; }
  QCheckBox* betweenOccasions() { return m_occasions; }
  QLineEdit* occasions() { return m_starts; }
  QCheckBox* residual() { return m_residual; }
  QCheckBox* uncertainty() { return m_uncertainty; }
  QLabel* problem() { return m_problem; }
  QLabel* others() { return m_others; }
  QDialogButtonBox* buttons() { return m_buttons; }

 private:
  void greyUnstated(const ModelCatalog& catalog);
  /// Reads what is typed; false with the reason shown where it cannot be read.
  bool check();

  ScenarioDocument* m_document;
  PopulationSpec m_spec;
  QSpinBox* m_count;
  QLineEdit* m_seed;
  QCheckBox* m_subjects;
  QCheckBox* m_occasions;
  QLineEdit* m_starts;
  QCheckBox* m_residual;
  QCheckBox* m_uncertainty;
  QLabel* m_others;
  QLabel* m_problem;
  QDialogButtonBox* m_buttons;
};

}  // namespace ketascope
