// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor_panel.hpp"

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

#include "ketascope/units/number.hpp"
#include "viewmodel/scenario_editing.hpp"
#include "widgets/effect_button.hpp"
#include "widgets/form_parts.hpp"

namespace ketascope {

EditorPanel::EditorPanel(ScenarioDocument* document, const ModelCatalog* catalog, QWidget* parent)
    : QWidget(parent), m_document(document), m_catalog(catalog) {
  build();
  connect(document, &ScenarioDocument::changed, this, &EditorPanel::show);
  connect(catalog, &ModelCatalog::loaded, this, [this] {
    m_covariatesOf = nullptr;
    m_routesOf = nullptr;
    m_effectsOf = nullptr;
    fillModels();
    show();
  });
  fillModels();
  show();
}

void EditorPanel::build() {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 4, 0);
  column->addWidget(buildModel());
  column->addWidget(buildDose());
  column->addWidget(buildSubject());
  column->addStretch(1);
}

QGroupBox* EditorPanel::buildModel() {
  auto* group = new QGroupBox(tr("Model"), this);
  auto* form = newForm(group);
  auto* row = new QWidget(group);
  auto* line = new QHBoxLayout(row);
  line->setContentsMargins(0, 0, 0, 0);
  m_model = new QuietComboBox(row);
  m_model->setAccessibleName(tr("Model"));
  m_card = new QToolButton(row);
  m_card->setText(tr("&Card…"));
  m_card->setFocusPolicy(Qt::StrongFocus);
  m_card->setToolTip(tr("Where this model comes from: study, parameters, sources, limits"));
  line->addWidget(m_model, 1);
  line->addWidget(m_card);
  form->addRow(mnemonic(tr("&Model"), m_model, group), row);
  m_grade = newNote(group);
  form->addRow(m_grade);
  m_effects = new EffectButton(group);
  form->addRow(mnemonic(tr("E&ffects"), m_effects, group), m_effects);
  connect(m_effects, &EffectButton::chosen, this, [this](const std::vector<std::string>& ids) {
    edit(tr("choose effects"), {}, [&](ScenarioSpec& next) { next.effects = ids; });
  });
  connect(m_model, &QComboBox::activated, this, &EditorPanel::chooseModel);
  connect(m_card, &QToolButton::clicked, this, [this] {
    if (const ScenarioSpec* now = spec()) {
      Q_EMIT cardWanted(QString::fromStdString(now->model));
    }
  });
  return group;
}

