// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>
#include <string>
#include <string_view>

#include "ketascope/dosing/timeline.hpp"
#include "ketascope/io/event_table.hpp"
#include "ketascope/io/model_file.hpp"

/// What must hold for any bytes that are read as an event table: for the fuzzer, and for the test
/// that goes through its corpus.
namespace ketascope::fuzz {

inline const Model& model() {
  static const ModelPtr built = parse_model(R"toml(format = "ketascope-model 1"
id = "depot"
title = "Depot and central compartment"
summary = "No drug."
grade = "user"
form = "racemate"
basis = "base"
matrix = "plasma"
site = "unknown"
amount = "mass"
dose_analyte = "drug"
[citation]
text = "none"
year = 2026
doi_missing = "none"
[analytes.drug]
name = "drug"
enantiomer = "racemate"
molar_mass = { value = 237.73, unit = "g/mol" }
source = "none"
[covariates.WT]
unit = "kg"
standard = 70
source = "none"
[covariates.RACE]
unit = "1"
standard = 0
categories = { caucasian = 0, asian = 1 }
source = "none"
[covariates.ALAG2]
unit = "min"
standard = 0
source = "none"
[parameters.k]
value = 1
unit = "1/h"
source = "none"
[compartments.depot]
analyte = "drug"
[compartments.central]
analyte = "drug"
ALAG = "ALAG2"
D = "2[h]"
R = "5[mg/h]"
[[flows]]
from = "depot"
to = "central"
rate = "k"
[[flows]]
from = "central"
rate = "k * (WT / 70[kg]) * (1 + RACE)"
[[outputs]]
name = "amount"
label = "amount"
analyte = "drug"
matrix = "plasma"
site = "unknown"
expression = "central"
unit = "mg"
kind = "amount"
[[routes]]
id = "oral"
label = "depot"
into = ["depot"]
)toml",
                                            "fuzz.toml")
                                    .model;
  if (!built) {
    std::abort();
  }
  return *built;
}

/// Written-out doses that a table stands for: more than this only costs time.
inline constexpr double most_doses = 10'000;

inline bool small(const SubjectRecords& subject) {
  double doses = 0.0, span = 0.0;
  for (const EventRecord& r : subject.records) {
    doses += r.addl;
    if (r.ss > 0 && r.ii_h > 0) {
      span += (r.dur_h + (r.rate_mg_per_h > 0 ? r.amt_mg / r.rate_mg_per_h : 2.0)) / r.ii_h;
    }
  }
  return doses + span < most_doses;
}

/// Nothing, or which promise was broken: refusals, or one record per row, which compile.
inline std::string event_table_fault(std::string_view text) {
  const auto table = parse_event_table(text, "fuzz.csv", model());
  if (!table) {
    return has_errors(table.error()) ? "" : "refused without an error";
  }
  std::size_t rows = 0;
  for (const SubjectRecords& subject : table->subjects) {
    rows += subject.records.size();
    const std::size_t width = model().covariates.size();
    if (subject.covariates.size() != width &&
        subject.covariates.size() != width * subject.records.size()) {
      return "covariates do not fit the records";
    }
    if (!small(subject)) {
      continue;
    }
    for (const auto policy :
         {CovariatePolicy::nocb, CovariatePolicy::locf, CovariatePolicy::linear}) {
      const CompiledTimeline compiled = compile_timeline(model(), subject, policy, "fuzz.csv");
      if (compiled.timeline.ops.empty() != has_errors(compiled.diagnostics)) {
        return "neither a timeline nor a refusal";
      }
    }
  }
  return rows == table->rows ? "" : "rows were lost";
}

}  // namespace ketascope::fuzz
