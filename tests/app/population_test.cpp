// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/population.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "app/test_models.hpp"
#include "ketascope/app/file_check.hpp"
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

TEST(CovariateTableFile, CodesThatAreNoneAndWeightsOfNobodyAreToldWithTheirPlace) {
  const Fixture fixture;
  fixture.folder.add("people.csv", "# made up\nWT [kg],RACE\n70,1\n0,17\n");
  const auto prepared = prepare_population(document("table = \"people.csv\"\n"), fixture.library(),
                                           fixture.folder.path());
  ASSERT_FALSE(prepared);
  EXPECT_EQ(codes(prepared.error()), (Names{"population.value", "population.category"}));
  EXPECT_EQ(prepared.error()[0].at, (SourceLocation{4, 1}));
  EXPECT_EQ(prepared.error()[1].at, (SourceLocation{4, 3}));
  EXPECT_TRUE(prepared.error()[1].file.ends_with("people.csv"));
  EXPECT_TRUE(holds(prepared.error()[1].hint, "1 = japanese"));
}

TEST(CovariateTableFile, ColumnsThatNobodyKnowsEmptyFilesAndColumnsTwiceAreRefused) {
  const Fixture fixture;
  const auto problems = [&](const std::string& text) {
    fixture.folder.add("people.csv", text);
    const auto prepared = prepare_population(document("table = \"people.csv\"\n"),
                                             fixture.library(), fixture.folder.path());
    return prepared ? prepared->warnings : prepared.error();
  };
  EXPECT_EQ(codes(problems("")), Names{"population.table"});
  EXPECT_EQ(codes(problems("WT,WT\n70,80\n")), Names{"population.table"});
  const Diagnostics unknown = problems("WEIGHT [kg]\n70\n");
  EXPECT_EQ(codes(unknown), Names{"population.table"});
  EXPECT_EQ(unknown.front().severity, Severity::error);
  // One that is known beside it: somebody's notes, but worth saying.
  const Diagnostics some = problems("WT,HEIGHT [cm]\n70,170\n");
  EXPECT_EQ(codes(some), Names{"population.table"});
  EXPECT_EQ(some.front().severity, Severity::warning);
  EXPECT_TRUE(holds(some.front().message, "HEIGHT"));
}

TEST(CovariateTableFile, RepeatedErrorsAreCounted) {
  const Fixture fixture;
  std::string text = "WT\n70\n";
  for (int i = 0; i < 1000; ++i)
    text += "heavy\n";
  fixture.folder.add("people.csv", text);
  PopulationSpec spec;
  spec.covariate_table = "people.csv";
  const auto read = read_patients(spec, fixture.folder.path());
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().size(), 11u);
  EXPECT_TRUE(holds(read.error().back().message, "990 more"));
}

