// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>

#include "ui_samples.hpp"
#include "viewmodel/audit_table_model.hpp"
#include "viewmodel/metrics_table_model.hpp"
#include "viewmodel/scenario_document.hpp"
#include "viewmodel/scenario_editing.hpp"
#include "viewmodel/scenario_list_model.hpp"

namespace ketascope {
namespace {

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;

ScenarioFile two() {
  ScenarioFile file;
  file.title = "two";
  file.scenarios = {test::infusion("first"), test::infusion("second")};
  return file;
}

ScenarioSpec withDose(const ScenarioDocument& document, double amount) {
  ScenarioSpec spec = document.value().scenarios[0];
  spec.doses[0].amount.value = amount;
  return spec;
}

TEST(ScenarioDocument, UndoAndRedoBringWholeValuesBack) {
  ScenarioDocument document;
  document.reset(two());
  const ScenarioFile before = document.value();
  document.changeScenario(0, withDose(document, 1.0), "dose");
  const ScenarioFile after = document.value();
  EXPECT_NE(before, after);
  EXPECT_TRUE(document.isModified());
  document.undoStack()->undo();
  EXPECT_EQ(document.value(), before);
  EXPECT_FALSE(document.isModified());
  document.undoStack()->redo();
  EXPECT_EQ(document.value(), after);
}

TEST(ScenarioDocument, TypingIsOneStepUntilTheFieldIsLeft) {
  ScenarioDocument document;
  document.reset(two());
  document.changeScenario(0, withDose(document, 1.0), "dose", "amount");
  document.changeScenario(0, withDose(document, 1.2), "dose", "amount");
  document.changeScenario(0, withDose(document, 1.25), "dose", "amount");
  EXPECT_EQ(document.undoStack()->count(), 1);
  document.endMerge();
  document.changeScenario(0, withDose(document, 2.0), "dose", "amount");
  EXPECT_EQ(document.undoStack()->count(), 2);
  document.undoStack()->undo();
  EXPECT_DOUBLE_EQ(document.value().scenarios[0].doses[0].amount.value, 1.25);
  document.undoStack()->undo();
  EXPECT_DOUBLE_EQ(document.value().scenarios[0].doses[0].amount.value, 0.5);
}

TEST(ScenarioDocument, FieldsOfDifferentScenariosAreDifferentSteps) {
  ScenarioDocument document;
  document.reset(two());
  document.changeScenario(0, withDose(document, 1.0), "dose", "amount");
  document.changeScenario(1, withDose(document, 1.0), "dose", "amount");
  EXPECT_EQ(document.undoStack()->count(), 2);
}

TEST(ScenarioDocument, TypingBackToTheOldValueLeavesNoStep) {
  ScenarioDocument document;
  document.reset(two());
  document.changeScenario(0, withDose(document, 0.55), "dose", "amount");
  document.changeScenario(0, withDose(document, 0.5), "dose", "amount");
  EXPECT_EQ(document.undoStack()->count(), 0);
  EXPECT_FALSE(document.isModified());
}

TEST(ScenarioDocument, AChangeThatChangesNothingIsNoStep) {
  ScenarioDocument document;
  document.reset(two());
  QSignalSpy changed(&document, &ScenarioDocument::changed);
  document.changeScenario(0, document.value().scenarios[0], "nothing");
  EXPECT_EQ(changed.count(), 0);
  EXPECT_EQ(document.undoStack()->count(), 0);
}

TEST(ScenarioDocument, WhatIsSavedOpensAsTheSameValue) {
  const QTemporaryDir folder;
  const std::filesystem::path path = folder.filePath("x.toml").toStdString();
  ScenarioDocument document;
  document.reset(two());
  document.changeScenario(0, withDose(document, 1.0), "dose");
  ASSERT_TRUE(document.save(path));
  EXPECT_FALSE(document.isModified());
  const ScenarioFile saved = document.value();
  document.reset(two());  // and lets go of the file, which is one document's at a time
  ScenarioDocument other;
  ASSERT_TRUE(other.open(path));
  EXPECT_EQ(other.value().scenarios, saved.scenarios);
  EXPECT_EQ(other.value().display, saved.display);
  EXPECT_EQ(other.fileName(), "x.toml");
}

TEST(ScenarioDocument, AFileThatCannotBeReadLeavesTheDocumentAlone) {
  ScenarioDocument document;
  document.reset(two());
  const ScenarioFile before = document.value();
  EXPECT_FALSE(document.open("/nowhere/x.toml"));
  EXPECT_EQ(document.value(), before);
  EXPECT_FALSE(document.save("/nowhere/x.toml"));
  EXPECT_TRUE(document.path().empty());
}

class ListModelTest : public ::testing::Test {
 protected:
  ListModelTest() {
    QSignalSpy loaded(&catalog, &ModelCatalog::loaded);
    catalog.load(test::sampleLibrary());
    EXPECT_TRUE(test::next(loaded));
    document.reset(two());
  }
  ScenarioDocument document;
  ModelCatalog catalog;
  ScenarioListModel list{&document, &catalog};
};

TEST_F(ListModelTest, KeepsTheRulesOfItemModels) {
  const QAbstractItemModelTester tester(&list, fatal);
  list.add(0);
  list.duplicate(0);
  list.remove(1);
  list.setData(list.index(0), "other name");
  list.setData(list.index(0), Qt::Unchecked, Qt::CheckStateRole);
  document.undoStack()->undo();
  document.undoStack()->undo();
  document.reset({});
  EXPECT_EQ(list.rowCount(), 0);
}

TEST_F(ListModelTest, EditsGoThroughTheDocumentAndCanBeUndone) {
  list.setData(list.index(1), "renamed");
  EXPECT_EQ(document.value().scenarios[1].name, "renamed");
  list.setData(list.index(0), Qt::Unchecked, Qt::CheckStateRole);
  EXPECT_FALSE(document.value().scenarios[0].visible);
  document.undoStack()->undo();
  document.undoStack()->undo();
  EXPECT_EQ(list.data(list.index(1)).toString(), "second");
  EXPECT_EQ(list.data(list.index(0), Qt::CheckStateRole).toInt(), Qt::Checked);
}

TEST_F(ListModelTest, ACopyStandsBehindItsOriginalUnderANameOfItsOwn) {
  EXPECT_EQ(list.duplicate(0), 1);
  EXPECT_EQ(list.duplicate(0), 1);
  ASSERT_EQ(list.rowCount(), 4);
  EXPECT_EQ(list.data(list.index(2)).toString(), "first (copy)");
  EXPECT_EQ(list.data(list.index(1)).toString(), "first (copy 2)");
}

TEST_F(ListModelTest, RemovingTheLastRowMovesToTheOneBefore) {
  EXPECT_EQ(list.remove(1), 0);
  EXPECT_EQ(list.remove(0), -1);
  EXPECT_EQ(list.remove(0), -1);
}

TEST_F(ListModelTest, AScenarioWithoutANameIsCalledByItsDose) {
  ScenarioSpec spec = test::infusion();
  document.changeScenario(0, spec, "unnamed");
  const QString title = list.data(list.index(0)).toString();
  EXPECT_TRUE(title.contains("0.5 mg/kg") && title.contains("40 min")) << title.toStdString();
  // Leaving the editor without a change must not freeze the name.
  list.setData(list.index(0), title);
  EXPECT_TRUE(document.value().scenarios[0].name.empty());
}

TEST_F(ListModelTest, RoutesThatTheModelLacksAreNamedWithTheModelsThatHaveThem) {
  const Model* model = catalog.find("kamp2020");
  ASSERT_NE(model, nullptr);
  const auto choices = routeChoices(*model, catalog.catalog());
  bool oral = false;
  for (const RouteChoice& choice : choices) {
    EXPECT_EQ(choice.available, model->route(choice.id) != nullptr);
    if (choice.id == "oral") {
      oral = true;
      EXPECT_FALSE(choice.available);
      EXPECT_TRUE(choice.reason.contains("ashraf2018")) << choice.reason.toStdString();
    }
  }
  EXPECT_TRUE(oral);
}

TEST_F(ListModelTest, MovingToAnotherModelKeepsWhatItUnderstands) {
  ScenarioSpec spec = test::infusion("x");
  spec.subject["NOT_THERE"] = {1, ""};
  const Model* oral = catalog.find("ashraf2018");
  ASSERT_NE(oral, nullptr);
  spec.doses[0].route = "im";
  const ScenarioSpec moved = adaptToModel(spec, *oral);
  EXPECT_EQ(moved.model, "ashraf2018");
  EXPECT_NE(oral->route(moved.doses[0].route), nullptr);
  EXPECT_FALSE(moved.subject.contains("NOT_THERE"));
  EXPECT_EQ(moved.subject.at("WT"), (Measure{70, "kg"}));
  EXPECT_EQ(moved.doses[0].amount, (Measure{0.5, "mg/kg"}));
}

TEST(MetricsTable, KeepsTheRulesOfItemModelsWhileRowsAndBandsComeAndGo) {
  MetricsTableModel model;
  const QAbstractItemModelTester tester(&model, fatal);
  SummaryRow row;
  row.scenario = "s";
  row.unit = "ng/mL";
  row.cmax = 43.8;
  row.tmax_h = 0.75;
  EffectBand band;
  band.id = "a";
  band.endpoint = "analgesia";
  band.low = {70, "ng/mL"};
  band.high = {160, "ng/mL"};
  row.in_bands = {{band_label(band), 1.5}};
  model.setRows({row, row}, {0, 1}, {band});
  EXPECT_EQ(model.rowCount(), 2);
  EXPECT_EQ(model.columnCount(), MetricsTableModel::FirstBand + 1);
  EXPECT_EQ(model.data(model.index(0, MetricsTableModel::Cmax)).toString(), "43.80");
  EXPECT_EQ(model.headerData(MetricsTableModel::Cmax, Qt::Horizontal).toString(), "Cmax\nng/mL");
  EXPECT_EQ(model.headerData(MetricsTableModel::Auc, Qt::Horizontal).toString(),
            "AUC 0–t\nng·h/mL");
  EXPECT_EQ(model.data(model.index(0, MetricsTableModel::Tmax)).toString(), "45 min");
  EXPECT_EQ(model.data(model.index(0, MetricsTableModel::FirstBand)).toString(), "1 h 30 min");
  EXPECT_EQ(model.data(model.index(0, MetricsTableModel::HalfLife)).toString(), "–");
  row.cmax = 50;
  SummaryRow other = row;
  other.unit = "umol/L";
  model.setRows({row, other}, {0, 1}, {band});
  EXPECT_EQ(model.data(model.index(1, MetricsTableModel::Cmax)).toString(),
            QString::fromUtf8("50.00 µmol/L"));
  model.setRows({row}, {0}, {});
  EXPECT_EQ(model.columnCount(), static_cast<int>(MetricsTableModel::FirstBand));
  model.setRows({}, {}, {});
  EXPECT_EQ(model.rowCount(), 0);
}

TEST(AuditTable, ExplainsWhatEnteredAndKeepsTheRulesOfItemModels) {
  AuditTableModel model;
  const QAbstractItemModelTester tester(&model, fatal);
  auto run = std::make_shared<ketascope::Run>();
  auto pk = std::make_shared<Model>();
  pk->compartments.resize(1);
  pk->compartments[0].name = "central";
  run->result.model = pk;
  SubjectResult subject;
  AuditEntry starts;
  starts.event = "infusion starts";
  starts.cmt = 0;
  starts.amt_mg = 35;
  starts.F = 0.5;
  starts.entered = 17.5;
  starts.rate_mg_per_h = 52.5;
  starts.duration_h = 2.0 / 3.0;
  starts.cause = "dose 1";
  subject.audit = {starts};
  run->result.subjects = {subject};
  SimulationOutcome outcome;
  outcome.scenarios.resize(1);
  outcome.scenarios[0].spec.name = "infusion";
  run->spec = outcome.scenarios[0].spec;
  outcome.scenarios[0].run = run;
  outcome.shown = {0};
  model.setOutcome(outcome);
  ASSERT_EQ(model.rowCount(), 1);
  const auto text = [&](int column) { return model.data(model.index(0, column)).toString(); };
  EXPECT_EQ(text(AuditTableModel::Scenario), "infusion");
  EXPECT_EQ(text(AuditTableModel::Event), "infusion starts");
  EXPECT_EQ(text(AuditTableModel::Compartment), "central");
  EXPECT_EQ(text(AuditTableModel::Entered), "17.500");
  EXPECT_EQ(text(AuditTableModel::Lag), "");
  EXPECT_EQ(text(AuditTableModel::Cause), "dose 1");
  model.setOutcome({});
  EXPECT_EQ(model.rowCount(), 0);
}

}  // namespace
}  // namespace ketascope
