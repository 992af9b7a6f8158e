// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/maths.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "ketascope/app/comparison.hpp"
#include "ketascope/app/library.hpp"
#include "ketascope/app/run.hpp"

namespace ketascope {
namespace {

Library library() {
  return Library({std::filesystem::path(KETASCOPE_MODELS_DIR)});
}

ScenarioSpec spec(const std::string& model, const std::string& route, Measure amount,
                  std::optional<Measure> duration = {}) {
  ScenarioSpec made;
  made.name = model + " " + route;
  made.model = model;
  made.sampling.until = {24, "h"};
  DoseSpec dose;
  dose.route = route;
  dose.amount = std::move(amount);
  dose.duration = std::move(duration);
  made.doses = {dose};
  return made;
}

std::vector<Run> run(std::vector<ScenarioSpec> specs) {
  ScenarioFile file;
  file.scenarios = std::move(specs);
  auto runs = run_document(file, library());
  EXPECT_TRUE(runs);
  return std::move(*runs);
}

TEST(CurveMaths, CoefficientsAreInTheUnitShown) {
  const auto runs = run({spec("kamp2020", "iv", {35, "mg"})});
  const CurveMaths maths = curve_maths(runs[0], 0, DisplaySpec{});
  EXPECT_EQ(maths.unit, "ng/mL");
  ASSERT_EQ(maths.stretches.size(), 1U);
  double sum = 0;
  for (const ExponentialTerm& term : maths.stretches[0].terms) {
    sum += term.coefficient;
  }
  EXPECT_NEAR(sum, 1400.0, 1e-9) << "35 mg in 25 L";
  EXPECT_EQ(maths.half_lives_h.size(), 3U);
  EXPECT_FALSE(maths.accumulation);
  EXPECT_FALSE(maths.no_accumulation.empty());
}

TEST(CurveMaths, AccumulationIsThatOfALongTrainOfDoses) {
  ScenarioSpec repeated = spec("kamp2020", "iv", {20, "mg"}, Measure{30, "min"});
  repeated.doses[0].repeats = 60;
  repeated.doses[0].interval = Measure{4, "h"};
  repeated.sampling.until = {244, "h"};
  repeated.sampling.points = 200'000;
  const auto runs = run({repeated});
  const CurveMaths maths = curve_maths(runs[0], 0, DisplaySpec{});
  ASSERT_TRUE(maths.accumulation);
  const SubjectResult& subject = runs[0].result.subjects[0];
  const double first = auc_between(subject.time_h, subject.column(0), 0, 4);
  const double last = auc_between(subject.time_h, subject.column(0), 240, 244);
  EXPECT_DOUBLE_EQ(maths.accumulation->interval_h, 4.0);
  EXPECT_NEAR(maths.accumulation->ratio, last / first, 1e-4 * last / first);
}

TEST(CurveMaths, HalfTimesGrowWithTheInfusionAndEndBelowTheSlowestHalfLife) {
  const auto runs = run({spec("kamp2020", "iv", {35, "mg"})});
  const CurveMaths maths = curve_maths(runs[0], 0, DisplaySpec{});
  ASSERT_GT(maths.half_times.size(), 5U);
  for (std::size_t i = 1; i < maths.half_times.size(); ++i) {
    EXPECT_GT(maths.half_times[i].half_time_h, maths.half_times[i - 1].half_time_h);
  }
  EXPECT_LT(maths.half_times.back().half_time_h, maths.half_lives_h.front());
}

TEST(CurveMaths, HalfTimesOfAModelThatIsNotLinearAreThoseOfItsOwnRate) {
  ScenarioSpec inhibited = spec("ketascope-reference", "iv", {20, "mg"}, Measure{40, "min"});
  inhibited.interactions.emplace_back().perpetrator = "clarithromycin";
  const auto runs = run({spec("jonkman2017", "iv", {20, "mg"}, Measure{40, "min"}), inhibited});
  for (const auto& each : runs) {
    SCOPED_TRACE(each.scenario.model->id);
    ASSERT_FALSE(each.scenario.model->kinetics.linear);
    const CurveMaths maths = curve_maths(each, 0, DisplaySpec{});
    ASSERT_GT(maths.half_times.size(), 5U) << maths.no_half_times;
    EXPECT_FALSE(maths.half_time_route.empty());
    EXPECT_EQ(maths.half_time_dose, "20 mg over 40 min");
    EXPECT_GT(maths.half_times.back().half_time_h, maths.half_times.front().half_time_h);
  }
}

TEST(CurveMaths, ARateGivenAsSuchIsTheOneThatIsTaken) {
  ScenarioSpec by_duration = spec("jonkman2017", "iv", {20, "mg"}, Measure{2, "h"});
  ScenarioSpec by_rate = spec("jonkman2017", "iv", {20, "mg"});
  by_rate.doses[0].rate = Measure{10, "mg/h"};
  const auto runs = run({by_duration, by_rate});
  const CurveMaths first = curve_maths(runs[0], 0, DisplaySpec{});
  const CurveMaths second = curve_maths(runs[1], 0, DisplaySpec{});
  ASSERT_EQ(first.half_times.size(), second.half_times.size());
  for (std::size_t i = 0; i < first.half_times.size(); ++i) {
    EXPECT_NEAR(first.half_times[i].half_time_h, second.half_times[i].half_time_h,
                2e-3 * first.half_times[i].half_time_h);
  }
  EXPECT_EQ(second.half_time_dose, "20 mg at 10 mg/h");
}

TEST(CurveMaths, WithoutAnInfusionAModelThatIsNotLinearSaysWhyThereAreNone) {
  const auto runs = run({spec("jonkman2017", "iv", {20, "mg"})});
  const CurveMaths maths = curve_maths(runs[0], 0, DisplaySpec{});
  EXPECT_TRUE(maths.half_times.empty());
  EXPECT_NE(maths.no_half_times.find("no dose here is an infusion"), std::string::npos);
}

TEST(Comparison, TwiceTheDoseIsTwiceTheExposureAtTheSameTime) {
  const auto runs = run({spec("kamp2020", "iv", {20, "mg"}, Measure{40, "min"}),
                         spec("kamp2020", "iv", {40, "mg"}, Measure{40, "min"})});
  const Comparison compared = compare_runs(runs, {}, DisplaySpec{});
  ASSERT_EQ(compared.columns.size(), 2U);
  ASSERT_EQ(compared.rows.size(), 3U);
  EXPECT_EQ(compared.rows[0].name, "cmax");
  EXPECT_EQ(compared.rows[0].values[0]->unit, "ng/mL");
  const auto cmax = difference(compared.rows[0].values[1], compared.rows[0].values[0]);
  EXPECT_NEAR(*cmax->percent, 100.0, 1e-9);
  const auto tmax = difference(compared.rows[1].values[1], compared.rows[1].values[0]);
  EXPECT_NEAR(tmax->absolute, 0.0, 1e-12);
  const auto auc = difference(compared.rows[2].values[1], compared.rows[2].values[0]);
  EXPECT_NEAR(*auc->percent, 100.0, 1e-9);
}

TEST(Comparison, ARatioOfMetaboliteIsThereWhereTheModelHasOneAlsoUnshown) {
  ScenarioSpec oral = spec("ashraf2018", "oral", {35, "mg"});
  const auto all = run({oral});
  oral.outputs = {all[0].result.columns[0].name};
  const auto runs = run({oral, spec("kamp2020", "iv", {35, "mg"})});
  const Comparison compared = compare_runs(runs, {}, DisplaySpec{});
  const auto ratio =
      std::ranges::find(compared.rows, Comparison::Kind::ratio, &Comparison::Row::kind);
  ASSERT_NE(ratio, compared.rows.end());
  EXPECT_TRUE(ratio->values[0]);
  EXPECT_FALSE(ratio->values[1]) << "kamp2020 has no metabolite";
  EXPECT_FALSE(difference(ratio->values[1], ratio->values[0]));
}

TEST(Comparison, EveryMetaboliteHasARatioAndTheOtherEnantiomerHasNone) {
  const auto runs =
      run({spec("simons2022", "iv", {20, "mg"}), spec("kamp2020-enantiomers", "iv", {20, "mg"})});
  const Comparison compared = compare_runs(runs, {}, DisplaySpec{});
  std::vector<std::string> ratios;
  for (const Comparison::Row& row : compared.rows) {
    if (row.kind == Comparison::Kind::ratio) {
      ratios.push_back(row.detail);
      ASSERT_TRUE(row.values[0]);
      EXPECT_GT(row.values[0]->value, 0.0);
      EXPECT_FALSE(row.values[1]) << row.detail;
    }
  }
  EXPECT_EQ(ratios, (std::vector<std::string>{"S-norketamine / S-ketamine",
                                              "S-hydroxynorketamine / S-ketamine"}));
  const auto own = summarise({&runs[0], 1}, {}, DisplaySpec{});
  const auto auc = [&](const std::string& name) {
    return std::ranges::find(own, name, &SummaryRow::output)->auc_0_t;
  };
  const auto second = std::ranges::find_if(compared.rows, [](const Comparison::Row& row) {
    return row.detail == "S-hydroxynorketamine / S-ketamine";
  });
  EXPECT_NEAR(second->values[0]->value, auc("S-hydroxynorketamine") / auc("S-ketamine"), 1e-12);
}

TEST(Comparison, ADifferenceToZeroHasNoPercentage) {
  const auto found = difference(Comparison::Value{2, "h"}, Comparison::Value{0, "h"});
  ASSERT_TRUE(found);
  EXPECT_DOUBLE_EQ(found->absolute, 2);
  EXPECT_FALSE(found->percent);
  EXPECT_FALSE(difference(Comparison::Value{2, "ng/mL"}, Comparison::Value{2, "umol/L"}));
}

}  // namespace
}  // namespace ketascope
