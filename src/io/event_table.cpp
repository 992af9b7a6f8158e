// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/io/event_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <unordered_set>
#include <utility>

#include "io/event_cells.hpp"
#include "io/event_columns.hpp"
#include "io/event_covariates.hpp"
#include "ketascope/diagnostic/suggest.hpp"
#include "ketascope/dosing/refusals.hpp"

namespace ketascope {
namespace {

constexpr std::size_t most_rows = 10'000'000;

/// Faults of the row of names that leave no doubt about what the other rows hold.
bool rows_are_clear(const Diagnostics& problems) {
  constexpr std::array<std::string_view, 4> harmless = {"events.column_case", "events.column_mixed",
                                                        "events.carry_unknown",
                                                        "events.covariate_twice"};
  return std::ranges::all_of(problems, [&](const Diagnostic& d) {
    return std::ranges::find(harmless, d.code) != harmless.end();
  });
}

class TableReader {
 public:
  TableReader(std::string_view text, std::string_view file, const Model& model,
              const EventTableOptions& options)
      : text_(text),
        file_(file),
        model_(model),
        options_(options),
        reader_(text, event_table_csv(file)),
        cells_(reader_, columns_, file, options.most_problems) {}

  tl::expected<EventTableFile, Diagnostics> run() {
    if (!reader_.next()) {
      Diagnostics problems = reader_.diagnostics();
      if (problems.empty()) {
        problems.push_back({Severity::error,
                            "events.empty",
                            "the table is empty",
                            file_,
                            {},
                            "the first row names the columns, for example ID,TIME,EVID,CMT,AMT"});
      }
      return tl::unexpected(std::move(problems));
    }
    ReadColumns read = read_event_columns(reader_, file_, model_, options_);
    columns_ = std::move(read.columns);
    out_.columns = columns_.names;
    out_.notices = std::move(read.notices);
    if (!rows_are_clear(read.problems)) {
      return tl::unexpected(std::move(read.problems));
    }
    for (Diagnostic& problem : read.problems) {
      cells_.keep(std::move(problem));
    }
    for (const int column : columns_.carried) {
      out_.carried.emplace_back(columns_.names[static_cast<std::size_t>(column)]);
    }
    EventCovariates covariates(model_, columns_, options_, cells_);
    while (reader_.next() && !too_much()) {
      read_row(covariates);
    }
    end_subject();
    if (out_.rows == 0 && cells_.problem_count() == 0 && reader_.diagnostics().empty()) {
      cells_.refuse_row("events.empty", "the table has column names and no rows");
    }
    for (const Diagnostic& problem : reader_.diagnostics()) {
      cells_.keep(problem);
    }
    if (cells_.problem_count() > 0) {
      return tl::unexpected(everything_wrong());
    }
    std::ranges::move(covariates.extrapolations(file_), std::back_inserter(out_.notices));
    return std::move(out_);
  }

 private:
  // --- problems -----------------------------------------------------------------------------

  bool too_much() {
    if (out_.rows < most_rows) {
      return false;
    }
    cells_.refuse_row("events.too_many_rows",
                      fmt::format("the table has more than {} rows", most_rows),
                      "split it between two subjects");
    return true;
  }

  /// One unreadable cell must not hide what else is wrong: the records are checked too.
  Diagnostics everything_wrong() {
    for (std::size_t s = 0; s < out_.subjects.size(); ++s) {
      SubjectRecords& subject = out_.subjects[s];
      subject.parameters = options_.parameters;
      const auto unread = unread_of_.find(s);
      for (Diagnostic& problem :
           find_refusals(model_, subject, options_.policy, file_,
                         unread == unread_of_.end() ? UnreadItems() : unread->second)) {
        cells_.keep(std::move(problem));
      }
    }
    Diagnostics problems = std::move(cells_.problems());
    locate_in_table(problems, text_);
    std::ranges::stable_sort(problems, {}, [](const Diagnostic& d) { return d.at.line; });
    if (cells_.problem_count() > problems.size()) {
      problems.push_back(
          {Severity::error,
           "events.more",
           fmt::format("and {} more problems", cells_.problem_count() - problems.size()),
           file_,
           {},
           {}});
    }
    return problems;
  }

  // --- rows ---------------------------------------------------------------------------------

  void read_row(EventCovariates& covariates) {
    if (reader_.diagnostics().size() > lost_rows_) {
      lost_rows_ = reader_.diagnostics().size();
      leave_gap(covariates);
    }
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
      cells_.refuse_row("events.fields",
                        fmt::format("row {} has {} fields, the row of names has {}", reader_.line(),
                                    fields.size(), wanted));
      if (may_be_of_this_subject()) {
        leave_gap(covariates);
      } else {
        end_subject();
      }
      return;
    }
    ++out_.rows;
    follow_subject(covariates);
    EventRecord record;
    record.source_row = reader_.line();
    record.source_name = "row";
    read_items(record);
    covariates.read_row(records_.empty(), reader_.line(), covariates_);
    note_unread(record);
    records_.push_back(std::move(record));
    for (std::size_t i = 0; i < columns_.carried.size(); ++i) {
      out_.carried[i].append(cells_.text(columns_.carried[i]));
    }
  }

  /// A row that cannot be taken apart holds the place of a record of which nothing is known.
  void leave_gap(EventCovariates& covariates) {
    if (records_.empty()) {
      return;
    }
    covariates.append_present(covariates_);
    unread_.of_record.resize(records_.size() + 1, 0);
    unread_.of_record.back() = record_item::all;
    records_.emplace_back();
  }

