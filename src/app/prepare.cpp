// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>
#include <algorithm>

#include "app/composed_models.hpp"
#include "app/event_input.hpp"
#include "ketascope/app/effects.hpp"
#include "ketascope/app/interactions.hpp"
#include "ketascope/app/library.hpp"
#include "ketascope/diagnostic/suggest.hpp"

namespace ketascope {
namespace {

Diagnostic error(std::string code, std::string message, std::string hint = {}) {
  return {Severity::error, std::move(code), std::move(message), {}, {}, std::move(hint)};
}

std::string joined(const std::vector<std::string>& names) {
  return fmt::format("{}", fmt::join(names, ", "));
}

/// "caucasian (0), japanese (1)"
std::string listed(const std::map<std::string, double>& categories) {
  std::vector<std::string> all;
  for (const auto& [label, code] : categories) {
    all.push_back(fmt::format("{} ({})", label, code));
  }
  return joined(all);
}

/// "did you mean 'x'?" or, when nothing is near, everything that is known.
std::string hint_for(std::string_view name, const std::vector<std::string>& known,
                     std::string_view what) {
  const std::string near = did_you_mean(name, known);
  if (known.empty()) {
    return fmt::format("the model has no {}", what);
  }
  return near.empty() ? fmt::format("known {}: {}", what, joined(known)) : near;
}

void resolve_subject(const ScenarioSpec& spec, const Model& model, Scenario& scenario,
                     Diagnostics& problems) {
  std::vector<std::string> known;
  for (const Covariate& covariate : model.covariates) {
    known.push_back(covariate.name);
  }
  if (model.covariate_index("WT") < 0) {
    known.push_back("WT");  // doses per kg need it in any case
  }
  const auto is_known = [&](const std::string& name) {
    if (std::ranges::find(known, name) != known.end()) {
      return true;
    }
    problems.push_back(
        error("scenario.covariate_unknown",
              fmt::format("model '{}' does not know the covariate '{}'", model.id, name),
              hint_for(name, known, "covariates")));
    return false;
  };
  for (const auto& [name, measure] : spec.subject) {
    if (!is_known(name)) {
      continue;
    }
    const int index = model.covariate_index(name);
    const Dimension dimension =
        index < 0 ? dimensions::body_mass
                  : model.covariates[static_cast<std::size_t>(index)].unit.dimension;
    if (const auto value = to_internal(measure, dimension); !value) {
      problems.push_back(
          error(value.error().code,
                fmt::format("{} = {}: {}", name, to_text(measure), value.error().message),
                value.error().hint));
      continue;
    }
    if (index >= 0) {
      const auto& categories = model.covariates[static_cast<std::size_t>(index)].categories;
      const bool one = categories.empty() || std::ranges::any_of(categories, [&](const auto& each) {
                         return each.second == measure.value;
                       });
      if (!one) {
        problems.push_back(
            error("scenario.category",
                  fmt::format("{} = {}: the model has no such category", name, to_text(measure)),
                  "known: " + listed(categories)));
        continue;
      }
    }
    scenario.subject.covariates[name] = measure;
  }
  for (const auto& [name, label] : spec.categories) {
    if (!is_known(name)) {
      continue;
    }
    const int index = model.covariate_index(name);
    const auto* covariate =
        index < 0 ? nullptr : &model.covariates[static_cast<std::size_t>(index)];
    if (covariate == nullptr || covariate->categories.empty()) {
      problems.push_back(
          error("scenario.category",
                fmt::format("{} = '{}': {} is a number with a unit", name, label, name)));
      continue;
    }
    const auto code = covariate->categories.find(label);
    if (code == covariate->categories.end()) {
      std::vector<std::string> labels;
      for (const auto& entry : covariate->categories) {
        labels.push_back(entry.first);
      }
      problems.push_back(
          error("scenario.category",
                fmt::format("{} = '{}': the model has no such category", name, label),
                "known: " + joined(labels)));
      continue;
    }
    scenario.subject.covariates[name] = Measure{code->second, ""};
  }
}

void resolve_parameters(const ScenarioSpec& spec, const Model& model, Scenario& scenario,
                        Diagnostics& problems) {
  for (const auto& [name, measure] : spec.parameters) {
    const int index = model.parameter_index(name);
    if (index < 0) {
      std::vector<std::string> known;
      for (const Parameter& parameter : model.parameters) {
        known.push_back(parameter.name);
      }
      problems.push_back(
          error("scenario.parameter_unknown",
                fmt::format("model '{}' does not know the parameter '{}'", model.id, name),
                hint_for(name, known, "parameters")));
      continue;
    }
    const Parameter& parameter = model.parameters[static_cast<std::size_t>(index)];
    if (const auto value = to_internal(measure, parameter.unit.dimension); !value) {
      problems.push_back(
          error(value.error().code,
                fmt::format("{} = {}: {}", name, to_text(measure), value.error().message),
                value.error().hint));
      continue;
    }
    scenario.parameters[name] = measure;
  }
}

void check_outputs(const ScenarioSpec& spec, const Model& model, Diagnostics& problems) {
  for (const std::string& name : spec.outputs) {
    if (model.output_index(name) >= 0) {
      continue;
    }
    std::vector<std::string> known;
    for (const Output& output : model.outputs) {
      known.push_back(output.name);
    }
    problems.push_back(error("scenario.output",
                             fmt::format("model '{}' has no output '{}'", model.id, name),
                             hint_for(name, known, "outputs")));
  }
}

/// The model with the scenario's effects in it; what has to be said of them goes to `notices`.
tl::expected<ModelPtr, Diagnostics> model_with_effects(const ScenarioSpec& spec,
                                                       const Library& library, const ModelSpec& pk,
                                                       const std::filesystem::path& folder,
                                                       Diagnostics& notices) {
  std::vector<EffectSpec> effects;
  Diagnostics problems;
  for (const std::string& id : spec.effects) {
    std::filesystem::path path(id);
    if (id.ends_with(".toml") && path.is_relative() && !folder.empty()) {
      path = folder / path;
    }
    auto effect = library.effect(path.string());
    if (effect) {
      effects.push_back(std::move(*effect));
    } else {
      problems.insert(problems.end(), effect.error().begin(), effect.error().end());
    }
  }
  if (!problems.empty()) {
    return tl::unexpected(std::move(problems));
  }
  auto built = with_effects(pk, effects);
  if (!built) {
    return tl::unexpected(std::move(built.error()));
  }
  notices = std::move(built->notices);
  return std::move(built->model);
}

/// The model with the scenario's interactions and effects in it, made anew.
tl::expected<ComposedModel, Diagnostics> compose(const ScenarioSpec& spec, const Library& library,
                                                 const ModelPtr& model,
                                                 const std::filesystem::path& folder,
                                                 Schedule& doses) {
  const auto text = read_text_file(model->file);
  if (!text) {
    return tl::unexpected(text.error());
  }
  ModelSpec pk = parse_model_spec(*text, model->file).spec;
  ComposedModel composed;
  Diagnostics interaction_notices;
  if (!spec.interactions.empty()) {
    auto interacting = interacting_model(std::move(pk), spec.interactions, library, folder);
    if (!interacting) {
      return tl::unexpected(std::move(interacting.error()));
    }
    pk = std::move(interacting->spec);
    doses = std::move(interacting->doses);
    composed.perpetrators = std::move(interacting->perpetrators);
    interaction_notices = std::move(interacting->notices);
  }
  if (spec.effects.empty()) {
    BuiltModel built = build_model(pk);
    if (!built.model) {
      return tl::unexpected(std::move(built.diagnostics));
    }
    composed.model = std::move(built.model);
  } else {
    auto built = model_with_effects(spec, library, pk, folder, composed.notices);
    if (!built) {
      return tl::unexpected(std::move(built.error()));
    }
    composed.model = std::move(*built);
  }
  composed.notices.insert(composed.notices.end(), interaction_notices.begin(),
                          interaction_notices.end());
  return composed;
}

/// The same, kept by the library. Files that are named by their paths are read every time: they are
/// somebody's work in progress.
tl::expected<ComposedModel, Diagnostics> composed_model(const ScenarioSpec& spec,
                                                        const Library& library,
                                                        const ModelPtr& model,
                                                        const std::filesystem::path& folder,
                                                        Schedule& doses) {
  ComposedModels::Key key{model, {}, spec.effects};
  for (const InteractionSpec& interaction : spec.interactions) {
    key.perpetrators.push_back(interaction.perpetrator);
  }
  const auto is_path = [](const std::string& name) { return name.ends_with(".toml"); };
  if (std::ranges::any_of(key.perpetrators, is_path) || std::ranges::any_of(key.effects, is_path)) {
    return compose(spec, library, model, folder, doses);
  }
  if (auto known = library.composed().find(key)) {
    auto own = interaction_doses(spec.interactions, known->perpetrators);
    if (!own) {
      return tl::unexpected(std::move(own.error()));
    }
    doses = std::move(*own);
    return std::move(*known);
  }
  auto made = compose(spec, library, model, folder, doses);
  if (made) {
    library.composed().keep(std::move(key), *made);
  }
  return made;
}

}  // namespace

tl::expected<Scenario, Diagnostics> prepare(const ScenarioSpec& spec, const Library& library,
                                            const std::filesystem::path& folder) {
  TableReading reading;
  return prepare(spec, library, folder, reading);
}

tl::expected<Scenario, Diagnostics> prepare(const ScenarioSpec& spec, const Library& library,
                                            const std::filesystem::path& folder,
                                            TableReading& reading) {
  // A path is meant relative to the scenario that names it.
  std::string wanted = spec.model;
  if (wanted.ends_with(".toml") && std::filesystem::path(wanted).is_relative() && !folder.empty()) {
    wanted = (folder / wanted).string();
  }
  auto model = library.model(wanted);
  if (!model) {
    return tl::unexpected(model.error());
  }
  Diagnostics composing_notices;
  Schedule interacting_doses;
  if (!spec.effects.empty() || !spec.interactions.empty()) {
    auto composed = composed_model(spec, library, *model, folder, interacting_doses);
    if (!composed) {
      return tl::unexpected(std::move(composed.error()));
    }
    model = std::move(composed->model);
    composing_notices = std::move(composed->notices);
  }
  Scenario scenario;
  Diagnostics problems;
  scenario.name = spec.name;
  scenario.model = *model;
  resolve_subject(spec, **model, scenario, problems);
  resolve_parameters(spec, **model, scenario, problems);
  check_outputs(spec, **model, problems);
  Schedule schedule = spec.doses;
  schedule.insert(schedule.end(), interacting_doses.begin(), interacting_doses.end());
  scenario.regimen = std::move(schedule);
  scenario.sampling = spec.sampling;
  scenario.solver = spec.solver;
  scenario.covariates = spec.covariates;
  scenario.seed = spec.seed;
  if (!spec.events.empty() && !interacting_doses.empty()) {
    problems.push_back(
        error("interaction.events", "an event table gives its own doses and takes no interaction"));
  }
  if (!spec.events.empty()) {
    const std::filesystem::path events(spec.events);
    const Diagnostics found = read_event_table(
        events.is_relative() && !folder.empty() ? folder / events : events, scenario, reading);
    problems.insert(problems.end(), found.begin(), found.end());
  }
  if (has_errors(problems)) {
    return tl::unexpected(std::move(problems));
  }
  scenario.notices.insert(scenario.notices.end(), composing_notices.begin(),
                          composing_notices.end());
  return scenario;
}

}  // namespace ketascope
