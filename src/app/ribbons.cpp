// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/ribbons.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/covariate_table.hpp"
#include "app/display.hpp"
#include "ketascope/app/effects.hpp"
#include "ketascope/io/diagnostics.hpp"
#include "ketascope/units/number.hpp"

namespace ketascope {
namespace {

/// A ribbon is drawn over a thousand pixels or so; more times than this are not seen.
constexpr double ribbon_steps = 200.0;

/// "5-95 %, n = 1000" for the pair of percentiles that is the nth from outside.
std::string level_label(const PopulationSpec& spec, std::size_t pair, std::uint64_t patients) {
  return fmt::format("{}-{} %, n = {}", shortest(spec.percentiles[pair]),
                     shortest(spec.percentiles[spec.percentiles.size() - 1 - pair]), patients);
}

}  // namespace

bool patients_differ(const Model& model, const PopulationSpec& spec) {
  using Level = RandomEffect::Level;
  const bool effects = std::ranges::any_of(model.random_effects, [&](const RandomEffect& effect) {
    return effect.level == Level::occasion ? spec.between_occasions : spec.between_subjects;
  });
  const bool residual = spec.residual && !model.residuals.empty();
  const bool estimates =
      spec.uncertainty && std::ranges::any_of(model.parameters, [](const Parameter& parameter) {
        return parameter.rse_percent.has_value();
      });
  const auto known = [&](const std::string& name) {
    return name == "WT" || model.covariate_index(name) >= 0;
  };
  return effects || estimates || residual || std::ranges::any_of(spec.table_names, known) ||
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
  std::vector<std::size_t> columns = shown_columns(run);
  std::ranges::copy(columns_below(run), std::back_inserter(columns));
  spec.outputs.clear();
  for (const std::size_t column : columns) {
    const std::string& name = run.result.columns[column].name;
    if (std::ranges::find(spec.outputs, name) == spec.outputs.end()) {
      spec.outputs.push_back(name);
    }
  }
  // Nobody reads more than the percentiles off a figure.
  spec.metric_summaries = false;
  spec.targets.clear();
  spec.patients = false;
  spec.curves.clear();
  return simulate_population({std::move(scenario)}, spec, {}, control);
}

std::string over_people(const Run& run) {
  const auto* const table = std::get_if<EventTable>(&run.scenario.regimen);
  const std::size_t people = table != nullptr ? table->size() : 1;
  return people > 1 ? fmt::format(" over {} IDs", people) : std::string();
}

std::string ribbon_label(const PopulationSpec& spec, std::uint64_t patients) {
  return level_label(spec, 0, patients);
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
  const std::size_t levels = column.percentiles.size();
  for (std::size_t p = 0; p < levels / 2; ++p) {
    ribbons.push_back({level_label(spec, p, arm.simulated), x, scaled(column.percentiles[p]),
                       scaled(column.percentiles[levels - 1 - p]), colour});
  }
  return ribbons;
}

void add_ribbons(Figure& figure, std::span<const Run> runs, std::span<const RunPatients> patients,
                 const DisplaySpec& asked) {
  const DisplaySpec display = with_time_unit(asked, runs);
  std::string notes;
  for (const RunPatients& each : patients) {
    const Run& run = runs[each.run];
    const ArmResult& arm = each.result->arms.front();
    const auto around = [&](std::vector<Figure::Curve>& curves,
                            std::vector<Figure::Ribbon>& ribbons) {
      std::vector<std::string> done;  // of several people of an event table the first has it
      for (std::size_t c = 0; c < curves.size(); ++c) {
        Figure::Curve& curve = curves[c];
        const auto column = std::ranges::find_if(
            arm.columns, [&](const PopulationColumn& p) { return p.info.name == curve.output; });
        if (curve.colour != static_cast<int>(each.run) || column == arm.columns.end() ||
            std::ranges::find(done, curve.output) != done.end()) {
          continue;
        }
        done.push_back(curve.output);
        auto own = ribbons_of(arm, *column, each.result->spec, display, time_zero_h(run, display),
                              curve.colour);
        for (Figure::Ribbon& ribbon : own) {
          ribbon.curve = c;
          ribbon.label += over_people(run);
        }
        if (!own.empty()) {
          curve.label += fmt::format(" ({})", own.front().label);
        }
        std::ranges::move(own, std::back_inserter(ribbons));
      }
    };
    around(figure.curves, figure.ribbons);
    for (Figure::Pane& pane : figure.panes) {
      around(pane.curves, pane.ribbons);
    }
    if (notes.empty()) {
      notes = "\n" + patients_note(each.result->spec) + ".";
      notes += "\nLines are the model's typical patient, not the median of the virtual patients.";
    }
  }
  figure.footnote += notes;
}

}  // namespace ketascope
