// SPDX-License-Identifier: GPL-3.0-or-later
// Form, salt and steady state of a dose; what becomes of them in another model.
#include <gtest/gtest.h>

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

#include "ketascope/model/salt.hpp"
#include "plot/concentration_plot.hpp"
#include "settle.hpp"
#include "ui_samples.hpp"
#include "viewmodel/disagreement.hpp"
#include "viewmodel/dose_choices.hpp"
#include "viewmodel/route_comparison.hpp"
#include "viewmodel/scenario_editing.hpp"
#include "viewmodel/schedule_model.hpp"
#include "widgets/editor_panel.hpp"
#include "widgets/main_window.hpp"
#include "widgets/measure_edit.hpp"
#include "widgets/message_bar.hpp"
#include "widgets/scenario_panel.hpp"

namespace ketascope {
namespace {

const Catalog& catalog() {
  static const Catalog all = readCatalog(test::sampleLibrary());
  return all;
}

const Model& model(const char* id) {
  return *catalog().find(id);
}

double amountEntering(const ScenarioSpec& spec) {
  const auto scenario = prepare(spec, test::sampleLibrary());
  EXPECT_TRUE(scenario) << format(scenario.error());
  double mg = 0;
  const ResolvedScenario resolved = resolve(*scenario);
  for (const EventRecord& record : resolved.subjects.at(0).records) {
    mg += record.amt_mg;
  }
  return mg;
}

TEST(DoseChoices, OfferWhatTheModelTakesAndSayWhyTheRestIsNotThere) {
  // What is offered is what the engine takes.
  for (const char* id : {"kamp2020", "simons2022", "ketascope-reference"}) {
    for (const DoseChoice& choice : formChoices(model(id))) {
      ScenarioSpec spec = test::infusion();
      spec.model = id;
      spec.doses[0].form = choice.id;
      const auto scenario = prepare(spec, test::sampleLibrary());
      ASSERT_TRUE(scenario) << format(scenario.error());
      EXPECT_EQ(choice.available, !has_errors(resolve(*scenario).diagnostics))
          << id << ": " << choice.id;
      EXPECT_FALSE(choice.about.isEmpty());
    }
  }
  EXPECT_FALSE(formChoices(model("kamp2020"))[1].available);
  EXPECT_TRUE(formChoices(model("ketascope-reference"))[1].available);
}

TEST(DoseChoices, AnotherModelIsGivenTheSameDrug) {
  const ScenarioSpec racemate = test::infusion();
  const double mg = amountEntering(racemate);
  const ScenarioSpec s = adaptToModel(racemate, model("simons2022"), &model("kamp2020"));
  EXPECT_EQ(s.doses[0].form, "racemate") << "what was unsaid is said";
  EXPECT_NEAR(amountEntering(s), mg / 2, 1e-9) << "half of it is S-ketamine";
  EXPECT_TRUE(changedDrug(racemate, model("simons2022"), &model("kamp2020")).isEmpty());
  EXPECT_EQ(adaptToModel(s, model("kamp2020"), &model("simons2022")), racemate) << "and back";
}

TEST(DoseChoices, WhatAnotherModelCannotTakeIsSaid) {
  ScenarioSpec spec = test::infusion();
  spec.model = "simons2022";
  const ScenarioSpec moved = adaptToModel(spec, model("kamp2020"), &model("simons2022"));
  EXPECT_TRUE(moved.doses[0].form.empty());
  const QString said = changedDrug(spec, model("kamp2020"), &model("simons2022"));
  EXPECT_TRUE(said.contains("racemate")) << said.toStdString();
  EXPECT_TRUE(said.contains("S-ketamine"));
}

TEST(DoseChoices, ASaltStaysASalt) {
  ScenarioSpec spec = test::infusion();
  spec.doses[0].basis = "hydrochloride";
  const double mg = amountEntering(spec);
  EXPECT_NEAR(mg, 35 * base_per_hydrochloride, 1e-9);
  const ScenarioSpec moved = adaptToModel(spec, model("simons2022"), &model("kamp2020"));
  EXPECT_EQ(moved.doses[0].basis, "hydrochloride");
  for (const ScenarioSpec& other : byEveryOtherRoute(spec, 0, catalog())) {
    EXPECT_EQ(other.doses[0].basis, "hydrochloride") << other.name;
  }
}

TEST(DoseChoices, EveryOtherRouteGivesTheSameDrugOrSaysThatItDoesNot) {
  for (const char* id : {"kamp2020", "simons2022"}) {
    ScenarioSpec spec = test::infusion();
    spec.model = id;
    const std::string form(to_text(model(id).form));
    const auto others = byEveryOtherRoute(spec, 0, catalog());
    EXPECT_FALSE(others.empty());
    for (const ScenarioSpec& other : others) {
      const Model& its = model(other.model.c_str());
      const std::string given =
          other.doses[0].form.empty() ? std::string(to_text(its.form)) : other.doses[0].form;
      EXPECT_TRUE(given == form || other.name.find(", as ") != std::string::npos) << other.name;
    }
  }
}

TEST(DoseChoices, TheAmountIsSaidInTotalAndPerWeight) {
  DoseSpec dose;
  dose.amount = {0.5, "mg/kg"};
  EXPECT_EQ(amountBeside(dose, model("kamp2020"), 70), "35.0 mg = 0.500 mg/kg at 70 kg");
  dose.amount = {35000, "ug"};
  EXPECT_EQ(amountBeside(dose, model("kamp2020"), 70), "35.0 mg = 0.500 mg/kg at 70 kg");
  dose.form = "racemate";
  EXPECT_TRUE(amountBeside(dose, model("simons2022"), 70).contains("counts 17.5 mg S-ketamine"));
  dose.amount = {1, "furlong"};
  EXPECT_TRUE(amountBeside(dose, model("kamp2020"), 70).isEmpty());
}

TEST(DoseChoices, SteadyStateIsGreyedWhereSomethingIsTakenBeside) {
  ScenarioSpec spec = test::infusion();
  EXPECT_TRUE(steadyStateReason(spec, 0, model("kamp2020")).isEmpty());
  spec.interactions.push_back({"clarithromycin", {}, {}});
  EXPECT_FALSE(steadyStateReason(spec, 0, model("kamp2020")).isEmpty());
  EXPECT_FALSE(steadyStateReason(spec, 5, model("kamp2020")).isEmpty());
}

class DoseFormTest : public ::testing::Test {
 protected:
  DoseFormTest() {
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    m_window = std::make_unique<MainWindow>(test::sampleLibrary());
    QSignalSpy loaded(m_window->catalog(), &ModelCatalog::loaded);
    EXPECT_TRUE(test::next(loaded));
    m_window->resize(1280, 800);
    m_window->show();
  }
  void open(const std::string& id) {
    ScenarioFile file;
    file.scenarios = {test::infusion("one")};
    file.scenarios[0].model = id;
    m_window->document()->reset(file);
    m_window->scenarios()->setCurrent(0);
    settle();
  }
  void settle() { test::settle(*m_window); }
  void choose(QComboBox* box, const QString& id) {
    box->setCurrentIndex(std::max(box->findData(id), box->findText(id)));
    Q_EMIT box->activated(box->currentIndex());
    settle();
  }
  const DoseSpec& dose() { return m_window->document()->value().scenarios[0].doses[0]; }
  double peak() {
    const auto& y = m_window->plot()->figure().curves.at(0).y;
    return *std::ranges::max_element(y);
  }

