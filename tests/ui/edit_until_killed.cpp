// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit_until_killed.hpp"

#include <QApplication>
#include <QElapsedTimer>
#include <QTimer>
#include <cstdio>

#include "ui_samples.hpp"
#include "widgets/main_window.hpp"

namespace ketascope::test {

int editUntilKilled(const QString& file) {
  QCoreApplication::setApplicationName(QStringLiteral("ketascope"));
  MainWindow window(sampleLibrary());
  window.show();
  window.openAll({file});
  int edits = 0;
  QElapsedTimer clock;
  clock.start();
  QTimer timer;
  QObject::connect(&timer, &QTimer::timeout, [&] {
    ScenarioSpec spec = window.document()->value().scenarios.at(0);
    spec.doses.at(0).amount = {static_cast<double>(++edits), "mg"};
    window.document()->changeScenario(0, std::move(spec), "dose", "amount");
    std::printf("%d %lld\n", edits, static_cast<long long>(clock.elapsed()));
    std::fflush(stdout);
  });
  timer.start(20);
  return QApplication::exec();
}

}  // namespace ketascope::test
