// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/target.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/math/tools/toms748_solve.hpp>
#include <cmath>
#include <utility>
#include <vector>

#include "app/output_curve.hpp"
#include "ketascope/analysis/metrics.hpp"
#include "ketascope/app/summary.hpp"
#include "ketascope/units/number.hpp"

namespace ketascope {
namespace {

using Quantity = TargetQuestion::Quantity;
using Vary = TargetQuestion::Vary;

constexpr int window_points = 1201;
constexpr int values_tried = 17;
constexpr int exact_bits = 40;
constexpr int shown_digits = 6;
constexpr double usual_steps = 10.0;  // of the root finder, for the progress only
constexpr double shortest_h = 1e-3;

// What is reached with the value found, relative to what was asked for; more is a jump.
constexpr double close_enough = 1e-3;

class Search {
 public:
  Search(const Scenario& scenario, const TargetQuestion& question, const RunControl& control)
      : scenario_(scenario), question_(question), control_(control) {}

  tl::expected<TargetAnswer, Diagnostics> run() {
    std::optional<TargetAnswer> answer;
    if (check()) {
      answer = search();
    }
    if (!answer || !problems_.empty()) {
      return tl::unexpected(std::move(problems_));
    }
    return std::move(*answer);
  }

 private:
  const DoseSpec& dose() const { return std::get<Schedule>(scenario_.regimen)[question_.dose]; }

  /// Notes why there is no answer. False, so that a check can end with it.
  bool refuse(std::string code, std::string message, std::string hint = {}) {
    problems_.push_back(
        {Severity::error, std::move(code), std::move(message), {}, {}, std::move(hint)});
    return false;
  }

  std::optional<TargetAnswer> search() {
    const std::vector<double> tried = values();
    std::vector<double> miss;
    for (const double value : tried) {
      const auto got = reached(value);
      if (!got) {
        return std::nullopt;
      }
      miss.push_back(*got - target_);
      progress(static_cast<double>(miss.size()) / (values_tried + usual_steps));
    }
    int brackets = 0;
    std::size_t first = 0;
    for (std::size_t i = 0; i + 1 < tried.size(); ++i) {
      if ((miss[i] <= 0.0) != (miss[i + 1] <= 0.0) && brackets++ == 0) {
        first = i;
      }
    }
    if (brackets == 0) {
      say_what_is_in_reach(miss);
      return std::nullopt;
    }
    const double found = root(tried[first], tried[first + 1], miss[first], miss[first + 1]);
    TargetAnswer answer;
    answer.value = {*parse_number(format_number(found, shown_digits)), question_.low.unit};
    answer.dose = with_value(dose(), question_.vary, answer.value);
    answer.ambiguous = brackets > 1;
    const auto got = reached(answer.value.value);
    if (!got) {
      return std::nullopt;
    }
    answer.reached = {*got / unit_, question_.target.unit};
    if (std::abs(*got - target_) > close_enough * std::abs(target_)) {
      refuse("target.jump", fmt::format("no value reaches it: at {} it jumps past {}",
                                        to_text(answer.value), to_text(question_.target)));
    }
    return answer;
  }

  std::optional<double> hours(const Measure& time) {
    const auto value = to_internal(time, dimensions::time);
    if (!value) {
      refuse("target.unit", value.error().message, value.error().hint);
      return std::nullopt;
    }
    return *value;
  }

  bool check() { return check_dose() && check_bounds() && check_window() && check_target(); }

  bool check_dose() {
    const auto* schedule = std::get_if<Schedule>(&scenario_.regimen);
    if (schedule == nullptr || question_.dose >= schedule->size()) {
      return refuse("target.dose", "there is no such dose in the schedule");
    }
    if (question_.vary == Vary::rate && !dose().rate) {
      return refuse("target.dose", "the dose is not given at a rate");
    }
    if (question_.vary == Vary::interval && !dose().interval) {
      return refuse("target.dose", "the dose is given once, without an interval");
    }
    return true;
  }

  bool check_bounds() {
    const Measure &low = question_.low, &high = question_.high;
    if (low.unit != high.unit || !(low.value > 0.0) || !(high.value > low.value)) {
      return refuse("target.bounds",
                    fmt::format("between {} and {}: both must be above zero, and the second larger",
                                to_text(low), to_text(high)));
    }
    const auto unit = parse_unit(low.unit);
    if (!unit) {
      return refuse("target.unit", unit.error().message, unit.error().hint);
    }
    // A rate per body weight stays one: what the amount is multiplied by is a plain number.
    if (question_.vary == Vary::rate &&
        unit->dimension != parse_unit(dose().rate->unit)->dimension) {
      return refuse("target.unit", fmt::format("the rate is given in {}", dose().rate->unit));
    }
    return true;
  }

