// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <span>
#include <string>
#include <vector>

#include "ketascope/io/model_file.hpp"
#include "ketascope/sim/simulate.hpp"

namespace ketascope::schedules {

/// The acceptance model: depot (1) -> central (2), ka 1.5 /h, CL 1.1 L/h, V 20 L. Dosing of central
/// follows the covariates F2, ALAG2, D2, R2 of the record.
inline ModelPtr depot_model() {
  static const ModelPtr model = [] {
    const BuiltModel built =
        load_model(std::string(KETASCOPE_SOURCE_DIR) + "/tests/reference/depot.toml");
    EXPECT_TRUE(built.model) << format(built.diagnostics);
    return built.model;
  }();
  return model;
}

struct Covariates {
  double F = 1.0, ALAG = 0.0, D = 1.0, R = 1.0;
};

struct Row {
  EventRecord event;
  Covariates covariates{};
};

struct Dose {
  double t = 0.0, amt = 0.0;
  int cmt = 2;
  double rate = 0.0, ii = 0.0;
  int addl = 0, ss = 0, evid = 1;
};

inline EventRecord record(const Dose& d) {
  EventRecord r;
  r.time_h = d.t;
  r.evid = d.evid;
  r.cmt = d.cmt;
  r.amt_mg = d.amt;
  r.rate_mg_per_h = d.rate;
  r.ii_h = d.ii;
  r.addl = d.addl;
  r.ss = d.ss;
  return r;
}

inline EventRecord observation(double t) {
  EventRecord r;
  r.time_h = t;
  return r;
}

inline SubjectRecords subject(const std::vector<Row>& rows) {
  SubjectRecords s;
  int number = 0;
  for (const Row& row : rows) {
    s.records.push_back(row.event);
    s.records.back().source_row = ++number;
    const Covariates& c = row.covariates;
    s.covariates.insert(s.covariates.end(), {c.F, c.ALAG, c.D, c.R});
  }
  return s;
}

inline Scenario scenario(const std::vector<Row>& rows, SolverOptions::Kind kind,
                         CovariatePolicy policy = CovariatePolicy::nocb) {
  Scenario s;
  s.name = "schedule";
  s.model = depot_model();
  s.regimen = EventTable{subject(rows)};
  s.solver.kind = kind;
  s.covariates = policy;
  return s;
}

/// 1000 * A2 / V (ug/L) of every row.
inline std::vector<double> run(const std::vector<Row>& rows, SolverOptions::Kind kind,
                               CovariatePolicy policy = CovariatePolicy::nocb) {
  const auto result = simulate(scenario(rows, kind, policy));
  if (!result) {
    ADD_FAILURE() << format(result.error());
    return std::vector<double>(rows.size(), 0.0);
  }
  EXPECT_EQ(result->subjects.at(0).status, Status::completed);
  std::vector<double> values;
  for (const double v : result->subjects.at(0).column(0))
    values.push_back(1000.0 * v);
  return values;
}

}  // namespace ketascope::schedules
