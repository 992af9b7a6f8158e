// SPDX-License-Identifier: GPL-3.0-or-later
// A dose is found for a target, and put into the schedule.
#include <gtest/gtest.h>

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTest>
#include <algorithm>

#include "open_window.hpp"
#include "plot/concentration_plot.hpp"
#include "widgets/measure_edit.hpp"
#include "widgets/target_dialog.hpp"

namespace ketascope {
namespace {

class TargetTest : public test::OpenWindow {
 protected:
  TargetTest() { reopen(); }
  void reopen() {
    m_dialog = std::make_unique<TargetDialog>(m_window->document(), m_window->catalog(),
                                              test::sampleLibrary(), 0, 0, m_window.get());
    m_dialog->show();
  }
  TargetDialog& dialog() { return *m_dialog; }
  const DoseSpec& dose() { return m_window->document()->value().scenarios[0].doses[0]; }
  void ask(TargetQuestion::Quantity quantity) {
    dialog().quantityBox()->setCurrentIndex(
        dialog().quantityBox()->findData(static_cast<int>(quantity)));
  }
  void type(MeasureEdit* field, const QString& text) {
    field->lineEdit()->selectAll();
    QTest::keyClicks(field->lineEdit(), text);
  }
  void find() {
    ASSERT_TRUE(dialog().findButton()->isEnabled());
    QSignalSpy delivered(dialog().runner(), &BackgroundRunner::delivered);
    dialog().findButton()->click();
    ASSERT_TRUE(test::next(delivered));
    QCoreApplication::processEvents();
  }
  double peak() {
    settle();
    const auto& y = m_window->plot()->figure().curves.at(0).y;
    return *std::ranges::max_element(y);
  }

