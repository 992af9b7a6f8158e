// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/verify_report.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>

#include "app/curve_chart.hpp"
#include "app/display.hpp"
#include "app/html.hpp"
#include "ketascope/app/card.hpp"
#include "ketascope/sim/simulate.hpp"
#include "ketascope/units/number.hpp"
#include "ketascope/version.hpp"

namespace ketascope {
namespace {

constexpr std::size_t most_curves = 8;  // of one chart; more of them hide each other
constexpr int curve_points = 240;

bool has_curve(const CheckSpec& check) {
  return check.kind.value != "half_life" && check.kind.value != "definition" &&
         !check.doses.empty();
}

/// A curve that one or more checks were read from.
struct CheckedCurve {
  const CheckSpec* first = nullptr;
  std::size_t output = 0;
  double until_h = 0.0;
  std::vector<const CheckSpec*> checks;

  bool is_of(const CheckSpec& check, std::size_t output_index) const {
    if (output != output_index || first->doses != check.doses ||
        first->covariates.size() != check.covariates.size()) {
      return false;
    }
    return std::ranges::equal(first->covariates, check.covariates);
  }
};

double hours_or(const std::optional<Measure>& time, double otherwise_h) {
  return time ? to_internal(*time, dimensions::time).value_or(otherwise_h) : otherwise_h;
}

std::vector<CheckedCurve> checked_curves(const Model& model) {
  std::vector<CheckedCurve> curves;
  for (const CheckSpec& check : model.checks) {
    const int index = check.output.empty() && model.outputs.size() == 1
                          ? 0
                          : model.output_index(check.output.value);
    if (!has_curve(check) || index < 0) {
      continue;
    }
    const auto output = static_cast<std::size_t>(index);
    auto curve = std::ranges::find_if(
        curves, [&](const CheckedCurve& known) { return known.is_of(check, output); });
    if (curve == curves.end()) {
      curves.push_back({&check, output, 0.0, {}});
      curve = curves.end() - 1;
    }
    curve->checks.push_back(&check);
    curve->until_h =
        std::max({curve->until_h, hours_or(check.until, 0.0), 1.2 * hours_or(check.at_time, 0.0)});
  }
  for (CheckedCurve& curve : curves) {
    curve.until_h = curve.until_h > 0.0 ? curve.until_h : 24.0;
  }
  return curves;
}

std::string curve_label(const Model& model, const CheckedCurve& curve) {
  std::string text = model.outputs[curve.output].name + ": ";
  for (std::size_t i = 0; i < curve.first->doses.size(); ++i) {
    text += (i == 0 ? "" : " + ") + dose_text(curve.first->doses[i], model);
  }
  for (const auto& [name, value] : curve.first->covariates) {
    text += fmt::format(", {} {}", name, to_text(value));
  }
  return text;
}

/// In the unit of the output; nothing when the run fails, which the table tells.
std::optional<CurveChart::Curve> run_curve(const ModelPtr& model, const CheckedCurve& checked) {
  Scenario scenario;
  scenario.model = model;
  scenario.subject.covariates = checked.first->covariates;
  scenario.regimen = checked.first->doses;
  scenario.sampling.until = Measure{checked.until_h, "h"};
  scenario.sampling.points = curve_points;
  RunControl control;
  control.threads = 1;
  const auto result = simulate(scenario, control);
  if (!result || result->subjects.front().status != Status::completed) {
    return std::nullopt;
  }
  const SubjectResult& subject = result->subjects.front();
  const double factor = model->outputs[checked.output].unit.factor;
  CurveChart::Curve curve{curve_label(*model, checked), subject.time_h, {}};
  for (const double value : subject.column(checked.output)) {
    curve.y.push_back(value / factor);
  }
  return curve;
}

void add_marks(const Model& model, const CheckedCurve& checked, int index, CurveChart& chart) {
  const Output& output = model.outputs[checked.output];
  std::optional<double> molar_mass;
  if (output.analyte >= 0) {
    molar_mass = model.analytes[static_cast<std::size_t>(output.analyte)].molar_mass;
  }
  for (const CheckSpec* check : checked.checks) {
    if (!check->expected) {
      continue;
    }
    const auto unit = parse_unit(check->expected->value.unit);
    const std::string label =
        fmt::format("{}: {}", check->id.value, to_text(check->expected->value));
    const std::string& kind = check->kind.value;
    if (!unit) {
      continue;
    }
    if (kind == "tmax") {
      chart.marks.push_back(
          {check->expected->value.value * unit->factor, 0.0, true, false, index, label});
      continue;
    }
    const auto y = convert(check->expected->value.value, *unit, output.unit, molar_mass);
    if (y && kind == "cmax") {
      chart.marks.push_back({0.0, *y, false, true, index, label});
    } else if (y && kind == "value") {
      chart.marks.push_back({hours_or(check->at_time, 0.0), *y, true, true, index, label});
    }
  }
}

/// One chart per unit, since curves in different units share no axis.
std::string figures(const ModelPtr& model) {
  std::vector<std::string> units;
  const std::vector<CheckedCurve> curves = checked_curves(*model);
  for (const CheckedCurve& curve : curves) {
    const std::string& unit = model->outputs[curve.output].unit_text;
    if (std::ranges::find(units, unit) == units.end()) {
      units.push_back(unit);
    }
  }
  std::string out;
  for (const std::string& unit : units) {
    CurveChart chart{
        fmt::format("Curves of the checks of {}", model->id), "time (h)", unit, {}, {}};
    std::size_t total = 0;
    for (const CheckedCurve& checked : curves) {
      if (model->outputs[checked.output].unit_text != unit || ++total > most_curves) {
        continue;
      }
      if (auto curve = run_curve(model, checked)) {
        add_marks(*model, checked, static_cast<int>(chart.curves.size()), chart);
        chart.curves.push_back(std::move(*curve));
      }
    }
    out += "<figure>\n" + curve_chart_svg(chart) +
           "<figcaption>Circles: expected values. Broken lines: expected peaks and peak times.";
    if (total > most_curves) {
      out += fmt::format(" The first {} of {} curves.", most_curves, total);
    }
    out += "</figcaption>\n</figure>\n";
  }
  return out;
}

std::string verdict(const CheckOutcome& outcome) {
  if (outcome.passed) {
    return "pass";
  }
  return "<span class=\"fail\">FAIL</span>" +
         (outcome.problem.empty() ? "" : ": " + html_escaped(outcome.problem));
}

std::string check_table(const Verified& one) {
  std::string out =
      "<table>\n<tr><th>check</th><th>kind</th><th>source</th><th>evidence</th>"
      "<th class=\"number\">expected</th><th class=\"number\">obtained</th>"
      "<th class=\"number\">tolerance</th><th>unit</th><th>result</th></tr>\n";
  for (const CheckOutcome& outcome : one.outcomes) {
    const bool ran = outcome.problem.empty();
    out += fmt::format(
        "<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td class=\"number\">{}</td>"
        "<td class=\"number\">{}</td><td class=\"number\">{}</td><td>{}</td><td>{}</td></tr>\n",
        html_escaped(outcome.check), html_escaped(outcome.kind), html_escaped(outcome.source),
        html_escaped(outcome.evidence), shortest(outcome.expected),
        ran ? format_number(outcome.obtained, 5) : "",
        ran ? format_number(outcome.tolerance, 2) : "", html_escaped(outcome.unit),
        verdict(outcome));
  }
  return out + "</table>\n";
}

std::size_t passed(const Verified& one) {
  return static_cast<std::size_t>(
      std::ranges::count_if(one.outcomes, [](const CheckOutcome& o) { return o.passed; }));
}

std::string summary(std::span<const Verified> models) {
  std::vector<std::vector<std::string>> rows;
  std::size_t good = 0;
  std::size_t all = 0;
  for (const Verified& one : models) {
    const std::size_t own = passed(one);
    const auto published = std::ranges::count_if(
        one.outcomes, [](const CheckOutcome& o) { return o.evidence == "published"; });
    good += own;
    all += one.outcomes.size();
    rows.push_back({one.id, one.title, one.grade, std::to_string(one.outcomes.size()),
                    std::to_string(published), std::to_string(own),
                    std::to_string(one.outcomes.size() - own)});
  }
  return fmt::format("<p><strong>{} of {} checks passed, {} failed.</strong></p>\n", good, all,
                     all - good) +
         "<p>A check compares what this program computes with a number that was published, or that "
         "was derived independently from published constants. It passes when the difference is "
         "within the tolerance.</p>\n" +
         html_table({"model", "title", "grade", "checks", "of these published", "passed", "failed"},
                    rows);
}

}  // namespace

Verified verified(const ModelPtr& model, std::vector<CheckOutcome> outcomes) {
  return {model->id,
          model->title,
          std::string(to_text(model->grade)),
          model->grade_reason,
          model->citation.text,
          model->citation.doi,
          std::move(outcomes),
          model};
}

std::string verify_page(std::span<const Verified> models, bool complete) {
  std::string out = html_page_begin("Ketascope: published numbers and what the program computes");
  out += fmt::format(
      "<p>Ketascope {}{}</p>\n<h2>Summary</h2>\n", html_escaped(version),
      git_description.empty() ? "" : fmt::format(" ({})", html_escaped(git_description)));
  if (!complete) {
    out += "<p><strong>Incomplete: the run was stopped.</strong></p>\n";
  }
  out += summary(models);
  for (const Verified& one : models) {
    out += fmt::format("<h2 id=\"{}\">{}</h2>\n", html_escaped(one.id), html_escaped(one.title));
    out += fmt::format("<p>{}: {}{}</p>\n", html_escaped(one.id), html_escaped(one.citation),
                       one.doi.empty() ? "" : " doi:" + html_escaped(one.doi));
    if (!one.grade_reason.empty()) {
      out += fmt::format("<p>Grade {}: {}</p>\n", html_escaped(one.grade),
                         html_escaped(one.grade_reason));
    }
    out += check_table(one);
    if (one.model) {
      out += figures(one.model);
    }
  }
  return out + html_page_end();
}

}  // namespace ketascope
