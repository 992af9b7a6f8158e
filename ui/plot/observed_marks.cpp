// SPDX-License-Identifier: GPL-3.0-or-later
// What was observed, and the room between the models: items that QCustomPlot has no word for.
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "plot/curve_pieces.hpp"
#include "plot/curve_thinning.hpp"
#include "plot/plot_scene.hpp"

namespace ketascope {
namespace {

constexpr double radius = 3.6;
constexpr double capWidth = 3.0;
constexpr int reach = 7;

/// Nothing leaves the plot, since SVG files are written without clipping.
class Item : public QCPAbstractItem {
 public:
  Item(QCustomPlot* plot, QCPAxis* time, QCPAxis* value, const PlotScene* scene)
      : QCPAbstractItem(plot), m_time(time), m_value(value), m_scene(scene) {
    setSelectable(false);
    setClipToAxisRect(false);
  }
  double selectTest(const QPointF&, bool, QVariant*) const override { return -1; }

 protected:
  double pixelY(double y) const {
    return m_value->coordToPixel(std::clamp(y, m_value->range().lower, m_value->range().upper));
  }

  QCPAxis* m_time;
  QCPAxis* m_value;
  const PlotScene* m_scene;
};

class EnvelopeItem : public Item {
 public:
  /// `pane`: the lower diagram whose ribbons are drawn; none for the first one.
  EnvelopeItem(QCustomPlot* plot, QCPAxis* time, QCPAxis* value, const PlotScene* scene,
               std::optional<std::size_t> pane)
      : Item(plot, time, value, scene), m_pane(pane) {}

 protected:
  void draw(QCPPainter* painter) override {
    const Figure& figure = m_scene->figure;
    if (m_pane && *m_pane >= figure.panes.size()) {
      return;
    }
    for (const auto& ribbon : m_pane ? figure.panes[*m_pane].ribbons : figure.ribbons) {
      fill(painter, ribbon.x, ribbon.low, ribbon.high, m_scene->theme.curve(ribbon.colour));
    }
    if (m_pane) {
      return;
    }
    if (const auto& envelope = figure.envelope) {
      fill(painter, envelope->x, envelope->low, envelope->high, m_scene->theme.muted);
    }
  }

 private:
  void fill(QCPPainter* painter, const std::vector<double>& x, const std::vector<double>& low,
            const std::vector<double>& high, QColor colour) const {
    const QPolygonF above = border(x, high);
    const QPolygonF below = border(x, low);
    colour.setAlphaF(0.20F);
    painter->setAntialiasing(true);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colour);
    const auto paint = [painter](QPolygonF outline, const QPolygonF& under) {
      std::copy(under.rbegin(), under.rend(), std::back_inserter(outline));
      painter->drawPolygon(outline);
    };
    if (above.isEmpty() || painter->modes().testFlag(QCPPainter::pmVectorized) ||
        painter->modes().testFlag(QCPPainter::pmNoCaching)) {
      paint(above, below);
      return;
    }
    // On the screen in slices that end where pixels meet, because flat edges are slow to fill.
    const double end = above.back().x();
    for (double from = above.front().x(); from < end;) {
      const double to = std::min(end, std::floor(from + pieceWidth) + 0.5);
      paint(partOf(above, from, to), partOf(below, from, to));
      from = to;
    }
  }

  QPolygonF border(const std::vector<double>& x, const std::vector<double>& y) const {
    const QCPRange times = m_time->range();
    QPolygonF line;
    const auto add = [&](double at, double value) {
      line << QPointF(m_time->coordToPixel(at), pixelY(value));
    };
    const auto edge = [&](double at) {
      if (const auto value = curveValueAt(x, y, at, !m_pane && m_scene->figure.log_y)) {
        add(at, *value);
      }
    };
    const int pixels = std::max(1, m_time->axisRect()->width());
    edge(times.lower);
    for (const PlotPoint& point : thinCurve(x, y, times.lower, times.upper, pixels)) {
      if (times.contains(point.x) && std::isfinite(point.y)) {
        add(point.x, point.y);
      }
    }
    edge(times.upper);
    return line;
  }

  std::optional<std::size_t> m_pane;
};

/// Filled where the curve was sampled at the same site, open where not; bars where the spread is
/// known.
class ObservedMarks : public Item {
 public:
  using Item::Item;

 protected:
  void draw(QCPPainter* painter) override {
    painter->setAntialiasing(true);
    for (const auto& point : m_scene->figure.points) {
      if (!m_time->range().contains(point.x)) {
        continue;
      }
      const double x = m_time->coordToPixel(point.x);
      const QColor colour = m_scene->theme.curve(point.colour);
      painter->setPen(QPen(colour, 1.3));
      if (point.low || point.high) {
        drawBar(painter, x, point.low.value_or(point.y), point.high.value_or(point.y));
      }
      if (m_value->range().contains(point.y)) {
        painter->setBrush(point.open ? m_scene->theme.background : colour);
        painter->drawEllipse(QPointF(x, pixelY(point.y)), radius, radius);
      }
    }
  }

 private:
  void drawBar(QCPPainter* painter, double x, double low, double high) const {
    const QCPRange values = m_value->range();
    if (high < values.lower || low > values.upper) {
      return;
    }
    painter->drawLine(QLineF(x, pixelY(low), x, pixelY(high)));
    for (const double end : {low, high}) {
      if (values.contains(end)) {
        painter->drawLine(QLineF(x - capWidth, pixelY(end), x + capWidth, pixelY(end)));
      }
    }
  }
};

}  // namespace

QCPAbstractItem* makeEnvelope(QCustomPlot* plot, QCPAxis* time, QCPAxis* value,
                              const PlotScene* scene, std::optional<std::size_t> pane) {
  return new EnvelopeItem(plot, time, value, scene, pane);
}

QCPAbstractItem* makeObservedMarks(QCustomPlot* plot, QCPAxis* time, QCPAxis* value,
                                   const PlotScene* scene) {
  return new ObservedMarks(plot, time, value, scene);
}

QString observedToolTip(const QCPAxis* time, const QCPAxis* value, const PlotScene& scene,
                        const QPointF& pos) {
  QStringList texts;
  for (const auto& point : scene.figure.points) {
    const QPointF mark(time->coordToPixel(point.x), value->coordToPixel(point.y));
    if ((mark - pos).manhattanLength() <= reach) {
      texts << QString::fromStdString(point.tooltip);
    }
  }
  return texts.join(QStringLiteral("\n\n"));
}

}  // namespace ketascope
