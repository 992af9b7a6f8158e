// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <cmath>

#include "core/model_specs.hpp"
#include "ketascope/sim/simulate.hpp"

namespace ketascope {
namespace {

using namespace test;

// A model whose clearance rises with time: events by time have no part in the imagined past.
TEST(OdeSteadyState, TimeStandsStillInTheImaginedPast) {
  ModelSpec spec = one_compartment();
  spec.flows = {flow("central", "", "CL / V1 * (1 + TIME / 10[h])")};
  SubjectRecords subject;
  EventRecord dose, look;
  dose.time_h = 5;
  dose.evid = 1;
  dose.cmt = 1;
  dose.amt_mg = 100;
  dose.ii_h = 4;
  dose.ss = 1;
  look.time_h = 7;
  subject.records = {dose, look};
  Scenario s;
  s.model = built(spec);
  ASSERT_TRUE(s.model);
  s.regimen = EventTable{subject};
  const Result result = simulate(s).value();
  const SubjectResult& r = result.subjects.at(0);
  ASSERT_EQ(r.status, Status::completed);
  // 10 L; k = 0.5 (1 + 5/10) at the record, for all of the past.
  const double peak = 10.0 / -std::expm1(-0.75 * 4);
  EXPECT_NEAR(r.column(0)[0], peak, 1e-6 * peak);
  // From then on time goes on: the integral of 0.5 (1 + t/10) from 5 to 7 h is 1.6.
  EXPECT_NEAR(r.column(0)[1], peak * std::exp(-1.6), 1e-6 * peak);
}

// Two states of which one feeds back on the other's elimination: the closed form is the balance.
TEST(OdeSteadyState, ConstantInfusionBalancesEveryStateOfAnInducedModel) {
  // Enzyme E: dE/dt = kout (1 + C / 2 - E), elimination CL/V E. At rest E = 1 + C/2 and
  // r = CL C E, so that C = sqrt(1 + 2 r / CL) - 1.
  ModelSpec spec = one_compartment();
  spec.parameters.push_back(parameter("kout", 0.1, "1/h"));
  spec.definitions = {definition("C", "central / V1", "mg/L")};
  spec.compartments.push_back(state("E", "1", "kout * (1 + C / 2[mg/L] - E)"));
  spec.compartments.back().initial = text("1");
  spec.flows = {flow("central", "", "CL / V1 * E")};
  SubjectRecords subject;
  EventRecord dose;
  dose.evid = 1;
  dose.cmt = 1;
  dose.rate_mg_per_h = 20;
  dose.ss = 1;
  subject.records = {dose};
  Scenario s;
  s.model = built(spec);
  ASSERT_TRUE(s.model);
  s.regimen = EventTable{subject};
  const Result result = simulate(s).value();
  const double want = std::sqrt(1.0 + 2.0 * 20.0 / 5.0) - 1.0;
  EXPECT_NEAR(result.subjects.at(0).final_state[0], 10.0 * want, 1e-6);
  EXPECT_NEAR(result.subjects.at(0).final_state[1], 1.0 + want / 2.0, 1e-7);
}

}  // namespace
}  // namespace ketascope
