// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/observations.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <set>
#include <system_error>

#include "app/display.hpp"
#include "app/dose_amount.hpp"
#include "ketascope/model/salt.hpp"
#include "ketascope/units/number.hpp"

namespace ketascope {
namespace {

namespace fs = std::filesystem;

constexpr double nearly = 0.01;
/// More sites that differ than these are summed up below a figure.
constexpr std::size_t max_named_sites = 2;

struct Input {
  double start_h = 0.0, duration_h = 0.0, amount_mg = 0.0;
};

std::string lower(std::string_view text) {
  std::string out;
  for (const char c : text) {
    out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return out;
}

bool alike(double a, double b) {
  return std::abs(a - b) <= nearly * std::max(std::abs(a), std::abs(b));
}

/// mg (or mg/h) of a measure that may be per body weight.
std::optional<double> per_subject(const Measure& measure, Dimension dimension, double weight_kg) {
  if (const auto value = to_internal(measure, dimension)) {
    return *value;
  }
  const auto value = to_internal(measure, dimension / dimensions::body_mass);
  return value ? std::optional(*value * weight_kg) : std::nullopt;
}

/// "three-step escalating infusion: 0.14, 0.28, 0.57 mg/kg/h for 60 min each": rates of equal
/// length, one after the other. Empty when the arm had no such steps.
std::vector<Input> stepped_inputs(const Observation& observation, double weight_kg) {
  const std::string& text = observation.formulation;
  const auto colon = text.find(": ");
  const auto lasts = text.find(" for ");
  if (colon == std::string::npos || lasts == std::string::npos || lasts < colon ||
      !text.ends_with(" each") || text.find("infusion") == std::string::npos) {
    return {};
  }
  const auto step = parse_measure(text.substr(lasts + 5, text.size() - lasts - 5 - 5));
  const auto step_h = step ? to_internal(*step, dimensions::time) : tl::unexpected(step.error());
  std::string rates = text.substr(colon + 2, lasts - colon - 2);
  const auto unit_begin = rates.find_last_of(' ');
  if (!step_h || unit_begin == std::string::npos) {
    return {};
  }
  const std::string unit = rates.substr(unit_begin + 1);
  rates.resize(unit_begin);
  std::vector<Input> inputs;
  for (std::size_t begin = 0; begin < rates.size();) {
    const auto end = std::min(rates.find(", ", begin), rates.size());
    const auto value = parse_number(std::string_view(rates).substr(begin, end - begin));
    const auto rate =
        value ? per_subject({*value, unit}, dimensions::mass_rate, weight_kg) : std::nullopt;
    if (!rate) {
      return {};
    }
    inputs.push_back({static_cast<double>(inputs.size()) * *step_h, *step_h, *rate * *step_h});
    begin = end + 2;
  }
  return inputs;
}

std::vector<Input> observed_inputs(const Observation& observation, double weight_kg) {
  if (auto steps = stepped_inputs(observation, weight_kg); !steps.empty()) {
    return steps;
  }
  // Several steps whose rates are not stated in one way cannot be compared.
  if (observation.formulation.find("bolus and infusion") != std::string::npos ||
      observation.formulation.find("target-controlled") != std::string::npos || !observation.dose) {
    return {};
  }
  const auto amount = per_subject(*observation.dose, dimensions::drug_mass, weight_kg);
  if (!amount) {
    return {};
  }
  return {{0.0, observation.infusion_min.value_or(0.0) / 60.0, *amount}};
}

std::vector<Input> given_inputs(const Schedule& schedule, const Scenario& scenario) {
  std::vector<Input> inputs;
  for (const DoseSpec& dose : schedule) {
    const double mg = typed_amount_mg(dose, scenario);
    inputs.push_back({to_internal(dose.start, dimensions::time).value_or(0.0),
                      typed_duration_h(dose, scenario, mg), mg});
  }
  std::ranges::stable_sort(inputs, {}, &Input::start_h);
  return inputs;
}

bool same_inputs(const std::vector<Input>& a, const std::vector<Input>& b, double factor) {
  return std::ranges::equal(a, b, [factor](const Input& x, const Input& y) {
    return alike(x.amount_mg, y.amount_mg * factor) && alike(x.duration_h, y.duration_h) &&
           alike(x.start_h, y.start_h);
  });
}

std::string form_of(const DoseSpec& dose, const Model& model) {
  return dose.form.empty() ? std::string(to_text(model.form)) : dose.form;
}

/// Observed amounts times this = amounts on the basis of the run. A source that does not say which
/// is taken at its word.
double basis_factor(const Observation& observation, const DoseSpec& dose, const Model& model) {
  const std::string basis = dose.basis.empty() ? std::string(to_text(model.basis)) : dose.basis;
  if (observation.dose_basis == basis ||
      (observation.dose_basis != "base" && observation.dose_basis != "hydrochloride")) {
    return 1.0;
  }
  return basis == "base" ? base_per_hydrochloride : 1.0 / base_per_hydrochloride;
}

bool same_analyte(const Observation& observation, const ColumnInfo& column) {
  if (lower(observation.analyte) != lower(column.analyte) || observation.enantiomer == "each") {
    return false;
  }
  const bool blood = observation.matrix == "plasma" || observation.matrix == "serum" ||
                     observation.matrix == "serum or plasma";
  return blood && (column.kind == "concentration" || column.kind.empty());
}

/// Numbers that were worked out with a model are not observed.
bool measured(const Observation& observation) {
  return !observation.statistic.starts_with("model") && observation.statistic != "nominal";
}

bool same_site(const Observation& observation, const ColumnInfo& column) {
  return observation.site == column.site && (column.site == "arterial" || column.site == "venous");
}

std::string site_text(const std::string& site) {
  return site.empty() || site == "unknown" ? "site not stated" : site;
}

/// "Kamp 2020" of "Kamp 2020 Br J Anaesth 125:750-761, Fig. 1".
std::string study_of(const Observation& observation) {
  const std::string year = std::to_string(observation.year);
  const auto at = observation.citation.find(year);
  return at == std::string::npos ? fmt::format("{} ({})", observation.citation, year)
                                 : observation.citation.substr(0, at + year.size());
}

struct Span {
  std::optional<double> low, high;
};

/// Error bar in the unit of the value; none where the kind of spread is not certain.
Span spread_of(const Observation& observation) {
  const std::string& kind = observation.spread_kind;
  if (kind == "range" || kind == "95% CI") {
    return {observation.low, observation.high};
  }
  if (!observation.spread || (kind != "SD" && kind != "SE" && kind != "between-subject CV")) {
    return {};
  }
  const double value = observation.value.value;
  const double half =
      observation.spread_percent ? value * *observation.spread / 100.0 : *observation.spread;
  return {std::max(0.0, value - half), value + half};
}

std::string tooltip_of(const Observation& observation) {
  std::string text = fmt::format(
      "{} {} {} ({})", observation.analyte,
      observation.metric == "cmax" ? "Cmax at tmax" : "concentration", to_text(observation.value),
      observation.statistic.empty() ? "statistic not stated" : observation.statistic);
  if (!observation.spread_kind.empty()) {
    text += ", " + observation.spread_kind;
    if (observation.spread) {
      text += fmt::format(" {}{}", shortest(*observation.spread),
                          observation.spread_percent ? " %" : "");
    } else if (observation.low && observation.high) {
      text += fmt::format(" {} to {}", shortest(*observation.low), shortest(*observation.high));
    }
  }
  text += fmt::format("\n{}, {}", observation.matrix, site_text(observation.site));
  if (!observation.population.empty()) {
    text += fmt::format("\n{}{}", observation.population,
                        observation.subjects.empty() ? "" : ", n = " + observation.subjects);
  }
  if (observation.dose_basis != "base" && observation.dose_basis != "hydrochloride") {
    text += "\nwhether the dose counts base or salt is not stated";
  }
  text += "\n" + observation.citation;
  text += observation.doi.empty() ? fmt::format("\nno DOI: {}", observation.doi_missing)
                                  : "\ndoi:" + observation.doi;
  if (!observation.note.empty()) {
    text += "\n" + observation.note;
  }
  return text;
}

class Collector {
 public:
  Collector(std::span<const Observation> observations, DisplaySpec display)
      : observations_(observations),
        display_(std::move(display)),
        time_unit_(shown_time_unit(display_)) {}

  void add(const Run& run, int colour) {
    const double until_h = to_internal(run.scenario.sampling.until, dimensions::time).value_or(0.0);
    zero_h_ = time_zero_h(run, display_);
    for (const Observation& observation : observations_) {
      if (!measured(observation) ||
          (observation.metric != "conc_at" && observation.metric != "cmax") ||
          !dosed_alike(observation, run)) {
        continue;
      }
      for (const std::size_t c : shown_columns(run)) {
        const ColumnInfo& column = run.result.columns[c];
        if (same_analyte(observation, column)) {
          add_point(observation, column, colour, until_h);
        }
      }
    }
  }

  ObservedData take() { return std::move(data_); }

 private:
  std::optional<double> time_h(const Observation& observation) const {
    if (observation.metric == "conc_at") {
      return observation.time_min ? std::optional(*observation.time_min / 60.0) : std::nullopt;
    }
    for (const Observation& other : observations_) {
      if (other.metric == "tmax" && other.id == observation.id &&
          other.analyte == observation.analyte && other.enantiomer == observation.enantiomer) {
        if (const auto value = to_internal(other.value, dimensions::time)) {
          return *value;
        }
      }
    }
    return std::nullopt;
  }

  void add_point(const Observation& observation, const ColumnInfo& column, int colour,
                 double until_h) {
    const auto at_h = time_h(observation);
    if (!at_h) {
      note(fmt::format("{}: Cmax of {} {} is not drawn, its time is not stated",
                       study_of(observation), observation.analyte, to_text(observation.value)));
      return;
    }
    const DisplayUnit shown = display_unit(column, display_.unit);
    const auto from = parse_unit(observation.value.unit);
    const auto to = parse_unit(shown.unit);
    if (*at_h > until_h || !from || !to) {
      return;
    }
    const auto value = [&](double number) {
      return convert(number, *from, *to, column.molar_mass);
    };
    const auto y = value(observation.value.value);
    if (!y) {
      return;
    }
    Figure::Point point;
    point.x = (*at_h - zero_h_) * time_unit_.per_h;
    point.y = *y;
    const Span spread = spread_of(observation);
    if (spread.low) {
      point.low = value(*spread.low).value_or(*y);
    }
    if (spread.high) {
      point.high = value(*spread.high).value_or(*y);
    }
    point.open = !same_site(observation, column);
    point.label = fmt::format("{}, {}, observed ({})", study_of(observation), observation.analyte,
                              site_text(observation.site));
    point.tooltip = tooltip_of(observation);
    point.colour = colour;
    // Several models with one dose show the same data: once is enough, filled if any fits.
    const auto same = std::ranges::find_if(data_.points, [&](const Figure::Point& p) {
      return p.x == point.x && p.y == point.y && p.tooltip == point.tooltip;
    });
    if (same != data_.points.end()) {
      if (same->open && !point.open) {
        *same = point;
      }
    } else {
      data_.points.push_back(point);
    }
    note(fmt::format("observed: {}{}", observation.citation,
                     observation.doi.empty() ? " (no DOI: " + observation.doi_missing + ")"
                                             : ", doi:" + observation.doi));
    add_once(data_.studies,
             study_of(observation) +
                 (observation.doi.empty() ? " (no DOI)" : " (doi:" + observation.doi + ")"));
    if (point.open) {
      add_once(data_.sites, fmt::format("{}: {} samples beside a curve whose samples are {}",
                                        study_of(observation), site_text(observation.site),
                                        site_text(column.site)));
      note(fmt::format("{}: {} samples beside a curve of another site ({})", study_of(observation),
                       site_text(observation.site), site_text(column.site)));
    }
  }

  static void add_once(std::vector<std::string>& texts, std::string text) {
    if (std::ranges::find(texts, text) == texts.end()) {
      texts.push_back(std::move(text));
    }
  }
  void note(std::string text) { add_once(data_.notes, std::move(text)); }

  std::span<const Observation> observations_;
  DisplaySpec display_;
  TimeUnit time_unit_;
  double zero_h_ = 0.0;  ///< of the run at hand
  ObservedData data_;
};

}  // namespace

tl::expected<std::vector<Observation>, Diagnostics> load_observations(const Library& library) {
  std::vector<Observation> rows;
  Diagnostics problems;
  std::set<std::string> names;
  for (const fs::path& folder : library.folders()) {
    std::vector<fs::path> files;
    std::error_code failure;
    for (auto it = fs::directory_iterator(folder / "observations", failure);
         !failure && it != fs::directory_iterator(); it.increment(failure)) {
      if (it->path().extension() == ".csv") {
        files.push_back(it->path());
      }
    }
    std::ranges::sort(files);
    for (const fs::path& file : files) {
      if (!names.insert(file.filename().string()).second) {
        continue;
      }
      const auto text = read_text_file(file);
      auto parsed =
          text ? parse_observation_file(*text, file.string()) : tl::unexpected(text.error());
      if (!parsed) {
        problems.insert(problems.end(), parsed.error().begin(), parsed.error().end());
        continue;
      }
      std::ranges::move(*parsed, std::back_inserter(rows));
    }
  }
  if (!problems.empty()) {
    return tl::unexpected(std::move(problems));
  }
  return rows;
}

bool dosed_alike(const Observation& observation, const Run& run) {
  const auto* schedule = std::get_if<Schedule>(&run.scenario.regimen);
  if (schedule == nullptr || schedule->empty()) {
    return false;
  }
  const Model& model = *run.scenario.model;
  for (const DoseSpec& dose : *schedule) {
    if (dose.route != observation.route || form_of(dose, model) != observation.drug ||
        dose.repeats > 0 || dose.steady_state || dose.basis != schedule->front().basis) {
      return false;
    }
  }
  const auto inputs = observed_inputs(observation, dose_weight_kg(run.scenario));
  return !inputs.empty() && same_inputs(given_inputs(*schedule, run.scenario), inputs,
                                        basis_factor(observation, schedule->front(), model));
}

ObservedData observed_data(std::span<const Run> runs, std::span<const Observation> observations,
                           const DisplaySpec& display) {
  Collector collector(observations, with_time_unit(display, runs));
  for (std::size_t r = 0; r < runs.size(); ++r) {
    collector.add(runs[r], static_cast<int>(r));
  }
  return collector.take();
}

void add_observed(Figure& figure, const ObservedData& observed) {
  figure.points.insert(figure.points.end(), observed.points.begin(), observed.points.end());
  if (observed.points.empty()) {
    return;
  }
  figure.footnote += fmt::format("\nObserved: {}.", fmt::join(observed.studies, "; "));
  if (observed.sites.size() > max_named_sites) {
    figure.footnote +=
        "\nOpen marks: sampled at another site (arterial, venous, not stated) than the curve.";
  } else if (!observed.sites.empty()) {
    const bool open = std::ranges::any_of(observed.points, &Figure::Point::open);
    figure.footnote += fmt::format("\n{}: {}.", open ? "Open marks" : "Sites differ",
                                   fmt::join(observed.sites, "; "));
  }
}

}  // namespace ketascope
