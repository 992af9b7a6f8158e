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
constexpr std::string_view unbroken = "\u00a0";  ///< a space at which no line ends
constexpr std::size_t most_beside = 4;           ///< scenarios beside the baseline in one table

std::string heading(std::string_view text) {
  return fmt::format("<h2>{}</h2>\n", html_escaped(text));
}

std::string paragraph(std::string_view text) {
  return fmt::format("<p>{}</p>\n", html_escaped(text));
}

/// "ng·h/mL" of "ng*h/mL".
std::string printed(const std::string& unit) {
  std::string out;
  for (const char c : unit) {
    out += c == '*' ? std::string("·") : std::string(1, c);
  }
  return out;
}

std::string with_unit(const std::string& number, const std::string& unit) {
  return unit.empty() ? number : fmt::format("{}{}{}", number, unbroken, unit);
}

/// The report's sections, in the reader's language.
class ReportWriter {
 public:
  explicit ReportWriter(const Words& words) : words_(words) {}

  std::string summary_section(std::span<const SummaryRow> rows) const {
    Rows cells;
    for (const SummaryRow& row : rows) {
      cells.push_back({row.scenario, row.model, words_(row.output)});
    }
    std::vector<std::string> header{words_("Scenario"), words_("Model"), words_("Curve")};
    // The unit stands in the heading, where all rows share it.
    const auto column = [&](const std::string& name, auto value, auto unit) {
      const std::string first = rows.empty() ? std::string() : unit(rows.front());
      const bool shared =
          std::ranges::all_of(rows, [&](const SummaryRow& row) { return unit(row) == first; });
      header.push_back(shared && !first.empty() ? fmt::format("{} [{}]", name, first) : name);
      for (std::size_t r = 0; r < rows.size(); ++r) {
        const std::optional<double> number = value(rows[r]);
        std::string cell = "-";
        if (number) {
          const std::string text = format_number(*number, digits);
          cell = words_.number(shared ? text : with_unit(text, unit(rows[r])));
        }
        cells[r].push_back(std::move(cell));
      }
    };
    const auto concentration = [](const SummaryRow& row) { return row.unit; };
    const auto exposure = [](const SummaryRow& row) { return printed(exposure_unit(row.unit)); };
    const auto hours = [](const SummaryRow&) { return std::string("h"); };
    column(
        "Cmax", [](const SummaryRow& row) { return row.cmax; }, concentration);
    column(
        "tmax", [](const SummaryRow& row) { return row.tmax_h; }, hours);
    column(
        "AUC 0-t", [](const SummaryRow& row) { return row.auc_0_t; }, exposure);
    column(
        "AUC 0-inf", [](const SummaryRow& row) { return row.auc_0_inf; }, exposure);
    column(
        words_("Half-life (fitted)"), [](const SummaryRow& row) { return row.half_life_h; }, hours);
    return heading(words_("Peak and exposure")) + html_table(header, cells);
  }

  std::string comparison_section(const Comparison& comparison, std::size_t baseline) const {
    const std::size_t count = comparison.columns.size();
    if (count < 2) {
      return {};
    }
    std::string out = heading(words_("Side by side"));
    std::vector<std::size_t> others;
    for (std::size_t c = 0; c < count; ++c) {
      if (c != baseline) {
        others.push_back(c);
      }
    }
    // As many to a table as a page has room for, each beside the baseline.
    for (std::size_t from = 0; from < others.size(); from += most_beside) {
      const std::size_t to = std::min(others.size(), from + most_beside);
      std::vector<std::size_t> shown(others.begin() + static_cast<std::ptrdiff_t>(from),
                                     others.begin() + static_cast<std::ptrdiff_t>(to));
      shown.insert(shown.begin(), baseline);
      if (count <= most_beside + 1) {
        std::ranges::sort(shown);
      }
      out += comparison_table(comparison, baseline, shown);
    }
    return out;
  }

