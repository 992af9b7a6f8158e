// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/disagreement.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "app/display.hpp"
#include "app/half_time.hpp"
#include "ketascope/app/card.hpp"
#include "ketascope/app/run.hpp"
#include "ketascope/app/table.hpp"
#include "ketascope/units/number.hpp"

namespace ketascope {
namespace {

constexpr int shown_digits = 4;
const Measure standard_weight{70.0, "kg"};
/// A model that was built on nobody older is one of children.
constexpr double adult_years = 18.0;

const Covariate* covariate(const Model& model, std::string_view name) {
  const int index = model.covariate_index(name);
  return index < 0 ? nullptr : &model.covariates[static_cast<std::size_t>(index)];
}

std::string range_text(const Covariate& covariate) {
  const auto shown = [&](const std::optional<double>& bound) {
    return bound ? format_number(*bound / covariate.unit.factor, 3) : std::string("...");
  };
  return fmt::format("{} to {} {}", shown(covariate.low), shown(covariate.high),
                     covariate.unit_text);
}

std::optional<std::string> outside(const Covariate* covariate, const Measure& given,
                                   std::string_view what) {
  if (covariate == nullptr) {
    return std::nullopt;
  }
  const auto value = to_internal(given, covariate->unit.dimension);
  if (value && ((covariate->low && *value < *covariate->low) ||
                (covariate->high && *value > *covariate->high))) {
    return fmt::format("{}: {} is outside {}", what, to_text(given), range_text(*covariate));
  }
  return std::nullopt;
}

/// By what the file says of the population; only for models that state no range of ages.
bool built_on_children(const Model& model) {
  return model.population.find("hildren") != std::string::npos &&
         model.population.find("dults") == std::string::npos;
}

std::optional<std::string> age_against(const Model& model, const std::optional<Measure>& age) {
  const Covariate* range = covariate(model, "AGE");
  if (age) {
    if (range == nullptr && built_on_children(model)) {
      const auto hours = to_internal(*age, dimensions::time);
      const auto adult = to_internal(Measure{adult_years, "year"}, dimensions::time);
      if (hours && adult && *hours >= *adult) {
        return fmt::format("age: built on children ({})", model.population);
      }
    }
    return outside(range, *age, "age");
  }
  if (range != nullptr && range->high && *range->high / range->unit.factor <= adult_years &&
      range->unit_text == "year") {
    return fmt::format("age: built on {}, an adult was taken; --age says otherwise",
                       range_text(*range));
  }
  if (range == nullptr && built_on_children(model)) {
    return fmt::format("age: built on children ({}), an adult was taken", model.population);
  }
  return std::nullopt;
}

std::optional<std::string> route_against(const Model& model, const DoseSpec& dose) {
  const Route* route = model.route(dose.route);
  if (route == nullptr) {
    std::vector<std::string> known;
    for (const Route& r : model.routes) {
      known.push_back(r.id);
    }
    return fmt::format("route: has {}, not {}", fmt::join(known, ", "), dose.route);
  }
  if ((dose.duration || dose.rate) && !route->infusion) {
    return fmt::format("route: {} is given at once, not over a time", dose.route);
  }
  return std::nullopt;
}

std::optional<std::string> form_against(const Model& model, const DoseSpec& dose) {
  const std::string_view form = to_text(model.form);
  if (dose.form.empty() || dose.form == form || model.enantiomers_apart) {
    return std::nullopt;
  }
  return fmt::format("form: built on {}, not on {}", form, dose.form);
}

/// The output that shows the dosed drug itself: its analyte, or the first concentration.
std::optional<std::size_t> parent_output(const Model& model) {
  std::optional<std::size_t> first;
  for (std::size_t i = 0; i < model.outputs.size(); ++i) {
    const Output& output = model.outputs[i];
    if (output.kind != "concentration" && !output.kind.empty()) {
      continue;
    }
    if (output.analyte >= 0 && output.analyte == model.dose_analyte) {
      return i;
    }
    if (!first) {
      first = i;
    }
  }
  return first;
}

ScenarioSpec scenario_for(const Model& model, const ModelQuestion& question, std::size_t output) {
  ScenarioSpec spec;
  spec.name =
      fmt::format("{} ({})", model.id, model.site == "unknown" ? "site not stated" : model.site);
  spec.model = model.id;
  spec.subject["WT"] = question.weight.value_or(standard_weight);
  if (question.age && model.covariate_index("AGE") >= 0) {
    spec.subject["AGE"] = *question.age;
  }
  spec.doses.push_back(question.dose);
  spec.sampling.until = question.until;
  spec.outputs.push_back(model.outputs[output].name);
  return spec;
}

ModelAnswer answer_of(const Run& run, std::size_t output, const DisplaySpec& display) {
  const Model& model = *run.scenario.model;
  const ColumnInfo& column = run.result.columns[output];
  const DisplayUnit unit = display_unit(column, display.unit);
  const SubjectResult& subject = run.result.subjects.front();
  const CurveMetrics metrics = curve_metrics(subject.time_h, subject.column(output), subject.side);
  ModelAnswer answer;
  answer.model = model.id;
  answer.grade = to_text(model.grade);
  // A model that holds the enantiomers apart answers for whatever the dose was.
  const std::string asked = run.spec.doses.empty() ? std::string() : run.spec.doses.front().form;
  answer.form =
      model.enantiomers_apart && !asked.empty() ? asked : std::string(to_text(model.form));
  answer.site = column.site;
  answer.output = column.name;
  answer.unit = unit.unit;
  answer.cmax = metrics.cmax * unit.per_internal;
  answer.tmax_h = metrics.tmax_h;
  answer.auc_0_t = metrics.auc_0_t * unit.per_internal;
  const auto time_h = end_of_input_h(run.scenario).and_then([&](double end_h) {
    return half_time_h(run.scenario, output, end_h);
  });
  if (time_h) {
    answer.half_time_h = *time_h;
  }
  return answer;
}

/// Dash by sampling site, so that the line says it without colour.
int site_dash(const std::string& site) {
  if (site == "arterial") {
    return 0;
  }
  return site == "venous" ? 1 : 2;
}

/// Value of a curve at a time: from before or from after a jump there. NaN outside.
double value_at(const Figure::Curve& curve, double x, bool after) {
  const double nothing = std::numeric_limits<double>::quiet_NaN();
  if (curve.x.empty() || x < curve.x.front() || x > curve.x.back()) {
    return nothing;
  }
  const auto same = std::ranges::equal_range(curve.x, x);
  if (!same.empty()) {
    const auto row = after ? same.end() - 1 : same.begin();
    return curve.y[static_cast<std::size_t>(row - curve.x.begin())];
  }
  const auto right = static_cast<std::size_t>(same.begin() - curve.x.begin());
  const double part = (x - curve.x[right - 1]) / (curve.x[right] - curve.x[right - 1]);
  return curve.y[right - 1] + part * (curve.y[right] - curve.y[right - 1]);
}

/// "3.1 to 12.4" of what the answers say; empty for fewer than two.
std::string span_text(std::vector<double> values) {
  if (values.size() < 2) {
    return {};
  }
  const auto [low, high] = std::ranges::minmax(values);
  std::string text = fmt::format("{} to {}", format_number(low, 3), format_number(high, 3));
  if (low > 0.0) {
    text += fmt::format(" ({}-fold)", format_number(high / low, 2));
  }
  return text;
}

void add_site_notes(Disagreement& found, const ModelQuestion& question) {
  const auto has = [&](std::string_view site) {
    return std::ranges::any_of(found.answers, [&](const ModelAnswer& a) { return a.site == site; });
  };
  if (has("arterial") && has("venous")) {
    found.notes.emplace_back(
        "arterial and venous models are together in one figure: while the drug goes in, arterial "
        "concentrations are above venous ones, and they fall faster after it");
  }
  if (question.dose.form.empty()) {
    std::vector<std::string> forms;
    for (const ModelAnswer& answer : found.answers) {
      if (std::ranges::find(forms, answer.form) == forms.end()) {
        forms.push_back(answer.form);
      }
    }
    if (forms.size() > 1) {
      found.notes.emplace_back(
          "no form was given: every model takes the dose as its own form, so racemate and "
          "enantiomer stand side by side; --form racemate or --form S compares like with like");
    }
  }
}

}  // namespace

std::optional<std::string> reason_against(const Model& model, const ModelQuestion& question) {
  if (auto reason = route_against(model, question.dose)) {
    return reason;
  }
  if (auto reason = form_against(model, question.dose)) {
    return reason;
  }
  if (auto reason = age_against(model, question.age)) {
    return reason;
  }
  if (auto reason =
          outside(covariate(model, "WT"), question.weight.value_or(standard_weight), "weight")) {
    return reason;
  }
  if (!parent_output(model)) {
    return "output: shows no concentration";
  }
  return std::nullopt;
}

tl::expected<Disagreement, Diagnostics> compare_models(const ModelQuestion& question,
                                                       const Library& library,
                                                       const DisplaySpec& display,
                                                       const RunControl& control) {
  Disagreement found;
  Diagnostics problems;
  const bool all = question.models.empty();
  std::vector<std::string> judged_without_weight;
  Diagnostics refusals;  // of models that were eligible
  for (const std::string& id : all ? library.model_ids() : question.models) {
    if (control.stop.stop_requested()) {
      break;
    }
    const auto loaded = library.model(id);
    if (!loaded) {
      if (all) {
        found.excluded.push_back({id, "its file has errors"});
      } else {
        problems.insert(problems.end(), loaded.error().begin(), loaded.error().end());
      }
      continue;
    }
    const Model& model = **loaded;
    if (auto reason = reason_against(model, question)) {
      found.excluded.push_back({id, std::move(*reason)});
      continue;
    }
    const std::size_t output = *parent_output(model);
    ScenarioSpec spec = scenario_for(model, question, output);
    spec.model = id;
    auto scenario = prepare(spec, library);
    auto result = scenario ? simulate(*scenario, control) : tl::unexpected(scenario.error());
    if (!result) {
      found.excluded.push_back({id, result.error().front().message});
      // What is wrong with the dose itself is wrong for every model: it is said once.
      for (const Diagnostic& problem : result.error()) {
        if (std::ranges::find(refusals, problem.message, &Diagnostic::message) == refusals.end()) {
          refusals.push_back(problem);
        }
      }
      continue;
    }
    Run run{std::move(spec), std::move(*scenario), std::move(*result)};
    found.answers.push_back(answer_of(run, output, display));
    found.runs.push_back(std::move(run));
    const Covariate* weight = covariate(model, "WT");
    if (weight == nullptr || (!weight->low && !weight->high)) {
      judged_without_weight.push_back(id);
    }
  }
  if (has_errors(problems)) {
    return tl::unexpected(std::move(problems));
  }
  if (found.runs.empty() && has_errors(refusals)) {
    return tl::unexpected(std::move(refusals));
  }
  if (found.runs.empty()) {
    std::string reasons;
    for (const ExcludedModel& model : found.excluded) {
      reasons += fmt::format("{}{}: {}", reasons.empty() ? "" : "; ", model.model, model.reason);
    }
    return tl::unexpected(Diagnostics{
        {Severity::error, "compare.none", "no model answers this question", {}, {}, reasons}});
  }
  if (!question.weight) {
    found.notes.push_back("no weight was given: " + to_text(standard_weight) + " was taken");
  }
  if (!question.age) {
    found.notes.emplace_back(
        "no age was given: an adult was taken, and every model its standard age");
  }
  if (!judged_without_weight.empty()) {
    found.notes.push_back(fmt::format("weight not judged, no range in the file: {}",
                                      fmt::join(judged_without_weight, ", ")));
  }
  add_site_notes(found, question);
  return found;
}

Figure::Envelope envelope_of(std::span<const Figure::Curve> curves) {
  std::vector<double> times;
  for (const Figure::Curve& curve : curves) {
    times.insert(times.end(), curve.x.begin(), curve.x.end());
  }
  std::ranges::sort(times);
  const auto repeats = std::ranges::unique(times);
  times.erase(repeats.begin(), repeats.end());
  Figure::Envelope envelope;
  const auto add = [&](double x, bool after) {
    int known = 0;
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const Figure::Curve& curve : curves) {
      const double y = value_at(curve, x, after);
      if (std::isfinite(y)) {
        ++known;
        low = std::min(low, y);
        high = std::max(high, y);
      }
    }
    if (known < 2 || (!envelope.x.empty() && envelope.x.back() == x && envelope.low.back() == low &&
                      envelope.high.back() == high)) {
      return;
    }
    envelope.x.push_back(x);
    envelope.low.push_back(low);
    envelope.high.push_back(high);
  };
  for (const double x : times) {
    add(x, false);
    add(x, true);
  }
  return envelope;
}

