// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/maths.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <numbers>

#include "app/half_time.hpp"
#include "ketascope/diagnostic/diagnostic.hpp"
#include "ketascope/units/measure.hpp"

namespace ketascope {
namespace {

std::string first_error(const Diagnostics& problems) {
  const auto error = std::ranges::find(problems, Severity::error, &Diagnostic::severity);
  return error == problems.end() ? std::string() : error->message;
}

/// The doses of a schedule, or none of an event table.
const Schedule* schedule_of(const Scenario& scenario) {
  return std::get_if<Schedule>(&scenario.regimen);
}

/// Area under a written-out curve; `to_h` may be infinity in the last stretch.
std::optional<double> area(const std::vector<ExponentialStretch>& stretches, double to_h) {
  double sum = 0.0;
  for (const ExponentialStretch& stretch : stretches) {
    const bool last = &stretch == &stretches.back();
    const double end = last ? to_h : std::min(to_h, stretch.to_h);
    if (!stretch.unwritten.empty()) {
      return std::nullopt;
    }
    if (!(end > stretch.from_h)) {
      continue;
    }
    const double length = end - stretch.from_h;
    const bool forever = std::isinf(length);
    if (forever && stretch.constant != 0.0) {
      return std::nullopt;
    }
    sum += forever ? 0.0 : stretch.constant * length;
    for (const ExponentialTerm& term : stretch.terms) {
      if (term.rate_per_h == 0.0) {
        if (forever) {
          return std::nullopt;
        }
        sum += term.coefficient * length;
      } else {
        sum += term.coefficient / term.rate_per_h * -std::expm1(-term.rate_per_h * length);
      }
    }
  }
  return sum;
}

void find_accumulation(const Run& run, std::size_t column, CurveMaths& maths) {
  const Schedule* schedule = schedule_of(run.scenario);
  const auto repeated =
      schedule == nullptr
          ? Schedule::const_iterator()
          : std::ranges::find_if(*schedule, [&run](const DoseSpec& dose) {
              const Route* route = run.scenario.model->route(dose.route);
              const bool drug = route == nullptr || route->interaction.empty();
              return drug && dose.interval && (dose.repeats > 0 || dose.steady_state);
            });
  if (schedule == nullptr || repeated == schedule->end()) {
    maths.no_accumulation = "no dose of the schedule is repeated";
    return;
  }
  const double interval_h = to_internal(*repeated->interval, dimensions::time).value_or(0.0);
  Scenario once = run.scenario;
  DoseSpec single = *repeated;
  single.start = {0.0, "h"};
  single.repeats = 0;
  single.interval.reset();
  single.steady_state = false;
  once.regimen = Schedule{single};
  const double end_h = end_of_input_h(once).value_or(0.0);
  once.sampling = Sampling{};
  once.sampling.until = {std::max(interval_h, 2.0 * end_h) + 1.0, "h"};
  const auto terms = exponential_terms(once, column);
  const auto first = terms ? area(*terms, interval_h) : std::nullopt;
  const auto all = terms ? area(*terms, std::numeric_limits<double>::infinity()) : std::nullopt;
  if (!first || !all || !(*first > 0.0)) {
    maths.no_accumulation = "the curve of a single dose is no plain sum of exponentials";
    return;
  }
  maths.accumulation = CurveMaths::Accumulation{interval_h, *all / *first};
}

constexpr std::array lengths_h{1.0 / 12, 1.0 / 6, 1.0 / 3, 0.5, 1.0,  1.5,  2.0,
                               3.0,      4.0,     6.0,     8.0, 12.0, 16.0, 24.0};

void find_linear_half_times(const Run& run, std::size_t column, CurveMaths& maths) {
  const Model& model = *run.scenario.model;
  const auto route = std::ranges::find_if(model.routes, &Route::infusion);
  if (route == model.routes.end()) {
    maths.no_half_times = "the model has no route that takes an infusion";
    return;
  }
  maths.half_time_route = route->label.empty() ? route->id : route->label;
  Scenario infusion = run.scenario;
  for (const double length_h : lengths_h) {
    DoseSpec dose;
    dose.route = route->id;
    dose.rate = Measure{10.0, "mg/h"};  // linear: any rate gives the same half-times
    dose.amount = {10.0 * length_h, "mg"};
    infusion.regimen = Schedule{dose};
    const auto half = half_time_h(infusion, column, length_h);
    if (!half) {
      maths.no_half_times = half.error();
      maths.half_times.clear();
      return;
    }
    maths.half_times.push_back({length_h, *half});
  }
}

/// The first infusion of the drug in a schedule, and how long it lasts.
struct OwnInfusion {
  DoseSpec dose;
  double length_h = 0.0;
};

std::optional<OwnInfusion> own_infusion(const Scenario& scenario) {
  const Schedule* schedule = schedule_of(scenario);
  const ResolvedScenario resolved = resolve(scenario);
  if (schedule == nullptr || has_errors(resolved.diagnostics) || resolved.subjects.empty()) {
    return std::nullopt;
  }
  for (const EventRecord& record : resolved.subjects.front().records) {
    const double length_h = record.dur_h > 0.0           ? record.dur_h
                            : record.rate_mg_per_h > 0.0 ? record.amt_mg / record.rate_mg_per_h
                                                         : 0.0;
    const int line = record.source_row - 1;
    if (!(length_h > 0.0) || line < 0 || static_cast<std::size_t>(line) >= schedule->size()) {
      continue;
    }
    const DoseSpec& dose = (*schedule)[static_cast<std::size_t>(line)];
    const Route* route = scenario.model->route(dose.route);
    if (route != nullptr && route->interaction.empty()) {
      return OwnInfusion{dose, length_h};
    }
  }
  return std::nullopt;
}

/// Where the half-time depends on the rate, it is that of the scenario's own infusion, with what is
/// taken beside it.
void find_half_times_at_own_rate(const Run& run, std::size_t column, CurveMaths& maths) {
  constexpr double horizon_h = 500.0;
  constexpr double tolerance = 1e-3;  // every try is a run of the solver; a plot shows no more
  const auto own = own_infusion(run.scenario);
  if (!own) {
    maths.no_half_times =
        "in a model that is not linear they depend on the rate, and no dose here is an infusion";
    return;
  }
  const Model& model = *run.scenario.model;
  const Route* route = model.route(own->dose.route);
  maths.half_time_route = route->label.empty() ? route->id : route->label;
  maths.half_time_dose =
      to_text(own->dose.amount) +
      (own->dose.rate ? " at " + to_text(*own->dose.rate)
                      : " over " + to_text(own->dose.duration.value_or(Measure{0.0, "h"})));
  Scenario infusion = run.scenario;
  Schedule beside = *schedule_of(run.scenario);
  std::erase_if(beside, [&model](const DoseSpec& dose) {
    const Route* by = model.route(dose.route);
    return by == nullptr || by->interaction.empty();
  });
  for (const double length_h : lengths_h) {
    DoseSpec dose = own->dose;
    dose.start = {0.0, "h"};
    dose.amount.value *= length_h / own->length_h;
    dose.duration = Measure{length_h, "h"};
    dose.rate.reset();
    dose.repeats = 0;
    dose.interval.reset();
    dose.steady_state = false;
    Schedule schedule = beside;
    schedule.insert(schedule.begin(), dose);
    infusion.regimen = std::move(schedule);
    const auto half = half_time_h(infusion, column, length_h, horizon_h, tolerance);
    if (!half) {
      maths.no_half_times = half.error();
      maths.half_times.clear();
      return;
    }
    maths.half_times.push_back({length_h, *half});
  }
}

}  // namespace

CurveMaths curve_maths(const Run& run, std::size_t column, const DisplaySpec& display) {
  const ColumnInfo& about = run.result.columns.at(column);
  const DisplayUnit unit = display_unit(about, display.unit);
  CurveMaths maths;
  maths.scenario = run.result.scenario;
  maths.model = run.scenario.model->id;
  maths.output = about.name;
  maths.unit = unit.unit;
  if (auto terms = exponential_terms(run.scenario, column)) {
    maths.stretches = std::move(*terms);
  } else {
    maths.not_written = first_error(terms.error());
  }
  for (ExponentialStretch& stretch : maths.stretches) {
    stretch.constant *= unit.per_internal;
    for (ExponentialTerm& term : stretch.terms) {
      term.coefficient *= unit.per_internal;
      const double half_life_h = std::numbers::ln2 / term.rate_per_h;
      const bool known = std::ranges::any_of(maths.half_lives_h, [&](double each) {
        return std::abs(each - half_life_h) <= 1e-9 * half_life_h;
      });
      if (term.rate_per_h > 0.0 && !known) {
        maths.half_lives_h.push_back(half_life_h);
      }
    }
  }
  std::ranges::sort(maths.half_lives_h, std::greater{});
  find_accumulation(run, column, maths);
  if (run.scenario.model->kinetics.linear) {
    find_linear_half_times(run, column, maths);
  } else {
    find_half_times_at_own_rate(run, column, maths);
  }
  return maths;
}

}  // namespace ketascope
