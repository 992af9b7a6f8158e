// SPDX-License-Identifier: GPL-3.0-or-later
// Title, legend and footnote: the words around a figure.
#include <qcustomplot.h>

#include <QHash>
#include <QTextLayout>
#include <algorithm>
#include <cmath>

#include "plot/curve_markers.hpp"
#include "plot/legend_names.hpp"
#include "plot/plot_scene.hpp"

namespace ketascope {
namespace {

/// An element as high as its content needs at the width of the figure. On the screen its words are
/// painted once and shown again until they change; files get them as words.
class Block : public QCPLayoutElement {
 public:
  Block(QCustomPlot* plot, const PlotScene* scene) : QCPLayoutElement(plot), m_scene(scene) {
    setSizeConstraintRect(scrOuterRect);
    setMinimumMargins(QMargins(0, 0, 0, 0));
    setMargins(QMargins(0, 0, 0, 0));
  }
  QSize minimumOuterSizeHint() const override { return {0, wantedHeight(availableWidth())}; }
  QSize maximumOuterSizeHint() const override {
    return {QWIDGETSIZE_MAX, wantedHeight(availableWidth())};
  }

 protected:
  virtual int wantedHeight(int width) const = 0;
  virtual void paint(QCPPainter* painter) = 0;
  /// Everything that paint() depends on but theme and place.
  virtual QString content() const = 0;
  /// The picture of earlier is shown once more.
  virtual void shownAgain() {}
  void draw(QCPPainter* painter) final {
    if (painter->modes().testFlag(QCPPainter::pmNoCaching)) {
      paint(painter);
      return;
    }
    const double ratio = mParentPlot->bufferDevicePixelRatio();
    const QRect room = mRect.adjusted(-air, -air, air, air);
    const QString now = content();
    if (room.isEmpty()) {
      return;
    }
    if (now == m_content && room == m_room && ratio == m_picture.devicePixelRatio() &&
        m_scene->theme.text == m_ink && m_scene->theme.background == m_ground) {
      shownAgain();
    } else {
      m_content = now;
      m_room = room;
      m_ink = m_scene->theme.text;
      m_ground = m_scene->theme.background;
      m_picture = QPixmap((QSizeF(room.size()) * ratio).toSize());
      m_picture.setDevicePixelRatio(ratio);
      m_picture.fill(Qt::transparent);
      QCPPainter own(&m_picture);
      own.translate(-room.topLeft());
      own.setAntialiasing(true);
      paint(&own);
    }
    painter->setAntialiasing(false);  // its half pixel would smear the picture
    painter->drawPixmap(room.topLeft(), m_picture);
  }
  void applyDefaultAntialiasingHint(QCPPainter* painter) const override {
    painter->setAntialiasing(true);
  }
  int availableWidth() const { return std::max(60, mParentPlot->viewport().width() - 2 * margin); }
  static constexpr int margin = 12;
  const PlotScene* m_scene;

 private:
  static constexpr int air = 2;  ///< letters lean out of their box
  QPixmap m_picture;
  QString m_content;
  QRect m_room;
  QColor m_ink, m_ground;
};

class Title : public Block {
 public:
  using Block::Block;

 protected:
  static QFont font() { return plotFont(15, true); }
  int wantedHeight(int width) const override {
    return m_scene->figure.title.empty() ? 0 : textHeight(width) + 4;
  }
  QString content() const override { return QString::fromStdString(m_scene->figure.title); }
  void paint(QCPPainter* painter) override {
    painter->setFont(font());
    painter->setPen(m_scene->theme.text);
    painter->drawText(mRect, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
                      QString::fromStdString(m_scene->figure.title));
  }

 private:
  /// Kept, because a layout asks several times.
  int textHeight(int width) const {
    if (m_measured != m_scene->figure.title || m_width != width) {
      m_measured = m_scene->figure.title;
      m_width = width;
      m_height = QFontMetrics(font())
                     .boundingRect(QRect(0, 0, width, 1000), Qt::TextWordWrap,
                                   QString::fromStdString(m_measured))
                     .height();
    }
    return m_height;
  }

  mutable std::string m_measured;
  mutable int m_width = 0, m_height = 0;
};

/// Notes below the figure. Where they are many they end with dots, so that the curves keep their
/// height; toolTipAt() has all of them.
class Footnote : public Block {
 public:
  using Block::Block;

