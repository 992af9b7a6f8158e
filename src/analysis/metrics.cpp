// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/analysis/metrics.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <stdexcept>

namespace ketascope {
namespace {

/// Falling and positive: the curve is taken as an exponential between the two points.
bool falls_exponentially(double from, double to) {
  return to > 0.0 && from > to;
}

/// Area under one step of the curve, linear up and logarithmic down.
double step_area(double dt_h, double from, double to) {
  if (!falls_exponentially(from, to)) {
    return 0.5 * (from + to) * dt_h;
  }
  // ln(from / to) = 2 atanh(drop / (from + to)): its series ends early on the short steps of a
  // fine grid. log1p keeps the logarithmic mean exact on the rest.
  const double drop = from - to, sum = from + to;
  if (drop < 0.02 * sum) {
    const double w = (drop / sum) * (drop / sum);
    return 0.5 * dt_h * sum /
           (1.0 + w * (1.0 / 3.0 + w * (1.0 / 5.0 + w * (1.0 / 7.0 + w * (1.0 / 9.0)))));
  }
  return dt_h * drop / std::log1p(drop / to);
}

/// Value inside a step, `fraction` of the way along it, in the same sense as step_area().
double step_value(double from, double to, double fraction) {
  if (!falls_exponentially(from, to)) {
    return from + (to - from) * fraction;
  }
  return from * std::pow(to / from, fraction);
}

/// Fraction of the step at which the curve passes `level`, which lies between its ends.
double step_crossing(double from, double to, double level) {
  if (!falls_exponentially(from, to)) {
    return (level - from) / (to - from);
  }
  return std::log(from / level) / std::log(from / to);
}

struct Peak {
  double value = 0.0;
  double time_h = 0.0;
};

/// Derivative at `at` of the parabola through three points.
double parabola_slope(const double (&t)[3], const double (&y)[3], double at) {
  const double d01 = (y[1] - y[0]) / (t[1] - t[0]);
  const double d12 = (y[2] - y[1]) / (t[2] - t[1]);
  const double curvature = (d12 - d01) / (t[2] - t[0]);
  return d01 + curvature * ((at - t[0]) + (at - t[1]));
}

/// The highest sample, refined by a parabola where the curve is smooth round it. It is not at a
/// jump and not where an input begins or ends: there the highest sample itself is the peak.
Peak refined_peak(std::span<const double> t, std::span<const double> y, std::span<const Side> side,
                  std::size_t top) {
  const Peak sample{y[top], t[top]};
  if (top < 2 || top + 2 >= y.size()) {
    return sample;
  }
  for (std::size_t i = top - 2; i <= top + 2; ++i) {
    if (side[i] != Side::both || (i > top - 2 && !(t[i] > t[i - 1]))) {
      return sample;
    }
  }
  const double left_t[3] = {t[top - 2], t[top - 1], t[top]};
  const double left_y[3] = {y[top - 2], y[top - 1], y[top]};
  const double right_t[3] = {t[top], t[top + 1], t[top + 2]};
  const double right_y[3] = {y[top], y[top + 1], y[top + 2]};
  const double rise = (y[top] - y[top - 1]) / (t[top] - t[top - 1]);
  const double fall = (y[top + 1] - y[top]) / (t[top + 1] - t[top]);
  // Across a smooth peak the slopes found from either side agree far better than the two secants
  // do; across a kink they differ as much.
  const double kink =
      parabola_slope(left_t, left_y, t[top]) - parabola_slope(right_t, right_y, t[top]);
  if (!(rise - fall > 0.0) || std::abs(kink) > 0.25 * (rise - fall)) {
    return sample;
  }
  const double curvature = (fall - rise) / (t[top + 1] - t[top - 1]);
  const double slope = rise + curvature * (t[top] - t[top - 1]);
  const double shift = -slope / (2.0 * curvature);
  const double time_h = t[top] + shift;
  if (!(time_h > t[top - 1] && time_h < t[top + 1])) {
    return sample;
  }
  return {std::max(y[top], y[top] + shift * (slope + curvature * shift)), time_h};
}

/// Rate constant of the fall between two samples, by least squares on the logarithm. Every sample
/// counts by the time it stands for, so that a grid dense at one end does not tilt the line.
std::optional<double> fitted_rate_per_h(std::span<const double> t, std::span<const double> y) {
  if (t.size() < 3 || !(t.back() > t.front())) {
    return std::nullopt;
  }
  double w_sum = 0.0;
  double t_mean = 0.0;
  double l_mean = 0.0;
  const auto weight = [&](std::size_t i) {
    const double before = i > 0 ? t[i] - t[i - 1] : 0.0;
    const double after = i + 1 < t.size() ? t[i + 1] - t[i] : 0.0;
    return 0.5 * (before + after);
  };
  for (std::size_t i = 0; i < t.size(); ++i) {
    if (!(y[i] > 0.0)) {
      return std::nullopt;
    }
    w_sum += weight(i);
    t_mean += weight(i) * t[i];
    l_mean += weight(i) * std::log(y[i]);
  }
  t_mean /= w_sum;
  l_mean /= w_sum;
  double covariance = 0.0;
  double variance = 0.0;
  for (std::size_t i = 0; i < t.size(); ++i) {
    covariance += weight(i) * (t[i] - t_mean) * (std::log(y[i]) - l_mean);
    variance += weight(i) * (t[i] - t_mean) * (t[i] - t_mean);
  }
  const double rate = -covariance / variance;
  if (!(rate > 0.0) || !std::isfinite(rate)) {
    return std::nullopt;
  }
  return rate;
}

/// First sample of the stretch that falls to the very end of the curve. The two rows of an instant
/// may be equal: something happened there, but not to this curve.
std::size_t start_of_last_fall(std::span<const double> t, std::span<const double> y) {
  std::size_t start = y.size() - 1;
  while (start > 0 &&
         (y[start - 1] > y[start] || (y[start - 1] >= y[start] && !(t[start] > t[start - 1])))) {
    --start;
  }
  return start;
}

void add_tail(CurveMetrics& metrics, std::span<const double> t, std::span<const double> y) {
  const std::size_t start = start_of_last_fall(t, y);
  const double from_h = t.back() - (t.back() - t[start]) / 3.0;
  const auto first = static_cast<std::size_t>(
      std::lower_bound(t.begin() + static_cast<std::ptrdiff_t>(start), t.end(), from_h) -
      t.begin());
  const auto tail_t = t.subspan(first);
  const auto tail_y = y.subspan(first);
  const auto rate = fitted_rate_per_h(tail_t, tail_y);
  // Below this the samples are rounding residue of the solver, not a tail.
  if (!rate || !(y.back() > 1e-11 * metrics.cmax)) {
    return;
  }
  metrics.half_life_h = std::numbers::ln2 / *rate;
  const std::size_t half = tail_t.size() / 2;
  const auto early = fitted_rate_per_h(tail_t.first(half + 1), tail_y.first(half + 1));
  const auto late = fitted_rate_per_h(tail_t.subspan(half), tail_y.subspan(half));
  const double beyond = y.back() / *rate;
  if (early && late && std::abs(*early - *late) <= 0.05 * *rate &&
      beyond <= 0.5 * metrics.auc_0_t) {
    metrics.auc_0_inf = metrics.auc_0_t + beyond;
  }
}

void require_equal_lengths(std::size_t a, std::size_t b) {
  if (a != b) {
    throw std::logic_error("curve: times and values differ in number");
  }
}

/// Samples before the first one that is not a finite number.
std::size_t finite_samples(std::span<const double> y) {
  const auto end = std::ranges::find_if(y, [](double v) { return !std::isfinite(v); });
  return static_cast<std::size_t>(end - y.begin());
}

}  // namespace

CurveMetrics exposure(std::span<const double> time_h, std::span<const double> value,
                      std::span<const Side> side) {
  require_equal_lengths(time_h.size(), value.size());
  require_equal_lengths(time_h.size(), side.size());
  const std::size_t n = finite_samples(value);
  const auto t = time_h.first(n);
  const auto y = value.first(n);
  CurveMetrics metrics;
  if (n == 0) {
    return metrics;
  }
  const auto top = static_cast<std::size_t>(std::ranges::max_element(y) - y.begin());
  const Peak peak = refined_peak(t, y, side.first(n), top);
  metrics.cmax = peak.value;
  metrics.tmax_h = peak.time_h;
  for (std::size_t i = 1; i < n; ++i) {
    metrics.auc_0_t += step_area(t[i] - t[i - 1], y[i - 1], y[i]);
  }
  metrics.last = y.back();
  return metrics;
}

CurveMetrics curve_metrics(std::span<const double> time_h, std::span<const double> value,
                           std::span<const Side> side) {
  CurveMetrics metrics = exposure(time_h, value, side);
  if (const std::size_t n = finite_samples(value); n > 0)
    add_tail(metrics, time_h.first(n), value.first(n));
  return metrics;
}

double time_in_band_h(std::span<const double> time_h, std::span<const double> value,
                      std::optional<double> low, std::optional<double> high) {
  require_equal_lengths(time_h.size(), value.size());
  constexpr double infinity = std::numeric_limits<double>::infinity();
  const double bottom = low.value_or(-infinity);
  const double top = high.value_or(infinity);
  const std::size_t n = finite_samples(value);
  double hours = 0.0;
  for (std::size_t i = 1; i < n; ++i) {
    const double from = value[i - 1];
    const double to = value[i];
    const double dt_h = time_h[i] - time_h[i - 1];
    if (!(dt_h > 0.0) || std::max(from, to) < bottom || std::min(from, to) > top) {
      continue;
    }
    double enters = 0.0;
    double leaves = 1.0;
    if (from < bottom) {
      enters = step_crossing(from, to, bottom);
    } else if (from > top) {
      enters = step_crossing(from, to, top);
    }
    if (to < bottom) {
      leaves = step_crossing(from, to, bottom);
    } else if (to > top) {
      leaves = step_crossing(from, to, top);
    }
    hours += dt_h * std::max(0.0, leaves - enters);
  }
  return hours;
}

double auc_between(std::span<const double> time_h, std::span<const double> value, double from_h,
                   double to_h) {
  require_equal_lengths(time_h.size(), value.size());
  const std::size_t n = finite_samples(value);
  double area = 0.0;
  for (std::size_t i = 1; i < n; ++i) {
    const double dt_h = time_h[i] - time_h[i - 1];
    const double begin_h = std::max(time_h[i - 1], from_h);
    const double end_h = std::min(time_h[i], to_h);
    if (!(dt_h > 0.0) || !(end_h > begin_h)) {
      continue;
    }
    const double first = step_value(value[i - 1], value[i], (begin_h - time_h[i - 1]) / dt_h);
    const double last = step_value(value[i - 1], value[i], (end_h - time_h[i - 1]) / dt_h);
    area += step_area(end_h - begin_h, first, last);
  }
  return area;
}

}  // namespace ketascope
