// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPointF>
#include <QRectF>
#include <QVector>

class QPainter;

namespace ketascope {

/// One of a few shapes that tell scenarios apart where colours do not: triangle, square, diamond,
/// ... Observed values are round, so none of these is.
void paintMarker(QPainter& painter, const QPointF& at, int shape, const QColor& colour,
                 const QColor& around);

/// Where shape number `shape` stands on a line of pixels (x ascending, NaN between its parts): at
/// equal distances within `area`, those of several lines beside each other.
QVector<QPointF> markerPlaces(const QVector<QPointF>& line, const QRectF& area, int shape);

}  // namespace ketascope
