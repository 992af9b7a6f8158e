// SPDX-License-Identifier: GPL-3.0-or-later
#include "dosing/dose_input.hpp"

#include <fmt/format.h>

#include <cmath>

namespace ketascope {
namespace {

// An infusion shorter than this, or one that ends at the instant it begins, is given at once.
constexpr double shortest_infusion_h = 1e-12;

}  // namespace

bool DoseInput::takes_time(double now_h) const {
  return rate > 0 && duration_h >= shortest_infusion_h && !same_instant(now_h, now_h + duration_h);
}

bool DoseInputs::check_rate(std::size_t r, double R) {
  if (is_modelled_rate(R))
    return true;
  out_.refuse(r, "dosing.modelled_rate", "R", R, "a modelled rate must be positive");
  return false;
}

double DoseInputs::part_by_hand(const EventRecord& dose, double own, int set) const {
  if (dose.shares.size() < 2)
    return *dose.F;
  double entering = 0.0;
  for (const DoseShare& share : dose.shares)
    entering += share.amt_mg * sets_.dose_values(set, share.cmt - 1, share.amt_mg).F;
  // Where nothing would enter, the model knows no proportions.
  return entering > 0 ? *dose.F * own * dose.whole_mg / entering : *dose.F;
}

DoseInput DoseInputs::of(std::size_t r, int cmt, int set) {
  const EventRecord& dose = records_[r];
  const DoseValues v = sets_.dose_values(set, cmt, dose.amt_mg);
  DoseInput in;
  in.F = dose.F ? part_by_hand(dose, v.F, set) : v.F;
  in.valid = in.F >= 0 && std::isfinite(in.F);
  if (!in.valid)
    out_.refuse(r, "dosing.bioavailability", "F", in.F, "bioavailability must not be negative");
  in.amount = in.F * dose.amt_mg * factor(cmt);
  if (dose.rate_mg_per_h > 0) {
    in.rate = dose.rate_mg_per_h * factor(cmt);
    in.duration_h = in.F * dose.amt_mg / dose.rate_mg_per_h;
  } else if (dose.rate_mg_per_h == -1) {
    in.valid = check_rate(r, v.R) && in.valid;
    in.rate = v.R * factor(cmt);
    in.duration_h = in.F * dose.amt_mg / v.R;
  } else if (dose.rate_mg_per_h == -2 || dose.dur_h > 0) {
    in.duration_h = dose.dur_h > 0 ? dose.dur_h : v.D;
    if (!(in.duration_h > 0) || !std::isfinite(in.duration_h)) {
      in.valid = false;
      out_.refuse(r, "dosing.modelled_duration", "D", v.D,
                  fmt::format("a modelled duration must be positive (RATE = -2 into {})",
                              model_.compartments[static_cast<std::size_t>(cmt)].name));
    }
    in.rate = in.amount / in.duration_h;
  }
  return in;
}

double DoseInputs::lag_h(std::size_t r, int cmt, int set) {
  const double lag =
      records_[r].lag_h.value_or(sets_.dose_values(set, cmt, records_[r].amt_mg).ALAG);
  if (lag >= 0 && std::isfinite(lag))
    return lag;
  out_.refuse(r, "dosing.lag", "ALAG", lag, "a lag time must not be negative");
  return 0.0;
}

double DoseInputs::constant_rate(std::size_t r, int cmt, int set) {
  const double given = records_[r].rate_mg_per_h;
  if (given > 0)
    return given * factor(cmt);
  const double R = sets_.dose_values(set, cmt, 0.0).R;
  check_rate(r, R);
  return R * factor(cmt);
}

}  // namespace ketascope
