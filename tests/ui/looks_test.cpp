// SPDX-License-Identifier: GPL-3.0-or-later
// The window as it is looked at: every page, form, table, lesson and dialog in every language, and
// nothing of it cut off. With KETASCOPE_PICTURES=<folder> each stop is written there as a picture;
// KETASCOPE_PICTURES_SIZE (1280x800) and KETASCOPE_PICTURES_DARK say of what kind.
#include <gtest/gtest.h>

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QInputDialog>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QStyle>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>

#include "cut_off.hpp"
#include "ketascope/app/lesson.hpp"
#include "settle.hpp"
#include "ui_samples.hpp"
#include "viewmodel/patients.hpp"
#include "widgets/appearance.hpp"
#include "widgets/diagram_panel.hpp"
#include "widgets/disagreement_panel.hpp"
#include "widgets/languages.hpp"
#include "widgets/lesson_panel.hpp"
#include "widgets/main_window.hpp"
#include "widgets/maths_panel.hpp"
#include "widgets/model_card_panel.hpp"
#include "widgets/patients_panel.hpp"
#include "widgets/report_export.hpp"
#include "widgets/scenario_panel.hpp"

namespace ketascope {
namespace {

QSize wantedSize() {
  const QStringList parts = qEnvironmentVariable("KETASCOPE_PICTURES_SIZE", "1280x800").split('x');
  return {parts.value(0).toInt(), parts.value(1).toInt()};
}

class Looks : public ::testing::TestWithParam<std::string> {
 protected:
  Looks() {
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
    if (qEnvironmentVariableIsSet("KETASCOPE_PICTURES_DARK")) {
      QSettings().setValue(QStringLiteral("appearance"), QStringLiteral("dark"));
      applyAppearance();
    }
    EXPECT_TRUE(useLanguage(QString::fromStdString(GetParam())));
    m_window = std::make_unique<MainWindow>(test::sampleLibrary());
    QSignalSpy loaded(m_window->catalog(), &ModelCatalog::loaded);
    EXPECT_TRUE(test::next(loaded));
    m_window->resize(wantedSize());
    m_window->show();
    m_window->openAll({});
    settle();
  }
  ~Looks() override { useLanguage("en"); }

  void settle() const {
    for (int i = 0; i < 4; ++i) {
      test::settle(*m_window);
      QCoreApplication::sendPostedEvents();
    }
  }
  void openExample(const QString& name) {
    // A copy: another test may have the example open at the same time.
    const QString own = m_folder.filePath(name + ".toml");
    QFile::remove(own);
    ASSERT_TRUE(
        QFile::copy(QStringLiteral(KETASCOPE_MODELS_DIR "/examples/%1.toml").arg(name), own));
    m_window->openAll({own});
    settle();
  }
  void open(ScenarioFile file) {
    m_window->document()->reset(std::move(file));
    m_window->scenarios()->setCurrent(m_window->document()->count() > 0 ? 0 : -1);
    settle();
  }

