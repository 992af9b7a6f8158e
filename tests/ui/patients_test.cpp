// SPDX-License-Identifier: GPL-3.0-or-later
// The table of virtual patients and the dialog that says who they are.
#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QAction>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <algorithm>
#include <stdexcept>

#include "plot/concentration_plot.hpp"
#include "settle.hpp"
#include "ui_samples.hpp"
#include "viewmodel/patients.hpp"
#include "widgets/main_window.hpp"
#include "widgets/patients_dialog.hpp"
#include "widgets/patients_panel.hpp"
#include "widgets/report_export.hpp"
#include "widgets/scenario_panel.hpp"

namespace ketascope {
namespace {

ScenarioSpec varied(const std::string& name) {
  ScenarioSpec spec = test::infusion(name);
  spec.model = "simons2022";
  spec.doses[0].amount = {20, "mg"};
  spec.outputs = {"S-ketamine"};
  return spec;
}

PopulationTarget peakAbove(double ngPerMl) {
  PopulationTarget target;
  target.name = "high peak";
  target.output = "S-ketamine";
  target.metric = "cmax";
  target.value = ngPerMl;
  target.unit = "ng/mL";
  return target;
}

class PatientsWindowTest : public ::testing::Test {
 protected:
  PatientsWindowTest() {
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    m_window = std::make_unique<MainWindow>(test::sampleLibrary());
    QSignalSpy loaded(m_window->catalog(), &ModelCatalog::loaded);
    EXPECT_TRUE(test::next(loaded));
    m_window->resize(1280, 800);
    m_window->show();
    open({varied("first")}, 200);
  }
  void open(std::vector<ScenarioSpec> scenarios, std::uint64_t count) {
    ScenarioFile file;
    file.scenarios = std::move(scenarios);
    file.display.bands = {"s-neuropathic-pain"};
    if (count > 0) {
      file.population = standardPatients(count);
    }
    m_window->document()->reset(file);
    m_window->scenarios()->setCurrent(0);
    settle();
  }
  void settle() { test::settle(*m_window); }
  void look() {
    QSignalSpy ready(panel(), &PatientsPanel::ready);
    m_window->tables()->setCurrentWidget(panel());
    if (!panel()->isReady()) {
      ASSERT_TRUE(test::next(ready));
    }
  }
  PatientsPanel* panel() { return m_window->patients(); }
  int tab() { return m_window->tables()->indexOf(panel()); }
  QString cell(const QString& quantity, int column) {
    const PatientsTableModel* model = panel()->model();
    for (int row = 0; row < model->rowCount(); ++row) {
      if (model->index(row, PatientsTableModel::Quantity).data().toString().startsWith(quantity)) {
        return model->index(row, column).data().toString();
      }
    }
    return {};
  }
  const std::optional<PopulationSpec>& population() {
    return m_window->document()->value().population;
  }

