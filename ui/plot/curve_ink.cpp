// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/curve_ink.hpp"

#include <QImage>
#include <QPaintDevice>
#include <QPainter>
#include <QPen>
#include <algorithm>
#include <cmath>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace ketascope {
namespace {

/// A bend whose cosine is larger has no bevel: it would not be seen.
constexpr double gentle = 0.9;
/// Where a line turns back on itself, its sides meet nowhere.
constexpr double nearlyBack = 1e-6;
/// So many columns of pixels are filled and handed over at a time.
constexpr int columnsAtOnce = 64;
/// A line that leaves the clip by more is not for here.
constexpr double margin = 16;

struct Edge {
  double x0, y0, x1, y1;
};

QPointF normalOf(const QPointF& a, const QPointF& b, double half) {
  const QPointF d = b - a;
  const double length = std::hypot(d.x(), d.y());
  return {-d.y() / length * half, d.x() / length * half};
}

/// The outline of a line, as edges that run one way round.
class Outline {
 public:
  explicit Outline(double half) : m_half(half) {}

  const std::vector<Edge>& edges() const { return m_edges; }

  /// `line` has two points at least, none of them twice in a row.
  void add(std::span<const QPointF> line) {
    QPointF normal = normalOf(line[0], line[1], m_half);
    begin(line[0], normal);
    for (std::size_t i = 1; i < line.size(); ++i) {
      const QPointF& here = line[i];
      if (i + 1 == line.size()) {
        end(here, normal);
        return;
      }
      const QPointF next = normalOf(here, line[i + 1], m_half);
      const double cosine = QPointF::dotProduct(normal, next) / (m_half * m_half);
      const bool left = normal.x() * next.y() - normal.y() * next.x() < 0;
      // The inner sides meet, unless a piece is shorter than the way to there.
      const double shorter = std::min(lengthOf(line[i - 1], here), lengthOf(here, line[i + 1]));
      if (1 + cosine > nearlyBack &&
          m_half * std::sqrt(std::max(0.0, 1 - cosine) / (1 + cosine)) < shorter) {
        const QPointF mitre = (normal + next) / (1 + cosine);
        if (cosine > gentle) {
          over(here + mitre);
          under(here - mitre);
        } else if (left) {
          over(here + normal);
          over(here + next);
          under(here - mitre);
        } else {
          over(here + mitre);
          under(here - normal);
          under(here - next);
        }
      } else {
        end(here, normal);
        const QPointF from = left ? here + normal : here - next;
        const QPointF to = left ? here + next : here - normal;
        edge(here, from);
        edge(from, to);
        edge(to, here);
        begin(here, next);
      }
      normal = next;
    }
  }

 private:
  static double lengthOf(const QPointF& a, const QPointF& b) {
    return std::hypot(b.x() - a.x(), b.y() - a.y());
  }
  void edge(const QPointF& a, const QPointF& b) { m_edges.push_back({a.x(), a.y(), b.x(), b.y()}); }
  /// Both sides run on to another point; one of them backwards, so that all goes one way round.
  void over(const QPointF& to) { edge(std::exchange(m_over, to), to); }
  void under(const QPointF& to) { edge(to, std::exchange(m_under, to)); }
  void begin(const QPointF& here, const QPointF& normal) {
    m_over = here + normal;
    m_under = here - normal;
    edge(m_under, m_over);
  }
  void end(const QPointF& here, const QPointF& normal) {
    over(here + normal);
    under(here - normal);
    edge(m_over, m_under);
  }

