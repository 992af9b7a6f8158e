// SPDX-License-Identifier: GPL-3.0-or-later
// What a dose has that is not the model's: the compartment it is put into, its F and its lag.
#include <QComboBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>

#include "viewmodel/dose_by_hand.hpp"
#include "viewmodel/number_text.hpp"
#include "viewmodel/scenario_editing.hpp"
#include "widgets/editor_panel.hpp"
#include "widgets/form_parts.hpp"
#include "widgets/form_rows.hpp"

namespace ketascope {

void EditorPanel::buildCompartment(QFormLayout* form) {
  m_compartment = new QuietComboBox(m_doseGroup);
  m_compartment->setAccessibleName(tr("Compartment"));
  form->addRow(mnemonic(tr("Compartment"), m_compartment, m_doseGroup), m_compartment);
  connect(m_compartment, &QComboBox::activated, this, [this] {
    const Model* now = model();
    const std::string id = m_compartment->currentData().toString().toStdString();
    if (const Route* route = now == nullptr ? nullptr : now->route(id)) {
      setRoute(*route);
    }
  });
}

void EditorPanel::showCompartment(const DoseSpec& dose, const Model* shown) {
  const bool free = shown != nullptr && freely_dosed(dose.route).has_value();
  showRow(m_doseForm, m_compartment, free);
  if (!free) {
    return;
  }
  const QSignalBlocker quiet(m_compartment);
  m_compartment->clear();
  for (const DoseChoice& choice : compartmentChoices(*shown)) {
    m_compartment->addItem(choice.label, QString::fromStdString(choice.id));
    m_compartment->setItemData(m_compartment->count() - 1, choice.about, Qt::ToolTipRole);
  }
  const int place = m_compartment->findData(QString::fromStdString(dose.route));
  m_compartment->setCurrentIndex(place);
  m_compartment->setToolTip(m_compartment->itemData(place, Qt::ToolTipRole).toString());
}

void EditorPanel::buildByHand(QFormLayout* form) {
  m_more = new QToolButton(m_doseGroup);
  m_more->setText(tr("Lag and bioavailability"));
  m_more->setToolTip(tr("Give this dose its own lag time and bioavailability"));
  m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  m_more->setArrowType(Qt::RightArrow);
  m_more->setAutoRaise(true);
  m_more->setCheckable(true);
  m_more->setFocusPolicy(Qt::StrongFocus);
  form->addRow(m_more);
  auto* fields = new QWidget(m_doseGroup);
  m_doseGroup->layout()->addWidget(fields);
  form = newForm(fields);
  QMargins margins = form->contentsMargins();
  margins.setTop(0);
  form->setContentsMargins(margins);
  fields->hide();
  m_lag = addMeasure(form, tr("Lag"), tr("Time before the dose enters; empty for the model's own"),
                     timeUnits(), QStringLiteral("lag"),
                     [this](ScenarioSpec& next, const std::optional<Measure>& measure) {
                       if (m_doseIndex < next.doses.size()) {
                         next.doses[m_doseIndex].lag = measure;
                       }
                     });
  m_F = addMeasure(
      form, tr("Bioavailability F"),
      tr("Part of the dose that enters the model, like 0.5 or 50 %; empty for the model's own. A "
         "first pass that the model describes comes after it."),
      {QString(), QStringLiteral("%")}, QStringLiteral("F"),
      [this](ScenarioSpec& next, const std::optional<Measure>& measure) {
        if (m_doseIndex < next.doses.size()) {
          next.doses[m_doseIndex].F = measure;
        }
      });
  m_modelsOwn = newNote(fields);
  m_modelsOwn->setAccessibleName(tr("Lag and bioavailability in the model, with their source"));
  form->addRow(m_modelsOwn);
  connect(m_more, &QToolButton::toggled, this, [this] {
    if (const ScenarioSpec* now = spec()) {
      showByHand(*now);
    }
  });
}

/// What is set by hand is never out of sight.
void EditorPanel::showByHand(const ScenarioSpec& now) {
  const DoseSpec& dose = now.doses[m_doseIndex];
  const bool set = dose.F || dose.lag;
  const bool open = set || m_more->isChecked();
  m_more->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
  m_lag->parentWidget()->setVisible(open);
  m_F->setMeasure(dose.F);
  m_lag->setMeasure(dose.lag);
  if (!open) {
    return;
  }
  const auto own = modelsOwn(now, m_doseIndex, m_catalog->share(now.model));
  m_F->setOptional(own ? tr("model: %1").arg(numberText(own->F, 3)) : tr("as the model"));
  m_lag->setOptional(own ? tr("model: %1").arg(durationText(own->lag_h)) : tr("as the model"));
  QString about = own ? own->about : QString();
  if (set) {
    about = tr("Set by hand for this dose, not taken from the model.") + QLatin1Char('\n') + about;
  }
  m_modelsOwn->setText(about.trimmed());
}

}  // namespace ketascope
