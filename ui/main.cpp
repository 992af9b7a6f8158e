// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>

#include "ketascope/app/card.hpp"
#include "ketascope/app/library.hpp"
#include "ketascope/version.hpp"
#include "widgets/appearance.hpp"
#include "widgets/languages.hpp"
#include "widgets/main_window.hpp"

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
  parser.process(application);

  ketascope::applyAppearance();
  ketascope::MainWindow window(ketascope::Library::standard());
  window.show();
  if (!window.offerRecovery()) {
    window.openAll(parser.positionalArguments());
  }
  return QApplication::exec();
}
