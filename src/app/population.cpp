// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/population.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "app/csv_text.hpp"
#include "app/display.hpp"
#include "app/population_rows.hpp"
#include "ketascope/app/card.hpp"
#include "ketascope/app/effects.hpp"
#include "ketascope/app/ribbons.hpp"
#include "ketascope/app/run.hpp"
#include "ketascope/app/table.hpp"
#include "ketascope/io/diagnostics.hpp"
#include "ketascope/population/layout.hpp"
#include "ketascope/sim/columns.hpp"
#include "ketascope/units/number.hpp"
#include "ketascope/version.hpp"

namespace ketascope {
namespace {

constexpr int shown_digits = 4;

Diagnostic problem(std::string code, std::string message, std::string hint = {}) {
  Diagnostic d;
  d.code = std::move(code);
  d.message = std::move(message);
  d.hint = std::move(hint);
  return d;
}

std::string arm_name(const PreparedPopulation& prepared, std::size_t arm) {
  const ScenarioSpec& spec = prepared.specs[arm];
  return spec.name.empty() ? prepared.arms[arm].model->id : spec.name;
}

/// "p5", "p2.5".
std::string percentile_name(double p) {
  return "p" + shortest(p);
}

/// What the effects of scenarios add is wanted whatever outputs they name.
void add_effect_outputs(PreparedPopulation& prepared) {
  std::vector<std::string>& outputs = prepared.spec.outputs;
  for (std::size_t a = 0; a < prepared.arms.size(); ++a) {
    Run run{prepared.specs[a], prepared.arms[a], {}};
    run.result.columns = columns_of(*prepared.arms[a].model);
    for (const std::size_t c : columns_below(run))
      if (std::ranges::find(outputs, run.result.columns[c].name) == outputs.end())
        outputs.push_back(run.result.columns[c].name);
  }
}

void write_header(CsvText& csv, const PreparedPopulation& prepared,
                  const PopulationResult& result) {
  csv.comment(fmt::format("Ketascope {}", version));
  csv.comment(quiet_statement);
  std::vector<std::string> seen;
  for (const Scenario& arm : prepared.arms) {
    if (std::ranges::find(seen, arm.model->id) != seen.end())
      continue;
    seen.push_back(arm.model->id);
    csv.comment(fmt::format("model {}: {}", arm.model->id, arm.model->citation.text));
  }
  for (std::size_t a = 0; a < result.arms.size(); ++a) {
    const ArmResult& arm = result.arms[a];
    const auto done = arm.statuses.find(Status::completed);
    const std::uint64_t completed = done == arm.statuses.end() ? 0 : done->second;
    csv.comment(fmt::format(
        "{}: {} of {} virtual patients{}, seed {}, {}; percentiles {}", arm_name(prepared, a),
        completed, prepared.spec.count,
        completed < arm.simulated
            ? fmt::format(" ({} more failed and are left out)", arm.simulated - completed)
            : std::string(),
        prepared.spec.seed, arm.solver,
        arm.exact ? std::string("of all values")
                  : fmt::format("within {:.2g} % (counted)", 100.0 * arm.relative_error)));
    csv.comment(
        fmt::format("{}: {} times, between which curves are taken as straight or falling "
                    "exponentially",
                    arm_name(prepared, a), arm.rows.size()));
  }
  if (!result.complete)
    csv.comment("incomplete: the run was stopped");
}

/// Outputs by name: those that the scenarios name, or all concentrations where one names none, and
/// the effects that they ask for. Nothing stands for all concentrations too.
std::vector<std::string> wanted_outputs(const PreparedPopulation& prepared) {
  std::vector<std::string> named, concentrations, effects;
  bool all = false;
  const auto add = [](std::vector<std::string>& to, const std::string& name) {
    if (std::ranges::find(to, name) == to.end())
      to.push_back(name);
  };
  for (std::size_t a = 0; a < prepared.arms.size(); ++a) {
    const ScenarioSpec& spec = prepared.specs[a];
    all = all || spec.outputs.empty();
    for (const std::string& output : spec.outputs)
      add(named, output);
    for (const Output& output : prepared.arms[a].model->outputs) {
      if (output.kind == "effect" &&
          std::ranges::find(spec.effects, output.name) != spec.effects.end())
        add(effects, output.name);
      else if (output.shown && output.kind == "concentration")
        add(concentrations, output.name);
    }
  }
  if (all && effects.empty())
    return {};
  std::vector<std::string> outputs = all ? concentrations : named;
  for (const std::string& effect : effects)
    add(outputs, effect);
  return outputs;
}

/// A table of which nothing is used is a slip of the pen; single columns may be somebody's notes.
void check_table_columns(const PreparedPopulation& prepared, Diagnostics& problems) {
  const std::vector<std::string>& names = prepared.spec.table_names;
  const bool written_by_us = names.size() > 3 && names[0] == "arm" && names[1] == "ID";
  if (names.empty() || prepared.arms.empty() || written_by_us)
    return;
  std::vector<std::string> known{"WT"}, unknown;
  for (const Scenario& arm : prepared.arms)
    for (const Covariate& covariate : arm.model->covariates)
      known.push_back(covariate.name);
  std::ranges::sort(known);
  known.erase(std::ranges::unique(known).begin(), known.end());
  for (const std::string& name : names)
    if (std::ranges::find(known, name) == known.end() && name != "ID")
      unknown.push_back(name);
  if (unknown.empty())
    return;
  const bool none = std::ranges::none_of(names, [&](const std::string& name) {
    return std::ranges::find(known, name) != known.end();
  });
  problems.push_back({none ? Severity::error : Severity::warning,
                      "population.table",
                      none ? fmt::format("no model here knows any column of the table: {}",
                                         fmt::join(unknown, ", "))
                           : fmt::format("no model here knows these columns of the table, and "
                                         "they are left alone: {}",
                                         fmt::join(unknown, ", ")),
                      prepared.spec.table_file,
                      {},
                      fmt::format("covariates are {}", fmt::join(known, ", "))});
}

/// Where nothing is drawn that a model knows, percentiles would be of one person.
void warn_of_one_person(PreparedPopulation& prepared) {
  std::vector<std::string> same;
  for (const Scenario& arm : prepared.arms) {
    const auto* const table = std::get_if<EventTable>(&arm.regimen);
    const bool several = table != nullptr && table->size() > 1;
    if (!several && !patients_differ(*arm.model, prepared.spec) &&
        std::ranges::find(same, arm.model->id) == same.end())
      same.push_back(arm.model->id);
  }
  if (same.empty())
    return;
  const auto place = prepared.spec.places.of.find("");
  const SpecPlace at = place == prepared.spec.places.of.end() ? SpecPlace{} : place->second;
  prepared.warnings.push_back(
      {Severity::warning, "population.no_variability",
       fmt::format("all patients of {} are the same: nothing that differs between people is stated "
                   "by the model and used here",
                   fmt::join(same, ", ")),
       at.file, at.at, "covariates that the model knows can be drawn: [population.covariates]"});
}

struct ShownMetric {
  std::string unit;
  double factor = 1.0;
};

ShownMetric shown_metric(const PreparedPopulation& prepared, const ArmResult& arm,
                         const PopulationMetric& metric) {
  if (metric.name == "tmax" || metric.name.starts_with("time_in_band"))
    return {"h", 1.0};
  const auto column = std::ranges::find_if(
      arm.columns, [&](const PopulationColumn& c) { return c.info.name == metric.output; });
  const DisplayUnit unit = display_unit(column->info, prepared.document.display.unit);
  return {metric.name == "auc" ? exposure_unit(unit.unit) : unit.unit, unit.per_internal};
}

}  // namespace

tl::expected<PreparedPopulation, Diagnostics> prepare_population(
    const ScenarioFile& document, const Library& library, const std::filesystem::path& folder) {
  PreparedPopulation prepared;
  prepared.document = document;
  prepared.spec = document.population.value_or(PopulationSpec{});
  Diagnostics problems;
  for (const ScenarioSpec& spec : document.scenarios) {
    if (!spec.visible)
      continue;
    auto scenario = prepare(spec, library, folder);
    if (!scenario) {
      for (Diagnostic& d : scenario.error()) {
        if (document.scenarios.size() > 1 && !spec.name.empty())
          d.message = fmt::format("scenario '{}': {}", spec.name, d.message);
        problems.push_back(std::move(d));
      }
      continue;
    }
    scenario->name = spec.name;
    for (const Diagnostic& notice : scenario->notices)
      if (notice.severity != Severity::note &&
          std::ranges::find(prepared.warnings, notice) == prepared.warnings.end())
        prepared.warnings.push_back(notice);
    prepared.arms.push_back(std::move(*scenario));
    prepared.specs.push_back(spec);
  }
  if (prepared.spec.outputs.empty())
    prepared.spec.outputs = wanted_outputs(prepared);
  if (!prepared.spec.outputs.empty())
    add_effect_outputs(prepared);
  if (problems.empty() && prepared.arms.empty())
    problems.push_back(problem("scenario.none", "there is nothing to simulate"));
  if (auto read = read_patients(prepared.spec, folder))
    prepared.spec = std::move(*read);
  else
    problems.insert(problems.end(), read.error().begin(), read.error().end());
  check_table_columns(prepared, problems);
  // Somebody must know a covariate that is drawn, or drawing it is a slip of the pen.
  const auto known = [&](const std::string& name) {
    return name == "WT" || std::ranges::any_of(prepared.arms, [&](const Scenario& arm) {
             return arm.model->covariate_index(name) >= 0;
           });
  };
  const auto chooses = [&](const std::string& name) {
    return std::ranges::any_of(prepared.spec.covariates,
                               [&](const CovariateDistribution& c) { return c.by == name; });
  };
  const auto correlated = [&](const std::string& name) {
    return std::ranges::any_of(prepared.spec.correlations, [&](const CovariateCorrelation& c) {
      return c.first == name || c.second == name;
    });
  };
  for (const CovariateDistribution& covariate : prepared.spec.covariates)
    if (!known(covariate.name) && !chooses(covariate.name) && !correlated(covariate.name))
      problems.push_back({Severity::error,
                          "population.covariate",
                          fmt::format("no model here has a covariate '{}'", covariate.name),
                          covariate.place.file,
                          covariate.place.at,
                          {}});
  if (const auto all = library.bands(); all) {
    if (const auto chosen = choose_bands(*all, document.display)) {
      for (std::size_t a = 0; a < prepared.arms.size(); ++a)
        for (const ColumnInfo& column : columns_of(*prepared.arms[a].model))
          for (const EffectBand& band : *chosen)
            if (band_fits(band, column))
              prepared.bands.push_back({a, column.name, band.id, band_limit(band, band.low, column),
                                        band_limit(band, band.high, column)});
    } else {
      problems.insert(problems.end(), chosen.error().begin(), chosen.error().end());
    }
  }
  // What running would refuse, so that all is told at once. Its warnings come with the result.
  if (!prepared.arms.empty())
    std::ranges::copy_if(population_problems(prepared.arms, prepared.spec, prepared.bands),
                         std::back_inserter(problems), [&](const Diagnostic& d) {
                           return d.severity == Severity::error &&
                                  std::ranges::find(problems, d) == problems.end();
                         });
  if (has_errors(problems))
    return tl::unexpected(std::move(problems));
  prepared.warnings.insert(prepared.warnings.end(), problems.begin(), problems.end());
  warn_of_one_person(prepared);
  return prepared;
}

std::string population_csv(const PreparedPopulation& prepared, const PopulationResult& result) {
  CsvText csv;
  write_header(csv, prepared, result);
  for (const char* name : {"arm", "output", "unit", "time [h]", "side", "mean"})
    csv.field(std::string_view(name));
  for (const double p : result.spec.percentiles)
    csv.field(percentile_name(p));
  csv.end_row();
  for (std::size_t a = 0; a < result.arms.size(); ++a) {
    const ArmResult& arm = result.arms[a];
    for (const PopulationColumn& column : arm.columns) {
      const DisplayUnit unit = display_unit(column.info, prepared.document.display.unit);
      for (std::size_t r = 0; r < arm.rows.size(); ++r) {
        csv.field(arm_name(prepared, a));
        csv.field(column.info.name);
        csv.field(unit.unit);
        csv.field(arm.rows[r].time_h);
        csv.field(std::string_view(arm.rows[r].side == Side::pre    ? "pre"
                                   : arm.rows[r].side == Side::post ? "post"
                                                                    : ""));
        csv.field(column.mean[r] * unit.per_internal);
        for (const auto& level : column.percentiles)
          csv.field(level[r] * unit.per_internal);
        csv.end_row();
      }
    }
  }
  return csv.take();
}

std::string patients_csv(const PreparedPopulation& prepared, const PopulationResult& result) {
  CsvText csv;
  write_header(csv, prepared, result);
  // One table: every column that some arm has, empty where another has none.
  struct Own {
    std::vector<std::string> names;
    std::vector<double> factors;
  };
  std::vector<Own> arms;
  std::vector<std::string> names;
  for (const ArmResult& arm : result.arms) {
    const PatientTable& table = arm.patients;
    Own own{table.names, std::vector<double>(table.names.size(), 1.0)};
    for (std::size_t m = table.first_metric; m < table.names.size(); ++m) {
      const ShownMetric shown = shown_metric(prepared, arm, arm.metrics[m - table.first_metric]);
      own.names[m] = fmt::format("{} [{}]", table.names[m], shown.unit);
      own.factors[m] = shown.factor;
    }
    for (const std::string& name : own.names)
      if (std::ranges::find(names, name) == names.end())
        names.push_back(name);
    arms.push_back(std::move(own));
  }
  if (names.empty())
    return csv.take();
  csv.field(std::string_view("arm"));
  for (const std::string& name : names)
    csv.field(name);
  csv.end_row();
  for (std::size_t a = 0; a < result.arms.size(); ++a) {
    const std::vector<double>& values = result.arms[a].patients.values;
    const Own& own = arms[a];
    const std::size_t width = own.names.size();
    std::vector<std::size_t> from;  // of each column, in the arm's own table
    for (const std::string& name : names)
      from.push_back(
          static_cast<std::size_t>(std::ranges::find(own.names, name) - own.names.begin()));
    for (std::size_t i = 0; i < values.size(); i += width) {
      if (std::isnan(values[i]))
        continue;  // not reached before the run was stopped
      csv.field(arm_name(prepared, a));
      for (const std::size_t c : from)
        if (c == width)
          csv.empty_field();
        else if (c == 1)
          csv.field(to_text(static_cast<Status>(static_cast<int>(values[i + c]))));
        else
          csv.field(values[i + c] * own.factors[c]);
      csv.end_row();
    }
  }
  return csv.take();
}

std::string patient_curves_csv(const PreparedPopulation& prepared, const PopulationResult& result) {
  CsvText csv;
  write_header(csv, prepared, result);
  for (const char* name : {"arm", "ID", "output", "unit", "time [h]", "side", "value"})
    csv.field(std::string_view(name));
  csv.end_row();
  for (std::size_t a = 0; a < result.arms.size(); ++a) {
    const ArmResult& arm = result.arms[a];
    const std::size_t rows = arm.rows.size();
    for (const PatientCurve& curve : arm.curves)
      for (std::size_t c = 0; c < arm.columns.size(); ++c) {
        const DisplayUnit unit = display_unit(arm.columns[c].info, prepared.document.display.unit);
        for (std::size_t r = 0; r < rows; ++r) {
          csv.field(arm_name(prepared, a));
          csv.field(static_cast<double>(curve.subject + 1));
          csv.field(arm.columns[c].info.name);
          csv.field(unit.unit);
          csv.field(arm.rows[r].time_h);
          csv.field(std::string_view(arm.rows[r].side == Side::pre    ? "pre"
                                     : arm.rows[r].side == Side::post ? "post"
                                                                      : ""));
          csv.field(curve.values[c * rows + r] * unit.per_internal);
          csv.end_row();
        }
      }
  }
  return csv.take();
}

std::vector<PopulationRow> population_rows(const PreparedPopulation& prepared,
                                           const ArmResult& arm) {
  std::vector<PopulationRow> rows;
  for (const PopulationMetric& metric : arm.metrics) {
    const ShownMetric shown = shown_metric(prepared, arm, metric);
    PopulationRow row{.output = metric.output,
                      .name = metric.name,
                      .unit = shown.unit,
                      .patients = metric.summary.count,
                      .summary = metric.summary};
    for (double* const value : {&row.summary.mean, &row.summary.minimum, &row.summary.maximum})
      *value *= shown.factor;
    for (double& value : row.summary.percentiles)
      value *= shown.factor;
    rows.push_back(std::move(row));
  }
  for (const PopulationTargetResult& target : arm.targets)
    rows.push_back({.target = true,
                    .output = target.output,
                    .name = target.name,
                    .patients = target.count,
                    .reached = target.reached});
  return rows;
}

std::vector<std::string> population_row_names(const PopulationSpec& spec) {
  std::vector<std::string> names{"of",       "output", "name",    "unit",
                                 "patients", "mean",   "minimum", "maximum"};
  for (const double p : spec.percentiles)
    names.push_back(percentile_name(p));
  names.insert(names.end(), {"reached", "share"});
  return names;
}

void write_population_row(CsvText& csv, const PopulationRow& row, const PopulationSpec& spec) {
  csv.field(std::string_view(row.target ? "target" : "metric"));
  csv.field(row.output);
  csv.field(row.name);
  csv.field(row.unit);
  csv.field(static_cast<double>(row.patients));
  if (row.target) {
    for (std::size_t i = 0; i < 3 + spec.percentiles.size(); ++i)
      csv.empty_field();
    csv.field(static_cast<double>(row.reached));
    if (row.patients == 0)
      csv.empty_field();
    else
      csv.field(static_cast<double>(row.reached) / static_cast<double>(row.patients));
    return;
  }
  for (const double value : {row.summary.mean, row.summary.minimum, row.summary.maximum})
    csv.field(value);
  for (const double value : row.summary.percentiles)
    csv.field(value);
  csv.empty_field();
  csv.empty_field();
}

std::string population_metrics_csv(const PreparedPopulation& prepared,
                                   const PopulationResult& result) {
  CsvText csv;
  write_header(csv, prepared, result);
  csv.field(std::string_view("arm"));
  for (const std::string& name : population_row_names(result.spec))
    csv.field(name);
  csv.end_row();
  for (std::size_t a = 0; a < result.arms.size(); ++a)
    for (const PopulationRow& row : population_rows(prepared, result.arms[a])) {
      csv.field(arm_name(prepared, a));
      write_population_row(csv, row, result.spec);
      csv.end_row();
    }
  return csv.take();
}

std::string population_table(const PreparedPopulation& prepared, const PopulationResult& result) {
  using Align = TextTable::Align;
  std::vector<TextTable::Column> columns{
      {"arm"}, {"output"}, {"metric"}, {"unit"}, {"mean", Align::right}};
  for (const double p : result.spec.percentiles)
    columns.push_back({percentile_name(p), Align::right});
  TextTable table(std::move(columns));
  TextTable targets({{"arm"},
                     {"target"},
                     {"reached", Align::right},
                     {"of", Align::right},
                     {"[%]", Align::right}});
  for (std::size_t a = 0; a < result.arms.size(); ++a) {
    const ArmResult& arm = result.arms[a];
    for (const PopulationMetric& metric : arm.metrics) {
      const ShownMetric shown = shown_metric(prepared, arm, metric);
      std::vector<std::string> cells{
          arm_name(prepared, a), metric.output, metric.name, shown.unit,
          format_number(metric.summary.mean * shown.factor, shown_digits)};
      for (const double value : metric.summary.percentiles)
        cells.push_back(format_number(value * shown.factor, shown_digits));
      table.add_row(std::move(cells));
    }
    for (const PopulationTargetResult& target : arm.targets)
      targets.add_row({arm_name(prepared, a), target.name, fmt::to_string(target.reached),
                       fmt::to_string(target.count),
                       target.count == 0
                           ? std::string("-")
                           : fmt::format("{:.1f}", 100.0 * static_cast<double>(target.reached) /
                                                       static_cast<double>(target.count))});
  }
  std::string text = table.text();
  if (!targets.empty())
    text += "\n" + targets.text();
  return text;
}

std::vector<Run> typical_runs(const PreparedPopulation& prepared) {
  std::vector<Run> typical;
  for (std::size_t a = 0; a < prepared.arms.size(); ++a) {
    Scenario first = prepared.arms[a];
    if (auto* const table = std::get_if<EventTable>(&first.regimen);
        table != nullptr && table->size() > 1)
      table->resize(1);
    if (auto one = simulate(first))
      typical.push_back({prepared.specs[a], prepared.arms[a], std::move(*one)});
  }
  return typical;
}

Figure population_figure(const PreparedPopulation& prepared, std::span<const Run> typical,
                         const PopulationResult& result, std::span<const EffectBand> bands) {
  const DisplaySpec display = with_time_unit(prepared.document.display, typical);
  std::string title = prepared.document.title;
  Figure figure = build_figure(typical, bands, display, std::move(title));
  const TimeUnit time = shown_time_unit(display);
  const auto around = [&](std::vector<Figure::Curve>& curves,
                          std::vector<Figure::Ribbon>& ribbons) {
    for (std::size_t c = 0; c < curves.size(); ++c) {
      Figure::Curve& curve = curves[c];
      const auto a = static_cast<std::size_t>(curve.colour);
      if (a >= typical.size() || a >= result.arms.size())
        continue;
      const ArmResult& arm = result.arms[a];
      const auto column = std::ranges::find_if(
          arm.columns, [&](const PopulationColumn& p) { return p.info.name == curve.output; });
      if (column == arm.columns.end() || column->percentiles.empty())
        continue;
      const double zero = time_zero_h(typical[a], display);
      const double factor = display_unit(column->info, display.unit).per_internal;
      for (Figure::Ribbon& ribbon :
           ribbons_of(arm, *column, result.spec, display, zero, curve.colour)) {
        ribbon.curve = c;
        ribbon.label += over_people(typical[a]);
        ribbons.push_back(std::move(ribbon));
      }
      // The middle level is the line. Where two are in the middle, the typical patient's stays.
      if (column->percentiles.size() % 2 == 0) {
        curve.label +=
            fmt::format(" (typical patient, {}{})", ribbon_label(result.spec, arm.simulated),
                        over_people(typical[a]));
        continue;
      }
      const std::size_t middle = column->percentiles.size() / 2;
      curve.label += fmt::format(" ({} %, {}{})", shortest(result.spec.percentiles[middle]),
                                 ribbon_label(result.spec, arm.simulated), over_people(typical[a]));
      curve.x.clear();
      for (const BlockRow& row : arm.rows)
        curve.x.push_back((row.time_h - zero) * time.per_h);
      curve.y = column->percentiles[middle];
      for (double& value : curve.y)
        value *= factor;
    }
  };
  around(figure.curves, figure.ribbons);
  for (Figure::Pane& pane : figure.panes)
    around(pane.curves, pane.ribbons);
  figure.footnote += "\n" + patients_note(result.spec) + ".";
  if (!result.complete)
    figure.footnote += "\nIncomplete: the run was stopped.";
  return figure;
}

}  // namespace ketascope