QGroupBox* EditorPanel::buildDose() {
  m_doseGroup = new QGroupBox(tr("Dose"), this);
  auto* form = newForm(m_doseGroup);

  auto* row = new QWidget(m_doseGroup);
  auto* line = new QHBoxLayout(row);
  line->setContentsMargins(0, 0, 0, 0);
  m_dose = new QuietComboBox(row);
  m_dose->setAccessibleName(tr("Dose of the schedule"));
  m_addDose = new QToolButton(row);
  m_addDose->setText(QStringLiteral("+"));
  m_addDose->setAccessibleName(tr("Add a dose"));
  m_addDose->setToolTip(tr("Add a dose to the schedule of this scenario"));
  m_removeDose = new QToolButton(row);
  m_removeDose->setText(QStringLiteral("−"));
  m_removeDose->setAccessibleName(tr("Remove this dose"));
  m_removeDose->setToolTip(tr("Remove this dose from the schedule"));
  m_addDose->setFocusPolicy(Qt::StrongFocus);
  m_removeDose->setFocusPolicy(Qt::StrongFocus);
  line->addWidget(m_dose, 1);
  line->addWidget(m_addDose);
  line->addWidget(m_removeDose);
  form->addRow(mnemonic(tr("Sche&dule"), m_dose, m_doseGroup), row);

  m_route = new QuietComboBox(m_doseGroup);
  m_route->setAccessibleName(tr("Route"));
  form->addRow(mnemonic(tr("&Route"), m_route, m_doseGroup), m_route);
  m_routeNote = newNote(m_doseGroup);
  form->addRow(m_routeNote);

  const auto dose = [this](auto member) {
    return [this, member](ScenarioSpec& next, const std::optional<Measure>& measure) {
      if (m_doseIndex < next.doses.size() && measure) {
        next.doses[m_doseIndex].*member = *measure;
      }
    };
  };
  m_amount =
      addMeasure(form, tr("&Amount"), tr("Amount of drug per dose, total or per body weight"),
                 doseUnits(), QStringLiteral("amount"), dose(&DoseSpec::amount));
  m_amount->setConverter([this](const Measure& from, const QString& to) -> std::optional<double> {
    const auto source = parse_unit(from.unit);
    const auto target = parse_unit(to.toStdString());
    if (!source || !target) {
      return std::nullopt;
    }
    const int sourcePer = source->dimension.body_mass;
    const int targetPer = target->dimension.body_mass;
    const Unit plain{source->factor, dimensions::drug_mass};
    const Unit wanted{target->factor, dimensions::drug_mass};
    if (sourcePer == targetPer || source->dimension.molar != 0 || target->dimension.molar != 0) {
      return std::nullopt;
    }
    const auto amount = convert(from.value, plain, wanted);
    if (!amount) {
      return std::nullopt;
    }
    return sourcePer < targetPer ? *amount * weightKg() : *amount / weightKg();
  });
  m_duration =
      addMeasure(form, tr("D&uration"), tr("How long the dose is infused; empty for a single push"),
                 timeUnits(), QStringLiteral("duration"),
                 [this](ScenarioSpec& next, const std::optional<Measure>& measure) {
                   if (m_doseIndex < next.doses.size()) {
                     next.doses[m_doseIndex].duration = measure;
                     next.doses[m_doseIndex].rate.reset();
                   }
                 });
  m_duration->setOptional(tr("at once"));
  m_start = addMeasure(form, tr("&Start"), tr("Time after the start of the scenario"), timeUnits(),
                       QStringLiteral("start"), dose(&DoseSpec::start));

  m_repeats = new QSpinBox(m_doseGroup);
  m_repeats->setRange(0, 9999);
  m_repeats->setSpecialValueText(tr("given once"));
  m_repeats->setAccessibleName(tr("Repeats"));
  m_repeats->setToolTip(tr("Further doses after the first"));
  form->addRow(mnemonic(tr("Re&peats"), m_repeats, m_doseGroup), m_repeats);
  m_interval = addMeasure(form, tr("&Every"), tr("Time between repeated doses"), timeUnits(),
                          QStringLiteral("interval"),
                          [this](ScenarioSpec& next, const std::optional<Measure>& measure) {
                            if (m_doseIndex < next.doses.size() && measure) {
                              next.doses[m_doseIndex].interval = measure;
                            }
                          });

  connect(m_dose, &QComboBox::activated, this, &EditorPanel::setDose);
  connect(m_addDose, &QToolButton::clicked, this, [this] {
    edit(tr("add dose"), {}, [this](ScenarioSpec& next) {
      DoseSpec copy =
          next.doses.empty() ? defaultScenario(*model()).doses.front() : next.doses.at(m_doseIndex);
      if (!next.doses.empty() && copy.start.value == 0.0) {
        copy.start = {2.0, "h"};
      } else if (!next.doses.empty()) {
        copy.start.value *= 2;
      }
      next.doses.push_back(copy);
      m_doseIndex = next.doses.size() - 1;
    });
  });
  connect(m_removeDose, &QToolButton::clicked, this, [this] {
    edit(tr("remove dose"), {}, [this](ScenarioSpec& next) {
      if (next.doses.size() > 1) {
        next.doses.erase(next.doses.begin() + static_cast<std::ptrdiff_t>(m_doseIndex));
        m_doseIndex = std::min(m_doseIndex, next.doses.size() - 1);
      }
    });
  });
  connect(m_route, &QComboBox::activated, this, &EditorPanel::chooseRoute);
  connect(m_repeats, &QSpinBox::valueChanged, this, [this](int repeats) {
    editDose(tr("change repeats"), QStringLiteral("repeats"), [repeats](DoseSpec& now) {
      now.repeats = repeats;
      if (repeats > 0 && !now.interval) {
        now.interval = Measure{8.0, "h"};
      }
    });
  });
  return m_doseGroup;
}

QGroupBox* EditorPanel::buildSubject() {
  auto* group = new QGroupBox(tr("Subject and time"), this);
  m_subject = newForm(group);
  m_until = addMeasure(m_subject, tr("Sh&ow until"), tr("How long the curve is followed"),
                       timeUnits(), QStringLiteral("until"),
                       [](ScenarioSpec& next, const std::optional<Measure>& measure) {
                         if (measure) {
                           next.sampling.until = *measure;
                         }
                       });
  m_weight = addMeasure(m_subject, tr("Body &weight"), tr("Doses per kg refer to it"),
                        weightUnits(), QStringLiteral("WT"),
                        [](ScenarioSpec& next, const std::optional<Measure>& measure) {
                          if (measure) {
                            next.subject["WT"] = *measure;
                          }
                        });
  m_fixedRows = m_subject->rowCount();
  return group;
}

