// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "ketascope/app/studies.hpp"

namespace ketascope {

/// Where the numbers of an arm come from.
struct StudyContext {
  const StudyArm& arm;
  const Result& result;
  const Result* intravenous;  ///< null without one
  double until_h, whole_course_h;
};

/// The row with the outputs that it is compared with; nothing for what no output stands for (breast
/// milk, volumes, numbers that are no exposure).
std::optional<StudyRow> study_row(const Observation& observation, const Model& model);

/// In the unit of the observation.
std::optional<double> predicted_row(const StudyContext& context, const StudyRow& row);

}  // namespace ketascope
