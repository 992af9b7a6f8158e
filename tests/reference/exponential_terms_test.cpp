// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/analysis/exponential_terms.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "ketascope/app/card.hpp"
#include "ketascope/app/library.hpp"
#include "ketascope/sim/simulate.hpp"

namespace ketascope {
namespace {

Library library() {
  return Library({std::filesystem::path(KETASCOPE_MODELS_DIR)});
}

Scenario scenario(const std::string& model, std::vector<DoseSpec> doses, double until_h) {
  Scenario made;
  made.model = *library().model(model);
  made.regimen = std::move(doses);
  made.sampling.until = {until_h, "h"};
  return made;
}

DoseSpec dose(const std::string& route, Measure amount, std::optional<Measure> duration = {}) {
  DoseSpec made;
  made.route = route;
  made.amount = std::move(amount);
  made.duration = std::move(duration);
  return made;
}

double value_of(const ExponentialStretch& stretch, double t) {
  double value = stretch.constant;
  for (const ExponentialTerm& term : stretch.terms)
    value += term.coefficient * std::exp(-term.rate_per_h * (t - stretch.from_h));
  return value;
}

/// Largest difference between the terms and the simulated curve, relative to its peak.
double worst_difference(const Scenario& made, std::size_t output) {
  const auto terms = exponential_terms(made, output);
  const auto result = simulate(made);
  EXPECT_TRUE(terms && result);
  const SubjectResult& subject = result->subjects.front();
  const auto values = subject.column(output);
  const double peak = *std::ranges::max_element(values);
  double worst = 0.0;
  for (const ExponentialStretch& stretch : *terms) {
    EXPECT_EQ(stretch.unwritten, "");
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (subject.time_h[i] > stretch.from_h && subject.time_h[i] < stretch.to_h)
        worst = std::max(worst, std::abs(value_of(stretch, subject.time_h[i]) - values[i]) / peak);
    }
  }
  return worst;
}

TEST(ExponentialTerms, AddUpToTheSimulatedCurveOfAnInfusion) {
  EXPECT_LT(worst_difference(
                scenario("kamp2020", {dose("iv", {0.5, "mg/kg"}, Measure{40, "min"})}, 24), 0),
            1e-11);
}

TEST(ExponentialTerms, AddUpToTheCurveOfRepeatedDosesByTwoRoutes) {
  DoseSpec repeated = dose("im", {20, "mg"});
  repeated.repeats = 3;
  repeated.interval = Measure{6, "h"};
  const Scenario made =
      scenario("kamp2020", {repeated, dose("iv", {10, "mg"}, Measure{2, "h"})}, 30);
  EXPECT_LT(worst_difference(made, 0), 1e-11);
  const auto terms = exponential_terms(made, 0);
  ASSERT_TRUE(terms);
  // 0-2 (infusion), 2-6, 6-12, 12-18, 18-30
  ASSERT_EQ(terms->size(), 5U);
  EXPECT_DOUBLE_EQ(terms->back().from_h, 18.0);
  EXPECT_DOUBLE_EQ(terms->back().to_h, 30.0);
}

TEST(ExponentialTerms, OfAThreeCompartmentModelHaveItsHalfLives) {
  const Scenario made = scenario("kamp2020", {dose("iv", {35, "mg"})}, 24);
  const auto terms = exponential_terms(made, 0);
  ASSERT_TRUE(terms);
  ASSERT_EQ(terms->back().terms.size(), 3U) << "nothing is given into muscle";
  const std::vector<int> disposition{made.model->compartment_index("central"),
                                     made.model->compartment_index("peripheral1"),
                                     made.model->compartment_index("peripheral2")};
  const std::vector<double> half_lives = half_lives_h(*made.model, disposition);
  for (std::size_t i = 0; i < 3; ++i)
    EXPECT_NEAR(std::log(2.0) / terms->back().terms[i].rate_per_h, half_lives[i],
                1e-9 * half_lives[i]);
  double sum = 0.0;
  for (const ExponentialTerm& term : terms->back().terms)
    sum += term.coefficient;
  EXPECT_NEAR(sum, 35.0 / 25.0, 1e-12) << "C(0) = dose / V1";
}

TEST(ExponentialTerms, OfASteadyInfusionSettleAtRateOverClearance) {
  const auto terms =
      exponential_terms(scenario("kamp2020", {dose("iv", {240, "mg"}, Measure{24, "h"})}, 24), 0);
  ASSERT_TRUE(terms);
  EXPECT_NEAR(terms->front().constant, 10.0 / 84.0, 1e-12);
}

TEST(ExponentialTerms, EveryLinearModelOfTheLibraryIsWrittenOutOrSaysWhyNot) {
  int written = 0;
  for (const std::string& id : library().model_ids()) {
    const ModelPtr model = *library().model(id);
    for (const Route& route : model->routes) {
      const Scenario made = scenario(id, {dose(route.id, {35, "mg"})}, 12);
      for (std::size_t output = 0; output < model->outputs.size(); ++output) {
        const auto terms = exponential_terms(made, output);
        if (!terms) {
          EXPECT_EQ(terms.error().front().code, "terms.not_linear") << id;
          EXPECT_FALSE(model->kinetics.linear && model->kinetics.outputs_linear) << id;
          continue;
        }
        ASSERT_FALSE(terms->empty()) << id;
        if (std::ranges::all_of(*terms, &std::string::empty, &ExponentialStretch::unwritten)) {
          ++written;
          EXPECT_LT(worst_difference(made, output), 1e-8)
              << id << " " << route.id << " " << model->outputs[output].name;
        }
      }
    }
  }
  EXPECT_GT(written, 20);
}

}  // namespace
}  // namespace ketascope
