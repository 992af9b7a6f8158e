// SPDX-License-Identifier: GPL-3.0-or-later
#include <dirent.h>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "io/text_files.hpp"
#include "ketascope/io/checkpoint.hpp"

namespace ketascope {
namespace {

using testing::TemporaryFolder;

const char* const scenario = R"(format = "ketascope-scenario 1"

[[scenario]]
name = "half"
model = "simons2022"
doses = [{ route = "iv", amount = "0.5 mg/kg", duration = "40 min" }]
until = "6 h"
step = "5 min"

[[scenario]]
name = "whole"
model = "simons2022"
doses = [{ route = "iv", amount = "1 mg/kg", duration = "40 min" }]
until = "6 h"
step = "5 min"

[population]
seed = 11

[population.covariates]
WT = { distribution = "normal", mean = "75 kg", sd = "12 kg", low = "45 kg" }
)";

class Process {
 public:
  Process(const std::vector<std::string>& words, const std::filesystem::path& folder)
      : out_(folder / "process.out") {
    std::vector<std::string> copy = words;
    std::vector<char*> argv;
    for (std::string& word : copy) {
      argv.push_back(word.data());
    }
    argv.push_back(nullptr);
    pid_ = fork();
    if (pid_ == 0) {
      setenv("KETASCOPE_MODEL_PATH", KETASCOPE_MODELS_DIR, 1);
      const int file = open(out_.c_str(), O_CREAT | O_TRUNC | O_WRONLY, 0600);
      dup2(file, STDOUT_FILENO);
      dup2(file, STDERR_FILENO);
      execvp(argv[0], argv.data());
      _exit(127);
    }
  }
  pid_t pid() const { return pid_; }
  bool running() {
    if (!ended_ && waitpid(pid_, &status_, WNOHANG) == pid_) {
      ended_ = true;
    }
    return !ended_;
  }
  int wait() {
    if (!ended_) {
      waitpid(pid_, &status_, 0);
      ended_ = true;
    }
    return WIFEXITED(status_) ? WEXITSTATUS(status_) : -WTERMSIG(status_);
  }
  std::string said() const { return TemporaryFolder::read(out_); }

 private:
  std::filesystem::path out_;
  pid_t pid_ = -1;
  int status_ = 0;
  bool ended_ = false;
};

std::vector<std::string> mpi(int ranks, const std::vector<std::string>& arguments) {
  std::vector<std::string> words{KETASCOPE_MPIRUN,      "--oversubscribe",
                                 "--allow-run-as-root", "-n",
                                 std::to_string(ranks), KETASCOPE_MPI_PATH};
  words.insert(words.end(), arguments.begin(), arguments.end());
  return words;
}

/// Processes whose parent is `parent`.
std::vector<pid_t> children_of(pid_t parent) {
  std::vector<pid_t> found;
  DIR* folder = opendir("/proc");
  while (const dirent* entry = readdir(folder)) {
    std::ifstream stat(std::string("/proc/") + entry->d_name + "/stat");
    std::string text;
    if (entry->d_name[0] < '0' || entry->d_name[0] > '9' || !std::getline(stat, text)) {
      continue;
    }
    const auto after_name = text.rfind(") ");
    if (after_name != std::string::npos && std::stoi(text.substr(after_name + 4)) == parent) {
      found.push_back(std::stoi(entry->d_name));
    }
  }
  closedir(folder);
  std::ranges::sort(found);
  return found;
}

/// The patients of one process and one thread, counted.
std::string alone(const TemporaryFolder& folder, const std::string& file, const std::string& n) {
  const std::string out = (folder / "alone.csv").string();
  Process process({KETASCOPE_CLI_PATH, "population", file, "--n", n, "--memory", "0", "--threads",
                   "1", "--quiet", "--out", out},
                  folder.path());
  EXPECT_EQ(process.wait(), 0) << process.said();
  return TemporaryFolder::read(out);
}

const char* const sweep = R"(format = "ketascope-sweep 1"
title = "doses of two models"

[[axes]]
vary = "model"
values = ["simons2022", "ashraf2018"]

[[axes]]
vary = "doses.1.amount"
values = ["10 mg", "20 mg", "30 mg"]

[[axes]]
vary = "doses.1.route"
values = ["iv", "sublingual"]

[population]
seed = 11

[[population.targets]]
name = "high"
output = "S-ketamine"
metric = "cmax"
above = "90 ng/mL"

[[scenario]]
model = "simons2022"
doses = [{ route = "iv", amount = "10 mg" }]
outputs = ["S-ketamine"]
until = "6 h"
step = "5 min"
)";

