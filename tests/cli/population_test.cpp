// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "cli/program.hpp"

namespace ketascope {
namespace {

using testing::content_of;
using testing::holds;
using testing::Outcome;
using testing::run_program;
using testing::TemporaryFolder;

const std::string example = std::string(KETASCOPE_MODELS_DIR) + "/examples/population.toml";

TEST(CliPopulation, PrintsMetricsTargetsAndTheStatement) {
  const Outcome outcome = run_program({"population", example, "--n", "40"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  for (const char* part : {"cmax", "auc", "p5", "p50", "p95", "S-ketamine peak above 70 ng/mL",
                           "film 50 mg", "Not for dosing decisions"})
    EXPECT_TRUE(holds(outcome.out, part)) << part;
}

TEST(CliPopulation, ThreadsAndMemoryGiveTheSameFile) {
  const TemporaryFolder folder;
  const auto file = [&](const char* name) { return (folder.path() / name).string(); };
  EXPECT_EQ(run_program({"population", example, "--n", "300", "--quiet", "--threads", "1",
                         "--memory", "0", "--out", file("a.csv")})
                .exit_code,
            0);
  EXPECT_EQ(run_program({"population", example, "--n", "300", "--quiet", "--threads", "4",
                         "--memory", "0", "--out", file("b.csv")})
                .exit_code,
            0);
  const std::string text = content_of(file("a.csv"));
  EXPECT_EQ(text, content_of(file("b.csv")));
  EXPECT_TRUE(holds(text, "arm,output,unit,time [h],side,mean,p5,p50,p95"));
  EXPECT_TRUE(holds(text, "300 of 300 virtual patients, seed 20221"));
}

TEST(CliPopulation, PatientsAndCurvesAreTables) {
  const TemporaryFolder folder;
  const std::string patients = (folder.path() / "patients.csv").string();
  const std::string curves = (folder.path() / "curves.csv").string();
  const Outcome outcome =
      run_program({"population", example, "--n", "25", "--patients", patients, "--curves", curves});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_TRUE(holds(content_of(patients), "arm,ID,status,weight_kg,WT [kg]"));
  EXPECT_TRUE(holds(content_of(patients), "film 50 mg,25,completed,"));
  EXPECT_TRUE(holds(content_of(curves), "film 50 mg,20,S-ketamine,ng/mL,"));
}

TEST(CliPopulation, SimulateGivesTheSameForSuchAFile) {
  const TemporaryFolder folder;
  const std::string a = (folder.path() / "a.csv").string();
  const std::string b = (folder.path() / "b.csv").string();
  EXPECT_EQ(run_program({"population", example, "--quiet", "--out", a}).exit_code, 0);
  EXPECT_EQ(run_program({"simulate", example, "--quiet", "--out", b}).exit_code, 0);
  EXPECT_EQ(content_of(a), content_of(b));
}

TEST(CliPopulation, SimulateHandsItsOptionsOver) {
  const TemporaryFolder folder;
  const auto file = [&](const char* name) { return (folder.path() / name).string(); };
  const Outcome outcome = run_program({"simulate", example, "--quiet", "--n", "60", "--seed", "7",
                                       "--until", "3 h", "--step", "0.5 h", "--unit", "umol/L",
                                       "--out", file("a.csv"), "--save", file("saved.toml")});
  ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
  const std::string text = content_of(file("a.csv"));
  EXPECT_TRUE(holds(text, "60 of 60 virtual patients, seed 7"));
  EXPECT_TRUE(holds(text, ",umol/L,3,,"));
  EXPECT_FALSE(holds(text, ",umol/L,3.5,"));
  // What was saved is what was run.
  EXPECT_EQ(
      run_program({"population", file("saved.toml"), "--quiet", "--out", file("b.csv")}).exit_code,
      0);
  EXPECT_EQ(text, content_of(file("b.csv")));
}

TEST(CliPopulation, SimulateMakesPatientsOfOneDose) {
  const Outcome outcome =
      run_program({"simulate", "--model", "simons2022", "--route", "iv", "--dose", "20 mg",
                   "--duration", "20 min", "--until", "2 h", "--n", "30"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_TRUE(holds(outcome.out, "p95"));
}

TEST(CliPopulation, EffectsAskedForAreAmongItsOutputs) {
  const Outcome outcome = run_program(
      {"simulate", example, "--n", "20", "--until", "1 h", "--effect", "simons2022-pain-low"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_TRUE(holds(outcome.out, "simons2022-pain-low"));
  EXPECT_TRUE(holds(outcome.out, "S-ketamine"));
}

TEST(CliPopulation, SeveralFilesAreArmsOfOnePopulation) {
  const TemporaryFolder folder;
  const auto other = folder.add("other.toml", R"(format = "ketascope-scenario 1"
[[scenario]]
name = "10 mg"
model = "simons2022"
doses = [{ route = "iv", amount = "10 mg" }]
outputs = ["S-ketamine"]
until = "2 h"
)");
  const std::string out = (folder.path() / "out.csv").string();
  for (const char* command : {"simulate", "compare"}) {
    const Outcome outcome =
        run_program({command, example, other.string(), "--quiet", "--out", out});
    ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
    const std::string text = content_of(out);
    EXPECT_TRUE(holds(text, "\nfilm 50 mg,S-ketamine,"));
    EXPECT_TRUE(holds(text, "\n10 mg,S-ketamine,"));
    EXPECT_TRUE(holds(text, "10 mg: 1000 of 1000 virtual patients, seed 20221"));
  }
}

TEST(CliPopulation, DifferentPopulationsAndFilesOfSingleSubjectsAreRefused) {
  const TemporaryFolder folder;
  const auto other = folder.add("other.toml", R"(format = "ketascope-scenario 1"
[population]
n = 17
[[scenario]]
model = "simons2022"
doses = [{ route = "iv", amount = "10 mg" }]
until = "2 h"
)");
  const std::string out = (folder.path() / "out.json").string();
  const Outcome two = run_program({"compare", example, other.string(), "--out", out});
  EXPECT_EQ(two.exit_code, 1);
  EXPECT_TRUE(holds(two.err, "population.several"));
  for (const char* option : {"--json", "--audit"}) {
    const Outcome one = run_program({"simulate", example, option, out});
    EXPECT_EQ(one.exit_code, 2);
    EXPECT_TRUE(holds(one.err, std::string("not of a population: ") + option));
  }
  EXPECT_FALSE(std::filesystem::exists(out));
}

TEST(CliPopulation, MetricsAndTargetsReachAFile) {
  const TemporaryFolder folder;
  const std::string metrics = (folder.path() / "metrics.csv").string();
  const Outcome outcome = run_program({"population", example, "--n", "40", "--metrics", metrics});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  const std::string text = content_of(metrics);
  EXPECT_TRUE(holds(text, "film 50 mg,metric,S-ketamine,cmax,ng/mL,40,"));
  EXPECT_TRUE(holds(text, "film 50 mg,target,S-ketamine,S-ketamine peak above 70 ng/mL,,40,"));
}

TEST(CliPopulation, OutputsThatCannotBeWrittenAreToldBeforeTheRun) {
  const TemporaryFolder folder;
  const std::string out = (folder.path() / "x.csv").string();
  // So many patients that the run would not end within the test.
  const std::vector<std::string> start{"population", example, "--n", "4000000000"};
  const auto refused = [&](const std::vector<std::string>& more, const char* code) {
    std::vector<std::string> words = start;
    words.insert(words.end(), more.begin(), more.end());
    const Outcome outcome = run_program(words);
    EXPECT_EQ(outcome.exit_code, 1);
    EXPECT_TRUE(holds(outcome.err, code)) << outcome.err;
  };
  for (const char* option : {"--out", "--metrics", "--patients", "--curves", "--netcdf"})
    refused({option, "/nowhere/at/all.csv"}, "file.unwritable");
  refused({"--out", out, "--metrics", out}, "file.twice");
  refused({"--out", out, "--metrics", (folder.path() / "." / "x.csv").string()}, "file.twice");
  refused({"--out", "-", "--metrics", "-"}, "file.twice");
  EXPECT_FALSE(std::filesystem::exists(out));
}

TEST(CliPopulation, SweepWithoutAFolderForItsTableIsToldBeforeTheRun) {
  const std::string sweep = std::string(KETASCOPE_MODELS_DIR) + "/examples/sweeps/";
  for (const auto& entry : std::filesystem::directory_iterator(sweep)) {
    const Outcome outcome =
        run_program({"sweep", entry.path().string(), "--out", "/nowhere/at/all.csv"});
    EXPECT_EQ(outcome.exit_code, 1);
    EXPECT_TRUE(holds(outcome.err, "file.unwritable")) << outcome.err;
  }
}

TEST(CliPopulation, ArmOfWhichNothingComesIsAFailure) {
  const TemporaryFolder folder;
  const auto file = folder.add("p.toml", R"(format = "ketascope-scenario 1"
[population]
n = 10
[[scenario]]
name = "a"
model = "kamp2020"
doses = [{ route = "iv", amount = "20 mg", duration = "20 min" }]
until = "2 h"
solver = { kind = "ode", max_steps = 1 }
)");
  const Outcome outcome = run_program({"population", file.string()});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_TRUE(holds(outcome.err, "population.no_result")) << outcome.err;
}

TEST(CliPopulation, ManyThreadsAreTakenAsAManyAsThereAreUse) {
  const Outcome outcome = run_program({"population", example, "--n", "10", "--threads", "100000"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_FALSE(holds(outcome.err, "TBB")) << outcome.err;
}

TEST(CliPopulation, NumberOfPatientsIsRefusedInFewWords) {
  const Outcome outcome = run_program({"population", example, "--n", "0"});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_LT(outcome.err.size(), 300u) << outcome.err;
}

TEST(CliPopulation, CategoryThatDoesNotExistIsRefused) {
  const Outcome outcome =
      run_program({"simulate", "--model", "ketascope-reference", "--route", "iv", "--dose", "20 mg",
                   "--duration", "20 min", "--cov", "CYP2B6_GENOTYPE=17"});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_TRUE(holds(outcome.err, "scenario.category")) << outcome.err;
}

TEST(CliPopulation, SaysOfItsModelsWhatASingleRunSays) {
  const std::vector<std::string> dose{"simulate", "--model", "ketascope-reference",
                                      "--route",  "iv",      "--dose",
                                      "20 mg",    "--until", "2 h"};
  std::vector<std::string> many = dose;
  many.insert(many.end(), {"--n", "10"});
  const Outcome one = run_program(dose), all = run_program(many);
  ASSERT_TRUE(holds(one.err, "note: "));
  EXPECT_TRUE(holds(all.err, one.err.substr(0, one.err.find('\n')))) << all.err;
}

TEST(CliPopulation, RefusesWithoutWriting) {
  const TemporaryFolder folder;
  const std::string out = (folder.path() / "x.csv").string();
  EXPECT_EQ(run_program({"population", example, "--percentiles", "5,x", "--out", out}).exit_code,
            2);
  EXPECT_EQ(run_program({"population", example, "--percentiles", "0,50", "--out", out}).exit_code,
            2);
  EXPECT_EQ(run_program({"population", "nowhere.toml", "--out", out}).exit_code, 1);
  EXPECT_FALSE(std::filesystem::exists(out));
}

TEST(CliPopulation, SimulateTakesTheSameOptionsForSuchAFile) {
  const TemporaryFolder folder;
  const auto file = [&](const std::string& name) { return (folder.path() / name).string(); };
  const auto run = [&](const std::string& command) {
    const Outcome outcome = run_program({command,
                                         example,
                                         "--n",
                                         "30",
                                         "--seed",
                                         "5",
                                         "--percentiles",
                                         "10,50,90",
                                         "--residual",
                                         "--uncertainty",
                                         "--memory",
                                         "0",
                                         "--threads",
                                         "2",
                                         "--unit",
                                         "umol/L",
                                         "--until",
                                         "8 h",
                                         "--quiet",
                                         "--out",
                                         file(command + ".csv"),
                                         "--metrics",
                                         file(command + ".m.csv"),
                                         "--patients",
                                         file(command + ".p.csv"),
                                         "--curves",
                                         file(command + ".c.csv"),
                                         "--save",
                                         file(command + ".toml")});
    EXPECT_EQ(outcome.exit_code, 0) << command << outcome.err;
  };
  run("population");
  run("simulate");
  for (const char* end : {".csv", ".m.csv", ".p.csv", ".c.csv", ".toml"}) {
    const std::string text = content_of(file(std::string("population") + end));
    EXPECT_FALSE(text.empty()) << end;
    EXPECT_EQ(text, content_of(file(std::string("simulate") + end))) << end;
  }
  const std::string text = content_of(file("population.csv"));
  EXPECT_TRUE(holds(text, "mean,p10,p50,p90")) << text.substr(0, 400);
  EXPECT_TRUE(holds(text, "umol/L"));
}

TEST(CliPopulation, WhatIsOfPatientsIsRefusedWithoutAny) {
  const Outcome outcome = run_program({"simulate", "--model", "kamp2020", "--route", "iv", "--dose",
                                       "20 mg", "--metrics", "m.csv", "--residual"});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_TRUE(holds(outcome.err, "--residual, --metrics")) << outcome.err;
  EXPECT_TRUE(holds(outcome.err, "--n")) << outcome.err;
}

TEST(CliPopulation, NumbersThatDoNotFitAreRefusedAsTheyWereTyped) {
  for (const std::vector<std::string>& words :
       std::vector<std::vector<std::string>>{{"--seed", "-1"},
                                             {"--seed", "18446744073709551616"},
                                             {"--n", "-5"},
                                             {"--n", "1.5"},
                                             {"--memory", "nan"},
                                             {"--memory", "-1"},
                                             {"--threads", "-3"},
                                             {"--percentiles", "0"}}) {
    const Outcome outcome = run_program({"population", example, words[0] + "=" + words[1]});
    EXPECT_EQ(outcome.exit_code, 2) << words[0] << ' ' << words[1];
    EXPECT_TRUE(holds(outcome.err, "'" + words[1] + "' is no")) << outcome.err;
    EXPECT_LT(outcome.err.size(), 250U) << outcome.err;
  }
  EXPECT_EQ(
      run_program({"population", example, "--n", "2", "--seed", "18446744073709551615"}).exit_code,
      0);
}

/// Column of a table of patients by its beginning, as text.
std::vector<std::string> column(const std::string& csv, const std::string& beginning) {
  std::vector<std::string> found;
  std::istringstream lines(csv);
  std::string line;
  std::size_t at = std::string::npos;
  while (std::getline(lines, line)) {
    if (line.starts_with('#'))
      continue;
    std::vector<std::string> cells;
    std::istringstream fields(line);
    for (std::string cell; std::getline(fields, cell, ',');)
      cells.push_back(cell);
    if (at != std::string::npos) {
      found.push_back(cells.at(at));
      continue;
    }
    const auto named = [&](const std::string& cell) { return cell.starts_with(beginning); };
    at = static_cast<std::size_t>(std::ranges::find_if(cells, named) - cells.begin());
  }
  return found;
}

class PeopleOfATable : public ::testing::Test {
 protected:
  PeopleOfATable() {
    table("constant.csv", "60", "60");
    table("changing.csv", "60", "90");
  }
  void table(const char* name, const std::string& first, const std::string& then) {
    m_folder.add(name, "ID,TIME,EVID,AMT,CMT,RATE,WT\n1,0,1,35,1,52.5," + first + "\n1,8,0,0,1,0," +
                           then + "\n2,0,1,35,1,52.5,120\n2,8,0,0,1,0,120\n");
  }
  std::string patients(const std::string& events, const std::string& population) {
    const std::string file = m_folder
                                 .add("p.toml",
                                      "format = \"ketascope-scenario 1\"\n[population]\n"
                                      "n = 4\nbetween_subjects = false\n" +
                                          population +
                                          "[[scenario]]\nname = \"a\"\nmodel = "
                                          "\"kamp2020\"\nuntil = \"24 h\"\nevents = \"" +
                                          events + "\"\n")
                                 .string();
    const std::string out = (m_folder.path() / "out.csv").string();
    std::filesystem::remove(out);
    m_outcome = run_program({"population", file, "--quiet", "--patients", out});
    return m_outcome.exit_code == 0 ? content_of(out) : std::string();
  }

  TemporaryFolder m_folder;
  Outcome m_outcome;
};

TEST_F(PeopleOfATable, HaveTheirOwnCovariates) {
  const std::string csv = patients("constant.csv", "");
  ASSERT_EQ(m_outcome.exit_code, 0) << m_outcome.err;
  EXPECT_EQ(column(csv, "WT"), (std::vector<std::string>{"60", "120", "60", "120"}));
  const auto auc = column(csv, "auc ");
  EXPECT_EQ(auc[0], auc[2]);
  EXPECT_EQ(auc[1], auc[3]);
  EXPECT_GT(std::stod(auc[0]), 1.5 * std::stod(auc[1])) << "kamp2020 clears by weight";
}

TEST_F(PeopleOfATable, HaveWhatIsDrawnInsteadOfTheirOwnThroughout) {
  const std::string drawn =
      "covariates = { WT = { distribution = \"normal\", mean = \"75 kg\", sd = "
      "\"12 kg\" } }\n";
  const std::string changing = patients("changing.csv", drawn);
  ASSERT_EQ(m_outcome.exit_code, 0) << m_outcome.err;
  EXPECT_EQ(changing, patients("constant.csv", drawn));
  const auto auc = column(changing, "auc ");
  EXPECT_NE(auc[0], auc[2]) << "another weight, another area";
}

TEST_F(PeopleOfATable, HaveOccasionsWhileTheirCovariatesChange) {
  const std::string without = patients("changing.csv", "");
  ASSERT_EQ(m_outcome.exit_code, 0) << m_outcome.err;
  const std::string with = patients("changing.csv", "occasions = [\"2 h\", \"6 h\"]\n");
  ASSERT_EQ(m_outcome.exit_code, 0) << m_outcome.err;
  const auto a = column(without, "auc "), b = column(with, "auc ");
  for (std::size_t i = 0; i < a.size(); ++i)
    EXPECT_NEAR(std::stod(a[i]), std::stod(b.at(i)), 1e-3 * std::stod(a[i]))
        << "kamp2020 has no variability between occasions";
}

TEST_F(PeopleOfATable, TableOfCovariatesWithoutRowsIsRefused) {
  m_folder.add("nobody.csv", "WT\n");
  patients("constant.csv", "table = \"nobody.csv\"\n");
  EXPECT_EQ(m_outcome.exit_code, 1);
  EXPECT_TRUE(holds(m_outcome.err, "has no rows")) << m_outcome.err;
  EXPECT_EQ(run_program({"check", (m_folder.path() / "p.toml").string()}).exit_code, 1);
}

TEST(CliPopulation, ResultDoesNotReplaceWhatItIsComputedFrom) {
  const TemporaryFolder folder;
  const std::string people = "WT [kg]\n60\n90\n";
  folder.add("people.csv", people);
  const std::string document = R"(format = "ketascope-scenario 1"
[population]
n = 4
table = "people.csv"
[[scenario]]
name = "a"
model = "simons2022"
doses = [{ route = "iv", amount = "20 mg" }]
until = "2 h"
)";
  const std::string file = folder.add("own.toml", document).string();
  const std::string table = (folder.path() / "people.csv").string();
  for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
           {"population", file, "--out", file},
           {"population", file, "--patients", table},
           {"simulate", file, "--metrics", folder.path().string() + "/./own.toml"}}) {
    const Outcome outcome = run_program(words);
    EXPECT_EQ(outcome.exit_code, 1) << words[2];
    EXPECT_TRUE(holds(outcome.err, "file.input")) << outcome.err;
  }
  EXPECT_EQ(content_of(file), document);
  EXPECT_EQ(content_of(table), people);
  EXPECT_TRUE(holds(run_program({"population", file, "--netcdf", "-"}).err, "netcdf.stdout"));
}

/// What is saved elsewhere names the same files as before.
TEST(CliPopulation, SavedIntoAnotherFolderItStillFindsItsFiles) {
  const TemporaryFolder folder;
  std::filesystem::create_directories(folder.path() / "from");
  std::filesystem::create_directories(folder.path() / "to");
  folder.add("from/people.csv", "WT [kg]\n60\n90\n");
  folder.add("from/doses.csv", "ID,TIME,AMT,CMT,EVID\n1,0,20,1,1\n");
  const std::string with_table = folder
                                     .add("from/p.toml", R"(format = "ketascope-scenario 1"
[population]
n = 10
table = "people.csv"
[[scenario]]
name = "a"
model = "simons2022"
events = "doses.csv"
until = "2 h"
)")
                                     .string();
  const std::string single = folder
                                 .add("from/s.toml", R"(format = "ketascope-scenario 1"
[[scenario]]
name = "b"
model = "simons2022"
events = "doses.csv"
until = "2 h"
)")
                                 .string();
  const std::string saved = (folder.path() / "to/saved.toml").string();
  for (const auto& command : std::vector<std::vector<std::string>>{
           {"simulate", with_table}, {"simulate", single}, {"simulate", with_table, single}}) {
    std::vector<std::string> words = command;
    words.insert(words.end(), {"--quiet", "--save", saved});
    ASSERT_EQ(run_program(words).exit_code, 0) << run_program(words).err;
    const Outcome again = run_program({"simulate", saved, "--quiet"});
    EXPECT_EQ(again.exit_code, 0) << again.err << content_of(saved);
    EXPECT_TRUE(holds(content_of(saved), "events = \"../from/doses.csv\""));
  }
}

TEST(CliBench, PrintsEveryProblemWithItsError) {
  const Outcome outcome = run_program({"bench", "--subjects", "10", "--repeats", "1"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  for (const char* part : {"baseline", "P1", "P2", "P3", "P4 P1", "replay", "slider", "P2 x 2",
                           "P1 n", "population", "speed-up", "memory", "error"})
    EXPECT_TRUE(holds(outcome.out, part)) << part;
  // Nothing is so wrong that it cannot be told, and nothing is without an error.
  EXPECT_FALSE(holds(outcome.out, "inf"));
}

TEST(CliBench, SaysWhichProblemsThereAre) {
  const Outcome outcome = run_program({"bench", "P9"});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_TRUE(holds(outcome.err, "there is no problem 'P9'"));
  EXPECT_TRUE(holds(outcome.err, "slider"));
}

}  // namespace
}  // namespace ketascope
