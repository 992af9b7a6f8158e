// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "ketascope/sim/scenario.hpp"

namespace ketascope {

/// How a model lets a dose into one of its compartments: what a value set by hand stands in for.
struct DoseEntry {
  std::string compartment;
  double F = 1.0, lag_h = 0.0;
  std::string F_text, lag_text;      ///< as the model writes them; empty = everything, at once
  std::vector<std::string> sources;  ///< of these texts' parameters, else of the compartment
  bool operator==(const DoseEntry&) const = default;
};

/// The entries of dose `dose` (counted from 0) with the scenario's parameters and covariates, each
/// compartment once. Empty where the dose is refused.
std::vector<DoseEntry> dose_entries(const Scenario& scenario, std::size_t dose);

/// The part of the whole dose that these let in: what F of the dose would have to be, set by hand,
/// to change nothing.
double model_F(const Scenario& scenario, std::size_t dose);

}  // namespace ketascope
