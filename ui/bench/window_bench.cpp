// SPDX-License-Identifier: GPL-3.0-or-later
// How long the window takes from an action to the painted curve, and for how long its event loop is
// blocked meanwhile. On a display: xvfb-run -a -s "-screen 0 1920x1080x24" ketascope_window_bench
// Words behind it choose the actions whose names hold one of them: ketascope_window_bench slider
#include <fmt/format.h>

#include <QAbstractItemModel>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QListView>
#include <QMetaEnum>
#include <QSignalSpy>
#include <QSlider>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <algorithm>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "ketascope/app/lesson.hpp"
#include "ketascope/app/library.hpp"
#include "plot/concentration_plot.hpp"
#include "viewmodel/patients.hpp"
#include "widgets/appearance.hpp"
#include "widgets/editor_panel.hpp"
#include "widgets/languages.hpp"
#include "widgets/main_window.hpp"
#include "widgets/parameter_panel.hpp"
#include "widgets/report_export.hpp"
#include "widgets/scenario_panel.hpp"

namespace {

using namespace ketascope;

/// Times every event that the loop hands out.
class TimedApplication : public QApplication {
 public:
  using QApplication::QApplication;

  bool notify(QObject* receiver, QEvent* event) override {
    const QEvent::Type type = event->type();
    painted = painted || (type == QEvent::Paint && receiver == canvas);
    if (m_depth > 0) {
      return QApplication::notify(receiver, event);
    }
    const std::string name = receiver->metaObject()->className();
    QElapsedTimer timer;
    timer.start();
    ++m_depth;
    const bool result = QApplication::notify(receiver, event);
    --m_depth;
    const double ms = static_cast<double>(timer.nsecsElapsed()) * 1e-6;
    if (ms > longest) {
      longest = ms;
      what = fmt::format("{} {}", name,
                         QMetaEnum::fromType<QEvent::Type>().valueToKey(static_cast<int>(type)));
    }
    return result;
  }

  const QObject* canvas = nullptr;
  bool painted = false;
  double longest = 0.0;  ///< [ms]
  std::string what;

 private:
  int m_depth = 0;
};

double percentile(std::vector<double> values, double part) {
  std::ranges::sort(values);
  const auto at = static_cast<std::size_t>(part * static_cast<double>(values.size() - 1) + 0.5);
  return values[at];
}

class Bench {
 public:
  Bench(TimedApplication& application, MainWindow& window, std::vector<std::string> chosen)
      : m_application(application), m_window(window), m_chosen(std::move(chosen)) {
    fmt::print("{:<44} {:>5} {:>9} {:>9} {:>9} {:>13}  {}\n", "action", "n", "p50 [ms]", "p95 [ms]",
               "max [ms]", "blocked [ms]", "by");
    // Whoever waits for events sleeps, as the program does; a wait with a limit of its own would
    // turn round and round and take a core from what is computed. This ends a wait for nothing.
    m_heartbeat.start(20);
  }

  /// Acts `count` times; each time waits until the newest result is painted.
  void measure(const std::string& name, int count, const std::function<void(int)>& act) {
    if (!isChosen(name)) {
      return;
    }
    settle();
    std::vector<double> times;
    m_application.longest = 0.0;
    m_application.what.clear();
    for (int i = 0; i < count; ++i) {
      QElapsedTimer timer;
      timer.start();
      m_application.painted = false;
      act(i);
      while (m_window.runner()->isBusy()) {
        m_application.painted = false;
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
      }
      while (!m_application.painted && timer.elapsed() < 2000) {
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
      }
      times.push_back(static_cast<double>(timer.nsecsElapsed()) * 1e-6);
      settle();
    }
    fmt::print("{:<44} {:>5} {:>9.1f} {:>9.1f} {:>9.1f} {:>13.1f}  {}\n", name, count,
               percentile(times, 0.5), percentile(times, 0.95), percentile(times, 1.0),
               m_application.longest, m_application.what);
    std::fflush(stdout);
  }
  /// Starts something that is not a curve and waits until `done`: how long it takes in all, and for
  /// how long the loop is blocked meanwhile.
  void blocked(const std::string& name, const std::function<void()>& start,
               const std::function<bool()>& done) {
    if (!isChosen(name)) {
      return;
    }
    settle();
    m_application.longest = 0.0;
    m_application.what.clear();
    QElapsedTimer timer;
    timer.start();
    bool begun = false;
    QTimer::singleShot(0, &m_window, [&] {  // an event like those that somebody's click sends
      start();
      begun = true;
    });
    while (!begun || !done()) {
      QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    }
    QCoreApplication::processEvents();
    fmt::print("{:<44} {:>5} {:>9.1f} {:>9} {:>9} {:>13.1f}  {}\n", name, 1,
               static_cast<double>(timer.nsecsElapsed()) * 1e-6, "", "", m_application.longest,
               m_application.what);
    std::fflush(stdout);
    settle();
  }

