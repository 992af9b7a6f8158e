// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/summary.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <cctype>

#include "ketascope/app/table.hpp"
#include "ketascope/diagnostic/suggest.hpp"
#include "ketascope/units/number.hpp"

namespace ketascope {
namespace {

constexpr int shown_digits = 4;

/// An analyte without its enantiomer, and the enantiomer: "S-norketamine" -> {"norketamine", 'S'}.
struct AnalyteKey {
  std::string base;
  char form = 'r';  ///< 'S', 'R', or 'r' for the racemate and for what has no enantiomers
  bool operator==(const AnalyteKey&) const = default;
};

AnalyteKey analyte_key(std::string_view analyte, std::string_view form) {
  AnalyteKey key;
  for (const char c : analyte) {
    key.base += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  if (form == "S" || form == "R") {
    key.form = form.front();
  }
  struct Prefix {
    std::string_view text;
    char form;
  };
  for (const auto& [text, prefix_form] :
       {Prefix{"s-", 'S'}, Prefix{"r-", 'R'}, Prefix{"(s)-", 'S'}, Prefix{"(r)-", 'R'}}) {
    if (key.base.starts_with(text)) {
      key.base.erase(0, text.size());
      key.form = prefix_form;
    }
  }
  if (key.base == "esketamine") {
    key = {"ketamine", 'S'};
  } else if (key.base == "arketamine") {
    key = {"ketamine", 'R'};
  }
  return key;
}

/// Plasma, serum and blood are compared with one another; brain, cerebrospinal fluid and the effect
/// site are not.
std::string tissue(std::string_view matrix) {
  std::string lower;
  for (const char c : matrix) {
    lower += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  for (const std::string_view apart :
       {"effect", "csf", "cerebrospinal", "brain", "urine", "saliva"}) {
    if (lower.find(apart) != std::string::npos) {
      return std::string(apart);
    }
  }
  return "blood";
}

Unit internal_unit(Dimension dimension) {
  return Unit{1.0, dimension};
}

std::string scenario_label(const Run& run, const SubjectResult& subject) {
  const std::string name = run.spec.name.empty() ? run.spec.model : run.spec.name;
  return run.result.subjects.size() > 1 ? fmt::format("{} (ID {})", name, subject.id) : name;
}

std::string optional_number(const std::optional<double>& value) {
  return value ? format_number(*value, shown_digits) : "-";
}

}  // namespace

std::optional<double> band_limit(const EffectBand& band, const Measure& limit,
                                 const ColumnInfo& column) {
  const auto unit = parse_unit(limit.unit);
  if (!unit) {
    return std::nullopt;
  }
  const auto molar_mass = column.molar_mass ? column.molar_mass : band.molar_mass;
  const auto value =
      convert(limit.value, *unit, internal_unit(column.display.dimension), molar_mass);
  return value ? std::optional(*value) : std::nullopt;
}

DisplayUnit display_unit(const ColumnInfo& column, std::string_view wanted) {
  if (column.kind == "concentration" || column.kind.empty()) {
    if (const auto unit = parse_unit(wanted)) {
      const auto factor =
          convert(1.0, internal_unit(column.display.dimension), *unit, column.molar_mass);
      if (factor) {
        return {std::string(wanted), *factor};
      }
    }
  }
  return {column.unit, 1.0 / column.display.factor};
}

bool band_fits(const EffectBand& band, const ColumnInfo& column) {
  if (column.kind != "concentration" && !column.kind.empty()) {
    return false;
  }
  if (!(analyte_key(band.analyte, band.drug) == analyte_key(column.analyte, column.enantiomer)) ||
      tissue(band.matrix) != tissue(column.matrix)) {
    return false;
  }
  return band_limit(band, band.low, column).has_value() &&
         band_limit(band, band.high, column).has_value();
}

tl::expected<std::vector<EffectBand>, Diagnostics> choose_bands(std::span<const EffectBand> bands,
                                                                const DisplaySpec& display) {
  std::vector<EffectBand> chosen;
  if (display.bands.empty()) {
    std::ranges::copy_if(bands, std::back_inserter(chosen), &EffectBand::standard);
    return chosen;
  }
  if (display.bands.size() == 1 && display.bands.front() == "none") {
    return chosen;
  }
  Diagnostics problems;
  for (const std::string& id : display.bands) {
    const auto band = std::ranges::find(bands, id, &EffectBand::id);
    if (band != bands.end()) {
      chosen.push_back(*band);
      continue;
    }
    std::vector<std::string> known;
    for (const EffectBand& candidate : bands) {
      known.push_back(candidate.id);
    }
    std::string hint = did_you_mean(id, known);
    problems.push_back(
        {Severity::error,
         "band.unknown",
         fmt::format("there is no band '{}'", id),
         {},
         {},
         hint.empty() ? "the bands to choose from are in the folder bands of the models" : hint});
  }
  if (!problems.empty()) {
    return tl::unexpected(std::move(problems));
  }
  return chosen;
}

std::string band_label(const EffectBand& band) {
  return band_label(band, Words());
}

std::string band_label(const EffectBand& band, const Words& words) {
  return fmt::format("{}, {}-{} {}", words(band.endpoint), words.number(shortest(band.low.value)),
                     words.number(band.high.unit == band.low.unit ? shortest(band.high.value)
                                                                  : to_text(band.high)),
                     band.low.unit);
}

/// Some outputs of a model are there for those who ask for them.
static bool shown_unasked(const Run& run, std::size_t column) {
  const Model* model = run.result.model.get();
  return model == nullptr || column >= model->outputs.size() || model->outputs[column].shown;
}

std::vector<std::size_t> shown_columns(const Run& run) {
  const auto& columns = run.result.columns;
  std::vector<std::size_t> shown;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    const bool wanted =
        run.spec.outputs.empty()
            ? columns[c].kind == "concentration" && shown_unasked(run, c)
            : std::ranges::find(run.spec.outputs, columns[c].name) != run.spec.outputs.end();
    if (wanted) {
      shown.push_back(c);
    }
  }
  if (shown.empty() && run.spec.outputs.empty()) {
    for (std::size_t c = 0; c < columns.size(); ++c) {
      shown.push_back(c);
    }
  }
  return shown;
}

std::vector<SummaryRow> summarise(std::span<const Run> runs, std::span<const EffectBand> bands,
                                  const DisplaySpec& display) {
  std::vector<SummaryRow> rows;
  for (const Run& run : runs) {
    for (const SubjectResult& subject : run.result.subjects) {
      for (const std::size_t c : shown_columns(run)) {
        const ColumnInfo& column = run.result.columns[c];
        const auto values = subject.column(c);
        const CurveMetrics metrics = curve_metrics(subject.time_h, values, subject.side);
        const DisplayUnit unit = display_unit(column, display.unit);
        SummaryRow row;
        row.scenario = scenario_label(run, subject);
        row.model = run.scenario.model->id;
        row.output = column.name;
        row.unit = unit.unit;
        row.cmax = metrics.cmax * unit.per_internal;
        row.tmax_h = metrics.tmax_h;
        row.auc_0_t = metrics.auc_0_t * unit.per_internal;
        if (metrics.auc_0_inf) {
          row.auc_0_inf = *metrics.auc_0_inf * unit.per_internal;
        }
        row.half_life_h = metrics.half_life_h;
        for (const EffectBand& band : bands) {
          if (band_fits(band, column)) {
            row.in_bands.push_back(
                {band_label(band),
                 time_in_band_h(subject.time_h, values, band_limit(band, band.low, column),
                                band_limit(band, band.high, column))});
          }
        }
        rows.push_back(std::move(row));
      }
    }
  }
  return rows;
}

std::string summary_table(std::span<const SummaryRow> rows) {
  using Align = TextTable::Align;
  const bool one_unit = std::ranges::all_of(
      rows, [&](const SummaryRow& row) { return row.unit == rows.front().unit; });
  const auto title = [&](std::string_view name, const std::string& unit) {
    return one_unit && !rows.empty() ? fmt::format("{} [{}]", name, unit) : std::string(name);
  };
  const std::string unit = rows.empty() ? "" : rows.front().unit;
  std::vector<TextTable::Column> columns{{"scenario"},
                                         {"model"},
                                         {"output"},
                                         {title("Cmax", unit), Align::right},
                                         {"tmax [h]", Align::right},
                                         {title("AUC0-t", exposure_unit(unit)), Align::right},
                                         {title("AUC0-inf", exposure_unit(unit)), Align::right},
                                         {"t1/2 [h]", Align::right}};
  if (!one_unit) {
    columns.push_back({"unit (AUC: times h)"});
  }
  TextTable table(std::move(columns));
  TextTable bands({{"scenario"}, {"output"}, {"time in band"}, {"[h]", Align::right}});
  for (const SummaryRow& row : rows) {
    table.add_row({row.scenario, row.model, row.output, format_number(row.cmax, shown_digits),
                   format_number(row.tmax_h, shown_digits),
                   format_number(row.auc_0_t, shown_digits), optional_number(row.auc_0_inf),
                   optional_number(row.half_life_h), row.unit});
    for (const auto& [band, hours] : row.in_bands) {
      bands.add_row({row.scenario, row.output, band, format_number(hours, shown_digits)});
    }
  }
  std::string text = table.text();
  if (!bands.empty()) {
    text += "\n" + bands.text();
  }
  return text;
}

}  // namespace ketascope
