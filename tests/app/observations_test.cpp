// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/observations.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "ketascope/app/run.hpp"

namespace ketascope {
namespace {

Library shipped() {
  return Library({KETASCOPE_MODELS_DIR});
}

ScenarioSpec esketamine(const std::string& model, double mg, double minutes) {
  ScenarioSpec spec;
  spec.model = model;
  spec.sampling.until = {6.0, "h"};
  DoseSpec dose;
  dose.route = "iv";
  dose.amount = {mg, "mg"};
  dose.duration = Measure{minutes, "min"};
  spec.doses = {dose};
  return spec;
}

Run run_of(const ScenarioSpec& spec) {
  ScenarioFile document;
  document.scenarios = {spec};
  auto runs = run_document(document, shipped());
  EXPECT_TRUE(runs.has_value()) << format(runs.error());
  return std::move(runs->at(0));
}

/// A venous Cmax of 20 mg S over 20 min, as simons2022 (arterial) may be given.
Observation cmax(double value) {
  Observation row;
  row.id = "A1";
  row.citation = "Author 2020 Journal 1:2";
  row.doi = "10.1/x";
  row.year = 2020;
  row.route = "iv";
  row.drug = "S";
  row.dose = Measure{20.0, "mg"};
  row.dose_basis = "base";
  row.infusion_min = 20.0;
  row.analyte = "S-ketamine";
  row.enantiomer = "S";
  row.matrix = "plasma";
  row.site = "venous";
  row.metric = "cmax";
  row.statistic = "mean";
  row.value = {value, "ng/mL"};
  return row;
}

Observation tmax(double minutes) {
  Observation row = cmax(0.0);
  row.metric = "tmax";
  row.value = {minutes, "min"};
  return row;
}

TEST(Observations, ShippedFilesAreReadWhole) {
  const auto rows = load_observations(shipped());
  ASSERT_TRUE(rows.has_value()) << format(rows.error());
  EXPECT_GT(rows->size(), 300U);
}

TEST(Observations, AMaximumStandsAtItsTimeWithItsSpread) {
  Observation peak = cmax(200.0);
  peak.spread_kind = "SD";
  peak.spread = 30.0;
  const std::vector<Observation> rows{peak, tmax(20.0)};
  const auto run = run_of(esketamine("simons2022", 20, 20));
  const ObservedData found = observed_data(std::span(&run, 1), rows, DisplaySpec{});
  ASSERT_EQ(found.points.size(), 1U);
  EXPECT_DOUBLE_EQ(found.points[0].x, 20.0 / 60.0);
  EXPECT_NEAR(found.points[0].y, 200.0, 1e-9);
  EXPECT_NEAR(found.points[0].low.value_or(0), 170.0, 1e-9);
  EXPECT_NEAR(found.points[0].high.value_or(0), 230.0, 1e-9);
}

TEST(Observations, AnotherSiteIsOpenAndSaidInLabelAndNote) {
  const std::vector<Observation> rows{cmax(200.0), tmax(20.0)};
  const auto run = run_of(esketamine("simons2022", 20, 20));
  const ObservedData found = observed_data(std::span(&run, 1), rows, DisplaySpec{});
  ASSERT_EQ(found.points.size(), 1U);
  EXPECT_TRUE(found.points[0].open);
  EXPECT_NE(found.points[0].label.find("venous"), std::string::npos);
  EXPECT_TRUE(std::ranges::any_of(found.notes, [](const std::string& note) {
    return note.find("venous samples beside a curve of another site (arterial)") !=
           std::string::npos;
  }));
}

TEST(Observations, TheSameSiteIsFilled) {
  Observation peak = cmax(200.0);
  peak.site = "arterial";
  const std::vector<Observation> rows{peak, tmax(20.0)};
  const auto run = run_of(esketamine("simons2022", 20, 20));
  const ObservedData found = observed_data(std::span(&run, 1), rows, DisplaySpec{});
  ASSERT_EQ(found.points.size(), 1U);
  EXPECT_FALSE(found.points[0].open);
}

TEST(Observations, ADoseFitsWithinOnePercent) {
  EXPECT_TRUE(dosed_alike(cmax(1), run_of(esketamine("simons2022", 20.15, 20))));
  EXPECT_FALSE(dosed_alike(cmax(1), run_of(esketamine("simons2022", 20.3, 20))));
  EXPECT_FALSE(dosed_alike(cmax(1), run_of(esketamine("simons2022", 20, 30))));
}

TEST(Observations, FormAndRouteMustFit) {
  const auto run = run_of(esketamine("simons2022", 20, 20));
  Observation racemate = cmax(1);
  racemate.drug = "racemate";
  EXPECT_FALSE(dosed_alike(racemate, run));
  Observation oral = cmax(1);
  oral.route = "oral";
  EXPECT_FALSE(dosed_alike(oral, run));
}

TEST(Observations, DosesPerKilogramUseTheWeightOfTheSubject) {
  Observation row = cmax(1);
  row.dose = Measure{0.25, "mg/kg"};
  ScenarioSpec spec = esketamine("simons2022", 20, 20);
  spec.subject["WT"] = {80.0, "kg"};
  EXPECT_TRUE(dosed_alike(row, run_of(spec)));
  spec.subject["WT"] = {70.0, "kg"};
  EXPECT_FALSE(dosed_alike(row, run_of(spec)));
}

TEST(Observations, ASaltDoseIsComparedAsBase) {
  Observation row = cmax(1);
  row.dose_basis = "hydrochloride";
  row.dose = Measure{20.0 * 274.19 / 237.73, "mg"};
  EXPECT_TRUE(dosed_alike(row, run_of(esketamine("simons2022", 20, 20))));
  row.dose = Measure{20.0, "mg"};
  EXPECT_FALSE(dosed_alike(row, run_of(esketamine("simons2022", 20, 20))));
}

TEST(Observations, NumbersOfAModelAreNotObserved) {
  Observation row = cmax(200.0);
  row.statistic = "model exposure";
  const std::vector<Observation> rows{row, tmax(20.0)};
  const auto run = run_of(esketamine("simons2022", 20, 20));
  EXPECT_TRUE(observed_data(std::span(&run, 1), rows, DisplaySpec{}).points.empty());
}

TEST(Observations, AMaximumWithoutATimeIsNamedAndNotDrawn) {
  const std::vector<Observation> rows{cmax(200.0)};
  const auto run = run_of(esketamine("simons2022", 20, 20));
  const ObservedData found = observed_data(std::span(&run, 1), rows, DisplaySpec{});
  EXPECT_TRUE(found.points.empty());
  ASSERT_EQ(found.notes.size(), 1U);
  EXPECT_NE(found.notes[0].find("its time is not stated"), std::string::npos);
}

TEST(Observations, SteppedInfusionOfThreeRatesIsRecognised) {
  ScenarioSpec spec = esketamine("simons2022", 1, 60);
  spec.subject["WT"] = {70.0, "kg"};
  const DoseSpec step = spec.doses.front();
  spec.doses.clear();
  for (const auto& [start, rate] : {std::pair(0, 0.14), std::pair(1, 0.28), std::pair(2, 0.57)}) {
    spec.doses.push_back(step);
    spec.doses.back().start = {static_cast<double>(start), "h"};
    spec.doses.back().amount = {rate, "mg/kg"};
  }
  spec.outputs = {"S-ketamine"};
  const auto rows = load_observations(shipped());
  ASSERT_TRUE(rows.has_value());
  const auto run = run_of(spec);
  const ObservedData found = observed_data(std::span(&run, 1), *rows, DisplaySpec{});
  EXPECT_EQ(found.points.size(), 16U);
  EXPECT_TRUE(std::ranges::none_of(found.points, &Figure::Point::open));
  // 1.0335 nmol/mL at 180 min, with 237.73 g/mol.
  const auto at_3h = std::ranges::find(found.points, 3.0, &Figure::Point::x);
  ASSERT_NE(at_3h, found.points.end());
  EXPECT_NEAR(at_3h->y, 1.0335 * 237.73, 0.01);
}

}  // namespace
}  // namespace ketascope
