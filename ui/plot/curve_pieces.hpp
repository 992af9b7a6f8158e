// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPolygonF>
#include <QVector>
#include <vector>

namespace ketascope {

/// How wide a piece is, in pixels. The rasteriser keeps a list per row of pixels and walks it for
/// every pixel that an edge crosses: a flat line over the whole plot costs the square of its width.
inline constexpr double pieceWidth = 64.0;

/// A part of a line, and how long the line is before it: where its dashes go on.
struct CurvePiece {
  QPolygonF points;
  double before = 0;
};

/// A line in pixels, with points without a number as gaps, cut into pieces of about `width`. Cuts
/// lie where the line is flat, half-way between two whole numbers: there a picture's pixels meet,
/// so that no cut is seen.
std::vector<CurvePiece> cutIntoPieces(const QVector<QPointF>& line, double width = pieceWidth);

/// What lies between `from` and `to` of a line that runs from left to right.
QPolygonF partOf(const QPolygonF& line, double from, double to);

}  // namespace ketascope
