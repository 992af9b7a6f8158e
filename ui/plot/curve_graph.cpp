// SPDX-License-Identifier: GPL-3.0-or-later
#include <qcustomplot.h>

#include "plot/curve_ink.hpp"
#include "plot/curve_markers.hpp"
#include "plot/curve_pieces.hpp"
#include "plot/plot_scene.hpp"

namespace ketascope {
namespace {

/// A curve that is fast on the screen; files get it in one line with round joins.
class CurveGraph : public QCPGraph {
 public:
  using QCPGraph::QCPGraph;

  int marker = -1;
  QColor around;

 protected:
  void drawLinePlot(QCPPainter* painter, const QVector<QPointF>& lines) const override {
    const QColor colour = painter->pen().color();
    drawLine(painter, lines);
    if (marker < 0) {
      return;
    }
    painter->setAntialiasing(true);
    for (const QPointF& at : markerPlaces(lines, mKeyAxis->axisRect()->rect(), marker)) {
      paintMarker(*painter, at, marker, colour, around);
    }
  }

 private:
  void drawLine(QCPPainter* painter, const QVector<QPointF>& lines) const {
    QPen pen = painter->pen();
    if (pen.style() == Qt::NoPen || painter->modes().testFlag(QCPPainter::pmVectorized) ||
        painter->modes().testFlag(QCPPainter::pmNoCaching)) {
      QCPGraph::drawLinePlot(painter, lines);
      return;
    }
    applyDefaultAntialiasingHint(painter);
    // A round join is an arc at each point, although the points are close and the turns small.
    pen.setJoinStyle(Qt::BevelJoin);
    if (paintLine(painter, lines, pen)) {
      return;
    }
    const bool dashed = pen.style() != Qt::SolidLine;
    for (const CurvePiece& piece : cutIntoPieces(lines)) {
      if (dashed) {
        pen.setDashOffset(piece.before / pen.widthF());
      }
      painter->setPen(pen);
      painter->drawPolyline(piece.points);
    }
  }
};

}  // namespace

QCPGraph* makeCurve(QCPAxis* time, QCPAxis* value) {
  return new CurveGraph(time, value);
}

void markCurve(QCPGraph* curve, int shape, const QColor& around) {
  auto* const own = static_cast<CurveGraph*>(curve);
  own->marker = shape;
  own->around = around;
}

}  // namespace ketascope
