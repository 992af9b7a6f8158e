// SPDX-License-Identifier: GPL-3.0-or-later
// What of the window is in sight.
#include <gtest/gtest.h>

#include <QLineEdit>
#include <QTabWidget>
#include <QTest>

#include "ketascope/app/lesson.hpp"
#include "open_window.hpp"
#include "plot/concentration_plot.hpp"
#include "widgets/compare_panel.hpp"
#include "widgets/editor_panel.hpp"
#include "widgets/languages.hpp"

namespace ketascope {
namespace {

class Sight : public test::OpenWindow {
 protected:
  ~Sight() override { useLanguage("en"); }
  void press(Qt::Key key) {
    QTest::keyClick(m_window.get(), key);
    settle();
  }
  bool forms() const { return m_window->left()->isVisible(); }
  bool tables() const { return m_window->tables()->isVisible(); }
};

TEST_F(Sight, KeysGiveTheCurvesTheRoomOfFormsAndTables) {
  const QSize before = m_window->plot()->size();
  press(Qt::Key_F9);
  EXPECT_FALSE(forms());
  EXPECT_GT(m_window->plot()->width(), before.width() + 200);
  press(Qt::Key_F8);
  EXPECT_FALSE(tables());
  EXPECT_GT(m_window->plot()->height(), before.height() + 100);
  press(Qt::Key_F9);
  press(Qt::Key_F8);
  EXPECT_TRUE(forms() && tables());
  EXPECT_EQ(m_window->plot()->size(), before);
  EXPECT_FALSE(m_window->document()->isModified());
}

TEST_F(Sight, FullScreenShowsTheCurvesAloneAndEndsAsItBegan) {
  press(Qt::Key_F8);
  const QSize before = m_window->size();
  press(Qt::Key_F11);
  EXPECT_TRUE(m_window->isFullScreen());
  EXPECT_FALSE(forms() || tables());
  // What is needed meanwhile comes by its key.
  press(Qt::Key_F9);
  EXPECT_TRUE(forms());
  press(Qt::Key_F11);
  EXPECT_FALSE(m_window->isFullScreen());
  EXPECT_TRUE(forms());
  EXPECT_FALSE(tables());
  EXPECT_EQ(m_window->size(), before);
}

TEST_F(Sight, AFullScreenThatTheDesktopEndsBringsTheFormsBack) {
  press(Qt::Key_F11);
  ASSERT_TRUE(m_window->isFullScreen());
  m_window->showNormal();
  settle();
  EXPECT_TRUE(forms() && tables());
}

TEST_F(Sight, TheFocusStaysInSight) {
  auto* field = m_window->editor()->findChild<QLineEdit*>();
  ASSERT_NE(field, nullptr);
  m_window->activateWindow();
  field->setFocus();
  press(Qt::Key_F9);
  EXPECT_EQ(m_window->focusWidget(), m_window->plot());
}

TEST_F(Sight, WhatAsksForATableBringsItBack) {
  press(Qt::Key_F8);
  ASSERT_FALSE(tables());
  QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
  settle();
  EXPECT_TRUE(tables());
  EXPECT_EQ(m_window->tables()->currentWidget(), m_window->compare());
}

TEST_F(Sight, ALessonBringsFormsAndTables) {
  press(Qt::Key_F8);
  press(Qt::Key_F9);
  m_window->startLesson(load_lessons(test::sampleLibrary(), "en").lessons.front());
  settle();
  EXPECT_TRUE(forms() && tables());
}

TEST_F(Sight, AnotherLanguageLeavesItAsItIs) {
  press(Qt::Key_F9);
  ASSERT_TRUE(useLanguage("de"));
  QTest::qWait(50);
  settle();
  EXPECT_FALSE(forms());
  EXPECT_TRUE(tables());
  press(Qt::Key_F9);
  EXPECT_TRUE(forms());
}

}  // namespace
}  // namespace ketascope
