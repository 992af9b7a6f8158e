// SPDX-License-Identifier: GPL-3.0-or-later
#include "ketascope/app/effects.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "ketascope/app/library.hpp"
#include "ketascope/app/run.hpp"
#include "ketascope/units/number.hpp"

namespace ketascope {
namespace {

Library shipped() {
  return Library({KETASCOPE_MODELS_DIR});
}

std::string model_text(std::string_view enantiomer) {
  return R"(format = "ketascope-model 1"
id = "one"
title = "One compartment"
grade = "reference"
form = "racemate"
basis = "base"
matrix = "plasma"
site = "arterial"
dose_analyte = "ketamine"
[citation]
text = "Made up for tests."
year = 2024
doi_missing = "made up"
[analytes.ketamine]
name = "ketamine"
enantiomer = ")" +
         std::string(enantiomer) + R"("
molar_mass = { value = 200, unit = "g/mol" }
source = "made up"
[parameters]
V = { value = 10, unit = "L", source = "made up" }
k = { value = 0.5, unit = "1/h", source = "made up" }
[compartments.central]
analyte = "ketamine"
[[flows]]
from = "central"
rate = "k"
[[outputs]]
name = "ketamine"
analyte = "ketamine"
expression = "central / V"
unit = "mg/L"
kind = "concentration"
[[routes]]
id = "iv"
into = ["central"]
infusion = true
)";
}

ScenarioSpec named(const char* name) {
  ScenarioSpec spec;
  spec.name = name;
  spec.model = "one";
  return spec;
}

std::string effect_text(std::string_view driver_unit, std::string_view c50_unit) {
  return R"(format = "ketascope-effect 1"
id = "made-up"
title = "Made up"
endpoint = "a score"
grade = "published"
estimated_with = "one"
link = "sigmoid"
direction = "decrease"
unit = "1"
[citation]
text = "Made up for tests."
year = 2024
doi_missing = "made up"
[driver]
analyte = "ketamine"
enantiomer = "racemate"
matrix = "plasma"
site = "arterial"
unit = ")" +
         std::string(driver_unit) + R"("
[parameters]
ke0 = { value = 3, unit = "1/h", source = "made up" }
E0 = { value = 8, unit = "1", source = "made up" }
Emax = { value = 6, unit = "1", source = "made up" }
C50 = { value = 2, unit = ")" +
         std::string(c50_unit) + R"(", source = "made up" }
gamma = { value = 2, unit = "1", source = "made up" }
)";
}

EffectSpec effect_of(const std::string& text) {
  auto effect = parse_effect_file(text, "made-up.toml");
  EXPECT_TRUE(effect) << (effect ? "" : format(effect.error(), text));
  return effect ? *effect : EffectSpec{};
}

ModelSpec spec_of(const std::string& text) {
  return parse_model_spec(text, "one.toml").spec;
}

/// 40 mg over 2 h, seen at the given times.
Result infused(const ModelPtr& model, std::vector<double> times_h) {
  Scenario scenario;
  scenario.model = model;
  DoseSpec dose;
  dose.route = "iv";
  dose.amount = {40, "mg"};
  dose.duration = Measure{2, "h"};
  scenario.regimen = Schedule{dose};
  scenario.sampling.until = {times_h.back(), "h"};
  scenario.sampling.times_h = std::move(times_h);
  auto result = simulate(scenario);
  EXPECT_TRUE(result) << (result ? "" : format(result.error()));
  return result ? *result : Result{};
}

/// One compartment with input R for T: C = R/(V k) (1 - exp(-k t)), and what follows of it with
/// ke0.
double site_by_formula(double t_h) {
  const double V = 10, k = 0.5, e = 3, T = 2, plateau = 20 / (V * k);
  const auto rising = [&](double t) {
    return plateau * (1 - std::exp(-e * t) - e / (e - k) * (std::exp(-k * t) - std::exp(-e * t)));
  };
  return t_h <= T ? rising(t_h) : rising(t_h) - rising(t_h - T);
}

