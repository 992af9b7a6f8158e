// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/figure_drawing.hpp"

#include <QBuffer>
#include <QImageWriter>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <algorithm>

namespace ketascope {
namespace {

constexpr double screenDpi = 96.0;
constexpr int rowsAtOnce = 256;
/// Part of the time that painting takes; the rest is compression.
constexpr double paintingPart = 0.4;

/// Takes bytes until the export is stopped, and counts them.
class StoppableBuffer : public QIODevice {
 public:
  StoppableBuffer(QByteArray& bytes, const std::stop_token& stop) : m_bytes(bytes), m_stop(stop) {
    open(QIODevice::WriteOnly | QIODevice::Unbuffered);
  }
  bool isSequential() const override { return true; }

 protected:
  qint64 readData(char*, qint64) override { return -1; }
  qint64 writeData(const char* data, qint64 size) override {
    if (m_stop.stop_requested()) {
      return -1;
    }
    m_bytes.append(data, size);
    return size;
  }

 private:
  QByteArray& m_bytes;
  std::stop_token m_stop;
};

void report(const RunControl& control, double fraction) {
  if (control.progress) {
    control.progress(fraction);
  }
}

void play(const FigureDrawing& drawing, QPainter& painter) {
  // Playing reads through the picture's own buffer: a copy of one's own is read.
  QPicture own = drawing.strokes;
  own.detach();
  // A picture is scaled by the resolutions of screen and paper; here both count pixels.
  const QPaintDevice* device = painter.device();
  painter.scale(static_cast<double>(own.logicalDpiX()) / device->logicalDpiX(),
                static_cast<double>(own.logicalDpiY()) / device->logicalDpiY());
  painter.drawPicture(0, 0, own);
}

QByteArray pngBytes(const FigureDrawing& drawing, double dpi, const RunControl& control) {
  RunControl painting = control;
  if (control.progress) {
    painting.progress = [&control](double fraction) { control.progress(fraction * paintingPart); };
  }
  const QImage image = figureImage(drawing, dpi, painting);
  if (image.isNull()) {
    return {};
  }
  QByteArray bytes;
  StoppableBuffer buffer(bytes, control.stop);
  QImageWriter writer(&buffer, "PNG");
  writer.setText(QStringLiteral("Title"), drawing.title);
  writer.setText(QStringLiteral("Software"), QStringLiteral("Ketascope"));
  if (!writer.write(image) || control.stop.stop_requested()) {
    return {};
  }
  report(control, 1.0);
  return bytes;
}

QByteArray svgBytes(const FigureDrawing& drawing) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  QSvgGenerator svg;
  svg.setOutputDevice(&buffer);
  svg.setResolution(static_cast<int>(screenDpi));
  svg.setSize(drawing.size);
  svg.setViewBox(QRect(QPoint(0, 0), drawing.size));
  svg.setTitle(drawing.title.toHtmlEscaped());  // Qt writes both as they are
  svg.setDescription(drawing.description.toHtmlEscaped());
  QPainter painter(&svg);
  play(drawing, painter);
  painter.end();
  return bytes;
}

QByteArray pdfBytes(const FigureDrawing& drawing) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  QPdfWriter pdf(&buffer);
  pdf.setResolution(static_cast<int>(screenDpi));
  pdf.setPageSize(
      QPageSize(QSizeF(drawing.size) * 0.75, QPageSize::Point, QString(), QPageSize::ExactMatch));
  pdf.setPageMargins(QMarginsF(0, 0, 0, 0));
  pdf.setTitle(drawing.title);
  pdf.setCreator(QStringLiteral("Ketascope"));
  QPainter painter(&pdf);
  play(drawing, painter);
  painter.end();
  return bytes;
}

}  // namespace

QImage figureImage(const FigureDrawing& drawing, double dpi, const RunControl& control) {
  const double scale = dpi / screenDpi;
  QImage image((QSizeF(drawing.size) * scale).toSize(), QImage::Format_RGB32);
  if (image.isNull()) {
    return {};
  }
  image.setDotsPerMeterX(qRound(dpi / 0.0254));
  image.setDotsPerMeterY(qRound(dpi / 0.0254));
  // Some rows at a time, so that it can be stopped in between.
  for (int top = 0; top < image.height(); top += rowsAtOnce) {
    if (control.stop.stop_requested()) {
      return {};
    }
    const int rows = std::min(rowsAtOnce, image.height() - top);
    QImage part(image.scanLine(top), image.width(), rows, image.bytesPerLine(), image.format());
    part.fill(drawing.background);
    QPainter painter(&part);
    painter.translate(0, -top);
    painter.scale(scale, scale);
    play(drawing, painter);
    painter.end();
    report(control, static_cast<double>(top + rows) / image.height());
  }
  return image;
}

QByteArray figureBytes(const FigureDrawing& drawing, double dpi, const RunControl& control) {
  switch (drawing.format) {
    case FigureFormat::png:
      return pngBytes(drawing, dpi, control);
    case FigureFormat::svg:
      return svgBytes(drawing);
    case FigureFormat::pdf:
      break;
  }
  return pdfBytes(drawing);
}

}  // namespace ketascope
