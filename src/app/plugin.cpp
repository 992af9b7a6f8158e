// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plugin.hpp"

#include <dlfcn.h>
#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

#include "ketascope/app/program_folder.hpp"

namespace ketascope {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Diagnostics> error(const Plugin& plugin, std::string message,
                                  std::string hint = {}) {
  return tl::unexpected(
      Diagnostics{{Severity::error, plugin.code, std::move(message), {}, {}, std::move(hint)}});
}

std::vector<fs::path> places_of(const Plugin& plugin) {
  std::vector<fs::path> places;
  if (const char* chosen = std::getenv(plugin.place)) {
    places.emplace_back(chosen);
    return places;
  }
  if (const fs::path program = program_folder(); !program.empty()) {
    places.push_back((program / "../lib/ketascope" / plugin.file).lexically_normal());
    places.push_back(program / plugin.file);
  }
  return places;
}

tl::expected<void*, Diagnostics> load(const Plugin& plugin) {
  std::string tried;
  for (const fs::path& place : places_of(plugin)) {
    std::error_code ignored;
    if (!fs::exists(place, ignored)) {
      tried += fmt::format("{}not at {}", tried.empty() ? "" : ", ", place.string());
      continue;
    }
    // Never closed: Qt does not survive being unloaded.
    void* library = dlopen(place.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr) {
      const char* why = dlerror();
      return error(plugin, fmt::format("the {} cannot be loaded: {}", plugin.name,
                                       why != nullptr ? why : "unknown"));
    }
    return library;
  }
  return error(plugin, fmt::format("there is no {} ({})", plugin.name, tried), plugin.hint);
}

}  // namespace

tl::expected<void*, Diagnostics> plugin_function(const Plugin& plugin, const char* function) {
  const auto library = load(plugin);
  if (!library) {
    return library;
  }
  void* const symbol = dlsym(*library, function);
  if (symbol == nullptr) {
    return error(plugin, fmt::format("the {} is not that of this program: it lacks {}", plugin.name,
                                     function));
  }
  return symbol;
}

}  // namespace ketascope
