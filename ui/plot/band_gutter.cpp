// SPDX-License-Identifier: GPL-3.0-or-later
#include <qcustomplot.h>

#include <QHash>
#include <algorithm>
#include <cmath>
#include <utility>

#include "plot/label_layout.hpp"
#include "plot/plot_scene.hpp"

namespace ketascope {
namespace {

class BandGutter : public QCPLayoutElement {
 public:
  BandGutter(QCustomPlot* plot, QCPAxis* axis, PlotScene* scene)
      : QCPLayoutElement(plot), m_axis(axis), m_scene(scene) {
    setSizeConstraintRect(scrOuterRect);
    setMinimumMargins(QMargins(0, 0, 0, 0));
    setMargins(QMargins(0, 0, 0, 0));
  }
  QSize minimumOuterSizeHint() const override { return {wantedWidth(), 0}; }
  QSize maximumOuterSizeHint() const override { return {wantedWidth(), QWIDGETSIZE_MAX}; }

 protected:
  void applyDefaultAntialiasingHint(QCPPainter* painter) const override {
    painter->setAntialiasing(true);
  }

  void draw(QCPPainter* painter) override {
    const auto& bands = m_scene->figure.bands;
    m_scene->bandLabels = QVector<QRectF>(static_cast<qsizetype>(bands.size()));
    collect();
    const double left = mRect.left() + 4.0;
    if (m_visible.empty()) {
      drawHidden(painter, left);
      return;
    }
    int lanes = 0;
    for (const Visible& band : m_visible) {
      lanes = std::max(lanes, band.lane + 1);
      const QRectF strip(left + band.lane * laneWidth, band.top, stripWidth,
                         band.bottom - band.top);
      painter->setPen(Qt::NoPen);
      painter->setBrush(m_scene->theme.band(bands[band.index].colour));
      painter->drawRect(strip);
    }
    const double textLeft = left + lanes * laneWidth + 12.0;
    const double textWidth = mRect.right() - textLeft;
    layOut(textWidth);
    painter->setBrush(Qt::NoBrush);
    painter->setFont(plotFont(11));
    for (const Visible& band : m_visible) {
      if (!band.label) {
        continue;
      }
      const QRectF box(textLeft, *band.label, textWidth, band.height);
      m_scene->bandLabels[static_cast<qsizetype>(band.index)] = box;
      const double stripRight = left + band.lane * laneWidth + stripWidth;
      const double at = std::clamp(box.center().y(), band.top, band.bottom);
      painter->setPen(QPen(m_scene->theme.band(bands[band.index].colour), 1.0));
      painter->drawLine(QLineF(stripRight, at, textLeft - 3.0, box.center().y()));
      painter->setPen(m_scene->theme.text);
      double y = box.top();
      for (const QString& line : band.lines) {
        painter->drawText(QRectF(textLeft, y, textWidth + 1, lineHeight()),
                          Qt::AlignLeft | Qt::AlignVCenter, line);
        y += lineHeight();
      }
    }
    drawHidden(painter, textLeft);
  }

 private:
  struct Visible {
    std::size_t index = 0;
    double top = 0, bottom = 0;
    int lane = 0;
    QStringList lines;
    double height = 0;
    std::optional<double> label;
  };
  static constexpr double stripWidth = 6.0;
  static constexpr double laneWidth = 8.0;
  static double lineHeight() { return std::ceil(QFontMetricsF(plotFont(11)).height()); }

  int wantedWidth() const {
    if (m_scene->figure.bands.empty()) {
      return 12;
    }
    const int whole = mParentPlot->viewport().width();
    return std::clamp(whole / 5, std::clamp(whole / 4, 110, 140), 240);
  }

  /// Height of the plot itself; the gutter may be higher than the axis rectangle beside it.
  QRect plotRect() const { return m_axis->axisRect()->rect(); }

  void collect() {
    m_visible.clear();
    m_above = m_below = 0;
    const QCPRange range = m_axis->range();
    const auto& bands = m_scene->figure.bands;
    std::vector<Interval> intervals;
    for (std::size_t i = 0; i < bands.size(); ++i) {
      const double low = std::max(bands[i].low, range.lower);
      const double high = std::min(bands[i].high, range.upper);
      if (!(high > low)) {
        (bands[i].low >= range.upper ? m_above : m_below) += 1;
        continue;
      }
      Visible band;
      band.index = i;
      band.top = m_axis->coordToPixel(high);
      band.bottom = m_axis->coordToPixel(low);
      intervals.push_back({band.top, band.bottom});
      m_visible.push_back(band);
    }
    const auto lanes = assignLanes(intervals);
    for (std::size_t i = 0; i < lanes.size(); ++i) {
      m_visible[i].lane = lanes[i];
    }
  }

