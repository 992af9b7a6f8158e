// SPDX-License-Identifier: GPL-3.0-or-later
// Doses by hand: drag, stretch and copy on the dose strip.
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "plot/axis_ticks.hpp"
#include "plot/plot_canvas.hpp"

namespace ketascope {
namespace {

constexpr double reach = 3.0;         ///< around a mark, in pixels
constexpr double stretchReach = 5.0;  ///< around the end of an infusion
constexpr double coarsePixels = 3.0;  ///< a step of the mouse that can be hit

}  // namespace

std::optional<int> ConcentrationPlot::Impl::doseAt(const QPointF& pos) const {
  // The last one drawn lies on top.
  for (qsizetype i = scene.doseMarks.size() - 1; i >= 0; --i) {
    const QRectF& mark = scene.doseMarks[i];
    if (!mark.isNull() && mark.adjusted(-reach, -reach, reach, reach).contains(pos) &&
        i < static_cast<qsizetype>(scene.figure.doses.size())) {
      return static_cast<int>(i);
    }
  }
  return std::nullopt;
}

bool ConcentrationPlot::Impl::stretchesAt(int dose, const QPointF& pos) const {
  const auto& mark = scene.figure.doses[static_cast<std::size_t>(dose)];
  return mark.infusion && mark.duration > 0 &&
         std::abs(time->coordToPixel(mark.x + mark.duration) - pos.x()) <= stretchReach;
}

/// The finest of a few round times that the mouse can still tell apart.
double ConcentrationPlot::Impl::snapStep() const {
  const double perMinute = 1.0 / (60.0 * hoursPer(timeUnitOf(scene.figure.x_label)));
  const double unitPerPixel = time->range().size() / std::max(1, main->width());
  double step = perMinute;
  for (const double minutes : {1.0, 5.0, 10.0, 15.0, 30.0, 60.0, 120.0, 360.0, 720.0, 1440.0}) {
    step = minutes * perMinute;
    if (step >= coarsePixels * unitPerPixel) {
      break;
    }
  }
  return step;
}

double ConcentrationPlot::Impl::snapped(double x) const {
  const double step = snapStep();
  return std::round(x / step) * step;
}

bool ConcentrationPlot::Impl::pressDose(const QMouseEvent* event) {
  if (!q->dosesMovable() || event->button() != Qt::LeftButton) {
    return false;
  }
  const auto dose = doseAt(event->position());
  if (!dose) {
    return false;
  }
  const auto& mark = scene.figure.doses[static_cast<std::size_t>(*dose)];
  if (mark.scenario < 0) {
    return false;
  }
  DoseDrag begun;
  begun.scenario = mark.scenario;
  begun.line = mark.line;
  begun.pressX = time->pixelToCoord(event->position().x());
  begun.start = mark.x;
  begun.duration = mark.duration;
  begun.origin = mark.origin;
  begun.viewLow = time->range().lower;
  begun.viewHigh = time->range().upper;
  begun.stretches = stretchesAt(*dose, event->position());
  begun.copies = !begun.stretches && (event->modifiers() & Qt::ControlModifier) != 0;
  drag = begun;
  hideCursor();
  Q_EMIT q->dosePressed(mark.scenario, mark.line);
  return true;
}

bool ConcentrationPlot::Impl::dragDose(const QMouseEvent* event) {
  if (!drag) {
    return false;
  }
  const double by = time->pixelToCoord(event->position().x()) - driftOf(*drag) - drag->pressX;
  const double perPixel = time->range().size() / std::max(1, main->width());
  if (!drag->moved && std::abs(by) < snapPixels * perPixel) {
    return true;
  }
  drag->moved = true;
  if (drag->stretches) {
    // Never to nothing: that would be another kind of dose.
    const double end = snapped(drag->start + drag->duration + by);
    Q_EMIT q->doseStretched(drag->scenario, drag->line, std::max(end - drag->start, snapStep()));
    return true;
  }
  const double shift = snapped(drag->start + by) - drag->start;
  if (drag->copies) {
    Q_EMIT q->doseCopied(drag->scenario, drag->line, shift);
  } else {
    Q_EMIT q->doseMoved(drag->scenario, drag->line, shift);
  }
  return true;
}

bool ConcentrationPlot::Impl::releaseDose() {
  if (!drag) {
    return false;
  }
  const bool held = std::exchange(drag, std::nullopt)->moved;
  if (held && !zoomed) {
    fit();
    plot->replot(QCustomPlot::rpQueuedRefresh);
  }
  Q_EMIT q->doseReleased();
  return true;
}

double ConcentrationPlot::Impl::driftOf(const DoseDrag& held) const {
  const auto own = std::ranges::find(scene.figure.doses, held.scenario, &Figure::Dose::scenario);
  return own == scene.figure.doses.end() ? 0.0 : own->origin - held.origin;
}

void ConcentrationPlot::Impl::holdView() {
  if (drag && drag->moved) {
    const double drift = driftOf(*drag);
    fitting = true;  // it is no zoom
    time->setRange(drag->viewLow + drift, drag->viewHigh + drift);
    fitting = false;
    followTime();
  }
}

void ConcentrationPlot::Impl::hoverDose(const QPointF& pos) {
  const auto dose = q->dosesMovable() ? doseAt(pos) : std::nullopt;
  if (!dose || scene.figure.doses[static_cast<std::size_t>(*dose)].scenario < 0) {
    plot->unsetCursor();
    return;
  }
  plot->setCursor(stretchesAt(*dose, pos) ? Qt::SizeHorCursor : Qt::OpenHandCursor);
}

}  // namespace ketascope
