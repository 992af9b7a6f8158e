// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <vector>

#include "nonmem_schedules.hpp"

/// Closed forms of the acceptance model, and short ways to write tables for it.
namespace ketascope::schedules {

inline constexpr double k = 1.1 / 20.0, ka = 1.5;

/// ug/L in central at `t` after 1 mg has been put there at once.
inline double after_bolus(double t) {
  return t < 0 ? 0.0 : 1000.0 / 20.0 * std::exp(-k * t);
}
/// ug/L in central at `t` after 1 mg into the depot.
inline double after_depot(double t) {
  return t < 0 ? 0.0 : 1000.0 / 20.0 * ka / (ka - k) * (std::exp(-k * t) - std::exp(-ka * t));
}

inline EventRecord switch_record(double t, int cmt) {
  EventRecord r;
  r.time_h = t;
  r.evid = 2;
  r.cmt = cmt;
  return r;
}

inline EventRecord reset_record(double t) {
  return record({.t = t, .cmt = 0, .evid = 3});
}

/// Doses first, then observations, covariates constant.
inline std::vector<Row> rows(const std::vector<Dose>& doses, const std::vector<double>& times,
                             const Covariates& covariates = {}) {
  std::vector<Row> all;
  std::size_t next = 0;
  for (const double t : times) {
    for (; next < doses.size() && doses[next].t <= t; ++next)
      all.push_back({record(doses[next]), covariates});
    all.push_back({observation(t), covariates});
  }
  return all;
}

/// Values of the observation rows.
inline std::vector<double> observed(const std::vector<Row>& all, SolverOptions::Kind kind) {
  const std::vector<double> values = run(all, kind);
  std::vector<double> out;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (all[i].event.evid == 0)
      out.push_back(values[i]);
  return out;
}

}  // namespace ketascope::schedules
