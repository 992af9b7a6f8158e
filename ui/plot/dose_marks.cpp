// SPDX-License-Identifier: GPL-3.0-or-later
// Items that QCustomPlot has no word for: the doses in their strip and the cursor that reads the
// curves.
#include <qcustomplot.h>

#include <algorithm>
#include <map>

#include "plot/plot_scene.hpp"

namespace ketascope {
namespace {

class Item : public QCPAbstractItem {
 public:
  Item(QCustomPlot* plot, const PlotScene* scene) : QCPAbstractItem(plot), m_scene(scene) {
    setSelectable(false);
    setClipToAxisRect(false);
  }
  double selectTest(const QPointF&, bool, QVariant*) const override { return -1; }

 protected:
  const PlotScene* m_scene;
};

/// Boxes for infusions, arrows for boluses; one lane per scenario, in its colour. Nothing leaves
/// the strip, since SVG files are written without clipping.
class DoseMarks : public Item {
 public:
  DoseMarks(QCustomPlot* plot, QCPAxisRect* strip, PlotScene* scene)
      : Item(plot, scene), m_strip(strip), m_out(scene) {}

 protected:
  void draw(QCPPainter* painter) override {
    m_out->doseMarks = QVector<QRectF>(static_cast<qsizetype>(m_scene->figure.doses.size()));
    std::map<int, int> laneOf;
    for (const auto& dose : m_scene->figure.doses) {
      laneOf.try_emplace(dose.colour, static_cast<int>(laneOf.size()));
    }
    if (laneOf.empty()) {
      return;
    }
    const QRectF area = m_strip->rect();
    const double laneHeight = area.height() / static_cast<double>(laneOf.size());
    const QCPAxis* time = m_strip->axis(QCPAxis::atBottom);
    const QFont font = plotFont(10);
    const QFontMetricsF metrics(font);
    painter->setFont(font);
    painter->setAntialiasing(true);
    // Drawn from the right, so that each text knows where the next mark of its lane begins.
    std::vector<const Figure::Dose*> doses;
    for (const auto& dose : m_scene->figure.doses) {
      doses.push_back(&dose);
    }
    std::ranges::stable_sort(doses, [](const auto* a, const auto* b) { return a->x > b->x; });
    std::map<int, double> nextLeft;
    for (const auto* dose : doses) {
      const int lane = laneOf.at(dose->colour);
      const double top = area.top() + lane * laneHeight + 2.0;
      const double height = laneHeight - 4.0;
      double left = time->coordToPixel(dose->x);
      double right = time->coordToPixel(dose->x + dose->duration);
      if (right < area.left() - 0.5 || left > area.right()) {
        continue;
      }
      left = std::max(left, area.left());
      right = std::min(right, area.right());
      const QColor colour = m_scene->theme.curve(dose->colour);
      if (dose->duration > 0) {
        QColor fill = colour;
        fill.setAlphaF(0.35F);
        painter->setPen(QPen(colour, 1.0));
        painter->setBrush(fill);
        right = std::max(right, left + 2.0);
        painter->drawRect(QRectF(left, top, right - left, height));
      } else {
        painter->setPen(Qt::NoPen);
        painter->setBrush(colour);
        const double half = std::min(4.0, height / 2);
        const double x = std::clamp(left, area.left() + half, area.right() - half);
        painter->drawPolygon(
            QPolygonF{QPointF(x - half, top), QPointF(x + half, top), QPointF(x, top + height)});
        left = x - half;
        right = x + half;
      }
      m_out->doseMarks[dose - m_scene->figure.doses.data()] =
          QRectF(left, top, right - left, height);
      const QString text = QString::fromStdString(dose->label);
      const double room = nextLeft.contains(lane) ? nextLeft[lane] - 4.0 : area.right();
      // In lanes lower than a line the texts would cover each other; the tool tip has them.
      if (laneHeight + 2.0 >= metrics.height() &&
          right + 4.0 + metrics.horizontalAdvance(text) <= room) {
        painter->setPen(m_scene->theme.muted);
        painter->drawText(QRectF(right + 4.0, top - 3.0, room - right, height + 6.0),
                          Qt::AlignLeft | Qt::AlignVCenter, text);
      }
      nextLeft[lane] = left;
    }
  }

