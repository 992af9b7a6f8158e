// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/saved_state.hpp"

#include <gtest/gtest.h>

#include "app/test_models.hpp"
#include "ketascope/app/run.hpp"
#include "ketascope/version.hpp"

namespace ketascope {
namespace {

using testing::one_compartment;
using testing::TemporaryFolder;
using Kind = StateDifference::Kind;

std::string changed(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

ScenarioFile document() {
  ScenarioFile file;
  file.scenarios.resize(1);
  file.scenarios[0].name = "swallowed";
  file.scenarios[0].model = "one";
  DoseSpec dose;
  dose.route = "oral";
  dose.amount = {100, "mg"};
  file.scenarios[0].doses = {dose};
  return file;
}

/// The state that a document has with a library of this one model.
SavedState state_with(const std::string& model, const ScenarioFile& file = document()) {
  const TemporaryFolder folder;
  folder.add("one.toml", model);
  const Library library({folder.path()});
  const auto runs = run_document(file, library);
  EXPECT_TRUE(runs) << format(runs.error());
  const std::vector<const Run*> all{&runs->front()};
  return present_state(file, all, library);
}

TEST(SavedState, HoldsVersionParametersAndResults) {
  const SavedState state = state_with(one_compartment());
  EXPECT_EQ(state.engine, version);
  ASSERT_EQ(state.models.size(), 1U);
  EXPECT_EQ(state.models[0].parameters.at("CL"), (Measure{10, "L/h"}));
  EXPECT_EQ(state.models[0].parameters.at("F1"), (Measure{0.5, ""}));
  EXPECT_EQ(state.models[0].equations.size(), 16U);
  ASSERT_EQ(state.results.size(), 1U);
  EXPECT_EQ(state.results[0].output, "ketamine");
  EXPECT_EQ(state.results[0].cmax.unit, "ng/mL");
  EXPECT_GT(state.results[0].cmax.value, 0.0);
}

TEST(SavedState, NothingIsDifferentWhereNothingHasChanged) {
  const SavedState state = state_with(one_compartment());
  EXPECT_TRUE(differences(state, state_with(one_compartment()), document()).empty());
  const std::string prose = changed(one_compartment(), "For tests.", "In other words.");
  EXPECT_TRUE(differences(state, state_with(prose), document()).empty())
      << "prose computes nothing";
}

TEST(SavedState, AnotherValueIsNamedWithWhatItDoesToTheResults) {
  const SavedState before = state_with(one_compartment());
  const SavedState now = state_with(changed(one_compartment(), "value = 0.5", "value = 0.6"));
  const auto found = differences(before, now, document());
  ASSERT_EQ(found.size(), 3U) << "F1, Cmax and AUC; the time of the peak stays";
  EXPECT_EQ(found[0], (StateDifference{Kind::parameter, "one", "F1", "0.5", "0.6"}));
  EXPECT_EQ(found[1].kind, Kind::result);
  EXPECT_EQ(found[1].where, "swallowed");
  EXPECT_EQ(found[1].what, "ketamine, Cmax");
  EXPECT_EQ(found[2].what, "ketamine, AUC");
}

TEST(SavedState, OtherEquationsAndAnotherProgramAreNamed) {
  SavedState before = state_with(one_compartment());
  before.engine = "0.0.1";
  const SavedState now =
      state_with(changed(one_compartment(), "CL / V * (1 + RACE)", "2 * CL / V * (1 + RACE)"));
  const auto found = differences(before, now, document());
  ASSERT_GE(found.size(), 3U);
  EXPECT_EQ(found[0], (StateDifference{Kind::engine, "", "", "0.0.1", std::string(version)}));
  EXPECT_EQ(found[1].kind, Kind::equations);
  EXPECT_EQ(found[1].where, "one");
}

TEST(SavedState, ParametersThatCameOrWentAreNamed) {
  const SavedState before = state_with(one_compartment());
  SavedState now = before;
  now.models[0].parameters.erase("ka");
  now.models[0].parameters["kb"] = {2, "1/h"};
  const auto found = differences(before, now, document());
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0], (StateDifference{Kind::parameter, "one", "ka", "1.5 1/h", ""}));
  EXPECT_EQ(found[1], (StateDifference{Kind::parameter, "one", "kb", "", "2 1/h"}));
}

TEST(SavedState, TheParametersOfThenGiveTheResultsOfThen) {
  const SavedState before = state_with(one_compartment());
  const std::string model = changed(one_compartment(), "value = 0.5", "value = 0.6");
  const SavedState now = state_with(model);
  const ScenarioFile again = with_saved_parameters(document(), before, now);
  EXPECT_EQ(again.scenarios[0].parameters, (std::map<std::string, Measure>{{"F1", {0.5, ""}}}));
  EXPECT_EQ(state_with(model, again).results, before.results);
  ScenarioFile own = document();
  own.scenarios[0].parameters["F1"] = {0.7, ""};
  EXPECT_EQ(with_saved_parameters(own, before, now), own) << "what a scenario sets itself stays";
}

}  // namespace
}  // namespace ketascope
