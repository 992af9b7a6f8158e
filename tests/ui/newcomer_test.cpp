// SPDX-License-Identifier: GPL-3.0-or-later
// The usual tasks as somebody does them who sees the window for the first time: with nothing but
// the words on it. docs/workbench.md has the same steps.
#include <gtest/gtest.h>

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTabBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>
#include <QTimer>
#include <QToolButton>

#include "plot/concentration_plot.hpp"
#include "settle.hpp"
#include "ui_samples.hpp"
#include "widgets/editor_panel.hpp"
#include "widgets/lesson_panel.hpp"
#include "widgets/main_window.hpp"

namespace ketascope {
namespace {

QString plain(QString text) {
  return text.remove(QLatin1Char('&'));
}

class Newcomer : public ::testing::Test {
 protected:
  Newcomer() {
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
    m_window = std::make_unique<MainWindow>(test::sampleLibrary());
    QSignalSpy loaded(m_window->catalog(), &ModelCatalog::loaded);
    EXPECT_TRUE(test::next(loaded));
    m_window->resize(1280, 800);
    m_window->show();
    m_window->openAll({});
    settle();
  }
  void settle() { test::settle(*m_window); }
  void clickTab(const QString& text) {
    ++m_steps;
    for (QTabBar* bar : m_window->findChildren<QTabBar*>()) {
      for (int i = 0; i < bar->count(); ++i) {
        if (bar->isVisible() && plain(bar->tabText(i)) == text) {
          QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(i).center());
          settle();
          return;
        }
      }
    }
    FAIL() << "no tab " << text.toStdString();
  }
  void clickButton(const QString& text) {
    ++m_steps;
    for (QAbstractButton* button : m_window->findChildren<QAbstractButton*>()) {
      if (button->isVisible() && button->isEnabled() && plain(button->text()) == text) {
        QTest::mouseClick(button, Qt::LeftButton, {}, QPoint(8, button->height() / 2));
        settle();
        return;
      }
    }
    FAIL() << "no button " << text.toStdString();
  }
  void choose(QComboBox* box, const QString& text) {
    ++m_steps;
    box->setFocus();
    const int place = box->findText(text, Qt::MatchStartsWith);
    ASSERT_GE(place, 0) << text.toStdString();
    while (box->currentIndex() != place) {
      const int before = box->currentIndex();
      QTest::keyClick(box, before < place ? Qt::Key_Down : Qt::Key_Up);
      ASSERT_NE(box->currentIndex(), before) << "the box stays where it is";
    }
    settle();
  }
  /// Opens a menu of the bar; the entry whose text begins so.
  QAction* openMenu(const QString& title, const QString& entry) {
    ++m_steps;
    for (QAction* menu : m_window->menuBar()->actions()) {
      if (plain(menu->text()) == title) {
        QTest::mouseClick(m_window->menuBar(), Qt::LeftButton, {},
                          m_window->menuBar()->actionGeometry(menu).center());
        for (QAction* action : menu->menu()->actions()) {
          if (plain(action->text()).startsWith(entry)) {
            return action;
          }
        }
      }
    }
    return nullptr;
  }
  void clickEntry(QAction* action) {
    ++m_steps;
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    ASSERT_NE(menu, nullptr);
    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
    settle();
  }
  const ScenarioFile& document() { return m_window->document()->value(); }

  QTemporaryDir m_folder;
  std::unique_ptr<MainWindow> m_window;
  int m_steps = 0;  ///< clicks, choices and texts typed
};

TEST_F(Newcomer, ComparesRoutes) {
  clickTab("Compare");
  clickButton("This dose by every route");
  EXPECT_GT(document().scenarios.size(), 3U);
  EXPECT_EQ(m_window->plot()->figure().curves.size(), document().scenarios.size());
  EXPECT_EQ(m_steps, 2);
}

TEST_F(Newcomer, AddsASecondInfusion) {
  clickButton("+");
  ASSERT_EQ(document().scenarios[0].doses.size(), 2U);
  EXPECT_EQ(m_window->plot()->figure().doses.size(), 2U);
  EXPECT_TRUE(document().scenarios[0].doses[1].duration);
  EXPECT_EQ(m_steps, 1);
}

TEST_F(Newcomer, SeesWhatClarithromycinDoes) {
  clickTab("Interactions");
  clickButton("Use ketascope-reference");
  clickTab("Scenario");
  choose(m_window->editor()->routeBox(), "oral");
  const double alone = m_window->metrics()
                           ->index(0, MetricsTableModel::Cmax)
                           .data(MetricsTableModel::NumberRole)
                           .toDouble();
  clickTab("Interactions");
  clickButton("Clarithromycin");
  const double beside = m_window->metrics()
                            ->index(0, MetricsTableModel::Cmax)
                            .data(MetricsTableModel::NumberRole)
                            .toDouble();
  EXPECT_GT(beside, 1.1 * alone);
  clickButton("Compare with and without");
  EXPECT_EQ(document().scenarios.size(), 2U);
  EXPECT_EQ(m_steps, 7);
}

TEST_F(Newcomer, ExportsASlide) {
  const QString path = m_folder.filePath("slide.png");
  // Each dialog waits: the name is typed into the first, the second is taken as it is.
  QTimer user;
  QObject::connect(&user, &QTimer::timeout, [&] {
    auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
    if (dialog == nullptr) {
      return;
    }
    ++m_steps;
    if (auto* name = dialog->findChild<QLineEdit*>("fileNameEdit")) {
      name->setText(path);  // typed, its completions would want to be closed first
      QTest::keyClick(dialog, Qt::Key_Return);
    } else {
      QTest::keyClick(dialog, Qt::Key_Return);
    }
  });
  user.start(20);
  QAction* entry = openMenu("File", "Export figure");
  ASSERT_NE(entry, nullptr);
  clickEntry(entry);
  EXPECT_TRUE(QTest::qWaitFor([&] { return QFileInfo::exists(path); }, 20'000))
      << "the file is written in the background";
  EXPECT_EQ(m_steps, 4);
}

TEST_F(Newcomer, OpensALesson) {
  QAction* entry = openMenu("Lessons", "");
  ASSERT_NE(entry, nullptr);
  clickEntry(entry);
  EXPECT_TRUE(m_window->lesson()->isRunning());
  EXPECT_TRUE(m_window->lessonPanel()->isVisible());
  EXPECT_EQ(m_steps, 2);
}

TEST_F(Newcomer, FindsWhereANumberComesFrom) {
  clickButton("Card…");
  const auto found = [&] {
    for (const QTextBrowser* text : m_window->findChildren<QTextBrowser*>()) {
      if (text->isVisible() && text->toPlainText().contains("Kamp")) {
        return true;
      }
    }
    return false;
  };
  EXPECT_TRUE(QTest::qWaitFor(found, 20'000)) << "the card is written in the background";
  EXPECT_EQ(m_steps, 1);
}

}  // namespace
}  // namespace ketascope
