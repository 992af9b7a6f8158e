// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "ketascope/app/summary.hpp"

namespace ketascope {

/// What several runs reached, side by side: one column per subject of a run, one row per quantity.
struct Comparison {
  enum class Kind {
    concentration,  ///< Cmax of the drug
    exposure,       ///< AUC over the time shown
    time,           ///< hours: tmax, time in a band
    ratio,          ///< AUC of the metabolite to AUC of the drug
    effect,         ///< furthest from where the effect began
  };
  struct Value {
    double value = 0;
    std::string unit;  ///< "h" for times, empty for ratios
  };
  struct Row {
    Kind kind = Kind::concentration;
    std::string name;                          ///< "cmax", "tmax", "auc", "ratio", "band", "effect"
    std::string detail;                        ///< the band, the metabolite or the effect
    std::vector<std::optional<Value>> values;  ///< one per column; none where it does not apply
  };
  struct Column {
    std::string scenario, model, output;  ///< output: the drug's curve that the rows are about
    std::size_t run = 0;
  };
  std::vector<Column> columns;
  std::vector<Row> rows;
};

/// The rows that at least one column has. The drug of a run is its first concentration shown; its
/// metabolite the first shown of another analyte, also when only the model computes it.
Comparison compare_runs(std::span<const Run> runs, std::span<const EffectBand> bands,
                        const DisplaySpec& display);

/// Difference to a baseline: absolute in the unit of both, and in percent of the baseline unless
/// that is zero. Nothing when a value is missing or the units differ.
struct Difference {
  double absolute = 0;
  std::optional<double> percent;
};
std::optional<Difference> difference(const std::optional<Comparison::Value>& value,
                                     const std::optional<Comparison::Value>& baseline);

}  // namespace ketascope
