// SPDX-License-Identifier: GPL-3.0-or-later
// What goes out of the window: figures, curves, reports.
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QStatusBar>

#include "ketascope/app/ribbons.hpp"
#include "ketascope/io/diagnostics.hpp"
#include "plot/concentration_plot.hpp"
#include "widgets/main_window.hpp"
#include "widgets/patients_panel.hpp"
#include "widgets/report_export.hpp"

namespace ketascope {
namespace {

constexpr double exportDpi = 192.0;

}  // namespace

void MainWindow::exportFigure() {
  QString path = QFileDialog::getSaveFileName(
      this, tr("Export figure"), QStringLiteral("figure.png"),
      tr("PNG picture (*.png);;SVG drawing (*.svg);;PDF document (*.pdf)"));
  if (path.isEmpty()) {
    return;
  }
  if (QFileInfo(path).suffix().isEmpty()) {
    path += QStringLiteral(".png");
  }
  double dpi = exportDpi;
  if (QFileInfo(path).suffix().compare(QLatin1String("png"), Qt::CaseInsensitive) == 0) {
    bool chosen = false;
    dpi = QInputDialog::getInt(this, tr("Export figure"), tr("Resolution in dots per inch:"),
                               qRound(exportDpi), 72, 1200, 24, &chosen);
    if (!chosen) {
      return;
    }
  }
  if (const auto saved = shownPlot()->save(path, {}, dpi); !saved) {
    report(tr("The figure was not written to %1.").arg(QDir::toNativeSeparators(path)),
           saved.error());
    return;
  }
  statusBar()->showMessage(tr("Wrote %1").arg(QDir::toNativeSeparators(path)), 4000);
}

void MainWindow::exportReport() {
  const OutcomePtr outcome = m_runner.latest();
  if (!outcome || outcome->shown.empty()) {
    statusBar()->showMessage(tr("There is no curve to report on yet."), 4000);
    return;
  }
  QString path =
      QFileDialog::getSaveFileName(this, tr("Export report"), QStringLiteral("report.pdf"),
                                   tr("PDF document (*.pdf);;Web page (*.html)"));
  if (path.isEmpty()) {
    return;
  }
  if (QFileInfo(path).suffix().isEmpty()) {
    path += QStringLiteral(".pdf");
  }
  statusBar()->showMessage(tr("Writing the report…"));
  m_patients->whenReady([this, path](const PatientSummary* patients) {
    const OutcomePtr now = m_runner.latest();
    const auto written = saveReport(path, m_document.value(), *now, *m_plot, patients);
    statusBar()->clearMessage();
    if (!written) {
      report(tr("The report was not written to %1.").arg(QDir::toNativeSeparators(path)),
             written.error());
      return;
    }
    statusBar()->showMessage(tr("Wrote %1").arg(QDir::toNativeSeparators(path)), 4000);
  });
}

void MainWindow::exportPatients() {
  QString path = QFileDialog::getSaveFileName(this, tr("Save table of patients"),
                                              QStringLiteral("patients.csv"),
                                              tr("Comma-separated values (*.csv)"));
  if (path.isEmpty()) {
    return;
  }
  if (QFileInfo(path).suffix().isEmpty()) {
    path += QStringLiteral(".csv");
  }
  const std::string text = patient_summary_csv(m_patients->model()->summary());
  if (const auto written = write_file(path.toStdString(), text); !written) {
    report(tr("The table was not written to %1.").arg(QDir::toNativeSeparators(path)),
           written.error());
    return;
  }
  statusBar()->showMessage(tr("Wrote %1").arg(QDir::toNativeSeparators(path)), 4000);
}

void MainWindow::exportCsv() {
  const OutcomePtr outcome = m_runner.latest();
  if (!outcome || outcome->shown.empty()) {
    statusBar()->showMessage(tr("There is no curve to export yet."), 4000);
    return;
  }
  QString path =
      QFileDialog::getSaveFileName(this, tr("Export curves"), QStringLiteral("curves.csv"),
                                   tr("Comma-separated values (*.csv)"));
  if (path.isEmpty()) {
    return;
  }
  if (QFileInfo(path).suffix().isEmpty()) {
    path += QStringLiteral(".csv");
  }
  const auto runs = outcome->runs();
  if (const auto written = write_file(
          path.toStdString(), to_csv(runs, m_document.value().display, outcome->patients()));
      !written) {
    report(tr("The curves were not written to %1.").arg(QDir::toNativeSeparators(path)),
           written.error());
    return;
  }
  statusBar()->showMessage(tr("Wrote %1").arg(QDir::toNativeSeparators(path)), 4000);
}

}  // namespace ketascope
