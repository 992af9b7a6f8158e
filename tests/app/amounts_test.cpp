// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/amounts.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <stop_token>

#include "app/test_models.hpp"
#include "ketascope/app/flow_diagram.hpp"
#include "ketascope/app/run.hpp"

namespace ketascope {
namespace {

using testing::model_of;
using testing::one_compartment;

Run run_of(const std::string& model, const std::string& route, std::optional<Measure> duration = {},
           Measure amount = {100, "mg"}) {
  ScenarioSpec spec;
  spec.name = model;
  spec.model = model;
  spec.sampling.until = {12, "h"};
  DoseSpec dose;
  dose.route = route;
  dose.amount = std::move(amount);
  dose.duration = std::move(duration);
  spec.doses = {dose};
  ScenarioFile file;
  file.scenarios = {spec};
  auto runs = run_document(file, Library({std::filesystem::path(KETASCOPE_MODELS_DIR)}));
  EXPECT_TRUE(runs);
  return std::move(runs->front());
}

/// 100 mg swallowed in a model that is known in closed form.
Run swallowed() {
  Run run;
  run.scenario.model = model_of(one_compartment());
  run.scenario.sampling.until = {12, "h"};
  DoseSpec dose;
  dose.route = "oral";
  dose.amount = {100, "mg"};
  run.scenario.regimen = Schedule{dose};
  run.result = simulate(run.scenario).value();
  return run;
}

Amounts amounts_in(const Run& run) {
  auto amounts = amounts_of(run);
  EXPECT_TRUE(amounts);
  return std::move(*amounts);
}

TEST(AmountsOf, AreThoseOfTheClosedForm) {
  const auto run = swallowed();
  const Amounts amounts = amounts_in(run);
  const double ka = 1.5;
  const double k = 0.2;
  for (const double t : {0.5, 2.0, 7.0}) {
    const double depot = 50.0 * std::exp(-ka * t);
    const double central = 50.0 * ka / (ka - k) * (std::exp(-k * t) - std::exp(-ka * t));
    EXPECT_NEAR(amounts.state_at(0, t), depot, 1e-3 * depot);
    EXPECT_NEAR(amounts.state_at(1, t), central, 1e-3 * central);
    EXPECT_NEAR(amounts.flow_at(0, t), ka * depot, 1e-3 * ka * depot);
    EXPECT_NEAR(amounts.flow_at(1, t), k * central, 1e-3 * k * central);
    EXPECT_NEAR(amounts.carried_at(1, t), 50.0 - depot - central, 0.01);
  }
  EXPECT_DOUBLE_EQ(amounts.state_peaks[0], 50.0) << "F is 0.5";
  EXPECT_DOUBLE_EQ(amounts.state_at(0, 0.0), 50.0) << "after what happens at that instant";
}

TEST(AmountsOf, RunsTheSameCurveAsTheRunItself) {
  const auto run = run_of("kamp2020", "iv", Measure{40, "min"});
  const Amounts amounts = amounts_in(run);
  const SubjectResult& subject = run.result.subjects.front();
  ASSERT_EQ(amounts.time_h, subject.time_h);
  const auto column = subject.column(0);
  for (std::size_t r = 0; r < amounts.rows(); r += 50) {
    EXPECT_NEAR(amounts.states[r] / 25.0, column[r], 1e-9 * (1.0 + column[r])) << "V1 is 25 L";
  }
}

TEST(AmountsOf, NothingIsLostInModelsOfEveryKind) {
  const std::pair<const char*, const char*> cases[]{{"kamp2020", "iv"},
                                                    {"kamp2020", "im"},
                                                    {"ashraf2018", "oral"},
                                                    {"ketascope-reference", "iv"},
                                                    {"ketascope-reference", "oral"},
                                                    {"simons2022", "iv"},
                                                    {"jonkman2017", "iv"},
                                                    {"flint2017", "iv"}};
  for (const auto& [model, route] : cases) {
    SCOPED_TRACE(std::string(model) + " " + route);
    const auto run = run_of(model, route);
    const Amounts amounts = amounts_in(run);
    for (const double part : {0.0, 0.01, 0.2, 1.0}) {
      const double t = 12.0 * part;
      const auto balance = amounts.balance_at(t);
      ASSERT_TRUE(balance);
      EXPECT_GT(balance->entered, 0.0);
      EXPECT_NEAR(balance->held + balance->left, balance->entered, 1e-4 * balance->entered) << t;
    }
  }
}

TEST(AmountsOf, AnInfusionEntersBitByBit) {
  const Amounts amounts = amounts_in(run_of("kamp2020", "iv", Measure{2, "h"}));
  EXPECT_NEAR(amounts.infused_at(0, 1.0), 50.0, 1e-9) << "100 mg in 2 h";
  EXPECT_EQ(amounts.infused_at(0, 3.0), 0.0);
  EXPECT_NEAR(amounts.balance_at(1.0)->entered, 50.0, 1e-9);
  EXPECT_NEAR(amounts.balance_at(5.0)->entered, 100.0, 1e-9);
}

TEST(AmountsOf, ARunStoppedBeforeItsFirstRowSaysSo) {
  // A perpetrator is taken days before time zero, and rows begin there.
  ScenarioSpec spec;
  spec.model = "ketascope-reference";
  spec.sampling.until = {12, "h"};
  spec.doses.emplace_back().route = "iv";
  spec.doses.front().amount = {20, "mg"};
  spec.interactions.emplace_back().perpetrator = "clarithromycin";
  ScenarioFile file;
  file.scenarios = {spec};
  const auto runs = run_document(file, Library({std::filesystem::path(KETASCOPE_MODELS_DIR)}));
  ASSERT_TRUE(runs) << format(runs.error());
  std::stop_source stop;
  RunControl control;
  control.stop = stop.get_token();
  EXPECT_TRUE(amounts_of(runs->front(), control));
  stop.request_stop();
  const auto stopped = amounts_of(runs->front(), control);
  ASSERT_FALSE(stopped);
  EXPECT_EQ(stopped.error().front().code, "amounts.run");
  EXPECT_NE(stopped.error().front().message.find("cancelled"), std::string::npos)
      << stopped.error().front().message;
}

TEST(AmountsOf, ASteadyStateHasNoBalance) {
  auto run = swallowed();
  auto& dose = std::get<Schedule>(run.scenario.regimen).front();
  dose.steady_state = true;
  dose.interval = Measure{8, "h"};
  EXPECT_FALSE(amounts_in(run).balance_at(1.0));
}

TEST(FlowDiagram, ShowsWhatIsEverFilledAndTheRouteThatIsUsed) {
  const FlowDiagram diagram =
      flow_diagram(amounts_in(run_of("kamp2020", "iv")), DiagramShape::wide);
  std::vector<std::string> names;
  for (const FlowDiagram::Box& box : diagram.boxes) {
    if (!box.name.empty()) {
      names.push_back(box.name);
    }
  }
  std::ranges::sort(names);
  EXPECT_EQ(names,
            (std::vector<std::string>{"central", "intravenous", "peripheral1", "peripheral2"}));
  EXPECT_EQ(diagram.left_out, std::vector<std::string>{"depot_im"});
  EXPECT_EQ(
      std::ranges::count(diagram.arrows, FlowDiagram::Arrow::Kind::flow, &FlowDiagram::Arrow::kind),
      5)
      << "four between compartments, one to the outside";
}

TEST(FlowDiagram, LeadsAllFlowsBetweenTwoBoxesAsOne) {
  const FlowDiagram diagram =
      flow_diagram(amounts_in(run_of("ketascope-reference", "iv")), DiagramShape::wide);
  std::vector<std::pair<int, int>> ends;
  std::size_t most = 0;
  for (const FlowDiagram::Arrow& arrow : diagram.arrows) {
    if (arrow.kind == FlowDiagram::Arrow::Kind::flow) {
      ends.emplace_back(arrow.from, arrow.to);
      most = std::max(most, arrow.flows.size());
    }
  }
  std::ranges::sort(ends);
  EXPECT_TRUE(std::ranges::adjacent_find(ends) == ends.end());
  EXPECT_GT(most, 1U) << "several enzymes make the same metabolite";
}

TEST(FlowDiagram, KeepsItsStructureWhileOnlyNumbersChange) {
  const Amounts small = amounts_in(run_of("kamp2020", "iv", {}, {10, "mg"}));
  const Amounts large = amounts_in(run_of("kamp2020", "iv", {}, {90, "mg"}));
  const Amounts muscle = amounts_in(run_of("kamp2020", "im"));
  // Two libraries read two models: one of them for both, as in the window.
  Amounts other = large;
  other.model = small.model;
  EXPECT_TRUE(same_structure(small, other));
  Amounts by_muscle = muscle;
  by_muscle.model = small.model;
  EXPECT_FALSE(same_structure(small, by_muscle));
}

}  // namespace
}  // namespace ketascope
