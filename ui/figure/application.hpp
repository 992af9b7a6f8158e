// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QLocale>
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
  auto application = std::make_unique<QApplication>(argc, argv);
  QLocale::setDefault(QLocale::c());  // the command line speaks English, wherever it runs
  return application;
}

}  // namespace ketascope
