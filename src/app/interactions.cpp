// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/interactions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>
#include <utility>

#include "ketascope/app/table.hpp"
#include "ketascope/diagnostic/suggest.hpp"
#include "ketascope/units/number.hpp"

namespace ketascope {
namespace {

namespace fs = std::filesystem;

Diagnostic error(std::string code, std::string message, std::string hint = {}) {
  return {Severity::error, std::move(code), std::move(message), {}, {}, std::move(hint)};
}

/// The doses of an interaction by the routes that they have in the composed model.
void add_doses(const InteractionSpec& interaction, const PerpetratorSpec& perpetrator,
               Schedule& doses, Diagnostics& problems) {
  const std::string& id = perpetrator.pieces.id.value;
  const std::vector<DoseSpec>* wanted = &interaction.doses;
  if (wanted->empty()) {
    const auto& regimens = perpetrator.regimens;
    const auto regimen = interaction.regimen.empty()
                             ? regimens.begin()
                             : std::ranges::find_if(regimens, [&](const RegimenSpec& r) {
                                 return r.id.value == interaction.regimen;
                               });
    if (regimen == regimens.end()) {
      std::vector<std::string> known;
      for (const RegimenSpec& r : regimens) {
        known.push_back(r.id.value);
      }
      problems.push_back(error("interaction.regimen",
                               fmt::format("{} has no regimen '{}'", id, interaction.regimen),
                               fmt::format("it has {}", fmt::join(known, ", "))));
      return;
    }
    wanted = &regimen->doses;
  }
  for (DoseSpec dose : *wanted) {
    const bool known = std::ranges::any_of(perpetrator.pieces.routes, [&](const RouteSpec& route) {
      return route.id.value == dose.route;
    });
    if (!known) {
      problems.push_back(error("interaction.route",
                               fmt::format("{} is not given by the route '{}'", id, dose.route)));
      continue;
    }
    dose.route = interaction_route(id, dose.route);
    doses.push_back(std::move(dose));
  }
}

std::string described(const ActSpec& act) {
  std::string what;
  const auto add = [&](const TextAt& text, std::string_view kind) {
    if (!text.empty()) {
      what += (what.empty() ? "" : ", ") + std::string(kind);
    }
  };
  add(act.inhibition, "reversible inhibition");
  add(act.inactivation, "inactivation");
  add(act.induction, "induction");
  return fmt::format("{}: {}", act.on.value, what);
}

}  // namespace

std::vector<std::string> perpetrator_ids(const Library& library) {
  std::vector<std::string> ids;
  for (const fs::path& folder : library.folders()) {
    std::error_code failure;
    for (auto it = fs::directory_iterator(folder / "perpetrators", failure);
         !failure && it != fs::directory_iterator(); it.increment(failure)) {
      if (it->path().extension() == ".toml") {
        ids.push_back(it->path().stem().string());
      }
    }
  }
  std::ranges::sort(ids);
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

tl::expected<PerpetratorSpec, Diagnostics> find_perpetrator(const Library& library,
                                                            std::string_view id_or_path) {
  if (id_or_path.ends_with(".toml")) {
    return load_perpetrator_file(fs::path(id_or_path));
  }
  if (!id_or_path.empty() && id_or_path.find('/') == std::string_view::npos) {
    for (const fs::path& folder : library.folders()) {
      const fs::path file = folder / "perpetrators" / (std::string(id_or_path) + ".toml");
      std::error_code ignored;
      if (fs::is_regular_file(file, ignored)) {
        return load_perpetrator_file(file);
      }
    }
  }
  const std::vector<std::string> known = perpetrator_ids(library);
  const std::string near = did_you_mean(id_or_path, known);
  return tl::unexpected(Diagnostics{
      error("interaction.not_found", fmt::format("there is no perpetrator '{}'", id_or_path),
            near.empty() ? fmt::format("there are {}", fmt::join(known, ", ")) : near)});
}

InteractionSpec parse_interaction(std::string_view text) {
  InteractionSpec interaction;
  const auto colon = text.find(':');
  interaction.perpetrator = text.substr(0, colon);
  if (colon != std::string_view::npos) {
    interaction.regimen = text.substr(colon + 1);
  }
  return interaction;
}

tl::expected<InteractingModel, Diagnostics> interacting_model(
    ModelSpec host, const std::vector<InteractionSpec>& interactions, const Library& library,
    const std::filesystem::path& folder) {
  std::vector<PerpetratorSpec> perpetrators;
  Schedule doses;
  Diagnostics problems;
  for (const InteractionSpec& interaction : interactions) {
    fs::path path(interaction.perpetrator);
    if (path.extension() == ".toml" && path.is_relative() && !folder.empty()) {
      path = folder / path;
    }
    auto perpetrator = find_perpetrator(library, path.string());
    if (!perpetrator) {
      problems.insert(problems.end(), perpetrator.error().begin(), perpetrator.error().end());
      continue;
    }
    add_doses(interaction, *perpetrator, doses, problems);
    perpetrators.push_back(std::move(*perpetrator));
  }
  if (!problems.empty()) {
    return tl::unexpected(std::move(problems));
  }
  auto composed = with_interactions(std::move(host), perpetrators);
  if (!composed) {
    return tl::unexpected(std::move(composed.error()));
  }
  return InteractingModel{std::move(composed->spec), std::move(perpetrators), std::move(doses),
                          std::move(composed->notices)};
}

tl::expected<Schedule, Diagnostics> interaction_doses(
    const std::vector<InteractionSpec>& interactions,
    const std::vector<PerpetratorSpec>& perpetrators) {
  Schedule doses;
  Diagnostics problems;
  for (std::size_t i = 0; i < interactions.size() && i < perpetrators.size(); ++i) {
    add_doses(interactions[i], perpetrators[i], doses, problems);
  }
  if (!problems.empty()) {
    return tl::unexpected(std::move(problems));
  }
  return doses;
}

std::string perpetrator_card_text(const PerpetratorSpec& perpetrator) {
  const ModelSpec& pieces = perpetrator.pieces;
  std::string out =
      fmt::format("{}  ({})\n{}\n", pieces.title.value, pieces.grade.value, pieces.summary.value);
  if (!pieces.grade_reason.empty()) {
    out += fmt::format("{}\n", pieces.grade_reason.value);
  }
  out += "\nwhat it does\n";
  for (const ActSpec& act : perpetrator.acts) {
    out += fmt::format("  {}\n    {}\n", described(act), act.source.value);
  }
  out += "\nregimens\n";
  for (const RegimenSpec& regimen : perpetrator.regimens) {
    out += fmt::format("  {}: {}\n    {}\n", regimen.id.value, regimen.label.value,
                       regimen.source.value);
  }
  out += "\nnumbers\n";
  for (const ParameterSpec& parameter : pieces.parameters) {
    out += fmt::format("  {} = {} {}  {}\n    {}\n", parameter.name.value,
                       shortest(parameter.value.value_or(0.0)), parameter.unit.value,
                       parameter.description.value, parameter.source.value);
  }
  if (!pieces.left_out.empty()) {
    out += "\nmissing\n";
    for (const TextAt& line : pieces.left_out) {
      out += fmt::format("  {}\n", line.value);
    }
  }
  return out + fmt::format("\n{}\n", pieces.citation.value);
}

std::string perpetrator_list(const std::vector<PerpetratorSpec>& perpetrators) {
  TextTable table({{"id"}, {"grade"}, {"acts"}, {"regimens"}});
  for (const PerpetratorSpec& perpetrator : perpetrators) {
    std::vector<std::string> acts, regimens;
    for (const ActSpec& act : perpetrator.acts) {
      acts.push_back(described(act));
    }
    for (const RegimenSpec& regimen : perpetrator.regimens) {
      regimens.push_back(regimen.id.value);
    }
    table.add_row({perpetrator.pieces.id.value, perpetrator.pieces.grade.value,
                   fmt::format("{}", fmt::join(acts, "; ")),
                   fmt::format("{}", fmt::join(regimens, ", "))});
  }
  return table.text();
}

}  // namespace ketascope
