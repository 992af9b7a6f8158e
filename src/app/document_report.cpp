// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/document_report.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/html.hpp"
#include "ketascope/app/card.hpp"
#include "ketascope/app/run.hpp"
#include "ketascope/units/number.hpp"
#include "ketascope/version.hpp"

namespace ketascope {
namespace {

using Rows = std::vector<std::vector<std::string>>;

constexpr int digits = 4;

std::string heading(std::string_view text) {
  return fmt::format("<h2>{}</h2>\n", html_escaped(text));
}

std::string paragraph(std::string_view text) {
  return fmt::format("<p>{}</p>\n", html_escaped(text));
}

std::string title_of(const ScenarioSpec& spec, std::size_t number) {
  return spec.name.empty() ? fmt::format("Scenario {}: {}", number + 1, spec.model) : spec.name;
}

std::string summary_section(std::span<const SummaryRow> rows) {
  Rows cells;
  for (const SummaryRow& row : rows) {
    const auto number = [](const std::optional<double>& value, const std::string& unit) {
      return value ? fmt::format("{} {}", format_number(*value, digits), unit) : std::string("-");
    };
    cells.push_back({row.scenario, row.model, row.output, number(row.cmax, row.unit),
                     number(row.tmax_h, "h"), number(row.auc_0_t, exposure_unit(row.unit)),
                     number(row.auc_0_inf, exposure_unit(row.unit)), number(row.half_life_h, "h")});
  }
  return heading("Peak and exposure") + html_table({"Scenario", "Model", "Curve", "Cmax", "tmax",
                                                    "AUC 0-t", "AUC 0-inf", "Half-life"},
                                                   cells);
}

std::string quantity(const Comparison::Row& row) {
  if (row.name == "ratio") {
    return "AUC ratio " + row.detail;
  }
  if (row.name == "band") {
    return "time in " + row.detail;
  }
  if (row.name == "effect") {
    return "peak effect: " + row.detail;
  }
  return row.name == "auc" ? "AUC 0-t" : row.name == "cmax" ? "Cmax" : row.name;
}

std::string comparison_section(const Comparison& comparison, std::size_t baseline) {
  if (comparison.columns.size() < 2) {
    return {};
  }
  std::vector<std::string> header{"Quantity"};
  for (std::size_t c = 0; c < comparison.columns.size(); ++c) {
    header.push_back(comparison.columns[c].scenario + (c == baseline ? " (baseline)" : ""));
  }
  Rows cells;
  for (const Comparison::Row& row : comparison.rows) {
    std::vector<std::string> line{quantity(row)};
    for (std::size_t c = 0; c < row.values.size(); ++c) {
      const auto& value = row.values[c];
      if (!value) {
        line.emplace_back("-");
        continue;
      }
      std::string cell = fmt::format("{} {}", format_number(value->value, digits), value->unit);
      const auto change = difference(value, row.values[baseline]);
      if (c != baseline && change) {
        cell += change->percent ? fmt::format(" ({:+.1f} %)", *change->percent)
                                : fmt::format(" ({:+.3g})", change->absolute);
      }
      line.push_back(std::move(cell));
    }
    cells.push_back(std::move(line));
  }
  return heading("Side by side") + html_table(header, cells);
}

std::string patients_section(const PatientSummary& patients) {
  std::vector<std::string> header{"Scenario", "Curve", "Quantity", "Unit", "Mean"};
  for (const double level : summary_levels()) {
    header.push_back(shortest(level) + " %");
  }
  header.emplace_back("Reached by");
  Rows cells;
  for (const PatientRow& row : patients.rows) {
    std::vector<std::string> line{row.scenario, row.output, quantity_text(row), row.unit};
    const bool numbers = !row.percentiles.empty();
    line.push_back(numbers ? format_number(row.mean, digits) : "-");
    for (std::size_t i = 0; i < summary_levels().size(); ++i) {
      line.push_back(numbers ? format_number(row.percentiles[i], digits) : "-");
    }
    line.push_back(row.reached ? fmt::format("{:.1f} %", 100.0 * *row.reached) : "-");
    cells.push_back(std::move(line));
  }
  std::string out = heading("Virtual patients") + html_table(header, cells);
  for (const std::string& note : patients.notes) {
    out += paragraph(note + ".");
  }
  return out;
}

std::string schedule(const ScenarioSpec& spec) {
  if (!spec.events.empty()) {
    return paragraph("Doses: event table " + spec.events);
  }
  Rows cells;
  for (const DoseSpec& dose : spec.doses) {
    const std::string over = dose.duration ? to_text(*dose.duration)
                             : dose.rate   ? "at " + to_text(*dose.rate)
                                           : "at once";
    std::string repeats =
        dose.repeats == 0 ? "given once"
                          : fmt::format("{} more, every {}", dose.repeats,
                                        dose.interval ? to_text(*dose.interval) : std::string("?"));
    if (dose.steady_state) {
      repeats += ", from steady state";
    }
    cells.push_back({dose.route, to_text(dose.amount), to_text(dose.start), over, repeats});
  }
  return html_table({"Route", "Amount", "Start", "Over", "Repeats"}, cells);
}

std::string scenario_section(const ScenarioSpec& spec, std::size_t number) {
  std::string out = fmt::format("<h3>{}</h3>\n", html_escaped(title_of(spec, number)));
  std::string subject;
  for (const auto& [name, value] : spec.subject) {
    subject += fmt::format("{}{} = {}", subject.empty() ? "" : ", ", name, to_text(value));
  }
  for (const auto& [name, label] : spec.categories) {
    subject += fmt::format("{}{} = {}", subject.empty() ? "" : ", ", name, label);
  }
  out += paragraph(fmt::format("Model {}; subject: {}; until {}; seed {}; {}", spec.model,
                               subject.empty() ? "as the model's standard" : subject,
                               to_text(spec.sampling.until), spec.seed,
                               spec.visible ? "shown" : "hidden"));
  out += schedule(spec);
  for (const InteractionSpec& interaction : spec.interactions) {
    out += paragraph(fmt::format("Taken beside: {}{}", interaction.perpetrator,
                                 interaction.regimen.empty() ? "" : ", " + interaction.regimen));
    if (!interaction.doses.empty()) {
      ScenarioSpec own;
      own.doses = interaction.doses;
      out += schedule(own);
    }
  }
  if (!spec.parameters.empty()) {
    std::string changed;
    for (const auto& [name, value] : spec.parameters) {
      changed += fmt::format("{}{} = {}", changed.empty() ? "" : ", ", name, to_text(value));
    }
    out += paragraph("Not as published: " + changed);
  }
  return out;
}

std::string cards_section(std::span<const Run> runs) {
  std::string out;
  std::vector<const Model*> seen;
  for (const Run& run : runs) {
    const Model* model = run.scenario.model.get();
    const bool known =
        std::ranges::any_of(seen, [&](const Model* each) { return each->id == model->id; });
    if (!known) {
      seen.push_back(model);
      out += heading("Model card: " + model->title) + model_card_html(*model);
    }
  }
  return out;
}

}  // namespace

std::string document_report_html(const ScenarioFile& document, std::span<const Run> runs,
                                 std::span<const EffectBand> bands, std::string_view figure,
                                 const PatientSummary* patients) {
  std::string out = html_page_begin(document.title.empty() ? "Scenarios" : document.title);
  if (!document.description.empty()) {
    out += paragraph(document.description);
  }
  out += fmt::format("<figure>{}</figure>\n", figure);
  out += summary_section(summarise(runs, bands, document.display));

  const Comparison comparison = compare_runs(runs, bands, document.display);
  std::size_t baseline = 0;
  const auto wanted = static_cast<std::size_t>(std::max(document.display.baseline, 0));
  if (wanted < document.scenarios.size()) {
    for (std::size_t c = 0; c < comparison.columns.size(); ++c) {
      if (runs[comparison.columns[c].run].spec == document.scenarios[wanted]) {
        baseline = c;
        break;
      }
    }
  }
  out += comparison_section(comparison, baseline);
  if (patients != nullptr) {
    out += patients_section(*patients);
  }

  out += heading("Schedules and subjects");
  for (std::size_t i = 0; i < document.scenarios.size(); ++i) {
    out += scenario_section(document.scenarios[i], i);
  }
  std::vector<std::string> notes = grade_notes(runs);
  for (std::string& note : incomplete_notes(runs)) {
    notes.push_back(std::move(note));
  }
  for (const Diagnostic& warning : run_warnings(runs)) {
    notes.push_back(warning.message);
  }
  if (!notes.empty()) {
    out += heading("Notes");
    for (const std::string& note : notes) {
      out += paragraph(note);
    }
  }
  out += cards_section(runs);
  out += fmt::format("<p class=\"statement\">Ketascope {}. {}</p>\n", html_escaped(version),
                     html_escaped(quiet_statement));
  return out + html_page_end();
}

}  // namespace ketascope
