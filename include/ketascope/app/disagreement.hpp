// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "ketascope/app/figure.hpp"
#include "ketascope/app/library.hpp"
#include "ketascope/app/summary.hpp"
#include "ketascope/sim/simulate.hpp"

namespace ketascope {

/// One dose for several models.
struct ModelQuestion {
  std::vector<std::string> models;  ///< ids; empty = the whole library
  DoseSpec dose;                    ///< without a form, every model takes it as its own form
  std::optional<Measure> weight;    ///< 70 kg when absent
  std::optional<Measure> age;       ///< an adult when absent
  Measure until{24.0, "h"};
};

struct ExcludedModel {
  std::string model, reason;
};

/// What a model says of the drug that was given. Concentrations in `unit`, exposure in unit*h.
struct ModelAnswer {
  std::string model, grade, form, site, output, unit;
  double cmax = 0, tmax_h = 0, auc_0_t = 0;
  std::optional<double> half_time_h;  ///< context-sensitive, from the end of the input
};

struct Disagreement {
  std::vector<Run> runs;  ///< one per eligible model, in the order of the answers
  std::vector<ModelAnswer> answers;
  std::vector<ExcludedModel> excluded;
  std::vector<std::string> notes;  ///< what was assumed, and what could not be judged
};

/// Why a model does not answer a question, or nothing when it does: route, infusion, drug form,
/// weight and age within the range it was built on.
std::optional<std::string> reason_against(const Model& model, const ModelQuestion& question);

/// The typical curve of every eligible model. Errors: model.not_found and those of the model files
/// for models that are named; compare.none when no model is eligible, with every reason.
tl::expected<Disagreement, Diagnostics> compare_models(const ModelQuestion& question,
                                                       const Library& library,
                                                       const DisplaySpec& display,
                                                       const RunControl& control = {});

/// Arterial models solid, venous ones dashed, unknown sites dotted; the room between the lowest and
/// the highest is shaded.
Figure disagreement_figure(const Disagreement& found, std::span<const EffectBand> bands,
                           const DisplaySpec& display, std::string title, const Words& words = {});

/// Answers, spread of the answers, excluded models and notes as plain text.
std::string disagreement_table(const Disagreement& found);

/// Lowest and highest of the curves at every time that any of them has. Curves are straight between
/// their points; both sides of a jump are kept. Nothing where fewer than two curves are known.
Figure::Envelope envelope_of(std::span<const Figure::Curve> curves);

}  // namespace ketascope
