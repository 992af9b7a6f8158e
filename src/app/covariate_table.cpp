// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/covariate_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <span>

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

constexpr std::size_t most_told = 10;

class TableReader {
 public:
  TableReader(PopulationSpec& spec, const std::string& file, std::string_view text,
              Diagnostics& problems)
      : spec_(spec), file_(file), csv_(text, options(file)), problems_(problems) {
    spec.table_names.clear();
    spec.table_units.clear();
    spec.table_labels.clear();
    spec.table_values.clear();
    spec.table_places.clear();
    spec.table_file = file;
  }

  void read() {
    while (csv_.next()) {
      if (spec_.table_names.empty())
        header();
      else
        row();
    }
    if (spec_.table_names.empty())
      problems_.push_back({Severity::error,
                           "population.table",
                           "the table of covariates is empty",
                           file_,
                           {},
                           "a line of names, then a row per patient"});
    else if (spec_.table_values.empty() && told_ == 0)
      problems_.push_back({Severity::error,
                           "population.table",
                           "the table of covariates has no rows",
                           file_,
                           {},
                           "a line of names, then a row per patient"});
    if (untold_ > 0)
      problems_.push_back({Severity::error,
                           "population.table",
                           fmt::format("and {} more of this kind", untold_),
                           file_,
                           {},
                           {}});
    const Diagnostics& of_csv = csv_.diagnostics();
    problems_.insert(problems_.end(), of_csv.begin(), of_csv.end());
    const std::size_t width = spec_.table_names.size();
    for (std::size_t i = width; i-- > 0;) {
      bool whole = true;
      for (std::size_t at = i; at < missing_.size(); at += width)
        whole = whole && missing_[at] == 0;
      if (!whole)
        leave_out(i);
    }
  }

 private:
  static CsvOptions options(const std::string& file) {
    CsvOptions options;
    options.comment = '#';
    options.file = file;
    return options;
  }

  void report(std::string message, std::size_t field) {
    if (++told_ > most_told) {
      ++untold_;
      return;
    }
    problems_.push_back(
        {Severity::error, "population.table", std::move(message), file_, csv_.field_at(field), {}});
  }

  void header() {
    const auto fields = csv_.fields();
    for (std::size_t i = 0; i < fields.size(); ++i) {
      read_header(fields[i], spec_);
      const std::string& name = spec_.table_names.back();
      if (std::ranges::count(spec_.table_names, name) > 1)
        report(fmt::format("column '{}' is there twice", name), i);
    }
    spec_.table_labels.resize(fields.size());
    words_.resize(fields.size());
    written_by_us_ = fields.size() > 3 && spec_.table_names[0] == "arm" &&
                     spec_.table_names[1] == "ID" && spec_.table_names[2] == "status";
  }

  void row() {
    const auto fields = csv_.fields();
    if (fields.size() != spec_.table_names.size()) {
      report(fmt::format("{} values where there are {} columns", fields.size(),
                         spec_.table_names.size()),
             0);
      return;
    }
    if (!written_by_us_) {
      take(fields);
      return;
    }
    // Every arm has the same patients: of later ones only what the first model did not know.
    const auto [known, is_new] =
        row_of_.try_emplace(std::string(trimmed(fields[1])), row_of_.size());
    if (is_new)
      take(fields);
    else
      fill_up(fields, known->second * fields.size());
  }

  using Fields = std::span<const std::string_view>;
  void fill_up(Fields fields, std::size_t at) {
    for (std::size_t i = 2; i < fields.size(); ++i)
      if (missing_[at + i] && !is_empty(trimmed(fields[i]))) {
        spec_.table_values[at + i] = value(trimmed(fields[i]), i);
        spec_.table_places[at + i] = csv_.field_at(i);
        missing_[at + i] = 0;
      }
  }

  void take(Fields fields) {
    for (std::size_t i = 0; i < fields.size(); ++i) {
      const std::string_view cell = trimmed(fields[i]);
      // A metric of who failed, or a covariate that only another arm's model has.
      missing_.push_back(written_by_us_ && i > 0 && is_empty(cell));
      spec_.table_values.push_back(missing_.back() ? 0.0 : value(cell, i));
      spec_.table_places.push_back(csv_.field_at(i));
    }
  }

  static bool is_empty(std::string_view cell) { return cell.empty() || cell == "NA"; }

  double value(std::string_view cell, std::size_t i) {
    if (written_by_us_ && i == 0)
      return label(cell, i);  // the name of an arm may be anything
    const auto number = number_in(cell);
    const bool word =
        !number && !cell.empty() && std::isalpha(static_cast<unsigned char>(cell.front())) != 0;
    if (!words_[i])
      words_[i] = word;
    if (word != *words_[i] || (!number && !word)) {
      report(fmt::format("column '{}': '{}' is no {}", spec_.table_names[i], cell,
                         *words_[i] ? "word" : "number"),
             i);
      return 0.0;
    }
    return number ? *number : label(cell, i);
  }

  double label(std::string_view cell, std::size_t i) {
    auto& labels = spec_.table_labels[i];
    const auto known = std::ranges::find(labels, cell);
    const auto place = static_cast<double>(known - labels.begin());
    if (known == labels.end())
      labels.emplace_back(cell);
    return place;
  }

  void leave_out(std::size_t column) {
    const std::size_t width = spec_.table_names.size();
    const auto without = [&](auto& list) {
      std::size_t to = 0;
      for (std::size_t i = 0; i < list.size(); ++i)
        if (i % width != column)
          list[to++] = list[i];
      list.resize(to);
    };
    without(spec_.table_values);
    without(spec_.table_places);
    without(spec_.table_units);
    without(spec_.table_labels);
    without(spec_.table_names);
  }

  PopulationSpec& spec_;
  std::string file_;
  CsvReader csv_;
  Diagnostics& problems_;
  std::vector<std::optional<bool>> words_;  ///< of each column, from its first value on
  std::vector<char> missing_;               ///< of each value
  bool written_by_us_ = false;
  std::map<std::string, std::size_t> row_of_;  ///< by ID
  std::size_t told_ = 0, untold_ = 0;
};

}  // namespace

void read_covariate_table(PopulationSpec& spec, const std::filesystem::path& path,
                          Diagnostics& problems) {
  const auto text = read_text_file(path);
  if (!text) {
    problems.insert(problems.end(), text.error().begin(), text.error().end());
    return;
  }
  TableReader(spec, path.string(), *text, problems).read();
}

}  // namespace ketascope
