// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/ribbons.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/covariate_table.hpp"
#include "app/display.hpp"
#include "ketascope/io/diagnostics.hpp"
#include "ketascope/units/number.hpp"

namespace ketascope {
namespace {

/// A ribbon is drawn over a thousand pixels or so; more times than this are not seen.
constexpr double ribbon_steps = 200.0;

}  // namespace

bool patients_differ(const Model& model, const PopulationSpec& spec) {
  const bool effects = !model.random_effects.empty();
  const bool estimates =
      spec.uncertainty && std::ranges::any_of(model.parameters, [](const Parameter& parameter) {
        return parameter.rse_percent.has_value();
      });
  const auto known = [&](const std::string& name) {
    return name == "WT" || model.covariate_index(name) >= 0;
  };
  return effects || estimates || std::ranges::any_of(spec.table_names, known) ||
         std::ranges::any_of(spec.covariates, [&](const CovariateDistribution& covariate) {
           return known(covariate.name);
         });
}

tl::expected<PopulationSpec, Diagnostics> read_patients(PopulationSpec spec,
                                                        const std::filesystem::path& folder) {
  Diagnostics problems;
  if (!spec.covariate_table.empty()) {
    read_covariate_table(spec, folder / spec.covariate_table, problems);
  }
  if (has_errors(problems)) {
    return tl::unexpected(std::move(problems));
  }
  return spec;
}

tl::expected<PopulationResult, Diagnostics> simulate_patients(const Run& run, PopulationSpec spec,
                                                              const RunControl& control) {
  Scenario scenario = run.scenario;
  if (!scenario.sampling.step && scenario.sampling.times_h.empty()) {
    const double until_h = to_internal(scenario.sampling.until, dimensions::time).value_or(0.0);
    if (until_h > 0.0) {
      scenario.sampling.step = Measure{until_h / ribbon_steps, "h"};
    }
  }
  spec.outputs.clear();
  for (const std::size_t column : shown_columns(run)) {
    spec.outputs.push_back(run.result.columns[column].name);
  }
  spec.targets.clear();  // of other outputs, perhaps; nobody reads them off a figure
  spec.patients = false;
  spec.curves.clear();
  return simulate_population({std::move(scenario)}, spec, {}, control);
}

std::string ribbon_label(const PopulationSpec& spec, std::uint64_t patients) {
  return fmt::format("{}-{} %, n = {}", shortest(spec.percentiles.front()),
                     shortest(spec.percentiles.back()), patients);
}

std::string patients_note(const PopulationSpec& spec) {
  return fmt::format("Virtual patients from the published variability, seed {}{}{}", spec.seed,
                     spec.uncertainty ? ", with the uncertainty of the estimates" : "",
                     spec.residual ? ", with residual error" : "");
}

std::vector<Figure::Ribbon> ribbons_of(const ArmResult& arm, const PopulationColumn& column,
                                       const PopulationSpec& spec, const DisplaySpec& display,
                                       double zero_h, int colour) {
  const double factor = display_unit(column.info, display.unit).per_internal;
  const TimeUnit unit = shown_time_unit(display);
  std::vector<double> x;
  x.reserve(arm.rows.size());
  for (const BlockRow& row : arm.rows) {
    x.push_back((row.time_h - zero_h) * unit.per_h);
  }
  const auto scaled = [&](const std::vector<double>& values) {
    std::vector<double> shown = values;
    for (double& value : shown) {
      value *= factor;
    }
    return shown;
  };
  std::vector<Figure::Ribbon> ribbons;
  const std::string label = ribbon_label(spec, arm.simulated);
  const std::size_t levels = column.percentiles.size();
  for (std::size_t p = 0; p < levels / 2; ++p) {
    ribbons.push_back({label, x, scaled(column.percentiles[p]),
                       scaled(column.percentiles[levels - 1 - p]), colour});
  }
  return ribbons;
}

void add_ribbons(Figure& figure, std::span<const Run> runs, std::span<const RunPatients> patients,
                 const DisplaySpec& display) {
  std::string notes;
  for (const RunPatients& each : patients) {
    const Run& run = runs[each.run];
    const ArmResult& arm = each.result->arms.front();
    for (Figure::Curve& curve : figure.curves) {
      const auto column = std::ranges::find_if(
          arm.columns, [&](const PopulationColumn& c) { return c.info.name == curve.output; });
      if (curve.colour != static_cast<int>(each.run) || column == arm.columns.end()) {
        continue;
      }
      auto ribbons = ribbons_of(arm, *column, each.result->spec, display, time_zero_h(run, display),
                                curve.colour);
      if (!ribbons.empty()) {
        curve.label += fmt::format(" ({})", ribbons.front().label);
      }
      std::ranges::move(ribbons, std::back_inserter(figure.ribbons));
    }
    if (notes.empty()) {
      notes = "\n" + patients_note(each.result->spec) + ".";
    }
  }
  figure.footnote += notes;
}

}  // namespace ketascope
