// SPDX-License-Identifier: GPL-3.0-or-later
// The plot as it is built and painted.
#include "plot/plot_canvas.hpp"

#include <qcustomplot.h>

#include <QFontMetrics>
#include <QPainter>
#include <QTimer>
#include <algorithm>
#include <utility>

#include "plot/curve_simplifying.hpp"
#include "plot/figure_reading.hpp"
#include "plot/vector_state.hpp"

namespace ketascope {
namespace {

constexpr double bandOpacity = 0.14;
/// Part of a band's height over which a fuzzy edge fades.
constexpr double fuzzyPart = 0.35;
/// A line may stray by as much; a third of a dot where a page is printed with 600 per inch.
constexpr double unseenPixels = 0.05;

/// The label of an upright axis, "concentration (arterial plasma) [ng/mL]". Where there is no room
/// for all of it: what was sampled with the unit, or the unit alone.
void fitLabel(QCPAxis* axis, const std::string& label) {
  const QString whole = QString::fromStdString(label);
  const QFontMetrics metrics(axis->labelFont());
  const int room = axis->axisRect()->height();
  QStringList shorter{whole};
  if (const qsizetype unit = whole.lastIndexOf(QLatin1Char('[')); unit >= 0) {
    const qsizetype opens = whole.indexOf(QLatin1Char('('));
    const qsizetype closes = whole.indexOf(QLatin1Char(')'));
    if (0 <= opens && opens < closes && closes < unit) {
      shorter << whole.mid(opens + 1, closes - opens - 1) + QLatin1Char(' ') + whole.mid(unit);
    }
    shorter << whole.mid(unit);
  }
  const auto fits = [&](const QString& text) { return metrics.horizontalAdvance(text) <= room; };
  const auto found = std::ranges::find_if(shorter, fits);
  axis->setLabel(found != shorter.end() ? *found : shorter.constLast());
}

/// While a window finds its place, a plot is given several sizes in a row: it is drawn in the last
/// of them, when it is painted.
class Canvas : public QCustomPlot {
 public:
  Canvas(QWidget* parent, bool& late) : QCustomPlot(parent), m_late(late) {
    connect(this, &QCustomPlot::beforeReplot, this, [this] { m_resized = false; });
  }

 protected:
  void resizeEvent(QResizeEvent* event) override {
    if (!isVisible()) {  // nobody may ever paint it, and its places are asked for all the same
      QCustomPlot::resizeEvent(event);
      return;
    }
    setViewport(rect());
    m_resized = true;
    update();
  }
  void paintEvent(QPaintEvent* event) override {
    if (m_resized && std::exchange(m_late, false)) {
      QPainter(this).fillRect(rect(), palette().base());
      QTimer::singleShot(0, this, [this] { update(); });
      return;
    }
    if (m_resized) {
      replot(rpQueuedRefresh);
    }
    QCustomPlot::paintEvent(event);
  }

