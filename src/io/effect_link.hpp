// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ketascope/io/effect_file.hpp"

namespace ketascope {

/// The parameter that holds the concentration of half effect: EC50, C50 or IC50; null without one.
const EffectParameter* potency(const EffectSpec& spec);

/// Parameters that the link needs and the file does not have.
std::vector<std::string> missing_parameters(const EffectSpec& spec);

/// The link as an expression over the names of the parameters and `site`; needs a link other than
/// none and custom, with no parameter missing.
std::string link_expression(const EffectSpec& spec);

}  // namespace ketascope
