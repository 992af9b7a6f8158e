// SPDX-License-Identifier: GPL-3.0-or-later
// Opening and saving.
#include <QApplication>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QStatusBar>
#include <QToolBar>
#include <QToolButton>
#include <algorithm>
#include <filesystem>

#include "ketascope/io/diagnostics.hpp"
#include "plot/concentration_plot.hpp"
#include "viewmodel/document_joining.hpp"
#include "viewmodel/words_in_use.hpp"
#include "widgets/document_dialog.hpp"
#include "widgets/main_window.hpp"
#include "widgets/message_bar.hpp"
#include "widgets/patients_panel.hpp"
#include "widgets/save_path.hpp"
#include "widgets/scenario_panel.hpp"

namespace ketascope {
namespace {

constexpr int recentCount = 8;

QString recentKey() {
  return QStringLiteral("recentFiles");
}

/// The desktop knows documents by it.
QString documentEnding() {
  return QStringLiteral(".ketascope");
}

std::filesystem::path toPath(const QString& path) {
  return {path.toStdString()};
}

}  // namespace

void MainWindow::buildFileActions() {
  auto* toolbar = findChild<QToolBar*>(QStringLiteral("MainToolBar"));
  QMenu* file = menuBar()->addMenu(tr("&File"));
  QAction* create = file->addAction(tr("&New"), QKeySequence::New, this, &MainWindow::newDocument);
  QAction* openAction = file->addAction(tr("&Open…"), QKeySequence::Open, this, &MainWindow::open);
  m_recentMenu = file->addMenu(tr("Open &recent"));
  m_examplesMenu = file->addMenu(tr("Open e&xample"));
  file->addSeparator();
  QAction* saveAction = file->addAction(tr("&Save"), QKeySequence::Save, this, &MainWindow::save);
  file->addAction(tr("Save &as…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), this,
                  &MainWindow::saveAs);
  file->addSeparator();
  QAction* figure =
      file->addAction(tr("Export &figure (PNG, SVG, PDF)…"), QKeySequence(Qt::CTRL | Qt::Key_E),
                      this, &MainWindow::exportFigure);
  QAction* csv =
      file->addAction(tr("Export &curves (CSV)…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E),
                      this, &MainWindow::exportCsv);
  QAction* reportAction =
      file->addAction(tr("Export &report (PDF, HTML)…"), QKeySequence(Qt::CTRL | Qt::Key_P), this,
                      &MainWindow::exportReport);
  file->addSeparator();
  file->addAction(tr("Document &properties…"), QKeySequence(Qt::ALT | Qt::Key_Return), this,
                  &MainWindow::editProperties);
  m_changesAction = file->addAction(tr("Changes since sa&ving…"), this, &MainWindow::reviewChanges);
  file->setToolTipsVisible(true);
  showChanges();
  file->addSeparator();
  file->addAction(tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), qApp,
                  &QApplication::closeAllWindows);
  connect(m_recentMenu, &QMenu::aboutToShow, this, &MainWindow::fillRecentMenu);
  fillRecentMenu();

  for (QAction* action : {create, openAction, saveAction}) {
    toolbar->addAction(action);
  }
  auto* exports = new QToolButton(toolbar);
  exports->setText(tr("Export"));
  exports->setPopupMode(QToolButton::InstantPopup);
  exports->setMenu(new QMenu(exports));
  exports->menu()->addActions({figure, csv, reportAction});
  exports->setFocusPolicy(Qt::TabFocus);
  toolbar->addWidget(exports);
  toolbar->addSeparator();
}

void MainWindow::fillRecentMenu() {
  m_recentMenu->clear();
  const QStringList paths = recentFiles();
  for (const QString& path : paths) {
    m_recentMenu->addAction(QDir::toNativeSeparators(path), this, [this, path] {
      if (maybeSave()) {
        openPath(path);
      }
    });
  }
  m_recentMenu->setEnabled(!paths.isEmpty());
}

void MainWindow::fillExamplesMenu() {
  m_examplesMenu->clear();
  for (const auto& folder : m_catalog.catalog().library.folders()) {
    const QDir examples(QString::fromStdString((folder / "examples").string()));
    for (const QFileInfo& info :
         examples.entryInfoList({QStringLiteral("*.toml")}, QDir::Files, QDir::Name)) {
      // As a copy: an example stays what it is, and saving asks for a place.
      m_examplesMenu->addAction(info.completeBaseName(), this, [this, path = info.filePath()] {
        if (maybeSave()) {
          openCopy(path);
        }
      });
    }
  }
  m_examplesMenu->setEnabled(!m_examplesMenu->isEmpty());
}

QStringList MainWindow::recentFiles() {
  return QSettings().value(recentKey()).toStringList();
}

void MainWindow::remember(const QString& path) {
  const QString whole = QFileInfo(path).absoluteFilePath();
  QStringList paths = recentFiles();
  paths.removeAll(whole);
  paths.prepend(whole);
  QSettings().setValue(recentKey(), QStringList(paths.mid(0, recentCount)));
}

void MainWindow::report(const QString& what, const Diagnostics& diagnostics) {
  QMessageBox box(QMessageBox::Warning, tr("Ketascope"), what, QMessageBox::Ok, this);
  box.setTextFormat(Qt::PlainText);
  QString text;
  for (const Diagnostic& diagnostic : diagnostics) {
    text += sentence(diagnostic) + QLatin1Char('\n');
    if (text.size() > 600) {
      text += tr("See the details for the rest.");
      break;
    }
  }
  box.setInformativeText(text);
  box.setDetailedText(QString::fromStdString(format(diagnostics)));
  box.exec();
}

void MainWindow::newDocument() {
  if (!maybeSave()) {
    return;
  }
  m_lesson->finish();
  if (m_catalog.isLoaded()) {
    m_document.reset(firstDocument());
    m_scenarios->setCurrent(m_document.count() > 0 ? 0 : -1);
  } else {
    m_wantsFirst = true;
  }
}

void MainWindow::open() {
  if (!maybeSave()) {
    return;
  }
  const QString path = QFileDialog::getOpenFileName(
      this, tr("Open scenarios"), QString::fromStdString(m_document.path().parent_path().string()),
      tr("Scenarios (*.ketascope *.toml);;All files (*)"));
  if (!path.isEmpty()) {
    openPath(path);
  }
}

bool MainWindow::openPath(const QString& path) {
  if (const auto opened = m_document.open(toPath(path)); !opened) {
    const Diagnostics& problems = opened.error();
    if (std::ranges::any_of(problems, [](const Diagnostic& problem) {
          return problem.code == "document.locked";
        })) {
      QMessageBox box(QMessageBox::Question, tr("Ketascope"),
                      tr("%1 is open in another window. Open a copy of it?")
                          .arg(QDir::toNativeSeparators(path)),
                      QMessageBox::Open | QMessageBox::Cancel, this);
      box.setObjectName(QStringLiteral("LockedFile"));
      return box.exec() == QMessageBox::Open && openCopy(path);
    }
    report(tr("%1 cannot be opened.").arg(QDir::toNativeSeparators(path)), problems);
    return false;
  }
  remember(path);
  showNewDocument();
  return true;
}

bool MainWindow::openCopy(const QString& path) {
  if (const auto opened = m_document.openCopy(toPath(path)); !opened) {
    report(tr("%1 cannot be opened.").arg(QDir::toNativeSeparators(path)), opened.error());
    return false;
  }
  showNewDocument();
  return true;
}

void MainWindow::showNewDocument() {
  m_wantsFirst = false;
  m_lesson->finish();
  m_plot->resetView();
  m_scenarios->setCurrent(m_document.count() > 0 ? 0 : -1);
}

void MainWindow::openAll(const QStringList& paths) {
  const bool opened =
      !paths.isEmpty() && (paths.size() == 1 ? openPath(paths.first()) : openTogether(paths));
  // What is open stays when nothing takes its place.
  if (paths.isEmpty() || (!opened && m_document.isUntouched())) {
    newDocument();
  }
}

bool MainWindow::openTogether(const QStringList& paths) {
  std::vector<ScenarioFile> files;
  for (const QString& path : paths) {
    auto file = load_scenario_file(toPath(path));
    if (!file) {
      report(tr("%1 cannot be opened.").arg(QDir::toNativeSeparators(path)), file.error());
      continue;
    }
    // The new document stands in no folder.
    makePathsAbsolute(*file, std::filesystem::absolute(toPath(path)).parent_path());
    files.push_back(std::move(*file));
  }
  if (files.empty()) {
    return false;
  }
  m_document.reset(joinDocuments(files));
  showNewDocument();
  if (patientsDisagree(files)) {
    statusBar()->showMessage(
        tr("The files state different virtual patients; those of the first are kept."), 8000);
  }
  return true;
}

MainWindow::ChangedAnswer MainWindow::askAboutChanged(const QString& path) {
  QMessageBox box(QMessageBox::Warning, tr("Ketascope"),
                  tr("Another program has changed %1 since it was opened here.")
                      .arg(QFileInfo(path).fileName()),
                  QMessageBox::NoButton, this);
  box.setObjectName(QStringLiteral("ChangedOutside"));
  box.setInformativeText(
      tr("Saving replaces what is in it now. Reading it anew drops the unsaved changes of this "
         "window."));
  const QAbstractButton* overwrite =
      box.addButton(tr("Save &anyway"), QMessageBox::DestructiveRole);
  QPushButton* elsewhere = box.addButton(tr("Save a&s…"), QMessageBox::AcceptRole);
  const QAbstractButton* reload = box.addButton(tr("&Read it anew"), QMessageBox::ResetRole);
  box.addButton(QMessageBox::Cancel);
  box.setDefaultButton(elsewhere);
  box.exec();
  return box.clickedButton() == overwrite   ? ChangedAnswer::overwrite
         : box.clickedButton() == elsewhere ? ChangedAnswer::elsewhere
         : box.clickedButton() == reload    ? ChangedAnswer::reload
                                            : ChangedAnswer::cancel;
}

bool MainWindow::saveTo(const QString& path) {
  if (ScenarioDocument::sameFile(toPath(path), m_document.path()) &&
      m_document.isChangedOutside()) {
    switch (askAboutChanged(path)) {
      case ChangedAnswer::overwrite:
        break;
      case ChangedAnswer::elsewhere:
        return saveAs();
      case ChangedAnswer::reload:
        openPath(path);
        return false;  // nothing was saved, and nothing is to be closed
      case ChangedAnswer::cancel:
        return false;
    }
  }
  m_document.setSaved(presentState());
  if (const auto saved = m_document.save(toPath(path)); !saved) {
    report(tr("The scenarios were not saved to %1. Save them under another name.")
               .arg(QDir::toNativeSeparators(path)),
           saved.error());
    return false;
  }
  remember(path);
  statusBar()->showMessage(tr("Saved %1").arg(QDir::toNativeSeparators(path)), 4000);
  return true;
}

bool MainWindow::save() {
  return m_document.path().empty() ? saveAs()
                                   : saveTo(QString::fromStdString(m_document.path().string()));
}

bool MainWindow::saveAs() {
  const QString path =
      askForSavePath(this, tr("Save scenarios"),
                     m_document.path().empty() ? tr("scenarios") + documentEnding()
                                               : QString::fromStdString(m_document.path().string()),
                     tr("Scenarios (*.ketascope *.toml)"));
  return !path.isEmpty() && saveTo(path);
}

bool MainWindow::maybeSave() {
  if (!m_document.isModified()) {
    return true;
  }
  const auto answer = QMessageBox::question(
      this, tr("Ketascope"), tr("The scenarios have unsaved changes. Save them?"),
      QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, QMessageBox::Save);
  if (answer == QMessageBox::Save) {
    return save();
  }
  return answer == QMessageBox::Discard;
}

bool MainWindow::maybeStopExport() {
  const auto done = [this] { return !m_exports.isBusy() && m_patients->waiting() == 0; };
  if (done()) {
    return true;
  }
  QMessageBox box(QMessageBox::Question, tr("Ketascope"),
                  m_exports.isBusy()
                      ? tr("%1 is still being written.").arg(QFileInfo(m_exports.path()).fileName())
                      : tr("A file still waits for the virtual patients."),
                  QMessageBox::NoButton, this);
  box.setObjectName(QStringLiteral("ExportUnderWay"));
  const QAbstractButton* stop = box.addButton(tr("&Do without it"), QMessageBox::DestructiveRole);
  box.addButton(QMessageBox::Cancel);
  box.exec();
  return box.clickedButton() == stop || done();
}

void MainWindow::editProperties() {
  DocumentDialog(&m_document, this).exec();
}

void MainWindow::showTitle() {
  const QString name = m_document.fileName().isEmpty() ? tr("unnamed") : m_document.fileName();
  setWindowTitle(QStringLiteral("%1[*] – Ketascope").arg(name));
  setWindowModified(m_document.isModified());
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
  if (event->mimeData()->hasUrls() && event->mimeData()->urls().first().isLocalFile()) {
    event->acceptProposedAction();
  }
}

void MainWindow::dropEvent(QDropEvent* event) {
  QStringList paths;
  for (const QUrl& url : event->mimeData()->urls()) {
    if (url.isLocalFile()) {
      paths << url.toLocalFile();
    }
  }
  if (!paths.isEmpty() && maybeSave()) {
    openAll(paths);
  }
}

}  // namespace ketascope