  /// Kept, because every place along the axis is tried with the same words.
  const QStringList& wrapped(const QString& text, double width, int maxLines) {
    if (width != m_wrappedWidth || m_wrapped.size() > mostWrapped) {
      m_wrapped.clear();
      m_wrappedWidth = width;
    }
    const auto key = std::pair(text, maxLines);
    if (const auto known = m_wrapped.constFind(key); known != m_wrapped.constEnd()) {
      return *known;
    }
    return *m_wrapped.insert(key, wrap(text, width, maxLines));
  }

  static QStringList wrap(const QString& text, double width, int maxLines) {
    const QFontMetricsF metrics(plotFont(11));
    QStringList lines;
    QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    while (!words.isEmpty()) {
      if (lines.size() + 1 == maxLines) {
        lines.append(metrics.elidedText(words.join(QLatin1Char(' ')), Qt::ElideRight, width));
        return lines;
      }
      QString line = words.takeFirst();
      while (!words.isEmpty() &&
             metrics.horizontalAdvance(line + QLatin1Char(' ') + words.first()) <= width) {
        line += QLatin1Char(' ') + words.takeFirst();
      }
      lines.append(metrics.elidedText(line, Qt::ElideRight, width));
    }
    return lines;
  }

  /// Gives every strip as much of its name as fits; when even single lines are too many, the strips
  /// that show least go without.
  void layOut(double width) {
    // One line at either end is kept for the count of bands out of view.
    const double low = plotRect().top() + (m_above > 0 ? lineHeight() : 0.0);
    const double high = plotRect().bottom() + 1.0 - (m_below > 0 ? lineHeight() : 0.0);
    std::vector<std::size_t> shown(m_visible.size());
    for (std::size_t i = 0; i < shown.size(); ++i) {
      shown[i] = i;
    }
    for (int maxLines = 4; !shown.empty();) {
      std::vector<LabelWish> wishes;
      for (const std::size_t i : shown) {
        Visible& band = m_visible[i];
        band.lines = wrapped(QString::fromStdString(m_scene->figure.bands[band.index].label), width,
                             maxLines);
        band.height = static_cast<double>(band.lines.size()) * lineHeight();
        wishes.push_back({(band.top + band.bottom) / 2, band.height});
      }
      if (const auto tops = layoutLabels(wishes, low, high, 4.0)) {
        for (std::size_t k = 0; k < shown.size(); ++k) {
          m_visible[shown[k]].label = (*tops)[k];
        }
        return;
      }
      if (maxLines > 1) {
        --maxLines;
        continue;
      }
      shown.erase(std::ranges::min_element(
          shown, {}, [&](std::size_t i) { return m_visible[i].bottom - m_visible[i].top; }));
    }
  }

  void drawHidden(QCPPainter* painter, double left) {
    painter->setFont(plotFont(11));
    painter->setPen(m_scene->theme.muted);
    const QRectF area(left, plotRect().top(), mRect.right() - left, plotRect().height());
    // The sign and the number alone where there is no room for words.
    const auto fitting = [&](const QString& words, QChar sign, int count) {
      return QFontMetricsF(plotFont(11)).horizontalAdvance(words) <= area.width()
                 ? words
                 : QStringLiteral("%1 %2").arg(sign).arg(count);
    };
    if (m_above > 0) {
      painter->drawText(area, Qt::AlignLeft | Qt::AlignTop,
                        fitting(m_above == 1 ? QObject::tr("▲ 1 band higher")
                                             : QObject::tr("▲ %1 bands higher").arg(m_above),
                                u'▲', m_above));
    }
    if (m_below > 0) {
      painter->drawText(area, Qt::AlignLeft | Qt::AlignBottom,
                        fitting(m_below == 1 ? QObject::tr("▼ 1 band lower")
                                             : QObject::tr("▼ %1 bands lower").arg(m_below),
                                u'▼', m_below));
    }
  }

  QCPAxis* m_axis;
  PlotScene* m_scene;
  std::vector<Visible> m_visible;
  int m_above = 0, m_below = 0;
  static constexpr int mostWrapped = 200;
  QHash<std::pair<QString, int>, QStringList> m_wrapped;
  double m_wrappedWidth = 0;
};

}  // namespace

QCPLayoutElement* makeBandGutter(QCustomPlot* plot, QCPAxis* axis, PlotScene* scene) {
  return new BandGutter(plot, axis, scene);
}

}  // namespace ketascope
