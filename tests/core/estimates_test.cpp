// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "core/model_specs.hpp"
#include "ketascope/population/population.hpp"
#include "ketascope/sim/simulate.hpp"
#include "population/virtual_patients.hpp"

namespace ketascope {
namespace {

using namespace test;

constexpr std::uint64_t many = 40'000;

EstimateCorrelationSpec hang_together(std::vector<std::string> names, std::vector<double> lower,
                                      bool covariance = false) {
  EstimateCorrelationSpec spec;
  for (std::string& name : names)
    spec.of.push_back(text(std::move(name)));
  spec.lower = std::move(lower);
  spec.covariance = covariance;
  spec.source = text("invented for the test");
  return spec;
}

ParameterSpec& of(ModelSpec& spec, std::string_view name) {
  return *std::ranges::find_if(spec.parameters,
                               [&](const ParameterSpec& p) { return p.name.value == name; });
}

/// F enters the central compartment, V1 and CL with errors of 10 and 30 %.
ModelSpec uncertain() {
  ModelSpec spec = three_compartments();
  spec.parameters.push_back(parameter("F1", 0.93, "1"));
  spec.compartments.front().F = text("F1");
  of(spec, "V1").rse_percent = 10;
  of(spec, "CL").rse_percent = 30;
  of(spec, "F1").rse_percent = 4;
  return spec;
}

/// What a parameter is in many patients.
std::vector<double> drawn(const ModelPtr& model, std::string_view name,
                          const PopulationSpec& population) {
  Scenario scenario;
  scenario.model = model;
  DoseSpec dose;
  dose.route = "iv";
  dose.amount = {35, "mg"};
  scenario.regimen = Schedule{dose};
  Diagnostics problems;
  const VirtualPatients patients(scenario, resolve(scenario).subjects.front(), population,
                                 problems);
  EXPECT_TRUE(problems.empty());
  std::vector<double> values;
  VirtualPatients::Patient patient;
  for (std::uint64_t i = 0; i < many; ++i) {
    patients.draw(i, patient);
    values.push_back(patient.parameters[static_cast<std::size_t>(model->parameter_index(name))]);
  }
  return values;
}

PopulationSpec estimates_only() {
  PopulationSpec spec;
  spec.uncertainty = true;
  spec.between_subjects = false;
  return spec;
}

template <class Scale>
std::vector<double> on(Scale&& scale, std::vector<double> values) {
  for (double& value : values)
    value = scale(value);
  return values;
}

double log_of(double x) {
  return std::log(x);
}
double logit_of(double x) {
  return std::log(x / (1.0 - x));
}

struct Moments {
  double mean = 0.0, sd = 0.0;
};
Moments moments(const std::vector<double>& values) {
  Moments m;
  for (const double v : values)
    m.mean += v / static_cast<double>(values.size());
  for (const double v : values)
    m.sd += (v - m.mean) * (v - m.mean) / static_cast<double>(values.size());
  m.sd = std::sqrt(m.sd);
  return m;
}

double correlation(const std::vector<double>& a, const std::vector<double>& b) {
  const Moments of_a = moments(a), of_b = moments(b);
  double sum = 0.0;
  for (std::size_t i = 0; i < a.size(); ++i)
    sum += (a[i] - of_a.mean) * (b[i] - of_b.mean) / static_cast<double>(a.size());
  return sum / (of_a.sd * of_b.sd);
}

// Five standard errors of a mean, of a standard deviation and of a correlation.
const double tolerance = 5.0 / std::sqrt(static_cast<double>(many));

TEST(Estimates, LogNormalOnesHaveTheirStandardErrorAsCoefficientOfVariation) {
  const ModelPtr model = built(uncertain());
  for (const auto& [name, cv] : {std::pair("V1", 0.1), {"CL", 0.3}}) {
    const auto values = drawn(model, name, estimates_only());
    const Moments log = moments(on(log_of, values));
    const double typical =
        model->parameters[static_cast<std::size_t>(model->parameter_index(name))].value;
    EXPECT_NEAR(log.mean, std::log(typical), tolerance * cv);
    const Moments natural = moments(values);
    EXPECT_NEAR(natural.sd / natural.mean, cv, 2.0 * tolerance * cv);
  }
}

TEST(Estimates, AFractionNeverLeavesItsBoundsAndHasItsStandardError) {
  const ModelPtr model = built(uncertain());
  EXPECT_EQ(model->parameters[static_cast<std::size_t>(model->parameter_index("F1"))].estimate,
            Parameter::EstimateScale::logit);
  const auto values = drawn(model, "F1", estimates_only());
  EXPECT_GT(std::ranges::min(values), 0.0);
  EXPECT_LT(std::ranges::max(values), 1.0);
  const Moments logit = moments(on(logit_of, values));
  const double sd = 0.04 / (1.0 - 0.93);
  EXPECT_NEAR(logit.mean, std::log(0.93 / 0.07), tolerance * sd);
  EXPECT_NEAR(logit.sd, sd, tolerance * sd);
}

TEST(Estimates, TheFileMayChooseTheScale) {
  ModelSpec spec = uncertain();
  of(spec, "F1").estimate = text("lognormal");
  of(spec, "V1").estimate = text("normal");
  const ModelPtr model = built(spec);
  EXPECT_GT(std::ranges::max(drawn(model, "F1", estimates_only())), 1.0);
  const auto values = drawn(model, "V1", estimates_only());
  const double typical =
      model->parameters[static_cast<std::size_t>(model->parameter_index("V1"))].value;
  const Moments m = moments(values);
  EXPECT_NEAR(m.mean, typical, tolerance * 0.1 * typical);
  EXPECT_NEAR(m.sd, 0.1 * typical, tolerance * 0.1 * typical);
}

TEST(Estimates, CorrelationsComeBackOnTheScaleOfEach) {
  ModelSpec spec = uncertain();
  spec.estimate_correlations = {hang_together({"V1", "CL", "F1"}, {-0.6, 0.3, 0.25})};
  const ModelPtr model = built(spec);
  const auto v1 = on(log_of, drawn(model, "V1", estimates_only()));
  const auto cl = on(log_of, drawn(model, "CL", estimates_only()));
  const auto f1 = on(logit_of, drawn(model, "F1", estimates_only()));
  EXPECT_NEAR(correlation(v1, cl), -0.6, tolerance);
  EXPECT_NEAR(correlation(v1, f1), 0.3, tolerance);
  EXPECT_NEAR(correlation(cl, f1), 0.25, tolerance);
  // The spread of each is what it was alone.
  EXPECT_NEAR(moments(cl).sd, std::sqrt(std::log1p(0.09)), tolerance * 0.3);
}

TEST(Estimates, CovariancesAreCorrelationsTimesTheStandardErrors) {
  ModelSpec spec = uncertain();
  const double v1 = *of(spec, "V1").value * 0.1, cl = *of(spec, "CL").value * 0.3;
  spec.estimate_correlations = {hang_together({"V1", "CL"}, {0.5 * v1 * cl}, true)};
  const ModelPtr model = built(spec);
  const std::size_t n = model->estimated.size();
  ASSERT_EQ(model->estimate_correlation.size(), n * n);
  const auto place = [&](std::string_view name) {
    return static_cast<std::size_t>(
        std::ranges::find(model->estimated, model->parameter_index(name)) -
        model->estimated.begin());
  };
  EXPECT_NEAR(model->estimate_correlation[place("V1") * n + place("CL")], 0.5, 1e-12);
}

TEST(Estimates, IndependentOnesAreDrawnAsBeforeCorrelationsWereKnown) {
  const ModelPtr model = built(uncertain());
  EXPECT_TRUE(model->estimate_correlation.empty());
  const Draws draws(1);
  const auto values = drawn(model, "CL", estimates_only());
  const double typical =
      model->parameters[static_cast<std::size_t>(model->parameter_index("CL"))].value;
  for (std::uint64_t i = 0; i < 5; ++i)
    EXPECT_DOUBLE_EQ(values[i], typical * std::exp(std::sqrt(std::log1p(0.09)) *
                                                   draws.normal(i, variable_key("estimate:CL"))));
}

TEST(Estimates, RoundedCorrelationsThatContradictThemselvesALittleAreMended) {
  // On paper of rank two; printed with two digits it has an eigenvalue of -0.002.
  ModelSpec spec = uncertain();
  spec.estimate_correlations = {hang_together({"V1", "CL", "F1"}, {0.95, 0.80, 0.95})};
  const ModelPtr model = built(spec);
  EXPECT_NEAR(correlation(on(log_of, drawn(model, "V1", estimates_only())),
                          on(log_of, drawn(model, "CL", estimates_only()))),
              0.95, 0.01 + tolerance);
}

TEST(Estimates, WhatCannotBeIsRefused) {
  const auto refused = [](EstimateCorrelationSpec correlation) {
    ModelSpec spec = uncertain();
    spec.estimate_correlations = {std::move(correlation)};
    const BuiltModel model = build_model(spec);
    return model.model || model.diagnostics.empty() ? std::string()
                                                    : model.diagnostics.front().code;
  };
  EXPECT_EQ(refused(hang_together({"V1", "Q2"}, {0.5})), "model.estimate");
  EXPECT_EQ(refused(hang_together({"V1", "CL"}, {1.5})), "model.range");
  EXPECT_EQ(refused(hang_together({"V1", "CL"}, {0.5, 0.1})), "model.estimate");
  EXPECT_EQ(refused(hang_together({"V1", "V1"}, {0.5})), "model.duplicate_name");
  EXPECT_EQ(refused(hang_together({"V1", "nothing"}, {0.5})), "model.unknown_symbol");
  EXPECT_EQ(refused(hang_together({"V1", "CL", "F1"}, {0.9, 0.9, -0.9})), "model.estimate");
  ModelSpec spec = uncertain();
  of(spec, "V1").estimate = text("logit");
  EXPECT_EQ(build_model(spec).diagnostics.front().code, "model.probability");
}

TEST(Estimates, AnUncertainVarianceWidensTheSpreadAsItShould) {
  ModelSpec spec = three_compartments();
  spec.random_effects = {effect("eta_CL", "CL", 0.16)};
  spec.random_effects.front().variance_rse_percent = 50;
  const ModelPtr model = built(spec);
  const double typical =
      model->parameters[static_cast<std::size_t>(model->parameter_index("CL"))].value;
  PopulationSpec population;
  const auto scores = [&](bool uncertainty) {
    population.uncertainty = uncertainty;
    return on([&](double value) { return std::log(value / typical); },
              drawn(model, "CL", population));
  };
  const auto kurtosis = [](const std::vector<double>& values) {
    const Moments m = moments(values);
    double fourth = 0.0;
    for (const double v : values)
      fourth += std::pow((v - m.mean) / m.sd, 4) / static_cast<double>(values.size());
    return fourth;
  };
  EXPECT_NEAR(moments(scores(false)).sd, 0.4, tolerance * 0.4);
  // A log-normal variance w with CV 0.5 and median 0.16: E w = 0.16 sqrt(1.25), and the fourth
  // moment over the squared second is 3 E w^2 / (E w)^2 = 3 * 1.25.
  const auto uncertain_scores = scores(true);
  EXPECT_NEAR(moments(uncertain_scores).sd, std::sqrt(0.16 * std::sqrt(1.25)),
              2.0 * tolerance * 0.4);
  EXPECT_NEAR(kurtosis(uncertain_scores), 3.75, 0.35);
}

TEST(Estimates, TheErrorOfAStandardDeviationIsHalfThatOfItsVariance) {
  ModelSpec spec = three_compartments();
  spec.random_effects = {effect("eta_CL", "CL", 0.16)};
  spec.random_effects.front().sd_rse_percent = 12;
  EXPECT_DOUBLE_EQ(built(spec)->random_effects.front().variance_rse_percent.value(), 24.0);
  spec.random_effects.front().variance_rse_percent = 20;
  EXPECT_EQ(build_model(spec).diagnostics.front().code, "model.either_or");
}

TEST(LogitEffects, ScoresHaveTheStatedVarianceOnTheLogitScale) {
  ModelSpec spec = three_compartments();
  spec.parameters.push_back(parameter("F1", 0.3, "1"));
  spec.compartments.front().F = text("F1");
  spec.random_effects = {effect("eta_F1", "F1", 0.49, "logit"), effect("eta_CL", "CL", 0.09)};
  spec.covariances = {covariance("eta_F1", "eta_CL", -0.105)};
  const ModelPtr model = built(spec);
  const auto fractions = drawn(model, "F1", {});
  EXPECT_GT(std::ranges::min(fractions), 0.0);
  EXPECT_LT(std::ranges::max(fractions), 1.0);
  const auto logits = on(logit_of, fractions);
  EXPECT_NEAR(moments(logits).mean, std::log(0.3 / 0.7), tolerance * 0.7);
  EXPECT_NEAR(moments(logits).sd, 0.7, tolerance * 0.7);
  EXPECT_NEAR(correlation(logits, on(log_of, drawn(model, "CL", {}))), -0.5, tolerance);
}

}  // namespace
}  // namespace ketascope
