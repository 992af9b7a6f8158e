// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/half_time.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "ketascope/sim/simulate.hpp"

namespace ketascope {
namespace {

std::string first_message(const Diagnostics& problems) {
  const auto error = std::ranges::find(problems, Severity::error, &Diagnostic::severity);
  return error == problems.end() ? "unknown problem" : error->message;
}

constexpr double shortest_run_h = 1e-3;

struct Curve {
  std::vector<double> time_h, value;
};

/// The output at exactly these times, besides the jumps.
tl::expected<Curve, std::string> at_times(Scenario& scenario, std::size_t output,
                                          std::vector<double> times_h) {
  scenario.sampling = Sampling{};
  // A run has some length, also when only its start is asked for.
  scenario.sampling.until = Measure{std::max(times_h.back(), shortest_run_h), "h"};
  scenario.sampling.times_h = std::move(times_h);
  RunControl control;
  control.threads = 1;
  const auto result = simulate(scenario, control);
  if (!result) {
    return tl::unexpected(first_message(result.error()));
  }
  const SubjectResult& subject = result->subjects.front();
  if (subject.status != Status::completed) {
    return tl::unexpected("the run ended with '" + std::string(to_text(subject.status)) + "'");
  }
  const auto values = subject.column(output);
  return Curve{subject.time_h, {values.begin(), values.end()}};
}

std::vector<double> evenly(double from, double to, int count) {
  std::vector<double> times;
  for (int i = 0; i < count; ++i) {
    times.push_back(i + 1 == count ? to : from + (to - from) * i / (count - 1));
  }
  return times;
}

}  // namespace

tl::expected<double, std::string> end_of_input_h(const Scenario& scenario) {
  const ResolvedScenario resolved = resolve(scenario);
  if (has_errors(resolved.diagnostics) || resolved.subjects.empty()) {
    return tl::unexpected(first_message(resolved.diagnostics));
  }
  double end_h = 0.0;
  for (const EventRecord& record : resolved.subjects.front().records) {
    if (record.evid != 1 && record.evid != 4) {
      continue;
    }
    double lasts_h = std::max(record.dur_h, 0.0);
    if (record.rate_mg_per_h > 0.0) {
      lasts_h = record.amt_mg / record.rate_mg_per_h;
    }
    end_h = std::max(end_h, record.time_h + record.addl * record.ii_h + lasts_h);
  }
  return end_h;
}

tl::expected<double, std::string> half_time_h(Scenario scenario, std::size_t output, double end_h) {
  const auto at_end = at_times(scenario, output, {end_h});
  if (!at_end) {
    return tl::unexpected(at_end.error());
  }
  const auto after = std::ranges::upper_bound(at_end->time_h, end_h);
  const auto rows = static_cast<std::size_t>(after - at_end->time_h.begin());
  const double half = rows == 0 ? 0.0 : 0.5 * at_end->value[rows - 1];
  if (!(half > 0.0)) {
    return tl::unexpected(std::string("the output is zero at the end of the input"));
  }
  // Steps that grow: a half-time may be a minute or a day.
  std::vector<double> times{end_h};
  for (double dt_h = 1e-3; dt_h < 1e4; dt_h *= 1.05) {
    times.push_back(end_h + dt_h);
  }
  double low_h = end_h;
  double high_h = end_h;
  for (int round = 0; round < 12; ++round) {
    const auto curve = at_times(scenario, output, times);
    if (!curve) {
      return tl::unexpected(curve.error());
    }
    bool found = false;
    for (std::size_t i = 1; i < curve->time_h.size() && !found; ++i) {
      if (curve->time_h[i] > end_h && curve->value[i] <= half && curve->time_h[i - 1] >= end_h) {
        low_h = curve->time_h[i - 1];
        high_h = curve->time_h[i];
        found = true;
      }
    }
    if (!found) {
      return tl::unexpected(std::string("the output does not fall to half"));
    }
    if (!(high_h - low_h > 1e-9 * high_h)) {
      break;
    }
    times = evenly(low_h, high_h, 33);
  }
  return 0.5 * (low_h + high_h) - end_h;
}

}  // namespace ketascope
