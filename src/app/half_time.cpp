// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/half_time.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "app/output_curve.hpp"
#include "ketascope/sim/simulate.hpp"

namespace ketascope {
namespace {

/// The dose records of the first subject.
tl::expected<std::vector<EventRecord>, std::string> doses_of(const Scenario& scenario) {
  const ResolvedScenario resolved = resolve(scenario);
  if (has_errors(resolved.diagnostics) || resolved.subjects.empty()) {
    return tl::unexpected(first_message(resolved.diagnostics));
  }
  std::vector<EventRecord> doses = resolved.subjects.front().records;
  std::erase_if(doses, [](const EventRecord& r) { return r.evid != 1 && r.evid != 4; });
  return doses;
}

}  // namespace

tl::expected<double, std::string> first_dose_h(const Scenario& scenario) {
  return doses_of(scenario).and_then(
      [](const std::vector<EventRecord>& doses) -> tl::expected<double, std::string> {
        if (doses.empty()) {
          return tl::unexpected(std::string("there is no dose"));
        }
        return std::ranges::min(doses, {}, &EventRecord::time_h).time_h;
      });
}

tl::expected<double, std::string> end_of_input_h(const Scenario& scenario) {
  const auto doses = doses_of(scenario);
  if (!doses) {
    return tl::unexpected(doses.error());
  }
  double end_h = 0.0;
  for (const EventRecord& record : *doses) {
    double lasts_h = std::max(record.dur_h, 0.0);
    if (record.rate_mg_per_h > 0.0) {
      lasts_h = record.F.value_or(1.0) * record.amt_mg / record.rate_mg_per_h;
    }
    const double begins_h = record.time_h + record.addl * record.ii_h + record.lag_h.value_or(0.0);
    end_h = std::max(end_h, begins_h + lasts_h);
  }
  return end_h;
}

tl::expected<double, std::string> half_time_h(const Scenario& scenario, std::size_t output,
                                              double end_h, double horizon_h, double tolerance) {
  const auto at_end = output_at_times(scenario, output, {end_h});
  if (!at_end) {
    return tl::unexpected(at_end.error());
  }
  const double half = 0.5 * value_after(*at_end, end_h);
  if (!(half > 0.0)) {
    return tl::unexpected(std::string("the output is zero at the end of the input"));
  }
  // Steps that grow: a half-time may be a minute or a day.
  std::vector<double> times{end_h};
  for (double dt_h = 1e-3; dt_h < horizon_h; dt_h *= 1.05) {
    times.push_back(end_h + dt_h);
  }
  double low_h = end_h;
  double high_h = end_h;
  for (int round = 0; round < 12; ++round) {
    const auto curve = output_at_times(scenario, output, times);
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
    if (!(high_h - low_h > std::max(1e-9 * high_h, tolerance * (high_h - end_h)))) {
      break;
    }
    times = evenly(low_h, high_h, 33);
  }
  return 0.5 * (low_h + high_h) - end_h;
}

}  // namespace ketascope