 protected:
  static QFont font() { return plotFont(11); }
  static int lineHeight() { return QFontMetrics(font()).lineSpacing(); }
  int wantedHeight(int width) const override {
    const auto count = static_cast<int>(shownLines(width).size());
    return count == 0 ? 0 : count * lineHeight() + 4;
  }
  QString content() const override { return QString::fromStdString(m_scene->figure.footnote); }
  void paint(QCPPainter* painter) override {
    painter->setFont(font());
    painter->setPen(m_scene->theme.muted);
    const QStringList lines = shownLines(mRect.width());
    double y = mRect.bottom() + 1.0 - static_cast<double>(lines.size()) * lineHeight();
    for (const QString& line : lines) {
      painter->drawText(QRectF(mRect.left(), y, mRect.width() + 1.0, lineHeight()),
                        Qt::AlignLeft | Qt::AlignVCenter, line);
      y += lineHeight();
    }
  }

 private:
  static constexpr double mostHeight = 0.2;  ///< of the whole figure
  static constexpr int noteHeight = 250;     ///< of a figure whose notes have one line
  static constexpr int heightPerLine = 40;
  static constexpr int legendRow = 1;
  static constexpr int usualLegend = 24;
  static constexpr int laneHeight = 15;
  static constexpr int mostLanes = 5;
  static constexpr int paneHeight = 60;
  static constexpr double takenPart = 0.4;  ///< of what is taken so is made up for

  QStringList shownLines(int width) const {
    const int height = mParentPlot->viewport().height();
    // A legend and a dose strip of many lines, and diagrams below, have taken from the curves
    // already.
    const QSize legend = mParentPlot->plotLayout()->element(legendRow, 0)->minimumOuterSizeHint();
    const int taken = std::max(0, legend.height() - usualLegend) +
                      laneHeight * std::clamp(m_scene->laneCount() - 1, 0, mostLanes) +
                      paneHeight * static_cast<int>(m_scene->figure.panes.size());
    const int usual = static_cast<int>(mostHeight * height - takenPart * taken) / lineHeight();
    const int most = height < scarceHeight
                         ? 1
                         : std::max(2, std::min(usual, 1 + (height - noteHeight) / heightPerLine));
    QStringList lines = wrapped(width);
    // Nobody can point at a file for the rest: it has all notes, up to half of its height.
    const int room = m_scene->toFile ? height / 2 / lineHeight() : most;
    if (lines.size() > std::max(most, room)) {
      lines.resize(std::max(most, room));
      lines.last() = QFontMetrics(font()).elidedText(lines.last() + QStringLiteral(" …"),
                                                     Qt::ElideRight, width);
    }
    return lines;
  }
  /// Kept, because a layout asks several times.
  const QStringList& wrapped(int width) const {
    const QString text = QString::fromStdString(m_scene->figure.footnote);
    if (text == m_text && width == m_width) {
      return m_lines;
    }
    m_text = text;
    m_width = width;
    m_lines.clear();
    for (const QString& paragraph : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
      QTextLayout layout(paragraph, font());
      layout.beginLayout();
      for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        m_lines.append(paragraph.mid(line.textStart(), line.textLength()).trimmed());
      }
      layout.endLayout();
    }
    return m_lines;
  }

  mutable QString m_text;
  mutable int m_width = 0;
  mutable QStringList m_lines;
};

/// The name of a lower diagram, over its own axis.
class PaneHeading : public Block {
 public:
  PaneHeading(QCustomPlot* plot, const QCPAxisRect* rect, const PlotScene* scene, std::size_t pane)
      : Block(plot, scene), m_rect(rect), m_pane(pane) {}

 protected:
  static QFont font() { return plotFont(11); }
  int wantedHeight(int) const override { return QFontMetrics(font()).height() + 3; }
  QString content() const override {
    return m_pane < m_scene->figure.panes.size()
               ? QStringLiteral("%1 %2 %3")
                     .arg(QString::fromStdString(m_scene->figure.panes[m_pane].label))
                     .arg(m_rect->left())
                     .arg(m_rect->right())
               : QString();
  }
  void paint(QCPPainter* painter) override {
    if (m_pane >= m_scene->figure.panes.size()) {
      return;
    }
    painter->setFont(font());
    painter->setPen(m_scene->theme.text);
    const QRectF area(m_rect->left(), mRect.top(), mRect.right() - m_rect->left(), mRect.height());
    painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetricsF(font()).elidedText(
                          QString::fromStdString(m_scene->figure.panes[m_pane].label),
                          Qt::ElideRight, area.width()));
  }

