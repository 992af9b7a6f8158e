// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "ketascope/io/sweep_file.hpp"
#include "ketascope/population/draws.hpp"

namespace ketascope {
namespace {

using What = SweepAxis::What;

/// At the fraction t in [0, 1] of a range.
Measure inside(const SweepAxis& axis, double t) {
  const double low = axis.from->value, high = axis.to->value;
  const double value = t <= 0.0   ? low
                       : t >= 1.0 ? high
                       : axis.log_spacing
                           ? std::exp(std::log(low) + t * (std::log(high) - std::log(low)))
                           : low + t * (high - low);
  return {value, axis.from->unit};
}

/// Repeats are whole.
Measure counted(const SweepAxis& axis, Measure value) {
  if (axis.what == What::repeats) {
    value.value = std::round(value.value);
  }
  return value;
}

std::size_t length(const SweepAxis& axis) {
  return axis.from ? static_cast<std::size_t>(axis.steps)
                   : std::max(axis.values.size(), axis.words.size());
}

SweepValue value_at(const SweepAxis& axis, std::size_t index) {
  if (axis.from) {
    return {counted(axis,
                    inside(axis, static_cast<double>(index) / static_cast<double>(axis.steps - 1))),
            {}};
  }
  return axis.takes_words() ? SweepValue{{}, axis.words[index]}
                            : SweepValue{axis.values[index], {}};
}

std::vector<SweepPoint> grid(const SweepSpec& spec) {
  std::vector<SweepPoint> points{SweepPoint()};
  for (const SweepAxis& axis : spec.axes) {
    std::vector<SweepPoint> longer;
    longer.reserve(points.size() * length(axis));
    for (const SweepPoint& point : points) {
      for (std::size_t i = 0; i < length(axis); ++i) {
        longer.push_back(point);
        longer.back().push_back(value_at(axis, i));
      }
    }
    points = std::move(longer);
  }
  return points;
}

/// Every axis is divided into as many parts as there are points, and each part is taken once.
std::vector<SweepPoint> latin_hypercube(const SweepSpec& spec) {
  const std::size_t n = spec.points;
  const Draws draws(spec.seed);
  std::vector<SweepPoint> points(n);
  for (const SweepAxis& axis : spec.axes) {
    const std::uint64_t order = variable_key("order:" + axis.vary);
    const std::uint64_t place = variable_key("place:" + axis.vary);
    std::vector<std::size_t> part(n);
    std::iota(part.begin(), part.end(), std::size_t{0});
    std::vector<double> score(n);
    for (std::size_t i = 0; i < n; ++i) {
      score[i] = draws.uniform(i, order);
    }
    std::ranges::stable_sort(part, {}, [&](std::size_t i) { return score[i]; });
    for (std::size_t i = 0; i < n; ++i) {
      const double t =
          (static_cast<double>(part[i]) + draws.uniform(i, place)) / static_cast<double>(n);
      if (axis.from) {
        points[i].push_back({counted(axis, inside(axis, t)), {}});
      } else {
        const std::size_t count = length(axis);
        const auto index = static_cast<std::size_t>(t * static_cast<double>(count));
        points[i].push_back(value_at(axis, std::min(index, count - 1)));
      }
    }
  }
  return points;
}

}  // namespace

std::vector<SweepPoint> sweep_points(const SweepSpec& spec) {
  switch (spec.design) {
    case SweepSpec::Design::grid:
      return grid(spec);
    case SweepSpec::Design::latin_hypercube:
      return latin_hypercube(spec);
    case SweepSpec::Design::list:
      break;
  }
  std::vector<SweepPoint> points(spec.axes.empty() ? 0 : length(spec.axes.front()));
  for (std::size_t i = 0; i < points.size(); ++i) {
    for (const SweepAxis& axis : spec.axes) {
      points[i].push_back(value_at(axis, i));
    }
  }
  return points;
}

void apply(const SweepAxis& axis, const SweepValue& value, ScenarioSpec& scenario) {
  const auto dose = [&]() -> DoseSpec& { return scenario.doses[axis.dose]; };
  switch (axis.what) {
    case What::amount:
      dose().amount = value.number;
      break;
    case What::duration:
      dose().duration = value.number;
      dose().rate.reset();
      break;
    case What::rate:
      dose().rate = value.number;
      dose().duration.reset();
      break;
    case What::start:
      dose().start = value.number;
      break;
    case What::interval:
      dose().interval = value.number;
      break;
    case What::repeats:
      dose().repeats = static_cast<int>(value.number.value);
      break;
    case What::route:
      dose().route = value.word;
      break;
    case What::covariate:
      if (value.word.empty()) {
        scenario.subject[axis.name] = value.number;
        scenario.categories.erase(axis.name);
      } else {
        scenario.categories[axis.name] = value.word;
        scenario.subject.erase(axis.name);
      }
      break;
    case What::parameter:
      scenario.parameters[axis.name] = value.number;
      break;
    case What::model:
      scenario.model = value.word;
      break;
  }
}

ScenarioSpec at_point(const SweepSpec& spec, const SweepPoint& point) {
  ScenarioSpec scenario = spec.base.scenarios.front();
  for (std::size_t i = 0; i < point.size(); ++i) {
    apply(spec.axes[i], point[i], scenario);
  }
  return scenario;
}

}  // namespace ketascope