/// The table of a sweep by one process and one thread, counted.
std::string swept_alone(const TemporaryFolder& folder, const std::string& file,
                        const std::string& n) {
  const std::string out = (folder / "swept.csv").string();
  Process process({KETASCOPE_CLI_PATH, "sweep", file, "--n", n, "--memory", "0", "--threads", "1",
                   "--quiet", "--out", out},
                  folder.path());
  EXPECT_EQ(process.wait(), 0) << process.said();
  return TemporaryFolder::read(out);
}

TEST(ClusterSweep, AnyNumberOfRanksGivesTheBytesOfOneThread) {
  const TemporaryFolder folder;
  const std::string file = folder.write("sweep.toml", sweep).string();
  // More than one piece at every point; a model without the route has no result at its points.
  const std::string wanted = swept_alone(folder, file, "1300");
  ASSERT_NE(wanted.find(",high,,1300,"), std::string::npos) << wanted.substr(0, 2000);
  ASSERT_NE(wanted.find("no route 'sublingual'"), std::string::npos) << wanted;
  for (int ranks = 1; ranks <= 4; ++ranks) {
    const std::string out = (folder / "ranks.csv").string();
    const std::string checkpoint = (folder / "sweep.checkpoint").string();
    Process process(mpi(ranks, {file, "--n", "1300", "--quiet", "--out", out, "--checkpoint",
                                checkpoint, "--every", "0.05"}),
                    folder.path());
    ASSERT_EQ(process.wait(), 0) << process.said();
    EXPECT_TRUE(TemporaryFolder::read(out) == wanted) << ranks << " ranks";
    EXPECT_FALSE(std::filesystem::exists(checkpoint));
  }
}

TEST(Cluster, AnyNumberOfRanksGivesTheBytesOfOneThread) {
  const TemporaryFolder folder;
  const std::string file = folder.write("doses.toml", scenario).string();
  const std::string wanted = alone(folder, file, "7000");
  ASSERT_GT(wanted.size(), 1000u);
  for (int ranks = 1; ranks <= 4; ++ranks) {
    const std::string out = (folder / "ranks.csv").string();
    const std::string checkpoint = (folder / "run.checkpoint").string();
    Process process(mpi(ranks, {file, "--n", "7000", "--quiet", "--out", out, "--checkpoint",
                                checkpoint, "--every", "0.05"}),
                    folder.path());
    ASSERT_EQ(process.wait(), 0) << process.said();
    EXPECT_TRUE(TemporaryFolder::read(out) == wanted) << ranks << " ranks";
    EXPECT_FALSE(std::filesystem::exists(checkpoint));
    std::filesystem::remove(out);
  }
}

TEST(Cluster, MetricsAndPercentilesAreThoseOfOneThread) {
  const TemporaryFolder folder;
  const std::string file = folder.write("doses.toml", scenario).string();
  const auto path = [&](const char* name) { return (folder / name).string(); };
  Process one(
      {KETASCOPE_CLI_PATH, "population", file, "--n", "3000", "--memory", "0", "--quiet",
       "--percentiles", "10,50,90", "--out", path("one.csv"), "--metrics", path("one.m.csv")},
      folder.path());
  ASSERT_EQ(one.wait(), 0) << one.said();
  Process three(mpi(3, {file, "--n", "3000", "--quiet", "--percentiles", "10,50,90", "--out",
                        path("three.csv"), "--metrics", path("three.m.csv")}),
                folder.path());
  ASSERT_EQ(three.wait(), 0) << three.said();
  EXPECT_GT(TemporaryFolder::read(path("one.m.csv")).size(), 200U);
  EXPECT_TRUE(TemporaryFolder::read(path("one.csv")) == TemporaryFolder::read(path("three.csv")));
  EXPECT_EQ(TemporaryFolder::read(path("one.m.csv")), TemporaryFolder::read(path("three.m.csv")));
}

TEST(Cluster, RunWithoutAnyResultIsRefused) {
  const TemporaryFolder folder;
  const std::string file = folder.write("doses.toml", scenario).string();
  Process silent(mpi(2, {file, "--n", "3000", "--quiet"}), folder.path());
  EXPECT_EQ(silent.wait(), 2);
  EXPECT_NE(silent.said().find("--metrics FILE"), std::string::npos) << silent.said();
  Process own(mpi(2, {file, "--n", "3000", "--out", file}), folder.path());
  EXPECT_EQ(own.wait(), 1);
  EXPECT_NE(own.said().find("file.input"), std::string::npos) << own.said();
  EXPECT_EQ(TemporaryFolder::read(file), scenario);
}

