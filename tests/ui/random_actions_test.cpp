// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QApplication>
#include <QPalette>
#include <QSignalSpy>
#include <QTemporaryDir>

#include "random_user.hpp"
#include "ui_samples.hpp"
#include "widgets/languages.hpp"
#include "widgets/main_window.hpp"

namespace ketascope {
namespace {

constexpr int actions = 10'000;
constexpr int betweenSaves = 250;

/// Another user with every number in KETASCOPE_RANDOM_SEED.
unsigned seed() {
  bool given = false;
  const int number = qEnvironmentVariableIntValue("KETASCOPE_RANDOM_SEED", &given);
  return given ? static_cast<unsigned>(number) : 20200601U;
}

/// What a new document shows of the file, as it was saved.
ScenarioFile reopened(const std::filesystem::path& path) {
  // The window holds the lock on its own file.
  const std::filesystem::path copy = path.parent_path() / "copy.toml";
  std::filesystem::copy_file(path, copy, std::filesystem::copy_options::overwrite_existing);
  ScenarioDocument document;
  const auto opened = document.open(copy);
  EXPECT_TRUE(opened) << (opened ? std::string() : format(opened.error()));
  ScenarioFile file = document.value();
  file.written_by.clear();
  return file;
}

TEST(RandomActionsSlow, TenThousandLeaveADocumentThatReopensIdentically) {
  const QTemporaryDir folder;
  const std::filesystem::path path = folder.filePath("random.toml").toStdString();
  {
    MainWindow window(test::sampleLibrary());
    QSignalSpy loaded(window.catalog(), &ModelCatalog::loaded);
    ASSERT_TRUE(test::next(loaded));
    window.resize(1280, 800);
    window.show();
    window.newDocument();
    test::RandomUser user(window, seed(), load_lessons(test::sampleLibrary()).lessons);
    for (int i = 1; i <= actions; ++i) {
      user.act();
      if (i % 4 == 0) {
        QCoreApplication::processEvents();
      }
      if (i % betweenSaves != 0) {
        continue;
      }
      QUndoStack* stack = window.document()->undoStack();
      ScenarioFile now = window.document()->value();
      const int back = std::min(stack->index(), 5);
      for (int step = 0; step < back; ++step) {
        stack->undo();
      }
      for (int step = 0; step < back; ++step) {
        stack->redo();
      }
      ASSERT_EQ(window.document()->value(), now) << "after action " << i << ": " << user.last();
      ASSERT_TRUE(window.document()->save(path)) << "after action " << i << ": " << user.last();
      EXPECT_FALSE(window.document()->isModified());
      now.written_by.clear();
      ASSERT_EQ(reopened(path), now) << "after action " << i << ": " << user.last();
    }
  }
  // Tests that follow in this program find it as it was.
  useLanguage("en");
  QApplication::setPalette(QPalette());
}

}  // namespace
}  // namespace ketascope