  std::unique_ptr<TargetDialog> m_dialog;
};

TEST_F(TargetTest, AValueThatCannotBeReadIsNotThatBeforeIt) {
  type(dialog().target(), "100");
  ASSERT_TRUE(dialog().findButton()->isEnabled());
  type(dialog().target(), "1,00,0");
  EXPECT_FALSE(dialog().findButton()->isEnabled());
  dialog().outputBox()->setCurrentIndex(dialog().outputBox()->count() - 1);
  Q_EMIT dialog().outputBox()->activated(dialog().outputBox()->count() - 1);
  EXPECT_FALSE(dialog().findButton()->isEnabled());
  EXPECT_EQ(dialog().target()->lineEdit()->text(), "1,00,0");
}

TEST_F(TargetTest, WhatALessonKeepsIsNotVaried) {
  ScenarioSpec spec = m_window->document()->value().scenarios[0];
  spec.doses[0].duration.reset();
  spec.doses[0].rate = Measure{20, "mg/h"};
  spec.doses[0].repeats = 2;
  spec.doses[0].interval = Measure{6, "h"};
  m_window->document()->changeScenario(0, spec, "repeated");
  reopen();
  EXPECT_EQ(dialog().varyBox()->currentIndex(), 1);
  dialog().setFree(std::set<std::string>{"amount"});
  const auto* items = qobject_cast<const QStandardItemModel*>(dialog().varyBox()->model());
  EXPECT_EQ(dialog().varyBox()->currentIndex(), 0);
  EXPECT_TRUE(items->item(0)->isEnabled());
  EXPECT_FALSE(items->item(1)->isEnabled());
  EXPECT_FALSE(items->item(2)->isEnabled());
  EXPECT_FALSE(items->item(2)->toolTip().isEmpty());
}

TEST_F(TargetTest, NothingIsLookedForWithoutATarget) {
  EXPECT_FALSE(dialog().findButton()->isEnabled());
  EXPECT_FALSE(dialog().useButton()->isEnabled());
  type(dialog().target(), "300");
  EXPECT_TRUE(dialog().findButton()->isEnabled());
}

TEST_F(TargetTest, APeakIsFoundAndUsedAsOneStep) {
  type(dialog().target(), "300");
  find();
  ASSERT_TRUE(dialog().useButton()->isEnabled()) << dialog().result()->text().toStdString();
  EXPECT_TRUE(dialog().result()->text().contains("mg/kg"));
  const double before = peak();
  const DoseSpec old = dose();
  dialog().useButton()->click();
  EXPECT_NEAR(peak(), 300.0, 1.0);
  m_window->document()->undoStack()->undo();
  EXPECT_EQ(dose(), old);
  EXPECT_NEAR(peak(), before, 1e-9);
}

TEST_F(TargetTest, AnotherQuestionTakesTheAnswerAway) {
  type(dialog().target(), "300");
  find();
  ASSERT_TRUE(dialog().useButton()->isEnabled());
  type(dialog().target(), "200");
  EXPECT_FALSE(dialog().useButton()->isEnabled());
  EXPECT_TRUE(dialog().result()->text().isEmpty());
}

TEST_F(TargetTest, MolesConvertByTheMolarMassOfTheCurve) {
  const auto choose = [](MeasureEdit* field, const QString& unit) {
    const int place = field->unitBox()->findText(unit);
    ASSERT_GE(place, 0) << unit.toStdString();
    field->unitBox()->setCurrentIndex(place);
    Q_EMIT field->unitBox()->activated(place);
  };
  const double molarMass = 237.725;  // g/mol of ketamine
  type(dialog().target(), "300");
  choose(dialog().target(), "umol/L");
  ASSERT_TRUE(dialog().target()->measure());
  EXPECT_NEAR(dialog().target()->measure()->value, 300 / molarMass, 1e-4);
  find();
  ASSERT_TRUE(dialog().useButton()->isEnabled()) << dialog().result()->text().toStdString();
  dialog().useButton()->click();
  EXPECT_NEAR(peak(), 300.0, 1.0) << "the same question in other units";
  reopen();
  type(dialog().target(), "300");
  for (const char* unit : {"umol/L", "ug/L", "nmol/mL", "mg/L", "ng/mL"}) {
    choose(dialog().target(), unit);
  }
  EXPECT_NEAR(dialog().target()->measure()->value, 300, 1e-2) << "there and back";
  ask(TargetQuestion::Quantity::time_in_range);
  type(dialog().rangeLow(), "100");
  choose(dialog().rangeLow(), "nmol/mL");
  EXPECT_NEAR(dialog().rangeLow()->measure()->value, 100 / molarMass, 1e-4);
}

TEST_F(TargetTest, WhatIsOutOfReachIsSaidWithWhatIsNot) {
  type(dialog().target(), "1000000");
  find();
  EXPECT_FALSE(dialog().useButton()->isEnabled());
  EXPECT_TRUE(dialog().result()->text().contains("widen the bounds"));
}

TEST_F(TargetTest, TimeWithinARangeAsksForTheRange) {
  EXPECT_FALSE(dialog().rangeLow()->isVisibleTo(&dialog()));
  ask(TargetQuestion::Quantity::time_in_range);
  EXPECT_TRUE(dialog().rangeLow()->isVisibleTo(&dialog()));
  EXPECT_FALSE(dialog().target()->isVisibleTo(&dialog()));
  EXPECT_FALSE(dialog().findButton()->isEnabled()) << "a range has a limit";
  type(dialog().rangeLow(), "100");
  type(dialog().time(), "1");
  find();
  EXPECT_TRUE(dialog().useButton()->isEnabled()) << dialog().result()->text().toStdString();
}

TEST_F(TargetTest, WhatTheDoseHasNotCannotBeVaried) {
  const auto enabled = [this](int row) {
    return (dialog().varyBox()->model()->index(row, 0).flags() & Qt::ItemIsEnabled) != 0;
  };
  EXPECT_TRUE(enabled(0));
  EXPECT_FALSE(enabled(1)) << "no rate";
  EXPECT_FALSE(enabled(2)) << "given once";
  ScenarioSpec spec = m_window->document()->value().scenarios[0];
  spec.doses[0].interval = Measure{8, "h"};
  spec.doses[0].steady_state = true;
  m_window->document()->changeScenario(0, spec, "repeat");
  reopen();
  EXPECT_TRUE(enabled(2));
  EXPECT_FALSE(dialog().from()->isVisibleTo(&dialog())) << "its last interval";
  ask(TargetQuestion::Quantity::average);
  dialog().varyBox()->setCurrentIndex(2);
  EXPECT_EQ(dialog().low()->measure(), (Measure{2, "h"}));
  type(dialog().target(), "100");
  find();
  ASSERT_TRUE(dialog().useButton()->isEnabled()) << dialog().result()->text().toStdString();
  dialog().useButton()->click();
  EXPECT_LT(dose().interval->value, 8.0) << "more of it on average";
}

TEST_F(TargetTest, IsInTheMenuOfTheWindow) {
  QAction* action = nullptr;
  for (QAction* each : m_window->findChildren<QAction*>()) {
    if (each->text().contains("for a &target")) {
      action = each;
    }
  }
  ASSERT_NE(action, nullptr);
  EXPECT_TRUE(action->isEnabled());
  ScenarioSpec spec = m_window->document()->value().scenarios[0];
  spec.doses.clear();
  m_window->document()->changeScenario(0, spec, "no dose");
  settle();
  EXPECT_FALSE(action->isEnabled());
  EXPECT_FALSE(action->toolTip().isEmpty());
}

}  // namespace
}  // namespace ketascope
