// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/io/scenario_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <limits>
#include <utility>

#include "io/dose_reader.hpp"
#include "io/population_text.hpp"
#include "io/saved_text.hpp"
#include "io/scenario_reader.hpp"
#include "io/scenario_text.hpp"
#include "io/toml_reader.hpp"
#include "ketascope/diagnostic/suggest.hpp"

namespace ketascope {
namespace {

using namespace scenario_text;

constexpr int max_points = 1'000'000;
constexpr int max_scenarios = 10'000;

/// One of a few words; anything else is scenario.choice.
template <typename T, std::size_t N>
void read_word(const TomlField& field, const Word<T> (&words)[N], T& value) {
  if (!field) {
    return;
  }
  const std::string typed = field.text().value;
  if (field.kind() != TomlKind::text) {
    return;
  }
  std::vector<std::string> known;
  for (const auto& [text, meaning] : words) {
    if (text == typed) {
      value = meaning;
      return;
    }
    known.emplace_back(text);
  }
  field.report("scenario.choice",
               fmt::format("'{}' must be one of {}", field.name().value, fmt::join(known, ", ")),
               did_you_mean(typed, known));
}

void read_text(const TomlField& field, std::string& value) {
  if (field) {
    value = field.text().value;
  }
}

std::vector<std::string> read_texts(const TomlField& field) {
  std::vector<std::string> values;
  for (TextAt& text : field.texts()) {
    values.push_back(std::move(text.value));
  }
  return values;
}

/// "70 kg" and 1.8 are measures, "japanese" is a category; { category = "1" } is one beyond doubt.
void read_covariate(const TomlField& field, ScenarioSpec& spec) {
  const std::string name = field.name().value;
  if (field.kind() == TomlKind::table) {
    TomlTable table = field.table();
    if (table.require({"category"})) {
      spec.categories[name] = table.text("category").value;
    }
    table.finish();
    return;
  }
  if (field.kind() == TomlKind::text) {
    std::string typed = field.text().value;
    if (!reads_like_a_number(typed)) {
      spec.categories[name] = std::move(typed);
      return;
    }
  }
  if (auto measure = field.measure()) {
    spec.subject[name] = std::move(measure->value);
  }
}

void read_parameters(TomlTable table, ScenarioSpec& spec) {
  for (const TomlField& field : table.fields()) {
    if (auto measure = field.measure()) {
      spec.parameters[field.name().value] = std::move(measure->value);
    }
  }
}

void read_regimen(TomlTable& table, ScenarioSpec& spec) {
  const TomlField doses = table.field("doses");
  const TomlField events = table.field("events");
  spec.doses = read_doses(doses, "scenario");
  read_text(events, spec.events);
  if (doses && events) {
    events.report("scenario.doses_and_events", "give doses or an event table, not both");
  }
}

InteractionSpec read_interaction(TomlTable table) {
  InteractionSpec spec;
  table.require({"perpetrator"});
  read_text(table.field("perpetrator"), spec.perpetrator);
  const TomlField regimen = table.field("regimen");
  read_text(regimen, spec.regimen);
  const TomlField doses = table.field("doses");
  spec.doses = read_doses(doses, "scenario", true);
  if (regimen && doses) {
    regimen.report("scenario.regimen_and_doses", "give a regimen or doses, not both");
  }
  table.finish();
  return spec;
}

CurveStyle read_curve_style(TomlTable table) {
  CurveStyle style;
  const TomlField line = table.field("line");
  read_text(line, style.line);
  if (!style.line.empty() &&
      std::ranges::find(line_patterns, style.line) == std::end(line_patterns)) {
    line.report("scenario.choice",
                fmt::format("'line' must be one of {}", fmt::join(line_patterns, ", ")));
  }
  const TomlField width = table.field("width");
  if (const auto number = width.number()) {
    style.width = *number;
    if (!(*number >= thinnest_line && *number <= thickest_line)) {
      width.report("scenario.width", fmt::format("'width' must be from {} to {}, not {}",
                                                 thinnest_line, thickest_line, *number));
    }
  }
  read_text(table.field("legend"), style.legend);
  table.finish();
  return style;
}

ScenarioStyle read_style(TomlTable table) {
  ScenarioStyle style;
  const TomlField colour = table.field("colour");
  read_text(colour, style.colour);
  if (!style.colour.empty() && !is_colour(style.colour)) {
    colour.report("scenario.colour", fmt::format("'{}' is no colour", style.colour),
                  "for example \"#0072b2\"");
  }
  for (const TomlField& field : table.table("curves").fields()) {
    if (TomlTable curve = field.table()) {
      style.curves[field.name().value] = read_curve_style(std::move(curve));
    }
  }
  table.finish();
  return style;
}

void read_sampling(TomlTable& table, Sampling& sampling) {
  const TomlField until = table.field("until");
  if (auto measure = until.measure_of(dimensions::time)) {
    if (!(measure->value.value > 0.0)) {
      until.report("scenario.until",
                   fmt::format("'until' must be above zero, not {}", to_text(measure->value)));
    }
    sampling.until = std::move(measure->value);
  }
  const TomlField step = table.field("step");
  if (auto measure = step.measure_of(dimensions::time)) {
    if (!(measure->value.value > 0.0)) {
      step.report("scenario.step",
                  fmt::format("'step' must be above zero, not {}", to_text(measure->value)));
    }
    sampling.step = std::move(measure->value);
  }
  if (const auto points = table.field("points").integer_between(2, max_points, "scenario.points")) {
    sampling.points = *points;
  }
  for (const TomlField& time : table.field("times_h").items()) {
    const auto value = time.number();
    if (value && *value < 0.0) {
      time.report("scenario.times", fmt::format("there is no time before 0: {}", *value));
    }
    sampling.times_h.push_back(value.value_or(0.0));
  }
}

void read_tolerance(const TomlField& field, double& value) {
  if (const auto number = field.number()) {
    if (!(*number > 0.0 && *number < 1.0)) {
      field.report("scenario.tolerance", fmt::format("'{}' must be above 0 and below 1, not {}",
                                                     field.name().value, *number));
    }
    value = *number;
  }
}

void read_solver(TomlTable table, SolverOptions& solver) {
  read_word(table.field("kind"), solver_kinds, solver.kind);
  read_word(table.field("stepper"), steppers, solver.stepper);
  read_tolerance(table.field("rtol"), solver.rtol);
  read_tolerance(table.field("atol"), solver.atol);
  solver.max_steps = table.field("max_steps")
                         .integer_between(1, std::numeric_limits<int>::max(), "scenario.max_steps")
                         .value_or(solver.max_steps);
  table.finish();
}

ScenarioSpec read_scenario(TomlTable table) {
  ScenarioSpec spec;
  table.require({"model"});
  read_text(table.field("name"), spec.name);
  read_text(table.field("model"), spec.model);
  for (const TomlField& field : table.table("subject").fields()) {
    read_covariate(field, spec);
  }
  read_parameters(table.table("parameters"), spec);
  read_regimen(table, spec);
  read_sampling(table, spec.sampling);
  // A table is read as the programs that it was made for read it; what a person types holds from
  // then on.
  spec.covariates = spec.events.empty() ? CovariatePolicy::locf : CovariatePolicy::nocb;
  read_word(table.field("covariates"), covariate_policies, spec.covariates);
  read_solver(table.table("solver"), spec.solver);
  if (const TomlField seed = table.field("seed")) {
    spec.seed = read_seed(seed);
  }
  spec.outputs = read_texts(table.field("outputs"));
  spec.effects = read_texts(table.field("effects"));
  for (TomlTable& interaction : table.tables("interactions")) {
    spec.interactions.push_back(read_interaction(std::move(interaction)));
  }
  if (TomlTable style = table.table("style")) {
    spec.style = read_style(std::move(style));
  }
  spec.visible = table.flag("visible").value_or(true);
  table.finish();
  return spec;
}

void read_unit(const TomlField& field, std::initializer_list<Dimension> allowed,
               std::string_view what, std::string& value) {
  if (field.kind() != TomlKind::text) {
    read_text(field, value);
    return;
  }
  const TextAt text = field.text();
  const auto unit = parse_unit(text.value);
  if (!unit) {
    field.report(unit.error().code, unit.error().message, unit.error().hint);
    return;
  }
  if (std::find(allowed.begin(), allowed.end(), unit->dimension) == allowed.end()) {
    field.report("unit.mismatch", fmt::format("'{}' is not a unit of {}", text.value, what));
  }
  value = text.value;
}

void read_display(TomlTable table, DisplaySpec& display) {
  read_word(table.field("axis"), axes, display.log_axis);
  read_unit(table.field("unit"), {dimensions::concentration, dimensions::molar_concentration},
            "concentration", display.unit);
  const TomlField time_unit = table.field("time_unit");
  if (time_unit.kind() == TomlKind::text && time_unit.text().value == automatic_time_unit) {
    display.time_unit = automatic_time_unit;
  } else {
    read_unit(time_unit, {dimensions::time}, "time", display.time_unit);
  }
  read_word(table.field("time_zero"), time_zeros, display.time_zero);
  display.observed = table.flag("observed").value_or(false);
  display.patients = table.flag("patients").value_or(true);
  read_word(table.field("band_edges"), band_edges, display.fuzzy_bands);
  display.bands = read_texts(table.field("bands"));
  if (const auto baseline =
          table.field("baseline").integer_between(1, max_scenarios, "scenario.baseline")) {
    display.baseline = *baseline - 1;
  }
  table.finish();
}

}  // namespace

bool is_colour(std::string_view text) {
  return text.size() == 7 && text[0] == '#' && std::ranges::all_of(text.substr(1), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
         });
}

