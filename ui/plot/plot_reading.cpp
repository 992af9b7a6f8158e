// SPDX-License-Identifier: GPL-3.0-or-later
// Reading the plot: the cursor over all curves at one time, tool tips of bands and points.
#include <qcustomplot.h>

#include <cmath>

#include "ketascope/units/number.hpp"
#include "plot/figure_reading.hpp"
#include "plot/plot_canvas.hpp"

namespace ketascope {
namespace {

QString number(double value) {
  return localNumber(format_number(value, 3));
}

/// What a curve is at `x`: on both sides where it jumps there.
std::optional<PlotScene::Reading> readingOf(const Figure::Curve& curve, double x, bool logY,
                                            const QString& unit) {
  PlotScene::Reading reading;
  QString text;
  if (const auto jump = jumpAt(curve, x)) {
    reading.values = {jump->first, jump->second};
    text = QStringLiteral("%1 → %2").arg(number(jump->first), number(jump->second));
  } else if (const auto y = curveValueAt(curve.x, curve.y, x, logY)) {
    reading.values = {*y};
    text = number(*y);
  } else {
    return std::nullopt;
  }
  reading.text = QStringLiteral("%1 %2   %3").arg(text, unit, QString::fromStdString(curve.label));
  return reading;
}

/// What lies between the percentiles of a ribbon at `x`; after a jump where there is one.
QString readingOf(const Figure::Ribbon& ribbon, double x, bool logY, const QString& unit) {
  const auto at = [&](const std::vector<double>& y) -> std::optional<double> {
    if (const auto jump = jumpAt(ribbon.x, y, x)) {
      return jump->second;
    }
    return curveValueAt(ribbon.x, y, x, logY);
  };
  const auto low = at(ribbon.low);
  const auto high = at(ribbon.high);
  if (!low || !high) {
    return {};
  }
  return QStringLiteral("%1 … %2 %3   %4")
      .arg(number(*low), number(*high), unit, QString::fromStdString(ribbon.label));
}

}  // namespace

void ConcentrationPlot::Impl::readAt(double x) {
  const Figure& figure = scene.figure;
  for (const double event : events) {
    if (std::abs(time->coordToPixel(event) - time->coordToPixel(x)) <= snapPixels) {
      x = event;
      break;
    }
  }
  scene.cursorX = x;
  scene.cursorTitle = timeInWords(x, figure.x_label);
  scene.readings.clear();
  const auto add = [&](const std::vector<Figure::Curve>& curves,
                       const std::vector<Figure::Ribbon>& ribbons, const QCPAxis* axis, bool logY,
                       const QString& unit) {
    for (std::size_t c = 0; readable && c < curves.size(); ++c) {
      auto reading = readingOf(curves[c], x, logY, unit);
      if (!reading) {
        continue;
      }
      reading->colour = scene.theme.curve(curves[c].colour);
      reading->axis = axis;
      scene.readings.append(*reading);
      for (const auto& ribbon : ribbons) {
        if (ribbon.curve == c) {
          const QString text = readingOf(ribbon, x, logY, unit);
          if (!text.isEmpty()) {
            scene.readings.append({text, scene.theme.curve(ribbon.colour), axis, {}});
          }
        }
      }
    }
  };
  add(figure.curves, figure.ribbons, value, figure.log_y, unitOfLabel(figure.y_label));
  for (std::size_t i = 0; i < panes.size() && i < figure.panes.size(); ++i) {
    add(figure.panes[i].curves, figure.panes[i].ribbons, panes[i].value, false,
        unitOfPane(figure.panes[i]));
  }
  scene.cursorShown = true;
  keepCursorApart(true);
  plot->layer(QStringLiteral("overlay"))->replot();
  Q_EMIT q->hovered(x, q->valuesAt(x));
}

// A layer of its own moves fast, but is one more picture of the plot's size to clear and to paint
// with every change of a curve; it is worth that only while there is a cursor.
void ConcentrationPlot::Impl::keepCursorApart(bool apart) {
  plot->layer(QStringLiteral("overlay"))
      ->setMode(apart ? QCPLayer::lmBuffered : QCPLayer::lmLogical);
}

void ConcentrationPlot::Impl::moveCursor(const QPoint& pos) {
  const QRect area(QPoint(main->left(), main->top()), QPoint(main->right(), strip->bottom()));
  if (area.contains(pos) && !scene.figure.curves.empty()) {
    readAt(time->pixelToCoord(pos.x()));
  } else {
    hideCursor();
  }
}

void ConcentrationPlot::Impl::hideCursor() {
  if (scene.cursorShown) {
    scene.cursorShown = false;
    plot->layer(QStringLiteral("overlay"))->replot();
    Q_EMIT q->hoverLeft();
  }
}

QString ConcentrationPlot::Impl::bandToolTip(const QPointF& pos) const {
  QStringList texts;
  for (std::size_t i = 0; i < scene.figure.bands.size(); ++i) {
    const auto& band = scene.figure.bands[i];
    const auto index = static_cast<qsizetype>(i);
    if (index < scene.bandLabels.size() && scene.bandLabels[index].contains(pos)) {
      return QString::fromStdString(
          band.tooltip);  // the name under the cursor speaks for itself only
    }
    const double at = value->pixelToCoord(pos.y());
    const bool besidePlot = pos.y() >= main->top() && pos.y() <= main->bottom();
    if (besidePlot && pos.x() >= main->left() && at >= band.low && at <= band.high) {
      texts << QString::fromStdString(band.tooltip);
    }
  }
  return texts.join(QStringLiteral("\n\n"));
}

QString ConcentrationPlot::Impl::toolTipAt(const QPointF& pos) const {
  if (const auto dose = doseAt(pos)) {
    const auto& held = scene.figure.doses[static_cast<std::size_t>(*dose)];
    QString text = QString::fromStdString(held.label);
    if (held.lag > 0) {
      text += QLatin1Char('\n') + tr("Enters after its lag, from %1")
                                      .arg(timeInWords(held.x + held.lag, scene.figure.x_label));
    }
    if (q->dosesMovable() && held.scenario >= 0) {
      text += QLatin1Char('\n') +
              (held.infusion ? tr("Drag to move, drag the right end to stretch, Ctrl+drag to copy")
                             : tr("Drag to move, Ctrl+drag to copy"));
    }
    return text;
  }
  for (std::size_t i = 0; i < scene.figure.curves.size(); ++i) {
    if (scene.legendItems.value(static_cast<qsizetype>(i)).contains(pos)) {
      return QString::fromStdString(scene.figure.curves[i].label);  // the legend may shorten it
    }
  }
  const QCPLayoutElement* footnote =
      plot->plotLayout()->element(plot->plotLayout()->rowCount() - 1, 0);
  if (footnote->rect().contains(pos.toPoint())) {  // it may be cut short
    return Qt::convertFromPlainText(QString::fromStdString(scene.figure.footnote));
  }
  const QString observed = observedToolTip(time, value, scene, pos);
  return observed.isEmpty() ? bandToolTip(pos) : observed;
}

}  // namespace ketascope
