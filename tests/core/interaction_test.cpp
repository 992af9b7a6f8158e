// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <cmath>

#include "ketascope/analysis/metrics.hpp"
#include "ketascope/model/interaction.hpp"
#include "ketascope/sim/simulate.hpp"
#include "model_specs.hpp"

namespace ketascope {
namespace {

using namespace test;

/// One compartment that an enzyme and nothing else clears.
ModelSpec cleared_by_an_enzyme() {
  ModelSpec spec = one_compartment();
  spec.parameters.push_back(parameter("kdeg", 0.02, "1/h"));
  EnzymeSpec enzyme;
  enzyme.name = text("CYP");
  enzyme.turnover = text("kdeg");
  enzyme.source = text("invented for the test");
  enzyme.description = text("an enzyme");
  spec.enzymes.push_back(enzyme);
  spec.flows = {flow("central", "", "CYP * CL / V1")};
  return spec;
}

/// A drug of which a dose acts with level 1 for a day.
PerpetratorSpec perpetrator(std::string id, std::string inhibition, std::string inactivation,
                            std::string induction) {
  PerpetratorSpec spec;
  spec.pieces.id = text(std::move(id));
  spec.pieces.parameters = {parameter("k", 50.0, "1/h"), parameter("dose", 10.0, "mg"),
                            parameter("interval", 24.0, "h")};
  spec.pieces.definitions = {definition("level", "on_board * k * interval / dose", "1")};
  CompartmentSpec on_board;
  on_board.name = text("on_board");
  on_board.D = text("interval");
  spec.pieces.compartments = {on_board};
  spec.pieces.flows = {flow("on_board", "", "k")};
  RouteSpec oral;
  oral.id = text("oral");
  oral.into = {text("on_board")};
  spec.pieces.routes = {oral};
  ActSpec act;
  act.on = text("CYP");
  act.inhibition = text(std::move(inhibition));
  act.inactivation = text(std::move(inactivation));
  act.induction = text(std::move(induction));
  act.source = text("invented for the test");
  spec.acts = {act};
  return spec;
}

ModelPtr composed(const PerpetratorSpec& with) {
  const auto model = with_interactions(cleared_by_an_enzyme(), std::vector{with});
  EXPECT_TRUE(model.has_value());
  const BuiltModel built = build_model(model->spec);
  EXPECT_TRUE(built.model) << format(built.diagnostics);
  return built.model;
}

Result run(const ModelPtr& model, double first_dose_h, int doses, double until_h) {
  Scenario scenario;
  scenario.model = model;
  Schedule schedule;
  DoseSpec drug;
  drug.route = "iv";
  drug.amount = {100.0, "mg"};
  schedule.push_back(drug);
  if (doses > 0) {
    DoseSpec other;
    other.route = interaction_route("other", "oral");
    other.amount = {10.0, "mg"};
    other.start = {first_dose_h, "h"};
    other.repeats = doses - 1;
    if (doses > 1) {
      other.interval = Measure{24.0, "h"};
    }
    schedule.push_back(other);
  }
  scenario.regimen = schedule;
  scenario.sampling.until = {until_h, "h"};
  scenario.solver.rtol = 1e-10;
  auto result = simulate(scenario);
  if (!result) {
    ADD_FAILURE() << format(result.error());
    return {};
  }
  EXPECT_EQ(result->subjects.at(0).status, Status::completed);
  return std::move(*result);
}

double value_at(const Result& result, const std::string& column, double time_h) {
  const SubjectResult& subject = result.subjects.at(0);
  const auto c = static_cast<std::size_t>(result.model->output_index(column));
  std::size_t i = 0;
  while (i + 1 < subject.time_h.size() && subject.time_h[i] < time_h - 1e-9) {
    ++i;
  }
  return subject.column(c)[i];
}

TEST(Interaction, AnEnzymeThatNothingActsOnIsTheNumberOne) {
  const BuiltModel built = build_model(cleared_by_an_enzyme());
  ASSERT_TRUE(built.model) << format(built.diagnostics);
  EXPECT_TRUE(built.model->kinetics.linear);
  EXPECT_EQ(built.model->enzymes.size(), 1U);
  const Result result = run(built.model, 0.0, 0, 4.0);
  EXPECT_TRUE(result.solver.starts_with("linear")) << result.solver;
  EXPECT_NEAR(value_at(result, "ketamine", 4.0), 10.0 * std::exp(-0.5 * 4.0), 1e-9);
}

TEST(Interaction, ReversibleInhibitionDividesTheActivityAndNeedsNoState) {
  const ModelPtr model = composed(perpetrator("other", "3 * level", "", ""));
  EXPECT_EQ(model->compartments.size(), 2U);
  // On board for two days, given a day before: the activity is 1/4 all the time.
  const Result result = run(model, -24.0, 3, 4.0);
  EXPECT_NEAR(value_at(result, "CYP activity", 4.0), 0.25, 1e-6);
  EXPECT_NEAR(value_at(result, "ketamine", 4.0), 10.0 * std::exp(-0.5 * 4.0 / 4.0), 1e-5);
}

TEST(Interaction, CompleteInhibitionLeavesNoEliminationByTheEnzyme) {
  const Result result = run(composed(perpetrator("other", "1e12 * level", "", "")), -24.0, 3, 4.0);
  EXPECT_NEAR(value_at(result, "ketamine", 4.0), 10.0, 1e-7);
}

TEST(Interaction, CompleteInactivationLeavesNoEliminationByTheEnzyme) {
  const Result result =
      run(composed(perpetrator("other", "", "level * 200[1/h]", "")), -48.0, 4, 4.0);
  EXPECT_NEAR(value_at(result, "CYP activity", 4.0), 0.02 / 200.02, 1e-6);
}

TEST(Interaction, InactivationSettlesWhereSynthesisAndLossAreEven) {
  const Result result =
      run(composed(perpetrator("other", "", "level * CYP_turnover * 3", "")), -1200.0, 52, 4.0);
  EXPECT_NEAR(value_at(result, "CYP activity", 4.0), 0.25, 1e-4);
}

TEST(Interaction, InductionReturnsWithTheHalfLifeOfTheEnzyme) {
  // The last dose stops acting at 0; after that only turnover moves the enzyme.
  const Result result = run(composed(perpetrator("other", "", "", "level")), -240.0, 10, 200.0);
  const double half_life_h = std::log(2.0) / 0.02;
  const double early = value_at(result, "CYP activity", 10.0) - 1.0;
  const double later = value_at(result, "CYP activity", 10.0 + half_life_h) - 1.0;
  EXPECT_GT(early, 0.5);
  EXPECT_NEAR(later / early, 0.5, 5e-3);
}

TEST(Interaction, NothingIsShownBeforeTimeZero) {
  const Result result = run(composed(perpetrator("other", "", "", "level")), -240.0, 10, 24.0);
  EXPECT_DOUBLE_EQ(result.subjects.at(0).time_h.front(), 0.0);
}

TEST(Interaction, ADoseOfTheDrugItselfMayNotBeginBeforeZero) {
  Scenario scenario;
  scenario.model = composed(perpetrator("other", "", "", "level"));
  DoseSpec drug;
  drug.route = "iv";
  drug.amount = {100.0, "mg"};
  drug.start = {-1.0, "h"};
  scenario.regimen = Schedule{drug};
  const auto result = simulate(scenario);
  ASSERT_FALSE(result.has_value());
  EXPECT_EQ(result.error().front().code, "scenario.negative");
}

TEST(Interaction, TwoPerpetratorsActTogether) {
  PerpetratorSpec second = perpetrator("another", "1", "", "");
  const auto model = with_interactions(cleared_by_an_enzyme(),
                                       std::vector{perpetrator("other", "1", "", ""), second});
  ASSERT_TRUE(model.has_value());
  const BuiltModel built = build_model(model->spec);
  ASSERT_TRUE(built.model) << format(built.diagnostics);
  EXPECT_NEAR(value_at(run(built.model, 0.0, 0, 4.0), "CYP activity", 4.0), 1.0 / 3.0, 1e-12);
}

TEST(Interaction, AnEnzymeThatTheModelLacksIsSaidAndLeftOut) {
  PerpetratorSpec with = perpetrator("other", "level", "", "");
  with.acts.push_back(with.acts.front());
  with.acts.back().on = text("UGT");
  const auto model = with_interactions(cleared_by_an_enzyme(), std::vector{with});
  ASSERT_TRUE(model.has_value());
  ASSERT_EQ(model->notices.size(), 1U);
  EXPECT_EQ(model->notices.front().code, "interaction.no_enzyme");
}

TEST(Interaction, APerpetratorThatChangesNothingIsRefused) {
  const auto model =
      with_interactions(one_compartment(), std::vector{perpetrator("other", "level", "", "")});
  ASSERT_FALSE(model.has_value());
  EXPECT_EQ(model.error().front().code, "interaction.no_effect");
}

TEST(Interaction, TheSamePerpetratorTwiceIsRefused) {
  const PerpetratorSpec with = perpetrator("other", "level", "", "");
  const auto model = with_interactions(cleared_by_an_enzyme(), std::vector{with, with});
  ASSERT_FALSE(model.has_value());
  EXPECT_EQ(model.error().front().code, "interaction.twice");
}

TEST(Interaction, ADimensionThatDoesNotFitIsFoundWithoutAModel) {
  const Diagnostics found = check_perpetrator(perpetrator("other", "", "level", ""));
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found.front().code, "model.dimension");
}

}  // namespace
}  // namespace ketascope