std::uint64_t read_seed(const TomlField& field) {
  if (field.kind() == TomlKind::text) {
    const std::string digits = field.text().value;
    std::uint64_t seed = 0;
    const char* const end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, seed);
    if (error == std::errc() && stop == end && !digits.empty()) {
      return seed;
    }
  } else {
    const auto seed = field.integer();
    if (!seed || *seed >= 0) {
      return static_cast<std::uint64_t>(seed.value_or(0));
    }
  }
  field.report("scenario.seed", "'seed' must be a whole number from 0 to 18446744073709551615");
  return 0;
}

void read_scenarios(TomlTable& root, ScenarioFile& file) {
  read_display(root.table("display"), file.display);
  if (TomlTable population = root.table("population")) {
    file.population = read_population(std::move(population));
  }
  const TomlField list = root.field("scenario");
  for (TomlTable& table : root.tables("scenario")) {
    file.scenarios.push_back(read_scenario(std::move(table)));
  }
  if (!list) {
    root.report("scenario.none", "no [[scenario]] in this file", root.at());
  }
}

namespace {

void read_document(TomlDocument& document, ScenarioFile& file) {
  TomlTable root = document.root();
  if (!document.check_format(root, format_kind, "scenario")) {
    return;
  }
  read_text(root.field("title"), file.title);
  read_text(root.field("description"), file.description);
  read_text(root.field("written_by"), file.written_by);
  read_scenarios(root, file);
  if (TomlTable saved = root.table("saved")) {
    file.saved.state = read_saved(std::move(saved));
  }
  root.finish();
}

}  // namespace

tl::expected<ScenarioFile, Diagnostics> parse_scenario_file(std::string_view text,
                                                            std::string_view file) {
  TomlDocument document(text, file);
  ScenarioFile result;
  if (document.parsed()) {
    read_document(document, result);
  }
  if (document.has_errors()) {
    return tl::make_unexpected(document.take_diagnostics());
  }
  return result;
}

tl::expected<ScenarioFile, Diagnostics> load_scenario_file(const std::filesystem::path& path) {
  const auto text = read_text_file(path);
  if (!text) {
    return tl::make_unexpected(text.error());
  }
  return parse_scenario_file(*text, path.string());
}

}  // namespace ketascope
