// SPDX-License-Identifier: GPL-3.0-or-later
// Lessons, and the maths behind a curve.
#include <QApplication>
#include <QDockWidget>
#include <QMenuBar>
#include <QScrollArea>
#include <QSplitter>
#include <QTabWidget>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "plot/concentration_plot.hpp"
#include "widgets/compare_panel.hpp"
#include "widgets/diagram_panel.hpp"
#include "widgets/editor_panel.hpp"
#include "widgets/interactions_panel.hpp"
#include "widgets/languages.hpp"
#include "widgets/lesson_panel.hpp"
#include "widgets/main_window.hpp"
#include "widgets/maths_panel.hpp"
#include "widgets/parameter_panel.hpp"
#include "widgets/scenario_panel.hpp"
#include "widgets/schedule_panel.hpp"

namespace ketascope {
namespace {

constexpr int lessonWidth = 320;
constexpr int threeColumns = 1200;  // form, curves and lesson side by side
constexpr int roomAroundField = 60;
constexpr int diagramHeight = 340;  // of the tables below the plot; the maths hold a plot, too

}  // namespace

void MainWindow::buildLearning() {
  m_maths = new MathsPanel(this);
  m_tables->addTab(m_maths, tr("Maths"));
  buildDiagram();
  buildPatients();

  if (m_lesson == nullptr) {  // it outlives the window's words
    m_lesson = new LessonSession(&m_document, this);
    connect(m_lesson, &LessonSession::changed, this, &MainWindow::applyLesson);
    connect(&m_catalog, &ModelCatalog::loaded, this, &MainWindow::fillLessonsMenu);
  }
  m_lessonPanel = new LessonPanel(m_lesson, this);
  m_lessonDock = new QDockWidget(tr("Lesson"), this);
  m_lessonDock->setObjectName(QStringLiteral("LessonDock"));
  m_lessonDock->setAllowedAreas(Qt::LeftDockWidgetArea | Qt::RightDockWidgetArea);
  m_lessonDock->setFeatures(QDockWidget::DockWidgetMovable);
  m_lessonPlace = new QWidget(m_lessonDock);
  auto* place = new QVBoxLayout(m_lessonPlace);
  place->setContentsMargins(0, 0, 0, 0);
  place->addWidget(m_lessonPanel);
  m_lessonDock->setWidget(m_lessonPlace);
  addDockWidget(Qt::RightDockWidgetArea, m_lessonDock);
  resizeDocks({m_lessonDock}, {lessonWidth}, Qt::Horizontal);
  m_lessonDock->hide();

  m_lessonsMenu = menuBar()->addMenu(tr("&Lessons"));
  connect(m_lessonPanel, &LessonPanel::leaveWanted, m_lesson, &LessonSession::finish);
  connect(m_scenarios, &ScenarioPanel::currentChanged, m_maths, &MathsPanel::setScenario);
}

void MainWindow::buildDiagram() {
  m_diagram = new DiagramPanel(this);
  m_tables->addTab(m_diagram, tr("Diagram"));
  m_tables->setTabToolTip(m_tables->count() - 1,
                          tr("The model, with what is in it at the time of the cursor"));
  m_sizesWithoutDiagram.clear();
  connect(m_tables, &QTabWidget::currentChanged, m_diagram, [this] { makeRoomForTable(); });
  connect(m_plot, &ConcentrationPlot::hovered, m_diagram, &DiagramPanel::setAxisTime);
  connect(m_diagram, &DiagramPanel::timeWanted, m_plot, [this](double x) { m_plot->setCursor(x); });
  connect(m_scenarios, &ScenarioPanel::currentChanged, m_diagram, &DiagramPanel::setScenario);
  connect(&m_runner, &SimulationRunner::finished, m_diagram, [this](const OutcomePtr& outcome) {
    m_diagram->setOutcome(*outcome, outcome->document.display);
    m_parameters->setOutcome(*outcome);
  });
}

/// The diagram and the plot of the half-times need more height than tables do. The tabs are below,
/// so that they stay where they are.
void MainWindow::makeRoomForTable() {
  auto* split = qobject_cast<QSplitter*>(m_tables->parentWidget());
  if (split == nullptr || split->count() != 2) {
    return;
  }
  const QWidget* page = m_tables->currentWidget();
  if (page != m_diagram && page != m_maths) {
    if (!m_sizesWithoutDiagram.isEmpty()) {
      split->setSizes(std::exchange(m_sizesWithoutDiagram, {}));
    }
    return;
  }
  const QList<int> sizes = split->sizes();
  const int all = sizes[0] + sizes[1];
  const int wanted = std::min(all / 2, diagramHeight);
  if (sizes[1] < wanted) {
    m_sizesWithoutDiagram = sizes;
    split->setSizes({all - wanted, wanted});
  }
}

void MainWindow::hidePages(const std::set<std::string>& names) {
  const std::pair<const char*, QWidget*> pages[]{{"summary", m_table},     {"compare", m_compare},
                                                 {"schedule", m_schedule}, {"audit", m_auditTable},
                                                 {"maths", m_maths},       {"diagram", m_diagram}};
  QWidget* seen = m_tables->currentWidget();
  for (const auto& [name, page] : pages) {
    m_tables->setTabVisible(m_tables->indexOf(page), !names.contains(name));
  }
  // Who had a page in sight that the question took away has it in sight again with the answer.
  if (m_tables->currentWidget() != seen) {
    m_pageTaken = seen;
  } else if (m_pageTaken != nullptr && m_tables->isTabVisible(m_tables->indexOf(m_pageTaken))) {
    m_tables->setCurrentWidget(m_pageTaken);
    m_pageTaken = nullptr;
  }
  offerDisagreement(!names.contains("disagreement"));
  m_plot->setReadable(!names.contains("cursor"));
}

void MainWindow::fillLessonsMenu() {
  m_lessonsMenu->clear();
  m_lessonsMenu->setToolTipsVisible(true);
  LessonShelf shelf = load_lessons(m_catalog.catalog().library, languageInUse().toStdString());
  for (Lesson& lesson : shelf.lessons) {
    QAction* action = m_lessonsMenu->addAction(
        QString::fromStdString(lesson.title).replace(QLatin1Char('&'), QStringLiteral("&&")));
    action->setToolTip(QString::fromStdString(lesson.goal));
    m_lesson->reword(lesson);
    connect(action, &QAction::triggered, this, [this, lesson = std::move(lesson)] {
      if (maybeSave()) {
        startLesson(lesson);
      }
    });
  }
  for (const Diagnostic& problem : shelf.diagnostics) {
    QAction* action =
        m_lessonsMenu->addAction(tr("%1 cannot be read").arg(QString::fromStdString(problem.file)));
    action->setToolTip(QString::fromStdString(problem.message));
    action->setEnabled(false);
  }
  m_lessonsMenu->setEnabled(!m_lessonsMenu->isEmpty());
}

void MainWindow::startLesson(const Lesson& lesson) {
  m_wantsFirst = false;
  m_lessonStep = -1;
  m_plot->drawInAnEventOfItsOwn();
  m_sight = {};  // it asks for forms and tables
  showSight();
  m_lesson->start(lesson, m_catalog.catalog().library);
  m_plot->resetView();
  m_scenarios->setCurrent(0);
  chooseShownScenario();
}

void MainWindow::chooseShownScenario() {
  const auto& scenarios = m_document.value().scenarios;
  const auto isShown = [](const ScenarioSpec& spec) { return spec.visible; };
  const auto first = std::ranges::find_if(scenarios, isShown);
  const int current = m_scenarios->current();
  const bool seen = current >= 0 && current < m_document.count() &&
                    scenarios[static_cast<std::size_t>(current)].visible;
  if (!seen && first != scenarios.end()) {
    m_scenarios->setCurrent(static_cast<int>(first - scenarios.begin()));
  }
}

void MainWindow::applyLesson() {
  const auto free = m_lesson->freeControls();
  const auto isFree = [&](const char* control) { return !free || free->contains(control); };
  placeLesson();
  m_editor->setFree(free);
  m_interactions->setFree(free);
  hidePages(m_lesson->hiddenPages());
  m_schedule->model()->setFree(free);
  m_parameters->setEnabled(isFree("parameters"));
  m_parameters->setToolTip(isFree("parameters") ? QString()
                                                : tr("The lesson keeps this as it is."));
  m_scenarios->setChangeable(isFree("scenarios"));
  m_list->setLocked(m_lesson->isOpenQuestion(), !isFree("scenarios"));
  m_plot->setDosesMovable(isFree("schedule"));
  showWhatCanBeCompared();
  if (free) {
    chooseShownScenario();  // what is free acts on what is seen
    if (std::exchange(m_lessonStep, m_lesson->step()) != m_lesson->step()) {
      m_pages->setCurrentIndex(0);
      // Once the forms show the scenario and are laid out.
      QTimer::singleShot(0, m_forms, [this] { showFreeControl(); });
    }
  } else {
    m_lessonStep = -1;
  }
}

void MainWindow::placeLesson() {
  const bool running = m_lesson->isRunning();
  const bool narrow = width() < threeColumns;
  const int tab = m_left->indexOf(m_lessonPanel);
  if (running && narrow && tab < 0) {
    m_left->insertTab(0, m_lessonPanel, tr("Lesson"));
    m_left->setCurrentIndex(0);
  } else if (!(running && narrow) && tab >= 0) {
    m_left->removeTab(tab);
    m_lessonPlace->layout()->addWidget(m_lessonPanel);
    m_lessonPanel->show();
  }
  m_lessonDock->setVisible(running && !narrow);
}

void MainWindow::showFreeControl() {
  if (!m_lesson->isRunning() || m_lesson->current().free.empty()) {
    return;
  }
  const std::string& control = m_lesson->current().free.front();
  if (control == "parameters") {
    m_forms->setCurrentWidget(m_parameters);
    return;
  }
  if (control == "interactions") {
    m_forms->setCurrentIndex(m_forms->count() - 1);
    return;
  }
  m_forms->setCurrentIndex(0);
  auto* form = qobject_cast<QScrollArea*>(m_forms->widget(0));
  QWidget* field = m_editor->control(control);
  if (form != nullptr && field != nullptr) {
    QApplication::sendPostedEvents(m_editor, QEvent::LayoutRequest);
    form->ensureWidgetVisible(field, 0, roomAroundField);
  }
}

}  // namespace ketascope
