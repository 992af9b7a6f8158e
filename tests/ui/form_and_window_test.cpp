// SPDX-License-Identifier: GPL-3.0-or-later
// What form, table and window say of one document is the same.
#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QGroupBox>
#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QStatusBar>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <stdexcept>

#include "open_window.hpp"
#include "plot/concentration_plot.hpp"
#include "viewmodel/dose_choices.hpp"
#include "viewmodel/patients_table_model.hpp"
#include "viewmodel/scenario_editing.hpp"
#include "viewmodel/table_text.hpp"
#include "viewmodel/words_in_use.hpp"
#include "widgets/compare_panel.hpp"
#include "widgets/disagreement_panel.hpp"
#include "widgets/editor_panel.hpp"
#include "widgets/form_parts.hpp"
#include "widgets/languages.hpp"
#include "widgets/measure_edit.hpp"
#include "widgets/message_bar.hpp"
#include "widgets/model_card_panel.hpp"
#include "widgets/patients_panel.hpp"
#include "widgets/save_path.hpp"
#include "widgets/schedule_panel.hpp"

namespace ketascope {
namespace {

class FormAndWindow : public test::OpenWindow {
 protected:
  EditorPanel& form() { return *m_window->editor(); }
  ScenarioDocument& document() { return *m_window->document(); }
  const ScenarioSpec& spec(std::size_t i = 0) { return document().value().scenarios.at(i); }
  QAbstractButton* named(const QString& name) {
    for (auto* each : form().findChildren<QAbstractButton*>()) {
      if (each->accessibleName() == name) {
        return each;
      }
    }
    return nullptr;
  }
  static void type(MeasureEdit* field, const QString& text) {
    field->lineEdit()->setFocus();
    field->lineEdit()->selectAll();
    QTest::keyClicks(field->lineEdit(), text);
  }
  static void choose(QComboBox* box, int place) {
    ASSERT_GE(place, 0);
    box->setCurrentIndex(place);
    Q_EMIT box->activated(place);
  }
  const Model& model(const std::string& id) { return *m_window->catalog()->find(id); }
};

TEST_F(FormAndWindow, TheDoseThatTheFormShowsIsComparedByEveryRoute) {
  named("Add a dose")->click();
  ASSERT_EQ(form().dose(), 1U);
  EXPECT_EQ(m_window->schedule()->current(), 1) << "the table follows the form";
  type(form().amount(), "2");
  settle();
  ASSERT_EQ(spec().doses[1].amount, (Measure{2, "mg/kg"}));
  m_window->compareRoutes();
  ASSERT_GT(document().count(), 2);
  EXPECT_EQ(spec(static_cast<std::size_t>(document().count() - 1)).doses.at(0).amount,
            (Measure{2, "mg/kg"}));
}

TEST_F(FormAndWindow, UndoOfAnAddedDoseLeadsBothBackToTheOneThatIsLeft) {
  QSignalSpy told(&form(), &EditorPanel::doseChanged);
  named("Add a dose")->click();
  document().undoStack()->undo();
  EXPECT_EQ(form().dose(), 0U);
  EXPECT_EQ(m_window->schedule()->current(), 0);
  ASSERT_EQ(told.size(), 2);
  EXPECT_EQ(told.back().front().toInt(), 0);
}

TEST_F(FormAndWindow, MolesAreTheSameDoseAndComeBackAsIt) {
  type(form().amount(), "35");
  choose(form().amount()->unitBox(), form().amount()->unitBox()->findText("mg/kg"));
  type(form().amount(), "0.5");
  QComboBox* unit = form().amount()->unitBox();
  choose(unit, unit->findText("umol"));
  const Measure moles = spec().doses[0].amount;
  EXPECT_EQ(moles.unit, "umol");
  EXPECT_NEAR(moles.value, 35 / 0.23772, 0.1);
  choose(unit, unit->findText("mg/kg"));
  EXPECT_NEAR(spec().doses[0].amount.value, 0.5, 1e-5);

  ScheduleModel& table = *m_window->schedule()->model();
  const auto cell = table.index(0, ScheduleModel::UnitColumn);
  ASSERT_TRUE(table.setData(cell, "umol"));
  EXPECT_NEAR(spec().doses[0].amount.value, moles.value, 0.01);
}

TEST_F(FormAndWindow, WithoutAMolarMassMolesAreGreyed) {
  Model bare = model("kamp2020");
  for (Analyte& analyte : bare.analytes) {
    analyte.molar_mass.reset();
  }
  EXPECT_FALSE(amountIn({35, "mg"}, "umol", &bare, 70));
  EXPECT_FALSE(doseUnitProblem("mg", "umol", &bare).isEmpty());
  EXPECT_TRUE(doseUnitProblem("mg", "ug/kg", &bare).isEmpty());
  EXPECT_EQ(amountIn({35, "mg"}, "mg/kg", &bare, 70), 0.5);
  MeasureEdit field({"mg", "umol"});
  field.setMeasure(Measure{35, "mg"});
  field.greyUnits([&](const QString& unit) { return doseUnitProblem("mg", unit, &bare); });
  const auto* items = qobject_cast<const QStandardItemModel*>(field.unitBox()->model());
  EXPECT_TRUE(items->item(0)->isEnabled());
  EXPECT_FALSE(items->item(1)->isEnabled());
}

TEST_F(FormAndWindow, ARouteThatAModelForcesTakesWhatWasSetByHandAway) {
  ScenarioSpec asked = test::infusion();
  asked.doses[0].route = "im";
  asked.doses[0].duration.reset();
  asked.doses[0].F = Measure{0.3, ""};
  asked.doses[0].lag = Measure{1, "h"};
  const Model& from = model("kamp2020");
  EXPECT_TRUE(adaptToModel(asked, from, &from).doses[0].F) << "by the same route it stays";
  const Model& to = model("simons2022");
  ASSERT_EQ(to.route("im"), nullptr);
  const DoseSpec dose = adaptToModel(asked, to, &from).doses[0];
  EXPECT_NE(dose.route, "im");
  EXPECT_FALSE(dose.F);
  EXPECT_FALSE(dose.lag);
}

TEST_F(FormAndWindow, AnEndingThatIsLeftOutReplacesNoFileUnasked) {
  const QString there = written("curves.csv", "mine");
  bool asked = false;
  QTimer timer;
  QObject::connect(&timer, &QTimer::timeout, [&] {
    QWidget* modal = QApplication::activeModalWidget();
    if (auto* box = qobject_cast<QMessageBox*>(modal)) {
      asked = true;
      box->button(QMessageBox::No)->click();
    } else if (auto* dialog = qobject_cast<QFileDialog*>(modal)) {
      if (asked) {
        dialog->reject();
        return;
      }
      test::nameFile(*dialog, m_folder.path(), "curves");
      QMetaObject::invokeMethod(dialog, "accept", Qt::QueuedConnection);
    }
  });
  timer.start(20);
  m_window->exportCsv();
  timer.stop();
  EXPECT_TRUE(asked);
  QFile file(there);
  ASSERT_TRUE(file.open(QIODevice::ReadOnly));
  EXPECT_EQ(file.readAll(), "mine");
}

TEST_F(FormAndWindow, UndoReachesTheWindowFromANumber) {
  QLineEdit* line = form().amount()->lineEdit();
  line->setFocus();
  type(form().amount(), "2");
  QKeyEvent undo(QEvent::ShortcutOverride, Qt::Key_Z, Qt::ControlModifier);
  undo.ignore();
  QApplication::sendEvent(line, &undo);
  EXPECT_FALSE(undo.isAccepted()) << "the window's action takes it";
  auto* repeats = form().findChild<QSpinBox*>();
  ASSERT_NE(repeats, nullptr);
  QKeyEvent redo(QEvent::ShortcutOverride, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
  redo.ignore();
  QApplication::sendEvent(repeats, &redo);
  EXPECT_FALSE(redo.isAccepted());
  type(form().amount(), "1,00,0");
  undo.ignore();
  QApplication::sendEvent(line, &undo);
  EXPECT_TRUE(undo.isAccepted()) << "what cannot be read is in no document";
}

TEST_F(FormAndWindow, SnappedTimesAreWhole) {
  ScenarioFile file = document().value();
  file.scenarios[0].doses[0].start = {0, "h"};
  document().change(file, "start");
  settle();
  ConcentrationPlot* plot = m_window->plot();
  const auto drag = [&](double hours) {
    Q_EMIT plot->dosePressed(0, 0);
    Q_EMIT plot->doseMoved(0, 0, hours);
    Q_EMIT plot->doseReleased();
    return spec().doses[0].start;
  };
  EXPECT_EQ(drag(0.5), (Measure{0.5, "h"})) << "which is written in its own unit";
  EXPECT_EQ(drag(20.0 / 60 - 0.5), (Measure{20, "min"}));
}

TEST_F(FormAndWindow, EachVisitToRepeatsIsAStepOfItsOwn) {
  auto* repeats = form().findChild<QSpinBox*>();
  ASSERT_NE(repeats, nullptr);
  const int before = document().undoStack()->count();
  repeats->setValue(1);
  repeats->setValue(2);
  Q_EMIT repeats->editingFinished();
  repeats->setValue(3);
  Q_EMIT repeats->editingFinished();
  EXPECT_EQ(document().undoStack()->count(), before + 2);
}

TEST_F(FormAndWindow, ScenariosWithoutANameAreToldApartEverywhere) {
  ScenarioFile file;
  file.scenarios = {test::infusion(), test::infusion()};
  file.scenarios[1].doses[0].amount.value = 1;
  document().reset(file);
  settle();
  QTest::qWait(100);
  const auto& curves = m_window->plot()->figure().curves;
  ASSERT_EQ(curves.size(), 2U);
  EXPECT_NE(curves[0].label, curves[1].label);
  EXPECT_EQ(curves[1].label, scenarioTitle(spec(1), &model("kamp2020")).toStdString());
  const auto name = [](QAbstractItemModel* table, int row) {
    return table->index(row, 0).data().toString();
  };
  EXPECT_NE(name(m_window->metrics(), 0), name(m_window->metrics(), 1));
  AuditTableModel* audit = m_window->audit();
  EXPECT_EQ(name(audit, 0), name(m_window->metrics(), 0));
  EXPECT_EQ(name(audit, audit->rowCount() - 1), name(m_window->metrics(), 1));
  EXPECT_TRUE(spec(0).name.empty()) << "the document is as it was";
}

TEST_F(FormAndWindow, TheAuditTrailSaysWhoseDosesItMeans) {
  written("two.csv", "ID,TIME,EVID,AMT,CMT\n1,0,1,30,central\n2,1,1,20,central\n");
  ScenarioFile file;
  file.scenarios = {test::infusion("table")};
  file.scenarios[0].doses.clear();
  file.scenarios[0].events = path("two.csv").toStdString();
  document().reset(file);
  settle();
  QTest::qWait(100);
  AuditTableModel* audit = m_window->audit();
  ASSERT_GT(audit->rowCount(), 1) << (m_window->messages()->messages().empty()
                                          ? std::string()
                                          : m_window->messages()->messages()[0].text.toStdString());
  EXPECT_EQ(audit->index(0, 0).data().toString(), "table (ID 1)");
  EXPECT_EQ(audit->index(audit->rowCount() - 1, 0).data().toString(), "table (ID 2)");
  EXPECT_FALSE(form().compartmentBox()->isVisibleTo(&form())) << "no empty row in the form";
}

TEST_F(FormAndWindow, TheTableInSightIsCopied) {
  const auto copied = [this] {
    m_window->copyTable();
    return QApplication::clipboard()->text();
  };
  m_window->tables()->setCurrentWidget(m_window->schedule());
  EXPECT_EQ(copied(), tableText(*m_window->schedule()->model()));
  ScenarioFile file = document().value();
  m_window->pages()->setCurrentWidget(m_window->disagreement());
  QSignalSpy ended(m_window->disagreement()->runner(), &BackgroundRunner::ended);
  if (m_window->disagreement()->runner()->isBusy()) {
    ASSERT_TRUE(test::next(ended));
  }
  EXPECT_EQ(copied(), tableText(*m_window->disagreement()->answers()));
  QApplication::clipboard()->setText("before");
  m_window->pages()->setCurrentWidget(m_window->card());
  EXPECT_EQ(copied(), "before") << "a card has none";
}

TEST_F(FormAndWindow, ANoteIsAsHighAsItsText) {
  QWidget form;
  auto* column = new QVBoxLayout(&form);
  QLabel* note = newNote(&form);
  auto* below = new QLabel("below", &form);
  column->addWidget(note);
  column->addWidget(below);
  column->addStretch(1);
  form.resize(300, 600);
  form.show();
  QCoreApplication::processEvents();
  note->setText("one line");
  QCoreApplication::processEvents();
  const int close = below->y();
  note->setText(QString("many words ").repeated(60));
  QCoreApplication::processEvents();
  EXPECT_GT(below->y(), close + 50);
  note->setText("one line");
  EXPECT_TRUE(QTest::qWaitFor([&] { return below->y() == close; }, 2000))
      << "the room of the text before is given back";
}

TEST_F(FormAndWindow, AFileThatWaitsForThePatientsIsAskedAboutBeforeTheWindowCloses) {
  m_window->patients()->setOutcome(nullptr);
  bool used = false;
  m_window->patients()->whenReady([&](const OutcomePtr&, const PatientSummary*) { used = true; });
  ASSERT_EQ(m_window->patients()->waiting(), 1U);
  const auto seen = answering(dismiss, [this] { EXPECT_FALSE(m_window->close()); });
  EXPECT_EQ(seen, QStringList{"ExportUnderWay"});
  EXPECT_TRUE(m_window->isVisible());
  EXPECT_FALSE(used);
}

TEST_F(FormAndWindow, AModelBesideTheDocumentIsOneToWorkWith) {
  const QString source = QString::fromStdString(KETASCOPE_MODELS_DIR) + "/kamp2020.toml";
  ASSERT_TRUE(QFile::copy(source, path("my.toml")));
  ScenarioFile file;
  file.scenarios = {test::infusion("mine")};
  file.scenarios[0].model = "my.toml";
  m_window->openAll({saved("document.toml", file)});
  settle();
  ASSERT_NE(m_window->catalog()->find("my.toml"), nullptr);
  EXPECT_EQ(form().modelBox()->currentText(), "my.toml");
  EXPECT_TRUE(form().routeBox()->isEnabled());
  EXPECT_GE(form().routeBox()->findData("im"), 0);
  EXPECT_EQ(m_window->plot()->figure().curves.size(), 1U);
  ASSERT_TRUE(m_window->save());
  const auto written = load_scenario_file(path("document.toml").toStdString());
  ASSERT_TRUE(written);
  ASSERT_TRUE(written->saved.state);
  ASSERT_EQ(written->saved.state->models.size(), 1U);
  EXPECT_EQ(written->saved.state->models[0].id, "my.toml");
  document().reset({});
  EXPECT_EQ(m_window->catalog()->find("my.toml"), nullptr) << "it was that document's";
}

TEST_F(FormAndWindow, WhoGoesThroughAMenuByKeysIsToldTheSourceOfABand) {
  const QAction* band = nullptr;
  for (QMenu* menu : m_window->menuBar()->findChildren<QMenu*>()) {
    for (QAction* action : menu->actions()) {
      if (action->property("standard").isValid() && band == nullptr) {
        band = action;
        menu->popup({});
        menu->setActiveAction(action);
        Q_EMIT menu->hovered(action);
        EXPECT_FALSE(m_window->statusBar()->currentMessage().isEmpty());
        EXPECT_EQ(m_window->statusBar()->currentMessage(), action->toolTip().replace('\n', ' '));
        menu->close();
      }
    }
  }
  ASSERT_NE(band, nullptr);
  EXPECT_TRUE(m_window->statusBar()->currentMessage().isEmpty());
}

TEST(Background, AJobThatThrowsSaysSo) {
  BackgroundRunner runner;
  QSignalSpy failed(&runner, &BackgroundRunner::failed);
  QSignalSpy delivered(&runner, &BackgroundRunner::delivered);
  QSignalSpy ended(&runner, &BackgroundRunner::ended);
  runner.submit(BackgroundRunner::Work(
      [](const RunControl&) -> BackgroundRunner::Answer { throw std::runtime_error("no"); }));
  ASSERT_TRUE(test::next(ended));
  EXPECT_EQ(failed.size(), 1);
  EXPECT_TRUE(delivered.isEmpty());
  EXPECT_FALSE(runner.isBusy());
}

TEST(PatientsWords, TableAndNoteAreInTheLanguageOfTheWindow) {
  useLanguage(QStringLiteral("de"));
  PatientSummary summary;
  PatientRow row;
  row.output = "S-ketamine";
  summary.rows.push_back(row);
  PatientsTableModel table;
  table.setSummary(summary, {0});
  EXPECT_EQ(table.index(0, PatientsTableModel::Curve).data().toString(), "S-Ketamin");
  EXPECT_EQ(inWords("1000 of each scenario: Virtual patients from the published variability, seed "
                    "7. Times in bands are counted within the time that is simulated")
                .count("Virtual"),
            0);
  useLanguage(QStringLiteral("en"));
}

/// Letters of everything that Alt reaches while the window looks as it does.
class Letters : public FormAndWindow {
 protected:
  ~Letters() override { useLanguage(QStringLiteral("en")); }
  QStringList doubles() {
    QMap<QString, QStringList> seen;
    const auto count = [&](const QString& text) {
      if (const QKeySequence key = QKeySequence::mnemonic(text); !key.isEmpty()) {
        seen[key.toString()] << text;
      }
    };
    for (const QAction* action : m_window->menuBar()->actions()) {
      count(action->text());
    }
    for (const auto* each : m_window->findChildren<QLabel*>()) {
      if (each->isVisible() && each->buddy() != nullptr) {
        count(each->text());
      }
    }
    for (const auto* each : m_window->findChildren<QAbstractButton*>()) {
      if (each->isVisible()) {
        count(each->text());
      }
    }
    for (const auto* each : m_window->findChildren<QGroupBox*>()) {
      if (each->isVisible()) {
        count(each->title());
      }
    }
    for (const auto* each : m_window->findChildren<QTabBar*>()) {
      for (int i = 0; each->isVisible() && i < each->count(); ++i) {
        count(each->tabText(i));
      }
    }
    QStringList found;
    for (const auto& [key, texts] : seen.asKeyValueRange()) {
      if (texts.size() > 1) {
        found << key + ": " + texts.join(" | ");
      }
    }
    return found;
  }
};

TEST_F(Letters, EachLeadsToOneControlInEveryLanguage) {
  for (const Language& language : languages()) {
    useLanguage(language.code);
    QTest::qWait(50);
    settle();
    for (int page = 0; page < m_window->pages()->count(); ++page) {
      m_window->pages()->setCurrentIndex(page);
      for (int form = 0; form < m_window->forms()->count(); ++form) {
        m_window->forms()->setCurrentIndex(form);
        for (int table = 0; table < (page == 0 ? m_window->tables()->count() : 1); ++table) {
          m_window->tables()->setCurrentIndex(table);
          QCoreApplication::processEvents();
          EXPECT_EQ(doubles().join("\n").toStdString(), "")
              << language.code.toStdString() << ", page " << page << ", form " << form << ", table "
              << table;
        }
      }
    }
  }
}

}  // namespace
}  // namespace ketascope
