// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/curve_markers.hpp"

#include <QPainter>
#include <QPolygonF>

#include <cmath>

namespace ketascope {
namespace {

constexpr double radius = 4.6;
constexpr double between = 130.0;  ///< pixels from one shape of a line to its next
constexpr double beside = 47.0;    ///< from the shape of one line to that of the next line
constexpr double fromEdge = 24.0;

QPolygonF corners(int count, double turn, double size) {
  QPolygonF shape;
  for (int i = 0; i < count; ++i) {
    const double angle = turn + 2.0 * M_PI * i / count;
    shape << QPointF(size * std::sin(angle), -size * std::cos(angle));
  }
  return shape;
}

QPolygonF star(int points) {
  QPolygonF shape;
  for (int i = 0; i < 2 * points; ++i) {
    const double angle = M_PI * i / points;
    const double size = i % 2 == 0 ? 1.25 * radius : 0.5 * radius;
    shape << QPointF(size * std::sin(angle), -size * std::cos(angle));
  }
  return shape;
}

const QVector<QPolygonF>& shapes() {
  static const QVector<QPolygonF> all{
      corners(3, 0.0, 1.15 * radius),      // triangle
      corners(4, M_PI / 4, 1.1 * radius),  // square
      corners(4, 0.0, 1.15 * radius),      // diamond
      corners(3, M_PI, 1.15 * radius),     // triangle, point down
      star(5),                             // star
      corners(6, M_PI / 6, radius),        // hexagon
      star(4),                             // star of four points
  };
  return all;
}

}  // namespace

void paintMarker(QPainter& painter, const QPointF& at, int shape, const QColor& colour,
                 const QColor& around) {
  painter.setPen(QPen(around, 1.0));
  painter.setBrush(colour);
  painter.drawPolygon(shapes()[shape % shapes().size()].translated(at));
  painter.setBrush(Qt::NoBrush);
}

QVector<QPointF> markerPlaces(const QVector<QPointF>& line, const QRectF& area, int shape) {
  QVector<QPointF> places;
  double next = area.left() + fromEdge + std::fmod(beside * shape, between);
  for (qsizetype i = 1; i < line.size() && next <= area.right(); ++i) {
    const QPointF &a = line[i - 1], &b = line[i];
    if (!(a.x() <= b.x())) {
      continue;  // the line has a gap here
    }
    while (next < a.x()) {  // it begins later, or had a gap
      next += between;
    }
    while (next <= b.x() && next <= area.right()) {
      const double part = b.x() > a.x() ? (next - a.x()) / (b.x() - a.x()) : 0.0;
      const QPointF at(next, a.y() + part * (b.y() - a.y()));
      if (at.y() >= area.top() && at.y() <= area.bottom()) {
        places.append(at);
      }
      next += between;
    }
  }
  return places;
}

}  // namespace ketascope
