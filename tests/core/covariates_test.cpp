// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/model_specs.hpp"
#include "ketascope/population/population.hpp"
#include "ketascope/sim/simulate.hpp"
#include "population/virtual_patients.hpp"

namespace ketascope {
namespace {

using namespace test;

Scenario with_covariates() {
  ModelSpec spec = three_compartments();
  spec.covariates.push_back(covariate("AGE", 40.0, "year"));
  CovariateSpec sex = covariate("SEX", 0.0, "1");
  sex.categories = {{"male", 0.0}, {"female", 1.0}};
  spec.covariates.push_back(sex);
  Scenario scenario;
  scenario.model = built(spec);
  DoseSpec dose;
  dose.route = "iv";
  dose.amount = {1, "mg/kg"};
  scenario.regimen = Schedule{dose};
  scenario.sampling.until = {1, "h"};
  return scenario;
}

struct People {
  explicit People(const PopulationSpec& population, Scenario given = with_covariates())
      : scenario(std::move(given)),
        spec(population),
        patients(scenario, resolve(scenario).subjects.front(), spec, problems) {}
  VirtualPatients::Patient patient(std::uint64_t i) const {
    VirtualPatients::Patient one;
    patients.draw(i, one);
    return one;
  }
  Scenario scenario;
  PopulationSpec spec;
  Diagnostics problems;
  VirtualPatients patients;
};

PopulationSpec table() {
  PopulationSpec spec;
  spec.table_names = {"WT", "AGE", "SEX", "SITE"};
  spec.table_units = {"lb", "", "", ""};
  spec.table_labels = {{}, {}, {"female", "male"}, {"here"}};
  spec.table_values = {100, 30, 0, 0, 200, 50, 1, 0, 150, 40, 0, 0};
  return spec;
}

TEST(CovariateTable, RowsGoRoundAndRoundInTheUnitsOfTheirColumns) {
  const People people(table());
  ASSERT_TRUE(people.problems.empty()) << format(people.problems);
  for (const std::uint64_t i : {0u, 3u, 3000u}) {
    const auto first = people.patient(i);
    EXPECT_DOUBLE_EQ(first.weight_kg, 45.359237);
    EXPECT_DOUBLE_EQ(first.covariates[0], 45.359237);
    const Unit year = people.scenario.model->covariates[1].unit;
    EXPECT_DOUBLE_EQ(first.covariates[1], 30.0 * year.factor);
    EXPECT_EQ(first.covariates[2], 1.0);
  }
  EXPECT_EQ(people.patient(1).covariates[2], 0.0);
}

TEST(CovariateTable, KeepsTheMomentsAndCorrelationOfItsRows) {
  // What is together in a row stays together.
  PopulationSpec spec;
  spec.table_names = {"WT", "AGE"};
  for (int i = 0; i < 100; ++i) {
    const double wt = 55.0 + 0.3 * i;
    spec.table_values.insert(spec.table_values.end(), {wt, 20.0 + 0.5 * (wt - 55.0) + (i % 2)});
  }
  const People people(spec);
  const double year = people.scenario.model->covariates[1].unit.factor;
  std::vector<double> wt, age, wt_wanted, age_wanted;
  for (std::uint64_t i = 0; i < 300; ++i) {
    wt.push_back(people.patient(i).covariates[0]);
    age.push_back(people.patient(i).covariates[1] / year);
    wt_wanted.push_back(spec.table_values[2 * (i % 100)]);
    age_wanted.push_back(spec.table_values[2 * (i % 100) + 1]);
  }
  const auto mean = [](const std::vector<double>& v) {
    return std::accumulate(v.begin(), v.end(), 0.0) / static_cast<double>(v.size());
  };
  const auto product = [&](const std::vector<double>& a, const std::vector<double>& b) {
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0) / 300.0 - mean(a) * mean(b);
  };
  EXPECT_NEAR(mean(wt), mean(wt_wanted), 1e-9);
  EXPECT_NEAR(product(wt, wt), product(wt_wanted, wt_wanted), 1e-9);
  EXPECT_NEAR(product(wt, age), product(wt_wanted, age_wanted), 1e-9);
}

TEST(CovariateTable, UnitsAndLabelsThatDoNotFitAreRefused) {
  PopulationSpec spec = table();
  spec.table_units[0] = "cm";
  spec.table_labels[2] = {"female", "unknown"};
  spec.table_labels[1] = {"old"};
  const People people(spec);
  std::vector<std::string> codes;
  for (const Diagnostic& d : people.problems)
    codes.push_back(d.code);
  EXPECT_EQ(codes, (std::vector<std::string>{"population.unit", "population.category",
                                             "population.category"}));
}

/// Height, weight, age and sex of which the model knows weight only.
TEST(Covariates, LimitsCutOffAndShiftNothingElse) {
  using Kind = CovariateDistribution::Kind;
  CovariateDistribution sex, weight;
  sex.name = "SEX";
  sex.kind = Kind::categories;
  sex.probabilities = {{"female", 0.5}, {"male", 0.5}};
  weight.name = "WT";
  weight.unit = "kg";
  weight.by = "SEX";
  weight.groups = {{"female", {62.0, 8.0}}, {"male", {82.0, 8.0}}};
  weight.high = 70.0;  // one and a half sd below the mean of men
  PopulationSpec spec;
  spec.covariates = {sex, weight};
  const People people(spec);
  ASSERT_TRUE(people.problems.empty()) << format(people.problems);
  constexpr int n = 20'000;
  int men = 0;
  for (int i = 0; i < n; ++i) {
    const auto one = people.patient(static_cast<std::uint64_t>(i));
    men += one.covariates[2] == 0.0 ? 1 : 0;
    EXPECT_LT(one.weight_kg, 70.0);
  }
  EXPECT_NEAR(men / double{n}, 0.5, 5 * std::sqrt(0.25 / n));
}

/// Three sd away from the mean hardly any draw falls: those that do are still spread as the tail
/// is, P(z > x) / P(z > 3), and none lies on the limit.
TEST(Covariates, FarLimitsLeaveTheTail) {
  CovariateDistribution weight;
  weight.name = "WT";
  weight.unit = "kg";
  weight.mean = 70.0;
  weight.sd = 10.0;
  weight.low = 100.0;
  CovariateDistribution age;
  age.name = "AGE";
  age.unit = "year";
  age.mean = 40.0;
  age.sd = 5.0;
  for (const bool correlated : {false, true}) {
    PopulationSpec spec;
    spec.covariates = {age, weight};
    if (correlated)
      spec.correlations = {{"AGE", "WT", 0.5}};
    const People people(spec);
    ASSERT_TRUE(people.problems.empty()) << format(people.problems);
    constexpr int n = 20'000;
    int beyond = 0;
    for (int i = 0; i < n; ++i) {
      const double kg = people.patient(static_cast<std::uint64_t>(i)).weight_kg;
      EXPECT_GT(kg, 100.0);
      beyond += kg > 103.0 ? 1 : 0;
    }
    const auto above = [](double z) { return 0.5 * std::erfc(z / std::sqrt(2.0)); };
    const double share = above(3.3) / above(3.0);
    if (!correlated)
      EXPECT_NEAR(beyond / double{n}, share, 5 * std::sqrt(share * (1 - share) / n));
    else
      EXPECT_GT(beyond, n / 10);
  }
}

TEST(Covariates, WhatTheModelDoesNotKnowShapesWhatItKnows) {
  using Kind = CovariateDistribution::Kind;
  CovariateDistribution sex, height, weight, age;
  sex.name = "SEX";
  sex.kind = Kind::categories;
  sex.probabilities = {{"female", 0.4}, {"male", 0.6}};
  height.name = "HT";
  height.unit = "cm";
  height.by = "SEX";
  height.groups = {{"female", {165.0, 6.0}}, {"male", {178.0, 7.0}}};
  weight.name = "WT";
  weight.kind = Kind::lognormal;
  weight.unit = "kg";
  weight.mean = 72.0;
  weight.sd = 0.15;
  age.name = "AGE";
  age.unit = "year";
  age.mean = 45.0;
  age.sd = 10.0;
  PopulationSpec spec;
  spec.covariates = {sex, height, weight, age};
  spec.correlations = {{"HT", "WT", 0.5}, {"WT", "AGE", 0.2}};
  Scenario scenario = with_covariates();
  scenario.model = built(three_compartments());
  const People people(spec, scenario);
  ASSERT_TRUE(people.problems.empty()) << format(people.problems);
  EXPECT_EQ(people.patients.others(),
            (std::vector<std::string>{"SEX [0 = female, 1 = male]", "HT [cm]", "AGE [year]"}));
  constexpr int n = 20'000;
  int men = 0;
  double with_height = 0.0, with_age = 0.0, spread = 0.0;
  for (int i = 0; i < n; ++i) {
    const auto one = people.patient(static_cast<std::uint64_t>(i));
    const bool male = one.others[0] == 1.0;
    men += male ? 1 : 0;
    const double z = std::log(one.weight_kg / 72.0) / 0.15;
    with_height += z * (one.others[1] - (male ? 178.0 : 165.0)) / (male ? 7.0 : 6.0);
    with_age += z * (one.others[2] - 45.0) / 10.0;
    spread += z * z;
    EXPECT_EQ(one.covariates[0], one.weight_kg);
  }
  EXPECT_NEAR(men / double{n}, 0.6, 5 * std::sqrt(0.24 / n));
  EXPECT_NEAR(spread / n, 1.0, 5 * std::sqrt(2.0 / n));
  EXPECT_NEAR(with_height / n, 0.5, 5 * std::sqrt(1.25 / n));
  EXPECT_NEAR(with_age / n, 0.2, 5 * std::sqrt(1.04 / n));
}

TEST(Covariates, WhatOnlyTheOthersNeedStandsInTheTableOfPatients) {
  CovariateDistribution height;
  height.name = "HT";
  height.unit = "cm";
  height.mean = 170.0;
  height.sd = 7.0;
  PopulationSpec spec;
  spec.count = 3;
  spec.patients = true;
  spec.covariates = {height};
  const auto result = simulate_population({with_covariates()}, spec);
  ASSERT_TRUE(result.has_value());
  const PatientTable& patients = result->arms.front().patients;
  const auto column = static_cast<std::size_t>(std::ranges::find(patients.names, "HT [cm]") -
                                               patients.names.begin());
  ASSERT_LT(column, patients.names.size());
  EXPECT_NEAR(patients.values[column], 170.0, 40.0);
  EXPECT_NE(patients.values[column], patients.values[patients.names.size() + column]);
}

}  // namespace
}  // namespace ketascope
