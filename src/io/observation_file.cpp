// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/io/observation_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "ketascope/diagnostic/suggest.hpp"
#include "ketascope/io/csv.hpp"
#include "ketascope/units/number.hpp"

namespace ketascope {
namespace {

constexpr int first_year = 1900;
constexpr int last_year = 2200;

const std::vector<std::string>& column_names() {
  static const std::vector<std::string> names{
      "id",          "citation",   "doi",       "doi_missing", "year",       "route",
      "formulation", "drug",       "dose",      "dose_unit",   "dose_basis", "infusion_min",
      "n",           "population", "weight_kg", "analyte",     "enantiomer", "matrix",
      "site",        "metric",     "time_min",  "statistic",   "value",      "unit",
      "spread_kind", "spread",     "low",       "high",        "note"};
  return names;
}

/// One file on its way: where its columns are and what is wrong with it.
class Reading {
 public:
  Reading(std::string_view text, std::string_view file)
      : file_(file), csv_(text, {.delimiter = ',', .comment = '#', .file = std::string(file)}) {}

  tl::expected<std::vector<Observation>, Diagnostics> run() {
    std::vector<Observation> rows;
    if (!csv_.next()) {
      report("observation.column_missing", "the file has no row of column names", {1, 1});
    } else if (read_header()) {
      while (csv_.next()) {
        if (auto row = read_row()) {
          rows.push_back(std::move(*row));
        }
      }
    }
    problems_.insert(problems_.end(), csv_.diagnostics().begin(), csv_.diagnostics().end());
    std::ranges::stable_sort(problems_, {}, &Diagnostic::at);
    if (has_errors(problems_)) {
      return tl::unexpected(std::move(problems_));
    }
    return rows;
  }

 private:
  void report(std::string code, std::string message, SourceLocation at, std::string hint = {}) {
    problems_.push_back(
        {Severity::error, std::move(code), std::move(message), file_, at, std::move(hint)});
    sound_ = false;
  }

  bool read_header() {
    for (std::size_t i = 0; i < csv_.fields().size(); ++i) {
      const std::string name(csv_.fields()[i]);
      if (std::ranges::find(column_names(), name) == column_names().end()) {
        report("observation.column_unknown", fmt::format("unknown column '{}'", name),
               csv_.field_at(i), did_you_mean(name, column_names()));
      }
      places_.emplace(name, i);
    }
    for (const std::string& name : column_names()) {
      if (!places_.contains(name)) {
        report("observation.column_missing", fmt::format("there is no column '{}'", name), {1, 1});
      }
    }
    return problems_.empty();
  }

  std::string text(const std::string& name) const {
    return std::string(csv_.fields()[places_.at(name)]);
  }

  SourceLocation place(const std::string& name) const { return csv_.field_at(places_.at(name)); }

  std::optional<double> number(const std::string& name) {
    const std::string typed = text(name);
    if (typed.empty()) {
      return std::nullopt;
    }
    const auto value = parse_number(typed);
    if (!value) {
      report("observation.number", fmt::format("{} '{}' is not a number", name, typed),
             place(name));
    }
    return value;
  }

  void require(const std::string& name, const std::string& value) {
    if (value.empty()) {
      report("observation.missing_field", fmt::format("'{}' is empty", name), place(name));
    }
  }

  void read_source(Observation& row) {
    row.citation = text("citation");
    row.doi = text("doi");
    row.doi_missing = text("doi_missing");
    require("citation", row.citation);
    if (row.doi.empty() == row.doi_missing.empty()) {
      report("observation.citation",
             row.doi.empty() ? "neither a doi nor the reason why there is none"
                             : "a doi and a reason why there is none",
             place(row.doi.empty() ? "doi" : "doi_missing"));
    }
    const auto year = number("year");
    if (year && *year >= first_year && *year <= last_year &&
        *year == static_cast<double>(static_cast<int>(*year))) {
      row.year = static_cast<int>(*year);
    } else if (year || text("year").empty()) {
      report("observation.year", fmt::format("'{}' is not a year", text("year")), place("year"));
    }
  }

