// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "ketascope/app/figure.hpp"
#include "ketascope/population/population.hpp"

namespace ketascope {

/// Whether the virtual patients of `spec` differ at all where `model` is concerned: by its random
/// effects, by covariates that are drawn, or by the uncertainty of its estimates.
bool patients_differ(const Model& model, const PopulationSpec& spec);

/// The virtual patients of a document with their table of covariates read from `folder`. Codes:
/// population.table, file.*, csv.*.
tl::expected<PopulationSpec, Diagnostics> read_patients(PopulationSpec spec,
                                                        const std::filesystem::path& folder);

/// A run of a document and what becomes of it in virtual patients: one arm.
struct RunPatients {
  std::size_t run = 0;  ///< place among the runs
  std::shared_ptr<const PopulationResult> result;
};

/// Gives the scenario of a run to virtual patients, for the curves that the run shows, at about 200
/// times and both sides of every jump. Codes: those of simulate_population().
tl::expected<PopulationResult, Diagnostics> simulate_patients(const Run& run, PopulationSpec spec,
                                                              const RunControl& control = {});

/// " over 3 IDs" where the run is of an event table with so many people, who share the patients.
std::string over_people(const Run& run);

/// "5-95 %, n = 1000".
std::string ribbon_label(const PopulationSpec& spec, std::uint64_t patients);
/// "Virtual patients from the published variability, seed 1".
std::string patients_note(const PopulationSpec& spec);

/// The percentiles of one column of an arm, pair by pair from the outermost, in display units;
/// times count from `zero_h`.
std::vector<Figure::Ribbon> ribbons_of(const ArmResult& arm, const PopulationColumn& column,
                                       const PopulationSpec& spec, const DisplaySpec& display,
                                       double zero_h, int colour);

/// Draws ribbons around the curves of a figure that build_figure() made of `runs`, says so in their
/// labels and in the footnote.
void add_ribbons(Figure& figure, std::span<const Run> runs, std::span<const RunPatients> patients,
                 const DisplaySpec& display);

/// to_csv() of the runs, with rows for the percentiles below: ID "n = 1000", one further column per
/// curve and level.
std::string to_csv(std::span<const Run> runs, const DisplaySpec& display,
                   std::span<const RunPatients> patients);

}  // namespace ketascope