 private:
  const QCPAxisRect* m_rect;
  std::size_t m_pane;
};

/// Lines and names in rows above the plot, where they cannot cover a curve.
class Legend : public Block {
 public:
  Legend(QCustomPlot* plot, PlotScene* scene) : Block(plot, scene), m_out(scene) {}

 protected:
  static QFont font() { return plotFont(12); }
  static constexpr int sample = 30;
  static constexpr double thickestSample = 8.0;
  static constexpr int gap = 7;
  static constexpr int between = 18;
  static constexpr int rowHeight = 19;
  static constexpr int heightPerRow = 110;  ///< of the whole figure
  static constexpr int mostColumns = 3;

  /// The curves, then one entry for the observed points of each label.
  struct Entry {
    QString text;
    const Figure::Curve* curve = nullptr;
    const Figure::Point* point = nullptr;
  };
  std::vector<Entry> entries() const {
    std::vector<Entry> all;
    for (const auto& curve : m_scene->figure.curves) {
      all.push_back({QString::fromStdString(curve.label), &curve, nullptr});
    }
    for (const auto& point : m_scene->figure.points) {
      const auto same = [&](const Entry& entry) {
        return entry.point != nullptr && entry.point->label == point.label &&
               entry.point->open == point.open && entry.point->colour == point.colour;
      };
      if (std::ranges::none_of(all, same)) {
        all.push_back({QString::fromStdString(point.label), nullptr, &point});
      }
    }
    return all;
  }