  /// False when the row, whatever else it holds, has the ID of another subject.
  bool may_be_of_this_subject() const {
    const auto fields = reader_.fields();
    const auto id = static_cast<std::size_t>(columns_.of(Item::id));
    return id >= fields.size() || trimmed_cell(fields[id]) == id_;
  }

  // A subject is a run of rows with one ID.
  void follow_subject(EventCovariates& covariates) {
    const std::string_view id = cells_.text(Item::id);
    const bool same = !records_.empty() && id == id_;
    if (same) {
      return;
    }
    end_subject();
    covariates.start_subject();
    id_ = id;
    if (is_missing_cell(id)) {
      cells_.refuse("events.id_missing", columns_.of(Item::id), id, "every row needs an ID");
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
                       reader_.line(), quoted_cell(id_)),
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
    if (!records_.empty() && !unknown_subject_) {
      const std::size_t count = model_.covariates.size();
      const bool constant = count == 0 || rows_are_equal(count);
      SubjectRecords subject;
      subject.id = id_;
      subject.records.assign(records_.begin(), records_.end());
      subject.covariates.assign(
          covariates_.begin(),
          constant ? covariates_.begin() + static_cast<std::ptrdiff_t>(count) : covariates_.end());
      if (unread_.covariates || !unread_.of_record.empty()) {
        unread_.of_record.resize(records_.size(), 0);
        unread_of_.emplace(out_.subjects.size(), std::move(unread_));
      }
      out_.subjects.push_back(std::move(subject));
    }
    records_.clear();
    covariates_.clear();
    unread_ = {};
    unknown_subject_ = false;
  }

  bool rows_are_equal(std::size_t width) const {
    return std::equal(covariates_.begin() + static_cast<std::ptrdiff_t>(width), covariates_.end(),
                      covariates_.begin());
  }

  // --- items --------------------------------------------------------------------------------

  void read_items(EventRecord& r) {
    if (const std::string_view time = cells_.text(Item::time); is_missing_cell(time)) {
      cells_.refuse("events.time_missing", columns_.of(Item::time), time, "every row needs a TIME");
    } else {
      r.time_h = cells_.number(columns_.of(Item::time), time).value_or(0.0);
    }
    r.amt_mg = cells_.number(Item::amt);
    r.rate_mg_per_h = cells_.number(Item::rate);
    r.dur_h = cells_.number(Item::dur);
    r.ii_h = cells_.number(Item::ii);
    r.addl = cells_.integer(Item::addl);
    r.ss = cells_.integer(Item::ss);
    r.cmt = compartment();
    if (has_evid()) {
      r.evid = cells_.integer(Item::evid);
      return;
    }
    const int mdv = cells_.integer(Item::mdv);
    if (r.amt_mg != 0 || r.rate_mg_per_h != 0 || r.dur_h != 0 || r.ss != 0) {
      r.evid = 1;
    } else {
      r.evid = mdv == 1 || mdv == 101 ? 2 : 0;
    }
  }

  bool has_evid() const { return columns_.of(Item::evid) >= 0; }

  void note_unread(const EventRecord& r) {
    const UnreadCells cells = cells_.take_unread();
    unknown_subject_ = unknown_subject_ || cells.id;
    unread_.covariates = unread_.covariates || cells.covariate;
    ItemSet items = cells.items;
    constexpr ItemSet dose_items =
        record_item::amt | record_item::rate | record_item::dur | record_item::ss;
    if (!has_evid() && r.evid != 1 && ((items & dose_items) != 0 || cells.mdv)) {
      items = static_cast<ItemSet>(items | record_item::evid);
    }
    if (items != 0) {
      unread_.of_record.resize(records_.size() + 1, 0);
      unread_.of_record.back() = items;
    }
  }

  int compartment() {
    const std::string_view text = cells_.text(Item::cmt);
    if (is_missing_cell(text)) {
      return 0;
    }
    const int column = columns_.of(Item::cmt);
    const char first = text.front();
    if ((first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.') {
      return cells_.integer(column, text);
    }
    if (const int index = model_.compartment_index(text); index >= 0) {
      return index + 1;
    }
    std::vector<std::string> known;
    for (const Compartment& compartment : model_.compartments) {
      known.push_back(compartment.name);
    }
    const std::string near = did_you_mean(text, known);
    cells_.refuse("events.compartment", column, text,
                  fmt::format("model {} has no such compartment", model_.id),
                  near.empty() ? fmt::format("a number from 1 to {}, or one of {}", known.size(),
                                             fmt::join(known, ", "))
                               : near);
    return 0;
  }

  std::string_view text_;
  std::string file_;
  const Model& model_;
  const EventTableOptions& options_;
  CsvReader reader_;
  EventColumns columns_;
  EventCells cells_;
  EventTableFile out_;
  std::map<std::size_t, UnreadItems> unread_of_;  // by subject
  // The subject that is being read.
  std::string id_;
  std::unordered_set<std::string> seen_;
  std::size_t returned_ = 0, lost_rows_ = 0;
  std::vector<EventRecord> records_;
  std::vector<double> covariates_;
  UnreadItems unread_;
  bool unknown_subject_ = false;
};

}  // namespace

tl::expected<EventTableFile, Diagnostics> parse_event_table(std::string_view text,
                                                            std::string_view file,
                                                            const Model& model,
                                                            const EventTableOptions& options) {
  return TableReader(text, file, model, options).run();
}

}  // namespace ketascope
