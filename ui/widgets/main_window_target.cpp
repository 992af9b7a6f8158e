// SPDX-License-Identifier: GPL-3.0-or-later
// The dose that a target needs.
#include <QAction>

#include "viewmodel/lesson_session.hpp"
#include "widgets/editor_panel.hpp"
#include "widgets/main_window.hpp"
#include "widgets/scenario_panel.hpp"
#include "widgets/target_dialog.hpp"

namespace ketascope {

/// `whyNot`: why the chosen dose cannot be compared, either.
void MainWindow::showWhatCanBeFound(const QString& whyNot) {
  if (m_findDose == nullptr) {
    return;
  }
  const auto free = m_lesson == nullptr ? std::nullopt : m_lesson->freeControls();
  const int current = m_scenarios->current();
  QString why = whyNot;
  if (free) {
    why = free->contains("amount") ? QString() : tr("The lesson keeps the dose as it is.");
  } else if (whyNot.isEmpty() &&
             m_catalog.find(
                 m_document.value().scenarios[static_cast<std::size_t>(current)].model) ==
                 nullptr) {
    why = tr("The model of the scenario is not in the library.");
  }
  m_findDose->setEnabled(why.isEmpty());
  m_findDose->setToolTip(why.isEmpty() ? tr("The amount, rate or interval with which a curve "
                                            "reaches what you ask for")
                                       : why);
}

void MainWindow::findDose() {
  const int current = m_scenarios->current();
  if (m_findDose == nullptr || !m_findDose->isEnabled() || current < 0 ||
      current >= m_document.count()) {
    return;
  }
  TargetDialog dialog(&m_document, &m_catalog, m_library, current, m_editor->dose(), this);
  dialog.exec();
}

}  // namespace ketascope
