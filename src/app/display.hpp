// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ketascope/app/summary.hpp"
#include "ketascope/app/words.hpp"

/// Small things that the table, the files and the figure say in the same words.
namespace ketascope {

/// A scenario's name, or its model's id while it has none.
std::string scenario_name(const Run& run);

std::string_view policy_text(CovariatePolicy policy);

/// Limit of a band in the internal values of a column; none where they do not compare.
std::optional<double> band_limit(const EffectBand& band, const Measure& limit,
                                 const ColumnInfo& column);

struct TimeUnit {
  std::string text;
  double per_h = 1.0;  ///< hours times this = the unit
};
/// The document's time unit; hours when it is no time unit.
TimeUnit shown_time_unit(const DisplaySpec& display);

/// `display` with the unit that "auto" stands for where `runs` are shown: one in which the longest
/// of them is a handy number.
DisplaySpec with_time_unit(DisplaySpec display, std::span<const Run> runs);

/// Time from the start of a run's scenario to what its time axis counts from.
double time_zero_h(const Run& run, const DisplaySpec& display);
/// "time after the end of input [h]".
std::string time_label(const DisplaySpec& display, const Words& words = {});

/// "F = 0.5", "lag = 10 min": what a dose has instead of its model's values.
std::vector<std::string> set_by_hand(const DoseSpec& dose);

/// "0.5 mg/kg intravenous over 40 min, 3 times every 8 h".
std::string dose_text(const DoseSpec& dose, const Model& model, const Words& words = {});

}  // namespace ketascope
