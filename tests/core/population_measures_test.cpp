// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <cmath>

#include "core/model_specs.hpp"
#include "ketascope/analysis/metrics.hpp"
#include "ketascope/population/layout.hpp"
#include "ketascope/population/population.hpp"
#include "sim/parallel.hpp"

namespace ketascope {
namespace {

using namespace test;

Scenario bolus(const ModelPtr& model, double until_h) {
  Scenario scenario;
  scenario.model = model;
  DoseSpec dose;
  dose.route = "iv";
  dose.amount = {50, "mg"};
  scenario.regimen = Schedule{dose};
  scenario.sampling.until = {until_h, "h"};
  return scenario;
}

PopulationTarget target_of(std::string name, std::string metric, double value, std::string unit) {
  PopulationTarget target;
  target.name = std::move(name);
  target.output = "ketamine";
  target.metric = std::move(metric);
  target.value = value;
  target.unit = std::move(unit);
  return target;
}

TEST(QuantileRank, LevelsThatAreNoBinaryNumbersHaveTheRankOnPaper) {
  for (int percent = 1; percent < 100; ++percent)
    EXPECT_EQ(quantile_rank(percent / 100.0, 100), static_cast<std::uint64_t>(percent)) << percent;
  for (int percent = 1; percent < 100; ++percent)
    EXPECT_EQ(quantile_rank(percent / 100.0, 1'000'000'000u),
              static_cast<std::uint64_t>(percent) * 10'000'000u);
  EXPECT_EQ(quantile_rank(0.5, 101), 51u);
  EXPECT_EQ(quantile_rank(0.501, 1000), 501u);
  EXPECT_EQ(quantile_rank(0.5011, 1000), 502u);
  EXPECT_EQ(quantile_rank(0.001, 10), 1u);
}

TEST(QuantileRank, ExactAndCountedPercentilesTakeTheSamePatient) {
  ModelSpec spec = one_compartment();
  spec.random_effects = {effect("eta_V1", "V1", 0.09)};
  PopulationSpec population;
  population.count = 100;
  population.percentiles = {7, 14, 28, 55, 56};
  population.patients = true;
  const auto result = simulate_population({bolus(built(spec), 4)}, population);
  ASSERT_TRUE(result.has_value());
  const ArmResult& arm = result->arms[0];
  const std::size_t width = arm.patients.names.size();
  const auto cmax = static_cast<std::size_t>(
      std::ranges::find_if(arm.patients.names,
                           [](const std::string& name) { return name.starts_with("cmax"); }) -
      arm.patients.names.begin());
  ASSERT_LT(cmax, width);
  std::vector<double> peaks;
  for (std::size_t i = cmax; i < arm.patients.values.size(); i += width)
    peaks.push_back(arm.patients.values[i]);
  std::ranges::sort(peaks);
  for (std::size_t p = 0; p < population.percentiles.size(); ++p)
    EXPECT_DOUBLE_EQ(arm.metrics[0].summary.percentiles[p],
                     peaks[static_cast<std::size_t>(population.percentiles[p]) - 1]);
}

/// 50 mg into 10 L: 5 mg/L; at 0.25 mg/umol 20 umol/L.
TEST(PopulationTargets, MayBeMolar) {
  ModelSpec spec = one_compartment();
  PopulationSpec population;
  population.count = 2;
  population.targets = {target_of("just below", "cmax", 19.9, "umol/L"),
                        target_of("just above", "cmax", 20.1, "umol/L"),
                        target_of("hours", "time_above", 0.1, "h")};
  population.targets[2].level = Measure{19.9, "umol/L"};
  const auto result = simulate_population({bolus(built(spec), 4)}, population);
  ASSERT_TRUE(result) << format(result.error());
  EXPECT_EQ(result->arms[0].targets[0].reached, 2u);
  EXPECT_EQ(result->arms[0].targets[1].reached, 0u);
  EXPECT_EQ(result->arms[0].targets[2].reached, 0u);
  population.targets[0].metric = "tmax";
  EXPECT_FALSE(simulate_population({bolus(built(spec), 4)}, population));
}

/// 50 mg into 10 L: 5 mg/L, and what is left of it after 4 h.
TEST(PopulationCmin, IsTheLowestValueFromTheFirstPeakOn) {
  const ModelPtr model = built(one_compartment());
  const auto single = simulate(bolus(model, 4));
  ASSERT_TRUE(single);
  const SubjectResult& one = single->subjects.front();
  const double last = one.column(0).back();
  ASSERT_GT(last, 0.0);
  PopulationSpec population;
  population.count = 5;
  population.targets = {target_of("above", "cmin", 0.99 * last, "mg/L"),
                        target_of("not above", "cmin", 1.01 * last, "mg/L")};
  Scenario late = bolus(model, 4);  // nothing at all for an hour
  std::get<Schedule>(late.regimen).front().start = {1, "h"};
  late.sampling.until = {5, "h"};
  for (const Scenario& scenario : {bolus(model, 4), late}) {
    const auto result = simulate_population({scenario}, population);
    ASSERT_TRUE(result.has_value());
    EXPECT_EQ(result->arms[0].targets[0].reached, 5u);
    EXPECT_EQ(result->arms[0].targets[1].reached, 0u);
  }
}

TEST(PopulationCmin, BetweenDosesTheValleyCounts) {
  Scenario scenario = bolus(built(one_compartment()), 9);
  DoseSpec second = std::get<Schedule>(scenario.regimen).front();
  second.start = {8, "h"};
  std::get<Schedule>(scenario.regimen).push_back(second);
  const auto single = simulate(scenario);
  ASSERT_TRUE(single);
  const SubjectResult& one = single->subjects.front();
  double valley = INFINITY;
  for (std::size_t r = 0; r < one.time_h.size(); ++r)
    if (one.time_h[r] > 1.0)
      valley = std::min(valley, one.column(0)[r]);
  PopulationSpec population;
  population.count = 2;
  population.targets = {target_of("above", "cmin", 0.999 * valley, "mg/L"),
                        target_of("not above", "cmin", 1.001 * valley, "mg/L")};
  const auto result = simulate_population({scenario}, population);
  ASSERT_TRUE(result.has_value());
  EXPECT_EQ(result->arms[0].targets[0].reached, 2u);
  EXPECT_EQ(result->arms[0].targets[1].reached, 0u);
}

/// However long the course, what is read off a patient's rows is what a single run says.
TEST(PopulationRows, TimeInABandPeakAndAreaAreThoseOfASingleRun) {
  const ModelPtr model = built(three_compartments());
  for (const double until_h : {12.0, 48.0, 336.0}) {
    Scenario scenario = bolus(model, until_h);
    DoseSpec infusion = std::get<Schedule>(scenario.regimen).front();
    infusion.duration = Measure{40, "min"};
    std::get<Schedule>(scenario.regimen).front() = infusion;
    const auto single = simulate(scenario);
    ASSERT_TRUE(single);
    const SubjectResult& one = single->subjects.front();
    const CurveMetrics metrics = curve_metrics(one.time_h, one.column(0), one.side);
    const double low = 0.2 * metrics.cmax;
    PopulationSpec population;
    population.count = 1;
    const auto result =
        simulate_population({scenario}, population, {{0, "ketamine", "band", low, {}}});
    ASSERT_TRUE(result.has_value());
    const auto measured = [&](const char* name) {
      const auto& all = result->arms[0].metrics;
      return std::ranges::find_if(all,
                                  [&](const PopulationMetric& metric) {
                                    return metric.name == name && metric.output == "ketamine";
                                  })
          ->summary.mean;
    };
    const double hours = time_in_band_h(one.time_h, one.column(0), low, {});
    EXPECT_NEAR(measured("cmax"), metrics.cmax, 1e-6 * metrics.cmax) << until_h;
    EXPECT_NEAR(measured("auc"), metrics.auc_0_t, 2e-3 * metrics.auc_0_t) << until_h;
    EXPECT_NEAR(measured("time_in_band:band"), hours, 2e-3 * hours) << until_h;
  }
}

TEST(PopulationRows, CourseOfManyDosesHasNoMoreThanAFewTimesTheRows) {
  Scenario scenario = bolus(built(one_compartment()), 24.0 * 30.0);
  DoseSpec& dose = std::get<Schedule>(scenario.regimen).front();
  dose.interval = {6, "h"};
  dose.repeats = 119;
  const auto layout = population_layout({scenario}, {});
  ASSERT_TRUE(layout);
  EXPECT_LT(layout->front().rows.size(), 1500u);
}

TEST(PopulationTargets, OutputNeedNotBeAmongThoseShown) {
  ModelSpec spec = one_compartment();
  spec.outputs.push_back(spec.outputs.front());
  spec.outputs.back().name.value = "another";
  PopulationSpec population;
  population.count = 3;
  population.outputs = {"another"};
  population.targets = {target_of("any", "cmax", 0.0, "mg/L")};
  const auto result = simulate_population({bolus(built(spec), 4)}, population);
  ASSERT_TRUE(result.has_value());
  ASSERT_EQ(result->arms[0].targets.size(), 1u);
  EXPECT_EQ(result->arms[0].targets[0].output, "ketamine");
  EXPECT_EQ(result->arms[0].targets[0].reached, 3u);
}

TEST(PopulationTargets, ArmWithoutTheOutputIsNotJudgedAndSaysSo) {
  ModelSpec other = one_compartment();
  other.outputs.front().name.value = "something";
  Scenario first = bolus(built(one_compartment()), 4), second = bolus(built(other), 4);
  first.name = "first";
  second.name = "second";
  PopulationSpec population;
  population.count = 3;
  population.targets = {target_of("any", "cmax", 0.0, "mg/L")};
  const auto result = simulate_population({first, second}, population);
  ASSERT_TRUE(result.has_value());
  EXPECT_EQ(result->arms[0].targets.size(), 1u);
  EXPECT_TRUE(result->arms[1].targets.empty());
  ASSERT_FALSE(result->warnings.empty());
  EXPECT_EQ(result->warnings.front().code, "population.output");
  EXPECT_NE(result->warnings.front().message.find("'second'"), std::string::npos);
}

TEST(PopulationTable, NobodyHasACodeThatIsNoneOrWeighsNothing) {
  ModelSpec spec = one_compartment();
  PopulationSpec population;
  population.count = 3;
  population.table_names = {"WT"};
  population.table_units = {""};
  population.table_labels = {{}};
  population.table_values = {70, -70, 80, -70, 0};
  population.table_places = {{2, 1}, {3, 1}, {4, 1}, {5, 1}, {6, 1}};
  population.table_file = "people.csv";
  const auto result = simulate_population({bolus(built(spec), 4)}, population);
  ASSERT_FALSE(result.has_value());
  ASSERT_EQ(result.error().size(), 2u);
  EXPECT_EQ(result.error()[0].code, "population.value");
  EXPECT_EQ(result.error()[0].file, "people.csv");
  EXPECT_EQ(result.error()[0].at, (SourceLocation{3, 1}));
  EXPECT_EQ(result.error()[1].at, (SourceLocation{6, 1}));
}

TEST(ParallelFor, MoreThreadsThanAnybodyHasAreTakenAsAManyAsMakeSense) {
  std::atomic<std::size_t> calls{0};
  parallel_for(100, 100'000, [&](std::size_t) { ++calls; });
  EXPECT_EQ(calls.load(), 100u);
}

}  // namespace
}  // namespace ketascope
