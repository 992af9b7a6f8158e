// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

#include "ketascope/app/comparison.hpp"
#include "ketascope/app/figure.hpp"
#include "ketascope/app/library.hpp"
#include "ketascope/app/ribbons.hpp"
#include "ketascope/app/summary.hpp"
#include "ketascope/io/observation_file.hpp"
#include "ketascope/sim/simulate.hpp"

namespace ketascope {

struct SimulationOutcome;

/// A document with everything needed to compute it, by value: nothing is shared with the window.
struct SimulationRequest {
  ScenarioFile document;
  std::filesystem::path folder;
  Library library{{}};
  std::vector<EffectBand> bands;
  std::shared_ptr<const std::vector<Observation>> observations = nullptr;  ///< null: none are known
  Words words;  ///< of the figure and the notes
  /// Given the curves without the ribbons that are still to be computed, when those have taken
  /// `earlyAfterMs`. From any thread.
  std::function<void(SimulationOutcome)> early = nullptr;
  double earlyAfterMs = 0;
  /// What scenarios without a name are called, in the order of the document; none: as their model.
  std::vector<std::string> titles{};
};

/// What became of one scenario of the document, in its order.
struct ScenarioOutcome {
  /// Why a scenario has no ribbon although the document has virtual patients.
  enum class NoRibbon { drawn, noVariability, refused };

  ScenarioSpec spec;
  std::shared_ptr<const Run> run;                    ///< null when hidden or refused
  std::shared_ptr<const PopulationResult> patients;  ///< null without a ribbon
  NoRibbon noRibbon = NoRibbon::drawn;
  Diagnostics diagnostics;  ///< why it was refused; warnings of a run
};

struct SimulationOutcome {
  ScenarioFile document;  ///< what was computed: whatever is told of the curves is told of it
  std::uint64_t generation = 0;
  bool cancelled = false;
  bool ribbonsPending = false;  ///< those of the virtual patients are on their way
  double ribbonsMs = 0;         ///< how long they took
  std::vector<ScenarioOutcome> scenarios;
  std::optional<PopulationSpec> patientSpec;  ///< with its table read; none: no ribbons wanted
  std::vector<int> shown;                     ///< scenario of each run, in order
  std::vector<int> rowScenario;               ///< scenario of each summary row
  std::vector<EffectBand> bands;              ///< those drawn
  std::vector<SummaryRow> summary;
  Comparison comparison;  ///< its runs count those shown
  Figure figure;
  std::vector<std::string> notes;     ///< grades of composite routes, runs that stopped early
  std::vector<std::string> observed;  ///< sources of the observed data, and where sites differ
  bool observedWanted = false, observedFound = false;
  Diagnostics diagnostics;  ///< of the document as a whole

  std::vector<Run> runs() const;              ///< copies, for export
  std::vector<RunPatients> patients() const;  ///< of those runs, where there are ribbons
};

/// Computes a document. A scenario that cannot be computed does not keep the others from being
/// shown; one that is unchanged since `previous` is not computed again. Never throws.
SimulationOutcome simulateDocument(const SimulationRequest& request, const RunControl& control,
                                   const SimulationOutcome* previous = nullptr);

}  // namespace ketascope
