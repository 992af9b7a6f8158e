// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <cmath>

#include "app/csv_text.hpp"
#include "ketascope/app/calibrate.hpp"
#include "ketascope/app/table.hpp"
#include "ketascope/units/number.hpp"

namespace ketascope {
namespace {

constexpr int digits = 4;

const FittedParameter* find(const Calibration& calibration, std::string_view name) {
  for (const FittedParameter& parameter : calibration.parameters) {
    if (parameter.name == name) {
      return &parameter;
    }
  }
  return nullptr;
}

/// "NAME" of a line `NAME = { value = ...`.
std::string_view parameter_of(std::string_view line) {
  const auto end = line.find(" = { value = ");
  return end == std::string_view::npos ? std::string_view{} : line.substr(0, end);
}

/// The line with `field = number` in its place, or after the unit when it was not there.
std::string with_field(std::string line, const std::string& field, const std::string& number) {
  const std::string sign = field + " = ";
  const auto at = line.find(sign);
  if (at != std::string::npos) {
    const auto begin = at + sign.size();
    const auto end = line.find_first_of(", }", begin);
    return line.substr(0, begin) + number + line.substr(end);
  }
  const auto before = line.find(", source = ");
  return before == std::string::npos
             ? line
             : line.substr(0, before) + ", " + sign + number + line.substr(before);
}

std::string without_field(std::string line, const std::string& field) {
  const auto at = line.find(", " + field + " = ");
  if (at == std::string::npos) {
    return line;
  }
  const auto end = line.find(", ", at + 2);
  return line.substr(0, at) + (end == std::string::npos ? "" : line.substr(end));
}

double relative_error_percent(const FittedParameter& parameter) {
  return 100.0 * parameter.standard_error.value_or(0.0) / parameter.value;
}

constexpr std::string_view stopped_words = "incomplete: the fit was stopped";

std::string incomplete_line(const Calibration& calibration) {
  return calibration.stopped ? fmt::format("# {}\n", stopped_words) : std::string();
}

constexpr std::string_view correlations_header = "[[estimate_correlations]]\n";

std::string source_of(const FittedStage& stage) {
  return fmt::format("source = \"fitted in the calibration of the model, stage {}\"\n", stage.id);
}

/// How the estimates of a stage hang together, as a piece of a model file; those at a bound have no
/// standard error. Nothing for fewer than two.
std::string correlations_toml(const Calibration& calibration, const FittedStage& stage) {
  std::vector<std::size_t> free;
  for (std::size_t i = 0; i < stage.parameters.size(); ++i) {
    const FittedParameter* fitted = find(calibration, stage.parameters[i]);
    if (fitted != nullptr && fitted->standard_error) {
      free.push_back(i);
    }
  }
  if (free.size() < 2) {
    return {};
  }
  std::string names, rows;
  for (std::size_t i = 0; i < free.size(); ++i) {
    names += fmt::format("{}\"{}\"", i == 0 ? "" : ", ", stage.parameters[free[i]]);
    std::string row;
    for (std::size_t j = 0; j < i; ++j) {
      row += fmt::format("{}{:.3f}", j == 0 ? "" : ", ",
                         stage.correlation[free[i] * stage.parameters.size() + free[j]]);
    }
    rows += i == 0 ? "" : fmt::format("  [{}],\n", row);
  }
  return fmt::format("{}of = [{}]\ncorrelations = [\n{}]\n{}\n", correlations_header, names, rows,
                     source_of(stage));
}

/// The model's text with the correlations of the stages that were fitted, those of others as they
/// were.
std::string with_fitted_correlations(std::string text, const Calibration& calibration) {
  std::string added;
  for (const FittedStage& stage : calibration.stages) {
    if (const auto source = text.find(source_of(stage)); source != std::string::npos) {
      if (const auto begin = text.rfind(correlations_header, source); begin != std::string::npos) {
        auto end = source + source_of(stage).size();
        end += text.compare(end, 1, "\n") == 0 ? 1 : 0;
        text.erase(begin, end - begin);
      }
    }
    added += correlations_toml(calibration, stage);
  }
  const auto before = text.find("[[checks]]\n");
  return before == std::string::npos ? text + added : text.insert(before, added);
}

std::string with_values(std::string_view model_text, const Calibration& calibration) {
  std::string out, checked;
  while (!model_text.empty()) {
    const auto end = model_text.find('\n');
    std::string line(model_text.substr(0, end));
    // A check that holds a fitted parameter says the new value too.
    if (line.starts_with("definition = \"") && line.ends_with('"')) {
      checked = line.substr(14, line.size() - 15);
    } else if (line.starts_with("[[")) {
      checked.clear();
    }
    const FittedParameter* held = find(calibration, checked);
    if (held != nullptr && line.starts_with("expected = { value = ")) {
      line = with_field(std::move(line), "value", format_number(held->value, digits));
    }
    if (const FittedParameter* fitted = find(calibration, parameter_of(line))) {
      line = with_field(std::move(line), "value", format_number(fitted->value, digits));
      line = fitted->standard_error ? with_field(std::move(line), "rse_percent",
                                                 format_number(relative_error_percent(*fitted), 2))
                                    : without_field(std::move(line), "rse_percent");
    }
    out += line;
    if (end == std::string_view::npos) {
      break;
    }
    out += '\n';
    model_text.remove_prefix(end + 1);
  }
  return out;
}

}  // namespace

std::string with_fitted_values(std::string_view model_text, const Calibration& calibration) {
  return with_fitted_correlations(with_values(model_text, calibration), calibration);
}

std::string calibration_text(const Calibration& calibration) {
  using Align = TextTable::Align;
  TextTable table({{"parameter"},
                   {"stage"},
                   {"start", Align::right},
                   {"value", Align::right},
                   {"standard error", Align::right},
                   {"unit"},
                   {"note"}});
  for (const FittedParameter& p : calibration.parameters) {
    table.add_row({p.name, p.stage, format_number(p.start, digits), format_number(p.value, digits),
                   p.standard_error ? format_number(*p.standard_error, 2) : "-", p.unit,
                   p.at_bound ? "at its bound" : ""});
  }
  std::string out = table.text() + "\n";
  for (const FittedStage& stage : calibration.stages) {
    out += fmt::format("stage {}: {} numbers, {} parameters, half sum of squares {} ({})\n",
                       stage.id, stage.rows, stage.parameters.size(),
                       format_number(stage.cost, digits), stage.ending);
  }
  if (calibration.stopped) {
    out += fmt::format("{}\n", stopped_words);
  }
  return out;
}

std::string fitted_parameters_csv(const Calibration& calibration) {
  std::string out = incomplete_line(calibration) +
                    "parameter,stage,start,value,standard_error,low,high,unit,at_bound\n";
  for (const FittedParameter& p : calibration.parameters) {
    out += fmt::format("{},{},{},{},{},{},{},{},{}\n", p.name, p.stage, shortest(p.start),
                       format_number(p.value, 6),
                       p.standard_error ? format_number(*p.standard_error, 3) : "", shortest(p.low),
                       shortest(p.high), p.unit, p.at_bound ? "yes" : "no");
  }
  return out;
}

std::string fitted_correlations_csv(const Calibration& calibration) {
  std::string out = incomplete_line(calibration) + "stage,first,second,correlation\n";
  for (const FittedStage& stage : calibration.stages) {
    const std::size_t n = stage.parameters.size();
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        out += fmt::format("{},{},{},{:.3f}\n", stage.id, stage.parameters[i], stage.parameters[j],
                           stage.correlation[i * n + j]);
      }
    }
  }
  return out;
}

std::string fitted_rows_csv(const Calibration& calibration) {
  CsvText csv;
  if (calibration.stopped) {
    csv.comment(stopped_words);
  }
  for (const char* name : {"stage", "study", "what", "observed", "predicted", "unit",
                           "predicted_over_observed", "sd_of_ln"}) {
    csv.field(name);
  }
  csv.end_row();
  for (const FittedRow& row : calibration.rows) {
    csv.field(row.stage);
    csv.field(row.study);
    csv.field(row.what);
    csv.field(row.observed);
    csv.field(format_number(row.predicted, 5));
    csv.field(row.unit);
    csv.field(fmt::format("{:.3f}", row.predicted / row.observed));
    csv.field(fmt::format("{:.3f}", row.weight_sd));
    csv.end_row();
  }
  return csv.take();
}

}  // namespace ketascope