  double m_half;
  QPointF m_over, m_under;
  std::vector<Edge> m_edges;
};

/// Hands out the dashes of one line; everything where there is no pattern.
template <class Take>
void cutIntoDashes(std::span<const QPointF> line, const QVector<qreal>& dashes, const Take& take) {
  if (dashes.isEmpty()) {
    take(line);
    return;
  }
  qsizetype at = 0;
  double left = dashes[0];
  std::vector<QPointF> dash{line[0]};
  for (std::size_t i = 1; i < line.size(); ++i) {
    QPointF from = line[i - 1];
    double length = std::hypot(line[i].x() - from.x(), line[i].y() - from.y());
    while (length > left) {
      from += (line[i] - from) * (left / length);
      length -= left;
      if (at % 2 == 0) {
        if (from != dash.back()) {
          dash.push_back(from);
        }
        if (dash.size() > 1) {
          take(std::span<const QPointF>(dash));
        }
      }
      dash.assign(1, from);
      at = (at + 1) % dashes.size();
      left = dashes[at];
    }
    left -= length;
    if (line[i] != dash.back()) {
      dash.push_back(line[i]);
    }
  }
  if (at % 2 == 0 && dash.size() > 1) {
    take(std::span<const QPointF>(dash));
  }
}

/// The part of an edge over the columns from `first` to before `end`, from left to right; none
/// where it has no width there.
struct Part {
  double x0, y0, x1, y1, direction;
};
std::optional<Part> partOver(const Edge& edge, int first, int end) {
  const bool back = edge.x1 < edge.x0;
  const double left = back ? edge.x1 : edge.x0;
  const double right = back ? edge.x0 : edge.x1;
  const double from = std::max(left, static_cast<double>(first));
  const double to = std::min(right, static_cast<double>(end));
  if (!(from < to)) {
    return std::nullopt;
  }
  const double start = back ? edge.y1 : edge.y0;
  const double slope = (edge.y1 - edge.y0) / (edge.x1 - edge.x0);
  return Part{from, start + (from - left) * slope, to, start + (to - left) * slope,
              back ? -1.0 : 1.0};
}

/// The area that an outline covers of each pixel of a few columns. A column holds differences from
/// one row to the next.
class Coverage {
 public:
  /// Begins with columns from `first` to before `end` of what the outline covers between `top` and
  /// `bottom`; false where that is nothing.
  bool begin(const std::vector<Edge>& outline, int first, int end, int top, int bottom) {
    m_parts.clear();
    double low = bottom;
    double high = top;
    for (const Edge& edge : outline) {
      if (const auto part = partOver(edge, first, end)) {
        m_parts.push_back(*part);
        low = std::min({low, part->y0, part->y1});
        high = std::max({high, part->y0, part->y1});
      }
    }
    m_top = std::max(top, static_cast<int>(std::floor(low)));
    const int rows = std::min(bottom, static_cast<int>(std::ceil(high))) - m_top;
    if (rows <= 0) {
      return false;
    }
    m_first = first;
    m_end = end;
    m_height = rows + 2;
    m_cells.assign(static_cast<std::size_t>(m_end - m_first) * static_cast<std::size_t>(m_height),
                   0.0F);
    for (const Part& part : m_parts) {
      add(part);
    }
    return true;
  }

  int top() const { return m_top; }
  int rows() const { return m_height - 2; }

  /// Premultiplied pixels.
  void fill(QImage& image, QRgb colour) const {
    const auto part = [colour](int shift) { return static_cast<float>((colour >> shift) & 0xffU); };
    const float alpha = part(24);
    const float red = part(16) * alpha / 255;
    const float green = part(8) * alpha / 255;
    const float blue = part(0) * alpha / 255;
    for (int column = m_first; column < m_end; ++column) {
      const float* cell = cells(column);
      float sum = 0;
      auto* pixel = reinterpret_cast<QRgb*>(image.bits()) + (column - m_first);
      const qsizetype stride = image.bytesPerLine() / static_cast<qsizetype>(sizeof(QRgb));
      for (int row = 0; row < rows(); ++row, pixel += stride) {
        sum += *cell++;
        const float covered = std::min(std::abs(sum), 1.0F);
        const auto of = [covered](float value) {
          return static_cast<unsigned>(value * covered + 0.5F);
        };
        *pixel = of(alpha) << 24 | of(red) << 16 | of(green) << 8 | of(blue);
      }
    }
  }

 private:
  std::size_t placeOf(int column) const {
    return static_cast<std::size_t>(column - m_first) * static_cast<std::size_t>(m_height);
  }
  float* cells(int column) { return m_cells.data() + placeOf(column); }
  const float* cells(int column) const { return m_cells.data() + placeOf(column); }

  void add(const Part& part) {
    const double slope = (part.y1 - part.y0) / (part.x1 - part.x0);
    const int end = static_cast<int>(std::ceil(part.x1));
    for (int column = static_cast<int>(std::floor(part.x0)); column < end; ++column) {
      const double a = std::max(part.x0, static_cast<double>(column));
      const double b = std::min(part.x1, column + 1.0);
      cross(column, part.y0 + (a - part.x0) * slope, part.y0 + (b - part.x0) * slope,
            part.direction * (b - a));
    }
  }

