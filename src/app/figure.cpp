// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/figure.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>

#include "app/display.hpp"
#include "app/dose_amount.hpp"
#include "ketascope/app/card.hpp"
#include "ketascope/app/dose_conversion.hpp"
#include "ketascope/app/effects.hpp"
#include "ketascope/app/run.hpp"
#include "ketascope/units/number.hpp"

namespace ketascope {
namespace {

/// Doses drawn per schedule line; a series that runs for ever is cut at the window's end anyway.
constexpr int max_drawn_doses = 1000;
/// More scenarios or people than this cannot be told apart by shapes either.
constexpr std::size_t most_marked = 14;

/// Place of a column's analyte among the analytes that the run shows: the parent is drawn solid.
int dash_of(const Run& run, std::span<const std::size_t> shown, std::size_t column) {
  std::vector<std::string> seen;
  for (const std::size_t c : shown) {
    const std::string& analyte = run.result.columns[c].analyte;
    const auto place = std::ranges::find(seen, analyte);
    if (c == column) {
      return static_cast<int>(place - seen.begin());
    }
    if (place == seen.end()) {
      seen.push_back(analyte);
    }
  }
  return 0;
}

/// How the times of one run stand on the axis.
struct TimeAxis {
  double per_h = 1.0, zero_h = 0.0;
  double operator()(double time_h) const { return (time_h - zero_h) * per_h; }
};

/// What the people of an event table were given; what several had alike comes once.
void add_table_doses(Figure& figure, const Run& run, const TimeAxis& axis, int colour,
                     const Words& words) {
  const std::size_t before = figure.doses.size();
  for (const SubjectResult& subject :
       std::span(run.result.subjects).first(std::min(run.result.subjects.size(), most_marked))) {
    for (const AuditEntry& event : subject.audit) {
      const bool infusion = event.event == "infusion starts";
      if (event.amt_mg <= 0.0 || event.cmt < 0 || !(infusion || event.event == "bolus") ||
          figure.doses.size() - before >= max_drawn_doses) {
        continue;
      }
      const auto& into = run.result.model->compartments[static_cast<std::size_t>(event.cmt)];
      const std::string amount = words.number(fmt::format("{} mg", shortest(event.amt_mg)));
      Figure::Dose dose{axis(event.time_h), event.duration_h * axis.per_h, event.amt_mg,
                        fmt::format("{} → {}", amount, into.name), colour};
      dose.infusion = infusion;
      const auto same = [&](const Figure::Dose& known) {
        return known.colour == colour && known.x == dose.x && known.duration == dose.duration &&
               known.amount_mg == dose.amount_mg && known.label == dose.label;
      };
      if (std::ranges::none_of(figure.doses, same)) {
        figure.doses.push_back(std::move(dose));
      }
    }
  }
}

/// Between when a dose is given and when it begins to enter, as it was simulated.
double lag_h(const Run& run, const Route* route, double given_h) {
  if (route == nullptr || run.result.subjects.empty()) {
    return 0.0;
  }
  for (const AuditEntry& entry : run.result.subjects.front().audit) {
    if (entry.lag_h > 0.0 && std::abs(entry.time_h - entry.lag_h - given_h) < 1e-9 &&
        std::ranges::find(route->into, entry.cmt) != route->into.end()) {
      return entry.lag_h;
    }
  }
  return 0.0;
}

void add_doses(Figure& figure, const Run& run, const TimeAxis& axis, int colour,
               const Words& words) {
  const auto* schedule = std::get_if<Schedule>(&run.scenario.regimen);
  if (schedule == nullptr) {
    add_table_doses(figure, run, axis, colour, words);
    return;
  }
  const double until_h = to_internal(run.scenario.sampling.until, dimensions::time).value_or(0.0);
  for (std::size_t line = 0; line < schedule->size(); ++line) {
    const DoseSpec& dose = (*schedule)[line];
    const Route* route = run.scenario.model->route(dose.route);
    if (route != nullptr && !route->interaction.empty()) {
      continue;  // another drug, in amounts of its own
    }
    const double start_h = to_internal(dose.start, dimensions::time).value_or(0.0);
    const double interval_h =
        dose.interval ? to_internal(*dose.interval, dimensions::time).value_or(0.0) : 0.0;
    const double mg = typed_amount_mg(dose, run.scenario);
    const double lasts_h = typed_duration_h(dose, run.scenario, mg);
    for (int k = 0; k <= std::min(dose.repeats, max_drawn_doses); ++k) {
      const double at_h = start_h + k * interval_h;
      if (at_h > until_h) {
        break;
      }
      figure.doses.push_back({axis(at_h), lasts_h * axis.per_h, mg,
                              dose_text(dose, *run.scenario.model, words), colour, colour,
                              static_cast<int>(line), k, route != nullptr && route->infusion,
                              axis(0.0), lag_h(run, route, at_h) * axis.per_h});
    }
  }
}

std::string curve_label(const Run& run, const SubjectResult& subject, const ColumnInfo& column,
                        std::size_t shown, bool only_run, const Words& words) {
  const std::string output = words(column.label.empty() ? column.name : column.label);
  // Where there is one scenario, its name tells no curve from another.
  if (only_run && run.result.subjects.size() == 1 && shown > 1) {
    return output;
  }
  std::string label = scenario_name(run);
  if (run.result.subjects.size() > 1) {
    label += fmt::format(" (ID {})", subject.id);
  }
  // With one curve per scenario its name says enough, unless the curve is not what one would
  // expect.
  return shown > 1 ? label + ": " + output : label;
}

/// " (arterial plasma)" where every curve is of that and says so: it is said once, at the axis, and
/// taken from the legend. Empty where they differ.
std::string take_common_matrix(std::vector<Figure::Curve>& curves, std::span<const Run> runs,
                               const Words& words) {
  std::string common;
  for (const Run& run : runs) {
    auto shown = shown_columns(run);
    const auto below = columns_below(run);
    if (shown.size() < 2) {
      return {};  // its legend does not name what is shown
    }
    std::erase_if(shown, [&](std::size_t c) { return std::ranges::find(below, c) != below.end(); });
    for (const std::size_t c : shown) {
      const ColumnInfo& column = run.result.columns[c];
      const std::string label = words(column.label.empty() ? column.name : column.label);
      const auto opens = label.rfind(" (");
      const std::string own =
          opens != std::string::npos && label.ends_with(')') ? label.substr(opens) : "";
      if (own.empty() || (!common.empty() && own != common)) {
        return {};
      }
      common = own;
    }
  }
  for (Figure::Curve& curve : curves) {
    if (!common.empty() && curve.label.ends_with(common)) {
      curve.label.resize(curve.label.size() - common.size());
    }
  }
  return common;
}

/// What somebody has chosen for a curve, over what it would have.
void apply_style(Figure::Curve& curve, const ScenarioStyle& style, bool one_subject) {
  const auto chosen = style.curves.find(curve.output);
  if (chosen == style.curves.end()) {
    return;
  }
  const CurveStyle& own = chosen->second;
  if (const auto pattern = std::ranges::find(line_patterns, own.line);
      pattern != std::end(line_patterns)) {
    curve.dash = static_cast<int>(pattern - std::begin(line_patterns));
  }
  curve.width = own.width;
  if (!own.legend.empty() && one_subject) {
    curve.label = own.legend;
  }
}

Figure::Curve curve_of(const Run& run, const SubjectResult& subject, std::size_t column,
                       double per_internal, const TimeAxis& axis) {
  Figure::Curve curve;
  curve.scenario = scenario_name(run);
  curve.output = run.result.columns[column].name;
  curve.arterial = run.result.columns[column].site == "arterial";
  curve.x.reserve(subject.time_h.size());
  curve.y.reserve(subject.time_h.size());
  for (const double time_h : subject.time_h) {
    curve.x.push_back(axis(time_h));
  }
  for (const double value : subject.column(column)) {
    curve.y.push_back(value * per_internal);
  }
  return curve;
}

/// The shapes of one run's curves: one per person, from `first` on.
struct Markers {
  int first = -1;
  int operator()(const Run& run, const SubjectResult& subject) const {
    return first < 0 ? -1 : first + static_cast<int>(&subject - run.result.subjects.data());
  }
};

void add_curves(Figure& figure, const Run& run, const DisplaySpec& display, const TimeAxis& axis,
                int colour, Markers marker, bool only_run, std::vector<std::string>& units,
                const Words& words) {
  auto shown = shown_columns(run);
  const auto below = columns_below(run);
  std::erase_if(shown, [&](std::size_t c) { return std::ranges::find(below, c) != below.end(); });
  for (const SubjectResult& subject : run.result.subjects) {
    for (const std::size_t c : shown) {
      const ColumnInfo& column = run.result.columns[c];
      const DisplayUnit unit = display_unit(column, display.unit);
      Figure::Curve curve = curve_of(run, subject, c, unit.per_internal, axis);
      curve.label = curve_label(run, subject, column, shown.size(), only_run, words);
      curve.colour = colour;
      curve.dash = dash_of(run, shown, c);
      curve.marker = marker(run, subject);
      apply_style(curve, run.spec.style, run.result.subjects.size() == 1);
      figure.curves.push_back(std::move(curve));
      if (std::ranges::find(units, unit.unit) == units.end()) {
        units.push_back(unit.unit);
      }
    }
  }
}

Figure::Pane& pane_called(Figure& figure, const std::string& label) {
  const auto known = std::ranges::find(figure.panes, label, &Figure::Pane::label);
  return known != figure.panes.end() ? *known : figure.panes.emplace_back(Figure::Pane{label, {}});
}

/// One diagram for each thing that can be compared.
void add_effects(Figure& figure, const Run& run, const DisplaySpec& display, const TimeAxis& axis,
                 int colour, Markers marker, const Words& words) {
  for (const SubjectResult& subject : run.result.subjects) {
    for (const std::size_t c : columns_below(run)) {
      const ColumnInfo& column = run.result.columns[c];
      const bool effect = column.kind == "effect";
      const DisplayUnit unit = display_unit(column, display.unit);
      const std::string unit_text = unit.unit == "1" ? "" : fmt::format(" [{}]", unit.unit);
      Figure::Pane& pane =
          pane_called(figure, (effect ? words(column.label) : words("effect site")) + unit_text);
      Figure::Curve curve = curve_of(run, subject, c, unit.per_internal, axis);
      curve.label = fmt::format("{}: {}", scenario_name(run), words(column.label));
      curve.colour = colour;
      curve.marker = marker(run, subject);
      curve.dash =
          static_cast<int>(std::ranges::count(pane.curves, colour, &Figure::Curve::colour));
      apply_style(curve, run.spec.style, run.result.subjects.size() == 1);
      pane.curves.push_back(std::move(curve));
    }
  }
}

std::string band_tooltip(const EffectBand& band, const Words& words) {
  const std::string analyte = words(band.analyte);
  std::string text = band_label(band, words);
  text +=
      "\n" + words("{0} in {1}",
                   {band.drug.empty() ? analyte : analyte + ", " + words(band.drug), band.matrix});
  if (!band.context.empty()) {
    text += "\n" + words(band.context);
  }
  text += "\n" + band.citation;
  return text;
}

/// A band on the axis of the figure, through its own molar mass where the axis counts substance.
void add_bands(Figure& figure, std::span<const EffectBand> bands, const std::string& axis_unit,
               bool fuzzy, const Words& words) {
  const auto unit = parse_unit(axis_unit);
  if (!unit) {
    return;
  }
  int colour = 0;
  for (const EffectBand& band : bands) {
    const auto low_unit = parse_unit(band.low.unit);
    const auto high_unit = parse_unit(band.high.unit);
    if (!low_unit || !high_unit) {
      continue;
    }
    const auto low = convert(band.low.value, *low_unit, *unit, band.molar_mass);
    const auto high = convert(band.high.value, *high_unit, *unit, band.molar_mass);
    if (low && high) {
      figure.bands.push_back(
          {band.id, words(band.endpoint), band_tooltip(band, words), *low, *high, colour++, fuzzy});
    }
  }
}

}  // namespace

Figure build_figure(std::span<const Run> runs, std::span<const EffectBand> bands,
                    const DisplaySpec& asked, std::string title, const Words& words) {
  const DisplaySpec display = with_time_unit(asked, runs);
  Figure figure;
  const TimeUnit time_unit = shown_time_unit(display);
  std::vector<std::string> units;
  std::size_t people = 0;
  for (const Run& run : runs) {
    people += run.result.subjects.size();
  }
  Markers markers{people > 1 && people <= most_marked ? 0 : -1};
  for (std::size_t r = 0; r < runs.size(); ++r) {
    const int colour = static_cast<int>(r);
    const TimeAxis axis{time_unit.per_h, time_zero_h(runs[r], display)};
    add_curves(figure, runs[r], display, axis, colour, markers, runs.size() == 1, units, words);
    add_effects(figure, runs[r], display, axis, colour, markers, words);
    add_doses(figure, runs[r], axis, colour, words);
    if (markers.first >= 0) {
      markers.first += static_cast<int>(runs[r].result.subjects.size());
    }
    if (!runs[r].spec.style.colour.empty()) {
      figure.colours[colour] = runs[r].spec.style.colour;
    }
  }
  // Where the drug acts first, then what it does.
  std::ranges::stable_partition(figure.panes,
                                [site = words("effect site")](const Figure::Pane& pane) {
                                  return pane.label.starts_with(site);
                                });
  figure.title = std::move(title);
  figure.x_label = time_label(display, words);
  const bool concentrations = std::ranges::all_of(runs, [](const Run& run) {
    return std::ranges::all_of(shown_columns(run), [&](std::size_t c) {
      const std::string& kind = run.result.columns[c].kind;
      return kind == "concentration" || kind == "effect";
    });
  });
  if (units.empty()) {
    units.push_back(display.unit);
  }
  figure.y_label =
      fmt::format("{}{} [{}]", concentrations ? words("concentration") : words("value"),
                  take_common_matrix(figure.curves, runs, words), fmt::join(units, ", "));
  if (concentrations) {
    add_bands(figure, bands, units.front(), display.fuzzy_bands, words);
  }
  figure.log_y = display.log_axis;
  figure.footnote = words(quiet_statement);
  for (const std::string& note : grade_notes(runs)) {
    figure.footnote += "\n" + words(note);
  }
  for (const std::string& note : conversion_notes(runs)) {
    figure.footnote += "\n" + words(note);
  }
  for (const std::string& note : effects_of_other_models(runs)) {
    figure.footnote += "\n" + words(note);
  }
  for (const std::string& note : incomplete_notes(runs)) {
    figure.footnote += "\n" + words("Incomplete: {0}", {note});
  }
  return figure;
}

}  // namespace ketascope
