// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "ketascope/diagnostic/diagnostic.hpp"
#include "ketascope/dosing/event.hpp"
#include "ketascope/model/model.hpp"
#include "ketascope/sim/scenario.hpp"

namespace ketascope {

/// Larger event tables are refused (file.too_large).
inline constexpr std::size_t max_event_table_bytes = std::size_t{512} << 20;

struct EventTableOptions {
  std::vector<std::string> carry;  ///< further columns that the result shows, named as in the file
  std::vector<double> covariates;  ///< of columns that the table lacks: internal units, model
                                   ///< order; empty = the model's standard values
  std::vector<std::string>
      given;  ///< covariates stated beside the table: no column may repeat them
  std::vector<double> parameters;  ///< for the check of F, ALAG, D and R: internal units, model
                                   ///< order; empty = the model's typical values
  CovariatePolicy policy = CovariatePolicy::nocb;
  std::size_t most_problems = 200;  ///< listed; the others are counted
};

/// One column of a table as text, row by row, in one block of memory.
class TextColumn {
 public:
  explicit TextColumn(std::string name) : name_(std::move(name)) {}
  const std::string& name() const { return name_; }
  void append(std::string_view value) {
    text_ += value;
    ends_.push_back(static_cast<std::uint32_t>(text_.size()));
  }
  std::size_t size() const { return ends_.size(); }
  std::string_view at(std::size_t row) const {
    const std::size_t begin = row == 0 ? 0 : ends_[row - 1];
    return std::string_view(text_).substr(begin, ends_[row] - begin);
  }

 private:
  std::string name_, text_;
  std::vector<std::uint32_t> ends_;
};

/// An event table as it was read. Row numbers count the rows of data over all subjects, from 0.
struct EventTableFile {
  EventTable subjects;
  std::vector<TextColumn> carried;   ///< in the order asked for, one value per row
  std::vector<std::string> columns;  ///< of the file, as written there
  std::size_t rows = 0;
  Diagnostics notices;  ///< warnings and notes
};

/// Reads a NONMEM-style table: delimited text with one row of column names. TIME, II and DUR in h,
/// AMT in mg (of the form and basis that the model counts), RATE in mg/h, covariates in the model's
/// units. Lines that begin with # are comments. docs/event-tables.md has all rules.
///
/// When a cell cannot be read, everything else is checked all the same, so that one run names all
/// that is wrong. Each refusal names row (line of the file), column, value and rule.
///
/// Errors: events.empty no_header column_missing column_twice column_case column_mixed date
/// carry_unknown covariate_twice fields number decimal_comma integer not_finite id_missing
/// time_missing compartment covariate_missing category weight too_many_rows more; those of
/// CsvReader and of compile_timeline. Notices: events.id_returns ignored covariate_default
/// outside_range.
tl::expected<EventTableFile, Diagnostics> parse_event_table(std::string_view text,
                                                            std::string_view file,
                                                            const Model& model,
                                                            const EventTableOptions& options = {});

/// Gives diagnostics of compile_timeline that name a row of `text` the column of the item that they
/// name.
void locate_in_table(Diagnostics& problems, std::string_view text);

/// Keeps the first `most` of each severity and says how many more there are (events.more).
void limit_listing(Diagnostics& problems, std::size_t most = 200);

/// A covariate as a table writes it (in the covariate's unit) in internal units, and back: the
/// number that reads back as `internal`, or the nearest one when no double does.
double covariate_from_table(const Covariate& covariate, double written);
double covariate_for_table(const Covariate& covariate, double internal);

}  // namespace ketascope
