// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodel/simulation_runner.hpp"

#include <gtest/gtest.h>

#include <QSignalSpy>
#include <QTest>
#include <atomic>
#include <chrono>
#include <thread>

#include "ui_samples.hpp"

namespace ketascope {
namespace {

SimulationRequest titled(const std::string& title) {
  SimulationRequest request;
  request.document.title = title;
  return request;
}

/// Runs until it is told to stop when asked for "endless", else answers with the title.
SimulationOutcome echo(const SimulationRequest& request, const RunControl& control,
                       const SimulationOutcome*) {
  while (request.document.title == "endless" && !control.stop.stop_requested()) {
    control.progress(0.5);
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  SimulationOutcome outcome;
  outcome.figure.title = request.document.title;
  return outcome;
}

TEST(SimulationRunner, TheNewestRequestWins) {
  SimulationRunner runner(nullptr, echo);
  QSignalSpy finished(&runner, &SimulationRunner::finished);
  QSignalSpy started(&runner, &SimulationRunner::started);
  runner.submit(titled("endless"));
  ASSERT_TRUE(test::next(started));
  runner.submit(titled("skipped"));
  const auto newest = runner.submit(titled("newest"));
  ASSERT_TRUE(test::next(finished));
  QTest::qWait(30);
  ASSERT_EQ(finished.count(), 1);
  const auto outcome = finished.at(0).at(0).value<OutcomePtr>();
  EXPECT_EQ(outcome->figure.title, "newest");
  EXPECT_EQ(outcome->generation, newest);
  EXPECT_EQ(runner.latest(), outcome);
  EXPECT_FALSE(runner.isBusy());
}

TEST(SimulationRunner, CancelStopsTheJobAndDeliversNothing) {
  SimulationRunner runner(nullptr, echo);
  QSignalSpy finished(&runner, &SimulationRunner::finished);
  QSignalSpy started(&runner, &SimulationRunner::started);
  QSignalSpy busy(&runner, &SimulationRunner::busyChanged);
  runner.submit(titled("endless"));
  ASSERT_TRUE(test::next(started));
  runner.cancel();
  while (runner.isBusy()) {
    ASSERT_TRUE(busy.wait(20'000));
  }
  QTest::qWait(20);
  EXPECT_EQ(finished.count(), 0);
  EXPECT_EQ(runner.latest(), nullptr);
  runner.submit(titled("after"));
  ASSERT_TRUE(test::next(finished));
  EXPECT_EQ(runner.latest()->figure.title, "after");
}

TEST(BackgroundRunner, DeliversWhatIsThereEarlyAndGoesOn) {
  BackgroundRunner runner;
  std::vector<int> got;
  std::vector<bool> busy;
  QObject::connect(&runner, &BackgroundRunner::delivered,
                   [&](const BackgroundRunner::Answer& answer) {
                     got.push_back(*std::static_pointer_cast<const int>(answer));
                     busy.push_back(runner.isBusy());
                   });
  std::atomic<bool> go = false;
  runner.submit([&go](const RunControl&, const BackgroundRunner::Early& early) {
    early(std::make_shared<const int>(1));
    while (!go) {
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return BackgroundRunner::Answer(std::make_shared<const int>(2));
  });
  ASSERT_TRUE(QTest::qWaitFor([&] { return !got.empty(); }, 20'000));
  go = true;
  ASSERT_TRUE(QTest::qWaitFor([&] { return !runner.isBusy(); }, 20'000));
  EXPECT_EQ(got, (std::vector<int>{1, 2}));
  EXPECT_EQ(busy, (std::vector<bool>{true, false}));
}

TEST(SimulationRunner, RequestsOfOneMomentAreOneRun) {
  std::atomic<int> runs = 0;
  SimulationRunner runner(nullptr, [&runs](const SimulationRequest& request, const RunControl&,
                                           const SimulationOutcome*) {
    ++runs;
    SimulationOutcome outcome;
    outcome.figure.title = request.document.title;
    return outcome;
  });
  QSignalSpy finished(&runner, &SimulationRunner::finished);
  for (const char* title : {"a", "b", "c"}) {
    runner.submit(titled(title));
  }
  ASSERT_TRUE(test::next(finished));
  EXPECT_EQ(runs, 1);
  EXPECT_EQ(runner.latest()->figure.title, "c");
}

TEST(SimulationRunner, ProgressArrivesSeldomEnoughToShow) {
  SimulationRunner runner(
      nullptr, [](const SimulationRequest&, const RunControl& control, const SimulationOutcome*) {
        for (int i = 0; i <= 100'000; ++i) {
          control.progress(i * 1e-5);
        }
        return SimulationOutcome{};
      });
  QSignalSpy finished(&runner, &SimulationRunner::finished);
  QSignalSpy progress(&runner, &SimulationRunner::progressChanged);
  QElapsedTimer clock;
  clock.start();
  runner.submit(titled("long"));
  ASSERT_TRUE(test::next(finished));
  EXPECT_LE(progress.count(), 3 + 30 * (1 + clock.elapsed() / 1000));
}

TEST(SimulationRunner, GoingAwayDuringAJobIsSafe) {
  auto runner = std::make_unique<SimulationRunner>(nullptr, echo);
  QSignalSpy started(runner.get(), &SimulationRunner::started);
  runner->submit(titled("endless"));
  ASSERT_TRUE(test::next(started));
  runner.reset();
  SUCCEED();
}

SimulationRequest real(std::vector<ScenarioSpec> scenarios) {
  SimulationRequest request;
  request.document.scenarios = std::move(scenarios);
  request.library = test::sampleLibrary();
  request.bands = request.library.bands().value_or(std::vector<EffectBand>{});
  return request;
}

TEST(SimulateDocument, OneRefusedScenarioDoesNotHideTheOthers) {
  ScenarioSpec bad = test::infusion("bad");
  bad.doses[0].route = "no such route";
  const auto outcome = simulateDocument(real({bad, test::infusion("good")}), {});
  ASSERT_EQ(outcome.scenarios.size(), 2U);
  EXPECT_TRUE(has_errors(outcome.scenarios[0].diagnostics));
  EXPECT_EQ(outcome.scenarios[0].run, nullptr);
  EXPECT_NE(outcome.scenarios[1].run, nullptr);
  ASSERT_FALSE(outcome.figure.curves.empty());
  EXPECT_EQ(outcome.figure.curves.front().colour, 1) << "a scenario keeps its colour";
  EXPECT_FALSE(outcome.summary.empty());
}

TEST(SimulateDocument, AHiddenScenarioIsCheckedButNotShown) {
  ScenarioSpec hidden = test::infusion("hidden");
  hidden.visible = false;
  const auto outcome = simulateDocument(real({hidden, test::infusion("shown")}), {});
  EXPECT_EQ(outcome.shown, (std::vector<int>{1}));
}

TEST(SimulateDocument, OnlyWhatChangedIsComputedAgain) {
  auto request = real({test::infusion("a"), test::infusion("b")});
  const auto first = simulateDocument(request, {});
  ASSERT_NE(first.scenarios[0].run, nullptr);
  // A trace in the old result shows whether it was taken over.
  auto marked = first;
  for (auto& scenario : marked.scenarios) {
    ketascope::Run run = *scenario.run;
    run.result.solver = "marked";
    scenario.run = std::make_shared<const ketascope::Run>(run);
  }
  request.document.scenarios[0].name = "renamed";
  request.document.scenarios[1].doses[0].amount.value = 1.0;
  const auto second = simulateDocument(request, {}, &marked);
  EXPECT_EQ(second.scenarios[0].run->result.solver, "marked");
  EXPECT_NE(second.scenarios[1].run->result.solver, "marked");
  EXPECT_EQ(second.summary.front().scenario, "renamed");
}

TEST(SimulateDocument, AStoppedRunIsMarked) {
  std::stop_source stop;
  stop.request_stop();
  RunControl control;
  control.stop = stop.get_token();
  EXPECT_TRUE(simulateDocument(real({test::infusion("a")}), control).cancelled);
}

}  // namespace
}  // namespace ketascope
