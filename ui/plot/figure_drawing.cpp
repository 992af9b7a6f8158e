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

FigurePainting strokesOf(const FigureDrawing& drawing) {
  return [&drawing](QPaintDevice* device, double scale, int top) {
    // Playing reads through the picture's own buffer: a copy of one's own is read.
    QPicture own = drawing.strokes;
    own.detach();
    QPainter painter(device);
    painter.translate(0, -top);
    // A picture is scaled by the resolutions of screen and paper; here both count pixels.
    painter.scale(scale * own.logicalDpiX() / device->logicalDpiX(),
                  scale * own.logicalDpiY() / device->logicalDpiY());
    painter.drawPicture(0, 0, own);
  };
}

QImage paintedImage(const FigureDrawing& drawing, double dpi, const RunControl& control,
                    const FigurePainting& paint) {
  const double scale = dpi / screenDpi;
  QImage image((QSizeF(drawing.size) * scale).toSize(), QImage::Format_RGB32);
  if (image.isNull()) {
    return {};
  }
  image.setDotsPerMeterX(qRound(dpi / 0.0254));
  image.setDotsPerMeterY(qRound(dpi / 0.0254));
  // Some rows at a time where it may be stopped in between.
  const int step = control.stop.stop_possible() ? rowsAtOnce : image.height();
  for (int top = 0; top < image.height(); top += step) {
    if (control.stop.stop_requested()) {
      return {};
    }
    const int rows = std::min(step, image.height() - top);
    QImage part(image.scanLine(top), image.width(), rows, image.bytesPerLine(), image.format());
    part.fill(drawing.background);
    paint(&part, scale, top);
    report(control, static_cast<double>(top + rows) / image.height());
  }
  return image;
}

QByteArray pngBytes(const FigureDrawing& drawing, double dpi, const RunControl& control,
                    const FigurePainting& paint) {
  RunControl painting = control;
  if (control.progress) {
    painting.progress = [&control](double fraction) { control.progress(fraction * paintingPart); };
  }
  const QImage image = paintedImage(drawing, dpi, painting, paint);
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

QByteArray svgBytes(const FigureDrawing& drawing, const FigurePainting& paint) {
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
  paint(&svg, 1.0, 0);
  return bytes;
}

QByteArray pdfBytes(const FigureDrawing& drawing, const FigurePainting& paint) {
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
  paint(&pdf, 1.0, 0);
  return bytes;
}

}  // namespace

QImage figureImage(const FigureDrawing& drawing, double dpi, const RunControl& control) {
  return paintedImage(drawing, dpi, control, strokesOf(drawing));
}

QByteArray figureBytes(const FigureDrawing& drawing, double dpi, const RunControl& control) {
  return figureBytes(drawing, dpi, control, strokesOf(drawing));
}

QByteArray figureBytes(const FigureDrawing& drawing, double dpi, const RunControl& control,
                       const FigurePainting& paint) {
  switch (drawing.format) {
    case FigureFormat::png:
      return pngBytes(drawing, dpi, control, paint);
    case FigureFormat::svg:
      return svgBytes(drawing, paint);
    case FigureFormat::pdf:
      break;
  }
  return pdfBytes(drawing, paint);
}

}  // namespace ketascope
