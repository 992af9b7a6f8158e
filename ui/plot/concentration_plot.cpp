// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/concentration_plot.hpp"

#include <qcustomplot.h>

#include <QAccessible>
#include <QBuffer>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPdfWriter>
#include <QStyleOptionFocusRect>
#include <QSvgGenerator>
#include <QToolTip>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <limits>

#include "ketascope/io/diagnostics.hpp"
#include "ketascope/units/number.hpp"
#include "plot/curve_thinning.hpp"
#include "plot/figure_reading.hpp"
#include "plot/plot_scene.hpp"

namespace ketascope {
namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double bandOpacity = 0.14;
constexpr int snapPixels = 4;

bool sameRange(const QCPRange& range, double low, double high) {
  return range.lower == low && range.upper == high;
}

}  // namespace

std::optional<FigureFormat> figureFormatOf(std::string_view path) {
  std::string ending = std::filesystem::path(path).extension().string();
  std::ranges::transform(ending, ending.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  if (ending == ".png") {
    return FigureFormat::png;
  }
  if (ending == ".svg") {
    return FigureFormat::svg;
  }
  if (ending == ".pdf") {
    return FigureFormat::pdf;
  }
  return std::nullopt;
}

struct ConcentrationPlot::Impl {
  explicit Impl(ConcentrationPlot* owner) : q(owner), plot(new QCustomPlot(owner)) {}

  void build();
  void applyTheme();
  void styleAxis(QCPAxis* axis) const;
  void rebuild();
  void setTickCounts(QSize size) const;
  void fit();
  void keepInBounds(QCPAxis* axis);
  void prepare();
  void readAt(double x);
  void moveCursor(const QPoint& pos);
  void refreshCursor();
  void hideCursor();
  QString bandToolTip(const QPointF& pos) const;

  ConcentrationPlot* q;
  QCustomPlot* plot;
  PlotScene scene;
  bool themeFixed = false;
  bool zoomed = false;
  bool fitting = false;
  PlotView whole;
  std::vector<double> events;

  QCPAxisRect* main = nullptr;
  QCPAxisRect* strip = nullptr;
  QCPAxis* time = nullptr;
  QCPAxis* value = nullptr;
  QCPAxis* stripTime = nullptr;
  QCPAxis* stripValue = nullptr;
  std::vector<QCPGraph*> graphs;
  std::vector<QCPItemRect*> bands;
};

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

  auto* group = new QCPMarginGroup(plot);
  main->setMarginGroup(QCP::msLeft | QCP::msRight, group);
  strip->setMarginGroup(QCP::msLeft | QCP::msRight, group);
  main->setMinimumMargins(QMargins(0, 6, 6, 2));
  strip->setMinimumMargins(QMargins(0, 0, 6, 0));
  main->setMinimumSize(80, 60);
  main->setRangeDragAxes({time}, {value});
  main->setRangeZoomAxes({time}, {value});
  main->setRangeZoomFactor(0.85);
  strip->setRangeDragAxes({time}, {});
  strip->setRangeZoomAxes({time}, {});

  // Placed before it is filled: QCustomPlot 2.1 trips over the empty cell of a grid that it adopts.
  auto* inner = new QCPLayoutGrid;
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

  const auto followTime = [this](const QCPRange&) {
    keepInBounds(time);
    stripTime->setRange(time->range());
  };
  connect(time, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), q, followTime);
  connect(value, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), q,
          [this](const QCPRange&) { keepInBounds(value); });
  connect(plot, &QCustomPlot::beforeReplot, q, [this] { setTickCounts(plot->size()); });
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
  plot->setBackground(QBrush(scene.theme.background));
  for (QCPAxis* axis : {time, value, stripTime, stripValue}) {
    styleAxis(axis);
  }
  time->setTickLengthOut(0);
  time->setSubTickLengthOut(0);
  rebuild();
}

