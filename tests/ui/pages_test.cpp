// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of the window, driven as a person drives them: observed data, every model's answer, the
// card of a model, effects, doses by hand.
#include <gtest/gtest.h>

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QSlider>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>
#include <QTextOption>
#include <QToolBar>
#include <QToolButton>
#include <QToolTip>
#include <stdexcept>

#include "plot/concentration_plot.hpp"
#include "settle.hpp"
#include "ui_samples.hpp"
#include "widgets/compare_panel.hpp"
#include "widgets/diagram_panel.hpp"
#include "widgets/disagreement_panel.hpp"
#include "widgets/editor_panel.hpp"
#include "widgets/effect_button.hpp"
#include "widgets/main_window.hpp"
#include "widgets/message_bar.hpp"
#include "widgets/model_card_panel.hpp"
#include "widgets/parameter_panel.hpp"
#include "widgets/scenario_panel.hpp"
#include "widgets/schedule_panel.hpp"

namespace ketascope {
namespace {

class Pages : public ::testing::Test {
 protected:
  Pages() {
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    m_window = std::make_unique<MainWindow>(test::sampleLibrary());
    QSignalSpy loaded(m_window->catalog(), &ModelCatalog::loaded);
    EXPECT_TRUE(test::next(loaded));
    m_window->resize(1280, 800);
    m_window->show();
    open({test::infusion("first")});
  }

  void open(std::vector<ScenarioSpec> scenarios) {
    ScenarioFile file;
    file.scenarios = std::move(scenarios);
    m_window->document()->reset(file);
    m_window->scenarios()->setCurrent(0);
    settle();
  }
  static void wait(BackgroundRunner* runner) { test::settle(*runner); }
  void settle() { wait(m_window->runner()); }

  /// Clicks the tab of a page.
  void turnTo(QWidget* page) {
    QTabBar* bar = m_window->pages()->tabBar();
    const int index = m_window->pages()->indexOf(page);
    QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(index).center());
    EXPECT_EQ(m_window->pages()->currentWidget(), page);
  }
  /// The button of the toolbar with this text.
  QToolButton* button(const QString& text) {
    for (QToolButton* each : m_window->findChild<QToolBar*>()->findChildren<QToolButton*>()) {
      if (each->text() == text) {
        return each;
      }
    }
    return nullptr;
  }
  void click(const QString& text) {
    QToolButton* wanted = button(text);
    ASSERT_NE(wanted, nullptr) << text.toStdString();
    QTest::mouseClick(wanted, Qt::LeftButton);
    settle();
  }
  const Figure& figure() { return m_window->plot()->figure(); }
  const ScenarioSpec& spec() { return m_window->document()->value().scenarios[0]; }
  QWidget* canvas() { return m_window->plot()->findChild<QWidget*>(); }

