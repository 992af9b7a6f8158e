// SPDX-License-Identifier: GPL-3.0-or-later
#include "dosing/timeline_writer.hpp"

#include <fmt/format.h>

#include "dosing/record_check.hpp"

namespace ketascope {

AuditEntry& TimelineWriter::audit(double time_h, std::string event, int cmt, std::size_t r,
                                  int copy) {
  if (wanted_ == Wanted::refusals_only)
    return unwanted_;
  AuditEntry entry;
  entry.time_h = time_h;
  entry.event = std::move(event);
  entry.cmt = cmt;
  entry.copy = copy;
  entry.F_by_hand = records_[r].F.has_value();
  entry.lag_by_hand = records_[r].lag_h.has_value();
  entry.source_row = records_[r].source_row;
  entry.cause = record_name(records_[r]);
  if (copy > 0)
    entry.cause += fmt::format(", additional dose {}", copy);
  timeline.audit.push_back(std::move(entry));
  return timeline.audit.back();
}

void TimelineWriter::say(Severity severity, std::size_t r, std::string code, std::string_view item,
                         double value, std::string_view rule, std::string hint) {
  for (const auto& seen : said_)
    if (seen.first == r && seen.second == code)
      return;
  said_.emplace_back(r, code);
  problems.push_back(record_problem(records_[r], file_, severity, std::move(code), item, value,
                                    rule, std::move(hint)));
}

void TimelineWriter::refuse(std::size_t r, std::string code, std::string_view item, double value,
                            std::string_view rule, std::string hint) {
  say(Severity::error, r, std::move(code), item, value, rule, std::move(hint));
}

void TimelineWriter::warn(std::size_t r, std::string code, std::string_view item, double value,
                          std::string_view rule) {
  say(Severity::warning, r, std::move(code), item, value, rule, {});
}

}  // namespace ketascope