  /// Places from the top left corner. Many names stand in columns, shortened: the curves need the
  /// height. A file has them whole, in as many lines as that takes.
  QVector<QRectF> place(int width) const {
    const int most = std::max(2, mParentPlot->viewport().height() / heightPerRow);
    QVector<QRectF> places = placeInLines(width);
    for (int columns = 2; columns <= mostColumns && rowsOf(places) > most; ++columns) {
      places = placeInColumns(width, columns, places.size());
    }
    return m_scene->toFile && !allFit(places) ? placeInLines(width) : places;
  }
  bool allFit(const QVector<QRectF>& places) const {
    const auto all = entries();
    return std::equal(places.begin(), places.end(), all.begin(), all.end(),
                      [this](const QRectF& box, const Entry& entry) {
                        return widthOf(entry.text) <= box.width() - sample - gap + 1;
                      });
  }
  static int rowsOf(const QVector<QRectF>& places) {
    return places.isEmpty() ? 0 : qRound(places.last().bottom() / rowHeight);
  }
  QVector<QRectF> placeInLines(int width) const {
    QVector<QRectF> places;
    double x = 0;
    double y = 0;
    for (const Entry& entry : entries()) {
      const double text = widthOf(entry.text) + 1;
      const double w = std::min<double>(sample + gap + text, width);
      if (x > 0 && x + w > width) {
        x = 0;
        y += rowHeight;
      }
      const int lines = linesOf(entry.text, w - sample - gap);
      places.append(QRectF(x, y, w, lines * rowHeight));
      x += w + between;
      if (lines > 1) {
        x = 0;
        y += lines * rowHeight;
      }
    }
    return places;
  }
  /// More than one for a name that is wider than a file.
  int linesOf(const QString& text, double width) const {
    if (!m_scene->toFile || widthOf(text) <= width) {
      return 1;
    }
    const QFontMetricsF metrics(font());
    const QRectF needed = metrics.boundingRect(QRectF(0, 0, width, 1e4), nameFlags, text);
    return std::max(1, qRound(needed.height() / metrics.lineSpacing()));
  }
  /// Kept, because a layout asks several times.
  double widthOf(const QString& text) const {
    if (!m_widths.contains(text)) {
      if (m_widths.size() > mostWidths) {
        m_widths.clear();
      }
      m_widths.insert(text, QFontMetricsF(font()).horizontalAdvance(text));
    }
    return m_widths.value(text);
  }
  static QVector<QRectF> placeInColumns(int width, int columns, qsizetype count) {
    const double w = (width - (columns - 1.0) * between) / columns;
    QVector<QRectF> places;
    for (qsizetype i = 0; i < count; ++i) {
      places.append(QRectF(static_cast<double>(i % columns) * (w + between),
                           static_cast<double>(i / columns) * rowHeight, w, rowHeight));
    }
    return places;
  }
  int wantedHeight(int width) const override {
    const auto places = place(width);
    return places.isEmpty() ? 0 : static_cast<int>(places.last().bottom()) + 5;
  }
  QString content() const override {
    QString text;
    for (const Entry& entry : entries()) {
      const int colour = entry.curve != nullptr ? entry.curve->colour : entry.point->colour;
      text += QStringLiteral("%1 %2 %3 %4 %5\n")
                  .arg(entry.text)
                  .arg(colour)
                  .arg(m_scene->theme.curve(colour).name())
                  .arg(entry.curve != nullptr ? entry.curve->width : 0.0)
                  .arg(entry.curve != nullptr ? 100 * entry.curve->marker + entry.curve->dash
                       : entry.point->open    ? -2000
                                              : -1000);
    }
    return text;
  }
  void shownAgain() override { m_out->legendItems = m_items; }
  void paint(QCPPainter* painter) override {
    painter->setFont(font());
    const QFontMetricsF metrics(font());
    const auto all = entries();
    const auto places = place(mRect.width());
    QStringList shown;
    const auto curves = static_cast<qsizetype>(m_scene->figure.curves.size());
    for (const auto& [from, to] : {std::pair<qsizetype, qsizetype>{0, curves},
                                   std::pair<qsizetype, qsizetype>{curves, places.size()}}) {
      QStringList names;
      QVector<double> widths;
      for (qsizetype i = from; i < to; ++i) {
        names << all[static_cast<std::size_t>(i)].text;
        widths << places[i].width() - sample - gap + 1;
      }
      shown += m_scene->toFile ? names : shortenedNames(names, widths, metrics);
    }
    m_out->legendItems.clear();
    for (qsizetype i = 0; i < places.size(); ++i) {
      const Entry& entry = all[static_cast<std::size_t>(i)];
      const QRectF box = places[i].translated(mRect.topLeft());
      if (entry.curve != nullptr) {
        m_out->legendItems.append(box);
        QPen pen = m_scene->theme.pen(entry.curve->colour, entry.curve->dash, 2.4);
        if (entry.curve->width > 0) {
          pen.setWidthF(std::min(entry.curve->width, thickestSample));
        }
        painter->setPen(pen);
        painter->drawLine(
            QLineF(box.left(), box.center().y(), box.left() + sample, box.center().y()));
        if (entry.curve->marker >= 0) {
          // Not in the middle, where it would hide the gap of a dashed line.
          paintMarker(*painter, QPointF(box.left() + sample / 5.0, box.center().y()),
                      entry.curve->marker, pen.color(), m_scene->theme.background);
        }
      } else {
        const QColor colour = m_scene->theme.curve(entry.point->colour);
        painter->setPen(QPen(colour, 1.3));
        painter->setBrush(entry.point->open ? m_scene->theme.background : colour);
        painter->drawEllipse(QPointF(box.left() + sample / 2.0, box.center().y()), 3.6, 3.6);
      }
      painter->setPen(m_scene->theme.text);
      const QRectF text = box.adjusted(sample + gap, 0, 0, 0);
      constexpr int oneLine = Qt::AlignLeft | Qt::AlignVCenter;
      painter->drawText(text, m_scene->toFile ? nameFlags : oneLine, shown[i]);
    }
    if (!painter->modes().testFlag(QCPPainter::pmNoCaching)) {
      m_items = m_out->legendItems;
    }
  }

 private:
  static constexpr int mostWidths = 200;
  static constexpr int nameFlags = Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap;
  PlotScene* m_out;
  QVector<QRectF> m_items;  ///< on the screen
  mutable QHash<QString, double> m_widths;
};

}  // namespace

QCPLayoutElement* makeTitle(QCustomPlot* plot, const PlotScene* scene) {
  return new Title(plot, scene);
}

QCPLayoutElement* makeLegend(QCustomPlot* plot, PlotScene* scene) {
  return new Legend(plot, scene);
}

QCPLayoutElement* makePaneHeading(QCustomPlot* plot, const QCPAxisRect* rect,
                                  const PlotScene* scene, std::size_t pane) {
  return new PaneHeading(plot, rect, scene, pane);
}

QCPLayoutElement* makeFootnote(QCustomPlot* plot, const PlotScene* scene) {
  return new Footnote(plot, scene);
}

}  // namespace ketascope
