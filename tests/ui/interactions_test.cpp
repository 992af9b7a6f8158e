// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/interactions_panel.hpp"

#include <gtest/gtest.h>

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QToolTip>
#include <algorithm>

#include "plot/concentration_plot.hpp"
#include "settle.hpp"
#include "ui_samples.hpp"
#include "viewmodel/route_comparison.hpp"
#include "viewmodel/scenario_editing.hpp"
#include "widgets/compare_panel.hpp"
#include "widgets/editor_panel.hpp"
#include "widgets/main_window.hpp"
#include "widgets/message_bar.hpp"
#include "widgets/scenario_panel.hpp"

namespace ketascope {
namespace {

ScenarioSpec oral() {
  ScenarioSpec spec;
  spec.model = "ketascope-reference";
  spec.sampling.until = {8, "h"};
  DoseSpec dose;
  dose.route = "oral";
  dose.amount = {20, "mg"};
  dose.form = "S";
  spec.doses = {dose};
  spec.outputs = {"S-ketamine"};
  return spec;
}

class InteractionsTest : public ::testing::Test {
 protected:
  InteractionsTest() {
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    m_window = std::make_unique<MainWindow>(test::sampleLibrary());
    QSignalSpy loaded(m_window->catalog(), &ModelCatalog::loaded);
    EXPECT_TRUE(test::next(loaded));
    m_window->resize(1280, 800);
    m_window->show();
    m_window->forms()->setCurrentIndex(2);
    open(oral());
  }
  void open(const ScenarioSpec& spec) {
    ScenarioFile file;
    file.scenarios = {spec};
    m_window->document()->reset(file);
    m_window->scenarios()->setCurrent(0);
    settle();
  }
  void settle() { test::settle(*m_window); }
  double peak(std::size_t curve = 0) {
    const auto& y = m_window->plot()->figure().curves.at(curve).y;
    return *std::ranges::max_element(y);
  }
  const ScenarioSpec& spec(int index = 0) {
    return m_window->document()->value().scenarios[static_cast<std::size_t>(index)];
  }
  InteractionsPanel* panel() { return m_window->interactions(); }
  InteractionRow* row(const char* id) { return panel()->row(id); }
  static void press(QWidget* widget) {
    widget->setFocus();
    QTest::keyClick(widget, Qt::Key_Space);
  }
  static void type(MeasureEdit* field, const QString& text) {
    field->lineEdit()->setFocus();
    field->lineEdit()->selectAll();
    QTest::keyClicks(field->lineEdit(), text);
  }
  static void choose(QComboBox* box, const QString& data) {
    box->setCurrentIndex(box->findData(data));
    Q_EMIT box->activated(box->currentIndex());
  }

