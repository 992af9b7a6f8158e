// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <vector>

#include "ketascope/app/library.hpp"
#include "ketascope/app/summary.hpp"
#include "ketascope/io/saved_state.hpp"

namespace ketascope {

/// Sixteen hexadecimal digits that stand for everything that a model computes with but the values
/// of its parameters. Prose, sources and checks have no part in it.
std::string equations_fingerprint(const Model& model);

/// What a document gives now. `runs` has one entry per scenario; null where it was not run. Models
/// that the library does not have are left out.
SavedState present_state(const ScenarioFile& document, std::span<const Run* const> runs,
                         const Library& library);

/// One thing that is not as it was.
struct StateDifference {
  enum class Kind { engine, equations, parameter, result };
  Kind kind = Kind::engine;
  std::string where;        ///< id of the model; name of the scenario for a result
  std::string what;         ///< name of the parameter; "ketamine, Cmax" for a result
  std::string before, now;  ///< empty: it was not there, or is gone
  bool operator==(const StateDifference&) const = default;
};

/// What is different now. Results are compared to nine digits, where both states hold them.
std::vector<StateDifference> differences(const SavedState& before, const SavedState& now,
                                         const ScenarioFile& document);

/// The document with the parameters of its models set to what they were, where a scenario sets
/// none itself; parameters that are gone are passed over.
ScenarioFile with_saved_parameters(ScenarioFile document, const SavedState& before,
                                   const SavedState& now);

}  // namespace ketascope
