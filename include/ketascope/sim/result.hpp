// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "ketascope/dosing/timeline.hpp"
#include "ketascope/model/model.hpp"

namespace ketascope {

enum class Status { completed, cancelled, step_limit, non_finite, no_steady_state };
std::string_view to_text(Status);

/// Which side of a discontinuity a row shows. `both` where the curve is continuous.
enum class Side : std::uint8_t { both, pre, post };

struct ColumnInfo {
  std::string name, label, analyte, enantiomer, matrix, site, kind,
      unit;                          ///< unit: display unit text
  Unit display;                      ///< value_internal = value_display * display.factor
  std::optional<double> molar_mass;  ///< mg/umol of the analyte
};

/// The curves of one subject. Values are in internal units (mg/L, mg, umol/L ...).
struct SubjectResult {
  std::string id;
  Status status = Status::completed;
  double reached_h = 0.0;
  std::vector<double> time_h;
  std::vector<Side> side;
  std::vector<int> record;     ///< record that asked for the row, -1 for grid rows
  std::vector<double> values;  ///< column-major: values[c * time_h.size() + i]
  std::vector<AuditEntry> audit;
  int steady_state_cycles = 0;      ///< largest number of cycles a non-linear steady state took
  double input = 0.0;               ///< amount that entered (mg or umol), after F
  std::vector<double> final_state;  ///< all states at reached_h

  std::span<const double> column(std::size_t c) const {
    return std::span(values).subspan(c * time_h.size(), time_h.size());
  }
};

struct Result {
  std::string scenario;  ///< name
  ModelPtr model;
  std::vector<ColumnInfo> columns;  ///< one per model output
  std::vector<SubjectResult> subjects;
  Diagnostics warnings;
  std::string solver;  ///< "linear" or "ode (dopri5)" ...
};

}  // namespace ketascope
