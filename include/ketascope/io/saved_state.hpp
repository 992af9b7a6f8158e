// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ketascope/units/measure.hpp"

namespace ketascope {

/// A model as it was when a document was saved.
struct SavedModel {
  std::string id;
  std::string equations;  ///< fingerprint of everything but the parameters' values
  std::map<std::string, Measure> parameters;
  bool operator==(const SavedModel&) const = default;
};

/// What a curve of a scenario gave when the document was saved.
struct SavedResult {
  int scenario = 0;  ///< place in the document, from 0
  std::string output;
  Measure cmax, tmax, auc;
  bool operator==(const SavedResult&) const = default;
};

/// What a document gave when it was saved, and with what.
struct SavedState {
  std::string engine;  ///< version of the program
  std::vector<SavedModel> models;
  std::vector<SavedResult> results;
  bool operator==(const SavedState&) const = default;
};

/// The state beside a document. It is no part of the question that the document asks, so that
/// documents which differ by nothing else are equal.
struct SavedAside {
  std::optional<SavedState> state;
  bool operator==(const SavedAside&) const { return true; }
};

}  // namespace ketascope
