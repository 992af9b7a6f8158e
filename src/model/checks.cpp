// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "ketascope/diagnostic/suggest.hpp"
#include "model/context.hpp"

namespace ketascope::model_detail {

namespace {

constexpr std::string_view code = "model.check";

/// One [[checks]] table: what it names must exist, what it expects must be of the right kind.
class Check {
 public:
  Check(Context& context, const CheckSpec& spec)
      : context_(context), spec_(spec), owner_(fmt::format("check '{}'", spec.id.value)) {}

  void run() {
    context_.require(spec_.id, "id", "a check", spec_.at);
    context_.require_source(spec_.source, owner_, spec_.at);
    context_.one_of(spec_.evidence, {"published", "derived"}, "evidence", owner_, spec_.at);
    const bool kind = context_.one_of(
        spec_.kind, {"cmax", "tmax", "auc", "value", "csht", "half_life", "definition"}, "kind",
        owner_, spec_.at);
    if (!spec_.expected)
      wrong(spec_.at, "expected is missing");
    if (!spec_.tolerance_percent && !spec_.tolerance) {
      wrong(spec_.at, "tolerance is missing", "tolerance_percent, or tolerance with a unit");
    }
    check_covariates();
    check_doses();
    if (!kind)
      return;
    if (spec_.kind.value == "half_life") {
      check_half_life();
    } else if (spec_.kind.value == "definition") {
      check_definition();
    } else {
      check_curve();
    }
    check_tolerance();
  }

 private:
  void wrong(SourceLocation at, const std::string& message, std::string hint = {}) {
    context_.error(code, at.line == 0 ? spec_.at : at, fmt::format("{}: {}", owner_, message),
                   std::move(hint));
  }

  /// A time, or what else is of dimension `expected`.
  std::optional<double> measure(const Measure& given, Dimension expected, std::string_view field,
                                SourceLocation at) {
    return context_.measure({given, at}, expected, fmt::format("{}: {}", owner_, field), code);
  }

  void check_covariates() {
    for (const auto& [name, value] : spec_.covariates) {
      const int index = context_.model.covariate_index(name);
      if (index >= 0) {
        measure(value, context_.model.covariates[static_cast<std::size_t>(index)].unit.dimension,
                name, spec_.at);
      } else if (name == "WT") {  // doses per kg need it even where the model does not
        measure(value, dimensions::body_mass, name, spec_.at);
      } else {
        wrong(spec_.at, fmt::format("there is no covariate '{}'", name),
              did_you_mean(name, context_.names_of(SymbolKind::covariate)));
      }
    }
  }

  void check_doses() {
    for (const DoseSpec& dose : spec_.doses) {
      const SourceLocation at = dose.at.line == 0 ? spec_.at : dose.at;
      if (!context_.model.route(dose.route)) {
        std::vector<std::string> known;
        for (const Route& route : context_.model.routes)
          known.push_back(route.id);
        wrong(at, fmt::format("there is no route '{}'", dose.route),
              fmt::format("routes: {}", listed(known)));
      }
      check_dose_size(dose.amount, dimensions::none, "amount of a dose", at);
      if (dose.rate)
        check_dose_size(*dose.rate, dimensions::time, "rate of a dose", at);
      measure(dose.start, dimensions::time, "start", at);
      if (dose.duration)
        measure(*dose.duration, dimensions::time, "duration", at);
      if (dose.interval)
        measure(*dose.interval, dimensions::time, "interval", at);
    }
  }

  /// An amount, or a rate when `per` is time; as mass or molar, whole or per body weight.
  void check_dose_size(const Measure& given, Dimension per, std::string_view what,
                       SourceLocation at) {
    const auto unit = parse_unit(given.unit);
    if (!unit) {
      context_.error(unit.error().code, at, fmt::format("{}: {}", owner_, unit.error().message),
                     unit.error().hint);
      return;
    }
    using namespace dimensions;
    std::vector<std::string> allowed;
    bool fits = false;
    for (const Dimension& size : {drug_mass, mass_per_body_mass, amount, amount / body_mass}) {
      allowed.push_back((size / per).to_string());
      fits = fits || unit->dimension == size / per;
    }
    if (!fits) {
      wrong(at, fmt::format("{} is {}", what, unit->dimension.to_string()),
            fmt::format("needed: {}", fmt::join(allowed, ", ")));
    } else if (!std::isfinite(given.value) || given.value < 0.0) {
      wrong(at, fmt::format("{} must be a number that is not negative", what));
    }
  }

  void expect(Dimension dimension) {
    if (spec_.expected) {
      measure(spec_.expected->value, dimension, "expected", spec_.expected->at);
    }
    if (spec_.tolerance) {
      measure(spec_.tolerance->value, dimension, "tolerance", spec_.tolerance->at);
    }
  }

