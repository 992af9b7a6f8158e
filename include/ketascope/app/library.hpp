// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "ketascope/io/band_file.hpp"
#include "ketascope/io/effect_file.hpp"
#include "ketascope/io/missing_file.hpp"
#include "ketascope/io/model_file.hpp"
#include "ketascope/io/scenario_file.hpp"
#include "ketascope/sim/scenario.hpp"

namespace ketascope {

class ComposedModels;  // src/app/composed_models.hpp

/// The models and effect bands found on KETASCOPE_MODEL_PATH and in the installed models folder.
/// Models are read when first asked for: one command with one model reads one file.
class Library {
 public:
  /// Folders in order of precedence. `standard()` uses KETASCOPE_MODEL_PATH, then
  /// <exe>/../share/ketascope/models, then <exe>/models.
  explicit Library(std::vector<std::filesystem::path> folders);
  static Library standard();

  std::vector<std::string> model_ids() const;  ///< sorted; from file names, nothing is read
  std::filesystem::path model_path(std::string_view id) const;
  /// By id, or by path when it ends in .toml. Errors: model.not_found (with the nearest id), or the
  /// file's.
  tl::expected<ModelPtr, Diagnostics> model(std::string_view id_or_path) const;
  tl::expected<std::vector<EffectBand>, Diagnostics> bands() const;
  /// Published models that are not in the library, and what they lack.
  tl::expected<std::vector<MissingModel>, Diagnostics> missing_models() const;
  /// Effects in the folder effects/, sorted by id; from file names, nothing is read.
  std::vector<std::string> effect_ids() const;
  /// By id, or by path when it ends in .toml. Errors: effect.not_found (with the nearest id), or
  /// the file's.
  tl::expected<EffectSpec, Diagnostics> effect(std::string_view id_or_path) const;
  const std::vector<std::filesystem::path>& folders() const { return folders_; }
  /// Models that prepare() has put interactions and effects into; shared by copies of the library.
  ComposedModels& composed() const { return *composed_; }

 private:
  std::vector<std::filesystem::path> folders_;
  std::shared_ptr<ComposedModels> composed_;
  mutable std::map<std::string, ModelPtr, std::less<>> cache_;
};

/// ScenarioSpec -> Scenario: finds the model, resolves categories, reads an event table.
/// `folder` is what relative paths refer to.
tl::expected<Scenario, Diagnostics> prepare(const ScenarioSpec& spec, const Library& library,
                                            const std::filesystem::path& folder = {});

}  // namespace ketascope
