// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "model_specs.hpp"

namespace ketascope::test {
namespace {

/// The system matrix, absent entries zero.
std::vector<std::vector<double>> system_matrix(const Model& model) {
  const Kinetics& kinetics = model.kinetics;
  const std::vector<double> values = kinetics.linear_system.run(typical(model));
  std::vector<std::vector<double>> a(kinetics.states, std::vector<double>(kinetics.states, 0.0));
  for (std::size_t k = 0; k < kinetics.jacobian_entries.size(); ++k) {
    const auto [row, col] = kinetics.jacobian_entries[k];
    a[static_cast<std::size_t>(row)][static_cast<std::size_t>(col)] = values[k];
  }
  return a;
}

/// Compares jacobian and d(rhs)/dTIME with central differences of rhs.
void expect_jacobian_of_rhs(const Model& model, double time_h, const std::vector<double>& states) {
  const Kinetics& kinetics = model.kinetics;
  const std::size_t n = kinetics.states;
  const auto rhs = [&](double t, const std::vector<double>& x) {
    return kinetics.ode().rhs.run(running(model, t, x));
  };
  const std::vector<double> exact = kinetics.ode().jacobian.run(running(model, time_h, states));
  ASSERT_EQ(exact.size(), kinetics.jacobian_entries.size() + n);
  std::map<std::pair<std::size_t, std::size_t>, double> entries;
  for (std::size_t k = 0; k < kinetics.jacobian_entries.size(); ++k) {
    const auto [row, col] = kinetics.jacobian_entries[k];
    entries[{static_cast<std::size_t>(row), static_cast<std::size_t>(col)}] = exact[k];
  }
  for (std::size_t col = 0; col < n; ++col) {
    const double h = 1e-5 * std::max(1.0, std::abs(states[col]));
    std::vector<double> up = states, down = states;
    up[col] += h;
    down[col] -= h;
    const auto high = rhs(time_h, up), low = rhs(time_h, down);
    for (std::size_t row = 0; row < n; ++row) {
      const double difference = (high[row] - low[row]) / (2.0 * h);
      EXPECT_NEAR((entries[{row, col}]), difference, 1e-7 * std::max(1.0, std::abs(difference)))
          << "entry " << row << ", " << col;
    }
  }
  const double h = 1e-5;
  const auto high = rhs(time_h + h, states), low = rhs(time_h - h, states);
  for (std::size_t row = 0; row < n; ++row) {
    EXPECT_NEAR(exact[kinetics.jacobian_entries.size() + row], (high[row] - low[row]) / (2.0 * h),
                1e-7)
        << "time derivative of " << row;
  }
}

TEST(ModelKinetics, OneCompartmentIsLinearWithItsRateConstant) {
  const auto model = built(one_compartment());
  const Kinetics& kinetics = model->kinetics;
  EXPECT_TRUE(kinetics.linear);
  EXPECT_EQ(kinetics.jacobian_entries, (std::vector<Kinetics::Entry>{{0, 0}}));
  EXPECT_EQ(kinetics.linear_system.run(typical(*model)), (std::vector<double>{-0.5, 0.0}));
  EXPECT_EQ(kinetics.ode().rhs.run(running(*model, 0.0, {40.0})), std::vector<double>{-20.0});
}

TEST(ModelKinetics, OutputsOfALinearModelAreAMatrixOfTheStates) {
  const auto model = built(one_compartment());
  const Kinetics& kinetics = model->kinetics;
  EXPECT_TRUE(kinetics.outputs_linear);
  EXPECT_FALSE(kinetics.outputs_use_time);
  EXPECT_EQ(kinetics.output_entries, (std::vector<Kinetics::Entry>{{0, 0}}));
  EXPECT_EQ(kinetics.output_system.run(typical(*model)), (std::vector<double>{0.1, 0.0}));
  std::vector<double> running = kinetics.constants.run(typical(*model));
  running.insert(running.end(), {0.0, 40.0});
  EXPECT_EQ(kinetics.observe.run(running), std::vector<double>{4.0});
}

TEST(ModelKinetics, ColumnsOfAThreeCompartmentSystemSumToMinusElimination) {
  const auto model = built(three_compartments());
  ASSERT_TRUE(model->kinetics.linear);
  const auto a = system_matrix(*model);
  const std::vector<double> elimination = {0.5, 0.0, 0.0};
  for (std::size_t col = 0; col < 3; ++col) {
    EXPECT_NEAR(a[0][col] + a[1][col] + a[2][col], -elimination[col], 1e-14) << "column " << col;
  }
  EXPECT_DOUBLE_EQ(a[0][1], 1.5);
  EXPECT_DOUBLE_EQ(a[2][0], 0.8);
  EXPECT_EQ(a[1][2], 0.0);
  EXPECT_EQ(model->kinetics.jacobian_entries.size(), 7u) << "peripherals do not touch each other";
}

TEST(ModelKinetics, LinearSystemGivesTheSameRatesAsRhs) {
  const auto model = built(three_compartments());
  const std::vector<double> x = {12.0, 7.0, 31.0};
  const auto a = system_matrix(*model);
  const auto rates = model->kinetics.ode().rhs.run(running(*model, 3.0, x));
  for (std::size_t row = 0; row < 3; ++row) {
    EXPECT_NEAR(rates[row], a[row][0] * x[0] + a[row][1] * x[1] + a[row][2] * x[2], 1e-13);
  }
}

TEST(ModelKinetics, CovariatesReachTheRatesThroughDefinitionsInAnyOrder) {
  const auto model = built(three_compartments());
  auto inputs = typical(*model);
  inputs[6] = 140.0;  // WT
  const auto definitions = model->kinetics.definitions.run(inputs);
  ASSERT_EQ(definitions.size(), 2u);
  EXPECT_DOUBLE_EQ(definitions[1], std::pow(2.0, 0.75)) << "size";
  EXPECT_DOUBLE_EQ(definitions[0], 5.0 * std::pow(2.0, 0.75)) << "CL_i, first in the file";
  EXPECT_DOUBLE_EQ(model->kinetics.linear_system.run(inputs)[0],
                   -(0.5 * std::pow(2.0, 0.75) + 3.0 + 0.8));
}

TEST(ModelKinetics, ConstantProductionIsTheOffsetOfALinearSystem) {
  ModelSpec spec = one_compartment();
  spec.parameters.push_back(parameter("input", 3.0, "mg/h"));
  spec.flows.push_back(amount_flow("", "central", "input"));
  const auto model = built(spec);
  EXPECT_TRUE(model->kinetics.linear);
  EXPECT_EQ(model->kinetics.linear_system.run(typical(*model)), (std::vector<double>{-0.5, 3.0}));
}

TEST(ModelKinetics, EffectSiteFollowsItsDerivativeAndTakesNoDrug) {
  ModelSpec spec = one_compartment();
  spec.parameters.push_back(parameter("ke0", 4.0, "1/h"));
  spec.compartments.push_back(state("effect", "ng/mL", "ke0 * (central / V1 - effect)"));
  spec.outputs.push_back(output("effect site", "effect", "ng/mL"));
  const auto model = built(spec);
  EXPECT_TRUE(model->kinetics.linear);
  EXPECT_FALSE(model->compartments[1].amount);
  const auto rates = model->kinetics.ode().rhs.run(running(*model, 0.0, {40.0, 1.0}));
  EXPECT_DOUBLE_EQ(rates[0], -20.0) << "the effect site takes nothing from the body";
  EXPECT_DOUBLE_EQ(rates[1], 4.0 * (4.0 - 1.0));
}

TEST(ModelKinetics, FlowsMoveTheSameAmountOutAndIn) {
  ModelSpec spec = michaelis_menten();
  spec.compartments.push_back(compartment("metabolite"));
  spec.flows = {amount_flow("central", "metabolite", "Vmax * C / (Km + C)")};
  const auto model = built(spec);
  const auto rates = model->kinetics.ode().rhs.run(running(*model, 0.0, {17.0, 3.0}));
  EXPECT_LT(rates[0], 0.0);
  EXPECT_EQ(rates[0], -rates[1]);
}

TEST(ModelKinetics, MichaelisMentenIsNotLinear) {
  const auto model = built(michaelis_menten());
  EXPECT_FALSE(model->kinetics.linear);
  EXPECT_TRUE(model->kinetics.outputs_linear) << "its concentration still is";
  EXPECT_FALSE(model->definitions[0].constant_between_events);
  EXPECT_EQ(model->kinetics.definitions.output_count(), 0u);
  // At C = Km half of Vmax is eliminated.
  EXPECT_DOUBLE_EQ(model->kinetics.ode().rhs.run(running(*model, 0.0, {20.0}))[0], -4.0);
}

TEST(ModelKinetics, ClearanceThatChangesWithTimeIsNotLinear) {
  ModelSpec spec = one_compartment();
  spec.flows = {flow("central", "", "CL / V1 * (1 + exp(-TIME / 2[h]))")};
  const auto model = built(spec);
  EXPECT_FALSE(model->kinetics.linear);
  expect_jacobian_of_rhs(*model, 1.5, {40.0});
}

TEST(ModelKinetics, AJumpThatDerivativesDoNotSeeIsNotLinear) {
  for (const std::string rate :
       {"if(central > 5[mg], 2, 1) * 1[mg/h]", "if(TIME > 5[h], 2, 1) * 1[mg/h]",
        "floor(central / 1[mg]) * 1[mg/h]", "min(TIME, 2[h]) * 1[mg/h^2]",
        "abs(central - 3[mg]) / 1[h]"}) {
    ModelSpec spec = one_compartment();
    spec.flows.push_back(amount_flow("", "central", rate));
    EXPECT_FALSE(built(spec)->kinetics.linear) << rate;
  }
}

TEST(ModelKinetics, AChoiceByCovariateStaysLinear) {
  ModelSpec spec = one_compartment();
  spec.covariates = {covariate("AGE", 40.0, "year")};
  spec.flows = {flow("central", "", "if(AGE > 65[year], 0.5, 1) * CL / V1")};
  const auto model = built(spec);
  EXPECT_TRUE(model->kinetics.linear);
  auto inputs = typical(*model);
  EXPECT_DOUBLE_EQ(model->kinetics.linear_system.run(inputs)[0], -0.5);
  inputs[2] *= 2.0;
  EXPECT_DOUBLE_EQ(model->kinetics.linear_system.run(inputs)[0], -0.25);
}

TEST(ModelKinetics, OutputsThatUseTimeOrPowersAreNotLinear) {
  ModelSpec spec = one_compartment();
  spec.outputs.push_back(output("late", "if(TIME > 1[h], 1, 0)", "1", "other"));
  auto model = built(spec);
  EXPECT_FALSE(model->kinetics.outputs_linear);
  EXPECT_TRUE(model->kinetics.outputs_use_time);
  EXPECT_TRUE(model->kinetics.linear);

  spec.outputs.back() = output("effect", "(central / V1 / 1[mg/L])^2", "1", "effect");
  model = built(spec);
  EXPECT_FALSE(model->kinetics.outputs_linear);
  EXPECT_FALSE(model->kinetics.outputs_use_time);
}

TEST(ModelKinetics, JacobianOfANonLinearModelIsThatOfItsRhs) {
  ModelSpec spec = michaelis_menten();
  spec.parameters.push_back(parameter("kin", 0.3, "1/h"));
  spec.parameters.push_back(parameter("k12", 0.7, "1/h"));
  spec.parameters.push_back(parameter("EC50", 0.5, "mg/L"));
  spec.compartments.push_back(compartment("metabolite"));
  spec.compartments.push_back(state("enzyme", "1", "kin * (1 + C / (EC50 + C) - enzyme)"));
  spec.flows = {
      amount_flow("central", "metabolite", "enzyme * Vmax * (C / Km)^1.3 / (1 + (C / Km)^1.3)"),
      flow("metabolite", "", "k12 * exp(-TIME / 10[h])")};
  const auto model = built(spec);
  EXPECT_FALSE(model->kinetics.linear);
  expect_jacobian_of_rhs(*model, 2.0, {25.0, 4.0, 1.4});
  expect_jacobian_of_rhs(*model, 0.0, {0.3, 11.0, 0.6});
}

TEST(ModelKinetics, WhatIsConstantBetweenEventsLeavesTheInnerLoop) {
  const auto model = built(three_compartments());
  const Kinetics& kinetics = model->kinetics;
  EXPECT_EQ(kinetics.ode().running_inputs(), kinetics.ode().constant_count + 1 + 3);
  EXPECT_EQ(kinetics.individual_inputs(), 6u + 1u + 1u);
  EXPECT_EQ(kinetics.constants.run(typical(*model)), std::vector<double>{10.0}) << "V1";
  // CL_i/V1, Q2/V1, Q2/V2, Q3/V1 and Q3/V3 serve rhs; the power is not there.
  const auto constants = kinetics.ode().constants.run(typical(*model));
  for (const double value : {0.5, 3.0, 1.5, 0.8, 0.08}) {
    EXPECT_TRUE(std::ranges::any_of(constants, [&](double c) {
      return std::abs(c - value) < 1e-15 * value;
    })) << value;
  }
  EXPECT_LE(kinetics.ode().rhs.instruction_count(), 14u) << "five products and the sums";
}

TEST(ModelKinetics, EqualConstantPartsAreComputedOnce) {
  ModelSpec spec = one_compartment();
  spec.compartments.push_back(compartment("other"));
  spec.flows = {flow("central", "", "CL / V1"), flow("other", "", "CL / V1")};
  spec.outputs = {output("ketamine", "central * (CL / V1) / CL", "ng/mL")};
  // CL/V1 and its negative for the jacobian; CL/V1 and CL for the output.
  const auto model = built(spec);
  EXPECT_LE(model->kinetics.ode().constant_count, 2u);
  EXPECT_LE(model->kinetics.constant_count, 2u);
}

TEST(ModelKinetics, DosingDefaultsAreFullImmediateDoses) {
  const auto model = built(one_compartment());
  EXPECT_EQ(model->kinetics.dosing.run(typical(*model)), (std::vector<double>{1.0, 0.0, 0.0, 1.0}));
  EXPECT_EQ(model->kinetics.initial.run(typical(*model)), std::vector<double>{0.0});
  EXPECT_FALSE(model->compartments[0].models_D);
}

TEST(ModelKinetics, DosingMayDependOnDoseAndCovariates) {
  ModelSpec spec = one_compartment();
  spec.covariates = {covariate("WT", 70.0, "kg")};
  spec.definitions = {definition("lag", "6[min] * WT / 70[kg]", "min")};
  spec.compartments[0].F = text("100[mg] / (100[mg] + DOSE)");
  spec.compartments[0].ALAG = text("lag");
  spec.compartments[0].D = text("DOSE / 50[mg/h]");
  spec.compartments[0].initial = text("V1 * 0.2[mg/L]");
  const auto model = built(spec);
  EXPECT_TRUE(model->compartments[0].models_D);
  EXPECT_FALSE(model->compartments[0].models_R);
  EXPECT_EQ(model->kinetics.dosing.run(typical(*model, 25.0)),
            (std::vector<double>{0.8, 0.1, 0.5, 1.0}));
  EXPECT_EQ(model->kinetics.initial.run(typical(*model)), std::vector<double>{2.0});
}

TEST(ModelKinetics, MolarModelsTurnDosesIntoMicromoles) {
  ModelSpec spec = one_compartment();
  spec.amount = text("molar");
  spec.dose_analyte = text("ketamine");
  const auto model = built(spec);
  EXPECT_TRUE(model->molar);
  // 250 g/mol: 1 mg is 4 umol.
  EXPECT_EQ(model->kinetics.dose_factor, std::vector<double>{4.0});
  // central / V1 is umol/L, the output's unit ng/mL: the molar mass converts inside the model.
  EXPECT_EQ(model->outputs[0].dimension, dimensions::concentration);
  const auto& k = model->kinetics;
  const std::vector<double> constants = k.constants.run(typical(*model));
  std::vector<double> running = constants;
  running.push_back(0.0);
  running.resize(k.running_inputs(), 4.0);
  ModelSpec mass = spec;
  mass.outputs[0].unit = text("umol/L");
  const auto molar = built(mass);
  EXPECT_DOUBLE_EQ(k.observe.run(running)[0], 0.25 * molar->kinetics.observe.run(running)[0]);
}

}  // namespace
}  // namespace ketascope::test
