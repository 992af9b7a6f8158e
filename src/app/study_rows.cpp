// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/study_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string_view>

#include "app/dose_amount.hpp"
#include "ketascope/analysis/metrics.hpp"

namespace ketascope {
namespace {

/// "S-norketamine" -> "norketamine".
std::string species(std::string_view analyte) {
  if (analyte.starts_with("S-") || analyte.starts_with("R-")) {
    analyte.remove_prefix(2);
  }
  return std::string(analyte);
}

/// The model's output of an analyte at a site; the artery's where the vein is not modelled.
std::optional<std::size_t> output_for(const Model& model, std::string_view analyte,
                                      std::string_view site) {
  std::optional<std::size_t> other;
  for (std::size_t i = 0; i < model.outputs.size(); ++i) {
    const Output& output = model.outputs[i];
    if (output.kind != "concentration" || output.analyte < 0 ||
        model.analytes[static_cast<std::size_t>(output.analyte)].id != analyte) {
      continue;
    }
    if (output.site == site) {
      return i;
    }
    if (!other) {
      other = i;
    }
  }
  return other;
}

/// Where the blood was taken. What does not say is taken as a vein of the arm, which is usual.
std::string_view site_of(const Observation& observation) {
  return observation.site == "arterial" ? "arterial" : "venous";
}

bool is_exposure(std::string_view metric) {
  for (const std::string_view known :
       {"conc_at", "cmax", "tmax", "auc_last", "cl", "f", "t_half", "auc_ratio"}) {
    if (metric == known) {
      return true;
    }
  }
  return false;
}

std::string why_unscored(const Observation& observation) {
  if (observation.statistic.starts_with("model") || observation.statistic == "nominal") {
    return "a number of another model, not of blood samples";
  }
  if (observation.statistic == "lower bound" || observation.statistic == "individual") {
    return "not a mean";
  }
  return {};
}

class Reader {
 public:
  Reader(const StudyContext& context, const StudyRow& row)
      : context_(context),
        row_(row),
        subject_(context.result.subjects.front()),
        model_(*context.result.model) {}

  std::optional<double> value() const {
    const Observation& seen = row_.observation;
    const std::string& metric = seen.metric;
    if (metric == "conc_at") {
      return seen.time_min ? concentration(at(*seen.time_min / 60.0)) : std::nullopt;
    }
    if (metric == "cmax") {
      return concentration(metrics().cmax);
    }
    if (metric == "tmax") {
      return in_unit(metrics().tmax_h, {1.0, dimensions::time});
    }
    if (metric == "auc_last") {
      return in_unit(area(subject_, row_.columns, context_.until_h), area_unit());
    }
    if (metric == "t_half") {
      const auto half_life = late_half_life();
      return half_life ? in_unit(*half_life, {1.0, dimensions::time}) : std::nullopt;
    }
    if (metric == "auc_ratio") {
      return ratio();
    }
    if (metric == "cl") {
      return clearance();
    }
    return metric == "f" ? bioavailability() : std::nullopt;
  }

 private:
  using Columns = std::vector<std::pair<std::size_t, double>>;

  std::vector<double> curve(const SubjectResult& subject, const Columns& columns) const {
    std::vector<double> sum(subject.time_h.size(), 0.0);
    for (const auto& [column, weight] : columns) {
      const auto values = subject.column(column);
      for (std::size_t i = 0; i < sum.size(); ++i) {
        sum[i] += weight * values[i];
      }
    }
    return sum;
  }

  double area(const SubjectResult& subject, const Columns& columns, double until_h) const {
    return auc_between(subject.time_h, curve(subject, columns), 0.0, until_h);
  }

  /// Over the window in which the study sampled.
  CurveMetrics metrics() const {
    std::vector<double> values = curve(subject_, row_.columns);
    std::size_t n = 0;
    while (n < subject_.time_h.size() && subject_.time_h[n] <= context_.until_h * (1.0 + 1e-9)) {
      ++n;
    }
    return curve_metrics(std::span(subject_.time_h).first(n), std::span(values).first(n),
                         std::span(subject_.side).first(n));
  }

  double at(double time_h) const {
    const std::vector<double> values = curve(subject_, row_.columns);
    const auto& times = subject_.time_h;
    const auto next = std::ranges::lower_bound(times, time_h - 1e-9);
    if (next == times.end()) {
      return values.back();
    }
    return values[static_cast<std::size_t>(next - times.begin())];
  }

