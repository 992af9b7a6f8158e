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

FigureDrawing ConcentrationPlot::drawing(FigureFormat format, QSize size) const {
  Impl& d = *m_impl;
  if (size.isEmpty()) {
    size = d.plot->size();
  }
  FigureDrawing drawing;
  drawing.format = format;
  drawing.size = size;
  drawing.background = d.scene.theme.background;
  drawing.title = QString::fromStdString(figure().title);
  drawing.description = describe(figure());
  const bool cursor = std::exchange(d.scene.cursorShown, false);
  d.setTickCounts(size);
  {
    QCPPainter painter(&drawing.strokes);
    painter.setMode(QCPPainter::pmVectorized, format != FigureFormat::png);
    d.plot->toPainter(&painter, size.width(), size.height());
  }
  d.scene.cursorShown = cursor;
  // The layout is that of the file now; take the screen's again.
  d.plot->replot(QCustomPlot::rpQueuedReplot);
  return drawing;
}

QByteArray ConcentrationPlot::render(FigureFormat format, QSize size, double dpi) const {
  return figureBytes(drawing(format, size), dpi);
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
