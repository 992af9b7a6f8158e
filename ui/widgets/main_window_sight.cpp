// SPDX-License-Identifier: GPL-3.0-or-later
// What of the window is in sight: everything, or the curves with more room, or nothing but them.
#include <QAction>
#include <QMenu>
#include <QTabWidget>

#include "plot/concentration_plot.hpp"
#include "widgets/main_window.hpp"

namespace ketascope {

void MainWindow::buildSightActions(QMenu* view) {
  const auto add = [&](const QString& text, Qt::Key key, const QString& about, auto toggled) {
    QAction* action = view->addAction(text);
    action->setCheckable(true);
    action->setShortcut(key);
    action->setToolTip(about);
    connect(action, &QAction::triggered, this, toggled);
    return action;
  };
  m_showForms = add(tr("Scenarios and f&orms"), Qt::Key_F9, tr("What is on the left of the curves"),
                    [this](bool on) {
                      m_sight.forms = on;
                      showSight();
                    });
  m_showTables = add(tr("Ta&bles"), Qt::Key_F8, tr("What is below the curves"), [this](bool on) {
    m_sight.tables = on;
    showSight();
  });
  m_fullScreen = add(tr("&Full screen"), Qt::Key_F11,
                     tr("The curves on the whole screen; F8 and F9 bring tables and forms"),
                     [this](bool on) { setFullScreen(on); });
  showSight();
}

void MainWindow::showSight() {
  m_showForms->setChecked(m_sight.forms);
  m_showTables->setChecked(m_sight.tables);
  m_fullScreen->setChecked(m_sightBefore.has_value());
  const QWidget* focus = focusWidget();
  const bool lost = focus != nullptr && ((!m_sight.forms && m_left->isAncestorOf(focus)) ||
                                         (!m_sight.tables && m_tables->isAncestorOf(focus)));
  m_left->setVisible(m_sight.forms);
  m_tables->setVisible(m_sight.tables);
  if (lost) {
    shownPlot()->setFocus(Qt::OtherFocusReason);
  }
}

void MainWindow::setFullScreen(bool on) {
  if (on == m_sightBefore.has_value()) {
    return;
  }
  if (on) {
    m_sightBefore = m_sight;
    m_sight = {false, false};
    setWindowState(windowState() | Qt::WindowFullScreen);
  } else {
    m_sight = *m_sightBefore;
    m_sightBefore.reset();
    setWindowState(windowState() & ~Qt::WindowFullScreen);
  }
  showSight();
}

void MainWindow::showTable(QWidget* page) {
  m_sight.tables = true;
  showSight();
  m_tables->setCurrentWidget(page);
}

}  // namespace ketascope