MeasureEdit* EditorPanel::addMeasure(
    QFormLayout* form, const QString& label, const QString& toolTip, const QStringList& units,
    const QString& key, std::function<void(ScenarioSpec&, const std::optional<Measure>&)> apply) {
  auto* field = new MeasureEdit(units, form->parentWidget());
  QString plain = label;
  plain.remove(QLatin1Char('&'));
  field->setDescription(plain, toolTip);
  form->addRow(mnemonic(label, field, form->parentWidget()), field);
  connect(field, &MeasureEdit::edited, this,
          [this, apply = std::move(apply), key, plain](const std::optional<Measure>& measure) {
            edit(tr("change %1").arg(plain.toLower()), key,
                 [&](ScenarioSpec& next) { apply(next, measure); });
          });
  connect(field, &MeasureEdit::invalid, this, [this, plain](const QString& message) {
    Q_EMIT invalid(QStringLiteral("%1: %2").arg(plain, message));
  });
  connect(field, &MeasureEdit::left, m_document, &ScenarioDocument::endMerge);
  m_fields[key.toStdString()] = field;
  return field;
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
  if (const ScenarioSpec* now = spec()) {
    if (const auto weight = now->subject.find("WT"); weight != now->subject.end()) {
      return to_internal(weight->second, dimensions::body_mass).value_or(70.0);
    }
  }
  return 70.0;
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
  Q_EMIT doseChanged(static_cast<int>(m_doseIndex));
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
      QString text = QString::fromStdString(diagnostic.message);
      if (!diagnostic.hint.empty()) {
        text += QLatin1Char('\n') + QString::fromStdString(diagnostic.hint);
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
    edit(tr("change model"), {}, [&](ScenarioSpec& next) { next = adaptToModel(next, *chosen); });
  }
}

void EditorPanel::chooseRoute() {
  const std::string id = m_route->currentData().toString().toStdString();
  const Model* now = model();
  const Route* route = now == nullptr ? nullptr : now->route(id);
  if (route == nullptr) {
    show();
    return;
  }
  editDose(tr("change route"), {}, [&](DoseSpec& dose) {
    dose.route = id;
    if (!route->infusion) {
      dose.duration.reset();
      dose.rate.reset();
    }
  });
}

