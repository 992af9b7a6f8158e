// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QAction>
#include <QApplication>
#include <QButtonGroup>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>

#include <algorithm>

#include "ui_samples.hpp"
#include "widgets/compare_panel.hpp"
#include "widgets/editor_panel.hpp"
#include "widgets/effect_button.hpp"
#include "widgets/lesson_panel.hpp"
#include "widgets/main_window.hpp"
#include "widgets/maths_panel.hpp"
#include "widgets/parameter_panel.hpp"
#include "widgets/scenario_panel.hpp"
#include "widgets/schedule_panel.hpp"

namespace ketascope {
namespace {

class LessonWindowTest : public ::testing::Test {
 protected:
  LessonWindowTest() : m_window(test::sampleLibrary()) {
    QSignalSpy loaded(m_window.catalog(), &ModelCatalog::loaded);
    EXPECT_TRUE(test::next(loaded));
    m_window.resize(1280, 800);
    m_window.show();
    m_lessons = load_lessons(test::sampleLibrary()).lessons;
  }
  const Lesson& lesson(const std::string& id) {
    return *std::ranges::find(m_lessons, id, &Lesson::id);
  }
  bool visible(std::size_t scenario) {
    return m_window.document()->value().scenarios.at(scenario).visible;
  }
  /// The first step is shown in an event of its own.
  void start(const Lesson& lesson) {
    m_window.startLesson(lesson);
    QCoreApplication::sendPostedEvents(panel());
  }
  LessonPanel* panel() { return m_window.lessonPanel(); }

