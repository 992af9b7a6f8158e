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
    for (std::size_t i = lost_.size(); i-- > 0;)
      if (lost_[i])
        leave_out(i);
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
    lost_.resize(fields.size());
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
    // Every arm has the same patients: those of one are enough.
    if (written_by_us_ && !first_ && trimmed(fields[0]) != arm_)
      return;
    if (first_)
      arm_ = trimmed(fields[0]);
    for (std::size_t i = 0; i < fields.size(); ++i) {
      spec_.table_values.push_back(value(trimmed(fields[i]), i));
      spec_.table_places.push_back(csv_.field_at(i));
    }
    first_ = false;
  }

  double value(std::string_view cell, std::size_t i) {
    const auto number = number_in(cell);
    if (written_by_us_ && i == 0)
      return label(cell, i);  // the name of an arm may be anything
    if (written_by_us_ && (cell.empty() || cell == "NA")) {
      // A metric of who failed, or a covariate that only another arm's model has.
      lost_[i] = 1;
      return 0.0;
    }
    const bool word =
        !number && !cell.empty() && std::isalpha(static_cast<unsigned char>(cell.front())) != 0;
    if (first_)
      words_[i] = word;
    if (word != (words_[i] != 0) || (!number && !word)) {
      report(fmt::format("column '{}': '{}' is no {}", spec_.table_names[i], cell,
                         words_[i] != 0 ? "word" : "number"),
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
  std::vector<char> words_;  ///< of each column, from the first row on
  std::vector<char> lost_;   ///< columns that are not whole
  bool first_ = true, written_by_us_ = false;
  std::string arm_;
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
