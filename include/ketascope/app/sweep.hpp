// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "ketascope/app/library.hpp"
#include "ketascope/app/population.hpp"
#include "ketascope/app/summary.hpp"
#include "ketascope/app/sweep_figure.hpp"
#include "ketascope/io/sweep_file.hpp"
#include "ketascope/sim/simulate.hpp"

namespace ketascope {

/// One point of a sweep: a row per output, or, of virtual patients, per metric and target. Empty,
/// with the reason, where there is no result.
struct SweepOutcome {
  std::vector<SummaryRow> rows;
  std::vector<PopulationRow> patients;
  double relative_error = 0.0;  ///< of their percentiles; 0 where they are of all values
  std::string trouble;          ///< "step_limit at 2 h", or the first error
};

struct SweepResult {
  SweepSpec spec;  ///< with what its population reads from a table
  std::vector<SweepPoint> points;
  std::vector<SweepOutcome> outcomes;  ///< one per point that was reached
  std::vector<EffectBand> bands;       ///< whose time is a column
  Diagnostics warnings;
  bool complete = true;  ///< false after a stop: the points that were not reached are missing

  bool of_patients() const { return spec.base.population.has_value(); }
};

/// A sweep with its points and without results. What no point can be computed with (an unknown
/// parameter or model, a value of the wrong kind) is found, all of it, each at the axis that it
/// comes from. Codes sweep.*, population.* and those of scenarios.
tl::expected<SweepResult, Diagnostics> begin_sweep(const SweepSpec& spec, const Library& library);

/// Every point of a sweep on its own: its scenario for one subject or, where the base has a
/// population, for all virtual patients, who are the same people at every point. begin_sweep()
/// comes first. What goes wrong at single points is told in their row.
tl::expected<SweepResult, Diagnostics> run_sweep(const SweepSpec& spec, const Library& library,
                                                 const RunControl& control = {});

/// The virtual patients of one point, ready to run, and what their result says of it.
tl::expected<PreparedPopulation, Diagnostics> patients_at(const SweepSpec& spec,
                                                          const SweepPoint& point,
                                                          const Library& library);
SweepOutcome outcome_of_patients(const PreparedPopulation& prepared,
                                 const PopulationResult& result);
/// Warns of points without a result, with the first of them and its reason.
void note_points_without_result(SweepResult& result);

/// What run_sweep() would refuse.
Diagnostics check_sweep(const SweepSpec& spec, const Library& library);
/// More axes than a figure has. Code sweep.plot_axes.
Diagnostics check_sweep_axes(const SweepSpec& spec);

/// A row per point and output: point, one column per axis, model, output, unit, metrics, time in
/// bands; of virtual patients a row per point and metric or target, with the columns of
/// population_row_names(). Comment lines as in to_csv(); one says so when the sweep was stopped.
std::string sweep_csv(const SweepResult& result);

/// One axis gives a line, two of a grid a heat map (or, where one of them is a few words, a line
/// for each), two of another design coloured points. Codes sweep.plot_axes, sweep.output_unknown,
/// sweep.band_unknown.
tl::expected<SweepFigure, Diagnostics> sweep_figure(const SweepResult& result);

}  // namespace ketascope
