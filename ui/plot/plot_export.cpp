// SPDX-License-Identifier: GPL-3.0-or-later
// The plot as a file: one paint path with the screen.
#include <qcustomplot.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "ketascope/io/diagnostics.hpp"
#include "plot/figure_reading.hpp"
#include "plot/plot_canvas.hpp"

namespace ketascope {

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

Diagnostics unknownFigureFormat(const std::string& path) {
  return {{.code = "figure.format",
           .message = "a figure is written as png, svg or pdf, by the ending of the file's name",
           .file = path,
           .at = {},
           .hint = "name the file for example figure.png"}};
}

FigureDrawing ConcentrationPlot::frame(FigureFormat format, QSize size) const {
  FigureDrawing drawing;
  drawing.format = format;
  drawing.size = size.isEmpty() ? m_impl->plot->size() : size;
  drawing.background = m_impl->scene.theme.background;
  drawing.title = QString::fromStdString(figure().title);
  drawing.description = describe(figure());
  return drawing;
}

void ConcentrationPlot::paintOn(QPaintDevice* device, const FigureDrawing& frame, double scale,
                                int top) const {
  Impl& d = *m_impl;
  const bool cursor = std::exchange(d.scene.cursorShown, false);
  d.scene.toFile = true;
  d.fitStrip(frame.size);
  d.setTickCounts(frame.size);
  {
    QCPPainter painter(device);
    painter.setMode(QCPPainter::pmVectorized, frame.format != FigureFormat::png);
    painter.translate(0, -top);
    painter.scale(scale, scale);
    d.plot->toPainter(&painter, frame.size.width(), frame.size.height());
  }
  d.scene.toFile = false;
  d.scene.cursorShown = cursor;
  // The layout is that of the file now; take the screen's again.
  d.plot->replot(QCustomPlot::rpQueuedReplot);
}

FigureDrawing ConcentrationPlot::drawing(FigureFormat format, QSize size) const {
  FigureDrawing drawing = frame(format, size);
  paintOn(&drawing.strokes, drawing, 1.0, 0);
  return drawing;
}

QByteArray ConcentrationPlot::render(FigureFormat format, QSize size, double dpi) const {
  const FigureDrawing whole = frame(format, size);
  return figureBytes(whole, dpi, {}, [&](QPaintDevice* device, double scale, int top) {
    paintOn(device, whole, scale, top);
  });
}

tl::expected<void, Diagnostics> ConcentrationPlot::save(const QString& path, QSize size,
                                                        double dpi) const {
  const std::string name = path.toStdString();
  const auto format = figureFormatOf(name);
  if (!format) {
    return tl::unexpected(unknownFigureFormat(name));
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

}  // namespace ketascope
