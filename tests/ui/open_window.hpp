// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QApplication>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTimer>
#include <functional>
#include <memory>

#include "ketascope/io/diagnostics.hpp"
#include "settle.hpp"
#include "ui_samples.hpp"
#include "widgets/main_window.hpp"
#include "widgets/scenario_panel.hpp"

namespace ketascope::test {

/// Types a name into a dialog of files. (QFileDialog::selectFile() leaves the field alone once it
/// has the focus.)
inline void nameFile(QFileDialog& dialog, const QString& folder, const QString& name) {
  dialog.setDirectory(folder);
  auto* field = dialog.findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
  ASSERT_NE(field, nullptr);
  field->setText(name);
}

/// A window with two scenarios in it, and a folder for files.
class OpenWindow : public ::testing::Test {
 protected:
  OpenWindow() {
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    m_window = std::make_unique<MainWindow>(sampleLibrary());
    QSignalSpy loaded(m_window->catalog(), &ModelCatalog::loaded);
    EXPECT_TRUE(next(loaded));
    m_window->resize(1280, 800);
    m_window->show();
    ScenarioFile file;
    file.title = "Two infusions";
    file.scenarios = {infusion("first"), infusion("second")};
    m_window->document()->reset(file);
    m_window->scenarios()->setCurrent(0);
    settle();
  }

  /// Until everything asked for so far is computed.
  void settle() const { settle(*m_window); }
  static void settle(MainWindow& window) { test::settle(window); }
  QString path(const QString& name) const { return m_folder.filePath(name); }
  /// Writes a document, its relative paths as they are.
  QString saved(const QString& name, const ScenarioFile& file) const {
    EXPECT_TRUE(write_file(path(name).toStdString(), to_toml(file)));
    return path(name);
  }
  QString written(const QString& name, const QByteArray& bytes) const {
    QFile file(path(name));
    EXPECT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    return path(name);
  }
  /// While `act` runs, answers every box that comes up; returns the object names of those that did.
  static QStringList answering(const std::function<void(QMessageBox&)>& answer,
                               const std::function<void()>& act) {
    QStringList seen;
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, [&] {
      if (auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget())) {
        seen << box->objectName();
        answer(*box);
      }
    });
    timer.start(10);
    act();
    return seen;
  }
  static void dismiss(QMessageBox& box) { box.reject(); }

  QTemporaryDir m_settings, m_folder;
  std::unique_ptr<MainWindow> m_window;
};

}  // namespace ketascope::test
