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
#include <QTimer>
#include <QToolBar>
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

#include "ketascope/app/card.hpp"
#include "widgets/busy_line.hpp"
#include "widgets/editor_panel.hpp"
#include "widgets/languages.hpp"
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

/// After what the desktop has sent meanwhile, which a posted event would overtake.
void afterInput(QObject* context, const std::function<void()>& next) {
  auto* timer = new QTimer(context);
  timer->setSingleShot(true);
  QObject::connect(timer, &QTimer::timeout, context, [timer, next] {
    timer->deleteLater();
    next();
  });
  timer->start(0);
}

}  // namespace

// In four events, so that none of them keeps the window from answering: first the parts, then the
// menus and what is chosen in both, then the form in front, then what nobody waits for. The old
// parts are out of sight at once but live until nothing points to them any more; nothing is painted
// before the third.
void MainWindow::rebuild() {
  m_rebuilding = true;
  const int scenario = m_scenarios->current();
  const auto dose = static_cast<int>(m_editor->dose());
  const int table = m_tables->currentIndex();
  const int page = m_pages->currentIndex();
  const int form = m_forms->currentIndex();
  const QString language = languageInUse();

  setUpdatesEnabled(false);
  for (QWidget* widget :
       statusBar()->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
    if (qobject_cast<QLabel*>(widget) != nullptr || qobject_cast<BusyLine*>(widget) != nullptr) {
      statusBar()->removeWidget(widget);
      delete widget;
    }
  }
  // They go when the last of the events is done, or with the window.
  auto old = std::make_shared<std::vector<std::unique_ptr<QObject>>>();
  old->emplace_back(takeCentralWidget());
  for (QObject* model : std::initializer_list<QObject*>{m_list, m_metrics, m_audit}) {
    model->setParent(nullptr);
    old->emplace_back(model);
  }
  m_invalid.clear();
  m_heldFile.reset();
  buildParts();

  const auto renewActions = [this] {
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
    m_compareRoutes = nullptr;
    m_findDose = nullptr;
    m_changesAction = nullptr;
    m_variability = nullptr;
    m_patients = nullptr;
    m_fullScreen = nullptr;
    buildActions();
    if (m_catalog.isLoaded()) {
      fillBandsMenu();
      fillExamplesMenu();
    }
    showTitle();
    showDisplay();
  };
  afterInput(this, [=, this] {
    // Reports that are asked for already.
    const auto waiting =
        std::make_shared<std::vector<PatientsPanel::Use>>(m_patients->takeWaiting());
    renewActions();
    m_scenarios->setCurrent(scenario);
    m_editor->setDose(dose);
    m_tables->setCurrentIndex(table);
    m_pages->setCurrentIndex(page);
    afterInput(this, [=, this] {
      m_forms->setCurrentIndex(form);
      applyLesson();
      for (PatientsPanel::Use& use : *waiting) {
        m_patients->whenReady(std::move(use));
      }
      recalculate();
      setUpdatesEnabled(true);
      afterInput(this, [=, this] {
        old->clear();
        m_rebuilding = false;
        if (m_catalog.isLoaded()) {
          fillLessonsMenu();
        }
        if (language != languageInUse()) {  // somebody was faster
          rebuild();
        }
      });
    });
  });
}

}  // namespace ketascope
