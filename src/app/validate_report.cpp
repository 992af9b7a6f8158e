// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "app/csv_text.hpp"
#include "app/fold_plot.hpp"
#include "app/html.hpp"
#include "ketascope/app/table.hpp"
#include "ketascope/app/validate.hpp"
#include "ketascope/units/number.hpp"
#include "ketascope/units/unit.hpp"

namespace ketascope {
namespace {

std::string two(double value) {
  return fmt::format("{:.2f}", value);
}

std::string percent(double part) {
  return fmt::format("{:.0f} %", 100.0 * part);
}

std::string_view part_of(bool fitted) {
  return fitted ? "fitted" : "held out";
}

std::string_view in_words(std::string_view metric) {
  using Word = std::pair<std::string_view, std::string_view>;
  static constexpr std::array<Word, 6> words{{{"cmax", "Cmax"},
                                              {"auc_last", "AUC to the last sample"},
                                              {"auc_ratio", "AUC ratio"},
                                              {"cl", "clearance"},
                                              {"f", "bioavailability"},
                                              {"t_half", "half-life"}}};
  const auto found = std::ranges::find(words, metric, &Word::first);
  return found == words.end() ? metric : found->second;
}

std::string what(const ValidatedRow& row) {
  return row.time_min ? fmt::format("{} at {} min", row.label, shortest(*row.time_min))
                      : fmt::format("{}, {}", row.label, in_words(row.metric));
}

std::string with_unit(const std::string& number, const ValidatedRow& row) {
  return number == "-" || row.unit == "ratio" ? number : number + " " + row.unit;
}

std::string obtained(const ValidatedRow& row) {
  return row.predicted ? format_number(*row.predicted, 3) : "-";
}

std::string fold_text(const ValidatedRow& row) {
  const auto fold = row.fold();
  return fold ? two(*fold) : "-";
}

const FoldSummary* find(const Validation& validation, std::string_view route,
                        std::string_view analyte, std::string_view part) {
  for (const FoldSummary& summary : validation.summaries) {
    if (summary.route == route && summary.analyte == analyte && summary.part == part) {
      return &summary;
    }
  }
  return nullptr;
}

using Rows = std::vector<std::vector<std::string>>;

constexpr std::string_view plot_unit = "ng/mL", missed = "missed";

Rows summary_rows(const Validation& validation) {
  Rows rows;
  for (const FoldSummary& s : validation.summaries) {
    rows.push_back({s.route, s.analyte, s.part, std::to_string(s.rows), std::to_string(s.arms),
                    two(s.afe), two(s.aafe), percent(s.within_125), percent(s.within_2)});
  }
  return rows;
}

Rows bar_rows(const Validation& validation) {
  Rows rows;
  for (const PlanBar& bar : validation.bars) {
    const FoldSummary* held = find(validation, bar.route, bar.analyte, "held out");
    const double limit = bar.demanded.value_or(bar.published);
    const std::string verdict = held == nullptr       ? "no such arm"
                                : held->aafe <= limit ? "reached"
                                                      : std::string(missed);
    rows.push_back({bar.route, bar.analyte, two(bar.published),
                    bar.demanded ? two(*bar.demanded) : "-",
                    held == nullptr ? "-" : fmt::format("{:.3f}", held->aafe), verdict});
  }
  return rows;
}

Rows ratio_rows(const Validation& validation) {
  Rows rows;
  for (const ValidatedRatio& ratio : validation.ratios) {
    const PlanRatio& plan = ratio.plan;
    rows.push_back({plan.id, plan.label, plan.observed ? shortest(*plan.observed) : plan.said,
                    ratio.predicted ? two(*ratio.predicted) : "-",
                    plan.observed && ratio.predicted ? two(*ratio.predicted / *plan.observed) : "-",
                    std::string(part_of(ratio.fitted)) + (plan.scored ? "" : ", shown only"),
                    plan.citation + (plan.doi.empty() ? "" : ", doi:" + plan.doi)});
  }
  return rows;
}

Rows structure_rows(const Validation& validation) {
  Rows rows;
  for (const StructuralCheck& check : validation.structure) {
    rows.push_back({check.demand, check.expected, check.obtained,
                    !check.met   ? ""
                    : *check.met ? "met"
                                 : std::string(missed)});
  }
  return rows;
}

const std::vector<std::string> summary_header{"route", "analyte", "part",        "numbers", "arms",
                                              "AFE",   "AAFE",    "within 1.25", "within 2"};
const std::vector<std::string> bar_header{
    "route", "analyte", "best published", "demanded", "AAFE of held-out arms", ""};
const std::vector<std::string> ratio_header{"id",   "ratio", "observed", "predicted",
                                            "fold", "part",  "source"};
const std::vector<std::string> structure_header{"demand", "expected", "model", ""};

std::string text_table(const std::vector<std::string>& header, const Rows& rows) {
  std::vector<TextTable::Column> columns;
  for (const std::string& title : header) {
    columns.push_back({title});
  }
  TextTable table(std::move(columns));
  for (const auto& row : rows) {
    table.add_row(row);
  }
  return table.text();
}

/// The rows and ratios that a conflict is about, model beside observation.
Rows conflict_rows(const Validation& validation, const PlanConflict& conflict) {
  Rows rows;
  for (const std::string& id : conflict.rows) {
    for (const ValidatedRow& row : validation.rows) {
      const bool analyte = conflict.analyte.empty() || row.analyte == conflict.analyte;
      if (row.arm == id && analyte &&
          std::ranges::find(conflict.metrics, row.metric) != conflict.metrics.end()) {
        rows.push_back({row.citation, what(row), with_unit(shortest(row.observed), row),
                        with_unit(obtained(row), row)});
      }
    }
    for (const ValidatedRatio& ratio : validation.ratios) {
      if (ratio.plan.id == id) {
        rows.push_back({ratio.plan.citation, ratio.plan.label,
                        ratio.plan.observed ? shortest(*ratio.plan.observed) : ratio.plan.said,
                        ratio.predicted ? two(*ratio.predicted) : "-"});
      }
    }
  }
  return rows;
}

std::string arms_html(const Validation& validation) {
  std::string out;
  std::vector<std::string> arms;
  for (const ValidatedRow& row : validation.rows) {
    if (std::ranges::find(arms, row.arm) == arms.end()) {
      arms.push_back(row.arm);
    }
  }
  for (const std::string& arm : arms) {
    Rows rows;
    std::string citation, part;
    for (const ValidatedRow& row : validation.rows) {
      if (row.arm != arm) {
        continue;
      }
      citation = row.citation;
      part = fmt::format("{}, {}", row.route, part_of(row.fitted));
      std::string observed = shortest(row.observed);
      if (row.low && row.high) {
        observed += fmt::format(" ({} to {})", shortest(*row.low), shortest(*row.high));
      }
      rows.push_back({what(row), row.site.empty() ? "not stated" : row.site, row.statistic,
                      observed, obtained(row), row.unit, fold_text(row), row.why_not});
    }
    out += fmt::format("<h3>{} ({})</h3>\n<p>{}</p>\n", html_escaped(arm), html_escaped(part),
                       html_escaped(citation));
    out += html_table({"what", "site", "statistic", "observed", "predicted", "unit", "fold",
                       "not scored because"},
                      rows);
  }
  return out;
}

/// The row as a point in ng/mL; nothing where it is no concentration.
std::optional<FoldPlot::Point> point_of(const ValidatedRow& row) {
  const auto unit = parse_unit(row.unit), common = parse_unit(plot_unit);
  const bool concentration = row.metric == "conc_at" || row.metric == "cmax";
  if (!concentration || !row.scored || !row.predicted || !unit || !common) {
    return std::nullopt;
  }
  const auto observed = convert(row.observed, *unit, *common, row.molar_mass);
  const auto predicted = convert(*row.predicted, *unit, *common, row.molar_mass);
  if (!observed || !predicted) {
    return std::nullopt;
  }
  return FoldPlot::Point{*observed, *predicted, row.route, row.fitted,
                         fmt::format("{}, {}: {} {} observed, {} predicted", row.arm, what(row),
                                     shortest(row.observed), row.unit, obtained(row))};
}

std::string plots_html(const Validation& validation) {
  std::string out =
      "<p>Every concentration and peak that is scored, in ng/mL. Filled: of an arm that was "
      "fitted; "
      "open: held out. Solid line: predicted as observed; dashed: 1.25-fold and 2-fold.</p>\n"
      "<div class=\"pair\">\n";
  std::vector<std::string> routes;
  for (const ValidatedRow& row : validation.rows) {
    if (std::ranges::find(routes, row.route) == routes.end()) {
      routes.push_back(row.route);
    }
  }
  for (const std::string analyte :
       {"ketamine", "norketamine", "hydroxynorketamine", "dehydronorketamine"}) {
    FoldPlot plot{analyte, std::string(plot_unit), routes, {}};
    for (const ValidatedRow& row : validation.rows) {
      if (auto point = point_of(row); point && row.analyte == analyte) {
        plot.points.push_back(std::move(*point));
      }
    }
    if (!plot.points.empty()) {
      out += "<figure>\n" + fold_plot_svg(plot) + "</figure>\n";
    }
  }
  return out + "</div>\n";
}

/// Nothing for a whole run.
std::string incomplete_text(const Validation& validation) {
  return validation.stopped
             ? fmt::format("incomplete: the run was stopped, {} of {} arms and ratios",
                           validation.arms_run, validation.arms_wanted)
             : std::string();
}

}  // namespace

std::string validation_text(const Validation& validation) {
  const std::string incomplete = incomplete_text(validation);
  return (incomplete.empty() ? "" : incomplete + "\n\n") +
         text_table(summary_header, summary_rows(validation)) + "\n" +
         text_table(bar_header, bar_rows(validation)) + "\n" +
         text_table(structure_header, structure_rows(validation)) + "\n" +
         text_table({"id", "ratio", "observed", "predicted", "predicted/observed", "part"}, [&] {
           Rows rows = ratio_rows(validation);
           for (auto& row : rows) {
             row.pop_back();
           }
           return rows;
         }());
}

std::string validation_csv(const Validation& validation) {
  CsvText csv;
  if (validation.stopped) {
    csv.comment(incomplete_text(validation));
  }
  for (const char* name : {"arm", "route", "part", "analyte", "what", "metric", "site", "statistic",
                           "observed", "predicted", "unit", "fold", "scored"}) {
    csv.field(name);
  }
  csv.end_row();
  for (const ValidatedRow& row : validation.rows) {
    csv.field(row.arm);
    csv.field(row.route);
    csv.field(part_of(row.fitted));
    csv.field(row.analyte);
    csv.field(what(row));
    csv.field(row.metric);
    csv.field(row.site);
    csv.field(row.statistic);
    csv.field(row.observed);
    csv.field(obtained(row));
    csv.field(row.unit);
    csv.field(fold_text(row));
    csv.field(row.scored && row.exposure ? "yes" : "no");
    csv.end_row();
  }
  return csv.take();
}

std::string validation_html(const Validation& validation) {
  std::string out = html_page_begin(fmt::format("Validation of {}", validation.title));
  if (validation.stopped) {
    out += fmt::format("<p><strong>{}.</strong></p>\n", incomplete_text(validation));
  }
  out += fmt::format("<p>{}</p>\n", html_escaped(validation.grade_reason));
  out +=
      "<p>Every study arm that can be repeated is here, each at its own matrix and site. An arm is "
      "marked <em>fitted</em> when any number of it was used in the calibration, and <em>held "
      "out</em> otherwise. Only means of blood samples are scored; times and half-lives are shown. "
      "Fold is predicted over observed, AFE its geometric mean (bias), and AAFE the same with "
      "every "
      "fold taken above 1.</p>\n";
  out += "<h2>Fold errors by route and analyte</h2>\n" +
         html_table(summary_header, summary_rows(validation));
  out += "<h2>Against the best published model</h2>\n" +
         html_table(bar_header, bar_rows(validation), missed);
  out += "<h2>Predicted against observed</h2>\n" + plots_html(validation);
  out += "<h2>Structure</h2>\n" + html_table(structure_header, structure_rows(validation), missed);
  out += "<h2>Interactions, genotype, liver and age</h2>\n" +
         html_table(ratio_header, ratio_rows(validation));
  out += "<h2>Conflicts in the literature</h2>\n";
  for (const PlanConflict& conflict : validation.conflicts) {
    out += fmt::format("<h3>{}</h3>\n<p>{}</p>\n", html_escaped(conflict.title),
                       html_escaped(conflict.sentence));
    out += html_table({"study", "what", "observed", "model"}, conflict_rows(validation, conflict));
  }
  out += "<h2>Every arm</h2>\n" + arms_html(validation);
  if (!validation.notes.empty()) {
    out += "<h2>What was assumed of arms</h2>\n<ul>\n";
    for (const std::string& note : validation.notes) {
      out += fmt::format("<li>{}</li>\n", html_escaped(note));
    }
    out += "</ul>\n";
  }
  Rows unused;
  for (const PlanUnused& arm : validation.unused) {
    unused.push_back({arm.id, arm.reason});
  }
  out += "<h2>Arms that cannot be used</h2>\n" + html_table({"arm", "reason"}, unused);
  return out + html_page_end();
}

}  // namespace ketascope