void ConcentrationPlot::Impl::rebuild() {
  const Figure& figure = scene.figure;
  while (graphs.size() > figure.curves.size()) {
    plot->removeGraph(graphs.back());
    graphs.pop_back();
  }
  while (graphs.size() < figure.curves.size()) {
    QCPGraph* graph = plot->addGraph(time, value);
    graph->setAdaptiveSampling(false);
    graph->setSelectable(QCP::stNone);
    graphs.push_back(graph);
  }
  for (std::size_t i = 0; i < graphs.size(); ++i) {
    graphs[i]->setPen(scene.theme.pen(figure.curves[i].colour, figure.curves[i].dash));
  }
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
  for (std::size_t i = 0; i < bands.size(); ++i) {
    QColor colour = scene.theme.band(figure.bands[i].colour);
    colour.setAlphaF(static_cast<float>(scene.theme.dark ? bandOpacity * 1.3 : bandOpacity));
    bands[i]->setBrush(colour);
  }
  const auto scaleType = figure.log_y ? QCPAxis::stLogarithmic : QCPAxis::stLinear;
  if (value->scaleType() != scaleType || !value->property("ticker").toBool()) {
    value->setScaleType(scaleType);
    value->setTicker(figure.log_y ? makeLogTicker() : makeLinearTicker());
    value->setProperty("ticker", true);
  }
  value->setLabel(QString::fromStdString(figure.y_label));
  stripTime->setLabel(QString::fromStdString(figure.x_label));
  const int lanes = scene.laneCount();
  const int height = lanes == 0 ? 1 : std::clamp(lanes * 15, 16, 90);
  strip->setMinimumSize(80, height);
  strip->setMaximumSize(QWIDGETSIZE_MAX, height);
}

void ConcentrationPlot::Impl::setTickCounts(QSize size) const {
  const int along = std::max(2, size.width() / 75);
  time->ticker()->setTickCount(along);
  stripTime->ticker()->setTickCount(along);
  value->ticker()->setTickCount(std::max(3, size.height() / 70));
}

