// SPDX-License-Identifier: GPL-3.0-or-later
// The model with what is in it, below the plot: driven by the slider, the clock and the cursor.
#include <gtest/gtest.h>

#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QSlider>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>
#include <algorithm>

#include "plot/concentration_plot.hpp"
#include "settle.hpp"
#include "ui_samples.hpp"
#include "widgets/diagram_panel.hpp"
#include "widgets/flow_diagram_view.hpp"
#include "widgets/main_window.hpp"
#include "widgets/scenario_panel.hpp"

namespace ketascope {
namespace {

class DiagramPageTest : public ::testing::Test {
 protected:
  DiagramPageTest() : m_window(test::sampleLibrary()) {
    QSignalSpy loaded(m_window.catalog(), &ModelCatalog::loaded);
    EXPECT_TRUE(test::next(loaded));
    m_window.resize(1280, 800);
    m_window.show();
    open(test::infusion("first"));
  }
  void open(ScenarioSpec spec) {
    ScenarioFile file;
    file.scenarios = {std::move(spec)};
    m_window.document()->reset(file);
    m_window.scenarios()->setCurrent(0);
    settle();
  }
  void settle() {
    test::settle(m_window);
    test::settle(*panel()->runner());
  }
  void turnTo() {
    m_window.tables()->setCurrentWidget(panel());
    settle();
    ASSERT_NE(panel()->picture(), nullptr);
    ASSERT_EQ(panel()->picture()->problem.toStdString(), "");
  }
  int box(const std::string& name) {
    const auto& boxes = panel()->picture()->diagram.boxes;
    const auto found = std::ranges::find(boxes, name, &FlowDiagram::Box::name);
    return static_cast<int>(found - boxes.begin());
  }
  int arrow(const std::string& from, const std::string& to) {
    const auto& arrows = panel()->picture()->diagram.arrows;
    const auto found = std::ranges::find_if(arrows, [&](const FlowDiagram::Arrow& each) {
      return each.from == box(from) && each.to == box(to);
    });
    return static_cast<int>(found - arrows.begin());
  }
  DiagramPanel* panel() { return m_window.diagram(); }
  FlowDiagramView* view() { return panel()->view(); }

