// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "ketascope/io/diagnostics.hpp"
#include "ketascope/units/measure.hpp"

namespace ketascope {

/// One observed number of one study arm, as published. Texts are as in the file; what the source
/// does not state is empty.
struct Observation {
  std::string id;  ///< of the arm: rows of one arm share it
  std::string citation, doi, doi_missing;
  int year = 0;
  std::string route, formulation;
  std::string drug;             ///< racemate, S, R or mixed
  std::optional<Measure> dose;  ///< absent when the source gives a range or several
  std::string dose_text, dose_basis;
  std::optional<double> infusion_min;  ///< 0: at once
  std::string subjects, population, weight;
  std::string analyte, enantiomer, matrix, site;
  std::string metric;              ///< conc_at, cmax, tmax, auc_last, ...
  std::optional<double> time_min;  ///< of conc_at
  std::string statistic;
  Measure value;
  std::string spread_kind;  ///< SD, SE, range, 95% CI, between-subject CV, ...
  std::optional<double> spread;
  bool spread_percent = false;      ///< `spread` is a percentage of the value
  std::optional<double> low, high;  ///< in the unit of `value`
  std::string note, file;
  int line = 0;
  bool operator==(const Observation&) const = default;
};

/// models/observations/*.csv: one row of column names, then one row per observed number.
///
/// All problems at once, each with line and column. Codes: those of CsvReader;
/// observation.column_missing column_unknown fields missing_field citation number year range unit
/// drug.
tl::expected<std::vector<Observation>, Diagnostics> parse_observation_file(std::string_view text,
                                                                           std::string_view file);

}  // namespace ketascope
