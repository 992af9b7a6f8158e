// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/concentration_plot.hpp"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QFile>
#include <QHoverEvent>
#include <QImage>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>
#include <cmath>
#include <filesystem>

#include "plot/figure_reading.hpp"
#include "ui_samples.hpp"

namespace ketascope {
namespace {

class ConcentrationPlotTest : public ::testing::Test {
 protected:
  ConcentrationPlotTest() {
    plot.resize(900, 600);
    plot.setFigure(test::sampleFigure());
    plot.show();
    settle();
  }
  static void settle() { QTest::qWait(30); }
  QWidget* canvas() { return plot.findChild<QWidget*>(); }

  ConcentrationPlot plot;
};

TEST_F(ConcentrationPlotTest, ShowsTheWholeFigureAtFirst) {
  const auto view = plot.view();
  EXPECT_DOUBLE_EQ(view.xLow, 0);
  EXPECT_DOUBLE_EQ(view.xHigh, 8);
  EXPECT_DOUBLE_EQ(view.yLow, 0);
  EXPECT_GT(view.yHigh, 150);
  EXPECT_FALSE(plot.isZoomed());
}

TEST_F(ConcentrationPlotTest, ALabelWithoutRoomIsItsUnit) {
  EXPECT_EQ(plot.valueLabel(), "concentration [ng/mL]");
  plot.resize(900, 260);
  settle();
  EXPECT_EQ(plot.valueLabel(), "[ng/mL]");
  plot.resize(900, 600);
  settle();
  EXPECT_EQ(plot.valueLabel(), "concentration [ng/mL]");
}

TEST_F(ConcentrationPlotTest, SeveralSizesInARowEndInTheLastOfThem) {
  QImage wanted;
  {
    ConcentrationPlot fresh;
    fresh.resize(700, 400);
    fresh.setFigure(test::sampleFigure());
    fresh.show();
    settle();
    wanted = fresh.findChild<QWidget*>()->grab().toImage();
  }
  plot.resize(1200, 300);
  plot.resize(500, 800);
  plot.resize(700, 400);
  settle();
  EXPECT_EQ(canvas()->grab().toImage(), wanted);
}

TEST_F(ConcentrationPlotTest, OneThatIsShownInAnotherSizeKnowsItsPlacesAtOnce) {
  plot.hide();
  plot.resize(700, 400);
  plot.show();
  EXPECT_GT(plot.plotRect().width(), 400);
  EXPECT_LT(plot.plotRect().right(), 700);
}

TEST_F(ConcentrationPlotTest, ObservedPointsAreInSightWithTheirBarsAndInWords) {
  Figure figure = test::sampleFigure();
  Figure::Point point;
  point.x = 3;
  point.y = 400;
  point.low = 300.0;
  point.high = 900.0;
  point.label = "Someone 2020, ketamine, observed (venous)";
  figure.points = {point};
  plot.setFigure(figure);
  EXPECT_GE(plot.view().yHigh, 900);
  EXPECT_TRUE(plot.description().contains(QStringLiteral("observed (venous)")));
}

TEST_F(ConcentrationPlotTest, PaintsPointsAndEnvelopeFilledOrOpen) {
  Figure figure = test::sampleFigure();
  figure.bands.clear();
  const auto painted = [&] { return plot.render(FigureFormat::png, {800, 500}); };
  plot.setFigure(figure);
  const QByteArray bare = painted();
  figure.envelope = Figure::Envelope{{0, 8}, {20, 20}, {60, 60}};
  plot.setFigure(figure);
  const QByteArray shaded = painted();
  Figure::Point point;
  point.x = 6;
  point.y = 50;
  figure.points = {point};
  plot.setFigure(figure);
  const QByteArray filled = painted();
  figure.points[0].open = true;
  plot.setFigure(figure);
  const QByteArray open = painted();
  EXPECT_NE(bare, shaded);
  EXPECT_NE(shaded, filled);
  EXPECT_NE(filled, open);
}

TEST_F(ConcentrationPlotTest, AFuzzyBandFadesAtTheEdgesThatAreInSight) {
  Figure figure = test::sampleFigure();
  figure.curves.clear();
  figure.doses.clear();
  figure.bands = {{"a", "effect", "A 2001", 40, 80, 0}};
  figure.x_high = 8;
  figure.y_high = 100;
  // How much a spot of the plot differs from its ground, from 0 at the bottom of the band to 1.
  const auto tint = [&](double part) {
    const QRectF area = plot.plotRect();
    const double y = 40 + part * 40;
    const auto view = plot.view();
    const double fromBottom = (y - view.yLow) / (view.yHigh - view.yLow);
    const QImage image = QImage::fromData(plot.render(FigureFormat::png));
    const QPoint at(qRound(area.left() + area.width() * 0.55) - canvas()->x(),
                    qRound(area.bottom() - fromBottom * area.height()) - canvas()->y());
    const QColor colour = image.pixelColor(at);
    return 255 - colour.green();
  };
  plot.setFigure(figure);
  settle();
  EXPECT_NEAR(tint(0.03), tint(0.45), 2) << "a hard edge";
  figure.bands[0].fuzzy = true;
  plot.setFigure(figure);
  settle();
  EXPECT_LT(tint(0.03), tint(0.45) / 2);
  EXPECT_LT(tint(0.97), tint(0.45) / 2);
  plot.setView({0, 8, 60, 100});
  settle();
  EXPECT_GT(tint(0.53), tint(0.97) * 2) << "the view's own edge is none of the band's";
}

TEST_F(ConcentrationPlotTest, DiagramsBelowComeAndGo) {
  Figure figure = test::sampleFigure();
  const double whole = plot.plotRect().height();
  Figure::Curve curve;
  curve.label = "an effect";
  curve.x = {0, 8};
  curve.y = {50, 70};
  figure.panes = {{"effect site [ng/mL]", {curve}}, {"index (0 to 100)", {curve}}};
  plot.setFigure(figure);
  settle();
  const double less = plot.plotRect().height();
  EXPECT_LT(less, whole * 0.8);
  EXPECT_TRUE(plot.description().contains("an effect: between 50.0 and 70.0 ng/mL."))
      << plot.description().toStdString();
  EXPECT_TRUE(plot.description().contains("an effect: between 50.0 and 70.0."));
  plot.setCursor(3.0);  // reads the panes, too
  for (const int panes : {1, 2, 0, 2, 0}) {
    figure.panes.resize(static_cast<std::size_t>(panes), {"again", {curve}});
    plot.setFigure(figure);
    settle();
    EXPECT_FALSE(plot.render(FigureFormat::svg, {700, 400}).isEmpty());
    settle();  // the layout is the screen's again
  }
  EXPECT_NEAR(plot.plotRect().height(), whole, 2);
}

TEST_F(ConcentrationPlotTest, DrawsAsManyPointsAsTheLineNeeds) {
  EXPECT_LT(plot.drawnPoints(0), plot.plotRect().width() / 3);
  EXPECT_GT(plot.drawnPoints(0), 50);
}

TEST_F(ConcentrationPlotTest, BandNamesNeitherOverlapNorLeaveTheView) {
  for (const QSize size : {QSize(900, 600), QSize(700, 260), QSize(1800, 1000)}) {
    plot.resize(size);
    settle();
    const auto rects = plot.bandLabelRects();
    ASSERT_EQ(rects.size(), 5);
    EXPECT_TRUE(rects[4].isNull()) << "a band out of the view has no name in it";
    int shown = 0;
    for (int i = 0; i < 5; ++i) {
      if (rects[i].isNull()) {
        continue;
      }
      ++shown;
      EXPECT_GE(rects[i].left(), plot.plotRect().right());
      EXPECT_GE(rects[i].top(), plot.plotRect().top() - 1);
      EXPECT_LE(rects[i].bottom(), plot.plotRect().bottom() + 2);
      EXPECT_LE(rects[i].right(), plot.width());
      for (int j = 0; j < i; ++j) {
        EXPECT_FALSE(rects[i].intersects(rects[j])) << i << " and " << j;
      }
    }
    EXPECT_GE(shown, size.height() > 400 ? 4 : 2);
  }
}

TEST_F(ConcentrationPlotTest, ALogarithmicAxisStartsAtAPositiveValue) {
  Figure figure = test::sampleFigure();
  figure.log_y = true;
  plot.setFigure(figure);
  settle();
  EXPECT_GT(plot.view().yLow, 0);
  EXPECT_LT(plot.view().yLow, plot.view().yHigh / 100);
}

TEST_F(ConcentrationPlotTest, TheWheelZoomsAndDoubleClickShowsAllAgain) {
  QSignalSpy changed(&plot, &ConcentrationPlot::viewChanged);
  const auto whole = plot.view();
  const QPointF middle = plot.plotRect().center() - QPointF(canvas()->pos());
  QWheelEvent wheel(middle, canvas()->mapToGlobal(middle), {}, QPoint(0, 120), Qt::NoButton,
                    Qt::NoModifier, Qt::NoScrollPhase, false);
  QCoreApplication::sendEvent(canvas(), &wheel);
  settle();
  EXPECT_TRUE(plot.isZoomed());
  EXPECT_LT(plot.view().xHigh - plot.view().xLow, whole.xHigh - whole.xLow);
  QTest::mouseDClick(canvas(), Qt::LeftButton, {}, middle.toPoint());
  settle();
  EXPECT_EQ(plot.view(), whole);
  EXPECT_EQ(changed.count(), 2);
}

TEST_F(ConcentrationPlotTest, AZoomedViewSurvivesANewFigure) {
  plot.setView({1, 3, 10, 60});
  const auto view = plot.view();
  Figure figure = test::sampleFigure();
  figure.curves[0].y[100] *= 1.1;
  plot.setFigure(figure);
  EXPECT_EQ(plot.view(), view);
  plot.resetView();
  EXPECT_DOUBLE_EQ(plot.view().xHigh, 8);
}

TEST_F(ConcentrationPlotTest, TheCursorReadsAllCurvesAtOneTime) {
  QSignalSpy hovered(&plot, &ConcentrationPlot::hovered);
  const QRectF area = plot.plotRect();
  const QPoint at(static_cast<int>(area.left() + area.width() * 0.4),
                  static_cast<int>(area.center().y()));
  QTest::mouseMove(canvas(), at - canvas()->pos());
  settle();
  ASSERT_GE(hovered.count(), 1);
  const double x = hovered.last().at(0).toDouble();
  const auto values = hovered.last().at(1).value<QVector<double>>();
  EXPECT_NEAR(x, 3.2, 0.05);
  ASSERT_EQ(values.size(), 2);
  EXPECT_NEAR(values[0], 300 * x * std::exp(-1.2 * x), 0.01);
  EXPECT_NEAR(values[1], 150 * std::exp(-(x - 2)), 0.01);
}

TEST_F(ConcentrationPlotTest, TheCursorSnapsToADose) {
  QSignalSpy hovered(&plot, &ConcentrationPlot::hovered);
  plot.setCursor(2.0 + 2.0 * 8.0 / plot.plotRect().width());
  ASSERT_EQ(hovered.count(), 1);
  EXPECT_DOUBLE_EQ(hovered.last().at(0).toDouble(), 2.0);
}

TEST_F(ConcentrationPlotTest, KeysMoveTheCursorAndZoom) {
  QSignalSpy hovered(&plot, &ConcentrationPlot::hovered);
  plot.setFocus();
  QTest::keyClick(&plot, Qt::Key_Right);
  QTest::keyClick(&plot, Qt::Key_Right);
  ASSERT_EQ(hovered.count(), 2);
  EXPECT_GT(hovered.at(1).at(0).toDouble(), hovered.at(0).at(0).toDouble());
  QTest::keyClick(&plot, Qt::Key_Plus);
  EXPECT_TRUE(plot.isZoomed());
  QTest::keyClick(&plot, Qt::Key_Home);
  EXPECT_FALSE(plot.isZoomed());
}

TEST_F(ConcentrationPlotTest, WritesAllThreeFormats) {
  const QTemporaryDir folder;
  ASSERT_TRUE(plot.savePng(folder.filePath("x.png"), 96));
  ASSERT_TRUE(plot.saveSvg(folder.filePath("x.svg")));
  ASSERT_TRUE(plot.savePdf(folder.filePath("x.pdf")));
  const auto start = [&](const char* name) {
    QFile file(folder.filePath(name));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    return file.read(200);
  };
  EXPECT_TRUE(start("x.png").startsWith("\x89PNG"));
  EXPECT_TRUE(start("x.pdf").startsWith("%PDF-"));
  EXPECT_TRUE(start("x.svg").contains("<svg"));
  EXPECT_EQ(QImage(folder.filePath("x.png")).size(), canvas()->size());
}

TEST_F(ConcentrationPlotTest, ThePngIsWhatIsOnTheScreen) {
  const QImage file = QImage::fromData(plot.render(FigureFormat::png));
  QImage screen(canvas()->size(), QImage::Format_RGB32);
  canvas()->render(&screen);
  ASSERT_EQ(file.size(), screen.size());
  int different = 0;
  for (int y = 0; y < file.height(); ++y) {
    for (int x = 0; x < file.width(); ++x) {
      const QColor a = file.pixelColor(x, y);
      const QColor b = screen.pixelColor(x, y);
      different += std::abs(a.lightness() - b.lightness()) > 90 ? 1 : 0;
    }
  }
  // Cached axis labels may sit half a pixel elsewhere.
  EXPECT_LT(different, file.width() * file.height() / 1000);
}

TEST_F(ConcentrationPlotTest, NothingIsDrawnOutsideThePlotIntoAnSvg) {
  plot.setView({1, 3, 10, 60});
  settle();
  const QByteArray svg = plot.render(FigureFormat::svg);
  const double bottom = plot.plotRect().bottom() - canvas()->y();
  const QString text = QString::fromUtf8(svg);
  // Curves are written as polylines; every one of their points has to lie above the lower axis.
  qsizetype polylines = 0;
  for (qsizetype at = text.indexOf("<polyline"); at >= 0; at = text.indexOf("<polyline", at + 1)) {
    const qsizetype from = text.indexOf("points=\"", at) + 8;
    const QStringList points =
        text.mid(from, text.indexOf('"', from) - from).split(' ', Qt::SkipEmptyParts);
    if (points.size() < 20) {
      continue;
    }
    ++polylines;
    for (const QString& point : points) {
      EXPECT_LE(point.section(',', 1).toDouble(), bottom + 2);
    }
  }
  EXPECT_GE(polylines, 1);
}

TEST_F(ConcentrationPlotTest, AnotherEndingIsRefusedAndNothingIsWritten) {
  const QTemporaryDir folder;
  const auto saved = plot.save(folder.filePath("x.gif"));
  ASSERT_FALSE(saved);
  EXPECT_EQ(saved.error().front().code, "figure.format");
  EXPECT_FALSE(QFile::exists(folder.filePath("x.gif")));
}

TEST_F(ConcentrationPlotTest, AFolderThatDoesNotExistIsReported) {
  const auto saved = plot.save("/nowhere/at/all/x.png");
  ASSERT_FALSE(saved);
  EXPECT_EQ(saved.error().front().code, "file.unwritable");
}

TEST_F(ConcentrationPlotTest, ResolutionMakesTheSameFigureFiner) {
  const QImage image = QImage::fromData(plot.render(FigureFormat::png, QSize(600, 400), 288));
  EXPECT_EQ(image.size(), QSize(1800, 1200));
  EXPECT_EQ(image.dotsPerMeterX(), qRound(288 / 0.0254));
}

TEST_F(ConcentrationPlotTest, ALowPlotGivesTheLargerPartToTheCurves) {
  Figure figure = test::sampleFigure();
  figure.footnote = "First note.\nSecond note.\nThird note.";
  for (int i = 2; i < 4; ++i) {
    figure.doses.push_back({0, 0, 20, "20 mg", i});
  }
  plot.setFigure(figure);
  plot.resize(580, 290);
  plot.show();
  settle();
  const double low = plot.doseMarkRects().at(0).height();
  EXPECT_GT(plot.plotRect().height(), 290 / 3.0);
  plot.resize(580, 500);
  settle();
  EXPECT_GT(plot.doseMarkRects().at(0).height(), low) << "there is room for the texts of doses";
  plot.resize(580, 290);
  settle();
  EXPECT_EQ(plot.doseMarkRects().at(0).height(), low);
}

TEST_F(ConcentrationPlotTest, FollowsADarkPalette) {
  const auto corner = [&] {
    return QImage::fromData(plot.render(FigureFormat::png)).pixelColor(2, 2);
  };
  EXPECT_GT(corner().lightness(), 200);
  QPalette dark;
  dark.setColor(QPalette::Window, Qt::black);
  plot.setPalette(dark);
  settle();
  EXPECT_LT(corner().lightness(), 60);
}

TEST_F(ConcentrationPlotTest, AnEmptyFigureIsDrawn) {
  plot.setFigure({});
  settle();
  EXPECT_FALSE(plot.render(FigureFormat::png).isEmpty());
  EXPECT_TRUE(plot.valuesAt(1).isEmpty());
}

TEST_F(ConcentrationPlotTest, IsAlsoSaidInWords) {
  EXPECT_TRUE(plot.description().contains("smooth: highest 92.0 ng/mL after 50 min"))
      << plot.description().toStdString();
  EXPECT_EQ(plot.accessibleDescription(), plot.description());
}

TEST(FigureReading, TimesReadAsPeopleSayThem) {
  EXPECT_EQ(timeInWords(1.25, "time [h]"), "1 h 15 min");
  EXPECT_EQ(timeInWords(40, "time [min]"), "40 min");
  EXPECT_EQ(timeInWords(51, "time [h]"), "2 d 3 h");
  EXPECT_EQ(timeInWords(0, "time [h]"), "0 min");
}

TEST(FigureReading, AUnitStandsInSquareBrackets) {
  EXPECT_EQ(unitOfPane({"effect site [ng/mL]", {}}), "ng/mL");
  EXPECT_EQ(unitOfPane({"multiples of C50 (pain)", {}}), "");
}

TEST(FigureReading, EventsAreDosesTheirEndsAndJumps) {
  EXPECT_EQ(eventTimes(test::sampleFigure()), (std::vector<double>{0, 0.5, 2, 4}));
}

}  // namespace
}  // namespace ketascope
