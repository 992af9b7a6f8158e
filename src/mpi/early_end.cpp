// SPDX-License-Identifier: GPL-3.0-or-later
#include "mpi/early_end.hpp"

#include <pthread.h>
#include <unistd.h>

#include <csignal>
#include <utility>

namespace ketascope::mpi {
namespace {

sigset_t ends() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGTERM);
  sigaddset(&set, SIGINT);
  return set;
}

}  // namespace

EarlyEnd::EarlyEnd() {
  const sigset_t set = ends();
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

void EarlyEnd::on_signal(std::function<void()> call) {
  // Waits for ever: the thread ends with the process.
  std::thread([call = std::move(call)] {
    const sigset_t set = ends();
    int signal = 0;
    sigwait(&set, &signal);
    call();
    _exit(128 + signal);
  }).detach();
}

}  // namespace ketascope::mpi
