// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>

#include "app/display.hpp"
#include "ketascope/app/effects.hpp"
#include "ketascope/app/table.hpp"
#include "ketascope/units/number.hpp"

namespace ketascope {
namespace {

constexpr int shown_digits = 4;

std::string drivers_text(const EffectSpec& effect) {
  std::string all;
  for (const EffectDriver& driver : effect.drivers) {
    all += (all.empty() ? "" : ", ") + driver.full_name();
  }
  return all;
}

std::string parameter_value(const EffectParameter& parameter) {
  std::string value =
      to_text(Measure{parameter.value, parameter.unit == "1" ? "" : parameter.unit});
  if (parameter.ci95.size() == 2) {
    value += fmt::format(" (95 % {}-{})", shortest(parameter.ci95[0]), shortest(parameter.ci95[1]));
  }
  if (parameter.rse_percent) {
    value += fmt::format(" (RSE {} %)", format_number(*parameter.rse_percent, 2));
  }
  if (parameter.cv_percent) {
    value += fmt::format(" (CV {} %)", shortest(*parameter.cv_percent));
  }
  return value;
}

std::string link_text(const EffectSpec& effect) {
  if (effect.link == "none") {
    return "none: effect-site concentration only";
  }
  return fmt::format("{}: {}{}", effect.link, effect.expression,
                     effect.unit.empty() || effect.unit == "1" ? "" : " in " + effect.unit);
}

}  // namespace

bool is_effect_column(const Run& run, const ColumnInfo& column) {
  if (column.matrix != "effect site" && column.kind != "effect") {
    return false;
  }
  return std::ranges::any_of(run.spec.effects, [&](const std::string& id) {
    return column.name == id ||
           (column.name.starts_with(id + "_") && column.name.ends_with("_site"));
  });
}

std::vector<std::size_t> columns_below(const Run& run) {
  std::vector<std::size_t> below;
  for (std::size_t c = 0; c < run.result.columns.size(); ++c) {
    const ColumnInfo& column = run.result.columns[c];
    if (column.kind == "effect" || is_effect_column(run, column)) {
      below.push_back(c);
    }
  }
  return below;
}

std::vector<EffectRow> summarise_effects(std::span<const Run> runs) {
  std::vector<EffectRow> rows;
  for (const Run& run : runs) {
    for (const SubjectResult& subject : run.result.subjects) {
      for (std::size_t c = 0; c < run.result.columns.size(); ++c) {
        const ColumnInfo& column = run.result.columns[c];
        const auto values = subject.column(c);
        if (column.kind != "effect" || values.empty()) {
          continue;
        }
        const auto [low, high] = std::ranges::minmax_element(values);
        const double per_internal = 1.0 / column.display.factor;
        EffectRow row;
        row.scenario = scenario_name(run);
        if (run.result.subjects.size() > 1) {
          row.scenario += fmt::format(" (ID {})", subject.id);
        }
        row.effect = column.name;
        row.label = column.label;
        row.unit = column.unit == "1" ? "" : column.unit;
        row.first = values.front() * per_internal;
        row.lowest = *low * per_internal;
        row.highest = *high * per_internal;
        row.lowest_at_h = subject.time_h[static_cast<std::size_t>(low - values.begin())];
        row.highest_at_h = subject.time_h[static_cast<std::size_t>(high - values.begin())];
        rows.push_back(std::move(row));
      }
    }
  }
  return rows;
}

std::string effect_table(std::span<const EffectRow> rows) {
  if (rows.empty()) {
    return {};
  }
  using Align = TextTable::Align;
  TextTable table({{"scenario"},
                   {"effect"},
                   {"at start", Align::right},
                   {"lowest", Align::right},
                   {"at [h]", Align::right},
                   {"highest", Align::right},
                   {"at [h]", Align::right},
                   {"unit"},
                   {"what"}});
  for (const EffectRow& row : rows) {
    table.add_row({row.scenario, row.effect, format_number(row.first, shown_digits),
                   format_number(row.lowest, shown_digits),
                   format_number(row.lowest_at_h, shown_digits),
                   format_number(row.highest, shown_digits),
                   format_number(row.highest_at_h, shown_digits), row.unit, row.label});
  }
  return table.text();
}

std::vector<std::string> effects_of_other_models(std::span<const Run> runs) {
  std::vector<std::string> notes;
  for (const Run& run : runs) {
    for (const Diagnostic& notice : run.scenario.notices) {
      if (notice.severity == Severity::warning && notice.code.starts_with("effect.") &&
          std::ranges::find(notes, notice.message) == notes.end()) {
        notes.push_back(notice.message);
      }
    }
  }
  return notes;
}

std::string effect_card_text(const EffectSpec& effect) {
  std::string text = fmt::format("{}\n{}\n\n", effect.id, effect.title);
  const auto line = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) {
      text += fmt::format("{:<16}{}\n", name, value);
    }
  };
  line("endpoint", effect.endpoint);
  line("grade",
       effect.grade + (effect.grade_reason.empty() ? std::string() : ". " + effect.grade_reason));
  line("citation", effect.citation + " " +
                       (effect.doi.empty() ? "(no DOI: " + effect.doi_missing + ")" : effect.doi));
  line("population", effect.population);
  line("estimated with", effect.estimated_with);
  line("link", link_text(effect));
  line("direction", effect.direction);
  for (const EffectDriver& driver : effect.drivers) {
    line("driver",
         fmt::format(
             "{}, {} {}, in {}; {}", driver.full_name(), driver.site, driver.matrix, driver.unit,
             driver.delay.empty() ? "no delay: " + driver.no_delay : "delay by " + driver.delay));
    line("of a racemate", driver.half_of_racemate);
  }
  TextTable table({{"parameter"}, {"value"}, {"source"}, {"description"}});
  for (const EffectParameter& parameter : effect.parameters) {
    table.add_row(
        {parameter.name, parameter_value(parameter), parameter.source, parameter.description});
  }
  text += "\n" + table.text();
  const auto list = [&](std::string_view title, const std::vector<std::string>& items) {
    if (!items.empty()) {
      text += fmt::format("\n{}\n", title);
      for (const std::string& item : items) {
        text += fmt::format("  {}\n", item);
      }
    }
  };
  list("Left out", effect.left_out);
  list("Notes", effect.notes);
  return text;
}

std::string effect_list(std::span<const EffectSpec> effects) {
  TextTable table({{"effect"}, {"grade"}, {"follows"}, {"link"}, {"estimated with"}, {"title"}});
  for (const EffectSpec& effect : effects) {
    table.add_row({effect.id, effect.grade, drivers_text(effect), effect.link,
                   effect.estimated_with, effect.title});
  }
  return table.text();
}

}  // namespace ketascope
