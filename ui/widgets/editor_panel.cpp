// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor_panel.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "ketascope/sim/dose_weight.hpp"
#include "ketascope/units/number.hpp"
#include "viewmodel/dose_choices.hpp"
#include "viewmodel/interaction_editing.hpp"
#include "viewmodel/scenario_editing.hpp"
#include "viewmodel/words_in_use.hpp"
#include "widgets/effect_button.hpp"
#include "widgets/form_parts.hpp"
#include "widgets/output_button.hpp"

namespace ketascope {
namespace {

/// Data of the item that leads to the list of compartments.
QString anyCompartment() {
  return QString::fromUtf8(free_route_prefix.data(),
                           static_cast<qsizetype>(free_route_prefix.size()));
}

}  // namespace

EditorPanel::EditorPanel(ScenarioDocument* document, const ModelCatalog* catalog, QWidget* parent)
    : QWidget(parent), m_document(document), m_catalog(catalog) {
  build();
  connect(document, &ScenarioDocument::changed, this, &EditorPanel::show);
  connect(catalog, &ModelCatalog::loaded, this, [this] {
    m_covariatesOf = nullptr;
    m_routesOf = nullptr;
    m_effectsOf = nullptr;
    m_actingFor.clear();
    fillModels();
    show();
  });
  fillModels();
  show();
}

const ScenarioSpec* EditorPanel::spec() const {
  if (m_index < 0 || m_index >= m_document->count()) {
    return nullptr;
  }
  return &m_document->value().scenarios[static_cast<std::size_t>(m_index)];
}

const Model* EditorPanel::model() const {
  const ScenarioSpec* now = spec();
  return now == nullptr ? nullptr : m_catalog->find(now->model);
}

double EditorPanel::weightKg() const {
  const ScenarioSpec* now = spec();
  return now == nullptr ? dose_weight_kg({}, nullptr) : dose_weight_kg(now->subject, model());
}

void EditorPanel::setScenario(int index) {
  if (index != m_index) {
    m_document->endMerge();
    m_doseIndex = 0;
  }
  m_index = index;
  show();
}

void EditorPanel::setDose(int index) {
  const auto wanted = static_cast<std::size_t>(std::max(index, 0));
  if (wanted == m_doseIndex) {
    return;
  }
  m_document->endMerge();
  m_doseIndex = wanted;
  show();
}

void EditorPanel::setFree(std::optional<std::set<std::string>> controls) {
  m_free = std::move(controls);
  show();
}

QWidget* EditorPanel::control(const std::string& name) const {
  const std::map<std::string, QWidget*> others{
      {"model", m_model},    {"schedule", m_addDose}, {"route", m_route}, {"repeats", m_repeats},
      {"curves", m_outputs}, {"effects", m_effects},  {"form", m_form}};
  if (const auto other = others.find(name); other != others.end()) {
    return other->second;
  }
  if (const auto field = m_fields.find(name); field != m_fields.end()) {
    return field->second;
  }
  const auto choice = m_choices.find(name);
  return choice == m_choices.end() ? nullptr : choice->second;
}

/// What the lesson keeps fixed is greyed and says so.
void EditorPanel::lock() {
  if (!m_free) {
    return;
  }
  const auto lockUnless = [this](const std::string& control, QWidget* widget) {
    if (!m_free->contains(control) && widget->isEnabledTo(this)) {
      m_locked.emplace(widget, widget->toolTip());
      widget->setEnabled(false);
      widget->setToolTip(tr("The lesson keeps this as it is."));
    }
  };
  lockUnless("model", m_model);
  lockUnless("schedule", m_addDose);
  lockUnless("schedule", m_removeDose);
  lockUnless("route", m_route);
  lockUnless("route", m_compartment);
  lockUnless("repeats", m_repeats);
  lockUnless("curves", m_outputs);
  lockUnless("effects", m_effects);
  lockUnless("form", m_form);
  lockUnless("form", m_basis);
  lockUnless("interval", m_steadyState);
  for (const auto& [control, field] : m_fields) {
    lockUnless(control, field);
  }
  for (const auto& [control, box] : m_choices) {
    lockUnless(control, box);
  }
}

void EditorPanel::setDiagnostics(const Diagnostics& diagnostics) {
  std::map<MeasureEdit*, std::pair<QString, Severity>> problems;
  for (const Diagnostic& diagnostic : diagnostics) {
    const std::string name = fieldOf(diagnostic, model());
    MeasureEdit* field = nullptr;
    if (const auto fixed = m_fields.find(name); fixed != m_fields.end()) {
      field = fixed->second;
    } else if (const auto covariate = m_numbers.find(name); covariate != m_numbers.end()) {
      field = covariate->second;
    }
    if (field != nullptr && !problems.contains(field)) {
      QString text = inWords(diagnostic.message);
      if (!diagnostic.hint.empty()) {
        text += QLatin1Char('\n') + inWords(diagnostic.hint);
      }
      problems[field] = {text, diagnostic.severity};
    }
  }
  const auto mark = [&](MeasureEdit* field) {
    const auto problem = problems.find(field);
    if (problem == problems.end()) {
      field->setProblem({});
    } else {
      field->setProblem(problem->second.first, problem->second.second);
    }
  };
  for (const auto& entry : m_fields) {
    mark(entry.second);
  }
  for (const auto& entry : m_numbers) {
    mark(entry.second);
  }
}

void EditorPanel::edit(const QString& text, const QString& merge,
                       const std::function<void(ScenarioSpec&)>& apply) {
  const ScenarioSpec* now = spec();
  if (now == nullptr || m_showing) {
    return;
  }
  ScenarioSpec next = *now;
  apply(next);
  m_document->changeScenario(m_index, std::move(next), text,
                             merge.isEmpty() ? merge : merge + QString::number(m_doseIndex));
}

void EditorPanel::editDose(const QString& text, const QString& merge,
                           const std::function<void(DoseSpec&)>& apply) {
  edit(text, merge, [&](ScenarioSpec& next) {
    if (m_doseIndex < next.doses.size()) {
      apply(next.doses[m_doseIndex]);
    }
  });
}

void EditorPanel::chooseModel() {
  const Model* chosen = m_catalog->find(m_model->currentData().toString().toStdString());
  if (chosen != nullptr) {
    const Model* before = model();
    const QString drug = spec() == nullptr ? QString() : changedDrug(*spec(), *chosen, before);
    edit(tr("change model"), {}, [&](ScenarioSpec& next) {
      next = adaptToModel(next, *chosen, before);
      dropIdleInteractions(next, *chosen, m_catalog->catalog());
    });
    if (!drug.isEmpty()) {
      Q_EMIT notice(drug);
    }
  }
}

void EditorPanel::chooseRoute() {
  const std::string id = m_route->currentData().toString().toStdString();
  const Model* now = model();
  const Route* route = now == nullptr ? nullptr : now->route(id);
  if (now != nullptr && id == free_route_prefix && !now->free_routes.empty()) {
    // The compartment that the dose went into so far is the nearest one.
    const Route* before =
        m_doseIndex < spec()->doses.size() ? now->route(spec()->doses[m_doseIndex].route) : nullptr;
    route = &now->free_routes.front();
    if (before != nullptr && !before->into.empty()) {
      const auto into = static_cast<std::size_t>(before->into.front());
      route = now->route(free_route(now->compartments[into].name));
    }
  }
  if (route == nullptr) {
    show();
    return;
  }
  setRoute(*route);
}

void EditorPanel::setRoute(const Route& route) {
  editDose(tr("change route"), {}, [&](DoseSpec& dose) { giveBy(dose, route); });
}

void EditorPanel::fillModels() {
  const QSignalBlocker quiet(m_model);
  m_model->clear();
  for (const CatalogEntry& entry : m_catalog->catalog().entries) {
    const QString id = QString::fromStdString(entry.id);
    if (entry.model) {
      m_model->addItem(id, id);
      m_model->setItemData(m_model->count() - 1, inWords(entry.model->title), Qt::ToolTipRole);
    } else {
      addDisabled(m_model, id, id, QString::fromStdString(format(entry.diagnostics)));
    }
  }
}

void EditorPanel::fillRoutes(const Model* model) {
  if (model == m_routesOf && model != nullptr) {
    return;
  }
  m_routesOf = model;
  const QSignalBlocker quiet(m_route);
  m_route->clear();
  if (model == nullptr) {
    return;
  }
  for (const RouteChoice& choice : routeChoices(*model, m_catalog->catalog())) {
    const QString id = QString::fromStdString(choice.id);
    const QString label = QString::fromStdString(choice.label);
    if (choice.available) {
      m_route->addItem(label, id);
      m_route->setItemData(m_route->count() - 1, choice.reason, Qt::ToolTipRole);
    } else {
      addDisabled(m_route, label, id, choice.reason);
    }
  }
  if (!model->free_routes.empty()) {
    m_route->insertSeparator(m_route->count());
    m_route->addItem(tr("into a compartment (free dosing)"), anyCompartment());
    m_route->setItemData(m_route->count() - 1,
                         tr("For trying out only: no study gives the drug so."), Qt::ToolTipRole);
  }
}

void EditorPanel::fillEffects(const Model* model) {
  if (model == m_effectsOf && model != nullptr) {
    return;
  }
  m_effectsOf = model;
  m_outputs->setModel(model);
  m_effects->setChoices(model == nullptr ? std::vector<EffectChoice>()
                                         : effectChoices(*model, m_catalog->catalog()));
}

void EditorPanel::show() {
  const ScenarioSpec* now = spec();
  setEnabled(now != nullptr);
  if (now == nullptr) {
    return;
  }
  m_showing = true;
  for (const auto& [widget, toolTip] : std::exchange(m_locked, {})) {
    widget->setEnabled(true);
    widget->setToolTip(toolTip);
  }
  const Model* shown = model();
  const int place = m_model->findData(QString::fromStdString(now->model));
  m_model->setCurrentIndex(place);
  m_model->setToolTip(shown == nullptr ? QString() : inWords(shown->title));
  m_card->setEnabled(shown != nullptr);
  QString about;
  if (shown != nullptr) {
    about = inWords(shown->title);
    if (shown->grade != Grade::published) {
      const QString grade = QString::fromStdString(std::string(to_text(shown->grade)));
      // Many reasons begin with the grade itself; it is said once.
      const bool said =
          QString::fromStdString(shown->grade_reason).startsWith(grade, Qt::CaseInsensitive);
      const QString reason = inWords(shown->grade_reason);
      about += QLatin1Char('\n');
      about += said ? reason : QStringLiteral("%1: %2").arg(inWords(to_text(shown->grade)), reason);
    }
  } else if (m_catalog->isLoaded()) {
    about = tr("The library has no model “%1”. Choose another one.")
                .arg(QString::fromStdString(now->model));
  }
  m_grade->setText(about);
  m_grade->setVisible(!about.isEmpty());
  fillRoutes(shown);
  fillEffects(shown);
  m_effects->setChosen(now->effects);
  m_outputs->setChosen(now->outputs);
  rebuildCovariates(shown);
  showDose(*now, shown);
  m_until->setMeasure(now->sampling.until);
  const auto weight = now->subject.find("WT");
  m_weight->setMeasure(weight == now->subject.end() ? Measure{dose_weight_kg({}, shown), "kg"}
                                                    : weight->second);
  for (const auto& [name, field] : m_numbers) {
    const auto typed = now->subject.find(name);
    const auto& covariate =
        shown->covariates[static_cast<std::size_t>(shown->covariate_index(name))];
    field->setMeasure(typed == now->subject.end()
                          ? Measure{covariate.standard / covariate.unit.factor, covariate.unit_text}
                          : typed->second);
  }
  for (const auto& [name, box] : m_choices) {
    const auto typed = now->categories.find(name);
    const auto& covariate =
        shown->covariates[static_cast<std::size_t>(shown->covariate_index(name))];
    std::string label = typed == now->categories.end() ? std::string() : typed->second;
    if (label.empty()) {
      const auto standardLabel = std::ranges::find_if(covariate.categories, [&](const auto& entry) {
        return entry.second == covariate.standard;
      });
      label = standardLabel == covariate.categories.end() ? std::string() : standardLabel->first;
    }
    box->setCurrentIndex(box->findData(QString::fromStdString(label)));
  }
  greyIdle(*now, shown);
  lock();
  m_showing = false;
  if (std::exchange(m_toldDose, m_doseIndex) != m_doseIndex) {
    Q_EMIT doseChanged(static_cast<int>(m_doseIndex));
  }
}

void EditorPanel::showDose(const ScenarioSpec& now, const Model* shown) {
  m_doseGroup->setEnabled(now.events.empty());
  m_doseIndex = now.doses.empty() ? 0 : std::min(m_doseIndex, now.doses.size() - 1);
  {
    const QSignalBlocker quiet(m_dose);
    if (m_dose->count() != static_cast<int>(now.doses.size())) {
      m_dose->clear();
      for (std::size_t i = 0; i < now.doses.size(); ++i) {
        m_dose->addItem(tr("dose %1 of %2").arg(i + 1).arg(now.doses.size()));
      }
    }
    m_dose->setCurrentIndex(static_cast<int>(m_doseIndex));
  }
  greyBecause(m_dose, now.doses.size() > 1 ? QString() : tr("There is one dose only."));
  m_removeDose->setEnabled(now.doses.size() > 1);
  m_removeDose->setToolTip(now.doses.size() > 1
                               ? tr("Remove this dose from the schedule")
                               : tr("This is the only dose: change it, or remove the scenario."));
  m_addDose->setEnabled(shown != nullptr);
  if (now.doses.empty()) {
    m_routeNote->setText(now.events.empty() ? tr("No dose yet. Press + to add one.")
                                            : tr("The doses come from the event table %1.")
                                                  .arg(QString::fromStdString(now.events)));
    m_routeNote->setVisible(true);
    showCompartment({}, shown);
    return;
  }
  const DoseSpec& dose = now.doses[m_doseIndex];
  const Route* route = shown == nullptr ? nullptr : shown->route(dose.route);
  m_route->setCurrentIndex(m_route->findData(
      freely_dosed(dose.route) ? anyCompartment() : QString::fromStdString(dose.route)));
  showCompartment(dose, shown);
  QString note = route == nullptr ? QString() : inWords(route->note);
  if (route != nullptr && !route->grade.empty() && route->grade != "published") {
    note = QStringLiteral("%1. %2").arg(inWords(route->grade), note);
  }
  m_routeNote->setText(note);
  m_routeNote->setVisible(!note.isEmpty());
  m_amount->setMeasure(dose.amount);
  const QString present = QString::fromStdString(dose.amount.unit);
  m_amount->greyUnits([&](const QString& unit) { return doseUnitProblem(present, unit, shown); });
  m_start->setMeasure(dose.start);
  const bool infusion = route == nullptr || route->infusion;
  m_duration->setEnabled(infusion);
  m_duration->setMeasure(dose.duration);
  m_duration->setDescription(tr("Duration"),
                             infusion ? tr("How long the dose is infused; empty for a single push")
                                      : tr("This route takes its dose at once."));
  if (dose.rate) {
    m_duration->lineEdit()->setPlaceholderText(tr("at %1").arg(inWords(to_text(*dose.rate))));
  } else {
    m_duration->setOptional(tr("at once"));
  }
  m_repeats->setValue(dose.repeats);
  showDrug(now, shown);
  showByHand(now);
  m_interval->setMeasure(dose.interval);
  const bool repeated = dose.repeats > 0 || dose.steady_state;
  m_interval->setEnabled(repeated);
  m_interval->setDescription(tr("Every"),
                             repeated ? tr("Time between repeated doses")
                                      : tr("The dose is given once: choose repeats first."));
}

}  // namespace ketascope
