// SPDX-License-Identifier: GPL-3.0-or-later
// What a dose is an amount of: its form and salt, and the same amount per body weight.
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QSignalBlocker>

#include "viewmodel/dose_choices.hpp"
#include "widgets/editor_panel.hpp"
#include "widgets/form_parts.hpp"

namespace ketascope {
namespace {

void fill(QComboBox* box, const std::vector<DoseChoice>& choices, const std::string& chosen) {
  const QSignalBlocker quiet(box);
  box->clear();
  for (const DoseChoice& choice : choices) {
    const QString id = QString::fromStdString(choice.id);
    if (choice.available) {
      box->addItem(choice.label, id);
      box->setItemData(box->count() - 1, choice.about, Qt::ToolTipRole);
    } else {
      addDisabled(box, choice.label, id, choice.about);
    }
  }
  int place = box->findData(QString::fromStdString(chosen));
  if (place < 0 && !box->count()) {
    return;
  }
  // The model's own form may be written out, too.
  place = place < 0 ? 0 : place;
  box->setCurrentIndex(place);
  box->setToolTip(box->itemData(place, Qt::ToolTipRole).toString());
}

}  // namespace

void EditorPanel::buildDrug(QFormLayout* form) {
  m_form = new QuietComboBox(m_doseGroup);
  m_form->setAccessibleName(tr("Drug form"));
  form->addRow(mnemonic(tr("Drug form"), m_form, m_doseGroup), m_form);
  m_basis = new QuietComboBox(m_doseGroup);
  m_basis->setAccessibleName(tr("Amount of"));
  form->addRow(mnemonic(tr("Amount of"), m_basis, m_doseGroup), m_basis);
  connect(m_form, &QComboBox::activated, this, [this] {
    const std::string id = m_form->currentData().toString().toStdString();
    editDose(tr("change drug form"), {}, [&](DoseSpec& dose) { dose.form = id; });
  });
  connect(m_basis, &QComboBox::activated, this, [this] {
    const std::string id = m_basis->currentData().toString().toStdString();
    editDose(tr("change salt"), {}, [&](DoseSpec& dose) { dose.basis = id; });
  });
}

void EditorPanel::showDrug(const ScenarioSpec& now, const Model* shown) {
  const DoseSpec& dose = now.doses[m_doseIndex];
  m_form->setEnabled(shown != nullptr);
  m_basis->setEnabled(shown != nullptr);
  if (shown == nullptr) {
    m_amountNote->clear();
    return;
  }
  fill(m_form, formChoices(*shown), dose.form);
  fill(m_basis, basisChoices(*shown), dose.basis);
  const QString beside = amountBeside(dose, *shown, weightKg());
  m_amountNote->setText(beside);
  m_amountNote->setVisible(!beside.isEmpty());
  const QString reason = steadyStateReason(now, m_doseIndex, *shown);
  m_steadyState->setChecked(dose.steady_state);
  m_steadyState->setEnabled(reason.isEmpty() || dose.steady_state);
  m_steadyState->setToolTip(
      reason.isEmpty() ? tr("The schedule has been running for ever when the scenario begins; the "
                            "time between doses says how often")
                       : reason);
}

}  // namespace ketascope
