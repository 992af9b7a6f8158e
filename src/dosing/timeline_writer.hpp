// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ketascope/dosing/timeline.hpp"

namespace ketascope {

/// What is wanted of a subject's records.
enum class Wanted { timeline, refusals_only };

/// What a compiled record leaves behind: operations, lines of the audit trail, refusals.
class TimelineWriter {
 public:
  TimelineWriter(const SubjectRecords& subject, std::string_view file, Wanted wanted)
      : records_(subject.records), file_(file), wanted_(wanted) {
    timeline.id = subject.id;
  }

  void push(TimelineOp op) {
    if (wanted_ == Wanted::timeline)
      timeline.ops.push_back(op);
  }
  /// Fills in what names the cause; valid until the next entry.
  AuditEntry& audit(double time_h, std::string event, int cmt, std::size_t r, int copy = 0);
  /// The same of one record is said once: a series would repeat it.
  void refuse(std::size_t r, std::string code, std::string_view item, double value,
              std::string_view rule, std::string hint = {});
  void warn(std::size_t r, std::string code, std::string_view item, double value,
            std::string_view rule);

  Timeline timeline;
  Diagnostics problems;

 private:
  void say(Severity severity, std::size_t r, std::string code, std::string_view item, double value,
           std::string_view rule, std::string hint);

  const std::vector<EventRecord>& records_;
  std::string_view file_;
  Wanted wanted_;
  AuditEntry unwanted_;
  std::vector<std::pair<std::size_t, std::string>> said_;
};

}  // namespace ketascope
