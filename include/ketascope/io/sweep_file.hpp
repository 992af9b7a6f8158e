// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "ketascope/io/scenario_file.hpp"

namespace ketascope {

/// One thing that a sweep varies, and the values that it takes.
struct SweepAxis {
  enum class What {
    amount,
    duration,
    rate,
    start,
    interval,
    repeats,
    route,
    covariate,
    parameter,
    model
  };
  std::string vary;  ///< as typed: "doses.1.amount", "subject.WT", "parameters.CL", "model"
  What what = What::amount;
  std::size_t dose = 0;  ///< from 0
  std::string name;      ///< of the covariate or parameter
  std::string label;     ///< for figures; empty = `vary`
  /// Either values, numbers or words (models, categories) ...
  std::vector<Measure> values;
  std::vector<std::string> words;
  /// ... or a range, in the unit of its lower end.
  std::optional<Measure> from, to;
  int steps = 0;  ///< of a range on a grid or list
  bool log_spacing = false;
  SourceLocation at;

  bool takes_words() const { return !words.empty(); }
};

/// A base scenario and how it is varied.
struct SweepSpec {
  enum class Design { grid, list, latin_hypercube };
  std::string file, title, description;
  ScenarioFile base;                ///< one scenario, and how results are displayed
  std::filesystem::path base_file;  ///< empty: it is in the sweep itself
  std::filesystem::path base_folder;
  Design design = Design::grid;
  std::uint64_t points = 0;  ///< of a Latin hypercube
  std::uint64_t seed = 1;
  std::vector<SweepAxis> axes;
  std::string metric = "cmax";              ///< of the figure
  std::string output;                       ///< of the figure; empty = the first
  bool log_values = false;                  ///< scale of the figure's values
  SourceLocation metric_at{}, output_at{};  ///< where [plot] names them
};

/// What an axis is at one point: a number with unit, or a word.
struct SweepValue {
  Measure number;
  std::string word;
  bool operator==(const SweepValue&) const = default;
};
using SweepPoint = std::vector<SweepValue>;  ///< one value per axis

inline constexpr std::uint64_t most_sweep_points = 10'000'000;
/// Metrics that a figure may show.
inline constexpr std::string_view sweep_metrics[] = {"cmax", "tmax", "auc", "auc_inf", "half_life"};

/// Reads a sweep; all problems at once. `file` names it in messages, and the base scenario's file
/// is looked for beside it. Codes sweep.* of docs/sweeps.md, and those of scenario files.
tl::expected<SweepSpec, Diagnostics> parse_sweep_file(std::string_view text, std::string_view file);
tl::expected<SweepSpec, Diagnostics> load_sweep_file(const std::filesystem::path& path);
/// The files of the user's own that a sweep leads to, but for itself.
std::vector<std::string> files_of(const SweepSpec& spec);

/// All points, in the order of the table: of a grid the last axis runs fastest. A Latin hypercube
/// depends on its seed, its number of points and the names of its axes only.
std::vector<SweepPoint> sweep_points(const SweepSpec& spec);
/// The base scenario at a point.
ScenarioSpec at_point(const SweepSpec& spec, const SweepPoint& point);
/// With only one axis moved.
void apply(const SweepAxis& axis, const SweepValue& value, ScenarioSpec& scenario);

}  // namespace ketascope
