// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/display.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/half_time.hpp"

namespace ketascope {
namespace {

constexpr double longest_in_minutes_h = 3.0;
constexpr double longest_in_hours_h = 96.0;

}  // namespace

std::string scenario_name(const Run& run) {
  return run.spec.name.empty() ? run.spec.model : run.spec.name;
}

std::string_view policy_text(CovariatePolicy policy) {
  switch (policy) {
    case CovariatePolicy::nocb:
      return "nocb";
    case CovariatePolicy::locf:
      return "locf";
    case CovariatePolicy::linear:
      break;
  }
  return "linear";
}

TimeUnit shown_time_unit(const DisplaySpec& display) {
  const auto unit = parse_unit(display.time_unit);
  if (!unit || unit->dimension != dimensions::time) {
    return {"h", 1.0};
  }
  // The conversion itself, and not 1 / factor, which is rounded once more.
  const auto per_h = convert(1.0, Unit{1.0, dimensions::time}, *unit);
  return {display.time_unit, per_h.value_or(1.0)};
}

DisplaySpec with_time_unit(DisplaySpec display, std::span<const Run> runs) {
  if (display.time_unit != automatic_time_unit) {
    return display;
  }
  double longest_h = 0.0;
  for (const Run& run : runs) {
    longest_h = std::max(longest_h,
                         to_internal(run.scenario.sampling.until, dimensions::time).value_or(0.0));
  }
  display.time_unit = longest_h > 0.0 && longest_h <= longest_in_minutes_h ? "min"
                      : longest_h > longest_in_hours_h                     ? "day"
                                                                           : "h";
  return display;
}

double time_zero_h(const Run& run, const DisplaySpec& display) {
  switch (display.time_zero) {
    case TimeZero::first_dose:
      return first_dose_h(run.scenario).value_or(0.0);
    case TimeZero::end_of_input:
      return end_of_input_h(run.scenario).value_or(0.0);
    case TimeZero::start:
      break;
  }
  return 0.0;
}

std::string time_label(const DisplaySpec& display, const Words& words) {
  const std::string unit = shown_time_unit(display).text;
  switch (display.time_zero) {
    case TimeZero::first_dose:
      return words("time after the first dose [{0}]", {unit});
    case TimeZero::end_of_input:
      return words("time after the end of the input [{0}]", {unit});
    case TimeZero::start:
      break;
  }
  return words("time [{0}]", {unit});
}

std::vector<std::string> set_by_hand(const DoseSpec& dose) {
  std::vector<std::string> values;
  if (dose.F) {
    values.push_back("F = " + to_text(*dose.F));
  }
  if (dose.lag) {
    values.push_back("lag = " + to_text(*dose.lag));
  }
  return values;
}

std::string dose_text(const DoseSpec& dose, const Model& model, const Words& words) {
  const Route* route = model.route(dose.route);
  std::string amount = words.number(to_text(dose.amount));
  if (dose.form == "S" || dose.form == "R") {
    amount = words("{0} {1}-form", {amount, dose.form});
  } else if (dose.form == "racemate" && model.form != DrugForm::racemate) {
    amount = words("{0} racemate", {amount});
  }
  if (!dose.basis.empty() && dose.basis != to_text(model.basis)) {
    amount += " " + words(dose.basis);
  }
  std::string text = fmt::format(
      "{} {}", amount, words(route == nullptr || route->label.empty() ? dose.route : route->label));
  if (dose.duration) {
    text = words("{0} over {1}", {text, to_text(*dose.duration)});
  }
  if (dose.rate) {
    text = words("{0} at {1}", {text, to_text(*dose.rate)});
  }
  if (dose.repeats > 0 && dose.interval) {
    text = words("{0}, {1} times every {2}",
                 {text, std::to_string(dose.repeats + 1), to_text(*dose.interval)});
  }
  if (dose.steady_state && dose.interval) {
    text = words("{0}, at steady state every {1}", {text, to_text(*dose.interval)});
  }
  for (const std::string& value : set_by_hand(dose)) {
    text = words("{0}, {1} (set by hand)", {text, value});
  }
  return text;
}

}  // namespace ketascope
