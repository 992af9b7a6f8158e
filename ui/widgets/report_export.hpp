// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

#include "ketascope/app/patient_summary.hpp"
#include "viewmodel/simulation.hpp"

namespace ketascope {

class ConcentrationPlot;

/// The report of what is on screen (with what virtual patients make of it, where that is given) as
/// a self-contained HTML page, its figure drawn in it.
std::string reportHtml(const ScenarioFile& document, const SimulationOutcome& outcome,
                       const ConcentrationPlot& plot, const PatientSummary* patients = nullptr);
/// The same on A4 pages with numbers.
QByteArray reportPdf(const ScenarioFile& document, const SimulationOutcome& outcome,
                     const ConcentrationPlot& plot, const PatientSummary* patients = nullptr);
/// Writes it whole or not at all, as PDF or HTML by the name's ending. Codes report.format,
/// file.unwritable.
tl::expected<void, Diagnostics> saveReport(const QString& path, const ScenarioFile& document,
                                           const SimulationOutcome& outcome,
                                           const ConcentrationPlot& plot,
                                           const PatientSummary* patients = nullptr);

}  // namespace ketascope
