// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/effect_link.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace ketascope {

const EffectParameter* EffectSpec::parameter(std::string_view name) const {
  const auto found = std::ranges::find(parameters, name, &EffectParameter::name);
  return found == parameters.end() ? nullptr : &*found;
}

std::string EffectDriver::full_name() const {
  return enantiomer == "S" || enantiomer == "R" ? enantiomer + "-" + analyte : analyte;
}

const EffectParameter* potency(const EffectSpec& spec) {
  for (const std::string_view name : {"EC50", "C50", "IC50"}) {
    if (const EffectParameter* found = spec.parameter(name)) {
      return found;
    }
  }
  return nullptr;
}

std::vector<std::string> missing_parameters(const EffectSpec& spec) {
  std::vector<std::string> missing;
  const auto need = [&](std::string_view name) {
    if (spec.parameter(name) == nullptr) {
      missing.emplace_back(name);
    }
  };
  const bool saturates =
      spec.link == "emax" || spec.link == "sigmoid" || spec.link == "inhibitory_sigmoid";
  if ((saturates || spec.link == "ratio") && potency(spec) == nullptr) {
    missing.emplace_back("EC50 (or C50, IC50)");
  }
  if (spec.link == "linear") {
    need("slope");
  }
  if (spec.link == "sigmoid" || spec.link == "inhibitory_sigmoid") {
    need("gamma");
  }
  if (spec.link == "inhibitory_sigmoid") {
    need("E0");
    need("Emax");
  }
  if (spec.fractional) {
    need("E0");
    need("Emax");
  }
  std::ranges::sort(missing);
  missing.erase(std::unique(missing.begin(), missing.end()), missing.end());
  return missing;
}

std::string link_expression(const EffectSpec& spec) {
  const bool down = spec.direction == "decrease";
  const std::string sign = down ? "-" : "+";
  const std::string baseline = spec.parameter("E0") != nullptr ? "E0 " : "";
  if (spec.link == "linear") {
    return baseline.empty() && !down ? "slope * site" : baseline + sign + " slope * site";
  }
  const std::string half = potency(spec)->name;
  if (spec.link == "ratio") {
    return fmt::format("site / {}", half);
  }
  // A rounding error below zero must not become the power of a negative number.
  const std::string relative = fmt::format("(max(site, 0) / {})", half);
  const std::string power = spec.link == "emax" ? relative : relative + "^gamma";
  const std::string share = fmt::format("({0} / (1 + {0}))", power);
  if (spec.fractional) {
    return fmt::format("E0 * (1 {} Emax * {})", sign, share);
  }
  const std::string change = spec.parameter("Emax") != nullptr ? "Emax * " + share : share;
  return baseline.empty() && !down ? change : fmt::format("{}{} {}", baseline, sign, change);
}

}  // namespace ketascope