  MainWindow m_window;
  std::vector<Lesson> m_lessons;
};

TEST_F(LessonWindowTest, LocksEveryControlThatTheStepDoesNotFree) {
  start(lesson("route-and-bioavailability"));
  EXPECT_TRUE(panel()->isVisible());
  EXPECT_TRUE(m_window.editor()->amount()->isEnabled()) << "free in the first step";
  EXPECT_FALSE(m_window.editor()->routeBox()->isEnabled());
  EXPECT_FALSE(m_window.editor()->modelBox()->isEnabled());
  EXPECT_FALSE(m_window.editor()->modelBox()->toolTip().isEmpty()) << "and says why";
  EXPECT_FALSE(m_window.parameters()->isEnabled());
  m_window.scenarios()->add();
  EXPECT_EQ(m_window.document()->count(), 3) << "no scenario is added";
  EXPECT_EQ(m_window.schedule()->model()->add(), -1);
  panel()->next()->click();
  EXPECT_FALSE(m_window.editor()->amount()->isEnabled());
}

TEST_F(LessonWindowTest, CurvesAndEffectsAreLockedToo) {
  start(lesson("route-and-bioavailability"));
  EXPECT_FALSE(m_window.editor()->effectsButton()->isEnabled());
  EXPECT_EQ(m_window.editor()->effectsButton()->toolTip(), "The lesson keeps this as it is.");
  m_window.lesson()->finish();
  EXPECT_TRUE(m_window.editor()->effectsButton()->isEnabled());
}

TEST_F(LessonWindowTest, WhatGivesTheAnswerAwayIsHiddenUntilItIsPredicted) {
  start(lesson("context-sensitive-half-time"));
  QTabWidget* tables = m_window.tables();
  const int maths = tables->indexOf(m_window.maths());
  EXPECT_FALSE(tables->isTabVisible(maths));
  EXPECT_FALSE(tables->isTabVisible(0)) << "the summary";
  EXPECT_TRUE(tables->isTabVisible(tables->indexOf(m_window.schedule())));
  m_window.lesson()->predict(10);
  EXPECT_TRUE(tables->isTabVisible(maths));
  EXPECT_TRUE(tables->isTabVisible(0));
  panel()->next()->click();
  EXPECT_FALSE(tables->isTabVisible(maths)) << "the next question";
  m_window.lesson()->finish();
  EXPECT_TRUE(tables->isTabVisible(maths));
}

TEST_F(LessonWindowTest, OtherModelsAreShownWhenTheQuestionIsAnswered) {
  start(lesson("context-sensitive-half-time"));
  QTabWidget* pages = m_window.pages();
  const auto page = [&] { return pages->isTabVisible(1); };
  QAction* action = nullptr;
  for (QAction* each : m_window.findChildren<QAction*>()) {
    action = each->shortcut() == QKeySequence(Qt::CTRL | Qt::Key_G) ? each : action;
  }
  ASSERT_NE(action, nullptr);
  EXPECT_FALSE(page());
  EXPECT_FALSE(action->isEnabled());
  EXPECT_NE(action->toolTip().indexOf(QStringLiteral("not answered")), -1);
  m_window.lesson()->predict(10);
  EXPECT_TRUE(page());
  EXPECT_TRUE(action->isEnabled());
  panel()->next()->click();
  EXPECT_FALSE(page()) << "the next question";
  m_window.lesson()->finish();
  EXPECT_TRUE(page());
}

TEST_F(LessonWindowTest, ThePageThatAQuestionTakesAwayComesBackWithTheAnswer) {
  QTabWidget* tables = m_window.tables();
  QWidget* summary = tables->widget(0);
  tables->setCurrentWidget(summary);
  start(lesson("context-sensitive-half-time"));
  EXPECT_NE(tables->currentWidget(), summary);
  m_window.lesson()->predict(10);
  EXPECT_EQ(tables->currentWidget(), summary);
}

TEST_F(LessonWindowTest, AnOpenQuestionCannotBeLookedUpByTickingAScenario) {
  start(lesson("route-and-bioavailability"));
  panel()->next()->click();
  QAbstractItemModel& list = *m_window.scenarios()->findChild<QListView*>()->model();
  const auto tick = [&](int row) {
    return list.setData(list.index(row, 0), Qt::Checked, Qt::CheckStateRole);
  };
  EXPECT_FALSE(list.flags(list.index(1, 0)) & Qt::ItemIsUserCheckable);
  EXPECT_FALSE(tick(1));
  EXPECT_FALSE(visible(1));
  EXPECT_FALSE(list.setData(list.index(0, 0), "mine", Qt::EditRole))
      << "the choices call the scenarios by their names";
  m_window.lesson()->predict(50);
  EXPECT_TRUE(tick(2)) << "answered";
  m_window.lesson()->finish();
  EXPECT_TRUE(list.flags(list.index(0, 0)) & Qt::ItemIsEditable);
}

TEST_F(LessonWindowTest, AStepBringsTheCurvesAndWhatItFreesIntoSight) {
  m_window.pages()->setCurrentIndex(2);
  m_window.forms()->setCurrentIndex(2);
  start(lesson("route-and-bioavailability"));
  QTest::qWait(20);
  EXPECT_EQ(m_window.pages()->currentIndex(), 0);
  EXPECT_EQ(m_window.forms()->currentIndex(), 0);
  EXPECT_FALSE(m_window.editor()->amount()->visibleRegion().isEmpty());
  start(lesson("first-pass-and-norketamine"));
  m_window.lesson()->goTo(4);
  QTest::qWait(20);
  EXPECT_EQ(m_window.forms()->currentWidget(), m_window.parameters());
  m_window.forms()->setCurrentIndex(0);
  m_window.lesson()->goTo(3);
  m_window.pages()->setCurrentIndex(1);
  m_window.lesson()->predict(1);
  EXPECT_EQ(m_window.pages()->currentIndex(), 1) << "an answer turns no page";
}

TEST_F(LessonWindowTest, WhereEverythingIsFreeNothingIsSaidToBeLocked) {
  start(lesson("route-and-bioavailability"));
  EXPECT_TRUE(panel()->text()->toPlainText().contains("locked"));
  m_window.lesson()->goTo(4);
  EXPECT_FALSE(panel()->text()->toPlainText().contains("locked"));
  EXPECT_TRUE(m_window.editor()->effectsButton()->isEnabled());
}

TEST_F(LessonWindowTest, GreyedButtonsSayWhy) {
  start(lesson("route-and-bioavailability"));
  int locked = 0;
  for (const QToolButton* button : m_window.scenarios()->findChildren<QToolButton*>()) {
    if (!button->isEnabled()) {
      ++locked;
      EXPECT_TRUE(button->toolTip().contains("lesson")) << button->text().toStdString();
    }
  }
  EXPECT_EQ(locked, 3) << "new, duplicate, remove";
  for (const QToolButton* button : m_window.schedule()->findChildren<QToolButton*>()) {
    EXPECT_TRUE(button->isEnabled() || button->toolTip().contains("lesson"));
  }
  for (const QToolButton* button : m_window.compare()->findChildren<QToolButton*>()) {
    EXPECT_TRUE(button->isEnabled() || button->toolTip().contains("lesson"));
  }
  m_window.lesson()->finish();
  for (const QToolButton* button : m_window.scenarios()->findChildren<QToolButton*>()) {
    EXPECT_FALSE(button->toolTip().contains("lesson"));
  }
}

TEST_F(LessonWindowTest, AnswersAreShownOnlyOnceTheyWerePredicted) {
  start(lesson("route-and-bioavailability"));
  panel()->next()->click();
  EXPECT_TRUE(visible(0));
  EXPECT_FALSE(visible(1)) << "the curve would give it away";
  panel()->check()->click();
  EXPECT_FALSE(m_window.lesson()->given()) << "nothing was typed";
  QTest::keyClicks(panel()->number(), "99");
  QTest::keyClick(panel()->number(), Qt::Key_Return);
  ASSERT_TRUE(m_window.lesson()->given());
  EXPECT_FALSE(m_window.lesson()->given()->right);
  EXPECT_TRUE(visible(1));
  EXPECT_TRUE(panel()->verdict()->text().contains("58"));
  panel()->number()->selectAll();
  QTest::keyClicks(panel()->number(), "60 %");
  panel()->check()->click();
  EXPECT_TRUE(m_window.lesson()->given()->right);
  EXPECT_EQ(m_window.lesson()->rightAnswers(), 1);
}

TEST_F(LessonWindowTest, IsGoneThroughByKeyboard) {
  start(lesson("route-and-bioavailability"));
  panel()->next()->setFocus();
  QTest::keyClick(panel()->next(), Qt::Key_Space);
  EXPECT_EQ(m_window.focusWidget(), panel()->number()) << "a question: the prediction is typed";
  QTest::keyClicks(m_window.focusWidget(), "58");
  QTest::keyClick(m_window.focusWidget(), Qt::Key_Return);
  ASSERT_TRUE(m_window.lesson()->given());
  EXPECT_TRUE(panel()->verdict()->isVisible());
  while (panel()->next()->isEnabled()) {
    QTest::keyClick(panel()->next(), Qt::Key_Space);
    QWidget* focus = m_window.focusWidget();
    ASSERT_NE(focus, nullptr);
    EXPECT_TRUE(focus->isEnabled() && panel()->isAncestorOf(focus));
  }
}

TEST_F(LessonWindowTest, AChoiceIsCheckedLikeANumber) {
  start(lesson("why-models-disagree"));
  panel()->next()->click();
  ASSERT_EQ(panel()->choices()->buttons().size(), 4);
  panel()->choices()->button(0)->click();
  panel()->check()->click();
  ASSERT_TRUE(m_window.lesson()->given());
  EXPECT_TRUE(m_window.lesson()->given()->right);
  panel()->back()->click();
  panel()->next()->click();
  EXPECT_TRUE(panel()->choices()->button(0)->isChecked()) << "what was chosen is kept";
}

TEST_F(LessonWindowTest, LeavingUnlocksEverythingAndKeepsTheScenarios) {
  start(lesson("infusion-and-steady-state"));
  EXPECT_FALSE(m_window.editor()->modelBox()->isEnabled());
  Q_EMIT panel()->leaveWanted();
  EXPECT_FALSE(panel()->isVisible());
  EXPECT_TRUE(m_window.editor()->modelBox()->isEnabled());
  EXPECT_TRUE(m_window.editor()->amount()->isEnabled());
  EXPECT_TRUE(m_window.parameters()->isEnabled());
  EXPECT_EQ(m_window.document()->count(), 3);
  m_window.scenarios()->add();
  EXPECT_EQ(m_window.document()->count(), 4);
}

TEST_F(LessonWindowTest, ANewDocumentEndsTheLesson) {
  start(lesson("infusion-and-steady-state"));
  m_window.newDocument();
  EXPECT_FALSE(m_window.lesson()->isRunning());
  EXPECT_TRUE(m_window.editor()->modelBox()->isEnabled());
}

TEST_F(LessonWindowTest, EveryStepOfEveryLessonCanBeWalkedWithItsAnswers) {
  for (const Lesson& each : m_lessons) {
    start(each);
    for (std::size_t step = 0; step < each.steps.size(); ++step) {
      ASSERT_EQ(m_window.lesson()->step(), static_cast<int>(step));
      EXPECT_TRUE(
          panel()->text()->toPlainText().contains(QString::fromStdString(each.steps[step].title)));
      if (const auto& question = each.steps[step].question) {
        m_window.lesson()->predict(question->kind == LessonQuestion::Kind::number
                                       ? question->expected
                                       : question->expected - 1);
        EXPECT_TRUE(m_window.lesson()->given()->right) << each.id << ", " << step;
      }
      panel()->next()->click();
    }
    EXPECT_EQ(m_window.lesson()->rightAnswers(), m_window.lesson()->questions());
  }
}

}  // namespace
}  // namespace ketascope
