// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/population.hpp"

#include <gtest/gtest.h>

#include "app/test_models.hpp"
#include "ketascope/app/ribbons.hpp"

namespace ketascope {
namespace {

using testing::codes;
using testing::holds;
using testing::Names;
using testing::TemporaryFolder;

ScenarioFile document(const std::string& population) {
  const auto parsed = parse_scenario_file(R"(format = "ketascope-scenario 1"
title = "t"
[population]
n = 40
)" + population + R"(
[[scenario]]
name = "a bolus"
model = "one"
doses = [{ route = "iv", amount = "1 mg/kg" }]
until = "6 h"
)",
                                          "t.toml");
  EXPECT_TRUE(parsed) << (parsed ? "" : format(parsed.error()));
  return parsed.value_or(ScenarioFile());
}

struct Fixture {
  Fixture() { folder.add("one.toml", testing::one_compartment()); }
  Library library() const { return Library({folder.path()}); }
  TemporaryFolder folder;
};

TEST(CovariateTableFile, HeadersMayHaveUnitsAndCellsLabels) {
  const Fixture fixture;
  fixture.folder.add("people.csv", "# made up\nID,WT [lb],RACE\n1,100,japanese\n2,200,caucasian\n");
  PopulationSpec spec;
  spec.covariate_table = "people.csv";
  const auto read = read_patients(spec, fixture.folder.path());
  ASSERT_TRUE(read) << format(read.error());
  EXPECT_EQ(read->table_names, (Names{"ID", "WT", "RACE"}));
  EXPECT_EQ(read->table_units, (Names{"", "lb", ""}));
  EXPECT_EQ(read->table_labels[2], (Names{"japanese", "caucasian"}));
  EXPECT_EQ(read->table_values, (std::vector<double>{1, 100, 0, 2, 200, 1}));

  ScenarioFile with_table = document("table = \"people.csv\"\npatients = true\n");
  const auto prepared = prepare_population(with_table, fixture.library(), fixture.folder.path());
  ASSERT_TRUE(prepared) << format(prepared.error());
  const auto result = simulate_population(prepared->arms, prepared->spec, prepared->bands);
  ASSERT_TRUE(result);
  const std::string table = patients_csv(*prepared, *result);
  EXPECT_TRUE(holds(table, "a bolus,1,completed,45.359237,45.359237,1,"));
  EXPECT_TRUE(holds(table, "a bolus,2,completed,90.718474,90.718474,0,"));
}

TEST(CovariateTableFile, AColumnHoldsNumbersOrWords) {
  const Fixture fixture;
  fixture.folder.add("people.csv", "WT,RACE\n61,japanese\nheavy,1\n");
  PopulationSpec spec;
  spec.covariate_table = "people.csv";
  const auto read = read_patients(spec, fixture.folder.path());
  ASSERT_FALSE(read);
  EXPECT_EQ(codes(read.error()), (Names{"population.table", "population.table"}));
  EXPECT_EQ(read.error()[0].at.line, 3);
  EXPECT_TRUE(holds(read.error()[0].message, "'heavy' is no number"));
  EXPECT_TRUE(holds(read.error()[1].message, "'1' is no word"));
}

const std::string body = R"(
[population.covariates]
SEX = { distribution = "categories", probabilities = { female = 0.5, male = 0.5 } }
HT = { distribution = "normal", by = "SEX", groups = { female = { mean = "165 cm", sd = "6 cm" }, male = { mean = "178 cm", sd = "7 cm" } } }
WT = { distribution = "lognormal", median = "72 kg", cv_percent = 15 }
)";

TEST(PopulationCovariates, OneThatIsCorrelatedNeedNotBeKnownToTheModel) {
  const Fixture fixture;
  const auto correlated = prepare_population(document(body + R"(
[[population.correlations]]
between = ["HT", "WT"]
correlation = 0.5
)"),
                                             fixture.library());
  ASSERT_TRUE(correlated) << format(correlated.error());
  EXPECT_TRUE(simulate_population(correlated->arms, correlated->spec));
  // Without the correlation nothing would come of it.
  const auto useless = prepare_population(document(body), fixture.library());
  ASSERT_FALSE(useless);
  EXPECT_EQ(codes(useless.error()), Names{"population.covariate"});
  EXPECT_TRUE(holds(useless.error()[0].message, "'HT'"));
}

TEST(PopulationMetrics, FileHoldsWhatTheTableShowsAndTheTargets) {
  const Fixture fixture;
  const auto prepared = prepare_population(document(R"(
[population.covariates]
WT = { distribution = "uniform", low = "50 kg", high = "90 kg" }
[[population.targets]]
name = "high"
output = "ketamine"
metric = "cmax"
above = "1400 ng/mL"
)"),
                                           fixture.library());
  ASSERT_TRUE(prepared) << format(prepared.error());
  const auto result = simulate_population(prepared->arms, prepared->spec, prepared->bands);
  ASSERT_TRUE(result);
  const std::string text = population_metrics_csv(*prepared, *result);
  EXPECT_TRUE(holds(text,
                    "arm,of,output,name,unit,patients,mean,minimum,maximum,p5,p50,p95,"
                    "reached,share\n"));
  EXPECT_TRUE(holds(text, "a bolus,metric,ketamine,cmax,ng/mL,40,"));
  EXPECT_TRUE(holds(text, "a bolus,metric,ketamine,tmax,h,40,0,0,0,0,0,0,,\n"));
  const PopulationTargetResult& target = result->arms[0].targets[0];
  ASSERT_GT(target.reached, 0u);
  ASSERT_LT(target.reached, 40u);
  EXPECT_TRUE(holds(
      text, "a bolus,target,ketamine,high,,40,,,,,,," + std::to_string(target.reached) + ","));
}

}  // namespace
}  // namespace ketascope