Figure disagreement_figure(const Disagreement& found, std::span<const EffectBand> bands,
                           const DisplaySpec& display, std::string title, const Words& words) {
  Figure figure = build_figure(found.runs, bands, display, std::move(title), words);
  for (std::size_t i = 0; i < figure.curves.size() && i < found.answers.size(); ++i) {
    figure.curves[i].dash = site_dash(found.answers[i].site);
    std::string& label = figure.curves[i].label;
    for (const std::string_view site : {"site not stated", "arterial", "venous"}) {
      if (const auto at = label.find(fmt::format("({})", site)); at != std::string::npos) {
        label.replace(at + 1, site.size(), words(site));
      }
    }
    if (found.answers[i].grade != "published") {
      label += fmt::format(", {}", words(found.answers[i].grade));
    }
  }
  // One dose for all: one lane of the dose strip, not one per model.
  if (!figure.doses.empty()) {
    std::erase_if(figure.doses, [first = figure.doses.front().colour](const Figure::Dose& dose) {
      return dose.colour != first;
    });
  }
  if (figure.curves.size() > 1) {
    figure.envelope = envelope_of(figure.curves);
  }
  // Grades stand in the legend; reasons and what was assumed stand in the table.
  figure.footnote = words(
      "{0} Solid: arterial. Dashed: venous. Dotted: sampling site unknown. Shaded: lowest to "
      "highest of {1} models.",
      {quiet_statement, std::to_string(found.answers.size())});
  for (const std::string& note : incomplete_notes(found.runs)) {
    figure.footnote += "\n" + words("Incomplete: {0}", {note});
  }
  return figure;
}