 private:
  bool m_resized = false;
  bool& m_late;  ///< in its new size it is drawn in an event of its own
};

bool sameRange(const QCPRange& range, double low, double high) {
  return range.lower == low && range.upper == high;
}

}  // namespace

ConcentrationPlot::Impl::Impl(ConcentrationPlot* owner)
    : q(owner), plot(new Canvas(owner, replotsLate)) {}

void ConcentrationPlot::Impl::build() {
  plot->setFocusPolicy(Qt::NoFocus);
  plot->setMouseTracking(true);
  plot->setAntialiasedElements(QCP::aeAll);
  plot->setNoAntialiasingOnDrag(false);
  plot->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
  plot->setMinimumSize(320, 220);

  plot->plotLayout()->clear();
  plot->addLayer(QStringLiteral("bands"), plot->layer(QStringLiteral("background")),
                 QCustomPlot::limAbove);

  main = new QCPAxisRect(plot, false);
  time = main->addAxis(QCPAxis::atBottom);
  value = main->addAxis(QCPAxis::atLeft);
  strip = new QCPAxisRect(plot, false);
  stripTime = strip->addAxis(QCPAxis::atBottom);
  stripValue = strip->addAxis(QCPAxis::atLeft);
  for (QCPAxis* axis : {time, value, stripTime, stripValue}) {
    axis->setLayer(QStringLiteral("axes"));
    axis->grid()->setLayer(QStringLiteral("grid"));
    axis->grid()->setVisible(axis == time || axis == value || axis == stripTime);
  }
  time->setTicker(makeTimeTicker(&scene));
  stripTime->setTicker(makeTimeTicker(&scene));
  time->setTickLabels(false);
  stripValue->setTicks(false);
  stripValue->setTickLabels(false);

  margins = new QCPMarginGroup(plot);
  main->setMarginGroup(QCP::msLeft | QCP::msRight, margins);
  strip->setMarginGroup(QCP::msLeft | QCP::msRight, margins);
  main->setMinimumMargins(QMargins(0, 6, 6, 2));
  strip->setMinimumMargins(QMargins(0, 0, 6, 0));
  main->setMinimumSize(80, 60);
  main->setRangeDragAxes({time}, {value});
  main->setRangeZoomAxes({time}, {value});
  main->setRangeZoomFactor(0.85);
  strip->setRangeDragAxes({time}, {});
  strip->setRangeZoomAxes({time}, {});

  // Placed before it is filled: QCustomPlot 2.1 trips over the empty cell of a grid that it adopts.
  inner = new QCPLayoutGrid;
  QCPLayoutGrid* outer = plot->plotLayout();
  outer->setRowSpacing(2);
  outer->setMargins(QMargins(12, 10, 12, 8));
  outer->addElement(0, 0, makeTitle(plot, &scene));
  outer->addElement(1, 0, makeLegend(plot, &scene));
  outer->addElement(2, 0, inner);
  inner->setRowSpacing(3);
  inner->setColumnSpacing(0);
  inner->addElement(0, 0, main);
  inner->addElement(0, 1, makeBandGutter(plot, value, &scene));
  inner->addElement(1, 0, strip);
  outer->addElement(3, 0, makeFootnote(plot, &scene));

  makeDoseMarks(plot, strip, &scene)->setLayer(QStringLiteral("main"));
  makeEnvelope(plot, time, value, &scene)->setLayer(QStringLiteral("bands"));
  makeObservedMarks(plot, time, value, &scene)->setLayer(QStringLiteral("main"));
  makeCursor(plot, main, strip, &scene)->setLayer(QStringLiteral("overlay"));
  connectAll();
}

void ConcentrationPlot::Impl::connectAll() {
  connect(time, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), q, [this](const QCPRange&) {
    keepInBounds(time);
    followTime();
  });
  connect(value, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), q,
          [this](const QCPRange&) { keepInBounds(value); });
  connect(plot, &QCustomPlot::beforeReplot, q, [this] {
    fitStrip(plot->size());
    setTickCounts(plot->size());
  });
  connect(plot, &QCustomPlot::afterLayout, q, [this] { prepare(); });
  connect(plot, &QCustomPlot::mouseMove, q,
          [this](QMouseEvent* event) { moveCursor(event->pos()); });
  connect(plot, &QCustomPlot::mouseDoubleClick, q, [this] { q->resetView(); });
  connect(plot, &QCustomPlot::mouseWheel, q, [this](QWheelEvent* event) {
    // Ctrl: time only; Shift: concentration only.
    Qt::Orientations which = Qt::Horizontal | Qt::Vertical;
    if ((event->modifiers() & Qt::ControlModifier) != 0) {
      which = Qt::Horizontal;
    } else if ((event->modifiers() & Qt::ShiftModifier) != 0) {
      which = Qt::Vertical;
    }
    main->setRangeZoom(which);
  });
}

void ConcentrationPlot::Impl::followTime() {
  stripTime->setRange(time->range());
  for (const Pane& pane : panes) {
    pane.time->setRange(time->range());
  }
}

void ConcentrationPlot::Impl::styleAxis(QCPAxis* axis) const {
  const PlotTheme& theme = scene.theme;
  const QPen line(theme.frame, 1.0);
  axis->setBasePen(line);
  axis->setTickPen(line);
  axis->setSubTickPen(line);
  axis->setTickLabelColor(theme.text);
  axis->setLabelColor(theme.text);
  axis->setTickLabelFont(plotFont(12));
  axis->setLabelFont(plotFont(12));
  axis->setTickLengthIn(0);
  axis->setTickLengthOut(4);
  axis->setSubTickLengthIn(0);
  axis->setSubTickLengthOut(2);
  axis->setLabelPadding(4);
  axis->grid()->setPen(QPen(theme.grid, 1.0));
  axis->grid()->setZeroLinePen(Qt::NoPen);
  axis->grid()->setSubGridVisible(false);
}

