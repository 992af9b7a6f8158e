// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/concentration_plot.hpp"

#include <qcustomplot.h>

#include <QHelpEvent>
#include <QKeyEvent>
#include <QToolTip>
#include <QVBoxLayout>
#include <algorithm>
#include <limits>
#include <utility>

#include "plot/figure_reading.hpp"
#include "plot/plot_canvas.hpp"

namespace ketascope {
namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

}  // namespace

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
  m_impl->useOwnColours();
  m_impl->scene.readings.clear();  // their axes may go with the panes; read again below
  m_impl->whole = fittedView(m_impl->scene.figure);
  m_impl->events = eventTimes(m_impl->scene.figure);
  m_impl->rebuild();
  if (!m_impl->zoomed || scaleChanged) {
    m_impl->fit();
    if (m_impl->zoomed) {
      m_impl->zoomed = false;
      Q_EMIT viewChanged(false);
    }
  } else {
    m_impl->fitPanes();
  }
  m_impl->holdView();
  setAccessibleDescription(describe(m_impl->scene.figure));
  m_impl->keepCursorApart(m_impl->scene.cursorShown);
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

void ConcentrationPlot::drawInAnEventOfItsOwn() {
  m_impl->replotsLate = true;
}

void ConcentrationPlot::resetView() {
  m_impl->fit();
  const bool wasZoomed = std::exchange(m_impl->zoomed, false);
  if (wasZoomed) {
    Q_EMIT viewChanged(false);
  }
  if (wasZoomed || !m_impl->panes.empty()) {  // a pane is dragged without being zoomed
    m_impl->plot->replot(QCustomPlot::rpQueuedRefresh);
  }
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

void ConcentrationPlot::setReadable(bool readable) {
  m_impl->readable = readable;
  if (m_impl->scene.cursorShown) {
    m_impl->readAt(m_impl->scene.cursorX);
  }
}

QStringList ConcentrationPlot::readings() const {
  QStringList lines;
  if (m_impl->scene.cursorShown) {
    lines << m_impl->scene.cursorTitle;
    for (const PlotScene::Reading& reading : m_impl->scene.readings) {
      lines << reading.text;
    }
  }
  return lines;
}

int ConcentrationPlot::drawnPoints(int curve) const {
  return m_impl->graphs.at(static_cast<std::size_t>(curve))->data()->size();
}

QString ConcentrationPlot::valueLabel() const {
  return m_impl->value->label();
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

QVector<QRectF> ConcentrationPlot::doseMarkRects() const {
  QVector<QRectF> rects = m_impl->scene.doseMarks;
  for (QRectF& rect : rects) {
    if (!rect.isNull()) {
      rect.translate(m_impl->plot->pos());
    }
  }
  return rects;
}

void ConcentrationPlot::setDosesMovable(bool movable) {
  m_impl->movable = movable;
}

bool ConcentrationPlot::dosesMovable() const {
  return m_impl->movable;
}

QString ConcentrationPlot::description() const {
  return describe(figure());
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
  if (watched != m_impl->plot) {
    return QWidget::eventFilter(watched, event);
  }
  switch (event->type()) {
    case QEvent::Leave:
      m_impl->hideCursor();
      break;
    case QEvent::ToolTip: {
      const auto* help = static_cast<QHelpEvent*>(event);
      const QString text = m_impl->toolTipAt(help->pos());
      if (text.isEmpty()) {
        QToolTip::hideText();
      } else {
        // Below the curves, where it covers neither them nor what the cursor reads.
        const QRect curves = m_impl->main->rect();
        QPoint at = help->globalPos();
        if (curves.contains(help->pos())) {
          at.setY(m_impl->plot->mapToGlobal(curves.bottomLeft()).y());
        }
        QToolTip::showText(at, text, m_impl->plot);
      }
      return true;
    }
    case QEvent::MouseButtonPress:
      return m_impl->pressDose(static_cast<QMouseEvent*>(event));
    case QEvent::MouseMove: {
      const auto* mouse = static_cast<QMouseEvent*>(event);
      m_impl->hoverDose(mouse->position());
      return m_impl->dragDose(mouse);
    }
    case QEvent::MouseButtonRelease:
      return m_impl->releaseDose();
    default:
      break;
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace ketascope
