// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/io/event_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <unordered_set>
#include <utility>

#include "io/event_columns.hpp"
#include "ketascope/diagnostic/suggest.hpp"
#include "ketascope/dosing/timeline.hpp"
#include "ketascope/units/number.hpp"

namespace ketascope {
namespace {

constexpr std::size_t most_rows = 10'000'000;
constexpr double largest_integer = 1e9;
constexpr std::size_t longest_shown = 40;

bool is_missing(std::string_view cell) {
  return cell.empty() || cell == "." || cell == "NA";
}

/// A finite decimal number. The many short whole numbers of a table take the quick way.
std::optional<double> number_of(std::string_view cell) {
  if (!cell.empty() && cell.size() <= 9) {
    int value = 0;
    bool digits = true;
    for (const char c : cell) {
      digits = digits && c >= '0' && c <= '9';
      value = value * 10 + (c - '0');
    }
    if (digits) {
      return value;
    }
  }
  return parse_number(cell);
}

/// A cell in quotes, short enough for a line and without control characters.
std::string quoted(std::string_view cell) {
  std::string shown(cell.substr(0, longest_shown));
  for (char& c : shown) {
    if (static_cast<unsigned char>(c) < 0x20) {
      c = ' ';
    }
  }
  // Not in the middle of a character.
  while (cell.size() > longest_shown && !shown.empty() && (shown.back() & 0x80) != 0) {
    shown.pop_back();
  }
  return fmt::format("'{}{}'", shown, cell.size() > longest_shown ? "..." : "");
}

class TableReader {
 public:
  TableReader(std::string_view text, std::string_view file, const Model& model,
              const EventTableOptions& options)
      : text_(text),
        file_(file),
        model_(model),
        options_(options),
        reader_(text, event_table_csv(file)) {}

  tl::expected<EventTableFile, Diagnostics> run() {
    if (!reader_.next()) {
      problems_ = reader_.diagnostics();
      if (problems_.empty()) {
        problems_.push_back({Severity::error,
                             "events.empty",
                             "the table is empty",
                             file_,
                             {},
                             "the first row names the columns, for example ID,TIME,EVID,CMT,AMT"});
      }
      return tl::unexpected(std::move(problems_));
    }
    ReadColumns read = read_event_columns(reader_, file_, model_, options_);
    columns_ = std::move(read.columns);
    out_.columns = columns_.names;
    out_.notices = std::move(read.notices);
    if (has_errors(read.problems)) {
      return tl::unexpected(std::move(read.problems));
    }
    prepare();
    while (reader_.next() && !too_much()) {
      read_row();
    }
    end_subject();
    if (out_.rows == 0 && problem_count_ == 0 && reader_.diagnostics().empty()) {
      refuse_row("events.empty", "the table has column names and no rows");
    }
    const Diagnostics& syntax = reader_.diagnostics();
    if (problem_count_ > 0 || !syntax.empty()) {
      problem_count_ += syntax.size();
      problems_.insert(problems_.end(), syntax.begin(), syntax.end());
      return tl::unexpected(everything_wrong());
    }
    note_extrapolation();
    return std::move(out_);
  }

 private:
  // --- problems -----------------------------------------------------------------------------

  void keep(Diagnostic problem) {
    ++problem_count_;
    broken_ = true;
    if (problems_.size() < options_.most_problems) {
      problems_.push_back(std::move(problem));
    }
  }

  void refuse(std::string code, int column, std::string_view cell, std::string_view rule,
              std::string hint = {}) {
    const auto index = static_cast<std::size_t>(column);
    keep({Severity::error, std::move(code),
          fmt::format("row {}, {} = {}: {}", reader_.line(), columns_.names[index], quoted(cell),
                      rule),
          file_, reader_.field_at(index), std::move(hint)});
  }

  void refuse_row(std::string code, std::string message, std::string hint = {}) {
    keep({Severity::error,
          std::move(code),
          std::move(message),
          file_,
          {reader_.line(), 0},
          std::move(hint)});
  }

  bool too_much() {
    if (out_.rows < most_rows) {
      return false;
    }
    refuse_row("events.too_many_rows", fmt::format("the table has more than {} rows", most_rows),
               "split it between two subjects");
    return true;
  }

