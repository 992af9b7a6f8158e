// SPDX-License-Identifier: GPL-3.0-or-later
// The window on screens that are smaller than it would like, and where it stands on them.
#include <gtest/gtest.h>

#include <QCheckBox>
#include <QImage>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QScreen>
#include <QStyle>
#include <QTabWidget>
#include <QTest>

#include <algorithm>

#include "open_window.hpp"
#include "plot/plot_theme.hpp"
#include "widgets/appearance.hpp"
#include "widgets/languages.hpp"
#include "widgets/lesson_panel.hpp"

namespace ketascope {
namespace {

class SmallScreen : public test::OpenWindow {
 protected:
  ~SmallScreen() override { useLanguage("en"); }
};

TEST_F(SmallScreen, ALessonHasRoomOnAScreenOf960By540InEveryLanguage) {
  for (const char* language : {"en", "de", "fr", "es", "pl"}) {
    ASSERT_TRUE(useLanguage(language));
    QTest::qWait(50);  // the words are renewed in events of their own
    settle();
    m_window->resize(1280, 800);
    m_window->startLesson(load_lessons(test::sampleLibrary(), language).lessons.front());
    settle();
    EXPECT_LT(m_window->minimumSizeHint().width(), 1200)
        << language << ": three columns can be made narrow enough for two";
    m_window->lesson()->finish();
    m_window->resize(960, 540);
    for (const Lesson& lesson : load_lessons(test::sampleLibrary(), language).lessons) {
      m_window->startLesson(lesson);
      for (std::size_t i = 0; i < lesson.steps.size(); ++i) {
        m_window->lesson()->goTo(static_cast<int>(i));
        settle();
        if (lesson.steps[i].question) {
          m_window->lesson()->predict(1);
          settle();
        }
        const QSize least = m_window->minimumSizeHint();
        EXPECT_LE(least.width(), 960) << language << ", " << lesson.id << ", step " << i + 1;
        EXPECT_LE(least.height(), 540) << language << ", " << lesson.id << ", step " << i + 1;
        QPushButton* next = m_window->lessonPanel()->next();
        ASSERT_TRUE(next->isVisible()) << language << ", " << lesson.id;
        EXPECT_TRUE(QRect(0, 0, 960, 540)
                        .contains(QRect(next->mapTo(m_window.get(), QPoint()), next->size())));
      }
    }
    m_window->lesson()->finish();
  }
}

TEST_F(SmallScreen, ALessonMovesWithTheWidthOfTheWindow) {
  m_window->startLesson(load_lessons(test::sampleLibrary()).lessons.front());
  settle();
  EXPECT_FALSE(m_window->left()->isAncestorOf(m_window->lessonPanel())) << "a column of its own";
  m_window->resize(1100, 700);
  settle();
  ASSERT_EQ(m_window->width(), 1100) << "three columns do not keep it from becoming narrower";
  EXPECT_EQ(m_window->left()->currentWidget(), m_window->lessonPanel());
  m_window->left()->setCurrentIndex(1);
  EXPECT_TRUE(m_window->scenarios()->isVisible());
  m_window->resize(1280, 800);
  settle();
  EXPECT_FALSE(m_window->left()->isAncestorOf(m_window->lessonPanel()));
  EXPECT_TRUE(m_window->lessonPanel()->isVisible());
  m_window->resize(1100, 700);
  m_window->lesson()->finish();
  settle();
  EXPECT_EQ(m_window->left()->count(), 1);
  EXPECT_FALSE(m_window->lessonPanel()->isVisible());
}

TEST_F(SmallScreen, TheFirstWindowStandsWithinTheScreenWithItsFrame) {
  MainWindow first(test::sampleLibrary());
  first.showAsLast();
  QCoreApplication::processEvents();
  EXPECT_TRUE(first.screen()->availableGeometry().contains(first.frameGeometry()));
}

TEST_F(SmallScreen, TheNextStartHasTheWindowAsItWas) {
  m_window->showNormal();
  m_window->resize(795, 610);
  settle();
  ASSERT_EQ(m_window->size(), QSize(795, 610));
  m_window->close();
  MainWindow next(test::sampleLibrary());
  next.showAsLast();
  QCoreApplication::processEvents();
  EXPECT_EQ(next.size(), QSize(795, 610));
}

/// The highest contrast to `ground` along a line of a picture.
double contrast(const QImage& picture, QPoint from, QPoint to, QColor ground) {
  double most = 1;
  const QPoint step(from.x() == to.x() ? 0 : 1, from.y() == to.y() ? 0 : 1);
  for (QPoint at = from; at != to; at += step) {
    most = std::max(most, ketascope::contrast(picture.pixelColor(at), ground));
  }
  return most;
}

class DarkColours : public test::OpenWindow {
 protected:
  DarkColours() {
    QSettings().setValue(QStringLiteral("appearance"), QStringLiteral("dark"));
    applyAppearance();
  }
  ~DarkColours() override {
    QSettings().setValue(QStringLiteral("appearance"), QStringLiteral("system"));
    applyAppearance();
  }
};

TEST_F(DarkColours, TheMarkOfAToolbarThatGoesOnCanBeSeen) {
  const QIcon icon =
      QApplication::style()->standardIcon(QStyle::SP_ToolBarHorizontalExtensionButton);
  const QColor ground = QApplication::palette().color(QPalette::Window);
  QImage picture(16, 16, QImage::Format_RGB32);
  picture.fill(ground);
  QPainter painter(&picture);
  icon.paint(&painter, picture.rect());
  painter.end();
  EXPECT_GE(contrast(picture, {0, 7}, {15, 7}, ground), 3.0);
}

TEST_F(DarkColours, AnEmptyBoxAndAnEmptyFieldCanBeSeen) {
  QWidget place;
  QCheckBox box(&place);
  box.resize(box.sizeHint());
  QLineEdit field(&place);
  field.setGeometry(0, 60, 100, 26);
  place.resize(120, 100);
  place.setAttribute(Qt::WA_DontShowOnScreen);
  place.show();
  const QImage picture = place.grab().toImage();
  const QColor ground = place.palette().color(QPalette::Window);
  EXPECT_GE(contrast(picture, {0, box.height() / 2}, {30, box.height() / 2}, ground), 3.0);
  EXPECT_GE(contrast(picture, {50, 55}, {50, 64}, ground), 3.0);
}

}  // namespace
}  // namespace ketascope