  void read_dose(Observation& row) {
    row.route = text("route");
    row.formulation = text("formulation");
    row.drug = text("drug");
    row.dose_text = text("dose");
    row.dose_basis = text("dose_basis");
    row.infusion_min = number("infusion_min");
    require("route", row.route);
    if (!row.drug.empty() && row.drug != "racemate" && row.drug != "S" && row.drug != "R" &&
        row.drug != "mixed") {
      report("observation.drug", fmt::format("'{}' is no drug form", row.drug), place("drug"),
             "racemate, S, R or mixed");
    }
    const std::string unit = text("dose_unit");
    if (!unit.empty()) {
      if (const auto parsed = parse_unit(unit); !parsed) {
        report("observation.unit", parsed.error().message, place("dose_unit"), parsed.error().hint);
      }
    }
    // A range ("28-84") or a recipe ("2 mg/kg + ...") stays text.
    if (const auto amount = parse_number(row.dose_text); amount && !unit.empty()) {
      row.dose = Measure{*amount, unit};
    }
  }

  void read_value(Observation& row) {
    row.metric = text("metric");
    row.time_min = number("time_min");
    row.statistic = text("statistic");
    require("metric", row.metric);
    if (row.metric == "conc_at" && text("time_min").empty()) {
      report("observation.missing_field", "a concentration at a time needs 'time_min'",
             place("time_min"));
    }
    require("value", text("value"));
    row.value.value = number("value").value_or(0.0);
    row.value.unit = text("unit");
    require("unit", row.value.unit);
    // Other metrics have units in words ("L/h per 70 kg"), which nothing computes with.
    constexpr std::array computed{"conc_at", "cmax", "tmax", "auc_last"};
    if (std::ranges::find(computed, row.metric) != computed.end() && !row.value.unit.empty()) {
      if (const auto parsed = parse_unit(row.value.unit); !parsed) {
        report("observation.unit", parsed.error().message, place("unit"), parsed.error().hint);
      }
    }
    row.spread_kind = text("spread_kind");
    std::string spread = text("spread");
    if (spread.ends_with('%')) {
      row.spread_percent = true;
      spread.pop_back();
    }
    if (!spread.empty()) {
      row.spread = parse_number(spread);
      if (!row.spread) {
        report("observation.number", fmt::format("spread '{}' is not a number", text("spread")),
               place("spread"));
      }
    }
    row.low = number("low");
    row.high = number("high");
    if (row.low && row.high && *row.low > *row.high) {
      report("observation.range", fmt::format("low {} is above high {}", *row.low, *row.high),
             place("low"));
    }
  }

  std::optional<Observation> read_row() {
    sound_ = true;
    if (csv_.fields().size() != places_.size()) {
      report("observation.fields",
             fmt::format("{} fields instead of {}", csv_.fields().size(), places_.size()),
             {csv_.line(), 1});
      return std::nullopt;
    }
    Observation row;
    row.file = file_;
    row.line = csv_.line();
    row.id = text("id");
    require("id", row.id);
    read_source(row);
    read_dose(row);
    row.subjects = text("n");
    row.population = text("population");
    row.weight = text("weight_kg");
    row.analyte = text("analyte");
    row.enantiomer = text("enantiomer");
    row.matrix = text("matrix");
    row.site = text("site");
    require("analyte", row.analyte);
    require("matrix", row.matrix);
    read_value(row);
    row.note = text("note");
    return sound_ ? std::optional(std::move(row)) : std::nullopt;
  }

  std::string file_;
  CsvReader csv_;
  std::map<std::string, std::size_t> places_;
  Diagnostics problems_;
  bool sound_ = true;
};

}  // namespace

tl::expected<std::vector<Observation>, Diagnostics> parse_observation_file(std::string_view text,
                                                                           std::string_view file) {
  return Reading(text, file).run();
}

}  // namespace ketascope
