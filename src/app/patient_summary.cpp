// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/patient_summary.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/csv_text.hpp"
#include "app/display.hpp"
#include "ketascope/app/card.hpp"
#include "ketascope/app/effects.hpp"
#include "ketascope/units/number.hpp"
#include "ketascope/version.hpp"

namespace ketascope {
namespace {

constexpr std::string_view band_prefix = "time_in_band:";

/// The concentrations that a run shows; effects have no exposure.
std::vector<std::size_t> measured_columns(const Run& run) {
  std::vector<std::size_t> columns = shown_columns(run);
  const std::vector<std::size_t> below = columns_below(run);
  std::erase_if(columns, [&](std::size_t c) { return std::ranges::find(below, c) != below.end(); });
  return columns;
}

bool has_output(const Run& run, const std::string& name) {
  return std::ranges::find(run.result.columns, name, &ColumnInfo::name) != run.result.columns.end();
}

std::optional<PatientRow::Kind> kind_of(std::string_view metric) {
  using Kind = PatientRow::Kind;
  return metric == "cmax"                  ? std::optional(Kind::cmax)
         : metric == "tmax"                ? std::optional(Kind::tmax)
         : metric == "auc"                 ? std::optional(Kind::auc)
         : metric.starts_with(band_prefix) ? std::optional(Kind::band)
                                           : std::nullopt;
}

PatientRow row_of(const PopulationMetric& metric, PatientRow::Kind kind, const ColumnInfo& column,
                  const DisplaySpec& display) {
  using Kind = PatientRow::Kind;
  const DisplayUnit unit = display_unit(column, display.unit);
  const bool time = kind == Kind::tmax || kind == Kind::band;
  const double factor = time ? 1.0 : unit.per_internal;
  PatientRow row;
  row.output = column.name;
  row.kind = kind;
  row.unit = time ? "h" : kind == Kind::auc ? exposure_unit(unit.unit) : unit.unit;
  row.count = metric.summary.count;
  row.mean = metric.summary.mean * factor;
  for (const double value : metric.summary.percentiles) {
    row.percentiles.push_back(value * factor);
  }
  return row;
}

}  // namespace

const std::vector<double>& summary_levels() {
  static const std::vector<double> levels{5.0, 25.0, 50.0, 75.0, 95.0};
  return levels;
}

tl::expected<PopulationResult, Diagnostics> measure_patients(const Run& run, PopulationSpec spec,
                                                             std::span<const EffectBand> bands,
                                                             const RunControl& control) {
  std::erase_if(spec.targets,
                [&](const PopulationTarget& target) { return !has_output(run, target.output); });
  spec.outputs.clear();
  std::vector<PopulationBand> fitting;
  for (const std::size_t c : measured_columns(run)) {
    const ColumnInfo& column = run.result.columns[c];
    spec.outputs.push_back(column.name);
    for (const EffectBand& band : bands) {
      if (band_fits(band, column)) {
        fitting.push_back({0, column.name, band.id, band_limit(band, band.low, column),
                           band_limit(band, band.high, column)});
      }
    }
  }
  for (const PopulationTarget& target : spec.targets) {
    if (std::ranges::find(spec.outputs, target.output) == spec.outputs.end()) {
      spec.outputs.push_back(target.output);
    }
  }
  spec.percentiles = summary_levels();
  spec.curve_summaries = false;
  spec.patients = false;
  spec.curves.clear();
  return simulate_population({run.scenario}, spec, fitting, control);
}

PatientSummary summarise_patients(std::span<const Run> runs, std::span<const RunPatients> measured,
                                  const PopulationSpec& spec, std::span<const EffectBand> bands,
                                  const DisplaySpec& display) {
  using Kind = PatientRow::Kind;
  PatientSummary summary;
  for (const RunPatients& each : measured) {
    const Run& run = runs[each.run];
    const ArmResult& arm = each.result->arms.front();
    const auto add = [&](PatientRow row) {
      row.run = each.run;
      row.scenario = scenario_name(run);
      summary.rows.push_back(std::move(row));
    };
    for (const std::size_t c : measured_columns(run)) {
      const ColumnInfo& column = run.result.columns[c];
      for (const PopulationMetric& metric : arm.metrics) {
        const auto kind = kind_of(metric.name);
        if (!kind || metric.output != column.name) {
          continue;
        }
        PatientRow row = row_of(metric, *kind, column, display);
        if (*kind == Kind::band) {
          const auto band =
              std::ranges::find(bands, metric.name.substr(band_prefix.size()), &EffectBand::id);
          row.detail = band == bands.end() ? metric.name : band_label(*band);
          if (row.count > 0) {
            row.reached = 1.0 - static_cast<double>(metric.summary.zeros) /
                                    static_cast<double>(metric.summary.count);
          }
        }
        add(std::move(row));
      }
    }
    for (const PopulationTargetResult& target : arm.targets) {
      PatientRow row;
      row.kind = Kind::target;
      row.detail = target.name;
      const auto stated = std::ranges::find(spec.targets, target.name, &PopulationTarget::name);
      row.output = stated == spec.targets.end() ? std::string() : stated->output;
      row.count = target.count;
      if (target.count > 0) {
        row.reached = static_cast<double>(target.reached) / static_cast<double>(target.count);
      }
      add(std::move(row));
    }
  }
  summary.notes.push_back(
      fmt::format("{} of each scenario: {}. Times in bands are counted within "
                  "the time that is simulated",
                  spec.count, patients_note(spec)));
  for (const PopulationTarget& target : spec.targets) {
    if (!runs.empty() && std::ranges::none_of(runs, [&](const Run& run) {
          return has_output(run, target.output);
        })) {
      summary.notes.push_back(fmt::format("Target '{}': no scenario shown has an output '{}'",
                                          target.name, target.output));
    }
  }
  return summary;
}

std::string quantity_text(const PatientRow& row) {
  switch (row.kind) {
    case PatientRow::Kind::cmax:
      return "Cmax";
    case PatientRow::Kind::tmax:
      return "tmax";
    case PatientRow::Kind::auc:
      return "AUC 0-t";
    case PatientRow::Kind::band:
      return "time in " + row.detail;
    case PatientRow::Kind::target:
      return "target: " + row.detail;
  }
  return {};
}

std::string patient_summary_csv(const PatientSummary& summary) {
  CsvText csv;
  csv.comment(fmt::format("Ketascope {}", version));
  csv.comment(quiet_statement);
  for (const std::string& note : summary.notes) {
    csv.comment(note);
  }
  for (const char* title : {"scenario", "curve", "quantity", "unit", "n", "mean"}) {
    csv.field(std::string_view(title));
  }
  for (const double level : summary_levels()) {
    csv.field("p" + shortest(level));
  }
  csv.field(std::string_view("reached [%]"));
  csv.end_row();
  for (const PatientRow& row : summary.rows) {
    csv.field(row.scenario);
    csv.field(row.output);
    csv.field(quantity_text(row));
    csv.field(row.unit);
    csv.field(static_cast<double>(row.count));
    if (row.percentiles.empty()) {
      csv.empty_field();
    } else {
      csv.field(row.mean);
    }
    for (std::size_t i = 0; i < summary_levels().size(); ++i) {
      if (i < row.percentiles.size()) {
        csv.field(row.percentiles[i]);
      } else {
        csv.empty_field();
      }
    }
    if (row.reached) {
      csv.field(100.0 * *row.reached);
    } else {
      csv.empty_field();
    }
    csv.end_row();
  }
  return csv.take();
}

}  // namespace ketascope
