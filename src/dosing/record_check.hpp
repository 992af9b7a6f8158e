// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "ketascope/diagnostic/diagnostic.hpp"
#include "ketascope/dosing/event.hpp"
#include "ketascope/model/model.hpp"

namespace ketascope {

/// "row 3" or "dose 2": how messages and the audit trail name a record.
std::string record_name(const EventRecord& record);

/// A refusal or warning about one item of one record: names record, item, value and rule.
Diagnostic record_problem(const EventRecord& record, std::string_view file, Severity severity,
                          std::string code, std::string_view item, double value,
                          std::string_view rule, std::string hint = {});

/// Everything that can be said about the records of a subject without following them in time.
Diagnostics check_records(const Model& model, const SubjectRecords& subject, std::string_view file);

}  // namespace ketascope
