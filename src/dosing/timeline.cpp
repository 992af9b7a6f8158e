// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/dosing/timeline.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "dosing/record_check.hpp"
#include "dosing/timeline_compiler.hpp"
#include "ketascope/dosing/refusals.hpp"

namespace ketascope {

bool same_instant(double a_h, double b_h) {
  if (!std::isfinite(a_h) || !std::isfinite(b_h))
    return a_h == b_h;
  return std::abs(a_h - b_h) <= std::max(1e-9, 1e-12 * std::max(std::abs(a_h), std::abs(b_h)));
}

namespace {

/// Problems in the order of the rows; what the records show by themselves comes first in each.
Diagnostics in_row_order(Diagnostics first, Diagnostics second) {
  first.insert(first.end(), std::make_move_iterator(second.begin()),
               std::make_move_iterator(second.end()));
  std::ranges::stable_sort(first, {}, [](const Diagnostic& d) { return d.at.line; });
  return first;
}

CompiledTimeline compile(const Model& model, const SubjectRecords& subject, CovariatePolicy policy,
                         std::string_view file, const UnreadItems& unread, Wanted wanted,
                         std::optional<double> until_h) {
  RecordCheck check = check_records(model, subject, file, unread.of_record);
  if (!check.can_be_followed || unread.covariates)
    return {{}, std::move(check.problems)};
  if (has_errors(check.problems))
    wanted = Wanted::refusals_only;
  TimelineCompiler compiler(model, subject, policy, file, check, wanted);
  compiler.run();
  if (until_h)
    compiler.run_on(*until_h);
  CompiledTimeline compiled = compiler.take();
  compiled.diagnostics = in_row_order(std::move(check.problems), std::move(compiled.diagnostics));
  if (has_errors(compiled.diagnostics))
    compiled.timeline = {};
  return compiled;
}

}  // namespace

CompiledTimeline compile_timeline(const Model& model, const SubjectRecords& subject,
                                  CovariatePolicy policy, std::string_view file,
                                  std::optional<double> until_h) {
  return compile(model, subject, policy, file, {}, Wanted::timeline, until_h);
}

Diagnostics find_refusals(const Model& model, const SubjectRecords& subject, CovariatePolicy policy,
                          std::string_view file, const UnreadItems& unread) {
  Diagnostics problems =
      compile(model, subject, policy, file, unread, Wanted::refusals_only, std::nullopt)
          .diagnostics;
  std::erase_if(problems, [](const Diagnostic& d) { return d.severity != Severity::error; });
  return problems;
}

}  // namespace ketascope
