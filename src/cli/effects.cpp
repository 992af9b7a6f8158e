// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/effects.hpp"

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "ketascope/app/library.hpp"

namespace ketascope::cli {

int effects_command(const EffectsOptions& options) {
  const Library library = Library::standard();
  if (!options.show.empty()) {
    const auto effect = library.effect(options.show);
    if (!effect) {
      print(effect.error());
      return exit_problems;
    }
    return put(effect_card_text(*effect)) ? exit_ok : exit_problems;
  }
  std::vector<EffectSpec> effects;
  bool broken = false;
  for (const std::string& id : library.effect_ids()) {
    if (auto effect = library.effect(id)) {
      effects.push_back(std::move(*effect));
    } else {
      print(effect.error());
      broken = true;
    }
  }
  return put(effects.empty() ? "There are no effects.\n" : effect_list(effects)) && !broken
             ? exit_ok
             : exit_problems;
}

}  // namespace ketascope::cli
