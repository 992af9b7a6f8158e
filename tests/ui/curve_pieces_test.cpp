// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/curve_pieces.hpp"

#include <gtest/gtest.h>

#include <QImage>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <limits>

namespace ketascope {
namespace {

/// Rises, turns and falls off over 900 pixels, the last of them nearly flat.
QVector<QPointF> curve() {
  QVector<QPointF> line;
  for (int x = 5; x <= 60; x += 5) {
    line << QPointF(x, 180 - 2.5 * x);
  }
  for (int x = 70; x <= 900; x += 30) {
    line << QPointF(x + 0.3, 185 - 155 * std::exp(-(x - 60) / 150.0));
  }
  return line;
}

QPolygonF polygon(std::initializer_list<QPointF> points) {
  QPolygonF made;
  for (const QPointF& point : points) {
    made << point;
  }
  return made;
}

double lengthOf(const QPolygonF& line) {
  double length = 0;
  for (qsizetype i = 1; i < line.size(); ++i) {
    length += std::hypot(line[i].x() - line[i - 1].x(), line[i].y() - line[i - 1].y());
  }
  return length;
}

TEST(CurvePieces, FollowEachOtherWithoutALoss) {
  const auto pieces = cutIntoPieces(curve());
  ASSERT_GT(pieces.size(), 5U);
  double length = 0;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    EXPECT_NEAR(pieces[i].before, length, 1e-9);
    length += lengthOf(pieces[i].points);
    if (i > 0) {
      EXPECT_EQ(pieces[i].points.front(), pieces[i - 1].points.back());
      EXPECT_DOUBLE_EQ(std::fmod(pieces[i].points.front().x(), 1.0), 0.5);
    }
  }
  EXPECT_NEAR(length, lengthOf(QPolygonF(curve())), 1e-9);
  EXPECT_EQ(pieces.back().points.back(), curve().back());
}

TEST(CurvePieces, SteepLinesAreNotCut) {
  EXPECT_EQ(cutIntoPieces({{0, 0}, {500, 500}, {1000, 0}}).size(), 1U);
}

TEST(CurvePieces, AGapBeginsAPieceWithFreshDashes) {
  const double none = std::numeric_limits<double>::quiet_NaN();
  const auto pieces = cutIntoPieces({{0, 3}, {10, 3}, {20, none}, {20, 5}, {30, 5}});
  ASSERT_EQ(pieces.size(), 2U);
  EXPECT_EQ(pieces[1].before, 0);
  EXPECT_EQ(pieces[1].points, polygon({{20, 5}, {30, 5}}));
  EXPECT_TRUE(cutIntoPieces({}).empty());
}

TEST(CurvePieces, AreNotSeenInThePicture) {
  for (const QVector<qreal>& dashes : {QVector<qreal>(), QVector<qreal>{5.0, 2.5}}) {
    QPen pen(Qt::blue, 2.0);
    pen.setCapStyle(Qt::FlatCap);
    pen.setJoinStyle(Qt::BevelJoin);
    if (!dashes.isEmpty()) {
      pen.setDashPattern(dashes);
    }
    const auto painted = [&](const std::vector<CurvePiece>& pieces) {
      QImage image(920, 200, QImage::Format_RGB32);
      image.fill(Qt::white);
      QPainter painter(&image);
      painter.setRenderHint(QPainter::Antialiasing);
      painter.translate(0.5, 0.5);  // as the plot's painter does
      for (const CurvePiece& piece : pieces) {
        if (!dashes.isEmpty()) {
          pen.setDashOffset(piece.before / pen.widthF());
        }
        painter.setPen(pen);
        painter.drawPolyline(piece.points);
      }
      return image;
    };
    const QImage whole = painted(std::vector<CurvePiece>{CurvePiece{QPolygonF(curve()), 0}});
    const QImage cut = painted(cutIntoPieces(curve()));
    int most = 0;
    for (int y = 0; y < whole.height(); ++y) {
      for (int x = 0; x < whole.width(); ++x) {
        most = std::max(most, std::abs(qRed(whole.pixel(x, y)) - qRed(cut.pixel(x, y))));
      }
    }
    EXPECT_LE(most, 24) << dashes.size();
  }
}

TEST(CurvePieces, PartsOfALineMeetAtTheirEdges) {
  const QPolygonF line = polygon({{0, 0}, {10, 10}, {20, 0}});
  EXPECT_EQ(partOf(line, 0, 5), polygon({{0, 0}, {5, 5}}));
  EXPECT_EQ(partOf(line, 5, 15), polygon({{5, 5}, {10, 10}, {15, 5}}));
  EXPECT_EQ(partOf(line, 2, 4), polygon({{2, 2}, {4, 4}}));
  EXPECT_TRUE(partOf(line, 30, 40).isEmpty());
}

}  // namespace
}  // namespace ketascope
