// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/dose_reader.hpp"

#include <fmt/format.h>

#include <utility>

#include "ketascope/units/dimension.hpp"

namespace ketascope {
namespace {

class DoseReader {
 public:
  DoseReader(TomlTable table, std::string_view prefix, bool before_start)
      : table_(std::move(table)), prefix_(prefix), before_start_(before_start) {}

  std::optional<DoseSpec> read() {
    DoseSpec dose;
    dose.at = table_.at();
    read_route(dose);
    dose.form = text("form");
    dose.basis = text("basis");
    read_amount(dose);
    read_times(dose);
    read_repeats(dose);
    read_by_hand(dose);
    table_.finish();
    return sound_ ? std::optional(std::move(dose)) : std::nullopt;
  }

 private:
  void report(const TomlField& field, std::string_view code, std::string message,
              std::string hint = {}) {
    field.report(fmt::format("{}.{}", prefix_, code), std::move(message), std::move(hint));
    sound_ = false;
  }

  std::string text(std::string_view name) {
    const TomlField field = table_.field(name);
    sound_ = sound_ && (!field || field.kind() == TomlKind::text);
    return field.text().value;
  }

  /// Notes that the dose is unsound when the field is there and cannot be read.
  std::optional<Measure> accept(const TomlField& field, std::optional<MeasureAt> measure) {
    if (!measure) {
      sound_ = sound_ && !field;
      return std::nullopt;
    }
    return std::move(measure->value);
  }

  std::optional<Measure> time(const TomlField& field) {
    return accept(field, field.measure_of(dimensions::time));
  }

  /// By a route of the model, or straight into one of its compartments.
  void read_route(DoseSpec& dose) {
    const TomlField compartment = table_.field("compartment");
    if (!compartment) {
      sound_ = table_.require({"route", "amount"});
      dose.route = text("route");
      return;
    }
    sound_ = table_.require({"amount"});
    dose.route = free_route(text("compartment"));
    if (const TomlField route = table_.field("route")) {
      report(route, "route_and_compartment", "give a route or a compartment, not both");
    }
  }

  void read_by_hand(DoseSpec& dose) {
    const TomlField F = table_.field("F");
    dose.F = accept(F, F.measure_of(dimensions::none));
    const TomlField lag = table_.field("lag");
    dose.lag = time(lag);
    for (const auto& [field, measure] : {std::pair(&F, &dose.F), std::pair(&lag, &dose.lag)}) {
      if (*measure && (*measure)->value < 0.0) {
        report(*field, "negative",
               fmt::format("'{}' cannot be negative: {}", field->name().value, to_text(**measure)));
      }
    }
  }

  void read_amount(DoseSpec& dose) {
    const TomlField amount = table_.field("amount");
    if (auto measure = accept(amount, amount.measure())) {
      if (measure->value < 0.0) {
        report(amount, "negative_dose",
               fmt::format("a dose cannot be negative: {}", to_text(*measure)));
      }
      dose.amount = std::move(*measure);
    }
    const TomlField rate = table_.field("rate");
    dose.rate = accept(rate, rate.measure());
    if (dose.rate && !(dose.rate->value > 0.0)) {
      report(rate, "rate", fmt::format("the rate must be above zero, not {}", to_text(*dose.rate)));
    }
  }

  void read_times(DoseSpec& dose) {
    const TomlField start = table_.field("start");
    if (auto measure = time(start)) {
      if (measure->value < 0.0 && !before_start_) {
        report(start, "start",
               fmt::format("a dose cannot start before time 0: {}", to_text(*measure)));
      }
      dose.start = std::move(*measure);
    }
    const TomlField duration = table_.field("duration");
    dose.duration = time(duration);
    if (dose.duration && !(dose.duration->value > 0.0)) {
      report(duration, "duration",
             fmt::format("the duration must be above zero, not {}", to_text(*dose.duration)),
             "leave it out for a dose given at once");
    }
    const TomlField rate = table_.field("rate");
    if (duration && rate) {
      report(rate, "duration_and_rate", "give a duration or a rate, not both");
    }
  }

  void read_repeats(DoseSpec& dose) {
    const TomlField repeats = table_.field("repeats");
    const auto count = repeats.integer_between(0, max_repeats, fmt::format("{}.repeats", prefix_));
    sound_ = sound_ && (count || !repeats);
    dose.repeats = count.value_or(0);

    const TomlField steady_state = table_.field("steady_state");
    const auto flag = steady_state.flag();
    sound_ = sound_ && (flag || !steady_state);
    dose.steady_state = flag.value_or(false);

    const TomlField interval = table_.field("interval");
    dose.interval = time(interval);
    if (dose.interval && !(dose.interval->value > 0.0)) {
      report(interval, "interval",
             fmt::format("the interval must be above zero, not {}", to_text(*dose.interval)));
    }
    if (!interval && (dose.repeats > 0 || dose.steady_state)) {
      const TomlField& cause = dose.repeats > 0 ? repeats : steady_state;
      report(cause, "interval", "a repeated dose needs an interval",
             "for example interval = \"8 h\"");
    }
  }

  static constexpr int max_repeats = 1'000'000;

  TomlTable table_;
  std::string_view prefix_;
  bool before_start_;
  bool sound_ = true;
};

}  // namespace

std::vector<DoseSpec> read_doses(const TomlField& list, std::string_view prefix,
                                 bool before_start) {
  std::vector<DoseSpec> doses;
  for (const TomlField& item : list.items()) {
    if (TomlTable table = item.table()) {
      if (auto dose = DoseReader(std::move(table), prefix, before_start).read()) {
        doses.push_back(std::move(*dose));
      }
    }
  }
  return doses;
}

}  // namespace ketascope
