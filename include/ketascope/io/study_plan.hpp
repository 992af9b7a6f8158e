// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "ketascope/io/scenario_file.hpp"

namespace ketascope {

/// How the subjects of one study arm were treated, as a scenario; its numbers are the rows with the
/// same id in observations/*.csv.
struct PlanArm {
  std::string id;
  std::vector<DoseSpec> doses;
  Measure until{24.0, "h"};  ///< the window of auc_last, t_half and ratios
  std::map<std::string, Measure> subject;
  std::map<std::string, std::string> categories;
  std::optional<Measure> reading_step;  ///< of values read off a published curve
  std::string note;                     ///< what had to be assumed of the arm
};

/// An exposure with an interaction, a genotype or a disease over that without.
struct PlanRatio {
  std::string id, label;
  std::vector<DoseSpec> doses;
  std::vector<InteractionSpec> interactions;
  std::map<std::string, Measure> subject;  ///< of the arm with the change
  std::map<std::string, std::string> categories;
  std::string output;  ///< whose exposure; with `over` the ratio of two outputs is compared
  std::string over;
  std::string metric;              ///< auc | cmax
  std::optional<double> observed;  ///< nothing: the source gives words only
  std::string said;                ///< those words
  std::string citation, doi;
  bool scored = true;  ///< false: recalled or a model's number; shown only
};

struct PlanParameter {
  std::string name;
  double start = 0.0, low = 0.0, high = 0.0;  ///< in the parameter's unit
  double prior_cv = 0.0;  ///< weight of the start, ln(p/start)/prior_cv; 0 = none
};

/// Parameters that are fitted together, and the arms (or ratios) that they are fitted to.
struct PlanStage {
  std::string id, why;
  std::vector<std::string> arms, ratios;
  std::vector<std::string> metrics;  ///< of the arms' rows
  std::vector<PlanParameter> parameters;
};

/// The average absolute fold error that the model is measured against, of arms not fitted.
struct PlanBar {
  std::string route, analyte;
  double published = 0.0;          ///< of the best single published model, chosen with hindsight
  std::optional<double> demanded;  ///< more than that
};

/// Studies that contradict each other: both are shown, with one sentence.
struct PlanConflict {
  std::string title, sentence;
  std::vector<std::string> rows;     ///< ids of arms or ratios
  std::vector<std::string> metrics;  ///< of the arms: f, cl, auc_ratio ...
  std::string analyte;               ///< of the arms; empty = any
};

struct PlanUnused {
  std::string id, reason;
};

/// models/studies/<model>.toml: what a model is calibrated and validated on.
struct StudyPlan {
  std::string file, model;
  double error = 0.1;             ///< standard deviation of ln(observed), a part
  double metabolite_error = 0.2;  ///< that of hydroxy- and dehydronorketamine
  std::vector<PlanStage> stages;
  std::vector<PlanArm> arms;
  std::vector<PlanRatio> ratios;
  std::vector<PlanConflict> conflicts;
  std::vector<PlanUnused> unused;
  std::vector<PlanBar> bars;
};

/// All problems at once. Codes: plan.unknown_arm plan.range; toml.*
tl::expected<StudyPlan, Diagnostics> parse_study_plan(std::string_view text, std::string_view file);
tl::expected<StudyPlan, Diagnostics> load_study_plan(const std::filesystem::path& path);

}  // namespace ketascope