  void check_half_life() {
    expect(dimensions::time);
    std::set<std::string> names;
    for (const TextAt& name : spec_.compartments) {
      if (context_.model.compartment_index(name.value) < 0) {
        wrong(name.at, fmt::format("'{}' is not a compartment", name.value),
              did_you_mean(name.value, context_.names_of(SymbolKind::compartment)));
      } else if (!names.insert(name.value).second) {
        wrong(name.at, fmt::format("compartment '{}' is named twice", name.value));
      }
    }
    const std::size_t phases =
        spec_.compartments.empty() ? context_.model.compartments.size() : names.size();
    if (spec_.phase < 1 || static_cast<std::size_t>(spec_.phase) > phases) {
      wrong(spec_.at, fmt::format("phase {} of {}", spec_.phase, phases), "1 is the slowest");
    }
  }

  void check_definition() {
    if (spec_.definition.empty()) {
      wrong(spec_.at, "definition is missing");
      return;
    }
    const auto symbol = context_.symbols.find(spec_.definition.value);
    const bool known =
        symbol != context_.symbols.end() && (symbol->second.kind == SymbolKind::definition ||
                                             symbol->second.kind == SymbolKind::parameter);
    if (!known) {
      std::vector<std::string> names = context_.names_of(SymbolKind::definition);
      for (std::string& name : context_.names_of(SymbolKind::parameter)) {
        names.push_back(std::move(name));
      }
      wrong(spec_.definition.at,
            fmt::format("'{}' is neither a definition nor a parameter", spec_.definition.value),
            did_you_mean(spec_.definition.value, names));
      return;
    }
    if (symbol->second.dimension)
      expect(*symbol->second.dimension);
    const auto index = static_cast<std::size_t>(symbol->second.index);
    if (symbol->second.kind == SymbolKind::definition &&
        !context_.model.definitions[index].constant_between_events) {
      wrong(spec_.definition.at,
            fmt::format("'{}' depends on a state or TIME, so it has no single value",
                        spec_.definition.value));
    }
  }

  void check_curve() {
    const std::string& kind = spec_.kind.value;
    if (spec_.doses.empty())
      wrong(spec_.at, "doses are missing");
    if (kind == "value" && !spec_.at_time)
      wrong(spec_.at, "at is missing");
    if (spec_.at_time)
      measure(*spec_.at_time, dimensions::time, "at", spec_.at);
    const auto from =
        spec_.from ? measure(*spec_.from, dimensions::time, "from", spec_.at) : std::optional(0.0);
    if (spec_.until) {
      const auto until = measure(*spec_.until, dimensions::time, "until", spec_.at);
      if (from && until && !(*from < *until))
        wrong(spec_.at, "until is not after from");
    } else if (kind != "value" && kind != "csht") {
      wrong(spec_.at, "until is missing");
    }
    if (spec_.output.empty()) {
      wrong(spec_.at, "output is missing");
      return;
    }
    const int output = context_.model.output_index(spec_.output.value);
    if (output < 0) {
      std::vector<std::string> known;
      for (const Output& each : context_.model.outputs)
        known.push_back(each.name);
      wrong(spec_.output.at, fmt::format("there is no output '{}'", spec_.output.value),
            fmt::format("outputs: {}", listed(known)));
    }
    if (kind == "tmax" || kind == "csht") {
      expect(dimensions::time);
    } else if (output >= 0 && context_.outputs[static_cast<std::size_t>(output)]) {
      const Dimension extra = kind == "auc" ? dimensions::time : dimensions::none;
      for (const auto& number : {spec_.expected, spec_.tolerance}) {
        if (number)
          context_.measure_of_output(*number, output, owner_, code, extra);
      }
    }
  }

  void check_tolerance() {
    if (spec_.tolerance_percent && spec_.tolerance) {
      wrong(spec_.at, "both tolerance and tolerance_percent", "give one of them");
    }
    const auto positive = [&](double tolerance, SourceLocation at) {
      if (!std::isfinite(tolerance) || tolerance <= 0.0) {
        wrong(at, "a tolerance must be greater than 0");
      }
    };
    if (spec_.tolerance_percent)
      positive(*spec_.tolerance_percent, spec_.at);
    if (spec_.tolerance)
      positive(spec_.tolerance->value.value, spec_.tolerance->at);
  }

  Context& context_;
  const CheckSpec& spec_;
  std::string owner_;
};

}  // namespace

void check_checks(Context& context) {
  std::set<std::string> ids;
  for (const CheckSpec& spec : context.spec.checks) {
    if (!spec.id.empty() && !ids.insert(spec.id.value).second) {
      context.error("model.duplicate_name", place_or(spec.id, spec.at),
                    fmt::format("check '{}' is there twice", spec.id.value));
    }
    Check(context, spec).run();
  }
  context.model.checks = context.spec.checks;
}

}  // namespace ketascope::model_detail
