// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/event_columns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <utility>

#include "ketascope/diagnostic/suggest.hpp"
#include "ketascope/units/number.hpp"

namespace ketascope {
namespace {

// What NONMEM and mrgsolve know besides: without a meaning here.
constexpr std::array<std::string_view, 4> without_effect = {"PCMT", "CALL", "CONT", "MRG_"};
constexpr std::array<std::string_view, 4> date_items = {"DATE", "DAT1", "DAT2", "DAT3"};

std::string lower_case(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return out;
}

template <typename Names>
bool holds(const Names& names, std::string_view name) {
  return std::ranges::find(names, name) != std::ranges::end(names);
}

class ColumnReader {
 public:
  ColumnReader(const CsvReader& reader, std::string_view file, const Model& model,
               const EventTableOptions& options)
      : reader_(reader), file_(file), model_(model), options_(options) {}

  ReadColumns run() {
    out_.columns.items.fill(-1);
    out_.columns.covariates.assign(model_.covariates.size(), -1);
    for (const std::string_view cell : reader_.fields()) {
      out_.columns.names.emplace_back(trimmed_cell(cell));
    }
    if (!looks_like_names()) {
      return std::move(out_);
    }
    find_columns();
    check_case();
    check_needed();
    find_carried();
    note_ignored();
    note_standard_covariates();
    return std::move(out_);
  }

 private:
  const std::string& name(std::size_t column) const { return out_.columns.names[column]; }

  void refuse(std::string code, std::string message, std::size_t column, std::string hint = {}) {
    out_.problems.push_back({Severity::error, std::move(code), std::move(message), file_,
                             reader_.field_at(column), std::move(hint)});
  }
  void refuse_row(std::string code, std::string message, std::string hint = {}) {
    refuse(std::move(code), std::move(message), out_.columns.names.size(), std::move(hint));
  }
  void notice(Severity severity, std::string code, std::string message, std::string hint = {}) {
    out_.notices.push_back({severity,
                            std::move(code),
                            std::move(message),
                            file_,
                            {reader_.line(), 0},
                            std::move(hint)});
  }

  bool looks_like_names() {
    const bool numbers = std::ranges::all_of(out_.columns.names, [](const std::string& n) {
      return n.empty() || n == "." || parse_number(n).has_value();
    });
    if (numbers) {
      refuse_row("events.no_header", "the first row holds no column names",
                 "the first row names the columns, for example ID,TIME,EVID,CMT,AMT");
    }
    return !numbers;
  }

  /// Claims the column for `slot`; two columns of one name are refused.
  void claim(int& slot, std::size_t column) {
    if (slot >= 0) {
      refuse("events.column_twice",
             fmt::format("there are two columns {}", upper_case(name(column))), column,
             "rename or remove one of them");
      return;
    }
    slot = static_cast<int>(column);
  }

  void find_columns() {
    used_.assign(out_.columns.names.size(), false);
    for (std::size_t c = 0; c < out_.columns.names.size(); ++c) {
      const std::string upper = upper_case(name(c));
      if (const auto item = std::ranges::find(item_names, upper); item != item_names.end()) {
        used_[c] = true;
        note_case(c, upper);
        claim(out_.columns.items[static_cast<std::size_t>(item - item_names.begin())], c);
      } else if (const int covariate = covariate_of(name(c)); covariate >= 0) {
        used_[c] = true;
        claim(out_.columns.covariates[static_cast<std::size_t>(covariate)], c);
        check_given(covariate, c);
      } else if (holds(date_items, upper)) {
        refuse("events.date", fmt::format("column {}: dates are not read", name(c)), c,
               "give TIME in hours from the start of each subject");
      } else if (upper == "DV") {
        used_[c] = true;  // observed values have no part in a simulation
      }
    }
  }

  int covariate_of(std::string_view column) const {
    for (std::size_t i = 0; i < model_.covariates.size(); ++i) {
      const std::string& known = model_.covariates[i].name;
      if (column == known || column == upper_case(known) || column == lower_case(known)) {
        return static_cast<int>(i);
      }
    }
    return -1;
  }

  void check_given(int covariate, std::size_t column) {
    const std::string& known = model_.covariates[static_cast<std::size_t>(covariate)].name;
    if (holds(options_.given, known)) {
      refuse("events.covariate_twice",
             fmt::format("{} is a column of the table and is given beside it", known), column,
             "leave one of them out");
    }
  }