  QTemporaryDir m_settings;
  std::unique_ptr<MainWindow> m_window;
};

/// Kamp 2020: 0.14, 0.28 and 0.57 mg/kg S-ketamine over an hour each, arterial samples.
ScenarioSpec threeSteps(const std::string& model) {
  ScenarioSpec spec = test::infusion("three steps");
  spec.model = model;
  spec.sampling.until = {6, "h"};
  const DoseSpec step = spec.doses.front();
  spec.doses.clear();
  for (const auto& [start, amount] : {std::pair(0, 0.14), std::pair(1, 0.28), std::pair(2, 0.57)}) {
    spec.doses.push_back(step);
    spec.doses.back().start = {static_cast<double>(start), "h"};
    spec.doses.back().amount = {amount, "mg/kg"};
    spec.doses.back().duration = Measure{60, "min"};
  }
  spec.outputs = {"S-ketamine"};
  return spec;
}

class ObservedPage : public Pages {};

TEST_F(ObservedPage, AButtonDrawsWhatWasObservedUnderTheSameDose) {
  open({threeSteps("simons2022")});
  EXPECT_TRUE(figure().points.empty());
  click("Observed data");
  ASSERT_EQ(figure().points.size(), 16U);
  for (const auto& point : figure().points) {
    EXPECT_FALSE(point.open) << "an arterial model beside arterial samples";
  }
  EXPECT_NE(figure().footnote.find("Observed: Kamp 2020 (doi:"), std::string::npos);
  EXPECT_EQ(figure().footnote.find("Open marks"), std::string::npos);
  click("Observed data");
  EXPECT_TRUE(figure().points.empty());
}

TEST_F(ObservedPage, SaysWhereArterialAndVenousDiffer) {
  open({threeSteps("otto2021")});
  click("Observed data");
  ASSERT_FALSE(figure().points.empty());
  EXPECT_TRUE(figure().points[0].open);
  EXPECT_NE(
      figure().footnote.find("Kamp 2020: arterial samples beside a curve whose samples are venous"),
      std::string::npos)
      << figure().footnote;
}

TEST_F(ObservedPage, SaysWhenThereIsNothingToDraw) {
  click("Observed data");
  EXPECT_TRUE(figure().points.empty());
  ASSERT_EQ(m_window->messages()->messages().size(), 1U);
  EXPECT_TRUE(m_window->messages()->messages()[0].text.contains("no observed data"));
  click("Observed data");
  EXPECT_TRUE(m_window->messages()->messages().empty());
}

TEST_F(ObservedPage, BelongsToTheDocumentAndCanBeUndone) {
  click("Observed data");
  EXPECT_TRUE(m_window->document()->value().display.observed);
  m_window->document()->undoStack()->undo();
  settle();
  EXPECT_FALSE(m_window->document()->value().display.observed);
  EXPECT_FALSE(button("Observed data")->isChecked());
}

class DisagreementPage : public Pages {
 protected:
  DisagreementPanel* panel() { return m_window->disagreement(); }
  void ask() {
    click("Model disagreement");
    wait(panel()->runner());
  }
};

TEST_F(DisagreementPage, OneClickAsksEveryModelAndSaysWhoIsLeftOutAndWhy) {
  ask();
  EXPECT_EQ(m_window->pages()->currentWidget(), panel());
  const Figure& shown = panel()->plot()->figure();
  EXPECT_GE(shown.curves.size(), 2U);
  EXPECT_TRUE(shown.envelope.has_value());
  EXPECT_EQ(shown.doses.size(), 1U);
  const DisagreementTableModel* answers = panel()->answers();
  int reasons = 0;
  for (int row = 0; row < answers->rowCount(); ++row) {
    if (answers->isReason(row)) {
      ++reasons;
      EXPECT_TRUE(answers->index(row, DisagreementTableModel::Grade)
                      .data()
                      .toString()
                      .startsWith("not eligible – "));
      EXPECT_EQ(panel()->table()->columnSpan(row, DisagreementTableModel::Grade),
                DisagreementTableModel::ColumnCount - 1);
    }
  }
  // The answers, their range and the others make the whole library.
  EXPECT_EQ(answers->rowCount() - 1,
            static_cast<int>(m_window->catalog()->catalog().entries.size()));
  EXPECT_EQ(static_cast<std::size_t>(answers->rowCount() - 1 - reasons), shown.curves.size());
  EXPECT_TRUE(panel()->notes()->text().contains(QStringLiteral("•")));
}

TEST_F(DisagreementPage, TheTableHasPeakExposureAndHalfTime) {
  ask();
  const DisagreementTableModel* answers = panel()->answers();
  const auto cell = [&](int row, int column) {
    return answers->index(row, column).data().toString();
  };
  EXPECT_EQ(answers->headerData(DisagreementTableModel::Cmax, Qt::Horizontal).toString(),
            "Cmax\nng/mL");
  EXPECT_GT(cell(0, DisagreementTableModel::Cmax).toDouble(), 20);
  EXPECT_GT(cell(0, DisagreementTableModel::Auc).toDouble(), 20);
  EXPECT_TRUE(cell(0, DisagreementTableModel::HalfTime).endsWith("min"));
  EXPECT_TRUE(answers->text().contains("lowest to highest"));
}

TEST_F(DisagreementPage, RangeOfTheModelsHasTheFactorBelowAndIsCopiedOnOneLine) {
  ask();
  const DisagreementTableModel* answers = panel()->answers();
  int ranges = 0;
  for (int row = 0; row < answers->rowCount(); ++row) {
    const int more =
        panel()->table()->rowHeight(row) - panel()->table()->verticalHeader()->defaultSectionSize();
    if (answers->isRange(row)) {
      ++ranges;
      EXPECT_GT(more, 0);
      EXPECT_TRUE(answers->index(row, DisagreementTableModel::Cmax)
                      .data()
                      .toString()
                      .contains(QStringLiteral("\n×")));
    } else {
      EXPECT_EQ(more, 0) << row;
    }
  }
  EXPECT_EQ(ranges, 1);
  EXPECT_EQ(answers->text().count('\n'), answers->rowCount());
}

TEST_F(DisagreementPage, LineStyleFollowsTheSamplingSite) {
  ask();
  const DisagreementTableModel* answers = panel()->answers();
  const Figure& shown = panel()->plot()->figure();
  for (std::size_t i = 0; i < shown.curves.size(); ++i) {
    const QString site =
        answers->index(static_cast<int>(i), DisagreementTableModel::Site).data().toString();
    EXPECT_EQ(shown.curves[i].dash, site == "arterial" ? 0 : (site == "venous" ? 1 : 2))
        << shown.curves[i].label;
  }
}

TEST_F(DisagreementPage, FollowsTheDoseThatIsTyped) {
  ask();
  const double before =
      panel()->answers()->index(0, DisagreementTableModel::Cmax).data().toDouble();
  QLineEdit* amount = m_window->editor()->amount()->lineEdit();
  amount->setFocus();
  amount->selectAll();
  QTest::keyClicks(amount, "1");
  wait(panel()->runner());
  const double after = panel()->answers()->index(0, DisagreementTableModel::Cmax).data().toDouble();
  EXPECT_NEAR(after / before, 2.0, 0.01);
}

TEST_F(DisagreementPage, IsNotComputedWhileItIsOutOfSight) {
  settle();
  EXPECT_EQ(panel()->runner()->generation(), 0U);
  EXPECT_EQ(panel()->answers()->rowCount(), 0);
}

TEST_F(DisagreementPage, EveryModelMayTakeTheDoseAsItsOwnForm) {
  ask();
  const std::size_t alike = panel()->plot()->figure().curves.size();
  QTest::mouseClick(panel()->ownForms(), Qt::LeftButton, {},
                    QPoint(8, panel()->ownForms()->height() / 2));
  ASSERT_TRUE(panel()->ownForms()->isChecked());
  wait(panel()->runner());
  EXPECT_GT(panel()->plot()->figure().curves.size(), alike);
}

TEST_F(DisagreementPage, SaysWhyNothingAnswers) {
  ScenarioSpec wrong = test::infusion("wrong");
  wrong.doses[0].amount = {5, "h"};
  open({wrong});
  ask();
  EXPECT_TRUE(panel()->plot()->figure().curves.empty());
  EXPECT_FALSE(panel()->notes()->text().isEmpty());
}

TEST_F(DisagreementPage, ObservedDataStandOverTheCurvesOfTheModelsToo) {
  open({threeSteps("simons2022")});
  m_window->editor()->setDose(0);
  click("Observed data");
  ask();
  EXPECT_TRUE(panel()->notes()->text().contains("dose 1 is compared"));
}

class CardPage : public Pages {
 protected:
  ModelCardPanel* panel() { return m_window->card(); }
};

TEST_F(CardPage, ShowsTextAndDiagramOfTheModelInUse) {
  turnTo(panel());
  wait(panel()->runner());
  EXPECT_EQ(panel()->modelBox()->currentText(), "kamp2020");
  EXPECT_TRUE(panel()->text()->toPlainText().contains("10.1097/ALN"));
  ASSERT_FALSE(panel()->diagram()->isEmpty());
  EXPECT_GT(panel()->diagram()->width(), 100);
  const QImage drawn = panel()->diagram()->grab().toImage();
  int dark = 0;
  for (int x = 0; x < drawn.width(); x += 2) {
    for (int y = 0; y < drawn.height(); y += 2) {
      dark += drawn.pixelColor(x, y).lightness() < 128 ? 1 : 0;
    }
  }
  EXPECT_GT(dark, 50) << "boxes, arrows and words";
}

TEST_F(CardPage, TheButtonOfTheFormLeadsToIt) {
  for (QToolButton* each : m_window->editor()->findChildren<QToolButton*>()) {
    if (each->text().startsWith("&Card")) {
      QTest::mouseClick(each, Qt::LeftButton);
    }
  }
  EXPECT_EQ(m_window->pages()->currentWidget(), panel());
}

TEST_F(CardPage, FollowsTheModelAndShowsAnyOther) {
  turnTo(panel());
  QComboBox* model = m_window->editor()->modelBox();
  model->setCurrentIndex(model->findData("simons2022"));
  Q_EMIT model->activated(model->currentIndex());
  settle();
  wait(panel()->runner());
  EXPECT_EQ(panel()->modelBox()->currentText(), "simons2022");
  EXPECT_TRUE(panel()->text()->toPlainText().contains("Simons"));
  QTest::keyClicks(panel()->modelBox(), "domino");
  Q_EMIT panel()->modelBox()->activated(panel()->modelBox()->currentIndex());
  wait(panel()->runner());
  EXPECT_TRUE(panel()->text()->toPlainText().contains("Domino"));
}

TEST_F(CardPage, NoModelsTablesAreWiderThanTheirPlace) {
  turnTo(panel());
  QComboBox* model = panel()->modelBox();
  for (int i = 0; i < model->count(); ++i) {
    panel()->setModel(model->itemData(i).toString());
    wait(panel()->runner());
    EXPECT_FALSE(panel()->text()->horizontalScrollBar()->isVisible())
        << model->itemText(i).toStdString();
  }
  EXPECT_EQ(panel()->text()->wordWrapMode(), QTextOption::WordWrap) << "nor broken within a word";
}

TEST_F(CardPage, ALargeModelIsSeenWhole) {
  turnTo(panel());
  panel()->setModel("ketascope-reference");
  wait(panel()->runner());
  const QWidget* place = panel()->diagram()->parentWidget();
  EXPECT_LE(panel()->diagram()->width(), place->width());
  EXPECT_LE(panel()->diagram()->height(), place->height());
}

TEST_F(CardPage, TheDiagramIsDarkInADarkWindow) {
  turnTo(panel());
  wait(panel()->runner());
  QPalette dark;
  dark.setColor(QPalette::Base, QColor(QRgb{0x1b1e23}));
  panel()->diagram()->setPalette(dark);
  const QImage drawn = panel()->diagram()->grab().toImage();
  EXPECT_EQ(drawn.pixelColor(1, 1), QColor(QRgb{0x1b1e23}));
  int light = 0;
  for (int x = 0; x < drawn.width(); x += 2) {
    for (int y = 0; y < drawn.height(); y += 2) {
      light += drawn.pixelColor(x, y).lightness() > 128 ? 1 : 0;
    }
  }
  EXPECT_GT(light, 50) << "boxes, arrows and words";
}

TEST_F(Pages, TheTabsOfTheTablesStayWhereTheyAre) {
  const QTabWidget* tables = m_window->tables();
  const QTabBar* bar = tables->tabBar();
  const QPoint place = bar->mapTo(m_window.get(), QPoint());
  for (int i = 0; i < tables->count(); ++i) {
    if (tables->isTabVisible(i)) {
      m_window->tables()->setCurrentIndex(i);
      settle();
      EXPECT_EQ(bar->mapTo(m_window.get(), QPoint()), place) << i;
    }
  }
}

TEST_F(Pages, ADoseAddedInTheFormCanBeCopiedAndDeletedInTheTable) {
  const auto button = [](QWidget* panel, const QString& text) {
    for (QToolButton* each : panel->findChildren<QToolButton*>()) {
      if (each->text() == text) {
        return each;
      }
    }
    return static_cast<QToolButton*>(nullptr);
  };
  QToolButton* remove = button(m_window->schedule(), "Delete dose");
  ASSERT_NE(remove, nullptr);
  EXPECT_FALSE(remove->isEnabled()) << "the form does not remove the only dose, either";
  EXPECT_TRUE(remove->toolTip().contains("only dose"));
  button(m_window->editor(), "+")->click();
  settle();
  EXPECT_EQ(m_window->editor()->dose(), 1U);
  EXPECT_EQ(m_window->schedule()->current(), 1);
  EXPECT_TRUE(remove->isEnabled());
  EXPECT_TRUE(button(m_window->schedule(), "Copy dose")->isEnabled());
  remove->click();
  settle();
  EXPECT_EQ(m_window->document()->value().scenarios[0].doses.size(), 1U);
  m_window->schedule()->remove();
  EXPECT_EQ(m_window->document()->value().scenarios[0].doses.size(), 1U);
}

class EffectPane : public Pages {
 protected:
  void choose(const QString& id) {
    for (QAction* action : m_window->editor()->effectsButton()->menu()->actions()) {
      if (action->data().toString() == id) {
        EXPECT_TRUE(action->isEnabled());
        action->trigger();
      }
    }
    settle();
  }
  ScenarioSpec driven() {
    ScenarioSpec spec = test::infusion("with effect");
    spec.model = "simons2022";
    return spec;
  }
};

TEST_F(EffectPane, AnEffectHasItsSiteAndItselfBelowTheConcentrations) {
  open({driven()});
  EXPECT_TRUE(figure().panes.empty());
  const double whole = m_window->plot()->plotRect().height();
  choose("olofsen2022");
  EXPECT_EQ(spec().effects, std::vector<std::string>{"olofsen2022"});
  ASSERT_EQ(figure().panes.size(), 2U);
  EXPECT_EQ(figure().panes[0].label, "effect site [ng/mL]");
  EXPECT_EQ(figure().panes[1].curves.size(), 1U);
  for (const auto& curve : figure().curves) {
    EXPECT_FALSE(curve.output.starts_with("olofsen2022")) << "blood only in the first diagram";
  }
  QTest::qWait(50);
  EXPECT_LT(m_window->plot()->plotRect().height(), whole * 0.75);
  EXPECT_TRUE(m_window->plot()->description().contains("between"));
  choose("olofsen2022");
  EXPECT_TRUE(figure().panes.empty());
  QTest::qWait(50);
  EXPECT_NEAR(m_window->plot()->plotRect().height(), whole, 3);
}

TEST_F(EffectPane, ItsParametersHaveSlidersAndGoWithIt) {
  open({driven()});
  m_window->forms()->setCurrentWidget(m_window->parameters());
  choose("olofsen2022");
  const Model& composed = *m_window->runner()->latest()->scenarios.front().run->scenario.model;
  std::string name;
  for (const Parameter& parameter : composed.parameters) {
    if (parameter.name.starts_with("olofsen2022_")) {
      name = parameter.name;
    }
  }
  ASSERT_FALSE(name.empty());
  QSlider* slider = m_window->parameters()->slider(name);
  ASSERT_TRUE(slider->isVisible());
  slider->setValue(slider->value() + 200);
  settle();
  EXPECT_TRUE(spec().parameters.contains(name));
  EXPECT_TRUE(m_window->runner()->latest()->scenarios.front().run) << "the engine takes it";
  EXPECT_EQ(m_window->parameters()->slider(name), slider) << "the row stays while it is moved";
  EXPECT_TRUE(m_window->parameters()->slider("CLK1") != nullptr) << "the model's own are there too";
  choose("olofsen2022");
  EXPECT_TRUE(spec().effects.empty());
  EXPECT_TRUE(spec().parameters.empty()) << "nothing is left that no model knows";
  EXPECT_TRUE(m_window->runner()->latest()->scenarios.front().run);
}

TEST_F(Pages, TheOnlyDoseAndTheIntervalOfASingleOneSayWhyTheyAreGreyed) {
  int found = 0;
  for (const QToolButton* button : m_window->editor()->findChildren<QToolButton*>()) {
    if (button->accessibleName() == "Remove this dose") {
      ++found;
      EXPECT_FALSE(button->isEnabled());
      EXPECT_TRUE(button->toolTip().contains("only dose"));
    }
  }
  EXPECT_EQ(found, 1);
  m_window->compare()->setCanCompareRoutes("because");
  for (const QToolButton* button : m_window->compare()->findChildren<QToolButton*>()) {
    EXPECT_TRUE(button->isEnabled() || button->toolTip() == "because");
  }
}

TEST_F(EffectPane, WhatTheModelCannotDriveIsGreyedWithTheReason) {
  int greyed = 0;
  for (const QAction* action : m_window->editor()->effectsButton()->menu()->actions()) {
    if (!action->isEnabled()) {
      ++greyed;
      EXPECT_TRUE(action->toolTip().contains("follows")) << action->toolTip().toStdString();
    }
  }
  EXPECT_GE(greyed, 1);
}

TEST_F(Pages, AJobThatFailsIsSaidInItsPanel) {
  const auto fail = [](BackgroundRunner& runner) {
    runner.submit(BackgroundRunner::Work([](const RunControl&) -> BackgroundRunner::Answer {
      throw std::runtime_error("no luck");
    }));
    test::settle(runner);
  };
  turnTo(m_window->card());
  wait(m_window->card()->runner());
  fail(*m_window->card()->runner());
  EXPECT_TRUE(m_window->card()->text()->toPlainText().contains("no luck"));
  EXPECT_TRUE(m_window->card()->diagram()->isEmpty());
  turnTo(m_window->disagreement());
  wait(m_window->disagreement()->runner());
  fail(*m_window->disagreement()->runner());
  EXPECT_TRUE(m_window->disagreement()->notes()->text().contains("no luck"));
  EXPECT_TRUE(m_window->disagreement()->notes()->isVisible());
  m_window->pages()->setCurrentIndex(0);
  m_window->tables()->setCurrentWidget(m_window->diagram());
  wait(m_window->diagram()->runner());
  ASSERT_TRUE(m_window->diagram()->slider()->isEnabled());
  fail(*m_window->diagram()->runner());
  EXPECT_TRUE(m_window->diagram()->balance()->text().contains("no luck"));
  EXPECT_FALSE(m_window->diagram()->slider()->isEnabled());
  turnTo(m_window->card());
  wait(m_window->card()->runner());
  EXPECT_FALSE(m_window->card()->diagram()->isEmpty()) << "it is tried again";
}

TEST(Running, AJobOfTheDocumentThatThrowsIsAMessage) {
  SimulationRunner runner(
      nullptr,
      [](const SimulationRequest&, const RunControl&,
         const SimulationOutcome*) -> SimulationOutcome { throw std::runtime_error("no luck"); });
  QSignalSpy finished(&runner, &SimulationRunner::finished);
  SimulationRequest request;
  request.document.scenarios = {test::infusion("first")};
  runner.submit(request);
  ASSERT_TRUE(test::next(finished));
  ASSERT_EQ(runner.latest()->diagnostics.size(), 1U);
  EXPECT_EQ(runner.latest()->diagnostics[0].code, "program.defect");
  EXPECT_EQ(runner.latest()->document, request.document);
}

class DoseStrip : public Pages {
 protected:
  /// Where the mark of a dose stands on the canvas.
  QRect mark(int dose) {
    QTest::qWait(40);
    return m_window->plot()->doseMarkRects().at(dose).toRect().translated(-canvas()->pos());
  }
  double pixelsPerHour() {
    return m_window->plot()->plotRect().width() /
           (m_window->plot()->view().xHigh - m_window->plot()->view().xLow);
  }
  void drag(QPoint from, int by, Qt::KeyboardModifiers keys = {}) {
    QTest::mousePress(canvas(), Qt::LeftButton, keys, from);
    for (int i = 1; i <= 5; ++i) {
      const QPointF at = from + QPoint(by * i / 5, 0);
      QMouseEvent move(QEvent::MouseMove, at, canvas()->mapToGlobal(at), Qt::NoButton,
                       Qt::LeftButton, keys);
      QCoreApplication::sendEvent(canvas(), &move);
      settle();
    }
    QTest::mouseRelease(canvas(), Qt::LeftButton, keys, from + QPoint(by, 0));
    settle();
  }
};

TEST_F(DoseStrip, ADoseIsDraggedToAnotherTimeInOneStep) {
  const int steps = m_window->document()->undoStack()->count();
  drag(mark(0).center(), qRound(2 * pixelsPerHour()));
  EXPECT_EQ(spec().doses[0].start, (Measure{2, "h"}));
  EXPECT_EQ(m_window->document()->undoStack()->count(), steps + 1);
  m_window->document()->undoStack()->undo();
  settle();
  EXPECT_EQ(spec().doses[0].start, (Measure{0, "h"}));
  EXPECT_FALSE(m_window->plot()->isZoomed()) << "the view is not panned by it";
}

TEST_F(DoseStrip, TheEndOfAnInfusionIsStretched) {
  drag({mark(0).right(), mark(0).center().y()}, qRound(1 * pixelsPerHour()));
  ASSERT_TRUE(spec().doses[0].duration);
  EXPECT_EQ(spec().doses[0].duration->unit, "min");
  EXPECT_NEAR(spec().doses[0].duration->value, 100, 5);
  EXPECT_EQ(spec().doses[0].start, (Measure{0, "h"}));
}

TEST_F(DoseStrip, WithCtrlACopyIsDragged) {
  drag(mark(0).center(), qRound(4 * pixelsPerHour()), Qt::ControlModifier);
  ASSERT_EQ(spec().doses.size(), 2U);
  EXPECT_EQ(spec().doses[0].start, (Measure{0, "h"}));
  EXPECT_EQ(spec().doses[1].start, (Measure{4, "h"}));
  EXPECT_EQ(spec().doses[1].amount, spec().doses[0].amount);
}

TEST_F(DoseStrip, ADoseStaysUnderTheMouseWhereverTimeCountsFrom) {
  for (const TimeZero zero : {TimeZero::start, TimeZero::first_dose, TimeZero::end_of_input}) {
    for (const bool zoomed : {false, true}) {
      ScenarioSpec one = test::infusion("one");
      one.sampling.until = {12, "h"};
      one.doses[0].start = {1, "h"};
      ScenarioSpec two = test::infusion("two");
      two.doses[0].start = {2, "h"};
      open({one, two});
      DisplaySpec display = m_window->document()->value().display;
      display.time_zero = zero;
      m_window->document()->changeDisplay(display, "zero");
      settle();
      if (zoomed) {
        auto view = m_window->plot()->view();
        view.xLow += 0.3;
        view.xHigh -= 2.0;
        m_window->plot()->setView(view);
      }
      const QPoint from = mark(0).center();
      const int grab = from.x() - mark(0).left();
      const double perHour = pixelsPerHour();
      const double pixelsOfSnap = perHour / 12 + 1;  // five minutes, and what is rounded
      QTest::mousePress(canvas(), Qt::LeftButton, {}, from);
      for (const int by : {20, 60, 90, 140, 70}) {
        const QPointF at = from + QPoint(by, 0);
        QMouseEvent move(QEvent::MouseMove, at, canvas()->mapToGlobal(at), Qt::NoButton,
                         Qt::LeftButton, {});
        QCoreApplication::sendEvent(canvas(), &move);
        settle();
        EXPECT_NEAR(mark(0).left() + grab, at.x(), pixelsOfSnap)
            << "by " << by << ", time counts from " << static_cast<int>(zero)
            << (zoomed ? ", zoomed" : "");
      }
      QTest::mouseRelease(canvas(), Qt::LeftButton, {}, from + QPoint(70, 0));
      settle();
      EXPECT_NEAR(*to_internal(spec().doses[0].start, dimensions::time), 1 + 70 / perHour, 1.0 / 12)
          << static_cast<int>(zero);
      EXPECT_EQ(m_window->plot()->isZoomed(), zoomed);
    }
  }
}

TEST_F(DoseStrip, WhenADoseEntersAfterItsLagIsSaid) {
  const auto said = [this] {
    const QPoint at = mark(0).center();
    QHelpEvent help(QEvent::ToolTip, at, canvas()->mapToGlobal(at));
    QCoreApplication::sendEvent(canvas(), &help);
    return QToolTip::text();
  };
  EXPECT_FALSE(said().contains("lag"));
  ScenarioSpec late = test::infusion("late");
  late.doses[0].start = {1, "h"};
  late.doses[0].lag = Measure{30, "min"};
  open({late});
  EXPECT_NEAR(figure().doses.at(0).x, 1.0, 1e-9) << "where it is given";
  EXPECT_NEAR(figure().doses.at(0).lag, 0.5, 1e-9);
  EXPECT_TRUE(said().contains("1 h 30 min")) << said().toStdString();
}

TEST_F(DoseStrip, NoDoseGoesBeforeTheStart) {
  drag(mark(0).center(), -200);
  EXPECT_EQ(spec().doses[0].start, (Measure{0, "h"}));
}

TEST_F(DoseStrip, TakingHoldOfADoseChoosesItsScenarioAndDose) {
  ScenarioSpec two = test::infusion("two");
  two.doses.push_back(two.doses[0]);
  two.doses[1].start = {3, "h"};
  open({test::infusion("one"), two});
  QTest::mouseClick(canvas(), Qt::LeftButton, {}, mark(2).center());
  settle();
  EXPECT_EQ(m_window->scenarios()->current(), 1);
  EXPECT_EQ(m_window->editor()->dose(), 1U);
}

class TimeAxis : public Pages {};

TEST_F(TimeAxis, CountsFromTheEndOfTheInputWhenAsked) {
  DisplaySpec display = m_window->document()->value().display;
  display.time_zero = TimeZero::end_of_input;
  m_window->document()->changeDisplay(display, "zero");
  settle();
  EXPECT_EQ(figure().x_label, "time after the end of the input [h]");
  EXPECT_NEAR(figure().curves[0].x.front(), -40.0 / 60.0, 1e-9);
  EXPECT_NEAR(figure().doses[0].x, -40.0 / 60.0, 1e-9);
}

}  // namespace
}  // namespace ketascope
