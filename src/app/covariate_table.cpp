// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/covariate_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <optional>

#include "ketascope/io/csv.hpp"
#include "ketascope/io/diagnostics.hpp"

namespace ketascope {
namespace {

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  return first == std::string_view::npos
             ? std::string_view()
             : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// "WT [kg]" -> name and unit.
void read_header(std::string_view cell, PopulationSpec& spec) {
  std::string_view name = trimmed(cell), unit;
  if (const auto open = name.find('['); name.ends_with(']') && open != std::string_view::npos) {
    unit = trimmed(name.substr(open + 1, name.size() - open - 2));
    name = trimmed(name.substr(0, open));
  }
  spec.table_names.emplace_back(name);
  spec.table_units.emplace_back(unit);
}

std::optional<double> number_in(std::string_view text) {
  double value = 0.0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || stop != text.data() + text.size() || !std::isfinite(value))
    return std::nullopt;
  return value;
}

}  // namespace

void read_covariate_table(PopulationSpec& spec, const std::filesystem::path& path,
                          Diagnostics& problems) {
  const auto text = read_text_file(path);
  if (!text) {
    problems.insert(problems.end(), text.error().begin(), text.error().end());
    return;
  }
  CsvOptions options;
  options.comment = '#';
  options.file = path.string();
  CsvReader csv(*text, options);
  spec.table_names.clear();
  spec.table_units.clear();
  spec.table_labels.clear();
  spec.table_values.clear();
  const auto report = [&](std::string message, std::size_t field) {
    problems.push_back({Severity::error,
                        "population.table",
                        std::move(message),
                        path.string(),
                        csv.field_at(field),
                        {}});
  };
  std::vector<char> words;  // of each column, from the first row on
  while (csv.next()) {
    const auto fields = csv.fields();
    if (spec.table_names.empty()) {
      for (const auto& field : fields)
        read_header(field, spec);
      spec.table_labels.resize(fields.size());
      continue;
    }
    if (fields.size() != spec.table_names.size()) {
      report(fmt::format("{} values where there are {} columns", fields.size(),
                         spec.table_names.size()),
             0);
      continue;
    }
    const bool first = words.empty();
    words.resize(fields.size());
    for (std::size_t i = 0; i < fields.size(); ++i) {
      const std::string_view cell = trimmed(fields[i]);
      const auto number = number_in(cell);
      const bool word =
          !number && !cell.empty() && std::isalpha(static_cast<unsigned char>(cell.front())) != 0;
      if (first)
        words[i] = word;
      if (word != static_cast<bool>(words[i]) || (!number && !word)) {
        report(fmt::format("column '{}': '{}' is no {}", spec.table_names[i], cell,
                           words[i] ? "word" : "number"),
               i);
        spec.table_values.push_back(0.0);
        continue;
      }
      if (number) {
        spec.table_values.push_back(*number);
        continue;
      }
      auto& labels = spec.table_labels[i];
      const auto known = std::ranges::find(labels, cell);
      spec.table_values.push_back(static_cast<double>(known - labels.begin()));
      if (known == labels.end())
        labels.emplace_back(cell);
    }
  }
  problems.insert(problems.end(), csv.diagnostics().begin(), csv.diagnostics().end());
}

}  // namespace ketascope
