// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/patients_dialog.hpp"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QStringList>
#include <QVBoxLayout>
#include <algorithm>
#include <functional>
#include <limits>

#include "ketascope/units/measure.hpp"
#include "viewmodel/number_text.hpp"
#include "viewmodel/patients.hpp"
#include "widgets/form_parts.hpp"

namespace ketascope {
namespace {

constexpr std::uint64_t usualCount = 1000;
constexpr int mostPatients = 1'000'000;

QString occasionsText(const std::vector<Measure>& starts) {
  QStringList texts;
  for (const Measure& start : starts) {
    texts << QString::fromStdString(to_text(start))
                 .replace(QLatin1Char('.'), QLocale().decimalPoint());
  }
  return texts.join(QStringLiteral("; "));
}

/// "24 h; 48 h", or with a comma and a blank, for a comma alone belongs to a number; nothing where
/// a part is no time after the start.
std::optional<std::vector<Measure>> readOccasions(const QString& text) {
  static const QRegularExpression between(QStringLiteral(";|,\\s+"));
  std::vector<Measure> starts;
  for (const QString& part : text.split(between, Qt::SkipEmptyParts)) {
    if (part.trimmed().isEmpty()) {
      continue;
    }
    const auto plain = plainNumber(part);
    if (!plain) {
      return std::nullopt;
    }
    const auto measure = parse_measure(*plain);
    const auto hours =
        measure ? to_internal(*measure, dimensions::time) : tl::expected<double, UnitError>(0.0);
    if (!measure || !hours || !(*hours > 0.0)) {
      return std::nullopt;
    }
    starts.push_back(*measure);
  }
  std::ranges::sort(starts, {}, [](const Measure& start) {
    return to_internal(start, dimensions::time).value_or(0.0);
  });
  return starts;
}

}  // namespace

PatientsDialog::PatientsDialog(ScenarioDocument* document, const ModelCatalog* catalog,
                               QWidget* parent)
    : QDialog(parent),
      m_document(document),
      m_spec(document->value().population.value_or(standardPatients(usualCount))),
      m_count(new QSpinBox(this)),
      m_seed(new QLineEdit(QString::number(m_spec.seed), this)),
      m_subjects(new QCheckBox(tr("&Between people"), this)),
      m_occasions(new QCheckBox(tr("Between &occasions"), this)),
      m_starts(new QLineEdit(occasionsText(m_spec.occasions), this)),
      m_residual(new QCheckBox(tr("&Residual error"), this)),
      m_uncertainty(new QCheckBox(tr("&Uncertainty of the estimates"), this)),
      m_others(newNote(this)),
      m_problem(newNote(this)),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this)) {
  setWindowTitle(tr("Virtual patients"));
  m_count->setRange(
      1, std::max<int>(mostPatients, static_cast<int>(std::min<std::uint64_t>(
                                         m_spec.count, std::numeric_limits<int>::max()))));
  m_count->setGroupSeparatorShown(true);
  m_count->setValue(
      static_cast<int>(std::min<std::uint64_t>(m_spec.count, std::numeric_limits<int>::max())));
  m_count->setAccessibleName(tr("Number of patients"));
  m_count->setToolTip(tr("Patients per scenario; more of them make smoother percentiles"));
  m_seed->setAccessibleName(tr("Seed"));
  m_seed->setToolTip(tr("A whole number. The same seed gives the same patients"));
  m_subjects->setToolTip(tr("Every patient draws what the model says of how people differ"));
  m_occasions->setToolTip(tr("What varies within a person is drawn anew when an occasion begins"));
  m_starts->setAccessibleName(tr("Further occasions begin at"));
  m_starts->setPlaceholderText(tr("for example 24 h; 48 h"));
  m_starts->setToolTip(
      tr("Times after the start, with their units, divided by semicolons; without any "
         "the whole course is one occasion"));
  m_residual->setToolTip(
      tr("Adds to each value what an assay and a misfit of the model would add"));
  m_uncertainty->setToolTip(
      tr("Every patient draws the estimates, too, from their standard "
         "errors"));
  m_subjects->setChecked(m_spec.between_subjects);
  m_occasions->setChecked(m_spec.between_occasions);
  m_residual->setChecked(m_spec.residual);
  m_uncertainty->setChecked(m_spec.uncertainty);

  auto* form = newForm(nullptr);
  form->setContentsMargins(0, 0, 0, 0);
  form->addRow(mnemonic(tr("&Number"), m_count, this), m_count);
  form->addRow(mnemonic(tr("&Seed"), m_seed, this), m_seed);
  form->addRow(tr("They differ"), m_subjects);
  form->addRow(QString(), m_occasions);
  form->addRow(mnemonic(tr("Occasions begin &at"), m_starts, this), m_starts);
  form->addRow(tr("Also drawn"), m_residual);
  form->addRow(QString(), m_uncertainty);
  m_problem->setForegroundRole(QPalette::WindowText);
  QStringList others;
  if (!m_spec.covariates.empty() || !m_spec.covariate_table.empty()) {
    others << tr("covariates");
  }
  if (!m_spec.targets.empty()) {
    others << tr("targets");
  }
  m_others->setText(others.isEmpty()
                        ? tr("Covariates and targets of patients are written into the file.")
                        : tr("The file also states %1; they stay as they are.")
                              .arg(others.join(QStringLiteral(", "))));
  auto* layout = new QVBoxLayout(this);
  layout->addLayout(form);
  layout->addWidget(m_others);
  layout->addWidget(m_problem);
  layout->addWidget(m_buttons);
  m_problem->hide();
  connect(m_buttons, &QDialogButtonBox::accepted, this, &PatientsDialog::accept);
  connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  connect(m_seed, &QLineEdit::textChanged, this, [this] { check(); });
  connect(m_starts, &QLineEdit::textChanged, this, [this] { check(); });
  greyUnstated(*catalog);
  setMinimumWidth(std::max(380, layout->totalMinimumSize().width()));
}