 private:
  QCPAxisRect* m_strip;
  PlotScene* m_out;
};

class Cursor : public Item {
 public:
  Cursor(QCustomPlot* plot, QCPAxisRect* main, QCPAxisRect* strip, const PlotScene* scene)
      : Item(plot, scene), m_main(main), m_strip(strip) {}

 protected:
  void draw(QCPPainter* painter) override {
    if (!m_scene->cursorShown) {
      return;
    }
    const PlotTheme& theme = m_scene->theme;
    const QRectF area = m_main->rect();
    const QCPAxis* time = m_main->axis(QCPAxis::atBottom);
    const double x = time->coordToPixel(m_scene->cursorX);
    if (x < area.left() || x > area.right() + 1) {
      return;
    }
    painter->setAntialiasing(true);
    painter->setPen(QPen(theme.muted, 1.0, Qt::DashLine));
    const double bottom = m_strip->visible() ? m_strip->rect().bottom() : area.bottom();
    painter->drawLine(QLineF(x, area.top(), x, bottom));
    for (const auto& reading : m_scene->readings) {
      const QRectF own = reading.axis->axisRect()->rect();
      for (const double y : reading.values) {
        const double at = reading.axis->coordToPixel(y);
        if (at >= own.top() && at <= own.bottom() + 1) {
          painter->setPen(QPen(theme.background, 1.5));
          painter->setBrush(reading.colour);
          painter->drawEllipse(QPointF(x, at), 4.0, 4.0);
        }
      }
    }
    drawBox(painter, x, area);
  }

 private:
  void drawBox(QCPPainter* painter, double x, const QRectF& area) const {
    const PlotTheme& theme = m_scene->theme;
    const QFont font = plotFont(11);
    const QFontMetricsF metrics(font);
    const double line = std::ceil(metrics.height()) + 2;
    double width = QFontMetricsF(plotFont(11, true)).horizontalAdvance(m_scene->cursorTitle);
    for (const auto& reading : m_scene->readings) {
      width = std::max(width, metrics.horizontalAdvance(reading.text) + 14);
    }
    width += 16;
    const double height = line * static_cast<double>(m_scene->readings.size() + 1) + 10;
    double left = x + 12;
    if (left + width > area.right()) {
      left = x - 12 - width;
    }
    left = std::max(left, area.left() + 2);
    const QRectF box(left, area.top() + 8, width, height);
    QColor ground = theme.background;
    ground.setAlphaF(0.92F);
    painter->setPen(QPen(theme.frame, 1.0));
    painter->setBrush(ground);
    painter->drawRoundedRect(box, 4, 4);
    painter->setPen(theme.text);
    painter->setFont(plotFont(11, true));
    double y = box.top() + 5;
    painter->drawText(QRectF(box.left() + 8, y, width, line), Qt::AlignLeft | Qt::AlignVCenter,
                      m_scene->cursorTitle);
    painter->setFont(font);
    for (const auto& reading : m_scene->readings) {
      y += line;
      painter->setPen(Qt::NoPen);
      painter->setBrush(reading.colour);
      painter->drawEllipse(QPointF(box.left() + 12, y + line / 2), 4.0, 4.0);
      painter->setPen(theme.text);
      painter->drawText(QRectF(box.left() + 21, y, width, line), Qt::AlignLeft | Qt::AlignVCenter,
                        reading.text);
    }
  }

  QCPAxisRect* m_main;
  QCPAxisRect* m_strip;
};

}  // namespace

int PlotScene::laneCount() const {
  std::map<int, int> lanes;
  for (const auto& dose : figure.doses) {
    lanes[dose.colour] = 1;
  }
  return static_cast<int>(lanes.size());
}

QCPAbstractItem* makeDoseMarks(QCustomPlot* plot, QCPAxisRect* strip, PlotScene* scene) {
  return new DoseMarks(plot, strip, scene);
}

QCPAbstractItem* makeCursor(QCustomPlot* plot, QCPAxisRect* main, QCPAxisRect* strip,
                            const PlotScene* scene) {
  return new Cursor(plot, main, strip, scene);
}

}  // namespace ketascope
