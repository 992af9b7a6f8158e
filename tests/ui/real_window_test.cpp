// SPDX-License-Identifier: GPL-3.0-or-later
// The program itself on a display: nothing but what somebody who starts it sees.
#include <gtest/gtest.h>

#include <QImage>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>

namespace ketascope {
namespace {

TEST(RealWindow, StartsPaintsAnExampleAndEndsCleanly) {
  const QTemporaryDir folder;
  const QString path = folder.filePath("window.png");
  QProcess process;
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  environment.insert("QT_QPA_PLATFORM", "xcb");
  process.setProcessEnvironment(environment);
  process.setProcessChannelMode(QProcess::MergedChannels);
  process.start("xvfb-run",
                {"-a", "-s", "-screen 0 1280x800x24", KETASCOPE_GUI_PATH, "--screenshot", path,
                 KETASCOPE_MODELS_DIR "/examples/four-routes.toml"});
  ASSERT_TRUE(process.waitForFinished(60'000)) << process.errorString().toStdString();
  EXPECT_EQ(process.exitStatus(), QProcess::NormalExit);
  EXPECT_EQ(process.exitCode(), 0) << process.readAll().toStdString();

  const QImage window(path);
  ASSERT_EQ(window.size(), QSize(1280, 800));
  // The first four colours of the curves, each of them in a line through the plot.
  const QSet<QRgb> wanted{0xff0072b2, 0xffd55e00, 0xff009e73, 0xffcc79a7};
  QSet<QRgb> found;
  for (int y = 0; y < window.height(); ++y) {
    for (int x = window.width() / 3; x < window.width(); ++x) {
      if (wanted.contains(window.pixel(x, y))) {
        found << window.pixel(x, y);
      }
    }
  }
  EXPECT_EQ(found, wanted);
}

TEST(RealWindow, SaysWhatItIsWithoutADisplay) {
  for (const char* asked : {"--help", "--version"}) {
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("QT_QPA_PLATFORM", "xcb");
    environment.remove("DISPLAY");
    process.setProcessEnvironment(environment);
    process.start(KETASCOPE_GUI_PATH, {asked});
    ASSERT_TRUE(process.waitForFinished(20'000));
    EXPECT_EQ(process.exitStatus(), QProcess::NormalExit) << asked;
    EXPECT_EQ(process.exitCode(), 0) << asked;
    EXPECT_TRUE(process.readAllStandardOutput().contains("ketascope")) << asked;
  }
}

}  // namespace
}  // namespace ketascope
