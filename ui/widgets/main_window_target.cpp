// SPDX-License-Identifier: GPL-3.0-or-later
// The dose that a target needs.
#include <QAction>

#include "viewmodel/lesson_session.hpp"
#include "widgets/editor_panel.hpp"
#include "widgets/main_window.hpp"
#include "widgets/scenario_panel.hpp"
#include "widgets/target_dialog.hpp"

namespace ketascope {

void MainWindow::showWhatCanBeFound() {
  if (m_findDose == nullptr) {
    return;
  }
  const auto free = m_lesson == nullptr ? std::nullopt : m_lesson->freeControls();
  const auto& scenarios = m_document.value().scenarios;
  const int current = m_scenarios->current();
  const ScenarioSpec* spec = current >= 0 && static_cast<std::size_t>(current) < scenarios.size()
                                 ? &scenarios[static_cast<std::size_t>(current)]
                                 : nullptr;
  QString why;
  if (free && !free->contains("amount")) {
    why = tr("The lesson keeps the dose as it is.");
  } else if (spec == nullptr || spec->doses.empty()) {
    why = tr("There is no dose that could be changed.");
  } else if (m_catalog.find(spec->model) == nullptr) {
    why = tr("The model of the scenario is not in the library.");
  }
  m_findDose->setEnabled(why.isEmpty());
  m_findDose->setToolTip(why.isEmpty() ? tr("The amount, rate or interval with which a curve "
                                            "reaches what you ask for")
                                       : why);
}

void MainWindow::findDose() {
  const int current = m_scenarios->current();
  showWhatCanBeFound();
  if (m_findDose == nullptr || !m_findDose->isEnabled()) {
    return;
  }
  TargetDialog dialog(&m_document, &m_catalog, m_library, current, m_editor->dose(), this);
  dialog.setFree(m_lesson == nullptr ? std::nullopt : m_lesson->freeControls());
  dialog.exec();
}

}  // namespace ketascope
