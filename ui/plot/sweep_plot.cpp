// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/sweep_plot.hpp"

#include <qcustomplot.h>

#include <QBuffer>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <algorithm>
#include <cmath>
#include <tuple>

#include "ketascope/io/diagnostics.hpp"
#include "ketascope/units/number.hpp"
#include "plot/concentration_plot.hpp"
#include "plot/plot_scene.hpp"
#include "plot/plot_theme.hpp"

namespace ketascope {
namespace {

// Names that an axis has room for.
constexpr std::size_t mostTicks = 14;
// Cells that have room for their number.
constexpr int mostNumbersAcross = 14, mostNumbersUp = 18;
constexpr int colourSteps = 64;
constexpr int textMargin = 10;

/// Dark blue to yellow, even in lightness, so that it also reads in grey and to colour-blind eyes.
QCPColorGradient gradient() {
  QCPColorGradient steps;
  steps.clearColorStops();
  const char* const colours[] = {"#440154", "#3b528b", "#21918c", "#5ec962", "#fde725"};
  for (int i = 0; i < 5; ++i) {
    steps.setColorStopAt(i / 4.0, QColor(QString::fromLatin1(colours[i])));
  }
  steps.setNanHandling(QCPColorGradient::nhTransparent);
  return steps;
}

void style(QCPAxis* axis, const PlotTheme& theme, const std::string& label) {
  axis->setLabel(QString::fromStdString(label));
  axis->setLabelFont(plotFont(13));
  axis->setTickLabelFont(plotFont(12));
  axis->setLabelColor(theme.text);
  axis->setTickLabelColor(theme.text);
  axis->setBasePen(QPen(theme.frame));
  axis->setTickPen(QPen(theme.frame));
  axis->setSubTickPen(QPen(theme.frame));
  axis->grid()->setPen(QPen(theme.grid));
  axis->grid()->setZeroLinePen(Qt::NoPen);
}

void numberAxis(QCPAxis* axis, const SweepFigure::Axis& from) {
  const auto [first, last] = std::ranges::minmax(from.at);
  const bool log = from.log && first > 0.0;
  axis->setTicker(log ? makeLogTicker() : makeLinearTicker());
  axis->setScaleType(log ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
  if (log) {
    const double air = first == last ? 2.0 : std::pow(last / first, 0.02);
    axis->setRange(first / air, last * air);
  } else {
    const double air = first == last ? 1.0 : 0.02 * (last - first);
    axis->setRange(first - air, last + air);
  }
}

/// A name at every place, or at every second, third ... where there are many.
void nameTicks(QCPAxis* axis, const std::vector<std::string>& ticks) {
  const auto ticker = QSharedPointer<QCPAxisTickerText>::create();
  const std::size_t stride = std::max<std::size_t>(1, (ticks.size() + mostTicks - 1) / mostTicks);
  for (std::size_t i = 0; i < ticks.size(); i += stride) {
    ticker->addTick(static_cast<double>(i), QString::fromStdString(ticks[i]));
  }
  axis->setTicker(ticker);
  axis->setSubTicks(false);
  axis->setRange(-0.5, static_cast<double>(ticks.size()) - 0.5);
}

std::pair<double, double> valueRange(const SweepFigure& figure) {
  double low = INFINITY, high = -INFINITY;
  for (const auto* const values : {&figure.values, &figure.low, &figure.high}) {
    for (const double value : *values) {
      if (std::isfinite(value) && (!figure.log_values || value > 0.0)) {
        low = std::min(low, value);
        high = std::max(high, value);
      }
    }
  }
  if (!(low <= high)) {
    return {figure.log_values ? 0.1 : 0.0, 1.0};
  }
  if (low == high) {
    return {figure.log_values ? low / 2.0 : low - 1.0, figure.log_values ? high * 2.0 : high + 1.0};
  }
  return {low, high};
}

/// Where values are between the two ends of the colours: 0 to 1.
class ColourRange {
 public:
  explicit ColourRange(const SweepFigure& figure) : m_log(figure.log_values) {
    std::tie(m_low, m_high) = valueRange(figure);
  }
  double part(double value) const {
    const double part = m_log ? std::log(value / m_low) / std::log(m_high / m_low)
                              : (value - m_low) / (m_high - m_low);
    return std::clamp(part, 0.0, 1.0);
  }

 private:
  bool m_log;
  double m_low = 0.0, m_high = 1.0;
};

QColor colourOf(double part) {
  QCPColorGradient colours = gradient();
  return QColor(colours.color(part, QCPRange(0.0, 1.0)));
}

QCPColorScale* addColourScale(QCustomPlot& plot, const SweepFigure& figure,
                              const PlotTheme& theme) {
  auto* const scale = new QCPColorScale(&plot);
  plot.plotLayout()->addElement(1, 1, scale);
  scale->setType(QCPAxis::atRight);
  scale->setGradient(gradient());
  scale->setDataScaleType(figure.log_values ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
  style(scale->axis(), theme, figure.value_label);
  scale->axis()->setTicker(figure.log_values ? makeLogTicker() : makeLinearTicker());
  const auto [low, high] = valueRange(figure);
  scale->setDataRange(QCPRange(low, high));
  auto* const margins = new QCPMarginGroup(&plot);
  plot.axisRect()->setMarginGroup(QCP::msBottom | QCP::msTop, margins);
  scale->setMarginGroup(QCP::msBottom | QCP::msTop, margins);
  return scale;
}

/// The value in the middle of every cell, light on dark colours and dark on light ones.
void writeNumbers(QCustomPlot& plot, const SweepFigure& figure) {
  const ColourRange range(figure);
  const std::size_t nx = figure.x.ticks.size();
  for (std::size_t i = 0; i < figure.values.size(); ++i) {
    if (!std::isfinite(figure.values[i])) {
      continue;
    }
    auto* const number = new QCPItemText(&plot);
    number->position->setCoords(static_cast<double>(i % nx), static_cast<double>(i / nx));
    number->setText(QString::fromStdString(format_number(figure.values[i], 3)));
    number->setFont(plotFont(11));
    number->setColor(range.part(figure.values[i]) > 0.6 ? Qt::black : Qt::white);
  }
}

/// What each line is, in the upper corner at the end where the values are lower.
void nameLines(QCustomPlot& plot, const SweepFigure& figure, const PlotTheme& theme) {
  double first = 0.0, last = 0.0;
  const std::size_t places = figure.x.ticks.size();
  for (std::size_t at = 0; at + places <= figure.values.size(); at += places) {
    first += figure.values[at];
    last += figure.values[at + places - 1];
  }
  const Qt::AlignmentFlag side = first > last ? Qt::AlignRight : Qt::AlignLeft;
  plot.axisRect()->insetLayout()->setInsetAlignment(0, Qt::AlignTop | side);
  plot.legend->setVisible(true);
  plot.legend->setFont(plotFont(12));
  plot.legend->setTextColor(theme.text);
  plot.legend->setBrush(theme.background);
  plot.legend->setBorderPen(QPen(theme.frame));
}

/// Between the outer percentiles of patients: a band around a line, a bar around what stands at a
/// word.
void shade(QCustomPlot& plot, const SweepFigure& figure, std::size_t line, QColor colour) {
  const bool words = figure.x.at.empty();
  const std::size_t places = figure.x.ticks.size();
  if (words) {
    for (std::size_t i = 0; i < places; ++i) {
      const std::size_t at = line * places + i;
      if (std::isfinite(figure.low[at])) {
        auto* const bar = new QCPItemLine(&plot);
        bar->start->setCoords(static_cast<double>(i), figure.low[at]);
        bar->end->setCoords(static_cast<double>(i), figure.high[at]);
        bar->setPen(QPen(colour, 1.5));
        bar->setHead(QCPLineEnding(QCPLineEnding::esBar));
        bar->setTail(QCPLineEnding(QCPLineEnding::esBar));
      }
    }
    return;
  }
  colour.setAlphaF(0.16F);
  QCPGraph* const low = plot.addGraph();
  QCPGraph* const high = plot.addGraph();
  for (QCPGraph* const edge : {low, high}) {
    edge->setPen(Qt::NoPen);
    edge->setAdaptiveSampling(false);
    edge->removeFromLegend();
    const std::vector<double>& values = edge == low ? figure.low : figure.high;
    for (std::size_t i = 0; i < places; ++i) {
      edge->addData(figure.x.at[i], values[line * places + i]);
    }
  }
  high->setBrush(colour);
  high->setChannelFillGraph(low);
}

void drawLine(QCustomPlot& plot, const SweepFigure& figure, const PlotTheme& theme) {
  style(plot.xAxis, theme, figure.x.label);
  style(plot.yAxis, theme, figure.value_label);
  plot.yAxis->setTicker(figure.log_values ? makeLogTicker() : makeLinearTicker());
  plot.yAxis->setScaleType(figure.log_values ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
  const bool words = figure.x.at.empty();
  const std::size_t places = figure.x.ticks.size();
  // All of them below all lines.
  for (std::size_t line = 0; line * places < figure.low.size(); ++line) {
    shade(plot, figure, line, theme.pen(static_cast<int>(line), 0).color());
  }
  QCPScatterStyle dots(QCPScatterStyle::ssDisc, 6.0);
  for (std::size_t line = 0; line * places < figure.values.size(); ++line) {
    QCPGraph* const graph = plot.addGraph();
    graph->setPen(theme.pen(static_cast<int>(line), 0));
    // Between words there is nothing; between very many numbers the dots would hide the line.
    graph->setScatterStyle(words || places <= 60 ? dots : QCPScatterStyle());
    graph->setLineStyle(words ? QCPGraph::lsNone : QCPGraph::lsLine);
    graph->setAdaptiveSampling(false);
    for (std::size_t i = 0; i < places; ++i) {
      graph->addData(words ? static_cast<double>(i) : figure.x.at[i],
                     figure.values[line * places + i]);
    }
    if (figure.lines) {
      graph->setName(QString::fromStdString(figure.y.ticks[line]));
    }
  }
  if (figure.lines) {
    nameLines(plot, figure, theme);
  }
  const auto [low, high] = valueRange(figure);
  if (figure.log_values) {
    plot.yAxis->setRange(low / 1.2, high * 1.2);
  } else {
    plot.yAxis->setRange(low >= 0.0 ? 0.0 : low, high + 0.06 * (high - std::min(low, 0.0)));
  }
  if (words) {
    nameTicks(plot.xAxis, figure.x.ticks);
  } else {
    numberAxis(plot.xAxis, figure.x);
  }
}

void drawMap(QCustomPlot& plot, const SweepFigure& figure, const PlotTheme& theme) {
  style(plot.xAxis, theme, figure.x.label);
  style(plot.yAxis, theme, figure.y.label);
  const int nx = static_cast<int>(figure.x.ticks.size()),
            ny = static_cast<int>(figure.y.ticks.size());
  auto* const map = new QCPColorMap(plot.xAxis, plot.yAxis);
  // Every value has a cell of the same size, whatever lies between the values.
  map->data()->setSize(nx, ny);
  map->data()->setRange(QCPRange(0, std::max(nx - 1, 1)), QCPRange(0, std::max(ny - 1, 1)));
  for (int y = 0; y < ny; ++y) {
    for (int x = 0; x < nx; ++x) {
      map->data()->setCell(x, y, figure.values[static_cast<std::size_t>(y * nx + x)]);
    }
  }
  map->setInterpolate(false);
  map->setTightBoundary(false);
  map->setColorScale(addColourScale(plot, figure, theme));
  plot.xAxis->grid()->setVisible(false);
  plot.yAxis->grid()->setVisible(false);
  nameTicks(plot.xAxis, figure.x.ticks);
  nameTicks(plot.yAxis, figure.y.ticks);
  if (nx <= mostNumbersAcross && ny <= mostNumbersUp) {
    writeNumbers(plot, figure);
  }
}

/// A point for every combination, in the colour of its value.
void drawPoints(QCustomPlot& plot, const SweepFigure& figure, const PlotTheme& theme) {
  style(plot.xAxis, theme, figure.x.label);
  style(plot.yAxis, theme, figure.y.label);
  addColourScale(plot, figure, theme);
  for (const auto& [axis, from] : {std::pair(plot.xAxis, &figure.x), {plot.yAxis, &figure.y}}) {
    if (from->at.empty()) {
      nameTicks(axis, from->ticks);
    } else {
      numberAxis(axis, *from);
    }
  }
  const double size = figure.points.size() <= 500 ? 9.0 : 5.0;
  // The library knows one colour per graph.
  std::vector<QCPGraph*> graphs;
  for (int i = 0; i < colourSteps; ++i) {
    QCPGraph* const graph = plot.addGraph();
    const QColor colour = colourOf(i / (colourSteps - 1.0));
    graph->setLineStyle(QCPGraph::lsNone);
    graph->setAdaptiveSampling(false);
    graph->setScatterStyle(
        QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(theme.frame, 0.5), colour, size));
    graphs.push_back(graph);
  }
  const auto at = [](const SweepFigure::Axis& axis, std::size_t place) {
    return axis.at.empty() ? static_cast<double>(place) : axis.at[place];
  };
  const ColourRange range(figure);
  for (std::size_t i = 0; i < figure.points.size(); ++i) {
    const double part = range.part(figure.values[i]);
    const auto step = static_cast<std::size_t>(std::lround(part * (colourSteps - 1)));
    graphs[step]->addData(at(figure.x, figure.points[i].first),
                          at(figure.y, figure.points[i].second));
  }
}

}  // namespace

tl::expected<void, Diagnostics> saveSweepPlot(const SweepFigure& figure, const QString& path,
                                              QSize size, double dpi) {
  const std::string name = path.toStdString();
  const auto format = figureFormatOf(name);
  if (!format) {
    return tl::unexpected(Diagnostics{{Severity::error,
                                       "figure.format",
                                       "a figure is written as png, svg or pdf",
                                       name,
                                       {},
                                       {}}});
  }
  const PlotTheme theme = PlotTheme::light();
  QCustomPlot plot;
  plot.setBackground(theme.background);
  const QString title = QString::fromStdString(figure.title);
  plot.plotLayout()->insertRow(0);
  auto* const heading = new QCPTextElement(&plot, title, plotFont(16, true));
  heading->setTextColor(theme.text);
  heading->setTextFlags(Qt::AlignLeft);
  heading->setMargins(QMargins(textMargin, 8, 0, 4));
  plot.plotLayout()->addElement(0, 0, heading);
  for (QCPAxis* axis : {plot.xAxis2, plot.yAxis2}) {
    axis->setVisible(true);
    axis->setTicks(false);
    axis->setTickLabels(false);
    axis->setBasePen(QPen(theme.frame));
  }
  if (!figure.points.empty()) {
    drawPoints(plot, figure, theme);
  } else if (figure.is_heat_map()) {
    drawMap(plot, figure, theme);
  } else {
    drawLine(plot, figure, theme);
  }
  auto* const footnote =
      new QCPTextElement(&plot, QString::fromStdString(figure.footnote), plotFont(11));
  footnote->setTextColor(theme.muted);
  footnote->setTextFlags(Qt::AlignLeft | Qt::TextWordWrap);
  footnote->setMargins(QMargins(textMargin, 4, 0, 4));
  plot.plotLayout()->addElement(2, 0, footnote);

  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  const auto paint = [&](QPaintDevice* device, double scale, bool vector) {
    QCPPainter painter(device);
    painter.setMode(QCPPainter::pmVectorized, vector);
    painter.scale(scale, scale);
    plot.toPainter(&painter, size.width(), size.height());
  };
  switch (*format) {
    case FigureFormat::png: {
      const double scale = dpi / 96.0;
      QImage image((QSizeF(size) * scale).toSize(), QImage::Format_RGB32);
      image.fill(theme.background);
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
      svg.setTitle(title.toHtmlEscaped());
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
  return write_file(std::filesystem::path(name),
                    std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

}  // namespace ketascope
