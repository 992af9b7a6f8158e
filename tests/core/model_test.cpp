// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <cmath>

#include "model_specs.hpp"

namespace ketascope::test {
namespace {

TEST(Model, ParametersKeepThePrintAndHoldInternalUnits) {
  ModelSpec spec = one_compartment();
  spec.parameters[1] = parameter("CL", 80.0, "mL/min");
  spec.parameters[1].standard_error = 8.0;
  const auto model = built(spec);
  const Parameter& cl = model->parameters[1];
  EXPECT_EQ(cl.printed, 80.0);
  EXPECT_EQ(cl.unit_text, "mL/min");
  EXPECT_DOUBLE_EQ(cl.value, 4.8);
  EXPECT_DOUBLE_EQ(cl.rse_percent.value(), 10.0);
  EXPECT_EQ(cl.source, "invented for the test");
}

TEST(Model, CovariatesAreInInternalUnits) {
  ModelSpec spec = one_compartment();
  spec.covariates = {covariate("LAG", 30.0, "min")};
  spec.covariates[0].low = 6.0;
  const auto model = built(spec);
  EXPECT_EQ(model->covariates[0].standard, 0.5);
  EXPECT_DOUBLE_EQ(model->covariates[0].low.value(), 0.1);
  EXPECT_FALSE(model->covariates[0].high);
}

TEST(Model, NamesAreLookedUp) {
  const auto model = built(three_compartments());
  EXPECT_EQ(model->compartment_index("peripheral2"), 2);
  EXPECT_EQ(model->compartment_index("effect"), -1);
  EXPECT_EQ(model->parameter_index("Q2"), 4);
  EXPECT_EQ(model->covariate_index("WT"), 0);
  EXPECT_EQ(model->definition_index("size"), 1);
  EXPECT_EQ(model->output_index("ketamine"), 0);
  ASSERT_NE(model->route("iv"), nullptr);
  EXPECT_EQ(model->route("iv")->into, std::vector<int>{0});
  EXPECT_EQ(model->route("oral"), nullptr);
}

TEST(Model, DefinitionsStandInFileOrderWithTheirPartsInlined) {
  const auto model = built(three_compartments());
  EXPECT_EQ(model->definitions[0].name, "CL_i");
  EXPECT_EQ(symbols(model->definitions[0].expression), (std::set<std::string>{"CL", "WT"}));
  EXPECT_TRUE(model->definitions[0].constant_between_events);
}

TEST(Model, OutputsTakeMatrixAndSiteFromTheModel) {
  ModelSpec spec = one_compartment();
  spec.outputs.push_back(output("venous", "central / V1", "mg/L"));
  spec.outputs[1].site = text("venous");
  spec.outputs[1].matrix = text("blood");
  const auto model = built(spec);
  EXPECT_EQ(model->outputs[0].matrix, "plasma");
  EXPECT_EQ(model->outputs[0].site, "arterial");
  EXPECT_EQ(model->outputs[1].matrix, "blood");
  EXPECT_EQ(model->outputs[1].site, "venous");
  EXPECT_EQ(model->outputs[0].dimension, dimensions::concentration);
}

TEST(Model, OmegaComesFromVariancesCoefficientsOfVariationAndCorrelations) {
  ModelSpec spec = three_compartments();
  spec.random_effects = {effect("a", "CL", 0.04), effect("b", "V1", 0.0), effect("c", "V2", 0.09)};
  spec.random_effects[1].variance.reset();
  spec.random_effects[1].cv_percent = 50.0;
  spec.covariances = {covariance("c", "a", 0.0)};
  spec.covariances[0].covariance.reset();
  spec.covariances[0].correlation = 0.5;
  const auto model = built(spec);
  const double b = std::log(1.25);
  ASSERT_EQ(model->omega.size(), 9u);
  EXPECT_DOUBLE_EQ(model->omega[4], b);
  EXPECT_DOUBLE_EQ(model->random_effects[1].variance, b);
  EXPECT_DOUBLE_EQ(model->omega[2], 0.5 * 0.2 * 0.3);
  EXPECT_EQ(model->omega[2], model->omega[6]);
  EXPECT_EQ(model->omega[1], 0.0);
}

TEST(Model, NormalEffectsHaveTheirVarianceInInternalUnits) {
  ModelSpec spec = one_compartment();
  spec.parameters.push_back(parameter("lag", 30.0, "min"));
  spec.random_effects = {effect("a", "CL", 0.04), effect("b", "lag", 36.0, "normal")};
  spec.covariances = {covariance("a", "b", 0.6)};
  const auto model = built(spec);
  EXPECT_DOUBLE_EQ(model->random_effects[1].variance, 0.01) << "(6 min)^2 in h^2";
  EXPECT_DOUBLE_EQ(model->omega[1], 0.01);
}

TEST(Model, ResidualsAreInTheUnitsOfTheirOutput) {
  ModelSpec spec = one_compartment();
  ResidualSpec residual;
  residual.output = text("ketamine");
  residual.source = text("invented for the test");
  residual.proportional_sd = 0.2;
  residual.additive_sd = MeasureAt{{1.0, "nmol/L"}, {}};
  spec.residuals = {residual};
  const auto model = built(spec);
  EXPECT_EQ(model->residuals[0].output, 0);
  // 1 nmol/L of 250 g/mol is 250 ng/L.
  EXPECT_DOUBLE_EQ(model->residuals[0].additive_sd.value(), 0.00025);
}

TEST(Model, EnumerationsHaveTheTextsOfTheFile) {
  EXPECT_EQ(to_text(Grade::composite), "composite");
  EXPECT_EQ(to_text(DrugForm::S), "S");
  EXPECT_EQ(to_text(DoseBasis::hydrochloride), "hydrochloride");
  const auto model = built(one_compartment());
  EXPECT_EQ(model->grade, Grade::reference);
  EXPECT_EQ(model->form, DrugForm::racemate);
}

}  // namespace
}  // namespace ketascope::test
