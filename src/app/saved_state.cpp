// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/saved_state.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "ketascope/units/number.hpp"
#include "ketascope/version.hpp"

namespace ketascope {
namespace {

constexpr int saved_digits = 9;

// Beyond the digits that are written.
constexpr double same_result = 1e-7;

/// FNV-1a over texts and what divides them.
class Fingerprint {
 public:
  Fingerprint& operator<<(std::string_view text) {
    for (const char c : text) {
      add(static_cast<unsigned char>(c));
    }
    add(0);
    return *this;
  }
  Fingerprint& operator<<(double value) { return *this << shortest(value); }
  Fingerprint& operator<<(int value) { return *this << std::to_string(value); }
  std::string text() const { return fmt::format("{:016x}", hash_); }

 private:
  void add(unsigned char byte) {
    hash_ ^= byte;
    hash_ *= 0x100000001b3U;
  }
  std::uint64_t hash_ = 0xcbf29ce484222325U;
};

Measure rounded(double value, std::string unit) {
  return {*parse_number(format_number(value, saved_digits)), std::move(unit)};
}

std::string text_of(const std::optional<Measure>& value) {
  return value ? to_text(*value) : std::string();
}

std::optional<Measure> value_in(const std::map<std::string, Measure>& values,
                                const std::string& name) {
  const auto at = values.find(name);
  return at == values.end() ? std::nullopt : std::optional(at->second);
}

bool same(const Measure& a, const Measure& b) {
  return a.unit == b.unit && std::abs(a.value - b.value) <=
                                 same_result * std::max(std::abs(a.value), std::abs(b.value));
}

const SavedModel* model_of(const SavedState& state, const std::string& id) {
  const auto at = std::ranges::find(state.models, id, &SavedModel::id);
  return at == state.models.end() ? nullptr : &*at;
}

void compare_models(const SavedModel& before, const SavedModel& now,
                    std::vector<StateDifference>& found) {
  using Kind = StateDifference::Kind;
  if (before.equations != now.equations) {
    found.push_back({Kind::equations, now.id, {}, before.equations, now.equations});
  }
  std::vector<std::string> names;
  for (const auto& [name, value] : before.parameters) {
    names.push_back(name);
  }
  for (const auto& [name, value] : now.parameters) {
    if (!before.parameters.contains(name)) {
      names.push_back(name);
    }
  }
  for (const std::string& name : names) {
    const auto was = value_in(before.parameters, name), is = value_in(now.parameters, name);
    if (was != is) {
      found.push_back({Kind::parameter, now.id, name, text_of(was), text_of(is)});
    }
  }
}

void compare_results(const SavedResult& before, const SavedResult& now, const std::string& where,
                     std::vector<StateDifference>& found) {
  const auto compare = [&](std::string_view what, const Measure& was, const Measure& is) {
    if (!same(was, is)) {
      found.push_back({StateDifference::Kind::result, where,
                       fmt::format("{}, {}", now.output, what), to_text(was), to_text(is)});
    }
  };
  compare("Cmax", before.cmax, now.cmax);
  compare("tmax", before.tmax, now.tmax);
  compare("AUC", before.auc, now.auc);
}

}  // namespace

std::string equations_fingerprint(const Model& model) {
  Fingerprint print;
  print << to_text(model.form) << to_text(model.basis) << static_cast<int>(model.molar)
        << static_cast<int>(model.enantiomers_apart) << model.dose_analyte;
  for (const Analyte& analyte : model.analytes) {
    print << analyte.id << analyte.enantiomer << analyte.molar_mass.value_or(0.0);
  }
  for (const Covariate& covariate : model.covariates) {
    print << covariate.name << covariate.unit_text << covariate.standard;
    for (const auto& [label, code] : covariate.categories) {
      print << label << code;
    }
  }
  for (const Parameter& parameter : model.parameters) {
    print << parameter.name;
  }
  for (const Definition& definition : model.definitions) {
    print << definition.name << definition.text;
  }
  for (const Compartment& compartment : model.compartments) {
    print << compartment.name << compartment.analyte << static_cast<int>(compartment.amount)
          << compartment.unit_text << compartment.F << compartment.ALAG << compartment.D
          << compartment.R << compartment.initial << compartment.derivative;
  }
  for (const Flow& flow : model.flows) {
    print << flow.from << flow.to << flow.rate << flow.amount_rate;
  }
  for (const Output& output : model.outputs) {
    print << output.name << output.unit_text << output.text;
  }
  for (const Route& route : model.routes) {
    print << route.id << static_cast<int>(route.infusion);
    for (const int into : route.into) {
      print << into;
    }
  }
  return print.text();
}

SavedState present_state(const ScenarioFile& document, std::span<const Run* const> runs,
                         const Library& library) {
  SavedState state;
  state.engine = version;
  for (std::size_t i = 0; i < document.scenarios.size(); ++i) {
    const ScenarioSpec& spec = document.scenarios[i];
    if (model_of(state, spec.model) != nullptr) {
      continue;
    }
    const auto in_library = library.model(spec.model);
    // A model beside the document is the one that was run.
    const ModelPtr model = in_library                              ? *in_library
                           : i < runs.size() && runs[i] != nullptr ? runs[i]->scenario.model
                                                                   : nullptr;
    if (model != nullptr) {
      SavedModel saved{spec.model, equations_fingerprint(*model), {}};
      for (const Parameter& parameter : model->parameters) {
        saved.parameters[parameter.name] = {parameter.printed,
                                            parameter.unit_text == "1" ? "" : parameter.unit_text};
      }
      state.models.push_back(std::move(saved));
    }
  }
  for (std::size_t i = 0; i < runs.size(); ++i) {
    if (runs[i] == nullptr || runs[i]->result.subjects.empty()) {
      continue;
    }
    const Result& result = runs[i]->result;
    const SubjectResult& subject = result.subjects.front();
    for (const std::size_t c : shown_columns(*runs[i])) {
      const ColumnInfo& column = result.columns[c];
      const CurveMetrics metrics = curve_metrics(subject.time_h, subject.column(c), subject.side);
      if (!std::isfinite(metrics.cmax) || !std::isfinite(metrics.auc_0_t)) {
        continue;
      }
      const DisplayUnit unit = display_unit(column, column.unit);
      const std::string shown = unit.unit == "1" ? std::string() : unit.unit;
      state.results.push_back({static_cast<int>(i), column.name,
                               rounded(metrics.cmax * unit.per_internal, shown),
                               rounded(metrics.tmax_h, "h"),
                               rounded(metrics.auc_0_t * unit.per_internal,
                                       shown.empty() ? "h" : exposure_unit(shown))});
    }
  }
  return state;
}

std::vector<StateDifference> differences(const SavedState& before, const SavedState& now,
                                         const ScenarioFile& document) {
  std::vector<StateDifference> found;
  if (before.engine != now.engine) {
    found.push_back({StateDifference::Kind::engine, {}, {}, before.engine, now.engine});
  }
  for (const SavedModel& model : now.models) {
    if (const SavedModel* was = model_of(before, model.id)) {
      compare_models(*was, model, found);
    }
  }
  for (const SavedResult& result : now.results) {
    const auto was = std::ranges::find_if(before.results, [&](const SavedResult& each) {
      return each.scenario == result.scenario && each.output == result.output;
    });
    const auto place = static_cast<std::size_t>(result.scenario);
    if (was == before.results.end() || place >= document.scenarios.size()) {
      continue;
    }
    const ScenarioSpec& spec = document.scenarios[place];
    compare_results(*was, result, spec.name.empty() ? spec.model : spec.name, found);
  }
  return found;
}

ScenarioFile with_saved_parameters(ScenarioFile document, const SavedState& before,
                                   const SavedState& now) {
  for (ScenarioSpec& spec : document.scenarios) {
    const SavedModel* was = model_of(before, spec.model);
    const SavedModel* is = model_of(now, spec.model);
    if (was == nullptr || is == nullptr) {
      continue;
    }
    for (const auto& [name, value] : was->parameters) {
      const auto present = is->parameters.find(name);
      if (present != is->parameters.end() && present->second != value) {
        spec.parameters.try_emplace(name, value);
      }
    }
  }
  return document;
}

}  // namespace ketascope