void ConcentrationPlot::Impl::applyTheme() {
  if (!themeFixed) {
    scene.theme = PlotTheme::fromPalette(q->palette());
  }
  useOwnColours();
  plot->setBackground(QBrush(scene.theme.background));
  for (QCPAxis* axis : {time, value, stripTime, stripValue}) {
    styleAxis(axis);
  }
  time->setTickLengthOut(0);
  time->setSubTickLengthOut(0);
  rebuild();
}

QPen ConcentrationPlot::Impl::penOf(const Figure::Curve& curve) const {
  QPen pen = scene.theme.pen(curve.colour, curve.dash);
  if (curve.width > 0) {
    pen.setWidthF(curve.width);
  }
  return pen;
}

void ConcentrationPlot::Impl::useOwnColours() {
  scene.theme.own.clear();
  for (const auto& [index, colour] : scene.figure.colours) {
    scene.theme.own.insert(index, scene.theme.drawn(QColor(QString::fromStdString(colour))));
  }
}

void ConcentrationPlot::Impl::rebuildGraphs(std::vector<QCPGraph*>& all,
                                            const std::vector<Figure::Curve>& curves,
                                            QCPAxis* valueAxis) const {
  while (all.size() > curves.size()) {
    plot->removeGraph(all.back());
    all.pop_back();
  }
  while (all.size() < curves.size()) {
    QCPGraph* graph = makeCurve(valueAxis->axisRect()->axis(QCPAxis::atBottom), valueAxis);
    graph->setAdaptiveSampling(false);
    graph->setSelectable(QCP::stNone);
    all.push_back(graph);
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i]->setPen(penOf(curves[i]));
    markCurve(all[i], curves[i].marker, scene.theme.background);
  }
}

void ConcentrationPlot::Impl::rebuildBands() {
  const Figure& figure = scene.figure;
  while (bands.size() > figure.bands.size()) {
    plot->removeItem(bands.back());
    bands.pop_back();
  }
  while (bands.size() < figure.bands.size()) {
    auto* rect = new QCPItemRect(plot);
    rect->setLayer(QStringLiteral("bands"));
    rect->setPen(Qt::NoPen);
    rect->setSelectable(false);
    rect->setClipAxisRect(main);
    for (QCPItemPosition* corner : {rect->topLeft, rect->bottomRight}) {
      corner->setTypeX(QCPItemPosition::ptAxisRectRatio);
      corner->setTypeY(QCPItemPosition::ptPlotCoords);
      corner->setAxisRect(main);
      corner->setAxes(time, value);
    }
    bands.push_back(rect);
  }
}

void ConcentrationPlot::Impl::rebuild() {
  const Figure& figure = scene.figure;
  rebuildGraphs(graphs, figure.curves, value);
  rebuildBands();
  rebuildPanes();
  const auto scaleType = figure.log_y ? QCPAxis::stLogarithmic : QCPAxis::stLinear;
  if (value->scaleType() != scaleType || !value->property("ticker").toBool()) {
    value->setScaleType(scaleType);
    value->setTicker(figure.log_y ? makeLogTicker() : makeLinearTicker());
    value->setProperty("ticker", true);
  }
  value->setLabel(QString::fromStdString(figure.y_label));
  stripTime->setLabel(QString::fromStdString(figure.x_label));
  fitStrip(plot->size());
}

void ConcentrationPlot::Impl::fitStrip(QSize size) const {
  const int lanes = scene.laneCount();
  // Where there is little room several lanes are narrow and have no texts, which their tool tips
  // have. Nobody can point at a file.
  const bool narrow = lanes > 1 && size.height() < scarceHeight && !scene.toFile;
  const int height = lanes == 0 ? 1 : std::clamp(lanes * (narrow ? 8 : 15), 16, narrow ? 48 : 90);
  strip->setMinimumSize(80, height);
  strip->setMaximumSize(QWIDGETSIZE_MAX, height);
}

void ConcentrationPlot::Impl::setTickCounts(QSize size) const {
  const int along = std::max(2, size.width() / 75);
  time->ticker()->setTickCount(along);
  stripTime->ticker()->setTickCount(along);
  // The first diagram is three times as high as each of the others.
  const int parts = 3 + static_cast<int>(panes.size());
  value->ticker()->setTickCount(std::max(3, size.height() * 3 / parts / 70));
  for (const Pane& pane : panes) {
    pane.time->ticker()->setTickCount(along);
    pane.value->ticker()->setTickCount(3);
  }
}

void ConcentrationPlot::Impl::fit() {
  fitting = true;
  time->setRange(whole.xLow, whole.xHigh);
  value->setRange(whole.yLow, whole.yHigh);
  fitting = false;
  followTime();
  fitPanes();
}

