// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "ketascope/io/scenario_file.hpp"

namespace ketascope {
namespace {

const std::string scenario = R"(format = "ketascope-scenario 1"
[[scenario]]
model = "simons2022"
doses = [{ route = "iv", amount = "20 mg" }]
)";

const std::string population = R"([population]
n = 500
seed = 7
percentiles = [2.5, 50, 97.5]
between_occasions = false
residual = true
uncertainty = true
patients = true
occasions = ["24 h", "48 h"]
table = "people.csv"
curves = [1, 12]
relative_error = 0.01
memory_mb = 10
[population.covariates]
WT = { distribution = "normal", by = "SEX", groups = { female = { mean = "65 kg", sd = "9 kg" }, male = { mean = "80 kg", sd = "11 kg" } }, low = "45 kg" }
AGE = { distribution = "uniform", low = "20 year", high = "60 year" }
CRP = { distribution = "lognormal", median = 2.5, cv_percent = 40 }
BSA = { distribution = "fixed", value = 1.8 }
SEX = { distribution = "categories", probabilities = { female = 0.4, male = 0.6 } }
[[population.correlations]]
between = ["WT", "AGE"]
correlation = 0.2
[[population.targets]]
name = "long enough"
output = "S-ketamine"
metric = "time_above"
above = "2 h"
level = "70 ng/mL"
)";

TEST(PopulationText, ReadsWhatIsWritten) {
  const auto file = parse_scenario_file(scenario + population, "x.toml");
  ASSERT_TRUE(file.has_value()) << format(file.error());
  ASSERT_TRUE(file->population.has_value());
  const PopulationSpec& spec = *file->population;
  EXPECT_EQ(spec.count, 500u);
  EXPECT_EQ(spec.percentiles, (std::vector<double>{2.5, 50, 97.5}));
  EXPECT_EQ(spec.curves, (std::vector<std::uint64_t>{0, 11}));
  EXPECT_TRUE(spec.between_subjects);
  EXPECT_FALSE(spec.between_occasions);
  ASSERT_EQ(spec.covariates.size(), 5u);
  EXPECT_EQ(spec.covariates[0].name, "SEX") << "what chooses comes before what is chosen";
  const auto weight = std::ranges::find(spec.covariates, "WT", &CovariateDistribution::name);
  EXPECT_EQ(weight->unit, "kg");
  EXPECT_DOUBLE_EQ(weight->groups.at("male").first, 80.0);
  const auto crp = std::ranges::find(spec.covariates, "CRP", &CovariateDistribution::name);
  EXPECT_DOUBLE_EQ(crp->sd, std::sqrt(std::log(1.16)));
  EXPECT_EQ(spec.targets[0].level, (Measure{70, "ng/mL"}));
  EXPECT_TRUE(spec.targets[0].above);
}

TEST(PopulationText, ComesBackEqualFromAFile) {
  const auto file = parse_scenario_file(scenario + population, "x.toml");
  ASSERT_TRUE(file.has_value());
  const auto again = parse_scenario_file(to_toml(*file), "y.toml");
  ASSERT_TRUE(again.has_value()) << format(again.error()) << to_toml(*file);
  EXPECT_EQ(*again->population, *file->population);
}

TEST(PopulationText, LargestSeedComesBack) {
  auto file = parse_scenario_file(scenario + "[population]\nseed = 7\n", "x.toml");
  ASSERT_TRUE(file.has_value());
  file->population->seed = 18446744073709551615u;
  const auto again = parse_scenario_file(to_toml(*file), "y.toml");
  ASSERT_TRUE(again.has_value()) << format(again.error());
  EXPECT_EQ(again->population->seed, 18446744073709551615u);
}