  bool check_window() {
    if (question_.last_interval && question_.quantity != Quantity::value_at) {
      if (!dose().interval) {
        return refuse("target.window", "the dose is given once, without an interval");
      }
      return place_window(dose());
    }
    const auto from = hours(question_.from), to = hours(question_.to),
               until = hours(scenario_.sampling.until);
    if (!from || !to || !until) {
      return false;
    }
    const bool instant = question_.quantity == Quantity::value_at;
    from_h_ = *from;
    to_h_ = instant ? from_h_ : *to;
    if (from_h_ < 0.0 || (!instant && !(to_h_ > from_h_))) {
      return refuse("target.window", fmt::format("from {} to {}: there is no such time",
                                                 to_text(question_.from), to_text(question_.to)));
    }
    // The course runs for as long as it is looked at, and not shorter than it is shown.
    until_h_ = std::max({to_h_, *until, shortest_h});
    return true;
  }

  /// The last interval of a dose.
  bool place_window(const DoseSpec& tried) {
    const auto start = hours(tried.start), every = hours(*tried.interval),
               until = hours(scenario_.sampling.until);
    if (!start || !every || !until) {
      return false;
    }
    from_h_ = *start + tried.repeats * *every;
    to_h_ = from_h_ + *every;
    until_h_ = std::max({to_h_, *until, shortest_h});
    return true;
  }

  bool check_target() {
    const int index = scenario_.model->output_index(question_.output);
    if (index < 0) {
      return refuse("target.output", fmt::format("model {} has no output '{}'", scenario_.model->id,
                                                 question_.output));
    }
    output_ = static_cast<std::size_t>(index);
    Scenario probe = scenario_;
    probe.sampling =
        Sampling{.until = {shortest_h, "h"}, .step = {}, .points = 2, .times_h = {0.0}};
    const auto result = simulated(probe);
    if (!result) {
      return false;
    }
    const ColumnInfo& column = result->columns[output_];
    std::optional<double> unit;
    if (question_.quantity == Quantity::time_in_range) {
      unit = hours(Measure{1.0, question_.target.unit});
      for (const auto& [limit, internal] : {std::pair(&question_.range_low, &range_low_),
                                            std::pair(&question_.range_high, &range_high_)}) {
        if (*limit) {
          const auto per = internal_per((*limit)->unit, column);
          if (!per) {
            return false;
          }
          *internal = (*limit)->value * *per;
        }
      }
      if (!range_low_ && !range_high_) {
        return refuse("target.window", "a range has a lower or an upper limit");
      }
    } else {
      unit = internal_per(question_.target.unit, column);
    }
    unit_ = unit.value_or(1.0);
    target_ = question_.target.value * unit_;
    if (unit && !(target_ > 0.0)) {
      return refuse("target.unit", "the target must be above zero");
    }
    return unit.has_value();
  }

  /// Internal values of the output per unit.
  std::optional<double> internal_per(const std::string& unit, const ColumnInfo& column) {
    const DisplayUnit shown = display_unit(column, unit);
    if (shown.unit != unit) {
      refuse("target.unit", fmt::format("'{}' is not a unit of {}", unit, question_.output),
             fmt::format("for example {}", shown.unit));
      return std::nullopt;
    }
    return 1.0 / shown.per_internal;
  }

  std::optional<Result> simulated(const Scenario& scenario) {
    RunControl control;
    control.stop = control_.stop;
    control.threads = 1;
    control.audit = false;
    auto result = simulate(scenario, control);
    if (!result) {
      problems_ = std::move(result.error());
      return std::nullopt;
    }
    const SubjectResult& subject = result->subjects.front();
    if (control_.stop.stop_requested()) {
      refuse("target.cancelled", "the search was cancelled");
      return std::nullopt;
    }
    if (subject.status != Status::completed) {
      refuse("target.run", fmt::format("a run ended with '{}' at {} h", to_text(subject.status),
                                       format_number(subject.reached_h, 4)));
      return std::nullopt;
    }
    return std::move(*result);
  }

  /// Evenly by ratio: doses are.
  std::vector<double> values() const {
    const double low = question_.low.value, high = question_.high.value;
    std::vector<double> all;
    for (int i = 0; i < values_tried; ++i) {
      all.push_back(low * std::pow(high / low, static_cast<double>(i) / (values_tried - 1)));
    }
    all.back() = high;
    return all;
  }

