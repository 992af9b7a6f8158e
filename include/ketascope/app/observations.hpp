// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <vector>

#include "ketascope/app/figure.hpp"
#include "ketascope/app/library.hpp"
#include "ketascope/app/summary.hpp"
#include "ketascope/io/observation_file.hpp"

namespace ketascope {

/// The rows of observations/*.csv in the library's folders. Of a file name that several folders
/// hold, the first counts.
tl::expected<std::vector<Observation>, Diagnostics> load_observations(const Library& library);

/// Whether an arm was dosed as the run is: route, drug form, amount within 1 % (per kg through the
/// run's body weight, salt as base where the source says which), start and length of every infusion
/// within 1 %.
bool dosed_alike(const Observation& observation, const Run& run);

/// What was observed under the doses of the runs, in the units of a figure.
struct ObservedData {
  std::vector<Figure::Point> points;
  std::vector<std::string>
      notes;  ///< one sentence each: sources, sites that differ, what is left out
  std::vector<std::string> studies;  ///< "Kamp 2020 (doi:...)" of what is drawn
  std::vector<std::string>
      sites;  ///< "Kamp 2020: arterial beside a venous curve", where they differ
};

/// Concentrations at a time, and Cmax at the tmax of the same arm, of the analytes that the runs
/// show. A point is open, and says its site, unless it was sampled where the model samples.
/// Exposures that come from a model are no observations and are left out.
ObservedData observed_data(std::span<const Run> runs, std::span<const Observation> observations,
                           const DisplaySpec& display);

/// Puts the points into a figure and the studies below it; the whole notes are the caller's to say.
void add_observed(Figure& figure, const ObservedData& observed);

}  // namespace ketascope
