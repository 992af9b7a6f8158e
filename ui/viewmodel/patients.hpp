// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <utility>

#include "viewmodel/model_catalog.hpp"
#include "viewmodel/simulation.hpp"

namespace ketascope {

/// Virtual patients as the window makes them: everything that models say of variability between
/// people, three percentiles.
PopulationSpec standardPatients(std::uint64_t count);

/// Whether a document has virtual patients and shows them.
inline bool showsPatients(const ScenarioFile& file) {
  return file.population && file.display.patients;
}

/// The outermost percentiles; 5 and 95 where there are none.
std::pair<double, double> levelsOf(const PopulationSpec& spec);
/// Other outer percentiles around the median.
void setLevels(PopulationSpec& spec, double low, double high);

/// Why no scenario shown could have a ribbon; empty where one could.
QString noRibbonReason(const ScenarioFile& file, const ModelCatalog& catalog);

/// One sentence for every scenario shown that has no ribbon although the document has patients.
QStringList ribbonNotes(const SimulationOutcome& outcome, const ModelCatalog& catalog);

}  // namespace ketascope
