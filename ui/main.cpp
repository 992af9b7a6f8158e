// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>
#include <QScreen>
#include <QTimer>
#include <utility>

#include "ketascope/app/card.hpp"
#include "ketascope/app/library.hpp"
#include "ketascope/version.hpp"
#include "widgets/appearance.hpp"
#include "widgets/languages.hpp"
#include "widgets/main_window.hpp"

namespace {

/// Until everything that a result changes is painted.
constexpr int settleMs = 500;

/// Writes what the screen shows once the curves are there, and ends: for documents and tests.
void takePicture(ketascope::MainWindow& window, const QString& path) {
  QObject::connect(window.runner(), &ketascope::SimulationRunner::finished, &window,
                   [&window, path, taken = false](const ketascope::OutcomePtr& outcome) mutable {
                     if (outcome->ribbonsPending || std::exchange(taken, true)) {
                       return;
                     }
                     QTimer::singleShot(settleMs, &window, [&window, path] {
                       const bool written = window.screen()->grabWindow(window.winId()).save(path);
                       window.close();
                       QCoreApplication::exit(written ? 0 : 1);
                     });
                   });
}

}  // namespace

int main(int argc, char** argv) {
  const QApplication application(argc, argv);
  QCoreApplication::setApplicationName(QStringLiteral("ketascope"));
  QCoreApplication::setOrganizationName(QStringLiteral("ketascope"));
  QGuiApplication::setApplicationDisplayName(QStringLiteral("Ketascope"));
  QCoreApplication::setApplicationVersion(QString::fromUtf8(
      ketascope::version.data(), static_cast<qsizetype>(ketascope::version.size())));

  QGuiApplication::setWindowIcon(QIcon(QStringLiteral(":/ketascope.svg")));
  QGuiApplication::setDesktopFileName(QStringLiteral("org.ketascope.Ketascope"));

  ketascope::useRememberedLanguage();

  QCommandLineParser parser;
  parser.setApplicationDescription(
      QCoreApplication::translate("main", "Pharmacokinetics of ketamine in a window.") +
      QLatin1Char('\n') + QString::fromLatin1(ketascope::quiet_statement));
  parser.addHelpOption();
  parser.addVersionOption();
  parser.addPositionalArgument(QStringLiteral("scenario"),
                               QCoreApplication::translate("main", "Scenario files to open."),
                               QStringLiteral("[scenario...]"));
  QCommandLineOption screenshot(
      QStringLiteral("screenshot"),
      QStringLiteral("Write a picture of the window to this file, and end."),
      QStringLiteral("file"));
  screenshot.setFlags(QCommandLineOption::HiddenFromHelp);
  parser.addOption(screenshot);
  parser.process(application);

  ketascope::applyAppearance();
  ketascope::MainWindow window(ketascope::Library::standard());
  window.show();
  const bool picture = parser.isSet(screenshot);
  if (picture) {
    takePicture(window, parser.value(screenshot));
  }
  if (picture) {
    window.openAll(parser.positionalArguments());
  } else {
    window.start(parser.positionalArguments());
  }
  return QApplication::exec();
}
