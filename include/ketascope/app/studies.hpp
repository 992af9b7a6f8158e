// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "ketascope/app/library.hpp"
#include "ketascope/io/observation_file.hpp"
#include "ketascope/io/study_plan.hpp"
#include "ketascope/sim/simulate.hpp"

namespace ketascope {

/// Parameters of a model instead of its own, by name.
using ParameterValues = std::map<std::string, Measure>;

/// One observed number beside what the model says of it.
struct StudyRow {
  Observation observation;
  std::vector<std::pair<std::size_t, double>> columns;  ///< outputs that are summed, with weights
  std::vector<std::size_t> below;                       ///< of a ratio: the outputs below the line
  std::string analyte;                                  ///< group: ketamine, norketamine, ...
  bool scored = false;  ///< measured, and not a number of another model
  bool used = false;    ///< some stage fits to it
  std::string why_not;  ///< why it is not scored
};

/// A study arm as the model is asked to repeat it.
struct StudyArm {
  PlanArm plan;
  std::string citation, route;
  bool fitted = false;
  Scenario scenario;
  std::optional<Scenario> intravenous;  ///< the first dose by vein, for bioavailability
  double dose_mg = 0.0, first_dose_mg = 0.0;
  std::vector<StudyRow> rows;
};

/// A ratio of exposures, with both of its scenarios.
struct StudyRatio {
  PlanRatio plan;
  bool fitted = false;
  Scenario with, without;
  std::size_t output = 0;
  std::optional<std::size_t> over;
};

struct Studies {
  StudyPlan plan;
  ModelPtr model;
  std::vector<StudyArm> arms;
  std::vector<StudyRatio> ratios;
};

/// Reads models/studies/<model>.toml and the observations and makes every arm ready to be run.
///
/// Codes: study.no_plan study.unknown_parameter study.unknown_output; those of prepare().
tl::expected<Studies, Diagnostics> load_studies(const Library& library, std::string_view model);

/// What the model says of every row of an arm, each in the unit of its observation; nothing where
/// the run did not complete or the number cannot be had.
std::vector<std::optional<double>> predict(const StudyArm& arm, const ParameterValues& values = {});
std::optional<double> predict(const StudyRatio& ratio, const ParameterValues& values = {});

}  // namespace ketascope