  QTemporaryDir m_settings;
  std::unique_ptr<MainWindow> m_window;
};

TEST_F(InteractionsTest, SwitchingAnInhibitorOnRaisesTheCurveAndOffBringsItBack) {
  const double alone = peak();
  press(row("clarithromycin")->check());
  settle();
  ASSERT_EQ(spec().interactions.size(), 1U);
  EXPECT_EQ(spec().interactions[0].perpetrator, "clarithromycin");
  EXPECT_EQ(spec().interactions[0].regimen, "twice-daily");
  EXPECT_GT(peak() / alone, 1.3);
  EXPECT_TRUE(m_window->messages()->messages().empty());
  press(row("clarithromycin")->check());
  settle();
  EXPECT_TRUE(spec().interactions.empty());
  EXPECT_DOUBLE_EQ(peak(), alone);
}

TEST_F(InteractionsTest, SeveralActAtOnceAndOneUndoTakesTheLastAway) {
  press(row("clarithromycin")->check());
  settle();
  const double one = peak();
  press(row("rifampicin")->check());
  settle();
  EXPECT_EQ(spec().interactions.size(), 2U);
  EXPECT_LT(peak() / one, 0.8);
  m_window->document()->undoStack()->undo();
  settle();
  EXPECT_TRUE(row("clarithromycin")->check()->isChecked());
  EXPECT_FALSE(row("rifampicin")->check()->isChecked());
  EXPECT_DOUBLE_EQ(peak(), one);
}

TEST_F(InteractionsTest, AnotherRegimenAndOwnDosesAreStepsThatCanBeUndone) {
  press(row("clarithromycin")->check());
  choose(row("clarithromycin")->regimenBox(), "spray-study");
  EXPECT_EQ(spec().interactions[0].regimen, "spray-study");
  choose(row("clarithromycin")->regimenBox(), "own doses");
  settle();
  ASSERT_EQ(spec().interactions[0].doses.size(), 1U) << "they begin as those of the regimen";
  EXPECT_EQ(spec().interactions[0].doses[0].start, (Measure{-72, "h"}));
  const double full = peak();
  ASSERT_TRUE(row("clarithromycin")->amount()->isVisible());
  type(row("clarithromycin")->amount(), "50");
  settle();
  EXPECT_EQ(spec().interactions[0].doses[0].amount, (Measure{50, "mg"}));
  EXPECT_LT(peak(), full);
  type(row("clarithromycin")->start(), "-24");
  row("clarithromycin")->repeats()->setValue(3);
  type(row("clarithromycin")->interval(), "6");
  const DoseSpec& dose = spec().interactions[0].doses[0];
  EXPECT_EQ(dose.start, (Measure{-24, "h"}));
  EXPECT_EQ(dose.repeats, 3);
  EXPECT_EQ(dose.interval, (Measure{6, "h"}));
  row("clarithromycin")->addButton()->click();
  ASSERT_EQ(spec().interactions[0].doses.size(), 2U);
  row("clarithromycin")->removeButton()->click();
  EXPECT_EQ(spec().interactions[0].doses.size(), 1U);
  QUndoStack* undo = m_window->document()->undoStack();
  while (undo->canUndo()) {
    undo->undo();
  }
  EXPECT_TRUE(spec().interactions.empty());
  EXPECT_FALSE(row("clarithromycin")->check()->isChecked());
}

TEST_F(InteractionsTest, WhatIsChosenIsReadBackFromItsFile) {
  press(row("itraconazole")->check());
  press(row("clarithromycin")->check());
  choose(row("clarithromycin")->regimenBox(), "own doses");
  type(row("clarithromycin")->start(), "-12.5");
  const ScenarioFile before = m_window->document()->value();
  const auto read = parse_scenario_file(to_toml(before), "test");
  ASSERT_TRUE(read) << format(read.error());
  EXPECT_EQ(read->scenarios, before.scenarios);
}

TEST_F(InteractionsTest, AModelWithoutEnzymesGreysThemSaysWhyAndOffersOneThatHasThem) {
  open(test::infusion());
  for (const char* id : {"clarithromycin", "rifampicin"}) {
    EXPECT_FALSE(row(id)->check()->isEnabled());
    EXPECT_TRUE(row(id)->check()->toolTip().contains("kamp2020"));
  }
  EXPECT_FALSE(panel()->compareButton()->isVisible());
  ASSERT_TRUE(panel()->modelButton()->isVisible());
  panel()->modelButton()->click();
  settle();
  EXPECT_EQ(spec().model, "ketascope-reference");
  EXPECT_TRUE(row("clarithromycin")->check()->isEnabled());
  EXPECT_FALSE(panel()->modelButton()->isVisible());
  EXPECT_FALSE(m_window->plot()->figure().curves.empty());
}

TEST_F(InteractionsTest, OnlyWhatActsOnTheOpenModelIsOffered) {
  ScenarioSpec spec = oral();
  spec.model = "ashraf2018";
  open(spec);
  EXPECT_TRUE(row("ticlopidine-ashraf2018")->check()->isEnabled());
  EXPECT_FALSE(row("clarithromycin")->check()->isEnabled());
  EXPECT_TRUE(row("clarithromycin")->check()->toolTip().contains("CYP3A4"));
}

TEST_F(InteractionsTest, AnotherModelDropsWhatWouldChangeNothingInIt) {
  press(row("clarithromycin")->check());
  press(row("ticlopidine")->check());
  QComboBox* model = m_window->editor()->modelBox();
  choose(model, "ashraf2018");
  settle();
  ASSERT_EQ(spec().interactions.size(), 1U) << "it has CYP2B6 alone";
  EXPECT_EQ(spec().interactions[0].perpetrator, "ticlopidine");
  EXPECT_FALSE(m_window->plot()->figure().curves.empty());
}

TEST_F(InteractionsTest, GradeAndCitationStandBesideWhatIsSwitchedOn) {
  EXPECT_TRUE(row("clarithromycin")->check()->toolTip().contains("Quinney"));
  press(row("clarithromycin")->check());
  const QString note = row("clarithromycin")->note()->text();
  EXPECT_TRUE(note.contains("Composite"));
  EXPECT_TRUE(note.contains("Quinney"));
  settle();
  EXPECT_NE(m_window->plot()->figure().footnote.find("clarithromycin: Composite"),
            std::string::npos);
}

TEST_F(InteractionsTest, ComparingAddsTheScenarioWithoutAsTheBaselineInOneStep) {
  const double alone = peak();
  EXPECT_FALSE(panel()->compareButton()->isEnabled());
  press(row("clarithromycin")->check());
  settle();
  panel()->compareButton()->click();
  settle();
  ASSERT_EQ(m_window->document()->count(), 2);
  EXPECT_TRUE(spec(1).interactions.empty());
  EXPECT_EQ(spec(0).interactions.size(), 1U);
  EXPECT_EQ(m_window->document()->value().display.baseline, 1);
  EXPECT_NE(spec(0).name.find("Clarithromycin"), std::string::npos);
  EXPECT_EQ(m_window->tables()->currentWidget(), m_window->compare());
  ASSERT_EQ(m_window->plot()->figure().curves.size(), 2U);
  EXPECT_DOUBLE_EQ(peak(1), alone);
  EXPECT_GT(peak(0), 1.3 * alone);
  m_window->document()->undoStack()->undo();
  EXPECT_EQ(m_window->document()->count(), 1);
}

TEST_F(InteractionsTest, ALessonLocksThemUnlessItFreesThem) {
  press(row("clarithromycin")->check());
  panel()->setFree(std::set<std::string>{"amount"});
  EXPECT_FALSE(row("clarithromycin")->check()->isEnabled());
  EXPECT_FALSE(row("clarithromycin")->regimenBox()->isEnabled());
  EXPECT_FALSE(row("clarithromycin")->check()->toolTip().isEmpty());
  panel()->setFree(std::set<std::string>{"interactions"});
  EXPECT_TRUE(row("clarithromycin")->check()->isEnabled());
  EXPECT_TRUE(row("clarithromycin")->regimenBox()->isEnabled());
}

TEST_F(InteractionsTest, TheLessonOnInhibitorsLetsTheLearnerSwitchThemOnAndOff) {
  const auto lessons = load_lessons(test::sampleLibrary()).lessons;
  const auto lesson = std::ranges::find(lessons, "inhibitor-and-genotype", &Lesson::id);
  ASSERT_NE(lesson, lessons.end());
  m_window->startLesson(*lesson);
  EXPECT_FALSE(row("clarithromycin")->check()->isEnabled());
  m_window->forms()->setCurrentIndex(0);
  const auto step = std::ranges::find_if(lesson->steps, [](const LessonStep& each) {
    return std::ranges::find(each.free, "interactions") != each.free.end();
  });
  ASSERT_NE(step, lesson->steps.end());
  m_window->lesson()->goTo(static_cast<int>(step - lesson->steps.begin()));
  settle();
  EXPECT_EQ(m_window->forms()->currentIndex(), 2) << "where the learner is sent";
  EXPECT_EQ(m_window->scenarios()->current(), step->show.front()) << "what is switched is seen";
  settle();
  const double alone = peak();
  press(row("clarithromycin")->check());
  settle();
  EXPECT_GT(peak(), 1.3 * alone);
  EXPECT_FALSE(panel()->compareButton()->isEnabled()) << "no scenario is added";
  press(row("clarithromycin")->check());
  settle();
  EXPECT_DOUBLE_EQ(peak(), alone);
}

TEST_F(InteractionsTest, APerpetratorThatTheLibraryLacksCanStillBeTakenAway) {
  ScenarioSpec spec = oral();
  spec.interactions = {{"no-such-drug", {}, {}}};
  open(spec);
  ASSERT_NE(row("no-such-drug"), nullptr);
  EXPECT_TRUE(row("no-such-drug")->check()->isChecked());
  EXPECT_FALSE(row("no-such-drug")->regimenBox()->isEnabled()) << "it has nothing to choose from";
  EXPECT_FALSE(m_window->messages()->messages().empty());
  press(row("no-such-drug")->check());
  settle();
  EXPECT_TRUE(this->spec().interactions.empty());
  EXPECT_FALSE(m_window->plot()->figure().curves.empty());
}

TEST_F(InteractionsTest, GenotypeAndLiverActAndTheControlThatWouldNotIsGreyed) {
  m_window->forms()->setCurrentIndex(0);
  const double normal = peak();
  QComboBox* genotype = nullptr;
  QComboBox* liver = nullptr;
  QComboBox* devices = nullptr;
  for (QComboBox* box : m_window->editor()->findChildren<QComboBox*>()) {
    genotype = box->findData("*6/*6") >= 0 ? box : genotype;
    liver = box->findData("child-pugh-B") >= 0 ? box : liver;
    devices = box->findData("three") >= 0 ? box : devices;
  }
  ASSERT_NE(genotype, nullptr);
  ASSERT_NE(liver, nullptr);
  ASSERT_NE(devices, nullptr);
  choose(genotype, "*6/*6");
  settle();
  const double slow = peak();
  EXPECT_GT(slow, 1.02 * normal);
  choose(liver, "child-pugh-B");
  settle();
  EXPECT_GT(peak(), 1.02 * slow);
  EXPECT_FALSE(devices->isEnabled()) << "nothing is sprayed";
  EXPECT_FALSE(devices->toolTip().isEmpty());
  choose(m_window->editor()->routeBox(), "intranasal");
  settle();
  EXPECT_TRUE(devices->isEnabled());
  const double one = peak();
  choose(devices, "three");
  settle();
  EXPECT_NE(peak(), one);
}

TEST_F(InteractionsTest, AGreyedFieldSaysWhyWhereverTheMouseIs) {
  ScenarioSpec spec = test::infusion();
  spec.model = "simons2022";
  open(spec);
  m_window->forms()->setCurrentIndex(0);
  MeasureEdit* age = m_window->editor()->covariate("AGE");
  ASSERT_FALSE(age->isEnabled()) << "the model has no effect of age";
  EXPECT_TRUE(age->toolTip().contains("AGE"));
  const QPoint middle = age->lineEdit()->rect().center();
  QHelpEvent help(QEvent::ToolTip, middle, age->lineEdit()->mapToGlobal(middle));
  QApplication::sendEvent(age->lineEdit(), &help);
  EXPECT_EQ(QToolTip::text(), age->toolTip());
}

TEST(InteractionEditing, NothingThatIsGreyedWouldChangeACurve) {
  const Catalog catalog = readCatalog(test::sampleLibrary());
  int greyed = 0;
  for (const CatalogEntry& entry : catalog.entries) {
    ASSERT_TRUE(entry.model) << entry.id;
    for (const Route& route : entry.model->routes) {
      ScenarioSpec spec = defaultScenario(*entry.model);
      spec.doses[0].route = route.id;
      spec.doses[0].amount = {35, "mg"};
      if (!route.infusion) {
        spec.doses[0].duration.reset();
      }
      const auto acting = actingCovariates(*entry.model, spec);
      const auto values = [&](const ScenarioSpec& of) {
        const auto scenario = prepare(of, catalog.library);
        EXPECT_TRUE(scenario) << entry.id;
        const auto result = simulate(*scenario);
        EXPECT_TRUE(result) << entry.id;
        return result->subjects.front().values;
      };
      const auto before = values(spec);
      for (const Covariate& covariate : entry.model->covariates) {
        if (acting.contains(covariate.name)) {
          continue;
        }
        ++greyed;
        ScenarioSpec other = spec;
        if (covariate.categories.empty()) {
          other.subject[covariate.name] = {1.1 * covariate.standard / covariate.unit.factor,
                                           covariate.unit_text};
        } else {
          other.categories[covariate.name] =
              std::ranges::max_element(covariate.categories, {}, [](const auto& each) {
                return each.second;
              })->first;
        }
        EXPECT_EQ(values(other), before) << entry.id << ", " << route.id << ", " << covariate.name;
      }
    }
  }
  EXPECT_GT(greyed, 5);
}

TEST(InteractionEditing, EveryOtherRouteKeepsOnlyWhatItsModelUnderstands) {
  const Catalog catalog = readCatalog(test::sampleLibrary());
  ScenarioSpec spec = oral();
  spec.interactions = {{"clarithromycin", {}, {}}};
  for (const ScenarioSpec& other : byEveryOtherRoute(spec, 0, catalog)) {
    EXPECT_EQ(other.interactions.empty(), other.model != "ketascope-reference") << other.name;
  }
}

TEST(InteractionEditing, ComposedModelsAreMadeOnceAndOwnDosesDoNotMakeThemAnew) {
  const Catalog catalog = readCatalog(test::sampleLibrary());
  ScenarioSpec spec = oral();
  spec.interactions = {{"clarithromycin", {}, {}}};
  const auto first = prepare(spec, catalog.library);
  ASSERT_TRUE(first);
  DoseSpec dose;
  dose.route = "oral";
  dose.amount = {250, "mg"};
  spec.interactions[0].doses = {dose};
  const Library copy = catalog.library;
  const auto second = prepare(spec, copy);
  ASSERT_TRUE(second);
  EXPECT_EQ(first->model, second->model);
  EXPECT_NE(std::get<Schedule>(first->regimen), std::get<Schedule>(second->regimen));
  spec.interactions[0] = {"rifampicin", "no such regimen", {}};
  const auto refused = prepare(spec, copy);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().front().code, "interaction.regimen");
}

}  // namespace
}  // namespace ketascope
