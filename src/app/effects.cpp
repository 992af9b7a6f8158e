// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/effects.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <numbers>
#include <set>

#include "ketascope/expr/expression.hpp"

namespace ketascope {
namespace {

TextAt text(std::string value) {
  return {std::move(value), {}};
}

/// An effect's id as a name in expressions.
std::string symbol_of(std::string id) {
  std::ranges::replace(id, '-', '_');
  return id;
}

/// "S-norketamine" -> "norketamine".
std::string without_enantiomer(std::string_view analyte) {
  std::string name;
  for (const char c : analyte) {
    name += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  for (const std::string_view prefix : {"s-", "r-"}) {
    if (name.starts_with(prefix)) {
      return name.substr(prefix.size());
    }
  }
  return name;
}

bool differ(std::string_view a, std::string_view b) {
  return !a.empty() && !b.empty() && a != "unknown" && b != "unknown" && a != b;
}

/// A concentration of the model that a driver follows.
struct Source {
  const Output* output = nullptr;
  bool half = false;
};

class Builder {
 public:
  Builder(const ModelSpec& pk, const Model& model) : spec_(pk), model_(model) {}

  void add(const EffectSpec& effect) {
    effect_ = &effect;
    symbol_ = symbol_of(effect.id);
    sites_.clear();
    if (!ids_.insert(symbol_).second) {
      report(Severity::error, "effect.twice", fmt::format("effect '{}' is there twice", effect.id));
      return;
    }
    for (const EffectDriver& driver : effect.drivers) {
      add_driver(driver);
    }
    if (has_errors(notices)) {
      return;
    }
    for (const EffectParameter& parameter : effect.parameters) {
      ParameterSpec added;
      added.name = text(symbol_ + "_" + parameter.name);
      added.value = parameter.value;
      added.unit = text(parameter.unit);
      added.source = text(parameter.source);
      added.description = text(effect.id + ": " + parameter.description);
      added.rse_percent = parameter.rse_percent;
      spec_.parameters.push_back(std::move(added));
    }
    add_effect_output();
    say_grade();
  }

  ModelSpec take() { return std::move(spec_); }

  Diagnostics notices;

 private:
  void report(Severity severity, std::string code, std::string message, std::string hint = {}) {
    notices.push_back({severity, std::move(code), std::move(message), {}, {}, std::move(hint)});
  }

  std::optional<Dimension> dimension_of_symbol(std::string_view name) const {
    if (name == "TIME") {
      return dimensions::time;
    }
    if (const int i = model_.parameter_index(name); i >= 0) {
      return model_.parameters[static_cast<std::size_t>(i)].unit.dimension;
    }
    if (const int i = model_.covariate_index(name); i >= 0) {
      return model_.covariates[static_cast<std::size_t>(i)].unit.dimension;
    }
    if (const int i = model_.definition_index(name); i >= 0) {
      return model_.definitions[static_cast<std::size_t>(i)].unit.dimension;
    }
    if (const int i = model_.compartment_index(name); i >= 0) {
      return model_.compartments[static_cast<std::size_t>(i)].unit.dimension;
    }
    return std::nullopt;
  }

  std::optional<Source> find_source(const EffectDriver& driver) {
    Source exact;
    Source racemate;
    std::string given;
    for (const Output& output : model_.outputs) {
      if (output.kind != "concentration" || output.analyte < 0) {
        continue;
      }
      const Analyte& analyte = model_.analytes[static_cast<std::size_t>(output.analyte)];
      given += (given.empty() ? "" : ", ") + output.name;
      if (without_enantiomer(analyte.id) != driver.analyte) {
        continue;
      }
      const std::string form = analyte.enantiomer.empty() ? "racemate" : analyte.enantiomer;
      Source& place = form == driver.enantiomer ? exact : racemate;
      if ((form == driver.enantiomer || form == "racemate") &&
          (place.output == nullptr ||
           (place.output->site != driver.site && output.site == driver.site))) {
        place.output = &output;
      }
    }
    if (exact.output != nullptr) {
      return exact;
    }
    if (racemate.output != nullptr && driver.enantiomer != "racemate") {
      racemate.half = true;
      if (!driver.half_of_racemate.empty()) {
        report(Severity::note, "effect.half",
               fmt::format("effect {}: half of the concentration of '{}' stands for {}. {}",
                           effect_->id, racemate.output->name, driver.full_name(),
                           driver.half_of_racemate));
        return racemate;
      }
      report(
          Severity::error, "effect.enantiomer",
          fmt::format("effect {} follows {}, but model {} gives '{}' of both enantiomers together",
                      effect_->id, driver.full_name(), model_.id, racemate.output->name),
          "use a model that gives the enantiomer");
      return std::nullopt;
    }
    report(Severity::error, "effect.driver",
           fmt::format("effect {} follows {}, which model {} does not give", effect_->id,
                       driver.full_name(), model_.id),
           "the model gives " + (given.empty() ? std::string("no concentration") : given));
    return std::nullopt;
  }

  /// The driver's concentration as an expression of the dimension of its unit.
  std::optional<Expression> concentration(const EffectDriver& driver, const Source& source) {
    auto expression = parse_expression(source.output->text);
    if (!expression) {
      return std::nullopt;  // the model was built from it
    }
    const auto own = dimension_of(
        *expression, [this](std::string_view name) { return dimension_of_symbol(name); });
    const Dimension wanted = parse_unit(driver.unit)->dimension;
    const Analyte& analyte = model_.analytes[static_cast<std::size_t>(source.output->analyte)];
    const auto molar_mass = analyte.molar_mass ? analyte.molar_mass : driver.molar_mass;
    Expression result = *expression;
    if (own && *own != wanted) {
      if (!molar_mass) {
        report(Severity::error, "effect.molar_mass",
               fmt::format("effect {}: the molar mass of {} is needed, and neither the effect nor "
                           "model {} gives it",
                           effect_->id, driver.full_name(), model_.id));
        return std::nullopt;
      }
      const Expression factor = number(*molar_mass, dimensions::molar_mass);
      result = wanted == dimensions::concentration ? result * factor : result / factor;
    }
    return source.half ? number(0.5) * result : result;
  }

  /// The analyte that an effect site holds; half of a racemate is one that the model may not know.
  std::string analyte_for(const EffectDriver& driver, const Source& source) {
    const Analyte& own = model_.analytes[static_cast<std::size_t>(source.output->analyte)];
    if (!source.half) {
      return own.id;
    }
    const std::string id = driver.full_name();
    const auto known = std::ranges::find_if(
        spec_.analytes, [&](const AnalyteSpec& analyte) { return analyte.id.value == id; });
    if (known == spec_.analytes.end()) {
      AnalyteSpec added;
      added.id = text(id);
      added.name = text(id);
      added.enantiomer = text(driver.enantiomer);
      const auto same = std::ranges::find_if(
          spec_.analytes, [&](const AnalyteSpec& analyte) { return analyte.id.value == own.id; });
      if (same != spec_.analytes.end()) {
        added.molar_mass = same->molar_mass;
      }
      added.source = text("half of the racemate, for effect " + effect_->id);
      spec_.analytes.push_back(std::move(added));
    }
    return id;
  }

  void add_driver(const EffectDriver& driver) {
    const auto source = find_source(driver);
    if (!source) {
      return;
    }
    const auto driving = concentration(driver, *source);
    if (!driving) {
      return;
    }
    if (differ(driver.site, source->output->site) ||
        differ(driver.matrix, source->output->matrix)) {
      report(Severity::warning, "effect.site",
             fmt::format("effect {} follows {} {}, model {} gives {} {}", effect_->id, driver.site,
                         driver.matrix, model_.id, source->output->site, source->output->matrix));
    }
    if (driver.delay.empty()) {
      sites_.emplace(driver.symbol(), *driving);
      report(Severity::note, "effect.no_delay",
             fmt::format("effect {} follows the concentration of {} without a delay: {}",
                         effect_->id, driver.full_name(), driver.no_delay));
      return;
    }
    const std::string part = driver.name.empty() ? "" : "_" + driver.name;
    const std::string state = symbol_ + part + "_site";
    const Expression delay = symbol(symbol_ + "_" + driver.delay);
    const bool half_time =
        parse_unit(effect_->parameter(driver.delay)->unit)->dimension == dimensions::time;
    const Expression ke0 = half_time ? number(std::numbers::ln2) / delay : delay;

    CompartmentSpec site;
    site.name = text(state);
    site.description =
        text(fmt::format("effect site of {}, {}", driver.full_name(), effect_->endpoint));
    site.unit = text(driver.unit);
    site.derivative = text(to_text(ke0 * (*driving - symbol(state))));
    site.source = text(effect_->citation);
    spec_.compartments.push_back(std::move(site));
    sites_.emplace(driver.symbol(), symbol(state));

    OutputSpec output;
    output.name = text(effect_->id + part + "_site");
    output.label = text(fmt::format("{} at the effect site ({})", driver.full_name(), effect_->id));
    output.analyte = text(analyte_for(driver, *source));
    output.matrix = text("effect site");
    output.site = text("unknown");
    output.expression = text(state);
    output.unit = text(driver.unit);
    output.kind = text("concentration");
    spec_.outputs.push_back(std::move(output));
  }

  void add_effect_output() {
    if (effect_->expression.empty()) {
      return;
    }
    const auto local = parse_expression(effect_->expression);
    if (!local) {
      report(Severity::error, "effect.expression", local.error().front().message);
      return;
    }
    const Expression global =
        substitute(*local, [this](std::string_view name) -> std::optional<Expression> {
          if (const auto site = sites_.find(name); site != sites_.end()) {
            return site->second;
          }
          return symbol(symbol_ + "_" + std::string(name));
        });
    OutputSpec output;
    output.name = text(effect_->id);
    output.label = text(effect_->label);
    output.matrix = text("effect");
    output.site = text("unknown");
    output.expression = text(to_text(global));
    output.unit = text(effect_->unit.empty() ? "1" : effect_->unit);
    output.kind = text("effect");
    spec_.outputs.push_back(std::move(output));
  }

  void say_grade() {
    if (effect_->grade != "published") {
      report(Severity::note, "effect.grade",
             fmt::format("effect {}: {}. {}", effect_->id, effect_->grade, effect_->grade_reason));
    }
    if (effect_->estimated_with == model_.id) {
      return;
    }
    std::string mark = fmt::format("effect {}: estimated with {}, used with {}", effect_->id,
                                   effect_->estimated_with, model_.id);
    spec_.notes.push_back(text(mark));
    report(Severity::warning, "effect.other_model", std::move(mark));
  }

  ModelSpec spec_;
  const Model& model_;
  const EffectSpec* effect_ = nullptr;
  std::string symbol_;
  std::set<std::string> ids_;
  std::map<std::string, Expression, std::less<>> sites_;
};

}  // namespace

Diagnostics effect_notices(const Model& model, const EffectSpec& effect) {
  Builder builder({}, model);
  builder.add(effect);
  return std::move(builder.notices);
}

tl::expected<EffectModel, Diagnostics> with_effects(const ModelSpec& pk,
                                                    std::span<const EffectSpec> effects) {
  BuiltModel plain = build_model(pk);
  if (!plain.model) {
    return tl::unexpected(std::move(plain.diagnostics));
  }
  Builder builder(pk, *plain.model);
  for (const EffectSpec& effect : effects) {
    builder.add(effect);
  }
  if (has_errors(builder.notices)) {
    std::erase_if(builder.notices,
                  [](const Diagnostic& found) { return found.severity != Severity::error; });
    return tl::unexpected(std::move(builder.notices));
  }
  BuiltModel built = build_model(builder.take());
  if (!built.model) {
    return tl::unexpected(std::move(built.diagnostics));
  }
  return EffectModel{std::move(built.model), std::move(builder.notices)};
}

}  // namespace ketascope
