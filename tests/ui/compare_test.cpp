// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLocale>
#include <QSignalSpy>
#include <QTextBrowser>
#include <QToolButton>
#include <algorithm>
#include <set>
#include <stdexcept>

#include "ui_samples.hpp"
#include "viewmodel/compare_table_model.hpp"
#include "viewmodel/number_text.hpp"
#include "viewmodel/route_comparison.hpp"
#include "viewmodel/scenario_list_model.hpp"
#include "widgets/compare_panel.hpp"
#include "widgets/maths_panel.hpp"

namespace ketascope {
namespace {

class CompareTest : public ::testing::Test {
 protected:
  CompareTest() {
    ScenarioFile file;
    file.scenarios = {test::infusion("first"), test::infusion("second")};
    file.scenarios[1].doses[0].amount.value = 1.0;
    m_document.reset(file);
  }
  SimulationOutcome outcome() {
    SimulationRequest request;
    request.document = m_document.value();
    request.library = test::sampleLibrary();
    return simulateDocument(request, {});
  }

  ScenarioDocument m_document;
};

TEST_F(CompareTest, TheTableIsAWellBehavedModelWithDifferencesToTheBaseline) {
  CompareTableModel table;
  const QAbstractItemModelTester tester(&table,
                                        QAbstractItemModelTester::FailureReportingMode::Fatal);
  table.setOutcome(outcome(), m_document.value().display);
  ASSERT_EQ(table.columnCount(), 3);
  ASSERT_GE(table.rowCount(), 3);
  const QString cmax = table.index(0, 2).data().toString();
  EXPECT_TRUE(cmax.contains("(+100")) << cmax.toStdString();
  EXPECT_FALSE(table.index(0, 1).data().toString().contains('('));
  DisplaySpec display = m_document.value().display;
  display.baseline = 1;
  table.setOutcome(outcome(), display);
  EXPECT_EQ(table.baseline(), 1);
  EXPECT_TRUE(table.index(0, 1).data().toString().contains(QChar(0x2212)));
  table.setOutcome(SimulationOutcome{}, display);
  EXPECT_EQ(table.rowCount(), 0);
}

TEST_F(CompareTest, WhatIsTheSameIsSaidToBe) {
  CompareTableModel table;
  table.setOutcome(outcome(), m_document.value().display);
  EXPECT_EQ(table.index(1, 0).data().toString(), "tmax");
  EXPECT_TRUE(table.index(1, 2).data().toString().endsWith("(same)"))
      << table.index(1, 2).data().toString().toStdString();
}

TEST_F(CompareTest, ChoosingABaselineIsAStepThatCanBeUndone) {
  ComparePanel panel(&m_document);
  panel.setOutcome(outcome());
  ASSERT_EQ(panel.baselineBox()->count(), 2);
  panel.baselineBox()->setCurrentIndex(1);
  Q_EMIT panel.baselineBox()->activated(1);
  EXPECT_EQ(m_document.value().display.baseline, 1);
  m_document.undoStack()->undo();
  EXPECT_EQ(m_document.value().display.baseline, 0);
}

TEST_F(CompareTest, TheBaselineStaysTheSameScenarioWhenOthersComeAndGo) {
  ModelCatalog catalog;
  ScenarioListModel list(&m_document, &catalog);
  DisplaySpec display = m_document.value().display;
  display.baseline = 1;
  m_document.changeDisplay(display, "baseline");
  list.duplicate(0);
  EXPECT_EQ(m_document.value().display.baseline, 2);
  list.remove(0);
  EXPECT_EQ(m_document.value().display.baseline, 1);
  list.remove(1);
  EXPECT_EQ(m_document.value().display.baseline, 0);
}

TEST_F(CompareTest, ADoseByEveryRouteUsesAModelThatDescribesIt) {
  const Catalog catalog = readCatalog(test::sampleLibrary());
  const auto others = byEveryOtherRoute(m_document.value().scenarios[0], 0, catalog);
  std::set<std::string> routes;
  for (const ScenarioSpec& spec : others) {
    ASSERT_EQ(spec.doses.size(), 1U);
    const Model* model = catalog.find(spec.model);
    ASSERT_NE(model, nullptr);
    const Route* route = model->route(spec.doses[0].route);
    ASSERT_NE(route, nullptr) << spec.name;
    EXPECT_TRUE(route->infusion || !spec.doses[0].duration) << spec.name;
    EXPECT_EQ(spec.doses[0].amount, (Measure{0.5, "mg/kg"}));
    EXPECT_TRUE(routes.insert(spec.doses[0].route).second) << "each route once";
    EXPECT_EQ(spec.outputs.size(), 1U);
  }
  EXPECT_FALSE(routes.contains("iv"));
  EXPECT_TRUE(routes.contains("im"));
  EXPECT_TRUE(routes.contains("oral"));
  EXPECT_TRUE(routes.contains("intranasal"));

  ScenarioFile file = m_document.value();
  file.scenarios = others;
  m_document.change(file, "routes");
  const SimulationOutcome found = outcome();
  EXPECT_EQ(found.shown.size(), others.size()) << "every one of them can be computed";
}

TEST_F(CompareTest, ASeriesStaysASeriesByEveryRoute) {
  ModelCatalog catalog;
  catalog.load(test::sampleLibrary());
  QSignalSpy loaded(&catalog, &ModelCatalog::loaded);
  ASSERT_TRUE(test::next(loaded));
  ScenarioSpec spec = m_document.value().scenarios[0];
  spec.doses[0].repeats = 3;
  spec.doses[0].interval = Measure{2, "h"};
  EXPECT_FALSE(doseAlone(spec, 0, catalog.catalog())) << "it is alone";
  for (const ScenarioSpec& other : byEveryOtherRoute(spec, 0, catalog.catalog())) {
    EXPECT_EQ(other.doses.at(0).repeats, 3) << other.name;
    EXPECT_EQ(other.doses.at(0).interval, (Measure{2, "h"})) << other.name;
  }
  spec.doses.push_back(spec.doses[0]);
  spec.doses[1].repeats = 0;
  const auto alone = doseAlone(spec, 0, catalog.catalog());
  ASSERT_TRUE(alone);
  EXPECT_EQ(alone->doses, (std::vector<DoseSpec>{spec.doses[0]}));
  EXPECT_EQ(alone->parameters, spec.parameters);
}

TEST(NumberText, SaysDurationsAndUnitsAsPeopleDo) {
  EXPECT_EQ(durationText(0.4), "24 min");
  EXPECT_EQ(durationText(-1.2), QString(QChar(0x2212)) + "1 h 12 min");
  EXPECT_EQ(unitText("ug*h/mL"), QString::fromUtf8("µg·h/mL"));
  EXPECT_EQ(unitText("ng/mL"), "ng/mL");
}

/// A language for as long as it lives.
class Speaking {
 public:
  explicit Speaking(const QLocale& locale) { QLocale::setDefault(locale); }
  ~Speaking() { QLocale::setDefault(m_before); }
  Speaking(const Speaking&) = delete;
  Speaking& operator=(const Speaking&) = delete;

