// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <span>
#include <utility>

#include "app/csv_text.hpp"
#include "app/figure_files.hpp"
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

std::string metric_label(const std::string& metric, const SummaryRow& row) {
  if (metric == "cmax") {
    return fmt::format("Cmax of {} [{}]", row.output, row.unit);
  }
  if (metric == "tmax") {
    return fmt::format("time of the peak of {} [h]", row.output);
  }
  if (metric == "auc") {
    return fmt::format("AUC of {} [{}]", row.output, exposure_unit(row.unit));
  }
  if (metric == "auc_inf") {
    return fmt::format("AUC of {} to infinity [{}]", row.output, exposure_unit(row.unit));
  }
  if (metric == "half_life") {
    return fmt::format("half-life of {} [h]", row.output);
  }
  return fmt::format("time of {} in the band {} [h]", row.output,
                     metric.substr(std::string_view("time_in_band:").size()));
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
    std::vector<double> turned(figure.values.size());
    for (std::size_t iy = 0; iy < ny; ++iy) {
      for (std::size_t ix = 0; ix < nx; ++ix) {
        turned[ix * ny + iy] = figure.values[iy * nx + ix];
      }
    }
    figure.values = std::move(turned);
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
  for (const char* name : {"model", "output", "unit", "Cmax", "tmax [h]", "AUC [unit*h]",
                           "AUC to infinity [unit*h]", "half-life [h]"}) {
    csv.field(std::string_view(name));
  }
  for (const std::string& band : result.bands) {
    csv.field(fmt::format("in {} [h]", band));
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
    if (outcome.rows.empty()) {
      begin_row(i);
      csv.field(at_point(result.spec, result.points[i]).model);
      for (std::size_t empty = 0; empty < 7 + result.bands.size(); ++empty) {
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
      for (const std::string& band : result.bands) {
        const double hours = metric_of(row, "time_in_band:" + band);
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
  const SummaryRow* sample = nullptr;
  std::vector<std::string> outputs, models;
  for (const SweepOutcome& outcome : result.outcomes) {
    for (const SummaryRow& row : outcome.rows) {
      if (std::ranges::find(models, row.model) == models.end()) {
        models.push_back(row.model);
      }
      if (sample == nullptr && (spec.output.empty() || row.output == spec.output)) {
        sample = &row;
      }
      if (std::ranges::find(outputs, row.output) == outputs.end()) {
        outputs.push_back(row.output);
      }
    }
  }
  if (sample == nullptr) {
    return refuse("sweep.output_unknown",
                  spec.output.empty() ? std::string("there is no result to draw")
                                      : fmt::format("there is no output '{}'", spec.output),
                  fmt::format("there are {}", fmt::join(outputs, ", ")));
  }
  if (spec.metric.starts_with("time_in_band:") && std::isnan(metric_of(*sample, spec.metric))) {
    return refuse(
        "sweep.band_unknown",
        fmt::format("no time is counted for '{}' and the output '{}'", spec.metric, sample->output),
        fmt::format("bands in the table: {}", fmt::join(result.bands, ", ")));
  }
  SweepFigure figure;
  figure.title = spec.title;
  // The first outputs of several models may be different things, and the label says so.
  SummaryRow shown = *sample;
  if (spec.output.empty()) {
    std::vector<std::string> first;
    for (const SweepOutcome& outcome : result.outcomes) {
      if (!outcome.rows.empty() &&
          std::ranges::find(first, outcome.rows.front().output) == first.end()) {
        first.push_back(outcome.rows.front().output);
      }
    }
    shown.output = fmt::format("{}", fmt::join(first, " or "));
  }
  figure.value_label = metric_label(spec.metric, shown);
  figure.log_values = spec.log_values;
  figure.footnote = fmt::format(
      "{}\nModel{} {}.{}", quiet_statement, models.size() > 1 ? "s" : "", fmt::join(models, ", "),
      spec.design == SweepSpec::Design::latin_hypercube
          ? fmt::format(" Latin hypercube of {} points, seed {}.", result.points.size(), spec.seed)
          : std::string());
  if (!result.complete) {
    figure.footnote += fmt::format("\nIncomplete: stopped after {} of {} points.",
                                   result.outcomes.size(), result.points.size());
  }
  const bool grid = axes < 2 || spec.design == SweepSpec::Design::grid;
  // A grid shows the places that a stopped sweep did not reach, too.
  const std::size_t points = grid ? result.points.size() : result.outcomes.size();
  Places x = places_of(result, 0, points);
  Places y = axes == 2 ? places_of(result, 1, points) : Places{};
  if (grid) {
    figure.values.assign(x.axis.ticks.size() * std::max<std::size_t>(y.axis.ticks.size(), 1), none);
  }
  for (std::size_t i = 0; i < result.outcomes.size(); ++i) {
    for (const SummaryRow& row : result.outcomes[i].rows) {
      // Other models may call it otherwise: without a choice, the first output of each is shown.
      if (spec.output.empty() ? &row == &result.outcomes[i].rows.front()
                              : row.output == spec.output) {
        const double value = metric_of(row, spec.metric);
        const std::size_t ix = x.of_point[i], iy = axes == 2 ? y.of_point[i] : 0;
        if (grid) {
          figure.values[iy * x.axis.ticks.size() + ix] = value;
        } else if (std::isfinite(value)) {
          figure.values.push_back(value);
          figure.points.emplace_back(ix, iy);
        }
      }
    }
  }
  figure.x = std::move(x.axis);
  figure.y = std::move(y.axis);
  if (axes == 2 && grid) {
    make_lines(figure);
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
