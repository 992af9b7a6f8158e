// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/legend_names.hpp"

#include <gtest/gtest.h>

#include <QFont>
#include <QSet>

#include "plot/concentration_plot.hpp"
#include "ui_samples.hpp"

namespace ketascope {
namespace {

const QStringList ofOneScenario{"ketascope-reference iv 20mg over 40min: S-ketamine",
                                "ketascope-reference iv 20mg over 40min: R-ketamine",
                                "ketascope-reference iv 20mg over 40min: S-norketamine"};

TEST(LegendNames, WhatAllShareGoesFirst) {
  EXPECT_EQ(sharedBeginning(ofOneScenario), 40);
  EXPECT_EQ(sharedBeginning({"a: ketamine", "b: ketamine"}), 0);
  EXPECT_EQ(sharedBeginning({"one name"}), 0);
  const QFontMetricsF metrics{QFont()};
  const double room = metrics.horizontalAdvance("XX S-norketamine");
  QSet<QString> shown;
  for (const QString& name : ofOneScenario) {
    const QString text = shortenedName(name, 40, room, metrics);
    EXPECT_TRUE(text.endsWith(name.mid(40))) << text.toStdString();
    EXPECT_LE(metrics.horizontalAdvance(text), room);
    shown << text;
  }
  EXPECT_EQ(shown.size(), 3);
  EXPECT_EQ(shortenedName(ofOneScenario[0], 40, 1e4, metrics), ofOneScenario[0]);
}

TEST(LegendNames, OfALongScenarioTheOutputStays) {
  const QFontMetricsF metrics{QFont()};
  const QString name = "a very long name of a scenario that somebody typed: norketamine";
  const QString text =
      shortenedName(name, 0, metrics.horizontalAdvance("a very long name: norketamine"), metrics);
  EXPECT_TRUE(text.startsWith("a ")) << text.toStdString();
  EXPECT_TRUE(text.endsWith(": norketamine")) << text.toStdString();
}

TEST(LegendNames, AFileHasThemWhole) {
  Figure figure = test::sampleFigure();
  figure.bands.clear();  // which have a gutter of one width
  for (int i = 0; i < 8; ++i) {
    Figure::Curve curve = figure.curves[0];
    curve.label = "a scenario whose name is so long that it does not fit into a column, no " +
                  std::to_string(i) + ": norketamine in plasma";
    figure.curves.push_back(curve);
  }
  ConcentrationPlot plot;
  plot.resize(700, 500);
  plot.setFigure(figure);
  const QByteArray svg = plot.render(FigureFormat::svg, {700, 500});
  EXPECT_FALSE(svg.isEmpty());
  EXPECT_EQ(svg.count("\xe2\x80\xa6"), 0) << "no name is shortened";
  EXPECT_GE(svg.count("norketamine in plasma"), 8);
}

}  // namespace
}  // namespace ketascope
