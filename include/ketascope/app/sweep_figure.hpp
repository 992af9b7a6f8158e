// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include <tl/expected.hpp>

#include "ketascope/app/figure.hpp"

namespace ketascope {

/// A number over one or two things that were varied: a line, a line for each of some words (models,
/// routes), a heat map, or coloured points where the combinations make no grid. Free of any
/// plotting library, as Figure is.
struct SweepFigure {
  struct Axis {
    std::string label;
    std::vector<std::string> ticks;  ///< one per place, in words or numbers
    std::vector<double> at;          ///< where places are on an axis of numbers; empty for words
    bool log = false;                ///< an axis of numbers that were spaced by a factor
  };
  std::string title, value_label, footnote;
  Axis x, y;                      ///< y without ticks: a line over x
  bool lines = false;             ///< a line over x for every place of y
  std::vector<double> values;     ///< values[iy * x.ticks.size() + ix]; NaN where there is none
  std::vector<double> low, high;  ///< what is shaded around lines, one per value; or empty
  /// Places on x and y of each of `values`; empty for a line or a heat map.
  std::vector<std::pair<std::size_t, std::size_t>> points;
  bool log_values = false;

  bool is_heat_map() const { return !y.ticks.empty() && points.empty() && !lines; }
};

/// Writes png, svg or pdf by the file's ending, through the figure plug-in. Codes figure.no_plugin,
/// figure.format, file.unwritable.
tl::expected<void, Diagnostics> write_sweep_figure(const SweepFigure& figure,
                                                   const std::filesystem::path& path,
                                                   const FigureSize& size = {});

/// The plug-in's function for it, exported as extern "C" symbol "ketascope_write_sweep_figure".
using WriteSweepFigureFunction = int (*)(const SweepFigure& figure, const char* path,
                                         const FigureSize& size, std::string& error);

}  // namespace ketascope
