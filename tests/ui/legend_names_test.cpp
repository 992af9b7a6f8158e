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

QStringList inRoomOf(const QString& text, const QStringList& names) {
  const QFontMetricsF metrics{QFont()};
  const double room = metrics.horizontalAdvance(text);
  const QStringList shown = shortenedNames(names, QVector<double>(names.size(), room), metrics);
  for (const QString& name : shown) {
    EXPECT_LE(metrics.horizontalAdvance(name), room) << name.toStdString();
  }
  return shown;
}

TEST(LegendNames, WhatAllShareGoesFirst) {
  const QStringList shown = inRoomOf("XX S-norketamine", ofOneScenario);
  for (qsizetype i = 0; i < shown.size(); ++i) {
    EXPECT_TRUE(shown[i].endsWith(ofOneScenario[i].mid(40))) << shown[i].toStdString();
  }
  EXPECT_EQ(QSet<QString>(shown.begin(), shown.end()).size(), 3);
  const QFontMetricsF metrics{QFont()};
  EXPECT_EQ(shortenedNames(ofOneScenario, {1e4, 1e4, 1e4}, metrics), ofOneScenario);
  EXPECT_EQ(inRoomOf("one n...", {"one name only"}).size(), 1);
}

TEST(LegendNames, OfALongScenarioTheOutputStays) {
  const QString text = inRoomOf("a very long name: norketamine",
                                {"a very long name of a scenario that somebody typed: norketamine"})
                           .front();
  EXPECT_TRUE(text.startsWith("a ")) << text.toStdString();
  EXPECT_TRUE(text.endsWith(": norketamine")) << text.toStdString();
}

TEST(LegendNames, ThatDifferStillDo) {
  for (const QStringList& names :
       {QStringList{"With clarithromycin: S-ketamine", "Without clarithromycin: S-ketamine"},
        QStringList{"with clarithromycin and a meal: S-ketamine",
                    "with clarithromycin and no meal: S-ketamine"},
        QStringList{"ketamine by mouth at 10 mg", "ketamine by mouth at 12 mg"}}) {
    const QStringList shown = inRoomOf("Without c...: S-ketamine", names);
    EXPECT_NE(shown[0], shown[1]) << shown[0].toStdString();
  }
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