  std::string scenario_section(const ScenarioSpec& spec, std::size_t number) const {
    std::string out = fmt::format("<h3>{}</h3>\n", html_escaped(title_of(spec, number)));
    std::string subject;
    for (const auto& [name, value] : spec.subject) {
      subject += fmt::format("{}{} = {}", subject.empty() ? "" : ", ", name,
                             words_.number(to_text(value)));
    }
    for (const auto& [name, label] : spec.categories) {
      subject += fmt::format("{}{} = {}", subject.empty() ? "" : ", ", name, words_(label));
    }
    out +=
        paragraph(words_("Model {0}; subject: {1}; until {2}; seed {3}; {4}",
                         {spec.model, subject.empty() ? words_("as the model's standard") : subject,
                          to_text(spec.sampling.until), std::to_string(spec.seed),
                          spec.visible ? words_("shown") : words_("hidden")}));
    out += schedule(spec);
    for (const InteractionSpec& interaction : spec.interactions) {
      const std::string what =
          interaction.perpetrator +
          (interaction.regimen.empty() ? "" : ", " + words_(interaction.regimen));
      out += paragraph(words_("Taken beside: {0}", {what}));
      if (!interaction.doses.empty()) {
        ScenarioSpec own;
        own.doses = interaction.doses;
        out += schedule(own);
      }
    }
    if (!spec.parameters.empty()) {
      std::string changed;
      for (const auto& [name, value] : spec.parameters) {
        changed += fmt::format("{}{} = {}", changed.empty() ? "" : ", ", name,
                               words_.number(to_text(value)));
      }
      out += paragraph(words_("Not as published: {0}", {changed}));
    }
    return out;
  }

  std::string patients_section(const PatientSummary& patients) const {
    std::vector<std::string> header{words_("Scenario"), words_("Curve"), words_("Quantity"),
                                    words_("Unit"), words_("Mean")};
    for (const double level : summary_levels()) {
      header.push_back(words_.number(shortest(level) + " %"));
    }
    header.push_back(words_("Reached by"));
    Rows cells;
    for (const PatientRow& row : patients.rows) {
      std::vector<std::string> line{row.scenario, words_(row.output), words_(quantity_text(row)),
                                    row.unit};
      const auto number = [&](double value) { return words_.number(format_number(value, digits)); };
      const bool numbers = !row.percentiles.empty();
      line.push_back(numbers ? number(row.mean) : "-");
      for (std::size_t i = 0; i < summary_levels().size(); ++i) {
        line.push_back(numbers ? number(row.percentiles[i]) : "-");
      }
      line.push_back(row.reached ? words_.number(fmt::format("{:.1f} %", 100.0 * *row.reached))
                                 : "-");
      cells.push_back(std::move(line));
    }
    std::string out = heading(words_("Virtual patients")) + html_table(header, cells);
    for (const std::string& note : patients.notes) {
      out += paragraph(words_(note) + ".");
    }
    return out;
  }

  std::string cards_section(std::span<const Run> runs) const {
    std::string out;
    std::vector<const Model*> seen;
    for (const Run& run : runs) {
      const Model* model = run.scenario.model.get();
      const bool known =
          std::ranges::any_of(seen, [&](const Model* each) { return each->id == model->id; });
      if (!known) {
        seen.push_back(model);
        out += heading(words_("Model card: {0}", {model->title})) +
               model_card_sections_html(*model, words_);
      }
    }
    return out;
  }

 private:
  std::string comparison_table(const Comparison& comparison, std::size_t baseline,
                               const std::vector<std::size_t>& columns) const {
    std::vector<std::string> header{words_("Quantity")};
    for (const std::size_t c : columns) {
      const std::string& scenario = comparison.columns[c].scenario;
      header.push_back(c == baseline ? words_("{0} (baseline)", {scenario}) : scenario);
    }
    Rows cells;
    for (const Comparison::Row& row : comparison.rows) {
      std::vector<std::string> line{quantity(row)};
      for (const std::size_t c : columns) {
        const auto& value = row.values[c];
        if (!value) {
          line.emplace_back("-");
          continue;
        }
        std::string cell =
            with_unit(words_.number(format_number(value->value, digits)), printed(value->unit));
        const auto change = difference(value, row.values[baseline]);
        if (c != baseline && change) {
          cell += fmt::format(
              " ({})",
              signed_number(change->percent ? fmt::format("{:+.1f}{}%", *change->percent, unbroken)
                                            : fmt::format("{:+.3g}", change->absolute)));
        }
        line.push_back(std::move(cell));
      }
      cells.push_back(std::move(line));
    }
    return html_table(header, cells);
  }

