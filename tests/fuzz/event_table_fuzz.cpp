// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "ketascope/dosing/timeline.hpp"
#include "ketascope/io/event_table.hpp"
#include "ketascope/io/model_file.hpp"

namespace {

const ketascope::Model& model() {
  static const ketascope::ModelPtr built =
      ketascope::parse_model(R"toml(format = "ketascope-model 1"
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
constexpr double most_doses = 10'000;

bool small(const ketascope::SubjectRecords& subject) {
  double doses = 0.0, span = 0.0;
  for (const ketascope::EventRecord& r : subject.records) {
    doses += r.addl;
    if (r.ss > 0 && r.ii_h > 0) {
      span += (r.dur_h + (r.rate_mg_per_h > 0 ? r.amt_mg / r.rate_mg_per_h : 2.0)) / r.ii_h;
    }
  }
  return doses + span < most_doses;
}

}  // namespace

/// Any bytes: refusals, or one set of records per row, which compile without a throw.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto table = ketascope::parse_event_table(text, "fuzz.csv", model());
  if (!table) {
    if (!ketascope::has_errors(table.error())) {
      std::abort();
    }
    return 0;
  }
  std::size_t rows = 0;
  for (const ketascope::SubjectRecords& subject : table->subjects) {
    rows += subject.records.size();
    const std::size_t width = model().covariates.size();
    if (subject.covariates.size() != width &&
        subject.covariates.size() != width * subject.records.size()) {
      std::abort();
    }
    if (small(subject)) {
      compile_timeline(model(), subject, ketascope::CovariatePolicy::nocb, "fuzz.csv");
    }
  }
  if (rows != table->rows) {
    std::abort();
  }
  return 0;
}
