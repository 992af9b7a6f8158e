// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ketascope/app/studies.hpp"

namespace ketascope {

struct ValidatedRow {
  std::string arm, citation, route, analyte, label, metric, unit, site, statistic, why_not;
  double observed = 0.0;
  std::optional<double> predicted, time_min, low, high;
  std::optional<double> molar_mass;  ///< of what was measured, as Analyte::molar_mass
  bool fitted = false;               ///< its arm was fitted, with this row or another
  bool scored = false;               ///< a mean of blood samples
  bool exposure = true;  ///< concentration, area, bioavailability or clearance: counts in the folds

  std::optional<double> fold() const {
    return predicted ? std::optional(*predicted / observed) : std::nullopt;
  }
};

struct ValidatedRatio {
  PlanRatio plan;
  bool fitted = false;
  std::optional<double> predicted;
};

/// How far predictions are from observations: average fold error (bias), absolute average fold
/// error, and the share within 1.25-fold and 2-fold.
struct FoldSummary {
  std::string route, analyte, part;  ///< part: fitted | held out | all
  std::size_t rows = 0, arms = 0;
  double afe = 0.0, aafe = 0.0, within_125 = 0.0, within_2 = 0.0;
};

/// A demand on the structure of the model, with what it gives.
struct StructuralCheck {
  std::string demand, expected, obtained;
  std::optional<bool> met;  ///< nothing: shown, not judged
};

struct Validation {
  std::string model, title, grade_reason;
  std::vector<ValidatedRow> rows;
  std::vector<ValidatedRatio> ratios;
  std::vector<FoldSummary> summaries;  ///< by route and analyte, then all routes together
  std::vector<StructuralCheck> structure;
  std::vector<PlanConflict> conflicts;
  std::vector<PlanUnused> unused;
  std::vector<PlanBar> bars;
  std::vector<std::string> notes;             ///< assumptions of arms
  std::size_t arms_run = 0, arms_wanted = 0;  ///< with the ratios
  bool stopped = false;  ///< then the rows are those of the arms run by then, without structure
};

/// Runs every arm and every ratio of the plan.
Validation validate(const Studies& studies, const Library& library, const RunControl& control = {});

/// The average and absolute average fold error of the rows that count, of one group.
FoldSummary fold_summary(const std::vector<const ValidatedRow*>& rows);

std::string validation_text(const Validation& validation);
std::string validation_csv(const Validation& validation);
/// One page, complete in itself, the same bytes for the same validation.
std::string validation_html(const Validation& validation);

}  // namespace ketascope
