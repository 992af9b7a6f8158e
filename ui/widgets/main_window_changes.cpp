// SPDX-License-Identifier: GPL-3.0-or-later
// What is different since the document was saved.
#include <QAction>
#include <utility>
#include <vector>

#include "widgets/changes_dialog.hpp"
#include "widgets/main_window.hpp"

namespace ketascope {

SavedState MainWindow::presentState() const {
  const ScenarioFile& document = m_document.value();
  std::vector<const Run*> runs;
  const OutcomePtr outcome = m_runner.latest();
  // While something is computed, nobody knows what the document gives.
  if (outcome && !m_runner.isBusy() && outcome->scenarios.size() == document.scenarios.size()) {
    for (std::size_t i = 0; i < document.scenarios.size(); ++i) {
      const ScenarioOutcome& one = outcome->scenarios[i];
      runs.push_back(one.spec == document.scenarios[i] ? one.run.get() : nullptr);
    }
  }
  return present_state(document, runs, m_catalog.catalog().library);
}

void MainWindow::expectChanges() {
  m_changes.clear();
  m_changesSeen = false;
  m_before = m_document.value().saved.state;
  showChanges();
  if (m_messages != nullptr) {
    showMessages();
  }
}

void MainWindow::findChanges() {
  if (!m_before || m_runner.isBusy()) {
    return;
  }
  // What a changed document gives says nothing of the models; those are compared all the same.
  m_now = m_document.isModified()
              ? present_state(m_document.value(), {}, m_catalog.catalog().library)
              : presentState();
  m_changes = differences(*m_before, m_now, m_document.value());
  // Another version that gives the same is no news.
  if (m_changes.size() == 1 && m_changes.front().kind == StateDifference::Kind::engine) {
    m_changes.clear();
  }
  m_compared = std::exchange(m_before, std::nullopt);
  showChanges();
}

void MainWindow::showChanges() {
  if (m_changesAction == nullptr) {
    return;
  }
  m_changesAction->setEnabled(!m_changes.empty());
  m_changesAction->setToolTip(
      m_changes.empty() ? tr("Nothing is known to be different since the document was saved.")
                        : changesInShort(m_changes));
}

QString MainWindow::changesMessage() const {
  return m_changes.empty() || m_changesSeen
             ? QString()
             : tr("The file was saved by Ketascope %1. Different since then: %2. See "
                  "File > Changes since saving.")
                   .arg(QString::fromStdString(m_compared->engine), changesInShort(m_changes));
}

void MainWindow::reviewChanges() {
  if (m_changes.empty()) {
    return;
  }
  m_changesSeen = true;
  ChangesDialog dialog(m_changes, QString::fromStdString(m_compared->engine), this);
  if (dialog.exec() == QDialog::Accepted) {
    m_document.change(with_saved_parameters(m_document.value(), *m_compared, m_now),
                      tr("parameters as they were saved"));
  }
  showMessages();
}

}  // namespace ketascope
