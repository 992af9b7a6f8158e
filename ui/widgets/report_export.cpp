// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report_export.hpp"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QTextDocument>
#include <QUrl>
#include <cmath>

#include "ketascope/app/document_report.hpp"
#include "ketascope/io/diagnostics.hpp"
#include "ketascope/version.hpp"
#include "plot/concentration_plot.hpp"
#include "viewmodel/words_in_use.hpp"

namespace ketascope {
namespace {

constexpr QSize figureSize(1000, 620);  // pixels of 96 per inch
constexpr double figureDpi = 288.0;
constexpr int pageDpi = 96;
constexpr double marginMm = 15.0;
constexpr double footerPixels = 28.0;

}  // namespace

std::string reportHtml(const ScenarioFile& document, const SimulationOutcome& outcome,
                       const ConcentrationPlot& plot, const PatientSummary* patients) {
  QByteArray svg = plot.render(FigureFormat::svg, figureSize);
  const qsizetype begin = svg.indexOf("<svg");  // without the XML declaration
  svg = svg.mid(std::max<qsizetype>(begin, 0));
  return document_report_html(document, outcome.runs(), outcome.bands, svg.toStdString(), patients,
                              wordsInUse());
}

QByteArray reportPdf(const ScenarioFile& document, const SimulationOutcome& outcome,
                     const ConcentrationPlot& plot, const PatientSummary* patients) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  QPdfWriter writer(&buffer);
  writer.setPageSize(QPageSize(QPageSize::A4));
  writer.setPageMargins(QMarginsF(marginMm, marginMm, marginMm, marginMm), QPageLayout::Millimeter);
  writer.setResolution(pageDpi * 4);
  writer.setTitle(QString::fromStdString(document.title));
  writer.setCreator(
      QStringLiteral("Ketascope %1").arg(QString::fromStdString(std::string(version))));
  const double scale = static_cast<double>(writer.resolution()) / pageDpi;
  const QSizeF page(writer.width() / scale, writer.height() / scale - footerPixels);

  QTextDocument text;
  text.setDefaultFont(QFont(QStringLiteral("DejaVu Sans"), 8));
  text.setDocumentMargin(0);
  QImage figure;
  figure.loadFromData(plot.render(FigureFormat::png, figureSize, figureDpi), "PNG");
  text.addResource(QTextDocument::ImageResource, QUrl(QStringLiteral("figure.png")), figure);
  const std::string image =
      "<img src=\"figure.png\" width=\"" + std::to_string(static_cast<int>(page.width())) + "\">";
  text.setHtml(QString::fromStdString(
      document_report_html(document, outcome.runs(), outcome.bands, image, patients,
                           wordsInUse())));
  text.setPageSize(page);

  QPainter painter(&writer);
  painter.scale(scale, scale);
  const int pages = text.pageCount();
  for (int number = 0; number < pages; ++number) {
    if (number > 0) {
      writer.newPage();
    }
    painter.save();
    painter.translate(0, -number * page.height());
    QAbstractTextDocumentLayout::PaintContext context;
    context.clip = QRectF(0, number * page.height(), page.width(), page.height());
    context.palette.setColor(QPalette::Text, Qt::black);
    painter.setClipRect(context.clip);
    text.documentLayout()->draw(&painter, context);
    painter.restore();
    painter.setFont(QFont(QStringLiteral("DejaVu Sans"), 7));
    painter.setPen(Qt::darkGray);
    painter.drawText(QRectF(0, page.height(), page.width(), footerPixels),
                     Qt::AlignRight | Qt::AlignBottom,
                     QStringLiteral("%1 / %2").arg(number + 1).arg(pages));
  }
  painter.end();
  return bytes;
}

tl::expected<void, Diagnostics> saveReport(const QString& path, const ScenarioFile& document,
                                           const SimulationOutcome& outcome,
                                           const ConcentrationPlot& plot,
                                           const PatientSummary* patients) {
  const QString ending = QFileInfo(path).suffix().toLower();
  if (ending == QLatin1String("pdf")) {
    const QByteArray bytes = reportPdf(document, outcome, plot, patients);
    return write_file(path.toStdString(),
                      {bytes.constData(), static_cast<std::size_t>(bytes.size())});
  }
  if (ending == QLatin1String("html") || ending == QLatin1String("htm")) {
    return write_file(path.toStdString(), reportHtml(document, outcome, plot, patients));
  }
  return tl::unexpected(Diagnostics{{Severity::error,
                                     "report.format",
                                     "a report is written as PDF or HTML",
                                     path.toStdString(),
                                     {},
                                     "end the name in .pdf or .html"}});
}

}  // namespace ketascope
