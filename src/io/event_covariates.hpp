// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/event_cells.hpp"
#include "ketascope/io/event_table.hpp"
#include "ketascope/model/model.hpp"

namespace ketascope {

/// The covariate columns of an event table, row by row.
class EventCovariates {
 public:
  EventCovariates(const Model& model, const EventColumns& columns, const EventTableOptions& options,
                  EventCells& cells);

  /// Nothing is known of the next subject yet.
  void start_subject() { present_ = defaults_; }
  /// The present row's values go to the end of `out`, in internal units.
  void read_row(bool first_of_subject, int line, std::vector<double>& out);
  /// Values of the row before again, for a row that cannot be read.
  void append_present(std::vector<double>& out) const {
    out.insert(out.end(), present_.begin(), present_.end());
  }
  /// Values outside the range that the model was built on.
  Diagnostics extrapolations(std::string_view file) const;

 private:
  struct Cached {
    std::string text;
    double value = 0.0;
    bool filled = false;
  };

  double value_of(std::size_t i, int column, std::string_view text);
  std::optional<double> category_code(const Covariate& known, int column, std::string_view text);

  const Model& model_;
  const EventColumns& columns_;
  EventCells& cells_;
  std::vector<double> defaults_, present_;
  std::vector<Cached> cache_;
  std::vector<std::size_t> outside_;
  std::vector<int> first_outside_;
};

}  // namespace ketascope