/// Two arms whose models know different covariates, one patient of whom nothing came.
TEST(PatientsTable, OfSeveralArmsIsOneTableThatCanBeReadBack) {
  const Fixture fixture;
  std::string other = testing::one_compartment();
  other.replace(other.find("id = \"one\""), 10, "id = \"two\"");
  const auto at = other.find("[parameters.CL]");
  ASSERT_NE(at, std::string::npos);
  other.insert(at, R"([covariates.AGE]
description = "age"
unit = "year"
standard = 40
source = "test"

)");
  fixture.folder.add("two.toml", other);
  ScenarioFile two = document(
      "patients = true\n[population.covariates]\nWT = { distribution = "
      "\"uniform\", low = \"50 kg\", high = \"90 kg\" }\n");
  two.scenarios.push_back(two.scenarios.front());
  two.scenarios.back().name = "another";
  two.scenarios.back().model = "two";
  const auto prepared = prepare_population(two, fixture.library());
  ASSERT_TRUE(prepared) << format(prepared.error());
  const auto result = simulate_population(prepared->arms, prepared->spec, prepared->bands);
  ASSERT_TRUE(result);
  const std::string table = patients_csv(*prepared, *result);
  EXPECT_EQ(table.find("\narm,ID"), table.rfind("\narm,ID"));
  EXPECT_TRUE(holds(table, "\na bolus,1,completed,"));
  EXPECT_TRUE(holds(table, "\nanother,40,completed,"));

  fixture.folder.add("people.csv", table);
  ScenarioFile again = document("table = \"people.csv\"\npatients = true\n");
  const auto reread = prepare_population(again, fixture.library(), fixture.folder.path());
  ASSERT_TRUE(reread) << format(reread.error());
  EXPECT_TRUE(reread->warnings.empty()) << format(reread->warnings);
  const auto same = simulate_population(reread->arms, reread->spec, reread->bands);
  ASSERT_TRUE(same);
  const std::string rows = patients_csv(*reread, *same);

  // What only the second model knows is read from its rows.
  ScenarioFile of_both = again;
  of_both.scenarios.front().model = "two";
  of_both.scenarios.front().subject["AGE"] = {80, "year"};
  const auto both = prepare_population(of_both, fixture.library(), fixture.folder.path());
  ASSERT_TRUE(both) << format(both.error());
  EXPECT_NE(std::ranges::find(both->spec.table_names, "AGE"), both->spec.table_names.end());
  const auto aged = simulate_population(both->arms, both->spec, both->bands);
  ASSERT_TRUE(aged);
  const PatientTable& ages = aged->arms[0].patients;
  const auto age = std::ranges::find_if(
      ages.names, [](const std::string& name) { return name.starts_with("AGE"); });
  ASSERT_NE(age, ages.names.end());
  EXPECT_EQ(ages.values[static_cast<std::size_t>(age - ages.names.begin())], 40.0);

  const std::string first = table.substr(table.find("a bolus,40,"));
  const auto cells = [](const std::string& row) {  // arm, ID, status, weight_kg, WT
    std::size_t end = 0;
    for (int i = 0; i < 5; ++i)
      end = row.find(',', end) + 1;
    return row.substr(0, end);
  };
  EXPECT_EQ(cells(rows.substr(rows.find("a bolus,40,"))), cells(first));
}

TEST(PopulationFigure, PeopleOfAnEventTableHaveOneCurveAndItsRibbons) {
  const Fixture fixture;
  fixture.folder.add("doses.csv",
                     "ID,TIME,AMT,CMT,EVID\n1,0,50,1,1\n1,6,0,1,0\n2,0,80,1,1\n2,6,0,1,0\n");
  ScenarioFile file = document(
      "[population.covariates]\nWT = { distribution = \"uniform\", low = "
      "\"50 kg\", high = \"90 kg\" }\n");
  file.scenarios.front().doses.clear();
  file.scenarios.front().events = "doses.csv";
  const auto prepared = prepare_population(file, fixture.library(), fixture.folder.path());
  ASSERT_TRUE(prepared) << format(prepared.error());
  const auto result = simulate_population(prepared->arms, prepared->spec, prepared->bands);
  ASSERT_TRUE(result);
  const std::vector<ketascope::Run> typical = typical_runs(*prepared);
  ASSERT_EQ(typical.front().result.subjects.size(), 1u) << "a picture of one needs one";
  const Figure figure = population_figure(*prepared, typical, *result, {});
  ASSERT_EQ(figure.curves.size(), 1u);
  EXPECT_EQ(figure.ribbons.size(), 1u);
  EXPECT_TRUE(holds(figure.curves[0].label, "over 2 IDs")) << figure.curves[0].label;
  EXPECT_FALSE(holds(figure.curves[0].label, "(ID 1)"));
}

