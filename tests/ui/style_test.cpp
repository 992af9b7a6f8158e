// SPDX-License-Identifier: GPL-3.0-or-later
// Colours, lines, widths and legend texts that somebody has chosen.
#include <gtest/gtest.h>

#include <QColorDialog>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTableWidget>

#include "open_window.hpp"
#include "plot/concentration_plot.hpp"
#include "plot/plot_theme.hpp"
#include "viewmodel/route_comparison.hpp"
#include "viewmodel/scenario_list_model.hpp"
#include "widgets/style_dialog.hpp"

namespace ketascope {
namespace {

// Inside a test the name Run is GoogleTest's.
using Simulated = Run;

class StyleTest : public test::OpenWindow {
 protected:
  const Figure& figure() { return m_window->plot()->figure(); }
  const ScenarioStyle& style(std::size_t i = 0) {
    return m_window->document()->value().scenarios[i].style;
  }
  std::unique_ptr<StyleDialog> dialog() {
    return std::make_unique<StyleDialog>(m_window->document(), m_window->catalog(), figure(),
                                         m_window.get());
  }
  static void choose(QComboBox* box, const QString& id) {
    const int place = box->findData(id);
    ASSERT_GE(place, 0) << id.toStdString();
    box->setCurrentIndex(place);
    Q_EMIT box->activated(place);
  }
  /// Pixels of exactly this colour in what is on the screen.
  int painted(const QColor& colour) {
    settle();
    const QImage image = m_window->plot()->grab().toImage();
    int found = 0;
    for (int y = 0; y < image.height(); ++y) {
      for (int x = 0; x < image.width(); ++x) {
        found += image.pixelColor(x, y) == colour ? 1 : 0;
      }
    }
    return found;
  }
};

TEST_F(StyleTest, ADialogOfColoursThatIsCancelledKeepsTheColourChosenBefore) {
  const auto shown = dialog();
  QComboBox* box = shown->colourBox(0);
  choose(box, "#d55e00");
  QTimer timer;
  QObject::connect(&timer, &QTimer::timeout, [] {
    if (auto* colours = qobject_cast<QColorDialog*>(QApplication::activeModalWidget())) {
      EXPECT_EQ(colours->currentColor().name(), "#d55e00") << "it begins with the present one";
      colours->reject();
    }
  });
  timer.start(10);
  choose(box, "?");
  timer.stop();
  EXPECT_EQ(box->currentData().toString(), "#d55e00");
}

TEST_F(StyleTest, EveryCurveDrawnHasARow) {
  const auto styles = dialog();
  EXPECT_EQ(styles->table()->rowCount(), static_cast<int>(figure().curves.size()));
  EXPECT_EQ(styles->legend(0)->placeholderText(), "first");
  styles->accept();
  EXPECT_EQ(m_window->document()->undoStack()->count(), 0) << "nothing was chosen";
}

TEST_F(StyleTest, WhatIsChosenIsDrawnKeptAndUndone) {
  EXPECT_EQ(painted(QColor("#123456")), 0);
  const auto styles = dialog();
  styles->colourBox(0)->insertItem(1, "own", "#123456");
  choose(styles->colourBox(0), "#123456");
  choose(styles->lineBox(0), "dotted");
  styles->width(0)->setValue(6);
  styles->legend(0)->setText("Mine");
  styles->accept();
  settle();
  EXPECT_EQ(style().colour, "#123456");
  EXPECT_EQ(style().curves.at("ketamine"), (CurveStyle{"dotted", 6, "Mine"}));
  EXPECT_EQ(style(1), ScenarioStyle());
  EXPECT_EQ(figure().curves.at(0).dash, 2);
  EXPECT_EQ(figure().curves.at(0).width, 6);
  EXPECT_EQ(figure().curves.at(0).label, "Mine");
  EXPECT_EQ(figure().colours, (std::map<int, std::string>{{0, "#123456"}}));
  EXPECT_GT(painted(QColor("#123456")), 100);
  EXPECT_EQ(
      m_window->scenarios()->view()->model()->index(0, 0).data(Qt::DecorationRole).value<QColor>(),
      QColor("#123456"))
      << "the list beside shows the same";

  const QString file = saved("styles.toml", m_window->document()->value());
  const auto again = load_scenario_file(file.toStdString());
  ASSERT_TRUE(again);
  EXPECT_EQ(*again, m_window->document()->value());
  m_window->document()->undoStack()->undo();
  settle();
  EXPECT_EQ(style(), ScenarioStyle());
  EXPECT_EQ(painted(QColor("#123456")), 0);
}

TEST_F(StyleTest, TheColourFollowsAScenarioWhenAnotherIsHidden) {
  ScenarioFile file = m_window->document()->value();
  file.scenarios[1].style.colour = "#654321";
  file.scenarios[0].visible = false;
  m_window->document()->change(file, "hide");
  EXPECT_GT(painted(QColor("#654321")), 50);
  EXPECT_EQ(figure().colours, (std::map<int, std::string>{{1, "#654321"}}));
}

TEST(PlotThemeTest, OnADarkGroundAColourOfThePaletteIsItsCounterpart) {
  const PlotTheme light = PlotTheme::light();
  const PlotTheme dark = PlotTheme::darkTheme();
  for (int i = 0; i < light.curves.size(); ++i) {
    EXPECT_EQ(dark.drawn(light.curves[i]), dark.curves[i]) << i;
    EXPECT_EQ(light.drawn(light.curves[i]), light.curves[i]) << i;
  }
}

TEST(PlotThemeTest, WhateverIsChosenStandsOutOnADarkGround) {
  const PlotTheme dark = PlotTheme::darkTheme();
  EXPECT_NEAR(contrast(Qt::black, Qt::white), 21.0, 1e-6) << "as WCAG defines it";
  EXPECT_NEAR(contrast(QColor("#767676"), Qt::white), 4.54, 0.01);
  for (const char* name : {"#000001", "#1b1e23", "#000080", "#0000ff", "#400000", "#003300",
                           "#123456", "#4b0082", "#333333"}) {
    const QColor chosen(name);
    const QColor drawn = dark.drawn(chosen);
    EXPECT_LT(contrast(chosen, dark.background), 3.0) << name;
    EXPECT_GE(contrast(drawn, dark.background), 3.0) << name;
    EXPECT_LT(contrast(drawn, dark.background), 3.6) << name << ": no lighter than it has to be";
  }
  EXPECT_EQ(dark.drawn(QColor("#00ff00")), QColor("#00ff00")) << "stands out as it is";
  EXPECT_NEAR(dark.drawn(QColor("#000080")).hslHueF(), QColor("#000080").hslHueF(), 0.01)
      << "a dark blue stays blue";
}

TEST_F(StyleTest, BlackIsDrawnLightInADarkWindowAndKeptAsBlack) {
  ScenarioFile file = m_window->document()->value();
  file.scenarios[0].style.colour = "#000000";
  m_window->document()->change(file, "black");
  settle();
  const auto inList = [&] {
    return m_window->scenarios()
        ->view()
        ->model()
        ->index(0, 0)
        .data(Qt::DecorationRole)
        .value<QColor>();
  };
  EXPECT_GT(painted(Qt::black), 100);
  EXPECT_EQ(inList(), QColor(Qt::black));
  QPalette night;
  night.setColor(QPalette::Window, QColor(QRgb{0x24282e}));
  QApplication::setPalette(night);  // a dialog has it from there
  const QColor counterpart = PlotTheme::darkTheme().curves[4];
  EXPECT_EQ(painted(Qt::black), 0);
  EXPECT_GT(painted(counterpart), 100) << "curve, legend and dose";
  EXPECT_EQ(inList(), counterpart);
  const auto styles = dialog();
  const QComboBox* box = styles->colourBox(0);
  EXPECT_EQ(box->currentData().toString(), "#000000");
  EXPECT_EQ(box->itemIcon(box->currentIndex()).pixmap(14, 14).toImage().pixelColor(7, 7),
            counterpart);
  styles->accept();
  EXPECT_EQ(style().colour, "#000000");
  QApplication::setPalette(QPalette());
  EXPECT_GT(painted(Qt::black), 100);
}

TEST_F(StyleTest, NothingIsComputedAnewForAStyle) {
  SimulationRequest request;
  request.document = m_window->document()->value();
  request.library = m_window->catalog()->catalog().library;
  SimulationOutcome before = simulateDocument(request, {}, nullptr);
  Simulated known = *before.scenarios.at(0).run;
  known.result.subjects[0].values.assign(known.result.subjects[0].values.size(), 42.0);
  before.scenarios[0].run = std::make_shared<const Simulated>(known);
  request.document.scenarios[0].style.colour = "#654321";
  const SimulationOutcome after = simulateDocument(request, {}, &before);
  EXPECT_EQ(after.scenarios.at(0).run->result.subjects[0].values.front(), 42.0);
  EXPECT_EQ(after.figure.colours.at(0), "#654321");
}

TEST_F(StyleTest, AllCurvesOfAScenarioShareItsColour) {
  ScenarioSpec spec = m_window->document()->value().scenarios[0];
  spec.model = "simons2022";
  spec.doses[0].form = "racemate";
  spec.outputs = {"S-ketamine", "S-norketamine"};
  m_window->document()->changeScenario(0, spec, "two curves");
  settle();
  ASSERT_EQ(figure().curves.size(), 3U);
  const auto styles = dialog();
  choose(styles->colourBox(1), "#d55e00");
  EXPECT_EQ(styles->colourBox(0)->currentData().toString(), "#d55e00");
  EXPECT_EQ(styles->colourBox(2)->currentData().toString(), QString()) << "another scenario";
  styles->usualButton()->click();
  EXPECT_EQ(styles->colourBox(0)->currentIndex(), 0);
}

TEST_F(StyleTest, CopiesAndComparisonsAreToldApart) {
  ScenarioSpec spec = m_window->document()->value().scenarios[0];
  spec.style.colour = "#654321";
  for (const ScenarioSpec& each : byEveryOtherRoute(spec, 0, m_window->catalog()->catalog())) {
    EXPECT_EQ(each.style, ScenarioStyle());
  }
  m_window->document()->changeScenario(0, spec, "colour");
  m_window->scenarios()->setCurrent(0);
  m_window->scenarios()->duplicate();
  EXPECT_EQ(style(1), ScenarioStyle());
}

}  // namespace
}  // namespace ketascope
