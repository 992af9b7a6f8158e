// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <memory>

namespace ketascope {

/// Drawing text needs an application object; without one, make one that needs no display.
inline std::unique_ptr<QApplication> applicationIfNone() {
  if (QCoreApplication::instance() != nullptr) {
    return nullptr;
  }
  static int argc = 3;
  static char name[] = "ketascope";
  static char option[] = "-platform";
  static char platform[] = "offscreen";
  static char* argv[] = {name, option, platform, nullptr};
  return std::make_unique<QApplication>(argc, argv);
}

}  // namespace ketascope