  /// One unreadable cell must not hide what is wrong with the other subjects.
  Diagnostics everything_wrong() {
    for (const SubjectRecords& subject : out_.subjects) {
      CompiledTimeline compiled = compile_timeline(model_, subject, options_.policy, file_);
      for (Diagnostic& problem : compiled.diagnostics) {
        if (problem.severity == Severity::error) {
          keep(std::move(problem));
        }
      }
    }
    locate_in_table(problems_, text_);
    std::ranges::stable_sort(problems_, {}, [](const Diagnostic& d) { return d.at.line; });
    if (problems_.size() > options_.most_problems) {
      problems_.resize(options_.most_problems);
    }
    if (problem_count_ > problems_.size()) {
      problems_.push_back({Severity::error,
                           "events.more",
                           fmt::format("and {} more problems", problem_count_ - problems_.size()),
                           file_,
                           {},
                           {}});
    }
    return std::move(problems_);
  }

  // --- rows ---------------------------------------------------------------------------------

  void prepare() {
    for (const std::string& name : options_.carry) {
      out_.carried.emplace_back(name);
    }
    defaults_ = options_.covariates;
    if (defaults_.empty()) {
      for (const Covariate& covariate : model_.covariates) {
        defaults_.push_back(covariate.standard);
      }
    }
    present_ = defaults_;
    cache_.resize(model_.covariates.size());
    outside_.assign(model_.covariates.size(), 0);
    first_outside_.assign(model_.covariates.size(), 0);
    has_evid_ = columns_.of(Item::evid) >= 0;
  }

  void read_row() {
    const auto fields = reader_.fields();
    if (std::ranges::all_of(fields, [](auto cell) { return trimmed_cell(cell).empty(); })) {
      return;  // what a spreadsheet leaves behind
    }
    const std::size_t wanted = columns_.names.size();
    const bool fits =
        fields.size() == wanted ||
        (fields.size() > wanted && std::ranges::all_of(fields.subspan(wanted), [](auto cell) {
           return trimmed_cell(cell).empty();
         }));
    if (!fits) {
      refuse_row("events.fields", fmt::format("row {} has {} fields, the row of names has {}",
                                              reader_.line(), fields.size(), wanted));
      return;
    }
    ++out_.rows;
    follow_subject();
    EventRecord record;
    record.source_row = reader_.line();
    record.source_name = "row";
    read_items(record);
    read_covariates();
    records_.push_back(std::move(record));
    for (std::size_t i = 0; i < columns_.carried.size(); ++i) {
      out_.carried[i].append(cell(columns_.carried[i]));
    }
  }

  std::string_view cell(int column) const {
    return trimmed_cell(reader_.fields()[static_cast<std::size_t>(column)]);
  }
  std::string_view cell(Item item) const {
    const int column = columns_.of(item);
    return column < 0 ? std::string_view() : cell(column);
  }

  // A subject is a run of rows with one ID.
  void follow_subject() {
    const std::string_view id = cell(Item::id);
    const bool same = !records_.empty() && id == id_;
    if (same) {
      return;
    }
    end_subject();
    id_ = id;
    if (is_missing(id)) {
      refuse("events.id_missing", columns_.of(Item::id), id, "every row needs an ID");
    } else if (!seen_.insert(id_).second) {
      note_return();
    }
  }

  void note_return() {
    constexpr std::size_t most_named = 10;
    if (++returned_ <= most_named) {
      out_.notices.push_back(
          {Severity::warning, "events.id_returns",
           fmt::format("row {}, ID = {}: this ID has been there before; it is a new subject",
                       reader_.line(), quoted(id_)),
           file_, reader_.field_at(static_cast<std::size_t>(columns_.of(Item::id))),
           "a subject is a run of rows one after the other"});
    } else if (returned_ == most_named + 1) {
      out_.notices.push_back({Severity::warning,
                              "events.id_returns",
                              "more IDs that have been there before follow",
                              file_,
                              {reader_.line(), 0},
                              {}});
    }
  }

  /// Puts the rows of the subject into vectors that are no longer than they must be.
  void end_subject() {
    if (!records_.empty() && !broken_) {
      const std::size_t count = model_.covariates.size();
      const bool constant = count == 0 || rows_are_equal(count);
      SubjectRecords subject;
      subject.id = id_;
      subject.records.assign(records_.begin(), records_.end());
      subject.covariates.assign(
          covariates_.begin(),
          constant ? covariates_.begin() + static_cast<std::ptrdiff_t>(count) : covariates_.end());
      out_.subjects.push_back(std::move(subject));
    }
    records_.clear();
    covariates_.clear();
    broken_ = false;
    present_ = defaults_;
  }