  MainWindow m_window;
};

TEST_F(DiagramPageTest, NothingIsComputedUntilSomebodyLooks) {
  EXPECT_EQ(panel()->picture(), nullptr);
  turnTo();
  EXPECT_TRUE(m_window.plot()->isVisible()) << "beside the diagram";
  EXPECT_GT(m_window.plot()->height(), 200);
  EXPECT_GT(m_window.tables()->height(), 250);
}

TEST_F(DiagramPageTest, TheTablesGetTheirOldHeightBack) {
  const int before = m_window.tables()->height();
  turnTo();
  m_window.tables()->setCurrentIndex(0);
  settle();
  EXPECT_EQ(m_window.tables()->height(), before);
}

TEST_F(DiagramPageTest, BeginsWhereTheCurveIsHighest) {
  turnTo();
  EXPECT_NEAR(panel()->timeH(), 40.0 / 60, 0.02) << "the end of the infusion";
  EXPECT_GT(view()->fillOf(box("central")), 0.95);
}

TEST_F(DiagramPageTest, TheSliderMovesTheCursorOfThePlot) {
  turnTo();
  QSignalSpy hovered(m_window.plot(), &ConcentrationPlot::hovered);
  panel()->slider()->setValue(panel()->slider()->maximum() / 2);
  ASSERT_FALSE(hovered.isEmpty());
  EXPECT_NEAR(hovered.last().at(0).toDouble(), 4.0, 0.05) << "8 h in all";
  EXPECT_NEAR(panel()->timeH(), 4.0, 0.05);
}

TEST_F(DiagramPageTest, TheCursorOfThePlotMovesTheSlider) {
  turnTo();
  m_window.plot()->setCursor(6.0);
  EXPECT_NEAR(panel()->timeH(), 6.0, 0.01);
  EXPECT_NEAR(panel()->slider()->value(), 0.75 * panel()->slider()->maximum(), 2);
}

TEST_F(DiagramPageTest, ArrowKeysPassADoseAtWhichTheCursorSnaps) {
  turnTo();
  panel()->slider()->setValue(0);
  panel()->slider()->setFocus();
  for (int i = 0; i < 40; ++i) {
    QTest::keyClick(panel()->slider(), Qt::Key_Right);
  }
  EXPECT_GT(panel()->timeH(), 1.0) << "the infusion ends at 40 min";
}

TEST_F(DiagramPageTest, BoxesFillAndArrowsWidenWithWhatIsThere) {
  turnTo();
  m_window.plot()->setCursor(0.0);
  EXPECT_LT(view()->fillOf(box("central")), 0.01);
  const double infusing = view()->lineWidthOf(arrow("intravenous", "central"));
  m_window.plot()->setCursor(0.6);
  EXPECT_GT(view()->fillOf(box("central")), 0.9);
  EXPECT_GT(infusing, 2.0) << "while the infusion runs";
  const double there = view()->lineWidthOf(arrow("central", "peripheral1"));
  m_window.plot()->setCursor(7.5);
  EXPECT_EQ(view()->lineWidthOf(arrow("intravenous", "central")), 1.0) << "it has ended";
  EXPECT_LT(view()->lineWidthOf(arrow("central", "peripheral1")), there);
}

TEST_F(DiagramPageTest, AgainstAllThatIsGivenNoBoxIsFullForLong) {
  turnTo();
  m_window.plot()->setCursor(0.6);
  const double ofPeak = view()->fillOf(box("central"));
  panel()->fullBox()->setCurrentIndex(1);
  Q_EMIT panel()->fullBox()->activated(1);
  EXPECT_LT(view()->fillOf(box("central")), 0.6 * ofPeak);
}

TEST_F(DiagramPageTest, SaysInWordsWhatItShows) {
  turnTo();
  m_window.plot()->setCursor(2.0);
  const QString words = view()->accessibleDescription();
  EXPECT_TRUE(words.startsWith("At 2 h")) << words.toStdString();
  for (const char* part : {"central ", "peripheral1 ", " mg", "mg/h", "central to outside",
                           "In the compartments", "eliminated", "= entered 35"}) {
    EXPECT_TRUE(words.contains(part)) << part << " in " << words.toStdString();
  }
  EXPECT_TRUE(panel()->balance()->text().contains("= entered 35")) << "0.5 mg/kg at 70 kg";
}

TEST_F(DiagramPageTest, ToolTipsTellNumbersAndUnits) {
  turnTo();
  m_window.plot()->setCursor(2.0);
  const auto& at = panel()->picture()->diagram.boxes[static_cast<std::size_t>(box("central"))];
  const QPointF place = (QPointF(at.centre.x, at.centre.y) + QPointF(10, 10)) * view()->scale();
  const QString words = view()->wordsAt(place);
  EXPECT_TRUE(words.contains("now ")) << words.toStdString();
  EXPECT_TRUE(words.contains(" mg"));
  EXPECT_TRUE(words.contains("most: "));
  EXPECT_TRUE(view()->wordsAt({1, 1}).isEmpty());
}

TEST_F(DiagramPageTest, TheClockMovesTheTimeUntilItIsStopped) {
  turnTo();
  panel()->slider()->setValue(100);
  panel()->playButton()->click();
  const double before = panel()->timeH();
  QTest::qWait(300);
  EXPECT_GT(panel()->timeH(), before);
  panel()->playButton()->click();
  const double stopped = panel()->timeH();
  QTest::qWait(100);
  EXPECT_EQ(panel()->timeH(), stopped);
  panel()->slider()->setValue(panel()->slider()->maximum() - 3);
  panel()->playButton()->click();
  while (panel()->playButton()->isChecked()) {
    QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
  }
  EXPECT_EQ(panel()->slider()->value(), panel()->slider()->maximum()) << "stops at the end";
}

TEST_F(DiagramPageTest, FollowsTheDocument) {
  turnTo();
  m_window.plot()->setCursor(0.6);
  const QString before = panel()->balance()->text();
  ScenarioSpec more = test::infusion("first");
  more.doses[0].amount = {1.0, "mg/kg"};
  m_window.document()->changeScenario(0, more, "double");
  settle();
  EXPECT_NE(panel()->balance()->text(), before);
  EXPECT_TRUE(panel()->isVisible());
}

TEST_F(DiagramPageTest, TheLargestModelIsShownWithWhatIsInIt) {
  ScenarioSpec spec = test::infusion("reference");
  spec.model = "ketascope-reference";
  open(spec);
  turnTo();
  EXPECT_GT(panel()->picture()->diagram.boxes.size(), 15U);
  EXPECT_GT(panel()->picture()->diagram.left_out.size(), 0U);
  EXPECT_GE(view()->scale(), 0.5) << "letters can be read; it scrolls";
  m_window.plot()->setCursor(2.0);
  EXPECT_TRUE(panel()->balance()->text().contains("=")) << panel()->balance()->text().toStdString();
}

TEST_F(DiagramPageTest, AScenarioWithoutACurveSaysSo) {
  turnTo();
  ScenarioFile file = m_window.document()->value();
  file.scenarios[0].visible = false;
  m_window.document()->change(file, "hide");
  settle();
  EXPECT_FALSE(panel()->slider()->isEnabled());
  EXPECT_FALSE(panel()->balance()->text().isEmpty());
}

}  // namespace
}  // namespace ketascope
