// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>
#include <QScreen>
#include <QTimer>
#include <algorithm>
#include <cstring>
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
const QString screenshotOption = QStringLiteral("screenshot");

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

void nameProgram() {
  QCoreApplication::setApplicationName(QStringLiteral("ketascope"));
  QCoreApplication::setOrganizationName(QStringLiteral("ketascope"));
  QCoreApplication::setApplicationVersion(QString::fromUtf8(
      ketascope::version.data(), static_cast<qsizetype>(ketascope::version.size())));
}

/// The options, in the language of the window.
void declare(QCommandLineParser& parser) {
  parser.setApplicationDescription(
      QCoreApplication::translate("main", "Pharmacokinetics of ketamine in a window.") +
      QLatin1Char('\n') + QString::fromLatin1(ketascope::quiet_statement));
  parser.addHelpOption();
  parser.addVersionOption();
  parser.addPositionalArgument(QStringLiteral("scenario"),
                               QCoreApplication::translate("main", "Scenario files to open."),
                               QStringLiteral("[scenario...]"));
  QCommandLineOption screenshot(
      screenshotOption, QStringLiteral("Write a picture of the window to this file, and end."),
      QStringLiteral("file"));
  screenshot.setFlags(QCommandLineOption::HiddenFromHelp);
  parser.addOption(screenshot);
}

/// Whether it is asked what the program is: that needs no display.
bool isOnlyAsked(int argc, char** argv) {
  return std::any_of(argv + 1, argv + argc, [](const char* argument) {
    for (const char* asked : {"-h", "--help", "--help-all", "-v", "--version"}) {
      if (std::strcmp(argument, asked) == 0) {
        return true;
      }
    }
    return false;
  });
}

}  // namespace

int main(int argc, char** argv) {
  QGuiApplication::setApplicationDisplayName(QStringLiteral("Ketascope"));
  if (isOnlyAsked(argc, argv)) {
    const QCoreApplication application(argc, argv);
    nameProgram();
    ketascope::useRememberedLanguage();
    QCommandLineParser parser;
    declare(parser);
    parser.process(application);  // ends the program
  }
  const QApplication application(argc, argv);
  nameProgram();
  QGuiApplication::setWindowIcon(QIcon(QStringLiteral(":/ketascope.svg")));
  QGuiApplication::setDesktopFileName(QStringLiteral("org.ketascope.Ketascope"));

  ketascope::useRememberedLanguage();

  QCommandLineParser parser;
  declare(parser);
  parser.process(application);

  ketascope::applyAppearance();
  ketascope::MainWindow window(ketascope::Library::standard());
  const bool picture = parser.isSet(screenshotOption);
  if (picture) {
    window.show();
    takePicture(window, parser.value(screenshotOption));
    window.openAll(parser.positionalArguments());
  } else {
    window.showAsLast();
    window.start(parser.positionalArguments());
  }
  return QApplication::exec();
}
