// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "ketascope/app/effects.hpp"
#include "ketascope/expr/expression.hpp"

namespace ketascope {
namespace {

/// A value in internal units, or why there is none.
tl::expected<double, std::string> obtain(const EffectSpec& effect, const EffectCheck& check) {
  const auto value_of = [&](std::string_view name) -> std::optional<double> {
    if (const EffectParameter* parameter = effect.parameter(name)) {
      return to_internal(Measure{parameter->value, parameter->unit}).value_or(NAN);
    }
    if (const auto at = check.at.find(std::string(name)); at != check.at.end()) {
      return to_internal(at->second).value_or(NAN);
    }
    return std::nullopt;
  };
  if (check.kind == "effect") {
    const auto expression = parse_expression(effect.expression);
    const auto value = expression ? evaluate(*expression, value_of) : std::nullopt;
    if (!value) {
      return tl::unexpected(std::string("the effect has no value there"));
    }
    return *value;
  }
  const auto driver = std::ranges::find(effect.drivers, check.driver, &EffectDriver::name);
  if (driver == effect.drivers.end() || driver->delay.empty()) {
    return tl::unexpected(std::string("there is no such delay"));
  }
  const double delay = value_of(driver->delay).value_or(NAN);
  const bool is_half_time = driver->delay.starts_with("t_half");
  return is_half_time == (check.kind == "half_time") ? delay : std::numbers::ln2 / delay;
}

}  // namespace

std::vector<CheckOutcome> verify(const EffectSpec& effect) {
  std::vector<CheckOutcome> outcomes;
  for (const EffectCheck& check : effect.checks) {
    CheckOutcome outcome;
    outcome.model = effect.id;
    outcome.check = check.id;
    outcome.kind = check.kind;
    outcome.source = check.source;
    outcome.evidence = check.evidence;
    outcome.unit = check.expected.unit;
    outcome.expected = check.expected.value;
    const auto value = obtain(effect, check);
    const auto unit = parse_unit(outcome.unit);
    if (!value || !unit) {
      outcome.problem = value ? unit.error().message : value.error();
      outcomes.push_back(std::move(outcome));
      continue;
    }
    outcome.obtained = *value / unit->factor;
    outcome.tolerance =
        check.tolerance_percent
            ? std::abs(outcome.expected) * *check.tolerance_percent / 100.0
            : to_internal(check.tolerance.value_or(Measure{})).value_or(0.0) / unit->factor;
    outcome.passed = std::abs(outcome.obtained - outcome.expected) <= outcome.tolerance;
    outcomes.push_back(std::move(outcome));
  }
  return outcomes;
}

}  // namespace ketascope
