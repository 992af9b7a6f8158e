// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/curve_pieces.hpp"

#include <algorithm>
#include <cmath>

namespace ketascope {
namespace {

/// Ends of a line as thick as two pixels, cut square to it, are then a tenth of a pixel off.
constexpr double flat = 0.1;

bool isNumber(const QPointF& point) {
  return std::isfinite(point.x()) && std::isfinite(point.y());
}

CurvePiece pieceAt(const QPointF& point, double before) {
  CurvePiece piece;
  piece.points << point;
  piece.before = before;
  return piece;
}

QPointF at(const QPointF& a, const QPointF& b, double x) {
  return {x, a.y() + (b.y() - a.y()) * (x - a.x()) / (b.x() - a.x())};
}

}  // namespace

std::vector<CurvePiece> cutIntoPieces(const QVector<QPointF>& line, double width) {
  std::vector<CurvePiece> pieces;
  bool open = false;
  double length = 0;
  QPointF last;
  for (const QPointF& point : line) {
    if (!isNumber(point)) {
      open = false;
      continue;
    }
    if (!open) {
      open = true;
      length = 0;
      pieces.push_back(pieceAt(point, 0));
      last = point;
      continue;
    }
    if (std::abs(point.y() - last.y()) <= flat * (point.x() - last.x())) {
      for (;;) {
        const double start = pieces.back().points.front().x();
        const double cut = std::floor(std::max(start + width, last.x() + 1)) + 0.5;
        if (cut >= point.x() - 1) {
          break;
        }
        const QPointF end = at(last, point, cut);
        length += std::hypot(end.x() - last.x(), end.y() - last.y());
        pieces.back().points << end;
        pieces.push_back(pieceAt(end, length));
        last = end;
      }
    }
    length += std::hypot(point.x() - last.x(), point.y() - last.y());
    pieces.back().points << point;
    last = point;
  }
  return pieces;
}

QPolygonF partOf(const QPolygonF& line, double from, double to) {
  QPolygonF part;
  for (qsizetype i = 0; i < line.size(); ++i) {
    const QPointF& point = line[i];
    if (i > 0) {
      const QPointF& before = line[i - 1];
      for (const double edge : {from, to}) {
        if (before.x() < edge && edge < point.x()) {
          part << at(before, point, edge);
        }
      }
    }
    if (point.x() >= from && point.x() <= to) {
      part << point;
    }
  }
  return part;
}

}  // namespace ketascope
