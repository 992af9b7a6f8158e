// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QAction>
#include <QMenu>
#include <QSettings>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <atomic>
#include <chrono>
#include <mutex>
#include <thread>

#include "ketascope/app/ribbons.hpp"
#include "plot/concentration_plot.hpp"
#include "plot/figure_reading.hpp"
#include "settle.hpp"
#include "ui_samples.hpp"
#include "viewmodel/patients.hpp"
#include "widgets/main_window.hpp"
#include "widgets/message_bar.hpp"
#include "widgets/patients_panel.hpp"
#include "widgets/scenario_panel.hpp"

namespace ketascope {
namespace {

SimulationRequest request(std::vector<ScenarioSpec> scenarios, std::uint64_t patients) {
  SimulationRequest wanted;
  wanted.document.scenarios = std::move(scenarios);
  wanted.library = test::sampleLibrary();
  if (patients > 0) {
    wanted.document.population = standardPatients(patients);
  }
  return wanted;
}

/// A model whose publication states how people differ.
ScenarioSpec varied(const std::string& name) {
  ScenarioSpec spec = test::infusion(name);
  spec.model = "simons2022";
  spec.doses[0].amount = {20, "mg"};
  spec.doses[0].duration = Measure{20, "min"};
  spec.outputs = {"S-ketamine"};
  return spec;
}

/// One whose publication does not.
ScenarioSpec without() {
  return test::infusion("without");
}

TEST(Ribbons, HoldTheMedianAndSayLevelsAndNumber) {
  const auto outcome = simulateDocument(request({varied("a")}, 200), {});
  ASSERT_EQ(outcome.figure.ribbons.size(), 1U);
  const Figure::Ribbon& ribbon = outcome.figure.ribbons.front();
  EXPECT_EQ(ribbon.label, "5-95 %, n = 200");
  EXPECT_NE(outcome.figure.curves.front().label.find(ribbon.label), std::string::npos);
  EXPECT_NE(outcome.figure.footnote.find("seed 1"), std::string::npos);
  EXPECT_NE(outcome.figure.footnote.find("Lines are the model's typical patient"),
            std::string::npos);
  const ArmResult& arm = outcome.scenarios[0].patients->arms.front();
  const auto& percentiles = arm.columns.front().percentiles;
  ASSERT_EQ(percentiles.size(), 3U);
  ASSERT_GE(ribbon.x.size(), 200U);
  ASSERT_LE(ribbon.x.size(), 320U);
  double widest = 0;
  for (std::size_t i = 0; i < ribbon.x.size(); ++i) {
    EXPECT_LE(percentiles[0][i], percentiles[1][i]);
    EXPECT_LE(percentiles[1][i], percentiles[2][i]);
    widest = std::max(widest, ribbon.high[i] - ribbon.low[i]);
  }
  EXPECT_GT(widest, 1.0);
  EXPECT_GE(fittedView(outcome.figure).yHigh, *std::ranges::max_element(ribbon.high));
}

TEST(Ribbons, AreTheSameEveryTimeAndKeptWhileNothingOfTheirsChanges) {
  auto wanted = request({varied("a"), varied("b")}, 200);
  const auto first = simulateDocument(wanted, {});
  const auto again = simulateDocument(wanted, {});
  EXPECT_EQ(first.figure.ribbons[0].high, again.figure.ribbons[0].high);
  wanted.document.scenarios[1].doses[0].amount.value = 1.0;
  const auto next = simulateDocument(wanted, {}, &first);
  EXPECT_EQ(next.scenarios[0].patients, first.scenarios[0].patients) << "not computed again";
  EXPECT_NE(next.scenarios[1].patients, first.scenarios[1].patients);
  wanted.document.population->seed = 2;
  const auto other = simulateDocument(wanted, {}, &next);
  EXPECT_NE(other.figure.ribbons[0].high, first.figure.ribbons[0].high);
}

TEST(Ribbons, BelongToTheirScenarioAndAreLeftOutWhereNothingIsKnown) {
  auto wanted = request({without(), varied("with")}, 200);
  const auto outcome = simulateDocument(wanted, {});
  ASSERT_EQ(outcome.figure.ribbons.size(), 1U);
  EXPECT_EQ(outcome.figure.ribbons[0].colour, 1);
  EXPECT_EQ(outcome.scenarios[0].noRibbon, ScenarioOutcome::NoRibbon::noVariability);
  wanted.document.scenarios[0].visible = false;
  EXPECT_EQ(simulateDocument(wanted, {}).figure.ribbons.at(0).colour, 1)
      << "a scenario keeps its colour";
}

TEST(Ribbons, ACovariateThatIsDrawnMakesPatientsDifferToo) {
  auto wanted = request({without()}, 32);
  CovariateDistribution weight;
  weight.name = "WT";
  weight.unit = "kg";
  weight.mean = 70;
  weight.sd = 10;
  wanted.document.population->covariates = {weight};
  EXPECT_EQ(simulateDocument(wanted, {}).scenarios[0].noRibbon, ScenarioOutcome::NoRibbon::drawn);
}

TEST(Ribbons, WhatCannotBeDrawnIsSaidAndTheCurvesStay) {
  auto wanted = request({varied("a")}, 200);
  wanted.document.population->covariate_table = "no such table.csv";
  const auto outcome = simulateDocument(wanted, {});
  EXPECT_TRUE(has_errors(outcome.diagnostics));
  EXPECT_EQ(outcome.figure.curves.size(), 1U);
  EXPECT_TRUE(outcome.figure.ribbons.empty());
}

TEST(Ribbons, AreWrittenToTheTableInTheUnitShown) {
  auto wanted = request({varied("a")}, 200);
  wanted.document.display.unit = "ug/L";
  const auto outcome = simulateDocument(wanted, {});
  const auto runs = outcome.runs();
  const std::string csv = to_csv(runs, wanted.document.display, outcome.patients());
  const std::string plain = to_csv(runs, wanted.document.display, {});
  EXPECT_NE(csv.find(" p5 [ug/L]"), std::string::npos);
  EXPECT_NE(csv.find("n = 200"), std::string::npos);
  EXPECT_EQ(plain.find(" p5 ["), std::string::npos);
  const auto lines = [](const std::string& text) { return std::ranges::count(text, '\n'); };
  EXPECT_EQ(lines(csv) - lines(plain),
            static_cast<long>(outcome.figure.ribbons[0].x.size()) + 1);  // and one comment
  // Every row has as many cells as the head.
  std::size_t cells = 0;
  for (std::size_t at = 0; at < csv.size();) {
    const std::size_t end = csv.find('\n', at);
    const std::string line = csv.substr(at, end - at);
    at = end + 1;
    if (line.starts_with("#")) {
      continue;
    }
    const auto commas = static_cast<std::size_t>(std::ranges::count(line, ','));
    cells = cells == 0 ? commas : cells;
    EXPECT_EQ(commas, cells) << line;
  }
}

TEST(BackgroundRunner, PatienceLetsSlowWorkFinishAndDeliversItBeforeTheNext) {
  BackgroundRunner runner;
  runner.setPatience(60'000);
  std::vector<int> answers;
  QObject::connect(&runner, &BackgroundRunner::delivered, &runner,
                   [&](const BackgroundRunner::Answer& answer) {
                     answers.push_back(*std::static_pointer_cast<const int>(answer));
                   });
  QSignalSpy started(&runner, &BackgroundRunner::started);
  std::atomic<bool> go = false;
  const auto work = [&go](int number) {
    return [&go, number](const RunControl& control) -> BackgroundRunner::Answer {
      while (!go && !control.stop.stop_requested()) {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
      }
      return std::make_shared<const int>(control.stop.stop_requested() ? -number : number);
    };
  };
  runner.submit(work(1));
  ASSERT_TRUE(test::next(started));
  runner.submit(work(2));
  runner.submit(work(3));
  go = true;
  QSignalSpy busy(&runner, &BackgroundRunner::busyChanged);
  while (runner.isBusy()) {
    ASSERT_TRUE(busy.wait(20'000));
  }
  EXPECT_EQ(answers, (std::vector<int>{1, 3}));
}

TEST(BackgroundRunner, PatienceEndsAndSoDoesWhatIsNeverReady) {
  BackgroundRunner runner;
  runner.setPatience(20);
  std::vector<int> answers;
  QObject::connect(&runner, &BackgroundRunner::delivered, &runner,
                   [&](const BackgroundRunner::Answer& answer) {
                     answers.push_back(*std::static_pointer_cast<const int>(answer));
                   });
  QSignalSpy started(&runner, &BackgroundRunner::started);
  runner.submit([](const RunControl& control) -> BackgroundRunner::Answer {
    while (!control.stop.stop_requested()) {
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return std::make_shared<const int>(1);
  });
  ASSERT_TRUE(test::next(started));
  runner.submit(
      [](const RunControl&) -> BackgroundRunner::Answer { return std::make_shared<const int>(2); });
  QSignalSpy busy(&runner, &BackgroundRunner::busyChanged);
  while (runner.isBusy()) {
    ASSERT_TRUE(busy.wait(20'000));
  }
  EXPECT_EQ(answers, (std::vector<int>{2}));
}

TEST(Ribbons, TheCurvesAreHandedOutBeforeThoseThatTakeLong) {
  SimulationRequest wanted = request({varied("a"), varied("b")}, 2000);
  const auto known = simulateDocument(wanted, {});
  wanted.document.scenarios[0].doses[0].amount.value *= 2;
  std::vector<SimulationOutcome> handed;
  wanted.early = [&](SimulationOutcome curves) { handed.push_back(std::move(curves)); };
  const auto whole = simulateDocument(wanted, {}, &known);
  ASSERT_EQ(handed.size(), 1U);
  EXPECT_TRUE(handed[0].ribbonsPending);
  EXPECT_FALSE(whole.ribbonsPending);
  ASSERT_EQ(handed[0].figure.curves.size(), whole.figure.curves.size());
  EXPECT_EQ(handed[0].figure.curves[0].y, whole.figure.curves[0].y);
  EXPECT_EQ(handed[0].summary.size(), whole.summary.size());
  ASSERT_EQ(handed[0].figure.ribbons.size(), 1U) << "what is as it was stays";
  EXPECT_EQ(handed[0].figure.ribbons[0].colour, 1);
  EXPECT_EQ(whole.figure.ribbons.size(), 2U);
  handed.clear();
  (void)simulateDocument(wanted, {}, &whole);
  EXPECT_TRUE(handed.empty()) << "nothing takes long";
}

TEST(Ribbons, ProgressIsSharedOutOverCurvesAndPatients) {
  std::mutex guard;
  std::vector<double> seen;
  RunControl control;
  control.progress = [&](double fraction) {
    const std::lock_guard lock(guard);
    seen.push_back(fraction);
  };
  double curvesSeen = 0;
  SimulationRequest wanted = request({varied("a"), varied("b")}, 5000);
  wanted.early = [&](const SimulationOutcome&) {
    const std::lock_guard lock(guard);
    curvesSeen = seen.empty() ? 0.0 : *std::ranges::max_element(seen);
  };
  (void)simulateDocument(wanted, control);
  ASSERT_GT(seen.size(), 4U);
  EXPECT_LE(curvesSeen, 0.2) << "the patients are still to come";
  EXPECT_GT(*std::ranges::max_element(seen), 0.9);
  EXPECT_LE(*std::ranges::max_element(seen), 1.0);
  // The second scenario goes on where the first ends.
  const auto highest = std::ranges::max_element(seen);
  EXPECT_TRUE(std::all_of(highest, seen.end(), [](double fraction) { return fraction > 0.5; }));
}

class VariabilityWindowTest : public ::testing::Test {
 protected:
  VariabilityWindowTest() {
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    m_window = std::make_unique<MainWindow>(test::sampleLibrary());
    QSignalSpy loaded(m_window->catalog(), &ModelCatalog::loaded);
    EXPECT_TRUE(test::next(loaded));
    m_window->resize(1280, 800);
    m_window->show();
    open({varied("first")});
  }
  void open(std::vector<ScenarioSpec> scenarios) {
    ScenarioFile file;
    file.scenarios = std::move(scenarios);
    m_window->document()->reset(file);
    m_window->scenarios()->setCurrent(0);
    settle();
  }
  void settle() { test::settle(*m_window); }
  QAction* entry(const QString& text) {
    for (QAction* action : m_window->variabilityMenu()->actions()) {
      if (action->text().remove('&').contains(text)) {
        return action;
      }
    }
    return nullptr;
  }
  const std::vector<Figure::Ribbon>& ribbons() { return m_window->plot()->figure().ribbons; }

  QTemporaryDir m_settings;
  std::unique_ptr<MainWindow> m_window;
};

TEST_F(VariabilityWindowTest, TheRibbonComesWithTheMenuGoesWithOffAndBothCanBeUndone) {
  EXPECT_TRUE(ribbons().empty());
  EXPECT_TRUE(entry("Off")->isChecked());
  EXPECT_FALSE(entry("10–90")->isEnabled());
  entry("200")->trigger();
  settle();
  ASSERT_EQ(ribbons().size(), 1U);
  EXPECT_TRUE(entry("200")->isChecked());
  const auto wide = ribbons()[0].high;
  entry("25–75")->trigger();
  settle();
  EXPECT_EQ(ribbons()[0].label, "25-75 %, n = 200");
  EXPECT_LT(ribbons()[0].high[100], wide[100]);
  entry("Off")->trigger();
  settle();
  EXPECT_TRUE(ribbons().empty());
  EXPECT_FALSE(m_window->document()->value().display.patients);
  m_window->document()->undoStack()->undo();
  m_window->document()->undoStack()->undo();
  settle();
  ASSERT_EQ(ribbons().size(), 1U);
  EXPECT_EQ(ribbons()[0].high, wide);
  EXPECT_TRUE(entry("2.5–97.5") != nullptr && !entry("2.5–97.5")->isChecked());
}

TEST_F(VariabilityWindowTest, OffKeepsThePatientsThatTheDocumentStates) {
  ScenarioFile file = m_window->document()->value();
  file.population = standardPatients(321);
  file.population->seed = 77;
  m_window->document()->change(file, "stated elsewhere");
  settle();
  ASSERT_EQ(ribbons().size(), 1U);
  ASSERT_NE(entry("321"), nullptr);
  EXPECT_TRUE(entry("321")->isChecked());
  entry("Off")->trigger();
  settle();
  EXPECT_TRUE(ribbons().empty());
  EXPECT_FALSE(m_window->tables()->isTabVisible(m_window->tables()->indexOf(m_window->patients())));
  const auto read = parse_scenario_file(to_toml(m_window->document()->value()), "test");
  ASSERT_TRUE(read) << format(read.error());
  EXPECT_EQ(read->population, file.population);
  EXPECT_FALSE(read->display.patients);
  entry("321")->trigger();
  settle();
  EXPECT_EQ(m_window->document()->value(), file) << "as it was stated";
  EXPECT_EQ(ribbons().size(), 1U);
}

TEST_F(VariabilityWindowTest, TheCurveIsShownWhileManyPatientsAreComputed) {
  const double before = *std::ranges::max_element(m_window->plot()->figure().curves[0].y);
  ScenarioFile file = m_window->document()->value();
  file.population = standardPatients(50'000'000);
  file.scenarios[0].doses[0].amount.value *= 2;
  m_window->document()->change(file, "many");
  const auto peak = [this] {
    return *std::ranges::max_element(m_window->plot()->figure().curves[0].y);
  };
  ASSERT_TRUE(QTest::qWaitFor([&] { return peak() > 1.5 * before; }, 20'000));
  EXPECT_TRUE(m_window->runner()->isBusy());
  EXPECT_TRUE(ribbons().empty());
  file.scenarios[0].doses[0].amount.value *= 2;
  m_window->document()->change(file, "and another dose meanwhile");
  ASSERT_TRUE(QTest::qWaitFor([&] { return peak() > 3 * before; }, 20'000));
  EXPECT_TRUE(m_window->runner()->isBusy());
  file.population->count = 200;
  m_window->document()->change(file, "fewer");
  settle();
  ASSERT_EQ(ribbons().size(), 1U);
  EXPECT_EQ(ribbons()[0].label, "5-95 %, n = 200");
}

TEST_F(VariabilityWindowTest, FollowsAChangedDose) {
  entry("200")->trigger();
  settle();
  const double before = *std::ranges::max_element(ribbons()[0].high);
  ScenarioSpec spec = m_window->document()->value().scenarios[0];
  spec.doses[0].amount.value *= 2;
  m_window->document()->changeScenario(0, spec, "dose");
  settle();
  EXPECT_NEAR(*std::ranges::max_element(ribbons()[0].high) / before, 2.0, 1e-6);
}

TEST_F(VariabilityWindowTest, IsGreyedWithTheReasonWhereNothingIsKnown) {
  open({without()});
  EXPECT_FALSE(entry("200")->isEnabled());
  EXPECT_TRUE(entry("200")->toolTip().contains("kamp2020"));
  EXPECT_TRUE(entry("200")->toolTip().contains("simons2022")) << "who could";
  open({without(), varied("with")});
  EXPECT_TRUE(entry("200")->isEnabled());
  entry("200")->trigger();
  settle();
  ASSERT_EQ(m_window->messages()->messages().size(), 1U);
  EXPECT_TRUE(m_window->messages()->messages()[0].text.contains("without"));
}

TEST_F(VariabilityWindowTest, IsReadBackFromTheDocument) {
  entry("200")->trigger();
  entry("10–90")->trigger();
  const auto read = parse_scenario_file(to_toml(m_window->document()->value()), "test");
  ASSERT_TRUE(read) << format(read.error());
  EXPECT_EQ(read->population, m_window->document()->value().population);
}

}  // namespace
}  // namespace ketascope