TEST(WithEffects, EffectSiteOfAnInfusionFollowsItsClosedForm) {
  const auto built = with_effects(spec_of(model_text("racemate")),
                                  std::vector{effect_of(effect_text("mg/L", "mg/L"))});
  ASSERT_TRUE(built) << format(built.error());
  EXPECT_TRUE(built->model->kinetics.linear);
  EXPECT_TRUE(built->notices.empty()) << format(built->notices);
  const int site = built->model->output_index("made-up_site");
  const int effect = built->model->output_index("made-up");
  ASSERT_GE(site, 0);
  ASSERT_GE(effect, 0);
  const Result result = infused(built->model, {0.1, 0.7, 1.5, 2.5, 6, 20});
  ASSERT_FALSE(result.subjects.empty());
  EXPECT_TRUE(result.solver.starts_with("linear")) << result.solver;
  const SubjectResult& subject = result.subjects.front();
  const auto sites = subject.column(static_cast<std::size_t>(site));
  const auto effects = subject.column(static_cast<std::size_t>(effect));
  for (std::size_t i = 0; i < subject.time_h.size(); ++i) {
    const double expected = site_by_formula(subject.time_h[i]);
    EXPECT_NEAR(sites[i], expected, 1e-10) << subject.time_h[i];
    const double x = expected * expected / 4;
    EXPECT_NEAR(effects[i], 8 - 6 * x / (1 + x), 1e-9) << subject.time_h[i];
  }
}

TEST(WithEffects, ConcentrationsAreConvertedThroughTheMolarMass) {
  // 200 g/mol: 1 mg/L is 5 umol/L.
  const auto built = with_effects(spec_of(model_text("racemate")),
                                  std::vector{effect_of(effect_text("umol/L", "umol/L"))});
  ASSERT_TRUE(built) << format(built.error());
  const Result result = infused(built->model, {1.0});
  const auto sites = result.subjects.front().column(
      static_cast<std::size_t>(built->model->output_index("made-up_site")));
  EXPECT_NEAR(sites.back(), 5 * site_by_formula(1.0), 1e-9);
}

TEST(WithEffects, AnotherModelThanItsOwnIsAllowedAndMarked) {
  EffectSpec effect = effect_of(effect_text("mg/L", "mg/L"));
  effect.estimated_with = "domino1984";
  const auto built = with_effects(spec_of(model_text("racemate")), std::vector{effect});
  ASSERT_TRUE(built) << format(built.error());
  ASSERT_EQ(built->notices.size(), 1u);
  EXPECT_EQ(built->notices[0].severity, Severity::warning);
  EXPECT_EQ(built->notices[0].code, "effect.other_model");
  EXPECT_EQ(built->notices[0].message, "effect made-up: estimated with domino1984, used with one");
  ASSERT_FALSE(built->model->notes.empty());
  EXPECT_EQ(built->model->notes.back(), built->notices[0].message);
}

TEST(WithEffects, HalfOfARacemateOnlyWhereTheFileSaysSo) {
  EffectSpec effect = effect_of(effect_text("mg/L", "mg/L"));
  effect.drivers[0].enantiomer = "S";
  const auto refused = with_effects(spec_of(model_text("racemate")), std::vector{effect});
  ASSERT_FALSE(refused);
  ASSERT_EQ(refused.error().size(), 1u);
  EXPECT_EQ(refused.error()[0].code, "effect.enantiomer");
  EXPECT_EQ(refused.error()[0].message,
            "effect made-up follows S-ketamine, but model one gives 'ketamine' of both enantiomers "
            "together");
  effect.drivers[0].half_of_racemate = "made up";
  const auto built = with_effects(spec_of(model_text("racemate")), std::vector{effect});
  ASSERT_TRUE(built) << format(built.error());
  const Result result = infused(built->model, {1.0});
  const auto column = static_cast<std::size_t>(built->model->output_index("made-up_site"));
  EXPECT_NEAR(result.subjects.front().column(column).back(), 0.5 * site_by_formula(1.0), 1e-10);
  EXPECT_EQ(result.columns[column].enantiomer, "S");
}

