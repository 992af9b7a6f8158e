// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <string>

#include "io/toml_reader.hpp"
#include "ketascope/io/effect_file.hpp"

namespace ketascope {

/// What the checks of an effect need of the places in its file.
struct EffectPlaces {
  SourceLocation expression, root;
  std::map<std::string, SourceLocation, std::less<>> parameters, drivers, checks;
};

/// Finds what does not fit together in an effect whose fields could all be read, and completes it:
/// the delay of each driver, the expression of its link. Problems go to the document.
void judge_effect(TomlDocument& document, EffectSpec& spec, const EffectPlaces& places);

}  // namespace ketascope
