// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/run_watch.hpp"

#include <fmt/format.h>
#include <poll.h>
#include <pthread.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <utility>

namespace ketascope::cli {

// Signals are read from a descriptor by a thread of their own: std::stop_source may not be touched
// in a signal handler.
RunWatch::RunWatch() : terminal_(isatty(STDERR_FILENO) == 1) {
  sigset_t wanted;
  sigemptyset(&wanted);
  bool any = false;
  for (const int signal : {SIGINT, SIGTERM}) {
    struct sigaction former {};
    // Started in the background with Ctrl-C ignored: leave it so.
    if (sigaction(signal, nullptr, &former) == 0 && former.sa_handler != SIG_IGN) {
      sigaddset(&wanted, signal);
      any = true;
    }
  }
  if (!any || pthread_sigmask(SIG_BLOCK, &wanted, &former_mask_) != 0) {
    return;
  }
  watching_ = true;
  signals_ = signalfd(-1, &wanted, SFD_CLOEXEC);
  wake_ = eventfd(0, EFD_CLOEXEC);
  if (signals_ >= 0 && wake_ >= 0) {
    thread_ = std::thread([this] { wait_for_signals(); });
  }
}

RunWatch::~RunWatch() {
  if (thread_.joinable()) {
    const std::uint64_t one = 1;
    if (write(wake_, &one, sizeof one) == sizeof one) {
      thread_.join();
    } else {
      thread_.detach();
    }
  }
  for (const int descriptor : {signals_, wake_}) {
    if (descriptor >= 0) {
      close(descriptor);
    }
  }
  if (watching_) {
    pthread_sigmask(SIG_SETMASK, &former_mask_, nullptr);
  }
  clear_line();
}

void RunWatch::clear_line() {
  const std::lock_guard lock(line_);
  if (std::exchange(line_used_, false)) {
    std::fputs("\r\x1b[K", stderr);
  }
}

void RunWatch::wait_for_signals() {
  std::array<pollfd, 2> sources{pollfd{signals_, POLLIN, 0}, pollfd{wake_, POLLIN, 0}};
  for (;;) {
    if (poll(sources.data(), sources.size(), -1) < 0) {
      continue;
    }
    if (sources[1].revents != 0) {
      return;
    }
    signalfd_siginfo info{};
    if (read(signals_, &info, sizeof info) == sizeof info && !source_.request_stop()) {
      _exit(130);
    }
  }
}

RunControl RunWatch::control() {
  RunControl control;
  control.stop = source_.get_token();
  if (terminal_) {
    control.progress = [this](double fraction) { show(fraction); };
  }
  return control;
}

void RunWatch::show(double fraction) {
  using namespace std::chrono_literals;
  const std::unique_lock lock(line_, std::try_to_lock);
  const auto now = std::chrono::steady_clock::now();
  if (!lock || now - began_ < 1s || now - shown_ < 100ms || !(fraction > 0.0)) {
    return;
  }
  shown_ = now;
  line_used_ = true;
  const double elapsed_s = std::chrono::duration<double>(now - began_).count();
  const double left_s = elapsed_s * (1.0 - std::min(fraction, 1.0)) / fraction;
  const std::string line =
      fmt::format("\r{:3.0f} %, about {:.0f} s left\x1b[K", 100.0 * fraction, left_s);
  std::fwrite(line.data(), 1, line.size(), stderr);
}

}  // namespace ketascope::cli
