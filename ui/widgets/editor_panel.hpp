// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "viewmodel/model_catalog.hpp"
#include "viewmodel/scenario_document.hpp"
#include "widgets/measure_edit.hpp"

class QCheckBox;
class QComboBox;
class QFormLayout;
class QGroupBox;
class QLabel;
class QSpinBox;
class QToolButton;

namespace ketascope {

class EffectButton;
class OutputButton;

/// The form for one scenario of a document. What a model does not support is not offered, or greyed
/// with the reason. Every keystroke that makes sense changes the document.
class EditorPanel : public QWidget {
  Q_OBJECT

 public:
  EditorPanel(ScenarioDocument* document, const ModelCatalog* catalog, QWidget* parent = nullptr);

  void setScenario(int index);
  int scenario() const { return m_index; }
  /// Which dose of the schedule the form shows.
  void setDose(int index);
  std::size_t dose() const { return m_doseIndex; }
  /// Leaves only these controls free (names as in lessons); nothing = all of them.
  void setFree(std::optional<std::set<std::string>> controls);
  /// The field of a control, named as in lessons; null for what is elsewhere.
  QWidget* control(const std::string& name) const;
  /// Marks the fields that these are about.
  void setDiagnostics(const Diagnostics& diagnostics);

  // For tests and for the keyboard.
  QComboBox* modelBox() { return m_model; }
  QComboBox* routeBox() { return m_route; }
  QComboBox* compartmentBox() { return m_compartment; }
  QToolButton* moreButton() { return m_more; }
  MeasureEdit* bioavailability() { return m_F; }
  MeasureEdit* lag() { return m_lag; }
  QLabel* modelsOwnNote() { return m_modelsOwn; }
  EffectButton* effectsButton() { return m_effects; }
  MeasureEdit* amount() { return m_amount; }
  QLabel* amountNote() { return m_amountNote; }
  QComboBox* formBox() { return m_form; }
  QComboBox* basisBox() { return m_basis; }
  QCheckBox* steadyState() { return m_steadyState; }
  MeasureEdit* duration() { return m_duration; }
  MeasureEdit* weight() { return m_weight; }
  MeasureEdit* until() { return m_until; }
  MeasureEdit* covariate(const std::string& name) { return m_numbers.at(name); }

 Q_SIGNALS:
  void cardWanted(const QString& modelId);
  void invalid(const QString& message);
  void doseChanged(int index);
  /// Something that was done means more than it looks.
  void notice(const QString& message);

 private:
  void build();
  QGroupBox* buildModel();
  QGroupBox* buildDose();
  QGroupBox* buildSubject();
  MeasureEdit* addMeasure(QFormLayout* form, const QString& label, const QString& toolTip,
                          const QStringList& units, const QString& key,
                          std::function<void(ScenarioSpec&, const std::optional<Measure>&)> apply);
  void fillModels();
  void fillRoutes(const Model* model);
  void fillEffects(const Model* model);
  void rebuildCovariates(const Model* model);
  void show();
  void greyIdle(const ScenarioSpec& spec, const Model* model);
  void lock();
  void showDose(const ScenarioSpec& spec, const Model* model);
  void buildDrug(QFormLayout* form);
  void showDrug(const ScenarioSpec& spec, const Model* model);
  void buildCompartment(QFormLayout* form);
  void showCompartment(const DoseSpec& dose, const Model* model);
  void buildByHand(QFormLayout* form);
  void showByHand(const ScenarioSpec& spec);
  void chooseModel();
  void chooseRoute();
  void setRoute(const Route& route);
  void edit(const QString& text, const QString& merge,
            const std::function<void(ScenarioSpec&)>& apply);
  void editDose(const QString& text, const QString& merge,
                const std::function<void(DoseSpec&)>& apply);
  const ScenarioSpec* spec() const;
  const Model* model() const;
  double weightKg() const;

  ScenarioDocument* m_document;
  const ModelCatalog* m_catalog;
  int m_index = -1;
  std::size_t m_doseIndex = 0;
  std::size_t m_toldDose = 0;  ///< of which others were told
  bool m_showing = false;
  std::optional<std::set<std::string>> m_free;
  std::map<QWidget*, QString> m_locked;  ///< with the tool tip that each has otherwise
  const Model* m_covariatesOf = nullptr;
  const Model* m_routesOf = nullptr;
  const Model* m_effectsOf = nullptr;
  std::string m_actingFor;         ///< what m_acting was worked out for
  std::set<std::string> m_acting;  ///< covariates that change something

  QComboBox* m_model = nullptr;
  QToolButton* m_card = nullptr;
  QLabel* m_grade = nullptr;
  EffectButton* m_effects = nullptr;
  OutputButton* m_outputs = nullptr;
  QGroupBox* m_doseGroup = nullptr;
  QComboBox* m_dose = nullptr;
  QToolButton* m_addDose = nullptr;
  QToolButton* m_removeDose = nullptr;
  QComboBox* m_route = nullptr;
  QLabel* m_routeNote = nullptr;
  QFormLayout* m_doseForm = nullptr;
  QComboBox* m_compartment = nullptr;
  QToolButton* m_more = nullptr;
  MeasureEdit* m_F = nullptr;
  MeasureEdit* m_lag = nullptr;
  QLabel* m_modelsOwn = nullptr;
  MeasureEdit* m_amount = nullptr;
  QLabel* m_amountNote = nullptr;
  QComboBox* m_form = nullptr;
  QComboBox* m_basis = nullptr;
  QCheckBox* m_steadyState = nullptr;
  MeasureEdit* m_duration = nullptr;
  MeasureEdit* m_start = nullptr;
  QSpinBox* m_repeats = nullptr;
  MeasureEdit* m_interval = nullptr;
  MeasureEdit* m_weight = nullptr;
  MeasureEdit* m_until = nullptr;
  QFormLayout* m_subject = nullptr;
  int m_fixedRows = 0;
  std::map<std::string, MeasureEdit*> m_numbers;
  std::map<std::string, QComboBox*> m_choices;
  std::map<std::string, MeasureEdit*> m_fields;  ///< by the names that diagnostics use
};

}  // namespace ketascope