  /// An edge crosses a column from `y0` to `y1`, over the part `width` of it.
  void cross(int column, double y0, double y1, double width) {
    const double most = m_height - 2;
    const double top = std::clamp(std::min(y0, y1) - m_top, 0.0, most);
    const double bottom = std::clamp(std::max(y0, y1) - m_top, 0.0, most);
    float* cell = cells(column);
    const int first = static_cast<int>(top);
    const int last = static_cast<int>(std::ceil(bottom));  // behind the last row touched
    if (last <= first + 1) {
      const double below = width * ((top + bottom) / 2 - first);
      cell[first] += static_cast<float>(width - below);
      cell[first + 1] += static_cast<float>(below);
      return;
    }
    // What lies below the edge grows row by row, in the first and the last by a triangle.
    const double perRow = 1 / (bottom - top);
    double before = 0;
    for (int row = first; row < last; ++row) {
      const double in = std::max(top, static_cast<double>(row));
      const double out = std::min(bottom, row + 1.0);
      const double part = (out - in) * perRow;
      // Of the part that crosses here, what lies below it in this row; of all before, all.
      const double covered = (in - top) * perRow + part * (row + 1 - (in + out) / 2);
      cell[row] += static_cast<float>(width * (covered - before));
      before = covered;
    }
    cell[last] += static_cast<float>(width * (1 - before));
  }

  int m_first = 0, m_end = 0;
  int m_top = 0, m_height = 2;
  std::vector<Part> m_parts;
  std::vector<float> m_cells;
};

}  // namespace

bool paintLine(QPainter* painter, const QVector<QPointF>& line, const QPen& pen) {
  const QTransform toDevice = painter->deviceTransform();
  if (toDevice.type() > QTransform::TxScale || toDevice.m11() != toDevice.m22() ||
      toDevice.m11() <= 0 || !painter->testRenderHint(QPainter::Antialiasing) ||
      painter->compositionMode() != QPainter::CompositionMode_SourceOver ||
      painter->opacity() != 1.0 || pen.brush().style() != Qt::SolidPattern) {
    return false;
  }
  const double scale = toDevice.m11();
  const double width = pen.widthF() * scale;
  const double most = std::max(1.0, scale);  // of a widget, width and height are not in pixels
  QRectF room(0, 0, painter->device()->width() * most, painter->device()->height() * most);
  if (painter->hasClipping()) {
    room &= toDevice.mapRect(painter->clipBoundingRect());
  }
  const QRect clip = room.toAlignedRect();
  const QRectF reach = QRectF(clip).adjusted(-margin, -margin, margin, margin);
  QVector<qreal> dashes = pen.dashPattern();
  for (qreal& dash : dashes) {
    dash *= width;
  }
  if (clip.isEmpty() || !(width > 0) || (!dashes.isEmpty() && std::ranges::min(dashes) <= 0)) {
    return false;
  }

  Outline outline(width / 2);
  std::vector<QPointF> piece;
  const auto finish = [&] {
    if (piece.size() > 1) {
      cutIntoDashes(piece, dashes, [&](std::span<const QPointF> dash) { outline.add(dash); });
    }
    piece.clear();
  };
  for (const QPointF& point : line) {
    if (!std::isfinite(point.x()) || !std::isfinite(point.y())) {
      finish();
      continue;
    }
    const QPointF at = toDevice.map(point);
    if (!reach.contains(at)) {
      return false;
    }
    if (piece.empty() || at != piece.back()) {
      piece.push_back(at);
    }
  }
  finish();
  if (outline.edges().empty()) {
    return true;
  }

  const QTransform toPainter = toDevice.inverted();
  const int beyond = static_cast<int>(std::ceil(margin + width));  // so that no edge is bent there
  const int top = clip.top() - beyond;
  const int bottom = clip.bottom() + 1 + beyond;
  Coverage coverage;
  for (int first = clip.left(); first <= clip.right(); first += columnsAtOnce) {
    const int end = std::min(first + columnsAtOnce, clip.right() + 1);
    if (!coverage.begin(outline.edges(), first, end, top, bottom)) {
      continue;
    }
    QImage image(end - first, coverage.rows(), QImage::Format_ARGB32_Premultiplied);
    coverage.fill(image, pen.color().rgba());
    image.setDevicePixelRatio(scale);
    painter->drawImage(toPainter.map(QPointF(first, coverage.top())), image);
  }
  return true;
}

}  // namespace ketascope
