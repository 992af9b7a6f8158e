// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/flow_diagram_view.hpp"

#include <QHelpEvent>
#include <QMap>
#include <QPainter>
#include <QPainterPathStroker>
#include <QToolTip>
#include <algorithm>
#include <cmath>
#include <utility>

#include "viewmodel/words_in_use.hpp"

namespace ketascope {
namespace {

constexpr double margin = 10;
constexpr double leastWidth = 1.0;
constexpr double mostWidth = 7.0;
constexpr double marksPerRun = 600.0;  // points that the marks move while all of the time goes by
constexpr double nearEnough = 5.0;     // to an arrow, for its words

QPointF point(const FlowDiagram::Point& p) {
  return {p.x, p.y};
}

QPainterPath pathOf(const FlowDiagram::Arrow& arrow) {
  QPainterPath path;
  if (arrow.curve.size() < 3) {
    return path;
  }
  path.moveTo(point(arrow.curve.front()));
  for (std::size_t i = 1; i + 3 < arrow.curve.size(); i += 3) {
    path.cubicTo(point(arrow.curve[i]), point(arrow.curve[i + 1]), point(arrow.curve[i + 2]));
  }
  return path;
}

}  // namespace

FlowDiagramView::FlowDiagramView(QWidget* parent) : QWidget(parent) {
  setMouseTracking(true);
}

void FlowDiagramView::setPicture(std::shared_ptr<const FlowPicture> picture) {
  m_picture = std::move(picture);
  m_paths.clear();
  m_most.clear();
  if (m_picture) {
    // Other drugs may be counted in mg where the model counts in µmol.
    QMap<QString, double> most;
    for (const FlowDiagram::Arrow& arrow : m_picture->diagram.arrows) {
      m_paths.push_back(pathOf(arrow));
      double& ofUnit = most[carriedUnit(*m_picture, arrow)];
      ofUnit = std::max(ofUnit, mostCarriedBy(*m_picture, arrow));
    }
    for (const FlowDiagram::Arrow& arrow : m_picture->diagram.arrows) {
      m_most.push_back(most[carriedUnit(*m_picture, arrow)]);
    }
  }
  setScale(m_scale);
  update();
}

void FlowDiagramView::setTime(double timeH) {
  if (m_picture) {
    const double length = m_picture->highH() - m_picture->lowH();
    m_phase += length > 0 ? marksPerRun * (timeH - m_timeH) / length : 0;
  }
  m_timeH = timeH;
  update();
}

void FlowDiagramView::setFull(Full full) {
  m_full = full;
  update();
}

double FlowDiagramView::fillOf(int box) const {
  const auto& at = m_picture->diagram.boxes[static_cast<std::size_t>(box)];
  if (at.compartment < 0) {
    return 0;
  }
  const auto index = static_cast<std::size_t>(at.compartment);
  const Amounts& amounts = m_picture->amounts;
  double whole = amounts.state_peaks[index];
  if (m_full == Full::entered && at.amount && amounts.of_drug[index]) {
    double entered = 0;
    for (const Amounts::Input& input : amounts.inputs) {
      entered += amounts.of_drug[static_cast<std::size_t>(input.compartment)] ? input.amount : 0;
    }
    whole = std::max(whole, entered);  // where doses went on for ever before, more may be there
  }
  return whole > 0 ? std::clamp(amounts.state_at(index, m_timeH) / whole, 0.0, 1.0) : 0;
}

double FlowDiagramView::lineWidthOf(int arrow) const {
  const auto& at = m_picture->diagram.arrows[static_cast<std::size_t>(arrow)];
  if (justGiven(*m_picture, at, m_timeH)) {
    return mostWidth;
  }
  const double carried = carriedBy(*m_picture, at, m_timeH);
  // By the root, so that a tenth of the largest can still be told from nothing.
  const double most = m_most[static_cast<std::size_t>(arrow)];
  return most > 0 && carried > 0
             ? leastWidth + (mostWidth - leastWidth) * std::sqrt(std::min(1.0, carried / most))
             : leastWidth;
}

QSizeF FlowDiagramView::natural() const {
  return m_picture
             ? QSizeF(m_picture->diagram.width + 2 * margin, m_picture->diagram.height + 2 * margin)
             : QSizeF(1, 1);
}

void FlowDiagramView::setScale(double scale) {
  m_scale = scale;
  resize((natural() * scale).toSize());
  update();
}

QColor FlowDiagramView::colourOf(const PlotTheme& theme, int analyte) const {
  return analyte < 0 ? theme.muted : theme.curve(analyte);
}

QPointF FlowDiagramView::toDrawing(const QPointF& place) const {
  return place / m_scale - QPointF(margin, margin);
}

void FlowDiagramView::drawArrow(QPainter& painter, const PlotTheme& theme,
                                std::size_t index) const {
  using Kind = FlowDiagram::Arrow::Kind;
  const FlowDiagram::Arrow& arrow = m_picture->diagram.arrows[index];
  if (m_paths[index].isEmpty()) {
    return;
  }
  const auto& boxes = m_picture->diagram.boxes;
  const auto& from = boxes[static_cast<std::size_t>(arrow.from)];
  const auto& to = boxes[static_cast<std::size_t>(arrow.to)];
  const double width = lineWidthOf(static_cast<int>(index));
  const bool moving = width > leastWidth;
  QColor colour = theme.muted;
  if (moving) {
    colour = colourOf(theme, from.compartment >= 0 ? from.analyte : to.analyte);
  }
  QPen pen(colour, width, arrow.kind == Kind::flow ? Qt::SolidLine : Qt::DashLine, Qt::FlatCap);
  if (arrow.kind == Kind::computed) {
    pen.setDashPattern({1.5, 2.5});
  }
  painter.strokePath(m_paths[index], pen);
  if (moving) {
    QColor mark = theme.background;
    mark.setAlphaF(0.75F);
    QPen marks(mark, std::max(1.0, 0.45 * width), Qt::CustomDashLine, Qt::RoundCap);
    const double unit = marks.widthF();
    marks.setDashPattern({0.1, 14 / unit});
    marks.setDashOffset(-m_phase / unit);
    painter.strokePath(m_paths[index], marks);
  }
  const QPointF tip = point(arrow.curve.back());
  const QPointF base = point(arrow.curve[arrow.curve.size() - 2]);
  const QPointF along = tip - base;
  const double length = std::hypot(along.x(), along.y());
  if (length > 0) {
    const double half = std::max(2.8, 0.9 * width);
    const QPointF side(-along.y() / length * half, along.x() / length * half);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(QPolygonF({tip, base + side, base - side}));
  }
  if (arrow.labelled && moving && !justGiven(*m_picture, arrow, m_timeH)) {
    painter.setFont(plotFont(9));
    painter.setPen(theme.text);
    const QString number = carriedText(*m_picture, arrow, m_timeH);
    QRectF place = QFontMetricsF(painter.font()).boundingRect(number);
    place.moveCenter(point(arrow.label));
    QColor ground = theme.background;
    ground.setAlphaF(0.8F);
    painter.fillRect(place, ground);  // a wide arrow may pass below
    painter.drawText(place.adjusted(-4, 0, 4, 0), Qt::AlignCenter, number);
  }
}

void FlowDiagramView::drawBox(QPainter& painter, const PlotTheme& theme, std::size_t index) const {
  const FlowDiagram::Box& box = m_picture->diagram.boxes[index];
  if (box.compartment < 0 && box.name.empty()) {
    return;  // outside
  }
  const QRectF rect(box.centre.x - box.width / 2, box.centre.y - box.height / 2, box.width,
                    box.height);
  const bool route = box.compartment < 0;
  const QColor colour = colourOf(theme, box.analyte);
  const double radius = route ? rect.height() / 2 : 4;
  QPainterPath outline;
  outline.addRoundedRect(rect, radius, radius);
  painter.fillPath(outline, theme.background);
  if (!route) {
    QColor level = colour;
    level.setAlphaF(theme.dark ? 0.5F : 0.35F);
    QRectF filled = rect;
    filled.setTop(rect.bottom() - fillOf(static_cast<int>(index)) * rect.height());
    painter.save();
    painter.setClipPath(outline);
    painter.fillRect(filled, level);
    painter.restore();
  }
  painter.strokePath(
      outline, QPen(colour, route ? 1 : 1.6, route || !box.amount ? Qt::DashLine : Qt::SolidLine));
  painter.setPen(theme.text);
  painter.setFont(plotFont(11, !route));
  const QString name = QString::fromStdString(box.name);
  if (route) {
    painter.drawText(rect, Qt::AlignCenter,
                     QFontMetrics(painter.font())
                         .elidedText(inWords(box.name), Qt::ElideRight,
                                     static_cast<int>(rect.width() - rect.height() / 2)));
    return;
  }
  const QRectF upper = rect.adjusted(2, 3, -2, -rect.height() / 2);
  painter.drawText(upper, Qt::AlignCenter,
                   QFontMetrics(painter.font())
                       .elidedText(name, Qt::ElideRight, static_cast<int>(upper.width())));
  painter.setFont(plotFont(11));
  painter.drawText(rect.adjusted(2, rect.height() / 2, -2, -4), Qt::AlignCenter,
                   heldText(*m_picture, box.compartment, m_timeH));
}

void FlowDiagramView::paintEvent(QPaintEvent* event) {
  QWidget::paintEvent(event);
  const PlotTheme theme = PlotTheme::fromPalette(palette());
  QPainter painter(this);
  painter.fillRect(rect(), theme.background);
  if (!m_picture || !m_picture->problem.isEmpty()) {
    return;
  }
  painter.setRenderHint(QPainter::Antialiasing);
  painter.scale(m_scale, m_scale);
  painter.translate(margin, margin);
  for (std::size_t i = 0; i < m_picture->diagram.arrows.size(); ++i) {
    drawArrow(painter, theme, i);
  }
  for (std::size_t i = 0; i < m_picture->diagram.boxes.size(); ++i) {
    drawBox(painter, theme, i);
  }
}

QString FlowDiagramView::wordsAt(const QPointF& place) const {
  if (!m_picture) {
    return {};
  }
  const QPointF at = toDrawing(place);
  for (const FlowDiagram::Box& box : m_picture->diagram.boxes) {
    if ((box.compartment >= 0 || !box.name.empty()) &&
        std::abs(at.x() - box.centre.x) <= box.width / 2 &&
        std::abs(at.y() - box.centre.y) <= box.height / 2) {
      return boxToolTip(*m_picture, box, m_timeH);
    }
  }
  QPainterPathStroker wide;
  wide.setWidth(2 * nearEnough);
  for (std::size_t i = 0; i < m_paths.size(); ++i) {
    if (wide.createStroke(m_paths[i]).contains(at)) {
      return arrowToolTip(*m_picture, m_picture->diagram.arrows[i], m_timeH);
    }
  }
  return {};
}

bool FlowDiagramView::event(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    const QString words = wordsAt(help->pos());
    if (words.isEmpty()) {
      QToolTip::hideText();
    } else {
      QToolTip::showText(help->globalPos(), words, this);
    }
    return true;
  }
  return QWidget::event(event);
}

}  // namespace ketascope
