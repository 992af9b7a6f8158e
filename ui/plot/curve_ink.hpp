// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QVector>

class QPainter;
class QPen;

namespace ketascope {

/// Draws a line, with points without a number as gaps, by the area that it covers of each pixel:
/// flat ends, bevelled joins, dashes. Qt's own way, an outline of everything and then a list of
/// cells per row, takes twenty times as long for a curve that runs from left to right.
/// False, and nothing is drawn, where that way is needed: the painter turns what it draws or does
/// not smooth it, or the line leaves the clip by far.
bool paintLine(QPainter* painter, const QVector<QPointF>& line, const QPen& pen);

}  // namespace ketascope
