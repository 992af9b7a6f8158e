// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include "edit_until_killed.hpp"

int main(int argc, char** argv) {
  // Before the application exists, or a machine without a display ends the program here.
  qputenv("QT_QPA_PLATFORM", qEnvironmentVariable("KETASCOPE_TEST_PLATFORM", "offscreen").toUtf8());
  ::testing::InitGoogleTest(&argc, argv);
  // Unsaved work and settings of whoever runs the tests are none of their business.
  const QTemporaryDir home;
  if (argc == 3 && qstrcmp(argv[1], "--edit-until-killed") == 0) {
    const QApplication application(argc, argv);
    return ketascope::test::editUntilKilled(QString::fromLocal8Bit(argv[2]));
  }
  for (const char* name : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"}) {
    qputenv(name, home.path().toLocal8Bit());
  }
  // The file type as an installation declares it.
  QDir(home.path()).mkpath("mime/packages");
  QFile::copy(KETASCOPE_SOURCE_DIR "/ui/resources/org.ketascope.Ketascope.mime.xml",
              home.filePath("mime/packages/org.ketascope.Ketascope.xml"));
  const QApplication application(argc, argv);
  return RUN_ALL_TESTS();
}
