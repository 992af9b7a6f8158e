// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/patients_panel.hpp"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>
#include <QStringList>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "viewmodel/defect.hpp"
#include "viewmodel/words_in_use.hpp"
#include "widgets/form_parts.hpp"
#include "widgets/message_bar.hpp"
#include "widgets/tables.hpp"

namespace ketascope {
namespace {

constexpr int columnAir = 10;
constexpr int leastScenarioColumn = 110;
constexpr int mostScenarioColumn = 320;
/// A newer outcome waits so long for the table under way, so that a slider is still followed.
constexpr int patienceMs = 400;

}  // namespace

struct PatientsPanel::Answer {
  OutcomePtr outcome;
  PatientSummary summary;
  Diagnostics diagnostics;
};

PatientsPanel::PatientsPanel(QWidget* parent, Measure measure)
    : QWidget(parent),
      m_measure(std::move(measure)),
      m_model(new PatientsTableModel(this)),
      m_view(newTable(m_model, tr("How virtual patients differ"), this)),
      m_notes(new QLabel(this)),
      m_copy(new QToolButton(this)),
      m_save(new QToolButton(this)) {
  m_notes->setAccessibleName(tr("Who the patients are"));
  m_notes->setTextFormat(Qt::PlainText);
  m_notes->setWordWrap(true);
  m_notes->setForegroundRole(QPalette::PlaceholderText);
  m_copy->setText(tr("Copy table"));
  m_save->setText(tr("Save table…"));
  for (QToolButton* button : {m_copy, m_save}) {
    button->setFocusPolicy(Qt::StrongFocus);
  }
  showWhatCanBeTaken();
  keepFirstColumnFitting(m_view, leastScenarioColumn, mostScenarioColumn);
  auto* top = new QHBoxLayout;
  top->setContentsMargins(4, 2, 4, 2);
  top->setSpacing(controlSpacing);
  top->addWidget(m_notes, 1);
  top->addWidget(m_copy);
  top->addWidget(m_save);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addLayout(top);
  layout->addWidget(m_view, 1);
  setTabOrder(m_copy, m_save);

  m_runner.setPatience(patienceMs);
  connect(m_copy, &QToolButton::clicked, this,
          [this] { QApplication::clipboard()->setText(m_model->text()); });
  connect(m_save, &QToolButton::clicked, this, &PatientsPanel::saveWanted);
  connect(&m_runner, &BackgroundRunner::progressChanged, this, [this](double fraction) {
    if (!m_ready) {
      m_notes->setText(tr("Computing… %1 %").arg(qRound(fraction * 100)));
    }
  });
  connect(&m_runner, &BackgroundRunner::delivered, this,
          [this](const BackgroundRunner::Answer& answer) {
            take(*std::static_pointer_cast<const Answer>(answer));
          });
  connect(&m_runner, &BackgroundRunner::failed, this,
          [this](const Diagnostic& problem) { m_notes->setText(sentence(problem)); });
}

void PatientsPanel::showWhatCanBeTaken() {
  const QString why = m_model->rowCount() > 0 ? QString() : tr("There is no table yet.");
  greyBecause(m_copy, why, tr("Copy this table for a spreadsheet"));
  greyBecause(m_save, why, tr("Write this table as comma-separated values"));
}

bool PatientsPanel::hasPatients() const {
  return m_outcome && m_outcome->patientSpec.has_value();
}

void PatientsPanel::setOutcome(const OutcomePtr& outcome) {
  m_outcome = outcome;
  m_ready = false;
  // Those whose ribbons are on their way are measured after them.
  if (!m_waiting.empty() || (isVisible() && !(outcome && outcome->ribbonsPending))) {
    ask();
  }
}

void PatientsPanel::whenReady(Use use) {
  if (m_outcome && (m_ready || !hasPatients())) {
    use(m_outcome, hasPatients() ? &m_model->summary() : nullptr);
    return;
  }
  m_waiting.push_back(std::move(use));
  if (m_outcome && !m_runner.isBusy()) {
    ask();
  }
}

void PatientsPanel::ask() {
  if (!hasPatients()) {
    m_runner.cancel();
    take({m_outcome, {}, {}});
    return;
  }
  m_runner.submit([outcome = m_outcome, measure = m_measure](const RunControl& control) {
    auto answer = std::make_shared<Answer>();
    answer->outcome = outcome;
    try {
      answerInto(*answer, measure, control);
    } catch (const std::exception& problem) {
      answer->summary.notes = {defect(problem).message};  // a report that waits says it, too
    }
    return BackgroundRunner::Answer(std::move(answer));
  });
}

void PatientsPanel::answerInto(Answer& answer, const Measure& measure, const RunControl& control) {
  const SimulationOutcome& outcome = *answer.outcome;
  const std::vector<Run> runs = outcome.runs();
  std::vector<RunPatients> measured;
  for (std::size_t r = 0; r < runs.size() && !control.stop.stop_requested(); ++r) {
    const auto& scenario = outcome.scenarios[static_cast<std::size_t>(outcome.shown[r])];
    if (scenario.noRibbon == ScenarioOutcome::NoRibbon::noVariability) {
      continue;
    }
    RunControl own = control;
    own.progress = [&](double fraction) {
      control.progress((static_cast<double>(r) + fraction) / static_cast<double>(runs.size()));
    };
    auto found = measure(runs[r], *outcome.patientSpec, outcome.bands, own);
    if (found) {
      measured.push_back({r, std::make_shared<const PopulationResult>(std::move(*found))});
    } else {
      answer.diagnostics = std::move(found.error());
    }
  }
  answer.summary = summarise_patients(runs, measured, *outcome.patientSpec, outcome.bands,
                                      outcome.document.display);
}

void PatientsPanel::take(const Answer& answer) {
  const int rows = m_model->rowCount();
  m_model->setSummary(answer.summary, answer.outcome ? answer.outcome->shown : std::vector<int>());
  if (rows != m_model->rowCount()) {
    fitColumns(m_view, columnAir);
  }
  QStringList notes;
  for (const Diagnostic& diagnostic : answer.diagnostics) {
    notes << sentence(diagnostic);
  }
  for (const std::string& note : answer.summary.notes) {
    notes << inWords(note) + QLatin1Char('.');
  }
  m_notes->setText(notes.join(QLatin1Char(' ')));
  showWhatCanBeTaken();
  if (answer.outcome != m_outcome) {
    return;  // a newer one is on its way
  }
  m_ready = true;
  for (const auto& use : std::exchange(m_waiting, {})) {
    use(m_outcome, hasPatients() ? &m_model->summary() : nullptr);
  }
  Q_EMIT ready();
}

void PatientsPanel::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (!m_ready && m_outcome && !m_runner.isBusy()) {
    ask();
  }
}

}  // namespace ketascope
