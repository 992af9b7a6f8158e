// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <thread>

namespace ketascope::mpi {

/// While it lives, a request to end (SIGTERM, SIGINT) calls `call` in a thread of its own and ends
/// the process. When a rank dies, the launcher sends one to all the others. To be made before
/// any other thread, which inherits that these signals are not for it.
class EarlyEnd {
 public:
  EarlyEnd();
  void on_signal(std::function<void()> call);
};

}  // namespace ketascope::mpi