  /// Nothing is cut off at this stop; and its picture, where pictures are wanted.
  void look(const QString& stop, QWidget* seen = nullptr) {
    QWidget* what = seen == nullptr ? m_window.get() : seen;
    settle();
    const QStringList found = test::cutOff(*what);
    EXPECT_TRUE(found.isEmpty()) << GetParam() << ", " << stop.toStdString() << ":\n  "
                                 << found.join("\n  ").toStdString();
    const QString folder = qEnvironmentVariable("KETASCOPE_PICTURES");
    if (!folder.isEmpty()) {
      QDir().mkpath(folder);
      what->grab().save(QDir(folder).filePath(
          QStringLiteral("%1-%2.png").arg(QString::fromStdString(GetParam()), stop)));
    }
  }
  /// Every page of the forms on the left; long ones from above and below.
  void lookAtForms(const QString& stop) {
    QTabWidget* forms = m_window->forms();
    for (int i = 0; i < forms->count(); ++i) {
      forms->setCurrentIndex(i);
      settle();
      look(QStringLiteral("%1-form%2").arg(stop).arg(i));
      auto* area = forms->currentWidget()->findChild<QScrollArea*>();
      if (area == nullptr) {
        area = qobject_cast<QScrollArea*>(forms->currentWidget());
      }
      if (area != nullptr && area->verticalScrollBar()->maximum() > 0) {
        area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
        look(QStringLiteral("%1-form%2-below").arg(stop).arg(i));
        area->verticalScrollBar()->setValue(0);
      }
    }
    forms->setCurrentIndex(0);
  }
  void lookAtTables(const QString& stop) {
    QTabWidget* tables = m_window->tables();
    for (int i = 0; i < tables->count(); ++i) {
      if (!tables->isTabVisible(i)) {
        continue;
      }
      tables->setCurrentIndex(i);
      settle();
      if (tables->currentWidget() == m_window->patients()) {
        EXPECT_TRUE(QTest::qWaitFor([&] { return m_window->patients()->isReady(); }, 20'000));
      }
      if (tables->currentWidget() == m_window->diagram()) {
        QTest::qWait(400);  // it is laid out in the background
      }
      look(QStringLiteral("%1-table%2").arg(stop).arg(i));
    }
    tables->setCurrentIndex(0);
  }
  void lookAtPages(const QString& stop) {
    QTabWidget* pages = m_window->pages();
    for (int i = 1; i < pages->count(); ++i) {
      pages->setCurrentIndex(i);
      settle();
      QTest::qWait(700);  // answered in the background
      look(QStringLiteral("%1-page%2").arg(stop).arg(i));
    }
    pages->setCurrentIndex(0);
  }
  /// While `act` runs, looks at each dialog that comes up, and closes it.
  void lookAtDialogs(const QString& stop, const std::function<void()>& act) {
    int count = 0;
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, [&] {
      auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
      if (dialog == nullptr) {
        return;
      }
      ++count;
      look(QStringLiteral("%1-%2").arg(stop).arg(count), dialog);
      dialog->reject();
    });
    timer.start(50);
    act();
    EXPECT_GT(count, 0) << stop.toStdString();
  }

  QTemporaryDir m_folder;
  std::unique_ptr<MainWindow> m_window;
};

TEST_P(Looks, AtTheStart) {
  look("start");
  lookAtForms("start");
}

TEST_P(Looks, AtFourRoutes) {
  openExample("four-routes");
  lookAtTables("routes");
  lookAtPages("routes");
}

TEST_P(Looks, AtMetabolites) {
  openExample("film-and-metabolites");
  lookAtForms("film");
  lookAtTables("film");
}

TEST_P(Looks, AtVirtualPatients) {
  openExample("population");
  lookAtTables("patients");
  lookAtDialogs("patients-dialog", [&] { m_window->editPatients(); });
}

TEST_P(Looks, AtInteractions) {
  openExample("interactions");
  m_window->scenarios()->setCurrent(2);
  lookAtForms("interactions");
  m_window->tables()->setCurrentIndex(1);
  look("interactions-compare");
}

TEST_P(Looks, AtEffects) {
  ScenarioFile file;
  ScenarioSpec spec = test::infusion("an infusion");
  spec.model = "kamp2020-enantiomers";
  spec.effects = {"simons2022-high"};
  file.scenarios = {spec};
  file.title = "With an effect";
  open(file);
  lookAtTables("effects");
  m_window->forms()->setCurrentIndex(1);
  look("effects-parameters");
}

TEST_P(Looks, AtManyScenarios) {
  ScenarioFile file;
  file.title = "A title that says at some length what is compared with what, and by which model";
  for (int i = 0; i < 12; ++i) {
    ScenarioSpec spec = test::infusion("");
    spec.model = i % 2 == 0 ? "simons2022" : "perezruixo2021";
    spec.name = "Scenario " + std::to_string(i + 1) + ", an infusion with quite a long name, at " +
                std::to_string(10 + i) + " mg";
    spec.doses[0].amount = {10.0 + i, "mg"};
    spec.outputs = {"S-ketamine"};
    file.scenarios.push_back(spec);
  }
  file.population = standardPatients(200);
  open(file);
  lookAtTables("many");
}

TEST_P(Looks, AtNothing) {
  ScenarioFile file;
  open(file);
  lookAtTables("nothing");
  lookAtPages("nothing");
  m_window->forms()->setCurrentIndex(1);
  look("nothing-form1");
  m_window->forms()->setCurrentIndex(2);
  look("nothing-form2");
}

TEST_P(Looks, AtTrouble) {
  ScenarioFile file;
  ScenarioSpec heavy = test::infusion("a heavy one");
  heavy.subject["WT"] = {400, "kg"};
  ScenarioSpec unknown = test::infusion("of a model that is not there");
  unknown.model = "nobody1999";
  ScenarioSpec wrong = test::infusion("by a route that it has not");
  wrong.doses[0].route = "sublingual";
  file.scenarios = {heavy, unknown, wrong};
  open(file);
  look("trouble");
  const QString path = m_folder.filePath("bad.toml");
  QFile bad(path);
  ASSERT_TRUE(bad.open(QIODevice::WriteOnly));
  bad.write(
      "format = \"ketascope-scenario 1\"\n[[scenario]]\nmodel = 3\ndoses = 7\nuntil = \"x\"\n");
  bad.close();
  lookAtDialogs("trouble-file", [&] { m_window->openAll({path}); });
}

TEST_P(Looks, AtDialogs) {
  lookAtDialogs("dialog-about", [&] { m_window->about(); });
  lookAtDialogs("dialog-properties", [&] { m_window->editProperties(); });
  lookAtDialogs("dialog-styles", [&] { m_window->editStyles(); });
  lookAtDialogs("dialog-target", [&] { m_window->findDose(); });
}

TEST_P(Looks, AtReports) {
  const QString folder = qEnvironmentVariable("KETASCOPE_PICTURES");
  if (folder.isEmpty()) {
    return;
  }
  for (const char* example : {"four-routes", "interactions", "film-and-metabolites"}) {
    openExample(example);
    for (const char* ending : {"pdf", "html"}) {
      const QString path =
          QDir(folder).filePath(QStringLiteral("%1-report-%2.%3")
                                    .arg(QString::fromStdString(GetParam()), example, ending));
      const auto content = reportContent(path, m_window->runner()->latest(), *m_window->plot());
      ASSERT_TRUE(content);
      QFile file(path);
      ASSERT_TRUE(file.open(QIODevice::WriteOnly));
      file.write(QByteArray::fromStdString(reportBytes(*content)));
    }
  }
}

TEST_P(Looks, AtMenus) {
  for (QAction* action : m_window->menuBar()->actions()) {
    QMenu* menu = action->menu();
    ASSERT_NE(menu, nullptr);
    menu->popup(QPoint(0, 0));
    look("menu-" + QString::number(m_window->menuBar()->actions().indexOf(action)), menu);
    EXPECT_LE(menu->height(), wantedSize().height());
    for (QAction* inner : menu->actions()) {
      if (inner->menu() != nullptr && inner->isEnabled()) {
        inner->menu()->popup(QPoint(0, 0));
        look(QStringLiteral("menu-%1-%2")
                 .arg(m_window->menuBar()->actions().indexOf(action))
                 .arg(menu->actions().indexOf(inner)),
             inner->menu());
        EXPECT_LE(inner->menu()->height(), wantedSize().height());
        inner->menu()->close();
      }
    }
    menu->close();
  }
}

TEST_P(Looks, AtEveryStepOfEveryLesson) {
  const auto lessons = load_lessons(test::sampleLibrary(), GetParam()).lessons;
  ASSERT_GE(lessons.size(), 6U);
  for (const Lesson& lesson : lessons) {
    m_window->startLesson(lesson);
    settle();
    for (std::size_t i = 0; i < lesson.steps.size(); ++i) {
      m_window->lesson()->goTo(static_cast<int>(i));
      look(QStringLiteral("lesson%1-step%2").arg(lesson.order).arg(i + 1));
      if (lesson.steps[i].question) {
        m_window->lesson()->predict(1);
        look(QStringLiteral("lesson%1-step%2-answered").arg(lesson.order).arg(i + 1));
      }
    }
  }
  m_window->lesson()->finish();
}

INSTANTIATE_TEST_SUITE_P(Languages, Looks, ::testing::Values("en", "de", "fr", "es", "pl"),
                         [](const auto& each) { return each.param; });

}  // namespace
}  // namespace ketascope
