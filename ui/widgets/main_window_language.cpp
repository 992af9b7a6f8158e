// SPDX-License-Identifier: GPL-3.0-or-later
// Another language while the window is open: everything that shows words is made anew; document,
// history, models and results stay.
#include <QAction>
#include <QDockWidget>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QStatusBar>
#include <QTabWidget>
#include <QToolBar>
#include <string_view>

#include "ketascope/app/card.hpp"
#include "widgets/busy_line.hpp"
#include "widgets/editor_panel.hpp"
#include "widgets/main_window.hpp"
#include "widgets/patients_panel.hpp"
#include "widgets/scenario_panel.hpp"
#include "widgets/schedule_panel.hpp"

namespace ketascope {
namespace {

// The core states its purpose in plain text; lupdate finds the words here.
constexpr std::string_view statement = QT_TRANSLATE_NOOP(
    "ketascope::MainWindow", "For teaching and research. Not for dosing decisions.");
static_assert(statement == quiet_statement);

}  // namespace

void MainWindow::rebuild() {
  const int scenario = m_scenarios->current();
  const auto dose = static_cast<int>(m_editor->dose());
  const int table = m_tables->currentIndex();
  const int page = m_pages->currentIndex();
  const int form = m_forms->currentIndex();

  setMenuBar(new QMenuBar(this));
  for (QToolBar* toolbar : findChildren<QToolBar*>(QString(), Qt::FindDirectChildrenOnly)) {
    removeToolBar(toolbar);
    delete toolbar;
  }
  for (QDockWidget* dock : findChildren<QDockWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
    removeDockWidget(dock);
    delete dock;
  }
  for (QMenu* menu : findChildren<QMenu*>(QString(), Qt::FindDirectChildrenOnly)) {
    delete menu;
  }
  for (QAction* action : findChildren<QAction*>(QString(), Qt::FindDirectChildrenOnly)) {
    delete action;
  }
  for (QWidget* widget :
       statusBar()->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
    if (qobject_cast<QLabel*>(widget) != nullptr || qobject_cast<BusyLine*>(widget) != nullptr) {
      statusBar()->removeWidget(widget);
      delete widget;
    }
  }
  auto waiting = m_patients->takeWaiting();  // reports that are asked for already
  delete takeCentralWidget();
  for (QObject* model : std::initializer_list<QObject*>{m_list, m_metrics, m_audit}) {
    delete model;
  }
  m_compareRoutes = nullptr;
  m_findDose = nullptr;
  m_changesAction = nullptr;
  m_variability = nullptr;
  m_patients = nullptr;
  m_invalid.clear();
  m_heldFile.reset();
  buildParts();
  buildActions();
  if (m_catalog.isLoaded()) {
    fillBandsMenu();
    fillExamplesMenu();
    fillLessonsMenu();
  }
  showTitle();
  showDisplay();
  m_scenarios->setCurrent(scenario);
  m_editor->setDose(dose);
  m_tables->setCurrentIndex(table);
  m_pages->setCurrentIndex(page);
  m_forms->setCurrentIndex(form);
  applyLesson();
  for (PatientsPanel::Use& use : waiting) {
    m_patients->whenReady(std::move(use));
  }
  recalculate();
}

}  // namespace ketascope