TEST(WithEffects, RacemateIsNotTakenFromAnEnantiomer) {
  const auto refused =
      with_effects(spec_of(model_text("S")), std::vector{effect_of(effect_text("mg/L", "mg/L"))});
  ASSERT_FALSE(refused);
  ASSERT_EQ(refused.error().size(), 1u);
  EXPECT_EQ(refused.error()[0].code, "effect.driver");
  EXPECT_EQ(refused.error()[0].message,
            "effect made-up follows ketamine, which model one does not give");
}

TEST(WithEffects, TheSameEffectTwiceIsRefused) {
  const EffectSpec effect = effect_of(effect_text("mg/L", "mg/L"));
  const auto refused = with_effects(spec_of(model_text("racemate")), std::vector{effect, effect});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error()[0].code, "effect.twice");
}

TEST(ScenarioFile, EffectsAreWrittenAndReadBack) {
  ScenarioFile document;
  document.scenarios.push_back(named("a"));
  document.scenarios.push_back(named("b"));
  document.scenarios[0].effects = {"navarrete2025-ani", "olofsen2022"};
  const auto back = parse_scenario_file(to_toml(document), "s.toml");
  ASSERT_TRUE(back) << format(back.error());
  EXPECT_EQ(back->scenarios[0].effects, document.scenarios[0].effects);
  EXPECT_TRUE(back->scenarios[1].effects.empty());
}

TEST(ShippedEffects, AllLoadAndPassTheirChecks) {
  const Library library = shipped();
  const auto ids = library.effect_ids();
  EXPECT_GE(ids.size(), 12u);
  for (const std::string& id : ids) {
    const auto effect = library.effect(id);
    ASSERT_TRUE(effect) << format(effect.error());
    EXPECT_EQ(effect->id, id);
    const auto outcomes = verify(*effect);
    EXPECT_FALSE(outcomes.empty()) << id;
    for (const CheckOutcome& outcome : outcomes) {
      EXPECT_TRUE(outcome.passed) << id << " " << outcome.check << ": " << outcome.obtained << " "
                                  << outcome.problem;
    }
  }
}

TEST(ShippedEffects, EachFitsAModelOfTheLibrary) {
  const Library library = shipped();
  for (const std::string& id : library.effect_ids()) {
    const auto effect = library.effect(id);
    ASSERT_TRUE(effect);
    bool fits = false;
    for (const std::string& model : library.model_ids()) {
      const auto text = read_text_file(library.model_path(model));
      ASSERT_TRUE(text);
      fits = fits || with_effects(parse_model_spec(*text, model).spec, std::vector{*effect});
    }
    EXPECT_TRUE(fits) << id;
  }
}

TEST(ShippedEffects, NavarreteIsMarkedOnKampAndNotOnDomino) {
  const Library library = shipped();
  ScenarioFile document;
  for (const char* model : {"domino1984", "kamp2020"}) {
    ScenarioSpec spec;
    spec.name = model;
    spec.model = model;
    spec.effects = {"navarrete2025-ani"};
    spec.doses.emplace_back();
    spec.doses.back().route = "iv";
    spec.doses.back().amount = {0.1, "mg/kg"};
    spec.sampling.until = {2, "h"};
    document.scenarios.push_back(spec);
  }
  const auto runs = run_document(document, library);
  ASSERT_TRUE(runs) << format(runs.error());
  const auto marks = effects_of_other_models(*runs);
  ASSERT_EQ(marks.size(), 1u);
  EXPECT_EQ(marks[0], "effect navarrete2025-ani: estimated with domino1984, used with kamp2020");
  EXPECT_EQ(shown_columns((*runs)[0]).size(), 2u);
  EXPECT_TRUE(summarise_effects(*runs).empty());
}

}  // namespace
}  // namespace ketascope
