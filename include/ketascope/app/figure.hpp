// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "ketascope/app/summary.hpp"

namespace ketascope {

/// What a plot shows, free of any plotting library. The window and the command line build the same
/// figure and hand it to the same painter, so what is on screen is what is written.
struct Figure {
  struct Curve {
    std::string label;  ///< legend text
    std::string scenario, output;
    std::vector<double> x, y;  ///< display units; NaN splits the line
    int colour = 0;            ///< index into the colour-blind-safe palette: one per scenario
    int dash = 0;              ///< 0 solid parent, 1 dashed first metabolite, 2 dotted ...
    double width = 0;          ///< pixels; 0 = as usual
    int marker = -1;           ///< shape that comes now and then on the line, one per scenario or
                               ///< person; -1 where there is only one
    bool arterial = false;
  };
  struct Band {
    std::string id, label, tooltip;  ///< tooltip: endpoint, range, drug, matrix, citation
    double low = 0, high = 0;
    int colour = 0;
    bool fuzzy = false;  ///< fades towards its edges
  };
  struct Dose {
    double x = 0, duration = 0, amount_mg = 0;
    std::string label;
    int colour = 0;
    int scenario = -1;  ///< run, and line of its schedule, that the dose belongs to
    int line = 0;
    int repeat = 0;         ///< 0 = the line's first dose
    bool infusion = false;  ///< its route takes a dose over a time
    double origin = 0;      ///< where the start of its scenario is on the axis
    double lag = 0;         ///< from when it is given to when it begins to enter
  };
  /// An observed value: filled where it was sampled as the model samples, else open.
  struct Point {
    double x = 0, y = 0;
    std::optional<double> low, high;  ///< error bar
    std::string label, tooltip;  ///< label: study and site; points of one label belong together
    int colour = 0;
    bool open = false;
  };
  /// The room between the lowest and the highest of several curves.
  struct Envelope {
    std::vector<double> x, low, high;
  };
  /// What lies between two percentiles of a population.
  struct Ribbon {
    std::string label;  ///< "5-95 %, n = 1000"
    std::vector<double> x, low, high;
    int colour = 0;
    std::size_t curve = 0;  ///< place of the curve that it lies around, in the same diagram
  };
  /// A lower diagram on the same time axis: effect-site concentrations, or effects of one unit.
  struct Pane {
    std::string label;  ///< what it shows, with the unit
    std::vector<Curve> curves;
    std::vector<Ribbon> ribbons = {};
  };
  std::string title, x_label, y_label, footnote;  ///< footnote: the quiet statement and grade notes
  bool log_y = false;
  std::vector<Curve> curves;
  std::vector<Band> bands;
  std::vector<Dose> doses;
  std::vector<Point> points;
  std::vector<Pane> panes;
  std::vector<Ribbon> ribbons;
  std::optional<Envelope> envelope;
  std::map<int, std::string> colours;  ///< "#0072b2": chosen in place of the palette's at an index
  std::optional<double> x_low, x_high, y_low, y_high;  ///< absent = fit
};

Figure build_figure(std::span<const Run> runs, std::span<const EffectBand> bands,
                    const DisplaySpec& display, std::string title, const Words& words = {});

struct FigureSize {
  int width = 1000, height = 640;
  double dpi = 96;
};

/// Writes png, svg or pdf by the file's ending, through the figure plug-in beside the program.
/// Codes figure.no_plugin, figure.format, file.unwritable.
tl::expected<void, Diagnostics> write_figure(const Figure& figure,
                                             const std::filesystem::path& path,
                                             const FigureSize& size = {});

/// Whether the path's ending names a format that figures are written in. Code figure.format.
tl::expected<void, Diagnostics> check_figure_path(const std::filesystem::path& path);

/// The plug-in's one function, exported as extern "C" symbol "ketascope_write_figure".
/// Returns 0, or 1 with a message in `error`.
using WriteFigureFunction = int (*)(const Figure& figure, const char* path, const FigureSize& size,
                                    std::string& error);

}  // namespace ketascope
