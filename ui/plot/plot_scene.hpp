// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSharedPointer>
#include <QStringList>
#include <QVector>
#include <optional>

#include "ketascope/app/figure.hpp"
#include "plot/plot_theme.hpp"

class QCPAbstractItem;
class QCPAxis;
class QCPAxisRect;
class QCPAxisTicker;
class QCPGraph;
class QCPLayoutElement;
class QCustomPlot;

namespace ketascope {

/// Lower figures on a screen need what they have for the curves.
inline constexpr int scarceHeight = 330;

/// What the parts of a figure draw from. Owned by the plot, outlives its parts.
struct PlotScene {
  Figure figure;
  PlotTheme theme = PlotTheme::light();

  bool toFile = false;  ///< nobody can point at a file for the rest of a name: it has all of it

  // Left behind by drawing, for tool tips, dragging and tests.
  QVector<QRectF> bandLabels;   ///< one per band of the figure; null where it has no label
  QVector<QRectF> legendItems;  ///< one per curve
  QVector<QRectF> doseMarks;    ///< one per dose; null where it is out of view

  // The cursor that reads the curves.
  bool cursorShown = false;
  double cursorX = 0;
  QString cursorTitle;
  struct Reading {
    QString text;
    QColor colour;
    const QCPAxis* axis = nullptr;  ///< of the values
    QVector<double> values;         ///< where the curve is marked
  };
  QVector<Reading> readings;

  int laneCount() const;  ///< of the dose strip: one per scenario that has doses
};

// The parts; each belongs to `plot` once it is placed in a layout or on a layer.
QCPLayoutElement* makeTitle(QCustomPlot* plot, const PlotScene* scene);
QCPLayoutElement* makeLegend(QCustomPlot* plot, PlotScene* scene);
QCPLayoutElement* makeFootnote(QCustomPlot* plot, const PlotScene* scene);
/// What a lower diagram shows, above it.
QCPLayoutElement* makePaneHeading(QCustomPlot* plot, const QCPAxisRect* rect,
                                  const PlotScene* scene, std::size_t pane);
/// Colour strips and names of the effect bands, to the right of `axis`'s rectangle.
QCPLayoutElement* makeBandGutter(QCustomPlot* plot, QCPAxis* axis, PlotScene* scene);
QCPAbstractItem* makeDoseMarks(QCustomPlot* plot, QCPAxisRect* strip, PlotScene* scene);
QCPAbstractItem* makeCursor(QCustomPlot* plot, QCPAxisRect* main, QCPAxisRect* strip,
                            const PlotScene* scene);
/// A line of its own; belongs to the plot of its axes.
QCPGraph* makeCurve(QCPAxis* time, QCPAxis* value);
/// A shape that comes now and then on a line of makeCurve() (curve_markers.hpp); -1 = none.
/// `around`: the colour behind it.
void markCurve(QCPGraph* curve, int shape, const QColor& around);
/// Ribbons, and the shaded room between the models; of a lower diagram where `pane` says which.
QCPAbstractItem* makeEnvelope(QCustomPlot* plot, QCPAxis* time, QCPAxis* value,
                              const PlotScene* scene,
                              std::optional<std::size_t> pane = std::nullopt);
QCPAbstractItem* makeObservedMarks(QCustomPlot* plot, QCPAxis* time, QCPAxis* value,
                                   const PlotScene* scene);
/// What is known of the observed points under `pos`; empty where there is none.
QString observedToolTip(const QCPAxis* time, const QCPAxis* value, const PlotScene& scene,
                        const QPointF& pos);

QSharedPointer<QCPAxisTicker> makeTimeTicker(const PlotScene* scene);
QSharedPointer<QCPAxisTicker> makeLinearTicker();
QSharedPointer<QCPAxisTicker> makeLogTicker();

}  // namespace ketascope
