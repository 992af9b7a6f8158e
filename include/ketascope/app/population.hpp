// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "ketascope/app/figure.hpp"
#include "ketascope/app/library.hpp"
#include "ketascope/population/population.hpp"

namespace ketascope {

/// A population ready to run: its arms, its patients, the bands whose time is counted.
struct PreparedPopulation {
  ScenarioFile document;            ///< with the population as it will be run
  std::vector<ScenarioSpec> specs;  ///< of the arms
  std::vector<Scenario> arms;
  PopulationSpec spec;
  std::vector<PopulationBand> bands;
  Diagnostics warnings;  ///< of reading it, and what single runs would say of models and effects
};

/// The visible scenarios of a document as arms, its patients (or `spec` where it has none), the
/// table of covariates read. All problems at once, those of the scenarios named after them.
tl::expected<PreparedPopulation, Diagnostics> prepare_population(
    const ScenarioFile& document, const Library& library, const std::filesystem::path& folder = {});

/// Percentiles and mean of every arm and output over time: comment lines as in to_csv(), columns
/// arm, output, unit, time [h], side, mean, p5, p50 ... In display units.
std::string population_csv(const PreparedPopulation& prepared, const PopulationResult& result);
/// What is said of all patients of an arm: a metric of an output, or a target.
struct PopulationRow {
  bool target = false;
  std::string output, name;
  std::string unit{};          ///< of a metric
  std::uint64_t patients = 0;  ///< who could be measured
  Summary summary{};           ///< of a metric, in `unit`
  std::uint64_t reached = 0;   ///< of a target
};
/// Every metric and target of an arm, in display units.
std::vector<PopulationRow> population_rows(const PreparedPopulation& prepared,
                                           const ArmResult& arm);
/// The columns of a PopulationRow: of, output, name, unit, patients, mean, minimum, maximum, p5
/// ..., reached, share.
std::vector<std::string> population_row_names(const PopulationSpec& spec);

/// What population_table() shows: mean, ends and percentiles of every metric, and the patients who
/// reached each target with their share.
std::string population_metrics_csv(const PreparedPopulation& prepared,
                                   const PopulationResult& result);
/// One row per patient: covariates, parameters, metrics. Empty when it was not asked for.
std::string patients_csv(const PreparedPopulation& prepared, const PopulationResult& result);
/// The curves of the patients asked for.
std::string patient_curves_csv(const PreparedPopulation& prepared, const PopulationResult& result);
/// Cmax, tmax, AUC, time in bands and targets as text for a terminal.
std::string population_table(const PreparedPopulation& prepared, const PopulationResult& result);
/// The typical subject of every arm, whose curves a figure is built from.
std::vector<Run> typical_runs(const PreparedPopulation& prepared);
/// Medians as curves, percentiles as ribbons labelled by level and number of patients.
Figure population_figure(const PreparedPopulation& prepared, std::span<const Run> typical,
                         const PopulationResult& result, std::span<const EffectBand> bands);

}  // namespace ketascope
