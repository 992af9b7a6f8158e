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
