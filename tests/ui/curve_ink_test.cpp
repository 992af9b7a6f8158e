// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/curve_ink.hpp"

#include <gtest/gtest.h>

#include <QImage>
#include <QPainter>
#include <QPen>
#include <QTransform>
#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

namespace ketascope {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr QSize size(420, 200);

QPen penOf(const QColor& colour, double width, const QVector<qreal>& dashes = {}) {
  QPen pen(colour, width);
  pen.setCapStyle(Qt::FlatCap);
  pen.setJoinStyle(Qt::BevelJoin);
  if (!dashes.isEmpty()) {
    pen.setDashPattern(dashes);
  }
  return pen;
}

/// A bolus: jumps, falls, jumps again, a gap, then nearly flat.
QVector<QPointF> course() {
  QVector<QPointF> line{{5, 190}, {5, 20}};
  for (int x = 6; x <= 200; x += 3) {
    line << QPointF(x + 0.4, 190 - 170 * std::exp(-(x - 5) / 40.0));
  }
  line << QPointF(200.4, 30) << QPointF(260, 100.25) << QPointF(270, none);
  for (int x = 290; x <= 410; x += 20) {
    line << QPointF(x, 150 + 0.02 * x);
  }
  return line;
}

QImage painted(double ratio, const std::function<void(QPainter&)>& paint) {
  QImage image(size * ratio, QImage::Format_RGB32);
  image.setDevicePixelRatio(ratio);
  image.fill(Qt::white);
  QPainter painter(&image);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.translate(0.5, 0.5);  // as the plot's painter does
  paint(painter);
  return image;
}

/// The mean of so many times so many points of each pixel.
QImage averaged(const QImage& fine, int times) {
  QImage mean(fine.width() / times, fine.height() / times, QImage::Format_RGB32);
  for (int y = 0; y < mean.height(); ++y) {
    for (int x = 0; x < mean.width(); ++x) {
      int red = 0, green = 0, blue = 0;
      for (int row = y * times; row < (y + 1) * times; ++row) {
        for (int column = x * times; column < (x + 1) * times; ++column) {
          const QRgb point = fine.pixel(column, row);
          red += qRed(point);
          green += qGreen(point);
          blue += qBlue(point);
        }
      }
      const int points = times * times;
      mean.setPixel(x, y, qRgb(red / points, green / points, blue / points));
    }
  }
  return mean;
}

struct Difference {
  int most = 0;     ///< of a pixel, of 255
  int visible = 0;  ///< pixels that differ by more than 8
  double all = 0;   ///< of both pictures' darkness
  double darkness = 0;
};

Difference differenceOf(const QImage& a, const QImage& b) {
  Difference difference;
  for (int y = 0; y < a.height(); ++y) {
    for (int x = 0; x < a.width(); ++x) {
      const int own = qRed(a.pixel(x, y)) - qRed(b.pixel(x, y));
      difference.most = std::max(difference.most, std::abs(own));
      difference.visible += std::abs(own) > 8 ? 1 : 0;
      difference.all += own;
      difference.darkness += 255 - qRed(b.pixel(x, y));
    }
  }
  return difference;
}

/// As Qt draws it eight times as large, which is the area that it covers; Qt's own thin lines are
/// lighter than that. Only where a line turns back on itself may some pixels differ: what both
/// parts cover in part counts twice.
void expectItsArea(const QVector<QPointF>& line, const QPen& pen, double ratio = 1) {
  constexpr int finer = 8;
  const QImage ink =
      painted(ratio, [&](QPainter& painter) { EXPECT_TRUE(paintLine(&painter, line, pen)); });
  const QImage area = averaged(painted(ratio * finer,
                                       [&](QPainter& painter) {
                                         painter.setPen(pen);
                                         QPolygonF piece;
                                         for (const QPointF& point : line) {
                                           if (std::isfinite(point.y())) {
                                             piece << point;
                                             continue;
                                           }
                                           painter.drawPolyline(piece);
                                           piece.clear();
                                         }
                                         painter.drawPolyline(piece);
                                       }),
                               finer);
  const Difference difference = differenceOf(ink, area);
  EXPECT_GT(difference.darkness, 10'000);
  EXPECT_LE(difference.visible, 16);
  EXPECT_LE(std::abs(difference.all), 0.005 * difference.darkness);
}

TEST(CurveInk, ACurveCoversItsArea) {
  expectItsArea(course(), penOf(Qt::blue, 2.0));
  expectItsArea(course(), penOf(Qt::black, 1.0));
  expectItsArea(course(), penOf(QColor(0, 90, 160, 120), 4.0));
}

TEST(CurveInk, SoDoDashes) {
  expectItsArea(course(), penOf(Qt::blue, 2.0, {5.0, 2.5}));
  expectItsArea(course(), penOf(Qt::blue, 2.0, {6.0, 2.0, 1.2, 2.0}));
}

TEST(CurveInk, SoDoLinesOnAFinerScreen) {
  expectItsArea(course(), penOf(Qt::blue, 2.0), 2.0);
  expectItsArea(course(), penOf(Qt::blue, 2.0, {5.0, 2.5}), 1.5);
}

TEST(CurveInk, StaysInsideOfTheClip) {
  const QRect clip(50, 40, 200, 100);
  const QVector<QPointF> line{{45, 30}, {60, 150}, {100, 35}, {260, 60}};
  const auto draw = [&](bool ink) {
    return painted(1, [&](QPainter& painter) {
      painter.setClipRect(clip);
      painter.setPen(penOf(Qt::blue, 3.0));
      if (ink) {
        EXPECT_TRUE(paintLine(&painter, line, painter.pen()));
      } else {
        painter.drawPolyline(QPolygonF(line));
      }
    });
  };
  EXPECT_LE(differenceOf(draw(true), draw(false)).most, 24);
}

TEST(CurveInk, LeavesToQtWhatItCannotDraw) {
  const auto drawn = [](const QVector<QPointF>& line, const QPen& pen,
                        const std::function<void(QPainter&)>& before) {
    bool done = true;
    const QImage image = painted(1, [&](QPainter& painter) {
      before(painter);
      done = paintLine(&painter, line, pen);
    });
    QImage blank(image.size(), image.format());
    blank.fill(Qt::white);
    EXPECT_TRUE(done || image == blank);
    return done;
  };
  const auto nothing = [](QPainter&) {};
  EXPECT_TRUE(drawn(course(), penOf(Qt::blue, 2), nothing));
  EXPECT_FALSE(drawn(course(), penOf(Qt::blue, 2), [](QPainter& p) { p.rotate(10); }));
  EXPECT_FALSE(drawn(course(), penOf(Qt::blue, 2),
                     [](QPainter& p) { p.setRenderHint(QPainter::Antialiasing, false); }));
  EXPECT_FALSE(drawn({{5, 5}, {5, 5000}}, penOf(Qt::blue, 2), nothing));
  EXPECT_TRUE(drawn({}, penOf(Qt::blue, 2), nothing));
  EXPECT_TRUE(drawn({{5, 5}, {5, 5}}, penOf(Qt::blue, 2), nothing));
}

}  // namespace
}  // namespace ketascope
