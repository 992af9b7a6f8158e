// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLineEdit>
#include <QLocale>
#include <QSignalSpy>
#include <QSlider>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include "ui_samples.hpp"
#include "viewmodel/parameter_scale.hpp"
#include "viewmodel/schedule_model.hpp"
#include "widgets/measure_edit.hpp"
#include "widgets/parameter_panel.hpp"
#include "widgets/schedule_panel.hpp"

namespace ketascope {
namespace {

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;

class ScheduleTest : public ::testing::Test {
 protected:
  ScheduleTest() {
    m_catalog.load(test::sampleLibrary());
    QSignalSpy loaded(&m_catalog, &ModelCatalog::loaded);
    EXPECT_TRUE(test::next(loaded));
    ScenarioFile file;
    file.scenarios = {test::infusion("first"), test::infusion("second")};
    m_document.reset(file);
    m_schedule.setScenario(0);
  }
  const DoseSpec& dose(std::size_t i = 0) { return m_document.value().scenarios[0].doses[i]; }
  bool type(int column, const QString& text, int row = 0) {
    return m_schedule.setData(m_schedule.index(row, column), text);
  }

  ScenarioDocument m_document;
  ModelCatalog m_catalog;
  ScheduleModel m_schedule{&m_document, &m_catalog};
};

TEST_F(ScheduleTest, IsAWellBehavedModel) {
  const QAbstractItemModelTester tester(&m_schedule, fatal);
  m_schedule.add();
  m_schedule.copy(0);
  m_schedule.remove(1);
  m_schedule.setScenario(1);
  m_document.undoStack()->undo();
  m_schedule.setScenario(-1);
  EXPECT_EQ(m_schedule.rowCount(), 0);
}

TEST_F(ScheduleTest, AnInfusionFollowsALoadingDoseAsOneStep) {
  const int steps = m_document.undoStack()->count();
  EXPECT_EQ(m_schedule.thenInfuse(0), 1);
  ASSERT_EQ(m_document.value().scenarios[0].doses.size(), 2U);
  EXPECT_EQ(dose(1).start, (Measure{40, "min"})) << "where the 40 minutes end";
  EXPECT_EQ(dose(1).amount, dose(0).amount);
  EXPECT_TRUE(dose(1).duration);
  EXPECT_EQ(m_document.undoStack()->count(), steps + 1);
  m_document.undoStack()->undo();
  EXPECT_EQ(m_document.value().scenarios[0].doses.size(), 1U);
  // Of what is repeated, after the last time.
  EXPECT_TRUE(type(ScheduleModel::Over, ""));
  EXPECT_TRUE(type(ScheduleModel::Start, "1 h"));
  EXPECT_TRUE(type(ScheduleModel::Repeats, "2"));
  EXPECT_TRUE(type(ScheduleModel::Every, "3 h"));
  EXPECT_EQ(m_schedule.thenInfuse(0), 1);
  EXPECT_EQ(dose(1).start, (Measure{7, "h"}));
  EXPECT_EQ(dose(1).repeats, 0);
  EXPECT_FALSE(dose(1).interval);
  // At a rate: 0.5 mg/kg of 70 kg at 35 mg/h is an hour.
  EXPECT_TRUE(type(ScheduleModel::Repeats, "0"));
  EXPECT_TRUE(type(ScheduleModel::Over, "35 mg/h"));
  m_schedule.thenInfuse(0);
  EXPECT_EQ(dose(1).start, (Measure{2, "h"}));
  EXPECT_FALSE(dose(1).rate);
}

TEST_F(ScheduleTest, NothingFollowsWhatNeverEnds) {
  EXPECT_EQ(m_schedule.noInfusionBecause(0), "");
  ScenarioSpec spec = m_document.value().scenarios[0];
  spec.doses[0].steady_state = true;
  spec.doses[0].interval = Measure{8, "h"};
  m_document.changeScenario(0, spec, "steady state");
  EXPECT_TRUE(m_schedule.noInfusionBecause(0).contains("steady state"));
  EXPECT_EQ(m_schedule.thenInfuse(0), -1);
  EXPECT_FALSE(m_schedule.noInfusionBecause(-1).isEmpty()) << "none is chosen";
}

TEST_F(ScheduleTest, ReadsNumbersWithAndWithoutTheirUnit) {
  EXPECT_TRUE(type(ScheduleModel::Amount, "0,75"));
  EXPECT_EQ(dose().amount, (Measure{0.75, "mg/kg"}));
  EXPECT_TRUE(type(ScheduleModel::Amount, "50 mg"));
  EXPECT_EQ(dose().amount, (Measure{50, "mg"}));
  EXPECT_TRUE(type(ScheduleModel::Start, "90 min"));
  EXPECT_EQ(dose().start, (Measure{90, "min"}));
  EXPECT_TRUE(type(ScheduleModel::Start, "30"));
  EXPECT_EQ(dose().start, (Measure{30, "min"}));
  EXPECT_TRUE(type(ScheduleModel::Repeats, "3"));
  EXPECT_EQ(dose().repeats, 3);
  EXPECT_TRUE(dose().interval) << "a repeated dose needs an interval";
  EXPECT_TRUE(type(ScheduleModel::Every, "6"));
  EXPECT_EQ(*dose().interval, (Measure{6, "h"}));
}

TEST_F(ScheduleTest, AThousandIsAThousand) {
  EXPECT_TRUE(type(ScheduleModel::Amount, "1,000 ug"));
  EXPECT_EQ(dose().amount, (Measure{1000, "ug"}));
  QSignalSpy refused(&m_schedule, &ScheduleModel::refused);
  EXPECT_FALSE(type(ScheduleModel::Amount, "1,00,0"));
  EXPECT_TRUE(refused.at(0).at(0).toString().contains("1234.5"))
      << refused.at(0).at(0).toString().toStdString();

  MeasureEdit edit({"mg", "ug"});
  QSignalSpy invalid(&edit, &MeasureEdit::invalid);
  QTest::keyClicks(edit.lineEdit(), "1,000");
  EXPECT_EQ(edit.measure(), (Measure{1000, "mg"}));
  edit.lineEdit()->clear();
  QTest::keyClicks(edit.lineEdit(), "1,5");
  EXPECT_EQ(edit.measure(), (Measure{1.5, "mg"}));
  edit.lineEdit()->clear();
  invalid.clear();
  QTest::keyClicks(edit.lineEdit(), "1,000,5");
  EXPECT_FALSE(invalid.isEmpty()) << "said, and nothing is guessed";
}

TEST_F(ScheduleTest, OverTakesADurationARateOrNothing) {
  EXPECT_TRUE(type(ScheduleModel::Over, "20 mg/h"));
  EXPECT_EQ(dose().rate, (Measure{20, "mg/h"}));
  EXPECT_FALSE(dose().duration);
  EXPECT_TRUE(type(ScheduleModel::Over, "1 h"));
  EXPECT_EQ(dose().duration, (Measure{1, "h"}));
  EXPECT_FALSE(dose().rate);
  EXPECT_TRUE(type(ScheduleModel::Over, ""));
  EXPECT_FALSE(dose().duration);
}

TEST_F(ScheduleTest, WhatMakesNoSenseChangesNothingAndIsSaid) {
  QSignalSpy refused(&m_schedule, &ScheduleModel::refused);
  const ScenarioFile before = m_document.value();
  for (const auto& [column, text] :
       std::initializer_list<std::pair<int, const char*>>{{ScheduleModel::Amount, "much"},
                                                          {ScheduleModel::Amount, "-1"},
                                                          {ScheduleModel::Amount, "5 h"},
                                                          {ScheduleModel::Start, "-1 h"},
                                                          {ScheduleModel::Start, "2 kg"},
                                                          {ScheduleModel::Over, "0"},
                                                          {ScheduleModel::Over, "5 L"},
                                                          {ScheduleModel::Repeats, "1.5"},
                                                          {ScheduleModel::Repeats, "-1"},
                                                          {ScheduleModel::Every, "0 h"},
                                                          {ScheduleModel::UnitColumn, "L"},
                                                          {ScheduleModel::RouteColumn, "oral"}}) {
    refused.clear();
    EXPECT_FALSE(type(column, text)) << text;
    ASSERT_EQ(refused.size(), 1) << text;
    EXPECT_FALSE(refused.front().front().toString().isEmpty()) << text;
  }
  EXPECT_EQ(m_document.value(), before);
  EXPECT_EQ(m_document.undoStack()->count(), 0);
}

TEST_F(ScheduleTest, LagAndFAreTheModelsUntilTheyAreSetByHand) {
  const auto shown = [this](int column) { return m_schedule.index(0, column).data().toString(); };
  EXPECT_EQ(shown(ScheduleModel::Lag), "as the model");
  EXPECT_TRUE(type(ScheduleModel::Lag, "10"));
  EXPECT_EQ(dose().lag, (Measure{10, "min"}));
  EXPECT_EQ(shown(ScheduleModel::Lag), "10 min (set by hand)");
  EXPECT_TRUE(type(ScheduleModel::Bioavailability, "50 %"));
  EXPECT_EQ(dose().F, (Measure{50, "%"}));
  EXPECT_TRUE(type(ScheduleModel::Bioavailability, "0,5"));
  EXPECT_EQ(dose().F, (Measure{0.5, ""}));
  for (const char* wrong : {"50", "-1", "much", "5 mg"}) {
    EXPECT_FALSE(type(ScheduleModel::Bioavailability, wrong)) << wrong;
  }
  EXPECT_FALSE(type(ScheduleModel::Lag, "-1 h"));
  EXPECT_TRUE(type(ScheduleModel::RouteColumn, "im")) << "was meant for the other route";
  EXPECT_FALSE(dose().F);
  EXPECT_FALSE(dose().lag);
  EXPECT_TRUE(m_schedule.index(0, ScheduleModel::Bioavailability)
                  .data(Qt::ToolTipRole)
                  .toString()
                  .contains("Clements 1982"))
      << "where the model's value comes from";
  EXPECT_TRUE(type(ScheduleModel::Lag, "1 h"));
  EXPECT_TRUE(type(ScheduleModel::Lag, ""));
  EXPECT_FALSE(dose().lag);
}

TEST_F(ScheduleTest, ColumnsOfLagAndFAppearWhenAskedForOrNeeded) {
  SchedulePanel panel(&m_document, &m_catalog);
  panel.setScenario(0);
  panel.show();
  EXPECT_TRUE(panel.view()->isColumnHidden(ScheduleModel::Lag));
  panel.moreButton()->click();
  EXPECT_FALSE(panel.view()->isColumnHidden(ScheduleModel::Lag));
  EXPECT_FALSE(panel.view()->isColumnHidden(ScheduleModel::Bioavailability));
  panel.moreButton()->click();
  EXPECT_TRUE(panel.view()->isColumnHidden(ScheduleModel::Lag));
  type(ScheduleModel::Lag, "10 min");
  EXPECT_FALSE(panel.view()->isColumnHidden(ScheduleModel::Lag)) << "it is never out of sight";
  EXPECT_FALSE(panel.moreButton()->isEnabled());
  m_document.undoStack()->undo();
  EXPECT_TRUE(panel.view()->isColumnHidden(ScheduleModel::Lag));
}

TEST_F(ScheduleTest, ADoseCanBePutIntoACompartment) {
  ASSERT_FALSE(m_schedule.compartments().empty());
  EXPECT_TRUE(type(ScheduleModel::RouteColumn, "compartment:peripheral1"));
  EXPECT_EQ(dose().route, free_route("peripheral1"));
  EXPECT_TRUE(dose().duration) << "everything may be an infusion";
  EXPECT_EQ(m_schedule.index(0, ScheduleModel::RouteColumn).data().toString(),
            "into peripheral1 (free dosing)");
  EXPECT_FALSE(type(ScheduleModel::RouteColumn, "compartment:nowhere"));
}

TEST_F(ScheduleTest, AnotherUnitKeepsTheDose) {
  EXPECT_TRUE(type(ScheduleModel::UnitColumn, "mg"));
  EXPECT_EQ(dose().amount, (Measure{35, "mg"}));
  EXPECT_TRUE(type(ScheduleModel::UnitColumn, "ug/kg"));
  EXPECT_EQ(dose().amount, (Measure{500, "ug/kg"}));
}

TEST_F(ScheduleTest, ARouteWithoutInfusionTakesTheDurationAway) {
  EXPECT_TRUE(type(ScheduleModel::RouteColumn, "im"));
  EXPECT_FALSE(dose().duration);
  EXPECT_FALSE(m_schedule.flags(m_schedule.index(0, ScheduleModel::Over)) & Qt::ItemIsEditable);
}

TEST_F(ScheduleTest, DosesAreAddedCopiedAndRemovedAsSingleSteps) {
  EXPECT_EQ(m_schedule.add(), 1);
  EXPECT_EQ(dose(1).start, (Measure{2, "h"}));
  EXPECT_EQ(m_schedule.copy(1), 2);
  EXPECT_EQ(dose(2), dose(1));
  EXPECT_EQ(m_schedule.remove(0), 0);
  EXPECT_EQ(m_schedule.rowCount(), 2);
  EXPECT_EQ(m_document.undoStack()->count(), 3);
  while (m_schedule.rowCount() > 0) {
    m_schedule.remove(0);
  }
  EXPECT_EQ(m_schedule.add(), 0) << "an empty schedule takes a first dose";
}

TEST_F(ScheduleTest, AnEventTableIsShownAsSuch) {
  ScenarioSpec spec = m_document.value().scenarios[0];
  spec.doses.clear();
  spec.events = "events.csv";
  m_document.changeScenario(0, spec, "events");
  EXPECT_FALSE(m_schedule.isEditable());
  EXPECT_EQ(m_schedule.add(), -1);
}

TEST_F(ScheduleTest, RoutesThatTheModelLacksAreGreyedWithTheReason) {
  SchedulePanel panel(&m_document, &m_catalog);
  panel.setScenario(0);
  panel.show();
  panel.view()->edit(panel.model()->index(0, ScheduleModel::RouteColumn));
  const auto* box = panel.view()->findChild<QComboBox*>();
  ASSERT_NE(box, nullptr);
  const auto* items = qobject_cast<const QStandardItemModel*>(box->model());
  const int oral = box->findData("oral");
  ASSERT_GE(oral, 0);
  EXPECT_FALSE(items->item(oral)->isEnabled());
  EXPECT_TRUE(items->item(oral)->toolTip().contains("kamp2020"));
}

TEST_F(ScheduleTest, EveryParameterHasASliderThatReachesThePublishedValueExactly) {
  for (const CatalogEntry& entry : m_catalog.catalog().entries) {
    ASSERT_TRUE(entry.model) << entry.id;
    for (const Parameter& parameter : entry.model->parameters) {
      const ParameterScale scale(parameter);
      EXPECT_EQ(scale.valueAt(scale.published()), parameter.printed)
          << entry.id << " " << parameter.name;
      EXPECT_LT(scale.valueAt(0), scale.valueAt(ParameterScale::steps)) << parameter.name;
      EXPECT_EQ(scale.positionOf(scale.valueAt(123)), 123) << entry.id << " " << parameter.name;
    }
  }
}

TEST_F(ScheduleTest, ASliderBeingMovedIsOneStepAndResetBringsThePublishedValueBack) {
  ParameterPanel panel(&m_document, &m_catalog);
  panel.setScenario(0);
  panel.show();
  QSlider* slider = panel.slider("CL");
  EXPECT_FALSE(panel.resetButton("CL")->isEnabled());
  for (int i = 0; i < 20; ++i) {
    slider->setValue(slider->value() + 1);
  }
  EXPECT_EQ(m_document.undoStack()->count(), 1);
  const auto& parameters = m_document.value().scenarios[0].parameters;
  ASSERT_TRUE(parameters.contains("CL"));
  EXPECT_GT(parameters.at("CL").value, 84.0);
  EXPECT_EQ(parameters.at("CL").unit, "L/h");
  EXPECT_TRUE(panel.resetButton("CL")->isEnabled());
  panel.resetButton("CL")->click();
  EXPECT_TRUE(m_document.value().scenarios[0].parameters.empty());
  EXPECT_EQ(panel.number("CL")->measure(), (Measure{84, "L/h"}));
  QTest::keyClick(slider, Qt::Key_Right);
  EXPECT_FALSE(m_document.value().scenarios[0].parameters.empty());
  m_document.undoStack()->undo();
  EXPECT_TRUE(m_document.value().scenarios[0].parameters.empty());
}

TEST_F(ScheduleTest, ATypedParameterMovesTheSliderAndTheSearchFindsIt) {
  ParameterPanel panel(&m_document, &m_catalog);
  panel.setScenario(0);
  panel.show();
  QLineEdit* line = panel.number("V2")->lineEdit();
  line->setFocus();
  line->selectAll();
  const int before = panel.slider("V2")->value();
  QTest::keyClicks(line, "80");
  EXPECT_EQ(m_document.value().scenarios[0].parameters.at("V2"), (Measure{80, "L"}));
  EXPECT_GT(panel.slider("V2")->value(), before);
  panel.filter()->setText("bioavail");
  EXPECT_TRUE(panel.slider("F_im")->isVisible());
  EXPECT_FALSE(panel.slider("V2")->isVisible());
}

}  // namespace
}  // namespace ketascope
