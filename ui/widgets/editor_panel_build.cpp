// SPDX-License-Identifier: GPL-3.0-or-later
// How the form is put together.
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "viewmodel/dose_choices.hpp"
#include "viewmodel/scenario_editing.hpp"
#include "widgets/editor_panel.hpp"
#include "widgets/effect_button.hpp"
#include "widgets/form_parts.hpp"
#include "widgets/output_button.hpp"

namespace ketascope {

void EditorPanel::build() {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 4, 0);
  column->addWidget(buildModel());
  column->addWidget(buildSubject());
  column->addWidget(buildDose());
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
  m_outputs = new OutputButton(group);
  form->addRow(mnemonic(tr("Curves"), m_outputs, group), m_outputs);
  connect(m_outputs, &OutputButton::chosen, this, [this](const std::vector<std::string>& names) {
    edit(tr("choose curves"), {}, [&](ScenarioSpec& next) { next.outputs = names; });
  });
  m_effects = new EffectButton(group);
  form->addRow(mnemonic(tr("Effects"), m_effects, group), m_effects);
  connect(m_effects, &EffectButton::chosen, this, [this](const std::vector<std::string>& ids) {
    edit(tr("choose effects"), {}, [&](ScenarioSpec& next) { chooseEffects(next, ids); });
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
  // The fields that are seldom wanted are a form of their own, hidden as a whole: QFormLayout of Qt
  // 6.4 still writes to the places of hidden rows, which lie behind its list when they are the
  // last.
  auto* column = new QVBoxLayout(m_doseGroup);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  auto* fields = new QWidget(m_doseGroup);
  auto* form = newForm(fields);
  m_doseForm = form;
  column->addWidget(fields);

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
  buildCompartment(form);
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
  m_amount->setConverter([this](const Measure& from, const QString& to) {
    return amountIn(from, to, model(), weightKg());
  });
  m_amountNote = newNote(m_doseGroup);
  m_amountNote->setAccessibleName(tr("The same amount in total and per body weight"));
  form->addRow(m_amountNote);
  buildDrug(form);
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
  m_duration->setAboveZero();
  m_start = addMeasure(form, tr("&Start"), tr("Time after the start of the scenario"), timeUnits(),
                       QStringLiteral("start"), dose(&DoseSpec::start));

  m_repeats = new QSpinBox(m_doseGroup);
  m_repeats->setRange(0, 9999);
  m_repeats->setSpecialValueText(tr("given once"));
  m_repeats->setAccessibleName(tr("Repeats"));
  m_repeats->setToolTip(tr("Further doses after the first"));
  form->addRow(mnemonic(tr("Re&peats"), m_repeats, m_doseGroup), m_repeats);
  m_interval = addMeasure(form, tr("Ever&y"), tr("Time between repeated doses"), timeUnits(),
                          QStringLiteral("interval"),
                          [this](ScenarioSpec& next, const std::optional<Measure>& measure) {
                            if (m_doseIndex < next.doses.size() && measure) {
                              next.doses[m_doseIndex].interval = measure;
                            }
                          });
  m_interval->setAboveZero();
  m_steadyState = new QCheckBox(tr("At steady state"), m_doseGroup);
  form->addRow(m_steadyState);
  buildByHand(form);
  connect(m_steadyState, &QCheckBox::clicked, this, [this](bool on) {
    editDose(on ? tr("begin at steady state") : tr("begin without drug"), {}, [on](DoseSpec& now) {
      now.steady_state = on;
      if (on && !now.interval) {
        now.interval = Measure{8.0, "h"};
      }
    });
  });

  connect(m_dose, &QComboBox::activated, this, &EditorPanel::setDose);
  connect(m_addDose, &QToolButton::clicked, this, [this] {
    edit(tr("add dose"), {}, [this](ScenarioSpec& next) {
      next.doses.push_back(nextDose(next, *model()));
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
  connect(m_repeats, &QSpinBox::editingFinished, m_document, &ScenarioDocument::endMerge);
  m_repeats->installEventFilter(new UndoOfWindow(m_repeats));
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
  m_until->setAboveZero();
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

}  // namespace ketascope
