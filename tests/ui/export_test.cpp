// SPDX-License-Identifier: GPL-3.0-or-later
// Files and computations that take long: written elsewhere, ended by hand.
#include <QAbstractButton>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QImage>
#include <QPushButton>
#include <QStatusBar>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <new>
#include <thread>

#include "open_window.hpp"
#include "plot/concentration_plot.hpp"
#include "viewmodel/export_runner.hpp"
#include "viewmodel/patients.hpp"
#include "widgets/busy_line.hpp"
#include "widgets/compare_panel.hpp"
#include "widgets/message_bar.hpp"

namespace ketascope {
namespace {

using Bytes = tl::expected<std::string, Diagnostics>;

/// Runs until it is told to stop.
Bytes endless(const RunControl& control) {
  while (!control.stop.stop_requested()) {
    control.progress(0.5);
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  return std::string("half a file");
}

class Export : public test::OpenWindow {
 protected:
  QByteArray contents(const QString& name) const {
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  }
  void waitForExport() const {
    ASSERT_TRUE(QTest::qWaitFor([&] { return !m_window->exports()->isBusy(); }, 20'000));
  }
  static bool shown(const QWidget* widget) {
    return QTest::qWaitFor([&] { return widget->isVisible(); }, 20'000);
  }
};

/// Pixels that somebody would see to differ.
int different(const QImage& a, const QImage& b) {
  EXPECT_EQ(a.size(), b.size());
  int count = 0;
  for (int y = 0; y < std::min(a.height(), b.height()); ++y) {
    for (int x = 0; x < std::min(a.width(), b.width()); ++x) {
      count += std::abs(a.pixelColor(x, y).lightness() - b.pixelColor(x, y).lightness()) > 90;
    }
  }
  return count;
}

TEST_F(Export, AnotherThreadPaintsTheFigureAsItIsOnTheScreen) {
  std::stop_source stop;
  RunControl control;
  control.stop = stop.get_token();
  const FigureDrawing drawing = m_window->plot()->drawing(FigureFormat::png);
  QByteArray there;
  std::thread([&] { there = figureBytes(drawing, 192, control); }).join();
  const QImage image = QImage::fromData(there);
  const QImage mine = QImage::fromData(m_window->plot()->render(FigureFormat::png, {}, 192));
  // Words may sit half a pixel elsewhere; lines and areas are the same.
  EXPECT_LT(different(image, mine), image.width() * image.height() / 300);
  EXPECT_EQ(image.text("Title"), mine.text("Title"));
}

TEST_F(Export, AFigureInRowsHasNoSeams) {
  std::stop_source stop;
  RunControl control;
  control.stop = stop.get_token();
  const FigureDrawing drawing = m_window->plot()->drawing(FigureFormat::png);
  EXPECT_EQ(figureImage(drawing, 192, control), figureImage(drawing, 192));
}

TEST_F(Export, AStoppedFigureIsNoFigure) {
  std::stop_source stop;
  stop.request_stop();
  RunControl control;
  control.stop = stop.get_token();
  EXPECT_TRUE(figureBytes(m_window->plot()->drawing(FigureFormat::png), 96, control).isEmpty());
}

TEST_F(Export, ProgressOfAPngRisesToTheEnd) {
  std::vector<double> seen;
  RunControl control;
  std::stop_source stop;
  control.stop = stop.get_token();
  control.progress = [&](double fraction) { seen.push_back(fraction); };
  EXPECT_FALSE(figureBytes(m_window->plot()->drawing(FigureFormat::png), 192, control).isEmpty());
  ASSERT_GE(seen.size(), 3U);
  EXPECT_TRUE(std::ranges::is_sorted(seen));
  EXPECT_EQ(seen.back(), 1.0);
}

TEST_F(Export, AFileIsThereWhenItIsSaidToBe) {
  QSignalSpy done(m_window->exports(), &ExportRunner::written);
  const auto here = std::this_thread::get_id();
  std::thread::id there;
  EXPECT_TRUE(m_window->exports()->start(path("a.txt"), [&](const RunControl&) -> Bytes {
    there = std::this_thread::get_id();
    return std::string("all of it");
  }));
  ASSERT_TRUE(test::next(done));
  EXPECT_EQ(contents("a.txt"), "all of it");
  EXPECT_NE(there, here);
}

TEST_F(Export, WhatIsCancelledLeavesTheFileThatWasThere) {
  written("a.txt", "from before");
  QSignalSpy done(m_window->exports(), &ExportRunner::written);
  ASSERT_TRUE(m_window->exports()->start(path("a.txt"), endless));
  EXPECT_FALSE(m_window->exports()->start(path("b.txt"), endless)) << "one at a time";
  ASSERT_TRUE(shown(m_window->exporting()->button()));
  m_window->exporting()->button()->click();
  waitForExport();
  EXPECT_TRUE(QTest::qWaitFor([&] { return !m_window->exporting()->isVisible(); }, 20'000));
  EXPECT_EQ(contents("a.txt"), "from before");
  EXPECT_EQ(done.count(), 0);
  EXPECT_TRUE(m_window->statusBar()->currentMessage().contains("was not written"));
  EXPECT_EQ(QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{"a.txt"})
      << "nothing half written is left";
}

TEST_F(Export, WhatIsCancelledTooLateIsSaidToBeWritten) {
  QSignalSpy done(m_window->exports(), &ExportRunner::written);
  QSignalSpy abandoned(m_window->exports(), &ExportRunner::abandoned);
  // The answer waits in the event loop while the file is there already.
  ASSERT_TRUE(m_window->exports()->start(path("a.txt"),
                                         [](const RunControl&) -> Bytes { return "all of it"; }));
  QCoreApplication::sendPostedEvents(m_window->exports());  // starts it
  for (int i = 0; i < 20'000 && !QFile::exists(path("a.txt")); ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  m_window->exports()->cancel();
  waitForExport();
  QCoreApplication::processEvents();
  EXPECT_EQ(contents("a.txt"), "all of it");
  EXPECT_EQ(done.count(), 1);
  EXPECT_EQ(abandoned.count(), 0);
  EXPECT_TRUE(m_window->statusBar()->currentMessage().contains("Wrote"));
}

TEST_F(Export, EscapeEndsWhatTakesLong) {
  ASSERT_TRUE(m_window->exports()->start(path("a.txt"), endless));
  ASSERT_TRUE(shown(m_window->exporting()));
  m_window->activateWindow();
  ASSERT_TRUE(QTest::qWaitForWindowActive(m_window.get()));
  QTest::keyClick(m_window.get(), Qt::Key_Escape);
  waitForExport();
  EXPECT_FALSE(QFile::exists(path("a.txt")));
}

TEST_F(Export, WhatCannotBeMadeIsSaid) {
  const QStringList boxes = answering(dismiss, [&] {
    m_window->exports()->start(path("a.txt"),
                               [](const RunControl&) -> Bytes { throw std::bad_alloc(); });
    waitForExport();
  });
  EXPECT_EQ(boxes.size(), 1);
  EXPECT_FALSE(QFile::exists(path("a.txt")));
}

TEST_F(Export, ClosingAsksWhileAFileIsWritten) {
  ASSERT_TRUE(m_window->exports()->start(path("a.txt"), endless));
  const auto stay = [](QMessageBox& box) { box.button(QMessageBox::Cancel)->click(); };
  EXPECT_EQ(answering(stay, [&] { EXPECT_FALSE(m_window->close()); }),
            QStringList{"ExportUnderWay"});
  EXPECT_TRUE(m_window->exports()->isBusy());
  const auto leave = [](QMessageBox& box) {
    for (QAbstractButton* button : box.buttons()) {
      if (box.buttonRole(button) == QMessageBox::DestructiveRole) {
        button->click();
        return;
      }
    }
  };
  answering(leave, [&] { EXPECT_TRUE(m_window->close()); });
  waitForExport();
  EXPECT_FALSE(QFile::exists(path("a.txt")));
}

TEST_F(Export, ALongComputationIsCancelledAndSaidToBe) {
  ScenarioFile file = m_window->document()->value();
  file.scenarios.resize(1);
  file.scenarios[0].model = "simons2022";  // which states how people differ
  file.scenarios[0].doses[0].route = "sublingual";
  file.scenarios[0].doses[0].duration.reset();
  file.population = standardPatients(50'000'000);
  m_window->document()->change(file, "many patients");
  ASSERT_TRUE(shown(m_window->computing()->button()));
  m_window->computing()->button()->click();
  settle();
  EXPECT_FALSE(m_window->computing()->isVisible());
  ASSERT_EQ(m_window->messages()->messages().size(), 1U);
  EXPECT_TRUE(m_window->messages()->messages()[0].text.contains("cancelled"));
  EXPECT_FALSE(m_window->plot()->figure().curves.empty()) << "which take no time";
  EXPECT_TRUE(m_window->plot()->figure().ribbons.empty());
  m_window->document()->undoStack()->undo();
  settle();
  EXPECT_TRUE(m_window->messages()->messages().empty());
}

TEST_F(Export, ReportsAndCurvesAreOfWhatWasComputed) {
  ScenarioFile file = m_window->document()->value();
  for (ScenarioSpec& scenario : file.scenarios) {
    scenario.doses[0].amount.value = 0.987;
  }
  file.display.unit = "ug/L";
  m_window->document()->change(file, "another dose");
  m_window->runner()->cancel();  // before it has begun
  const auto exported = [this](const QString& name, const std::function<void()>& act) {
    const QString folder = m_folder.path();
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, [&] {
      if (auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget())) {
        test::nameFile(*dialog, folder, name);
        QMetaObject::invokeMethod(dialog, "accept");
      }
    });
    timer.start(10);
    act();
    timer.stop();
    waitForExport();
    return contents(name);
  };
  const QByteArray report = exported("r.html", [this] { m_window->exportReport(); });
  EXPECT_TRUE(report.contains("0.5 mg/kg"));
  EXPECT_FALSE(report.contains("0.987 mg/kg")) << "that dose has no curve yet";
  const QByteArray curves = exported("c.csv", [this] { m_window->exportCsv(); });
  EXPECT_TRUE(curves.contains("ng/mL"));
  EXPECT_FALSE(curves.contains("ug/L"));
}

TEST_F(Export, TheFigureAndTheTableInSightGoToTheClipboard) {
  m_window->copyFigure();
  const QImage copied = QApplication::clipboard()->image();
  const QImage file = QImage::fromData(m_window->plot()->render(FigureFormat::png, {}, 192));
  EXPECT_LT(different(copied, file), file.width() * file.height() / 300);

  m_window->copyTable();
  EXPECT_EQ(QApplication::clipboard()->text(), m_window->metrics()->text());
  m_window->tables()->setCurrentWidget(m_window->compare());
  m_window->copyTable();
  EXPECT_EQ(QApplication::clipboard()->text(), m_window->compare()->model()->text());
  EXPECT_NE(QApplication::clipboard()->text(), m_window->metrics()->text());
}

}  // namespace
}  // namespace ketascope
