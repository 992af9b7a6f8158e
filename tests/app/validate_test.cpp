// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/validate.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "ketascope/app/interactions.hpp"

namespace ketascope {
namespace {

ValidatedRow row(double observed, double predicted, bool scored = true, bool exposure = true) {
  ValidatedRow made;
  made.arm = "A";
  made.route = "oral";
  made.analyte = "ketamine";
  made.label = "ketamine";
  made.metric = exposure ? "cmax" : "tmax";
  made.unit = "ng/mL";
  made.observed = observed;
  made.predicted = predicted;
  made.scored = scored;
  made.exposure = exposure;
  return made;
}

FoldSummary folded(const std::vector<ValidatedRow>& rows) {
  std::vector<const ValidatedRow*> pointers;
  for (const ValidatedRow& each : rows) {
    pointers.push_back(&each);
  }
  return fold_summary(pointers);
}

TEST(FoldSummary, OverAndUnderCancelInTheBiasAndNotInTheError) {
  const FoldSummary summary = folded({row(10.0, 20.0), row(20.0, 10.0)});
  EXPECT_EQ(summary.rows, 2U);
  EXPECT_NEAR(summary.afe, 1.0, 1e-12);
  EXPECT_NEAR(summary.aafe, 2.0, 1e-12);
}

TEST(FoldSummary, CountsWhatLiesWithinItsBounds) {
  const FoldSummary summary =
      folded({row(100.0, 124.0), row(100.0, 81.0), row(100.0, 126.0), row(100.0, 201.0)});
  EXPECT_DOUBLE_EQ(summary.within_125, 0.5);
  EXPECT_DOUBLE_EQ(summary.within_2, 0.75);
}

TEST(FoldSummary, LeavesOutTimesAndNumbersOfOtherModels) {
  const FoldSummary summary =
      folded({row(10.0, 10.0), row(10.0, 90.0, false), row(10.0, 90.0, true, false)});
  EXPECT_EQ(summary.rows, 1U);
  EXPECT_DOUBLE_EQ(summary.aafe, 1.0);
}

TEST(ValidationReport, MarksWhatIsFittedAndWhatIsHeldOut) {
  Validation validation;
  validation.title = "A <model>";
  validation.rows = {row(10.0, 12.0), row(10.0, 9.0)};
  validation.rows.back().arm = "B";
  validation.rows.back().fitted = true;
  validation.conflicts = {{"They differ", "Both are shown.", {"A", "B"}, {"cmax"}, "ketamine"}};
  validation.unused = {{"C", "dose not stated"}};
  const std::string page = validation_html(validation);
  EXPECT_NE(page.find("A (oral, held out)"), std::string::npos);
  EXPECT_NE(page.find("B (oral, fitted)"), std::string::npos);
  EXPECT_NE(page.find("A &lt;model&gt;"), std::string::npos);
  EXPECT_NE(page.find("Both are shown."), std::string::npos);
  EXPECT_NE(page.find("dose not stated"), std::string::npos);
  EXPECT_EQ(page, validation_html(validation));
}

TEST(ValidationReport, AConflictShowsItsMetricsOnly) {
  Validation validation;
  validation.rows = {row(16.0, 17.5), row(80.0, 75.5)};
  validation.rows[0].metric = "f";
  validation.rows[0].unit = "%";
  validation.rows[1].metric = "cl";
  validation.rows[1].unit = "L/h";
  validation.conflicts = {{"They differ", "Both are shown.", {"A"}, {"f"}, ""}};
  const std::string page = validation_html(validation);
  const std::size_t begin = page.find("Both are shown."), end = page.find("Every arm");
  ASSERT_NE(begin, std::string::npos);
  const std::string conflict = page.substr(begin, end - begin);
  EXPECT_NE(conflict.find("ketamine, bioavailability"), std::string::npos);
  EXPECT_NE(conflict.find("17.5 %"), std::string::npos);
  EXPECT_EQ(conflict.find("75.5"), std::string::npos);
}

TEST(ValidationReport, ConcentrationsOfAllUnitsShareOneAxis) {
  Validation validation;
  validation.rows = {row(237.0, 237.0), row(1.0, 1.0)};
  validation.rows[0].molar_mass = validation.rows[1].molar_mass = 0.237;
  validation.rows[1].unit = "nmol/mL";
  const std::string page = validation_html(validation);
  const auto circle = [&](std::size_t from) {
    const std::size_t begin = page.find("<circle", from);
    return page.substr(begin, page.find(" r=", begin) - begin);
  };
  const std::size_t first = page.find("<circle");
  ASSERT_NE(first, std::string::npos);
  EXPECT_EQ(circle(first), circle(first + 1));
  EXPECT_NE(page.find("observed [ng/mL]"), std::string::npos);
}

TEST(ValidationReport, ABarWithoutArmsIsNotReached) {
  Validation validation;
  validation.bars = {{"nasal", "ketamine", 1.73, 1.3}};
  EXPECT_NE(validation_text(validation).find("no such arm"), std::string::npos);
}

TEST(InteractionText, NamesAPerpetratorAndMaybeARegimen) {
  EXPECT_EQ(parse_interaction("rifampicin"), (InteractionSpec{"rifampicin", "", {}}));
  EXPECT_EQ(parse_interaction("rifampicin:five-days"),
            (InteractionSpec{"rifampicin", "five-days", {}}));
}

TEST(InteractionText, AnUnknownPerpetratorGetsAHint) {
  const auto found = find_perpetrator(Library({KETASCOPE_MODELS_DIR}), "rifampicine");
  ASSERT_FALSE(found.has_value());
  EXPECT_EQ(found.error().front().code, "interaction.not_found");
  EXPECT_NE(found.error().front().hint.find("rifampicin"), std::string::npos);
}

TEST(Interactions, AModelWithoutEnzymesTakesNone) {
  ScenarioSpec spec;
  spec.model = "kamp2020";
  DoseSpec dose;
  dose.route = "iv";
  dose.amount = {35.0, "mg"};
  spec.doses = {dose};
  spec.interactions = {{"clarithromycin", "", {}}};
  const auto scenario = prepare(spec, Library({KETASCOPE_MODELS_DIR}));
  ASSERT_FALSE(scenario.has_value());
  EXPECT_EQ(scenario.error().front().code, "interaction.no_effect");
}

TEST(Interactions, AnUnknownRegimenNamesTheKnownOnes) {
  ScenarioSpec spec;
  spec.model = "ketascope-reference";
  spec.interactions = {{"clarithromycin", "sometimes", {}}};
  const auto scenario = prepare(spec, Library({KETASCOPE_MODELS_DIR}));
  ASSERT_FALSE(scenario.has_value());
  EXPECT_EQ(scenario.error().front().code, "interaction.regimen");
  EXPECT_NE(scenario.error().front().hint.find("twice-daily"), std::string::npos);
}

TEST(ValidationReport, AStoppedRunSaysHowFarItGotEverywhere) {
  Validation validation;
  validation.rows = {row(10.0, 12.0)};
  validation.stopped = true;
  validation.arms_run = 3;
  validation.arms_wanted = 90;
  for (const std::string& text :
       {validation_text(validation), validation_csv(validation), validation_html(validation)}) {
    EXPECT_NE(text.find("incomplete: the run was stopped, 3 of 90 arms and ratios"),
              std::string::npos);
  }
  EXPECT_NE(validation_csv(validation).find("\nA,oral,"), std::string::npos);
}

}  // namespace
}  // namespace ketascope
