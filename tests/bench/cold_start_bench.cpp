// SPDX-License-Identifier: GPL-3.0-or-later
#include <benchmark/benchmark.h>
#include <spawn.h>
#include <sys/wait.h>

#include <filesystem>
#include <string>
#include <vector>

extern char** environ;

namespace {

/// Runs a program to its end with its output thrown away; returns the exit status.
int run_program(std::vector<std::string> words) {
  std::vector<char*> argv;
  for (std::string& word : words)
    argv.push_back(word.data());
  argv.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", 1 /* O_WRONLY */, 0);
  posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", 1, 0);
  pid_t pid = 0;
  const int failed = posix_spawn(&pid, argv[0], &actions, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0)
    return failed;
  int status = 0;
  waitpid(pid, &status, 0);
  return status;
}

/// From a new process to a written CSV: one model, one infusion, 8 h, 1,200 points.
void ColdProcessToCsv(benchmark::State& state, const char* model, const char* route,
                      const char* dose) {
  const std::string out =
      (std::filesystem::temp_directory_path() / ("ketascope-cold-" + std::string(model) + ".csv"))
          .string();
  for (auto _ : state) {
    const int status = run_program({KETASCOPE_CLI_PATH, "simulate", "--model", model, "--route",
                                    route, "--dose", dose, "--until", "8h", "--out", out});
    if (status != 0) {
      state.SkipWithError("the program failed");
      break;
    }
  }
  std::filesystem::remove(out);
}

}  // namespace

BENCHMARK_CAPTURE(ColdProcessToCsv, kamp2020_iv, "kamp2020", "iv", "0.5 mg/kg")
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(ColdProcessToCsv, simons2022_film, "simons2022", "sublingual", "50 mg")
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(ColdProcessToCsv, perezruixo2021_nasal, "perezruixo2021", "intranasal", "56 mg")
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