/// `victim`: 0 is the leader, 1 another rank.
void kill_and_resume(std::size_t victim, const char* text, const std::string& n,
                     std::string (*alone)(const TemporaryFolder&, const std::string&,
                                          const std::string&)) {
  const TemporaryFolder folder;
  const std::string file = folder.write("doses.toml", text).string();
  const std::string out = (folder / "out.csv").string();
  const std::filesystem::path checkpoint = folder / "run.checkpoint";
  const std::vector<std::string> arguments{
      file, "--n", n, "--out", out, "--checkpoint", checkpoint.string(), "--every", "0.1"};
  Process first(mpi(3, arguments), folder.path());
  // Until something of everybody is in the checkpoint.
  while (first.running() && !std::filesystem::exists(checkpoint)) {
    usleep(2000);
  }
  usleep(300'000);
  const std::vector<pid_t> ranks = children_of(first.pid());
  ASSERT_EQ(ranks.size(), 3u) << first.said();
  kill(ranks[victim], SIGKILL);
  EXPECT_NE(first.wait(), 0);
  const std::string said = first.said();
  EXPECT_NE(said.find(checkpoint.string()), std::string::npos) << said;
  EXPECT_NE(said.find("--resume"), std::string::npos) << said;
  if (victim != 0) {
    EXPECT_NE(said.find("the run ended early"), std::string::npos) << said;
  }
  EXPECT_FALSE(std::filesystem::exists(out));
  const auto half = read_checkpoint(checkpoint);
  ASSERT_TRUE(half) << testing::listing(half.error());
  EXPECT_FALSE(half->finished.empty());
  ASSERT_FALSE(missing_ranges(half->count, half->finished).empty());

  // Without --resume nothing of it is lost by mistake.
  Process careless(mpi(2, arguments), folder.path());
  EXPECT_EQ(careless.wait(), 1);
  EXPECT_NE(careless.said().find("checkpoint.exists"), std::string::npos) << careless.said();

  std::vector<std::string> resuming = arguments;
  resuming.insert(resuming.end(), {"--resume", "--quiet"});
  Process second(mpi(2, resuming), folder.path());
  ASSERT_EQ(second.wait(), 0) << second.said();
  EXPECT_TRUE(TemporaryFolder::read(out) == alone(folder, file, n));
  EXPECT_FALSE(std::filesystem::exists(checkpoint));
}

TEST(Cluster, RankKilledHalfWayLeavesACheckpointThatResumesToTheSameBytes) {
  kill_and_resume(1, scenario, "300000", alone);
}

TEST(Cluster, LeaderKilledHalfWayLeavesACheckpointThatResumesToTheSameBytes) {
  kill_and_resume(0, scenario, "300000", alone);
}

TEST(ClusterSweep, RankKilledHalfWayLeavesACheckpointThatResumesToTheSameBytes) {
  kill_and_resume(1, sweep, "60000", swept_alone);
}

/// A run that was stopped as soon as it had a checkpoint, whoever is in it.
void stop_at_once(const TemporaryFolder& folder, const std::vector<std::string>& arguments,
                  const std::filesystem::path& checkpoint) {
  Process run(mpi(2, arguments), folder.path());
  while (run.running() && !std::filesystem::exists(checkpoint)) {
    usleep(1000);
  }
  const std::vector<pid_t> ranks = children_of(run.pid());
  ASSERT_EQ(ranks.size(), 2u) << run.said();
  kill(ranks[1], SIGKILL);
  EXPECT_NE(run.wait(), 0);
}

TEST(Cluster, RunKilledInItsFirstMomentsLeavesACheckpoint) {
  const TemporaryFolder folder;
  const std::string file = folder.write("doses.toml", scenario).string();
  const std::filesystem::path checkpoint = folder / "run.checkpoint";
  // Nothing would be handed in for an hour.
  stop_at_once(folder,
               {file, "--n", "300000", "--checkpoint", checkpoint.string(), "--every", "3600"},
               checkpoint);
  const auto kept = read_checkpoint(checkpoint);
  ASSERT_TRUE(kept) << testing::listing(kept.error());
  EXPECT_EQ(kept->count, 300000u);
}

TEST(Cluster, ResumeKnowsWhetherWhatItWasMadeOfHasChanged) {
  const TemporaryFolder folder;
  const std::string with_table = testing::replaced(
      testing::replaced(scenario, "seed = 11", "seed = 11\ntable = \"people.csv\""),
      "until = \"6 h\"", "until = \"6 h\"\neffects = [\"own.toml\"]");
  std::string own = TemporaryFolder::read(std::string(KETASCOPE_MODELS_DIR) +
                                          "/effects/simons2022-pain-low.toml");
  const std::string file = folder.write("doses.toml", with_table).string();
  folder.write("own.toml", own);
  folder.write("people.csv", "WT [kg],NOTE\n60,a\n80,b\n");
  const std::filesystem::path checkpoint = folder / "run.checkpoint";
  const std::vector<std::string> arguments{file, "--n", "300000", "--checkpoint",
                                           checkpoint.string()};
  stop_at_once(folder, arguments, checkpoint);
  std::vector<std::string> resuming = arguments;
  resuming.push_back("--resume");
  const auto expect_refused = [&](const char* what) {
    Process process(mpi(2, resuming), folder.path());
    EXPECT_EQ(process.wait(), 1) << what;
    EXPECT_NE(process.said().find("checkpoint.other_run"), std::string::npos)
        << what << process.said();
  };
  folder.write("people.csv", "WT [lb],NOTE\n60,a\n80,b\n");
  expect_refused("unit");
  folder.write("people.csv", "WT [kg],REMARK\n60,a\n80,b\n");
  expect_refused("name");
  folder.write("people.csv", "WT [kg],NOTE\n60,b\n80,a\n");
  expect_refused("label");
  folder.write("people.csv", "WT [kg],NOTE\n60,a\n80,b\n");
  folder.write("own.toml", own + "\n# another thought\n");
  expect_refused("effect");
}

TEST(Cluster, TargetThatCannotBeWrittenIsToldBeforeTheRun) {
  const TemporaryFolder folder;
  const std::string file = folder.write("doses.toml", scenario).string();
  Process process(mpi(2, {file, "--n", "4000000000", "--out", "/nowhere/at/all.csv", "--checkpoint",
                          (folder / "c").string()}),
                  folder.path());
  EXPECT_EQ(process.wait(), 1);
  EXPECT_NE(process.said().find("file.unwritable"), std::string::npos) << process.said();
  EXPECT_FALSE(std::filesystem::exists(folder / "c"));
}

TEST(Cluster, CheckpointOfAnotherSeedIsRefused) {
  const TemporaryFolder folder;
  const std::string file = folder.write("doses.toml", scenario).string();
  ASSERT_TRUE(write_checkpoint(folder / "c", {1, 2, 3, {}, {0}}));
  Process process(mpi(2, {file, "--resume", "--checkpoint", (folder / "c").string()}),
                  folder.path());
  EXPECT_EQ(process.wait(), 1);
  EXPECT_NE(process.said().find("checkpoint.other_run"), std::string::npos) << process.said();
}

TEST(Cluster, WarnsOfWhatOneMachineWouldWarnOf) {
  const TemporaryFolder folder;
  // A model that states nothing that differs between people, and nothing drawn for them.
  std::string text =
      testing::replaced(scenario, "model = \"simons2022\"", "model = \"domino1984\"");
  text.erase(text.find("[population.covariates]"));
  const std::string file = folder.write("same.toml", text).string();
  Process process(mpi(2, {file, "--n", "600", "--quiet", "--out", (folder / "o.csv").string()}),
                  folder.path());
  EXPECT_EQ(process.wait(), 0) << process.said();
  const std::string said = process.said();
  const auto at = said.find("population.no_variability");
  ASSERT_NE(at, std::string::npos) << said;
  EXPECT_EQ(said.find("population.no_variability", at + 1), std::string::npos) << said;
}

TEST(Cluster, ProblemsOfTheScenarioAreSaidOnce) {
  const TemporaryFolder folder;
  const std::string file = folder.write("bad.toml", "format = \"ketascope-scenario 1\"\n").string();
  Process process(mpi(3, {file}), folder.path());
  EXPECT_EQ(process.wait(), 1);
  const std::string said = process.said();
  const auto at = said.find("scenario.none");
  ASSERT_NE(at, std::string::npos) << said;
  EXPECT_EQ(said.find("scenario.none", at + 1), std::string::npos) << said;
}

}  // namespace
}  // namespace ketascope
