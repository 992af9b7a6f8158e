// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/disagreement.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "ketascope/app/dose_conversion.hpp"
#include "ketascope/app/run.hpp"

namespace ketascope {
namespace {

Library shipped() {
  return Library({KETASCOPE_MODELS_DIR});
}

ModelQuestion infusion(const std::string& form = {}) {
  ModelQuestion question;
  question.dose.route = "iv";
  question.dose.amount = {0.5, "mg/kg"};
  question.dose.duration = Measure{40.0, "min"};
  question.dose.form = form;
  return question;
}

Disagreement found(const ModelQuestion& question) {
  auto answer = compare_models(question, shipped(), DisplaySpec{});
  EXPECT_TRUE(answer.has_value()) << format(answer.error());
  return answer.value_or(Disagreement{});
}

std::string reason(const Disagreement& answer, const std::string& model) {
  const auto place = std::ranges::find(answer.excluded, model, &ExcludedModel::model);
  return place == answer.excluded.end() ? "eligible" : place->reason;
}

TEST(Disagreement, EveryModelOfTheLibraryAnswersOrIsExcludedWithAReason) {
  const Disagreement answer = found(infusion());
  EXPECT_EQ(answer.answers.size() + answer.excluded.size(), shipped().model_ids().size());
  EXPECT_GE(answer.answers.size(), 6U);
  EXPECT_EQ(answer.answers.size(), answer.runs.size());
  for (const ExcludedModel& model : answer.excluded) {
    EXPECT_FALSE(model.reason.empty()) << model.model;
  }
}

TEST(Disagreement, OnlyModelsOfTheFormAnswerForIt) {
  const Disagreement answer = found(infusion("S"));
  EXPECT_TRUE(
      std::ranges::all_of(answer.answers, [](const ModelAnswer& a) { return a.form == "S"; }));
  EXPECT_EQ(reason(answer, "kamp2020"), "form: built on racemate, not on S");
}

TEST(Disagreement, LegendNamesTheSiteOfEveryModelInTheReadersLanguage) {
  const Words words({{"arterial", "A"}, {"venous", "V"}, {"site not stated", "U"}}, {}, "xx", ',');
  const Figure figure =
      disagreement_figure(found(infusion("racemate")), {}, DisplaySpec{}, "", words);
  ASSERT_GE(figure.curves.size(), 6U);
  for (const Figure::Curve& curve : figure.curves) {
    EXPECT_TRUE(curve.label.find("(A)") != std::string::npos ||
                curve.label.find("(V)") != std::string::npos ||
                curve.label.find("(U)") != std::string::npos)
        << curve.label;
  }
}

TEST(Disagreement, ModelsOfChildrenDoNotAnswerForAdults) {
  EXPECT_TRUE(reason(found(infusion()), "elkomy2015").starts_with("age:"));
  ModelQuestion child = infusion();
  child.age = Measure{8.0, "year"};
  child.weight = Measure{25.0, "kg"};
  const Disagreement answer = found(child);
  EXPECT_EQ(reason(answer, "elkomy2015"), "eligible");
  EXPECT_EQ(reason(answer, "herd2007a"), "eligible");
  EXPECT_TRUE(reason(answer, "simons2022").starts_with("age: 8 year is outside"));
  EXPECT_TRUE(reason(answer, "kamp2020").starts_with("weight: 25 kg is outside"));
}

TEST(Disagreement, ARouteThatAModelLacksIsTheReason) {
  ModelQuestion nasal = infusion();
  nasal.dose.route = "intranasal";
  nasal.dose.duration.reset();
  const Disagreement answer = found(nasal);
  EXPECT_EQ(reason(answer, "domino1984"), "route: has iv, not intranasal");
  EXPECT_EQ(reason(answer, "perezruixo2021"), "eligible");
}

TEST(Disagreement, NoModelAtAllIsAnErrorWithEveryReason) {
  ModelQuestion nowhere = infusion();
  nowhere.dose.route = "by-ear";
  const auto answer = compare_models(nowhere, shipped(), DisplaySpec{});
  ASSERT_FALSE(answer.has_value());
  EXPECT_EQ(answer.error().front().code, "compare.none");
  EXPECT_NE(answer.error().front().hint.find("domino1984"), std::string::npos);
}

TEST(Disagreement, AWrongDoseIsSaidOnceAndNotPerModel) {
  ModelQuestion wrong = infusion();
  wrong.dose.amount = {5.0, "h"};
  const auto answer = compare_models(wrong, shipped(), DisplaySpec{});
  ASSERT_FALSE(answer.has_value());
  EXPECT_EQ(answer.error().size(), 1U) << format(answer.error());
}

// Context-sensitive half-times after one hour at constant rate, worked out apart from this program:
// Domino 2.6, Simons 6.2, Kamp 12.4 min.
TEST(Disagreement, HalfTimeAfterAnHourAtConstantRate) {
  ModelQuestion hour = infusion();
  hour.dose.duration = Measure{1.0, "h"};
  hour.models = {"domino1984", "simons2022", "kamp2020"};
  const Disagreement answer = found(hour);
  ASSERT_EQ(answer.answers.size(), 3U);
  EXPECT_NEAR(answer.answers[0].half_time_h.value_or(0) * 60.0, 2.6, 0.05);
  EXPECT_NEAR(answer.answers[1].half_time_h.value_or(0) * 60.0, 6.2, 0.05);
  EXPECT_NEAR(answer.answers[2].half_time_h.value_or(0) * 60.0, 12.4, 0.05);
}

TEST(Disagreement, LineStyleTellsTheSamplingSite) {
  ModelQuestion question = infusion();
  question.models = {"simons2022", "otto2021", "domino1984"};
  const Figure figure =
      disagreement_figure(found(question), {}, DisplaySpec{}, "arterial, venous, unknown");
  ASSERT_EQ(figure.curves.size(), 3U);
  EXPECT_EQ(figure.curves[0].dash, 0);
  EXPECT_EQ(figure.curves[1].dash, 1);
  EXPECT_EQ(figure.curves[2].dash, 2);
  EXPECT_EQ(figure.doses.size(), 1U);
  ASSERT_TRUE(figure.envelope.has_value());
  EXPECT_FALSE(figure.envelope->x.empty());
}

TEST(Envelope, HoldsTheLowestAndTheHighestAtEveryTimeOfEachCurve) {
  Figure::Curve falling;
  falling.x = {0, 2};
  falling.y = {4, 0};
  Figure::Curve rising;
  rising.x = {0, 1, 2};
  rising.y = {0, 3, 3};
  const Figure::Envelope found = envelope_of(std::vector{falling, rising});
  EXPECT_EQ(found.x, (std::vector<double>{0, 1, 2}));
  EXPECT_EQ(found.low, (std::vector<double>{0, 2, 0}));
  EXPECT_EQ(found.high, (std::vector<double>{4, 3, 3}));
}

TEST(Envelope, KeepsBothSidesOfAJump) {
  Figure::Curve jumping;
  jumping.x = {0, 1, 1, 2};
  jumping.y = {0, 0, 5, 5};
  Figure::Curve flat;
  flat.x = {0, 2};
  flat.y = {1, 1};
  const Figure::Envelope found = envelope_of(std::vector{jumping, flat});
  EXPECT_EQ(found.x, (std::vector<double>{0, 1, 1, 2}));
  EXPECT_EQ(found.high, (std::vector<double>{1, 1, 5, 5}));
  EXPECT_EQ(found.low, (std::vector<double>{0, 0, 1, 1}));
}

TEST(DoseConversion, AVolumeHoldsWhatItsStrengthSays) {
  const auto dose = amount_in_volume({0.35, "mL"}, {100.0, "mg/mL"});
  ASSERT_TRUE(dose.has_value());
  EXPECT_DOUBLE_EQ(dose->value, 35.0);
  EXPECT_EQ(dose->unit, "mg");
  const auto per_weight = amount_in_volume({0.1, "mL/kg"}, {5.0, "mg/mL"});
  ASSERT_TRUE(per_weight.has_value());
  EXPECT_DOUBLE_EQ(per_weight->value, 0.5);
  EXPECT_EQ(per_weight->unit, "mg/kg");
  EXPECT_FALSE(amount_in_volume({35.0, "mg"}, {100.0, "mg/mL"}).has_value());
  EXPECT_FALSE(amount_in_volume({0.35, "mL"}, {100.0, "mg"}).has_value());
}

TEST(DoseConversion, SaysWhatASaltDoseIsAsBase) {
  ScenarioSpec spec;
  spec.model = "kamp2020";
  DoseSpec dose;
  dose.route = "iv";
  dose.amount = {35.0, "mg"};
  dose.basis = "hydrochloride";
  spec.doses = {dose};
  ScenarioFile document;
  document.scenarios = {spec};
  const auto runs = run_document(document, shipped());
  ASSERT_TRUE(runs.has_value()) << format(runs.error());
  const auto notes = conversion_notes(*runs);
  ASSERT_EQ(notes.size(), 1U);
  EXPECT_EQ(notes[0], "35.0 mg hydrochloride = 30.3 mg base, which kamp2020 counts");
}

TEST(DoseConversion, SaysThatHalfOfARacemateCounts) {
  ScenarioSpec spec;
  spec.model = "simons2022";
  DoseSpec dose;
  dose.route = "iv";
  dose.amount = {40.0, "mg"};
  dose.form = "racemate";
  spec.doses = {dose};
  ScenarioFile document;
  document.scenarios = {spec};
  const auto runs = run_document(document, shipped());
  ASSERT_TRUE(runs.has_value()) << format(runs.error());
  const auto notes = conversion_notes(*runs);
  ASSERT_EQ(notes.size(), 1U);
  EXPECT_EQ(notes[0], "40.0 mg racemate = 20.0 mg S-ketamine, which simons2022 counts");
}

}  // namespace
}  // namespace ketascope
