// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <thread>

#include "cli/program.hpp"

namespace ketascope {
namespace {

using testing::content_of;
using testing::holds;
using testing::TemporaryFolder;
namespace fs = std::filesystem;

const fs::path examples = fs::path(KETASCOPE_MODELS_DIR) / "examples";

/// Starts the program, waits until `sign` is there, sends the signal, and gives the exit code.
int interrupted(const std::vector<std::string>& arguments, const fs::path& sign, int signal) {
  std::vector<std::string> words{KETASCOPE_CLI_PATH};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> argv;
  for (std::string& word : words) {
    argv.push_back(word.data());
  }
  argv.push_back(nullptr);
  const pid_t child = fork();
  if (child == 0) {
    std::signal(signal, SIG_DFL);
    setenv("KETASCOPE_MODEL_PATH", KETASCOPE_MODELS_DIR, 1);
    execv(KETASCOPE_CLI_PATH, argv.data());
    _exit(127);
  }
  int status = 0;
  while (!fs::exists(sign) && waitpid(child, &status, WNOHANG) == 0) {
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  kill(child, signal);
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1000 - WTERMSIG(status);
}

TEST(CliInterrupt, StoppedPopulationLeavesFilesThatSaySo) {
  for (const int signal : {SIGINT, SIGTERM}) {
    const TemporaryFolder folder;
    const fs::path out = folder.path() / "p.csv", netcdf = folder.path() / "p.nc";
    // The file is made inside the run, which is far too long to be over by then.
    const int code = interrupted({"population", (examples / "population.toml").string(), "--n",
                                  "50000000", "--quiet", "--out", out, "--netcdf", netcdf},
                                 netcdf, signal);
    EXPECT_EQ(code, 1);
    const std::string text = content_of(out);
    EXPECT_TRUE(holds(text, "# incomplete: the run was stopped"));
    EXPECT_TRUE(holds(text, "of 50000000 virtual patients"));
    EXPECT_TRUE(holds(text, "arm,output,unit,time [h]"));
  }
}

/// Starts the program, lets it begin, sends SIGINT, and gives exit code and standard output.
std::pair<int, std::string> stopped_early(const std::vector<std::string>& arguments,
                                          const fs::path& folder) {
  // The program is told to stop as soon as it watches for it: the signal is blocked then.
  const fs::path out = folder / "stdout";
  std::vector<std::string> words{KETASCOPE_CLI_PATH};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> argv;
  for (std::string& word : words) {
    argv.push_back(word.data());
  }
  argv.push_back(nullptr);
  const pid_t child = fork();
  if (child == 0) {
    std::signal(SIGINT, SIG_DFL);
    setenv("KETASCOPE_MODEL_PATH", KETASCOPE_MODELS_DIR, 1);
    const int file = open(out.c_str(), O_CREAT | O_WRONLY, 0600);
    dup2(file, STDOUT_FILENO);
    execv(KETASCOPE_CLI_PATH, argv.data());
    _exit(127);
  }
  const std::string status_file = "/proc/" + std::to_string(child) + "/status";
  int status = 0;
  for (bool watching = false; !watching && waitpid(child, &status, WNOHANG) == 0;) {
    std::ifstream lines(status_file);
    for (std::string line; std::getline(lines, line);) {
      if (line.starts_with("SigBlk:")) {
        watching = (std::stoull(line.substr(7), nullptr, 16) & 2U) != 0;
      }
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  kill(child, SIGINT);
  waitpid(child, &status, 0);
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1000 - WTERMSIG(status), content_of(out)};
}

TEST(CliInterrupt, StoppedValidationWritesWhatItHasAndSaysSo) {
  const TemporaryFolder folder;
  const fs::path csv = folder.path() / "v.csv", html = folder.path() / "v.html";
  const auto [code, out] = stopped_early({"validate", "--csv", csv, "--html", html}, folder.path());
  EXPECT_EQ(code, 1);
  EXPECT_TRUE(holds(out, "incomplete: the run was stopped"));
  EXPECT_TRUE(holds(content_of(csv), "# incomplete: the run was stopped"));
  EXPECT_TRUE(holds(content_of(csv), "arm,route,part"));
  EXPECT_TRUE(holds(content_of(html), "incomplete: the run was stopped"));
}

TEST(CliInterrupt, StoppedVerificationSaysSo) {
  const TemporaryFolder folder;
  const fs::path html = folder.path() / "v.html";
  const auto [code, out] = stopped_early({"verify", "--html", html}, folder.path());
  EXPECT_EQ(code, 1);
  EXPECT_TRUE(holds(out, "incomplete: the run was stopped"));
  EXPECT_TRUE(holds(content_of(html), "Incomplete: the run was stopped."));
}

TEST(CliInterrupt, StoppedBenchShowsTheRowsThatAreDone) {
  const TemporaryFolder folder;
  const auto [code, out] = stopped_early({"bench", "--repeats", "1000000"}, folder.path());
  EXPECT_EQ(code, 1);
  EXPECT_TRUE(holds(out, "incomplete: the run was stopped"));
}

}  // namespace
}  // namespace ketascope
