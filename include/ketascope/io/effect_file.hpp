// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "ketascope/io/diagnostics.hpp"
#include "ketascope/units/measure.hpp"

namespace ketascope {

/// A number of an effect, as printed.
struct EffectParameter {
  std::string name, unit, source, description;
  double value = 0.0;
  std::optional<double> rse_percent;  ///< also when the source gives a standard error
  std::optional<double> cv_percent;   ///< between subjects; shown, not simulated
  std::vector<double> ci95;           ///< empty or two numbers, in `unit`
  bool operator==(const EffectParameter&) const = default;
};

/// The concentration that an effect follows.
struct EffectDriver {
  std::string name;        ///< only where there are several: its symbol in the expression
  std::string analyte;     ///< without its enantiomer: ketamine, norketamine
  std::string enantiomer;  ///< racemate | S | R
  std::string matrix, site;
  std::string unit;                  ///< of the effect-site concentration
  std::optional<double> molar_mass;  ///< mg/umol
  std::string half_of_racemate;      ///< why half of a racemate's concentration may stand for it
  std::string no_delay;              ///< why it acts without a delay; else there is one
  std::string delay;                 ///< parameter: ke0 (1/time) or t_half_ke0 (time)
  bool operator==(const EffectDriver&) const = default;

  /// "S-ketamine", "ketamine".
  std::string full_name() const;
  /// Symbol of its effect-site concentration: "site", or the driver's name.
  std::string symbol() const { return name.empty() ? "site" : name; }
};

struct EffectCheck {
  std::string id, kind, source, evidence;  ///< kind: half_time | ke0 | effect
  std::string driver;                      ///< of half_time and ke0, where there are several
  std::map<std::string, Measure> at;       ///< of effect: site concentrations by symbol
  Measure expected;
  std::optional<double> tolerance_percent;
  std::optional<Measure> tolerance;
  bool operator==(const EffectCheck&) const = default;
};

/// An effect as its file states it, checked. docs/effect-format.md.
struct EffectSpec {
  std::string file, id, title, endpoint, citation, doi, doi_missing, population;
  std::optional<int> year;
  std::string grade, grade_reason;
  std::string estimated_with;  ///< model id, or a name when that model is not in the library
  std::string link;            ///< none ratio linear emax sigmoid inhibitory_sigmoid custom
  std::string direction;       ///< increase | decrease | mixed
  bool fractional = false;     ///< Emax is a fraction of E0
  std::string unit;            ///< of the effect; "" without one
  std::string label;
  std::string expression;  ///< the link over parameters and sites; empty when link = none
  std::vector<std::string> left_out, notes;
  std::vector<EffectDriver> drivers;
  std::vector<EffectParameter> parameters;
  std::vector<EffectCheck> checks;
  bool operator==(const EffectSpec&) const = default;

  const EffectParameter* parameter(std::string_view name) const;
};

/// models/effects/*.toml. All problems at once.
///
/// Codes: effect.name unknown_value grade_reason citation year no_source range duplicate_name link
/// parameter unused driver delay dimension expression check; unit.* toml.*
tl::expected<EffectSpec, Diagnostics> parse_effect_file(std::string_view text,
                                                        std::string_view file);
tl::expected<EffectSpec, Diagnostics> load_effect_file(const std::filesystem::path& path);

}  // namespace ketascope
