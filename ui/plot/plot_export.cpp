// SPDX-License-Identifier: GPL-3.0-or-later
// The plot as a file: one paint path with the screen.
#include <qcustomplot.h>

#include <QBuffer>
#include <QPdfWriter>
#include <QSvgGenerator>
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

QByteArray ConcentrationPlot::render(FigureFormat format, QSize size, double dpi) const {
  Impl& d = *m_impl;
  if (size.isEmpty()) {
    size = d.plot->size();
  }
  const bool cursor = std::exchange(d.scene.cursorShown, false);
  d.setTickCounts(size);
  const QString title = QString::fromStdString(figure().title);
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  const auto paint = [&](QPaintDevice* device, double scale, bool vector) {
    QCPPainter painter(device);
    painter.setMode(QCPPainter::pmVectorized, vector);
    painter.scale(scale, scale);
    d.plot->toPainter(&painter, size.width(), size.height());
  };
  switch (format) {
    case FigureFormat::png: {
      const double scale = dpi / 96.0;
      QImage image((QSizeF(size) * scale).toSize(), QImage::Format_RGB32);
      image.fill(d.scene.theme.background);
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
      svg.setTitle(title.toHtmlEscaped());  // Qt writes both as they are
      svg.setDescription(describe(figure()).toHtmlEscaped());
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
  d.scene.cursorShown = cursor;
  // The layout is that of the file now; take the screen's again.
  d.plot->replot(QCustomPlot::rpQueuedReplot);
  return bytes;
}

tl::expected<void, Diagnostics> ConcentrationPlot::save(const QString& path, QSize size,
                                                        double dpi) const {
  const std::string name = path.toStdString();
  const auto format = figureFormatOf(name);
  if (!format) {
    return tl::unexpected(Diagnostics{
        {.code = "figure.format",
         .message = "a figure is written as png, svg or pdf, by the ending of the file's name",
         .file = name,
         .at = {},
         .hint = "name the file for example figure.png"}});
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
