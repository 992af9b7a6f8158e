// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/event_input.hpp"

#include <algorithm>
#include <utility>

#include "ketascope/dosing/timeline.hpp"
#include "ketascope/io/diagnostics.hpp"

namespace ketascope {
namespace {

/// Covariates for which the table has no column: what the scenario says of its subject.
EventTableOptions table_options(const Scenario& scenario, const TableReading& reading) {
  EventTableOptions options;
  options.carry = reading.carry;
  options.policy = scenario.covariates;
  for (const Covariate& covariate : scenario.model->covariates) {
    double value = covariate.standard;
    if (const auto given = scenario.subject.covariates.find(covariate.name);
        given != scenario.subject.covariates.end()) {
      options.given.push_back(covariate.name);
      value = to_internal(given->second, covariate.unit.dimension).value_or(value);
    }
    options.covariates.push_back(value);
  }
  // The parameters that the scenario sets, as they will be when it is simulated.
  Scenario bare = scenario;
  bare.regimen = EventTable{SubjectRecords{}};
  options.parameters = std::move(resolve(bare).subjects.front().parameters);
  return options;
}

double last_time_h(const EventTable& subjects) {
  double last = 0.0;
  for (const SubjectRecords& subject : subjects) {
    for (const EventRecord& record : subject.records) {
      last = std::max(last, record.time_h);
    }
  }
  return last;
}

/// A table alone gives one row per record; a curve needs a grid, to the end of the table at least.
void sample_curve(Scenario& scenario) {
  Sampling& sampling = scenario.sampling;
  const double until_h = std::max(to_internal(sampling.until).value_or(0.0),
                                  last_time_h(std::get<EventTable>(scenario.regimen)));
  if (!sampling.times_h.empty() || !(until_h > 0.0)) {
    return;
  }
  sampling.until = {until_h, "h"};
  if (!sampling.step) {
    sampling.step = Measure{until_h / std::max(sampling.points, 2), "h"};
  }
}

}  // namespace

Diagnostics read_event_table(const std::filesystem::path& path, Scenario& scenario,
                             TableReading& reading) {
  const auto text = read_text_file(path, max_event_table_bytes);
  if (!text) {
    return text.error();
  }
  auto table =
      parse_event_table(*text, path.string(), *scenario.model, table_options(scenario, reading));
  if (!table) {
    return std::move(table.error());
  }
  scenario.regimen = std::move(table->subjects);
  scenario.events_file = path.string();
  scenario.notices = std::move(table->notices);
  reading.carried = std::move(table->carried);
  if (reading.curve) {
    sample_curve(scenario);
  }
  return {};
}

Diagnostics dosing_problems(const Scenario& scenario) {
  ResolvedScenario resolved = resolve(scenario);
  Diagnostics problems = std::move(resolved.diagnostics);
  problems.insert(problems.end(), scenario.notices.begin(), scenario.notices.end());
  if (has_errors(problems)) {
    return problems;
  }
  for (const SubjectRecords& subject : resolved.subjects) {
    Diagnostics found =
        compile_timeline(*scenario.model, subject, scenario.covariates, scenario.events_file)
            .diagnostics;
    std::ranges::move(found, std::back_inserter(problems));
  }
  locate_in_events(problems, scenario);
  return problems;
}

void locate_in_events(Diagnostics& problems, const Scenario& scenario) {
  limit_listing(problems);
  if (scenario.events_file.empty()) {
    return;
  }
  if (const auto text = read_text_file(scenario.events_file, max_event_table_bytes)) {
    locate_in_table(problems, *text);
  }
}

}  // namespace ketascope
