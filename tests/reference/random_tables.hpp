// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <random>
#include <vector>

#include "nonmem_schedules.hpp"

namespace ketascope::schedules {

/// Draws that are the same with every standard library.
class Draws {
 public:
  explicit Draws(std::uint64_t seed) : engine_(seed) {}
  /// In [0, 1).
  double unit() { return static_cast<double>(engine_() >> 11) * 0x1p-53; }
  double between(double low, double high) { return low + (high - low) * unit(); }
  int whole(int low, int high) { return low + static_cast<int>(unit() * (high - low + 1)); }
  bool chance(double p) { return unit() < p; }

 private:
  std::mt19937_64 engine_;
};

/// What random tables may hold.
struct Allow {
  bool steady_state = true, added_steady_state = true, resets = true, switches = true;
  bool covariates_change = true;  ///< from record to record; otherwise one draw for the subject
  double lag = 0.5;               ///< chance of a lag at all
};

inline Covariates draw_covariates(Draws& draws, double lag_h) {
  return {.F = draws.between(0.2, 1.5),
          .ALAG = lag_h,
          .D = draws.between(0.3, 15.0),
          .R = draws.between(2.0, 30.0)};
}

/// A dose of any kind into either compartment. Whole hours often, so that events coincide.
inline EventRecord draw_dose(Draws& draws, double t, const Allow& allow) {
  Dose d;
  d.t = t;
  d.amt = draws.between(10, 200);
  d.cmt = draws.whole(1, 2);
  const int kind = draws.whole(0, 4);
  if (kind == 1)
    d.rate = draws.between(3, 60);
  if (kind == 2)
    d.rate = d.amt / draws.whole(1, 30);
  if (d.cmt == 2 && kind == 3)
    d.rate = -1;
  if (d.cmt == 2 && kind == 4)
    d.rate = -2;
  if (draws.chance(0.4)) {
    d.ii = draws.chance(0.5) ? draws.whole(6, 24) : draws.between(6, 24);
    d.addl = draws.whole(1, 6);
  }
  const double pick = draws.unit();
  if (allow.steady_state && pick < 0.15)
    d.ss = 1;
  if (allow.added_steady_state && pick > 0.85)
    d.ss = 2;
  if (d.ss > 0 && d.ii == 0)
    d.ii = draws.whole(6, 24);
  if (d.ss > 0 && d.addl > 0 && draws.chance(0.5))
    d.addl = 0;
  if (allow.resets && draws.chance(0.05))
    d.evid = 4;
  return record(d);
}

inline std::vector<Row> draw_table(Draws& draws, const Allow& allow = {}) {
  std::vector<Row> rows;
  // Below the shortest interval, as a steady state asks for.
  const double lag = draws.chance(allow.lag)
                         ? (draws.chance(0.5) ? draws.whole(1, 5) : draws.between(0, 5.9))
                         : 0.0;
  Covariates covariates = draw_covariates(draws, lag);
  double t = draws.chance(0.2) ? -6.0 : 0.0;
  const int count = draws.whole(6, 24);
  for (int i = 0; i < count; ++i) {
    const double gap = draws.unit();
    t += gap < 0.2 ? 0.0 : gap < 0.6 ? draws.whole(1, 12) : draws.between(0.01, 12);
    if (allow.covariates_change && draws.chance(0.3))
      covariates = draw_covariates(draws, lag);
    const double kind = draws.unit();
    EventRecord event = observation(t);
    if (i == 0 || kind < 0.35) {
      event = draw_dose(draws, t, allow);
    } else if (kind < 0.40) {
      event.evid = 2;
    } else if (kind < 0.44 && allow.switches) {
      event.evid = 2;
      event.cmt = draws.whole(1, 2) * (draws.chance(0.5) ? -1 : 1);
    } else if (kind < 0.47 && allow.resets) {
      event.evid = 3;
    }
    rows.push_back({event, covariates});
  }
  rows.push_back({observation(t + draws.between(0.5, 30)), covariates});
  return rows;
}

}  // namespace ketascope::schedules
