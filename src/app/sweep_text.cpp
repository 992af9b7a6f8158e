// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <span>
#include <utility>

#include "app/csv_text.hpp"
#include "app/figure_files.hpp"
#include "app/population_rows.hpp"
#include "ketascope/app/card.hpp"
#include "ketascope/app/sweep.hpp"
#include "ketascope/units/number.hpp"
#include "ketascope/version.hpp"

namespace ketascope {
namespace {

/// More than that many are not told apart.
constexpr std::size_t most_lines = 8;
constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// The unit that a whole column can be given in: that of its first value.
std::string unit_of(const SweepResult& result, std::size_t axis) {
  if (result.points.empty() || !result.points.front()[axis].word.empty()) {
    return {};
  }
  return result.points.front()[axis].number.unit;
}

double in_unit(const Measure& value, const std::string& unit) {
  if (value.unit == unit) {
    return value.value;
  }
  const auto from = parse_unit(value.unit), to = parse_unit(unit);
  return from && to && from->dimension == to->dimension ? value.value * from->factor / to->factor
                                                        : none;
}

bool one_kind(const SweepResult& result, std::size_t axis, const std::string& unit) {
  return std::ranges::all_of(result.points, [&](const SweepPoint& point) {
    return !std::isnan(in_unit(point[axis].number, unit));
  });
}

const char* design_text(SweepSpec::Design design) {
  switch (design) {
    case SweepSpec::Design::grid:
      return "grid";
    case SweepSpec::Design::list:
      return "list";
    case SweepSpec::Design::latin_hypercube:
      break;
  }
  return "Latin hypercube";
}

tl::unexpected<Diagnostics> refuse(std::string code, std::string message, std::string hint) {
  return tl::unexpected(
      Diagnostics{{Severity::error, std::move(code), std::move(message), {}, {}, std::move(hint)}});
}

/// "Cmax of S-ketamine [ng/mL]".
std::string metric_label(const std::string& metric, const std::string& output,
                         const std::string& unit) {
  if (metric == "cmax") {
    return fmt::format("Cmax of {} [{}]", output, unit);
  }
  if (metric == "tmax") {
    return fmt::format("time of the peak of {} [h]", output);
  }
  if (metric == "auc") {
    return fmt::format("AUC of {} [{}]", output, unit);
  }
  if (metric == "auc_inf") {
    return fmt::format("AUC of {} to infinity [{}]", output, unit);
  }
  if (metric == "half_life") {
    return fmt::format("half-life of {} [h]", output);
  }
  return fmt::format("time of {} in the band {} [h]", output,
                     metric.substr(std::string_view("time_in_band:").size()));
}

double metric_of(const SummaryRow& row, const std::string& metric) {
  if (metric == "cmax") {
    return row.cmax;
  }
  if (metric == "tmax") {
    return row.tmax_h;
  }
  if (metric == "auc") {
    return row.auc_0_t;
  }
  if (metric == "auc_inf") {
    return row.auc_0_inf.value_or(none);
  }
  if (metric == "half_life") {
    return row.half_life_h.value_or(none);
  }
  for (const SummaryRow::InBand& in : row.in_bands) {
    if (metric == "time_in_band:" + in.band) {
      return in.hours;
    }
  }
  return none;
}

constexpr std::string_view target_prefix = "target:";

/// A number that a figure shows of a point, with what it is of.
struct Shown {
  std::string output, unit;
  double value = none;
  double low = none, high = none;  ///< outer percentiles of patients
};

/// The place of the median among the percentiles; none where it is not one of them.
std::optional<std::size_t> median_of(const PopulationSpec& people) {
  const auto found = std::ranges::find(people.percentiles, 50.0);
  return found == people.percentiles.end()
             ? std::nullopt
             : std::optional(static_cast<std::size_t>(found - people.percentiles.begin()));
}

/// The metric of a point: of the output that is asked for, else of its first.
std::optional<Shown> shown_of(const SweepOutcome& outcome, const SweepSpec& spec) {
  for (const SummaryRow& row : outcome.rows) {
    if (spec.output.empty() || row.output == spec.output) {
      return Shown{row.output, spec.metric.starts_with("auc") ? exposure_unit(row.unit) : row.unit,
                   metric_of(row, spec.metric), none, none};
    }
  }
  const bool of_target = spec.metric.starts_with(target_prefix);
  const std::string name = of_target ? spec.metric.substr(target_prefix.size()) : spec.metric;
  for (const PopulationRow& row : outcome.patients) {
    if (row.target != of_target || row.name != name ||
        !(of_target || spec.output.empty() || row.output == spec.output)) {
      continue;
    }
    if (of_target) {
      const double share = row.patients == 0 ? none
                                             : 100.0 * static_cast<double>(row.reached) /
                                                   static_cast<double>(row.patients);
      return Shown{row.output, "%", share, none, none};
    }
    const std::vector<double>& percentiles = row.summary.percentiles;
    const auto median = median_of(*spec.base.population);
    Shown shown{row.output, row.unit, median ? percentiles[*median] : row.summary.mean, none, none};
    if (percentiles.size() > 1) {
      shown.low = percentiles.front();
      shown.high = percentiles.back();
    }
    return shown;
  }
  return std::nullopt;
}

std::string value_label(const SweepSpec& spec, const std::string& output, const std::string& unit) {
  return spec.metric.starts_with(target_prefix)
             ? fmt::format("patients who reach: {} [%]", spec.metric.substr(target_prefix.size()))
             : metric_label(spec.metric, output, unit);
}

/// What of the patients is drawn.
std::string patients_text(const SweepSpec& spec, bool shaded) {
  const PopulationSpec& people = *spec.base.population;
  const std::string who = fmt::format("{} virtual patients, seed {}", people.count, people.seed);
  if (spec.metric.starts_with(target_prefix)) {
    return fmt::format(" Of {}.", who);
  }
  std::string text = fmt::format(" {} of {}.", median_of(people) ? "Median" : "Mean", who);
  if (shaded) {
    text += fmt::format(" Shaded: percentiles {} to {}.", shortest(people.percentiles.front()),
                        shortest(people.percentiles.back()));
  }
  return text;
}

/// An axis of a figure: its places in the order in which they first come, for the first points.
struct Places {
  SweepFigure::Axis axis;
  std::vector<std::size_t> of_point;  ///< place of each point
};

Places places_of(const SweepResult& result, std::size_t index, std::size_t points) {
  const SweepAxis& axis = result.spec.axes[index];
  const std::string unit = unit_of(result, index);
  const bool words = axis.takes_words() || !one_kind(result, index, unit);
  Places places;
  places.axis.label = axis.label.empty() ? axis.vary : axis.label;
  places.axis.log = axis.log_spacing;
  if (!words && !unit.empty()) {
    places.axis.label += fmt::format(" [{}]", unit);
  }
  std::map<std::string, std::size_t> known;
  for (const SweepPoint& point : std::span(result.points).first(points)) {
    const SweepValue& value = point[index];
    const double number = words ? none : in_unit(value.number, unit);
    const std::string key = !value.word.empty() ? value.word
                            : words             ? to_text(value.number)
                                                : shortest(number);
    const auto [at, fresh] = known.emplace(key, places.axis.ticks.size());
    if (fresh) {
      places.axis.ticks.push_back(words ? key : fmt::format("{:.4g}", number));
      if (!words) {
        places.axis.at.push_back(number);
      }
    }
    places.of_point.push_back(at->second);
  }
  return places;
}

/// Numbers against a few words, such as doses against models, are lines: values at one place of a
/// heat map would be compared by their colour only.
void make_lines(SweepFigure& figure) {
  const bool words_x = figure.x.at.empty(), words_y = figure.y.at.empty();
  if (words_x == words_y || (words_x ? figure.x : figure.y).ticks.size() > most_lines) {
    return;
  }
  if (words_x) {
    const std::size_t nx = figure.x.ticks.size(), ny = figure.y.ticks.size();
    for (std::vector<double>* const values : {&figure.values, &figure.low, &figure.high}) {
      std::vector<double> turned(values->size());
      for (std::size_t iy = 0; iy < ny; ++iy) {
        for (std::size_t ix = 0; ix < nx; ++ix) {
          turned[ix * ny + iy] = (*values)[iy * nx + ix];
        }
      }
      *values = std::move(turned);
    }
    std::swap(figure.x, figure.y);
  }
  figure.lines = true;
}

}  // namespace

std::string sweep_csv(const SweepResult& result) {
  CsvText csv;
  csv.comment(fmt::format("Ketascope {}", version));
  csv.comment(quiet_statement);
  csv.comment(fmt::format("sweep: {}, {} points{}", design_text(result.spec.design),
                          result.points.size(),
                          result.spec.design == SweepSpec::Design::latin_hypercube
                              ? fmt::format(", seed {}", result.spec.seed)
                              : std::string()));
  if (result.of_patients()) {
    const PopulationSpec& people = *result.spec.base.population;
    double error = 0.0;
    for (const SweepOutcome& outcome : result.outcomes) {
      error = std::max(error, outcome.relative_error);
    }
    csv.comment(fmt::format(
        "the same {} virtual patients at every point, seed {}{}; percentiles {}", people.count,
        people.seed, people.uncertainty ? ", with the uncertainty of the estimates" : "",
        error > 0.0 ? fmt::format("within {:.2g} % (counted)", 100.0 * error)
                    : std::string("of all values")));
  }
  if (!result.complete) {
    csv.comment(fmt::format("incomplete: the sweep was stopped after {} of {} points",
                            result.outcomes.size(), result.points.size()));
  }
  csv.field(std::string_view("point"));
  std::vector<std::string> units;
  for (std::size_t a = 0; a < result.spec.axes.size(); ++a) {
    const SweepAxis& axis = result.spec.axes[a];
    std::string unit = unit_of(result, a);
    const bool numbers = !axis.takes_words() && one_kind(result, a, unit);
    csv.field(numbers && !unit.empty() ? fmt::format("{} [{}]", axis.vary, unit) : axis.vary);
    units.push_back(numbers ? std::move(unit) : std::string("-"));
  }
  std::vector<std::string> columns{"output",       "unit",         "Cmax",
                                   "tmax [h]",     "AUC [unit*h]", "AUC to infinity [unit*h]",
                                   "half-life [h]"};
  if (result.of_patients()) {
    columns = population_row_names(*result.spec.base.population);
  } else {
    for (const EffectBand& band : result.bands) {
      columns.push_back(fmt::format("in {} [h]", band.id));
    }
  }
  csv.field(std::string_view("model"));
  for (const std::string& column : columns) {
    csv.field(column);
  }
  csv.field(std::string_view("status"));
  csv.end_row();

  const auto begin_row = [&](std::size_t i) {
    csv.field(static_cast<double>(i + 1));
    for (std::size_t a = 0; a < units.size(); ++a) {
      const SweepValue& value = result.points[i][a];
      if (!value.word.empty()) {
        csv.field(value.word);
      } else if (units[a] == "-") {
        csv.field(to_text(value.number));
      } else {
        csv.field(in_unit(value.number, units[a]));
      }
    }
  };
  for (std::size_t i = 0; i < result.outcomes.size(); ++i) {
    const SweepOutcome& outcome = result.outcomes[i];
    const std::string model = at_point(result.spec, result.points[i]).model;
    for (const PopulationRow& row : outcome.patients) {
      begin_row(i);
      csv.field(model);
      write_population_row(csv, row, *result.spec.base.population);
      csv.field(to_text(Status::completed));
      csv.end_row();
    }
    if (outcome.rows.empty() && outcome.patients.empty()) {
      begin_row(i);
      csv.field(model);
      for (std::size_t empty = 0; empty < columns.size(); ++empty) {
        csv.empty_field();
      }
      csv.field(outcome.trouble);
      csv.end_row();
    }
    for (const SummaryRow& row : outcome.rows) {
      begin_row(i);
      csv.field(row.model);
      csv.field(row.output);
      csv.field(row.unit);
      for (const double value : {row.cmax, row.tmax_h, row.auc_0_t, row.auc_0_inf.value_or(none),
                                 row.half_life_h.value_or(none)}) {
        csv.field(value);
      }
      for (const EffectBand& band : result.bands) {
        const double hours = metric_of(row, "time_in_band:" + band.id);
        if (std::isnan(hours)) {
          csv.empty_field();
        } else {
          csv.field(hours);
        }
      }
      csv.field(to_text(Status::completed));
      csv.end_row();
    }
  }
  return csv.take();
}

tl::expected<SweepFigure, Diagnostics> sweep_figure(const SweepResult& result) {
  const SweepSpec& spec = result.spec;
  const std::size_t axes = spec.axes.size();
  if (Diagnostics more = check_sweep_axes(spec); !more.empty()) {
    return tl::unexpected(std::move(more));
  }
  std::optional<Shown> sample;
  std::vector<std::string> outputs, models, first;
  const auto once = [](std::vector<std::string>& list, const std::string& name) {
    if (std::ranges::find(list, name) == list.end()) {
      list.push_back(name);
    }
  };
  for (std::size_t i = 0; i < result.outcomes.size(); ++i) {
    const SweepOutcome& outcome = result.outcomes[i];
    for (const SummaryRow& row : outcome.rows) {
      once(outputs, row.output);
    }
    for (const PopulationRow& row : outcome.patients) {
      once(outputs, row.output);
    }
    if (!outcome.rows.empty() || !outcome.patients.empty()) {
      once(models, at_point(spec, result.points[i]).model);
    }
    if (auto shown = shown_of(outcome, spec)) {
      once(first, shown->output);
      if (!sample) {
        sample = std::move(shown);
      }
    }
  }
  const bool of_band = spec.metric.starts_with("time_in_band:");
  const auto no_time = [&](const std::string& output) {
    std::vector<std::string> ids;
    for (const EffectBand& band : result.bands) {
      ids.push_back(band.id);
    }
    return refuse(
        "sweep.band_unknown",
        fmt::format("no time is counted for '{}' and the output '{}'", spec.metric, output),
        fmt::format("bands in the table: {}", fmt::join(ids, ", ")));
  };
  if (!sample && of_band && !outputs.empty() &&
      (spec.output.empty() || std::ranges::find(outputs, spec.output) != outputs.end())) {
    return no_time(spec.output.empty() ? outputs.front() : spec.output);
  }
  if (!sample) {
    return refuse("sweep.output_unknown",
                  spec.output.empty() ? std::string("there is no result to draw")
                                      : fmt::format("there is no output '{}'", spec.output),
                  fmt::format("there are {}", fmt::join(outputs, ", ")));
  }
  if (of_band && std::isnan(sample->value)) {
    return no_time(sample->output);
  }
  SweepFigure figure;
  figure.title = spec.title;
  // The first outputs of several models may be different things, and the label says so.
  figure.value_label = value_label(spec, fmt::format("{}", fmt::join(first, " or ")), sample->unit);
  figure.log_values = spec.log_values;
  const bool grid = axes < 2 || spec.design == SweepSpec::Design::grid;
  // A grid shows the places that a stopped sweep did not reach, too.
  const std::size_t points = grid ? result.points.size() : result.outcomes.size();
  Places x = places_of(result, 0, points);
  Places y = axes == 2 ? places_of(result, 1, points) : Places{};
  const std::size_t places = x.axis.ticks.size() * std::max<std::size_t>(y.axis.ticks.size(), 1);
  if (grid) {
    figure.values.assign(places, none);
    figure.low.assign(places, none);
    figure.high.assign(places, none);
  }
  for (std::size_t i = 0; i < result.outcomes.size(); ++i) {
    // Other models may call it otherwise: without a choice, the first output of each is shown.
    const auto shown = shown_of(result.outcomes[i], spec);
    if (!shown) {
      continue;
    }
    const std::size_t ix = x.of_point[i], iy = axes == 2 ? y.of_point[i] : 0;
    if (grid) {
      const std::size_t at = iy * x.axis.ticks.size() + ix;
      figure.values[at] = shown->value;
      figure.low[at] = shown->low;
      figure.high[at] = shown->high;
    } else if (std::isfinite(shown->value)) {
      figure.values.push_back(shown->value);
      figure.points.emplace_back(ix, iy);
    }
  }
  figure.x = std::move(x.axis);
  figure.y = std::move(y.axis);
  if (axes == 2 && grid) {
    make_lines(figure);
  }
  // A heat map has one number in a place.
  if (figure.is_heat_map() ||
      std::ranges::all_of(figure.low, [](double v) { return std::isnan(v); })) {
    figure.low.clear();
    figure.high.clear();
  }
  figure.footnote = fmt::format(
      "{}\nModel{} {}.{}{}", quiet_statement, models.size() > 1 ? "s" : "", fmt::join(models, ", "),
      spec.design == SweepSpec::Design::latin_hypercube
          ? fmt::format(" Latin hypercube of {} points, seed {}.", result.points.size(), spec.seed)
          : std::string(),
      result.of_patients() ? patients_text(spec, !figure.low.empty()) : std::string());
  if (!result.complete) {
    figure.footnote += fmt::format("\nIncomplete: stopped after {} of {} points.",
                                   result.outcomes.size(), result.points.size());
  }
  return figure;
}

tl::expected<void, Diagnostics> write_sweep_figure(const SweepFigure& figure,
                                                   const std::filesystem::path& path,
                                                   const FigureSize& size) {
  if (auto format = check_figure_path(path); !format) {
    return format;
  }
  const auto symbol = figure_function("ketascope_write_sweep_figure");
  if (!symbol) {
    return tl::unexpected(symbol.error());
  }
  const auto write = reinterpret_cast<WriteSweepFigureFunction>(*symbol);
  return paint_file(path, [&](const char* temporary, std::string& message) {
    return write(figure, temporary, size, message);
  });
}

}  // namespace ketascope
