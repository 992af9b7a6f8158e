// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/library.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <cstdlib>
#include <system_error>

#include "app/composed_models.hpp"
#include "ketascope/app/program_folder.hpp"
#include "ketascope/diagnostic/suggest.hpp"

namespace ketascope {
namespace {

namespace fs = std::filesystem;

/// Files of one folder with the ending .toml, sorted by name; none when the folder cannot be read.
std::vector<fs::path> toml_files(const fs::path& folder) {
  std::vector<fs::path> found;
  std::error_code failure;
  for (auto it = fs::directory_iterator(folder, failure);
       !failure && it != fs::directory_iterator(); it.increment(failure)) {
    std::error_code ignored;
    if (it->path().extension() == ".toml" && it->is_regular_file(ignored)) {
      found.push_back(it->path());
    }
  }
  std::ranges::sort(found);
  return found;
}

Diagnostic error(std::string code, std::string message, std::string hint = {}) {
  return {Severity::error, std::move(code), std::move(message), {}, {}, std::move(hint)};
}

/// The entries of all files in a subfolder of the library's folders; an id counts where it is met
/// first.
template <typename Entry, typename Parse>
tl::expected<std::vector<Entry>, Diagnostics> read_all(const std::vector<fs::path>& folders,
                                                       const char* subfolder, Parse parse) {
  std::vector<Entry> entries;
  Diagnostics problems;
  const auto add_problems = [&](const Diagnostics& found) {
    problems.insert(problems.end(), found.begin(), found.end());
  };
  for (const fs::path& folder : folders) {
    for (const fs::path& file : toml_files(folder / subfolder)) {
      const auto text = read_text_file(file);
      if (!text) {
        add_problems(text.error());
        continue;
      }
      auto parsed = parse(*text, file.string());
      if (!parsed) {
        add_problems(parsed.error());
        continue;
      }
      for (Entry& entry : *parsed) {
        if (std::ranges::find(entries, entry.id, &Entry::id) == entries.end()) {
          entries.push_back(std::move(entry));
        }
      }
    }
  }
  if (has_errors(problems)) {
    return tl::unexpected(std::move(problems));
  }
  return entries;
}

std::string joined(const std::vector<fs::path>& folders) {
  std::string text;
  for (const fs::path& folder : folders) {
    text += (text.empty() ? "" : ", ") + folder.string();
  }
  return text;
}

}  // namespace

Library::Library(std::vector<fs::path> folders)
    : folders_(std::move(folders)), composed_(std::make_shared<ComposedModels>()) {}

Library Library::standard() {
  std::vector<fs::path> folders;
  const auto add = [&](const fs::path& folder) {
    std::error_code ignored;
    if (!folder.empty() && std::ranges::find(folders, folder) == folders.end() &&
        fs::is_directory(folder, ignored)) {
      folders.push_back(folder);
    }
  };
  if (const char* listed = std::getenv("KETASCOPE_MODEL_PATH")) {
    std::string_view rest = listed;
    while (!rest.empty()) {
      const auto end = std::min(rest.find(':'), rest.size());
      add(fs::path(rest.substr(0, end)));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  const fs::path program = program_folder();
  if (!program.empty()) {
    add((program / "../share/ketascope/models").lexically_normal());
    add(program / "models");
  }
  return Library(std::move(folders));
}

std::vector<std::string> Library::model_ids() const {
  std::vector<std::string> ids;
  for (const fs::path& folder : folders_) {
    for (const fs::path& file : toml_files(folder)) {
      ids.push_back(file.stem().string());
    }
  }
  std::ranges::sort(ids);
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

fs::path Library::model_path(std::string_view id) const {
  // An id is a file name, never a way out of the library's folders.
  if (id.empty() || id.find('/') != std::string_view::npos) {
    return {};
  }
  for (const fs::path& folder : folders_) {
    fs::path file = folder / (std::string(id) + ".toml");
    std::error_code ignored;
    if (fs::is_regular_file(file, ignored)) {
      return file;
    }
  }
  return {};
}

tl::expected<ModelPtr, Diagnostics> Library::model(std::string_view id_or_path) const {
  if (const auto known = cache_.find(id_or_path); known != cache_.end()) {
    return known->second;
  }
  fs::path path;
  if (id_or_path.ends_with(".toml")) {
    path = fs::path(id_or_path);
  } else {
    path = model_path(id_or_path);
  }
  if (path.empty()) {
    const auto ids = model_ids();
    std::string hint = did_you_mean(id_or_path, ids);
    if (hint.empty()) {
      hint = folders_.empty()
                 ? "no models folder was found; set KETASCOPE_MODEL_PATH to one"
                 : fmt::format("the models to choose from are in {}", joined(folders_));
    }
    return tl::unexpected(Diagnostics{error(
        "model.not_found", fmt::format("there is no model '{}'", id_or_path), std::move(hint))});
  }
  BuiltModel built = load_model(path);
  if (!built.model || has_errors(built.diagnostics)) {
    return tl::unexpected(std::move(built.diagnostics));
  }
  return cache_.emplace(std::string(id_or_path), std::move(built.model)).first->second;
}

std::vector<std::string> Library::effect_ids() const {
  std::vector<std::string> ids;
  for (const fs::path& folder : folders_) {
    for (const fs::path& file : toml_files(folder / "effects")) {
      ids.push_back(file.stem().string());
    }
  }
  std::ranges::sort(ids);
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

tl::expected<EffectSpec, Diagnostics> Library::effect(std::string_view id_or_path) const {
  if (id_or_path.ends_with(".toml")) {
    return load_effect_file(fs::path(id_or_path));
  }
  if (!id_or_path.empty() && id_or_path.find('/') == std::string_view::npos) {
    for (const fs::path& folder : folders_) {
      const fs::path file = folder / "effects" / (std::string(id_or_path) + ".toml");
      std::error_code ignored;
      if (fs::is_regular_file(file, ignored)) {
        return load_effect_file(file);
      }
    }
  }
  const std::string near = did_you_mean(id_or_path, effect_ids());
  return tl::unexpected(Diagnostics{error(
      "effect.not_found", fmt::format("there is no effect '{}'", id_or_path),
      near.empty() ? "the effects to choose from are in the folder effects of the models" : near)});
}

tl::expected<std::vector<EffectBand>, Diagnostics> Library::bands() const {
  return read_all<EffectBand>(folders_, "bands", parse_band_file);
}

tl::expected<std::vector<MissingModel>, Diagnostics> Library::missing_models() const {
  return read_all<MissingModel>(folders_, "missing", parse_missing_file);
}

}  // namespace ketascope