void PatientsDialog::greyUnstated(const ModelCatalog& catalog) {
  std::vector<const Model*> models;
  for (const ScenarioSpec& scenario : m_document->value().scenarios) {
    if (const Model* model = scenario.visible ? catalog.find(scenario.model) : nullptr) {
      models.push_back(model);
    }
  }
  const auto grey = [&](QWidget* widget, const std::function<bool(const Model&)>& states,
                        const QString& reason) {
    if (std::ranges::none_of(models, [&](const Model* model) { return states(*model); })) {
      widget->setEnabled(false);
      widget->setToolTip(reason);
    }
  };
  const auto hasLevel = [](RandomEffect::Level level) {
    return [level](const Model& model) {
      return std::ranges::find(model.random_effects, level, &RandomEffect::level) !=
             model.random_effects.end();
    };
  };
  grey(m_subjects, hasLevel(RandomEffect::Level::subject),
       tr("No model shown states variability between people."));
  for (QWidget* widget : std::initializer_list<QWidget*>{m_occasions, m_starts}) {
    grey(widget, hasLevel(RandomEffect::Level::occasion),
         tr("No model shown states variability between occasions."));
  }
  grey(
      m_residual, [](const Model& model) { return !model.residuals.empty(); },
      tr("No model shown states a residual error."));
  grey(
      m_uncertainty,
      [](const Model& model) {
        return std::ranges::any_of(model.parameters, [](const Parameter& parameter) {
          return parameter.rse_percent.has_value();
        });
      },
      tr("No model shown states standard errors of its estimates."));
}

bool PatientsDialog::check() {
  QString problem;
  bool whole = false;
  const qulonglong seed = m_seed->text().trimmed().toULongLong(&whole);
  const auto starts = readOccasions(m_starts->text());
  if (!whole || seed > static_cast<qulonglong>(std::numeric_limits<std::int64_t>::max())) {
    problem = tr("The seed is a whole number that is not negative.");
  } else if (!starts) {
    problem = tr("Occasions begin at times after the start, like 24 h; 48 h.");
  } else {
    m_spec.seed = seed;
    m_spec.occasions = *starts;
  }
  m_problem->setText(problem);
  m_problem->setVisible(!problem.isEmpty());
  m_buttons->button(QDialogButtonBox::Ok)->setEnabled(problem.isEmpty());
  return problem.isEmpty();
}

void PatientsDialog::accept() {
  if (!check()) {
    return;
  }
  m_spec.count = static_cast<std::uint64_t>(m_count->value());
  m_spec.between_subjects = m_subjects->isChecked();
  m_spec.between_occasions = m_occasions->isChecked();
  m_spec.residual = m_residual->isChecked();
  m_spec.uncertainty = m_uncertainty->isChecked();
  ScenarioFile next = m_document->value();
  next.population = m_spec;
  next.display.patients = true;
  m_document->change(std::move(next), tr("virtual patients"));
  QDialog::accept();
}

}  // namespace ketascope
