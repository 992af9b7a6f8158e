// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodel/autosave.hpp"

#include <gtest/gtest.h>

#include <QDir>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <map>

#include "ui_samples.hpp"

namespace ketascope {
namespace {

class AutosaveTest : public ::testing::Test {
 protected:
  static ScenarioFile one() {
    ScenarioFile file;
    file.title = "one";
    file.scenarios = {test::infusion("first")};
    return file;
  }
  std::string path(const char* name) const { return m_folder.filePath(name).toStdString(); }
  QString unsaved() const { return m_folder.filePath("unsaved"); }
  static void setTitle(ScenarioDocument& document, const char* title) {
    ScenarioFile next = document.value();
    next.title = title;
    document.change(std::move(next), "title");
  }

  QTemporaryDir m_folder;
};

TEST_F(AutosaveTest, AChangeIsKeptSoonAndGoneOnceSaved) {
  ScenarioDocument document;
  document.reset(one());
  Autosave autosave(&document, unsaved());
  EXPECT_FALSE(QFile::exists(autosave.copyPath()));
  setTitle(document, "changed");
  ASSERT_TRUE(QTest::qWaitFor([&] { return QFile::exists(autosave.copyPath()); }, 20'000));
  ASSERT_TRUE(document.save(path("a.toml")));
  EXPECT_FALSE(QFile::exists(autosave.copyPath()));
}

TEST_F(AutosaveTest, ACopyOfARunningProgramIsNotOfferedToOthers) {
  ScenarioDocument document, other;
  document.reset(one());
  Autosave autosave(&document, unsaved());
  const Autosave second(&other, unsaved());
  setTitle(document, "changed");
  autosave.update();
  EXPECT_TRUE(QFile::exists(autosave.copyPath()));
  EXPECT_TRUE(second.leftovers().empty());
}

TEST_F(AutosaveTest, WhatARunLeftComesBackAsAnUnsavedChangeOfItsFile) {
  {
    ScenarioDocument document;
    document.reset(one());
    ASSERT_TRUE(document.save(path("ä %.toml")));
    Autosave autosave(&document, unsaved());
    setTitle(document, "changed");
    autosave.update();
  }  // neither saved nor finished
  ScenarioDocument document;
  Autosave autosave(&document, unsaved());
  const auto all = autosave.leftovers();
  ASSERT_EQ(all.size(), 1U);
  const auto* found = &all.front();
  EXPECT_EQ(found->original.string(), path("ä %.toml"));
  document.recover(found->value, found->original);
  EXPECT_EQ(document.value().title, "changed");
  EXPECT_EQ(document.path().string(), path("ä %.toml"));
  EXPECT_TRUE(document.isModified());
  document.undoStack()->undo();
  EXPECT_EQ(document.value().title, "one") << "the saved file is one step back";
  Autosave::discard(*found);
  EXPECT_TRUE(autosave.leftovers().empty());
}

TEST_F(AutosaveTest, WhatAnotherProgramHasWrittenSinceIsKnownAfterARecovery) {
  {
    ScenarioDocument document;
    document.reset(one());
    ASSERT_TRUE(document.save(path("a.toml")));
    Autosave autosave(&document, unsaved());
    setTitle(document, "changed");
    autosave.update();
  }
  ScenarioDocument document;
  Autosave autosave(&document, unsaved());
  auto all = autosave.leftovers();
  ASSERT_EQ(all.size(), 1U);
  document.recover(all[0].value, all[0].original, all[0].seen);
  EXPECT_FALSE(document.isChangedOutside());
  document.reset({});
  ScenarioFile others = one();
  others.title = "of another program";
  ASSERT_TRUE(write_file(path("a.toml"), to_toml(others)));
  document.recover(all[0].value, all[0].original, all[0].seen);
  EXPECT_TRUE(document.isChangedOutside()) << "so that saving asks";
}

TEST_F(AutosaveTest, AnUnnamedDocumentComesBackUnnamedAndUnsaved) {
  ScenarioDocument document;
  document.recover(one(), {});
  EXPECT_EQ(document.value(), one());
  EXPECT_TRUE(document.path().empty());
  EXPECT_TRUE(document.isModified());
}

TEST_F(AutosaveTest, ABrokenCopyIsNeitherOfferedNorRemoved) {
  QDir().mkpath(unsaved());
  QFile broken(unsaved() + "/broken.toml");
  ASSERT_TRUE(broken.open(QIODevice::WriteOnly));
  broken.write("format = ");
  broken.close();
  ScenarioDocument document;
  EXPECT_TRUE(Autosave(&document, unsaved()).leftovers().empty());
  EXPECT_TRUE(broken.exists());
}

TEST_F(AutosaveTest, AKilledProgramLosesAtMostTwoSecondsAndNeverTheSavedFile) {
  ScenarioDocument original;
  original.reset(one());
  ASSERT_TRUE(original.save(path("a.toml")));
  const auto saved = read_text_file(path("a.toml"));
  original.reset({});  // and its lock is free

  QProcess program;
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  environment.insert("XDG_DATA_HOME", m_folder.path());
  environment.insert("XDG_CONFIG_HOME", m_folder.path());
  program.setProcessEnvironment(environment);
  program.start("/proc/self/exe", {"--edit-until-killed", m_folder.filePath("a.toml")});
  ASSERT_TRUE(program.waitForStarted());
  std::map<int, qint64> edits;  // number -> milliseconds
  const auto read = [&] {
    while (program.canReadLine()) {
      const QList<QByteArray> words = program.readLine().simplified().split(' ');
      edits[words.value(0).toInt()] = words.value(1).toLongLong();
    }
  };
  while (edits.size() < 150 && program.waitForReadyRead(20'000)) {
    read();
  }
  program.kill();  // SIGKILL: in the middle of an edit
  ASSERT_TRUE(program.waitForFinished());
  read();
  ASSERT_EQ(program.exitStatus(), QProcess::CrashExit);
  ASSERT_GE(edits.size(), 150U);

  EXPECT_EQ(read_text_file(path("a.toml")), saved);
  ScenarioDocument document;
  const auto all = Autosave(&document, m_folder.filePath("ketascope/unsaved")).leftovers();
  ASSERT_EQ(all.size(), 1U);
  const auto* found = &all.front();
  const int kept = static_cast<int>(found->value.scenarios.at(0).doses.at(0).amount.value);
  ASSERT_TRUE(edits.contains(kept));
  const qint64 lost = edits.rbegin()->second - edits.at(kept);
  RecordProperty("lost_ms", static_cast<int>(lost));
  EXPECT_LE(lost, 2000);
  EXPECT_TRUE(document.open(path("a.toml"))) << "the lock of the dead program does not hold";
}

TEST_F(AutosaveTest, AFileIsOpenForWritingInOneWindowOnly) {
  ScenarioDocument first, second;
  first.reset(one());
  ASSERT_TRUE(first.save(path("a.toml")));
  const auto refused = second.open(path("a.toml"));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().front().code, "document.locked");
  second.reset(one());
  EXPECT_FALSE(second.save(path("a.toml"))) << "nor is it overwritten";
  ASSERT_TRUE(second.openCopy(path("a.toml")));
  EXPECT_TRUE(second.path().empty());
  first.reset(one());
  EXPECT_TRUE(second.open(path("a.toml")));
  EXPECT_TRUE(second.open(path("a.toml"))) << "once more in the same window";
  EXPECT_TRUE(second.open(path("./a.toml"))) << "by another name, too";
  EXPECT_TRUE(second.save(path("./a.toml")));
}

TEST_F(AutosaveTest, ARefusedFileLeavesTheDocumentAndItsLock) {
  ScenarioDocument first, second;
  first.reset(one());
  ASSERT_TRUE(first.save(path("a.toml")));
  QFile broken(m_folder.filePath("broken.toml"));
  ASSERT_TRUE(broken.open(QIODevice::WriteOnly));
  broken.close();
  EXPECT_FALSE(first.open(path("broken.toml")));
  EXPECT_EQ(first.path().string(), path("a.toml"));
  EXPECT_FALSE(second.open(path("a.toml")));
}

/// The lock of a window that was killed: what it holds, and whether another window may open the
/// file.
class StaleLock : public AutosaveTest {
 protected:
  StaleLock() {
    ScenarioDocument document;
    document.reset(one());
    EXPECT_TRUE(document.save(path("a.ketascope")));
    QFile lock(m_folder.filePath(".a.ketascope.lock"));
    EXPECT_TRUE(lock.open(QIODevice::ReadOnly));
    m_lines = lock.readAll().split('\n');
  }
  /// Line by line as QLockFile writes them: process, program, machine, machine's id, id of its
  /// boot.
  void leave(const QList<QByteArray>& lines) const {
    QFile lock(m_folder.filePath(".a.ketascope.lock"));
    ASSERT_TRUE(lock.open(QIODevice::WriteOnly));
    lock.write(lines.join('\n'));
  }
  bool isThere() const { return QFile::exists(m_folder.filePath(".a.ketascope.lock")); }
  /// A process that has ended.
  static QByteArray gone() {
    QProcess process;
    process.start("true", QStringList());
    EXPECT_TRUE(process.waitForStarted());
    const QByteArray id = QByteArray::number(process.processId());
    process.waitForFinished();
    return id;
  }

  QList<QByteArray> m_lines;
};

TEST_F(StaleLock, OfAProcessThatIsGoneIsNoneAndGoesWithTheNextWindow) {
  m_lines[0] = gone();
  leave(m_lines);
  {
    ScenarioDocument next;
    EXPECT_TRUE(next.open(path("a.ketascope")));
    EXPECT_TRUE(isThere());
  }
  EXPECT_FALSE(isThere());
}

TEST_F(StaleLock, FromBeforeTheMachineStartedAnewIsNone) {
  // The number may belong to another process by now, even to one of this program.
  ASSERT_GE(m_lines.size(), 5);
  m_lines[4] = "00000000-0000-0000-0000-000000000000";
  leave(m_lines);
  ScenarioDocument next;
  EXPECT_TRUE(next.open(path("a.ketascope")));
}

TEST_F(StaleLock, IsClearedWithoutOpeningTheFile) {
  m_lines[0] = gone();
  leave(m_lines);
  ScenarioDocument::clearStaleLock(path("a.ketascope"));
  EXPECT_FALSE(isThere());
}

TEST_F(StaleLock, OfARunningWindowStays) {
  ScenarioDocument holder;
  ASSERT_TRUE(holder.open(path("a.ketascope")));
  ScenarioDocument::clearStaleLock(path("a.ketascope"));
  EXPECT_TRUE(isThere());
  ScenarioDocument other;
  EXPECT_FALSE(other.open(path("a.ketascope")));
}

TEST_F(StaleLock, ALockWithoutACopyOfUnsavedChangesIsCleared) {
  QDir().mkpath(unsaved());
  m_lines[0] = gone();
  QFile stray(unsaved() + "/stray.toml.lock");
  ASSERT_TRUE(stray.open(QIODevice::WriteOnly));
  stray.write(m_lines.join('\n'));
  stray.close();
  ScenarioDocument document;
  EXPECT_TRUE(Autosave(&document, unsaved()).leftovers().empty());
  EXPECT_FALSE(stray.exists());
}

}  // namespace
}  // namespace ketascope