  /// Moves a slider 60 times a second; how many different curves a second are shown.
  void follow(const std::string& name, double seconds, const std::function<void(int)>& act) {
    if (!isChosen(name)) {
      return;
    }
    settle();
    m_application.longest = 0.0;
    m_application.what.clear();
    int moves = 0;
    int shown = 0;
    const auto count = QObject::connect(
        m_window.runner(), &SimulationRunner::finished, &m_window,
        [&](const OutcomePtr& outcome) { shown += outcome->ribbonsPending ? 0 : 1; });
    QTimer mover;
    mover.setTimerType(Qt::PreciseTimer);
    QObject::connect(&mover, &QTimer::timeout, &m_window, [&] { act(moves++); });
    QElapsedTimer timer;
    timer.start();
    mover.start(1000 / 60);
    while (static_cast<double>(timer.elapsed()) < seconds * 1000) {
      QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    }
    mover.stop();
    const double took = static_cast<double>(timer.nsecsElapsed()) * 1e-9;
    QObject::disconnect(count);
    fmt::print("{:<44} {:>5} {:>18.1f} /s {:>22.1f}  {}\n", name, moves, shown / took,
               m_application.longest, m_application.what);
    std::fflush(stdout);
    settle();
  }

  void settle() {
    QCoreApplication::processEvents();
    while (m_window.runner()->isBusy()) {
      QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    }
    QTest::qWait(5);
  }

 private:
  bool isChosen(const std::string& name) const {
    return m_chosen.empty() || std::ranges::any_of(m_chosen, [&](const std::string& part) {
             return name.find(part) != std::string::npos;
           });
  }

  QTimer m_heartbeat;
  TimedApplication& m_application;
  MainWindow& m_window;
  std::vector<std::string> m_chosen;
};

ScenarioSpec scenarioOf(const std::string& model, const std::string& route, const Measure& amount,
                        const std::optional<Measure>& duration = {}) {
  ScenarioSpec spec;
  spec.model = model;
  spec.subject["WT"] = {70.0, "kg"};
  spec.sampling.until = {24.0, "h"};
  DoseSpec dose;
  dose.route = route;
  dose.amount = amount;
  dose.duration = duration;
  spec.doses = {dose};
  return spec;
}

QSlider* shownSlider(MainWindow& window) {
  for (QSlider* slider : window.parameters()->findChildren<QSlider*>()) {
    if (slider->isVisible() && slider->isEnabled()) {
      return slider;
    }
  }
  return nullptr;
}

void choose(QComboBox* box, int index) {
  box->setCurrentIndex(index);
  Q_EMIT box->activated(index);
}

}  // namespace

