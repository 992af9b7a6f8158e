// SPDX-License-Identifier: GPL-3.0-or-later
// The pages beside the form: curves, every model's answer, the card of a model; and what the mouse
// does to doses.
#include <QTabWidget>
#include <algorithm>
#include <cmath>

#include "plot/axis_ticks.hpp"
#include "plot/concentration_plot.hpp"
#include "widgets/disagreement_panel.hpp"
#include "widgets/editor_panel.hpp"
#include "widgets/main_window.hpp"
#include "widgets/model_card_panel.hpp"
#include "widgets/scenario_panel.hpp"

namespace ketascope {
namespace {

/// Moved times are kept to a thousandth of their unit: nobody types more.
constexpr double finest = 0.001;

/// What arithmetic leaves of a whole minute.
constexpr double noMinute = 1e-6;

double tidy(double value) {
  return std::round(value * 1000) / 1000;
}

/// `measure` (a time) changed by hours, in its own unit.
Measure shifted(const Measure& measure, double hours) {
  const auto unit = parse_unit(measure.unit);
  const double factor = unit && unit->dimension == dimensions::time ? unit->factor : 1.0;
  const double value = std::max(0.0, measure.value + hours / factor);
  // What was snapped to a minute is one, also where it is a third of the unit.
  const double minutes = value * factor * 60;
  if (std::abs(minutes - std::round(minutes)) < noMinute &&
      std::abs(tidy(value) - value) * factor * 60 > noMinute) {
    return {std::round(minutes), "min"};
  }
  return {tidy(value), measure.unit};
}

}  // namespace

QWidget* MainWindow::buildPages(QWidget* curves) {
  m_disagreement =
      new DisagreementPanel([this](bool ownForms) { return disagreementRequest(ownForms); }, this);
  m_card = new ModelCardPanel(&m_catalog, this);
  m_pages = new QTabWidget(this);
  m_pages->setDocumentMode(true);
  m_pages->addTab(curves, tr("Curves"));
  m_pages->addTab(m_disagreement, tr("Model disagreement"));
  m_pages->addTab(m_card, tr("Model card"));
  m_pages->setTabToolTip(1, tr("The dose chosen on the left by every model that may answer"));
  m_pages->setTabToolTip(2, tr("Where a model comes from: structure, parameters, sources, limits"));
  connectDoses();
  return m_pages;
}

void MainWindow::refreshPages() {
  const int current = m_scenarios->current();
  if (current >= 0 && current < m_document.count()) {
    m_card->setModel(QString::fromStdString(
        m_document.value().scenarios[static_cast<std::size_t>(current)].model));
  }
  m_disagreement->refresh();
}

void MainWindow::offerDisagreement(bool offered) {
  m_pages->setTabVisible(m_pages->indexOf(m_disagreement), offered);
  m_showDisagreement->setEnabled(offered);
  m_showDisagreement->setToolTip(
      offered ? tr("This dose by every model that may answer (%1)")
                    .arg(m_showDisagreement->shortcut().toString(QKeySequence::NativeText))
              : tr("The question of the lesson is not answered yet."));
}

void MainWindow::showDisagreement() {
  m_pages->setCurrentWidget(m_disagreement);
}

void MainWindow::showCard(const QString& modelId) {
  m_card->setModel(modelId);
  m_pages->setCurrentWidget(m_card);
}

ConcentrationPlot* MainWindow::shownPlot() {
  return m_pages->currentWidget() == m_disagreement ? m_disagreement->plot() : m_plot;
}

std::optional<DisagreementRequest> MainWindow::disagreementRequest(bool ownForms) const {
  const int current = m_scenarios->current();
  if (!m_catalog.isLoaded() || current < 0 || current >= m_document.count()) {
    return std::nullopt;
  }
  const ScenarioSpec& spec = m_document.value().scenarios[static_cast<std::size_t>(current)];
  const Model* model = m_catalog.find(spec.model);
  if (model == nullptr || spec.doses.empty()) {
    return std::nullopt;
  }
  DisagreementRequest request =
      questionOf(spec, std::min(m_editor->dose(), spec.doses.size() - 1), *model, ownForms);
  const Catalog& catalog = m_catalog.catalog();
  request.display = m_document.value().display;
  request.library = catalog.library;
  request.bands = catalog.bands;
  if (request.display.observed) {
    request.observations = catalog.observations;
  }
  return request;
}

void MainWindow::connectDoses() {
  m_plot->setDosesMovable(true);
  connect(m_plot, &ConcentrationPlot::dosePressed, this, [this](int scenario, int line) {
    m_document.endMerge();
    m_heldFile = m_document.value();
    m_scenarios->setCurrent(scenario);
    m_editor->setDose(line);
  });
  const auto change = [this](int scenario, int line, const QString& text,
                             const std::function<void(ScenarioSpec&, std::size_t)>& apply) {
    // Every step starts from what was taken hold of, so that a drag is one change.
    const auto index = static_cast<std::size_t>(scenario);
    const auto place = static_cast<std::size_t>(line);
    if (!m_heldFile || index >= m_heldFile->scenarios.size() ||
        place >= m_heldFile->scenarios[index].doses.size()) {
      return;
    }
    ScenarioSpec next = m_heldFile->scenarios[index];
    apply(next, place);
    m_document.changeScenario(scenario, std::move(next), text, QStringLiteral("drag dose"));
  };
  connect(m_plot, &ConcentrationPlot::doseMoved, this,
          [this, change](int scenario, int line, double by) {
            const double hours = by * hoursPer(timeUnitOf(m_plot->figure().x_label));
            change(scenario, line, tr("move dose"), [&](ScenarioSpec& next, std::size_t place) {
              next.doses[place].start = shifted(next.doses[place].start, hours);
            });
          });
  connect(m_plot, &ConcentrationPlot::doseStretched, this,
          [this, change](int scenario, int line, double duration) {
            const double hours = duration * hoursPer(timeUnitOf(m_plot->figure().x_label));
            change(scenario, line, tr("stretch dose"), [&](ScenarioSpec& next, std::size_t place) {
              DoseSpec& dose = next.doses[place];
              const std::string unit = dose.duration ? dose.duration->unit : "min";
              dose.duration = shifted({0.0, unit}, hours);
              // In days a minute is less than the finest; an infusion over no time is another dose.
              dose.duration->value = std::max(dose.duration->value, finest);
              dose.rate.reset();
            });
          });
  connect(m_plot, &ConcentrationPlot::doseCopied, this,
          [this, change](int scenario, int line, double by) {
            const double hours = by * hoursPer(timeUnitOf(m_plot->figure().x_label));
            change(scenario, line, tr("copy dose"), [&](ScenarioSpec& next, std::size_t place) {
              DoseSpec copy = next.doses[place];
              copy.start = shifted(copy.start, hours);
              next.doses.push_back(std::move(copy));
            });
          });
  connect(m_plot, &ConcentrationPlot::doseReleased, this, [this] {
    m_document.endMerge();
    m_heldFile.reset();
  });
}

}  // namespace ketascope