 private:
  QLocale m_before;
};

TEST(NumberText, ReadsNumbersAsTheLanguageOfTheWindowWritesThem) {
  const auto plain = [](const char* typed) {
    return plainNumber(QString::fromUtf8(typed)).value_or("refused");
  };
  {
    const Speaking english(QLocale(QLocale::English, QLocale::UnitedStates));
    EXPECT_EQ(plain("1,000 mg"), "1000 mg");
    EXPECT_EQ(plain("1,000"), "1000");
    EXPECT_EQ(plain("12,345,678.5"), "12345678.5");
    EXPECT_EQ(plain("1.000"), "1.000");
    EXPECT_EQ(plain("1,5"), "1.5") << "no thousands have one digit";
    EXPECT_EQ(plain("0,500"), "0.500") << "nor do they begin with a zero";
    EXPECT_EQ(plain("1.234,5"), "1234.5");
  }
  {
    const Speaking german(QLocale(QLocale::German, QLocale::Germany));
    EXPECT_EQ(plain("1.000 mg"), "1000 mg");
    EXPECT_EQ(plain("1,000"), "1.000");
    EXPECT_EQ(plain("0.5 mg/kg"), "0.5 mg/kg");
    EXPECT_EQ(plain("1,234.5"), "1234.5");
  }
  {
    const Speaking polish(QLocale(QLocale::Polish, QLocale::Poland));
    EXPECT_EQ(plain("1\xc2\xa0"
                    "000,5 mg"),
              "1000.5 mg");
    EXPECT_EQ(plain("1 000 mg"), "1000 mg");
    EXPECT_EQ(plain("1.250"), "1.250");
  }
  EXPECT_EQ(plain("0.3 1/h"), "0.3 1/h");
  EXPECT_EQ(plain("1e-3"), "1e-3");
  EXPECT_EQ(plain("-2 h"), "-2 h");
  EXPECT_EQ(plain("much"), "much");
  for (const char* unclear : {"1,00,0", "1,000,5", "1.2.3", "1,23.4"}) {
    EXPECT_EQ(plain(unclear), "refused") << unclear;
  }
}

TEST_F(CompareTest, TheMathsPanelWritesTheCurveOutWhileItIsSeen) {
  MathsPanel panel;
  const SimulationOutcome found = outcome();
  panel.setOutcome(found, m_document.value().display);
  panel.setScenario(0);
  EXPECT_TRUE(panel.maths().model.empty()) << "nobody looks yet";
  QSignalSpy shown(&panel, &MathsPanel::shown);
  panel.resize(900, 300);
  panel.show();
  ASSERT_TRUE(test::next(shown));
  EXPECT_EQ(panel.maths().model, "kamp2020");
  EXPECT_EQ(panel.stretchBox()->count(), 2) << "during and after the infusion";
  const QString text = panel.text()->toPlainText();
  EXPECT_TRUE(text.contains("C(t) = ")) << text.toStdString();
  EXPECT_TRUE(text.contains("e^("));
  panel.stretchBox()->setCurrentIndex(0);
  Q_EMIT panel.stretchBox()->activated(0);
  EXPECT_NE(panel.text()->toPlainText(), text);
  panel.setScenario(7);
  EXPECT_FALSE(panel.text()->toPlainText().contains("C(t)"));
}

TEST_F(CompareTest, ADefectInTheMathsIsSaidWhereTheMathsStand) {
  MathsPanel panel(nullptr,
                   [](const ketascope::Run&, std::size_t, const DisplaySpec&) -> CurveMaths {
                     throw std::logic_error("no such curve");
                   });
  panel.setOutcome(outcome(), m_document.value().display);
  panel.setScenario(0);
  QSignalSpy shown(&panel, &MathsPanel::shown);
  panel.show();
  ASSERT_TRUE(test::next(shown));
  EXPECT_TRUE(panel.text()->toPlainText().contains("no such curve"));
}

TEST(ModelCatalog, ADefectWhileTheLibraryIsReadIsSaid) {
  ModelCatalog catalog(nullptr,
                       [](const Library&) -> Catalog { throw std::logic_error("no shelf"); });
  QSignalSpy loaded(&catalog, &ModelCatalog::loaded);
  catalog.load(test::sampleLibrary());
  ASSERT_TRUE(test::next(loaded));
  ASSERT_EQ(catalog.catalog().diagnostics.size(), 1U);
  EXPECT_EQ(catalog.catalog().diagnostics[0].code, "program.defect");
}

TEST(Formula, HasSignsConstantsAndRates) {
  ExponentialStretch stretch;
  stretch.constant = 10;
  stretch.terms = {{-4, 0.5}, {2, 0.0}};
  const QString minus(QChar(0x2212));
  EXPECT_EQ(formulaText(stretch), "10.00 " + minus + " 4.000" + QChar(0xb7) + "e^(" + minus +
                                      "0.5000" + QChar(0xb7) + "t) + 2.000");
}

}  // namespace
}  // namespace ketascope
