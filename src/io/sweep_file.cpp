// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/io/sweep_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <iterator>
#include <utility>

#include "io/scenario_reader.hpp"
#include "io/toml_reader.hpp"
#include "ketascope/diagnostic/suggest.hpp"
#include "ketascope/io/scenario_paths.hpp"

namespace ketascope {
namespace {

using What = SweepAxis::What;
using Design = SweepSpec::Design;

constexpr std::array<std::pair<std::string_view, What>, 7> dose_fields{
    {{"amount", What::amount},
     {"duration", What::duration},
     {"rate", What::rate},
     {"start", What::start},
     {"interval", What::interval},
     {"repeats", What::repeats},
     {"route", What::route}}};
constexpr std::array<std::pair<std::string_view, Design>, 3> designs{
    {{"grid", Design::grid}, {"list", Design::list}, {"latin-hypercube", Design::latin_hypercube}}};
constexpr int most_steps = 100'000;

/// "doses.2.duration", "subject.WT", "parameters.CL", "model".
void read_vary(const TomlField& field, const ScenarioSpec* base, SweepAxis& axis) {
  axis.vary = field.text().value;
  if (field.kind() != TomlKind::text) {
    return;
  }
  const std::string_view typed = axis.vary;
  const auto after = [&](std::string_view prefix) { return typed.substr(prefix.size()); };
  const auto refuse = [&] {
    field.report("sweep.vary", fmt::format("'{}' is nothing that can be varied", typed),
                 "doses.1.amount, doses.1.duration, .rate, .start, .interval, .repeats, .route, "
                 "subject.WT, parameters.CL or model");
  };
  if (typed == "model") {
    axis.what = What::model;
  } else if (typed.starts_with("subject.") && typed.size() > 8) {
    axis.what = What::covariate;
    axis.name = after("subject.");
  } else if (typed.starts_with("parameters.") && typed.size() > 11) {
    axis.what = What::parameter;
    axis.name = after("parameters.");
  } else if (typed.starts_with("doses.")) {
    const std::string_view rest = after("doses.");
    std::size_t number = 0;
    const auto [stop, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
    const std::string_view name(stop, static_cast<std::size_t>(rest.data() + rest.size() - stop));
    const auto known = std::ranges::find_if(dose_fields, [&](const auto& dose_field) {
      return name == "." + std::string(dose_field.first);
    });
    if (error != std::errc() || known == dose_fields.end()) {
      refuse();
      return;
    }
    axis.what = known->second;
    if (base != nullptr && (number < 1 || number > base->doses.size())) {
      field.report("sweep.dose",
                   fmt::format("the base scenario has {} dose{}, and no dose {}",
                               base->doses.size(), base->doses.size() == 1 ? "" : "s", number));
      return;
    }
    axis.dose = number - 1;
  } else {
    refuse();
  }
}

bool is_time(What what) {
  return what == What::duration || what == What::start || what == What::interval;
}

std::optional<MeasureAt> read_measure(const TomlField& field, const SweepAxis& axis) {
  return is_time(axis.what) ? field.measure_of(dimensions::time) : field.measure();
}

/// A covariate's value that is a category, not a number with its unit.
bool is_word(std::string_view text) {
  return !text.empty() && std::string_view("+-.0123456789").find(text[0]) == std::string_view::npos;
}

/// How often a dose is repeated.
bool is_count(const Measure& value) {
  return value.unit.empty() && value.value >= 0.0 && value.value <= 1e6 &&
         value.value == std::floor(value.value);
}

void read_values(const TomlField& list, SweepAxis& axis) {
  for (const TomlField& item : list.items()) {
    const bool word = axis.what == What::model || axis.what == What::route ||
                      (axis.what == What::covariate && item.kind() == TomlKind::text &&
                       is_word(item.text().value));
    if (word) {
      axis.words.push_back(item.text().value);
    } else if (const auto measure = read_measure(item, axis)) {
      if (axis.what == What::repeats && !is_count(measure->value)) {
        item.report("sweep.values", "repeats are whole numbers from 0, without a unit");
      }
      axis.values.push_back(measure->value);
    }
  }
  if (!axis.words.empty() && !axis.values.empty()) {
    list.report("sweep.values", "give numbers or words, not both");
  }
}

/// Whether every step of a range is a count; of a Latin hypercube's only the ends matter.
bool whole_steps(const SweepAxis& axis) {
  const double step = axis.steps > 1 ? (axis.to->value - axis.from->value) / (axis.steps - 1) : 1.0;
  return is_count(*axis.from) && is_count(*axis.to) && !axis.log_spacing &&
         step == std::floor(step);
}

void read_range(TomlTable& table, SweepAxis& axis, Design design) {
  const TomlField from = table.field("from"), to = table.field("to"), steps = table.field("steps"),
                  spacing = table.field("spacing");
  if (axis.what == What::model || axis.what == What::route) {
    from.report("sweep.values", fmt::format("{}s are listed with 'values'",
                                            axis.what == What::model ? "model" : "route"));
    return;
  }
  const auto low = read_measure(from, axis), high = read_measure(to, axis);
  if (!to) {
    from.report("sweep.range", "a range needs 'from' and 'to'");
  }
  if (low && high) {
    const auto a = parse_unit(low->value.unit), b = parse_unit(high->value.unit);
    if (a && b && a->dimension != b->dimension) {
      to.report("unit.mismatch", fmt::format("'{}' and '{}' are not of one kind",
                                             to_text(low->value), to_text(high->value)));
    } else if (a && b) {
      axis.from = low->value;
      axis.to = high->value.unit == low->value.unit
                    ? high->value
                    : Measure{high->value.value * b->factor / a->factor, low->value.unit};
      if (!(axis.from->value < axis.to->value)) {
        to.report("sweep.range", fmt::format("'to' must be above 'from', {}", to_text(low->value)));
      }
    }
  }
  if (spacing) {
    const std::string word = spacing.text().value;
    axis.log_spacing = word == "log";
    if (word != "log" && word != "linear") {
      spacing.report("sweep.spacing", fmt::format("'{}' must be linear or log", word));
    }
    if (axis.log_spacing && axis.from && !(axis.from->value > 0.0)) {
      from.report("sweep.range", "logarithmic spacing needs values above zero");
    }
  }
  if (design == Design::latin_hypercube) {
    if (steps) {
      steps.report("sweep.steps", "a Latin hypercube has 'points', its axes no 'steps'");
    }
  } else if (!steps) {
    from.report("sweep.steps", "a range needs 'steps': how many values it is divided into");
  } else if (const auto count = steps.integer_between(2, most_steps, "sweep.steps")) {
    axis.steps = *count;
  }
  if (axis.what == What::repeats && axis.from && axis.to && !whole_steps(axis)) {
    from.report("sweep.values", "repeats are whole numbers from 0, without a unit",
                "choose 'steps' so that all values are whole, or list them with 'values'");
  }
}

SweepAxis read_axis(TomlTable table, const ScenarioSpec* base, Design design) {
  SweepAxis axis;
  axis.at = table.at();
  if (const TomlField vary = table.field("vary")) {
    axis.at = vary.at();
    read_vary(vary, base, axis);
  } else {
    table.require({"vary"});
  }
  if (const TomlField label = table.field("label")) {
    axis.label = label.text().value;
  }
  const TomlField values = table.field("values");
  if (values && table.field("from")) {
    values.report("sweep.values", "give 'values' or a range, not both");
  } else if (values) {
    read_values(values, axis);
    if (values.kind() == TomlKind::list && values.items().empty()) {
      values.report("sweep.values", "there must be at least one value");
    }
  } else if (table.field("from")) {
    read_range(table, axis, design);
  } else {
    table.report("sweep.values", "an axis needs 'values', or 'from' and 'to'", table.at());
  }
  // Known in any case, so that they are not called unknown beside what was wrong with them.
  for (const char* name : {"from", "to", "steps", "spacing"}) {
    (void)table.field(name);
  }
  table.finish();
  return axis;
}

std::uint64_t length(const SweepAxis& axis) {
  return axis.from ? static_cast<std::uint64_t>(axis.steps)
                   : std::max(axis.values.size(), axis.words.size());
}

void check_size(TomlTable& root, const SweepSpec& spec) {
  std::uint64_t points = spec.design == Design::latin_hypercube ? spec.points : 1;
  if (spec.design == Design::grid) {
    for (const SweepAxis& axis : spec.axes) {
      points = std::min(points, most_sweep_points + 1) * std::max<std::uint64_t>(length(axis), 1);
    }
  }
  if (points > most_sweep_points) {
    root.report("sweep.too_many", fmt::format("more than {} points", most_sweep_points), root.at());
  }
  if (spec.design != Design::list || spec.axes.empty()) {
    return;
  }
  for (const SweepAxis& axis : spec.axes) {
    if (length(axis) != length(spec.axes.front())) {
      root.report(
          "sweep.list",
          fmt::format("'{}' has {} values and '{}' has {}: a list takes the first of each, "
                      "the second of each ...",
                      spec.axes.front().vary, length(spec.axes.front()), axis.vary, length(axis)),
          axis.at);
    }
  }
}

void read_base(TomlTable& root, SweepSpec& spec, Diagnostics& of_base) {
  const TomlField base = root.field("base");
  if (!base) {
    read_scenarios(root, spec.base);
    return;
  }
  if (const TomlField inline_base = root.field("scenario")) {
    base.report("sweep.base", "give a base file or a [[scenario]], not both");
  }
  const std::filesystem::path path = spec.base_folder / base.text().value;
  if (base.kind() != TomlKind::text) {
    return;
  }
  auto loaded = load_scenario_file(path);
  if (!loaded) {
    of_base = std::move(loaded.error());
    return;
  }
  spec.base = std::move(*loaded);
  spec.base_file = path;
  spec.base_folder = path.parent_path();
}

void read_design(TomlTable& root, SweepSpec& spec) {
  if (const TomlField design = root.field("design")) {
    const std::string typed = design.text().value;
    const auto known =
        std::ranges::find_if(designs, [&](const auto& word) { return word.first == typed; });
    if (known != designs.end()) {
      spec.design = known->second;
    } else if (design.kind() == TomlKind::text) {
      design.report(
          "sweep.design", fmt::format("'{}' must be one of grid, list, latin-hypercube", typed),
          did_you_mean(typed, std::vector<std::string>{"grid", "list", "latin-hypercube"}));
    }
  }
  const TomlField points = root.field("points");
  if (spec.design == Design::latin_hypercube) {
    if (!points) {
      root.report("sweep.points", "a Latin hypercube needs 'points'", root.at());
    } else if (const auto count =
                   points.integer_between(1, int{most_sweep_points}, "sweep.points")) {
      spec.points = static_cast<std::uint64_t>(*count);
    }
  } else if (points) {
    points.report("sweep.points", "'points' belongs to a Latin hypercube");
  }
  if (const TomlField seed = root.field("seed")) {
    spec.seed = read_seed(seed);
    if (spec.design != Design::latin_hypercube) {
      seed.report("sweep.seed", "'seed' belongs to a Latin hypercube");
    }
  }
}

void read_plot(TomlTable table, SweepSpec& spec) {
  if (const TomlField metric = table.field("metric")) {
    spec.metric = metric.text().value;
    spec.metric_at = metric.at();
    const bool named =
        spec.metric.starts_with("time_in_band:") || spec.metric.starts_with("target:");
    if (metric.kind() == TomlKind::text && !named &&
        std::ranges::find(sweep_metrics, spec.metric) == std::end(sweep_metrics)) {
      metric.report("sweep.metric", fmt::format("'{}' is no metric", spec.metric),
                    fmt::format("{}, time_in_band:ID, or target:NAME of virtual patients",
                                fmt::join(sweep_metrics, ", ")));
    }
  }
  if (const TomlField output = table.field("output")) {
    spec.output = output.text().value;
    spec.output_at = output.at();
  }
  spec.log_values = table.flag("log").value_or(false);
  table.finish();
}

void read_document(TomlDocument& document, SweepSpec& spec, Diagnostics& of_base) {
  TomlTable root = document.root();
  if (!document.check_format(root, "ketascope-sweep", "sweep")) {
    return;
  }
  if (const TomlField title = root.field("title")) {
    spec.title = title.text().value;
  }
  if (const TomlField description = root.field("description")) {
    spec.description = description.text().value;
  }
  read_design(root, spec);
  read_base(root, spec, of_base);
  const std::size_t scenarios = spec.base.scenarios.size();
  if (scenarios > 1) {
    root.report("sweep.base",
                fmt::format("a sweep varies one scenario, the base has {}", scenarios), root.at());
  }
  const ScenarioSpec* base = scenarios == 1 ? &spec.base.scenarios.front() : nullptr;
  for (TomlTable& table : root.tables("axes")) {
    spec.axes.push_back(read_axis(std::move(table), base, spec.design));
  }
  if (spec.axes.empty()) {
    root.report("sweep.none", "no [[axes]] in this file: nothing is varied", root.at());
  }
  for (std::size_t i = 0; i < spec.axes.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      if (!spec.axes[i].vary.empty() && spec.axes[i].vary == spec.axes[k].vary) {
        root.report("sweep.twice", fmt::format("'{}' is varied twice", spec.axes[i].vary),
                    spec.axes[i].at);
      }
    }
  }
  check_size(root, spec);
  read_plot(root.table("plot"), spec);
  root.finish();
}

}  // namespace

tl::expected<SweepSpec, Diagnostics> parse_sweep_file(std::string_view text,
                                                      std::string_view file) {
  TomlDocument document(text, file);
  SweepSpec spec;
  spec.file = file;
  spec.base_folder = std::filesystem::path(file).parent_path();
  Diagnostics of_base;
  if (document.parsed()) {
    read_document(document, spec, of_base);
  }
  if (document.has_errors() || has_errors(of_base)) {
    Diagnostics all = document.take_diagnostics();
    all.insert(all.end(), of_base.begin(), of_base.end());
    return tl::unexpected(std::move(all));
  }
  if (spec.title.empty()) {
    spec.title = spec.base.title;
  }
  return spec;
}

tl::expected<SweepSpec, Diagnostics> load_sweep_file(const std::filesystem::path& path) {
  const auto text = read_text_file(path);
  if (!text) {
    return tl::unexpected(text.error());
  }
  return parse_sweep_file(*text, path.string());
}

std::vector<std::string> files_of(const SweepSpec& spec) {
  std::vector<std::string> files = files_of(spec.base, spec.base_folder);
  if (!spec.base_file.empty()) {
    files.push_back(spec.base_file.string());
  }
  for (const SweepAxis& axis : spec.axes) {
    for (const std::string& word : axis.words) {
      if (axis.what == SweepAxis::What::model && word.ends_with(".toml")) {
        files.push_back((spec.base_folder / word).string());
      }
    }
  }
  return files;
}

}  // namespace ketascope