  QTemporaryDir m_settings;
  std::unique_ptr<MainWindow> m_window;
};

TEST_F(DoseFormTest, FormAndSaltAreChosenInTheFormAndChangeTheCurve) {
  open("simons2022");
  EditorPanel* editor = m_window->editor();
  const double before = peak();
  choose(editor->formBox(), "racemate");
  EXPECT_EQ(dose().form, "racemate");
  EXPECT_NEAR(peak() / before, 0.5, 1e-6);
  EXPECT_TRUE(editor->amountNote()->text().contains("17.5 mg")) << "what the model counts";
  choose(editor->basisBox(), "hydrochloride");
  EXPECT_EQ(dose().basis, "hydrochloride");
  EXPECT_NEAR(peak() / before, 0.5 * base_per_hydrochloride, 1e-6);
  m_window->document()->undoStack()->undo();
  m_window->document()->undoStack()->undo();
  settle();
  EXPECT_NEAR(peak() / before, 1.0, 1e-9);
  EXPECT_EQ(editor->formBox()->currentIndex(), 0);
}

TEST_F(DoseFormTest, AFormThatTheModelLacksIsGreyedWithTheReason) {
  open("kamp2020");
  QComboBox* box = m_window->editor()->formBox();
  const int place = box->findData("S");
  ASSERT_GE(place, 0);
  const auto* items = qobject_cast<QStandardItemModel*>(box->model());
  EXPECT_FALSE(items->item(place)->isEnabled());
  EXPECT_TRUE(box->itemData(place, Qt::ToolTipRole).toString().contains("kamp2020"));
}

TEST_F(DoseFormTest, SteadyStateIsSwitchedOnWithAnIntervalAndRaisesTheCurve) {
  open("kamp2020");
  const double before = peak();
  QTest::keyClick(m_window->editor()->steadyState(), Qt::Key_Space);
  settle();
  EXPECT_TRUE(dose().steady_state);
  ASSERT_TRUE(dose().interval);
  EXPECT_GT(peak(), before);
  // The first value is that before the record, which sets the steady state.
  EXPECT_EQ(m_window->plot()->figure().curves[0].y[0], 0.0);
  EXPECT_GT(m_window->plot()->figure().curves[0].y[1], 0.0);
}

TEST_F(DoseFormTest, AModelThatTakesAnotherFormSaysSoUntilTheNextChange) {
  open("simons2022");
  choose(m_window->editor()->modelBox(), "kamp2020");
  const auto said = [this] {
    return std::ranges::any_of(m_window->messages()->messages(), [](const auto& message) {
      return message.text.contains("until now S-ketamine");
    });
  };
  EXPECT_TRUE(said());
  choose(m_window->editor()->basisBox(), "hydrochloride");
  EXPECT_FALSE(said());
}

/// A scenario that says nothing of the weight, of a model of children.
ScenarioSpec ofInfants() {
  ScenarioSpec spec = test::infusion("an infant");
  spec.model = "flint2017";
  spec.subject.clear();
  spec.doses[0].amount = {7, "mg"};
  return spec;
}

TEST_F(DoseFormTest, DosesPerWeightReferToTheModelsOwnWeightAsInTheEngine) {
  ScenarioFile file;
  file.scenarios = {ofInfants()};
  m_window->document()->reset(file);
  m_window->scenarios()->setCurrent(0);
  settle();
  EditorPanel* editor = m_window->editor();
  EXPECT_EQ(editor->weight()->measure(), (Measure{7, "kg"}));
  EXPECT_TRUE(editor->amountNote()->text().contains("1.00 mg/kg at 7 kg"))
      << editor->amountNote()->text().toStdString();
  const double before = peak();
  choose(editor->amount()->unitBox(), "mg/kg");
  EXPECT_EQ(dose().amount, (Measure{1, "mg/kg"}));
  EXPECT_NEAR(peak() / before, 1.0, 1e-9) << "another unit keeps the dose";
  m_window->document()->undoStack()->undo();
  ScheduleModel schedule(m_window->document(), m_window->catalog());
  schedule.setScenario(0);
  EXPECT_TRUE(schedule.setData(schedule.index(0, ScheduleModel::UnitColumn), "mg/kg"));
  EXPECT_EQ(dose().amount, (Measure{1, "mg/kg"}));
}

TEST(DoseChoices, EveryModelIsAskedForThePatientThatTheScenarioMeans) {
  EXPECT_EQ(questionOf(ofInfants(), 0, model("flint2017"), true).question.weight,
            (Measure{7, "kg"}));
}

TEST(DoseChoices, AFirstScenarioIsOfThePatientsThatTheModelDescribes) {
  for (const CatalogEntry& entry : catalog().entries) {
    ASSERT_TRUE(entry.model) << entry.id;
    const ScenarioSpec first = defaultScenario(*entry.model);
    ScenarioSpec unsaid = first;
    unsaid.subject.clear();
    EXPECT_DOUBLE_EQ(amountEntering(first), amountEntering(unsaid)) << entry.id;
  }
}

}  // namespace
}  // namespace ketascope
