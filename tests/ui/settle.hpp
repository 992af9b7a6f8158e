// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QSignalSpy>

#include "viewmodel/background_runner.hpp"
#include "widgets/main_window.hpp"

namespace ketascope::test {

/// Until everything that a runner was given so far is computed and shown.
inline void settle(BackgroundRunner& runner) {
  QCoreApplication::processEvents();
  while (runner.isBusy()) {
    QSignalSpy busy(&runner, &BackgroundRunner::busyChanged);
    ASSERT_TRUE(busy.wait(20'000));
  }
  QCoreApplication::processEvents();
}

inline void settle(MainWindow& window) {
  settle(*window.runner());
}

}  // namespace ketascope::test
