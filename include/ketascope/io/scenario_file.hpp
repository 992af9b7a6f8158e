// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "ketascope/dosing/event.hpp"
#include "ketascope/io/diagnostics.hpp"
#include "ketascope/io/saved_state.hpp"
#include "ketascope/model/dose_spec.hpp"
#include "ketascope/population/population.hpp"
#include "ketascope/sim/scenario.hpp"

namespace ketascope {

/// Another drug that is taken beside the scenario's doses and acts on the model's enzymes.
struct InteractionSpec {
  std::string perpetrator;      ///< id in the library, or a path to a perpetrator file
  std::string regimen;          ///< of the perpetrator's file; empty = its first
  std::vector<DoseSpec> doses;  ///< instead of a regimen; may begin before time 0
  bool operator==(const InteractionSpec&) const = default;
};

/// Patterns of a line; by their place they are the dashes of a figure.
inline constexpr std::string_view line_patterns[] = {"solid",    "dashed",       "dotted",
                                                     "dash-dot", "dash-dot-dot", "long dashes"};
inline constexpr double thinnest_line = 0.5, thickest_line = 10.0;

/// How a curve is drawn, where somebody has chosen it; otherwise empty, or 0.
struct CurveStyle {
  std::string line;    ///< one of line_patterns
  double width = 0.0;  ///< pixels at 96 dpi
  std::string legend;
  bool operator==(const CurveStyle&) const = default;
};

/// How a scenario is drawn, where somebody has chosen it.
struct ScenarioStyle {
  std::string colour;                        ///< "#0072b2"; empty: of the colour-blind-safe palette
  std::map<std::string, CurveStyle> curves;  ///< by output
  bool operator==(const ScenarioStyle&) const = default;
};

/// Whether a text is a colour as ScenarioStyle has it.
bool is_colour(std::string_view text);

/// A scenario as a file or a window holds it: everything as typed, the model by its id.
struct ScenarioSpec {
  std::string name;
  std::string model;  ///< id in the library, or a path to a model file
  std::map<std::string, Measure>
      subject;  ///< WT, AGE ... (categorical ones: label in `unit`, value NaN-free code or label)
  std::map<std::string, std::string>
      categories;  ///< categorical covariates by label, e.g. RACE = "japanese"
  std::map<std::string, Measure> parameters;
  std::vector<DoseSpec> doses;
  std::string events;  ///< instead of doses: path of an event table, relative to the file
  Sampling sampling;
  SolverOptions solver;
  CovariatePolicy covariates = CovariatePolicy::locf;
  std::uint64_t seed = 0;
  std::vector<std::string> outputs;  ///< shown columns; empty = all concentrations
  std::vector<std::string> effects;  ///< ids of effects that the model is given
  std::vector<InteractionSpec> interactions;
  ScenarioStyle style = {};
  bool visible = true;

  bool operator==(const ScenarioSpec&) const = default;
};

/// What the time axis counts from: the start of the scenario, its first dose, or the end of its
/// last input.
enum class TimeZero { start, first_dose, end_of_input };

/// As DisplaySpec::time_unit: chosen by how long the scenarios last.
inline constexpr std::string_view automatic_time_unit = "auto";

struct DisplaySpec {
  bool log_axis = false;
  bool observed = false;     ///< draw what was observed under the same doses
  bool patients = true;      ///< show what virtual patients make of it, where there are any
  bool fuzzy_bands = false;  ///< effect bands fade at their edges
  TimeZero time_zero = TimeZero::start;
  std::string unit = "ng/mL";      ///< of concentrations: ng/mL ug/L umol/L nmol/mL
  std::string time_unit = "h";     ///< min, h, day, or "auto": by how long the scenarios last
  std::vector<std::string> bands;  ///< ids of effect bands; empty = the default set
  int baseline = 0;                ///< scenario that the others are compared with, from 0
  bool operator==(const DisplaySpec&) const = default;
};

/// A scenario document: one or more scenarios shown together.
struct ScenarioFile {
  std::string title, description;
  std::string written_by;  ///< program version that wrote it
  std::vector<ScenarioSpec> scenarios;
  DisplaySpec display;
  std::optional<PopulationSpec> population;  ///< virtual patients that every scenario is given to
  SavedAside saved = {};                     ///< what it gave when it was saved
  bool operator==(const ScenarioFile&) const = default;
};

/// Reads a document; all problems at once. `file` names it in messages.
tl::expected<ScenarioFile, Diagnostics> parse_scenario_file(std::string_view text,
                                                            std::string_view file);
tl::expected<ScenarioFile, Diagnostics> load_scenario_file(const std::filesystem::path& path);
/// TOML that parse_scenario_file reads back to an equal value.
std::string to_toml(const ScenarioFile& document);

}  // namespace ketascope