void ConcentrationPlot::Impl::fit() {
  fitting = true;
  time->setRange(whole.xLow, whole.xHigh);
  value->setRange(whole.yLow, whole.yHigh);
  stripTime->setRange(time->range());
  fitting = false;
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

// Called on every layout, on the screen and into files alike: what is drawn fits the size at hand.
void ConcentrationPlot::Impl::prepare() {
  const PlotView now{time->range().lower, time->range().upper, value->range().lower,
                     value->range().upper, scene.figure.log_y};
  for (std::size_t i = 0; i < graphs.size(); ++i) {
    const auto& curve = scene.figure.curves[i];
    const auto points = clipCurve(
        thinCurve(curve.x, curve.y, now.xLow, now.xHigh, std::max(1, main->width()), events), now);
    QVector<QCPGraphData> data;
    data.reserve(static_cast<qsizetype>(points.size()));
    for (const PlotPoint& point : points) {
      data.append({point.x, point.y});
    }
    graphs[i]->data()->set(data, true);
  }
  for (std::size_t i = 0; i < bands.size(); ++i) {
    const auto& band = scene.figure.bands[i];
    const double low = std::max(band.low, now.yLow);
    const double high = std::min(band.high, now.yHigh);
    bands[i]->setVisible(high > low);
    bands[i]->topLeft->setCoords(0.0, high);
    bands[i]->bottomRight->setCoords(1.0, low);
  }
}

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
  const QString unit = unitOfLabel(figure.y_label);
  for (const auto& curve : figure.curves) {
    PlotScene::Reading reading;
    reading.colour = scene.theme.curve(curve.colour);
    QString text;
    if (const auto jump = jumpAt(curve, x)) {
      reading.values = {jump->first, jump->second};
      text = QStringLiteral("%1 → %2").arg(QString::fromStdString(format_number(jump->first, 3)),
                                           QString::fromStdString(format_number(jump->second, 3)));
    } else if (const auto y = curveValueAt(curve.x, curve.y, x, figure.log_y)) {
      reading.values = {*y};
      text = QString::fromStdString(format_number(*y, 3));
    } else {
      continue;
    }
    reading.text =
        QStringLiteral("%1 %2   %3").arg(text, unit, QString::fromStdString(curve.label));
    scene.readings.append(reading);
  }
  scene.cursorShown = true;
  plot->layer(QStringLiteral("overlay"))->replot();
  Q_EMIT q->hovered(x, q->valuesAt(x));
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

ConcentrationPlot::ConcentrationPlot(QWidget* parent)
    : QWidget(parent), m_impl(std::make_unique<Impl>(this)) {
  setFocusPolicy(Qt::StrongFocus);
  setAccessibleName(tr("Concentration over time"));
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(2, 2, 2, 2);  // room for the focus frame
  layout->addWidget(m_impl->plot);
  m_impl->build();
  m_impl->whole = fittedView(m_impl->scene.figure);
  m_impl->applyTheme();
  m_impl->fit();
  m_impl->plot->installEventFilter(this);
}

ConcentrationPlot::~ConcentrationPlot() {
  // Drawing reads the scene, which dies before the child widgets do; and a widget that goes away
  // under the mouse still hears that the mouse has left it.
  m_impl->plot->removeEventFilter(this);
  m_impl->plot->disconnect(this);
  delete m_impl->plot;
}

void ConcentrationPlot::setFigure(Figure figure) {
  const bool scaleChanged = figure.log_y != m_impl->scene.figure.log_y ||
                            figure.y_label != m_impl->scene.figure.y_label ||
                            figure.x_label != m_impl->scene.figure.x_label;
  m_impl->scene.figure = std::move(figure);
  m_impl->whole = fittedView(m_impl->scene.figure);
  m_impl->events = eventTimes(m_impl->scene.figure);
  m_impl->rebuild();
  if (!m_impl->zoomed || scaleChanged) {
    m_impl->fit();
    if (m_impl->zoomed) {
      m_impl->zoomed = false;
      Q_EMIT viewChanged(false);
    }
  }
  setAccessibleDescription(describe(m_impl->scene.figure));
  m_impl->plot->replot(QCustomPlot::rpQueuedRefresh);
  if (m_impl->scene.cursorShown) {
    m_impl->readAt(m_impl->scene.cursorX);
  }
}

const Figure& ConcentrationPlot::figure() const {
  return m_impl->scene.figure;
}

void ConcentrationPlot::setTheme(const PlotTheme& theme) {
  m_impl->themeFixed = true;
  m_impl->scene.theme = theme;
  m_impl->applyTheme();
  m_impl->plot->replot(QCustomPlot::rpQueuedReplot);
}

bool ConcentrationPlot::isZoomed() const {
  return m_impl->zoomed;
}

ConcentrationPlot::View ConcentrationPlot::view() const {
  const QCPRange time = m_impl->time->range();
  const QCPRange value = m_impl->value->range();
  return {time.lower, time.upper, value.lower, value.upper};
}

void ConcentrationPlot::setView(const View& view) {
  m_impl->time->setRange(view.xLow, view.xHigh);
  m_impl->value->setRange(view.yLow, view.yHigh);
  m_impl->plot->replot(QCustomPlot::rpQueuedRefresh);
}

void ConcentrationPlot::resetView() {
  m_impl->fit();
  if (m_impl->zoomed) {
    m_impl->zoomed = false;
    Q_EMIT viewChanged(false);
  }
  m_impl->plot->replot(QCustomPlot::rpQueuedRefresh);
}

void ConcentrationPlot::zoom(double factor) {
  m_impl->time->scaleRange(factor);
  m_impl->plot->replot(QCustomPlot::rpQueuedRefresh);
}

QVector<double> ConcentrationPlot::valuesAt(double x) const {
  QVector<double> values;
  for (const auto& curve : figure().curves) {
    values.append(curveValueAt(curve.x, curve.y, x, figure().log_y).value_or(notANumber));
  }
  return values;
}

void ConcentrationPlot::setCursor(std::optional<double> x) {
  if (x) {
    m_impl->readAt(*x);
  } else {
    m_impl->hideCursor();
  }
}

int ConcentrationPlot::drawnPoints(int curve) const {
  return m_impl->graphs.at(static_cast<std::size_t>(curve))->data()->size();
}

QVector<QRectF> ConcentrationPlot::bandLabelRects() const {
  QVector<QRectF> rects = m_impl->scene.bandLabels;
  for (QRectF& rect : rects) {
    if (!rect.isNull()) {
      rect.translate(m_impl->plot->pos());
    }
  }
  return rects;
}

QRectF ConcentrationPlot::plotRect() const {
  return QRectF(m_impl->main->rect()).translated(m_impl->plot->pos());
}

QString ConcentrationPlot::description() const {
  return describe(figure());
}

QByteArray ConcentrationPlot::render(FigureFormat format, QSize size, double dpi) const {
  Impl& d = *m_impl;
  if (size.isEmpty()) {
    size = d.plot->size();
  }
  const bool cursor = std::exchange(d.scene.cursorShown, false);
  d.setTickCounts(size);
  const QString title = QString::fromStdString(figure().title);
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  const auto paint = [&](QPaintDevice* device, double scale, bool vector) {
    QCPPainter painter(device);
    painter.setMode(QCPPainter::pmVectorized, vector);
    painter.scale(scale, scale);
    d.plot->toPainter(&painter, size.width(), size.height());
  };
  switch (format) {
    case FigureFormat::png: {
      const double scale = dpi / 96.0;
      QImage image((QSizeF(size) * scale).toSize(), QImage::Format_RGB32);
      image.fill(d.scene.theme.background);
      paint(&image, scale, false);
      image.setDotsPerMeterX(qRound(dpi / 0.0254));
      image.setDotsPerMeterY(qRound(dpi / 0.0254));
      image.setText(QStringLiteral("Title"), title);
      image.setText(QStringLiteral("Software"), QStringLiteral("Ketascope"));
      image.save(&buffer, "PNG");
      break;
    }
    case FigureFormat::svg: {
      QSvgGenerator svg;
      svg.setOutputDevice(&buffer);
      svg.setResolution(96);
      svg.setSize(size);
      svg.setViewBox(QRect(QPoint(0, 0), size));
      svg.setTitle(title);
      svg.setDescription(describe(figure()));
      paint(&svg, 1.0, true);
      break;
    }
    case FigureFormat::pdf: {
      QPdfWriter pdf(&buffer);
      pdf.setResolution(96);
      pdf.setPageSize(
          QPageSize(QSizeF(size) * 0.75, QPageSize::Point, QString(), QPageSize::ExactMatch));
      pdf.setPageMargins(QMarginsF(0, 0, 0, 0));
      pdf.setTitle(title);
      pdf.setCreator(QStringLiteral("Ketascope"));
      paint(&pdf, 1.0, true);
      break;
    }
  }
  d.scene.cursorShown = cursor;
  // The layout is that of the file now; take the screen's again.
  d.plot->replot(QCustomPlot::rpQueuedReplot);
  return bytes;
}

tl::expected<void, Diagnostics> ConcentrationPlot::save(const QString& path, QSize size,
                                                        double dpi) const {
  const std::string name = path.toStdString();
  const auto format = figureFormatOf(name);
  if (!format) {
    return tl::unexpected(Diagnostics{
        {.code = "figure.format",
         .message = "a figure is written as png, svg or pdf, by the ending of the file's name",
         .file = name,
         .at = {},
         .hint = "name the file for example figure.png"}});
  }
  const QByteArray bytes = render(*format, size, dpi);
  return write_file(std::filesystem::path(name),
                    std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

tl::expected<void, Diagnostics> ConcentrationPlot::savePng(const QString& path, double dpi) const {
  return save(path, {}, dpi);
}

tl::expected<void, Diagnostics> ConcentrationPlot::saveSvg(const QString& path) const {
  return save(path);
}

tl::expected<void, Diagnostics> ConcentrationPlot::savePdf(const QString& path) const {
  return save(path);
}

void ConcentrationPlot::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange && !m_impl->themeFixed) {
    m_impl->applyTheme();
    m_impl->plot->replot(QCustomPlot::rpQueuedReplot);
  }
  QWidget::changeEvent(event);
}

void ConcentrationPlot::keyPressEvent(QKeyEvent* event) {
  const View now = view();
  const double width = now.xHigh - now.xLow;
  const bool pan = (event->modifiers() & Qt::ControlModifier) != 0;
  const auto step = [&](double direction) {
    if (pan) {
      setView({now.xLow + direction * width / 10, now.xHigh + direction * width / 10, now.yLow,
               now.yHigh});
      return;
    }
    // An arrow key leaves an event again although the cursor snaps to it.
    const double pixel = width / std::max(1, m_impl->main->width());
    const double from = m_impl->scene.cursorShown ? m_impl->scene.cursorX : now.xLow;
    setCursor(std::clamp(from + direction * pixel * (snapPixels + 1), now.xLow, now.xHigh));
  };
  switch (event->key()) {
    case Qt::Key_Left:
      step(-1);
      return;
    case Qt::Key_Right:
      step(1);
      return;
    case Qt::Key_Home:
      resetView();
      return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
      zoom(0.8);
      return;
    case Qt::Key_Minus:
      zoom(1.25);
      return;
    case Qt::Key_Escape:
      setCursor(std::nullopt);
      return;
    default:
      QWidget::keyPressEvent(event);
  }
}

void ConcentrationPlot::focusInEvent(QFocusEvent* event) {
  QWidget::focusInEvent(event);
  update();
}

void ConcentrationPlot::focusOutEvent(QFocusEvent* event) {
  QWidget::focusOutEvent(event);
  update();
}

void ConcentrationPlot::paintEvent(QPaintEvent* event) {
  QWidget::paintEvent(event);
  if (hasFocus()) {
    QPainter painter(this);
    painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
    painter.drawRect(rect().adjusted(1, 1, -1, -1));
  }
}

bool ConcentrationPlot::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_impl->plot) {
    if (event->type() == QEvent::Leave) {
      m_impl->hideCursor();
    } else if (event->type() == QEvent::ToolTip) {
      const auto* help = static_cast<QHelpEvent*>(event);
      const QString observed =
          observedToolTip(m_impl->time, m_impl->value, m_impl->scene, help->pos());
      const QString text = observed.isEmpty() ? m_impl->bandToolTip(help->pos()) : observed;
      if (text.isEmpty()) {
        QToolTip::hideText();
      } else {
        QToolTip::showText(help->globalPos(), text, m_impl->plot);
      }
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace ketascope