  bool rows_are_equal(std::size_t width) const {
    return std::equal(covariates_.begin() + static_cast<std::ptrdiff_t>(width), covariates_.end(),
                      covariates_.begin());
  }

  // --- cells --------------------------------------------------------------------------------

  /// 0 when there is no such column or nothing in it.
  double number(Item item) {
    const std::string_view text = cell(item);
    return is_missing(text) ? 0.0 : checked_number(columns_.of(item), text).value_or(0.0);
  }

  std::optional<double> checked_number(int column, std::string_view text) {
    if (const auto value = number_of(text)) {
      return value;
    }
    refuse_text(column, text);
    return std::nullopt;
  }

  void refuse_text(int column, std::string_view text) {
    std::string with_point(text);
    std::ranges::replace(with_point, ',', '.');
    const std::string lower = [&] {
      std::string out = upper_case(text);
      return out.starts_with('+') || out.starts_with('-') ? out.substr(1) : out;
    }();
    if (lower == "INF" || lower == "INFINITY" || lower == "NAN") {
      refuse("events.not_finite", column, text, "must be a finite number");
    } else if (text.find(',') != std::string_view::npos && parse_number(with_point)) {
      refuse("events.decimal_comma", column, text, "numbers have a decimal point, not a comma",
             "write " + with_point);
    } else if (column == columns_.of(Item::time) && text.find(':') != std::string_view::npos) {
      refuse("events.number", column, text, "must be a number",
             "clock times are not read: give hours, for example 1.5");
    } else if (double ignored = 0.0; beyond_double(text, ignored)) {
      refuse("events.not_finite", column, text, "is larger or smaller than a number can be");
    } else {
      refuse("events.number", column, text, "must be a number",
             "nothing, . or NA stands for a missing value");
    }
  }

  static bool beyond_double(std::string_view text, double& value) {
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    return stop == end && error == std::errc::result_out_of_range;
  }

  int integer(Item item) {
    const std::string_view text = cell(item);
    return is_missing(text) ? 0 : checked_integer(columns_.of(item), text);
  }

  int checked_integer(int column, std::string_view text) {
    const auto value = checked_number(column, text);
    if (!value) {
      return 0;
    }
    if (*value != std::floor(*value) || std::abs(*value) > largest_integer) {
      refuse("events.integer", column, text, "must be a whole number");
      return 0;
    }
    return static_cast<int>(*value);
  }

  void read_items(EventRecord& r) {
    if (const std::string_view time = cell(Item::time); is_missing(time)) {
      refuse("events.time_missing", columns_.of(Item::time), time, "every row needs a TIME");
    } else {
      r.time_h = checked_number(columns_.of(Item::time), time).value_or(0.0);
    }
    r.amt_mg = number(Item::amt);
    r.rate_mg_per_h = number(Item::rate);
    r.dur_h = number(Item::dur);
    r.ii_h = number(Item::ii);
    r.addl = integer(Item::addl);
    r.ss = integer(Item::ss);
    r.cmt = compartment();
    if (has_evid_) {
      r.evid = integer(Item::evid);
      return;
    }
    const int mdv = integer(Item::mdv);
    if (r.amt_mg != 0 || r.rate_mg_per_h != 0 || r.dur_h != 0 || r.ss != 0) {
      r.evid = 1;
    } else {
      r.evid = mdv == 1 || mdv == 101 ? 2 : 0;
    }
  }

