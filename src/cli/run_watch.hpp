// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <csignal>
#include <mutex>
#include <stop_token>
#include <thread>

#include "ketascope/sim/simulate.hpp"

namespace ketascope::cli {

/// While it lives, Ctrl-C or SIGTERM asks the run to stop (a second one ends the program), and a
/// run of more than a second shows its progress when standard error is a terminal.
class RunWatch {
 public:
  RunWatch();
  ~RunWatch();
  RunWatch(const RunWatch&) = delete;
  RunWatch& operator=(const RunWatch&) = delete;

  RunControl control();
  bool stopped() const { return source_.stop_requested(); }
  /// Takes the progress away, before something else is said.
  void clear_line();

 private:
  void wait_for_signals();
  void show(double fraction);

  std::stop_source source_;
  std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point shown_ = began_;
  std::mutex line_;
  bool terminal_ = false;
  bool line_used_ = false;
  bool watching_ = false;
  sigset_t former_mask_{};
  int signals_ = -1;
  int wake_ = -1;
  std::thread thread_;
};

}  // namespace ketascope::cli