  void note_case(std::size_t column, const std::string& upper) {
    if (name(column) == upper) {
      upper_.push_back(column);
    } else if (name(column) == lower_case(upper)) {
      lower_.push_back(column);
    } else {
      refuse("events.column_mixed",
             fmt::format("column {}: mixed upper and lower case", name(column)), column,
             fmt::format("write {} or {}", upper, lower_case(upper)));
    }
  }

  void check_case() {
    if (upper_.empty() || lower_.empty()) {
      return;
    }
    const auto& fewer = lower_.size() <= upper_.size() ? lower_ : upper_;
    std::vector<std::string> odd;
    for (const std::size_t c : fewer) {
      odd.push_back(name(c));
    }
    refuse("events.column_case",
           fmt::format("data items are written in upper and in lower case: {} unlike {}",
                       fmt::join(odd, ", "),
                       name(&fewer == &lower_ ? upper_.front() : lower_.front())),
           fewer.front(), "write all of them in upper or all of them in lower case");
  }

  void check_needed() {
    for (const Item needed : {Item::id, Item::time, Item::amt}) {
      if (out_.columns.of(needed) >= 0) {
        continue;
      }
      const std::string item(item_names[static_cast<std::size_t>(needed)]);
      refuse_row("events.column_missing", fmt::format("there is no column {}", item),
                 out_.columns.names.size() == 1
                     ? "columns are separated by commas, semicolons or tabs"
                     : "ID, TIME and AMT are needed; a line that begins with # is a comment");
    }
  }

  void find_carried() {
    for (const std::string& wanted : options_.carry) {
      const auto found = std::ranges::find(out_.columns.names, wanted);
      if (found == out_.columns.names.end()) {
        const std::string near = did_you_mean(wanted, out_.columns.names);
        refuse_row(
            "events.carry_unknown", fmt::format("there is no column '{}' to carry through", wanted),
            near.empty() ? fmt::format("the table has {}", fmt::join(out_.columns.names, ", "))
                         : near);
        continue;
      }
      const auto column = static_cast<std::size_t>(found - out_.columns.names.begin());
      used_[column] = true;
      out_.columns.carried.push_back(static_cast<int>(column));
    }
  }

  void note_ignored() {
    std::vector<std::string> ignored, no_effect;
    for (std::size_t c = 0; c < used_.size(); ++c) {
      if (!used_[c]) {
        const std::string shown = name(c).empty() ? "(no name)" : name(c);
        (holds(without_effect, upper_case(name(c))) ? no_effect : ignored).push_back(shown);
      }
    }
    if (!no_effect.empty()) {
      notice(Severity::note, "events.ignored",
             fmt::format("{} {} no effect here", fmt::join(no_effect, ", "),
                         no_effect.size() == 1 ? "has" : "have"));
    }
    if (!ignored.empty()) {
      notice(Severity::note, "events.ignored",
             fmt::format("not used: column{} {}", ignored.size() == 1 ? "" : "s",
                         fmt::join(ignored, ", ")));
    }
  }

  void note_standard_covariates() {
    for (std::size_t i = 0; i < model_.covariates.size(); ++i) {
      const Covariate& covariate = model_.covariates[i];
      if (out_.columns.covariates[i] >= 0 || holds(options_.given, covariate.name)) {
        continue;
      }
      notice(Severity::note, "events.covariate_default",
             fmt::format("the table has no column {}: {} {} for all", covariate.name,
                         shortest(covariate_for_table(covariate, covariate.standard)),
                         covariate.unit_text));
    }
  }

  const CsvReader& reader_;
  std::string file_;
  const Model& model_;
  const EventTableOptions& options_;
  ReadColumns out_;
  std::vector<bool> used_;
  std::vector<std::size_t> upper_, lower_;
};

}  // namespace

ReadColumns read_event_columns(const CsvReader& reader, std::string_view file, const Model& model,
                               const EventTableOptions& options) {
  return ColumnReader(reader, file, model, options).run();
}

std::string_view trimmed_cell(std::string_view cell) {
  while (!cell.empty() && (cell.front() == ' ' || cell.front() == '\t')) {
    cell.remove_prefix(1);
  }
  while (!cell.empty() && (cell.back() == ' ' || cell.back() == '\t')) {
    cell.remove_suffix(1);
  }
  return cell;
}

std::string upper_case(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(),
                         [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return out;
}

CsvOptions event_table_csv(std::string_view file) {
  CsvOptions options;
  options.comment = '#';
  options.file = file;
  return options;
}

}  // namespace ketascope
