// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/output_curve.hpp"

#include <algorithm>
#include <utility>

#include "ketascope/sim/simulate.hpp"

namespace ketascope {
namespace {

/// A run has some length, also when only its start is asked for.
constexpr double shortest_run_h = 1e-3;

}  // namespace

std::string first_message(const Diagnostics& problems) {
  const auto error = std::ranges::find(problems, Severity::error, &Diagnostic::severity);
  return error == problems.end() ? "unknown problem" : error->message;
}

tl::expected<OutputCurve, std::string> output_curve(const Scenario& scenario, std::size_t output) {
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
  return OutputCurve{subject.time_h, {values.begin(), values.end()}};
}

tl::expected<OutputCurve, std::string> output_on_grid(Scenario scenario, std::size_t output,
                                                      double until_h, int points) {
  scenario.sampling = Sampling{};
  scenario.sampling.until = Measure{until_h, "h"};
  scenario.sampling.points = points;
  return output_curve(scenario, output);
}

tl::expected<OutputCurve, std::string> output_at_times(Scenario scenario, std::size_t output,
                                                       std::vector<double> times_h) {
  scenario.sampling = Sampling{};
  scenario.sampling.until = Measure{std::max(times_h.back(), shortest_run_h), "h"};
  scenario.sampling.times_h = std::move(times_h);
  return output_curve(scenario, output);
}

std::vector<double> evenly(double from, double to, int count) {
  std::vector<double> times;
  for (int i = 0; i < count; ++i) {
    times.push_back(i + 1 == count ? to : from + (to - from) * i / (count - 1));
  }
  return times;
}

double value_after(const OutputCurve& curve, double time_h) {
  const auto after = std::ranges::upper_bound(curve.time_h, time_h) - curve.time_h.begin();
  return after == 0 ? 0.0 : curve.value[static_cast<std::size_t>(after - 1)];
}

}  // namespace ketascope
