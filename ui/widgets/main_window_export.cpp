// SPDX-License-Identifier: GPL-3.0-or-later
// What goes out of the window: figures, curves, reports.
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QInputDialog>
#include <QStatusBar>
#include <QTabWidget>
#include <QTableView>
#include <new>
#include <utility>

#include "ketascope/app/ribbons.hpp"
#include "plot/concentration_plot.hpp"
#include "viewmodel/table_text.hpp"
#include "widgets/busy_line.hpp"
#include "widgets/compare_panel.hpp"
#include "widgets/disagreement_panel.hpp"
#include "widgets/main_window.hpp"
#include "widgets/model_card_panel.hpp"
#include "widgets/patients_panel.hpp"
#include "widgets/report_export.hpp"
#include "widgets/save_path.hpp"
#include "widgets/schedule_panel.hpp"

namespace ketascope {
namespace {

constexpr double exportDpi = 192.0;
constexpr double clipboardDpi = 192.0;
/// What is done sooner needs no word.
constexpr int patienceMs = 400;

QString writing(const QString& path) {
  return MainWindow::tr("Writing %1…").arg(QFileInfo(path).fileName());
}

}  // namespace

void MainWindow::exportFigure() {
  const QString path =
      askForSavePath(this, tr("Export figure"), QStringLiteral("figure.png"),
                     tr("PNG picture (*.png);;SVG drawing (*.svg);;PDF document (*.pdf)"));
  if (path.isEmpty()) {
    return;
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
  const auto format = figureFormatOf(path.toStdString());
  if (!format) {
    report(tr("The figure was not written to %1.").arg(QDir::toNativeSeparators(path)),
           unknownFigureFormat(path.toStdString()));
    return;
  }
  writeInBackground(path,
                    [drawing = shownPlot()->drawing(*format),
                     dpi](const RunControl& control) -> tl::expected<std::string, Diagnostics> {
                      const QByteArray bytes = figureBytes(drawing, dpi, control);
                      if (bytes.isEmpty() && !control.stop.stop_requested()) {
                        throw std::bad_alloc();
                      }
                      return bytes.toStdString();
                    });
}

void MainWindow::exportReport() {
  const OutcomePtr outcome = m_runner.latest();
  if (!outcome || outcome->shown.empty()) {
    statusBar()->showMessage(tr("There is no curve to report on yet."), 4000);
    return;
  }
  const QString path = askForSavePath(this, tr("Export report"), QStringLiteral("report.pdf"),
                                      tr("PDF document (*.pdf);;Web page (*.html)"));
  if (path.isEmpty()) {
    return;
  }
  m_patients->whenReady([this, path](const OutcomePtr& computed, const PatientSummary* patients) {
    auto content = reportContent(path, computed, *m_plot, patients);
    if (!content) {
      report(tr("The report was not written to %1.").arg(QDir::toNativeSeparators(path)),
             content.error());
      return;
    }
    writeInBackground(path,
                      [content = std::move(*content)](
                          const RunControl& control) -> tl::expected<std::string, Diagnostics> {
                        return reportBytes(content, control);
                      });
  });
}

void MainWindow::exportPatients() {
  const QString path =
      askForSavePath(this, tr("Save table of patients"), QStringLiteral("patients.csv"),
                     tr("Comma-separated values (*.csv)"));
  if (path.isEmpty()) {
    return;
  }
  // The newest table, which may still be under way.
  m_patients->whenReady([this, path](const OutcomePtr&, const PatientSummary* patients) {
    if (patients == nullptr) {
      statusBar()->showMessage(tr("There are no virtual patients any more."), 4000);
      return;
    }
    writeInBackground(path,
                      [text = patient_summary_csv(*patients)](const RunControl&)
                          -> tl::expected<std::string, Diagnostics> { return text; });
  });
}

void MainWindow::exportCsv() {
  if (!m_runner.latest() || m_runner.latest()->shown.empty()) {
    statusBar()->showMessage(tr("There is no curve to export yet."), 4000);
    return;
  }
  const QString path = askForSavePath(this, tr("Export curves"), QStringLiteral("curves.csv"),
                                      tr("Comma-separated values (*.csv)"));
  if (path.isEmpty()) {
    return;
  }
  writeInBackground(
      path,
      [outcome = m_runner.latest()](const RunControl&) -> tl::expected<std::string, Diagnostics> {
        return to_csv(outcome->runs(), outcome->document.display, outcome->patients());
      });
}

void MainWindow::writeInBackground(const QString& path, ExportRunner::Make make) {
  if (m_exports.start(path, std::move(make))) {
    m_exportLine->setText(writing(path));
  } else {
    statusBar()->showMessage(tr("%1 is still being written. Try again when it is done.")
                                 .arg(QFileInfo(m_exports.path()).fileName()),
                             4000);
  }
}

void MainWindow::buildBusyLines() {
  m_exportLine = new BusyLine(&m_exports, patienceMs, this);
  m_busy = new BusyLine(&m_runner, patienceMs, this);
  m_busy->setText(tr("Computing…"));
  m_exportLine->setText(writing(m_exports.path()));
  statusBar()->addPermanentWidget(m_exportLine);
  statusBar()->addPermanentWidget(m_busy);
  connect(m_busy, &BusyLine::cancelled, this, [this] {
    m_stopped = true;
    showMessages();
  });
}

void MainWindow::copyFigure() {
  // What is pasted is at least as large as on a page.
  QApplication::clipboard()->setImage(
      figureImage(shownPlot()->drawing(FigureFormat::png), clipboardDpi));
  statusBar()->showMessage(tr("The figure is on the clipboard."), 4000);
}

void MainWindow::copyTable() {
  const QWidget* page = m_pages->currentWidget();
  const QWidget* shown = m_tables->currentWidget();
  QString text;
  if (page == m_disagreement) {
    text = tableText(*m_disagreement->answers());
  } else if (page == m_card) {
    // It has no table.
  } else if (shown == m_compare) {
    text = m_compare->model()->text();
  } else if (shown == m_schedule) {
    text = tableText(*m_schedule->model());
  } else if (shown == m_auditTable) {
    text = tableText(*m_audit);
  } else if (shown == m_patients) {
    text = m_patients->model()->text();
  } else if (shown == m_table) {
    text = m_metrics->text();
  }
  if (text.isEmpty()) {
    statusBar()->showMessage(tr("There is no table in sight that could be copied."), 4000);
    return;
  }
  QApplication::clipboard()->setText(text);
  statusBar()->showMessage(tr("The table is on the clipboard."), 4000);
}

}  // namespace ketascope