  QTemporaryDir m_settings;
  std::unique_ptr<MainWindow> m_window;
};

TEST_F(PatientsWindowTest, TheTabIsThereWithPatientsAndComputesOnlyWhenItIsSeen) {
  EXPECT_TRUE(m_window->tables()->isTabVisible(tab()));
  EXPECT_EQ(panel()->model()->rowCount(), 0);
  EXPECT_FALSE(panel()->isBusy()) << "nobody looks yet";
  look();
  EXPECT_GT(panel()->model()->rowCount(), 3);
  const QAbstractItemModelTester tester(panel()->model());
  EXPECT_FALSE(cell("Cmax, ng/mL", PatientsTableModel::Mean).isEmpty());
  EXPECT_TRUE(cell("Time in", PatientsTableModel::Reached).endsWith("%"));
  EXPECT_TRUE(panel()->notes()->text().contains("seed 1"));
  open({varied("first")}, 0);
  EXPECT_FALSE(m_window->tables()->isTabVisible(tab()));
}

TEST_F(PatientsWindowTest, FollowsADoseWhileItIsSeenAndSaysWhoReachesATarget) {
  ScenarioFile file = m_window->document()->value();
  file.population->targets = {peakAbove(1)};
  m_window->document()->change(file, "target");
  settle();
  look();
  EXPECT_EQ(cell("Target: high peak", PatientsTableModel::Reached), "100 %");
  const auto peak = [this] {
    const auto& rows = panel()->model()->summary().rows;
    return std::ranges::find(rows, PatientRow::Kind::cmax, &PatientRow::kind)->percentiles[2];
  };
  const double before = peak();
  ScenarioSpec spec = m_window->document()->value().scenarios[0];
  spec.doses[0].amount.value *= 2;
  QSignalSpy ready(panel(), &PatientsPanel::ready);
  m_window->document()->changeScenario(0, spec, "dose");
  settle();
  if (!panel()->isReady()) {
    ASSERT_TRUE(test::next(ready));
  }
  EXPECT_NEAR(peak() / before, 2.0, 1e-6);
}

TEST_F(PatientsWindowTest, AReportHasTheTableAlsoWhenNobodyLooked) {
  bool called = false;
  std::string html;
  QSignalSpy ready(panel(), &PatientsPanel::ready);
  panel()->whenReady([&](const OutcomePtr& outcome, const PatientSummary* patients) {
    called = true;
    ASSERT_NE(patients, nullptr);
    const auto content =
        reportContent(QStringLiteral("report.html"), outcome, *m_window->plot(), patients);
    ASSERT_TRUE(content) << format(content.error());
    html = reportBytes(*content);
  });
  EXPECT_FALSE(called) << "it is worked out in the background";
  ASSERT_TRUE(test::next(ready));
  ASSERT_TRUE(called);
  EXPECT_NE(html.find("<h2>Virtual patients</h2>"), std::string::npos);
  open({varied("first")}, 0);
  const PatientSummary* given = &panel()->model()->summary();
  panel()->whenReady([&](const OutcomePtr&, const PatientSummary* patients) { given = patients; });
  EXPECT_EQ(given, nullptr) << "a document without patients waits for nothing";
}

TEST_F(PatientsWindowTest, AScenarioWithoutVariabilityHasNoRows) {
  open({test::infusion("same for all"), varied("varied")}, 100);
  look();
  for (const PatientRow& row : panel()->model()->summary().rows) {
    EXPECT_EQ(row.scenario, "varied");
  }
  EXPECT_GT(panel()->model()->rowCount(), 0);
}

TEST_F(PatientsWindowTest, TheCursorAndTheWordsHaveTheRibbon) {
  m_window->plot()->setCursor(1.0);
  const QStringList lines = m_window->plot()->readings();
  ASSERT_EQ(lines.size(), 3) << lines.join('\n').toStdString();
  EXPECT_TRUE(lines[2].contains(QStringLiteral(" … "))) << lines[2].toStdString();
  EXPECT_TRUE(lines[2].endsWith("5-95 %, n = 200"));
  EXPECT_TRUE(m_window->plot()->description().contains("5-95 %, n = 200: "))
      << m_window->plot()->description().toStdString();
}

TEST_F(PatientsWindowTest, TheDialogChangesWhoTheyAreInOneStep) {
  ScenarioSpec estimated = varied("with standard errors");
  estimated.model = "otto2021";
  estimated.outputs.clear();
  open({varied("with occasions"), estimated}, 200);
  PatientsDialog dialog(m_window->document(), m_window->catalog());
  dialog.show();
  EXPECT_EQ(dialog.count()->value(), 200);
  EXPECT_TRUE(dialog.residual()->isEnabled());
  EXPECT_TRUE(dialog.betweenOccasions()->isEnabled());
  dialog.count()->setValue(300);
  dialog.seed()->setText("42");
  dialog.residual()->click();
  dialog.uncertainty()->click();
  dialog.occasions()->setText("6,0 h; 120 min");
  EXPECT_TRUE(dialog.problem()->isHidden());
  dialog.accept();
  ASSERT_TRUE(population());
  EXPECT_EQ(population()->count, 300U);
  EXPECT_EQ(population()->seed, 42U);
  EXPECT_TRUE(population()->residual);
  EXPECT_TRUE(population()->uncertainty);
  EXPECT_EQ(population()->occasions, (std::vector<Measure>{{120, "min"}, {6, "h"}}));
  settle();
  EXPECT_NE(m_window->plot()->figure().ribbons.at(0).label.find("n = 300"), std::string::npos);
  EXPECT_NE(m_window->plot()->figure().footnote.find("seed 42"), std::string::npos);
  EXPECT_NE(m_window->plot()->figure().footnote.find("residual error"), std::string::npos);
  const auto read = parse_scenario_file(to_toml(m_window->document()->value()), "test");
  ASSERT_TRUE(read) << format(read.error());
  EXPECT_EQ(read->population, population());
  m_window->document()->undoStack()->undo();
  EXPECT_EQ(*population(), standardPatients(200));
}

TEST_F(PatientsWindowTest, TheDialogSaysWhatItCannotReadAndChangesNothing) {
  PatientsDialog dialog(m_window->document(), m_window->catalog());
  for (QLineEdit* field : {dialog.seed(), dialog.occasions()}) {
    const QString before = field->text();
    field->setText("-3 kg");
    EXPECT_FALSE(dialog.problem()->text().isEmpty());
    EXPECT_FALSE(dialog.buttons()->button(QDialogButtonBox::Ok)->isEnabled());
    dialog.accept();
    EXPECT_EQ(*population(), standardPatients(200));
    field->setText(before);
    EXPECT_TRUE(dialog.buttons()->button(QDialogButtonBox::Ok)->isEnabled());
  }
}

TEST_F(PatientsWindowTest, TheDialogGreysWhatNoModelShownStates) {
  open({test::infusion("kamp2020")}, 0);
  PatientsDialog dialog(m_window->document(), m_window->catalog());
  for (QWidget* widget :
       std::initializer_list<QWidget*>{dialog.betweenSubjects(), dialog.betweenOccasions(),
                                       dialog.occasions(), dialog.uncertainty()}) {
    EXPECT_FALSE(widget->isEnabled());
    EXPECT_TRUE(widget->toolTip().startsWith("No model shown states"));
  }
}

TEST_F(PatientsWindowTest, TheUnitOfTimeIsChosenUndoneAndSaved) {
  const auto choose = [this](const QString& unit) {
    for (QAction* action : m_window->timeUnitMenu()->actions()) {
      if (action->data().toString() == unit) {
        action->trigger();
      }
    }
    settle();
    return m_window->plot()->figure().x_label;
  };
  EXPECT_EQ(choose("min"), "time [min]");
  EXPECT_NEAR(m_window->plot()->figure().ribbons[0].x.back(), 480, 1e-9);
  EXPECT_EQ(choose("day"), "time [day]");
  EXPECT_EQ(choose("auto"), "time [h]") << "8 h";
  EXPECT_TRUE(m_window->timeUnitMenu()->actions().constFirst()->isChecked());
  const auto read = parse_scenario_file(to_toml(m_window->document()->value()), "test");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->display.time_unit, "auto");
  m_window->document()->undoStack()->undo();
  settle();
  EXPECT_EQ(m_window->plot()->figure().x_label, "time [day]");
}

TEST_F(PatientsWindowTest, AReportThatWaitsOutlivesAnotherLanguage) {
  int called = 0;
  std::size_t rows = 0;
  panel()->whenReady([&](const OutcomePtr&, const PatientSummary* patients) {
    ++called;
    rows = patients == nullptr ? 0 : patients->rows.size();
  });
  QEvent changed(QEvent::LanguageChange);
  QCoreApplication::sendEvent(m_window.get(), &changed);
  ASSERT_TRUE(QTest::qWaitFor([&] { return called > 0; }, 20'000));
  EXPECT_EQ(called, 1);
  EXPECT_GT(rows, 3U);
}

TEST_F(PatientsWindowTest, ADefectInAJobIsSaidAndEndsTheWaiting) {
  PatientsPanel broken(nullptr,
                       [](const ketascope::Run&, const PopulationSpec&, std::span<const EffectBand>,
                          const RunControl&) -> tl::expected<PopulationResult, Diagnostics> {
                         throw std::logic_error("no such patient");
                       });
  broken.setOutcome(m_window->runner()->latest());
  bool called = false;
  broken.whenReady([&](const OutcomePtr&, const PatientSummary* patients) {
    called = true;
    ASSERT_NE(patients, nullptr);
    EXPECT_TRUE(patients->rows.empty());
  });
  ASSERT_TRUE(QTest::qWaitFor([&] { return called; }, 20'000));
  EXPECT_TRUE(broken.notes()->text().contains("no such patient"))
      << broken.notes()->text().toStdString();
}

}  // namespace
}  // namespace ketascope
