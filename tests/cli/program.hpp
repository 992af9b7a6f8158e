// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <string>
#include <vector>

#include "app/test_models.hpp"

namespace ketascope::testing {

struct Outcome {
  int exit_code = -1;  ///< -1000 - signal when a signal ended the program
  std::string out, err;
};

/// Runs the built program with the shipped models and waits for its end.
inline Outcome run_program(const std::vector<std::string>& arguments,
                           const std::string& models = KETASCOPE_MODELS_DIR) {
  const TemporaryFolder folder;
  const std::string out = (folder.path() / "out").string();
  const std::string err = (folder.path() / "err").string();
  std::vector<std::string> words{KETASCOPE_CLI_PATH};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> argv;
  for (std::string& word : words) {
    argv.push_back(word.data());
  }
  argv.push_back(nullptr);
  const pid_t child = fork();
  if (child == 0) {
    setenv("KETASCOPE_MODEL_PATH", models.c_str(), 1);
    const int out_file = open(out.c_str(), O_CREAT | O_WRONLY, 0600);
    const int err_file = open(err.c_str(), O_CREAT | O_WRONLY, 0600);
    dup2(out_file, STDOUT_FILENO);
    dup2(err_file, STDERR_FILENO);
    execv(KETASCOPE_CLI_PATH, argv.data());
    _exit(127);
  }
  int status = 0;
  waitpid(child, &status, 0);
  Outcome outcome;
  outcome.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1000 - WTERMSIG(status);
  outcome.out = content_of(out);
  outcome.err = content_of(err);
  return outcome;
}

}  // namespace ketascope::testing