  int compartment() {
    const std::string_view text = cell(Item::cmt);
    if (is_missing(text)) {
      return 0;
    }
    const int column = columns_.of(Item::cmt);
    const char first = text.front();
    if ((first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.') {
      return checked_integer(column, text);
    }
    if (const int index = model_.compartment_index(text); index >= 0) {
      return index + 1;
    }
    std::vector<std::string> known;
    for (const Compartment& compartment : model_.compartments) {
      known.push_back(compartment.name);
    }
    const std::string near = did_you_mean(text, known);
    refuse("events.compartment", column, text,
           fmt::format("model {} has no such compartment", model_.id),
           near.empty() ? fmt::format("a number from 1 to {}, or one of {}", known.size(),
                                      fmt::join(known, ", "))
                        : near);
    return 0;
  }

  // --- covariates ---------------------------------------------------------------------------

  struct Cached {
    std::string text;
    double value = 0.0;
    bool filled = false;
  };

  void read_covariates() {
    const bool first = records_.empty();
    for (std::size_t i = 0; i < present_.size(); ++i) {
      const int column = columns_.covariates[i];
      if (column < 0) {
        continue;
      }
      const std::string_view text = cell(column);
      if (!is_missing(text)) {
        present_[i] = covariate(i, column, text);
      } else if (first) {
        refuse("events.covariate_missing", column, text,
               "the first row of a subject needs every covariate",
               "a later row without one has the value of the row before");
      }
    }
    covariates_.insert(covariates_.end(), present_.begin(), present_.end());
    for (std::size_t i = 0; i < present_.size(); ++i) {
      const Covariate& known = model_.covariates[i];
      const bool outside =
          (known.low && present_[i] < *known.low) || (known.high && present_[i] > *known.high);
      if (outside && columns_.covariates[i] >= 0 && outside_[i]++ == 0) {
        first_outside_[i] = reader_.line();
      }
    }
  }

  void note_extrapolation() {
    for (std::size_t i = 0; i < outside_.size(); ++i) {
      if (outside_[i] == 0) {
        continue;
      }
      const Covariate& known = model_.covariates[i];
      const auto bound = [&](const std::optional<double>& value) {
        return value ? shortest(covariate_for_table(known, *value)) : std::string("...");
      };
      out_.notices.push_back(
          {Severity::warning,
           "events.outside_range",
           fmt::format("{} is outside the range that {} was built on ({} to {} {}) in {} row{}, "
                       "first in row {}",
                       known.name, model_.id, bound(known.low), bound(known.high), known.unit_text,
                       outside_[i], outside_[i] == 1 ? "" : "s", first_outside_[i]),
           file_,
           {first_outside_[i], 0},
           "these curves are extrapolations"});
    }
  }

  // Most rows repeat the value of the row before.
  double covariate(std::size_t i, int column, std::string_view text) {
    Cached& cached = cache_[i];
    if (cached.filled && cached.text == text) {
      return cached.value;
    }
    const Covariate& known = model_.covariates[i];
    std::optional<double> written;
    if (const auto label = known.categories.find(std::string(text));
        label != known.categories.end()) {
      written = label->second;
    } else if (known.categories.empty()) {
      written = checked_number(column, text);
    } else {
      written = category_code(known, column, text);
    }
    if (!written) {
      return present_[i];
    }
    const double value = covariate_from_table(known, *written);
    if (known.unit.dimension == dimensions::body_mass && !(value > 0.0)) {
      refuse("events.weight", column, text, "a weight must be positive");
      return present_[i];
    }
    cached = {std::string(text), value, true};
    return value;
  }

  std::optional<double> category_code(const Covariate& known, int column, std::string_view text) {
    const auto code = number_of(text);
    std::vector<std::string> labels;
    for (const auto& [label, value] : known.categories) {
      if (code == value) {
        return code;
      }
      labels.push_back(fmt::format("{} ({})", label, shortest(value)));
    }
    refuse("events.category", column, text, "there is no such category",
           fmt::format("known: {}", fmt::join(labels, ", ")));
    return std::nullopt;
  }

  std::string_view text_;
  std::string file_;
  const Model& model_;
  const EventTableOptions& options_;
  CsvReader reader_;
  EventColumns columns_;
  EventTableFile out_;
  Diagnostics problems_;
  std::size_t problem_count_ = 0;
  bool has_evid_ = false;
  // The subject that is being read.
  std::string id_;
  std::unordered_set<std::string> seen_;
  std::size_t returned_ = 0;
  std::vector<EventRecord> records_;
  std::vector<double> covariates_, defaults_, present_;
  std::vector<Cached> cache_;
  std::vector<std::size_t> outside_;
  std::vector<int> first_outside_;
  bool broken_ = false;
};

}  // namespace

tl::expected<EventTableFile, Diagnostics> parse_event_table(std::string_view text,
                                                            std::string_view file,
                                                            const Model& model,
                                                            const EventTableOptions& options) {
  return TableReader(text, file, model, options).run();
}

}  // namespace ketascope