  std::string title_of(const ScenarioSpec& spec, std::size_t number) const {
    return spec.name.empty() ? words_("Scenario {0}: {1}", {std::to_string(number + 1), spec.model})
                             : spec.name;
  }

  std::string quantity(const Comparison::Row& row) const {
    if (row.name == "ratio") {
      return words_("AUC ratio {0}", {row.detail});
    }
    if (row.name == "band") {
      return words_("time in {0}", {row.detail});
    }
    if (row.name == "effect") {
      return words_("peak effect: {0}", {row.detail});
    }
    return row.name == "auc" ? "AUC 0-t" : row.name == "cmax" ? "Cmax" : row.name;
  }

  std::string signed_number(std::string text) const {
    std::ranges::replace(text, '.', words_.decimal_point());
    return text;
  }

  std::string schedule(const ScenarioSpec& spec) const {
    if (!spec.events.empty()) {
      return paragraph(words_("Doses: event table {0}", {spec.events}));
    }
    const bool by_hand =
        std::ranges::any_of(spec.doses, [](const DoseSpec& dose) { return dose.F || dose.lag; });
    std::vector<std::string> titles{words_("Route"), words_("Amount"), words_("Start"),
                                    words_("Over"), words_("Repeats")};
    if (by_hand) {
      titles.insert(titles.end(), {words_("F"), words_("Lag")});
    }
    Rows cells;
    for (const DoseSpec& dose : spec.doses) {
      const std::string over = dose.duration ? words_.number(to_text(*dose.duration))
                               : dose.rate   ? words_("at {0}", {to_text(*dose.rate)})
                                             : words_("at once");
      std::string repeats =
          dose.repeats == 0
              ? words_("given once")
              : words_("{0} more, every {1}", {std::to_string(dose.repeats),
                                               dose.interval ? to_text(*dose.interval) : "?"});
      if (dose.steady_state) {
        repeats = words_("{0}, from steady state", {repeats});
      }
      const auto into = freely_dosed(dose.route);
      cells.push_back({into ? words_("into {0} (free dosing)", {*into}) : dose.route,
                       words_.number(to_text(dose.amount)), words_.number(to_text(dose.start)),
                       over, repeats});
      if (by_hand) {
        cells.back().push_back(by_hand_cell(dose.F));
        cells.back().push_back(by_hand_cell(dose.lag));
      }
    }
    return html_table(titles, cells);
  }

  std::string by_hand_cell(const std::optional<Measure>& value) const {
    return value ? words_("{0} (set by hand)", {words_.number(to_text(*value))})
                 : words_("as the model");
  }

  const Words& words_;
};

}  // namespace

std::string document_report_html(const ScenarioFile& document, std::span<const Run> runs,
                                 std::span<const EffectBand> bands, std::string_view figure,
                                 const PatientSummary* patients, const Words& words) {
  const ReportWriter writer(words);
  std::string out =
      html_page_begin(document.title.empty() ? words("Scenarios") : document.title, words);
  if (!document.description.empty()) {
    out += paragraph(document.description);
  }
  out += fmt::format("<figure>{}</figure>\n", figure);
  out += writer.summary_section(summarise(runs, bands, document.display));

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
  out += writer.comparison_section(comparison, baseline);
  if (patients != nullptr) {
    out += writer.patients_section(*patients);
  }

  out += heading(words("Schedules and subjects"));
  for (std::size_t i = 0; i < document.scenarios.size(); ++i) {
    out += writer.scenario_section(document.scenarios[i], i);
  }
  std::vector<std::string> notes = grade_notes(runs);
  for (std::string& note : incomplete_notes(runs)) {
    notes.push_back(std::move(note));
  }
  for (const Diagnostic& warning : run_warnings(runs)) {
    notes.push_back(warning.message);
  }
  if (!notes.empty()) {
    out += heading(words("Notes"));
    for (const std::string& note : notes) {
      out += paragraph(words(note));
    }
  }
  out += writer.cards_section(runs);
  out += fmt::format("<p class=\"statement\">Ketascope {}. {}</p>\n", html_escaped(version),
                     html_escaped(words(quiet_statement)));
  return out + html_page_end();
}

}  // namespace ketascope
