// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/interaction_row.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "viewmodel/scenario_editing.hpp"
#include "viewmodel/words_in_use.hpp"
#include "widgets/form_parts.hpp"
#include "widgets/form_rows.hpp"

namespace ketascope {
namespace {

constexpr int indent = 20;  // as far as the word beside a check box
const QString ownDoses = QStringLiteral("own doses");

QStringList amountUnits() {
  return {QStringLiteral("mg"), QStringLiteral("ug"), QStringLiteral("mg/kg")};
}

QToolButton* smallButton(const QString& text, const QString& name, QWidget* parent) {
  auto* button = new QToolButton(parent);
  button->setText(text);
  button->setAccessibleName(name);
  button->setToolTip(name);
  button->setFocusPolicy(Qt::StrongFocus);
  return button;
}

}  // namespace

InteractionRow::InteractionRow(std::string perpetrator, QWidget* parent)
    : QWidget(parent), m_id(std::move(perpetrator)), m_check(new QCheckBox(this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(2);
  column->addWidget(m_check);
  m_check->setText(QString::fromStdString(m_id));
  // Never by setChecked(): only what a person does is reported.
  connect(m_check, &QCheckBox::clicked, this, &InteractionRow::switched);
}

void InteractionRow::buildDetails() {
  m_details = new QWidget(this);
  auto* column = new QVBoxLayout(m_details);
  column->setContentsMargins(indent, 0, 0, 6);
  m_form = newForm(nullptr);
  m_form->setContentsMargins(0, 0, 0, 0);
  column->addLayout(m_form);
  layout()->addWidget(m_details);
  const QString name = m_check->text();

  m_regimen = new QuietComboBox(m_details);
  m_regimen->setAccessibleName(tr("Regimen of %1").arg(name));
  m_regimen->setToolTip(tr("How it is taken: as in a study, or as you say"));
  m_form->addRow(mnemonic(tr("Regimen"), m_regimen, m_details), m_regimen);
  connect(m_regimen, &QComboBox::activated, this, &InteractionRow::chooseRegimen);

  auto* line = new QWidget(m_details);
  auto* row = new QHBoxLayout(line);
  row->setContentsMargins(0, 0, 0, 0);
  m_dose = new QuietComboBox(line);
  m_dose->setAccessibleName(tr("Dose of %1").arg(name));
  m_add = smallButton(QStringLiteral("+"), tr("Add a dose of %1").arg(name), line);
  m_remove = smallButton(QStringLiteral("−"), tr("Remove this dose of %1").arg(name), line);
  row->addWidget(m_dose, 1);
  row->addWidget(m_add);
  row->addWidget(m_remove);
  m_form->addRow(mnemonic(tr("Dose"), m_dose, m_details), line);
  m_own = line;

  m_amount = addMeasure(tr("Amount"), tr("Amount of %1 per dose").arg(name), amountUnits(),
                        QStringLiteral("amount"),
                        [](DoseSpec& dose, const Measure& value) { dose.amount = value; });
  m_start = addMeasure(
      tr("Start"), tr("First dose, counted from the start of the scenario; below zero before it"),
      timeUnits(), QStringLiteral("start"),
      [](DoseSpec& dose, const Measure& value) { dose.start = value; });
  m_start->setSigned();
  m_repeats = new QSpinBox(m_details);
  m_repeats->setRange(0, 9999);
  m_repeats->setSpecialValueText(tr("given once"));
  m_repeats->setAccessibleName(tr("Repeats of %1").arg(name));
  m_repeats->setToolTip(tr("Further doses after the first"));
  m_form->addRow(mnemonic(tr("Repeats"), m_repeats, m_details), m_repeats);
  m_interval = addMeasure(tr("Every"), tr("Time between repeated doses"), timeUnits(),
                          QStringLiteral("interval"),
                          [](DoseSpec& dose, const Measure& value) { dose.interval = value; });
  m_interval->setAboveZero();
  m_note = newNote(m_details);
  column->addWidget(m_note);

  connect(m_dose, &QComboBox::activated, this, [this](int index) {
    Q_EMIT left();
    m_doseIndex = static_cast<std::size_t>(std::max(index, 0));
    Q_EMIT changeWanted({}, {}, {});  // nothing changes but what is shown
  });
  connect(m_add, &QToolButton::clicked, this, [this] {
    Q_EMIT changeWanted(tr("add dose"), {}, [this](InteractionSpec& next) {
      if (!next.doses.empty()) {
        next.doses.push_back(next.doses.back());
        m_doseIndex = next.doses.size() - 1;
      }
    });
  });
  connect(m_remove, &QToolButton::clicked, this, [this] {
    Q_EMIT changeWanted(tr("remove dose"), {}, [this](InteractionSpec& next) {
      if (next.doses.size() > 1 && m_doseIndex < next.doses.size()) {
        next.doses.erase(next.doses.begin() + static_cast<std::ptrdiff_t>(m_doseIndex));
      }
    });
  });
  connect(m_repeats, &QSpinBox::editingFinished, this, &InteractionRow::left);
  m_repeats->installEventFilter(new UndoOfWindow(m_repeats));
  connect(m_repeats, &QSpinBox::valueChanged, this, [this](int repeats) {
    changeDose(tr("change repeats"), QStringLiteral("repeats"), [repeats](DoseSpec& dose) {
      dose.repeats = repeats;
      if (repeats > 0 && !dose.interval) {
        dose.interval = Measure{24.0, "h"};
      }
    });
  });
}

MeasureEdit* InteractionRow::addMeasure(const QString& label, const QString& toolTip,
                                        const QStringList& units, const QString& key,
                                        std::function<void(DoseSpec&, const Measure&)> apply) {
  auto* field = new MeasureEdit(units, m_details);
  field->setDescription(QStringLiteral("%1, %2").arg(label, m_check->text()), toolTip);
  m_form->addRow(mnemonic(label, field, m_details), field);
  connect(field, &MeasureEdit::edited, this,
          [this, label, key, apply = std::move(apply)](const std::optional<Measure>& measure) {
            if (measure) {
              changeDose(tr("change %1").arg(label.toLower()), key,
                         [&](DoseSpec& dose) { apply(dose, *measure); });
            }
          });
  connect(field, &MeasureEdit::invalid, this, [this, label](const QString& message) {
    Q_EMIT invalid(QStringLiteral("%1: %2").arg(label, message));
  });
  connect(field, &MeasureEdit::left, this, &InteractionRow::left);
  return field;
}

void InteractionRow::changeDose(const QString& text, const QString& key,
                                const std::function<void(DoseSpec&)>& apply) {
  if (m_showing) {
    return;
  }
  Q_EMIT changeWanted(text, key + QString::number(m_doseIndex), [&](InteractionSpec& next) {
    if (m_doseIndex < next.doses.size()) {
      apply(next.doses[m_doseIndex]);
    }
  });
}

void InteractionRow::chooseRegimen() {
  const QString id = m_regimen->currentData().toString();
  Q_EMIT changeWanted(tr("change regimen"), {}, [&](InteractionSpec& next) {
    if (id == ownDoses) {
      if (next.doses.empty()) {
        next.doses = m_regimenDoses;
        next.regimen.clear();
      }
    } else {
      next.doses.clear();
      next.regimen = id.toStdString();
    }
  });
}

void InteractionRow::showState(const InteractionChoice* choice, const InteractionSpec* on) {
  m_showing = true;
  const QString label = choice == nullptr ? QString::fromStdString(m_id) : choice->label;
  m_check->setText(QString(label).replace(QLatin1Char('&'), QStringLiteral("&&")));
  m_check->setAccessibleName(label);
  m_check->setChecked(on != nullptr);
  // What is on can always be taken away.
  m_check->setEnabled(on != nullptr || (choice != nullptr && choice->available));
  const QString about = choice == nullptr ? tr("This is not in the library; its regimen can only "
                                               "be changed in the document’s file.")
                                          : choice->about;
  m_check->setToolTip(about);
  m_check->setAccessibleDescription(about);
  if (on != nullptr && m_details == nullptr) {
    buildDetails();
  }
  if (m_details != nullptr) {
    m_details->setVisible(on != nullptr);
    m_details->setEnabled(true);
  }
  if (on != nullptr) {
    const QSignalBlocker quiet(m_regimen);
    m_regimen->clear();
    m_regimenDoses.clear();
    if (choice != nullptr) {
      for (const RegimenSpec& regimen : choice->perpetrator->regimens) {
        m_regimen->addItem(inWords(regimen.label.value), QString::fromStdString(regimen.id.value));
        m_regimen->setItemData(
            m_regimen->count() - 1,
            QStringLiteral("%1\n%2").arg(inWords(regimen.label.value),
                                         QString::fromStdString(regimen.source.value)),
            Qt::ToolTipRole);
      }
      m_regimenDoses = dosesOf(*on, *choice->perpetrator);
      m_regimen->addItem(tr("own doses"), ownDoses);
    }
    const int place =
        on->doses.empty()
            ? (on->regimen.empty() ? 0 : m_regimen->findData(QString::fromStdString(on->regimen)))
            : m_regimen->findData(ownDoses);
    m_regimen->setCurrentIndex(place);
    m_regimen->setEnabled(choice != nullptr);
    m_regimen->setToolTip(m_regimen->currentData(Qt::ToolTipRole).toString());
    m_note->setText(choice == nullptr ? about : choice->note);
    m_note->setToolTip(about);
    showDoses(*on);
  }
  m_showing = false;
}

void InteractionRow::showDoses(const InteractionSpec& on) {
  const bool own = !on.doses.empty();
  for (QWidget* field :
       std::initializer_list<QWidget*>{m_own, m_amount, m_start, m_repeats, m_interval}) {
    showRow(m_form, field, own);
  }
  if (!own) {
    return;
  }
  m_doseIndex = std::min(m_doseIndex, on.doses.size() - 1);
  const DoseSpec& dose = on.doses[m_doseIndex];
  const QSignalBlocker quiet(m_dose);
  m_dose->clear();
  for (std::size_t i = 0; i < on.doses.size(); ++i) {
    m_dose->addItem(tr("dose %1 of %2").arg(i + 1).arg(on.doses.size()));
  }
  m_dose->setCurrentIndex(static_cast<int>(m_doseIndex));
  m_dose->setEnabled(on.doses.size() > 1);
  m_remove->setEnabled(on.doses.size() > 1);
  m_amount->setMeasure(dose.amount);
  m_start->setMeasure(dose.start);
  m_repeats->setValue(dose.repeats);
  m_interval->setMeasure(dose.interval);
  m_interval->setEnabled(dose.repeats > 0);
}

void InteractionRow::lock(const QString& reason) {
  m_check->setEnabled(false);
  m_check->setToolTip(reason);
  if (m_details != nullptr) {
    m_details->setEnabled(false);
  }
}

}  // namespace ketascope