std::string disagreement_table(const Disagreement& found) {
  const std::string unit = found.answers.empty() ? "" : found.answers.front().unit;
  using Align = TextTable::Align;
  TextTable table({{"model"},
                   {"grade"},
                   {"form"},
                   {"site"},
                   {"output"},
                   {fmt::format("Cmax [{}]", unit), Align::right},
                   {"tmax [h]", Align::right},
                   {fmt::format("AUC [{}]", exposure_unit(unit)), Align::right},
                   {"half-time after input [h]", Align::right}});
  std::vector<double> cmax, auc, half_time;
  for (const ModelAnswer& answer : found.answers) {
    table.add_row({answer.model, answer.grade, answer.form, answer.site, answer.output,
                   format_number(answer.cmax, shown_digits),
                   format_number(answer.tmax_h, shown_digits),
                   format_number(answer.auc_0_t, shown_digits),
                   answer.half_time_h ? format_number(*answer.half_time_h, shown_digits) : "-"});
    cmax.push_back(answer.cmax);
    auc.push_back(answer.auc_0_t);
    if (answer.half_time_h) {
      half_time.push_back(*answer.half_time_h);
    }
  }
  std::string text = table.text();
  if (found.answers.size() > 1) {
    text += fmt::format("\nCmax {} {}\nAUC {} {}\n", span_text(cmax), unit, span_text(auc),
                        exposure_unit(unit));
    if (half_time.size() > 1) {
      text += fmt::format("half-time after input {} h\n", span_text(half_time));
    }
  }
  if (!found.excluded.empty()) {
    text += "\nNot eligible:\n";
    for (const ExcludedModel& model : found.excluded) {
      text += fmt::format("  {}: {}\n", model.model, model.reason);
    }
  }
  return text;
}

}  // namespace ketascope
