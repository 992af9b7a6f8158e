// SPDX-License-Identifier: GPL-3.0-or-later
// What opening, saving, dropping and recovering does to the document that is open.
#include <QAbstractButton>
#include <QDir>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QImage>
#include <QMimeData>
#include <QMimeDatabase>
#include <QStatusBar>
#include <QTest>
#include <QUrl>
#include <algorithm>

#include "open_window.hpp"
#include "viewmodel/document_joining.hpp"
#include "widgets/message_bar.hpp"

namespace ketascope {
namespace {

class Files : public test::OpenWindow {
 protected:
  void drop(const QStringList& paths) const {
    QMimeData data;
    QList<QUrl> urls;
    for (const QString& path : paths) {
      urls << QUrl::fromLocalFile(path);
    }
    data.setUrls(urls);
    QDragEnterEvent enter(QPoint(400, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &enter);
    QDropEvent event(QPointF(400, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &event);
  }
  static ScenarioFile one(const std::string& title) {
    ScenarioFile file;
    file.title = title;
    file.scenarios = {test::infusion(title)};
    return file;
  }
  const ScenarioFile& value() const { return m_window->document()->value(); }
};

TEST_F(Files, WhatCannotBeOpenedLeavesWhatIsOpen) {
  ASSERT_TRUE(m_window->document()->save(path("mine.ketascope").toStdString()));
  const ScenarioFile before = value();
  QImage picture(8, 8, QImage::Format_RGB32);
  picture.fill(Qt::red);
  ASSERT_TRUE(picture.save(path("picture.png")));
  const QStringList bad{path("picture.png"), written("broken.toml", "format = "),
                        path("not there.toml")};
  for (const QString& file : bad) {
    const QStringList boxes = answering(dismiss, [&] { drop({file}); });
    EXPECT_EQ(boxes.size(), 1) << file.toStdString();
    EXPECT_EQ(value(), before) << file.toStdString();
  }
  EXPECT_EQ(answering(dismiss, [&] { drop(bad); }).size(), bad.size());
  EXPECT_EQ(value(), before);
  EXPECT_EQ(m_window->document()->fileName(), "mine.ketascope");
}

TEST_F(Files, AFileOfAnotherWindowThatIsNotCopiedLeavesWhatIsOpen) {
  ScenarioDocument other;
  other.reset(one("held"));
  ASSERT_TRUE(other.save(path("held.ketascope").toStdString()));
  const ScenarioFile before = value();
  EXPECT_EQ(answering(dismiss, [&] { drop({path("held.ketascope")}); }), QStringList{"LockedFile"});
  EXPECT_EQ(value(), before);
}

TEST_F(Files, AWindowThatStartsWithABrokenFileHasAFirstScenario) {
  m_window->document()->reset({});
  answering(dismiss, [&] { m_window->openAll({written("broken.toml", "format = ")}); });
  EXPECT_EQ(m_window->document()->count(), 1);
}

TEST_F(Files, SeveralFilesKeepTitlesAndVirtualPatients) {
  ScenarioFile second = one("Second");
  second.description = "Said of the second";
  second.population = PopulationSpec();
  second.population->count = 321;
  second.population->covariate_table = "weights.csv";
  ScenarioFile third = one("Third");
  third.population = PopulationSpec();
  third.population->count = 5;
  saved("1.toml", one("First"));
  saved("2.toml", second);
  saved("3.toml", third);
  written("broken.toml", "?");
  m_window->openAll({path("1.toml"), path("2.toml")});
  EXPECT_EQ(value().title, "First; Second");
  EXPECT_EQ(value().description, "Said of the second");
  EXPECT_EQ(m_window->document()->count(), 2);
  ASSERT_TRUE(value().population);
  EXPECT_EQ(value().population->count, 321U);
  EXPECT_EQ(value().population->covariate_table, path("weights.csv").toStdString())
      << "the new document stands in no folder";

  answering(dismiss, [&] {
    m_window->openAll({path("2.toml"), path("broken.toml"), path("3.toml"), path("3.toml")});
  });
  EXPECT_EQ(value().title, "Second; Third") << "each title once, without the broken file's";
  EXPECT_EQ(m_window->document()->count(), 3);
  EXPECT_EQ(value().population->count, 321U) << "the first that has any";
}

TEST(JoinDocuments, SaysWhereVirtualPatientsDisagree) {
  ScenarioFile none, some, others;
  some.population = PopulationSpec();
  others.population = PopulationSpec();
  others.population->count += 1;
  EXPECT_FALSE(patientsDisagree({none, some, some}));
  EXPECT_TRUE(patientsDisagree({none, some, others}));
  EXPECT_EQ(joinDocuments({}), ScenarioFile());
}

TEST_F(Files, SavedElsewhereADocumentStillReadsItsOwnFiles) {
  const auto here = m_folder.path().toStdString();
  ASSERT_TRUE(QDir(m_folder.path()).mkpath("talks/may"));
  written("doses.csv", "ID,TIME,AMT,CMT\n1,0,50,central\n");
  ScenarioFile file = value();
  file.scenarios.resize(1);
  file.scenarios[0].doses.clear();
  file.scenarios[0].events = "doses.csv";
  const QString first = saved("a.ketascope", file);
  ScenarioDocument document;
  ASSERT_TRUE(document.open(first.toStdString()));
  file.title = "changed";
  document.change(file, "title");
  const std::string second = here + "/talks/may/b.ketascope";
  ASSERT_TRUE(document.save(second));
  const auto reads = [](const ScenarioDocument& one) {
    return prepare(one.value().scenarios[0], test::sampleLibrary(), one.folder());
  };
  EXPECT_TRUE(reads(document)) << "in the window that goes on";
  document.undoStack()->undo();
  EXPECT_TRUE(reads(document)) << "and one step back";
  Autosave autosave(&document, path("unsaved"));
  autosave.update();
  const auto copy = load_scenario_file(autosave.copyPath().toStdString());
  ASSERT_TRUE(copy);
  EXPECT_EQ(copy->scenarios[0].events, "../../doses.csv");
  ASSERT_TRUE(document.save(second));
  document.reset({});
  ASSERT_TRUE(document.open(second));
  EXPECT_TRUE(reads(document)) << "and when it is opened there";
}

/// Presses the button whose text, without its mnemonic, is this.
void pressNamed(QMessageBox& box, const QString& text) {
  for (QAbstractButton* button : box.buttons()) {
    if (button->text().remove('&') == text) {
      button->click();
      return;
    }
  }
  FAIL() << "no button " << text.toStdString();
}

TEST_F(Files, WhatAnotherProgramHasWrittenIsNotOverwrittenUnasked) {
  const QString file = saved("a.ketascope", one("mine"));
  const std::string theirs = to_toml(one("hers"));  // as long, perhaps as old
  m_window->openAll({file});
  EXPECT_FALSE(m_window->document()->isChangedOutside());
  const auto change = [&](const char* title) {
    ScenarioFile next = value();
    next.title = title;
    m_window->document()->change(next, "title");
  };
  const auto onDisk = [&] { return load_scenario_file(file.toStdString())->title; };
  change("changed");
  written("a.ketascope", QByteArray::fromStdString(theirs));
  const QStringList asked{"ChangedOutside"};
  EXPECT_EQ(answering(dismiss, [&] { EXPECT_FALSE(m_window->save()); }), asked);
  EXPECT_EQ(onDisk(), "hers");
  EXPECT_EQ(answering([](QMessageBox& box) { pressNamed(box, "Save anyway"); },
                      [&] { EXPECT_TRUE(m_window->save()); }),
            asked);
  EXPECT_EQ(onDisk(), "changed");
  change("once more");
  EXPECT_EQ(answering(dismiss, [&] { EXPECT_TRUE(m_window->save()); }), QStringList());
  written("a.ketascope", QByteArray::fromStdString(theirs));
  change("lost");
  EXPECT_EQ(answering([](QMessageBox& box) { pressNamed(box, "Read it anew"); },
                      [&] { EXPECT_FALSE(m_window->save()); }),
            asked);
  EXPECT_EQ(value().title, "hers");
  EXPECT_FALSE(m_window->document()->isModified());
}

TEST_F(Files, AFileThatIsMissingIsNamed) {
  ScenarioFile file = value();
  file.scenarios[0].doses.clear();
  file.scenarios[0].events = path("missing.csv").toStdString();
  m_window->document()->change(file, "events");
  settle();
  const auto& messages = m_window->messages()->messages();
  EXPECT_TRUE(std::ranges::any_of(messages, [](const MessageBar::Message& message) {
    return message.text.contains("missing.csv");
  })) << (messages.empty() ? "nothing is said" : messages[0].text.toStdString());
}

TEST_F(Files, ADocumentIsSavedUnderTheEndingThatTheDesktopKnows) {
  QString offered;
  QStringList filters;
  const QString folder = m_folder.path();
  QTimer timer;
  QObject::connect(&timer, &QTimer::timeout, [&] {
    if (auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget())) {
      // A busy machine may let the dialog stand until the next turn, with the name from here.
      if (offered.isEmpty()) {
        offered = QFileInfo(dialog->selectedFiles().value(0)).fileName();
      }
      filters = dialog->nameFilters();
      test::nameFile(*dialog, folder, "talk");
      QMetaObject::invokeMethod(dialog, "accept");
    }
  });
  timer.start(10);
  EXPECT_TRUE(m_window->saveAs());
  timer.stop();
  EXPECT_EQ(offered, "scenarios.ketascope");
  EXPECT_TRUE(filters.join(' ').contains("*.ketascope *.toml")) << filters.join(' ').toStdString();
  EXPECT_EQ(m_window->document()->fileName(), "talk.ketascope");
  EXPECT_TRUE(QFile::exists(path("talk.ketascope")));
}

TEST(FileType, TheDesktopKnowsASavedDocument) {
  const QTemporaryDir folder;
  ScenarioDocument document;
  ScenarioFile file;
  file.scenarios = {test::infusion("first")};
  document.reset(file);
  const QMimeDatabase types;
  for (const char* name : {"a.ketascope", "b.ketascope.toml", "no-ending"}) {
    const QString path = folder.filePath(name);
    ASSERT_TRUE(document.save(path.toStdString()));
    EXPECT_EQ(types.mimeTypeForFile(path).name(), "application/x-ketascope-scenario") << name;
  }
  EXPECT_TRUE(types.mimeTypeForName("application/x-ketascope-scenario").inherits("text/plain"));
}

/// What sessions that were killed have left.
class Recovery : public Files {
 protected:
  Recovery() { QDir(Autosave::standardFolder()).removeRecursively(); }
  ~Recovery() override { QDir(Autosave::standardFolder()).removeRecursively(); }
  /// A session ends without saving; its file, where it has one, is named after the title.
  void leave(const std::string& title, bool named) const {
    ScenarioDocument document;
    document.reset(one(title));
    if (named) {
      ASSERT_TRUE(document.save(path(QString::fromStdString(title) + ".ketascope").toStdString()));
    }
    Autosave autosave(&document, Autosave::standardFolder());
    ScenarioFile next = document.value();
    next.title += ", changed";
    document.change(std::move(next), "title");
    autosave.update();
  }
  static void press(QMessageBox& box, QMessageBox::ButtonRole role) {
    for (QAbstractButton* button : box.buttons()) {
      if (box.buttonRole(button) == role) {
        button->click();
        return;
      }
    }
  }
  static void accept(QMessageBox& box) { press(box, QMessageBox::AcceptRole); }
  static QStringList openTitles() {
    QStringList titles;
    for (QWidget* widget : QApplication::topLevelWidgets()) {
      if (auto* window = qobject_cast<MainWindow*>(widget)) {
        titles << QString::fromStdString(window->document()->value().title);
      }
    }
    titles.sort();
    return titles;
  }
  void closeOthers() const {
    QList<MainWindow*> others;  // first, because menus of a window that goes are in the list, too
    for (QWidget* widget : QApplication::topLevelWidgets()) {
      auto* window = qobject_cast<MainWindow*>(widget);
      if (window != nullptr && window != m_window.get()) {
        others << window;
      }
    }
    for (MainWindow* window : others) {
      window->document()->undoStack()->setClean();
      delete window;
    }
  }
};

TEST_F(Recovery, EveryDocumentThatWasLeftIsOffered) {
  leave("one", true);
  leave("two", false);
  leave("three", true);
  m_window->document()->reset({});
  const QStringList boxes = answering(accept, [&] { m_window->start({}); });
  EXPECT_EQ(boxes, QStringList({"Recovery", "Recovery", "Recovery"}));
  EXPECT_EQ(openTitles(), QStringList({"one, changed", "three, changed", "two, changed"}));
  closeOthers();
}

TEST_F(Recovery, WhatWasLeftStaysUntilItIsKeptAnew) {
  leave("one", false);
  m_window->document()->reset({});
  // Where the new copy has to go nothing can be written.
  ASSERT_TRUE(QDir().mkpath(m_window->autosave()->copyPath()));
  QSignalSpy failed(m_window->autosave(), &Autosave::failed);
  EXPECT_EQ(answering(accept, [&] { m_window->start({}); }), QStringList{"Recovery"});
  EXPECT_EQ(value().title, "one, changed");
  EXPECT_EQ(failed.count(), 1);
  EXPECT_TRUE(m_window->statusBar()->currentMessage().contains("could not be kept"));
  EXPECT_EQ(m_window->autosave()->leftovers().size(), 1U);
  ASSERT_TRUE(QDir(m_window->autosave()->copyPath()).removeRecursively());
}

TEST_F(Recovery, AFileThatWasAskedForIsOpenedBesideWhatIsRecovered) {
  leave("one", true);
  const QString asked = saved("asked.ketascope", one("asked"));
  m_window->document()->reset({});
  answering(accept, [&] { m_window->start({asked, path("one.ketascope")}); });
  EXPECT_EQ(openTitles(), QStringList({"asked", "one, changed"}))
      << "what was recovered is not opened twice";
  EXPECT_EQ(value().title, "one, changed");
  closeOthers();
}

TEST_F(Recovery, DiscardedOnesGoWithTheirLocksAndLaterOnesStay) {
  leave("one", true);
  const QString asked = saved("asked.ketascope", one("asked"));
  m_window->document()->reset({});
  const auto later = [](QMessageBox& box) { press(box, QMessageBox::RejectRole); };
  answering(later, [&] { m_window->start({asked}); });
  EXPECT_EQ(openTitles(), QStringList{"asked"});
  const auto discard = [](QMessageBox& box) { press(box, QMessageBox::DestructiveRole); };
  EXPECT_EQ(answering(discard, [&] { m_window->start({asked}); }).size(), 1);
  EXPECT_EQ(answering(discard, [&] { m_window->start({asked}); }).size(), 0);
}

}  // namespace
}  // namespace ketascope