int main(int argc, char** argv) {
  const QTemporaryDir home;
  for (const char* name : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"}) {
    qputenv(name, home.path().toLocal8Bit());
  }
  TimedApplication application(argc, argv);
  applyAppearance();
  MainWindow window(Library({KETASCOPE_MODELS_DIR}));
  application.canvas = window.plot()->findChild<QWidget*>();
  window.show();
  QSignalSpy loaded(window.catalog(), &ModelCatalog::loaded);
  if (!loaded.wait(20'000) || window.catalog()->catalog().entries.empty()) {
    fmt::print(stderr, "no models in {}\n", KETASCOPE_MODELS_DIR);
    return 1;
  }

  ScenarioFile five;
  const Measure infusion{40.0, "min"};
  five.scenarios = {scenarioOf("kamp2020", "iv", {0.5, "mg/kg"}, infusion),
                    scenarioOf("domino1984", "iv", {0.5, "mg/kg"}, infusion),
                    scenarioOf("simons2022", "sublingual", {50.0, "mg"}),
                    scenarioOf("perezruixo2021", "intranasal", {56.0, "mg"}),
                    scenarioOf("ashraf2018", "oral", {0.5, "mg/kg"})};
  window.document()->reset(five);
  window.scenarios()->setCurrent(0);
  Bench bench(application, window, {argv + 1, argv + argc});
  bench.settle();

  for (QTabWidget* tabs : window.findChildren<QTabWidget*>()) {
    if (const int page = tabs->indexOf(window.parameters()); page >= 0) {
      tabs->setCurrentIndex(page);
    }
  }
  bench.settle();
  const auto slide = [&](int i) {
    QTest::keyClick(shownSlider(window), i % 40 < 20 ? Qt::Key_Right : Qt::Key_Left);
  };
  bench.measure("slider, five models, 24 h", 300, slide);
  window.plot()->zoom(0.5);
  bench.measure("slider, five models, 24 h, zoomed", 100, slide);
  window.plot()->resetView();
  DisplaySpec log = five.display;
  log.log_axis = true;
  window.document()->changeDisplay(log, "log");
  bench.measure("slider, five models, 24 h, logarithmic", 100, slide);
  window.document()->changeDisplay(five.display, "linear");

  bench.measure("type a digit of the amount", 60, [&](int i) {
    window.editor()->amount()->lineEdit()->selectAll();
    QTest::keyClick(window.editor()->amount()->lineEdit(), i % 2 == 0 ? Qt::Key_2 : Qt::Key_1);
  });
  bench.measure("undo, redo", 60, [&](int i) {
    i % 2 == 0 ? window.document()->undoStack()->undo() : window.document()->undoStack()->redo();
  });
  bench.measure("logarithmic axis", 40, [&](int i) {
    log.log_axis = i % 2 == 0;
    window.document()->changeDisplay(log, "axis");
  });
  bench.measure("hide and show a scenario", 40, [&](int i) {
    QAbstractItemModel* list = window.scenarios()->view()->model();
    list->setData(list->index(1, 0), i % 2 == 0 ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
  });
  bench.measure("duplicate, remove a scenario", 20, [&](int i) {
    i % 2 == 0 ? window.scenarios()->duplicate() : window.scenarios()->remove();
  });
  QComboBox* models = window.editor()->modelBox();
  bench.measure("another model", 20, [&](int i) {
    choose(models, models->findData(i % 2 == 0 ? "otto2021" : "kamp2020"));
  });
  window.document()->reset(five);
  window.scenarios()->setCurrent(0);
  bench.measure("zoom", 100, [&](int i) { window.plot()->zoom(i % 2 == 0 ? 0.5 : 2.0); });

  ScenarioFile reference = five;
  reference.scenarios[0] = scenarioOf("ketascope-reference", "iv", {0.5, "mg/kg"}, infusion);
  window.document()->reset(reference);
  window.scenarios()->setCurrent(0);
  bench.measure("slider, reference model beside four, 24 h", 40, slide);

  for (const char* model : {"simons2022", "ashraf2018"}) {
    ScenarioFile ribbon;
    ribbon.scenarios = {model == std::string("simons2022")
                            ? scenarioOf(model, "sublingual", {50.0, "mg"})
                            : scenarioOf(model, "oral", {0.5, "mg/kg"})};
    ribbon.population = standardPatients(1000);
    window.document()->reset(ribbon);
    window.scenarios()->setCurrent(0);
    bench.follow(fmt::format("slider, 1,000 patients of {}, 24 h", model), 4.0, slide);
  }

  window.document()->reset(five);
  window.scenarios()->setCurrent(0);
  bench.settle();
  const QTemporaryDir folder;
  const auto written = [&] { return !window.exports()->isBusy(); };
  const auto figure = [&](const char* name, FigureFormat format, double dpi) {
    window.exports()->start(
        folder.filePath(QString::fromLatin1(name)),
        [drawing = window.plot()->drawing(format),
         dpi](const RunControl& control) -> tl::expected<std::string, Diagnostics> {
          return figureBytes(drawing, dpi, control).toStdString();
        });
  };
  bench.blocked(
      "export PNG, 300 dpi", [&] { figure("a.png", FigureFormat::png, 300); }, written);
  bench.blocked(
      "export PNG, 1200 dpi", [&] { figure("b.png", FigureFormat::png, 1200); }, written);
  bench.blocked(
      "export PDF", [&] { figure("c.pdf", FigureFormat::pdf, 96); }, written);
  bench.blocked(
      "export report as PDF",
      [&] {
        auto content =
            reportContent(QStringLiteral("report.pdf"), window.runner()->latest(), *window.plot());
        window.exports()->start(folder.filePath(QStringLiteral("report.pdf")),
                                [content = std::move(*content)](const RunControl& control)
                                    -> tl::expected<std::string, Diagnostics> {
                                  return reportBytes(content, control);
                                });
      },
      written);

  window.forms()->setCurrentIndex(0);
  window.document()->reset(reference);
  window.scenarios()->setCurrent(0);
  const Model* model = window.catalog()->find("ketascope-reference");
  bench.blocked(
      "first visit to the parameters, reference",
      [&] { window.forms()->setCurrentWidget(window.parameters()); },
      [&] {
        return window.parameters()->findChildren<QSlider*>().size() >=
               static_cast<qsizetype>(model->parameters.size());
      });
  const auto computed = [&] { return !window.runner()->isBusy() && application.painted; };
  bench.blocked(
      "another language",
      [&] {
        useLanguage(QStringLiteral("de"));
        application.painted = false;
      },
      [&] {
        application.canvas = window.plot()->findChild<QWidget*>();
        return computed();
      });
  const LessonShelf shelf = load_lessons(window.catalog()->catalog().library);
  if (!shelf.lessons.empty()) {
    bench.blocked(
        "open a lesson",
        [&] {
          application.painted = false;
          window.startLesson(shelf.lessons.front());
        },
        computed);
  }
  return 0;
}