void EditorPanel::fillModels() {
  const QSignalBlocker quiet(m_model);
  m_model->clear();
  for (const CatalogEntry& entry : m_catalog->catalog().entries) {
    const QString id = QString::fromStdString(entry.id);
    if (entry.model) {
      m_model->addItem(id, id);
      m_model->setItemData(m_model->count() - 1, QString::fromStdString(entry.model->title),
                           Qt::ToolTipRole);
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
}

void EditorPanel::fillEffects(const Model* model) {
  if (model == m_effectsOf && model != nullptr) {
    return;
  }
  m_effectsOf = model;
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
  const Model* shown = model();
  const int place = m_model->findData(QString::fromStdString(now->model));
  m_model->setCurrentIndex(place);
  m_model->setToolTip(shown == nullptr ? QString() : QString::fromStdString(shown->title));
  m_card->setEnabled(shown != nullptr);
  QString about;
  if (shown != nullptr) {
    about = QString::fromStdString(shown->title);
    if (shown->grade != Grade::published) {
      about += QStringLiteral("\n%1: %2")
                   .arg(QString::fromStdString(std::string(to_text(shown->grade))),
                        QString::fromStdString(shown->grade_reason));
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
  rebuildCovariates(shown);
  showDose(*now, shown);
  m_until->setMeasure(now->sampling.until);
  const auto weight = now->subject.find("WT");
  const int weightIndex = shown == nullptr ? -1 : shown->covariate_index("WT");
  const double standard =
      weightIndex < 0 ? 70.0 : shown->covariates[static_cast<std::size_t>(weightIndex)].standard;
  m_weight->setMeasure(weight == now->subject.end() ? Measure{standard, "kg"} : weight->second);
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
  m_showing = false;
}

void EditorPanel::showDose(const ScenarioSpec& now, const Model* shown) {
  m_doseGroup->setEnabled(now.events.empty());
  m_doseIndex = now.doses.empty() ? 0 : std::min(m_doseIndex, now.doses.size() - 1);
  {
    const QSignalBlocker quiet(m_dose);
    m_dose->clear();
    for (std::size_t i = 0; i < now.doses.size(); ++i) {
      m_dose->addItem(tr("dose %1 of %2").arg(i + 1).arg(now.doses.size()));
    }
    m_dose->setCurrentIndex(static_cast<int>(m_doseIndex));
  }
  m_dose->setEnabled(now.doses.size() > 1);
  m_removeDose->setEnabled(now.doses.size() > 1);
  m_addDose->setEnabled(shown != nullptr);
  if (now.doses.empty()) {
    m_routeNote->setText(now.events.empty() ? tr("No dose yet. Press + to add one.")
                                            : tr("The doses come from the event table %1.")
                                                  .arg(QString::fromStdString(now.events)));
    m_routeNote->setVisible(true);
    return;
  }
  const DoseSpec& dose = now.doses[m_doseIndex];
  const Route* route = shown == nullptr ? nullptr : shown->route(dose.route);
  m_route->setCurrentIndex(m_route->findData(QString::fromStdString(dose.route)));
  QString note = route == nullptr ? QString() : QString::fromStdString(route->note);
  if (route != nullptr && !route->grade.empty() && route->grade != "published") {
    note = QStringLiteral("%1. %2").arg(QString::fromStdString(route->grade), note);
  }
  m_routeNote->setText(note);
  m_routeNote->setVisible(!note.isEmpty());
  m_amount->setMeasure(dose.amount);
  m_start->setMeasure(dose.start);
  const bool infusion = route == nullptr || route->infusion;
  m_duration->setEnabled(infusion);
  m_duration->setMeasure(dose.duration);
  m_duration->setDescription(tr("Duration"),
                             infusion ? tr("How long the dose is infused; empty for a single push")
                                      : tr("This route takes its dose at once."));
  if (dose.rate) {
    m_duration->lineEdit()->setPlaceholderText(
        tr("at %1").arg(QString::fromStdString(to_text(*dose.rate))));
  } else {
    m_duration->setOptional(tr("at once"));
  }
  m_repeats->setValue(dose.repeats);
  m_interval->setMeasure(dose.interval);
  m_interval->setEnabled(dose.repeats > 0 || dose.steady_state);
}

void EditorPanel::rebuildCovariates(const Model* shown) {
  if (shown == m_covariatesOf && shown != nullptr) {
    return;
  }
  m_covariatesOf = shown;
  while (m_subject->rowCount() > m_fixedRows) {
    m_subject->removeRow(m_subject->rowCount() - 1);
  }
  for (const auto& entry : m_numbers) {
    m_fields.erase(entry.first);
  }
  m_numbers.clear();
  m_choices.clear();
  if (shown == nullptr) {
    return;
  }
  for (const Covariate& covariate : shown->covariates) {
    if (covariate.name == "WT") {
      continue;
    }
    const QString name = QString::fromStdString(covariate.name);
    QString label = QString::fromStdString(covariate.description.empty() ? covariate.name
                                                                         : covariate.description);
    const QString toolTip =
        QStringLiteral("%1: %2\n%3").arg(name, label, QString::fromStdString(covariate.source));
    // Long explanations belong into the tool tip.
    label = label.size() <= 18 ? label : name;
    if (!label.isEmpty()) {
      label[0] = label[0].toUpper();
    }
    if (!covariate.categories.empty()) {
      auto* box = new QuietComboBox(m_subject->parentWidget());
      std::vector<std::pair<double, std::string>> sorted;
      for (const auto& [category, code] : covariate.categories) {
        sorted.emplace_back(code, category);
      }
      std::ranges::sort(sorted);
      for (const auto& entry : sorted) {
        const QString text = QString::fromStdString(entry.second);
        box->addItem(text, text);
      }
      box->setAccessibleName(label);
      box->setToolTip(toolTip);
      m_subject->addRow(mnemonic(label, box, m_subject->parentWidget()), box);
      connect(box, &QComboBox::activated, this, [this, box, key = covariate.name] {
        const std::string chosen = box->currentData().toString().toStdString();
        edit(tr("change %1").arg(QString::fromStdString(key)), {}, [&](ScenarioSpec& next) {
          next.categories[key] = chosen;
          next.subject.erase(key);
        });
      });
      m_choices[covariate.name] = box;
      continue;
    }
    m_numbers[covariate.name] =
        addMeasure(m_subject, label, toolTip, unitsFor(covariate), name,
                   [key = covariate.name](ScenarioSpec& next, const std::optional<Measure>& value) {
                     if (value) {
                       next.subject[key] = *value;
                     }
                   });
  }
}

}  // namespace ketascope
