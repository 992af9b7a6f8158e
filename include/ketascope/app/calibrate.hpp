// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "ketascope/app/studies.hpp"

namespace ketascope {

struct CalibrationOptions {
  int rounds = 3;                   ///< times that the stages are gone through, one after the other
  int most_iterations = 40;         ///< of one stage in one round
  std::vector<std::string> stages;  ///< empty = all; those left out keep the model's values
};

struct FittedParameter {
  std::string name, unit, stage;
  double start = 0.0, value = 0.0, low = 0.0, high = 0.0;  ///< in `unit`
  std::optional<double> standard_error;                    ///< in `unit`; nothing at a bound
  bool at_bound = false;
};

struct FittedRow {
  std::string stage, study, what, unit;
  double observed = 0.0, predicted = 0.0, weight_sd = 0.0;
};

struct FittedStage {
  std::string id, why, ending;          ///< ending: how the optimiser stopped
  std::vector<std::string> parameters;  ///< names, order of `correlation`
  std::vector<double> correlation;      ///< row-major
  double first_cost = 0.0, cost = 0.0;  ///< half the sum of squares, with the weights of the starts
  std::size_t rows = 0;
};

struct Calibration {
  std::string model;
  std::vector<FittedParameter> parameters;
  std::vector<FittedStage> stages;
  std::vector<FittedRow> rows;
  int rounds = 0;
  bool stopped = false;  ///< ended before it was done; the values are the best so far
};

/// Fits the free parameters of a plan by non-linear least squares of ln(predicted/observed), stage
/// by stage, in rounds because the stages lean on each other. Only rows of the stage's arms are
/// looked at. Same plan, same data: same values, for any number of threads.
///
/// Codes: calibrate.stage (there is no such stage).
tl::expected<Calibration, Diagnostics> calibrate(const Studies& studies,
                                                 const CalibrationOptions& options = {},
                                                 const RunControl& control = {});

/// The text of a model file with the values and relative standard errors of a calibration in it,
/// rounded to four digits. Parameters stand on lines of their own, `NAME = { value = ..., `.
std::string with_fitted_values(std::string_view model_text, const Calibration& calibration);

std::string calibration_text(const Calibration& calibration);
std::string fitted_parameters_csv(const Calibration& calibration);
std::string fitted_correlations_csv(const Calibration& calibration);
std::string fitted_rows_csv(const Calibration& calibration);

}  // namespace ketascope
