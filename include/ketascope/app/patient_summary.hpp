// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "ketascope/app/ribbons.hpp"

namespace ketascope {

/// Percentiles that a summary of patients states, from low to high.
const std::vector<double>& summary_levels();

/// Gives the scenario of a run to virtual patients and measures each of them: Cmax, tmax, AUC and
/// the time in every band that fits, of the curves that the run shows, and the targets of `spec`
/// that are about an output of the model. At the times of `ketascope population`, so that the
/// numbers are the same. Codes: those of simulate_population().
tl::expected<PopulationResult, Diagnostics> measure_patients(const Run& run, PopulationSpec spec,
                                                             std::span<const EffectBand> bands,
                                                             const RunControl& control = {});

/// One quantity of one curve over all patients of a scenario.
struct PatientRow {
  enum class Kind { cmax, tmax, auc, band, target };
  std::size_t run = 0;  ///< place among the runs
  std::string scenario, output;
  Kind kind = Kind::cmax;
  std::string detail;       ///< of a band: endpoint and range; of a target: its name
  std::string unit;         ///< display unit; h for times
  std::uint64_t count = 0;  ///< patients who have a number
  double mean = 0.0;
  std::vector<double> percentiles;  ///< at summary_levels(); none for a target
  /// Part of the patients, 0 to 1, who are in the band at all or reach the target.
  std::optional<double> reached;
};

struct PatientSummary {
  std::vector<PatientRow> rows;  ///< run by run, curve by curve; targets after the curves
  /// "Virtual patients ..., seed 1"; targets that no scenario could have.
  std::vector<std::string> notes;
};

/// What measure_patients() found for runs, in the units of `display`.
PatientSummary summarise_patients(std::span<const Run> runs, std::span<const RunPatients> measured,
                                  const PopulationSpec& spec, std::span<const EffectBand> bands,
                                  const DisplaySpec& display);

/// The same as a file: comment lines as in to_csv(), one row per quantity.
std::string patient_summary_csv(const PatientSummary& summary);

/// "time in analgesia, 70-160 ng/mL", "Cmax".
std::string quantity_text(const PatientRow& row);

}  // namespace ketascope
