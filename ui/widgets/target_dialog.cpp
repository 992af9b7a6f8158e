// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/target_dialog.hpp"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>
#include <memory>

#include "ketascope/app/card.hpp"
#include "ketascope/app/run.hpp"
#include "ketascope/units/number.hpp"
#include "ketascope/units/unit.hpp"
#include "viewmodel/number_text.hpp"
#include "viewmodel/scenario_editing.hpp"
#include "viewmodel/words_in_use.hpp"
#include "widgets/busy_line.hpp"
#include "widgets/form_parts.hpp"
#include "widgets/form_rows.hpp"
#include "widgets/measure_edit.hpp"

namespace ketascope {
namespace {

using Answer = tl::expected<TargetAnswer, Diagnostics>;
using Quantity = TargetQuestion::Quantity;
using Vary = TargetQuestion::Vary;

constexpr int busyAfterMs = 300;

QStringList concentrationUnits() {
  return {QStringLiteral("ng/mL"), QStringLiteral("ug/L"), QStringLiteral("umol/L"),
          QStringLiteral("nmol/mL"), QStringLiteral("mg/L")};
}

/// Of what a curve shows; nothing where the model does not state it.
std::optional<double> molarMassOf(const Model& model, const Output& output) {
  return output.analyte < 0 ? std::nullopt
                            : model.analytes[static_cast<std::size_t>(output.analyte)].molar_mass;
}

/// Units that a curve's values can be read in: mass and moles where the molar mass is known.
QStringList unitsOf(const Model& model, const Output& output) {
  if (output.dimension != dimensions::concentration &&
      output.dimension != dimensions::molar_concentration) {
    return {QString::fromStdString(output.unit_text)};
  }
  QStringList units;
  for (const QString& unit : concentrationUnits()) {
    if (molarMassOf(model, output) ||
        parse_unit(unit.toStdString())->dimension == output.dimension) {
      units << unit;
    }
  }
  return units;
}

QString rounded(const Measure& measure) {
  return QStringLiteral("%1 %2")
      .arg(plainNumberText(measure.value), unitText(measure.unit))
      .trimmed();
}

bool isRepeated(const DoseSpec& dose) {
  return dose.interval && (dose.repeats > 0 || dose.steady_state);
}

}  // namespace

TargetDialog::TargetDialog(ScenarioDocument* document, const ModelCatalog* catalog,
                           const Library& library, int scenario, std::size_t dose, QWidget* parent)
    : QDialog(parent),
      m_document(document),
      m_library(library),
      m_scenario(scenario),
      m_spec(document->value().scenarios.at(static_cast<std::size_t>(scenario))),
      m_model(catalog->share(m_spec.model)) {
  setWindowTitle(tr("Find the dose for a target"));
  build();
  m_dose->setCurrentIndex(static_cast<int>(std::min(dose, m_spec.doses.size() - 1)));
  showDose();
  showOutput();
  showQuantity();
  connect(&m_runner, &BackgroundRunner::delivered, this,
          [this](const BackgroundRunner::Answer& answer) {
            showAnswer(*std::static_pointer_cast<const Answer>(answer));
          });
  connect(&m_runner, &BackgroundRunner::failed, this,
          [this](const Diagnostic& problem) { showAnswer(tl::unexpected(Diagnostics{problem})); });
  connect(&m_runner, &BackgroundRunner::busyChanged, this,
          [this](bool busy) { m_find->setEnabled(!busy && isWhole()); });
}

TargetDialog::~TargetDialog() {
  m_runner.disconnect(this);
  m_runner.cancel();
}

void TargetDialog::build() {
  m_form = newForm(nullptr);
  m_form->setContentsMargins(0, 0, 0, 0);
  const auto box = [this](const QString& label, const QString& name) {
    auto* made = new QuietComboBox(this);
    made->setAccessibleName(name);
    m_form->addRow(mnemonic(label, made, this), made);
    return made;
  };
  m_quantity = box(tr("&What"), tr("What is to reach the target"));
  m_quantity->addItem(tr("highest value (Cmax)"), static_cast<int>(Quantity::peak));
  m_quantity->addItem(tr("lowest value (trough)"), static_cast<int>(Quantity::trough));
  m_quantity->addItem(tr("average"), static_cast<int>(Quantity::average));
  m_quantity->addItem(tr("time within a range"), static_cast<int>(Quantity::time_in_range));
  m_quantity->addItem(tr("value at a time"), static_cast<int>(Quantity::value_at));
  m_output = box(tr("of &curve"), tr("Curve"));
  for (const Output& output : m_model->outputs) {
    if (output.shown) {
      m_output->addItem(inWords(output.label.empty() ? output.name : output.label),
                        QString::fromStdString(output.name));
    }
  }
  if (!m_spec.outputs.empty()) {
    m_output->setCurrentIndex(
        std::max(0, m_output->findData(QString::fromStdString(m_spec.outputs.front()))));
  }
  m_rangeLow = measure(tr("range from"), tr("Lower limit; empty for none"), concentrationUnits());
  m_rangeHigh = measure(tr("range to"), tr("Upper limit; empty for none"), concentrationUnits());
  m_rangeLow->setOptional(tr("no limit"));
  m_rangeHigh->setOptional(tr("no limit"));
  m_target = measure(tr("is to &be"), tr("The target"), concentrationUnits());
  m_time = measure(tr("is to &be"), tr("The target"), timeUnits());
  m_when = box(tr("w&hen"), tr("When it is looked for"));
  m_when->addItem(tr("between two times"));
  m_when->addItem(tr("in the last interval of the dose"));
  m_from = measure(tr("&from"), tr("Time after the start of the scenario"), timeUnits());
  m_to = measure(tr("&to"), tr("Time after the start of the scenario"), timeUnits());
  m_target->setAboveZero();
  m_time->setAboveZero();
  m_time->setMeasure(Measure{1.0, "h"});
  m_dose = box(tr("by &dose"), tr("Dose that changes"));
  for (std::size_t i = 0; i < m_spec.doses.size(); ++i) {
    const Route* route = m_model->route(m_spec.doses[i].route);
    m_dose->addItem(tr("%1: %2 %3")
                        .arg(i + 1)
                        .arg(inWords(to_text(m_spec.doses[i].amount)),
                             inWords(route == nullptr ? m_spec.doses[i].route : route->label)));
  }
  m_vary = box(tr("changing &its"), tr("What of the dose changes"));
  m_low = measure(tr("between"), tr("Smallest value that is tried"), {});
  m_high = measure(tr("and"), tr("Largest value that is tried"), {});
  m_low->setAboveZero();
  m_high->setAboveZero();

  m_result = newNote(this);
  m_result->setForegroundRole(QPalette::WindowText);
  m_result->setAccessibleName(tr("Result"));
  m_result->setMinimumHeight(m_result->fontMetrics().height() * 3);
  m_result->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  auto* busy = new BusyLine(&m_runner, busyAfterMs, this);
  busy->setText(tr("Looking for the dose"));
  auto* statement = newNote(this);
  statement->setText(inWords(quiet_statement));
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
  m_find = buttons->addButton(tr("F&ind"), QDialogButtonBox::ActionRole);
  m_use = buttons->addButton(tr("&Use it"), QDialogButtonBox::ActionRole);
  m_find->setDefault(true);
  auto* layout = new QVBoxLayout(this);
  layout->addLayout(m_form);
  layout->addWidget(m_result);
  layout->addWidget(busy);
  layout->addWidget(statement);
  layout->addWidget(buttons);
  setMinimumWidth(420);

  connect(m_dose, &QComboBox::currentIndexChanged, this, &TargetDialog::showDose);
  connect(m_vary, &QComboBox::currentIndexChanged, this, &TargetDialog::showVary);
  connect(m_when, &QComboBox::currentIndexChanged, this, &TargetDialog::showQuantity);
  connect(m_output, &QComboBox::currentIndexChanged, this, &TargetDialog::showOutput);
  connect(m_quantity, &QComboBox::currentIndexChanged, this, &TargetDialog::showQuantity);
  connect(m_find, &QPushButton::clicked, this, &TargetDialog::find);
  connect(m_use, &QPushButton::clicked, this, &TargetDialog::use);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

MeasureEdit* TargetDialog::measure(const QString& label, const QString& toolTip,
                                   const QStringList& units) {
  auto* field = new MeasureEdit(units, this);
  QString plain = label;
  plain.remove(QLatin1Char('&'));
  field->setDescription(plain, toolTip);
  m_form->addRow(mnemonic(label, field, this), field);
  connect(field, &MeasureEdit::edited, this, &TargetDialog::showReady);
  connect(field, &MeasureEdit::invalid, this, [this] { m_find->setEnabled(false); });
  return field;
}

void TargetDialog::setFree(std::optional<std::set<std::string>> controls) {
  m_free = std::move(controls);
  showDose();
}

const DoseSpec& TargetDialog::dose() const {
  return m_spec.doses[static_cast<std::size_t>(std::max(0, m_dose->currentIndex()))];
}

Quantity TargetDialog::quantity() const {
  return static_cast<Quantity>(m_quantity->currentData().toInt());
}

Vary TargetDialog::vary() const {
  return static_cast<Vary>(m_vary->currentData().toInt());
}

void TargetDialog::showDose() {
  const DoseSpec& now = dose();
  const bool repeated = isRepeated(now);
  {
    const QSignalBlocker quiet(m_vary);
    m_vary->clear();
    m_vary->addItem(tr("amount"), static_cast<int>(Vary::amount));
    const auto isFree = [this](const char* control) {
      return !m_free || m_free->contains(control);
    };
    const QString kept = tr("The lesson keeps this as it is.");
    if (now.rate && !isFree("duration")) {
      addDisabled(m_vary, tr("rate, for as long as before"), {}, kept);
    } else if (now.rate) {
      m_vary->addItem(tr("rate, for as long as before"), static_cast<int>(Vary::rate));
    } else {
      addDisabled(m_vary, tr("rate, for as long as before"), {},
                  tr("Only a dose that is given at a rate has one."));
    }
    if (repeated && !isFree("interval")) {
      addDisabled(m_vary, tr("interval"), {}, kept);
    } else if (repeated) {
      m_vary->addItem(tr("interval"), static_cast<int>(Vary::interval));
    } else {
      addDisabled(m_vary, tr("interval"), {}, tr("The dose is given once."));
    }
    m_vary->setCurrentIndex(now.rate && isFree("duration") ? 1 : 0);
  }
  {
    const QSignalBlocker quiet(m_when);
    m_when->setCurrentIndex(repeated ? 1 : 0);
    m_when->setEnabled(repeated);
    m_when->setToolTip(repeated ? QString() : tr("The dose is given once."));
  }
  m_from->setMeasure(Measure{0.0, "h"});
  m_to->setMeasure(m_spec.sampling.until);
  showQuantity();
  showVary();
}

void TargetDialog::showVary() {
  const DoseSpec& now = dose();
  const Measure present = vary() == Vary::rate       ? *now.rate
                          : vary() == Vary::interval ? *now.interval
                                                     : now.amount;
  const double wide = vary() == Vary::interval ? 4.0 : 10.0;
  const double middle = present.value > 0.0 ? present.value : 1.0;
  const auto rounded = [](double value) { return *parse_number(format_number(value, 3)); };
  for (MeasureEdit* field : {m_low, m_high}) {
    field->setUnits({QString::fromStdString(present.unit)});
  }
  m_low->setMeasure(Measure{rounded(middle / wide), present.unit});
  m_high->setMeasure(Measure{rounded(middle * wide), present.unit});
  showReady();
}

void TargetDialog::showOutput() {
  const int index = m_model->output_index(m_output->currentData().toString().toStdString());
  if (index < 0) {
    return;
  }
  const Output& output = m_model->outputs[static_cast<std::size_t>(index)];
  const QStringList units = unitsOf(*m_model, output);
  const auto molarMass = molarMassOf(*m_model, output);
  for (MeasureEdit* field : {m_target, m_rangeLow, m_rangeHigh}) {
    const auto now = field->measure();
    if (now && !units.contains(QString::fromStdString(now->unit))) {
      field->setMeasure(std::nullopt);
    }
    field->setUnits(units);
    field->setConverter(
        [molarMass](const Measure& from, const QString& to) -> std::optional<double> {
          const auto was = parse_unit(from.unit);
          const auto becomes = parse_unit(to.toStdString());
          if (!was || !becomes) {
            return std::nullopt;
          }
          const auto converted = convert(from.value, *was, *becomes, molarMass);
          return converted ? std::optional(*converted) : std::nullopt;
        });
    if (field->isReadable()) {  // else what is typed stays, marked
      field->setMeasure(field->measure());
    }
  }
  showReady();
}

void TargetDialog::showQuantity() {
  const Quantity now = quantity();
  const bool range = now == Quantity::time_in_range, instant = now == Quantity::value_at;
  showRow(m_form, m_rangeLow, range);
  showRow(m_form, m_rangeHigh, range);
  showRow(m_form, m_time, range);
  showRow(m_form, m_target, !range);
  const bool between = m_when->currentIndex() == 0;
  showRow(m_form, m_when, !instant);
  showRow(m_form, m_from, instant || between);
  showRow(m_form, m_to, !instant && between);
  if (auto* label = qobject_cast<QLabel*>(m_form->labelForField(m_from))) {
    label->setText(instant ? tr("&at") : tr("&from"));
  }
  showReady();
}

/// After a change: what was found before answers another question.
void TargetDialog::showReady() {
  m_answer.reset();
  m_runner.cancel();
  const bool whole = isWhole();
  m_find->setEnabled(whole);
  m_find->setToolTip(whole ? QString() : tr("Say first what the target is."));
  m_use->setEnabled(false);
  m_use->setToolTip(tr("Puts the value found into the schedule; undo takes it back."));
  m_result->clear();
}

bool TargetDialog::isWhole() const {
  const TargetQuestion asked = question();
  const bool range = asked.quantity == Quantity::time_in_range;
  for (const MeasureEdit* field :
       {m_rangeLow, m_rangeHigh, m_target, m_time, m_from, m_to, m_low, m_high}) {
    if (!field->isReadable() && field->isVisibleTo(this)) {
      return false;
    }
  }
  return (range ? m_time : m_target)->measure() && m_low->measure() && m_high->measure() &&
         m_from->measure() && (asked.quantity == Quantity::value_at || m_to->measure()) &&
         (!range || asked.range_low || asked.range_high);
}

TargetQuestion TargetDialog::question() const {
  TargetQuestion asked;
  asked.output = m_output->currentData().toString().toStdString();
  asked.quantity = quantity();
  const bool range = asked.quantity == Quantity::time_in_range;
  asked.target = (range ? m_time : m_target)->measure().value_or(Measure{});
  if (range) {
    asked.range_low = m_rangeLow->measure();
    asked.range_high = m_rangeHigh->measure();
  }
  asked.from = m_from->measure().value_or(Measure{0.0, "h"});
  asked.to = m_to->measure().value_or(Measure{0.0, "h"});
  asked.last_interval =
      asked.quantity != Quantity::value_at && m_when->currentIndex() == 1 && isRepeated(dose());
  asked.dose = static_cast<std::size_t>(std::max(0, m_dose->currentIndex()));
  asked.vary = vary();
  asked.low = m_low->measure().value_or(Measure{});
  asked.high = m_high->measure().value_or(Measure{});
  return asked;
}

void TargetDialog::find() {
  if (m_runner.isBusy() || !m_find->isEnabled()) {
    return;
  }
  m_runner.submit([spec = m_spec, library = m_library, folder = m_document->folder(),
                   asked = question()](const RunControl& control) {
    const auto scenario = prepare(spec, library, folder);
    return BackgroundRunner::Answer(std::make_shared<const Answer>(
        scenario ? find_dose(*scenario, asked, control) : tl::unexpected(scenario.error())));
  });
}

void TargetDialog::showAnswer(const Answer& answer) {
  if (!answer) {
    QStringList lines;
    for (const Diagnostic& problem : answer.error()) {
      lines << inWords(problem.message);
      if (!problem.hint.empty()) {
        lines << inWords(problem.hint);
      }
    }
    m_result->setText(lines.join(QLatin1Char('\n')));
    return;
  }
  m_answer = *answer;
  const QString varied = vary() == Vary::rate       ? tr("rate")
                         : vary() == Vary::interval ? tr("interval")
                                                    : tr("amount");
  QString text =
      tr("With %1 = %2: %3 %4.")
          .arg(varied, rounded(answer->value), m_quantity->currentText(), rounded(answer->reached));
  if (vary() == Vary::amount && answer->dose.duration) {
    const double hours = to_internal(*answer->dose.duration, dimensions::time).value_or(0.0);
    if (hours > 0.0) {
      text += QLatin1Char(' ') +
              tr("That is %1 for %2.")
                  .arg(rounded({answer->value.value / hours, answer->value.unit + "/h"}),
                       inWords(to_text(*answer->dose.duration)));
    }
  }
  if (answer->ambiguous) {
    text += QLatin1Char(' ') + tr("Larger values between the bounds reach it as well.");
  }
  m_result->setText(text);
  m_use->setEnabled(true);
}

void TargetDialog::use() {
  if (!m_answer) {
    return;
  }
  ScenarioSpec next = m_spec;
  next.doses[static_cast<std::size_t>(std::max(0, m_dose->currentIndex()))] = m_answer->dose;
  m_document->changeScenario(m_scenario, std::move(next), tr("dose for a target"));
  accept();
}

}  // namespace ketascope