  /// The quantity (internal units or hours) with this value.
  std::optional<double> reached(double value) {
    Scenario tried = scenario_;
    auto& schedule = std::get<Schedule>(tried.regimen);
    DoseSpec& changed = schedule[question_.dose];
    changed = with_value(changed, question_.vary, {value, question_.low.unit});
    if (question_.last_interval && question_.quantity != Quantity::value_at &&
        !place_window(changed)) {
      return std::nullopt;
    }
    tried.sampling = Sampling{};
    tried.sampling.until = {until_h_, "h"};
    tried.sampling.times_h = question_.quantity == Quantity::value_at
                                 ? std::vector<double>{from_h_}
                                 : evenly(from_h_, to_h_, window_points);
    const auto result = simulated(tried);
    if (!result) {
      return std::nullopt;
    }
    const SubjectResult& subject = result->subjects.front();
    return measured(subject, subject.column(output_));
  }

  double measured(const SubjectResult& subject, std::span<const double> column) const {
    if (question_.quantity == Quantity::value_at) {
      return value_after({subject.time_h, {column.begin(), column.end()}}, from_h_);
    }
    const auto first = std::ranges::find_if(
        subject.time_h, [this](double t) { return t > from_h_ || same_instant(t, from_h_); });
    const auto past = std::find_if(first, subject.time_h.end(), [this](double t) {
      return t > to_h_ && !same_instant(t, to_h_);
    });
    const auto at = static_cast<std::size_t>(first - subject.time_h.begin());
    const auto count = static_cast<std::size_t>(past - first);
    const std::span<const double> times = std::span(subject.time_h).subspan(at, count);
    const std::span<const double> values = column.subspan(at, count);
    switch (question_.quantity) {
      case Quantity::peak:
        return curve_metrics(times, values, std::span(subject.side).subspan(at, count)).cmax;
      case Quantity::trough:
        return std::ranges::min(values);
      case Quantity::average:
        return auc_between(times, values, from_h_, to_h_) / (to_h_ - from_h_);
      case Quantity::time_in_range:
        return time_in_band_h(times, values, range_low_, range_high_);
      case Quantity::value_at:
        break;
    }
    return 0.0;
  }

  double root(double a, double b, double at_a, double at_b) {
    if (at_a == 0.0) {
      return a;
    }
    if (at_b == 0.0) {
      return b;
    }
    std::uintmax_t steps = 60;
    int done = 0;
    const auto bracket = boost::math::tools::toms748_solve(
        [&](double value) {
          progress(std::min(0.95, (values_tried + ++done) / (values_tried + usual_steps)));
          // A run that fails ends the search; its problem is kept.
          const auto got = reached(value);
          return got ? *got - target_ : 0.0;
        },
        a, b, at_a, at_b, boost::math::tools::eps_tolerance<double>(exact_bits), steps);
    return 0.5 * (bracket.first + bracket.second);
  }

  void say_what_is_in_reach(const std::vector<double>& miss) {
    const auto shown = [this](double value) {
      return to_text(Measure{*parse_number(format_number((value + target_) / unit_, 4)),
                             question_.target.unit});
    };
    const auto [least, most] = std::ranges::minmax(miss);
    refuse("target.out_of_reach",
           fmt::format("between {} and {} it goes from {} to {}, and never is {}",
                       to_text(question_.low), to_text(question_.high), shown(least), shown(most),
                       to_text(question_.target)),
           "widen the bounds or choose another target");
  }

  void progress(double fraction) const {
    if (control_.progress) {
      control_.progress(fraction);
    }
  }

  const Scenario& scenario_;
  const TargetQuestion& question_;
  const RunControl& control_;
  Diagnostics problems_;
  std::size_t output_ = 0;
  double from_h_ = 0.0, to_h_ = 0.0, until_h_ = 0.0;
  double unit_ = 1.0;  // internal value of one of the target's unit
  double target_ = 0.0;
  std::optional<double> range_low_, range_high_;
};

}  // namespace

DoseSpec with_value(DoseSpec dose, TargetQuestion::Vary vary, const Measure& value) {
  switch (vary) {
    case Vary::amount:
      dose.amount = value;
      break;
    case Vary::interval:
      dose.interval = value;
      break;
    case Vary::rate: {
      // As long as before: the amount goes with the rate.
      const auto before = dose.rate ? to_internal(*dose.rate) : to_internal(value);
      const auto after = to_internal(value);
      if (before && after && *before > 0.0) {
        dose.amount.value *= *after / *before;
      }
      dose.rate = value;
      break;
    }
  }
  return dose;
}

tl::expected<TargetAnswer, Diagnostics> find_dose(const Scenario& scenario,
                                                  const TargetQuestion& question,
                                                  const RunControl& control) {
  return Search(scenario, question, control).run();
}

}  // namespace ketascope
