// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

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

TEST(CliPopulation, RefusesWithoutWriting) {
  const TemporaryFolder folder;
  const std::string out = (folder.path() / "x.csv").string();
  EXPECT_EQ(run_program({"population", example, "--percentiles", "5,x", "--out", out}).exit_code,
            2);
  EXPECT_EQ(run_program({"population", example, "--percentiles", "0,50", "--out", out}).exit_code,
            1);
  EXPECT_EQ(run_program({"population", "nowhere.toml", "--out", out}).exit_code, 1);
  EXPECT_FALSE(std::filesystem::exists(out));
}

TEST(CliBench, PrintsEveryProblemWithItsError) {
  const Outcome outcome = run_program({"bench", "--subjects", "10", "--repeats", "1"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  for (const char* part : {"baseline", "P1", "P2", "P3", "P4 P1", "replay", "error"})
    EXPECT_TRUE(holds(outcome.out, part)) << part;
}

}  // namespace
}  // namespace ketascope
