// SPDX-License-Identifier: GPL-3.0-or-later
#include "dosing/timeline_compiler.hpp"

namespace ketascope {

void TimelineCompiler::pass_over(std::size_t r) {
  if (may_end_doses(r)) {
    running_.forget();
    pending_.clear();
  }
  const EventRecord& d = record(r);
  const bool dosed = d.evid == 1 || d.evid == 4;
  if (!dosed || !check_.is_sound(r, record_item::evid | record_item::cmt | record_item::amt))
    return;
  const int cmt = compartment_of(d), set = sets_.of_record(r);
  if (d.amt_mg == 0 && (d.ss > 0 || !check_.is_sound(r, record_item::ss))) {
    if (d.ss > 0 && d.rate_mg_per_h == -1)
      inputs_.constant_rate(r, cmt, set);
    return;
  }
  const double lag = inputs_.lag_h(r, cmt, set);
  if (d.ss > 0 && d.ii_h > 0 && check_.is_sound(r, record_item::ii))
    check_lag(r, lag);
  if (lag == 0 || d.ss > 0)
    inputs_.of(r, cmt, set);
}

bool TimelineCompiler::may_end_doses(std::size_t r) const {
  const EventRecord& d = record(r);
  if (!check_.is_sound(r, record_item::evid | record_item::ss))
    return true;
  if (d.evid == 2)
    return d.cmt < 0 || !check_.is_sound(r, record_item::cmt);
  return (d.evid == 1 || d.evid == 4) && (d.ss == 1 || d.ss == 3);
}

}  // namespace ketascope
