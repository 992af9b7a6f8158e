// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ketascope/diagnostic/diagnostic.hpp"
#include "ketascope/dosing/event.hpp"
#include "ketascope/dosing/refusals.hpp"
#include "ketascope/model/model.hpp"

namespace ketascope {

/// "row 3" or "dose 2": how messages and the audit trail name a record.
std::string record_name(const EventRecord& record);

/// A refusal or warning about one item of one record: names record, item, value and rule.
Diagnostic record_problem(const EventRecord& record, std::string_view file, Severity severity,
                          std::string code, std::string_view item, double value,
                          std::string_view rule, std::string hint = {});

/// What can be said about the records of a subject without following them in time.
struct RecordCheck {
  Diagnostics problems;
  /// Records with items that are not known or break a rule, in order, and which items.
  std::vector<std::pair<std::size_t, ItemSet>> faulty;
  bool can_be_followed = true;  ///< every TIME is known

  bool is_faulty(std::size_t r) const;
  bool is_sound(std::size_t r, ItemSet items) const;
};

/// `unread`: items that are not known, one set per record, or none.
RecordCheck check_records(const Model& model, const SubjectRecords& subject, std::string_view file,
                          std::span<const ItemSet> unread = {});

}  // namespace ketascope