TEST(PopulationText, PercentilesAscendAndTargetsWithoutANameSayTheirValue) {
  const auto file = parse_scenario_file(scenario + R"([population]
percentiles = [95, 5, 50, 5]
[[population.targets]]
output = "S-ketamine"
metric = "cmax"
above = "70 ng/mL"
[[population.targets]]
output = "S-ketamine"
metric = "cmax"
above = "80 ng/mL"
[[population.targets]]
output = "S-ketamine"
metric = "time_above"
level = "70 ng/mL"
above = "2 h"
)",
                                        "x.toml");
  ASSERT_TRUE(file.has_value()) << format(file.error());
  EXPECT_EQ(file->population->percentiles, (std::vector<double>{5, 50, 95}));
  EXPECT_EQ(file->population->targets[0].name, "S-ketamine cmax above 70 ng/mL");
  EXPECT_EQ(file->population->targets[1].name, "S-ketamine cmax above 80 ng/mL");
  EXPECT_EQ(file->population->targets[2].name, "S-ketamine time_above 70 ng/mL above 2 h");
}

TEST(PopulationText, WhatCannotBeIsToldAllAtOnceWithItsPlace) {
  const auto file = parse_scenario_file(scenario + R"([population]
percentiles = [0, 101]
relative_error = 2
memory_mb = -5
occasions = ["-1 h"]
[population.covariates]
SEX = { distribution = "categories", probabilities = { female = 0.5, male = 0.6 } }
HT = { distribution = "normal", by = "SEX", groups = { female = { mean = "-1 cm", sd = "-6 cm" } } }
WT = { distribution = "normal", mean = "70 kg", sd = "-9 kg" }
AGE = { distribution = "uniform", low = "60 year", high = "20 year" }
CRP = { distribution = "lognormal", median = 2, cv_percent = -30 }
[[population.correlations]]
between = ["WT", "HT"]
correlation = 1.5
[[population.targets]]
name = "one"
output = "S-ketamine"
metric = "cmaxx"
above = "1 ng/mL"
[[population.targets]]
name = "one"
output = "S-ketamine"
metric = "time_above"
above = "1 h"
)",
                                        "x.toml");
  ASSERT_FALSE(file.has_value());
  std::vector<std::pair<std::string, int>> found;
  for (const Diagnostic& d : file.error()) {
    found.emplace_back(d.code, d.at.line);
    EXPECT_GT(d.at.column, 0) << d.message;
    EXPECT_EQ(d.file, "x.toml");
  }
  const std::vector<std::pair<std::string, int>> expected{{"population.percentiles", 6},
                                                          {"population.percentiles", 6},
                                                          {"population.relative_error", 7},
                                                          {"population.memory", 8},
                                                          {"population.occasion", 9},
                                                          {"population.probability", 11},
                                                          {"population.sd", 12},
                                                          {"population.mean", 12},
                                                          {"population.by", 12},
                                                          {"population.sd", 13},
                                                          {"population.range", 14},
                                                          {"population.sd", 15},
                                                          {"population.correlation", 16},
                                                          {"population.metric", 19},
                                                          {"population.target", 24},
                                                          {"population.level", 24}};
  EXPECT_EQ(found, expected) << format(file.error());
}

TEST(PopulationText, NamesEveryFaultWithItsPlace) {
  const auto file = parse_scenario_file(scenario + R"([population]
n = 0
curves = [0]
colour = "red"
[population.covariates]
WT = { distribution = "gamma", mean = "70 kg" }
AGE = { distribution = "normal", mean = "40 year", sd = "9 kg" }
CRP = { distribution = "lognormal", median = 2, log_sd = 0.3, cv_percent = 30 }
[[population.targets]]
output = "x"
metric = "cmax"
)",
                                        "x.toml");
  ASSERT_FALSE(file.has_value());
  std::vector<std::pair<std::string, int>> found;
  for (const Diagnostic& d : file.error())
    found.emplace_back(d.code, d.at.line);
  const std::vector<std::pair<std::string, int>> expected{
      {"population.whole_number", 6},  {"population.whole_number", 7}, {"toml.unknown_field", 8},
      {"population.distribution", 10}, {"unit.mismatch", 11},          {"population.either_or", 12},
      {"population.either_or", 13}};
  for (const auto& each : expected)
    EXPECT_NE(std::ranges::find(found, each), found.end()) << each.first << " " << each.second;
}

}  // namespace
}  // namespace ketascope
