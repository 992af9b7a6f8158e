// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodel/document_joining.hpp"

#include <algorithm>
#include <string>

namespace ketascope {
namespace {

/// Each text once, in order.
std::string joined(const std::vector<ScenarioFile>& files, std::string ScenarioFile::*text,
                   const char* between) {
  std::vector<std::string> seen;
  std::string all;
  for (const ScenarioFile& file : files) {
    const std::string& own = file.*text;
    if (own.empty() || std::ranges::find(seen, own) != seen.end()) {
      continue;
    }
    all += (seen.empty() ? "" : between) + own;
    seen.push_back(own);
  }
  return all;
}

}  // namespace

ScenarioFile joinDocuments(const std::vector<ScenarioFile>& files) {
  ScenarioFile all;
  if (files.empty()) {
    return all;
  }
  all.title = joined(files, &ScenarioFile::title, "; ");
  all.description = joined(files, &ScenarioFile::description, "\n\n");
  all.display = files.front().display;
  for (const ScenarioFile& file : files) {
    all.scenarios.insert(all.scenarios.end(), file.scenarios.begin(), file.scenarios.end());
    if (!all.population) {
      all.population = file.population;
    }
  }
  return all;
}

bool patientsDisagree(const std::vector<ScenarioFile>& files) {
  const auto first = std::ranges::find_if(
      files, [](const ScenarioFile& file) { return file.population.has_value(); });
  return std::any_of(first, files.end(), [&](const ScenarioFile& file) {
    return file.population && file.population != first->population;
  });
}

void makePathsAbsolute(ScenarioFile& file, const std::filesystem::path& folder) {
  const auto move = [&](std::string& path) {
    if (!path.empty()) {
      path = (folder / path).string();
    }
  };
  const auto moveFile = [&](std::string& idOrPath) {
    if (idOrPath.ends_with(".toml")) {
      move(idOrPath);
    }
  };
  for (ScenarioSpec& spec : file.scenarios) {
    move(spec.events);
    moveFile(spec.model);
    std::ranges::for_each(spec.effects, moveFile);
    for (InteractionSpec& interaction : spec.interactions) {
      moveFile(interaction.perpetrator);
    }
  }
  if (file.population) {
    move(file.population->covariate_table);
  }
}

}  // namespace ketascope
