// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <string>

#include <optional>
#include <tl/expected.hpp>

#include "ketascope/app/patient_summary.hpp"
#include "plot/figure_drawing.hpp"
#include "viewmodel/simulation_runner.hpp"

namespace ketascope {

class ConcentrationPlot;

/// What a report of what is on screen is made of: values only, so that any thread can write it.
struct ReportContent {
  enum class Format { pdf, html };
  Format format = Format::pdf;
  OutcomePtr outcome;
  std::optional<PatientSummary> patients;  ///< what virtual patients make of it
  FigureDrawing figure;
};

/// For a file as PDF or HTML, by the name's ending. Code report.format.
tl::expected<ReportContent, Diagnostics> reportContent(const QString& path, OutcomePtr outcome,
                                                       const ConcentrationPlot& plot,
                                                       const PatientSummary* patients = nullptr);

/// A self-contained page with its figure drawn in it, or A4 pages with numbers. Not whole when
/// stopped.
std::string reportBytes(const ReportContent& content, const RunControl& control = {});

}  // namespace ketascope