TEST(PopulationFigure, WithTwoLevelsInTheMiddleTheTypicalPatientIsTheLine) {
  const Fixture fixture;
  const ScenarioFile file = document(
      "percentiles = [10, 90]\n[population.covariates]\nWT = { distribution = \"uniform\", low = "
      "\"50 kg\", high = \"90 kg\" }\n");
  const auto prepared = prepare_population(file, fixture.library());
  ASSERT_TRUE(prepared) << format(prepared.error());
  const auto result = simulate_population(prepared->arms, prepared->spec, prepared->bands);
  ASSERT_TRUE(result);
  const auto typical = typical_runs(*prepared);
  const Figure figure = population_figure(*prepared, typical, *result, {});
  ASSERT_EQ(figure.curves.size(), 1u);
  EXPECT_EQ(figure.ribbons.size(), 1u);
  EXPECT_TRUE(holds(figure.curves[0].label, "typical patient, 10-90 %")) << figure.curves[0].label;
  EXPECT_EQ(figure.curves[0].y,
            build_figure(typical, {}, prepared->document.display, "").curves[0].y);
}

TEST(PatientsTable, HasTheUnitsOfTheDisplay) {
  const Fixture fixture;
  ScenarioFile file = document("patients = true\n");
  const auto cell = [&](const char* unit, const std::string& column) {
    file.display.unit = unit;
    const auto prepared = prepare_population(file, fixture.library());
    EXPECT_TRUE(prepared);
    const auto result = simulate_population(prepared->arms, prepared->spec, prepared->bands);
    EXPECT_TRUE(result);
    const std::string table = patients_csv(*prepared, *result);
    const auto header = table.substr(table.find("\narm,") + 1);
    std::size_t commas = 0;
    const auto at = header.find(column);
    EXPECT_NE(at, std::string::npos) << header.substr(0, header.find('\n'));
    commas = static_cast<std::size_t>(
        std::ranges::count(header.substr(0, std::min(at, header.size())), ','));
    std::string row = table.substr(table.find("a bolus,1,"));
    for (std::size_t i = 0; i < commas; ++i)
      row.erase(0, row.find(',') + 1);
    return std::stod(row);
  };
  EXPECT_NEAR(cell("mg/L", "cmax ketamine [mg/L]") * 1000.0, cell("ng/mL", "cmax ketamine [ng/mL]"),
              1e-9);
  EXPECT_NEAR(cell("mg/L", "auc ketamine [mg*h/L]") * 1000.0,
              cell("ng/mL", "auc ketamine [ng*h/mL]"), 1e-9);
}

TEST(PopulationCheck, FileIsCheckedWithItsPatients) {
  const Fixture fixture;
  const auto check = [&](const std::string& population) {
    fixture.folder.add("p.toml", R"(format = "ketascope-scenario 1"
[population]
n = 20
)" + population + R"([[scenario]]
model = "one"
doses = [{ route = "iv", amount = "1 mg/kg" }]
until = "6 h"
)");
    return check_file(fixture.folder.path() / "p.toml", fixture.library()).diagnostics;
  };
  EXPECT_TRUE(check("[population.covariates]\n"
                    "WT = { distribution = \"uniform\", low = \"50 kg\", high = \"90 kg\" }\n")
                  .empty());
  // The model states nothing that differs between people.
  const Diagnostics same = check("");
  EXPECT_EQ(codes(same), Names{"population.no_variability"});
  EXPECT_EQ(same[0].at.line, 2);
  const Diagnostics wrong = check(R"([population.covariates]
WT = { distribution = "uniform", low = "50 h", high = "90 h" }
[[population.targets]]
output = "gold"
metric = "cmax"
above = "1 ng/mL"
)");
  EXPECT_EQ(codes(wrong), (Names{"population.unit", "population.output"}));
  EXPECT_EQ(wrong[0].at.line, 5);
  EXPECT_EQ(wrong[1].at.line, 6);
  const Diagnostics beyond = check("curves = [1, 500]\n");
  EXPECT_EQ(codes(beyond), (Names{"population.no_variability", "population.curves"}));
  EXPECT_EQ(beyond[1].at.line, 4);
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
