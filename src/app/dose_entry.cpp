// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/dose_entry.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace ketascope {
namespace {

void add_source(std::vector<std::string>& sources, const std::string& source) {
  if (!source.empty() && std::ranges::find(sources, source) == sources.end()) {
    sources.push_back(source);
  }
}

/// Sources of what an expression names; definitions are followed to the parameters they are made
/// of.
void add_sources(const Model& model, const Expression& expression, std::set<std::string>& seen,
                 std::vector<std::string>& sources) {
  for (const std::string& name : symbols(expression)) {
    if (!seen.insert(name).second) {
      continue;
    }
    if (const int parameter = model.parameter_index(name); parameter >= 0) {
      add_source(sources, model.parameters[static_cast<std::size_t>(parameter)].source);
    } else if (const int index = model.definition_index(name); index >= 0) {
      const Definition& definition = model.definitions[static_cast<std::size_t>(index)];
      add_source(sources, definition.source);
      add_sources(model, definition.expression, seen, sources);
    }
  }
}

std::vector<std::string> sources_of(const Model& model, const Compartment& compartment) {
  std::vector<std::string> sources;
  std::set<std::string> seen;
  for (const std::string& text : {compartment.F, compartment.ALAG}) {
    if (text.empty()) {
      continue;
    }
    if (const auto expression = parse_expression(text)) {
      add_sources(model, *expression, seen, sources);
    }
  }
  if (sources.empty()) {
    add_source(sources, compartment.source);
  }
  return sources;
}

struct Entered {
  DoseEntry entry;
  double amt_mg = 0.0, whole_mg = 0.0;
};

std::vector<Entered> entered(Scenario scenario, std::size_t dose) {
  auto* schedule = std::get_if<Schedule>(&scenario.regimen);
  if (schedule == nullptr || dose >= schedule->size()) {
    return {};
  }
  (*schedule)[dose].F = Measure{1.0, ""};  // so that the records say what the whole dose is
  const ResolvedScenario resolved = resolve(scenario);
  if (has_errors(resolved.diagnostics) || resolved.subjects.empty()) {
    return {};
  }
  const Model& model = *scenario.model;
  const SubjectRecords& subject = resolved.subjects.front();
  std::vector<double> inputs = subject.parameters;
  inputs.insert(inputs.end(), subject.covariates.begin(), subject.covariates.end());
  inputs.push_back(0.0);
  std::vector<Entered> all;
  for (const EventRecord& record : subject.records) {
    if (record.evid != 1 || record.source_row != static_cast<int>(dose) + 1) {
      continue;
    }
    inputs.back() = record.amt_mg;
    const auto cmt = static_cast<std::size_t>(record.cmt - 1);
    const std::vector<double> values = model.kinetics.dosing.run(inputs);
    const Compartment& compartment = model.compartments[cmt];
    all.push_back({{.compartment = compartment.name,
                    .F = values[4 * cmt],
                    .lag_h = values[4 * cmt + 1],
                    .F_text = compartment.F,
                    .lag_text = compartment.ALAG,
                    .sources = sources_of(model, compartment)},
                   record.amt_mg,
                   record.shares.empty() ? record.amt_mg : record.whole_mg});
  }
  return all;
}

}  // namespace

std::vector<DoseEntry> dose_entries(const Scenario& scenario, std::size_t dose) {
  std::vector<DoseEntry> entries;
  for (Entered& each : entered(scenario, dose)) {
    entries.push_back(std::move(each.entry));
  }
  return entries;
}

double model_F(const Scenario& scenario, std::size_t dose) {
  double given = 0.0, entering = 0.0;
  for (const Entered& each : entered(scenario, dose)) {
    given = each.whole_mg;
    entering += each.amt_mg * each.entry.F;
  }
  return given > 0.0 ? entering / given : 1.0;
}

}  // namespace ketascope
