// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "ketascope/analysis/metrics.hpp"
#include "ketascope/app/words.hpp"
#include "ketascope/io/band_file.hpp"
#include "ketascope/io/scenario_file.hpp"
#include "ketascope/sim/result.hpp"

namespace ketascope {

/// One simulated scenario of a document, with how it is to be shown.
struct Run {
  ScenarioSpec spec;
  Scenario scenario;
  Result result;
};

struct SummaryRow {
  std::string scenario, model, output, unit;  ///< unit of Cmax; AUC is unit*h
  double cmax = 0, tmax_h = 0, auc_0_t = 0;   ///< display unit
  std::optional<double> auc_0_inf, half_life_h;
  struct InBand {
    std::string band;
    double hours;
  };
  std::vector<InBand> in_bands;  ///< only bands that fit the analyte
};

/// Factor from internal values of a column to `unit` (e.g. "umol/L"), using the analyte's molar
/// mass when needed; falls back to the column's own unit when the dimension differs.
struct DisplayUnit {
  std::string unit;
  double per_internal;
};
DisplayUnit display_unit(const ColumnInfo& column, std::string_view wanted);

/// True when a band may be compared with a column (analyte and dimension).
bool band_fits(const EffectBand& band, const ColumnInfo& column);

/// The bands that `display` asks for: those named, or the standard ones; ["none"] is no band at
/// all. Error band.unknown, with the nearest id.
tl::expected<std::vector<EffectBand>, Diagnostics> choose_bands(std::span<const EffectBand> bands,
                                                                const DisplaySpec& display);
/// "analgesia, 70-160 ng/mL": endpoint and range, never one without the other.
std::string band_label(const EffectBand& band);
std::string band_label(const EffectBand& band, const Words& words);

/// Columns of a run that are shown: those its scenario names, else all concentrations, else all.
std::vector<std::size_t> shown_columns(const Run& run);

std::vector<SummaryRow> summarise(std::span<const Run> runs, std::span<const EffectBand> bands,
                                  const DisplaySpec& display);
/// Plain text table for a terminal.
std::string summary_table(std::span<const SummaryRow> rows);

}  // namespace ketascope
