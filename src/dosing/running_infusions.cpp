// SPDX-License-Identifier: GPL-3.0-or-later
#include "dosing/running_infusions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace ketascope {

namespace {

// More than this at a time, as copies of an infusion that outlasts its interval, are a mistake.
constexpr std::size_t most_running = 10'000;

using Kind = TimelineOp::Kind;

}  // namespace

double RunningInfusions::next_end_h() const {
  double next = std::numeric_limits<double>::infinity();
  for (const RunningInfusion& i : running_)
    next = std::min(next, i.end_h);
  return next;
}

// Summed anew, so that no rounding stays behind when the last one ends.
void RunningInfusions::update_input(int cmt, double now_h) {
  double total = 0.0;
  for (const RunningInfusion& i : running_)
    if (i.cmt == cmt)
      total += i.rate;
  double& current = input_[static_cast<std::size_t>(cmt)];
  if (total == current)
    return;
  current = total;
  out_.push({.kind = Kind::rate, .cmt = cmt, .time_h = now_h, .value = total});
}

bool RunningInfusions::start(const RunningInfusion& infusion, double now_h) {
  if (running_.size() >= most_running) {
    out_.refuse(infusion.record, "dosing.too_many_infusions", "AMT",
                records_[infusion.record].amt_mg,
                fmt::format("more than {} infusions would run at a time", most_running));
    return false;
  }
  running_.push_back(infusion);
  update_input(infusion.cmt, now_h);
  return true;
}

void RunningInfusions::end_due(double now_h) {
  for (std::size_t i = 0; i < running_.size();) {
    if (running_[i].end_h > now_h && !same_instant(running_[i].end_h, now_h)) {
      ++i;
      continue;
    }
    const RunningInfusion ended = running_[i];
    running_.erase(running_.begin() + static_cast<std::ptrdiff_t>(i));
    out_.audit(now_h, "infusion ends", ended.cmt, ended.record, ended.copy);
    update_input(ended.cmt, now_h);
  }
}

void RunningInfusions::follow_modelled_rates(int set, double now_h) {
  for (RunningInfusion& i : running_) {
    if (!i.modelled)
      continue;
    const double R = sets_.dose_values(set, i.cmt, records_[i.record].amt_mg).R;
    if (!is_modelled_rate(R)) {
      out_.refuse(i.record, "dosing.modelled_rate", "R", R, "a modelled rate must be positive");
      continue;
    }
    const double rate = R * model_.kinetics.dose_factor[static_cast<std::size_t>(i.cmt)];
    i.end_h = i.counted_h + i.remaining / rate;
    if (rate == i.rate)
      continue;
    i.rate = rate;
    out_.audit(now_h, "infusion rate changes", i.cmt, i.record, i.copy).rate_mg_per_h = R;
    update_input(i.cmt, now_h);
  }
}

void RunningInfusions::count_down(double to_h) {
  for (RunningInfusion& i : running_)
    if (i.modelled) {
      i.remaining -= i.rate * (to_h - i.counted_h);
      i.counted_h = to_h;
    }
}

void RunningInfusions::discard(double now_h) {
  std::vector<int> touched;
  for (const RunningInfusion& i : running_)
    touched.push_back(i.cmt);
  running_.clear();
  for (int cmt : touched)
    update_input(cmt, now_h);
}

void RunningInfusions::discard_into(int cmt, double now_h) {
  std::erase_if(running_, [&](const RunningInfusion& i) { return i.cmt == cmt; });
  update_input(cmt, now_h);
}

void RunningInfusions::forget() {
  running_.clear();
  std::ranges::fill(input_, 0.0);
}

}  // namespace ketascope