void ConcentrationPlot::Impl::keepInBounds(QCPAxis* axis) {
  if (fitting) {
    return;
  }
  fitting = true;
  const QCPRange range = axis->range();
  if (axis == time) {
    const double width = whole.xHigh - whole.xLow;
    axis->setRange(range.bounded(std::min(whole.xLow, 0.0), whole.xHigh + 2 * width));
  } else if (whole.logY) {
    axis->setRange(range.bounded(whole.yLow * 1e-4, whole.yHigh * 1e3));
  } else {
    axis->setRange(range.bounded(std::min(whole.yLow, 0.0), whole.yHigh * 20));
  }
  fitting = false;
  const bool now = !sameRange(time->range(), whole.xLow, whole.xHigh) ||
                   !sameRange(value->range(), whole.yLow, whole.yHigh);
  if (now != zoomed) {
    zoomed = now;
    Q_EMIT q->viewChanged(zoomed);
  }
}

void ConcentrationPlot::Impl::prepareGraphs(const std::vector<QCPGraph*>& all,
                                            const std::vector<Figure::Curve>& curves,
                                            const PlotView& view) const {
  for (std::size_t i = 0; i < all.size(); ++i) {
    const QSize area = all[i]->valueAxis()->axisRect()->size();
    const auto points =
        simplifyCurve(clipCurve(thinCurve(curves[i].x, curves[i].y, view.xLow, view.xHigh,
                                          std::max(1, area.width()), events),
                                view),
                      view, area.width(), area.height(), unseenPixels);
    QVector<QCPGraphData> data;
    data.reserve(static_cast<qsizetype>(points.size()));
    for (const PlotPoint& point : points) {
      data.append({point.x, point.y});
    }
    all[i]->data()->set(data, true);
  }
}

void ConcentrationPlot::Impl::prepareBands(const PlotView& view) const {
  for (std::size_t i = 0; i < bands.size(); ++i) {
    const auto& band = scene.figure.bands[i];
    const double low = std::max(band.low, view.yLow);
    const double high = std::min(band.high, view.yHigh);
    bands[i]->setVisible(high > low);
    if (!(high > low)) {
      continue;
    }
    bands[i]->topLeft->setCoords(0.0, high);
    bands[i]->bottomRight->setCoords(1.0, low);
    QColor colour = scene.theme.band(band.colour);
    const double opacity = scene.theme.dark ? bandOpacity * 1.3 : bandOpacity;
    colour.setAlphaF(static_cast<float>(opacity));
    if (!band.fuzzy) {
      bands[i]->setBrush(colour);
      continue;
    }
    // Only an edge that is in sight fades: the view's own edge is none of the band's.
    const auto pixel = [&](double at) {
      return value->coordToPixel(view.logY ? std::max(at, view.yLow * 1e-6) : at);
    };
    const double top = pixel(high);
    const double height = std::max(1.0, pixel(low) - top);
    // Before the first layout there is no height at all.
    const double bandHeight = std::max(0.0, pixel(band.low) - pixel(band.high));
    const double fade = std::min(0.5, fuzzyPart * std::min(height, bandHeight) / height);
    QColor clear = colour;
    clear.setAlphaF(0.0F);
    QLinearGradient gradient(0, 0, 0, 1);
    gradient.setCoordinateMode(QGradient::ObjectMode);
    gradient.setColorAt(0, band.high <= view.yHigh ? clear : colour);
    gradient.setColorAt(fade, colour);
    gradient.setColorAt(1 - fade, colour);
    gradient.setColorAt(1, band.low >= view.yLow ? clear : colour);
    bands[i]->setBrush(gradient);
  }
}

// Called on every layout, on the screen and into files alike: what is drawn fits the size at hand.
void ConcentrationPlot::Impl::prepare() {
  releaseUpperHalves();
  const PlotView now{time->range().lower, time->range().upper, value->range().lower,
                     value->range().upper, scene.figure.log_y};
  prepareGraphs(graphs, scene.figure.curves, now);
  prepareBands(now);
  fitLabel(value, scene.figure.y_label);
  for (std::size_t i = 0; i < panes.size() && i < scene.figure.panes.size(); ++i) {
    const QCPRange range = panes[i].value->range();
    prepareGraphs(panes[i].graphs, scene.figure.panes[i].curves,
                  {now.xLow, now.xHigh, range.lower, range.upper, false});
  }
}

}  // namespace ketascope
