// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "cli/program.hpp"

namespace ketascope {
namespace {

using testing::Outcome;
using testing::run_program;
using testing::TemporaryFolder;
namespace fs = std::filesystem;

fs::path example(const char* name) {
  return fs::path(KETASCOPE_MODELS_DIR) / "examples" / "sweeps" / name;
}

TEST(CliSweep, ExamplesGiveATableWithARowPerPointAndOutput) {
  for (const auto& [name, points] : {std::pair("dose-weight.toml", 70),
                                     {"infusion-time.toml", 24},
                                     {"clearance-and-volume.toml", 200},
                                     {"dose-model.toml", 32},
                                     {"dose-target.toml", 68}}) {
    const Outcome outcome = run_program({"sweep", example(name).string()});
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    std::size_t rows = 0;
    for (std::size_t at = 0; (at = outcome.out.find(",completed\n", at)) != std::string::npos;
         ++at) {
      ++rows;
    }
    EXPECT_EQ(rows, static_cast<std::size_t>(points)) << name;
  }
}

TEST(CliSweep, PatientsAreAskedForOnTheCommandLineToo) {
  const std::string file = example("dose-model.toml").string();
  const Outcome outcome = run_program(
      {"sweep", file, "--n", "20", "--seed", "3", "--percentiles", "10,50,90", "--memory", "0"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_NE(outcome.out.find("# the same 20 virtual patients at every point, seed 3; percentiles "
                             "within"),
            std::string::npos)
      << outcome.out.substr(0, 600);
  EXPECT_NE(outcome.out.find(",p10,p50,p90,reached,share,status\n"), std::string::npos);
  const Outcome single = run_program({"sweep", file, "--seed", "3"});
  EXPECT_EQ(single.exit_code, 2);
  EXPECT_NE(single.err.find("of virtual patients only: --seed"), std::string::npos) << single.err;
}

TEST(CliSweep, FigureOfTooManyAxesIsRefusedBeforeAnythingRuns) {
  const TemporaryFolder folder;
  const std::string out = (folder.path() / "t.csv").string();
  const std::string plot = (folder.path() / "t.png").string();
  const fs::path three = folder.path() / "three.toml";
  std::ofstream(three) << testing::content_of(example("clearance-and-volume.toml"))
                       << "[[axes]]\nvary = \"subject.WT\"\nfrom = \"50 kg\"\nto = \"110 kg\"\n";
  const Outcome outcome = run_program({"sweep", three.string(), "--out", out, "--plot", plot});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_NE(outcome.err.find("sweep.plot_axes"), std::string::npos) << outcome.err;
  EXPECT_FALSE(fs::exists(out));
  EXPECT_FALSE(fs::exists(plot));
  EXPECT_EQ(run_program({"sweep", three.string(), "--out", out}).exit_code, 0);
  EXPECT_TRUE(fs::exists(out));
}

TEST(CliSweep, CheckRefusesWhatTheSweepRefuses) {
  const TemporaryFolder folder;
  const fs::path file = folder.path() / "s.toml";
  std::string text = testing::content_of(example("clearance-and-volume.toml"));
  text.replace(text.find("parameters.CL"), 13, "parameters.XX");
  std::ofstream(file) << text;
  for (const char* command : {"check", "sweep"}) {
    const Outcome outcome = run_program({command, file.string()});
    EXPECT_EQ(outcome.exit_code, 1) << command;
    EXPECT_NE(outcome.err.find("XX"), std::string::npos) << outcome.err;
  }
  EXPECT_EQ(run_program({"sweep", file.string(), "--threads", "-3"}).exit_code, 2);
}

TEST(CliSweep, TableDoesNotReplaceTheSweep) {
  const TemporaryFolder folder;
  const fs::path file = folder.path() / "s.toml";
  const std::string text = testing::content_of(example("clearance-and-volume.toml"));
  std::ofstream(file) << text;
  const Outcome outcome = run_program({"sweep", file.string(), "--out", file.string()});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_NE(outcome.err.find("file.input"), std::string::npos) << outcome.err;
  EXPECT_EQ(testing::content_of(file), text);
}

TEST(CliSweep, TableReplacesNothingThatTheSweepReads) {
  const TemporaryFolder folder;
  const std::string base = R"(format = "ketascope-scenario 1"
[[scenario]]
model = "own.toml"
doses = [{ route = "iv", amount = "20 mg" }]
until = "2 h"
)";
  folder.add("base.toml", base);
  const std::string model = testing::content_of(fs::path(KETASCOPE_MODELS_DIR) / "kamp2020.toml");
  folder.add("own.toml", model);
  const std::string sweep =
      folder
          .add("s.toml",
               "format = \"ketascope-sweep 1\"\nbase = \"base.toml\"\n[[axes]]\nvary = "
               "\"subject.WT\"\nfrom = \"50 kg\"\nto = \"90 kg\"\nsteps = 3\n")
          .string();
  for (const char* name : {"base.toml", "own.toml"}) {
    const Outcome outcome = run_program({"sweep", sweep, "--out", (folder.path() / name).string()});
    EXPECT_EQ(outcome.exit_code, 1) << name;
    EXPECT_NE(outcome.err.find("file.input"), std::string::npos) << outcome.err;
  }
  EXPECT_EQ(testing::content_of(folder.path() / "base.toml"), base);
  EXPECT_EQ(testing::content_of(folder.path() / "own.toml"), model);
}

}  // namespace
}  // namespace ketascope
