// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report_export.hpp"

#include <QBuffer>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <algorithm>
#include <utility>

#include "ketascope/app/document_report.hpp"
#include "ketascope/version.hpp"
#include "plot/concentration_plot.hpp"
#include "viewmodel/words_in_use.hpp"
#include "widgets/report_pages.hpp"

namespace ketascope {
namespace {

constexpr QSize figureSize(1000, 620);  // pixels of 96 per inch
constexpr double figureDpi = 288.0;
constexpr int pageDpi = 96;
constexpr double marginMm = 15.0;
constexpr double footerPixels = 28.0;
/// Part of the time that the figure takes; the pages take the rest.
constexpr double figurePart = 0.5;

std::string html(const ReportContent& content) {
  QByteArray svg = figureBytes(content.figure, pageDpi);
  const qsizetype begin = svg.indexOf("<svg");  // without the XML declaration
  svg = svg.mid(std::max<qsizetype>(begin, 0));
  return document_report_html(content.outcome->document, content.outcome->runs(),
                              content.outcome->bands, svg.toStdString(),
                              content.patients ? &*content.patients : nullptr, wordsInUse());
}

QByteArray pdf(const ReportContent& content, const RunControl& control) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  QPdfWriter writer(&buffer);
  writer.setPageSize(QPageSize(QPageSize::A4));
  writer.setPageMargins(QMarginsF(marginMm, marginMm, marginMm, marginMm), QPageLayout::Millimeter);
  writer.setResolution(pageDpi * 4);
  writer.setTitle(QString::fromStdString(content.outcome->document.title));
  writer.setCreator(
      QStringLiteral("Ketascope %1").arg(QString::fromStdString(std::string(version))));
  const double scale = static_cast<double>(writer.resolution()) / pageDpi;
  const QSizeF page(writer.width() / scale, writer.height() / scale - footerPixels);

  RunControl painting = control;
  if (control.progress) {
    painting.progress = [&control](double fraction) { control.progress(fraction * figurePart); };
  }
  const QString figure = QStringLiteral("figure.png");
  // With its height, too: outside of the window's thread nobody works it out.
  const int width = static_cast<int>(page.width());
  const QString image =
      QStringLiteral(
          "<p style=\"line-height:100%\"><img src=\"%1\" width=\"%2\" height=\"%3\"></p>")
          .arg(figure)
          .arg(width)
          .arg(width * figureSize.height() / figureSize.width());
  const ReportPages text(
      QString::fromStdString(document_report_html(
          content.outcome->document, content.outcome->runs(), content.outcome->bands,
          image.toStdString(), content.patients ? &*content.patients : nullptr, wordsInUse())),
      figure, figureImage(content.figure, figureDpi, painting), page);

  QPainter painter(&writer);
  painter.scale(scale, scale);
  QFont small(QStringLiteral("DejaVu Sans"));
  small.setPixelSize(9);  // of the scaled page; points would be scaled once more
  const int pages = text.count();
  for (int number = 0; number < pages && !control.stop.stop_requested(); ++number) {
    if (number > 0) {
      writer.newPage();
    }
    text.paint(number, painter);
    painter.setFont(small);
    painter.setPen(Qt::darkGray);
    painter.drawText(QRectF(0, page.height(), page.width(), footerPixels),
                     Qt::AlignRight | Qt::AlignBottom,
                     QStringLiteral("%1 / %2").arg(number + 1).arg(pages));
    if (control.progress) {
      control.progress(figurePart + (1 - figurePart) * (number + 1) / pages);
    }
  }
  painter.end();
  return bytes;
}

}  // namespace

tl::expected<ReportContent, Diagnostics> reportContent(const QString& path, OutcomePtr outcome,
                                                       const ConcentrationPlot& plot,
                                                       const PatientSummary* patients) {
  const QString ending = QFileInfo(path).suffix().toLower();
  const bool isPdf = ending == QLatin1String("pdf");
  if (!isPdf && ending != QLatin1String("html") && ending != QLatin1String("htm")) {
    return tl::unexpected(Diagnostics{{Severity::error,
                                       "report.format",
                                       "a report is written as PDF or HTML",
                                       path.toStdString(),
                                       {},
                                       "end the name in .pdf or .html"}});
  }
  ReportContent content;
  content.format = isPdf ? ReportContent::Format::pdf : ReportContent::Format::html;
  content.outcome = std::move(outcome);
  if (patients != nullptr) {
    content.patients = *patients;
  }
  content.figure = plot.drawing(isPdf ? FigureFormat::png : FigureFormat::svg, figureSize);
  return content;
}

std::string reportBytes(const ReportContent& content, const RunControl& control) {
  if (content.format == ReportContent::Format::html) {
    return html(content);
  }
  const QByteArray bytes = pdf(content, control);
  return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

}  // namespace ketascope
