// SPDX-License-Identifier: GPL-3.0-or-later
// What is open when the program starts: documents of the command line, and what interrupted
// sessions left.
#include <QApplication>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QThreadPool>
#include <algorithm>

#include "widgets/main_window.hpp"

namespace ketascope {

void MainWindow::start(const QStringList& paths) {
  clearStaleLocks();
  if (!offerRecovery()) {
    openAll(paths);
    return;
  }
  // This window has what was recovered; recovering may have opened what was asked for, too.
  QStringList others = paths;
  others.removeIf([](const QString& path) {
    return std::ranges::any_of(QApplication::topLevelWidgets(), [&](QWidget* widget) {
      auto* window = qobject_cast<MainWindow*>(widget);
      return window != nullptr && !window->m_document.path().empty() &&
             ScenarioDocument::sameFile(window->m_document.path(), path.toStdString());
    });
  });
  if (!others.isEmpty()) {
    anotherWindow()->openAll(others);
  }
}

MainWindow* MainWindow::anotherWindow() {
  auto* window = new MainWindow(m_library);
  window->setAttribute(Qt::WA_DeleteOnClose);
  window->show();
  return window;
}

bool MainWindow::offerRecovery() {
  bool taken = false;
  const std::vector<Autosave::Leftover> all = m_autosave.leftovers();
  for (const Autosave::Leftover& leftover : all) {
    switch (askAboutLeftover(leftover)) {
      case LeftoverAnswer::recover:
        (taken ? anotherWindow() : this)->recover(leftover);
        taken = true;
        break;
      case LeftoverAnswer::discard:
        Autosave::discard(leftover);
        break;
      case LeftoverAnswer::later:
        break;
    }
  }
  return taken;
}

MainWindow::LeftoverAnswer MainWindow::askAboutLeftover(const Autosave::Leftover& leftover) {
  const QString name = leftover.original.empty()
                           ? tr("a document without a name")
                           : QString::fromStdString(leftover.original.filename().string());
  QMessageBox box(QMessageBox::Question, tr("Ketascope"),
                  tr("Ketascope ended before %1 was saved.").arg(name), QMessageBox::NoButton,
                  this);
  box.setObjectName(QStringLiteral("Recovery"));
  box.setInformativeText(
      (leftover.original.empty()
           ? tr("What was changed until %1 was kept. No file has it yet.")
           : tr("The unsaved changes of %1 were kept. The saved file is as you left it."))
          .arg(QLocale().toString(leftover.when, QLocale::ShortFormat)));
  const QAbstractButton* recover = box.addButton(tr("&Recover them"), QMessageBox::AcceptRole);
  const QAbstractButton* discard = box.addButton(tr("&Discard them"), QMessageBox::DestructiveRole);
  box.addButton(tr("Ask &later"), QMessageBox::RejectRole);
  box.exec();
  if (box.clickedButton() == discard) {
    return LeftoverAnswer::discard;
  }
  return box.clickedButton() == recover ? LeftoverAnswer::recover : LeftoverAnswer::later;
}

void MainWindow::recover(const Autosave::Leftover& leftover) {
  m_document.recover(leftover.value, leftover.original, leftover.seen);
  // Under the name of this session, before the old copy goes: one of them is always there.
  if (m_autosave.update()) {
    Autosave::discard(leftover);
  }
  showNewDocument();
}

void MainWindow::clearStaleLocks() {
  // Elsewhere, because a folder on a network that is away answers late.
  QThreadPool::globalInstance()->start([paths = recentFiles()] {
    for (const QString& path : paths) {
      ScenarioDocument::clearStaleLock(path.toStdString());
    }
  });
}

}  // namespace ketascope
