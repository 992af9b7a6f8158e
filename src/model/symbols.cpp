// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "ketascope/units/number.hpp"
#include "model/context.hpp"

namespace ketascope::model_detail {

namespace {

void check_categories(Context& context, const CovariateSpec& spec, const std::string& owner,
                      const std::optional<Unit>& unit) {
  if (spec.categories.empty())
    return;
  if (unit && *unit != Unit{}) {
    context.error(
        "model.dimension", place_or(spec.unit, spec.at),
        fmt::format("{}: the unit of categories must be 1, not {}", owner, spec.unit.value));
  }
  std::set<double> codes;
  for (const auto& [label, code] : spec.categories) {
    if (!std::isfinite(code)) {
      context.error("model.range", spec.at,
                    fmt::format("{}: the code of '{}' is not a finite number", owner, label));
    } else if (!codes.insert(code).second) {
      context.error("model.duplicate_name", spec.at,
                    fmt::format("{}: code {} stands for two categories", owner, shortest(code)));
    }
  }
  if (spec.standard && !codes.contains(*spec.standard)) {
    context.error("model.range", spec.at,
                  fmt::format("{}: standard {} is not the code of a category", owner,
                              shortest(*spec.standard)));
  }
}

void check_range(Context& context, const CovariateSpec& spec, const std::string& owner) {
  const std::string_view unit = spec.unit.value;
  if (spec.low && spec.high && *spec.low >= *spec.high) {
    context.error("model.range", spec.at,
                  fmt::format("{}: low {} {} is not below high {} {}", owner, shortest(*spec.low),
                              unit, shortest(*spec.high), unit));
    return;
  }
  if (!spec.standard)
    return;
  if ((spec.low && *spec.standard < *spec.low) || (spec.high && *spec.standard > *spec.high)) {
    context.error(
        "model.range", spec.at,
        fmt::format("{}: standard {} {} lies outside {} to {} {}", owner, shortest(*spec.standard),
                    unit, spec.low ? shortest(*spec.low) : "any",
                    spec.high ? shortest(*spec.high) : "any", unit));
  }
}

void declare_covariates(Context& context) {
  for (std::size_t i = 0; i < context.spec.covariates.size(); ++i) {
    const CovariateSpec& spec = context.spec.covariates[i];
    const std::string owner = fmt::format("covariate '{}'", spec.name.value);
    const auto unit = context.unit(spec.unit, owner, spec.at);

    // Doses per kg and ages of population files rely on these two names.
    const std::string& name = spec.name.value;
    const Dimension meant = name == "WT" ? dimensions::body_mass : dimensions::time;
    if (unit && (name == "WT" || name == "AGE") && unit->dimension != meant) {
      context.error("model.dimension", place_or(spec.unit, spec.at),
                    fmt::format("{}: {} is {}, but {} must be {}", owner, spec.unit.value,
                                unit->dimension.to_string(), name == "WT" ? "body weight" : "age",
                                meant.to_string()));
    }
    if (!spec.standard) {
      context.error("model.missing_field", spec.at, owner + " has no standard",
                    "the value that is used when none is given");
    }
    bool numbers = context.finite(spec.standard, "standard", owner, spec.at);
    numbers = context.finite(spec.low, "low", owner, spec.at) && numbers;
    numbers = context.finite(spec.high, "high", owner, spec.at) && numbers;
    if (numbers) {
      check_range(context, spec, owner);
      check_categories(context, spec, owner, unit);
    }

    const double factor = unit.value_or(Unit{}).factor;
    const auto internal = [&](std::optional<double> value) {
      return value ? std::optional(*value * factor) : value;
    };
    context.model.covariates.push_back({.name = name,
                                        .description = spec.description.value,
                                        .unit_text = spec.unit.value,
                                        .source = spec.source.value,
                                        .unit = unit.value_or(Unit{}),
                                        .standard = internal(spec.standard).value_or(0.0),
                                        .low = internal(spec.low),
                                        .high = internal(spec.high),
                                        .categories = spec.categories});
    context.declare(spec.name, spec.at,
                    {.kind = SymbolKind::covariate,
                     .index = static_cast<int>(i),
                     .dimension = unit ? std::optional(unit->dimension) : std::nullopt,
                     .at = {}});
  }
}

bool must_be_positive(const Dimension& dimension) {
  return dimension == dimensions::volume || dimension == dimensions::clearance ||
         dimension == dimensions::volume / dimensions::body_mass;
}

std::optional<double> relative_error(Context& context, const ParameterSpec& spec,
                                     const std::string& owner) {
  if (spec.rse_percent && spec.standard_error) {
    context.error("model.either_or", spec.at, owner + " has both rse_percent and standard_error",
                  "give one of them");
    return {};
  }
  const auto& error = spec.rse_percent ? spec.rse_percent : spec.standard_error;
  if (!error)
    return {};
  if (!std::isfinite(*error) || *error < 0.0) {
    context.error("model.range", spec.at,
                  fmt::format("{}: {} must be a number that is not negative", owner,
                              spec.rse_percent ? "rse_percent" : "standard_error"));
    return {};
  }
  if (spec.rse_percent || !spec.value || *spec.value == 0.0)
    return spec.rse_percent;
  return 100.0 * *error / std::abs(*spec.value);
}

void declare_parameters(Context& context) {
  for (std::size_t i = 0; i < context.spec.parameters.size(); ++i) {
    const ParameterSpec& spec = context.spec.parameters[i];
    const std::string owner = fmt::format("parameter '{}'", spec.name.value);
    const auto unit = context.unit(spec.unit, owner, spec.at);
    context.require_source(spec.source, owner, spec.at);

    std::optional<double> value;
    if (!spec.value) {
      context.error("model.missing_field", spec.at, owner + " has no value");
    } else if (context.finite(spec.value, "value", owner, spec.at) && unit) {
      // The same rounding as everywhere else that a number with a unit is read.
      const auto internal = to_internal(Measure{*spec.value, spec.unit.value});
      if (internal)
        value = *internal;
      if (must_be_positive(unit->dimension) && !(*spec.value > 0.0)) {
        context.error(
            "model.negative_volume", spec.at,
            fmt::format("{}: {} {} is no {}", owner, shortest(*spec.value), spec.unit.value,
                        unit->dimension == dimensions::clearance ? "clearance" : "volume"),
            "volumes and clearances must be greater than 0");
      }
    }

    context.model.parameters.push_back({.name = spec.name.value,
                                        .unit_text = spec.unit.value,
                                        .source = spec.source.value,
                                        .description = spec.description.value,
                                        .unit = unit.value_or(Unit{}),
                                        .printed = spec.value.value_or(0.0),
                                        .value = value.value_or(0.0),
                                        .rse_percent = relative_error(context, spec, owner)});
    context.declare(spec.name, spec.at,
                    {.kind = SymbolKind::parameter,
                     .index = static_cast<int>(i),
                     .dimension = unit ? std::optional(unit->dimension) : std::nullopt,
                     .at = {}});
  }
}

void declare_definitions(Context& context) {
  for (std::size_t i = 0; i < context.spec.definitions.size(); ++i) {
    const DefinitionSpec& spec = context.spec.definitions[i];
    const std::string owner = fmt::format("definition '{}'", spec.name.value);
    const auto unit = context.unit(spec.unit, owner, spec.at);
    context.require_source(spec.source, owner, spec.at);
    context.model.definitions.push_back({.name = spec.name.value,
                                         .text = spec.expression.value,
                                         .unit_text = spec.unit.value,
                                         .source = spec.source.value,
                                         .description = spec.description.value,
                                         .expression = {},
                                         .unit = unit.value_or(Unit{}),
                                         .constant_between_events = true});
    context.declare(spec.name, spec.at,
                    {.kind = SymbolKind::definition,
                     .index = static_cast<int>(i),
                     .dimension = unit ? std::optional(unit->dimension) : std::nullopt,
                     .at = {}});
  }
}

void declare_compartments(Context& context) {
  for (std::size_t i = 0; i < context.spec.compartments.size(); ++i) {
    const CompartmentSpec& spec = context.spec.compartments[i];
    const std::string owner = fmt::format("compartment '{}'", spec.name.value);
    const bool amount = spec.unit.empty();
    // An amount is shown in the unit that it is held in.
    context.one_of(spec.amount, {"", "mass"}, "amount", owner, spec.at);
    const Dimension held =
        spec.amount.value == "mass" ? dimensions::drug_mass : context.amount_dimension();
    std::optional<Unit> unit = Unit{1.0, held};
    if (!amount)
      unit = context.unit(spec.unit, owner, spec.at);

    Compartment built;
    built.name = spec.name.value;
    built.description = spec.description.value;
    if (!spec.analyte.empty()) {
      built.analyte = context.find_analyte(spec.analyte, owner, spec.at);
    }
    built.amount = amount;
    built.unit = unit.value_or(Unit{});
    built.unit_text = amount ? held.to_string() : spec.unit.value;
    built.models_D = !spec.D.empty();
    built.models_R = !spec.R.empty();
    built.F = spec.F.value;
    built.ALAG = spec.ALAG.value;
    built.D = spec.D.value;
    built.R = spec.R.value;
    built.initial = spec.initial.value;
    built.derivative = spec.derivative.value;
    built.source = spec.source.value;
    context.model.compartments.push_back(std::move(built));
    context.declare(spec.name, spec.at,
                    {.kind = SymbolKind::compartment,
                     .index = static_cast<int>(i),
                     .dimension = unit ? std::optional(unit->dimension) : std::nullopt,
                     .at = {}});
  }
}

}  // namespace

void declare_symbols(Context& context) {
  declare_covariates(context);
  declare_parameters(context);
  declare_definitions(context);
  declare_compartments(context);
}

}  // namespace ketascope::model_detail
