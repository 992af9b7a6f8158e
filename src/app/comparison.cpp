// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/comparison.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "ketascope/app/effects.hpp"

namespace ketascope {
namespace {

using Kind = Comparison::Kind;
using Value = Comparison::Value;

bool is_concentration(const ColumnInfo& column) {
  return column.kind == "concentration" || column.kind.empty();
}

/// The drug's own curve among those shown.
std::optional<std::size_t> drug_of(const Run& run) {
  for (const std::size_t c : shown_columns(run)) {
    if (is_concentration(run.result.columns[c]) && !is_effect_column(run, run.result.columns[c])) {
      return c;
    }
  }
  return std::nullopt;
}

/// An analyte without the letter of its enantiomer.
std::string_view substance(std::string_view analyte) {
  for (const std::string_view prefix : {"S-", "R-", "(S)-", "(R)-"}) {
    if (analyte.starts_with(prefix)) {
      return analyte.substr(prefix.size());
    }
  }
  return analyte;
}

/// One curve of every metabolite in the matrix of the drug, in the model's order. The other
/// enantiomer of the drug is none.
std::vector<std::size_t> metabolites_of(const Run& run, std::size_t drug) {
  const auto& columns = run.result.columns;
  std::vector<std::size_t> found;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    const bool metabolite = is_concentration(columns[c]) && !columns[c].analyte.empty() &&
                            substance(columns[c].analyte) != substance(columns[drug].analyte) &&
                            columns[c].matrix == columns[drug].matrix &&
                            !is_effect_column(run, columns[c]);
    const bool known = std::ranges::any_of(
        found, [&](std::size_t other) { return columns[other].analyte == columns[c].analyte; });
    if (metabolite && !known) {
      found.push_back(c);
    }
  }
  return found;
}

class Table {
 public:
  void put(Kind kind, const std::string& name, const std::string& detail, std::size_t column,
           Value value) {
    const auto key = std::pair(name, detail);
    auto at = index_.find(key);
    if (at == index_.end()) {
      at = index_.emplace(key, rows_.size()).first;
      rows_.push_back({kind, name, detail, {}});
    }
    auto& values = rows_[at->second].values;
    values.resize(std::max(values.size(), column + 1));
    values[column] = std::move(value);
  }

  std::vector<Comparison::Row> take(std::size_t columns) {
    for (Comparison::Row& row : rows_) {
      row.values.resize(columns);
    }
    // Quantities of one kind stand together, whichever scenario had them first.
    std::ranges::stable_sort(rows_, {}, [](const Comparison::Row& row) {
      static constexpr const char* order[]{"cmax", "tmax", "auc", "ratio", "band", "effect"};
      return std::ranges::find(order, row.name) - std::begin(order);
    });
    return std::move(rows_);
  }

 private:
  std::vector<Comparison::Row> rows_;
  std::map<std::pair<std::string, std::string>, std::size_t> index_;
};

}  // namespace

Comparison compare_runs(std::span<const Run> runs, std::span<const EffectBand> bands,
                        const DisplaySpec& display) {
  Comparison comparison;
  Table table;
  for (std::size_t r = 0; r < runs.size(); ++r) {
    const Run& run = runs[r];
    const auto drug = drug_of(run);
    if (!drug) {
      continue;
    }
    const auto metabolites = metabolites_of(run, *drug);
    Run only = run;
    only.spec.outputs = {run.result.columns[*drug].name};
    for (const std::size_t metabolite : metabolites) {
      only.spec.outputs.push_back(run.result.columns[metabolite].name);
    }
    const std::vector<SummaryRow> rows = summarise({&only, 1}, bands, display);
    const std::vector<EffectRow> effects = summarise_effects({&run, 1});
    const std::size_t per_subject = only.spec.outputs.size();
    const std::size_t effects_per_subject =
        run.result.subjects.empty() ? 0 : effects.size() / run.result.subjects.size();
    for (std::size_t s = 0; s < run.result.subjects.size(); ++s) {
      const std::size_t column = comparison.columns.size();
      const std::string& drug_name = run.result.columns[*drug].name;
      const auto begin = rows.begin() + static_cast<std::ptrdiff_t>(s * per_subject);
      const auto end = begin + static_cast<std::ptrdiff_t>(per_subject);
      const auto own =
          std::find_if(begin, end, [&](const SummaryRow& row) { return row.output == drug_name; });
      comparison.columns.push_back({own->scenario, own->model, drug_name, r});
      table.put(Kind::concentration, "cmax", {}, column, {own->cmax, own->unit});
      table.put(Kind::time, "tmax", {}, column, {own->tmax_h, "h"});
      table.put(Kind::exposure, "auc", {}, column, {own->auc_0_t, exposure_unit(own->unit)});
      for (const std::size_t metabolite : metabolites) {
        const ColumnInfo& column_of_it = run.result.columns[metabolite];
        const auto other = std::find_if(
            begin, end, [&](const SummaryRow& row) { return row.output == column_of_it.name; });
        if (other != end && other->unit == own->unit && own->auc_0_t > 0.0) {
          table.put(Kind::ratio, "ratio",
                    column_of_it.analyte + " / " + run.result.columns[*drug].analyte, column,
                    {other->auc_0_t / own->auc_0_t, {}});
        }
      }
      for (const auto& [band, hours] : own->in_bands) {
        table.put(Kind::time, "band", band, column, {hours, "h"});
      }
      for (std::size_t e = 0; e < effects_per_subject; ++e) {
        const EffectRow& effect = effects[s * effects_per_subject + e];
        const bool down =
            std::abs(effect.lowest - effect.first) > std::abs(effect.highest - effect.first);
        table.put(Kind::effect, "effect", effect.label, column,
                  {down ? effect.lowest : effect.highest, effect.unit});
      }
    }
  }
  comparison.rows = table.take(comparison.columns.size());
  return comparison;
}

std::optional<Difference> difference(const std::optional<Value>& value,
                                     const std::optional<Value>& baseline) {
  if (!value || !baseline || value->unit != baseline->unit) {
    return std::nullopt;
  }
  Difference found;
  found.absolute = value->value - baseline->value;
  if (baseline->value != 0.0) {
    found.percent = 100.0 * found.absolute / std::abs(baseline->value);
  }
  return found;
}

}  // namespace ketascope
