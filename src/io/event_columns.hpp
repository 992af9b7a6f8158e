// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ketascope/io/csv.hpp"
#include "ketascope/io/event_table.hpp"

namespace ketascope {

/// The data items of an event table.
enum class Item { id, time, evid, cmt, amt, rate, dur, ii, addl, ss, mdv };
inline constexpr std::array<std::string_view, 11> item_names = {
    "ID", "TIME", "EVID", "CMT", "AMT", "RATE", "DUR", "II", "ADDL", "SS", "MDV"};

/// Which column holds what; -1 = none does.
struct EventColumns {
  std::vector<std::string> names;  ///< as written
  std::array<int, item_names.size()> items{};
  std::vector<int> covariates;  ///< one per covariate of the model
  std::vector<int> carried;     ///< one per column asked for

  int of(Item item) const { return items[static_cast<std::size_t>(item)]; }
};

struct ReadColumns {
  EventColumns columns;
  Diagnostics problems, notices;
};

/// Understands the row of names that `reader` stands on.
ReadColumns read_event_columns(const CsvReader& reader, std::string_view file, const Model& model,
                               const EventTableOptions& options);

std::string_view trimmed_cell(std::string_view cell);
std::string upper_case(std::string_view text);
/// How event tables are delimited text.
CsvOptions event_table_csv(std::string_view file);

}  // namespace ketascope
