// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodel/patients.hpp"

#include <QCoreApplication>
#include <algorithm>

#include "viewmodel/scenario_editing.hpp"

namespace ketascope {
namespace {

QString tr(const char* text) {
  return QCoreApplication::translate("ketascope", text);
}

}  // namespace

PopulationSpec standardPatients(std::uint64_t count) {
  PopulationSpec spec;
  spec.count = count;
  return spec;
}

std::pair<double, double> levelsOf(const PopulationSpec& spec) {
  return spec.percentiles.size() < 2 ? std::pair(5.0, 95.0)
                                     : std::pair(spec.percentiles.front(), spec.percentiles.back());
}

void setLevels(PopulationSpec& spec, double low, double high) {
  spec.percentiles = {low, 50.0, high};
}

QString noRibbonReason(const ScenarioFile& file, const ModelCatalog& catalog) {
  const PopulationSpec spec = file.population.value_or(PopulationSpec{});
  QStringList models;
  for (const ScenarioSpec& scenario : file.scenarios) {
    const Model* model = catalog.find(scenario.model);
    if (!scenario.visible || model == nullptr) {
      continue;
    }
    if (patients_differ(*model, spec)) {
      return {};
    }
    models << QString::fromStdString(model->id);
  }
  models.removeDuplicates();
  if (models.isEmpty()) {
    return tr("No scenario is shown.");
  }
  QStringList able;
  for (const CatalogEntry& entry : catalog.catalog().entries) {
    if (entry.model && !entry.model->random_effects.empty()) {
      able << QString::fromStdString(entry.id);
    }
  }
  return tr("%1: no variability between people is known for what is shown. Models with it: %2.")
      .arg(models.join(QStringLiteral(", ")), able.join(QStringLiteral(", ")));
}

QStringList ribbonNotes(const SimulationOutcome& outcome, const ModelCatalog& catalog) {
  QStringList notes;
  for (const int index : outcome.shown) {
    const ScenarioOutcome& scenario = outcome.scenarios[static_cast<std::size_t>(index)];
    const QString title = scenarioTitle(scenario.spec, catalog.find(scenario.spec.model));
    if (scenario.noRibbon == ScenarioOutcome::NoRibbon::noVariability) {
      const auto& spec = outcome.patientSpec;
      const bool all = !spec || (spec->between_subjects && spec->between_occasions);
      notes << (all ? tr("%1: no ribbon, because %2 states no variability between people.")
                    : tr("%1: no ribbon, because nothing that %2 states may differ between the "
                         "virtual patients."))
                   .arg(title, QString::fromStdString(scenario.spec.model));
    }
  }
  return notes;
}

}  // namespace ketascope
