// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/io/scenario_paths.hpp"

#include <algorithm>
#include <system_error>

namespace ketascope {
namespace {

namespace fs = std::filesystem;

/// Without links, because `..` after a link leads elsewhere than it seems to.
fs::path real_folder(const fs::path& folder) {
  std::error_code failure;
  const fs::path absolute = fs::absolute(folder.empty() ? fs::path(".") : folder, failure);
  const fs::path real = fs::weakly_canonical(absolute, failure);
  return failure ? absolute.lexically_normal() : real;
}

class Moved {
 public:
  Moved(const fs::path& from, const fs::path& to) : from_(from), to_(to) {}

  void file(std::string& path) const {
    const fs::path old(path);
    if (path.empty() || old.is_absolute()) {
      return;
    }
    // The file itself may be a link and keeps its name.
    const fs::path there = real_folder((from_ / old).parent_path()) / old.filename();
    const fs::path shown = there.lexically_relative(to_);
    path = (shown.empty() ? there : shown).generic_string();
  }
  void file_or_id(std::string& name) const {
    if (name.ends_with(".toml")) {
      file(name);
    }
  }

 private:
  const fs::path &from_, &to_;
};

}  // namespace

ScenarioFile with_paths_from(ScenarioFile document, const fs::path& from, const fs::path& to) {
  const fs::path old_folder = real_folder(from), new_folder = real_folder(to);
  if (old_folder == new_folder) {
    return document;
  }
  const Moved moved(old_folder, new_folder);
  for (ScenarioSpec& spec : document.scenarios) {
    moved.file_or_id(spec.model);
    moved.file(spec.events);
    for (std::string& effect : spec.effects) {
      moved.file_or_id(effect);
    }
    for (InteractionSpec& interaction : spec.interactions) {
      moved.file_or_id(interaction.perpetrator);
    }
  }
  if (document.population) {
    moved.file(document.population->covariate_table);
  }
  return document;
}

std::vector<std::string> files_of(const ScenarioFile& document, const fs::path& folder) {
  std::vector<std::string> files;
  const auto file = [&](const std::string& name) {
    if (!name.empty()) {
      files.push_back((folder / name).string());
    }
  };
  const auto file_or_id = [&](const std::string& name) {
    if (name.ends_with(".toml")) {
      file(name);
    }
  };
  for (const ScenarioSpec& spec : document.scenarios) {
    file(spec.events);
    file_or_id(spec.model);
    std::ranges::for_each(spec.effects, file_or_id);
    std::ranges::for_each(spec.interactions, file_or_id, &InteractionSpec::perpetrator);
  }
  if (document.population) {
    file(document.population->covariate_table);
  }
  return files;
}

}  // namespace ketascope