  /// From the last third of the window, as the studies do.
  std::optional<double> late_half_life() const {
    const double from_h = context_.until_h * 2.0 / 3.0;
    const double early = at(from_h), late = at(context_.until_h);
    if (!(early > late && late > 0.0)) {
      return std::nullopt;
    }
    return std::log(2.0) * (context_.until_h - from_h) / std::log(early / late);
  }

  std::optional<double> ratio() const {
    if (row_.below.empty()) {
      return std::nullopt;
    }
    Columns below;
    for (const std::size_t column : row_.below) {
      below.emplace_back(column, 1.0);
    }
    return area(subject_, row_.columns, context_.until_h) / area(subject_, below, context_.until_h);
  }

  /// Drug base of the enantiomer in question that was given, over its whole area.
  std::optional<double> clearance() const {
    const DoseSpec& dose = context_.arm.plan.doses.front();
    double mg = context_.arm.dose_mg;
    if (dose.basis == "hydrochloride") {
      mg *= 237.73 / 274.19;
    }
    const bool racemate = dose.form.empty() || dose.form == "racemate";
    if (racemate && row_.observation.enantiomer != "both") {
      mg *= 0.5;
    }
    const double cl = mg / area(subject_, row_.columns, context_.whole_course_h);
    const double weight_kg = dose_weight_kg(context_.arm.scenario);
    const std::string& unit = row_.observation.value.unit;
    if (unit.ends_with("70 kg")) {
      return cl * std::pow(70.0 / weight_kg, 0.75);
    }
    const auto wanted = parse_unit(unit);
    if (!wanted) {
      return std::nullopt;
    }
    return wanted->dimension == dimensions::clearance ? cl / wanted->factor
                                                      : cl / weight_kg / wanted->factor;
  }

  std::optional<double> bioavailability() const {
    if (context_.intravenous == nullptr) {
      return std::nullopt;
    }
    const SubjectResult& reference = context_.intravenous->subjects.front();
    // Several doses of one course are compared with the first of them by vein, per mg.
    const double part = context_.arm.first_dose_mg / context_.arm.dose_mg;
    return 100.0 * part * area(subject_, row_.columns, context_.whole_course_h) /
           area(reference, row_.columns, context_.whole_course_h);
  }

  Unit column_unit() const { return {1.0, model_.outputs[row_.columns.front().first].dimension}; }
  Unit area_unit() const {
    Unit unit = column_unit();
    unit.dimension = unit.dimension * dimensions::time;
    return unit;
  }

  std::optional<double> concentration(double internal) const {
    return in_unit(internal, column_unit());
  }

  std::optional<double> in_unit(double internal, const Unit& from) const {
    const auto to = parse_unit(row_.observation.value.unit);
    if (!to) {
      return std::nullopt;
    }
    const Output& output = model_.outputs[row_.columns.front().first];
    const auto value = convert(
        internal, from, *to, model_.analytes[static_cast<std::size_t>(output.analyte)].molar_mass);
    return value ? std::optional(*value) : std::nullopt;
  }

  const StudyContext& context_;
  const StudyRow& row_;
  const SubjectResult& subject_;
  const Model& model_;
};

}  // namespace

std::optional<StudyRow> study_row(const Observation& observation, const Model& model) {
  const bool blood = observation.matrix == "plasma" || observation.matrix == "serum" ||
                     observation.matrix == "serum or plasma";
  if (!blood || !is_exposure(observation.metric)) {
    return std::nullopt;
  }
  StudyRow row;
  row.observation = observation;
  std::string above = observation.analyte, below;
  if (const auto slash = above.find('/'); slash != std::string::npos) {
    below = above.substr(slash + 1);
    above.resize(slash);
    if (const auto detail = above.find("2,6-"); detail != std::string::npos) {
      above.erase(detail, 4);
    }
  }
  const auto output = output_for(model, above, site_of(observation));
  if (!output) {
    return std::nullopt;
  }
  row.columns.emplace_back(*output, observation.enantiomer == "each" ? 0.5 : 1.0);
  if (!below.empty()) {
    const auto other = output_for(model, below, site_of(observation));
    if (!other) {
      return std::nullopt;
    }
    row.below.push_back(*other);
  }
  row.analyte = species(above);
  row.why_not = why_unscored(observation);
  row.scored = row.why_not.empty();
  return row;
}

std::optional<double> predicted_row(const StudyContext& context, const StudyRow& row) {
  const auto value = Reader(context, row).value();
  return value && std::isfinite(*value) ? value : std::nullopt;
}

}  // namespace ketascope
